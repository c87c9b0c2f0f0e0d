"""A list from the clipboard or from a file as one table, with its header found and its columns guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gogrow.content.people import columns, text
from gogrow.content.people.columns import TableRow
from gogrow.content.people.faults import MAX_BYTES, MAX_PEOPLE, PeopleUnreadable, Problem
from gogrow.content.people.words import Column

_ABOVE = 50
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_LIST = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"SQLite", b"<?xml")
_WEB = (b"<!doctype html", b"<html", b"<table", b"mime-version:")


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """What was read, for a preview: the rows below the header, and what each column seems to hold.

    All rows have as many cells as ``columns``. ``header`` is None when the list has none. ``sheets`` names the
    sheets to choose from and ``sheet`` the one that was read; both are empty for text. ``problems`` are those of
    reading; `people` passes them on.
    """

    header: TableRow | None
    rows: tuple[TableRow, ...]
    columns: tuple[Column, ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    problems: tuple[Problem, ...] = ()


OfText = Callable[[str, int], tuple[list[TableRow], list[Problem]]]
"""Parts a text into at most so many filled rows, and tells what was wrong with its quotation marks."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The filled rows of a file as they stand there, with what was wrong with them, and the sheets to choose from."""

    rows: Sequence[TableRow]
    problems: Sequence[Problem]
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def read_text(pasted: str) -> PeopleTable:
    """Read pasted text: cells from a spreadsheet, lines of a CSV, or names from a mail.

    Raises PeopleUnreadable: empty, too-big, too-many.
    """
    if len(pasted) > MAX_BYTES:
        raise PeopleUnreadable("too-big")
    found, problems = text.rows(pasted, MAX_PEOPLE + _ABOVE)
    return _table(found, problems)


def read_file(path: Path, sheet: str | None = None) -> PeopleTable:
    """Read a CSV, text or XLSX file, known by what is in it and not by its name.

    ``sheet`` chooses a sheet by name; without it the first one with something in it that is not hidden is read.
    Raises PeopleUnreadable with every code.
    """
    found = read_rows(path, text.rows, sheet, MAX_PEOPLE + _ABOVE)
    try:
        return _table(found.rows, found.problems, found.sheets, found.sheet)
    except PeopleUnreadable as fault:
        raise PeopleUnreadable(fault.code, **{**fault.values, "file": path.name}) from fault


def read_rows(path: Path, of_text: OfText, sheet: str | None, limit: int) -> Rows:
    """At most ``limit`` filled rows of a CSV, text or XLSX file, known by what is in it.

    ``of_text`` parts a text into rows; ``sheet`` chooses as in `read_file`. Raises PeopleUnreadable.
    """
    data = _read(path)
    try:
        return _from_bytes(data, of_text, sheet, limit)
    except PeopleUnreadable as fault:
        raise PeopleUnreadable(fault.code, **{**fault.values, "file": path.name}) from fault


def guess_columns(table: PeopleTable) -> tuple[Column, ...]:
    """What the columns of a table seem to hold, as reading it has set ``columns``."""
    return columns.guess(table.header, table.rows, len(table.columns))


def _read(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise PeopleUnreadable("not-a-file", file=path.name or str(path))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as fault:
        raise PeopleUnreadable("missing", file=path.name) from fault
    except (OSError, ValueError) as fault:  # ValueError: a zero byte in the name
        raise PeopleUnreadable("no-access", file=path.name) from fault
    if len(data) > MAX_BYTES:
        raise PeopleUnreadable("too-big", file=path.name)
    return data


def _from_bytes(data: bytes, of_text: OfText, sheet: str | None, limit: int) -> Rows:
    if data.startswith(_ZIPS):
        from gogrow.content.people import xlsx

        book = xlsx.read(data, sheet, limit)
        return Rows(book.rows, [], book.sheets, book.sheet)
    if data.startswith(_OLE):
        raise PeopleUnreadable(_inside_ole(data))
    if data.startswith(_NO_LIST):
        raise PeopleUnreadable("not-a-list")
    if data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB):
        raise PeopleUnreadable("web-page")
    return Rows(*of_text(text.decode(data), limit))


def _inside_ole(data: bytes) -> str:
    """The code for a file in Microsoft's older container: a workbook with a password, old Excel, or no workbook."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password"
    return "old-excel" if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")) else "not-a-list"


def _table(
    found: Sequence[TableRow], problems: Sequence[Problem], sheets: tuple[str, ...] = (), sheet: str = ""
) -> PeopleTable:
    width = max((len(row.cells) for row in found), default=0)
    while width and not any(len(row.cells) >= width and row.cells[width - 1] for row in found):
        width -= 1
    if not width:
        raise PeopleUnreadable("empty")
    rows = [TableRow(row.line, (row.cells + ("",) * width)[:width]) for row in found]
    place = columns.find_header(rows)
    header = None if place is None else rows[place]
    below = rows if place is None else rows[place + 1 :]
    body = [row for row in below if not row.is_rule and (header is None or row.cells != header.cells)]
    if not body and header is None:
        raise PeopleUnreadable("empty")
    if len(body) > MAX_PEOPLE:
        raise PeopleUnreadable("too-many")
    guessed = columns.guess(header, body, width)
    return PeopleTable(header, tuple(body), guessed, sheets, sheet, tuple(problems))
