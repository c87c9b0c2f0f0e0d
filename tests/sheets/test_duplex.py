"""The test sheet: behind the cross stands what belongs to the way the printer turned, with its dot in the middle."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from gogrow.sheets.canvas import A4
from gogrow.sheets.duplex import CROSS, duplex_test
from gogrow.texts import Texts
from tests.sheets import reading


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("duplex") / "test.pdf"
    assert duplex_test(target, Texts("nl"))
    return target


def ink_at(image: Image.Image, x: float, y: float) -> bool:
    """Whether there is ink at a point in millimetres."""
    return reading.dark(image, (x - 0.4, y - 0.4, x + 0.4, y + 0.4)) > 0.9


@pytest.mark.parametrize("way", ["long", "short"])
def test_what_stands_around_the_cross_tells_the_way(way: str, sheet: Path) -> None:
    back = reading.picture(sheet, 1)
    seen = ImageOps.mirror(back) if way == "long" else ImageOps.flip(back)
    x, y = CROSS
    assert ink_at(seen, x, y)  # the dot
    assert all(ink_at(seen, x + dx, y + dy) for dx, dy in ((22, 0), (-22, 0), (0, 22), (0, -22)))
    corners = [ink_at(seen, x + dx, y + dy) for dx in (22, -22) for dy in (22, -22)]
    assert corners == [way == "short"] * 4
    front = reading.picture(sheet, 0)
    beneath = (x - 25, y - 25, x + 25, y + 25)
    assert 0 < reading.dark(front, beneath) < 0.1
    other = A4[0] - x, A4[1] - y  # where the other shape shines through there is nothing to read
    assert reading.dark(front, (other[0] - 25, other[1] - 25, other[0] + 25, other[1] + 25)) == 0


def test_a_step_of_the_cross_is_a_millimetre_and_the_line_is_as_long_as_it_says(sheet: Path) -> None:
    image = reading.picture(sheet, 0, dpi=508)  # 20 pixels a millimetre
    y = round((CROSS[1] + 0.5) * 20)
    runs = [x for x in range(44 * 20, 76 * 20) if dark(image, x, y) and not dark(image, x - 1, y)]
    steps = [(after - before) / 20 for before, after in pairwise(runs)]
    assert len(runs) == 31
    assert steps == pytest.approx([1] * 30, abs=0.1)
    foot = next(y for y in range(250 * 20, 280 * 20) if dark(image, 60 * 20, y))
    ends = [x for x in range(image.width) if dark(image, x, foot)]
    assert (ends[-1] - ends[0]) / 20 == pytest.approx(100, abs=0.6)


def dark(image: Image.Image, x: int, y: int) -> bool:
    value = image.getpixel((x, y))
    return isinstance(value, int) and value < 128


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_names_the_choices_as_the_window_does(language: str, tmp_path: Path) -> None:
    texts = Texts(language)
    duplex_test(tmp_path / "test.pdf", texts)
    front, back = reading.words(tmp_path / "test.pdf")
    for choice in (
        texts.t("Turn along the long edge"),
        texts.t("Turn along the short edge"),
        texts.t("Fronts only"),
    ):
        assert choice in front
    assert texts.t("This is the back.") in back
