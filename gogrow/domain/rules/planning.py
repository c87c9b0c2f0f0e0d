"""Plans: what somebody types, takes over from a talk, or leaves to the pen."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.workshop import DevelopmentPlan, Talk, Visibility, Workshop

STEPS_LIMIT = 3


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
    drafts = tuple(d for d in workshop.drafts if not d.id.startswith(f"plan.{plan.id}."))
    return Outcome(replace(workshop, plans=plans, drafts=drafts), StepName("edit_plan", {"name": person.label}))


def for_plan(workshop: Workshop, participant: str) -> tuple[Talk, ...]:
    """Talks that both marked for their plan sheets, of this participant."""
    return tuple(
        t for t in workshop.talks if t.visibility is Visibility.PLAN and participant in (t.owner, t.other)
    )
