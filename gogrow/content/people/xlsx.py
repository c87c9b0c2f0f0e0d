"""The rows of an XLSX workbook, read by openpyxl.

openpyxl unpacks whatever it is given, takes as long as that takes, and gives up on a colour that it does not know. So
a guard stands before it, that measures the file, knows what is no workbook, and hands on only what a list of names
needs: cells, texts, and which styles are dates.
Source: ECMA-376, Office Open XML, part 1, chapter 18; part 2 for the package.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gogrow.content.people import names
from gogrow.content.people.columns import TableRow
from gogrow.content.people.faults import PeopleUnreadable
from gogrow.content.people.text import MAX_COLUMNS

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 50
MAX_MEMBERS = 5_000
_SMALL = 10 * 1024 * 1024
_MAX_CELL = 32_767
_MAX_ROWS = 1_048_576
_MAX_REMARKS = 1_000

# The parts that are read, by their root: which elements of them (none named: all), how many tags there may be at most.
_PARTS: dict[bytes, tuple[tuple[bytes, ...], int]] = {
    b"worksheet": ((b"sheetData",), 2_000_000),  # 5,000 rows of 60 columns have 1.2 to 1.8 million
    b"sst": ((), 1_250_000),
    b"styleSheet": ((b"numFmts", b"cellXfs"), 200_000),
    b"workbook": ((b"workbookPr", b"sheets"), 10_000),
    b"Relationships": ((), 50_000),
    b"Types": ((), 50_000),
}
_USUAL = {b"sst": "xl/sharedStrings.xml", b"styleSheet": "xl/styles.xml"}
_READ = re.compile(r".*(?:\.xml|/workbook[^/]*\.rels)", re.IGNORECASE)  # relations only of the workbook
_ROOT = re.compile(rb"<((?:[\w.-]+:)?)([\w.-]+)[^<>]*>")
_REFUSED = re.compile(rb"\0|<!(?!\[CDATA\[)|<[^<]{1000000}")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(spreadsheetml|officeDocument)/")
_NO_RESULT = re.compile(rb'<c((?: (?!t=)\w+="\w+")*)><f[^<>]*>([^<]+)</f>(?:<v ?/>|<v></v>)?</c>')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel writes a sign that XML forbids


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of one sheet, its name, and the names of all sheets that are not hidden."""

    rows: list[TableRow]
    sheets: tuple[str, ...]
    sheet: str


def read(data: bytes, sheet: str | None, limit: int) -> Book:
    """At most ``limit`` filled rows of the sheet with that name, or of the first that has something in it.

    A date is written as 2026-05-12; a formula gives its stored result, or its own text (``=A1&B1``) when there is
    none. Raises PeopleUnreadable: damaged, password, too-much, no-sheet, not-a-list, binary-excel, ods, empty.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, sheet, limit)
    except PeopleUnreadable:
        raise
    except Exception as fault:  # a bent file raises anything: in zipfile, the XML parser and openpyxl
        raise PeopleUnreadable("damaged") from fault


def _read(data: bytes, wanted: str | None, limit: int) -> Book:
    from openpyxl import load_workbook

    package, parts = _needed(data)
    book = load_workbook(package, read_only=True, data_only=True, keep_links=False)
    chosen = [page for page in book.worksheets if page.sheet_state == "visible"]
    shown = tuple(page.title for page in chosen)
    if wanted is not None:
        chosen = [page for page in book.worksheets if page.title.strip() == wanted.strip()]
        if not chosen:
            raise PeopleUnreadable("no-sheet", sheet=wanted, sheets=", ".join(shown))
    if not book.worksheets:
        raise PeopleUnreadable("damaged")
    if len(book.worksheets) > parts:  # sheets that share a part
        raise PeopleUnreadable("too-much")
    for page in chosen:
        rows = _rows(page.iter_rows(max_row=_MAX_ROWS, max_col=MAX_COLUMNS, values_only=True), limit)
        if rows:
            return Book(rows, shown, page.title)
    raise PeopleUnreadable("empty")


def _needed(data: bytes) -> tuple[io.BytesIO, int]:
    """The package with only what is read of it, not compressed, and its number of sheets."""
    slim = io.BytesIO()
    tags: Counter[bytes] = Counter()
    sheets = 0
    with zipfile.ZipFile(io.BytesIO(data)) as full, zipfile.ZipFile(slim, "w") as kept:
        _measure(full.infolist(), len(data))
        _recognise(full)
        for member in full.infolist():
            name = member.filename.replace("\\", "/")
            if not _READ.fullmatch(name):
                continue
            kind, part = _part(full.read(member))
            tags[kind] += part.count(b"<")
            if kind and tags[kind] > _PARTS[kind][1]:
                raise PeopleUnreadable("too-much")
            if kind:
                for place in {name, _USUAL.get(kind, name)}:  # the content types may spell it otherwise
                    kept.writestr(place, part)
            sheets += kind == b"worksheet"
    return slim, sheets


def _measure(members: Iterable[zipfile.ZipInfo], packed: int) -> None:
    sizes = [member.file_size for member in members]
    if len(sizes) > MAX_MEMBERS or sum(sizes) > min(MAX_UNPACKED, max(_SMALL, MAX_RATIO * packed)):
        raise PeopleUnreadable("too-much")


def _recognise(package: zipfile.ZipFile) -> None:
    """Refuse what is no workbook in XML."""
    parts = [name.replace("\\", "/").lower() for name in package.namelist()]
    if any(member.flag_bits & 1 for member in package.infolist()):
        raise PeopleUnreadable("password")
    if "xl/workbook.bin" in parts:
        raise PeopleUnreadable("binary-excel")
    if "mimetype" in parts:
        kind = package.read(package.namelist()[parts.index("mimetype")])
        raise PeopleUnreadable("ods" if b"opendocument.spreadsheet" in kind[:100] else "not-a-list")
    if not any("workbook" in name and name.endswith(".xml") for name in parts):
        raise PeopleUnreadable("not-a-list")


def _part(xml: bytes) -> tuple[bytes, bytes]:
    """The name of a part's root, and the part with only the elements that are wanted; empty when nothing is.

    Refuses entities, other encodings than Excel's, and tags without end, on which the XML parser takes forever. A
    sheet tells its size first, or openpyxl would read all of it to measure it.
    """
    if b"<!--" in xml:
        before, *remarks = xml.split(b"<!--", _MAX_REMARKS)
        xml = before + b"".join(remark.partition(b"-->")[2] for remark in remarks)
    root = _ROOT.search(xml, 0, 65_536)
    if root is None or root[2] not in _PARTS:
        return b"", b""
    prefix, kind = root.groups()
    wanted = _PARTS[kind][0]
    if wanted and not root[0].endswith(b"/>"):
        size = b'<%bdimension ref="A1"/>' % prefix if kind == b"worksheet" else b""
        inside = b"".join(_element(xml, prefix + name) for name in wanted)
        xml = xml[: root.end()] + size + inside + b"</%b%b>" % (prefix, kind)
    if _REFUSED.search(xml) or xml.find(b"<?", root.end()) > 0:
        raise PeopleUnreadable("damaged")
    xml = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", xml)
    return kind, _NO_RESULT.sub(rb'<c\1 t="str"><v>=\2</v></c>', xml)


def _element(xml: bytes, tag: bytes) -> bytes:
    """The first element with that tag as it stands there, or nothing."""
    start = re.search(rb"<%b\b[^<>]*>" % re.escape(tag), xml)
    if start is None or start[0].endswith(b"/>"):
        return start[0] if start else b""
    end = b"</%b>" % tag
    return xml[start.start() : xml.index(end, start.end())] + end


def _rows(found: Iterable[tuple[object, ...]], limit: int) -> list[TableRow]:
    rows: list[TableRow] = []
    for line, values in enumerate(found, 1):
        if values.count(None) == len(values):
            continue
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(TableRow(line, tuple(cells)))
        if len(rows) >= limit:
            break
    return rows


def _text(value: object) -> str:
    """A cell as the text that a person sees in it."""
    match value:
        case None:
            return ""
        case str():
            return names.clean(_ESCAPE.sub(lambda code: chr(int(code[1], 16)), value[:_MAX_CELL]))
        case bool():
            return str(value).upper()
        case dt.datetime():
            return value.isoformat(" ", "minutes").removesuffix(" 00:00")
        case dt.time():
            return value.isoformat("minutes")
        case dt.timedelta():
            return "{:02}:{:02}".format(*divmod(round(value.total_seconds()) // 60, 60))
        case _:
            return str(value)
