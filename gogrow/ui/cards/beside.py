"""Right of the form: the card as the room will see it, whether it is kept, and what it is an own version of."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from gogrow.content.card_draft import Draft
from gogrow.domain.deck import AssignmentCard
from gogrow.domain.public import NEUTRAL_VIEW, Dilemma, PublicView, card_picture, poles_of
from gogrow.texts import LANGUAGES
from gogrow.ui import icons
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.cards.card_names import drawn_icon
from gogrow.ui.cards.try_out import TryOut
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, wrapped
from gogrow.ui.parts import button, icon_label, row

SOON = 120
"""Milliseconds after a key before the picture follows."""


class Beside(QWidget):
    """The picture follows what is typed. `turned` tells that the other language was chosen."""

    turned = Signal(str)
    original_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._draft: Draft | None = None
        self.language = LANGUAGES[0]
        t, theme = desk.texts.t, desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._group = QButtonGroup(self)
        head = row(label(t("On the beamer"), "strong"), 1, spacing=6)
        for number, (language, words) in enumerate((("nl", "NL"), ("en", "EN"))):
            pill = button(theme, words, "", "pill", f"preview-{language}")
            pill.setCheckable(True)
            pill.setAccessibleName(t("Show it in Dutch") if language == "nl" else t("Show it in English"))
            self._group.addButton(pill, number)
            head.addWidget(pill)
        self._group.idClicked.connect(lambda number: self.turn(LANGUAGES[number], told=True))
        column.addLayout(head)
        self.canvas = BeamerCanvas(desk.beamer_theme, motion=False, edge=theme.colour("line"), now=desk.now)
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.beamer_theme_changed.connect(self.canvas.set_theme)
        column.addWidget(self.canvas)
        self.tried = TryOut(desk, self)
        self.tried.changed.connect(self._say_try)
        self.try_out = button(theme, t("Show on the beamer"), "device-projector", "tool", "try-out")
        self.try_out.clicked.connect(self._try)
        column.addLayout(row(self.try_out, 1))
        self._sign = icon_label(theme, "check", "ok", 20)
        self._words = wrapped("")
        state = row(spacing=8)
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._words, 1)
        column.addLayout(state)
        self._from = wrapped("")
        self._from_sign = icon_label(theme, "copy", "ink2", 20)
        origin = row(spacing=8)
        origin.addWidget(self._from_sign, 0, Qt.AlignmentFlag.AlignTop)
        origin.addWidget(self._from, 1)
        column.addLayout(origin)
        self.original = button(theme, t("See the original"), "eye", "tool", "original")
        self.original.clicked.connect(self.original_asked)
        column.addLayout(row(self.original, 1))
        column.addStretch(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._paint)
        self.turn(self.language)

    def show_draft(self, draft: Draft | None) -> None:
        """Show this card from now on, at once; None for no card."""
        self._draft = draft
        self._paint()

    def follow(self, draft: Draft) -> None:
        """Something was typed: the picture follows soon."""
        self._draft = draft
        if not self._soon.isActive():
            self._soon.start()

    def turn(self, language: str, *, told: bool = False) -> None:
        """Show the card in this language."""
        self._group.button(LANGUAGES.index(language)).setChecked(True)
        if language != self.language:
            self.language = language
            self._paint()
        if told:
            self.turned.emit(language)

    def say(self, words: str, sign: str, tone: str) -> None:
        """Whether the card is kept; ``tone`` is a colour such as ok, ink2 or act."""
        self._words.setText(words)
        self._sign.setVisible(bool(words))
        self._sign.setPixmap(icons.pixmap(sign, self._desk.theme.colour(tone), 20, 2.0))
        self.setAccessibleDescription(words)

    @property
    def said(self) -> str:
        """What is said about keeping."""
        return self._words.text()

    def say_origin(self, words: str, *, link: bool) -> None:
        """What this card is an own version of; '' for none."""
        for part in (self._from, self._from_sign):
            part.setVisible(bool(words))
        self._from.setText(words)
        self.original.setVisible(link)

    @property
    def origin(self) -> str:
        """What is said about where the card comes from."""
        return self._from.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is 16 by 9."""
        super().resizeEvent(event)
        self.canvas.setFixedHeight(round(self.width() * 9 / 16))

    def showEvent(self, event: QShowEvent) -> None:
        """The beamer may have come or gone, and a workshop begun or ended."""
        super().showEvent(event)
        self._say_try()

    def hideEvent(self, event: QHideEvent) -> None:
        """On another page nothing is tried any more."""
        super().hideEvent(event)
        self.tried.end()

    def _try(self) -> None:
        """Put the card on the beamer, or take it off."""
        if self.tried.on:
            self.tried.end()
        else:
            self.tried.show(self.canvas.view)
            self._say_try()

    def _say_try(self) -> None:
        t = self._desk.texts.t
        self.try_out.setVisible(self.tried.on or self.tried.allowed())
        self.try_out.setText(t("Take it off the beamer") if self.tried.on else t("Show on the beamer"))

    def _paint(self) -> None:
        self._soon.stop()
        draft, view = self._draft, NEUTRAL_VIEW
        decks = self._desk.decks
        if draft is not None and decks is not None and draft.has(self.language):
            card, board = draft.card(self.language), decks.library.deck.board
            icon = drawn_icon(decks.library, draft.deck, card.icon)
            if not isinstance(card, AssignmentCard):
                view = PublicView(self.language, Dilemma(poles_of(replace(card, icon=icon))))
            elif board is not None:
                view = PublicView(self.language, card_picture(board, replace(card, icon=icon)))
        else:
            view = PublicView(self.language, NEUTRAL_VIEW.picture)
        self.canvas.show_view(view)
        if self.tried.on:
            self.tried.show(view)
