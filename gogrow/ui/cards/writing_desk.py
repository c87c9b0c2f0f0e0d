"""The desk on which cards are written: the list of a deck, the card in the form, and what is said about it.

What can be done with cards and decks comes on top of it, in `gogrow.ui.cards.editor`.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.content.card_draft import Draft, Key, draft_of, half
from gogrow.domain.deck import CardKind
from gogrow.live.card_keeping import CardKeeping
from gogrow.texts import LANGUAGES
from gogrow.ui.cards.card_names import drawn_icon, first_words
from gogrow.ui.cards.deck_actions import DeckActions
from gogrow.ui.cards.editor_bar import EditorBar
from gogrow.ui.cards.empty_desk import EmptyDesk
from gogrow.ui.cards.faults_bar import FaultsBar
from gogrow.ui.cards.own_list import Line, OwnList
from gogrow.ui.cards.pane import CardPane
from gogrow.ui.cards.standing import step_words
from gogrow.ui.desk import Desk
from gogrow.ui.home.bars import DoneBar
from gogrow.ui.messages import Banner

NARROW = 880
"""A window that is narrower than this, at letters of normal size, has the picture under the words."""
SOON = 200
"""Milliseconds after a key before the list follows."""
PREFIX = {CardKind.ASSIGNMENT: "card", CardKind.DILEMMA: "dilemma", CardKind.QUESTION: "question"}
"""How the id of a new card begins; in this order the kinds stand in the list."""


class WritingDesk(QWidget):
    """Shows the cards of one own deck (`deck`, its id) and one card of them in the form."""

    history_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._keeping: CardKeeping | None = None
        self.deck = ""
        self.actions_on_decks = DeckActions(desk, self)
        self._make()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._show_lines)
        self._show(None)

    @property
    def undo_words(self) -> str:
        """What can be undone, as the menu says it; '' for nothing."""
        words = step_words(self._desk.texts, self._keeping.undoable if self._keeping is not None else None)
        return self._desk.texts.t("Undo: {step}", step=words) if words else ""

    @property
    def redo_words(self) -> str:
        """What can be done again; '' for nothing."""
        words = step_words(self._desk.texts, self._keeping.redoable if self._keeping is not None else None)
        return self._desk.texts.t("Redo: {step}", step=words) if words else ""

    @property
    def keeping(self) -> CardKeeping:
        """What keeps the cards; the decks are read by then."""
        assert self._keeping is not None
        return self._keeping

    @property
    def draft(self) -> Draft | None:
        """The card in the form."""
        return self._keeping.draft if self._keeping is not None else None

    def _make(self) -> None:
        desk = self._desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = EditorBar(desk)
        column.addWidget(self.bar)
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(10)
        self.banner = Banner(desk.texts, desk.theme)
        self.banner.retried.connect(lambda: self.keeping.again())
        self.faults = FaultsBar(desk)
        self.done = DoneBar(desk.texts, desk.theme)
        for bar in (self.banner, self.faults, self.done):
            body.addWidget(bar)
        column.addLayout(body, 1)
        self.stack = QStackedWidget()
        body.addWidget(self.stack, 1)
        self.empty = EmptyDesk(desk)
        self.stack.addWidget(self.empty)
        inside = QWidget()
        beside = QHBoxLayout(inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        self.list = OwnList(desk)
        self.list.chosen.connect(self._select)
        beside.addWidget(self.list)
        self.pane = CardPane(desk)
        self.pane.typed.connect(self._typed)
        self.pane.left.connect(lambda: self.keeping.keep())
        self.pane.icon_asked.connect(self._choose_icon)
        self.pane.original_asked.connect(self._show_original)
        beside.addWidget(self.pane, 1)
        self.stack.addWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list is narrow, so that both languages have room."""
        super().resizeEvent(event)
        size = self._desk.settings.text_size
        wide = round(max(180 + 70 * size, min(360, self.width() * 0.17)))
        self.list.setFixedWidth(wide)
        self.pane.narrow(on=self._narrow)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the list."""
        super().showEvent(event)
        self.list.list.setFocus()

    def _show(self, draft: Draft | None) -> None:
        decks, keeping = self._desk.decks, self._keeping
        if decks is None or keeping is None or draft is None:
            self.pane.show_draft(None, None)
            return
        self.pane.show_draft(draft, decks.library, keeping.stands(draft.key))
        self._tell()

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW * self._desk.settings.text_size

    def _tell(self) -> None:
        """Say whether the card is kept, where it is seen."""
        draft = self.draft
        if draft is not None:
            self.pane.say_state(self.keeping.state(), self.keeping.stands(draft.key))
        seen = self._narrow and draft is not None and self.pane.draft is not None
        self.bar.words.setText(self.pane.beside.said if seen else self.bar.usual)

    def _typed(self, draft: Draft) -> None:
        self.keeping.typed(draft)
        self.done.hide()
        self._tell()
        if not self._soon.isActive():
            self._soon.start()

    def _select(self, key: Key) -> None:
        if self.draft is not None and self.draft.key == key:
            return
        deck, kind, id = key
        entry = self.actions_on_decks.decks.library.entry(f"{deck}/{id}")
        entry = entry if entry is not None and entry.kind is kind else None
        draft = draft_of(entry) if entry is not None else self.actions_on_decks.decks.drafts.get(key)
        self._show(self.keeping.open(draft) if draft is not None else None)
        self._show_lines()

    def _show_lines(self) -> None:
        self._soon.stop()
        if self._keeping is None:
            return
        decks, language, held = self.actions_on_decks.decks, self._desk.texts.language, self.draft
        drafts = {one.key: one for one in decks.drafts.of(self.deck)}
        lines: dict[Key, Line] = {}
        own = decks.library.own_deck(self.deck)
        icons = own.icons if own is not None else frozenset()
        for entry in decks.library.entries:
            if entry.own and entry.deck == self.deck:
                card = entry.card(language)
                key = (entry.deck, entry.kind, entry.id)
                icon = f"{self.deck}/{card.icon}" if card.icon in icons else card.icon
                lines[key] = Line(key, first_words(card), icon, key in drafts)
        new = [one for key, one in drafts.items() if key not in lines]
        if held is not None and held.deck == self.deck:
            new = [*(one for one in new if one.key != held.key), held]
        for one in new:
            words = first_words(one.card(self._spoken(one)))
            unkept = one.key in drafts or bool(half(one)) or (one.key not in lines and bool(one.cards))
            lines[one.key] = Line(one.key, words, self._drawn(str(one.shared["icon"])), unkept)
        order = list(PREFIX)
        shown = sorted(lines.values(), key=lambda line: order.index(line.key[1]))
        self.list.show_lines(shown, held.key if held is not None else None)
        self._steps()

    def _drawn(self, icon: str) -> str:
        return drawn_icon(self.actions_on_decks.decks.library, self.deck, icon)

    def _spoken(self, draft: Draft) -> str:
        """The program's language when the card is in it, or else the other."""
        mine = self._desk.texts.language
        return next((one for one in (mine, *LANGUAGES) if draft.has(one)), mine)

    def _steps(self) -> None:
        self.bar.show_steps(self.undo_words, self.redo_words)
        self.history_changed.emit()

    def _kept(self, key: Key) -> None:
        if self.draft is not None and self.draft.key == key:
            self._tell()
            if self.keeping.state() == "kept":
                self.banner.recovered()
        self._show_lines()

    def _free(self, kind: CardKind) -> str:
        taken = {id for deck, _, id in self._all_keys() if deck == self.deck}
        own = self.actions_on_decks.decks.library.own_deck(self.deck)
        taken |= own.left_out if own is not None else frozenset()
        return next(id for number in range(1, 100_000) if (id := f"{PREFIX[kind]}-{number:02d}") not in taken)

    def _all_keys(self) -> list[Key]:
        decks = self.actions_on_decks.decks
        return [(one.deck, one.kind, one.id) for one in decks.library.entries if one.own] + [
            one.key for one in decks.drafts.of(self.deck)
        ]

    def _choose_icon(self) -> None:
        from gogrow.ui.cards.icon_choice import IconChoice, card_icons

        draft = self.draft
        if draft is None:
            return
        names = card_icons(self.actions_on_decks.decks.library, self.deck)
        dialog = IconChoice(self._desk, self, names, str(draft.shared["icon"]))
        dialog.chosen.connect(self._take_icon)
        dialog.own_asked.connect(lambda: self.actions_on_decks.own_icon(draft.deck, self._take_icon))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_icon(self, name: str) -> None:
        self.pane.particulars.set_icon(name)
        self.keeping.keep()

    def _show_original(self) -> None:
        from gogrow.ui.cards.original import Original

        library = self.actions_on_decks.decks.library
        entry = library.entry(self.draft.origin) if self.draft is not None else None
        if entry is not None:
            dialog = Original(self._desk, self, entry, self.pane.beside.language, library)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
