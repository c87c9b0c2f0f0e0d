"""The report for the organisation as a spreadsheet: a line for each figure, and a page that says what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow.domain.people import clean_name
from gogrow.domain.report import Report
from gogrow.sheets import report_words
from gogrow.sheets.writing import write
from gogrow.texts import Texts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_767
"""The most characters that a cell can hold, as Excel says."""

Line = tuple[str | int, ...]


def report_xlsx(report: Report, texts: Texts, target: Path) -> None:
    """Write a report as an XLSX: texts are texts whatever they begin with, figures are numbers. Raises `PaperFault`."""
    from openpyxl import Workbook
    from openpyxl.worksheet.properties import PageSetupProperties

    t = texts.t
    book = Workbook()
    book.properties.creator = "GoGrow"
    page = book.active
    assert page is not None
    page.title = report_words.title(texts)[:31]
    _fill(page, [(t("Part"), t("About"), t("What"), t("When"), t("Number")), *_lines(report, texts)])
    page.auto_filter.ref = page.dimensions
    told = book.create_sheet(t("What is not in here")[:31])
    about: list[Line] = [(t("What is not in here, and why"),)]
    about += [(words,) for _, words in report_words.left_out(texts)]
    _fill(told, about)
    for sheet, widths in ((page, (30, 34, 60, 18, 10)), (told, (110,))):
        for column, width in enumerate(widths):
            sheet.column_dimensions["ABCDE"[column]].width = width
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"
    stream = BytesIO()
    book.save(stream)
    write(target, stream.getvalue())


def _lines(report: Report, texts: Texts) -> Iterator[Line]:
    """Part, dilemma if any, words, column if any, and the figure (a dash where it is left out)."""
    name, when = report_words.name(report), report_words.period(report, texts)
    if name or when:
        yield texts.t("The workshops"), name, "", when, ""
    yield texts.t("The workshops"), "", texts.t("Workshops"), "", report.workshops
    yield texts.t("The workshops"), "", texts.t("People"), "", report.people
    for part in report_words.parts(report, texts):
        for table in part.tables:
            about = f"{table.title}: A {table.poles[0]} / B {table.poles[1]}" if table.title else ""
            for row in table.rows:
                for at, count in enumerate(row.counts):
                    head = table.heads[at] if table.heads else ""
                    yield part.title, about, row.words, head, report_words.NOTHING if count is None else count
            for words in table.after:
                yield part.title, about, words, "", ""
        for sentence in part.sentences:
            yield part.title, "", sentence, "", ""


def _fill(page: Worksheet, lines: list[Line]) -> None:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font

    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            cell = page.cell(number, column)
            assert isinstance(cell, Cell)
            if isinstance(value, int):
                cell.value = value
            elif value:
                cell.value = clean_name(value)[:_LONGEST]
                cell.data_type = "s"  # a text that begins with = stays a text
            cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="right" if column == 5 else None)
            cell.font = Font(bold=number == 1)
