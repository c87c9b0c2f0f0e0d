"""The table of a list to check, with a choice above each column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gogrow.content.people.words import Column
from gogrow.texts import mark
from gogrow.ui.desk import Desk
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import Elided, label
from gogrow.ui.prepare.preview_model import CHECK, DOUBT, FIRST, RESULT, STATE, Index, PreviewModel
from gogrow.ui.theme import Theme

KINDS = {
    Column.NAME: mark("Name"),
    Column.FIRST: mark("First name"),
    Column.INFIX: mark("Prefix (van, de)"),
    Column.LAST: mark("Last name"),
    Column.ROLE: mark("Role"),
    Column.MANAGER: mark("Who leads"),
    Column.IGNORE: mark("Do not use"),
}
"""What a column may hold, in words."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class PreviewTable(QTableView):
    """Rows to check. `columns_chosen` brings what the columns are to be taken for."""

    columns_chosen = Signal(tuple)

    def __init__(self, desk: Desk, model: PreviewModel) -> None:
        super().__init__()
        self._desk = desk
        self._preview = model
        self.setModel(model)
        self.setProperty("framed", True)
        self.setItemDelegate(_Cells(desk.theme, self))
        self.setAccessibleName(desk.texts.t("The list to check"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(desk.theme.size("row.table")))
        self._head = _Head(desk, model, self)
        self.setHorizontalHeader(self._head)
        self._head.chosen.connect(self._chosen)
        self.horizontalScrollBar().valueChanged.connect(self._head.place)
        self.clicked.connect(self._clicked)

    def refresh(self) -> None:
        """The model shows another list."""
        self._head.refresh()
        self._widths()
        if self._preview.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._preview.index(0, CHECK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes a person in or leaves this person out, in whatever column one is."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._preview.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns fill the width."""
        super().resizeEvent(event)
        self._widths()

    def combos(self) -> list[QComboBox]:
        """The choices above the columns, from left to right."""
        return self._head.combos()

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == CHECK:
            self._preview.toggle(index.row())

    def _chosen(self, place: int, kind: Column) -> None:
        columns = [self._preview.column_kind(column) or Column.IGNORE for column in self._own()]
        if kind is not Column.IGNORE:  # one column of a kind: the newest choice counts
            columns = [Column.IGNORE if column is kind else column for column in columns]
        columns[place] = kind
        self.columns_chosen.emit(tuple(columns))

    def _own(self) -> range:
        return range(FIRST, self._preview.columnCount())

    def _widths(self) -> None:
        model = self._preview
        if not model.columnCount():
            return
        self.setColumnHidden(RESULT, not model.has_result)
        self.setColumnWidth(CHECK, 84)
        metrics = self.fontMetrics()
        wanted: dict[int, int] = {}
        for column in (RESULT, *self._own()):
            if self.isColumnHidden(column):
                continue
            sample = range(min(60, model.rowCount()))
            wide = max((metrics.horizontalAdvance(str(model.index(row, column).data())) for row in sample), default=0)
            wanted[column] = max(168, min(340, round(wide * 1.08) + 28))
        spare = self.viewport().width() - 84 - sum(wanted.values())
        for column, wide in wanted.items():
            self.setColumnWidth(column, wide + max(0, spare) // len(wanted))
        self._head.place()


class _Head(QHeaderView):
    """The header: what the list itself says above a column, and under it the choice of what it is taken for."""

    chosen = Signal(int, Column)

    def __init__(self, desk: Desk, model: PreviewModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._desk = desk
        self._preview = model
        self._combos: list[QComboBox] = []
        self._labels: list[QLabel] = []
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setFixedHeight(84)
        t = desk.texts.t
        self._line = label(t("Line"), "label", self.viewport())
        self._result = label(t("Comes in as"), "label", self.viewport())
        self.sectionResized.connect(self.place)

    def combos(self) -> list[QComboBox]:
        """The choices, from left to right."""
        return self._combos

    def refresh(self) -> None:
        """As many choices as the list has columns, set to what these are taken for."""
        count = max(0, self._preview.columnCount() - FIRST)
        while len(self._combos) > count:
            self._combos.pop().deleteLater()
            self._labels.pop().deleteLater()
        while len(self._combos) < count:
            self._add(len(self._combos))
        t = self._desk.texts.t
        for number, combo in enumerate(self._combos):
            kind = self._preview.column_kind(FIRST + number)
            combo.setCurrentIndex(list(KINDS).index(kind or Column.IGNORE))
            text = self._preview.header_text(FIRST + number) or t("Column {number}", number=number + 1)
            self._labels[number].setText(text)
            combo.setAccessibleName(t("What is in column “{column}”", column=text))
        self.place()

    def place(self) -> None:
        """Put the choices above their columns."""
        for column, one in ((CHECK, self._line), (RESULT, self._result)):
            one.setVisible(not self.isSectionHidden(column))
            left = 12 if column == CHECK else 6
            one.setGeometry(self.sectionViewportPosition(column) + left, 4, self.sectionSize(column) - left, 26)
        for number, (combo, words) in enumerate(zip(self._combos, self._labels, strict=True)):
            x, wide = self.sectionViewportPosition(FIRST + number), self.sectionSize(FIRST + number)
            words.setGeometry(x + 6, 4, wide - 12, 26)
            combo.setGeometry(x + 2, 32, wide - 8, 44)

    def _add(self, number: int) -> None:
        combo = QComboBox(self.viewport())
        for kind, words in KINDS.items():
            combo.addItem(self._desk.texts.t(words), kind)
        combo.activated.connect(lambda row: self.chosen.emit(number, list(KINDS)[row]))
        above = Elided("", "label", self.viewport())
        combo.show()
        above.show()
        self._combos.append(combo)
        self._labels.append(above)


class _Cells(QStyledItemDelegate):
    """Paints a row to check."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._plain = theme.font(theme.size("font.text"), 500)
        self._strong = theme.font(theme.size("font.text"), 700)
        self._small = theme.font(theme.size("font.label"), 500)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        theme, model = self._theme, index.model()
        assert isinstance(model, PreviewModel)
        rect: QRect = option.rect
        state = index.data(STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("actsoft" if index.data(DOUBT) else "sheet"))
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.colour("line"))
        used = index.column() <= RESULT or model.column_kind(index.column()) is not Column.IGNORE
        painter.setPen(theme.colour("ink" if state == "in" and used else "ink2"))
        room = rect.adjusted(6, 1, -6, 0)
        if index.column() == CHECK:
            self._check(painter, rect, state)
            painter.setFont(self._small)
            painter.setPen(theme.colour("ink2"))
            room = rect.adjusted(44, 1, -2, 0)
        else:
            kind = model.column_kind(index.column())
            font = self._strong if state == "in" and kind in (None, Column.NAME) else self._plain
            painter.setFont(font)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("act"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -1), 6, 6)
        painter.restore()

    def _check(self, painter: QPainter, rect: QRect, state: str) -> None:
        theme = self._theme
        box = QRectF(rect.left() + 12, rect.center().y() - 10, 21, 21)
        if state == "bad":
            sign = pixmap("alert-circle", theme.colour("act"), 21, painter.device().devicePixelRatio())
            painter.drawPixmap(box.topLeft(), sign)
            return
        painter.setPen(QPen(theme.colour("ink" if state == "in" else "edge"), 2))
        painter.setBrush(theme.colour("ink" if state == "in" else "sheet"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if state == "in":
            sign = pixmap("check", theme.colour("sheet"), 17, painter.device().devicePixelRatio(), 3.0)
            painter.drawPixmap(box.topLeft() + _INSIDE, sign)


_INSIDE = QPointF(2, 2)
