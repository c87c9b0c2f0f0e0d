"""The people of a workshop as a table for Qt. It holds nothing of its own: an edit is a signal, not a change."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gogrow.domain.people import Participant, Presence, Role, first_name
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.board.pawns import Look
from gogrow.ui.prepare.words import presence_words, role_words, without_manager

Index = QModelIndex | QPersistentModelIndex

TONE = Qt.ItemDataRole.UserRole
"""How the text of a cell looks: one of `Tone`."""
ASIDE = Qt.ItemDataRole.UserRole + 1
"""Quieter words after the text: a manager who does not come."""
LOOK = Qt.ItemDataRole.UserRole + 2
"""The `Look` of the pawn."""
MISSING = Qt.ItemDataRole.UserRole + 3
"""Whether the row waits for an answer."""


class Column(IntEnum):
    """The columns from left to right."""

    PAWN = 0
    NAME = 1
    SHOWN = 2
    ROLE = 3
    MANAGER = 4
    TODAY = 5
    MORE = 6


CHOICES = frozenset({Column.ROLE, Column.MANAGER, Column.TODAY})
"""Columns in which one chooses from a list."""
TYPED = frozenset({Column.NAME, Column.SHOWN})
"""Columns in which one types."""


class Tone(IntEnum):
    """How a text looks."""

    PLAIN = 0
    STRONG = 1
    QUIET = 2
    ASKING = 3


class PeopleModel(QAbstractTableModel):
    """Shows a workshop's people. `edited` brings what somebody typed or chose: id, column, value."""

    edited = Signal(str, int, object)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._people: tuple[Participant, ...] = ()
        self._by_id: dict[str, Participant] = {}
        self._missing: frozenset[str] = frozenset()
        self._leads: frozenset[str] = frozenset()

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show these people; only rows that differ are told to the views."""
        people = workshop.participants if workshop else ()
        missing = frozenset(p.id for p in without_manager(workshop)) if workshop else frozenset()
        before, ids_before, missing_before = self._people, [p.id for p in self._people], self._missing
        same = ids_before == [p.id for p in people]
        if not same:
            self.beginResetModel()
        managers_before = {id: self._by_id[id] for id in {p.manager for p in before if p.manager} if id in self._by_id}
        self._people = people
        self._by_id = {p.id: p for p in people}
        self._missing = missing
        self._leads = workshop.managers() if workshop else frozenset()
        if not same:
            self.endResetModel()
            return
        changed_managers = {id for id, person in managers_before.items() if self._by_id.get(id) != person}
        for row, (old, new) in enumerate(zip(before, people, strict=True)):
            if old != new or new.manager in changed_managers or (new.id in missing) != (new.id in missing_before):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    @property
    def people(self) -> tuple[Participant, ...]:
        """The people in their order."""
        return self._people

    def person(self, index: Index) -> Participant:
        """Who stands in this row."""
        return self._people[index.row()]

    def row_of(self, id: str) -> int:
        """The row of somebody, or -1."""
        return next((row for row, person in enumerate(self._people) if person.id == id), -1)

    def choices(self, index: Index) -> list[tuple[str, object]]:
        """Words and value of what can be chosen in a cell."""
        column, person = Column(index.column()), self.person(index)
        if column is Column.ROLE:
            return [(role_words(self._texts, role), role) for role in Role]
        if column is Column.TODAY:
            return [(presence_words(self._texts, presence), presence) for presence in Presence]
        others = [p for p in self._people if p.id != person.id]
        others.sort(key=lambda p: p.id not in self._leads and p.role is not Role.MANAGER)
        return [(self._texts.t("none in this group"), None), *((p.name, p.id) for p in others)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many people."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be chosen and dragged; words can be edited."""
        made = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if index.isValid() and Column(index.column()) in CHOICES | TYPED:
            made |= Qt.ItemFlag.ItemIsEditable
        return made

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            t = self._texts.t
            return ("", t("Name"), t("On the screen"), t("Role"), t("Led by"), t("Today"), "")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, and how."""
        if not index.isValid() or index.row() >= len(self._people):
            return None
        person, column = self._people[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(person, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._value(person, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(person, column)
        if role == TONE:
            return self._tone(person, column)
        if role == ASIDE:
            return self._aside(person) if column is Column.MANAGER else ""
        if role == MISSING:
            return person.id in self._missing
        if role == LOOK:
            return self.look(person)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed or chosen. It is shown when it stands in the file."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        person, column = self.person(index), Column(index.column())
        if column is Column.SHOWN and value == first_name(person.name):
            value = ""  # what it says by itself need not be kept
        if value == self._value(person, column):
            return False
        self.edited.emit(person.id, int(column), value)
        return True

    def look(self, person: Participant) -> Look:
        """The pawn of somebody, with the shape of the role."""
        leads = person.id in self._leads and person.role is Role.EMPLOYEE
        return Look(str(Role.MANAGER if leads else person.role), person.colour, person.initials, person.icon)

    def _text(self, person: Participant, column: Column) -> str:
        if column is Column.NAME:
            return person.name
        if column is Column.SHOWN:
            return person.label
        if column is Column.ROLE:
            return role_words(self._texts, person.role)
        if column is Column.TODAY:
            return presence_words(self._texts, person.presence)
        if column is Column.MANAGER:
            manager = self._by_id.get(person.manager or "")
            if manager is not None:
                return manager.name
            asking = person.id in self._missing
            return self._texts.t("Choose somebody") if asking else self._texts.t("none in this group")
        return ""

    def _value(self, person: Participant, column: Column) -> object:
        return {
            Column.NAME: person.name,
            Column.SHOWN: person.shown,
            Column.ROLE: person.role,
            Column.MANAGER: person.manager,
            Column.TODAY: person.presence,
        }.get(column)

    def _tone(self, person: Participant, column: Column) -> Tone:
        if column is Column.NAME:
            return Tone.STRONG
        if column is Column.TODAY and person.presence is not Presence.HERE:
            return Tone.STRONG
        if column is Column.MANAGER and person.manager is None:
            return Tone.ASKING if person.id in self._missing else Tone.QUIET
        return Tone.PLAIN

    def _aside(self, person: Participant) -> str:
        manager = self._by_id.get(person.manager or "")
        if manager is None or manager.presence is Presence.HERE:
            return ""
        t = self._texts.t
        return t("later") if manager.presence is Presence.LATER else t("not coming")

    def _spoken(self, person: Participant, column: Column) -> str:
        t = self._texts.t
        if column is Column.PAWN:
            return t("Pawn of {name}", name=person.name)
        if column is Column.MORE:
            return t("More for {name}", name=person.name)
        aside = self._aside(person) if column is Column.MANAGER else ""
        words = f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._text(person, column)}"
        return f"{words}, {aside}" if aside else words
