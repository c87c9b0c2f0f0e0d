"""The course (*koers*): what came out of all dilemmas, on one page. Nobody's name has a place in it.

Source: in a Koerskaart session the group looks how its views relate to the organisation's goals (intervention guide,
document 003).
"""

from __future__ import annotations

from dataclasses import dataclass

from gogrow.domain.ballot import ENOUGH_VIEWS, Counts
from gogrow.domain.dilemmas import Fit, Moment, PlayedDilemma, Sure
from gogrow.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class CourseGoal:
    """How the group holds one dilemma against one goal."""

    goal: str
    fit: Fit
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One dilemma: its line with the group before and after, the group's own place, its sentence, the goals.

    ``before`` and ``after`` are counts for the five steps from A to B, () when nothing was shown or too few chose.
    ``agrees`` is True where the group is of one mind, False where it differs, None where nobody can tell.
    """

    title: str
    a: str
    b: str
    before: Counts = ()
    after: Counts = ()
    pawn: float | None = None
    sure: Sure | None = None
    sentence: str = ""
    differing: str = ""
    goals: tuple[CourseGoal, ...] = ()
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The whole page."""

    title: str
    lines: tuple[CourseLine, ...]
    goals: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()

    @property
    def agree(self) -> tuple[CourseLine, ...]:
        """Where the group is of one mind."""
        return tuple(line for line in self.lines if line.agrees is True)

    @property
    def differ(self) -> tuple[CourseLine, ...]:
        """Where it differs."""
        return tuple(line for line in self.lines if line.agrees is False)

    @property
    def rubs(self) -> tuple[tuple[CourseLine, CourseGoal], ...]:
        """What rubs with a goal of the organisation."""
        return tuple((line, goal) for line in self.lines for goal in line.goals if goal.fit is Fit.RUBS)


def course(workshop: Workshop) -> Course:
    """The course of a workshop; dilemmas that nothing was counted or said about are not on it."""
    lines = [_line(workshop, dilemma) for dilemma in workshop.dilemmas]
    details = workshop.details
    return Course(
        title=details.team or details.title,
        lines=tuple(line for line in lines if line.before or line.sentence or line.pawn is not None or line.goals),
        goals=details.goals,
        requests=tuple(request.text for request in workshop.requests),
    )


def agrees(before: Counts, after: Counts, sure: Sure | None) -> bool | None:
    """Whether a group is of one mind: as it says itself, else when nobody stands at the other side.

    One voice at the other side is enough to differ: the few weigh as much as the many.
    """
    if sure is not None:
        return sure is not Sure.DIFFER
    counts = after or before
    if not counts:
        return None
    return not (sum(counts[:2]) and sum(counts[3:]))


def _line(workshop: Workshop, dilemma: PlayedDilemma) -> CourseLine:
    card = dilemma.card
    before, after = (_enough(workshop.counts(dilemma.id, moment)) for moment in (Moment.BEFORE, Moment.AFTER))
    goals = [g for g in workshop.goal_views if g.dilemma == dilemma.id]
    return CourseLine(
        title=card.title,
        a=card.a,
        b=card.b,
        before=before,
        after=after,
        pawn=dilemma.pawn,
        sure=dilemma.sure,
        sentence=dilemma.sentence,
        differing=dilemma.differing,
        goals=tuple(CourseGoal(g.goal, g.fit, g.sentence) for g in goals),
        agrees=agrees(before, after, dilemma.sure),
    )


def _enough(counts: Counts) -> Counts:
    """Counts that may leave the room. Of fewer voices nothing is told, not even whether they agreed."""
    return counts if sum(counts) >= ENOUGH_VIEWS else ()
