"""A list that was read, as a table to check: which rows come in, and what their columns hold."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gogrow.content.people import PersonRow, Problem, TableRow
from gogrow.content.people.words import Column
from gogrow.domain.rules.people import NewPerson
from gogrow.texts import Texts
from gogrow.ui.prepare.importing import Reading
from gogrow.ui.prepare.words import role_words

Index = QModelIndex | QPersistentModelIndex

STATE = Qt.ItemDataRole.UserRole
"""Of a row: in, out (left out by the user), or bad (there is nobody in it)."""
DOUBT = Qt.ItemDataRole.UserRole + 1
"""Whether something about the row is to be looked at."""

CHECK = 0
RESULT = 1
FIRST = 2
"""The first column of the list itself."""


class PreviewModel(QAbstractTableModel):
    """The rows of a list, with a check for each person. `counted` tells that another number comes in."""

    counted = Signal()

    def __init__(self, texts: Texts, known: Collection[str], parent: QObject | None = None) -> None:
        """``known`` are the names that are in the workshop already: those rows begin unchecked."""
        super().__init__(parent)
        self._texts = texts
        self._known = frozenset(name.casefold() for name in known)
        self._reading: Reading | None = None
        self._rows: tuple[TableRow, ...] = ()
        self._people: dict[int, PersonRow] = {}
        self._off: set[int] = set()
        self._doubt: frozenset[int] = frozenset()

    def show_reading(self, reading: Reading) -> None:
        """Show this list. Checks that the user took away stay away as long as it is the same table."""
        self.beginResetModel()
        same = self._reading is not None and self._reading.table is reading.table
        before = self._people if same else {}
        self._reading = reading
        self._rows = tuple(row for row in reading.table.rows if not row.is_empty)
        self._people = {person.line: person for person in reading.listed.people}
        new = {line for line, person in self._people.items() if before.get(line) != person}
        repeated = {line for line in new if self._people[line].name.casefold() in self._known}
        self._off = {line for line in self._off if same and line in self._people} - (new - repeated) | repeated
        self._doubt = frozenset(problem.line for problem in reading.listed.problems) | frozenset(
            line for line, person in self._people.items() if person.name.casefold() in self._known
        )
        self.endResetModel()
        self.counted.emit()

    @property
    def has_result(self) -> bool:
        """Whether names are put together or turned, so that the name that comes in needs a column of its own."""
        reading = self._reading
        if reading is None or Column.NAME not in reading.columns:
            return True
        place = reading.columns.index(Column.NAME)
        return any(row.cells[place] != self._people[row.line].name for row in self._rows if row.line in self._people)

    def taken(self) -> list[NewPerson]:
        """The people whose rows are checked, in order."""
        chosen = (person for line, person in self._people.items() if line not in self._off)
        return [NewPerson(person.name, person.role, person.manager) for person in chosen]

    def sentences(self) -> list[tuple[int, str]]:
        """Line and sentence of all that is to be looked at, by line."""
        if self._reading is None:
            return []
        t = self._texts.t
        problems: list[Problem] = list(self._reading.listed.problems)
        found = [(problem.line, problem.message(self._texts)) for problem in problems]
        found += [
            (
                line,
                t(
                    "Line {line}: {name} is in your list already. Check the box if this is somebody else.",
                    line=line,
                    name=_short(person.name),
                ),
            )
            for line, person in self._people.items()
            if person.name.casefold() in self._known
        ]
        return sorted(found, key=lambda one: one[0])

    def row_of(self, line: int) -> int:
        """The row in which a line of the list stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.line == line), -1)

    def toggle(self, row: int) -> None:
        """Take a person in, or leave this person out."""
        line = self._rows[row].line
        if line not in self._people:
            return
        self._off.symmetric_difference_update({line})
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows the list has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The check, the result, and the columns of the list."""
        return 0 if parent.isValid() or self._reading is None else FIRST + len(self._reading.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Nothing: the header has words and choices of its own."""
        return "" if role == Qt.ItemDataRole.DisplayRole else None

    def column_kind(self, column: int) -> Column | None:
        """What a column of this table is taken for; None for the first two."""
        if self._reading is None or column < FIRST:
            return None
        return self._reading.columns[column - FIRST]

    def header_text(self, column: int) -> str:
        """What stands above a column in the list itself, or ''."""
        header = self._reading.table.header if self._reading else None
        return header.cells[column - FIRST] if header is not None and column >= FIRST else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        person = self._people.get(row.line)
        state = "bad" if person is None else ("out" if row.line in self._off else "in")
        if role == STATE:
            return state
        if role == DOUBT:
            return row.line in self._doubt
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, person, state, index.column(), role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    def _text(self, row: TableRow, person: PersonRow | None, state: str, column: int, spoken: bool) -> str:
        t = self._texts.t
        if column == CHECK:
            words = {"in": t("comes in"), "out": t("left out"), "bad": t("cannot come in")}[state]
            return t("Line {line}, {state}", line=row.line, state=words) if spoken else str(row.line)
        if column == RESULT:
            if person is None:
                return ""
            role = f" · {role_words(self._texts, person.role)}" if person.role else ""
            return f"{person.name}{role}"
        return row.cells[column - FIRST]


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39].rstrip()}…"
