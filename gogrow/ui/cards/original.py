"""The card that an own version was made from, as the room sees it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import AssignmentCard
from gogrow.domain.public import Dilemma, PublicView, card_picture, poles_of
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.cards.card_names import entry_words
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided
from gogrow.ui.parts import button, row

WIDE, HIGH = 800, 450


class Original(QDialog):
    """Only to look at."""

    def __init__(self, desk: Desk, parent: QWidget, entry: CardEntry, language: str, library: Library) -> None:
        super().__init__(parent)
        t = desk.texts.t
        self.setWindowTitle(t("The original"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Elided(entry_words(entry, language), "title"))
        self.canvas = BeamerCanvas(desk.beamer_theme, motion=False, edge=desk.theme.colour("line"), now=desk.now)
        self.canvas.setFixedSize(WIDE, HIGH)
        column.addWidget(self.canvas)
        close = button(desk.theme, t("Close"), "x", "", "close")
        close.clicked.connect(self.accept)
        column.addLayout(row(1, close))
        card = library.shown(entry, language)
        if not isinstance(card, AssignmentCard):
            self.canvas.show_view(PublicView(card.language, Dilemma(poles_of(card))))
        elif library.deck.board is not None:
            self.canvas.show_view(PublicView(card.language, card_picture(library.deck.board, card)))
