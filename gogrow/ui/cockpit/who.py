"""Right in a blind round: who is done, who waits, who is not here. It does not say who passed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.people import Participant, Presence
from gogrow.domain.room import done_count
from gogrow.domain.rules import placing
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.run import paint_state
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_tip
from gogrow.ui.parts import button, row
from gogrow.ui.theme import Theme, make_font

_Index = QModelIndex | QPersistentModelIndex

STATE = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1

FEWER = {Presence.HERE: Presence.LATER, Presence.LATER: Presence.NOT_HERE, Presence.NOT_HERE: Presence.NOT_HERE}
"""What the minus key makes of somebody's presence; plus makes it *here*."""


class WhoModel(QAbstractListModel):
    """The participants with their state in the rounds that are entered."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._people: tuple[Participant, ...] = ()
        self._names: dict[str, str] = {}
        self._done: frozenset[str] = frozenset()
        self._now = ""
        self._managers: frozenset[str] = frozenset()

    def show_workshop(self, workshop: Workshop, rounds: tuple[str, ...], now: str) -> None:
        """Show these people."""
        done = placing.all_done(workshop, rounds)
        managers = workshop.managers()
        same_people = [p.id for p in self._people] == [p.id for p in workshop.participants]
        if self._people is not workshop.participants:
            self._names = names_apart(workshop.participants)
        if not same_people:
            self.beginResetModel()
        self._people, self._done, self._now, self._managers = workshop.participants, done, now, managers
        if not same_people:
            self.endResetModel()
        elif self._people:
            self.dataChanged.emit(self.index(0), self.index(len(self._people) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """How many people."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, state (done, now, waiting, away) and the words at the right."""
        person = self._people[index.row()]
        state = self._state(person)
        t = self._texts.t
        words = {
            "now": t("now"),
            "later": t("comes later"),
            "away": t("not here today"),
            "last": t("comes last"),
        }.get(state, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[person.id]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._names[person.id]}, {t('done') if state == 'done' else words}".rstrip(", ")
        if role == Qt.ItemDataRole.ToolTipRole:
            keys = t("Enter: this slip. Plus: is here. Minus: comes later, then not here today.")
            return plain_tip(f"{person.name}\n{keys}")
        if role == STATE:
            return state
        if role == WORDS:
            return words
        return None

    def person(self, index: _Index) -> Participant:
        """Who stands in this row."""
        return self._people[index.row()]

    def _state(self, person: Participant) -> str:
        if person.presence is Presence.NOT_HERE:
            return "away"
        if person.presence is Presence.LATER:
            return "later"
        if person.id in self._done:
            return "done"
        if person.id == self._now:
            return "now"
        return "last" if person.id in self._managers else "waiting"


class _Delegate(QStyledItemDelegate):
    """Draws a row: sign, name, words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of 30, as in a list that must fit twelve; higher for larger letters."""
        return QSize(100, round(max(self._theme.size("row.list"), 1.9 * self._theme.size("font.text"))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw."""
        theme = self._theme
        box = QRectF(option.rect)
        state = index.data(STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("act"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 1, 24, box.height() - 2), 8, 8)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(box.adjusted(4, 1, 0, -1), 8, 8)
        sign = QRectF(box.left() + 10, box.center().y() - 10, 20, 20)
        if state in ("away", "later"):
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.colour("ink2"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawLine(sign.center() + _LEFT_OF, sign.center() - _LEFT_OF)
        else:
            paint_state(painter, theme, sign, state == "done", state == "now")
        words = index.data(WORDS)
        painter.setFont(make_font(theme.family, theme.size("font.label"), 700 if state == "now" else 500))
        painter.setPen(theme.colour("act" if state == "now" else "ink2"))
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(box.adjusted(0, 0, -10, 0), _RIGHT, words)
        painter.setFont(make_font(theme.family, theme.size("font.text"), 700 if state == "now" else 600))
        painter.setPen(theme.colour("ink2" if state in ("away", "later") else "ink"))
        room = box.adjusted(42, 0, -(wide + 20), 0)
        name = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(theme.colour("act"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        painter.restore()


class WhoList(QListView):
    """The list itself. Plus and minus say who is here; letters and the space bar go on to the slips."""

    fewer = Signal(QModelIndex)
    here = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list, Enter chooses; what is no key of the list is somebody else's."""
        index, text = self.currentIndex(), event.text()
        if index.isValid() and text in ("+", "="):
            self.here.emit(index)
        elif index.isValid() and text in ("-", "_"):
            self.fewer.emit(index)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace) or (len(text) == 1 and text.isalnum()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a row that the keys are about."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class WhoPanel(QFrame):
    """*7 of 11*, and the list. A click chooses whose slip comes now; two keys and the menu say who is here."""

    chosen = Signal(str)
    presence = Signal(str, object)  # participant id, Presence
    add = Signal()  # there is nobody in the list

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 14, 6, 8)
        column.setSpacing(6)
        self._count = label("", "section")
        self._people = label("", "muted")
        head = row(self._count, 1, self._people)
        head.setContentsMargins(10, 0, 8, 0)
        column.addLayout(head)
        self._model = WhoModel(desk.texts)
        self._model.setParent(self)
        self._list = WhoList()
        self._list.setModel(self._model)
        self._delegate = _Delegate(desk.theme)
        self._delegate.setParent(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._list.here.connect(lambda index: self.presence.emit(self._model.person(index).id, Presence.HERE))
        self._list.fewer.connect(self._fewer)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._list.setAccessibleName(desk.texts.t("Who is done"))
        column.addWidget(self._list, 1)
        self._nobody = QWidget()
        inside = QVBoxLayout(self._nobody)
        inside.setContentsMargins(10, 4, 8, 8)
        inside.setSpacing(10)
        inside.addWidget(label(desk.texts.t("Add them while preparing; then come back here."), "muted", wrap=True))
        add = button(desk.theme, desk.texts.t("Add people"), "user-plus", "", "add-people")
        add.clicked.connect(self.add)
        inside.addWidget(add)
        inside.addStretch(1)
        column.addWidget(self._nobody, 1)
        self._now = ""

    def show_workshop(self, workshop: Workshop, rounds: tuple[str, ...], now: str) -> None:
        """Show who is done."""
        self._list.setVisible(bool(workshop.participants))
        self._nobody.setVisible(not workshop.participants)
        done, total = done_count(workshop, rounds)
        away = len(workshop.participants) - total
        n = self._desk.texts.n
        self._count.setText(self._desk.texts.t("{done} of {total}", done=done, total=total))
        words = n("{count} person", "{count} people", len(workshop.participants))
        if away:
            words += " · " + n("{count} not here", "{count} not here", away)
        self._people.setText(words)
        self._model.show_workshop(workshop, rounds, now)
        ids = [p.id for p in workshop.participants]
        if now in ids and now != self._now:  # else the list stays where she scrolled it
            self._list.scrollTo(self._model.index(ids.index(now)))
        self._now = now

    def _fewer(self, index: QModelIndex) -> None:
        person = self._model.person(index)
        self.presence.emit(person.id, FEWER[person.presence])

    def _choose(self, index: QModelIndex) -> None:
        person = self._model.person(index)
        if person.presence is Presence.HERE:
            self.chosen.emit(person.id)
        else:
            self.presence.emit(person.id, Presence.HERE)

    def _menu(self, at: QPoint) -> None:
        index = self._list.indexAt(at)
        if not index.isValid():
            return
        person, t = self._model.person(index), self._desk.texts.t
        menu = QMenu(self)
        for text, presence in (
            (t("Here"), Presence.HERE),
            (t("Comes later"), Presence.LATER),
            (t("Not here today"), Presence.NOT_HERE),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(person.presence is presence)
            action.triggered.connect(lambda _=False, p=presence: self.presence.emit(person.id, p))
        menu.exec(self._list.viewport().mapToGlobal(at))
        menu.deleteLater()


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_OF = QPointF(-8, 0)
