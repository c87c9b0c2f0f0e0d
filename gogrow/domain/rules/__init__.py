"""What may happen to a workshop: pure functions from a workshop to an `Outcome`.

``people`` before and during the session, ``session`` for the run and its clock, ``placing`` for the board,
``talking`` for gaps and themes, ``table`` for two at one laptop, ``playing`` for cards, ``dilemmas`` for rounds about
a dilemma, ``planning`` for plans, ``follow_up`` for the session after some months, ``erasing`` for tidying up,
``undoing`` for what an undo may not do.
A rule raises `RuleBroken` with a code when it does not allow something. `tidy` ends every change.
"""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.dilemmas import POLL, DilemmaStage
from gogrow.domain.rules.follow_up import own_round
from gogrow.domain.rules.talking import gap_points
from gogrow.domain.workshop import TEAM, Consent, Draft, PlanVersion, Workshop


def tidy(workshop: Workshop) -> Workshop:
    """Drop what points to nothing any more: agreements and half-written words of people who left, shown pawns and
    gaps that are gone.

    Because a placement that comes back by undo is not among the shown ones, undo never makes the beamer show more.
    """
    people = {p.id for p in workshop.participants}
    stage = workshop.stage
    shown = stage.shown & {p.id for p in workshop.placements}
    card = stage.card if any(c.id == stage.card for c in workshop.played) else ""
    pair = stage.pair
    if pair and (not set(pair) <= people or gap_points(workshop, *pair, stage.view) is None):
        pair = None
    step = stage.step if any(s.id == stage.step for s in workshop.run) else ""
    entering = stage.entering if stage.entering in people else ""
    then_now = stage.then_now if _may_show_then(workshop, people, shown) else ""
    found = (shown, card, pair, step, entering, then_now)
    if found != (stage.shown, stage.card, stage.pair, stage.step, stage.entering, stage.then_now):
        stage = replace(stage, shown=shown, card=card, pair=pair, step=step, entering=entering, then_now=then_now)
        workshop = replace(workshop, stage=stage)
    kept = tuple(a for a in workshop.agreements if a.participant in people and (a.other is None or a.other in people))
    if len(kept) != len(workshop.agreements):
        workshop = replace(workshop, agreements=kept)
    drafts = tuple(d for d in workshop.drafts if people.issuperset(_people_of(d)))
    if len(drafts) != len(workshop.drafts):
        workshop = replace(workshop, drafts=drafts)
    versions = tuple(_with_talks_of(people, version) for version in workshop.versions)
    if any(kept is not version for kept, version in zip(versions, workshop.versions, strict=True)):
        workshop = replace(workshop, versions=versions)
    return _with_dilemmas(workshop)


def _with_talks_of(people: set[str], version: PlanVersion) -> PlanVersion:
    """A sheet of then without what was said with somebody who left."""
    talks = tuple(talk for talk in version.talks if talk.owner in people and talk.other in people)
    return version if len(talks) == len(version.talks) else replace(version, talks=talks)


def _may_show_then(workshop: Workshop, people: set[str], shown: frozenset[str]) -> bool:
    whose = workshop.stage.then_now
    there = whose in people and f"{own_round(workshop.board)}.{whose}" in shown
    return whose in ("", TEAM) or (there and workshop.agreed(Consent.THEN_NOW, whose))


def _with_dilemmas(workshop: Workshop) -> Workshop:
    """Counts, names, goals and half-written words go with the dilemma they are about, and so does the picture of it."""
    played = {d.id for d in workshop.dilemmas}
    drafts = tuple(d for d in workshop.drafts if _dilemma_of(d) in (None, *played))
    if len(drafts) != len(workshop.drafts):
        workshop = replace(workshop, drafts=drafts)
    views = tuple(v for v in workshop.views if v.about in played or v.about == POLL)
    named = tuple(v for v in workshop.named_views if v.about in played)
    goals = tuple(g for g in workshop.goal_views if g.dilemma in played)
    if (len(views), len(named), len(goals)) != (
        len(workshop.views),
        len(workshop.named_views),
        len(workshop.goal_views),
    ):
        workshop = replace(workshop, views=views, named_views=named, goal_views=goals)
    card = workshop.stage.dilemma.card
    if card and card not in played:
        workshop = replace(workshop, stage=replace(workshop.stage, dilemma=DilemmaStage()))
    return workshop


def _dilemma_of(draft: Draft) -> str | None:
    """The id of the dilemma that half-written words are about; None when they are about something else."""
    kind, _, rest = draft.id.partition(".")
    if kind == "goal":
        return rest.rpartition(".")[0]
    return rest if kind in ("sentence", "differing") else None


def _people_of(draft: Draft) -> list[str]:
    """The ids of those whom half-written words are about: of a plan and of looking back one, of a talk two."""
    kind, *parts = draft.id.split(".")
    return parts[: {"plan": 1, "look": 1, "talk": 2}.get(kind, 0)]
