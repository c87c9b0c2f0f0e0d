"""Keeps cards while they are typed: half ones as a draft, whole ones in their deck, and each change as a step to undo.

Nothing is lost: what a disk or another program refuses stays a draft until it can be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gogrow.content.card_draft import Cards, Draft, Key, draft_of, half, laid_over, made_from, to_keep, unkept, words_of
from gogrow.content.library import CardEntry
from gogrow.content.own_writing import Conflict
from gogrow.domain.deck import AnyCard
from gogrow.live.decks import LiveDecks
from gogrow.live.while_there import WhileThere

PAUSE = 1_500
"""Milliseconds without typing before a card is kept."""
LATEST = 5_000
"""Milliseconds after which a card is kept all the same: not everybody pauses."""
HISTORY = 200


@dataclass(frozen=True, slots=True)
class CardStep:
    """One change of one card: ``before`` and ``after`` by language; none at all for a card that is not there."""

    key: Key
    before: Cards
    after: Cards

    @property
    def back(self) -> CardStep:
        """The step that undoes this one."""
        return CardStep(self.key, self.after, self.before)

    @property
    def card(self) -> AnyCard | None:
        """The card it is about, in some language."""
        return next(iter((*self.after.values(), *self.before.values())), None)


History = tuple[tuple[CardStep, ...], tuple[CardStep, ...]]
"""What can be undone, the last step at the end, and what can be done again."""


class CardKeeping(QObject):
    """Holds one card at a time for a form. `kept` tells that something about a card's keeping is different now."""

    kept = Signal(object)  # Key
    moved = Signal(object)  # Key: undone or done again, so the form has to show it anew
    conflict = Signal(object, object)  # Draft, Conflict
    refused = Signal(object)  # Exception
    history_changed = Signal()

    def __init__(self, decks: LiveDecks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.decks = decks
        self.draft: Draft | None = None
        self._shown: Draft | None = None  # as it was opened or kept last
        self._known: dict[Key, Cards] = {}  # what stands in the decks, as far as we know
        self._flying: dict[Key, CardStep] = {}
        self._later: dict[Key, Draft] = {}
        self._failed: set[Key] = set()
        self._undo: list[CardStep] = []
        self._redo: list[CardStep] = []
        self._then: list[Callable[[], object]] = []
        self._removed: dict[Key, Draft] = {}  # half words of a card that was taken away
        self._alive = WhileThere(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(PAUSE)
        self._calm.timeout.connect(self.keep)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATEST)
        self._late.timeout.connect(self.keep)
        for left in decks.drafts.every():
            entry = decks.library.entry(left.ref)
            if entry is not None and unkept(laid_over(left, entry), entry.words) is None:
                decks.drafts.drop(left.key)  # it was kept in the very end

    # ------------------------------------------------------------------ one card

    def open(self, draft: Draft) -> Draft:
        """Hold this card from now on, after keeping the one before; returns it with what was half typed of it."""
        self.leave()
        entry = self.decks.library.entry(draft.ref)
        entry = entry if entry is not None and entry.kind is draft.kind else None
        waiting = self._later.get(draft.key)
        left = self.decks.drafts.get(draft.key)
        if draft.key not in self._flying:
            self._known[draft.key] = _stands(left, entry)
        found = waiting or (laid_over(left, entry) if left is not None else draft)
        self.draft = self._shown = found
        known = self._known.get(draft.key, {})
        if left is not None and draft.key not in self._flying and to_keep(found, known) != known:
            self._shown = None  # it could not be kept then: now perhaps
            self._calm.start()
        return found

    def typed(self, draft: Draft) -> None:
        """The form holds this now; it is kept after a pause, or by `keep`."""
        self.draft = draft
        self._failed.discard(draft.key)
        self._calm.start()
        if not self._late.isActive():
            self._late.start()

    def keep(self) -> None:
        """Keep what was typed since the last time."""
        self._calm.stop()
        self._late.stop()
        if self.draft is not None and self.draft != self._shown:
            self._shown = self.draft
            self._keep(self.draft)

    def again(self) -> None:
        """Try once more what was refused."""
        self._failed.clear()
        if self.draft is not None:
            self._keep(self.draft)

    def rest(self) -> None:
        """Keep the card, and what of it cannot be kept as a draft: the program may end now."""
        if self.draft is not None and self.draft != self._shown:
            left = unkept(self.draft, self._known.get(self.draft.key, {}))
            if left is not None:  # until it stands in its deck
                self.decks.drafts.keep(left)
        self.decks.drafts.flush()
        self.keep()

    def leave(self) -> None:
        """Keep the card and let go of it."""
        self.rest()
        self.draft = self._shown = None

    def forget(self) -> None:
        """Let go of the card without keeping it: it is taken away."""
        self._calm.stop()
        self._late.stop()
        self.draft = self._shown = None

    def follow(self) -> Draft | None:
        """The library is another: what the form has to show now, or None when it may stay as it is."""
        draft = self.draft
        if draft is None or draft != self._shown or draft.key in self._flying or draft.key in self._failed:
            return None
        entry = self.decks.library.entry(draft.ref)
        left = self.decks.drafts.get(draft.key)
        now = _stands(left, entry if entry is not None and entry.kind is draft.kind else None)
        if now == self._known.get(draft.key, {}):
            return None
        self._known[draft.key] = now
        if entry is None:
            self.draft = self._shown = None
            return None
        self.draft = self._shown = laid_over(left, entry) if left is not None else draft_of(entry)
        return self.draft

    # ------------------------------------------------------------------ how it stands

    def stands(self, key: Key) -> Cards:
        """What of a card is in its deck, by language."""
        return self._known.get(key, {})

    def state(self) -> str:
        """Of the card in the form: ``empty``, ``half``, ``refused``, ``busy`` or ``kept``."""
        draft = self.draft
        if draft is None or not (draft.cards or self.stands(draft.key)):
            return "empty"
        if draft.key in self._failed:
            return "refused"
        if half(draft) or not draft.cards:
            return "half"
        if draft != self._shown or draft.key in self._flying or draft.key in self._later:
            return "busy"
        return "kept"

    # ------------------------------------------------------------------ steps

    @property
    def undoable(self) -> CardStep | None:
        """The change that can be undone."""
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> CardStep | None:
        """The change that can be done again."""
        return self._redo[-1] if self._redo else None

    @property
    def history(self) -> History:
        """The steps that can be undone, the last one at the end, and those that can be done again."""
        return tuple(self._undo), tuple(self._redo)

    def take_over(self, history: History) -> None:
        """Go on with the history of another one, which is not used any more."""
        self._undo[:0], self._redo[:0] = history
        self.history_changed.emit()

    def undo(self) -> None:
        """Undo the last change of a card, after keeping what is typed."""
        self._move("undo")

    def redo(self) -> None:
        """Do the change again that was undone."""
        self._move("redo")

    def remove(self) -> bool:
        """Take the card in the form away, with what was typed last. Says whether `undo` brings it back.

        False is for a card that was never in its deck.
        """
        draft = self.draft
        if draft is None:
            return False
        self.rest()
        self.forget()
        if draft.key in self._flying or self.stands(draft.key):
            self._when_landed(partial(self._take_away, draft.key))
            return True
        self.decks.drafts.drop(draft.key)
        return False

    def made(self, steps: Iterable[CardStep]) -> None:
        """These changes were made already: cards were copied into a deck."""
        for step in steps:
            self._known[step.key] = step.after
            self._record(step, "do")

    def mine(self, draft: Draft) -> None:
        """After a conflict: write over what somebody else wrote."""
        entry = self.decks.library.entry(draft.ref)
        self._known[draft.key] = dict(entry.words) if entry is not None else {}
        self._keep(draft, over=True)

    def theirs(self, draft: Draft) -> None:
        """After a conflict: what somebody else wrote counts."""
        self.decks.drafts.drop(draft.key)
        self._failed.discard(draft.key)
        entry = self.decks.library.entry(draft.ref)
        self._known[draft.key] = dict(entry.words) if entry is not None else {}
        if self.draft is not None and self.draft.key == draft.key:
            self.draft = self._shown = None
        self.moved.emit(draft.key)

    # ------------------------------------------------------------------ inside

    def _keep(self, draft: Draft, *, over: bool = False) -> None:
        key = draft.key
        if key in self._flying:
            self._later[key] = draft
            return
        before = self._known.get(key, {})
        after = to_keep(draft, before)
        left = unkept(draft, after)
        if left is not None:
            self.decks.drafts.keep(left)
        if after != before or over:
            self._fly(CardStep(key, before, after), "do", draft, over=over)
            return
        if left is None:
            self.decks.drafts.drop(key)
        self.kept.emit(key)

    def _fly(
        self, step: CardStep, way: str, draft: Draft | None = None, aside: Draft | None = None, *, over: bool = False
    ) -> None:
        """Ask for one change; ``aside`` are half words that come back when it is refused."""
        deck, kind, id = step.key
        self._flying[step.key] = step

        def done(_: object) -> None:
            self._flying.pop(step.key, None)
            self._failed.discard(step.key)
            self._known[step.key] = step.after
            if draft is not None and unkept(draft, step.after) is None and step.key not in self._later:
                self.decks.drafts.drop(step.key)
            if not self._alive.there:
                return
            typed = step.key in self._later or self.draft != self._shown
            self._record(step, way)
            self._landed(step.key)
            if self.decks.closing:
                return
            if draft is not None or (typed and self.draft is not None and self.draft.key == step.key):
                self.kept.emit(step.key)
                return
            if self.draft is not None and self.draft.key == step.key:
                self.draft = self._shown = None
            self.moved.emit(step.key)

        def refused(error: Exception) -> None:
            self._flying.pop(step.key, None)
            waiting = self._later.pop(step.key, None)
            self._then.clear()
            here = self.draft is not None and self.draft.key == step.key
            held = (self.draft if here else waiting) or draft if draft is not None else None
            left = unkept(held, step.before) if held is not None else aside
            if left is not None:
                self.decks.drafts.keep(left)
            if not self._alive.there or self.decks.closing:
                return
            if way != "do":
                (self._undo if way == "undo" else self._redo).append(step.back if way == "undo" else step)
                self.history_changed.emit()
            if held is not None:
                self._failed.add(step.key)
            elif waiting is not None:
                self._keep(waiting)
            self.kept.emit(step.key)
            if isinstance(error, Conflict) and held is not None:
                self.conflict.emit(held, error)
            else:
                self.refused.emit(error)

        self.decks.save(deck, kind, id, step.before, step.after, done, refused, over=over)
        self.kept.emit(step.key)

    def _landed(self, key: Key) -> None:
        waiting = self._later.pop(key, None)
        if waiting is not None:
            self._keep(waiting)
        if self._then and not self._flying:
            self._then.pop(0)()

    def _when_landed(self, call: Callable[[], object]) -> None:
        """Do it now, or after what is being written."""
        if self._flying:
            self._then.append(call)
        else:
            call()

    def _record(self, step: CardStep, way: str) -> None:
        if way == "do":
            self._undo = [*self._undo, step][-HISTORY:]
            self._redo.clear()
        elif way == "undo":
            self._redo.append(step.back)
        else:
            self._undo.append(step)
        self.history_changed.emit()

    def _take_away(self, key: Key) -> None:
        left = self.decks.drafts.get(key)
        self._removed.pop(key, None)
        if left is not None:
            self._removed[key] = left
        self.decks.drafts.drop(key)
        self._fly(CardStep(key, self._known.get(key, {}), {}), "do", aside=left)

    def _move(self, way: str) -> None:
        self.keep()
        self._when_landed(partial(self._step, way))

    def _step(self, way: str) -> None:
        steps = self._undo if way == "undo" else self._redo
        if not steps:
            return
        taken = steps.pop()
        step = taken.back if way == "undo" else taken
        left = self.decks.drafts.get(step.key)
        spared = self._removed.pop(step.key, None) if not step.before else spare(left, step)
        if spared is None:
            self.decks.drafts.drop(step.key)
        else:
            self.decks.drafts.keep(spared)
        self._fly(step, way, aside=left)


def spare(left: Draft | None, step: CardStep) -> Draft | None:
    """What of half words stays when a step of their card is made: the languages in which that step changes none."""
    if left is None:
        return None

    def alike(language: str) -> bool:
        before, after = step.before.get(language), step.after.get(language)
        return (words_of(before) if before else {}) == (words_of(after) if after else {})

    words = {language: typed for language, typed in left.words.items() if alike(language)}
    like = next(iter(step.after.values()), None)
    shared = {name: getattr(like, name) for name in left.shared} if like is not None else left.shared
    return replace(left, words=words, shared=shared) if any(map(left.has, words)) else None


def _stands(left: Draft | None, entry: CardEntry | None) -> Cards:
    """What a card is changed from: what is in the deck, or was when a draft of it was typed."""
    if left is not None:
        return made_from(left, entry)
    return dict(entry.words) if entry is not None else {}
