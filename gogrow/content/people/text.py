"""Bytes and text into rows of cells: every encoding and separator that Dutch offices produce.

`csv.Sniffer` fails on one column and on names with commas, so the separators are counted, with what is known of
headers. A list from a mail (one per line, or all on one line) becomes a table of one column.
"""

from __future__ import annotations

import codecs
import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gogrow.content.people import names, words
from gogrow.content.people.columns import TableRow, find_header, known
from gogrow.content.people.faults import PeopleUnreadable, Problem

MAX_COLUMNS = 60
_SAMPLE = 200
_SAMPLE_WIDTH = 5_000
_QUOTED_LINES = 30
_NO_SEPARATOR = "\x1f"
_LINE_END = re.compile(r"\r?\r?\n|\r|\u2028|\u2029|\x85")
_SEP_LINE = re.compile(r'^\s*"?sep=([;,\t|:^~])"?[;,\t]*\s*$', re.IGNORECASE)
_MAIL_ITEM = re.compile(r"<[^<>\s@]+@[^<>\s]+>")
_AND = re.compile(r"^(\S.*?) (?:en|and|&) (\S.*)$")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON_LETTERS = frozenset("éëèêïîöóôüúûáàäâçñåøæ")
_SIGN_IN_WORD = re.compile(r"[‚ƒ„…†‡ˆ‰‹•˜™›�]|(?<=[a-z])[ŠŒŽŸ]")
_BAD_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b\x1f")


def decode(data: bytes) -> str:
    """The text of a file. Raises PeopleUnreadable (not-a-list) for what is no text at all.

    UTF-8 and UTF-16 with or without byte order mark, else Windows-1252; the old Mac encoding only where
    Windows-1252 would give signs inside words.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    if len(data.translate(None, _BAD_CONTROLS)) < 0.95 * len(data):
        raise PeopleUnreadable("not-a-list")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        windows, mac = data.decode("cp1252", "replace"), data.decode("mac_roman")
    return mac if _signs_in_words(windows) > 0 and _fluency(mac) > _fluency(windows) else windows


def _utf16_without_mark(data: bytes) -> str | None:
    """The encoding when nearly every other byte is zero, as in Latin text."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _signs_in_words(text: str) -> int:
    return sum(1 for _ in _SIGN_IN_WORD.finditer(text))


def _fluency(text: str) -> int:
    return sum(letter.lower() in _COMMON_LETTERS for letter in text if letter > "\x7f") - _signs_in_words(text)


def rows(text: str, limit: int) -> tuple[list[TableRow], list[Problem]]:
    """The filled rows of a text with their lines, and what was wrong with quotation marks.

    Reads no further than ``limit`` rows. Cells are clean text, at most `MAX_COLUMNS` in a row.
    """
    lines, told = lines_of(text)
    problems: list[Problem] = []
    if told:
        read = split(lines, told, problems)
    else:
        filled = (line[:_SAMPLE_WIDTH] for line in lines if line and not line.isspace())
        sample = list(itertools.islice(filled, _SAMPLE))
        way = _as_list(sample) if sample else None
        read = _items(lines, way) if way else split(lines, _separator(sample), problems)
    return list(itertools.islice((row for row in read if not row.is_empty), limit)), problems


def lines_of(text: str) -> tuple[list[str], str]:
    """The lines of a text, and the separator that its first line names for Excel (``sep=;``), '' without one."""
    lines = _LINE_END.split(text.removeprefix("\ufeff").rstrip("\x1a"))
    told = _SEP_LINE.match(lines[0])
    if told:
        lines[0] = ""
    return lines, told.group(1) if told else ""


def split(lines: Sequence[str], separator: str | None, problems: list[Problem]) -> Iterator[TableRow]:
    """Rows of cells. A quoted cell may hold line breaks; a quotation mark that never closes counts for its line."""
    separator = separator or _NO_SEPARATOR
    place = 0
    while place < len(lines):
        line = lines[place]
        used = 1
        if not line or line.isspace():
            place += 1
            continue
        if '"' not in line:
            cells = line.split(separator, MAX_COLUMNS)
        else:
            quoted = _quoted(lines, place, separator)
            if quoted is None:
                problems.append(Problem(place + 1, "open-quote"))
                cells = line.replace('"', "").split(separator, MAX_COLUMNS)
            else:
                cells, used = quoted
        yield TableRow(place + 1, tuple(names.clean(cell) for cell in cells[:MAX_COLUMNS]))
        place += used


def _quoted(lines: Sequence[str], place: int, separator: str) -> tuple[list[str], int] | None:
    """The cells of the row that begins here and its number of lines; None when a quotation mark stays open."""
    ended = False

    def source() -> Iterator[str]:
        nonlocal ended
        for line in lines[place : place + _QUOTED_LINES]:
            yield line + "\n"
        ended = True

    reader = csv.reader(source(), delimiter=separator)
    try:
        cells = next(reader)
    except csv.Error:  # a cell of more than 131,072 characters
        return None
    return None if ended else (cells, reader.line_num)


def _separator(sample: Sequence[str]) -> str | None:
    """What parts the cells; None when each line is one cell."""
    tables = {}
    for sign in "\t;|,":
        if any(sign in line for line in sample):
            tables[sign] = list(split(sample, sign, []))
    headers = {sign: table[at] for sign, table in tables.items() if (at := find_header(table)) is not None}
    best = max(headers, key=lambda sign: known(headers[sign]), default="")
    if best and (known(headers[best]) >= 2 or (best != "," and len(headers[best].cells) >= 2)):
        return best
    for sign in "\t;|":
        if sign in tables and _regular(tables[sign]) >= (1 / 3 if sign == "\t" else 1 / 2):
            return sign
    if "," in tables and _regular(tables[","]) >= 1 / 2:
        whole = list(split(sample, None, []))
        under = find_header(whole)
        cells = [row.cells[0] for row in whole]
        if under is None and not names.surname_first(cells):
            return ","
        if under is not None and "," in sample[under]:
            return ","
    return None


def _regular(table: Sequence[TableRow]) -> float:
    """The share of rows with something in a second cell."""
    return sum(any(row.cells[1:]) for row in table) / max(1, len(table))


@dataclass(frozen=True, slots=True)
class _List:
    """How names stand one after another: what parts them, and whether they all stand on one line."""

    parting: re.Pattern[str]
    one_line: bool

    def items(self, line: str) -> list[str]:
        items = [item for item in self.parting.split(_label(line)[1]) if item.strip(" ;,.")]
        if not self.one_line or len(items) < 2:
            return items
        items[-1] = _FULL_STOP.sub("", items[-1].strip())
        last = _AND.match(items[-1])
        return [*items[:-1], *last.groups()] if last else items


def _label(line: str) -> tuple[str, str]:
    """A label before a list and the rest: ``Deelnemers: Anja, Bram``."""
    label, colon, rest = line.partition(":")
    first = words.key(label.split()[0]) if label.strip() else ""
    return (label, rest) if colon and (first in words.LIST_TITLES or words.header(label)) else ("", line)


def _as_list(sample: Sequence[str]) -> _List | None:
    """How to read the lines as names one after another (from a mail); None when they are a table."""
    text = "\n".join(sample)
    if "\t" in text or "|" in text or not ({",", ";"} & set(text)):
        return None
    body = sample[1:] if len(sample) > 1 and _is_caption(sample[0]) else sample
    mail = _MAIL_ITEM.search(text) is not None
    signs = ("(?<=>)\\s*,", ";") if mail else (",", ";")  # a comma inside a name stays, when addresses part them
    found = _List(re.compile("|".join(signs) if mail or ";" not in text else ";"), len(body) == 1)
    items = [item for line in body for item in found.items(line)]
    if any(words.header(item) or _is_no_name(item) for item in items):
        return None
    if mail or all(_label(line)[0] for line in body):
        return found
    if found.one_line:
        pair = len(items) == 2 and (body is not sample or names.turned(body[0], column=False) != body[0])
        return None if pair else found
    if '"' in text or names.surname_first(body):
        return None
    if len({item.strip().casefold() for item in items}) < len(items):
        return None  # something comes back, such as a department
    widths = Counter(len(found.parting.split(line)) for line in body)
    return found if max(widths.values()) < 0.6 * len(body) and max(widths) > 2 else None


def _is_caption(line: str) -> bool:
    return line.rstrip().endswith(":") or words.header(line) is not None


def _is_no_name(item: str) -> bool:
    """Whether something in a list shows that it is a row of a table."""
    item = item.strip()
    if all(words.key(word) in words.TITLES for word in item.split()) or words.is_infix(item):
        return True
    return bool(words.role(item)) or names.has_no_letter(item) or names.is_address(item)


def _items(lines: Sequence[str], way: _List) -> Iterator[TableRow]:
    seen = False
    for number, line in enumerate(lines, 1):
        caption = not seen and _is_caption(line)
        seen = seen or bool(line.strip())
        if not caption:
            for item in way.items(line):
                yield TableRow(number, (names.clean(item),))
