"""Workshops for tests, made from the decks that ship and by the rules that the windows use."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from functools import lru_cache
from typing import Concatenate, ParamSpec

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.deck import Deck
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome
from gogrow.domain.rules import people, session
from gogrow.domain.workshop import Details, Workshop

P = ParamSpec("P")

NOW = dt.datetime(2026, 5, 12, 8, 0, tzinfo=dt.UTC)
NAMES = (
    "Anja Verbeek",
    "Dennis Smit",
    "Fatma Yildiz",
    "Johan Terpstra",
    "Kees de Wit",
    "Linh Tran",
    "Marloes de Boer",
    "Samira El Idrissi",
    "Tomasz Nowak",
    "Wesley Pinas",
    "Yusuf Demir",
)


@lru_cache(maxsize=1)
def deck() -> Deck:
    """The Go Grow deck as it ships."""
    return read_deck(paths.decks() / "go-grow")


def team(names: tuple[str, ...] = NAMES, *, leader: str = "Johan Terpstra", setting: str = "team") -> Workshop:
    """A workshop of these people, led by ``leader`` when that is one of them, not begun yet."""
    board = deck().board
    assert board is not None
    programme = next(p for p in deck().programmes if p.setting == setting)
    details = Details(title="Waar staan wij?", team="Team Zetten", date=NOW.date(), check_in=dt.date(2026, 8, 18))
    workshop = session.new_workshop("w1", details, board, programme)
    new = [people.NewPerson(name) for name in names]
    workshop = people.add_people(workshop, new, seeded_ids(7), random.Random(7)).workshop
    if leader in names:
        workshop = people.lead_all(workshop, person(workshop, leader)).workshop
    return workshop


def person(workshop: Workshop, name: str) -> str:
    """The id of whoever has this full name."""
    return next(p.id for p in workshop.participants if p.name == name)


def after(
    workshop: Workshop,
    rule: Callable[Concatenate[Workshop, P], Outcome],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Workshop:
    """The workshop after a rule."""
    return rule(workshop, *args, **kwargs).workshop
