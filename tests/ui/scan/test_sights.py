"""What the camera sees, as news."""

from __future__ import annotations

import datetime as dt
import random

from gogrow.domain.plan_code import new_code, qr_text
from gogrow.ui.scan.sights import Sights

NOW = dt.datetime(2026, 8, 18, 9, 0, tzinfo=dt.UTC)
ONE, TWO = (qr_text(new_code(random.Random(seed))) for seed in (1, 2))
CALENDAR, WEB = "BEGIN:VCALENDAR", "https://example.org"


def at(seconds: float) -> dt.datetime:
    return NOW + dt.timedelta(seconds=seconds)


def test_a_code_that_stays_in_sight_is_told_once() -> None:
    sights = Sights()
    assert sights.news([ONE], NOW) == [ONE]
    for tick in range(1, 200):
        assert sights.news([ONE], at(tick / 5)) == []


def test_one_that_was_gone_for_a_moment_is_no_news_and_later_it_is() -> None:
    sights = Sights()
    sights.news([ONE], NOW)
    assert sights.news([], at(2)) == []
    assert sights.news([ONE], at(4)) == []
    assert sights.news([ONE], at(9.5)) == [ONE]


def test_each_poster_is_news_and_one_that_comes_back_at_once_is_not() -> None:
    sights = Sights()
    assert [sights.news([ONE], NOW), sights.news([TWO], at(0.3)), sights.news([ONE, TWO], at(0.6))] == [
        [ONE],
        [TWO],
        [],
    ]


def test_what_stands_around_a_plan_is_not_told() -> None:
    sights = Sights()
    assert sights.news([CALENDAR, WEB], NOW) == []
    assert sights.news([CALENDAR, ONE, WEB], at(0.5)) == [ONE]
    for tick in range(1, 20):
        assert sights.news([CALENDAR, WEB], at(0.5 + tick / 5)) == []


def test_another_code_alone_is_told_after_a_moment_and_once() -> None:
    sights = Sights()
    assert sights.news([WEB], NOW) == []
    assert sights.news([WEB], at(1)) == []
    assert sights.news([WEB], at(1.5)) == [WEB]
    assert sights.news([WEB], at(3)) == []


def test_another_code_that_flashes_by_is_not_told() -> None:
    sights = Sights()
    assert sights.news([WEB], NOW) == []
    assert sights.news([], at(1)) == []
    assert sights.news([WEB], at(2)) == []
