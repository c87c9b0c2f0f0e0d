"""Spreadsheets alike: texts that are never a formula, a bold first row that stays in sight, and fit to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow.sheets.writing import write

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_767
"""The most characters that a cell can hold, as Excel says."""


def fill(page: Worksheet, rows: Iterable[Sequence[str | int]], right: int = 0) -> None:
    """Write rows of clean texts and numbers; '' leaves a cell empty. Column ``right`` (from 1) is set right."""
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column)
            assert isinstance(cell, Cell)
            if isinstance(value, int):
                cell.value = value
            elif value:
                cell.value = value[:_LONGEST]
                cell.data_type = "s"  # a text that begins with = stays a text
            cell.alignment = Alignment(
                vertical="top", wrap_text=True, horizontal="right" if column == right else None
            )
            cell.font = Font(bold=number == 1)


def lay_out(page: Worksheet, widths: Sequence[int], frozen: str) -> None:
    """Widths of columns in characters; what is above and left of the cell ``frozen`` stays in sight; A4 on paper."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = frozen
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def save(book: Workbook, target: Path) -> None:
    """Put the finished book in its place. Raises `PaperFault`."""
    book.properties.creator = "GoGrow"
    stream = BytesIO()
    book.save(stream)
    write(target, stream.getvalue())
