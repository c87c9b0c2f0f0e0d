"""The run of the session: details, programme, steps, the clock. The run's position is not undone, content is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from gogrow.domain.board import Board
from gogrow.domain.deck import Programme, ProgrammeStep, StepKind
from gogrow.domain.dilemmas import DilemmaStage
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import clean_name
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import Clock, Details, Draft, Stage, Workshop

GOALS_LIMIT = 5
RUN_LIMIT = 60
"""Steps in one session, as in a programme."""


def new_workshop(id: str, details: Details, board: Board, programme: Programme) -> Workshop:
    """A fresh workshop with its own copy of the board and of the programme's steps."""
    details = replace(details, programme=programme.id, setting=programme.setting)
    return Workshop(id=id, details=checked(details), board=board, run=programme.steps)


def duplicate(workshop: Workshop, id: str, title: str, new_ids: dict[str, str]) -> Workshop:
    """The same people and preparation, without answers. ``new_ids`` maps each participant's id to a fresh one."""
    people = tuple(
        replace(p, id=new_ids[p.id], manager=new_ids.get(p.manager) if p.manager else None)
        for p in workshop.participants
    )
    return Workshop(
        id=id,
        details=replace(
            workshop.details,
            title=title,
            date=None,
            check_in=None,
            check_in_time="",
            follows="",
            looked_back=False,
        ),
        board=workshop.board,
        run=workshop.run,
        hand=workshop.hand,
        participants=people,
    )


def checked(details: Details) -> Details:
    """Tidied details: fields of one line, without signs that nobody sees. Raises ``title_empty`` or ``goals_many``."""
    title = clean_name(details.title)
    goals = tuple(goal for goal in map(clean_name, details.goals) if goal)
    if len(goals) > GOALS_LIMIT:
        raise RuleBroken("goals_many", limit=GOALS_LIMIT)
    if not title:
        raise RuleBroken("title_empty")
    return replace(
        details,
        title=title,
        organisation=clean_name(details.organisation),
        team=clean_name(details.team),
        contact=clean_name(details.contact),
        place=clean_name(details.place),
        check_in_time=clock_time(details.check_in_time),
        goals=goals,
    )


def clock_time(typed: str) -> str:
    """A time as ``10:00``, from what somebody typed (10, 9.30, 14u15); '' for none. Raises RuleBroken ``time_odd``."""
    words = typed.strip().lower()
    found = re.fullmatch(r"(\d{1,2})(?:[:.u h]*(\d{2}))?[ uh]*(?:uur)?", words)
    if not words:
        return ""
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise RuleBroken("time_odd", name=typed.strip()[:20])
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def edit_details(workshop: Workshop, details: Details) -> Outcome:
    """Title, team, date, language, goals, check-in, contact. Another day to look back is still to come."""
    if details.check_in != workshop.details.check_in:
        details = replace(details, looked_back=False)
    return Outcome(replace(workshop, details=checked(details)), StepName("edit_details"))


def looked_back(workshop: Workshop) -> Outcome:
    """They did look back, without a workshop that follows; told in the list of workshops."""
    details = replace(workshop.details, looked_back=True)
    return Outcome(replace(workshop, details=details), StepName("looked_back", {"name": details.title}))


def retitle(workshop: Workshop, title: str) -> Outcome:
    """Another title, given in the list of workshops. Raises RuleBroken ``title_empty``."""
    details = checked(replace(workshop.details, title=title))
    return Outcome(replace(workshop, details=details), StepName("rename_workshop", {"name": details.title}))


def choose_programme(workshop: Workshop, programme: Programme, board: Board) -> Outcome:
    """Another run of steps; only before the session has begun (RuleBroken ``already_begun``)."""
    if workshop.stage.begun is not None:
        raise RuleBroken("already_begun")
    details = replace(workshop.details, programme=programme.id, setting=programme.setting)
    after = replace(workshop, details=details, run=programme.steps, board=board)
    return Outcome(tidy(after), StepName("choose_programme"))


def add_step(workshop: Workshop, step: ProgrammeStep, after: str = "") -> Outcome:
    """One more step, after the one with this id, at the end for ''. Steps of any programme mix in one workshop.

    It gets an id of its own when there is such a step already. Raises RuleBroken ``round_unknown`` when it plays a
    question that is not on the board, ``run_long``.
    """
    if len(workshop.run) >= RUN_LIMIT:
        raise RuleBroken("run_long", limit=RUN_LIMIT)
    rounds = {round.id for round in workshop.board.rounds}
    if not rounds.issuperset(step.rounds):
        raise RuleBroken("round_unknown")
    known = {one.id for one in workshop.run}
    base = re.sub(r"-again\d+$", "", step.id)
    names = (step.id, *(f"{base}-again{number}" for number in range(2, RUN_LIMIT + 2)))
    made = replace(step, id=next(name for name in names if name not in known))
    at = next((index + 1 for index, one in enumerate(workshop.run) if one.id == after), len(workshop.run))
    run = (*workshop.run[:at], made, *workshop.run[at:])
    return Outcome(replace(workshop, run=run), StepName("add_step", _titled(workshop, made)))


def remove_step(workshop: Workshop, step: str) -> Outcome:
    """Take a step out; what was said in it stays. Raises RuleBroken ``step_now`` for the step that is going on."""
    found = _step(workshop, step)
    if workshop.stage.begun is not None and workshop.stage.step == step and not workshop.stage.ended:
        raise RuleBroken("step_now")
    if len(workshop.run) == 1:
        raise RuleBroken("no_steps")
    run = tuple(one for one in workshop.run if one.id != step)
    return Outcome(tidy(replace(workshop, run=run)), StepName("remove_step", _titled(workshop, found)))


def move_step(workshop: Workshop, step: str, at: int) -> Outcome:
    """Put a step at another place, counted from 0."""
    found = _step(workshop, step)
    rest = [one for one in workshop.run if one.id != step]
    rest.insert(max(0, min(len(rest), at)), found)
    return Outcome(replace(workshop, run=tuple(rest)), StepName("move_step", _titled(workshop, found)))


def set_minutes(workshop: Workshop, step: str, minutes: int) -> Outcome:
    """How long a step takes, from 1 to 240 minutes."""
    found = _step(workshop, step)
    changed = replace(found, minutes=max(1, min(240, minutes)))
    run = tuple(changed if one.id == step else one for one in workshop.run)
    return Outcome(replace(workshop, run=run), StepName("step_minutes", _titled(workshop, found)))


def _step(workshop: Workshop, id: str) -> ProgrammeStep:
    found = next((one for one in workshop.run if one.id == id), None)
    if found is None:
        raise RuleBroken("step_unknown")
    return found


def _titled(workshop: Workshop, step: ProgrammeStep) -> dict[str, str]:
    return {"name": step.title.get(workshop.details.language, step.id)}


def begin(workshop: Workshop, now: dt.datetime) -> Outcome:
    """Start with the first step. Going on with a session that had begun only starts its clock."""
    if not workshop.run:
        raise RuleBroken("no_steps")
    stage = workshop.stage
    if stage.begun is None or not stage.step:
        first = workshop.run[0]
        stage = replace(stage, begun=stage.begun or now, step=first.id, turn_minutes=first.turn_minutes)
    stage = replace(stage, ended=False, clock=stage.clock.running(now))
    return Outcome(replace(workshop, stage=stage))


def go_to(workshop: Workshop, step: str, now: dt.datetime) -> Outcome:
    """To another step, forward or back. The step's clock starts anew; nothing that was placed or said is lost."""
    found = next((s for s in workshop.run if s.id == step), None)
    if found is None:
        raise RuleBroken("step_unknown")
    stage = workshop.stage
    if stage.step == step:
        return Outcome(workshop)
    stage = replace(
        stage,
        step=step,
        begun=stage.begun or now,
        clock=Clock(0.0, now if stage.clock.since or stage.begun is None else None),
        card=stage.card if found.kind is StepKind.CARDS else "",
        pair=None,
        turns=0,
        turn=Clock(),
        turn_minutes=found.turn_minutes,
        prompt="",
        entering="",
        dilemma=DilemmaStage(next((d.id for d in workshop.dilemmas if d.step == step), "")),
        then_now="",
    )
    return Outcome(replace(workshop, stage=stage))


def pause(workshop: Workshop, now: dt.datetime) -> Outcome:
    """Stand still: the step's clock and the turn's."""
    stage = workshop.stage
    stage = replace(stage, clock=stage.clock.paused(now), turn=stage.turn.paused(now))
    return Outcome(replace(workshop, stage=stage))


def resume(workshop: Workshop, now: dt.datetime) -> Outcome:
    """Go on: the step's clock, and the turn's when turns are being taken."""
    stage = workshop.stage
    turn = stage.turn.running(now) if stage.turns else stage.turn
    return Outcome(replace(workshop, stage=replace(stage, clock=stage.clock.running(now), turn=turn)))


def end(workshop: Workshop, now: dt.datetime) -> Outcome:
    """The session is over; the clock stands. What was not revealed tells no more who passed."""
    stage = replace(workshop.stage, ended=True, clock=workshop.stage.clock.paused(now))
    return Outcome(replace(workshop, stage=stage, marks=()), None, frozenset({("mark", "*")}))


def keep_draft(workshop: Workshop, id: str, text: str) -> Outcome:
    """Half-written words, so that a closed lid loses at most a second. '' forgets them."""
    drafts = tuple(d for d in workshop.drafts if d.id != id)
    if text:
        drafts = (*drafts, Draft(id, text))
    return Outcome(replace(workshop, drafts=drafts))


def entering(workshop: Workshop, participant: str) -> Outcome:
    """Whose slip is typed now; '' for nobody."""
    return with_stage(workshop, entering=participant)


def with_stage(workshop: Workshop, **values: object) -> Outcome:
    """A change of the stage alone."""
    stage: Stage = replace(workshop.stage, **values)  # type: ignore[arg-type]
    return Outcome(replace(workshop, stage=stage))
