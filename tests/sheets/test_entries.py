"""What was typed, in its place on a sheet."""

from __future__ import annotations

import pytest

from gogrow.domain.workshop import DevelopmentPlan, PlanStep
from gogrow.sheets.entries import Cell
from gogrow.sheets.fonts import whole
from gogrow.sheets.plan import Sheet, entries
from gogrow.texts import Texts
from tests.sheets import sample


def cell(text: str, *, together: bool = True) -> Cell:
    """A narrow cell."""
    return Cell("", text, 0, 0, 24, together=together)


@pytest.mark.parametrize("text", ["1 november", "24 december", "18 mei"])
def test_a_date_stays_on_one_line(text: str) -> None:
    assert cell(text).fitted.lines == (text,)
    assert len(cell("24 december", together=False).fitted.lines) == 2


def test_what_is_longer_than_a_line_takes_more_of_them() -> None:
    words = "na de vakantie, als iedereen er weer is"
    found = cell(words).fitted
    assert len(found.lines) > 1
    assert whole(found, words)
    assert cell("vakantie " * 40).cut


def test_dates_of_a_whole_year_stand_on_one_line_of_the_sheet() -> None:
    workshop = sample.team(2, typed=True)
    for month in range(1, 13):
        plan = DevelopmentPlan("p1", steps=(PlanStep("Iets doen", by=f"2026-{month:02}-28"),))
        sheet = Sheet(workshop, Texts("nl"), workshop.participants[1], plan)
        (by,) = [one for one in entries(sheet) if isinstance(one, Cell) and one.text.startswith("28 ")]
        assert len(by.fitted.lines) == 1, by.text
        assert by.fitted.size >= 9.5
