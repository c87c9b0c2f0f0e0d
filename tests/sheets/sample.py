"""Workshops to print: the real Go Grow deck, invented people, and texts of every length."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import cache

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.board import About, Axis, Board, Field, Round, Shape, Spot
from gogrow.domain.deck import Deck
from gogrow.domain.people import PAWN_COLOURS, Participant, Role
from gogrow.domain.plan_code import new_code
from gogrow.domain.workshop import (
    Details,
    DevelopmentPlan,
    GapView,
    How,
    Placement,
    PlanStep,
    Talk,
    Visibility,
    Workshop,
)

NAMES = (
    "Johan Terpstra",
    "Samira El Idrissi",
    "Max von Richter",
    "Anne-Fleur van 't Hof - de Wit",
    "Fatima Özdemir",
    "Shaun O'Neill",
    "Çelik 🌻",
    "Nguyễn Thị Minh",
    "محمد الأحمد",
    "Yusuf",
    "Wilhelmina-Frederica van den Bergh van Heinenoord tot Slinge",
)
LONG = "Elke maandagochtend met de arbeidsongeschiktheidsverzekeringsmaatschappij bellen over roosters. "
DETAILS = Details(
    "Team Zetten",
    "Zetwerk BV",
    "Nachtploeg",
    dt.date(2026, 5, 12),
    "nl",
    ("Iedereen kan twee machines bedienen", "Minder haast"),
    dt.date(2026, 8, 18),
    "Ilse de Boer, 06 1234 5678",
)


@cache
def deck() -> Deck:
    """The deck that comes with the program."""
    return read_deck(paths.decks() / "go-grow")


def team(count: int = 11, *, typed: bool = False, language: str = "nl", programme: str = "team") -> Workshop:
    """A workshop with ``count`` people, the first of whom leads; with ``typed`` they placed and typed their plans."""
    source = random.Random(7)
    people: list[Participant] = []
    for at in range(count):
        name = NAMES[at] if at < len(NAMES) else f"{NAMES[at % len(NAMES)]} {at}"
        role = Role.MANAGER if at == 0 else Role.COLLEAGUE if at == 3 else Role.EMPLOYEE
        people.append(
            Participant(
                id=f"p{at}",
                person=f"q{at}",
                name=name,
                role=role,
                manager="p0" if at else None,
                colour=PAWN_COLOURS[at % len(PAWN_COLOURS)],
                code=new_code(source),
            )
        )
    board = deck().board
    assert board is not None
    run = next(p.steps for p in deck().programmes if p.id == programme)
    workshop = Workshop("w", replace(DETAILS, language=language), board, run, tuple(people))
    if not typed:
        return workshop
    placements: list[Placement] = []
    for person in people:
        for question in ("now", "wish", "other"):
            spot = source.choice(board.spots)
            target = person.id if question != "other" else "p0"
            placements.append(
                Placement(f"{question}.{person.id}", question, person.id, target, spot.x, spot.y, spot.letter)
            )
    return replace(workshop, placements=tuple(placements), plans=tuple(plan(person.id) for person in people))


def plan(id: str) -> DevelopmentPlan:
    """A plan as somebody types it."""
    return DevelopmentPlan(
        id,
        take_along="Ik mag vaker vragen stellen",
        wish="Ik werk nieuwe collega’s in",
        steps=(
            PlanStep("Yusuf helpen aan de zetbank", How.DOING, "Johan", "2026-05-18"),
            PlanStep("Een ochtend meekijken", How.COLLEAGUE, "Marloes", "9 juni"),
        ),
        enables="Johan geeft mij 2 uur per week om uit te leggen.",
        plan_a="Vaste dagen",
    )


def with_talk(workshop: Workshop, visibility: Visibility = Visibility.PLAN, owner: str = "p1") -> Workshop:
    """The workshop with one talk, taken over by p1."""
    talk = Talk(
        "t1",
        owner,
        "p0",
        GapView.LOOKING,
        visibility,
        "Nieuwe collega’s komen eerst naar Samira.",
        (),
        "Dat zeggen we elke week.",
    )
    plans = tuple(replace(p, taken=("t1",)) if p.id == "p1" else p for p in workshop.plans)
    return replace(workshop, talks=(talk,), plans=plans or (DevelopmentPlan("p1", taken=("t1",)),))


def with_plan(workshop: Workshop, plan: DevelopmentPlan) -> Workshop:
    """The workshop with one plan in place of that of its owner."""
    return replace(workshop, plans=(*(p for p in workshop.plans if p.id != plan.id), plan))


def without_codes(workshop: Workshop) -> Workshop:
    """The same workshop, but no sheet has a code."""
    people = tuple(replace(person, code="") for person in workshop.participants)
    return replace(workshop, participants=people, details=replace(workshop.details, check_in=None))


def plane() -> Board:
    """A board of another kind: two axes and four rectangles."""
    names = ("Samen leren", "Sterk werk", "Zelf doen", "Eigen koers")
    rects = ((0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 1.0, 0.5), (0.0, 0.5, 0.5, 1.0), (0.5, 0.5, 1.0, 1.0))
    fields = tuple(
        Field(
            f"f{at}", {"nl": name}, {"nl": f"Hier gaat het om {name.lower()}"}, {}, {}, "plant", colour, rim, None, rect
        )
        for at, (name, rect, colour, rim) in enumerate(
            zip(names, rects, ("know", "flow", "glow", "grow"), ("solid", "dashes", "dots", "ticks"), strict=True)
        )
    )
    spots = tuple(
        Spot(chr(65 + 5 * row + column), 0.1 + 0.2 * column, 0.1 + 0.2 * row) for row in range(5) for column in range(5)
    )
    axes = (Axis({"nl": "reactief"}, {"nl": "proactief"}), Axis({"nl": "organisatie"}, {"nl": "mens"}))
    rounds = (
        Round("nu", {"nl": "Waar staat de organisatie nu?"}, {"nl": "Nu"}, About.SELF),
        Round("straks", {"nl": "Waar wil je dat de organisatie staat?"}, {"nl": "Straks"}, About.SELF),
    )
    return Board("plane", Shape.PLANE, 1.25, fields, spots, rounds, "Z", None, axes=axes)
