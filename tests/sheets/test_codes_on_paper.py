"""Every kind of paper with codes, printed, folded and badly scanned: all codes on it are read back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from gogrow.content.scanning import codes_of
from gogrow.domain.plan_code import qr_text
from gogrow.domain.scanned import CalendarCode, ForeignCode, PlanCode, meaning
from gogrow.domain.workshop import Workshop
from gogrow.sheets import codes
from gogrow.sheets.kit import plan_sheets, room_kit
from gogrow.sheets.papers import Ink, Paper, PaperWish, make_papers
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample


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


def asked(paper: Paper, size: str = "", *, extra: bool = False) -> Callable[[Workshop, Path, bool], None]:
    """Papers on request, with every code that they can have when ``extra``."""

    def made(workshop: Workshop, target: Path, colour: bool) -> None:
        link = LINK if extra else ""
        wish = PaperWish(paper, size, Ink.COLOUR if colour else Ink.BLACK, steps_code=extra, link=link)
        make_papers(workshop, workshop.participants, Texts("nl"), wish, target)

    return made


def told() -> Workshop:
    """One person whose check-in has a time and a place that is too long for its code."""
    workshop = signed()
    place = "Kantine op de eerste verdieping van gebouw B, achter de liften; bel aan bij de balie van het magazijn"
    return replace(workshop, details=replace(workshop.details, place=place, check_in_time="10:00"))


LINK = "https://intranet.zetwerk.nl/leren-en-ontwikkelen/aanbod?team=nachtploeg"
BOTH = [CalendarCode, PlanCode]
FOUR = [CalendarCode, ForeignCode, ForeignCode, PlanCode]
PAPERS: dict[str, tuple[Callable[[Workshop, Path, bool], None], Callable[[], Workshop], list[type]]] = {
    "plans": (plans, signed, BOTH),
    "kit": (kit, lambda: sample.team(1), BOTH),
    "koers": (plans, lambda: koers.played(2, people=1), BOTH),
    "sheet": (asked(Paper.SHEET), told, BOTH),
    "poster": (asked(Paper.POSTER), told, BOTH),
    "poster-a2": (asked(Paper.POSTER, "a2"), signed, BOTH),
    "poster-extra": (asked(Paper.POSTER, extra=True), told, FOUR),
    "card": (asked(Paper.CARD), signed, [PlanCode]),
    "team": (asked(Paper.TEAM), told, [CalendarCode]),
    "team-extra": (asked(Paper.TEAM, extra=True), told, [CalendarCode, ForeignCode]),
}


def scanned(page: Image.Image, source: random.Random, dpi: int) -> Image.Image:
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
    page = ImageChops.multiply(page, shadow).filter(ImageFilter.GaussianBlur(0.007 * dpi))
    noise = Image.frombytes("L", page.size, source.randbytes(wide * high)).point(lambda level: 104 + level * 48 // 255)
    return ImageChops.add(page, noise, 1, -128)


def kinds(texts: list[str]) -> list[type]:
    return sorted((type(meaning(text)) for text in texts), key=lambda kind: kind.__name__)


def with_codes(target: Path, workshop: Workshop) -> list[int]:
    """The pages on which a plan code stands in letters, or the only page."""
    pages = reading.words(target)
    return [at for at, words in enumerate(pages) if workshop.participants[0].code in words or len(pages) == 1]


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "black"])
@pytest.mark.parametrize("paper", PAPERS)
def test_all_codes_are_read_back_from_a_bad_scan(paper: str, colour: bool, tmp_path: Path) -> None:
    printed, made, wanted = PAPERS[paper]
    workshop, target = made(), tmp_path / "paper.pdf"
    printed(workshop, target, colour)
    (page,) = with_codes(target, workshop)
    for dpi in (150, 100):
        source = random.Random(f"{paper}{colour}{dpi}")
        found = codes_of(scanned(reading.picture(target, page, dpi), source, dpi))
        assert kinds(found) == wanted, dpi
        assert (qr_text(workshop.participants[0].code) in found) == (PlanCode in wanted)
        assert (LINK in found) == (ForeignCode in wanted)
        for event in (read for text in found if isinstance(read := meaning(text), CalendarCode)):
            assert event.day == workshop.details.check_in
            assert event.place.removesuffix("…") in workshop.details.place
            assert bool(event.time) == bool(workshop.details.check_in_time)
        assert not any(person.name in text for person in workshop.participants for text in found)


@pytest.mark.parametrize(
    ("paper", "dpi", "seed"),
    [("poster-extra", 100, 124), ("poster-extra", 150, 106), ("poster-extra", 150, 118), ("poster-extra", 150, 121)],
)
def test_a_large_plan_code_in_noise_is_read_too(paper: str, dpi: int, seed: int, tmp_path: Path) -> None:
    """Of these scans fewer looks missed it: its modules are so large that the noise within one counts."""
    printed, made, wanted = PAPERS[paper]
    workshop, target = made(), tmp_path / "paper.pdf"
    printed(workshop, target, True)
    page = scanned(reading.picture(target, 0, dpi), random.Random(f"{paper}True{dpi}{seed}"), dpi)
    assert kinds(codes_of(page)) == wanted


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "black"])
def test_the_codes_for_a_phone_beside_a_sheet_are_read_back_from_a_bad_scan(colour: bool, tmp_path: Path) -> None:
    workshop, target = signed(), tmp_path / "paper.pdf"
    asked(Paper.SHEET, extra=True)(workshop, target, colour)
    (page,) = [at for at, words in enumerate(reading.words(target)) if "Voor mijn telefoon" in words]
    for dpi in (150, 100):
        found = codes_of(scanned(reading.picture(target, page, dpi), random.Random(f"{colour}{dpi}"), dpi))
        assert len(found) == 2, dpi
        assert LINK in found
        assert any(text.startswith("Mijn stappen\n- Yusuf helpen aan de zetbank (18 mei)") for text in found)


@pytest.mark.parametrize("paper", PAPERS)
def test_modules_are_three_quarters_of_a_millimetre_on_paper_with_white_around(paper: str, tmp_path: Path) -> None:
    """Measured on the page as it is printed: the position of a code against the modules that it must have."""
    printed, made, wanted = PAPERS[paper]
    workshop, target = made(), tmp_path / "paper.pdf"
    printed(workshop, target, False)
    dpi, measured = 200, 0
    for page in with_codes(target, workshop):
        image = reading.picture(target, page, dpi)
        for code in zxingcpp.read_barcodes(image):
            text, place = code.text, code.position
            is_plan = isinstance(meaning(text), PlanCode)
            modules = (codes.plan_code_code(text.removeprefix("GOGROW:")) if is_plan else codes.text_code(text)).modules
            x0, x1 = place.top_left.x, place.bottom_right.x
            y0, y1 = place.top_left.y, place.bottom_right.y
            cell = (x1 - x0 + 1) / modules
            assert cell / dpi * 25.4 >= 0.75 - 0.01, text
            free = 3.7 * cell  # four, less what lies between pixels
            zone = image.crop((round(x0 - free), round(y0 - free), round(x1 + free), round(y1 + free)))
            rest = round(free - cell / 2)
            zone.paste(255, (rest, rest, zone.width - rest, zone.height - rest))
            assert min(zone.tobytes()) > 200, text
            measured += 1
    assert measured == len(wanted)
