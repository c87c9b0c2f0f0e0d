"""A card for two: drawn together, read aloud, put away or stopped without a trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gogrow.domain.deck import AssignmentCard, Deck
from gogrow.domain.rules import playing
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button
from gogrow.ui.table.heading import Heading
from gogrow.ui.table.step import Column, TableStep


class CardsStep(TableStep):
    """Cards that fit two. *Stop* takes a card away as if it was never drawn."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._deck: Deck | None = None
        self._stopped: frozenset[str] = frozenset()
        card = QFrame()
        card.setProperty("panel", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(14)
        self._icon = label("")
        self._before = label("", "section", wrap=True)
        self._question = Heading(desk.theme, lines=6)
        self._after = label("", "section", wrap=True)
        column.addStretch(1)
        for part in (self._icon, self._before, self._question, self._after):
            column.addWidget(part)
        column.addStretch(2)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 24, 16, 12)
        around.addWidget(card)
        self._card = card
        self._words = Column(desk)
        self._stop = button(desk.theme, self.t("Another card, without a trace"), "refresh", "", "stop-card")
        self._stop.clicked.connect(self._stop_card)
        self._words.box.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.left = holder
        self.right = self._words
        desk.follow_deck(self._set_deck)

    def show(self, workshop: Workshop) -> None:
        """Show the card, or the step's own words."""
        step, played, language = workshop.step(), workshop.card(), self.texts.language
        if step is not None:
            self._words.say(step.heading.get(language, ""), step.body.get(language, ""))
        card = played.card if played else None
        name = card.icon if card and icons.known(card.icon) else "cards"
        self._icon.setPixmap(icons.pixmap(name, self.desk.theme.colour("ink"), 56, 2.0))
        for part, words in ((self._before, card.before if card else ""), (self._after, card.after if card else "")):
            part.setText(words)
            part.setVisible(bool(words))
        self._question.setText(card.question if card else self.t("Draw a card together"))
        self._stop.setVisible(card is not None)

    def primary(self, workshop: Workshop) -> Primary:
        """Draw, or go on."""
        if workshop.card() is None and self._left(workshop):
            return Primary(self.t("Draw a card"))
        return Primary(self.t("Continue"))

    def secondary(self, workshop: Workshop) -> str:
        """One more, or none at all."""
        if workshop.card() is None:
            return self.t("No card")
        return self.t("One more card") if self._left(workshop) else ""

    def act(self, workshop: Workshop) -> None:
        """The right button."""
        if workshop.card() is None and self._left(workshop):
            self._draw()
        else:
            self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """The left button."""
        if workshop.card() is None:
            self.onward.emit()
        else:
            self._draw()

    def _draw(self) -> None:
        cards = self._left(self.live.workshop)
        self.live.do(playing.draw, cards, self.desk.source, "", self._stopped)

    def _stop_card(self) -> None:
        self._stopped |= {self.live.workshop.stage.card}
        self.live.do(playing.stop)
        if playing.left(self.live.workshop, self._left(self.live.workshop), without=self._stopped):
            self._draw()

    def _left(self, workshop: Workshop) -> tuple[AssignmentCard, ...]:
        cards = self._deck.cards.get(workshop.details.language, ()) if self._deck else ()
        mine = {card.id for card in workshop.hand}
        fitting = tuple(card for card in cards if card.fits == "two" or card.id in mine) or tuple(cards)
        return playing.left(workshop, fitting, without=self._stopped)

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self.changed.emit()
