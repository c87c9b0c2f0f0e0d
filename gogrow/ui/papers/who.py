"""For whom: everyone, or those who are ticked, found by a part of their name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.people import Participant
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, wrapped
from gogrow.ui.parts import row

_ID = int(Qt.ItemDataRole.UserRole)
_MANY = 8
"""From so many people on one searches."""
_ROWS = 6
"""So many are seen at once."""
_HIGH = 34


class Names(QTreeWidget):
    """A row for each person, with a tick; Space and a click on the row change it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setProperty("ticks", True)
        self.setProperty("framed", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(words)
        self.itemActivated.connect(self._turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks whoever is current, also where the search left no tick in sight."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._turn(item)
            return
        super().keyPressEvent(event)

    def _turn(self, item: QTreeWidgetItem) -> None:
        on = item.checkState(0) == Qt.CheckState.Checked
        item.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class Who(QWidget):
    """`changed` tells that other people are ticked."""

    changed = Signal()

    def __init__(
        self, desk: Desk, people: Sequence[Participant], chosen: Collection[str], typed: Collection[str]
    ) -> None:
        """``chosen`` are ticked, all of them when it is empty; ``typed`` have words in their plan."""
        super().__init__()
        self._texts = desk.texts
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._count = label("", "muted")
        column.addLayout(row(label(t("For whom"), "label"), 1, self._count))
        self.everyone = QCheckBox(t("Everyone"))
        self.everyone.setProperty("row", True)
        self.everyone.clicked.connect(self._all)
        column.addWidget(self.everyone)
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Find a name"))
        self._search.setAccessibleName(t("Find a name"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaxLength(200)
        self._search.textChanged.connect(self._sift)
        self._search.returnPressed.connect(self._tick_found)
        self._search.setVisible(len(people) > _MANY)
        column.addWidget(self._search)
        self.names = Names(t("For whom"))
        self.names.setIconSize(QSize(18, 18))
        for person in people:
            item = QTreeWidgetItem([" ".join(person.name.split())])
            item.setData(0, _ID, person.id)
            ticked = not chosen or person.id in chosen
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if person.id in typed:
                item.setIcon(0, icons.icon("pencil", desk.theme.colour("ink2"), 18))
            self.names.addTopLevelItem(item)
        self.names.setFixedHeight(_HIGH * max(2, min(_ROWS, len(people))) + 12)
        self.names.itemChanged.connect(lambda _: self._changed())
        column.addWidget(self.names)
        self._none = wrapped(t("No name found. Type a part of it."), "hint")
        self._none.hide()
        column.addWidget(self._none)
        self._covered = wrapped(t("The names stay covered as long as the room may look along."), "hint")
        self._covered.hide()
        column.addWidget(self._covered)
        self._tell()
        first = next((item for item in self._items() if self._ticked(item)), None)
        if first is not None:
            self.names.setCurrentItem(first)
            self.names.scrollToItem(first, QAbstractItemView.ScrollHint.PositionAtTop)

    @property
    def ids(self) -> tuple[str, ...]:
        """Who is ticked, in the order of the workshop."""
        return tuple(str(item.data(0, _ID)) for item in self._items() if self._ticked(item))

    def cover(self, covered: bool) -> None:
        """Show no names."""
        self._covered.setVisible(covered)
        self.names.setVisible(not covered)
        self._search.setVisible(not covered and self.names.topLevelItemCount() > _MANY)
        self._none.setVisible(not covered and self._nobody())

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.names.topLevelItem(at) for at in range(self.names.topLevelItemCount()))
        return [item for item in found if item is not None]

    @staticmethod
    def _ticked(item: QTreeWidgetItem) -> bool:
        return item.checkState(0) == Qt.CheckState.Checked

    def _all(self) -> None:
        on = len(self.ids) < len(self._items())
        with QSignalBlocker(self.names):
            for item in self._items():
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.names.viewport().update()
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        chosen, count = len(self.ids), len(self._items())
        state = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self.everyone.setCheckState(Qt.CheckState.Checked if chosen == count else state)
        self._count.setText(self._texts.t("{chosen} of {count}", chosen=chosen, count=count))

    def _sift(self) -> None:
        wanted = self._search.text().casefold().split()
        for item in self._items():
            name = item.text(0).casefold()
            item.setHidden(not all(word in name for word in wanted))
        self._none.setVisible(self._nobody())

    def _nobody(self) -> bool:
        return bool(self._items()) and all(item.isHidden() for item in self._items())

    def _tick_found(self) -> None:
        """Enter takes the one who is found, and the next name can be typed."""
        found = [item for item in self._items() if not item.isHidden()]
        if len(found) == 1 and self._search.text().strip():
            found[0].setCheckState(0, Qt.CheckState.Checked)
            self.names.setCurrentItem(found[0])
            self._search.selectAll()
