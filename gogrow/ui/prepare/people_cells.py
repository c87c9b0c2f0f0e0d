"""How the table of people is painted and edited: pawns, names, and choices that open under the cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from gogrow.ui.board.pawns import Look, pawn_pixmap
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import plain_tip
from gogrow.ui.prepare.people_model import (
    ASIDE,
    CHOICES,
    LOOK,
    MISSING,
    TONE,
    Column,
    Index,
    PeopleModel,
    Tone,
)
from gogrow.ui.theme import Theme

PAD = 6
"""Pixels between the edge of a cell and its words."""
SIDE = 16
"""Pixels between the edge of the panel and the lines in it."""
_LEFT = int(
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)


def direction(text: str) -> Qt.LayoutDirection:
    """The way a text runs, by its first letter: so that … stands at the end of an Arabic name too."""
    first = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


class Choice(QComboBox):
    """A choice in a cell. Chosen from its list it is done at once; by the arrow keys when the cell is left."""

    done = Signal(bool)  # whether something was chosen

    def __init__(self, parent: QWidget, choices: Sequence[tuple[str, object]]) -> None:
        """``choices`` are words and values. The values stay here: Qt would make plain text of an enumeration's."""
        super().__init__(parent)
        self._values = [value for _, value in choices]
        self.addItems([words for words, _ in choices])
        self._open = False
        self._chosen = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that knows the style sheet
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._activated)

    @property
    def value(self) -> object:
        """What is chosen now."""
        return self._values[self.currentIndex()]

    def show_value(self, value: object) -> None:
        """Choose this; the first when it is not there."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def showPopup(self) -> None:
        """Open the list, as wide as its words need."""
        self._open = True
        wide = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setMinimumWidth(min(420, max(self.width(), wide + 56)))
        super().showPopup()

    def hidePopup(self) -> None:
        """Closed without a choice: the cell is as it was."""
        super().hidePopup()
        if self._open:
            self._open = False
            QTimer.singleShot(0, self, self._left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space opens the list; the other keys do what they do everywhere."""
        if event.key() == Qt.Key.Key_Space:
            self.showPopup()
            return
        super().keyPressEvent(event)

    def _activated(self, _: int) -> None:
        # Qt hides the list first and tells the choice after that; the arrow keys tell it without a list.
        if not self.view().isVisible():
            self._chosen = True

    def _left(self) -> None:
        self.done.emit(self._chosen)


class PeopleCells(QStyledItemDelegate):
    """Paints and edits the cells of `PeopleModel`."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._pawns: dict[tuple[Look, float], QPixmap] = {}
        self.plain = theme.font(theme.size("font.text"), 500)
        self.strong = theme.font(theme.size("font.text"), 700)

    # ------------------------------------------------------------------ painting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are all of one height; the view sets it."""
        return QSize(80, int(self._theme.size("row.table")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        theme = self._theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column = Column(index.column())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or index.data(MISSING):
            painter.fillRect(rect, theme.colour("actsoft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("raised"))
        self._lines(painter, rect, column, selected)
        if column is Column.PAWN:
            self._pawn(painter, rect, index)
        elif column is Column.MORE:
            self._icon(painter, "dots", "ink2", QRect(rect.left(), rect.top(), 20, rect.height()), 20)
        else:
            self._words(painter, rect, column, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("act"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = rect.adjusted(SIDE - 4, 0, 0, 0) if column is Column.PAWN else rect
            box = box.adjusted(0, 0, -8, 0) if column is Column.MORE else box
            painter.drawRoundedRect(QRectF(box).adjusted(1, 2, -1, -1), theme.size("radius.small"), 6)
        painter.restore()

    def _lines(self, painter: QPainter, rect: QRect, column: Column, selected: bool) -> None:
        left = rect.left() + (SIDE if column is Column.PAWN and not selected else 0)
        right = rect.right() + 1 - (SIDE if column is Column.MORE and not selected else 0)
        painter.fillRect(left, rect.top(), right - left, 1, self._theme.colour("act" if selected else "line"))
        if selected:
            painter.fillRect(left, rect.bottom(), right - left, 1, self._theme.colour("act"))
        if selected and column is Column.PAWN:
            painter.fillRect(left, rect.top(), 4, rect.height(), self._theme.colour("act"))

    def _pawn(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look: Look = index.data(LOOK)
        scale = painter.device().devicePixelRatio()
        made = self._pawns.get((look, scale))
        if made is None:
            made = self._pawns[look, scale] = pawn_pixmap(12.4, look, self._theme, scale, 8.0)
        half = made.width() / made.devicePixelRatio() / 2
        painter.drawPixmap(round(rect.left() + SIDE + 15 - half), round(rect.center().y() - half - 0.5), made)

    def _icon(self, painter: QPainter, name: str, colour: str, room: QRect, size: int) -> None:
        made = pixmap(name, self._theme.colour(colour), size, painter.device().devicePixelRatio())
        painter.drawPixmap(room.left(), room.top() + (room.height() - size) // 2, made)

    def _words(self, painter: QPainter, rect: QRect, column: Column, index: Index) -> None:
        theme, tone = self._theme, Tone(index.data(TONE))
        room = rect.adjusted(PAD, 1, -PAD, 0)
        if column in CHOICES:
            self._icon(painter, "chevron-down", "ink2", QRect(room.right() - 22, room.top(), 17, room.height()), 17)
            room.setRight(room.right() - 26)
        colour = {Tone.QUIET: "ink2", Tone.ASKING: "act"}.get(tone, "ink")
        if tone is Tone.ASKING:
            self._icon(painter, "alert-circle", "act", QRect(room.left(), room.top(), 18, room.height()), 18)
            room.setLeft(room.left() + 25)
        painter.setFont(self.strong if tone in (Tone.STRONG, Tone.ASKING) else self.plain)
        painter.setPen(theme.colour(colour))
        text, aside = index.data(), index.data(ASIDE)
        metrics = painter.fontMetrics()
        extra = metrics.horizontalAdvance(f" · {aside}") if aside else 0
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, room.width() - extra))
        painter.setLayoutDirection(direction(text))
        painter.drawText(room, _LEFT, shown)
        if aside:
            room.setLeft(room.left() + metrics.horizontalAdvance(shown))
            painter.setPen(theme.colour("ink2"))
            rest = metrics.elidedText(f" · {aside}", Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, rest)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A name that does not fit is told in full."""
        if event.type() != QEvent.Type.ToolTip or Column(index.column()) not in CHOICES | {Column.NAME, Column.SHOWN}:
            return False
        text = index.data() or ""
        room = view.visualRect(index).width() - 2 * PAD - (26 if Column(index.column()) in CHOICES else 0)
        font = self.strong if index.data(TONE) == Tone.STRONG else self.plain
        view.setFont(font)
        fits = view.fontMetrics().horizontalAdvance(text) <= room
        QToolTip.showText(event.globalPos(), "" if fits else plain_tip(text), view)
        return True

    # ------------------------------------------------------------------ editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for words, a list for choices."""
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        if Column(index.column()) in CHOICES:
            model = index.model()
            assert isinstance(model, PeopleModel)
            choice = Choice(parent, model.choices(index))
            choice.setProperty("cell", True)
            choice.done.connect(lambda chosen: self._finish(choice, chosen))
            choice.setAccessibleName(spoken)
            return choice
        field = QLineEdit(parent)
        field.setProperty("cell", True)
        field.setAccessibleName(spoken)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor in; what somebody is typing is left alone when the table changes under it."""
        if isinstance(editor, Choice):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            text = index.data(Qt.ItemDataRole.DisplayRole)
            if editor.text() != text:  # setting the same text would take the selection away
                editor.setText(text)
            editor.setPlaceholderText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the model what was chosen or typed."""
        if isinstance(editor, Choice):
            model.setData(index, editor.value)
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """An editor covers its cell."""
        editor.setGeometry(option.rect.adjusted(-2, 1, -2, 0))

    def _finish(self, choice: Choice, chosen: bool) -> None:
        if chosen:
            self.commitData.emit(choice)
        self.closeEditor.emit(choice, QStyledItemDelegate.EndEditHint.NoHint)
