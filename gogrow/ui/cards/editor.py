"""Writing own cards: left the own decks, in the middle both languages, right the card as the room sees it.

There is no button to save: `CardKeeping` keeps what is typed, in the deck when it is whole and else as a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from gogrow.content.card_draft import Draft, Key, half, new_draft
from gogrow.content.deck_disk import DeckNotWritten
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.own_writing import Conflict
from gogrow.domain.deck import CardKind, Deck
from gogrow.live.card_keeping import CardKeeping, CardStep, History
from gogrow.ui.cards.card_names import first_words
from gogrow.ui.cards.writing_desk import WritingDesk
from gogrow.ui.desk import Desk

if TYPE_CHECKING:
    from gogrow.live.workshop import LiveWorkshop


class EditorPage(WritingDesk):
    """The page. Ask it for something with `edit`, `copy`, `new` or `open_deck`, at any time."""

    leave = Signal()
    go = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: list[Callable[[], object]] = []
        self._take_back: Callable[[], object] | None = None
        self.bar.leave.connect(self.leave)
        self.bar.undo.connect(self.undo)
        self.bar.redo.connect(self.redo)
        self.done.undo.connect(self._taken_back)
        self.empty.new_asked.connect(lambda: self.actions_on_decks.new())
        self.empty.copy_asked.connect(lambda: self.actions_on_decks.copy_deck())
        self.list.deck_chosen.connect(self.open_deck)
        self.list.new_asked.connect(self.new)
        self.list.duplicate_asked.connect(self._duplicate)
        self.list.remove_asked.connect(self._remove)
        self.list.deck_asked.connect(self._deck_asked)
        desk.follow_deck(self._deck_there)

    # ------------------------------------------------------------------ what may be asked

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """The page has no workshop; whatever is typed is kept when another page comes."""
        if self._keeping is not None:
            self._keeping.rest()

    def open_deck(self, id: str) -> None:
        """Show an own deck."""
        self._when_there(partial(self._open_deck, id))

    def edit(self, ref: str) -> None:
        """Write in an own card; of a card that comes with the program a copy is made first."""
        self._when_there(partial(self._edit, ref))

    def copy(self, refs: Sequence[str]) -> None:
        """Make own versions of these cards, after asking in which deck."""
        self._when_there(partial(self.actions_on_decks.copy_cards, tuple(refs), self.deck))

    def new(self, kind: CardKind) -> None:
        """Begin a new card in the deck that is shown, or in a new deck when there is none."""
        self._when_there(partial(self._new, kind))

    def undo(self) -> None:
        """Undo the last change of a card."""
        self.keeping.undo()

    def redo(self) -> None:
        """Do the change again that was undone."""
        self.keeping.redo()

    def place(self) -> tuple[str, Key | None, History]:
        """The deck, the card, and what can be undone."""
        draft, keeping = self.draft, self._keeping
        return self.deck, draft.key if draft is not None else None, keeping.history if keeping else ((), ())

    def go_on(self, place: tuple[str, Key | None, History]) -> None:
        """Show the same card, with the same steps to undo."""
        deck, key, history = place

        def there() -> None:
            self._open_deck(deck)
            self.keeping.take_over(history)
            if key is not None:
                self._select(key)

        self._when_there(there)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the end: nothing that was typed is lost."""
        super().hideEvent(event)
        if self._keeping is not None:
            self._keeping.rest()

    # ------------------------------------------------------------------ decks

    def _when_there(self, call: Callable[[], object]) -> None:
        if self._keeping is None:
            self._waiting.append(call)
        else:
            call()

    def _deck_there(self, _: Deck) -> None:
        decks = self._desk.decks
        if decks is None:
            return
        if self._keeping is None:
            self._keeping = keeping = CardKeeping(decks, self)
            keeping.kept.connect(self._kept)
            keeping.moved.connect(self._moved)
            keeping.refused.connect(self._refused)
            keeping.conflict.connect(self._conflict)
            keeping.history_changed.connect(self._steps)
            decks.failed.connect(self._refused)
            acts = self.actions_on_decks
            acts.opened.connect(self._open_deck)
            acts.copied.connect(self._copied)
            acts.removed.connect(self._deck_removed)
            acts.refused.connect(self._refused)
            if self.isVisible():
                self.list.list.setFocus()
        self._library_changed()
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    def _library_changed(self) -> None:
        held = self.draft
        follows = self.keeping.follow()
        if follows is not None or (held is not None and self.draft is None):
            self._show(follows)
        decks = self.actions_on_decks.own()
        if self.deck not in [id for id, _ in decks]:
            self.keeping.leave()
            self.deck = decks[0][0] if decks else ""
            self._show(None)
            self._choose_first()
        self.list.show_decks(decks, self.deck)
        self.stack.setCurrentIndex(1 if decks else 0)
        self.faults.show_deck(self.actions_on_decks.decks.library.own_deck(self.deck))
        self._show_lines()

    def _open_deck(self, id: str) -> None:
        library = self.actions_on_decks.decks.library
        if library.own_deck(id) is None or id == self.deck:
            return
        self.deck = id
        self.keeping.leave()
        self._show(None)
        self._library_changed()
        self._choose_first()

    def _choose_first(self) -> None:
        self._show_lines()
        keys = self.list.keys()
        if keys and self.draft is None:
            self._select(keys[0])

    def _deck_asked(self, what: str) -> None:
        acts = self.actions_on_decks
        calls: dict[str, Callable[[], object]] = {
            "new": acts.new,
            "copy": partial(acts.copy_deck, self.deck),
            "about": partial(acts.about, self.deck),
            "folder": partial(acts.folder, self.deck),
            "remove": self._remove_deck,
        }
        if what in calls:  # the others are not about this deck alone: see `wiring`
            calls[what]()

    def _remove_deck(self) -> None:
        self.keeping.leave()
        self._show(None)
        self.actions_on_decks.remove(self.deck)

    def _deck_removed(self, id: str, name: str, trashed: Path) -> None:
        self._take_back = partial(self.actions_on_decks.bring_back, id, trashed)
        self.done.say(self._desk.texts.t("Removed: {name}", name=name), undo=True)

    # ------------------------------------------------------------------ cards

    def _edit(self, ref: str) -> None:
        entry = self.actions_on_decks.decks.library.entry(ref)
        if entry is None:
            return
        if not entry.own:
            self.actions_on_decks.copy_cards((ref,), self.deck)
            return
        self._open_deck(entry.deck)
        self._select((entry.deck, entry.kind, entry.id))

    def _new(self, kind: CardKind) -> None:
        if not self.deck:
            self.actions_on_decks.new(lambda _: self._new(kind))
            return
        deck = self.actions_on_decks.decks.library.deck
        listed: Sequence[Any] = deck.board.fields if deck.board is not None else ()
        if kind is CardKind.DILEMMA:
            listed = deck.card_themes
        self._show(self.keeping.open(new_draft(self.deck, kind, self._free(kind), listed[0].id if listed else "")))
        self._show_lines()
        self.pane.beside.turn(self._desk.texts.language)
        self.pane.form.focus(self._desk.texts.language)

    def _duplicate(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self.keeping.keep()
        entry = self.actions_on_decks.decks.library.entry(draft.ref)
        if entry is not None and not half(draft):
            self.actions_on_decks.copy_into(self.deck, [replace(entry, words=draft.cards or entry.words)])
            return
        fresh = replace(draft, id=self._free(draft.kind))
        self._show(self.keeping.open(replace(fresh, words={})))
        self.keeping.typed(fresh)
        self._show(fresh)
        self._show_lines()

    def _copied(self, steps: tuple[CardStep, ...]) -> None:
        self.keeping.made(steps)
        if steps:
            self._open_deck(steps[0].key[0])
            self._select(steps[0].key)
            count = self._desk.texts.n("{count} card copied", "{count} cards copied", len(steps))
            self._take_back = None
            self.done.say(count, undo=False)

    def _remove(self) -> None:
        draft = self.draft
        if draft is None:
            return
        drafts, keys = self.actions_on_decks.decks.drafts, self.list.keys()
        at = keys.index(draft.key) if draft.key in keys else 0
        words = first_words(draft.card(self._spoken(draft))) or self._desk.texts.t("New card")
        self.keeping.rest()
        left = drafts.get(draft.key)
        was_there = self.keeping.remove()

        def back() -> None:
            if was_there:
                self.keeping.undo()
            elif left is not None:
                drafts.keep(left)
                self._select(draft.key)

        self._take_back = back
        self._show(None)
        others = [key for key in keys if key != draft.key]
        if others:
            self._select(others[min(at, len(others) - 1)])
        self._show_lines()
        self.done.say(self._desk.texts.t("Removed: {name}", name=words), undo=True)

    def _taken_back(self) -> None:
        self.done.hide()
        back, self._take_back = self._take_back, None
        if back is not None:
            back()
            self._show_lines()

    def _moved(self, key: Key) -> None:
        """A card was undone or done again: show it, wherever it is."""
        entry = self.actions_on_decks.decks.library.entry(f"{key[0]}/{key[2]}")
        if entry is not None and (self.draft is None or self.draft.key[0] != key[0] or key == self.draft.key):
            self._open_deck(key[0])
            self.keeping.leave()
            self._select(key)
        elif self.draft is None:
            self._show(None)
            self._choose_first()
        self._show_lines()

    # ------------------------------------------------------------------ what goes wrong

    def _refused(self, error: Exception) -> None:
        texts = self._desk.texts
        if isinstance(error, DeckNotWritten):
            self.banner.say(error.message(texts), retry=True)
        elif isinstance(error, DeckFaults):
            self.banner.say("\n".join(fault.message(texts) for fault in error.faults[:3]))
        elif isinstance(error, Conflict):
            self.banner.say(texts.t("This card was changed elsewhere in the meantime, so that step is not possible."))
        else:
            self.banner.say(texts.t("That did not work. Nothing you typed is lost; try again."), retry=True)
        self._show_lines()

    def _conflict(self, draft: Draft, conflict: Conflict) -> None:
        from gogrow.ui.cards.conflict import ConflictDialog

        dialog = ConflictDialog(self._desk, self, draft, conflict.theirs)
        dialog.answered.connect(partial(self._answered, draft))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answered(self, draft: Draft, answer: str) -> None:
        if self.draft is not None and self.draft.key == draft.key:
            draft = self.draft  # what was typed since
        if answer == "mine":
            self.keeping.mine(draft)
            return
        self.keeping.theirs(draft)
        if answer == "both":
            mine = replace(draft, id=self._free(draft.kind))
            self.keeping.open(replace(mine, words={}))
            self.keeping.typed(mine)
            self._show(mine)
            self.keeping.keep()
        self._show_lines()
