"""How a row of the list looks: the setting in a disc, title over facts, at the right how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gogrow.store.opening import Listed
from gogrow.texts import Texts
from gogrow.ui.home.rows import BESIDE, WORKSHOP, State, row_words, state_of
from gogrow.ui.icons import pixmap
from gogrow.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 68
DISC = 44
EDGE = 16
GAP = 14


class RowPainter(QStyledItemDelegate):
    """Paints the rows, and makes the field in which a title is typed."""

    def __init__(self, texts: Texts, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._under: QPersistentModelIndex | None = None
        view.entered.connect(self._enter)
        view.viewportEntered.connect(self._enter)
        self._texts = texts
        self._theme = theme
        grow = theme.size("font.text") / 15.5
        self._height = round(HEIGHT * grow)
        self._grow = grow
        self._title = theme.font(theme.size("font.text") + 1.5, 700)
        self._facts = theme.font(theme.size("font.label"), 500)
        self._state = theme.font(theme.size("font.label"), 600)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(320, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        listed = index.data(WORKSHOP)
        if not isinstance(listed, Listed):
            return
        beside = index.data(BESIDE)
        theme, words = self._theme, row_words(self._texts, listed, beside)
        state = None if beside.due else state_of(listed)
        box = QRect(option.rect)
        # not option.state: the flags bring all of QStyle's names, which the first picture would wait for
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, chosen, self._view.hasFocus(), index == self._under)
        scale = painter.device().devicePixelRatioF() if painter.device() else 1.0
        disc = QRect(box.left() + EDGE, box.center().y() - DISC // 2, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sheet") if chosen else theme.colour("raised"))
        painter.drawEllipse(disc)
        if theme.patterns:
            painter.setPen(QPen(theme.colour("edge"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
        sign = pixmap(words.icon, theme.colour("ink"), 24, scale)
        painter.drawPixmap(disc.center().x() - 11, disc.center().y() - 11, sign)
        right = self._draw_state(painter, box, words.state, words.state_icon, state, scale)
        left = disc.right() + GAP
        high, low = round(26 * self._grow), round(22 * self._grow)
        top = box.center().y() - (high + low) // 2
        self._text(painter, QRect(left, top, right - left, high), words.title, self._title, "ink")
        facts = QRect(left, top + high, right - left, low)
        self._text(painter, facts, words.facts, self._facts, "ink" if chosen else "ink2")
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the title."""
        field = QLineEdit(parent)
        field.setMaxLength(200)
        field.setAccessibleName(self._texts.t("Title of the workshop"))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """As wide as the words, as high as a finger."""
        box = QRect(option.rect)
        left = box.left() + EDGE + DISC + GAP - 12
        editor.setGeometry(left, box.center().y() - 22, box.right() - EDGE - left, 44)

    def _enter(self, index: QModelIndex | None = None) -> None:
        self._under = QPersistentModelIndex(index) if index is not None else None
        self._view.viewport().update()

    def _ground(self, painter: QPainter, box: QRect, chosen: bool, focus: bool, under: bool) -> None:
        theme = self._theme
        inner = QRectF(box).adjusted(2, 2, -2, -2)
        radius = theme.size("radius.control")
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            if not (focus or theme.patterns):
                painter.setBrush(theme.colour("act"))
                painter.drawRoundedRect(inner.adjusted(0, 0, -inner.width() / 2, 0), radius, radius)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(inner.adjusted(0 if focus or theme.patterns else 4, 0, 0, 0), radius, radius)
            if focus or theme.patterns:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("act"), 2 if focus else 3))
                painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        elif under:
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(inner, radius, radius)

    def _draw_state(
        self, painter: QPainter, box: QRect, text: str, name: str, state: State | None, scale: float
    ) -> int:
        """The state at the right, or who is still to look back; returns where the words at the left must end."""
        colours = {State.BUSY: "act", State.DONE: "ok", None: "ink"}
        colour = colours.get(state, "ink2")
        room = min(260, box.width() // 3) if state is not None else box.width() // 2
        metrics = QFontMetrics(self._state)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        left = box.right() - EDGE - width
        area = QRect(left, box.top(), width + 2, box.height())
        self._text(painter, area, shown, self._state, colour)
        sign = pixmap(name, self._theme.colour(colour), 20, scale)
        painter.drawPixmap(left - 26, box.center().y() - 9, sign)
        return left - 26 - GAP

    def _text(self, painter: QPainter, area: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour(token)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
