"""Plans: what somebody types, takes over from a talk, or leaves to the pen."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.workshop import DevelopmentPlan, Talk, Visibility, Workshop

STEPS_LIMIT = 3

PLAN_DRAFT = "plan."
"""Drafts of plans have ids that begin with this."""


def edit_plan(workshop: Workshop, plan: DevelopmentPlan) -> Outcome:
    """Keep what was typed. Raises RuleBroken ``person_unknown``, ``steps_many``, ``talk_not_for_plan``."""
    person = workshop.participant(plan.id)
    if person is None:
        raise RuleBroken("person_unknown")
    if len(plan.steps) > STEPS_LIMIT:
        raise RuleBroken("steps_many", limit=STEPS_LIMIT)
    allowed = {t.id for t in for_plan(workshop, plan.id)}
    if not set(plan.taken) <= allowed:
        raise RuleBroken("talk_not_for_plan")
    known = any(p.id == plan.id for p in workshop.plans)
    plans = tuple(plan if p.id == plan.id else p for p in workshop.plans) if known else (*workshop.plans, plan)
    drafts = tuple(d for d in workshop.drafts if not d.id.startswith(draft_id(plan.id, "")))
    return Outcome(replace(workshop, plans=plans, drafts=drafts), StepName("edit_plan", {"name": person.label}))


def draft_id(participant: str, part: str) -> str:
    """The id of the draft of one text field of somebody's plan."""
    return f"{PLAN_DRAFT}{participant}.{part}"


def half_written(workshop: Workshop) -> str:
    """The id of the participant whose plan has half-written words waiting in the file; '' when there are none."""
    found = (d.id.removeprefix(PLAN_DRAFT).partition(".")[0] for d in workshop.drafts if d.id.startswith(PLAN_DRAFT))
    return next((id for id in found if workshop.participant(id) is not None), "")


def for_plan(workshop: Workshop, participant: str) -> tuple[Talk, ...]:
    """Talks that both marked for their plan sheets, of this participant."""
    return tuple(t for t in workshop.talks if t.visibility is Visibility.PLAN and participant in (t.owner, t.other))
