"""Workshops and rules to try the store with; small, and of no instrument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from gogrow.domain.board import About, Board, Field, GapKind, Round, Shape, Spot
from gogrow.domain.deck import AssignmentCard, CardKind, DilemmaCard, Phase, ProgrammeStep, StepKind
from gogrow.domain.dilemmas import (
    DilemmaStage,
    FileKeeps,
    Fit,
    GoalView,
    Moment,
    NamedView,
    PlayedDilemma,
    Request,
    RoomSees,
    Sure,
    ViewCount,
)
from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.people import Participant, Presence, Role
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import (
    Agreement,
    CheckIn,
    Clock,
    Consent,
    Details,
    DevelopmentPlan,
    Draft,
    GapView,
    HandCard,
    Harvest,
    How,
    Mark,
    Placement,
    PlanStep,
    PlanVersion,
    PlayedCard,
    Stage,
    StepResult,
    StepState,
    Summary,
    Talk,
    Visibility,
    Workshop,
    agreement_id,
)

Rule = Callable[[Workshop], Outcome]

BOARD = Board(
    "plane",
    Shape.PLANE,
    1.5,
    (Field("left", {"nl": "Links"}, {}, {}, {}, "", "blue", "solid", rect=(0.0, 0.0, 0.5, 1.0)),),
    (Spot("A", 0.1, 0.2),),
    (Round("now", {"nl": "Waar sta je?", "en": "Where are you?"}, {"nl": "Nu"}, About.SELF),),
)

RUN = (
    ProgrammeStep("welcome", StepKind.WELCOME, 8, {"nl": "Welkom", "en": "Welcome"}, {"nl": "Hoi"}, {"nl": "…"}),
    ProgrammeStep(
        "slips",
        StepKind.ROUND,
        7,
        {"nl": "Briefjes"},
        {"nl": "Waar"},
        {},
        rounds=("now",),
        notes=({"nl": "Wacht", "en": "Wait"},),
        room={"nl": "Kring"},
        practice=True,
    ),
)


def workshop(id: str = "w1", people: int = 3, title: str = "Team Zetten") -> Workshop:
    """A workshop with people p0, p1, … and nothing else."""
    everyone = tuple(Participant(f"p{n}", f"x{n}", f"Mens {n}", manager="p0" if n else None) for n in range(people))
    return Workshop(id, Details(title), BOARD, RUN, everyone)


def full(id: str = "w1", word: str = "") -> Workshop:
    """A workshop with something in every field; ``word`` stands in each text that a person can write."""
    return Workshop(
        id,
        Details(
            f"Team {word}",
            f"Organisatie {word}",
            f"Zetten {word}",
            dt.date(2026, 5, 12),
            "nl",
            (f"Doel {word}", "Tweede doel"),
            dt.date(2026, 11, 12),
            f"Bel {word}",
            "team",
            "team",
            f"Kantine {word}",
            "10:00",
            "w0",
            True,
        ),
        BOARD,
        RUN,
        (
            Participant(
                "p0", "x0", f"Johan {word}", f"Jo {word}", Role.MANAGER, None, Presence.HERE, "navy", "star", "K7"
            ),
            Participant("p1", "x1", f"Çelik <b>&\"' 😀 {word}", manager="p0", presence=Presence.LATER),
            Participant("p2", "x2", f"O'Neill {word}", role=Role.COLLEAGUE, presence=Presence.NOT_HERE),
        ),
        (
            Placement("now.p0", "now", "p0", "p0", 0.1, 0.2, "A"),
            Placement("now.p1", "now", "p1", None, 1 / 3, 1.0),
            Placement("now.p2", "now", "p2", "p0", 0.0, 1e-12),
        ),
        (Mark("now.p0", "now", "p0"), Mark("now.p1", "now", "p1")),
        (
            Agreement(agreement_id(Consent.GAP, "p0", "p1"), Consent.GAP, "p0", "p1"),
            Agreement(agreement_id(Consent.NAME, "p1"), Consent.NAME, "p1"),
        ),
        (
            Talk(
                "t2", "p1", "p0", GapView.LOOKING, Visibility.US, f"Zin {word}", (f"thema {word}",), f"Afspraak {word}"
            ),
            Talk("t1", "p2", "p0", GapView.MIRROR, Visibility.PLAN),
        ),
        (Harvest("h1", "rust", 2), Harvest("h2", "tijd", 0)),
        (PlayedCard("c1", AssignmentCard("c1", "nl", "left", "tell", "two", 5, "bulb", f"Vraag {word}?"), ("rust",)),),
        (
            DevelopmentPlan(
                "p1",
                f"Mee {word}",
                f"Wens {word}",
                (
                    PlanStep(
                        f"Stap {word}",
                        How.COLLEAGUE,
                        f"Hulp {word}",
                        "mei",
                        f"Om {word}",
                        f"Uur {word}",
                        f"Zie {word}",
                        StepState.BUSY,
                    ),
                    PlanStep(),
                ),
                f"Kan {word}",
                f"Beter {word}",
                f"Team {word}",
                True,
                ("t1",),
                f"A {word}",
                f"B {word}",
                f"C {word}",
                f"Goed {word}",
                f"Drijft {word}",
                dt.date(2026, 8, 18),
                ("wish",),
            ),
        ),
        (
            PlayedDilemma(
                "d1",
                DilemmaCard(
                    "d1",
                    "nl",
                    "technology",
                    ("all",),
                    "robot",
                    "De robot",
                    f"Een robot {word}.",
                    "Ja",
                    "Fijn.",
                    "Nee",
                    "Rust.",
                    deepen=("Wanneer niet?",),
                ),
                "slips",
                f"Wij {word}",
                (f"thema {word}",),
                0.25,
                Sure.LIVE,
                f"Maar {word}",
                True,
            ),
        ),
        (
            ViewCount("d1.after", "d1", Moment.AFTER, (0, 1, 2, 0, 3)),
            ViewCount("d1.before", "d1", Moment.BEFORE, (2, 1, 0, 1, 2)),
        ),
        (NamedView("d1.before.p1", "d1", Moment.BEFORE, "p1", 2),),
        (GoalView("d1.0", "d1", f"Doel {word}", Fit.RUBS, f"Schuurt {word}"),),
        (Request("r2", f"Tijd {word}", True), Request("r1", "Rust")),
        Stage(
            "slips",
            dt.datetime(2026, 5, 12, 9, 30, tzinfo=dt.UTC),
            False,
            Clock(12.5, dt.datetime(2026, 5, 12, 9, 40, 1, 5, tzinfo=dt.UTC)),
            frozenset({"now.p0", "now.p1"}),
            "c1",
            ("p0", "p1"),
            GapView.MIRROR,
            2,
            6,
            Clock(3.0),
            "p1",
            f"Waar komt dit vandaan, {word}?",
            DilemmaStage(
                "d1",
                Phase.TALK,
                RoomSees.NAMES,
                FileKeeps.NAMES,
                True,
                frozenset({Moment.BEFORE}),
                "a",
                True,
                f"Wanneer {word}?",
                True,
                1,
            ),
            "team",
        ),
        (Draft("plan.p1.wish", f"Half {word}"),),
        Summary(3, 2, 1, (("now", "left", 5),)),
        (HandCard("mijn-deck/k1", CardKind.ASSIGNMENT, "Een kaart?"), HandCard("d1", CardKind.DILEMMA, "De robot")),
        (
            PlanVersion(
                "p1.1",
                "p1",
                dt.date(2026, 5, 12),
                DevelopmentPlan("p1", wish=f"Toen {word}", taken=("t1",)),
                (Talk("t1", "p2", "p0", GapView.MIRROR, Visibility.PLAN, f"Zo was het {word}"),),
                (Placement("now.p1", "now", "p1", "p1", 0.5, 0.25, "A"),),
                dt.date(2026, 8, 18),
            ),
        ),
        (CheckIn("p1", (StepResult(f"Stap {word}", StepState.DONE, f"Zo {word}"),), f"Hielp {word}", f"Stond {word}"),),
    )


def paired(workshop: Workshop) -> Workshop:
    """A workshop like `full`, with the places of the two whose gap is shown; without them no rule leaves it shown."""
    about = Round("about", {"nl": "Waar staat Johan?"}, {"nl": "Johan"}, About.OTHER, GapKind.BOTH)
    placed = Placement("about.p1", "about", "p1", "p0", 0.25, 0.5)
    board = replace(workshop.board, rounds=(*workshop.board.rounds, about))
    return replace(workshop, board=board, placements=(placed, *workshop.placements))


def with_rows(rows: tuple, new: object) -> tuple:  # type: ignore[type-arg]
    """The rows with this one in the place of the one with its id, or at the end."""
    if any(row.id == new.id for row in rows):  # type: ignore[attr-defined]
        return tuple(new if row.id == new.id else row for row in rows)  # type: ignore[attr-defined]
    return (*rows, new)


def without(rows: tuple, id: str) -> tuple:  # type: ignore[type-arg]
    """The rows but the one with this id."""
    return tuple(row for row in rows if row.id != id)


def place(person: str, x: float, y: float = 0.5) -> Rule:
    """Put somebody's pawn somewhere and mark him as done; one step."""

    def rule(workshop: Workshop) -> Outcome:
        id = f"now.{person}"
        placements = with_rows(workshop.placements, Placement(id, "now", person, person, x, y))
        marks = with_rows(workshop.marks, Mark(id, "now", person))
        return Outcome(replace(workshop, placements=placements, marks=marks), StepName("place", {"name": person}))

    return rule


def skip(person: str) -> Rule:
    """Somebody passes: no pawn, a mark, no step, and nothing of it stays in the history."""

    def rule(workshop: Workshop) -> Outcome:
        id = f"now.{person}"
        marks = with_rows(workshop.marks, Mark(id, "now", person))
        after = replace(workshop, placements=without(workshop.placements, id), marks=marks)
        return Outcome(tidy(after), None, frozenset({("placement", id), ("mark", id)}))

    return rule


def rename(person: str, name: str) -> Rule:
    """Another name for somebody; one step."""

    def rule(workshop: Workshop) -> Outcome:
        people = tuple(replace(p, name=name) if p.id == person else p for p in workshop.participants)
        return Outcome(replace(workshop, participants=people), StepName("rename", {"name": name}))

    return rule


def add(person: str, at: int | None = None, name: str = "Nieuw") -> Rule:
    """Somebody more, at a place in the list; one step."""

    def rule(workshop: Workshop) -> Outcome:
        people = list(workshop.participants)
        people.insert(len(people) if at is None else at, Participant(person, f"x{person}", name))
        return Outcome(replace(workshop, participants=tuple(people)), StepName("add", {"name": name}))

    return rule


def remove(person: str) -> Rule:
    """Somebody less; what hangs on him is left to the store. One step."""

    def rule(workshop: Workshop) -> Outcome:
        return Outcome(tidy(replace(workshop, participants=without(workshop.participants, person))), StepName("remove"))

    return rule


def retitle(title: str) -> Rule:
    """Another title; one step."""

    def rule(workshop: Workshop) -> Outcome:
        details = replace(workshop.details, title=title)
        return Outcome(replace(workshop, details=details), StepName("retitle", {"title": title}))

    return rule


def loosely(**parts: object) -> Rule:
    """Replace parts of a workshop without a step."""
    return lambda workshop: Outcome(replace(workshop, **parts))  # type: ignore[arg-type]
