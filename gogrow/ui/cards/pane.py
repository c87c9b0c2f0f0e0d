"""One card being written: its particulars, its words in both languages with what is said of them, and its picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gogrow.content.card_checks import NEEDED, Others, Remark, remarks
from gogrow.content.card_draft import WORDS, Cards, Draft
from gogrow.content.library import Library
from gogrow.domain.deck import AnyCard
from gogrow.texts import LANGUAGES
from gogrow.ui.cards.beside import Beside
from gogrow.ui.cards.form import CardForm
from gogrow.ui.cards.particulars import Particulars
from gogrow.ui.cards.standing import origin_words, state_words
from gogrow.ui.desk import Desk

WIDEST = 1_900
"""The form is never wider than this, in pixels: a line must be read at a glance."""

LAID_OUT = 60
"""Milliseconds after a key until all has its place again, also where one remark more needs it."""


class CardPane(QWidget):
    """Shows one card and brings every change of it by `typed`; `left` when a field is left."""

    typed = Signal(object)  # Draft
    left = Signal()
    icon_asked = Signal()
    original_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.draft: Draft | None = None
        self._stands: Cards = {}
        self._about: dict[str, object] = {}
        self._doubles: dict[str, tuple[object, Others]] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        sheet = QFrame()
        sheet.setProperty("panel", True)
        within = QVBoxLayout(sheet)
        within.setContentsMargins(2, 2, 2, 2)
        self._paper = QWidget()
        self._paper.setProperty("scrolled", True)
        self._inside = paper = QVBoxLayout(self._paper)
        paper.setSpacing(14)
        self.particulars = Particulars(desk)
        self.particulars.changed.connect(self._shared)
        self.particulars.icon_asked.connect(self.icon_asked)
        paper.addWidget(self.particulars)
        self.form = CardForm(desk)
        self.form.edited.connect(self._edited)
        self.form.left.connect(self.left)
        paper.addWidget(self.form)
        paper.addStretch(1)
        self.area = _scrolling(self._paper)
        within.addWidget(self.area)
        line.addWidget(sheet, 1)
        self.beside = Beside(desk)
        self.beside.original_asked.connect(self.original_asked)
        self.form.faced.connect(self.beside.turn)
        self.beside.setProperty("scrolled", True)
        self._right = _scrolling(self.beside)
        line.addWidget(self._right)
        self._in_sight = QTimer(self)
        self._in_sight.setSingleShot(True)
        self._in_sight.setInterval(LAID_OUT)
        self._in_sight.timeout.connect(self._keep_in_sight)
        self.show_draft(None, None)

    def show_draft(self, draft: Draft | None, library: Library | None, stands: Cards | None = None) -> None:
        """Show this card, of which ``stands`` is in the deck; None for no card."""
        another = draft is None or self.draft is None or draft.key != self.draft.key
        self.draft, self._stands = draft, stands or {}
        self._paper.setVisible(draft is not None)
        if draft is None or library is None:
            self.beside.show_draft(None)
            self.beside.say_origin("", link=False)
            self.beside.say("", "check", "ok")
            return
        self._about.clear()
        if another:
            self._look_through(library)
        self.particulars.show_draft(draft, library)
        self.form.show_draft(draft)
        if another:
            self.area.verticalScrollBar().setValue(0)
            mine = self._desk.texts.language
            self.beside.turn(next((one for one in (mine, *LANGUAGES) if draft.has(one)), mine))
        self.beside.show_draft(draft)
        words, link = origin_words(self._desk.texts, library, draft.origin)
        self.beside.say_origin(words, link=link)
        self._say(draft)

    def say_state(self, state: str, stands: Cards) -> None:
        """Say whether the card is kept."""
        self._stands = stands
        if self.draft is not None:
            self.beside.say(*state_words(self._desk.texts, self.draft, state))

    def narrow(self, *, on: bool) -> None:
        """In a narrow window the picture stands under the words."""
        if on == self._right.isHidden():
            return
        self._right.setVisible(not on)
        if on:
            self._right.takeWidget()
            self._inside.insertWidget(2, self.beside)
            self.beside.show()
        else:
            self._right.setWidget(self.beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The middle gets most: both languages stand there."""
        super().resizeEvent(event)
        wide = 0
        if not self._right.isHidden():
            least = 107 + 133 * self._desk.settings.text_size
            wide = round(max(least, min(1_600, max(self.width() * 0.28, self.width() - WIDEST - 44))))
            self._right.setFixedWidth(wide)
        spare = self.width() - wide - WIDEST
        self._inside.setContentsMargins(16, 12, max(14, spare), 16)

    # ------------------------------------------------------------------ inside

    def _edited(self) -> None:
        if self.draft is not None:
            self._changed(replace(self.draft, words=self.form.words()))
            self.form.after(self.draft)
            self._in_sight.start()

    def _keep_in_sight(self) -> None:
        """What is said of the words that are typed stands below them: where that is too low, scroll."""
        field = self.form.here()
        if field is None:
            return
        for part in (field.remarks, field.text):  # the words themselves matter most, so they come last
            if not part.isHidden() and part.height() < self.area.viewport().height() - 20:
                self.area.ensureWidgetVisible(part, 0, 10)

    def _shared(self, shared: Mapping[str, Any]) -> None:
        if self.draft is not None:
            self._changed(replace(self.draft, shared=shared))

    def _changed(self, draft: Draft) -> None:
        self.draft = draft
        self._say(draft)
        self.beside.follow(draft)
        self.typed.emit(draft)

    def _say(self, draft: Draft) -> None:
        others = [others for _, others in self._doubles.values()]
        for language in LANGUAGES:
            card = draft.card(language) if draft.has(language) else None
            about = (card, draft.ref, language in self._stands, *map(id, others))
            if self._about.get(language) == about:
                continue  # nothing new to say of this language
            self._about[language] = about
            if card is None:
                self.form.say(language, ())
                continue
            found = remarks(card, others, draft.ref)
            told = {one.field for one in found if one.code != "empty"}
            self.form.say(
                language,
                [one for one in found if one.code != "empty" or (one.field not in told and self._missed(one, card))],
            )

    def _missed(self, remark: Remark, card: AnyCard) -> bool:
        """An empty field is told when one that comes after it is filled, or when it was filled before."""
        if self.draft is None:
            return False
        names = [name for name in WORDS[self.draft.kind] if name in NEEDED]
        after = names[names.index(remark.field) + 1 :]
        return card.language in self._stands or any(getattr(card, name) for name in after)

    def _look_through(self, library: Library) -> None:
        """What cards may be doubles of: each deck once as it is when a card is opened, not with every change."""
        decks = {deck.id: deck for deck in library.shipped} | {own.id: own.deck for own in library.own}
        fresh = {id for id, deck in decks.items() if self._doubles.get(id, (None,))[0] is not deck}
        for id in fresh:
            self._doubles[id] = (decks[id], Others(entry for entry in library.entries if entry.deck == id))
        for id in [id for id in self._doubles if id not in decks]:
            del self._doubles[id]


def _scrolling(inside: QWidget) -> QScrollArea:
    """What scrolls only when it is too high."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
