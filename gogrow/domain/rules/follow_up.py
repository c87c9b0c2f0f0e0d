"""The session after some months: who was there then comes back to the plan of then, and then and now are compared.

A workshop that follows another one (``Details.follows``) has the same people, with the same codes on their paper. What
was placed and planned then stays in the earlier workshop, as it was; here is only what is looked back at. Source: what
comes out of a session must soon be part of the work, and be tested after some months (development talks, 000).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gogrow.domain.board import About, Board
from gogrow.domain.deck import Programme
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import Participant, Presence
from gogrow.domain.rules import planning
from gogrow.domain.rules.talking import gap_points
from gogrow.domain.workshop import (
    TEAM,
    CheckIn,
    Consent,
    Details,
    DevelopmentPlan,
    GapView,
    Placement,
    PlanStep,
    StepResult,
    StepState,
    Workshop,
)


def follow_up(
    earlier: Workshop,
    id: str,
    title: str,
    programme: Programme,
    board: Board,
    new_ids: Mapping[str, str],
    people: Collection[str] | None = None,
) -> Workshop:
    """A workshop that looks back at an earlier one. ``new_ids`` maps each participant of then to a fresh id.

    ``people`` are the ids (of then) of those it is for, None for all; who leads one of them comes along. Plans go on:
    words stay, steps are what is looked back at. The agreements of then hold for then only. Places on another board
    cannot be compared, so the board of then is kept when it has all rounds that ``programme`` plays.
    """
    if {round.id for round in earlier.board.rounds}.issuperset(id for step in programme.steps for id in step.rounds):
        board = earlier.board
    wanted = {p.id for p in earlier.participants} if people is None else set(people)
    wanted |= {p.manager for p in earlier.participants if p.id in wanted and p.manager}
    coming = [p for p in earlier.participants if p.id in wanted]
    participants = tuple(
        replace(
            p,
            id=new_ids[p.id],
            manager=new_ids[p.manager] if p.manager in wanted and p.manager else None,
            presence=Presence.HERE,
        )
        for p in coming
    )
    details = Details(
        title=title,
        organisation=earlier.details.organisation,
        team=earlier.details.team,
        language=earlier.details.language,
        goals=earlier.details.goals,
        contact=earlier.details.contact,
        setting=programme.setting,
        programme=programme.id,
        place=earlier.details.place,
        follows=earlier.id,
    )
    chosen = [p for p in coming if people is None or p.id in people]
    plans = [(new_ids[p.id], earlier.plan(p.id)) for p in chosen if earlier.plan(p.id) != DevelopmentPlan(p.id)]
    return Workshop(
        id=id,
        details=details,
        board=board,
        run=programme.steps,
        participants=participants,
        plans=tuple(sorted((_carried(new, plan) for new, plan in plans), key=lambda plan: plan.id)),
        check_ins=tuple(
            sorted(
                (CheckIn(new, tuple(StepResult(s.what, s.state) for s in _said(plan))) for new, plan in plans),
                key=lambda one: one.id,
            )
        ),
    )


def _carried(id: str, plan: DevelopmentPlan) -> DevelopmentPlan:
    """The plan that goes on: its words, without steps, without what talks of then gave it, nothing shared again."""
    return replace(plan, id=id, steps=(), taken=(), shared=(), check_in=None)


def _said(plan: DevelopmentPlan) -> tuple[PlanStep, ...]:
    return tuple(step for step in plan.steps if step.what.strip())


def said_something(look: CheckIn) -> bool:
    """Whether anything was looked back at: a step that moved on, or words."""
    moved = any(result.note or result.state is not StepState.OPEN for result in look.results)
    return moved or bool(look.helped or look.hindered)


def going_on(workshop: Workshop, participant: str) -> tuple[StepResult, ...]:
    """What is still going of the steps of then, and does not stand in the new plan yet."""
    there = {step.what for step in workshop.plan(participant).steps}
    results = workshop.looked_back(participant).results
    return tuple(r for r in results if r.state in (StepState.OPEN, StepState.BUSY) and r.what not in there)


def carry_on(workshop: Workshop, earlier: Workshop | None, participant: str) -> Outcome:
    """What is still going of the steps of then comes into the new plan, each whole as it was then.

    Those that are there already are not put there twice. When the workshop of then is gone (None), only their words
    are left of them. Raises RuleBroken ``person_unknown``, ``steps_many``.
    """
    plan, person = workshop.plan(participant), workshop.participant(participant)
    if person is None:
        raise RuleBroken("person_unknown")
    then = person_then(earlier, person) if earlier else None
    whole = {step.what: step for step in earlier.plan(then.id).steps} if earlier and then else {}
    going = [
        replace(whole.get(result.what, PlanStep(result.what)), state=result.state)
        for result in going_on(workshop, participant)
    ]
    outcome = planning.edit_plan(workshop, replace(plan, steps=(*plan.steps, *going)))
    return replace(outcome, step=StepName("carry_on", {"name": person.label}))


def wish_then(workshop: Workshop, earlier: Sequence[Workshop], participant: str) -> str:
    """What somebody wanted then, as it stands in the workshop of then; as it came along when that one is gone."""
    person = workshop.participant(participant)
    then = person_then(earlier[0], person) if earlier else None
    return earlier[0].plan(then.id).wish if then else workshop.plan(participant).wish


def person_then(earlier: Workshop, person: Participant | None) -> Participant | None:
    """The same human in an earlier workshop, or None."""
    return next((p for p in earlier.participants if person and p.person == person.person), None)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stood on a day (None: the workshop has no date). ``placement`` is None for who passed."""

    workshop: str
    day: dt.date | None
    placement: Placement | None


def own_round(board: Board) -> str:
    """The id of the round that asks where one stands now: the first about oneself; '' when the board asks nothing."""
    return next((round.id for round in board.rounds if round.about is About.SELF), "")


def trail(workshop: Workshop, earlier: Sequence[Workshop], participant: str) -> tuple[Stand, ...]:
    """Where somebody stood at each session, the oldest first and this one last. Other boards are passed over.

    ``earlier`` has the newest first. Nothing of then is told before there is a now: a slip is filled in before the old
    pawn is seen, so without a placement in this workshop the trail is empty.
    """
    person, round = workshop.participant(participant), own_round(workshop.board)
    now = workshop.placement(round, participant)
    if person is None or now is None:
        return ()
    found: list[Stand] = []
    for one in reversed(earlier):
        then = person_then(one, person)
        if then is not None and one.board.id == workshop.board.id:
            found.append(Stand(one.id, one.details.date, one.placement(round, then.id)))
    return (*found, Stand(workshop.id, workshop.details.date, now))


ENOUGH_EACH = 5
"""Fewer places than this, then or now, are not shown beside each other: somebody could be followed."""


class Missing(StrEnum):
    """Why the boards of a group are not shown beside each other."""

    NO_EARLIER = "no_earlier"  # it follows no workshop, or that one is gone
    OTHER_BOARD = "other_board"
    NONE_THEN = "none_then"  # nothing was shown then, or it was tidied up
    FEW_THEN = "few_then"
    NOT_YET = "not_yet"  # the places of now were not shown yet
    FEW_NOW = "few_now"


@dataclass(frozen=True, slots=True)
class Boards:
    """The places of a group at two sessions."""

    earlier: Workshop
    then: tuple[Placement, ...]
    now: tuple[Placement, ...]


def team_boards(workshop: Workshop, earlier: Sequence[Workshop]) -> Boards | Missing:
    """Where the group stood when it last showed its places, and where it stands now; or why that is not shown.

    Each board has what the room saw at that session, no more and no less: who left and who is new make no difference
    by which a place could be worked out. So *now* waits for the reveal, and a manager for joining. ``earlier`` has
    the newest first.
    """
    same = [one for one in earlier if one.board.id == workshop.board.id]
    if not earlier:
        return Missing.NO_EARLIER
    if not same:
        return Missing.OTHER_BOARD
    last = next((one for one in same if _seen(one)), None)
    now = _seen(workshop)
    if last is None:
        return Missing.NONE_THEN
    if len(_seen(last)) < ENOUGH_EACH:
        return Missing.FEW_THEN
    if not now:
        return Missing.NOT_YET
    return Boards(last, _seen(last), now) if len(now) >= ENOUGH_EACH else Missing.FEW_NOW


def _seen(workshop: Workshop) -> tuple[Placement, ...]:
    """The own places of now of a workshop that the room saw."""
    round = own_round(workshop.board)
    return tuple(p for p in workshop.placements if p.round == round and p.id in workshop.stage.shown)


def gap_then(
    workshop: Workshop, earlier: Workshop, owner: str, other: str, view: GapView
) -> tuple[Placement, Placement] | None:
    """The two placements of the gap of then between two people of now; None when it was not there, or not yet now.

    As with one's own pawn, then is told only when there is a now.
    """
    mine, yours = (person_then(earlier, workshop.participant(id)) for id in (owner, other))
    if mine is None or yours is None or earlier.board.id != workshop.board.id:
        return None
    if gap_points(workshop, owner, other, view) is None:
        return None
    return gap_points(earlier, mine.id, yours.id, view)


def show_then_now(workshop: Workshop, whose: str) -> Outcome:
    """Put then and now in the picture: of all (`TEAM`, without names) or of one who agreed; '' takes it away.

    Raises RuleBroken ``person_unknown``, ``then_now_not_agreed``, ``then_now_not_yet`` before the place of now was
    shown among the others: then is never told before now.
    """
    if whose not in ("", TEAM):
        if workshop.participant(whose) is None:
            raise RuleBroken("person_unknown")
        if not workshop.agreed(Consent.THEN_NOW, whose):
            raise RuleBroken("then_now_not_agreed")
        if f"{own_round(workshop.board)}.{whose}" not in workshop.stage.shown:
            raise RuleBroken("then_now_not_yet")
    return Outcome(replace(workshop, stage=replace(workshop.stage, then_now=whose)))
