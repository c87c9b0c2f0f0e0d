"""Whose plan a code is, asked of a real file; of workshops that follow each other the newest comes first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.outcome import StepName
from gogrow.domain.rules import follow_up
from gogrow.domain.workshop import Workshop
from gogrow.store.plans import PlanPlace, plans_with
from gogrow.store.workspace import Workspace
from tests.sample import deck, team

STEP = StepName("new", {"title": "x"})


def then() -> Workshop:
    """The first session, with a date."""
    made = team()
    return replace(made, id="first", details=replace(made.details, date=dt.date(2026, 5, 12)))


def later(earlier: Workshop, id: str, only: set[str] | None = None) -> Workshop:
    """A follow-up, whose title is its id."""
    board = deck().board
    assert board is not None
    programme = next(one for one in deck().programmes if one.id == "team")
    ids = {p.id: f"{id}-{p.id}" for p in earlier.participants}
    return follow_up.follow_up(earlier, id, id, programme, board, ids, only)


def put(workspace: Workspace, *workshops: Workshop) -> None:
    for one in workshops:
        workspace.create(one, STEP)


def found(workspace: Workspace, code: str) -> list[tuple[str, bool]]:
    return [(place.workshop, place.followed) for place in plans_with(workspace, code)]


def test_a_plan_by_its_code_and_none_of_another_file(workspace: Workspace) -> None:
    workshop = then()
    put(workspace, workshop)
    person = workshop.participants[3]
    assert plans_with(workspace, person.code) == (
        PlanPlace(workshop.id, workshop.details.title, dt.date(2026, 5, 12), person.id, person.name),
    )
    assert plans_with(workspace, "6R4A-5NMA") == ()


def test_the_newest_of_a_chain_comes_first_wherever_it_stands_in_the_list(workspace: Workspace) -> None:
    first = then()
    second = later(first, "second")
    third = later(second, "third")
    put(workspace, third, first, second)
    code = first.participants[0].code
    assert found(workspace, code) == [("third", False), ("second", True), ("first", True)]


def test_a_session_without_that_person_in_between_breaks_no_chain(workspace: Workspace) -> None:
    first = then()
    alone = next(p for p in first.participants if not p.manager)
    other = next(
        p for p in first.participants if p.id != alone.id and p.id not in {q.manager for q in first.participants}
    )
    second = later(first, "second", {alone.id})
    third = replace(later(first, "third"), details=replace(later(first, "third").details, follows="second"))
    put(workspace, first, second, third)
    assert found(workspace, other.code) == [("third", False), ("first", True)]
    workspace.delete("second", STEP)
    assert found(workspace, other.code) == [("third", False), ("first", True)]


def test_workshops_that_do_not_follow_each_other_are_both_new_in_the_order_of_the_list(workspace: Workspace) -> None:
    first = then()
    put(workspace, later(first, "left"), later(first, "right"), first)
    assert found(workspace, first.participants[0].code) == [("right", False), ("left", False), ("first", True)]


def test_a_ring_of_workshops_ends(workspace: Workspace) -> None:
    first = then()
    second = later(first, "second")
    put(workspace, replace(first, details=replace(first.details, follows="second")), second)
    assert {id for id, _ in found(workspace, first.participants[0].code)} == {"first", "second"}


def test_one_that_was_taken_off_the_list_is_not_found(workspace: Workspace) -> None:
    first = then()
    put(workspace, first, later(first, "second"))
    workspace.delete("second", STEP)
    assert found(workspace, first.participants[0].code) == [("first", False)]
