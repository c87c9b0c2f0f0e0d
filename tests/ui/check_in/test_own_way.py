"""Whose then and now can be looked at, which gaps were there then, and why there is nothing to see."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.rules import people, placing
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.check_in.own_way import gaps_then, why_not
from tests import again
from tests.sample import person

NL = Texts("nl")


@pytest.fixture
def then() -> Workshop:
    """The workshop of May, in which Samira placed Johan too."""
    made = again.then()
    samira, johan = person(made, "Samira El Idrissi"), person(made, "Johan Terpstra")
    return placing.place_at(made, "other", samira, "C", johan).workshop


def test_a_gap_of_then_waits_for_the_gap_of_now_and_for_the_same_two(then: Workshop) -> None:
    now = again.placed(again.again(then), "KJIHGFEDCBA")
    samira, johan, anja = (person(now, name) for name in ("Samira El Idrissi", "Johan Terpstra", "Anja Verbeek"))
    assert gaps_then(now, (then,), samira) == ()
    other = placing.place_at(now, "other", samira, "S", anja).workshop
    assert gaps_then(other, (then,), samira) == ()
    both = placing.place_at(now, "other", samira, "S", johan).workshop
    assert [(one.id, mate) for one, mate, _ in gaps_then(both, (then,), samira)] == [("then", johan)]
    assert gaps_then(both, (then,), johan) == ()
    assert gaps_then(both, (), samira) == ()


def test_a_session_between_without_that_gap_is_passed_over(then: Workshop) -> None:
    between = replace(again.again(then, "between"), placements=())
    now = again.placed(again.again(between, "w1"), "KJIHGFEDCBA")
    samira, johan = person(now, "Samira El Idrissi"), person(now, "Johan Terpstra")
    now = placing.place_at(now, "other", samira, "S", johan).workshop
    assert [one.id for one, _, _ in gaps_then(now, (between, then), samira)] == ["then"]


def test_why_there_is_nothing_to_see_is_said_in_the_right_order(then: Workshop) -> None:
    now = again.again(then)
    samira = person(now, "Samira El Idrissi")
    assert (
        why_not(now, (), samira, NL)
        == "Deze workshop volgt niet op een eerdere. Er is dus niets om mee te vergelijken."
    )
    assert why_not(now, (then,), samira, NL).startswith("Vul eerst het briefje van vandaag in.")
    new = people.add_people(now, [people.NewPerson("Noor Nieuw")], seeded_ids(3), random.Random(3)).workshop
    noor = person(new, "Noor Nieuw")
    assert why_not(new, (then,), noor, NL).startswith("Vul eerst"), "nothing of then is told before there is a now"
    assert why_not(placing.place_at(new, "now", noor, "A").workshop, (then,), noor, NL).startswith("Noor is er voor")
    placed = placing.place_at(now, "now", samira, "A").workshop
    board = replace(then, board=replace(then.board, id="other"))
    assert why_not(placed, (board,), samira, NL).startswith("Toen was het een ander bord.")
    passed = replace(then, placements=())
    assert why_not(placed, (passed,), samira, NL) == "Van toen is geen plek van Samira bewaard."
