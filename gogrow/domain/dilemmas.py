"""What a workshop keeps of its dilemmas: counts of views, a sentence, the group's own place, goals, requests.

A single view of somebody who did not agree to it is in none of these values: while voices are counted they are only in
a `Ballot`, which is never written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gogrow.domain.deck import DilemmaCard, Phase


class Sure(StrEnum):
    """How sure the group is of its own place on the line."""

    AGREE = "agree"
    LIVE = "live"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class PlayedDilemma:
    """A dilemma that was played in ``step`` of the run, with the words of then. ``id`` is the card's id.

    ``sentence`` and ``themes`` are what the group keeps. ``pawn`` is the group's own place, 0 (A) to 1 (B);
    ``differing`` is what a differing voice wants to leave. ``shareable``: the group lets its sentence into a report.
    Counts of views are in `ViewCount`, never here.
    """

    id: str
    card: DilemmaCard
    step: str = ""
    sentence: str = ""
    themes: tuple[str, ...] = ()
    pawn: float | None = None
    sure: Sure | None = None
    differing: str = ""
    shareable: bool = False


class Moment(StrEnum):
    """When a view was asked: before the talk, or once more after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ViewCount:
    """How many chose each of the five steps from A to B (or each of the five wishes of the closing poll).

    ``about`` is a dilemma's id, or ``POLL``. ``id`` is ``<about>.<moment>``. It is written once, when it is shown;
    never in the undo history.
    """

    id: str
    about: str
    moment: Moment
    counts: tuple[int, ...]


POLL = "poll"
"""What the closing poll is called where a dilemma's id stands."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """The view (1 to 5) of somebody who agreed that it is kept with the name. Never in the undo history."""

    id: str
    about: str
    moment: Moment
    participant: str
    view: int


class Fit(StrEnum):
    """How what the group thinks relates to a goal of the organisation."""

    HELPS = "helps"
    RUBS = "rubs"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class GoalView:
    """A dilemma held against a goal. ``id`` is ``<dilemma>.<goal's number from 0>``; ``goal`` its words of then."""

    id: str
    dilemma: str
    goal: str
    fit: Fit
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What the group asks of the organisation. ``shareable``: the group says that these words may be in a report."""

    id: str
    text: str
    shareable: bool = False


class RoomSees(StrEnum):
    """What the room sees of a round about a dilemma: the group's dots, or also names of those who say so."""

    DOTS = "dots"
    NAMES = "names"


class FileKeeps(StrEnum):
    """What the file keeps of it: how many, or also who, of those who agree."""

    COUNTS = "counts"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class DilemmaStage:
    """Where the round about a dilemma is. ``card`` is the dilemma in the picture, '' before one is chosen.

    ``counting``: voices are being counted, which only the memory knows. ``hidden`` holds moments whose count is not
    shown now. ``left`` is the pole ('a', 'b') that whoever sits left argues. ``fact`` and ``question`` are beside the
    talk; ``read_back``: the sentence is in the picture. ``goal`` is the number of the goal in the picture.
    """

    card: str = ""
    phase: Phase = Phase.READ
    room: RoomSees = RoomSees.DOTS
    keeps: FileKeeps = FileKeeps.COUNTS
    counting: bool = False
    hidden: frozenset[Moment] = frozenset()
    left: str = ""
    fact: bool = False
    question: str = ""
    read_back: bool = False
    goal: int = 0
