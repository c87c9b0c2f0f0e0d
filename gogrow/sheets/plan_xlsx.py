"""The steps of plans as a table: a row for each step, whose it is in front. Everything is text, nothing a formula."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.sheets.plan_words import clean, step_cells, step_columns
from gogrow.sheets.writing import write
from gogrow.texts import Texts

_LONGEST = 32_767
"""The most characters that a cell can hold, as Excel says."""
_WIDTHS = (24, 40, 30, 16, 20, 30, 16, 30, 14)


def plan_xlsx(
    workshop: Workshop,
    people: Sequence[Participant],
    texts: Texts,
    target: Path,
) -> bool:
    """Write the table. Raises `PaperFault`."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = clean(texts.t("My steps"))[:31]
    book.properties.creator = "GoGrow"
    rows = [(texts.t("Who"), *step_columns(texts))]
    for person in people:
        for step in workshop.plan(person.id).steps:
            if any(part.strip() for part in (step.what, step.why, step.helper, step.enables, step.by, step.sign)):
                rows.append((person.name, *step_cells(step, texts)))
    for at, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            assert isinstance(cell, Cell)
            if words := clean(text)[:_LONGEST]:
                cell.value = words
                cell.data_type = "s"  # a text that begins with = stays a text
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=at == 1)
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[column]].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    stream = BytesIO()
    book.save(stream)
    write(target, stream.getvalue())
    return True
