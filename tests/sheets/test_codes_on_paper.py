"""Every kind of paper with codes, printed, folded and badly scanned: all codes on it are read back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pypdfium2 import raw

from gogrow.content.scanning import codes_of
from gogrow.domain.plan_code import qr_text
from gogrow.domain.scanned import CalendarCode, PlanCode, meaning
from gogrow.domain.workshop import Workshop
from gogrow.sheets import codes
from gogrow.sheets.kit import plan_sheets, room_kit
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample

MM = 72 / 25.4


def signed() -> Workshop:
    """One person who typed a plan with signatures below it."""
    team = sample.team(2, typed=True)
    plan = replace(sample.plan("p1"), signatures=True)
    return sample.with_plan(replace(team, participants=team.participants[1:]), plan)


def plans(workshop: Workshop, target: Path, colour: bool) -> None:
    """Plan sheets with what was typed."""
    plan_sheets(workshop, workshop.participants, Texts("nl"), target, colour)


def kit(workshop: Workshop, target: Path, colour: bool) -> None:
    """Everything that lies ready, blank plan sheets among it."""
    room_kit(workshop, Texts("nl"), target, colour=colour)


PAPERS: dict[str, tuple[Callable[[Workshop, Path, bool], None], Callable[[], Workshop]]] = {
    "plans": (plans, signed),
    "kit": (kit, lambda: sample.team(1)),
    "koers": (plans, lambda: koers.played(2, people=1)),
}


def scanned(page: Image.Image, source: random.Random) -> Image.Image:
    """A page as a bad scan of a folded sheet that lay askew: slanted, shadowed through its codes, soft and noisy."""
    wide, high = page.size
    x, y = (0.06 * wide, 0.04 * high)
    corners = [source.uniform(0, 1) for _ in range(8)]
    quad = (
        *(-corners[0] * x, -corners[1] * y, -corners[2] * x, high + corners[3] * y),
        *(wide + corners[4] * x, high + corners[5] * y, wide + corners[6] * x, -corners[7] * y),
    )
    page = page.transform(page.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=90)
    page = page.rotate(source.uniform(-6, 6), Image.Resampling.BICUBIC, fillcolor=90)
    shadow = Image.new("L", page.size, 255)
    pen, fold, depth = ImageDraw.Draw(shadow), round(high * source.uniform(0.8, 0.9)), high // 20
    for down in range(depth):
        pen.line([(0, fold + down), (wide, fold + down + wide // 40)], fill=110 + 145 * down // depth, width=2)
    page = ImageChops.multiply(page, shadow).filter(ImageFilter.GaussianBlur(0.007 * high / 11.7))
    noise = Image.frombytes("L", page.size, source.randbytes(wide * high)).point(lambda level: 104 + level * 48 // 255)
    return ImageChops.add(page, noise, 1, -128)


def kinds(texts: list[str]) -> list[type]:
    return sorted((type(meaning(text)) for text in texts), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "black"])
@pytest.mark.parametrize("paper", PAPERS)
def test_all_codes_are_read_back_from_a_bad_scan(paper: str, colour: bool, tmp_path: Path) -> None:
    printed, made = PAPERS[paper]
    workshop, target = made(), tmp_path / "paper.pdf"
    printed(workshop, target, colour)
    (page,) = [at for at, words in enumerate(reading.words(target)) if workshop.participants[0].code in words]
    for dpi in (150, 100):
        source = random.Random(f"{paper}{colour}{dpi}")
        found = codes_of(scanned(reading.picture(target, page, dpi), source))
        assert kinds(found) == [CalendarCode, PlanCode], dpi
        assert qr_text(workshop.participants[0].code) in found
        event = next(read for text in found if isinstance(read := meaning(text), CalendarCode))
        assert event.day == workshop.details.check_in
        assert not any(person.name in text for person in workshop.participants for text in found)


@pytest.mark.parametrize("paper", PAPERS)
def test_modules_are_three_quarters_of_a_millimetre_in_the_file_with_white_around(paper: str, tmp_path: Path) -> None:
    printed, made = PAPERS[paper]
    workshop, target = made(), tmp_path / "paper.pdf"
    printed(workshop, target, True)
    plan = codes.plan_code_code(workshop.participants[0].code).modules
    known = {person.code for person in workshop.participants}
    sheets = [at for at, words in enumerate(reading.words(target)) if known & set(words.split())]
    measured = 0
    document = pypdfium2.PdfDocument(target)
    try:
        for page in [document[at] for at in sheets]:
            squares = [
                (left, bottom, right, top)
                for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
                for left, bottom, right, top in [item.get_bounds()]
                if right - left > 15 * MM and abs((right - left) - (top - bottom)) < 0.2
            ]
            image = page.render(scale=2).to_pil()
            for code in zxingcpp.read_barcodes(image):
                corners = code.position
                x, y = (
                    (corners.top_left.x + corners.bottom_right.x) / 4,
                    page.get_height() - (corners.top_left.y + corners.bottom_right.y) / 4,
                )
                around = [s for s in squares if abs((s[0] + s[2]) / 2 - x) < 3 and abs((s[1] + s[3]) / 2 - y) < 3]
                dark, white = sorted(s[2] - s[0] for s in around)
                is_plan = isinstance(meaning(code.text), PlanCode)
                modules = plan if is_plan else codes.event_code(code.text).modules
                assert dark / modules >= 0.75 * MM - 0.01
                assert (white - dark) / 2 >= 4 * dark / modules - 0.2
                measured += 1
            page.close()
    finally:
        document.close()
    assert measured == 2 * len(workshop.participants)
