"""The report for the organisation as PDF, document and spreadsheet: the same words and figures, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from gogrow.domain.report import Report, ThemeLine, report
from gogrow.sheets import report_words
from gogrow.sheets.report import report_pdf
from gogrow.sheets.report_docx import report_docx
from gogrow.sheets.report_xlsx import report_xlsx
from gogrow.sheets.writing import PaperFault
from gogrow.texts import Texts
from tests.sheets import reading
from tests.teams import organisation

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg"
NASTY = '<b>&<img src="/etc/passwd">'
FORMULA = '=HYPERLINK("x")'


def made(*, dilemmas: bool = True) -> Report:
    found = report(organisation())
    return found if dilemmas else replace(found, dilemmas=())


def crowded() -> Report:
    """More than anybody has, in words that are too long."""
    found = made()
    themes = tuple(ThemeLine(f"{LONG} {number}", 200 - number) for number in range(40))
    sentences = tuple(f"{number} {LONG} " + "woorden " * 150 for number in range(12))
    lines = tuple(replace(line, sentences=sentences[:2]) for line in found.dilemmas * 4)
    extra = {"themes": themes, "dilemmas": lines, "asked": sentences, "said": {"wish": sentences, "team": (NASTY,)}}
    return replace(found, organisation=LONG * 2, **extra)  # type: ignore[arg-type]


def expected(found: Report, texts: Texts) -> list[str]:
    """Every word that must be in it."""
    told = [report_words.title(texts), report_words.facts(found, texts)]
    for part in report_words.parts(found, texts):
        told += [part.title, *part.sentences]
        for table in part.tables:
            told += [row.words for row in table.rows] + list(table.after) + ([table.title] if table.title else [])
    return [*told, *(words for _, words in report_words.left_out(texts))]


def plain(text: str) -> str:
    """Letters only: where a line is broken does not matter."""
    return "".join(text.replace("-", "").split())


def inside(source: Path) -> bool:
    """Whether every letter stands within the margins of its page."""
    document = pdfium.PdfDocument(source)
    try:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, bottom, right, _ = text.get_charbox(at)
                if right > left and (left < 40 or bottom < 10 or right > page.get_width() - 40):
                    return False
            text.close()
        return True
    finally:
        document.close()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("colour", [True, False])
def test_everything_is_on_paper(tmp_path: Path, language: str, colour: bool) -> None:
    texts = Texts(language)
    target = tmp_path / "report.pdf"
    assert report_pdf(made(), texts, target, colour=colour)
    words = plain(" ".join(reading.words(target)))
    for told in expected(made(), texts):
        assert plain(told) in words, told
    assert inside(target)
    assert len(reading.sizes(target)) == 2


def test_without_dilemmas_it_is_one_page(tmp_path: Path) -> None:
    assert report_pdf(made(dilemmas=False), Texts("nl"), tmp_path / "report.pdf")
    assert reading.sizes(tmp_path / "report.pdf") == [(210, 297)]


def test_far_too_much_goes_on_over_the_page(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    assert report_pdf(crowded(), Texts("nl"), target)
    words = plain(" ".join(reading.words(target)))
    for theme in crowded().themes:
        assert plain(theme.theme[-8:]) in words
    assert NASTY.replace(" ", "") in words
    assert words.count("Wathiernietinstaat,enwaarom") == 1
    assert inside(target)


@pytest.mark.parametrize("write", [report_pdf, report_docx, report_xlsx])
def test_nothing_to_tell_is_told(tmp_path: Path, write: object) -> None:
    assert callable(write)
    target = tmp_path / "report"
    write(report(organisation(1, 6)), Texts("nl"), target)
    assert target.stat().st_size > 1000
    write(Report(), Texts("nl"), target)
    if write is report_pdf:
        assert "Hier valt niets te vertellen" in reading.words(target)[0]
        write(report(organisation(1, 11)), Texts("nl"), target)
        assert "Voor cijfers zijn dit te weinig mensen" in reading.words(target)[0]
        assert "Samen: 1 groep" in reading.words(target)[0]


def test_when_it_is_stopped_no_file_is_made(tmp_path: Path) -> None:
    assert not report_pdf(made(), Texts("nl"), tmp_path / "report.pdf", lambda done, total: done < 1)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", [report_pdf, report_docx, report_xlsx])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(PaperFault):
        write(made(), Texts("nl"), tmp_path / "nowhere" / "report")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_in_the_document(tmp_path: Path, language: str) -> None:
    texts, target = Texts(language), tmp_path / "report.docx"
    report_docx(made(), texts, target)
    document = docx.Document(str(target))
    words = [paragraph.text for paragraph in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for told in expected(made(), texts):
        assert any(told in text for text in words), told
    grids = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    themes = [[line.theme, str(line.count)] for line in made().themes]
    assert grids[0] == themes
    assert [row[1] for row in grids[1]] == [report_words.shown(count) for count in made().wishes]
    for column in document.tables[0].columns:
        assert {cell.width for cell in column.cells} == {column.width}, "or other programs draw it otherwise than Word"
    report_docx(made(), texts, tmp_path / "again.docx")
    assert (tmp_path / "again.docx").stat().st_size == target.stat().st_size


def test_control_characters_and_markup_are_only_text(tmp_path: Path) -> None:
    odd = replace(made(), asked=(NASTY, "een\x0btab\x00", FORMULA), organisation=FORMULA)
    for write, name in ((report_pdf, "a.pdf"), (report_docx, "a.docx"), (report_xlsx, "a.xlsx")):
        write(odd, Texts("nl"), tmp_path / name)
    assert NASTY in [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert FORMULA in [cell.value for cell in page["C"]]


def test_the_spreadsheet_has_numbers_that_can_be_added(tmp_path: Path) -> None:
    texts = Texts("nl")
    report_xlsx(made(), texts, tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    lines = list(book.worksheets[0].iter_rows(values_only=True))
    assert lines[0] == ("Onderdeel", "Over", "Wat", "Wanneer", "Aantal")
    heading = report_words.parts(made(), texts)[0].title
    assert [(what, number) for part, _, what, _, number in lines if part == heading] == [
        (line.theme, line.count) for line in made().themes
    ]
    fields = {(what, when): number for part, _, what, when, number in lines if part == "Waar mensen staan"}
    assert fields["Know", "Nu"] == made().fields[0].lines[0].counts[0]
    assert fields["Know", "Over een half jaar"] == "–"
    told = [row[0] for row in book.worksheets[1].iter_rows(values_only=True)]
    assert told[1:] == [words for _, words in report_words.left_out(texts)]


def test_what_is_left_out_is_told_in_the_same_words_in_every_report() -> None:
    """It would give something away if it depended on what was left out."""
    texts = Texts("nl")
    assert report_words.left_out(texts) == report_words.left_out(texts)
    assert not any(char.isdigit() for _, words in report_words.left_out(texts) for char in words)
