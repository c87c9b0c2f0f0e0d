"""A list of people with a field above it: a plan code or a name, then Enter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.plan_code import read_code
from gogrow.domain.workshop import Workshop
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import button, row


class PersonList(QWidget):
    """Everybody in the workshop, to choose one from; what is typed leaves those whom it fits."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str, *, scan: bool = False) -> None:
        """``name`` is what the list is called for who does not see it. ``scan``: somebody may hold up a poster."""
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._code = QLineEdit()
        self._code.setPlaceholderText(desk.texts.t("Code of a plan, or a name, then Enter"))
        self._code.textChanged.connect(lambda _: self._sift())
        self._code.returnPressed.connect(self._find)
        self._scan = button(desk.theme, "", "qrcode", "tool", "scan-poster")
        self._scan.setProperty("icononly", True)
        self._scan.setFixedSize(44, 44)
        self._scan.setAccessibleName(desk.texts.t("Scan a sheet or poster…"))
        self._scan.setToolTip(plain_tip(desk.texts.t("Scan a sheet or poster…")))
        self._scan.clicked.connect(self._hold_up)
        column.addLayout(row(self._code, self._scan))
        self._scan.setVisible(scan)
        self._list = QListWidget()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(_OneLine(self._list))
        self._list.setAccessibleName(name)
        self._list.itemActivated.connect(self._chosen)
        self._list.itemClicked.connect(self._chosen)
        column.addWidget(self._list, 1)
        self._codes: dict[str, str] = {}
        self._shown: object = None
        self._current: str | None = None

    def show_people(self, workshop: Workshop, current: str, signs: Mapping[str, str]) -> None:
        """Show all of them, each with an icon: that of ``signs``, or a plain one."""
        names = tuple((p.id, p.name, signs.get(p.id, "user")) for p in workshop.participants)
        if names != self._shown:
            self._shown = names
            self._list.clear()
            for id, name, sign in names:
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, id)
                item.setIcon(icons.icon(sign, self._desk.theme.colour("ink2"), 18))
                self._list.addItem(item)
            self._current = None
            self._sift()
        if current != self._current:  # else whoever goes through the list by keys stays where that is
            self._current = current
            ids = [item.data(Qt.ItemDataRole.UserRole) for item in self._items()]
            self._list.setCurrentRow(ids.index(current) if current in ids else -1)
        self._codes = {p.code: p.id for p in workshop.participants}

    @property
    def current(self) -> str:
        """The id of who is chosen in the list, '' for nobody."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What came under the list took room of it: who is chosen stays in sight."""
        super().resizeEvent(event)
        if self._list.currentItem() is not None:
            self._list.scrollToItem(self._list.currentItem())

    def _hold_up(self) -> None:
        action = self.window().findChild(QAction, "scan")
        if isinstance(action, QAction):
            action.trigger()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _sift(self) -> None:
        """Only who fits what is typed; all of them while it is no name at all, such as a code."""
        wanted = self._code.text().casefold().split()
        fits = [all(word in item.text().casefold() for word in wanted) for item in self._items()]
        for item, shown in zip(self._items(), fits, strict=True):
            item.setHidden(any(fits) and not shown)

    def _find(self) -> None:
        code, t = read_code(self._code.text()), self._desk.texts.t
        found = [item for item in self._items() if not item.isHidden()]
        if code is None and self._code.text().strip() and len(found) < self._list.count():
            self._code.clear()
            self._chosen(found[0])
        elif code is None:
            self._desk.notice(t("This is not a plan code. It has eight characters, such as 6R4A-5NMA."))
        elif code not in self._codes:
            self._desk.notice(t("The plan {code} is not in this workshop. Look in another one.", code=code))
        else:
            self._code.clear()
            self.chosen.emit(self._codes[code])

    def _chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _OneLine(QStyledItemDelegate):
    """Rows as wide as the list: a long name ends in … instead of making the list wider."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Only the height counts."""
        return QSize(1, super().sizeHint(option, index).height())
