"""The front and the back of a plan sheet, read back from its PDF."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest

from gogrow.domain.dilemmas import POLL, Moment, ViewCount
from gogrow.domain.plan_code import read_code
from gogrow.domain.scanned import CalendarCode, meaning
from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, StepState, Visibility, Workshop
from gogrow.sheets.kit import plan_sheets
from gogrow.sheets.papers import Ink, PaperWish, make_papers
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample

OVERLEAF, SECOND_LEAF = "verder op de achterkant", "verder op blad 2"
WILD = '<b>&amp;<img src="/etc/passwd"> {0} %s \\n $x'


def printed(tmp_path: Path, workshop: Workshop, who: str = "p1", colour: bool = True) -> Path:
    """One person's sheet."""
    target = tmp_path / "plan.pdf"
    person = workshop.participant(who)
    assert person is not None
    assert plan_sheets(workshop, [person], Texts(workshop.details.language), target, colour)
    return target


def test_a_blank_sheet_may_be_written_by_hand(tmp_path: Path) -> None:
    front, back = reading.words(printed(tmp_path, sample.team()))
    for words in (
        "Mijn ontwikkelplan",
        "Samira El Idrissi",
        "met Johan Terpstra · 12 mei 2026",
        "Dit neem ik mee",
        "Dit wil ik",
        "Mijn stappen",
        "Kruis aan: doen van een collega cursus",
        "Wie helpt?",
        "Dit spreken we af",
        "Scan: zet in je agenda",
        "Hoe ging het? 18 augustus 2026",
        "Code van dit plan",
    ):
        assert words in front, words
    for words in (
        "Alleen voor mij",
        "In mijn werk nu",
        "Ander werk hier",
        "Werk ergens anders",
        "Ilse de Boer, 06 1234 5678",
    ):
        assert words in back, words
    assert OVERLEAF not in front
    assert "None" not in front + back


def test_what_was_typed_stands_in_its_place(tmp_path: Path) -> None:
    front, back = reading.words(printed(tmp_path, sample.team(typed=True)))
    for words in (
        "Ik mag vaker vragen stellen",
        "Ik werk nieuwe collega’s in",
        "Marloes",
        "18 mei",
        "9 juni",
        "2 uur per week",
    ):
        assert words in front, words
    assert "Vaste dagen" in back
    assert "Vaste dagen" not in front, "plan A is private"


def test_how_is_crossed(tmp_path: Path) -> None:
    image = reading.picture(printed(tmp_path, sample.team(typed=True)), dpi=100)
    boxes = [
        [reading.dark(image, (96.7 + 11.18 * at, y, 104.7 + 11.18 * at, y + 7.5)) > 0.5 for at in range(3)]
        for y in (129.3, 143.0, 156.7)
    ]
    assert boxes == [[True, False, False], [False, True, False], [False, False, False]]


def test_only_ones_own_pawns(tmp_path: Path) -> None:
    workshop = sample.team(typed=True)
    front, _ = reading.words(printed(tmp_path, workshop))
    assert front.count("SE") == 2
    assert "JT" not in front
    assert "Over een half jaar:" in front
    other_only = replace(workshop, placements=tuple(p for p in workshop.placements if p.placer != "p1"))
    front, _ = reading.words(printed(tmp_path, other_only))
    assert "SE" not in front.split()


def test_two_workshops_that_differ_in_what_others_placed_give_the_same_sheet(tmp_path: Path) -> None:
    workshop = sample.team(typed=True)
    one = printed(tmp_path, workshop).read_bytes()
    others = tuple(replace(p, x=0.5, y=0.5) for p in workshop.placements if p.placer != "p1")
    mine = tuple(p for p in workshop.placements if p.placer == "p1" and p.round != "other")
    assert printed(tmp_path, replace(workshop, placements=mine + others)).read_bytes() == one


def test_a_talk_that_was_taken_over(tmp_path: Path) -> None:
    front, _ = reading.words(printed(tmp_path, sample.with_talk(sample.team())))
    assert "Nieuwe collega’s komen eerst naar Samira. Dat zeggen we elke week." in front


def test_a_talk_for_our_sheets_is_on_the_sheet_of_the_other_too_who_takes_it_over(tmp_path: Path) -> None:
    workshop = sample.with_talk(sample.team())
    talk = replace(workshop.talks[0], owner="p2", other="p1")
    front, _ = reading.words(printed(tmp_path, replace(workshop, talks=(talk,))))
    assert "Nieuwe collega’s komen eerst naar Samira." in front


@pytest.mark.parametrize("how", ["kept between us", "of somebody else", "not taken over"])
def test_a_talk_that_is_not_for_the_sheet_is_not_on_it(tmp_path: Path, how: str) -> None:
    visibility = Visibility.US if how == "kept between us" else Visibility.PLAN
    workshop = sample.with_talk(sample.team(), visibility, owner="p2" if how == "of somebody else" else "p1")
    if how == "not taken over":
        workshop = replace(workshop, plans=())
    for who in ("p1", "p0", "p2"):
        assert all("Nieuwe collega" not in page for page in reading.words(printed(tmp_path, workshop, who)))


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("dpi", [100, 150])
def test_both_codes_read_back_and_say_no_names(tmp_path: Path, colour: bool, dpi: int) -> None:
    workshop = sample.team(typed=True)
    target = printed(tmp_path, workshop, colour=colour)
    found = reading.codes(reading.picture(target, dpi=dpi))
    assert len(found) == 2
    (event,) = [text for text in found if text.startswith("BEGIN")]
    (code,) = found - {event}
    person = workshop.participant("p1")
    assert person is not None
    assert read_code(code) == person.code
    assert person.code in reading.words(target)[0], "in letters too"
    calendar: Any = icalendar.Calendar.from_ical(event)
    (entry,) = calendar.walk("VEVENT")
    assert entry["DTSTART"].dt == workshop.details.check_in
    assert entry["SUMMARY"] == "Hoe ging het? (GoGrow)"
    assert not any(word in event for word in ("Samira", "Johan", "Zetten", "Zetwerk"))


def test_without_a_date_there_is_a_line_for_one_and_no_calendar(tmp_path: Path) -> None:
    workshop = sample.team()
    target = printed(tmp_path, replace(workshop, details=replace(workshop.details, check_in=None)))
    front, _ = reading.words(target)
    assert "Wanneer kijken we hoe het ging?" in front
    assert "agenda" not in front
    assert len(reading.codes(reading.picture(target, dpi=150))) == 1


def test_signatures_only_when_wanted(tmp_path: Path) -> None:
    workshop = sample.team()
    assert "Handtekening" not in reading.words(printed(tmp_path, workshop))[0]
    signed = sample.with_plan(workshop, DevelopmentPlan("p1", signatures=True))
    front, _ = reading.words(printed(tmp_path, signed))
    assert "Handtekening als je wilt" in front
    assert "Ik heb zelf ook een blad." in front


def test_long_texts_go_overleaf_whole(tmp_path: Path) -> None:
    long = "Ik wil graag leren hoe de nieuwe machine werkt en dat daarna aan anderen laten zien. " * 6
    plan = DevelopmentPlan("p1", wish=long, steps=(PlanStep(long[:500], How.DOING),))
    front, back, *rest = reading.words(printed(tmp_path, sample.with_plan(sample.team(), plan)))
    assert not rest
    assert front.count(OVERLEAF) == 2
    assert long.strip() in back
    assert long[:500].strip() in back
    assert "Verder van de voorkant" in back
    assert "Werk ergens anders" in back


def test_what_is_too_much_for_the_back_goes_on_a_second_leaf(tmp_path: Path) -> None:
    long = sample.LONG * 8
    step = PlanStep(long[:500], How.COURSE, "Anne-Fleur van 't Hof - de Wit en Marloes en Yusuf", "na de zomervakantie")
    plan = DevelopmentPlan("p1", long, long, (step,) * 5, long, long, long, plan_a=long * 3, plan_b="Kort")
    target = printed(tmp_path, sample.with_plan(sample.team(), plan))
    pages = reading.words(target)
    assert len(pages) % 2 == 0
    assert len(pages) >= 4
    assert SECOND_LEAF in pages[0]
    assert "Stap 5" in " ".join(pages[2:])
    assert "Kort" in pages[1]
    after = " ".join(pages[2:])
    for at in (1, 2, 3, 4, 5):
        assert f"Stap {at}" in after
    private = [page for page in pages[2:] if "Alleen voor mij" in page]
    assert private
    assert all("In mijn werk nu" not in page for page in pages[2:] if page not in private)
    joined = "".join(" ".join(pages[2:]).replace("-", "").split())
    assert joined.count("bellenoverroosters.") >= 8 * 5


@pytest.mark.parametrize(
    "text", [WILD, "x" * 500, "é\u0301\u0302\u0303" * 40, "🌻👩‍🌾" * 30, "محمد " * 60, "a\x00\x1b\r\nb"]
)
def test_any_text_is_printed_as_typed_in_every_field(tmp_path: Path, text: str) -> None:
    workshop = sample.team()
    step = PlanStep(text, How.DOING, text, text)
    plan = DevelopmentPlan("p1", text, text, (step,) * 4, text, text, text, True, (), text, text, text)
    people = (
        replace(workshop.participants[0], name=text[:200]),
        replace(workshop.participants[1], name=text[:200], shown=text[:60]),
    )
    details = replace(workshop.details, title=text, organisation=text, contact=text, goals=(text,))
    pages = reading.words(printed(tmp_path, replace(workshop, participants=people, details=details, plans=(plan,))))
    assert "root:" not in " ".join(pages)
    if text == WILD:
        assert " ".join(pages).count('<b>&amp;<img src="/etc/passwd"> {0} %s \\n $x') >= 12


def test_a_name_of_two_hundred_letters_is_all_there(tmp_path: Path) -> None:
    name = ("Wilhelmina-Frederica Alexandra Christina van den Bergh van Heinenoord tot Slingeland " * 3)[:200].strip()
    workshop = sample.team()
    people = (workshop.participants[0], replace(workshop.participants[1], name=name))
    front, back = reading.words(printed(tmp_path, replace(workshop, participants=people)))
    assert "".join(name.split()).replace("-", "") in "".join(front.split()).replace("-", "")
    assert "…" not in front + back


def test_in_english(tmp_path: Path) -> None:
    front, back = reading.words(printed(tmp_path, sample.team(language="en")))
    assert "My development plan" in front
    assert "with Johan Terpstra · 12 May 2026" in front
    assert "I know my job" in front
    assert "For me only" in back


def test_no_codes_no_manager_no_contact(tmp_path: Path) -> None:
    workshop = sample.without_codes(sample.team())
    people = tuple(replace(p, manager=None) for p in workshop.participants)
    bare = replace(workshop, participants=people, details=replace(workshop.details, contact="", date=None))
    target = printed(tmp_path, bare)
    front, back = reading.words(target)
    assert "met " not in front.split("Dit neem")[0]
    assert "Wie kan ik bellen?" in back
    assert not reading.codes(reading.picture(target, dpi=150))


def test_nothing_is_printed_outside_the_margins(tmp_path: Path) -> None:
    source = random.Random(3)
    long = sample.LONG * 9
    for _ in range(6):
        count = source.randrange(5)
        lengths = ((0, 90, 500), (0, 30, 90), (0, 30))
        steps = tuple(
            PlanStep(what, None, who, by)
            for what, who, by in ([long[: source.choice(length)] for length in lengths] for _ in range(count))
        )
        take, wish, enables, b = (long[: source.choice((0, 40, 200, 700))] for _ in range(4))
        plan = DevelopmentPlan("p1", take, wish, steps, enables, plan_b=b)
        target = printed(tmp_path, sample.with_plan(sample.team(typed=True), plan))
        for page in range(len(reading.sizes(target))):
            image = reading.picture(target, page, 72)
            for edge in ((0, 0, 13.5, 297), (196.5, 0, 210, 297), (0, 0, 210, 10), (0, 286, 210, 297)):
                assert reading.dark(image, edge) == 0, (page, edge)


@pytest.mark.parametrize(
    ("language", "label", "words"),
    [
        ("nl", "Hierna wil ik", ("een gesprek", "een cursus", "een dag meekijken", "een coach", "nu niets")),
        ("en", "After this I want", ("a talk", "a course", "looking along for a day", "a coach", "nothing now")),
    ],
)
def test_with_a_poll_in_the_run_the_wish_is_crossed_by_hand(
    tmp_path: Path, language: str, label: str, words: tuple[str, ...]
) -> None:
    workshop = koers.played(people=3, language=language, programme="koers-grow")
    typed = replace(workshop, plans=(replace(sample.plan("p1"), improvement=sample.LONG, team="Samen eten"),))
    target = printed(tmp_path, typed)
    front = reading.words(target)[0]
    assert f"{label} {' '.join(words)}" in front
    assert "Samen eten" in front
    p1 = typed.participant("p1")
    assert p1 is not None
    assert read_code(next(c for c in reading.codes(reading.picture(target, 0, 150)) if read_code(c))) == p1.code


def test_without_a_poll_there_is_no_wish_to_cross(tmp_path: Path) -> None:
    assert "Hierna wil ik" not in reading.words(printed(tmp_path, sample.team()))[0]


def test_what_was_counted_in_the_poll_is_on_nobodys_sheet(tmp_path: Path) -> None:
    workshop = koers.played(people=5, programme="koers-grow")
    one = printed(tmp_path, workshop).read_bytes()
    counted = replace(workshop, views=(*workshop.views, ViewCount("poll.before", POLL, Moment.BEFORE, (5, 0, 0, 0, 0))))
    assert printed(tmp_path, counted).read_bytes() == one


def test_the_complete_plan_stands_overleaf_where_the_front_has_no_place_for_it(tmp_path: Path) -> None:
    step = PlanStep("Meekijken", How.COLLEAGUE, "Marloes", "juni", "Om te leren", "Een vrije ochtend", "Ik durf het")
    plan = DevelopmentPlan("p1", qualities="Geduld", motives="Rust in huis", steps=(step,))
    front, *rest = reading.words(printed(tmp_path, sample.with_plan(sample.team(), plan)))
    after = " ".join(rest)
    assert "Meekijken" in front
    for words in (
        "Dit kan ik goed Geduld",
        "Hier doe ik het voor Rust in huis",
        "Stap 1 Waarom? Om te leren Wat de organisatie mogelijk maakt: Een vrije ochtend",
        "Waaraan zien we dat het gelukt is? Ik durf het",
    ):
        assert words in after, words
        assert words[-8:] not in front


def test_a_step_of_two_thousand_letters_and_thirty_steps_come_out_whole(tmp_path: Path) -> None:
    long = " ".join(f"woord{at}" for at in range(250))[:2000]
    steps = (PlanStep(long, why=long), *(PlanStep(f"Doe ding {at}", by=f"{at} mei") for at in range(2, 31)))
    target = printed(tmp_path, sample.with_plan(sample.team(), DevelopmentPlan("p1", steps=steps)))
    pages = reading.words(target)
    assert len(pages) % 2 == 0
    counted = re.compile(r" ?Bladzijde (\d) van 3")
    assert [found[1] for page in pages if (found := counted.search(page))] == ["1", "2", "3"]
    after = " ".join(counted.sub("", page) for page in pages[1:])
    assert after.count(long) == 2
    for at in range(4, 31):
        assert f"Stap {at} Doe ding {at} · {at} mei" in after
    assert "Doe ding 3" in pages[0]
    assert not reading.outside(target, 9)


def test_what_is_done_is_ticked_and_what_was_let_go_gives_way(tmp_path: Path) -> None:
    s = StepState
    states = (s.DONE, s.LET_GO, s.OPEN, s.BUSY, s.OPEN)
    steps = tuple(PlanStep(f"Ding {at}", state=state) for at, state in enumerate(states, start=1))
    target = printed(tmp_path, sample.with_plan(sample.team(), DevelopmentPlan("p1", steps=steps)))
    front, *rest = reading.words(target)
    assert all(f"Ding {at}" in front for at in (3, 4, 5))
    assert all(f"Ding {at}" not in front for at in (1, 2))
    assert "Stap 1 (klaar) Ding 1" in " ".join(rest)
    assert "Stap 2 (losgelaten) Ding 2" in " ".join(rest)
    few = printed(tmp_path, sample.with_plan(sample.team(), DevelopmentPlan("p1", steps=(steps[0], steps[2]))))
    image = reading.picture(few, dpi=100)
    done, still = (reading.dark(image, (186.5, y, 191.5, y + 5)) for y in (130.7, 144.4))
    assert done > still + 0.03


def test_a_day_of_ones_own_has_its_own_code(tmp_path: Path) -> None:
    workshop = sample.team(3)
    details = replace(workshop.details, place="Kantine", check_in_time="10:00")
    own = sample.with_plan(replace(workshop, details=details), DevelopmentPlan("p1", check_in=dt.date(2026, 8, 25)))
    target = tmp_path / "all.pdf"
    assert plan_sheets(own, own.participants, Texts("nl"), target)
    days = []
    for page in (0, 2, 4):
        events = [c for c in reading.codes(reading.picture(target, page, 150)) if c.startswith("BEGIN")]
        days.append((meaning(events[0]), "Kantine" in reading.words(target)[page]))
    usual = CalendarCode(dt.date(2026, 8, 18), "Hoe ging het? (GoGrow)", "Kantine", dt.time(10))
    assert days == [
        (usual, True),
        (CalendarCode(dt.date(2026, 8, 25), "Hoe ging het? (GoGrow)"), False),
        (usual, True),
    ]


def test_a_sheet_that_saves_ink_has_no_field_filled(tmp_path: Path) -> None:
    workshop = sample.team(1, typed=True)
    full, saver = tmp_path / "full.pdf", tmp_path / "saver.pdf"
    for target, ink in ((full, Ink.COLOUR), (saver, Ink.SAVER)):
        make_papers(workshop, workshop.participants, Texts("nl"), PaperWish(ink=ink), target)
    for fill in ((0x88, 0xAE, 0xE3), (0xFF, 0xD0, 0x6A)):
        assert reading.coloured(full, fill) > 500
        assert reading.coloured(saver, fill) < 20
    assert reading.coloured(saver, (0x26, 0x4B, 0x82)) > 100, "the strip keeps its colours"
