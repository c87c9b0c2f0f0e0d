"""Workshops that follow others, for tests: a team that met in May and meets again in August."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.people import Participant
from gogrow.domain.rules import follow_up, placing, planning, session
from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, Workshop
from tests.sample import NAMES, NOW, deck, person, team

LATER = dt.date(2026, 8, 18)
STEPS = (
    PlanStep("Een dag meekijken op de afdeling Onderhoud", How.COLLEAGUE, "Marloes", "voor de zomer", why="Nieuw werk"),
    PlanStep("Elke vrijdag een half uur oefenen", How.DOING, "", "juni"),
    PlanStep("Cursus aanvragen", How.COURSE, "Johan", "september"),
)


def placed(workshop: Workshop, letters: str, *, shown: bool = True) -> Workshop:
    """Everybody at a letter, in order; a space passes. Shown, and then the managers joined."""
    for who, letter in zip(workshop.participants, letters, strict=False):
        workshop = placing.place_at(workshop, "now", who.id, letter if letter != " " else "Z").workshop
    if shown:
        workshop = placing.reveal(workshop, "now").workshop
        if {f"now.{id}" for id in workshop.managers()} & {p.id for p in workshop.placements}:
            workshop = placing.join_managers(workshop, "now").workshop
    return workshop


def then(names: tuple[str, ...] = NAMES, *, letters: str = "", setting: str = "team") -> Workshop:
    """The workshop of May: all at their places, looked at, and Samira has a plan with three steps."""
    workshop = team(names, setting=setting)
    spots = "".join(spot.letter for spot in workshop.board.spots)
    workshop = placed(workshop, letters or (spots * 2)[: len(names)])
    if "Samira El Idrissi" in names:
        plan = DevelopmentPlan(person(workshop, "Samira El Idrissi"), wish="Nieuwe collega’s inwerken", steps=STEPS)
        workshop = planning.edit_plan(workshop, plan).workshop
    return replace(session.begin(workshop, NOW).workshop, id="then")


def again(earlier: Workshop, id: str = "w1", day: dt.date = LATER, programme: str = "check-in") -> Workshop:
    """The workshop that follows, not begun yet."""
    board = deck().board
    assert board is not None
    chosen = next(one for one in deck().programmes if one.id == programme)
    ids = {p.id: f"{id}{p.id}" for p in earlier.participants}
    made = follow_up.follow_up(earlier, id, "Hoe ging het?", chosen, board, ids)
    return replace(made, details=replace(made.details, date=day))


def same(workshop: Workshop, who: Participant) -> Participant:
    """The same human in another workshop."""
    found = follow_up.person_then(workshop, who)
    assert found is not None
    return found
