"""Cards in the cockpit: one is found by a word, a field or the arrows; what is not there cannot be drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget

from gogrow.domain.deck import CardKind
from gogrow.domain.public import Card
from gogrow.domain.rules import hand, playing
from gogrow.domain.workshop import HandCard
from gogrow.ui.cockpit.cards_step import CardPanel
from gogrow.ui.cockpit.choose_card import CARD, CardChooser
from tests.sample import deck, team
from tests.ui.cockpit.conftest import Cockpit


@pytest.fixture
def chooser(cockpit: Cockpit) -> CardChooser:
    """The cards to choose from, opened at the step of one card for all."""
    cockpit.go_to("card")
    cockpit.click("choose")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CardChooser)
    return dialog


def field(chooser: CardChooser) -> QLineEdit:
    """Where she types a word."""
    return chooser.findChildren(QLineEdit)[0]


def rows(chooser: CardChooser) -> list[str]:
    """The questions that can be seen."""
    cards = chooser.findChildren(QListWidget)[0]
    items = [cards.item(row) for row in range(cards.count())]
    return [item.data(CARD).question for item in items if not item.isHidden()]


def reads(chooser: CardChooser) -> list[str]:
    return [part.text() for part in chooser.findChildren(QLabel) if part.isVisible() and part.text()]


def test_a_card_is_found_by_a_word_and_shown_by_enter(cockpit: Cockpit, chooser: CardChooser) -> None:
    wanted = deck().cards["nl"][30]
    search = field(chooser)
    assert search.hasFocus()
    assert len(rows(chooser)) == len(deck().cards["nl"])
    cockpit.qtbot.keyClicks(search, wanted.question.upper())
    assert rows(chooser) == [wanted.question]
    assert wanted.question in reads(chooser)
    assert wanted.hint in reads(chooser)
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Return)
    cockpit.settle()
    assert isinstance(cockpit.room, Card)
    assert cockpit.room.question == wanted.question
    assert wanted.hint not in repr(cockpit.room)


def test_the_arrows_go_through_what_is_left_of_a_field(cockpit: Cockpit, chooser: CardChooser) -> None:
    glow = next(b for b in chooser.findChildren(QAbstractButton) if b.text() == "Glow")
    cockpit.qtbot.mouseClick(glow, Qt.MouseButton.LeftButton)
    of_field = [card.question for card in deck().cards["nl"] if card.field == "glow"]
    assert rows(chooser) == of_field
    search = field(chooser)
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Down)
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Down)
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Up)
    assert of_field[1] in reads(chooser)
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Return)
    cockpit.settle()
    assert isinstance(cockpit.room, Card)
    assert cockpit.room.question == of_field[1]


def test_a_word_that_no_card_has_is_told_and_enter_shows_nothing(cockpit: Cockpit, chooser: CardChooser) -> None:
    before = cockpit.room
    search = field(chooser)
    cockpit.qtbot.keyClicks(search, "zzzq")
    assert rows(chooser) == []
    assert reads(chooser) == ["Er is geen kaart met deze woorden."]
    take = next(b for b in chooser.findChildren(QAbstractButton) if b.objectName() == "take")
    assert not take.isEnabled()
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chooser.isVisible()
    assert cockpit.room == before
    cockpit.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not chooser.isVisible()


def test_while_the_cards_are_still_read_nothing_can_be_drawn(cockpit: Cockpit) -> None:
    panel = CardPanel(cockpit.desk, compact=False)
    cockpit.qtbot.addWidget(panel)

    def state() -> tuple[str, set[bool]]:
        words = panel.findChildren(QLabel)[0].text()
        pressed = {b.isEnabled() for b in panel.findChildren(QAbstractButton) if b.objectName() in ("draw", "choose")}
        return words, pressed

    panel.show_workshop(team(), None, ())
    assert state() == ("De kaarten komen eraan…", {False})
    panel.show_workshop(team(), deck().cards["nl"][:1], ())
    assert state() == ("nog 1 kaart", {True})
    panel.show_workshop(team(), (), ())
    assert state() == ("Alle kaarten zijn gespeeld", {False})


def test_a_field_without_cards_cannot_be_drawn_from(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = team()
    for card in deck().cards["nl"]:
        if card.field == "flow":
            workshop = playing.show(workshop, card).workshop
            workshop = playing.put_away(workshop).workshop
    cockpit = make_cockpit(workshop)
    cockpit.alone()
    cockpit.go_to("card")
    assert not cockpit.find("Flow").isEnabled()
    cockpit.click("Grow")
    assert isinstance(cockpit.room, Card)
    assert cockpit.room.field == "grow"


def test_the_hand_comes_first_and_the_room_does_not_hear_of_it(cockpit: Cockpit) -> None:
    cards = deck().cards["nl"]
    mine = [hand.hand_card(cards[at], CardKind.ASSIGNMENT, cards[at].id) for at in (40, 7)]
    gone = HandCard("night/gone", CardKind.ASSIGNMENT, "Wie is wakker?")
    cockpit.go_to("card")
    before = cockpit.desk.beamer.view
    cockpit.do(hand.add, [gone, *mine])
    assert cockpit.desk.beamer.view == before
    panel = next(p for p in cockpit.page.findChildren(CardPanel) if p.isVisible())
    said = [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]
    assert f"Volgende uit je hand: {cards[40].question}" in said
    assert f"nog {len(cards)} kaarten · 2 in je hand" in said
    cockpit.click("choose")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CardChooser)
    assert rows(dialog)[:2] == [cards[40].question, cards[7].question]
    assert rows(dialog)[2] == cards[0].question
    dialog.reject()
    assert cockpit.find("act").accessibleName() == "Uit je hand"
    for at in (40, 7):
        assert cockpit.find("draw").text() == "Uit je hand"
        cockpit.click("draw")
        assert isinstance(cockpit.room, Card)
        assert cockpit.room.question == cards[at].question
    assert cockpit.find("draw").text() == "Trek een kaart"
    assert not any("hand" in part.text() for part in panel.findChildren(QLabel) if part.isVisible())
