"""Rounds about a dilemma: one's own view, the group's, and how both relate to the organisation's goals.

Source of the order (first each alone, then the group, then the goals): Koerskaart Werk & Toekomst, in the intervention
guide of the metal sector. What a single person thinks never gets here: counts come all at once, from a `Ballot`.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

from gogrow.domain.ballot import STEPS, Counts, one_voice
from gogrow.domain.deck import DEFAULT_PHASES, DilemmaCard, Phase, ProgrammeStep
from gogrow.domain.dilemmas import (
    POLL,
    DilemmaStage,
    FileKeeps,
    Fit,
    GoalView,
    Moment,
    NamedView,
    PlayedDilemma,
    Request,
    RoomSees,
    Sure,
    ViewCount,
)
from gogrow.domain.ids import NewId
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.rules import tidy
from gogrow.domain.rules.hand import waiting
from gogrow.domain.workshop import Clock, Workshop

REQUESTS_LIMIT = 12
"""More requests than this do not fit on one page of the course."""


def phases(step: ProgrammeStep | None) -> tuple[Phase, ...]:
    """The phases that a step plays, in order; choosing again brings comparing with it."""
    wanted = set(step.phases if step is not None and step.phases else DEFAULT_PHASES)
    if Phase.AGAIN in wanted:
        wanted.add(Phase.COMPARE)
    return tuple(phase for phase in Phase if phase in wanted)


def following(workshop: Workshop) -> Phase | None:
    """The phase after this one, None at the end. A phase that the step does not play is passed over."""
    now = workshop.stage.dilemma.phase
    order = tuple(Phase)
    return next((p for p in phases(workshop.step()) if order.index(p) > order.index(now)), None)


def left(
    workshop: Workshop, cards: Sequence[DilemmaCard], theme: str = "", without: frozenset[str] = frozenset()
) -> tuple[DilemmaCard, ...]:
    """Dilemmas that were not played in this workshop, of one theme or ('') of all; ``without`` are stopped ones."""
    played = {d.id for d in workshop.dilemmas} | without
    return tuple(card for card in cards if card.id not in played and theme in ("", card.theme))


def draw(
    workshop: Workshop,
    cards: Sequence[DilemmaCard],
    source: random.Random,
    theme: str = "",
    without: frozenset[str] = frozenset(),
) -> Outcome:
    """The next dilemma of the hand, else one at random that was not played yet.

    A sensitive one is only chosen, also into the hand, never drawn by lot. Raises RuleBroken ``no_cards_left``.
    """
    there = left(workshop, cards, theme, without)
    first = waiting(workshop, there)
    free = [card for card in there if not card.sensitive]
    if not first and not free:
        raise RuleBroken("no_cards_left")
    return play(workshop, first[0] if first else source.choice(free))


def play(workshop: Workshop, card: DilemmaCard) -> Outcome:
    """Put this dilemma in the picture, for the current step; its words are kept as they are now."""
    stage = replace(workshop.stage, dilemma=DilemmaStage(card.id), turns=0, turn=Clock())
    if any(d.id == card.id for d in workshop.dilemmas):
        return Outcome(replace(workshop, stage=stage))
    played = PlayedDilemma(card.id, card, workshop.stage.step)
    after = replace(workshop, dilemmas=(*workshop.dilemmas, played), stage=stage)
    return Outcome(after, StepName("play_dilemma", {"name": card.title}))


def put_away(workshop: Workshop) -> Outcome:
    """Another dilemma is wanted here. One that nothing was said about goes from the list of what was played."""
    found = workshop.dilemma()
    stage = replace(workshop.stage, dilemma=DilemmaStage(), turns=0, turn=Clock())
    after = replace(workshop, stage=stage)
    if found is not None and not _said(workshop, found):
        after = replace(after, dilemmas=tuple(d for d in workshop.dilemmas if d is not found))
        return Outcome(tidy(after), StepName("put_dilemma_away", {"name": found.card.title}))
    if found is not None:  # it stays on the course, and leaves the step
        kept = tuple(replace(d, step="") if d is found else d for d in workshop.dilemmas)
        return Outcome(replace(after, dilemmas=kept), StepName("put_dilemma_away", {"name": found.card.title}))
    return Outcome(after)


def stop(workshop: Workshop) -> Outcome:
    """Somebody passes: the dilemma and all that was counted and said about it is gone, from the history too."""
    found = workshop.dilemma()
    if found is None:
        raise RuleBroken("no_card")
    gone = {("played_dilemma", found.id)} | {("goal_view", g.id) for g in workshop.goal_views if g.dilemma == found.id}
    after = replace(
        workshop,
        dilemmas=tuple(d for d in workshop.dilemmas if d is not found),
        stage=replace(workshop.stage, dilemma=DilemmaStage(), turns=0, turn=Clock()),
    )
    return Outcome(tidy(after), None, frozenset(gone))


def to_phase(workshop: Workshop, phase: Phase) -> Outcome:
    """Forward or back to a phase of the round; nothing that was counted or said is lost."""
    if workshop.dilemma() is None:
        raise RuleBroken("no_card")
    now = workshop.stage.dilemma
    stage = replace(
        workshop.stage,
        dilemma=replace(now, phase=phase, counting=False, read_back=False, fact=False, question=""),
        turns=0,
        turn=Clock(),
    )
    return Outcome(replace(workshop, stage=stage))


def choices(workshop: Workshop, room: RoomSees, keeps: FileKeeps) -> Outcome:
    """What the room sees and what the file knows of this round.

    Without names in the file any more, those that were kept for this dilemma are gone for good.
    """
    now = workshop.stage.dilemma
    after = _staged(workshop, room=room, keeps=keeps)
    if keeps is FileKeeps.COUNTS and now.card:
        kept = tuple(v for v in after.named_views if v.about != now.card)
        after = replace(after, named_views=kept) if len(kept) != len(after.named_views) else after
    return Outcome(after)


def counting(workshop: Workshop, on: bool) -> Outcome:
    """Voices are being counted now. Only this stands in the file, so that after a crash the program can say so."""
    return Outcome(_staged(workshop, counting=on))


def show_views(
    workshop: Workshop,
    about: str,
    moment: Moment,
    counts: Counts,
    earlier: Sequence[Counts] = (),
    named: Sequence[tuple[str, int]] = (),
) -> Outcome:
    """Write how many chose what, all at once, and show it. ``named`` are those who agreed to be kept by name.

    ``earlier`` are counts of the same thing that were shown before. Raises RuleBroken ``no_views``; ``one_voice`` when
    this count differs from an earlier one in a way that gives one person's view away.
    """
    if len(counts) != STEPS or min(counts) < 0 or not sum(counts):
        raise RuleBroken("no_views")
    if about != POLL and workshop.dilemma(about) is None:
        raise RuleBroken("no_card")
    before = [*earlier, *(v.counts for v in workshop.views if v.about == about)]
    if any(one_voice(first, counts) for first in before):
        raise RuleBroken("one_voice")
    id = f"{about}.{moment}"
    made = ViewCount(id, about, moment, tuple(counts))
    views = tuple(sorted((*(v for v in workshop.views if v.id != id), made), key=_id))
    after = keep_names(replace(workshop, views=views), about, moment, named).workshop
    stage = after.stage.dilemma
    phase = {Moment.BEFORE: Phase.SHOW, Moment.AFTER: Phase.COMPARE}[moment] if about != POLL else stage.phase
    return Outcome(_staged(after, phase=phase, counting=False, hidden=stage.hidden - {moment}))


def keep_names(workshop: Workshop, about: str, moment: Moment, named: Sequence[tuple[str, int]]) -> Outcome:
    """These are kept by name, because they agreed, and nobody else is any more."""
    people = {p.id for p in workshop.participants}
    rows = [NamedView(f"{about}.{moment}.{who}", about, moment, who, view) for who, view in named if who in people]
    others = [v for v in workshop.named_views if (v.about, v.moment) != (about, moment)]
    kept = tuple(sorted((*others, *rows), key=_id))
    return Outcome(workshop if kept == workshop.named_views else replace(workshop, named_views=kept))


def hide_views(workshop: Workshop, moment: Moment, *, hidden: bool = True) -> Outcome:
    """Take a count off the beamer, or put it back."""
    now = workshop.stage.dilemma.hidden
    return Outcome(_staged(workshop, hidden=now | {moment} if hidden else now - {moment}))


def draw_poles(workshop: Workshop, source: random.Random, now: dt.datetime, minutes: int | None = None) -> Outcome:
    """Draw which pole whoever sits left argues, whatever they chose, and start the quiet clock."""
    after = _staged(workshop, left=source.choice("ab"))
    length = workshop.stage.turn_minutes if minutes is None else max(1, min(30, minutes))
    stage = replace(after.stage, turns=1, turn=Clock(0.0, now), turn_minutes=length)
    return Outcome(replace(after, stage=stage))


def talk_freely(workshop: Workshop, now: dt.datetime) -> Outcome:
    """The poles are let go: everyone says what they think, with a new quiet clock."""
    stage = replace(workshop.stage, turns=2, turn=Clock(0.0, now))
    return Outcome(_staged(replace(workshop, stage=stage), left=""))


def set_clock(workshop: Workshop, now: dt.datetime, *, run: bool | None = None, minutes: int | None = None) -> Outcome:
    """Let the quiet clock of the talk run or stand still, or give it another length. One that is over begins anew.

    Running before a side was drawn is talking freely.
    """
    stage = workshop.stage
    length = stage.turn_minutes if minutes is None else max(1, min(30, minutes))
    turn, turns = stage.turn, stage.turns
    if run is False:
        turn = turn.paused(now)
    elif run:
        turn = Clock(0.0, now) if turn.elapsed(now) >= length * 60 else turn.running(now)
        turns = turns or 2
    return Outcome(replace(workshop, stage=replace(stage, turn=turn, turns=turns, turn_minutes=length)))


def show_beside(workshop: Workshop, *, fact: bool | None = None, question: str | None = None) -> Outcome:
    """Put the fact, or a deepening question, beside the talk on the beamer; False and '' take it away."""
    now = workshop.stage.dilemma
    return Outcome(
        _staged(
            workshop,
            fact=now.fact if fact is None else fact,
            question=now.question if question is None else question,
        )
    )


def read_back(workshop: Workshop, on: bool) -> Outcome:
    """The group's sentence is in the picture, to be read back; or it is taken away."""
    return Outcome(_staged(workshop, read_back=on))


def keep_sentence(workshop: Workshop, dilemma: str, sentence: str, themes: Sequence[str]) -> Outcome:
    """The one sentence about a dilemma, and its themes."""
    found = _played(workshop, dilemma)
    kept = tuple(dict.fromkeys(theme.strip() for theme in themes if theme.strip()))
    words = " ".join(sentence.split())
    changed = replace(found, sentence=words, themes=kept, shareable=found.shareable and words == found.sentence)
    after = _without_draft(_with(workshop, changed), f"sentence.{dilemma}")
    return Outcome(after, StepName("keep_sentence", {"name": found.card.title}))


def share_sentence(workshop: Workshop, dilemma: str, on: bool) -> Outcome:
    """The group lets its sentence into a report for the organisation, or does not any more. Other words ask anew."""
    found = _played(workshop, dilemma)
    changed = replace(found, shareable=on and bool(found.sentence))
    return Outcome(_with(workshop, changed), StepName("share_words"))


def place_group(workshop: Workshop, dilemma: str, at: float | None) -> Outcome:
    """The group's own place on the line, 0 (A) to 1 (B); None takes the pawn away."""
    found = _played(workshop, dilemma)
    place = None if at is None else round(min(1.0, max(0.0, at)), 3)
    return Outcome(_with(workshop, replace(found, pawn=place)), StepName("group_pawn", {"name": found.card.title}))


def how_sure(workshop: Workshop, dilemma: str, sure: Sure | None, differing: str | None = None) -> Outcome:
    """How sure the group is of its place, and what a differing voice leaves (None: as it was)."""
    found = _played(workshop, dilemma)
    words = found.differing if differing is None else " ".join(differing.split())
    after = _with(workshop, replace(found, sure=sure, differing=words))
    if differing is not None:
        after = _without_draft(after, f"differing.{dilemma}")
    return Outcome(after, StepName("group_sure", {"name": found.card.title}))


def hold_against(workshop: Workshop, dilemma: str, goal: int, fit: Fit | None, sentence: str | None = None) -> Outcome:
    """Hold a dilemma against a goal (its number from 0): helps, rubs, stands apart, None for not said.

    Raises RuleBroken ``goal_unknown``.
    """
    found = _played(workshop, dilemma)
    goals = workshop.details.goals
    if not 0 <= goal < len(goals):
        raise RuleBroken("goal_unknown")
    id = f"{dilemma}.{goal}"
    was = next((g for g in workshop.goal_views if g.id == id), None)
    rest = tuple(g for g in workshop.goal_views if g.id != id)
    if fit is not None:
        words = (was.sentence if was else "") if sentence is None else " ".join(sentence.split())
        rest = tuple(sorted((*rest, GoalView(id, dilemma, goals[goal], fit, words)), key=_id))
    after = _without_draft(replace(workshop, goal_views=rest), f"goal.{id}")
    return Outcome(after, StepName("goal_view", {"name": found.card.title}))


def show_goal(workshop: Workshop, goal: int) -> Outcome:
    """The goal in the picture, by its number from 0."""
    return Outcome(_staged(workshop, goal=max(0, goal)))


def add_request(workshop: Workshop, text: str, new_id: NewId) -> Outcome:
    """What the group asks of the organisation. Raises RuleBroken ``request_empty``, ``requests_many``."""
    words = " ".join(text.split())
    if not words:
        raise RuleBroken("request_empty")
    if len(workshop.requests) >= REQUESTS_LIMIT:
        raise RuleBroken("requests_many", limit=REQUESTS_LIMIT)
    after = replace(workshop, requests=(*workshop.requests, Request(new_id(), words)))
    return Outcome(_without_draft(after, "request"), StepName("add_request"))


def edit_request(workshop: Workshop, request: str, text: str) -> Outcome:
    """Other words for what is asked; '' takes it away."""
    words = " ".join(text.split())
    changed = tuple(
        replace(r, text=words, shareable=r.shareable and words == r.text) if r.id == request else r
        for r in workshop.requests
    )
    kept = tuple(r for r in changed if r.text)
    return Outcome(replace(workshop, requests=kept), StepName("edit_request" if words else "remove_request"))


def share_request(workshop: Workshop, request: str, on: bool) -> Outcome:
    """The group lets the words of what it asks into a report for the organisation, or does not any more."""
    changed = tuple(replace(r, shareable=on) if r.id == request else r for r in workshop.requests)
    return Outcome(replace(workshop, requests=changed), StepName("share_words"))


def _said(workshop: Workshop, found: PlayedDilemma) -> bool:
    return bool(
        found.sentence
        or found.differing
        or found.pawn is not None
        or any(v.about == found.id for v in workshop.views)
        or any(g.dilemma == found.id for g in workshop.goal_views)
    )


def _played(workshop: Workshop, dilemma: str) -> PlayedDilemma:
    found = workshop.dilemma(dilemma)
    if found is None:
        raise RuleBroken("no_card")
    return found


def _with(workshop: Workshop, changed: PlayedDilemma) -> Workshop:
    return replace(workshop, dilemmas=tuple(changed if d.id == changed.id else d for d in workshop.dilemmas))


def _without_draft(workshop: Workshop, id: str) -> Workshop:
    return replace(workshop, drafts=tuple(d for d in workshop.drafts if d.id != id))


def _staged(workshop: Workshop, **values: object) -> Workshop:
    now: DilemmaStage = replace(workshop.stage.dilemma, **values)  # type: ignore[arg-type]
    return replace(workshop, stage=replace(workshop.stage, dilemma=now))


def _id(row: ViewCount | NamedView | GoalView) -> str:
    return row.id
