"""Right of the list: the card as the room will see it, and below it what only the facilitator reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gogrow.content.library import CardEntry, Library
from gogrow.domain.board import Board
from gogrow.domain.deck import AnyCard, AssignmentCard, DilemmaCard
from gogrow.domain.public import Dilemma, PublicView, card_picture, poles_of
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.cards.words import language_words, missing_words, origin_words
from gogrow.ui.cockpit.choose_dilemma import MARK, sensitive_words
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, icon_label, panel, row


class ShownCard(QWidget):
    """One card. ``board`` has its fields; the language is the one that was chosen last, or the first that it has."""

    starred = Signal(bool)
    editing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._library: Library | None = None
        self._entry: CardEntry | None = None
        self._board: Board | None = None
        self._language = desk.texts.language
        self._covered = False
        t, theme = desk.texts.t, desk.theme
        frame, column = panel((12, 12, 12, 10), 8)
        self.canvas = BeamerCanvas(desk.beamer_theme, motion=False, edge=theme.colour("line"), now=desk.now)
        column.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        self.star = button(theme, t("Favourite"), "star", "tool", "star")
        self.star.setCheckable(True)
        self.star.setToolTip(t("Give it a star, or take it away: the key *"))
        self.star.clicked.connect(self.starred)
        self.edit = button(theme, t("Edit…"), "pencil", "tool", "edit-card")
        self.edit.clicked.connect(self.editing)
        self._switch = row(spacing=4)
        line = row(self.star, self.edit, 1, spacing=6)
        line.addLayout(self._switch)
        column.addLayout(line)
        self._below = QScrollArea()
        self._below.setWidgetResizable(True)
        self._below.setFrameShape(QFrame.Shape.NoFrame)
        self._below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setMinimumHeight(40)
        column.addWidget(self._below, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        desk.beamer_theme_changed.connect(self.canvas.set_theme)
        self.show_entry(None, None, None, star=False)

    @property
    def language(self) -> str:
        """The language that is wanted."""
        return self._language

    def speak(self, language: str) -> None:
        """Show cards in this language, where they have it."""
        self._language = language

    def show_entry(
        self,
        library: Library | None,
        entry: CardEntry | None,
        board: Board | None,
        *,
        star: bool,
        covered: bool = False,
    ) -> None:
        """Show a card; None when there is none. ``covered``: the room may look along, so without its hint."""
        self._covered = covered
        self._library, self._entry, self._board = library, entry, board
        there = library is not None and entry is not None
        for part in (self.canvas, self.star):
            part.setVisible(there)
        self.star.setChecked(star)
        self.edit.setVisible(entry is not None and entry.own)
        self._show()

    def fit(self, width: int, height: int) -> None:
        """It is this wide in a column of this height: the picture is as a beamer's. Called before it is laid out."""
        high = max(90, min(round((width - 28) * 9 / 16), round(height * 0.36)))
        self.canvas.setFixedSize(min(width - 26, round(high * 16 / 9)), high)
        self.setMinimumHeight(high + 124)

    # ------------------------------------------------------------------ inside

    def _show(self) -> None:
        library, entry = self._library, self._entry
        while item := self._switch.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if library is None or entry is None:
            self._say([])
            return
        card = library.shown(entry, self._language)
        if (view := _view(card, self._board or library.deck.board)) is not None:
            self.canvas.show_view(view)
        if len(entry.words) > 1:
            for language in entry.words:
                pill = button(self._desk.theme, language.upper(), "", "pill", f"card-{language}")
                pill.setAccessibleName(language_words(language))
                pill.setToolTip(language_words(language))
                pill.setCheckable(True)
                pill.setChecked(language == card.language)
                pill.clicked.connect(lambda _=False, language=language: self._turn(language))
                self._switch.addWidget(pill)
        self._say(self._lines(library, entry, card))

    def _turn(self, language: str) -> None:
        self._language = language
        had = self.focusWidget() is not None and self.focusWidget().objectName().startswith("card-")
        self._show()
        fresh = self.findChild(QWidget, f"card-{language}")
        if had and fresh is not None:
            fresh.setFocus()

    def _lines(self, library: Library, entry: CardEntry, card: AnyCard) -> list[tuple[str, str]]:
        """What is said below the picture: an icon or '' and words."""
        texts = self._desk.texts
        lines: list[tuple[str, str]] = []
        if isinstance(card, DilemmaCard) and card.sensitive:
            lines.append((MARK, sensitive_words(texts, card.sensitive)))
        if card.hint and self._covered:
            lines.append(("eye-off", texts.t("Its hint is covered: the room may be looking along.")))
        elif card.hint:
            lines.append(("lock", card.hint))
        if isinstance(card, DilemmaCard):
            if card.deepen:
                lines.append(("messages", texts.t("To talk on")))
                lines += [("", question) for question in card.deepen]
            if card.fact:
                lines.append(("info-circle", card.fact))
        missing = missing_words(texts, library, entry)
        about = (("copy", origin_words(texts, library, card)), ("message-language", missing))
        lines += [(sign, words[:1].upper() + words[1:]) for sign, words in about if words]
        return lines

    def _say(self, lines: list[tuple[str, str]]) -> None:
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 6, 2)
        column.setSpacing(6)
        for sign, words in lines:
            line = row(spacing=8)
            mark: QLabel = icon_label(self._desk.theme, sign, "ink2", 18) if sign else label("–", "muted")
            mark.setFixedWidth(20)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(typed(words, "text"), 1)
            column.addLayout(line)
        column.addStretch(1)
        self._below.setWidget(inside)


def _view(card: AnyCard, board: Board | None) -> PublicView | None:
    """What the beamer gets of a card: no hint, no deepening question."""
    if isinstance(card, AssignmentCard):
        return PublicView(card.language, card_picture(board, card)) if board is not None else None
    return PublicView(card.language, Dilemma(poles_of(card)))
