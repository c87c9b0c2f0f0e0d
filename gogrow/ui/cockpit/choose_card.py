"""Choosing one card: search as you type, by field, with the whole card and its hint beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.board import Board, Field
from gogrow.domain.deck import AssignmentCard
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.theme import Theme, make_font

CARD = Qt.ItemDataRole.UserRole
FIELD = Qt.ItemDataRole.UserRole + 1


def fits_words(texts: Texts, fits: str) -> str:
    """Whom a card fits, in words."""
    t = texts.t
    return {"two": t("in pairs"), "several": t("with a few people"), "team": t("with the whole team")}.get(fits, "")


class CardChooser(QDialog):
    """A list of the cards that are left; Enter or a double click shows one on the beamer."""

    chosen = Signal(object)  # AssignmentCard

    def __init__(self, desk: Desk, cards: Sequence[AssignmentCard], board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        t = desk.texts.t
        self.setWindowTitle(t("Choose a card"))
        room = parent.window().size()
        self.resize(min(940, room.width() - 40), min(640, room.height() - 40))
        self._fields = {field.id: field for field in board.fields}
        self._field = ""
        self._list = QListWidget()
        self._card = _Whole(desk, self._fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Search a word"))
        self._search.textChanged.connect(lambda _: self._sift())
        self._search.returnPressed.connect(lambda: self._take(self._list.currentItem()))
        self._search.installEventFilter(self)
        above = row(spacing=6)
        above.addWidget(self._search, 1)
        self._pills = []
        for id, field in (("", None), *self._fields.items()):
            words = field.name[desk.texts.language] if field is not None else t("All")
            pill = button(desk.theme, words, field.icon if field is not None else "", "pill")
            pill.setCheckable(True)
            pill.clicked.connect(lambda _=False, id=id: self._choose_field(id))
            self._pills.append((id, pill))
            above.addWidget(pill)
        column.addLayout(above)
        self._list.setUniformItemSizes(True)
        self._list.setProperty("framed", True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(t("Cards"))
        self._delegate = _Rows(desk.theme)
        self._delegate.setParent(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemActivated.connect(lambda item: self._take(item))
        self._list.currentItemChanged.connect(lambda item, _: self._card.show_card(item.data(CARD) if item else None))
        for card in cards:
            item = QListWidgetItem(" ".join(part for part in (card.before, card.question, card.after) if part))
            item.setData(CARD, card)
            item.setData(FIELD, self._fields.get(card.field))
            self._list.addItem(item)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._list, 5)
        beside.addWidget(self._card, 4)
        column.addLayout(beside, 1)
        self._show = button(desk.theme, t("Show this card"), "", "act", "take")
        self._show.clicked.connect(lambda: self._take(self._list.currentItem()))
        cancel = button(desk.theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addLayout(row(1, cancel, self._show))
        self._choose_field("")
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search field go through the list."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                shown = [r for r in range(self._list.count()) if not self._list.item(r).isHidden()]
                if shown:
                    at = shown.index(self._list.currentRow()) if self._list.currentRow() in shown else 0
                    self._list.setCurrentRow(shown[max(0, min(len(shown) - 1, at + step))])
                return True
        return super().eventFilter(watched, event)

    def _choose_field(self, id: str) -> None:
        self._field = id
        for own, pill in self._pills:
            pill.setChecked(own == id)
        self._sift()

    def _sift(self) -> None:
        wanted = self._search.text().casefold().split()
        first: QListWidgetItem | None = None
        for index in range(self._list.count()):
            item = self._list.item(index)
            fits = all(word in item.text().casefold() for word in wanted)
            fits = fits and self._field in ("", item.data(CARD).field)
            item.setHidden(not fits)
            if fits and first is None:
                first = item
        current = self._list.currentItem()
        if current is None or current.isHidden():
            self._list.setCurrentRow(self._list.row(first) if first is not None else -1)
        self._show.setEnabled(first is not None)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(CARD))
            self.accept()


class _Whole(QWidget):
    """The chosen card with all its words, and the hint that only she reads."""

    def __init__(self, desk: Desk, fields: dict[str, Field]) -> None:
        super().__init__()
        self._desk = desk
        self._fields = fields
        frame, column = panel((20, 18, 20, 18), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._icon = icon_label(desk.theme, "cards", "ink2", 20)
        self._field = label("", "label")
        self._before = label("", "note", wrap=True)
        self._question = label("", "section", wrap=True)
        self._after = label("", "note", wrap=True)
        self._how = label("", "muted", wrap=True)
        self._lock = icon_label(desk.theme, "lock", "ink2", 18)
        self._hint = label("", "text", wrap=True)
        column.addLayout(row(self._icon, self._field, 1))
        for part in (self._before, self._question, self._after):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._how)
        column.addStretch(1)
        below = row(spacing=8)
        below.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._hint, 1)
        column.addLayout(below)

    def show_card(self, card: AssignmentCard | None) -> None:
        """Show a card; None when no card fits what is typed."""
        texts, theme = self._desk.texts, self._desk.theme
        field = self._fields.get(card.field) if card is not None else None
        if field is not None:
            self._icon.setPixmap(icons.pixmap(field.icon, theme.field(field.colour).text, 20, 2.0))
        self._icon.setVisible(field is not None)
        self._field.setText(field.name[texts.language] if field is not None else "")
        parts = (card.before, card.question, card.after, card.hint) if card is not None else ("", "", "", "")
        for part, words in zip((self._before, self._question, self._after, self._hint), parts, strict=True):
            part.setText(words)
            part.setVisible(bool(words))
        self._lock.setVisible(bool(parts[3]))
        if card is None:
            self._how.setText(texts.t("No card has these words."))
            return
        minutes = texts.n("{count} minute", "{count} minutes", card.minutes) if card.minutes > 0 else ""
        self._how.setText(" · ".join(part for part in (fits_words(texts, card.fits), minutes) if part))


class _Rows(QStyledItemDelegate):
    """Two lines a card: its question, and under it the words around it, behind the field's icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and some air."""
        return QSize(200, round(3.4 * self._theme.size("font.text")))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw."""
        theme, box = self._theme, QRectF(option.rect).adjusted(1, 1, -1, -1)
        card, field = index.data(CARD), index.data(FIELD)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("act"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 24, box.height()), 8, 8)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(box.adjusted(4, 0, 0, 0), 8, 8)
        if field is not None:
            sign = QRectF(box.left() + 14, box.center().y() - 11, 22, 22)
            icons.paint_icon(painter, field.icon, theme.field(field.colour).text, sign, 2.0)
        words = box.adjusted(46, 6, -12, -6)
        half = words.height() / 2
        upper = QRectF(words.left(), words.top(), words.width(), half)
        lower = QRectF(words.left(), words.top() + half, words.width(), half)
        size = theme.size("font.text")
        around = " … ".join(part for part in (card.before, card.after) if part)
        for room, text, weight, ink in ((upper, card.question, 700, "ink"), (lower, around, 500, "ink2")):
            face = make_font(theme.family, size, weight)
            painter.setFont(face)
            painter.setPen(theme.colour("ink" if chosen else ink))
            shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
