"""The private value of a workshop: everything that was prepared, placed, said and agreed. One frozen tree.

The room never gets this; it gets the `PublicView` of ``public``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from gogrow.domain.board import Board
from gogrow.domain.deck import AssignmentCard, CardKind, ProgrammeStep
from gogrow.domain.dilemmas import DilemmaStage, GoalView, Moment, NamedView, PlayedDilemma, Request, ViewCount
from gogrow.domain.people import Participant, Presence, Role


@dataclass(frozen=True, slots=True)
class Details:
    """What the facilitator fills in about a workshop. ``contact`` is her own line on the back of a plan.

    ``setting`` is ``team`` or ``two``; ``programme`` the id of the programme that the run was made from.
    ``check_in`` is the day to look back, all day unless ``check_in_time`` (``10:00``) says when; ``place`` is where.
    ``follows`` is the id of the workshop that this one looks back at, or ''. ``looked_back``: its people did elsewhere.
    """

    title: str
    organisation: str = ""
    team: str = ""
    date: dt.date | None = None
    language: str = "nl"
    goals: tuple[str, ...] = ()
    check_in: dt.date | None = None
    contact: str = ""
    setting: str = "team"
    programme: str = ""
    place: str = ""
    check_in_time: str = ""
    follows: str = ""
    looked_back: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """A pawn on the board: who placed, whose pawn, where. ``id`` is always ``<round>.<placer>``.

    ``target`` is None when a slip does not say whom; ``spot`` is the letter it was placed by, or ''.
    """

    id: str
    round: str
    placer: str
    target: str | None
    x: float
    y: float
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody is done with a round: placed or passed, which look alike. ``id`` is ``<round>.<participant>``."""

    id: str
    round: str
    participant: str


class Consent(StrEnum):
    """What somebody said yes to. Never in the undo history."""

    NAME = "name"  # my name may stand at my pawn
    MANAGER_VIEW = "manager_view"  # where people place me may be shown, without names
    GAP = "gap"  # our gap may be on the beamer (participant and other, once for each)
    MIRROR = "mirror"  # for two: the mirror gap may be shown
    THEN_NOW = "then_now"  # where I stood and where I stand now may be on the beamer


@dataclass(frozen=True, slots=True)
class Agreement:
    """A yes of one participant; ``other`` only where it is about two. ``id`` is ``<kind>.<participant>[.<other>]``."""

    id: str
    kind: Consent
    participant: str
    other: str | None = None


class Visibility(StrEnum):
    """Who may see what was said about a gap. The first is the default and nothing of it reaches the file."""

    NOT_RECORDED = "not_recorded"
    US = "us"
    PLAN = "plan"
    THEME = "theme"


class GapView(StrEnum):
    """Which gap: my pawn and where I place you, or my pawn and where you place me."""

    LOOKING = "looking"
    MIRROR = "mirror"


@dataclass(frozen=True, slots=True)
class Talk:
    """What two people want to keep of their talk. ``visibility`` is US or PLAN; the other choices keep no talk."""

    id: str
    owner: str
    other: str
    view: GapView
    visibility: Visibility
    sentence: str = ""
    themes: tuple[str, ...] = ()
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Harvest:
    """A theme and how often it was named: no pair, no time, no order. Never in the undo history."""

    id: str
    theme: str
    count: int


@dataclass(frozen=True, slots=True)
class PlayedCard:
    """A card that was shown, with the words of then. ``id`` is the card's id."""

    id: str
    card: AssignmentCard
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandCard:
    """A card that the facilitator wants to play, in her order. ``id`` is the card's id; ``title`` says which it is when
    the deck that it comes from is not there."""

    id: str
    kind: CardKind
    title: str = ""


class How(StrEnum):
    """How a step is learned. Source of the three: 70-20-10, in the dialogue guide on lifelong development."""

    DOING = "doing"
    COLLEAGUE = "colleague"
    COURSE = "course"


class StepState(StrEnum):
    """How it goes with a step. Letting go is as good an answer as any."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One concrete step; everything may stay blank and be written by hand. ``by`` is free text or a date.

    ``enables`` is what the organisation makes possible for it, ``sign`` how one will see that it worked.
    """

    what: str = ""
    how: How | None = None
    helper: str = ""
    by: str = ""
    why: str = ""
    enables: str = ""
    sign: str = ""
    state: StepState = StepState.OPEN


@dataclass(frozen=True, slots=True)
class DevelopmentPlan:
    """What is typed of one participant's plan. ``id`` is the participant's id.

    ``wish`` is the dot on the horizon. ``taken`` holds ids of talks that the owner takes over; ``plan_a``, ``plan_b``
    and ``plan_c`` are private. ``check_in`` is a day of one's own to look back (None: that of the workshop).
    ``shared`` names the fields (of `SHAREABLE`) whose words the owner lets into a report for the organisation.
    """

    id: str
    take_along: str = ""
    wish: str = ""
    steps: tuple[PlanStep, ...] = ()
    enables: str = ""
    improvement: str = ""
    team: str = ""
    signatures: bool = False
    taken: tuple[str, ...] = ()
    plan_a: str = ""
    plan_b: str = ""
    plan_c: str = ""
    qualities: str = ""
    motives: str = ""
    check_in: dt.date | None = None
    shared: tuple[str, ...] = ()


SHAREABLE = ("wish", "enables", "improvement", "team")
"""The fields of a plan whose words a person may let into a report, one by one."""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan as it stood on paper on a day, so that the sheet of then can be made again as it was.

    ``talks`` are those that it took over, ``places`` the owner's own pawns, ``check_in`` the day to look back.
    """

    id: str
    participant: str
    day: dt.date
    plan: DevelopmentPlan
    talks: tuple[Talk, ...] = ()
    places: tuple[Placement, ...] = ()
    check_in: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StepResult:
    """What came of a step of the plan of then: its words of then, how it goes, and why."""

    what: str
    state: StepState = StepState.OPEN
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Looking back at one's plan of then, in the workshop that follows. ``id`` is the participant's id."""

    id: str
    results: tuple[StepResult, ...] = ()
    helped: str = ""
    hindered: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that can pause: seconds gone before ``since``, and since when it runs (UTC; None: paused)."""

    gone: float = 0.0
    since: dt.datetime | None = None

    def elapsed(self, now: dt.datetime) -> float:
        """Seconds on this clock at ``now``; never less than 0, also when the system's clock was set back."""
        running = (now - self.since).total_seconds() if self.since is not None else 0.0
        return max(0.0, self.gone + max(0.0, running))

    def paused(self, now: dt.datetime) -> Clock:
        """The same clock, standing still."""
        return Clock(self.elapsed(now), None)

    def running(self, now: dt.datetime) -> Clock:
        """The same clock, going on."""
        return self if self.since is not None else Clock(self.gone, now)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the session is. Never in the undo history; what the beamer's mode is, is not even in the file.

    ``step`` is the id of the current step ('' before the beginning). ``shown`` holds ids of placements that were
    revealed. ``pair`` is the (owner, other) of the gap in the picture; ``then_now`` the participant whose then and now
    is in it, or `TEAM` for those of all. ``turns`` counts turns of a gap talk from 1
    (0: not started); ``turn`` is its clock, ``turn_minutes`` its length. ``entering`` is who is next to be typed.
    """

    step: str = ""
    begun: dt.datetime | None = None
    ended: bool = False
    clock: Clock = field(default_factory=Clock)
    shown: frozenset[str] = frozenset()
    card: str = ""
    pair: tuple[str, str] | None = None
    view: GapView = GapView.LOOKING
    turns: int = 0
    turn_minutes: int = 4
    turn: Clock = field(default_factory=Clock)
    entering: str = ""
    prompt: str = ""
    dilemma: DilemmaStage = field(default_factory=DilemmaStage)
    then_now: str = ""


TEAM = "team"
"""What stands in the place of a participant's id when then and now of all are in the picture."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Half-written words, kept so that at most a second of typing is lost. ``id`` names the text field."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What stays after erasing: counts. ``fields`` has (round, field id or 'centre', count)."""

    people: int
    talks: int
    cards: int
    fields: tuple[tuple[str, str, int], ...] = ()
    dilemmas: int = 0


@dataclass(frozen=True, slots=True)
class Workshop:
    """One workshop, whole. Order of every tuple is the order on screen, except that placements have none."""

    id: str
    details: Details
    board: Board
    run: tuple[ProgrammeStep, ...] = ()
    participants: tuple[Participant, ...] = ()
    placements: tuple[Placement, ...] = ()
    marks: tuple[Mark, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    talks: tuple[Talk, ...] = ()
    harvest: tuple[Harvest, ...] = ()
    played: tuple[PlayedCard, ...] = ()
    plans: tuple[DevelopmentPlan, ...] = ()
    dilemmas: tuple[PlayedDilemma, ...] = ()
    views: tuple[ViewCount, ...] = ()
    named_views: tuple[NamedView, ...] = ()
    goal_views: tuple[GoalView, ...] = ()
    requests: tuple[Request, ...] = ()
    stage: Stage = field(default_factory=Stage)
    drafts: tuple[Draft, ...] = ()
    summary: Summary | None = None
    hand: tuple[HandCard, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()

    def participant(self, id: str) -> Participant | None:
        """The participant with this id, or None."""
        return next((p for p in self.participants if p.id == id), None)

    def here(self) -> tuple[Participant, ...]:
        """Those who are here today, in order."""
        return tuple(p for p in self.participants if p.presence is Presence.HERE)

    def managers(self) -> frozenset[str]:
        """Ids of those who lead: by role, or because somebody names them as manager."""
        named = {p.manager for p in self.participants if p.manager}
        return frozenset(p.id for p in self.participants if p.role is Role.MANAGER or p.id in named)

    def placement(self, round: str, placer: str) -> Placement | None:
        """The placement of somebody in a round, or None."""
        wanted = f"{round}.{placer}"
        return next((p for p in self.placements if p.id == wanted), None)

    def agreed(self, kind: Consent, participant: str, other: str | None = None) -> bool:
        """Whether somebody said yes to something."""
        wanted = agreement_id(kind, participant, other)
        return any(a.id == wanted for a in self.agreements)

    def step(self) -> ProgrammeStep | None:
        """The current step, or None before the beginning."""
        return next((s for s in self.run if s.id == self.stage.step), None)

    def plan(self, participant: str) -> DevelopmentPlan:
        """What is typed of somebody's plan; an empty plan when nothing is."""
        return next((p for p in self.plans if p.id == participant), DevelopmentPlan(participant))

    def looked_back(self, participant: str) -> CheckIn:
        """What somebody looks back at; nothing when there was no plan."""
        return next((c for c in self.check_ins if c.id == participant), CheckIn(participant))

    def card(self) -> PlayedCard | None:
        """The card in the picture, or None."""
        return next((c for c in self.played if c.id == self.stage.card), None)

    def dilemma(self, id: str | None = None) -> PlayedDilemma | None:
        """The dilemma with this id, by default the one in the picture; None when it was not played."""
        wanted = self.stage.dilemma.card if id is None else id
        return next((d for d in self.dilemmas if d.id == wanted), None)

    def counts(self, about: str, moment: Moment) -> tuple[int, ...]:
        """How many chose each step, as it was shown; () as long as nothing was."""
        return next((v.counts for v in self.views if v.about == about and v.moment is moment), ())

    def draft(self, id: str) -> str:
        """The half-written words of a text field, or ''."""
        return next((d.text for d in self.drafts if d.id == id), "")


def agreement_id(kind: Consent, participant: str, other: str | None = None) -> str:
    """The id that an agreement has."""
    return f"{kind}.{participant}" if other is None else f"{kind}.{participant}.{other}"
