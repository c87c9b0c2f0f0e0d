"""How far the count of a dilemma is, as the cockpit's panes show it. Made anew each time; it holds no single view."""

from __future__ import annotations

from dataclasses import dataclass

from gogrow.domain.ballot import Ballot
from gogrow.domain.deck import Phase
from gogrow.domain.dilemmas import FileKeeps, Moment, RoomSees
from gogrow.domain.workshop import Workshop

COUNTING = (Phase.CHOOSE, Phase.AGAIN)
"""The phases in which views are typed."""
SHOWING = (Phase.SHOW, Phase.COMPARE)
"""The phases in which the group's dots are in the picture."""

AT_LAPTOP = 6
"""So many people at most hand a laptop round; with more it takes too long."""


def moment_of(phase: Phase) -> Moment:
    """Whether a phase is about the count before the talk, or about the one after it."""
    return Moment.AFTER if phase in (Phase.AGAIN, Phase.COMPARE) else Moment.BEFORE


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: of which dilemma and moment, how many are in, and whether it was shown.

    ``ballot`` is the one in memory when it is about this. ``shown`` is how many voices the shown count has, 0 without
    one. ``by_name``: names were chosen, for the screen (``aloud``) or for the file (``kept``).
    """

    about: str
    moment: Moment
    ballot: Ballot | None
    total: int
    expected: int
    shown: int
    hidden: bool
    by_name: bool
    aloud: bool
    kept: bool

    @property
    def open(self) -> bool:
        """Whether voices can be typed: nothing was shown yet, or it is being counted again."""
        return not self.shown or (self.ballot is not None and not self.ballot.shown)

    @property
    def missing(self) -> int:
        """How many are expected and not in."""
        return max(0, self.expected - self.total)

    @property
    def begun(self) -> bool:
        """Whether the two choices of the round stand: something was typed or shown."""
        started = self.ballot is not None and bool(self.ballot.total or self.ballot.passed)
        return started or bool(self.shown)


def tally(workshop: Workshop, ballot: Ballot | None, phase: Phase | None = None) -> Tally | None:
    """The count that a phase (None: the present one) is about; None without a dilemma."""
    played, stage = workshop.dilemma(), workshop.stage.dilemma
    if played is None:
        return None
    moment = moment_of(stage.phase if phase is None else phase)
    own = ballot if ballot is not None and (ballot.about, ballot.moment) == (played.id, moment) else None
    aloud, kept = stage.room is RoomSees.NAMES, stage.keeps is FileKeeps.NAMES
    by_name = aloud or kept
    if own is not None and (own.voices or own.named or own.passed):  # what was begun goes on in the same way
        by_name = not own.voices
    return Tally(
        about=played.id,
        moment=moment,
        ballot=own,
        total=own.total if own is not None else 0,
        expected=own.expected if own is not None else len(workshop.here()),
        shown=sum(workshop.counts(played.id, moment)),
        hidden=moment in stage.hidden,
        by_name=by_name,
        aloud=aloud,
        kept=kept,
    )
