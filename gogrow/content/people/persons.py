"""From the rows of a table to people: names, roles and who leads whom, with a sentence for each row that is not right.

Good rows come in whatever stands in the others. Nothing is merged and nobody is left out silently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gogrow.content.people import names, words
from gogrow.content.people.columns import TableRow
from gogrow.content.people.faults import Problem
from gogrow.content.people.reading import PeopleTable
from gogrow.content.people.words import Column
from gogrow.domain.people import NAME_LIMIT, Role
from gogrow.texts import Texts

_TITLE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the list has it.

    ``line`` is the line of the text or the row of the sheet. ``role`` is None when the list does not say; who leads
    somebody in the list is a manager. ``manager`` is a name, spelled as in the list when it is there ('' for
    nobody); two people of that name: the first is meant. ``duplicate_of`` is the line where this name stood first.
    """

    line: int
    name: str
    role: Role | None = None
    manager: str = ""
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The people of a list in its order, and what was not right with it, by line."""

    people: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]


def people(table: PeopleTable, columns: Sequence[Column] | None = None) -> PeopleList:
    """The people in a table, its columns read as ``columns`` says, or as they were guessed.

    Raises ValueError when there are not as many columns as in the table.
    """
    chosen = tuple(table.columns if columns is None else columns)
    if len(chosen) != len(table.columns):
        raise ValueError(f"the table has {len(table.columns)} columns, not {len(chosen)}")
    problems = list(table.problems)
    if not {Column.NAME, Column.FIRST, Column.LAST}.intersection(chosen):
        line = table.header.line if table.header else table.rows[0].line
        return PeopleList((), (*problems, Problem(line, "no-name-column")))
    if not table.rows and table.header:
        problems.append(Problem(table.header.line, "nobody"))
    found = _mark_duplicates(_read_rows(table, chosen, problems), problems)
    found = _link_managers(found, problems)
    return PeopleList(tuple(found), tuple(sorted(problems, key=lambda problem: problem.line)))


def people_json(listed: PeopleList, texts: Texts) -> dict[str, Any]:
    """The list for other programs: ``people`` with name, role and manager ('' for nobody), ``problems`` by line.

    Who has no role in the list is an employee, as in a new workshop.
    """
    return {
        "people": [
            {"name": person.name, "role": str(person.role or Role.EMPLOYEE), "manager": person.manager}
            for person in listed.people
        ],
        "problems": [{"line": problem.line, "message": problem.message(texts)} for problem in listed.problems],
    }


class _Cells:
    """Takes the cells of a row by what they hold."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        self._places = {column: [i for i, own in enumerate(columns) if own is column] for column in Column}
        self._surname_first = {
            column: names.surname_first(names.tidy(self.get(row, column)) for row in rows)
            for column in (Column.NAME, Column.MANAGER)
        }
        self._surname_first[Column.MANAGER] |= self._surname_first[Column.NAME]

    def get(self, row: TableRow, column: Column) -> str:
        """The first filled cell for that column, or ''."""
        return next((row.cells[place] for place in self._places[column] if row.cells[place]), "")

    def name(self, row: TableRow, column: Column = Column.NAME) -> str:
        """The name of the person, or of the manager, with the first name first."""
        typed = names.tidy(self.get(row, column))
        if typed or column is Column.MANAGER:
            return names.turned(typed, self._surname_first[column])
        first, infix = names.tidy(self.get(row, Column.FIRST)), self.get(row, Column.INFIX)
        last = names.surname(names.tidy(self.get(row, Column.LAST)))
        if infix and last.casefold().startswith(f"{infix.casefold()} "):
            infix = ""  # the surname has it already
        return " ".join(part for part in (first, infix, last) if part)


def _read_rows(table: PeopleTable, columns: Sequence[Column], problems: list[Problem]) -> Iterator[PersonRow]:
    cells = _Cells(columns, table.rows)
    for place, row in enumerate(table.rows):
        name = cells.name(row)
        code = _fault(name)
        if not code and table.header is None and place < _TITLE_WITHIN and _is_title(name, row, len(table.rows)):
            code = "title"
        if not code and _is_total(name, row):
            code = "no-letters"
        if code:
            problems.append(Problem(row.line, code, {"text": name, "count": len(name), "limit": NAME_LIMIT}))
            continue
        if names.is_damaged(name):
            problems.append(Problem(row.line, "damaged", {"text": name}))
        manager = cells.name(row, Column.MANAGER)
        if _says_nobody(manager):
            manager = ""
        elif _fault(manager):
            problems.append(Problem(row.line, "manager-unknown", {"text": manager, "name": name}))
            manager = ""
        yield PersonRow(row.line, name, words.role(cells.get(row, Column.ROLE)), manager)


def _fault(name: str) -> str:
    """The code of what makes a cell no name; '' when it is one."""
    if not name:
        return "empty-name"
    if len(name) > NAME_LIMIT:
        return "long-name"
    if names.is_error(name):
        return "cell-error"
    if name.startswith("=") and len(name) > 1:
        return "formula"
    if names.is_address(name):
        return "address"
    return "no-letters" if names.has_no_letter(name) else ""


def _says_nobody(manager: str) -> bool:
    """Whether a manager's cell is empty, or says so: "geen", "n.v.t.", "-"."""
    word = words.key(manager)
    return word in words.NOBODY if word else names.has_no_letter(manager)


def _is_title(name: str, row: TableRow, length: int) -> bool:
    """Whether a line above a list without header is its title: alone in its row, with a word for lists or a date."""
    if length < 2 or sum(map(bool, row.cells)) > 1:
        return False
    listed = words.key(name.split()[0]) in words.LIST_TITLES
    return listed or name.endswith(":") or sum(map(str.isdigit, name)) > 3


def _is_total(name: str, row: TableRow) -> bool:
    """Whether a row counts the people above it: ``Totaal: 12``."""
    label, *rest = name.replace(":", " ").split() or [""]
    others = [cell for cell in row.cells if cell]
    return words.key(label) in words.TOTALS and all(names.has_no_letter(word) for word in (*rest, *others[1:]))


def _mark_duplicates(found: Iterable[PersonRow], problems: list[Problem]) -> list[PersonRow]:
    first: dict[str, int] = {}
    marked = []
    for person in found:
        same = person.name.casefold()
        if same in first:
            problems.append(Problem(person.line, "duplicate", {"name": person.name, "other": first[same]}))
            marked.append(replace(person, duplicate_of=first[same]))
        else:
            first[same] = person.line
            marked.append(person)
    return marked


def _link_managers(found: Sequence[PersonRow], problems: list[Problem]) -> list[PersonRow]:
    """Managers as the list spells them, without circles; who leads somebody gets the manager's role."""
    count = Counter(person.name.casefold() for person in found)
    place_of: dict[str, int] = {}
    for place, person in enumerate(found):
        place_of.setdefault(person.name.casefold(), place)
    manager = [person.manager for person in found]
    above: list[int | None] = [None] * len(found)
    for place, person in enumerate(found):
        same = person.manager.casefold()
        if same and same == person.name.casefold():
            manager[place] = ""
            problems.append(Problem(person.line, "own-manager", {"name": person.name}))
        elif same in place_of:
            above[place] = place_of[same]
            manager[place] = found[place_of[same]].name
            if count[same] > 1:
                problems.append(Problem(person.line, "manager-twice", {"name": person.name, "manager": manager[place]}))
    for place in _in_circles(above):
        person = found[place]
        problems.append(Problem(person.line, "manager-circle", {"name": person.name, "manager": manager[place]}))
        manager[place] = ""
        above[place] = None
    leads = set(above)
    return [
        replace(person, manager=manager[place], role=Role.MANAGER if place in leads else person.role)
        for place, person in enumerate(found)
    ]


def _in_circles(above: Sequence[int | None]) -> list[int]:
    """The places from which the way up leads back to themselves."""
    done: set[int] = set()
    circles: list[int] = []
    for start in range(len(above)):
        way: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in done and place not in way:
            way[place] = None
            place = above[place]
        if place in way:
            steps = list(way)
            circles += steps[steps.index(place) :]
        done |= way.keys()
    return sorted(circles)
