"""The steps of plans as a table: a row for each step, whose it is in front. Everything is text, nothing a formula."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.sheets import spreadsheet
from gogrow.sheets.plan_words import clean, step_cells, step_columns
from gogrow.texts import Texts

_WIDTHS = (24, 40, 30, 16, 20, 30, 16, 30, 14)


def plan_xlsx(
    workshop: Workshop,
    people: Sequence[Participant],
    texts: Texts,
    target: Path,
) -> bool:
    """Write the table. Raises `PaperFault`."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = clean(texts.t("My steps"))[:31]
    rows = [(texts.t("Who"), *step_columns(texts))]
    for person in people:
        for step in workshop.plan(person.id).steps:
            if any(part.strip() for part in (step.what, step.why, step.helper, step.enables, step.by, step.sign)):
                rows.append((person.name, *step_cells(step, texts)))
    spreadsheet.fill(sheet, [[clean(text) for text in row] for row in rows])
    spreadsheet.lay_out(sheet, _WIDTHS, "B2")
    sheet.auto_filter.ref = sheet.dimensions
    spreadsheet.save(book, target)
    return True
