"""Icons of the set, as strokes."""

from __future__ import annotations

import math

import pytest

from gogrow import paths
from gogrow.sheets.icons import BOX, icon, strokes


def test_every_icon_of_the_program_is_understood_and_stays_in_its_box() -> None:
    files = sorted((paths.assets() / "icons").glob("*.svg"))
    assert len(files) > 20
    for file in files:
        found = icon(file.stem)
        assert found, file.name
        for kind, values in found:
            assert len(values) == {"M": 2, "L": 2, "C": 6, "Z": 0}[kind], file.name
            if kind in "ML":
                assert all(-1 <= value <= BOX + 1 for value in values), (file.name, values)


def test_every_kind_of_command_absolute_and_relative() -> None:
    assert strokes("M1 2L3 4H5V6") == [("M", (1, 2)), ("L", (3, 4)), ("L", (5, 4)), ("L", (5, 6))]
    assert strokes("m1 2 2 2h2v2z") == [("M", (1, 2)), ("L", (3, 4)), ("L", (5, 4)), ("L", (5, 6)), ("Z", ())]
    assert strokes("M0 0c1 0 2 1 2 2s1 2 2 2") == [
        ("M", (0, 0)),
        ("C", (1, 0, 2, 1, 2, 2)),
        ("C", (2, 3, 3, 4, 4, 4)),
    ]
    assert strokes("M0 0q3 3 6 0") == [("M", (0, 0)), ("C", (2, 2, 4, 2, 6, 0))]
    assert strokes("M0 0S1 2 3 4")[1] == ("C", (0, 0, 1, 2, 3, 4))
    assert strokes("M5 5zl1 1")[-1] == ("L", (6, 6)), "after Z the pen is at the beginning"


@pytest.mark.parametrize("data", ["M0 10a10 10 0 0 1 10 -10", "M0 10A10 10 0 0110 0", "M0 10a10,10,0,0,1,10,-10"])
def test_an_arc_follows_its_circle(data: str) -> None:
    *_, (kind, (x1, y1, x2, y2, x, y)) = strokes(data)
    assert (kind, round(x, 6), round(y, 6)) == ("C", 10, 0)
    for t in (0.25, 0.5, 0.75):
        at = [
            (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3
            for p0, p1, p2, p3 in ((0, x1, x2, x), (10, y1, y2, y))
        ]
        assert math.hypot(at[0] - 10, at[1] - 10) == pytest.approx(10, abs=0.01)


def test_a_large_arc_takes_the_long_way() -> None:
    curves = [values for kind, values in strokes("M10 0a10 10 0 1 1 -10 10") if kind == "C"]
    assert len(curves) == 3
    assert max(values[4] for values in curves) > 19.9


@pytest.mark.parametrize("data", ["M1", "M1 2T5 6", "L1 2 3", "M1 2a3 3 0 0", "javascript:alert(1)", "Z1"])
def test_what_is_not_understood_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="path"):
        strokes(data)


@pytest.mark.parametrize("name", ["no-such-icon", "../icons/tool", "/etc/passwd", "", "Tool"])
def test_a_name_that_is_no_icon_draws_nothing(name: str) -> None:
    assert icon(name) == ()
