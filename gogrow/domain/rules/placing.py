"""Pawns: placing, passing, revealing, names. Blind until revealed; the manager's pawn joins last.

Source of the order: whoever has power speaks and places last (guides for talks on equal terms).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from gogrow.domain.board import About, Board, Round
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import Participant
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import Agreement, Consent, Mark, Placement, Workshop, agreement_id

_Row = TypeVar("_Row", Placement, Mark, Agreement)

ENOUGH_ABOUT_MANAGER = 5
"""Fewer placements than this about one manager are never shown: they could be traced to people."""


def default_target(workshop: Workshop, round: str, placer: str) -> str | None:
    """Whose pawn a round asks of somebody: the own one, the manager's, or for two the other's."""
    about = workshop.board.round(round).about
    if about is About.SELF:
        return placer
    if about is About.OTHER:
        person = workshop.participant(placer)
        return person.manager if person else None
    others = [p.id for p in workshop.here() if p.id != placer]
    return others[0] if len(others) == 1 else None


def own_rounds(board: Board) -> tuple[Round | None, Round | None]:
    """The rounds that ask where one stands now and where one wants to stand: the first and the last about oneself."""
    own = [round for round in board.rounds if round.about is About.SELF]
    return (own[0] if own else None, own[-1] if len(own) > 1 else None)


def place(
    workshop: Workshop, round: str, placer: str, x: float, y: float, *, target: str | None = None, spot: str = ""
) -> Outcome:
    """Put a pawn at a point of the board (0 to 1). ``target`` None takes the round's own choice.

    Raises RuleBroken ``outside`` (the pawn stays where it was), ``person_unknown``, ``round_unknown``, ``own_pawn``.
    """
    person = _person(workshop, placer)
    try:
        about = workshop.board.round(round).about
    except KeyError:
        raise RuleBroken("round_unknown") from None
    if not workshop.board.inside(x, y):
        raise RuleBroken("outside")
    before = workshop.placement(round, placer)
    whose = target or (before.target if before else None) or default_target(workshop, round, placer)
    if whose is not None:
        _person(workshop, whose)
    if about is not About.SELF and whose == placer:
        raise RuleBroken("own_pawn")
    if about is About.SELF:
        whose = placer
    placement = Placement(f"{round}.{placer}", round, placer, whose, round_to(x), round_to(y), spot)
    after = replace(
        workshop,
        placements=_by_id(*(p for p in workshop.placements if p.id != placement.id), placement),
        marks=_marked(workshop, round, placer),
    )
    code = "move_pawn" if before else "place_pawn"
    return Outcome(after, StepName(code, {"name": person.label}))


def place_at(workshop: Workshop, round: str, placer: str, letter: str, target: str | None = None) -> Outcome:
    """Put a pawn at a lettered spot, as a slip says. Raises RuleBroken ``no_spot``; the skip letter passes."""
    if letter.upper() == workshop.board.skip:
        return pass_round(workshop, round, placer)
    spot = workshop.board.spot(letter)
    if spot is None:
        raise RuleBroken("no_spot", letter=letter.upper())
    return place(workshop, round, placer, spot.x, spot.y, target=target, spot=spot.letter)


def round_to(value: float) -> float:
    """Coordinates are kept to a ten-thousandth of the board: finer than any hand."""
    return round(value, 4)


def set_target(workshop: Workshop, round: str, placer: str, target: str | None) -> Outcome:
    """Say afterwards whose pawn was placed. Raises RuleBroken ``own_pawn``, ``nothing_placed``."""
    placement = workshop.placement(round, placer)
    if placement is None:
        raise RuleBroken("nothing_placed")
    if target == placer:
        raise RuleBroken("own_pawn")
    changed = replace(placement, target=target)
    placements = tuple(changed if p.id == changed.id else p for p in workshop.placements)
    person = _person(workshop, placer)
    stage = replace(workshop.stage, shown=workshop.stage.shown - {changed.id})
    after = replace(workshop, placements=placements, stage=stage)
    return Outcome(after, StepName("set_target", {"name": person.label}))


def take_back(workshop: Workshop, round: str, placer: str) -> Outcome:
    """Somebody takes the pawn back: it and its mark are gone, from the beamer too.

    Passing is taken back without a step. Raises RuleBroken ``nothing_placed``.
    """
    person = _person(workshop, placer)
    wanted = f"{round}.{placer}"
    if workshop.placement(round, placer) is None:
        left = tuple(m for m in workshop.marks if m.id != wanted)
        if len(left) == len(workshop.marks):
            raise RuleBroken("nothing_placed")
        return Outcome(replace(workshop, marks=left), None, frozenset({("mark", wanted)}))
    after = replace(
        workshop,
        placements=tuple(p for p in workshop.placements if p.id != wanted),
        marks=tuple(m for m in workshop.marks if m.id != wanted),
    )
    return Outcome(tidy(after), StepName("take_back", {"name": person.label}))


def pass_round(workshop: Workshop, round: str, placer: str) -> Outcome:
    """Somebody passes: no placement, and done, as everybody else. Leaves no trace in the history."""
    _person(workshop, placer)
    wanted = f"{round}.{placer}"
    after = replace(
        workshop,
        placements=tuple(p for p in workshop.placements if p.id != wanted),
        marks=_marked(workshop, round, placer),
    )
    return Outcome(tidy(after), None, frozenset({("placement", wanted), ("mark", wanted)}))


def reveal(workshop: Workshop, round: str) -> Outcome:
    """Show everyone's own pawn at once, as equal counters; managers' stay out until they join.

    All marks go, so that passing, refusing and being away look alike. Raises RuleBroken ``nothing_placed``.
    """
    if workshop.board.round(round).about is not About.SELF:
        raise RuleBroken("not_own_round")
    managers = workshop.managers()
    shown = {p.id for p in workshop.placements if p.round == round and p.placer not in managers}
    if not shown:
        raise RuleBroken("nothing_placed")
    return _show(workshop, shown)


def join_managers(workshop: Workshop, round: str) -> Outcome:
    """After the group has spoken, the managers' counters join. Raises ``group_first``, ``nothing_placed``."""
    managers = workshop.managers()
    mine = {p.id for p in workshop.placements if p.round == round and p.placer in managers}
    others = {p.id for p in workshop.placements if p.round == round and p.placer not in managers}
    if others and not (others & workshop.stage.shown):
        raise RuleBroken("group_first")
    if not mine:
        raise RuleBroken("nothing_placed")
    return _show(workshop, mine)


def reveal_about(workshop: Workshop, round: str, manager: str) -> Outcome:
    """Show where people place the manager, without names.

    Raises RuleBroken ``manager_not_agreed``, or ``too_few_about`` below five placements.
    """
    person = _person(workshop, manager)
    if not workshop.agreed(Consent.MANAGER_VIEW, manager):
        raise RuleBroken("manager_not_agreed", name=person.label)
    about = {p.id for p in workshop.placements if p.round == round and p.target == manager}
    if len(about) < ENOUGH_ABOUT_MANAGER:
        raise RuleBroken("too_few_about", name=person.label, limit=ENOUGH_ABOUT_MANAGER)
    others = {p.id for p in workshop.placements if p.round == round and p.target != manager}
    outcome = _show(workshop, about)
    stage = replace(outcome.workshop.stage, shown=outcome.workshop.stage.shown - others)
    return replace(outcome, workshop=replace(outcome.workshop, stage=stage))


def about_manager(workshop: Workshop) -> tuple[Participant, tuple[Placement, ...]] | None:
    """The manager whose places are shown now, and these; None as long as somebody disagrees or five are not left."""
    others = {round.id for round in workshop.board.rounds if round.about is not About.SELF}
    about = [p for p in workshop.placements if p.id in workshop.stage.shown and p.round in others]
    manager = workshop.participant(about[0].target or "") if about else None
    if manager is None or not workshop.agreed(Consent.MANAGER_VIEW, manager.id):
        return None
    found = tuple(p for p in about if p.target == manager.id)
    return (manager, found) if len(found) >= ENOUGH_ABOUT_MANAGER else None


def hide(workshop: Workshop, round: str) -> Outcome:
    """Take a round off the beamer again."""
    kept = frozenset(id for id in workshop.stage.shown if not id.startswith(f"{round}."))
    return Outcome(replace(workshop, stage=replace(workshop.stage, shown=kept)))


def agree(workshop: Workshop, kind: Consent, participant: str, other: str | None = None) -> Outcome:
    """Somebody says yes. Not a step: undo never takes or gives a consent."""
    _person(workshop, participant)
    wanted = agreement_id(kind, participant, other)
    if any(a.id == wanted for a in workshop.agreements):
        return Outcome(workshop)
    agreement = Agreement(wanted, kind, participant, other)
    return Outcome(replace(workshop, agreements=_by_id(*workshop.agreements, agreement)))


def withdraw(workshop: Workshop, kind: Consent, participant: str, other: str | None = None) -> Outcome:
    """Somebody says no after all: what it allowed leaves the beamer at once."""
    wanted = agreement_id(kind, participant, other)
    stage = workshop.stage
    if kind is Consent.MANAGER_VIEW:
        about = {p.id for p in workshop.placements if p.target == participant and p.placer != participant}
        stage = replace(stage, shown=stage.shown - about)
    if kind in (Consent.GAP, Consent.MIRROR) and stage.pair and participant in stage.pair:
        stage = replace(stage, pair=None)
    kept = tuple(a for a in workshop.agreements if a.id != wanted)
    return Outcome(replace(workshop, agreements=kept, stage=stage))


def done(workshop: Workshop, participant: str, rounds: tuple[str, ...]) -> bool:
    """Whether somebody is done with all these rounds: placed or passed, nobody can tell which."""
    wanted = {f"{round}.{participant}" for round in rounds}
    return wanted == {m.id for m in workshop.marks if m.participant == participant and m.id in wanted}


def all_done(workshop: Workshop, rounds: tuple[str, ...]) -> frozenset[str]:
    """Ids of everyone who is done with all these rounds, in one look at the marks: 500 people wait for no key."""
    left = {p.id for p in workshop.participants}
    for round in rounds:
        left &= {m.participant for m in workshop.marks if m.round == round}
    return frozenset(left)


def _show(workshop: Workshop, ids: set[str]) -> Outcome:
    purge = frozenset({("mark", "*")})
    stage = replace(workshop.stage, shown=workshop.stage.shown | ids)
    return Outcome(replace(workshop, stage=stage, marks=()), None, purge)


def _marked(workshop: Workshop, round: str, placer: str) -> tuple[Mark, ...]:
    if any(id.startswith(f"{round}.") for id in workshop.stage.shown):
        return workshop.marks  # it was shown already: a mark without a pawn would tell who passes
    wanted = f"{round}.{placer}"
    return _by_id(*(m for m in workshop.marks if m.id != wanted), Mark(wanted, round, placer))


def _by_id(*rows: _Row) -> tuple[_Row, ...]:
    # in the order of their ids, so that neither the value nor the file tells who was first
    return tuple(sorted(rows, key=lambda row: row.id))


def _person(workshop: Workshop, id: str) -> Participant:
    person = workshop.participant(id)
    if person is None:
        raise RuleBroken("person_unknown")
    return person
