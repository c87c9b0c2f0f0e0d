"""The list of workshops as Qt wants it, and how a row of it is worded. Rows are made to words only when painted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from gogrow.store.opening import Listed
from gogrow.texts import Texts

Index = QModelIndex | QPersistentModelIndex
WORKSHOP = Qt.ItemDataRole.UserRole
BESIDE = Qt.ItemDataRole.UserRole + 1


class State(StrEnum):
    """How far a workshop is."""

    NEW = "new"
    BUSY = "busy"
    DONE = "done"
    TIDIED = "tidied"


STATE_ICONS = {
    State.NEW: "pencil",
    State.BUSY: "player-play",
    State.DONE: "circle-check",
    State.TIDIED: "archive",
}
"""Each state has an icon, as a colour alone says nothing."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row in words: title, the facts under it, its state, and the icons of setting and state."""

    title: str
    facts: str
    state: str
    icon: str
    state_icon: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a workshop when all others are known: which one it follows, and who is still to look back.

    ``due`` is in words; with it the row is one of the list of check-ins, where the team comes first.
    """

    follows: str = ""
    due: str = ""


NOTHING_BESIDE = Beside()


def state_of(listed: Listed) -> State:
    """How far a workshop is. Tidied up means: ended, and nobody is in it any more."""
    if listed.ended:
        return State.DONE if listed.people else State.TIDIED
    return State.BUSY if listed.begun is not None else State.NEW


def may_follow(listed: Listed) -> bool:
    """Whether there is something to look back at: it has begun, and its people are still known."""
    return listed.begun is not None and state_of(listed) is not State.TIDIED and listed.people > 0


def day_words(texts: Texts, listed: Listed) -> str:
    """The date, such as ``dinsdag 12 mei 2026``, or '' when there is none. By Qt, so that the start need not wait."""
    return date_words(texts, listed.date, "dddd d MMMM yyyy")


def date_words(texts: Texts, day: dt.date | None, pattern: str = "d MMMM yyyy") -> str:
    """A day in words, '' for none; ``pattern`` is one of Qt's."""
    return QLocale(texts.language).toString(QDate(day.year, day.month, day.day), pattern) if day is not None else ""


def people_words(texts: Texts, listed: Listed) -> str:
    """How many take part, in words."""
    if state_of(listed) is State.TIDIED:
        return texts.t("no names any more")
    if not listed.people:
        return texts.t("nobody yet")
    return texts.n("{count} person", "{count} people", listed.people)


def filled_words(texts: Texts, listed: Listed) -> str:
    """What was placed, said and played in it, in words; '' when that is nothing."""
    parts = [
        texts.n("{count} pawn", "{count} pawns", listed.placements) if listed.placements else "",
        texts.n("{count} talk", "{count} talks", listed.talks) if listed.talks else "",
        texts.n("{count} card", "{count} cards", listed.cards) if listed.cards else "",
    ]
    return " · ".join(part for part in parts if part)


def state_words(texts: Texts, listed: Listed) -> str:
    """How far it is, in words."""
    state = state_of(listed)
    if state is State.BUSY:
        step = listed.step(texts.language)
        return texts.t("At “{step}”", step=step) if step else texts.t("Under way")
    if state is State.NEW:
        return texts.t("Being prepared")
    return texts.t("Done") if state is State.DONE else texts.t("Tidied up")


def row_words(texts: Texts, listed: Listed, beside: Beside = NOTHING_BESIDE) -> RowWords:
    """All words of a row."""
    title = " ".join(listed.title.split())
    if beside.due:
        lead, second = (listed.team, title) if listed.team else (title, "")
        facts = [second if second != lead else "", listed.organisation, day_words(texts, listed)]
    else:
        lead = title
        place = [listed.team if listed.team != listed.title else "", listed.organisation]
        facts = [*place, day_words(texts, listed), people_words(texts, listed)]
        if beside.follows and beside.follows not in title:
            facts.append(texts.t("follow-up of {title}", title=beside.follows))
    return RowWords(
        title=" ".join(lead.split()),
        facts=" · ".join(" ".join(fact.split()) for fact in facts if fact),
        state=beside.due or state_words(texts, listed),
        icon="users" if listed.setting == "two" else "users-group",
        state_icon="calendar-event" if beside.due else STATE_ICONS[state_of(listed)],
    )


class WorkshopModel(QAbstractListModel):
    """The workshops of the open file. `renamed` brings (id, title) when somebody typed another title in the list."""

    renamed = Signal(str, str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._rows: tuple[Listed, ...] = ()
        self._beside: Mapping[str, Beside] = {}
        self.read_only = False

    def show_rows(self, rows: Sequence[Listed], beside: Mapping[str, Beside] | None = None) -> None:
        """The list is now this; ``beside`` has by id what is known of a workshop besides."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._beside = beside or {}
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """In which row a workshop stands, -1 when it is not there."""
        return next((number for number, listed in enumerate(self._rows) if listed.id == id), -1)

    def listed(self, index: Index) -> Listed | None:
        """The workshop of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many workshops there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the whole row in words for screen readers, the `Listed` as `WORKSHOP` and its `Beside`."""
        listed = self.listed(index)
        if listed is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return listed.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = row_words(self._texts, listed, self._beside.get(listed.id, NOTHING_BESIDE))
            return f"{words.title}. {words.facts}. {words.state}"
        if role == BESIDE:
            return self._beside.get(listed.id, NOTHING_BESIDE)
        return listed if role == WORKSHOP else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A title was typed; the list itself changes when the file has it."""
        listed = self.listed(index)
        title = str(value).strip()
        if listed is None or role != Qt.ItemDataRole.EditRole or not title or title == listed.title:
            return False
        self.renamed.emit(listed.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A title can be typed where the file can be written."""
        known = super().flags(index)
        return known if self.read_only else known | Qt.ItemFlag.ItemIsEditable
