"""Papers on request: what can be wished, how files are called, and what none of them may show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState, Visibility, Workshop
from gogrow.sheets.papers import Ink, Paper, PaperFault, PaperWish, make_papers, paper_names, read_link
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample
from tests.sheets.told import Told

HANGING = (Paper.POSTER, Paper.CARD, Paper.TEAM)
LONG_NAME = "Wilhelmina-Frederica van den Bergh van Heinenoord tot Slinge"


def made(
    tmp_path: Path, workshop: Workshop, wish: PaperWish, people: tuple[Participant, ...] = (), language: str = "nl"
) -> Path:
    """The papers of these people, of all without."""
    target = tmp_path / "paper.pdf"
    assert make_papers(workshop, people or workshop.participants, Texts(language), wish, target)
    return target


def one(workshop: Workshop, id: str = "p1") -> tuple[Participant, ...]:
    """One of them."""
    return tuple(p for p in workshop.participants if p.id == id)


@pytest.mark.parametrize(
    ("wish", "size", "pages"),
    [
        (PaperWish(Paper.SHEET), (210, 297), 12),
        (PaperWish(Paper.POSTER), (297, 420), 6),
        (PaperWish(Paper.POSTER, "a2"), (420, 594), 6),
        (PaperWish(Paper.CARD), (210, 297), 2),
        (PaperWish(Paper.TEAM), (297, 420), 1),
        (PaperWish(Paper.CARD, "a2"), (210, 297), 2),
    ],
)
def test_each_paper_has_its_size_and_pages(tmp_path: Path, wish: PaperWish, size: tuple[int, int], pages: int) -> None:
    assert reading.sizes(made(tmp_path, sample.team(6, typed=True), wish)) == [size] * pages


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("paper", Paper)
def test_every_paper_in_every_ink_and_language_keeps_within_its_page(
    tmp_path: Path, paper: Paper, ink: Ink, language: str
) -> None:
    workshop = sample.team(11, typed=True, language=language)
    wild = DevelopmentPlan(
        "p10", wish=sample.LONG * 3, steps=(*[PlanStep(sample.LONG * 4, by=sample.LONG)] * 7, PlanStep("x" * 300))
    )
    people = tuple(replace(p, name=LONG_NAME) if p.id == "p10" else p for p in workshop.participants)
    workshop = sample.with_plan(replace(workshop, participants=people), wild)
    place = replace(workshop.details, place="Kantine, " * 9, check_in_time="10:00", team="Nachtploeg " * 6)
    wish = PaperWish(
        paper, ink=ink, contact="Coach: Ilse de Boer " * 5, steps_code=True, link="https://zetwerk.nl/leren"
    )
    target = made(tmp_path, replace(workshop, details=place), wish, workshop.participants[9:], language)
    assert not reading.outside(target, 5)
    assert "None" not in " ".join(reading.words(target))


@pytest.mark.parametrize("paper", HANGING)
def test_nothing_that_another_placed_said_or_wrote_changes_a_paper_that_hangs(tmp_path: Path, paper: Paper) -> None:
    workshop = sample.team(3, typed=True)
    bytes_of = [made(tmp_path, workshop, PaperWish(paper), one(workshop)).read_bytes()]
    own = tuple(p for p in workshop.placements if p.placer == "p1" and p.round != "other")
    others = tuple(replace(p, x=0.4, y=0.6) for p in workshop.placements if p.placer != "p1")
    talked = sample.with_talk(replace(workshop, placements=own + others), Visibility.PLAN)
    plans = tuple(p if p.id == "p1" else DevelopmentPlan(p.id, wish="Weg hier", team="Geheim") for p in talked.plans)
    bytes_of.append(made(tmp_path, replace(talked, plans=plans), PaperWish(paper), one(workshop)).read_bytes())
    assert bytes_of[0] == bytes_of[1]


@pytest.mark.parametrize("paper", HANGING)
def test_no_other_name_and_nothing_private_is_on_a_paper_that_hangs(tmp_path: Path, paper: Paper) -> None:
    workshop = sample.with_talk(sample.team(3, typed=True))
    private = replace(
        workshop.plan("p1"),
        plan_a="Prive A",
        plan_b="Prive B",
        plan_c="Prive C",
        motives="Drijfveer",
        improvement="Beter",
    )
    words = " ".join(
        reading.words(made(tmp_path, sample.with_plan(workshop, private), PaperWish(paper), one(workshop)))
    )
    for word in ("Johan", "Terpstra", "Max", "Nieuwe collega’s komen", "Prive", "Drijfveer", "Beter", "2 uur per week"):
        assert word not in words, word
    assert "JT" not in words.split()


def test_a_plan_of_then_is_drawn_in_place_of_the_present_one(tmp_path: Path) -> None:
    workshop = sample.team(2, typed=True)
    then = DevelopmentPlan("p1", wish="Wat ik toen wilde", steps=(PlanStep("Toen", state=StepState.DONE),))
    for paper in (Paper.SHEET, Paper.POSTER, Paper.CARD):
        target = tmp_path / f"{paper}.pdf"
        make_papers(workshop, one(workshop), Texts("nl"), PaperWish(paper), target, plans={"p1": then})
        words = reading.words(target)[0]
        assert "Wat ik toen wilde" in words
        assert "Ik werk nieuwe" not in words


@pytest.mark.parametrize("paper", Paper)
def test_whoever_stops_it_finds_no_file(tmp_path: Path, paper: Paper) -> None:
    workshop = sample.team(9)
    target, told = tmp_path / "p.pdf", Told(until=1)
    assert not make_papers(workshop, workshop.participants, Texts("nl"), PaperWish(paper), target, told)
    assert not list(tmp_path.iterdir())
    told = Told()
    assert make_papers(workshop, workshop.participants, Texts("nl"), PaperWish(paper), target, told)
    total = 1 if paper is Paper.TEAM else 9
    assert told.calls[-1] == (total, total)


def test_without_people_there_is_one_empty_page(tmp_path: Path) -> None:
    workshop = replace(sample.team(2), participants=())
    for paper in (Paper.SHEET, Paper.POSTER, Paper.CARD):
        assert len(reading.sizes(made(tmp_path, workshop, PaperWish(paper)))) == 1


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    workshop = sample.team(1)
    with pytest.raises(PaperFault):
        make_papers(workshop, workshop.participants, Texts("nl"), PaperWish(), tmp_path / "gone" / "p.pdf")


def test_file_names_say_what_whose_and_when_and_no_two_are_alike() -> None:
    workshop = sample.team(4)
    twins = tuple(
        replace(p, name="Samira El Idrissi" if p.id != "p2" else "samira el idrissi") for p in workshop.participants
    )
    workshop = replace(workshop, participants=twins)
    names = paper_names(workshop, twins, Texts("nl"), PaperWish(Paper.POSTER))
    assert names[0] == "Poster Samira El Idrissi 2026-05-12.pdf"
    assert len({name.casefold() for name in names}) == 4
    assert paper_names(workshop, twins[:1], Texts("en"), PaperWish(), each=False) == (
        "Plan sheet Samira El Idrissi 2026-05-12.pdf",
    )
    assert paper_names(workshop, twins, Texts("nl"), PaperWish(Paper.CARD), each=False) == (
        "Zakkaartje Nachtploeg 2026-05-12.pdf",
    )
    assert paper_names(workshop, twins, Texts("nl"), PaperWish(Paper.TEAM)) == ("Teamposter Nachtploeg 2026-05-12.pdf",)


@pytest.mark.parametrize("name", ['a/b\\c:d*e?f"g<h>i|j', "..", "CON.", "🌻" * 100, "x" * 400, "\x00\n\t"])
def test_every_system_takes_the_file_names(tmp_path: Path, name: str) -> None:
    workshop = sample.team(2)
    people = (replace(workshop.participants[0], name=name),)
    (found,) = paper_names(workshop, people, Texts("nl"), PaperWish(Paper.POSTER))
    assert not set(found) & set('<>:"/\\|?*\x00\n\t')
    assert found.endswith("2026-05-12.pdf")
    assert len(found.encode()) <= 160
    (tmp_path / found).write_bytes(b"")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (" https://intranet.zetwerk.nl/leren?a=1 ", "https://intranet.zetwerk.nl/leren?a=1"),
        ("HTTP://Zetwerk.nl", "HTTP://Zetwerk.nl"),
        ("javascript:alert(1)", None),
        ("https://a b.nl", None),
        ("https://user@zetwerk.nl", None),
        ("ftp://zetwerk.nl", None),
        ("zetwerk.nl", None),
        ("https://zetwerk.nl/" + "a" * 400, None),
        ("", None),
    ],
)
def test_only_a_plain_link_becomes_a_code(text: str, link: str | None) -> None:
    assert read_link(text) == link


@pytest.mark.parametrize(
    "text",
    ['<b>&amp;<img src="/etc/passwd"> {0} %s \\n', "x" * 500, "🌻👩‍🌾" * 30, "محمد " * 60, "a\x00\x1b\r\nb", " \n "],
)
@pytest.mark.parametrize("paper", HANGING)
def test_any_text_is_printed_as_typed(tmp_path: Path, paper: Paper, text: str) -> None:
    workshop = koers.played(2, people=3)
    plan = DevelopmentPlan("p1", wish=text, steps=(PlanStep(text, by=text),) * 4)
    details = replace(workshop.details, title=text, team=text, goals=(text, text), place=text, check_in_time=text)
    people = (
        workshop.participants[0],
        replace(workshop.participants[1], name=f"Q{text}"[:200]),
        workshop.participants[2],
    )
    said = tuple(replace(d, sentence=text, themes=(text,)) for d in workshop.dilemmas)
    workshop = replace(workshop, details=details, participants=people, plans=(plan,), dilemmas=said)
    target = made(tmp_path, workshop, PaperWish(paper, contact=text, steps_code=True, link=text))
    assert "root:" not in " ".join(reading.words(target))
    assert not reading.outside(target, 5)


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("paper", HANGING)
def test_a_board_of_another_kind_fits_too(tmp_path: Path, paper: Paper, ink: Ink) -> None:
    workshop = sample.team(2, typed=True)
    board = sample.plane()
    places = tuple(replace(p, id=f"nu.{p.placer}", round="nu") for p in workshop.placements if p.round == "now")
    target = made(tmp_path, replace(workshop, board=board, placements=places), PaperWish(paper, ink=ink))
    assert not reading.outside(target, 5)
    if paper is Paper.POSTER:
        assert any(field.name["nl"] in reading.words(target)[0] for field in board.fields)


@pytest.mark.parametrize("paper", [Paper.SHEET, Paper.POSTER])
def test_a_paper_in_another_language_than_the_workshop_s_speaks_it_everywhere(tmp_path: Path, paper: Paper) -> None:
    workshop = sample.team(2, typed=True)
    words = reading.words(made(tmp_path, workshop, PaperWish(paper), one(workshop), language="en"))[0]
    for dutch in ("Ik ken mijn vak", "Ik leer bij", "augustus", "Hoe ging het"):
        assert dutch not in words
