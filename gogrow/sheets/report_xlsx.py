"""The report for the organisation as a spreadsheet: a line for each figure, and a page that says what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gogrow.domain.people import clean_name
from gogrow.domain.report import Report
from gogrow.sheets import report_words, spreadsheet
from gogrow.texts import Texts

Line = tuple[str | int, ...]

_NUMBERS = 5
"""The column with the figures, from 1."""


def report_xlsx(report: Report, texts: Texts, target: Path) -> None:
    """Write a report as an XLSX: texts are texts whatever they begin with, figures are numbers. Raises `PaperFault`."""
    from openpyxl import Workbook

    t = texts.t
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = report_words.title(texts)[:31]
    head: Line = (t("Part"), t("About"), t("What"), t("When"), t("Number"))
    spreadsheet.fill(page, _clean([head, *_lines(report, texts)]), _NUMBERS)
    page.auto_filter.ref = page.dimensions
    told = book.create_sheet(t("What is not in here")[:31])
    about: list[Line] = [(t("What is not in here, and why"),)]
    about += [(words,) for _, words in report_words.left_out(texts)]
    spreadsheet.fill(told, _clean(about), _NUMBERS)
    spreadsheet.lay_out(page, (30, 34, 60, 18, 10), "A2")
    spreadsheet.lay_out(told, (110,), "A2")
    spreadsheet.save(book, target)


def _clean(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield tuple(value if isinstance(value, int) else clean_name(value) for value in line)


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
