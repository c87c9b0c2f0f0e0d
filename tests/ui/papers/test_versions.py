"""Which sheets of then can be made again: of this workshop, and of those that it follows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.rules import planning
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.papers.versions import then_and_now
from tests.sheets.sample import team


def printed(workshop: Workshop, day: dt.date, wish: str) -> Workshop:
    """The workshop after this wish was typed by p1 and printed."""
    plan = replace(workshop.plan("p1"), wish=wish)
    return planning.freeze(planning.edit_plan(workshop, plan).workshop, ["p1"], day).workshop


def words(workshop: Workshop, *earlier: Workshop, who: str = "p1") -> list[tuple[str, str]]:
    """What can be chosen, and the wish on that sheet."""
    found = then_and_now(workshop, earlier, who, Texts("en"))
    assert len({one.id for one in found}) == len(found)
    return [(one.words, one.workshop.plan(who).wish) for one in found]


def test_now_comes_first_and_then_the_newest() -> None:
    workshop = printed(team(3, typed=True), dt.date(2026, 5, 12), "One")
    assert words(workshop) == [("The plan as it is now", "One")]
    workshop = printed(workshop, dt.date(2026, 6, 2), "Two")
    workshop = planning.edit_plan(workshop, replace(workshop.plan("p1"), wish="Three")).workshop
    assert words(workshop) == [
        ("The plan as it is now", "Three"),
        ("As on 2 June 2026", "Two"),
        ("As on 12 May 2026", "One"),
    ]
    assert words(workshop, who="p2") == [("The plan as it is now", workshop.plan("p2").wish)]


def test_the_workshops_that_it_follows_have_theirs() -> None:
    first = printed(team(3, typed=True), dt.date(2026, 5, 12), "One")
    second = replace(team(3), id="w2")
    assert words(second, first) == [("The plan as it is now", ""), ("As on 12 May 2026", "One")]
    alone = replace(first, participants=first.participants[:1])
    assert words(second, alone) == [("The plan as it is now", "")]
