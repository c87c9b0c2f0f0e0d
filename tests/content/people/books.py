"""Workbooks made by hand, for what no program writes on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
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
    since = f'<workbookPr date1904="{parts.get("date1904", "0")}"/>'
    files: dict[str, str | bytes] = {
        "_rels/.rels": '<Relationships><Relationship Id="m" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}">{since}'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        **{f"xl/{part}.xml": text for part, text in parts.items() if part != "date1904"},
    }
    return packed({**files, **{f"xl/worksheets/sheet{i}.xml": data for i, data in enumerate(sheets.values(), 1)}})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def text_row(line: int, *cells: str) -> str:
    inside = "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells)
    return f'<row r="{line}">{inside}</row>'
