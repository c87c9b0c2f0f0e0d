"""Which row is the header, and what each column holds: by its header, and without one by what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gogrow.content.people import names, words
from gogrow.content.people.words import Column

_HEADER_WITHIN = 30
_WEAK_HEADER_WITHIN = 6
_SAMPLE = 200
_NAMES = frozenset({Column.NAME, Column.FIRST, Column.LAST})
_PARTS = _NAMES | {Column.INFIX}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it was read: its line (or row of the sheet) from 1, and its cells as clean text."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(self.cells)

    @property
    def is_rule(self) -> bool:
        """Whether the row is a line drawn with dashes."""
        return all(set(cell) <= {"-", "=", "_", ":", "—"} for cell in self.cells)


def known(row: TableRow) -> int:
    """How many cells of a row are words for a header."""
    return sum(words.header(cell) is not None for cell in row.cells if cell)


def find_header(rows: Sequence[TableRow]) -> int | None:
    """The place of the header in ``rows``, or None. Titles and empty lines may stand above it."""
    best, best_score = None, (False, 0, 0)
    seen = 0
    for place, row in enumerate(rows):
        if row.is_empty:
            continue
        seen += 1
        if seen > _HEADER_WITHIN:
            break
        score = _header_score(row, rows[place + 1 :], weak=seen <= _WEAK_HEADER_WITHIN)
        if score > best_score:
            best, best_score = place, score
    return best


def _header_score(row: TableRow, below: Sequence[TableRow], weak: bool) -> tuple[bool, int, int]:
    """(names a column of names, strong words, known words), or zeros when the row is not a header."""
    found = [words.header(cell) for cell in row.cells if cell]
    hits = [hit for hit in found if hit]
    strong = sum(is_strong for _, is_strong in hits)
    named = any(column in _NAMES for column, _ in hits)
    strong_name = any(column in _NAMES and is_strong for column, is_strong in hits)
    if strong_name or (strong >= 2 and strong * 2 >= len(found)):
        return named, strong, len(hits)
    whole = named and len(hits) == len(found)
    mixed = strong and len(hits) >= 2 and len(hits) * 2 >= len(found)
    if weak and (whole or mixed) and not _comes_back(row, below):
        return named, strong, len(hits)
    return False, 0, 0


def _comes_back(row: TableRow, below: Sequence[TableRow]) -> bool:
    """Whether a word of the row stands in the same column below it, as roles do and headers do not."""
    sample = [other for other in below[:_SAMPLE] if other.cells != row.cells]
    return any(
        cell and any(place < len(other.cells) and words.key(other.cells[place]) == words.key(cell) for other in sample)
        for place, cell in enumerate(row.cells)
    )


def guess(header: TableRow | None, body: Sequence[TableRow], width: int) -> tuple[Column, ...]:
    """What each of the ``width`` columns holds. Columns that say nothing about people are IGNORE."""
    sample = [row.cells for row in body[:_SAMPLE]]
    if header is None:
        return tuple(_by_content(sample, [False] * width))
    columns = _by_header(header.cells, sample)
    for place, column in enumerate(columns):
        if column is Column.MANAGER and _is_flag(_filled(sample, place)):
            columns[place] = Column.IGNORE if Column.ROLE in columns else Column.ROLE
    if not _NAMES.intersection(columns):
        found = _by_content(sample, [words.header(cell) is not None for cell in header.cells])
        columns = [new if old is Column.IGNORE else old for old, new in zip(columns, found, strict=True)]
    return tuple(columns)


def _by_header(cells: Sequence[str], sample: Sequence[Sequence[str]]) -> list[Column]:
    hits = [words.header(cell) for cell in cells]
    columns = [hit[0] if hit else Column.IGNORE for hit in hits]
    for place, column in enumerate(columns):
        if column is Column.NAME and _share(_filled(sample, place), names.has_no_letter) > 0.5:
            columns[place] = Column.IGNORE  # "medewerker" above personnel numbers
    for wanted in (Column.NAME, Column.INFIX, Column.LAST, Column.ROLE, Column.MANAGER):
        _keep_one(columns, wanted, [not (hit and hit[1]) for hit in hits])
    rank = {word: place for place, word in enumerate(words.FIRST_BY_PREFERENCE)}
    _keep_one(columns, Column.FIRST, [rank.get(words.key(cell), len(rank)) for cell in cells])
    if Column.NAME in columns:
        name = columns.index(Column.NAME)
        if Column.LAST not in columns and _is_surname(columns, name, sample):
            columns[name] = Column.LAST  # "voornaam" beside "naam"
        else:  # the parts stand there as well: the whole name is taken as it is
            parts = (Column.FIRST, Column.INFIX, Column.LAST)
            columns = [Column.IGNORE if column in parts else column for column in columns]
    return columns


def _keep_one(columns: list[Column], wanted: Column, rank: Sequence[int]) -> None:
    """Of several columns of one kind keep the one with the lowest rank, else the first."""
    places = [place for place, column in enumerate(columns) if column is wanted]
    keep = min(places, key=lambda place: (rank[place], place), default=-1)
    for place in places:
        if place != keep:
            columns[place] = Column.IGNORE


def _is_surname(columns: Sequence[Column], name: int, sample: Sequence[Sequence[str]]) -> bool:
    """Whether the column "naam" holds surnames only: there is a first name or a prefix that it leaves out."""
    if Column.FIRST not in columns:
        return Column.INFIX in columns
    first = columns.index(Column.FIRST)
    both = [(row[first], row[name]) for row in sample if row[first] and row[name]]
    whole = sum(part.casefold() in full.casefold() for part, full in both)
    return whole * 2 <= len(both)


def _is_flag(values: Sequence[str]) -> bool:
    """Whether a column says only ja and nee: who leads, not by whom."""
    marks = {words.key(value) for value in values}
    return bool(marks) and marks <= words.YES | words.NO


def _by_content(sample: Sequence[Sequence[str]], taken: Sequence[bool]) -> list[Column]:
    """What columns without a header hold. Those that are ``taken`` stay IGNORE."""
    columns = [Column.IGNORE] * len(taken)
    text = []
    for place, is_taken in enumerate(taken):
        cells = _filled(sample, place)
        if is_taken or not cells:
            continue
        if _share(cells, lambda cell: words.role(cell) is not None) > 0.5:
            columns[place] = Column.IGNORE if Column.ROLE in columns else Column.ROLE
        elif _share(cells, words.is_infix) > 0.5:
            columns[place] = Column.IGNORE if Column.INFIX in columns else Column.INFIX
        elif _share(cells, _is_name_like) > 0.5:
            text.append(place)
    if not text:
        return [Column.IGNORE] * len(taken)
    infix = columns.index(Column.INFIX) if Column.INFIX in columns else None
    first = text.pop(0)
    last = next((place for place in text if infix is None or place > infix), None)
    if last is not None and (infix is not None or _looks_split(_filled(sample, first), _filled(sample, last))):
        columns[first], columns[last] = Column.FIRST, Column.LAST
        text.remove(last)
    else:
        columns[first] = Column.NAME
    parts = [place for place in (first, infix, last) if place is not None and columns[place] in _PARTS]
    people = {" ".join(row[place] for place in parts if row[place]).casefold() for row in sample}
    for place in text:
        if _share(_filled(sample, place), lambda cell: cell.casefold() in people) >= 0.5:
            columns[place] = Column.MANAGER
            break
    return columns


def _filled(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in sample if row[place]]


def _is_name_like(cell: str) -> bool:
    return not (names.is_address(cell) or names.has_no_letter(cell) or sum(map(str.isdigit, cell)) > 3)


def _looks_split(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two columns are first names and surnames: single words, then something different in each row."""
    own = {cell.casefold() for cell in first}
    if _share(first, lambda cell: " " in cell) > 0.4 or _share(second, lambda cell: cell.casefold() in own) >= 0.5:
        return False  # whole names, or managers out of the first column
    if _share(second, lambda cell: words.is_infix(cell.split()[0])) > 0.1:
        return True
    return len({cell.casefold() for cell in second}) >= 0.8 * len(second)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0
