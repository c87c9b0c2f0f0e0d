"""What the room may see: `PublicView`, made from the private workshop and nothing else for the beamer.

What is not here cannot be shown. Counters have no ids and stand in an order that is made from their places alone;
who passed, who is slow, hints, notes, the list of people and plans B and C have no place in these values. Two
workshops that differ only in private things give equal views.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gogrow.domain.board import Board
from gogrow.domain.course import Course
from gogrow.domain.deck import AssignmentCard, DilemmaCard


class BeamerMode(StrEnum):
    """What the facilitator lets the beamer do. Not in the file: after every start it is NEUTRAL."""

    NEUTRAL = "neutral"
    SHOW = "show"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class PublicPawn:
    """A pawn on the beamer. Without ``name`` it is the neutral counter and the other fields are empty too.

    ``shape`` is employee (circle), manager (rounded square), colleague (hexagon); ``seen`` means: placed by another,
    so hollow and dashed.
    """

    x: float
    y: float
    name: str = ""
    initials: str = ""
    shape: str = ""
    colour: str = ""
    icon: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class PublicClock:
    """A quiet clock: minutes of the turn; either running until ``ends`` (UTC), or standing at ``left`` seconds."""

    minutes: int
    left: float
    ends: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Neutral:
    """The quiet picture: nothing of the workshop."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A dark screen."""


@dataclass(frozen=True, slots=True)
class Words:
    """A heading and a sentence: welcome, first step, closing. ``icon`` is a name of the icon set."""

    heading: str
    body: str
    icon: str


@dataclass(frozen=True, slots=True)
class Explain:
    """The empty board with its fields, and a practice question."""

    board: Board
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Placing:
    """A blind round: the question, and how many are done, without order."""

    board: Board
    question: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Reveal:
    """Where the group stands. ``joined``: a manager's pawn is among the named ones."""

    board: Board
    heading: str
    body: str
    pawns: tuple[PublicPawn, ...]


@dataclass(frozen=True, slots=True)
class About:
    """Where people place the manager who agreed to it: at least five, without names."""

    board: Board
    manager: str
    pawns: tuple[PublicPawn, ...]


@dataclass(frozen=True, slots=True)
class ThenNowTeam:
    """Where the group stood then and stands now, side by side: equal counters that nobody can follow from one board
    to the other. Days are None when the session had none."""

    board: Board
    heading: str
    body: str
    then: tuple[PublicPawn, ...]
    now: tuple[PublicPawn, ...]
    then_day: dt.date | None = None
    now_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ThenNowOne:
    """Where one person who agreed stood and stands. ``then`` has a pawn and its day for each session, the oldest
    first; all pawns bear the name of today."""

    board: Board
    name: str
    body: str
    then: tuple[tuple[PublicPawn, dt.date | None], ...]
    now: PublicPawn
    now_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """All talk in twos: one question, who listens first, a quiet clock. ``turn`` counts from 1, 0 before the start."""

    question: str
    listens: bool
    turn: int
    clock: PublicClock


@dataclass(frozen=True, slots=True)
class Gap:
    """The gap of two people who agreed. ``owner`` speaks first; ``mirror``: the other pawn is where *they* see me."""

    board: Board
    owner: PublicPawn
    other: PublicPawn
    owner_name: str
    other_name: str
    other_pawn: PublicPawn
    mirror: bool
    prompt: str


@dataclass(frozen=True, slots=True)
class Card:
    """An assignment card without its hint; ``done`` and ``total`` only while slips are typed in meanwhile."""

    board: Board
    field: str
    icon: str
    before: str
    question: str
    after: str
    fits: str
    minutes: int
    done: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Poles:
    """What every picture of a dilemma shows: the situation and its two poles, each with its reason."""

    icon: str
    title: str
    situation: str
    a: str
    a_reason: str
    b: str
    b_reason: str


@dataclass(frozen=True, slots=True)
class Dilemma:
    """A dilemma to read, or to choose in silence: then with how many voices are in, and of how many."""

    poles: Poles
    done: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PublicVoice:
    """A name at a dot, for who said so: which step from 1 (A) to 5 (B)."""

    view: int
    name: str


@dataclass(frozen=True, slots=True)
class Views:
    """Where the group stands: dots above the line, after the talk below it, and the group's own place (0 to 1).

    ``before`` and ``after`` are counts for the five steps from A to B, () when there are none. ``names`` stand in the
    order of the line. ``sure`` is agree, live, differ or ''.
    """

    poles: Poles
    before: tuple[int, ...]
    after: tuple[int, ...] = ()
    pawn: float | None = None
    sure: str = ""
    names: tuple[PublicVoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Argue:
    """The talk: first each argues a drawn pole (``left`` is that of whoever sits left), then freely ('').

    ``turn`` is 0 before the start, 1 while poles are argued, 2 in the free talk. ``fact`` with its ``source``, or a
    deepening ``question``, stands beside it when the facilitator shows it.
    """

    poles: Poles
    left: str
    turn: int
    clock: PublicClock
    question: str = ""
    fact: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The group's one sentence, to be read back; '' while it is being looked for."""

    poles: Poles
    sentence: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goals:
    """One goal of the organisation, and how the dilemmas (``lines``: title, fit or '') relate to it.

    Without goals ``goal`` is '', and the question is what the organisation should want: ``requests``.
    """

    goal: str
    number: int
    count: int
    lines: tuple[tuple[str, str], ...]
    requests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoursePage:
    """The group's course on one page, without a name."""

    course: Course


@dataclass(frozen=True, slots=True)
class Poll:
    """Which next step people want: the five wishes, how many voices are in, and the counts once they are shown."""

    question: str
    counts: tuple[int, ...] = ()
    done: int | None = None
    total: int | None = None


Picture = (
    Neutral
    | Blank
    | Words
    | Explain
    | Placing
    | Reveal
    | About
    | ThenNowTeam
    | ThenNowOne
    | Pairs
    | Gap
    | Card
    | Dilemma
    | Views
    | Argue
    | Sentence
    | Goals
    | CoursePage
    | Poll
)


@dataclass(frozen=True, slots=True)
class PublicView:
    """The one value that the beamer receives, in the workshop's language."""

    language: str
    picture: Picture


NEUTRAL_VIEW = PublicView("nl", Neutral())


def card_picture(board: Board, card: AssignmentCard, done: int | None = None, total: int | None = None) -> Card:
    """The public side of a card."""
    return Card(
        board=board,
        field=card.field,
        icon=card.icon,
        before=card.before,
        question=card.question,
        after=card.after,
        fits=card.fits,
        minutes=card.minutes,
        done=done,
        total=total,
    )


def poles_of(card: DilemmaCard) -> Poles:
    """The public side of a dilemma."""
    return Poles(card.icon, card.title, card.situation, card.a, card.a_reason, card.b, card.b_reason)
