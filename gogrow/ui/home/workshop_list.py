"""The list view of workshops, and the panel around it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui.home.painting import RowPainter
from gogrow.ui.home.rows import WorkshopModel
from gogrow.ui.labels import label
from gogrow.ui.parts import row
from gogrow.ui.theme import Theme


class WorkshopList(QListView):
    """The list itself; Enter opens. `painted` comes each time that it is drawn."""

    opened = Signal()
    painted = Signal()

    def __init__(self, texts: Texts, theme: Theme, model: WorkshopModel) -> None:
        super().__init__()
        self.setObjectName("workshops")
        self.setModel(model)
        self.setItemDelegate(RowPainter(texts, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(texts.t("Your workshops"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and say so."""
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is chosen, but not while a title is typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ListPanel(QFrame):
    """The list under its heading; bars can be put between them."""

    def __init__(self, view: WorkshopList) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._heading, self._count = label("", "section"), label("", "muted")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 8)
        column.setSpacing(8)
        line = row(self._heading, self._count, 1)
        line.setContentsMargins(14, 0, 14, 0)
        column.addLayout(line)
        column.addWidget(view, 1)

    def head(self, words: str, count: int) -> None:
        """What stands above the list, and how many there are."""
        self._heading.setText(words)
        self._count.setText(str(count) if count else "")

    def put(self, bar: QWidget) -> None:
        """A bar between heading and list."""
        self._column.insertWidget(1, bar)
