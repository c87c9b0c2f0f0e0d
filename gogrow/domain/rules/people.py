"""Who takes part: adding, naming, leading, being here. Every change can be undone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gogrow.domain.ids import NewId
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import (
    NAME_LIMIT,
    PAWN_COLOURS,
    WORKSHOP_LIMIT,
    Participant,
    Presence,
    Role,
    clean_name,
)
from gogrow.domain.plan_code import new_code
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to add. ``manager`` is a name: of somebody in the workshop, among the new ones, or not here."""

    name: str
    role: Role | None = None
    manager: str = ""


def checked_name(name: str) -> str:
    """The tidied name. Raises RuleBroken ``name_empty`` or ``name_long``."""
    tidied = clean_name(name)
    if not tidied:
        raise RuleBroken("name_empty")
    if len(tidied) > NAME_LIMIT:
        raise RuleBroken("name_long", limit=NAME_LIMIT)
    return tidied


def add_people(workshop: Workshop, people: Sequence[NewPerson], new_id: NewId, source: random.Random) -> Outcome:
    """Add people in order; a manager's name that nobody has yet is added too, as not here.

    Raises RuleBroken ``too_many`` above 500, ``name_empty``, ``name_long``.
    """
    taken = {p.code for p in workshop.participants}
    made: list[Participant] = []

    def make(name: str, role: Role, presence: Presence) -> Participant:
        code = new_code(source)
        while code in taken:
            code = new_code(source)
        taken.add(code)
        number = len(workshop.participants) + len(made)
        person = Participant(
            id=new_id(),
            person=new_id(),
            name=checked_name(name),
            role=role,
            presence=presence,
            colour=PAWN_COLOURS[number % len(PAWN_COLOURS)],
            code=code,
        )
        made.append(person)
        return person

    leads = {clean_name(p.manager).casefold() for p in people if p.manager.strip()}
    for new in people:
        named = clean_name(new.name).casefold() in leads
        make(new.name, new.role or (Role.MANAGER if named else Role.EMPLOYEE), Presence.HERE)
    by_name = {p.name.casefold(): p.id for p in (*made, *workshop.participants)}
    for index, new in enumerate(people):
        name = clean_name(new.manager)
        if not name:
            continue
        if name.casefold() not in by_name:
            by_name[name.casefold()] = make(name, Role.MANAGER, Presence.NOT_HERE).id
        if by_name[name.casefold()] != made[index].id:
            made[index] = replace(made[index], manager=by_name[name.casefold()])
    everyone = _without_circles((*workshop.participants, *made))
    if len(everyone) > WORKSHOP_LIMIT:
        raise RuleBroken("too_many", limit=WORKSHOP_LIMIT)
    step = StepName("add_people", {"count": str(len(made)), "name": made[0].label if made else ""})
    return Outcome(replace(workshop, participants=everyone), step)


def rename(workshop: Workshop, id: str, name: str) -> Outcome:
    """Another full name."""
    return _change(workshop, id, "rename_person", name=checked_name(name))


def set_shown(workshop: Workshop, id: str, shown: str) -> Outcome:
    """Another name for the screen; '' goes back to the first name."""
    tidied = clean_name(shown)
    if len(tidied) > NAME_LIMIT:
        raise RuleBroken("name_long", limit=NAME_LIMIT)
    return _change(workshop, id, "set_shown", shown=tidied)


def set_role(workshop: Workshop, id: str, role: Role) -> Outcome:
    """Another role, and so another shape of pawn."""
    return _change(workshop, id, "set_role", role=role)


def set_look(workshop: Workshop, id: str, colour: str, icon: str) -> Outcome:
    """Another colour or icon for the pawn. Slate is refused: it is the neutral counter's."""
    if colour not in PAWN_COLOURS:
        raise RuleBroken("colour_unknown")
    return _change(workshop, id, "set_look", colour=colour, icon=icon)


def set_presence(workshop: Workshop, id: str, presence: Presence) -> Outcome:
    """Here, later, or not here today. Totals follow."""
    return _change(workshop, id, "set_presence", presence=presence)


def set_manager(workshop: Workshop, id: str, manager: str | None) -> Outcome:
    """Who leads somebody. Raises RuleBroken ``own_manager`` or ``manager_circle``."""
    if manager == id:
        raise RuleBroken("own_manager")
    above: str | None = manager
    by_id = {p.id: p for p in workshop.participants}
    while above is not None and above in by_id:
        above = by_id[above].manager
        if above == id:
            raise RuleBroken("manager_circle", name=by_id[id].label)
    outcome = _change(workshop, id, "set_manager", manager=manager)
    if manager is None:
        return outcome
    people = tuple(
        replace(p, role=Role.MANAGER) if p.id == manager and p.role is Role.EMPLOYEE else p
        for p in outcome.workshop.participants
    )
    return replace(outcome, workshop=replace(outcome.workshop, participants=people))


def lead_all(workshop: Workshop, manager: str) -> Outcome:
    """One click: this person leads all the others, and is led by nobody in the group."""
    leader = _person(workshop, manager)
    people = tuple(
        replace(p, manager=None, role=Role.MANAGER) if p.id == manager else replace(p, manager=manager)
        for p in workshop.participants
    )
    return Outcome(replace(workshop, participants=people), StepName("lead_all", {"name": leader.label}))


def lead_none(workshop: Workshop) -> Outcome:
    """Nobody leads anybody here."""
    people = tuple(
        replace(p, manager=None, role=Role.EMPLOYEE if p.role is Role.MANAGER else p.role)
        for p in workshop.participants
    )
    return Outcome(replace(workshop, participants=people), StepName("lead_none"))


def remove(workshop: Workshop, ids: Sequence[str]) -> Outcome:
    """Take people out, with what they placed, what was placed of them, and talks they were in."""
    gone = set(ids)
    leaving = [p for p in workshop.participants if p.id in gone]
    if not leaving:
        raise RuleBroken("person_unknown")
    people = tuple(
        replace(p, manager=None) if p.manager in gone else p for p in workshop.participants if p.id not in gone
    )
    after = replace(
        workshop,
        participants=people,
        placements=tuple(p for p in workshop.placements if p.placer not in gone and p.target not in gone),
        marks=tuple(m for m in workshop.marks if m.participant not in gone),
        talks=tuple(t for t in workshop.talks if t.owner not in gone and t.other not in gone),
        plans=tuple(p for p in workshop.plans if p.id not in gone),
        versions=tuple(v for v in workshop.versions if v.participant not in gone),
        check_ins=tuple(c for c in workshop.check_ins if c.id not in gone),
    )
    step = StepName("remove_people", {"count": str(len(leaving)), "name": leaving[0].label})
    return Outcome(tidy(after), step)


def move(workshop: Workshop, id: str, to: int) -> Outcome:
    """Put somebody at another place in the list (0 is the top)."""
    person = _person(workshop, id)
    others = [p for p in workshop.participants if p.id != id]
    others.insert(max(0, min(to, len(others))), person)
    return Outcome(replace(workshop, participants=tuple(others)), StepName("move_person", {"name": person.label}))


def move_together(workshop: Workshop, ids: Sequence[str], to: int) -> Outcome:
    """Put several people, in the order of the list, before the one who now has place ``to`` (0 is the top)."""
    chosen = set(ids)
    moving = [p for p in workshop.participants if p.id in chosen]
    if not moving:
        raise RuleBroken("person_unknown")
    before = [p for p in workshop.participants[: max(0, to)] if p.id not in chosen]
    after = [p for p in workshop.participants[max(0, to) :] if p.id not in chosen]
    step = StepName("move_person", {"name": moving[0].label})
    return Outcome(replace(workshop, participants=(*before, *moving, *after)), step)


def sort_by_name(workshop: Workshop) -> Outcome:
    """The list from A to Z."""
    people = tuple(sorted(workshop.participants, key=lambda p: (p.name.casefold(), p.id)))
    return Outcome(replace(workshop, participants=people), StepName("sort_people"))


def _person(workshop: Workshop, id: str) -> Participant:
    person = workshop.participant(id)
    if person is None:
        raise RuleBroken("person_unknown")
    return person


def _change(workshop: Workshop, id: str, code: str, **values: object) -> Outcome:
    person = _person(workshop, id)
    changed: Participant = replace(person, **values)  # type: ignore[arg-type]
    people = tuple(changed if p.id == id else p for p in workshop.participants)
    return Outcome(replace(workshop, participants=people), StepName(code, {"name": changed.label}))


def _without_circles(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    by_id = {p.id: p for p in people}
    for person in people:
        seen = {person.id}
        above = person.manager
        while above is not None and above in by_id:
            if above in seen:
                by_id[person.id] = replace(by_id[person.id], manager=None)
                break
            seen.add(above)
            above = by_id[above].manager
    return tuple(by_id[p.id] for p in people)
