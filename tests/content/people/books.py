"""Workbooks by openpyxl, and made by hand for what no program writes on purpose; and how they are read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import Workbook

from gogrow.content.people import PeopleUnreadable
from gogrow.content.people.xlsx import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def unpacked(data: bytes) -> dict[str, bytes]:
    """The members of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(rows: str, after: str = "", namespace: str = MAIN, before: str = "") -> bytes:
    return f'{before}<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def book(sheets: dict[str, bytes], namespace: str = MAIN, states: dict[str, str] | None = None, **parts: str) -> bytes:
    """A workbook with these sheets; ``parts`` are sharedStrings and styles as XML, and ``date1904``."""
    states = states or {}
    names = "".join(
        f'<sheet name="{name}" sheetId="{i}" state="{states.get(name, "visible")}" r:id="s{i}"/>'
        for i, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="s{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    relations += "".join(
        f'<Relationship Id="{part}" Type="{RELATIONS}/{part}" Target="/xl/{part}.xml"/>'
        for part in ("sharedStrings", "styles")
        if part in parts
    )
    shared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/>'
    since = f'<workbookPr date1904="{parts.get("date1904", "0")}"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f"{shared if 'sharedStrings' in parts else ''}</Types>",
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}">{since}'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"xl/{part}.xml": text for part, text in parts.items() if part != "date1904"},
    }
    return packed({**files, **{f"xl/worksheets/sheet{i}.xml": data for i, data in enumerate(sheets.values(), 1)}})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def text_row(line: int, *cells: str) -> str:
    inside = "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells)
    return f'<row r="{line}">{inside}</row>'


LIST = text_row(1, "Naam", "Rol", "Chef") + text_row(2, "Anja", "drukker", "Bram") + text_row(3, "Bram")


def saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def one_sheet(*rows: list[Any]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)  # type: ignore[union-attr]
    return saved(workbook)


def cells(data: bytes, wanted: str | None = None) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in read(data, wanted, 5_050).rows]


def code(data: bytes, wanted: str | None = None) -> str:
    with pytest.raises(PeopleUnreadable) as caught:
        read(data, wanted, 5_050)
    return caught.value.code
