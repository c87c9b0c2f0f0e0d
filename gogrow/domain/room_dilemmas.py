"""What the room may see of dilemmas, goals, the course and the poll; a part of the one door in ``room``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.ballot import Ballot
from gogrow.domain.course import Course, course
from gogrow.domain.deck import Phase, ProgrammeStep, StepKind
from gogrow.domain.dilemmas import POLL, Moment, PlayedDilemma, RoomSees
from gogrow.domain.public import (
    Argue,
    CoursePage,
    Dilemma,
    Goals,
    Picture,
    Poles,
    Poll,
    PublicClock,
    PublicVoice,
    Sentence,
    Views,
    Words,
    poles_of,
)
from gogrow.domain.workshop import Stage, Workshop

DILEMMA_STEPS = (StepKind.DILEMMA, StepKind.GOALS, StepKind.COURSE, StepKind.POLL)


def dilemma_picture(workshop: Workshop, step: ProgrammeStep, now: dt.datetime, ballot: Ballot | None) -> Picture:
    """The picture of a step of one of the `DILEMMA_STEPS`."""
    language = workshop.details.language
    heading = step.heading[language]
    if step.kind is StepKind.GOALS:
        return _goals(workshop)
    if step.kind is StepKind.COURSE:
        made = _for_the_room(course(workshop))
        return CoursePage(made) if made.lines or made.requests else Words(heading, step.body[language], "route")
    if step.kind is StepKind.POLL:
        return _poll(workshop, heading, ballot)
    played = workshop.dilemma()
    if played is None:
        return Words(heading, step.body[language], "cards")
    return _round(workshop, played, now, ballot)


def _for_the_room(made: Course) -> Course:
    """Without what a single differing voice left: that is for paper, where nobody looks round who it was."""
    return replace(made, lines=tuple(replace(line, differing="") for line in made.lines))


def turn_clock(stage: Stage, now: dt.datetime) -> PublicClock:
    """The quiet clock of a turn: running until it ends, or standing."""
    minutes = stage.turn_minutes
    left = max(0.0, minutes * 60 - stage.turn.elapsed(now))
    if stage.turns and stage.turn.since is not None:
        ends = stage.turn.since + dt.timedelta(seconds=minutes * 60 - stage.turn.gone)
        return PublicClock(minutes, float(minutes * 60), ends)
    return PublicClock(minutes, left, None)


def _round(workshop: Workshop, played: PlayedDilemma, now: dt.datetime, ballot: Ballot | None) -> Picture:
    stage, poles = workshop.stage.dilemma, poles_of(played.card)
    counting = ballot if ballot is not None and ballot.about == played.id and not ballot.shown else None
    match stage.phase:
        case Phase.CHOOSE | Phase.AGAIN:
            total = counting.expected if counting else len(workshop.here())
            return Dilemma(poles, counting.total if counting else 0, total)
        case Phase.SHOW | Phase.COMPARE | Phase.PAWN:
            return _views(workshop, played, poles, ballot)
        case Phase.TALK:
            clock = turn_clock(workshop.stage, now)
            fact, source = (played.card.fact, played.card.source) if stage.fact else ("", "")
            return Argue(poles, stage.left, workshop.stage.turns, clock, stage.question, fact, source)
        case Phase.SENTENCE:
            return Sentence(poles, played.sentence, played.themes) if stage.read_back else Sentence(poles, "")
        case Phase.GOALS:
            return _goals(workshop, played)
    return Dilemma(poles)


def _views(workshop: Workshop, played: PlayedDilemma, poles: Poles, ballot: Ballot | None) -> Picture:
    stage = workshop.stage.dilemma
    before, after = (
        () if moment in stage.hidden else workshop.counts(played.id, moment) for moment in (Moment.BEFORE, Moment.AFTER)
    )
    pawn = played.pawn
    if stage.phase is Phase.SHOW:
        after, pawn = (), None
    if not before and not after and pawn is None and stage.phase is not Phase.PAWN:
        return Dilemma(poles)
    sure = str(played.sure or "") if stage.phase is Phase.PAWN else ""
    names: tuple[PublicVoice, ...] = ()
    if stage.room is RoomSees.NAMES and ballot is not None and ballot.about == played.id and ballot.shown:
        wanted = Moment.BEFORE if stage.phase is Phase.SHOW else Moment.AFTER
        if ballot.moment is wanted and wanted not in stage.hidden:
            labels = {p.id: p.label for p in workshop.participants}
            voices = [(v, labels[id]) for id, v in ballot.named.items() if id in ballot.aloud and id in labels]
            names = tuple(PublicVoice(view, name) for view, name in sorted(voices))
    return Views(poles, before, after, pawn, sure, names)


def _goals(workshop: Workshop, only: PlayedDilemma | None = None) -> Goals:
    goals = workshop.details.goals
    number = min(workshop.stage.dilemma.goal, max(0, len(goals) - 1))
    wanted = (only,) if only is not None else workshop.dilemmas
    found = {g.id: str(g.fit) for g in workshop.goal_views}
    lines = tuple((d.card.title, found.get(f"{d.id}.{number}", "")) for d in wanted) if goals else ()
    requests = () if goals else tuple(request.text for request in workshop.requests)
    return Goals(goals[number] if goals else "", number, len(goals), lines, requests)


def _poll(workshop: Workshop, question: str, ballot: Ballot | None) -> Poll:
    shown = workshop.counts(POLL, Moment.BEFORE)
    stage = workshop.stage.dilemma
    if shown and Moment.BEFORE not in stage.hidden and not stage.counting:
        return Poll(question, shown)
    counting = ballot if ballot is not None and ballot.about == POLL and not ballot.shown else None
    total = counting.expected if counting else len(workshop.here())
    return Poll(question, (), counting.total if counting else 0, total)
