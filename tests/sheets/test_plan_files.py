"""Plans as a document and steps as a table, read back: whole, each on its own pages, and with the privacy of paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, StepState, Visibility, Workshop
from gogrow.sheets.plan_docx import plan_docx
from gogrow.sheets.plan_xlsx import plan_xlsx
from gogrow.sheets.writing import PaperFault
from gogrow.texts import Texts
from tests.sheets.sample import LONG, NAMES, team, with_plan, with_talk

SAID = "Nieuwe collega’s komen eerst naar Samira."
FULL = DevelopmentPlan(
    "p1",
    take_along="Meer vragen stellen",
    wish="Ik werk nieuwe collega’s in",
    steps=(
        PlanStep(
            "Yusuf helpen",
            How.DOING,
            "Johan",
            "2026-05-18",
            "Omdat ik dat leuk vind",
            "Twee uur per week",
            "Yusuf kan het alleen",
            StepState.DONE,
        ),
        PlanStep("Meekijken", How.COLLEAGUE, "Marloes", "9 juni", state=StepState.BUSY),
        PlanStep("Cursus lassen", How.COURSE, state=StepState.LET_GO),
    ),
    enables="Johan maakt tijd",
    improvement="De planning",
    team="Eerst koffie",
    plan_a="Vaste dagen",
    plan_b="Magazijn",
    plan_c="Een eigen zaak",
    qualities="Geduldig",
    motives="Mensen verder helpen",
)


def document(workshop: Workshop, target: Path, *ids: str, language: str = "nl") -> list[str]:
    """The words of each page, as far as page breaks make pages."""
    people = [p for p in workshop.participants if not ids or p.id in ids]
    assert plan_docx(workshop, people, Texts(language), target)
    pages, held = [], ""
    made = docx.Document(str(target))
    for block in made.iter_inner_content():
        if isinstance(block, docx.table.Table):
            held += " | ".join(cell.text for row in block.rows for cell in row.cells) + "\n"
            continue
        if block.paragraph_format.page_break_before:
            pages.append(held)
            held = ""
        held += block.text + "\n"
    return [*pages, held]


def test_everybody_has_two_pages_of_ones_own(tmp_path: Path) -> None:
    workshop = with_plan(team(3, typed=True), FULL)
    pages = document(workshop, tmp_path / "a.docx")
    assert len(pages) == 6
    for at, name in enumerate(NAMES[:3]):
        assert name in pages[2 * at]
        assert name in pages[2 * at + 1]
    front, back = pages[2], pages[3]
    fields = [field.sentence["nl"] for field in workshop.board.fields]
    assert any(f"Nu: {words}" in front for words in [*fields, "onderweg"])
    for words in (
        *("Meer vragen stellen", "Geduldig", "Mensen verder helpen", "Ik werk nieuwe collega’s in", "Yusuf helpen"),
        *("Omdat ik dat leuk vind", "Twee uur per week", "Yusuf kan het alleen", "18 mei", "klaar", "bezig"),
        *("losgelaten", "Johan maakt tijd", "De planning", "Eerst koffie", "dinsdag 18 augustus"),
        workshop.participants[1].code,
    ):
        assert words in front, words
    for words in ("Vaste dagen", "Magazijn", "Een eigen zaak", "Ilse de Boer, 06 1234 5678"):
        assert words in back, words
        assert words not in front, words


def test_of_another_nothing_is_in_it_but_what_both_wanted_there(tmp_path: Path) -> None:
    both = with_talk(with_plan(team(3, typed=True), replace(FULL, taken=("t1",))))
    assert SAID in document(both, tmp_path / "a.docx", "p1")[0]
    assert SAID not in " ".join(document(both, tmp_path / "b.docx", "p2"))
    us = with_talk(with_plan(team(3, typed=True), FULL), Visibility.US)
    assert SAID not in " ".join(document(us, tmp_path / "c.docx"))
    untaken = replace(both, plans=tuple(replace(p, taken=()) for p in both.plans))
    assert SAID not in " ".join(document(untaken, tmp_path / "d.docx"))
    alone = " ".join(document(both, tmp_path / "e.docx", "p2"))
    assert not [name for name in (NAMES[1], "Magazijn", both.participants[1].code) if name in alone]


def test_an_empty_plan_has_room_to_write(tmp_path: Path) -> None:
    pages = document(team(1), tmp_path / "a.docx", language="en")
    assert "My development plan" in pages[0]
    made = docx.Document(str(tmp_path / "a.docx"))
    assert len(made.tables[0].rows) == 4
    assert len(made.tables[0].rows[0]._tr.xpath("w:trPr/w:tblHeader")) == 1, "a long table has its head on each page"
    for column in made.tables[0].columns:
        assert {cell.width for cell in column.cells} == {column.width}, "or other programs draw it otherwise than Word"
    assert made.core_properties.author == "GoGrow"


def test_long_and_strange_words_come_out_whole(tmp_path: Path) -> None:
    strange = "a\x00b\x07c\ud800d\ufffee\tf\n=1+1 <b>&amp; Nguyễn محمد 🌻"
    steps = tuple(PlanStep(f"{number} {LONG * 20}") for number in range(30))
    workshop = with_plan(team(2), replace(FULL, wish=strange, steps=steps))
    front = document(workshop, tmp_path / "a.docx", "p1")[0]
    assert "abcde\tf\n=1+1 <b>&amp; Nguyễn محمد 🌻" in front
    assert front.count(LONG.strip()) == 600
    assert plan_xlsx(workshop, workshop.participants, Texts("nl"), tmp_path / "a.xlsx")
    assert len(rows(tmp_path / "a.xlsx")) == 31


def test_a_document_can_be_stopped(tmp_path: Path) -> None:
    workshop = team(25, typed=True)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    assert not plan_docx(workshop, workshop.participants, Texts("nl"), tmp_path / "a.docx", progress)
    assert told[-1] == (3, 25)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [plan_docx, plan_xlsx])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, make: object) -> None:
    workshop = team(1, typed=True)
    with pytest.raises(PaperFault):
        make(workshop, workshop.participants, Texts("nl"), tmp_path / "no" / "a")  # type: ignore[operator]


def rows(file: Path) -> list[tuple[str, ...]]:
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    for line in sheet.iter_rows():
        assert all(cell.data_type in ("s", "n") and cell.data_type != "f" for cell in line)
    return [tuple(str(value or "") for value in line) for line in sheet.iter_rows(values_only=True)]


def test_steps_stand_in_a_table_and_nothing_is_a_formula(tmp_path: Path) -> None:
    formula = PlanStep('=HYPERLINK("http://x","y")', None, "+1", "@x", "-2+3")
    workshop = with_plan(team(3), replace(FULL, steps=(*FULL.steps, formula, PlanStep())))
    assert plan_xlsx(workshop, workshop.participants, Texts("nl"), tmp_path / "a.xlsx")
    head, *found = rows(tmp_path / "a.xlsx")
    assert head == (
        *("Wie", "Wat ga ik doen?", "Waarom?", "Hoe?", "Wie helpt?", "Wat de organisatie mogelijk maakt"),
        *("Klaar op?", "Waaraan zien we dat het gelukt is?", "Hoe gaat het?"),
    )
    assert found[0] == (
        *("Samira El Idrissi", "Yusuf helpen", "Omdat ik dat leuk vind", "doen", "Johan", "Twee uur per week"),
        *("18 mei", "Yusuf kan het alleen", "klaar"),
    )
    assert [row[8] for row in found] == ["klaar", "bezig", "losgelaten", ""]
    assert found[3][1:7] == ('=HYPERLINK("http://x","y")', "-2+3", "", "+1", "", "@x")


def test_only_who_was_chosen_is_in_the_table(tmp_path: Path) -> None:
    workshop = team(3, typed=True)
    assert plan_xlsx(workshop, workshop.participants[2:], Texts("en"), tmp_path / "a.xlsx")
    assert {row[0] for row in rows(tmp_path / "a.xlsx")[1:]} == {NAMES[2]}
