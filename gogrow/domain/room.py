"""From the private workshop to what the room may see. This is the only door."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gogrow.domain.ballot import Ballot
from gogrow.domain.board import About as AboutRound
from gogrow.domain.deck import ProgrammeStep, StepKind
from gogrow.domain.people import Role
from gogrow.domain.public import (
    NEUTRAL_VIEW,
    About,
    BeamerMode,
    Blank,
    Explain,
    Gap,
    Neutral,
    Pairs,
    Picture,
    Placing,
    PublicPawn,
    PublicView,
    Reveal,
    ThenNowOne,
    ThenNowTeam,
    Words,
    card_picture,
)
from gogrow.domain.room_dilemmas import DILEMMA_STEPS, dilemma_picture, turn_clock
from gogrow.domain.rules.follow_up import Missing, team_boards, trail
from gogrow.domain.rules.placing import about_manager, all_done
from gogrow.domain.rules.talking import gap_points
from gogrow.domain.workshop import TEAM, Consent, GapView, Placement, Workshop


def public_view(
    workshop: Workshop | None,
    mode: BeamerMode,
    now: dt.datetime,
    ballot: Ballot | None = None,
    earlier: Sequence[Workshop] = (),
) -> PublicView:
    """What the beamer may show of a workshop in this mode at this moment (UTC, for clocks only).

    Of voices that are being counted (``ballot``) only how many are in, and names of those who said so. ``earlier``
    are the workshops that this one follows, the newest first, for then and now.
    """
    if workshop is None:
        return NEUTRAL_VIEW
    language = workshop.details.language
    if mode is BeamerMode.BLANK:
        return PublicView(language, Blank())
    step = workshop.step()
    if mode is BeamerMode.NEUTRAL or step is None or workshop.stage.ended:
        return PublicView(language, Neutral())
    return PublicView(language, _picture(workshop, step, now, ballot, earlier))


def taken_back(shown: Workshop, now: Workshop) -> bool:
    """Whether somebody took back, between two moments, what a picture of the first may still show.

    That is a consent, a pawn that was shown or makes the gap, the name it bears, or a card that was stopped.
    """
    placed, played = {p.id for p in now.placements}, {card.id for card in now.played}
    stage = shown.stage
    points = gap_points(shown, *stage.pair, stage.view) if stage.pair else None
    pawns = stage.shown | {p.id for p in points or ()}
    agreed = {a.participant for a in shown.agreements} | set(stage.pair or ())
    called = {p.id: (p.label, p.initials) for p in now.participants}
    dilemmas = {d.id for d in now.dilemmas}
    return (
        not {a.id for a in shown.agreements} <= {a.id for a in now.agreements}
        or bool(stage.dilemma.card and stage.dilemma.card not in dilemmas)
        or not pawns <= placed
        or bool(stage.card and stage.card not in played)
        or any(called.get(p.id) != (p.label, p.initials) for p in shown.participants if p.id in agreed)
    )


def done_count(workshop: Workshop, rounds: tuple[str, ...]) -> tuple[int, int]:
    """How many of those who are here are done with all rounds, and how many are here."""
    here, ready = workshop.here(), all_done(workshop, rounds)
    return sum(p.id in ready for p in here), len(here)


def entered_rounds(step: ProgrammeStep | None) -> tuple[str, ...]:
    """The rounds whose slips are typed in during a step: of a round, or meanwhile at cards."""
    if step is None or step.kind not in (StepKind.ROUND, StepKind.CARDS):
        return ()
    return step.rounds


def _picture(
    workshop: Workshop, step: ProgrammeStep, now: dt.datetime, ballot: Ballot | None, earlier: Sequence[Workshop]
) -> Picture:
    language = workshop.details.language
    heading, body = step.heading[language], step.body[language]
    if step.kind in DILEMMA_STEPS:
        return dilemma_picture(workshop, step, now, ballot)
    if step.kind is StepKind.ROUND:
        if not step.rounds or step.practice:
            return Explain(workshop.board, heading, body)
        count, total = done_count(workshop, step.rounds)
        alone = len(step.rounds) == 1
        question = workshop.board.round(step.rounds[0]).question[language] if alone else heading
        return Placing(workshop.board, question, count, total)
    if step.kind is StepKind.REVEAL:
        return _reveal(workshop, heading, body)
    if step.kind is StepKind.GAP:
        return _gap(workshop, heading, now)
    if step.kind is StepKind.THEN_NOW:
        return _then_now(workshop, step, earlier) or Words(heading, body, "history")
    if step.kind is StepKind.CARDS:
        played = workshop.card()
        if played is None:
            return Words(heading, body, "cards")
        if not step.rounds:
            return card_picture(workshop.board, played.card)
        count, total = done_count(workshop, step.rounds)
        return card_picture(workshop.board, played.card, count, total)
    icons = {
        StepKind.WELCOME: "hand-stop",
        StepKind.PLAN: "writing",
        StepKind.CLOSING: "flag",
        StepKind.LOOK_BACK: "list-check",
    }
    return Words(heading, body, icons[step.kind])


def _reveal(workshop: Workshop, heading: str, body: str) -> Picture:
    shown = [p for p in workshop.placements if p.id in workshop.stage.shown]
    if not shown:
        return Words(heading, body, "eye-off")
    about = about_manager(workshop)
    if about is not None:
        manager, placed = about
        return About(workshop.board, manager.label, _sorted([PublicPawn(p.x, p.y) for p in placed]))
    own = [p for p in shown if workshop.board.round(p.round).about is AboutRound.SELF]
    if not own:
        return Words(heading, body, "eye-off")
    return Reveal(workshop.board, heading, body, _sorted([_own_pawn(workshop, p) for p in own]))


def _gap(workshop: Workshop, question: str, now: dt.datetime) -> Picture:
    stage = workshop.stage
    if stage.pair is not None:
        picture = gap_picture(workshop, *stage.pair, stage.view, stage.prompt)
        if picture is not None:
            return picture
    return Pairs(question, bool(workshop.managers()), stage.turns, turn_clock(stage, now))


def gap_picture(workshop: Workshop, owner: str, other: str, view: GapView, prompt: str) -> Gap | None:
    """The picture of one gap; None when a consent or a placement is missing."""
    kind = Consent.MIRROR if view is GapView.MIRROR else Consent.GAP
    if not (workshop.agreed(kind, owner, other) and workshop.agreed(kind, other, owner)):
        return None
    points = gap_points(workshop, owner, other, view)
    me, you = workshop.participant(owner), workshop.participant(other)
    if points is None or me is None or you is None:
        return None
    own, placed = points
    return Gap(
        board=workshop.board,
        owner=named_pawn(workshop, owner, own.x, own.y),
        other=named_pawn(workshop, other if view is GapView.LOOKING else owner, placed.x, placed.y, seen=True),
        owner_name=me.label,
        other_name=you.label,
        other_pawn=named_pawn(workshop, other, 0.0, 0.0),
        mirror=view is GapView.MIRROR,
        prompt=prompt,
    )


def _then_now(workshop: Workshop, step: ProgrammeStep, earlier: Sequence[Workshop]) -> Picture | None:
    """Then and now as chosen; None while nothing is, or when it may not be shown (any more)."""
    whose = workshop.stage.then_now
    if whose == TEAM:
        return team_then_now(workshop, step, earlier)
    stands = trail(workshop, earlier, whose)
    seen = bool(stands) and stands[-1].placement is not None and stands[-1].placement.id in workshop.stage.shown
    if not seen or not workshop.agreed(Consent.THEN_NOW, whose):
        return None
    return one_then_now(workshop, step, earlier, whose)


def team_then_now(workshop: Workshop, step: ProgrammeStep, earlier: Sequence[Workshop]) -> ThenNowTeam | None:
    """Two boards of a group; None when one of them may not be shown (`follow_up.team_boards` says why)."""
    found = team_boards(workshop, earlier)
    if isinstance(found, Missing):
        return None
    then, now = (_sorted([PublicPawn(p.x, p.y) for p in placed]) for placed in (found.then, found.now))
    heading, body = (words[workshop.details.language] for words in (step.heading, step.body))
    return ThenNowTeam(workshop.board, heading, body, then, now, found.earlier.details.date, workshop.details.date)


def one_then_now(
    workshop: Workshop, step: ProgrammeStep, earlier: Sequence[Workshop], participant: str
) -> ThenNowOne | None:
    """Then and now of one person, also for private screens; None without a place of then, or of now."""
    person, stands = workshop.participant(participant), trail(workshop, earlier, participant)
    placed = [(named_pawn(workshop, participant, s.placement.x, s.placement.y), s.day) for s in stands if s.placement]
    if person is None or len(placed) < 2:
        return None
    *then, (now, day) = placed
    body = step.body[workshop.details.language]
    return ThenNowOne(workshop.board, person.label, body, tuple(then), now, day)


def named_pawn(workshop: Workshop, participant: str, x: float, y: float, *, seen: bool = False) -> PublicPawn:
    """Somebody's pawn with name, shape and colour; only for who said yes, and for private screens."""
    person = workshop.participant(participant)
    if person is None:
        return PublicPawn(x, y)
    leads = participant in workshop.managers() and person.role is Role.EMPLOYEE
    return PublicPawn(
        x=x,
        y=y,
        name=person.label,
        initials=person.initials,
        shape=str(Role.MANAGER if leads else person.role),
        colour=person.colour,
        icon=person.icon,
        seen=seen,
    )


def _own_pawn(workshop: Workshop, placement: Placement) -> PublicPawn:
    if workshop.agreed(Consent.NAME, placement.placer):
        return named_pawn(workshop, placement.placer, placement.x, placement.y)
    return PublicPawn(placement.x, placement.y)


def _sorted(pawns: list[PublicPawn]) -> tuple[PublicPawn, ...]:
    return tuple(sorted(pawns, key=lambda p: (p.y, p.x, p.name, p.initials, p.colour, p.shape, p.icon)))
