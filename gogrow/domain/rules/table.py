"""Two at one table: who goes first, whose turn it is, and what both may see. Generic for any two people.

Nothing is hidden for two, but a place is private until both look: the curtain opens for one person at a time.
Source: whoever has power speaks and places last (guides for talks on equal terms).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import IntEnum

from gogrow.domain.ids import NewId
from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.people import Role
from gogrow.domain.rules import placing, talking
from gogrow.domain.workshop import Clock, Consent, DevelopmentPlan, GapView, Mark, Placement, Talk, Visibility, Workshop


class Turn(IntEnum):
    """The parts of a talk for two, in order; the stage counts them in ``turns``."""

    FIRST = 1  # the employee's looking gap
    SECOND = 2  # the other's
    MIRROR = 3  # where the other places the employee, when both say yes
    MIRROR_BACK = 4  # and the other way round
    KEEP = 5  # what stays


def seats(workshop: Workshop) -> tuple[str, str] | None:
    """The two who are here, in the order in which they place and speak; None when there are not two.

    Who leads comes last: the other's own manager, else a manager by role; without one the list decides.
    """
    here = workshop.here()
    if len(here) != 2:
        return None
    one, two = here
    if two.manager == one.id or (one.manager != two.id and one.role is Role.MANAGER and two.role is not Role.MANAGER):
        one, two = two, one
    return one.id, two.id


def other_seat(workshop: Workshop, person: str) -> str:
    """The one who sits opposite; '' when there are not two."""
    pair = seats(workshop)
    return next((id for id in pair if id != person), "") if pair else ""


def on_turn(workshop: Workshop, rounds: tuple[str, ...]) -> str:
    """Who places now in these rounds; '' when both are done."""
    pair = seats(workshop)
    if pair is None:
        return ""
    entering = workshop.stage.entering
    if entering in pair:
        return entering
    return next((id for id in pair if not placing.done(workshop, id, rounds)), "")


def open_turn(workshop: Workshop, rounds: tuple[str, ...], person: str) -> Outcome:
    """The curtain opens for one person: what both saw of these rounds is covered again."""
    shown = frozenset(id for id in workshop.stage.shown if id.partition(".")[0] not in rounds)
    return Outcome(replace(workshop, stage=replace(workshop.stage, entering=person, shown=shown)))


def stay(workshop: Workshop, round: str, person: str) -> Outcome:
    """Done with a round, with the pawn where it is. Raises RuleBroken ``nothing_placed``."""
    id = f"{round}.{person}"
    if workshop.placement(round, person) is None:
        raise RuleBroken("nothing_placed")
    if any(mark.id == id for mark in workshop.marks):
        return Outcome(workshop)
    marks = tuple(sorted((*workshop.marks, Mark(id, round, person)), key=lambda mark: mark.id))
    return Outcome(replace(workshop, marks=marks))


def close_turn(workshop: Workshop, rounds: tuple[str, ...], person: str) -> Outcome:
    """The curtain closes: to the other one, or to nobody when both are done."""
    other = other_seat(workshop, person)
    waiting = other if other and not placing.done(workshop, other, rounds) else ""
    return Outcome(replace(workshop, stage=replace(workshop.stage, entering=waiting)))


def again(workshop: Workshop, rounds: tuple[str, ...]) -> Outcome:
    """Both choose once more before they look: the pawns stay where they are, and the first has the turn."""
    pair = seats(workshop) or ()
    gone = {f"{round}.{person}" for round in rounds for person in pair}
    after = open_turn(workshop, rounds, "").workshop
    marks = tuple(mark for mark in workshop.marks if mark.id not in gone)
    return Outcome(replace(after, marks=marks), None, frozenset(("mark", id) for id in gone))


def looked(workshop: Workshop, rounds: tuple[str, ...]) -> bool:
    """Whether these two see each other's places of these rounds."""
    return any(id.partition(".")[0] in rounds for id in workshop.stage.shown)


def look(workshop: Workshop, rounds: tuple[str, ...]) -> Outcome:
    """Both are shown at once. All marks go, so that nobody can tell who passed. Raises ``nothing_placed``."""
    pair = seats(workshop) or ()
    found = {p.id for p in workshop.placements if p.round in rounds and p.placer in pair}
    if not found:
        raise RuleBroken("nothing_placed")
    stage = replace(workshop.stage, shown=workshop.stage.shown | found, entering="")
    return Outcome(replace(workshop, stage=stage, marks=()), None, frozenset({("mark", "*")}))


def cover(workshop: Workshop, rounds: tuple[str, ...]) -> Outcome:
    """Not yet: what both saw is covered again."""
    return open_turn(workshop, rounds, "")


def turn(workshop: Workshop) -> Turn:
    """Where the talk is; at the beginning when it has not begun."""
    return Turn(max(Turn.FIRST, min(Turn.KEEP, workshop.stage.turns)))


def turn_to(workshop: Workshop, to: Turn, now: dt.datetime) -> Outcome:
    """To another part of the talk. The question that was chosen beside the last one goes."""
    stage = replace(workshop.stage, turns=int(to), turn=Clock(0.0, now), prompt="", pair=None)
    return Outcome(replace(workshop, stage=stage))


def of_turn(workshop: Workshop, at: Turn) -> tuple[str, str, GapView] | None:
    """Whose gap a part of the talk is about: who speaks first, the other, and which gap. None for the last part."""
    pair = seats(workshop)
    if pair is None or at is Turn.KEEP:
        return None
    owner, other = pair if at in (Turn.FIRST, Turn.MIRROR) else (pair[1], pair[0])
    return owner, other, GapView.MIRROR if at in (Turn.MIRROR, Turn.MIRROR_BACK) else GapView.LOOKING


def there_is(workshop: Workshop, at: Turn) -> bool:
    """Whether a part of the talk has two places to compare, shown to both or not yet."""
    found = of_turn(workshop, at)
    return found is not None and talking.gap_points(workshop, *found) is not None


def mirror_agreed(workshop: Workshop) -> bool:
    """Whether both said yes to the mirror gap."""
    pair = seats(workshop)
    return pair is not None and all(
        workshop.agreed(Consent.MIRROR, one, other) for one, other in (pair, (pair[1], pair[0]))
    )


def points(workshop: Workshop, at: Turn) -> tuple[Placement, Placement] | None:
    """The two places of a part of the talk, when both looked already and, for the mirror gap, both said yes."""
    found = of_turn(workshop, at)
    if found is None or (found[2] is GapView.MIRROR and not mirror_agreed(workshop)):
        return None
    both = talking.gap_points(workshop, *found)
    return both if both is not None and {p.id for p in both} <= workshop.stage.shown else None


def following(workshop: Workshop, at: Turn) -> Turn:
    """The next part that has something to look at; the mirror gap of the second comes only when both said yes."""
    return next((later for later in list(Turn)[at:] if later is Turn.KEEP or _open(workshop, later)), Turn.KEEP)


def before(workshop: Workshop, at: Turn) -> Turn | None:
    """The part before this one that has something to look at; None at the first."""
    return next((earlier for earlier in reversed(list(Turn)[: at - 1]) if _open(workshop, earlier)), None)


def keep(workshop: Workshop, talk: Talk, new_id: NewId) -> Outcome:
    """Keep what the two chose, as `talking.keep_talk` does; marked for the plan it stands on both their sheets."""
    talk = talk if talk.id else replace(talk, id=new_id())
    outcome = talking.keep_talk(workshop, talk, new_id)
    after = outcome.workshop
    kept = talk.visibility is Visibility.PLAN
    plans: dict[str, DevelopmentPlan] = {plan.id: plan for plan in after.plans}
    for person in (talk.owner, talk.other):
        plan = after.plan(person)
        taken = tuple(id for id in plan.taken if id != talk.id) + ((talk.id,) if kept else ())
        if set(taken) != set(plan.taken):
            plans[person] = replace(plan, taken=taken)
    if plans != {plan.id: plan for plan in after.plans}:
        after = replace(after, plans=tuple(sorted(plans.values(), key=lambda plan: plan.id)))
    return replace(outcome, workshop=after)


def _open(workshop: Workshop, at: Turn) -> bool:
    return there_is(workshop, at) and (at is not Turn.MIRROR_BACK or mirror_agreed(workshop))
