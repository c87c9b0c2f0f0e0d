"""The gap talk: pairs, turns, themes, and what may be kept: nothing before somebody chose who may see it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from gogrow.domain.board import About, Board, GapKind
from gogrow.domain.ids import NewId
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.workshop import (
    Clock,
    Consent,
    DevelopmentPlan,
    Draft,
    GapView,
    Harvest,
    Placement,
    PlanVersion,
    Talk,
    Visibility,
    Workshop,
)

TALK_DRAFT = "talk."
"""Drafts of talks have ids that begin with this."""


def start_turn(workshop: Workshop, now: dt.datetime, minutes: int | None = None) -> Outcome:
    """The next turn of talking in twos; its clock runs. Minutes from 1 to 30."""
    stage = workshop.stage
    length = stage.turn_minutes if minutes is None else max(1, min(30, minutes))
    stage = replace(stage, turns=stage.turns + 1, turn=Clock(0.0, now), turn_minutes=length)
    return Outcome(replace(workshop, stage=stage))


def stop_turns(workshop: Workshop) -> Outcome:
    """No turn any more; the clock is full again."""
    return Outcome(replace(workshop, stage=replace(workshop.stage, turns=0, turn=Clock())))


def gap_points(workshop: Workshop, owner: str, other: str, view: GapView) -> tuple[Placement, Placement] | None:
    """The two placements of a gap: the owner's own pawn, and the one that was placed by or of the other."""
    mine = next(
        (
            p
            for round in workshop.board.rounds
            if round.about is About.SELF
            for p in (workshop.placement(round.id, owner),)
            if p
        ),
        None,
    )
    if mine is None:
        return None
    for round in workshop.board.rounds:
        if round.gap is GapKind.NONE or (view is GapView.MIRROR and round.gap is not GapKind.BOTH):
            continue
        placer, target = (owner, other) if view is GapView.LOOKING else (other, owner)
        found = workshop.placement(round.id, placer)
        if found is not None and found.target == target:
            return mine, found
    return None


def show_pair(workshop: Workshop, owner: str, other: str, view: GapView) -> Outcome:
    """Put one gap on the beamer. Raises RuleBroken ``pair_not_agreed`` until both said yes, ``no_gap``."""
    kind = Consent.MIRROR if view is GapView.MIRROR else Consent.GAP
    if not (workshop.agreed(kind, owner, other) and workshop.agreed(kind, other, owner)):
        raise RuleBroken("pair_not_agreed")
    if gap_points(workshop, owner, other, view) is None:
        raise RuleBroken("no_gap")
    return Outcome(replace(workshop, stage=replace(workshop.stage, pair=(owner, other), view=view, prompt="")))


def hide_pair(workshop: Workshop) -> Outcome:
    """Back to the question for all pairs."""
    return Outcome(replace(workshop, stage=replace(workshop.stage, pair=None, prompt="")))


def show_prompt(workshop: Workshop, prompt: str) -> Outcome:
    """One of the prompts beside the gap; '' for none."""
    return Outcome(replace(workshop, stage=replace(workshop.stage, prompt=prompt)))


def keep_talk(workshop: Workshop, talk: Talk, new_id: NewId) -> Outcome:
    """Keep what two people chose to keep, as its ``visibility`` says.

    NOT_RECORDED erases the talk with its drafts and steps. THEME counts the themes and keeps nothing else, so no
    pair, time or step can be found. An id that no talk has yet, or '', makes a new talk. Raises RuleBroken
    ``talk_empty`` when there is nothing to keep.
    """
    if talk.visibility in (Visibility.NOT_RECORDED, Visibility.THEME):
        cleared = erase_talk(workshop, talk.id, talk.owner, talk.other)
        if talk.visibility is Visibility.NOT_RECORDED:
            return cleared
        after = cleared.workshop
        for theme in dict.fromkeys(talk.themes):
            after = harvest(after, theme, 1, new_id).workshop
        return replace(cleared, workshop=after)
    themes = tuple(dict.fromkeys(t.strip() for t in talk.themes if t.strip()))
    talk = replace(talk, sentence=talk.sentence.strip(), agreement=talk.agreement.strip(), themes=themes)
    if not (talk.sentence or talk.themes or talk.agreement):
        raise RuleBroken("talk_empty")
    talk = talk if talk.id else replace(talk, id=new_id())
    known = any(t.id == talk.id for t in workshop.talks)
    step = "edit_talk" if known else "keep_talk"
    talks = tuple(talk if t.id == talk.id else t for t in workshop.talks) if known else (*workshop.talks, talk)
    owner = workshop.participant(talk.owner)
    after = replace(workshop, talks=talks, drafts=_without_drafts(workshop, {(talk.owner, talk.other)}))
    return Outcome(after, StepName(step, {"name": owner.label if owner else ""}))


def erase_talk(workshop: Workshop, talk: str, owner: str, other: str) -> Outcome:
    """Not recorded after all: the talk, its drafts and every step that holds them are gone for good.

    A talk that was removed or undone, and that only a step still knows, goes as well: ``talk`` may be '' then.
    """
    found = next((t for t in workshop.talks if t.id == talk), None)
    pairs = {(owner, other), (found.owner, found.other) if found else (owner, other)}
    kept = tuple(t for t in workshop.talks if t.id != talk)
    after = replace(workshop, talks=kept, drafts=_without_drafts(workshop, pairs))
    people = {person for pair in pairs for person in pair}
    held = {("plan_version", v.id) for v in workshop.versions if v.participant in people}
    held |= {("talk", talk)} if talk else set()
    return Outcome(without_withdrawn(after), None, frozenset(held), frozenset(pairs))


def without_withdrawn(workshop: Workshop) -> Workshop:
    """Plans and sheets of then without talks that are not for a plan any more: somebody left, or they went back on it.

    What stands on a sheet of then of a talk that is still for the plan, stays in the words of then.
    """
    kept = {talk.id for talk in workshop.talks if talk.visibility is Visibility.PLAN}
    plans = tuple(_taking(kept, plan) for plan in workshop.plans)
    versions = tuple(_telling(kept, version) for version in workshop.versions)
    if any(after is not before for after, before in zip(plans, workshop.plans, strict=True)):
        workshop = replace(workshop, plans=plans)
    if any(after is not before for after, before in zip(versions, workshop.versions, strict=True)):
        workshop = replace(workshop, versions=versions)
    return workshop


def remove_talk(workshop: Workshop, talk: str) -> Outcome:
    """Take a talk off the list, as a step that can be undone."""
    found = next((t for t in workshop.talks if t.id == talk), None)
    if found is None:
        raise RuleBroken("talk_unknown")
    owner = workshop.participant(found.owner)
    after = replace(workshop, talks=tuple(t for t in workshop.talks if t.id != talk))
    return Outcome(after, StepName("remove_talk", {"name": owner.label if owner else ""}))


def harvest(workshop: Workshop, theme: str, by: int, new_id: NewId) -> Outcome:
    """Count a theme once more (or, with -1, once less). At 0 it goes. No step: nobody can find when it was said."""
    tidied = re.sub(r"\s+", " ", theme).strip()
    if not tidied:
        raise RuleBroken("theme_empty")
    found = next((h for h in workshop.harvest if h.theme.casefold() == tidied.casefold()), None)
    count = (found.count if found else 0) + by
    rest = tuple(h for h in workshop.harvest if h is not found)
    if count <= 0:
        return Outcome(replace(workshop, harvest=rest))
    item = Harvest(found.id if found else new_id(), found.theme if found else tidied, count)
    # in the order of the words, so that the list does not tell who spoke when
    kept = tuple(sorted((*rest, item), key=lambda h: (h.theme.casefold(), h.id)))
    return Outcome(replace(workshop, harvest=kept))


def draft_id(owner: str, other: str, part: str) -> str:
    """The id of the draft of one text field (``sentence`` or ``agreement``) of a pair's talk."""
    return f"{TALK_DRAFT}{owner}.{other}.{part}"


def half_written(workshop: Workshop) -> tuple[str, str] | None:
    """The (owner, other) of whom half-written words wait in the file; None when there are none."""
    for draft in workshop.drafts:
        if draft.id.startswith(TALK_DRAFT) and draft.text.strip():
            owner, _, other = draft.id.removeprefix(TALK_DRAFT).rpartition(".")[0].partition(".")
            if workshop.participant(owner) is not None and workshop.participant(other) is not None:
                return owner, other
    return None


def prompt_key(board: Board, first: tuple[float, float], second: tuple[float, float]) -> str:
    """Which prompts fit two points: ``centre>rim``, ``far``, ``same`` or ``field>field``."""
    (x0, y0), (x1, y1) = first, second
    centres = (board.in_centre(x0, y0), board.in_centre(x1, y1))
    if any(centres):
        return "same" if all(centres) else "centre>rim"
    one, two = board.field_at(x0, y0), board.field_at(x1, y1)
    if one is None or two is None:
        return "same"
    distance = ((x0 - x1) ** 2 + (y0 - y1) ** 2) ** 0.5
    if one.id == two.id:
        if board.on_rim(x0, y0) != board.on_rim(x1, y1) or distance > 0.25:
            return "far"
        return "same" if distance < 0.06 else f"{one.id}>{two.id}"
    return f"{one.id}>{two.id}"


def _without_drafts(workshop: Workshop, pairs: Iterable[tuple[str, str]]) -> tuple[Draft, ...]:
    prefixes = tuple(draft_id(owner, other, "") for owner, other in pairs)
    return tuple(d for d in workshop.drafts if not d.id.startswith(prefixes))


def _taking(kept: set[str], plan: DevelopmentPlan) -> DevelopmentPlan:
    taken = tuple(id for id in plan.taken if id in kept)
    return plan if len(taken) == len(plan.taken) else replace(plan, taken=taken)


def _telling(kept: set[str], version: PlanVersion) -> PlanVersion:
    talks, plan = tuple(talk for talk in version.talks if talk.id in kept), _taking(kept, version.plan)
    if plan is version.plan and len(talks) == len(version.talks):
        return version
    return replace(version, plan=plan, talks=talks)
