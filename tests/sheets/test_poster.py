"""The poster and the pocket card, read back from their PDFs."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.scanned import CalendarCode, ForeignCode, PlanCode, meaning
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState, Workshop
from gogrow.sheets import codes
from gogrow.sheets.fonts import whole
from gogrow.sheets.landscape import HORIZON, in_circle, stops
from gogrow.sheets.papers import Ink, Paper, PaperWish
from tests.sheets import reading, sample
from tests.sheets.test_papers import made, one


def steps(*states: StepState) -> tuple[PlanStep, ...]:
    """Steps called one after the other, in these states."""
    return tuple(PlanStep(f"Doe ding {at}", by=f"{at} juni", state=state) for at, state in enumerate(states, start=1))


def planned(*states: StepState) -> Workshop:
    """A workshop in which p1 has such steps."""
    return sample.with_plan(sample.team(2, typed=True), DevelopmentPlan("p1", steps=steps(*states)))


def read(tmp_path: Path, workshop: Workshop, paper: Paper = Paper.POSTER) -> str:
    """The words of p1's paper."""
    return reading.words(made(tmp_path, workshop, PaperWish(paper), one(workshop)))[0]


def test_the_wish_the_steps_the_place_and_the_day_are_on_it(tmp_path: Path) -> None:
    words = read(tmp_path, sample.team(2, typed=True))
    person = sample.team(2).participants[1]
    for found in (
        "Hier ga ik heen",
        "Samira El Idrissi",
        "Ik werk nieuwe collega’s in",
        "18 mei Yusuf helpen aan de zetbank",
        "9 juni Een ochtend meekijken",
        "18 augustus Hoe ging het?",
        "Ik sta nu bij",
        "We praten verder op",
        "di 18 augustus",
        "Scan: zet in je agenda",
        person.code,
    ):
        assert found in words, found
    assert words.split().count("SE") == 1, "one pawn: where it stands now"


def test_an_empty_plan_invites_to_write(tmp_path: Path) -> None:
    workshop = sample.with_plan(sample.team(2), DevelopmentPlan("p1"))
    words = read(tmp_path, workshop)
    assert "Dit wil ik" in words
    assert words.count("Klaar op?") == 3
    assert "SE" not in words.split()
    undated = replace(workshop, details=replace(workshop.details, check_in=None))
    target = made(tmp_path, undated, PaperWish(Paper.POSTER), one(undated))
    assert [type(meaning(text)) for text in reading.codes(reading.picture(target, dpi=100))] == [PlanCode]


def test_what_is_done_gives_way_where_there_are_more_steps_than_stops(tmp_path: Path) -> None:
    s = StepState
    words = read(tmp_path, planned(s.DONE, s.OPEN, s.LET_GO, s.BUSY, s.OPEN, s.OPEN, s.OPEN, s.OPEN, s.OPEN))
    assert "Doe ding 1" not in words
    assert "Doe ding 3" not in words
    for at in (2, 4, 5, 6, 7):
        assert f"Doe ding {at}" in words
    assert "en nog 2 op je blad" in words
    few = read(tmp_path, planned(s.DONE, s.LET_GO, s.OPEN))
    assert "Doe ding 1" in few
    assert "Doe ding 2" not in few
    assert "op je blad" not in few


def test_a_step_that_is_done_is_ticked(tmp_path: Path) -> None:
    def box(state: StepState) -> float:
        workshop = planned(state, StepState.OPEN, StepState.OPEN)
        target = made(tmp_path, workshop, PaperWish(Paper.POSTER, ink=Ink.BLACK), one(workshop))
        picture = reading.picture(target, dpi=100)
        scale = picture.width / 297
        part = picture.crop((268 * scale, 280 * scale, 278 * scale, 306 * scale))
        return sum(part.histogram()[:128])

    assert box(StepState.DONE) > box(StepState.OPEN) * 1.05


def test_a_day_of_ones_own_is_without_the_time_and_place_of_the_others(tmp_path: Path) -> None:
    workshop = sample.team(2, typed=True)
    details = replace(workshop.details, place="Kantine", check_in_time="10:00")
    workshop = replace(workshop, details=details)
    target = made(tmp_path, workshop, PaperWish(Paper.POSTER), one(workshop))
    assert "om 10.00 uur, Kantine" in reading.words(target)[0]
    found = [meaning(text) for text in reading.codes(reading.picture(target, dpi=100))]
    assert CalendarCode(dt.date(2026, 8, 18), "Hoe ging het? (GoGrow)", "Kantine", dt.time(10)) in found
    own = sample.with_plan(workshop, replace(workshop.plan("p1"), check_in=dt.date(2026, 9, 1)))
    target = made(tmp_path, own, PaperWish(Paper.POSTER), one(own))
    assert "Kantine" not in reading.words(target)[0]
    found = [meaning(text) for text in reading.codes(reading.picture(target, dpi=100))]
    assert CalendarCode(dt.date(2026, 9, 1), "Hoe ging het? (GoGrow)") in found


def test_codes_that_were_asked_for_hold_the_steps_and_the_link(tmp_path: Path) -> None:
    s = StepState
    workshop = planned(s.DONE, s.OPEN, s.LET_GO, s.BUSY, s.OPEN)
    wish = PaperWish(Paper.POSTER, steps_code=True, link="https://zetwerk.nl/leren")
    target = made(tmp_path, workshop, wish, one(workshop))
    found = reading.codes(reading.picture(target, dpi=150))
    assert len(found) == 4
    assert "https://zetwerk.nl/leren" in found
    (text,) = [text for text in found if text.startswith("Mijn stappen")]
    assert text == "Mijn stappen\n- Doe ding 2 (2 juni)\n- Doe ding 4 (4 juni)\n- Doe ding 5 (5 juni)"
    assert isinstance(meaning(text), ForeignCode)
    assert "Scan: opent zetwerk.nl" in reading.words(target)[0]
    wrong = made(tmp_path, workshop, PaperWish(Paper.POSTER, link="javascript:alert(1)"), one(workshop))
    assert len(reading.codes(reading.picture(wrong, dpi=150))) == 2


def test_thirty_steps_are_told_in_a_code_as_far_as_it_holds_them(tmp_path: Path) -> None:
    workshop = sample.with_plan(sample.team(2), DevelopmentPlan("p1", steps=(PlanStep(sample.LONG),) * 30))
    for paper in (Paper.SHEET, Paper.POSTER):
        target = made(tmp_path, workshop, PaperWish(paper, steps_code=True), one(workshop))
        pages = range(len(reading.sizes(target)))
        found = {text for at in pages for text in reading.codes(reading.picture(target, at, 150))}
        (text,) = [text for text in found if text.startswith("Mijn stappen")]
        assert text.endswith("\n…")
        assert text.count("\n- ") >= 4
        assert codes.text_code(text).edge(0) < 66, "it lies under the land of a poster, beside its words"


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("foot", [270.0, 335.9])
def test_stops_lie_on_the_land_and_change_sides(count: int, foot: float) -> None:
    found = stops(count, foot)
    assert [stop.right for stop in found] == [at % 2 == 0 for at in range(count)]
    assert all(HORIZON < stop.y < foot for stop in found)
    assert all(one.y > two.y + 10 for one, two in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["Kort", "Ik werk nieuwe collega’s in", sample.LONG, "x" * 60, sample.LONG * 2])
def test_a_wish_fits_the_sun_and_words_stay_whole_where_they_can(text: str) -> None:
    fitted = in_circle(text, 41.6, 38, 13)
    assert not fitted.cut
    assert "".join("".join(fitted.lines).split()).replace("-", "") == "".join(text.split()).replace("-", "")
    if len(text) < 40:
        assert whole(fitted, text)
        assert fitted.size > 28


def test_a_wish_of_two_thousand_letters_is_cut_and_says_so() -> None:
    assert in_circle(sample.LONG * 20, 41.6, 38, 13).lines[-1].endswith("…")
    assert in_circle("", 41.6, 38, 13).lines == ()


# The pocket card


def test_a_card_has_the_wish_the_next_steps_the_day_and_the_code(tmp_path: Path) -> None:
    workshop = sample.team(5, typed=True)
    target = made(tmp_path, workshop, PaperWish(Paper.CARD))
    first, second = reading.words(target)
    for person in workshop.participants[:4]:
        assert person.name in first
        assert person.code in first
    assert workshop.participants[4].name in second
    assert first.count("18 mei") == 4
    assert first.count("di 18 augustus") == 4
    codes = reading.codes(reading.picture(target, 0, 100))
    assert {meaning(code) for code in codes} == {PlanCode(person.code) for person in workshop.participants[:4]}


def test_more_steps_than_a_card_holds_are_counted(tmp_path: Path) -> None:
    words = read(tmp_path, planned(*[StepState.OPEN] * 6), Paper.CARD)
    assert "Doe ding 3" in words
    assert "Doe ding 4" not in words
    assert "en nog 3 op je blad" in words
