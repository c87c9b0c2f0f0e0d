"""Codes that a telephone reads, also from a bad print."""

from __future__ import annotations

import datetime as dt
import random
from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from gogrow.domain import plan_code
from gogrow.sheets import codes
from gogrow.sheets.calendar import check_in_event
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from tests.sheets import reading

EVENT = check_in_event(dt.date(2026, 8, 18), "Hoe ging het? (GoGrow)")


def printed(code: codes.Code, edge: float, dpi: int) -> Image.Image:
    """A code on a page, as a scanner sees it."""
    pad = Pad(look(False), (edge, edge))
    codes.draw(pad, code, 0, 0, edge)
    pad.next_page()
    return reading.picture(BytesIO(pad.finish()).getvalue(), dpi=dpi)


def test_modules_are_never_smaller_than_measured() -> None:
    event = codes.event_code(EVENT)
    assert event.edge(codes.EVENT_EDGE) == codes.EVENT_EDGE
    assert codes.EVENT_EDGE / (event.modules + 2 * codes.QUIET) >= codes.MODULE
    long = codes.event_code(check_in_event(dt.date(2026, 8, 18), "Hoe ging het? (GoGrow)", "Zaal " * 20))
    assert long.edge(codes.EVENT_EDGE) / (long.modules + 2 * codes.QUIET) == pytest.approx(codes.MODULE)
    plan = codes.plan_code_code("K7M2-QX9T")
    assert codes.PLAN_EDGE >= 26
    assert codes.PLAN_EDGE / (plan.modules + 2 * codes.QUIET) >= codes.MODULE


@pytest.mark.parametrize("dpi", [100, 150])
@pytest.mark.parametrize("blur", [0.0, 0.7])
def test_an_event_reads_back(dpi: int, blur: float) -> None:
    image = printed(codes.event_code(EVENT), codes.EVENT_EDGE, dpi)
    assert reading.codes(image.filter(ImageFilter.GaussianBlur(blur))) == {EVENT}


@pytest.mark.parametrize("dpi", [100, 150])
def test_plan_codes_read_back(dpi: int) -> None:
    source = random.Random(dpi)
    for _ in range(40):
        code = plan_code.new_code(source)
        image = printed(codes.plan_code_code(code), codes.PLAN_EDGE, dpi).filter(ImageFilter.GaussianBlur(0.6))
        (found,) = reading.codes(image)
        assert plan_code.read_code(found) == code


def test_blocks_cover_each_dark_module_once() -> None:
    code = codes.event_code(EVENT)
    seen: set[tuple[int, int]] = set()
    for column, row, columns, rows in code.blocks:
        for x in range(column, column + columns):
            for y in range(row, row + rows):
                assert (x, y) not in seen
                assert 0 <= x < code.modules > y >= 0
                seen.add((x, y))
    assert {(0, 0), (6, 6), (0, code.modules - 1), (code.modules - 1, 0)} <= seen
    assert len(code.blocks) < len(seen) / 1.5
