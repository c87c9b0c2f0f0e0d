"""What a team played before, asked of a real file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Details, Stage
from gogrow.store.played import played_with_team
from gogrow.store.workspace import Workspace
from tests.store.making import full, workshop

STEP = StepName("new", {"title": "x"})


def add(workspace: Workspace, id: str, organisation: str, team: str, day: dt.date | None) -> None:
    details = replace(full().details, organisation=organisation, team=team, date=day)
    workspace.create(replace(full(id), details=details), STEP)


def asked(workspace: Workspace, organisation: str, team: str) -> dict[str, dt.date | None]:
    mine = replace(workshop("mine"), details=Details("Nu", organisation, team, dt.date(2026, 6, 1)))
    workspace.create(mine, STEP)
    return played_with_team(workspace, "mine")


def test_the_same_team_whatever_its_capitals_and_the_latest_day(workspace: Workspace) -> None:
    ids = [*(card.id for card in full().played), *(dilemma.id for dilemma in full().dilemmas)]
    add(workspace, "a", "Haan BV", "Zetten", dt.date(2026, 5, 12))
    add(workspace, "b", " haan  bv", "ZETTEN ", dt.date(2025, 1, 2))
    add(workspace, "c", "Haan BV", "Drukken", dt.date(2026, 5, 30))
    add(workspace, "d", "Elders", "Zetten", dt.date(2026, 5, 30))
    assert len(ids) > 1
    assert asked(workspace, "Haan bv", "zetten") == dict.fromkeys(ids, dt.date(2026, 5, 12))


def test_without_a_date_the_day_that_it_began_or_none(workspace: Workspace) -> None:
    add(workspace, "a", "", "Zetten", None)
    begun = full().stage.begun
    assert begun is not None
    assert set(asked(workspace, "", "Zetten").values()) == {begun.date()}
    never = replace(full("b"), stage=Stage(), details=replace(full().details, organisation="", team="Nooit", date=None))
    workspace.create(never, STEP)
    workspace.create(replace(workshop("other"), details=Details("Nu", "", "Nooit")), STEP)
    assert set(played_with_team(workspace, "other").values()) == {None}


def test_nothing_of_itself_of_no_team_or_of_what_was_removed(workspace: Workspace) -> None:
    add(workspace, "a", "", "", dt.date(2026, 5, 12))
    add(workspace, "b", "", "Zetten", dt.date(2026, 5, 12))
    assert asked(workspace, "", "") == {}
    assert played_with_team(workspace, "b") == {}, "its own cards are no earlier ones"
    add(workspace, "c", "", "Zetten", dt.date(2026, 4, 1))
    assert played_with_team(workspace, "b") != {}
    workspace.delete("c", STEP)
    assert played_with_team(workspace, "b") == {}
