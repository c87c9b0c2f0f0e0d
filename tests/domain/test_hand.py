"""The hand of cards: hers is the order, and what is drawn begins with it."""

from __future__ import annotations

import random

import pytest

from gogrow.domain.deck import CardKind
from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.rules import hand, playing
from gogrow.domain.workshop import HandCard, Workshop
from tests.sample import deck, team


def card(id: str) -> HandCard:
    return HandCard(id, CardKind.ASSIGNMENT, id)


def ids(outcome: Outcome) -> list[str]:
    assert outcome.step is not None, "it can be undone"
    assert outcome.step.code == "set_hand"
    return [one.id for one in outcome.workshop.hand]


@pytest.fixture
def three() -> Workshop:
    """A hand of a, b and c."""
    return hand.set_hand(team(), [card(id) for id in "abc"]).workshop


def test_what_is_added_comes_last_and_once(three: Workshop) -> None:
    assert ids(hand.add(three, [card("d"), card("a"), card("d")])) == ["a", "b", "c", "d"]


def test_what_is_taken_out_leaves_the_others_in_order(three: Workshop) -> None:
    assert ids(hand.take_out(three, ["b", "nobody"])) == ["a", "c"]


def test_another_order_loses_no_card(three: Workshop) -> None:
    assert ids(hand.reorder(three, ["c", "gone", "a"])) == ["c", "a", "b"]
    assert ids(hand.reorder(three, [])) == ["a", "b", "c"]


def test_a_hand_has_an_end(three: Workshop) -> None:
    with pytest.raises(RuleBroken, match="hand_full"):
        hand.add(three, [card(str(number)) for number in range(hand.HAND_LIMIT)])


def test_the_hand_is_played_first_and_what_is_not_there_is_passed_over() -> None:
    cards = deck().cards["nl"]
    workshop = hand.add(team(), [card("night/gone"), card(cards[40].id), card(cards[7].id)]).workshop
    source, seen = random.Random(3), []
    for _ in range(4):
        workshop = playing.draw(workshop, cards, source).workshop
        seen.append(workshop.stage.card)
    assert seen[:2] == [cards[40].id, cards[7].id]
    assert len(set(seen)) == 4
    assert "night/gone" not in seen
