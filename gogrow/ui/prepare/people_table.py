"""The table of people: keys, clicks, and dragging rows to another place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.prepare.people_cells import Choice, PeopleCells
from gogrow.ui.prepare.people_model import TYPED, Column, PeopleModel

_MIME = "application/x-gogrow-people"
_FIXED = {Column.PAWN: 53, Column.MORE: 43}
_SHARES = {Column.NAME: (160, 3), Column.SHOWN: (128, 2), Column.ROLE: (158, 1), Column.MANAGER: (192, 3)}
_SHARES[Column.TODAY] = (88, 1)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PeopleTable(QTableView):
    """Shows people and asks for changes; `edited` comes from its model."""

    asked_menu = Signal(list, QPoint)  # ids, place on the screen
    asked_look = Signal(str)
    asked_remove = Signal(list)
    moved = Signal(list, int)  # ids, and the row before which they come
    stepped = Signal(list, int)  # ids, and -1 (up) or 1 (down)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._drop: int | None = None
        self.people = PeopleModel(desk.texts, self)
        self.setModel(self.people)
        self._cells = PeopleCells(desk.theme, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(desk.texts.t("Who takes part?"))
        self.setProperty("ground", "none")  # the panel's own, with its round corners
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        high = desk.theme.size("row.table")
        text = self._cells.plain
        self._row = max(round(high), round(high * text.pixelSize() / 16))
        rows.setDefaultSectionSize(self._row)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(1)
        columns.setHighlightSections(False)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setSectionsClickable(False)
        columns.setFixedHeight(round(self._row * 0.8))
        self.clicked.connect(self._clicked)

    # ------------------------------------------------------------------ showing

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show these people; who was chosen stays chosen."""
        current = self.currentIndex()
        who = self.people.person(current).id if current.isValid() else ""
        row, column, chosen = current.row(), max(0, current.column()), self.chosen()
        place, ids = self.verticalScrollBar().value(), [p.id for p in self.people.people]
        self.people.show_workshop(workshop)
        if ids == [p.id for p in self.people.people]:
            return
        self._choose(chosen)
        now = self.people.row_of(who) if who else -1
        if now < 0 and who and self.people.people:
            now = min(row, len(self.people.people) - 1)
        if now >= 0:
            index = self.people.index(now, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(place)
        if now >= 0 and len(chosen) == 1:
            self.scrollTo(self.people.index(now, column))

    def chosen(self) -> list[str]:
        """The ids of the chosen rows, from the top."""
        model = self.selectionModel()
        rows = sorted(index.row() for index in model.selectedRows()) if model is not None else []
        return [self.people.people[row].id for row in rows if row < len(self.people.people)]

    def choose(self, ids: list[str]) -> None:
        """Choose these rows, and go to the first of them."""
        self._choose(ids)
        row = self.people.row_of(ids[0]) if ids else -1
        if row >= 0:
            index = self.people.index(row, Column.NAME)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def edit_cell(self, id: str, column: Column) -> None:
        """Begin to edit; a choice opens its list."""
        row = self.people.row_of(id)
        if row >= 0:
            index = self.people.index(row, column)
            self.setCurrentIndex(index)
            self._open(index)

    def _choose(self, ids: list[str]) -> None:
        model = self.selectionModel()
        model.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for id in ids:
            row = self.people.row_of(id)
            if row >= 0:
                model.select(self.people.index(row, 0), flags)

    # ------------------------------------------------------------------ clicks and keys

    def _clicked(self, index: QModelIndex) -> None:
        held = QApplication.keyboardModifiers() & _EXTENDING
        if not held and Column(index.column()) not in TYPED:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        column = Column(index.column())
        if column is Column.PAWN:
            self.asked_look.emit(self.people.person(index).id)
        elif column is Column.MORE:
            self._menu(index)
        else:
            self.edit(index)
            editor = self.indexWidget(index)
            if isinstance(editor, Choice):
                # After the click that opened it, or Qt takes its release for a choice.
                QTimer.singleShot(0, editor, editor.showPopup)

    def _menu(self, index: QModelIndex) -> None:
        id = self.people.person(index).id
        ids = self.chosen()
        rect = self.visualRect(self.people.index(index.row(), Column.MORE))
        place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.asked_menu.emit(ids if id in ids else [id], place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row's menu, by the right button or the menu key."""
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        id = self.people.person(index).id
        if id not in self.chosen():
            self.choose([id])
        if keyboard:
            self._menu(index)
        else:
            self.asked_menu.emit(self.chosen(), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what stands in the cell, Alt with an arrow moves rows, Delete takes people out."""
        index, key = self.currentIndex(), event.key()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not index.isValid():
            return super().keyPressEvent(event)
        column = Column(index.column())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self._meant(index), -1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER or (key == Qt.Key.Key_Space and column not in TYPED):
            self._open(index)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.asked_remove.emit(self._meant(index))
        elif column not in TYPED and event.text().strip() and event.text().isprintable() and not _held(event):
            self.keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)
        return None

    def keyboardSearch(self, search: str) -> None:
        """Letters look for a name, in whatever column one is."""
        people, start = self.people.people, self.currentIndex().row()
        for offset in range(1, len(people) + 1):
            row = (start + offset) % len(people)
            if people[row].name.casefold().startswith(search.casefold()):
                self.setCurrentIndex(self.people.index(row, max(0, self.currentIndex().column())))
                return

    def _meant(self, index: QModelIndex) -> list[str]:
        ids = self.chosen()
        id = self.people.person(index).id
        return ids if id in ids else [id]

    # ------------------------------------------------------------------ sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: names get most of what is more."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(_FIXED.values())
        least = sum(wide for wide, _ in _SHARES.values())
        shares = sum(share for _, share in _SHARES.values())
        left = room
        for column, (wide, share) in _SHARES.items():
            if room >= least:
                width = wide + (room - least) * share // shares
            else:
                width = wide * room // least
            self.setColumnWidth(column, max(20, width))
            left -= width
        self.setColumnWidth(Column.NAME, self.columnWidth(Column.NAME) + max(0, left))
        for column, wide in _FIXED.items():
            self.setColumnWidth(column, wide)

    # ------------------------------------------------------------------ dragging rows

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the chosen rows along. Nothing is moved until it stands in the file."""
        ids = self.chosen()
        if not ids:
            return
        data = QMimeData()
        data.setData(_MIME, QByteArray("\n".join(ids).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        row = self.people.row_of(ids[0])
        pawn, name = (self.visualRect(self.people.index(row, column)) for column in (Column.PAWN, Column.NAME))
        drag.setPixmap(self.viewport().grab(pawn.united(name)))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Rows of this table only."""
        if event.source() is self and event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows it would come."""
        super().dragMoveEvent(event)
        if event.source() is self:
            self._drop = self._gap(event.position().toPoint())
            self.viewport().update()
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nowhere any more."""
        self._drop = None
        self.viewport().update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the rows at their new place."""
        self._drop = None
        self.viewport().update()
        if event.mimeData().hasFormat(_MIME):
            ids = bytes(event.mimeData().data(_MIME).data()).decode().split("\n")
            event.acceptProposedAction()
            self.setState(QAbstractItemView.State.NoState)
            self.moved.emit(ids, self._gap(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The table, and the line where dragged rows would come."""
        super().paintEvent(event)
        if self._drop is not None:
            y = self._drop * self._row - self.verticalScrollBar().value()
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._desk.theme.colour("act"), 3))
            painter.drawLine(12, y, self.viewport().width() - 12, y)
            painter.end()

    def _gap(self, at: QPoint) -> int:
        row = self.rowAt(at.y())
        if row < 0:
            return len(self.people.people)
        rect = self.visualRect(self.people.index(row, 0))
        return row if at.y() < rect.center().y() else row + 1


def _held(event: QKeyEvent) -> bool:
    """Whether a key means something else than its letter."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & keys)
