"""Plans: what somebody types, takes over from a talk, or leaves to the pen; how it goes with the steps; the sheet of
then, and looking back at it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import Participant
from gogrow.domain.workshop import (
    SHAREABLE,
    CheckIn,
    DevelopmentPlan,
    PlanVersion,
    StepState,
    Talk,
    Visibility,
    Workshop,
)

STEPS_LIMIT = 30
"""Steps in one plan. Few are better; a plan that was typed elsewhere may have many."""

PLAN_DRAFT = "plan."
"""Drafts of plans have ids that begin with this."""

LOOK_DRAFT = "look."
"""Drafts of looking back have ids that begin with this."""


def edit_plan(workshop: Workshop, plan: DevelopmentPlan) -> Outcome:
    """Keep what was typed. Raises RuleBroken ``person_unknown``, ``steps_many``, ``talk_not_for_plan``.

    What its owner lets into a report is these words: other words are asked about anew.
    """
    person = _person(workshop, plan.id)
    if len(plan.steps) > STEPS_LIMIT:
        raise RuleBroken("steps_many", limit=STEPS_LIMIT)
    allowed = {t.id for t in for_plan(workshop, plan.id)}
    if not set(plan.taken) <= allowed:
        raise RuleBroken("talk_not_for_plan")
    plan = replace(plan, shared=_shared(workshop.plan(plan.id), plan))
    known = any(p.id == plan.id for p in workshop.plans)
    plans = tuple(plan if p.id == plan.id else p for p in workshop.plans) if known else (*workshop.plans, plan)
    drafts = tuple(d for d in workshop.drafts if not d.id.startswith(draft_id(plan.id, "")))
    details = workshop.details
    if details.looked_back and plan.check_in not in (None, workshop.plan(plan.id).check_in):
        details = replace(details, looked_back=False)  # another day, which is still to come
    after = replace(workshop, details=details, plans=plans, drafts=drafts)
    return Outcome(after, StepName("edit_plan", {"name": person.label}))


def draft_id(participant: str, part: str) -> str:
    """The id of the draft of one text field of somebody's plan."""
    return f"{PLAN_DRAFT}{participant}.{part}"


def half_written(workshop: Workshop, kind: str = PLAN_DRAFT) -> str:
    """The id of the participant whose plan (or looking back: `LOOK_DRAFT`) has half-written words waiting in the
    file; '' when there are none."""
    found = (d.id.removeprefix(kind).partition(".")[0] for d in workshop.drafts if d.id.startswith(kind))
    return next((id for id in found if workshop.participant(id) is not None), "")


def for_plan(workshop: Workshop, participant: str) -> tuple[Talk, ...]:
    """Talks that both marked for their plan sheets, of this participant."""
    return tuple(t for t in workshop.talks if t.visibility is Visibility.PLAN and participant in (t.owner, t.other))


def _shared(before: DevelopmentPlan, plan: DevelopmentPlan) -> tuple[str, ...]:
    def asked(name: str) -> bool:
        words = getattr(plan, name)
        return bool(words) and (name not in before.shared or words == getattr(before, name))

    return tuple(name for name in SHAREABLE if name in plan.shared and asked(name))


def offered(workshop: Workshop, participant: str) -> tuple[str, ...]:
    """Themes that somebody may take over as qualities, each once: of talks for the plan, and of cards that were played.

    Nothing of a talk that stays between two people, nothing of others, and nothing that is written there already.
    """
    written = workshop.plan(participant).qualities
    themes = [theme for talk in for_plan(workshop, participant) for theme in talk.themes]
    themes += [theme for card in workshop.played for theme in card.themes]
    themes += [theme for dilemma in workshop.dilemmas for theme in dilemma.themes]
    first: dict[str, str] = {}
    for theme in themes:
        first.setdefault(theme.casefold(), theme)
    return tuple(theme for theme in first.values() if not _says(written, theme))


def agreed(workshop: Workshop, participant: str) -> tuple[str, ...]:
    """What was agreed in talks for the plan, and is no step of it yet: each may become one."""
    steps = " \n".join(step.what for step in workshop.plan(participant).steps)
    found = dict.fromkeys(talk.agreement for talk in for_plan(workshop, participant) if talk.agreement)
    return tuple(words for words in found if not _says(steps, words))


def _says(written: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", written.casefold()) is not None


def set_state(workshop: Workshop, participant: str, step: int, state: StepState) -> Outcome:
    """How it goes with a step, counted from 0. Raises RuleBroken ``person_unknown``, ``step_unknown``."""
    plan = workshop.plan(participant)
    if not 0 <= step < len(plan.steps):
        raise RuleBroken("step_unknown")
    steps = tuple(replace(one, state=state) if at == step else one for at, one in enumerate(plan.steps))
    return edit_plan(workshop, replace(plan, steps=steps))


def freeze(workshop: Workshop, participants: Iterable[str], day: dt.date) -> Outcome:
    """These plans go on paper on this day: what stands on the sheets stays as it is now, as a version.

    An empty plan makes none, nor does a plan that has not changed since its last version. Printing is no step to undo.
    """
    versions = list(workshop.versions)
    for id in dict.fromkeys(participants):
        plan = workshop.plan(id)
        mine = versions_of(workshop, id)
        made = PlanVersion(
            "",
            id,
            day,
            plan,
            tuple(talk for talk in for_plan(workshop, id) if talk.id in plan.taken),
            tuple(place for place in workshop.placements if place.placer == place.target == id),
            check_in_day(workshop, id),
        )
        if plan == DevelopmentPlan(id) or workshop.participant(id) is None:
            continue
        if mine and made == replace(mine[-1], id="", day=day):
            continue
        number = 1 + max((int(one.id.rpartition(".")[2]) for one in mine), default=0)
        versions.append(replace(made, id=f"{id}.{number}"))
    return Outcome(replace(workshop, versions=tuple(versions)) if len(versions) > len(workshop.versions) else workshop)


def versions_of(workshop: Workshop, participant: str) -> tuple[PlanVersion, ...]:
    """The sheets of then of one person, the oldest first."""
    return tuple(one for one in workshop.versions if one.participant == participant)


def as_then(workshop: Workshop, version: PlanVersion) -> Workshop:
    """The workshop with one person's plan, talks on it, own pawns and day to look back as on a sheet of then."""
    mine = version.participant
    talks = tuple(talk for talk in workshop.talks if mine not in (talk.owner, talk.other))
    places = tuple(place for place in workshop.placements if not place.placer == place.target == mine)
    plans = tuple(plan for plan in workshop.plans if plan.id != mine)
    return replace(
        workshop,
        details=replace(workshop.details, check_in=version.check_in),
        plans=(*plans, version.plan),
        talks=(*talks, *version.talks),
        placements=(*places, *version.places),
    )


def forget_versions(workshop: Workshop, participant: str) -> Outcome:
    """No sheet of then any more: only the plan as it is now stays. For good."""
    gone = versions_of(workshop, participant)
    kept = tuple(one for one in workshop.versions if one.participant != participant)
    return Outcome(replace(workshop, versions=kept), None, frozenset(("plan_version", one.id) for one in gone))


def look_back(workshop: Workshop, check_in: CheckIn) -> Outcome:
    """Keep what somebody says about the plan of then. Raises RuleBroken ``person_unknown``, ``nothing_then``.

    The steps themselves stay those of then: only their state and note change. Whoever wrote that plan by hand, so that
    no step of it is here, may tell what helped and what stood in the way too.
    """
    person = _person(workshop, check_in.id)
    known = next((c for c in workshop.check_ins if c.id == check_in.id), None)
    by_hand = known is None and bool(workshop.details.follows) and bool(check_in.helped or check_in.hindered)
    if known is None and by_hand:
        known = CheckIn(check_in.id)
    if known is None or [r.what for r in known.results] != [r.what for r in check_in.results]:
        raise RuleBroken("nothing_then")
    others = (c for c in workshop.check_ins if c.id != check_in.id)
    check_ins = tuple(sorted((*others, check_in), key=lambda one: one.id))
    drafts = tuple(d for d in workshop.drafts if not d.id.startswith(look_draft(check_in.id, "")))
    after = replace(workshop, check_ins=check_ins, drafts=drafts)
    return Outcome(after, StepName("look_back", {"name": person.label}))


def look_draft(participant: str, part: str) -> str:
    """The id of the draft of one text field of somebody's looking back."""
    return f"{LOOK_DRAFT}{participant}.{part}"


def check_in_day(workshop: Workshop, participant: str) -> dt.date | None:
    """When somebody looks back: the day of one's own, else that of the workshop."""
    return workshop.plan(participant).check_in or workshop.details.check_in


def _person(workshop: Workshop, id: str) -> Participant:
    person = workshop.participant(id)
    if person is None:
        raise RuleBroken("person_unknown")
    return person
