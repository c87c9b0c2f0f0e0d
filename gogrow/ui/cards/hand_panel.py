"""The hand: the cards that will be played first, in her order. Dragged, or moved by keys and buttons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.finding import title_of
from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import AssignmentCard
from gogrow.domain.workshop import HandCard, Workshop
from gogrow.ui import icons
from gogrow.ui.cards.words import not_in
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import button, panel, row
from gogrow.ui.theme import Theme, make_font

CARD = Qt.ItemDataRole.UserRole
AWAY = Qt.ItemDataRole.UserRole + 1
SIGN = Qt.ItemDataRole.UserRole + 2


class HandPanel(QWidget):
    """`ordered` brings the ids of the cards in the order that is wanted, `removed` and `chosen` the id of one."""

    ordered = Signal(list)  # list[str]
    removed = Signal(str)
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._library: Library | None = None
        t = desk.texts.t
        frame, column = panel((12, 10, 12, 10), 6)
        self._sum = Elided("", "muted")
        head = row(label(t("Your hand"), "section"), spacing=10)
        head.addWidget(self._sum, 1)
        column.addLayout(head)
        self.list = _HandList(desk)
        self.list.moved.connect(self._tell)
        self.list.shifted.connect(self._shift)
        self.list.removed.connect(self.remove)
        self.list.currentRowChanged.connect(self._choose)
        column.addWidget(self.list, 1)
        self._empty = label(t("Choose cards and press “In the hand”. They come in this order."), "muted", wrap=True)
        column.addWidget(self._empty)
        self.up = self._tool("arrow-up", t("Move up"), "hand-up", lambda: self._shift(-1))
        self.down = self._tool("arrow-down", t("Move down"), "hand-down", lambda: self._shift(1))
        self.out = self._tool("x", t("Out of the hand"), "hand-out", self.remove)
        self._rest = label(t("After these the rest comes shuffled."), "hint", wrap=True)
        line = row(self.up, self.down, self.out, spacing=6)
        line.addWidget(self._rest, 1)
        column.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def hasHeightForWidth(self) -> bool:
        """The list gives way: what is as high as it wants to be would push the card away."""
        return False

    def show_workshop(self, workshop: Workshop, library: Library | None) -> None:
        """Show the hand of a workshop; without a library nobody knows yet which decks are here."""
        played = {p.id for p in workshop.played} | {d.id for d in workshop.dilemmas}
        language = workshop.details.language
        shown = (workshop.hand, frozenset(played), language)
        if shown == self._shown and library is self._library:
            return
        self._shown, self._library = shown, library
        at = self.list.currentRow()
        wanted = self._current_id()
        self.list.blockSignals(True)
        self.list.clear()
        minutes = open_ends = 0
        for place, card in enumerate(workshop.hand, start=1):
            entry = library.played_as(card.id) if library is not None else None
            why = self._why_not(entry, language) if library is not None else ""
            found = entry.card(language) if entry is not None else None
            if found is not None and not why:
                minutes += found.minutes if isinstance(found, AssignmentCard) else 0
                open_ends += not isinstance(found, AssignmentCard)
            title = title_of(found) if found is not None else card.title
            self.list.addItem(self._item(place, card, title, why, played=card.id in played))
        ids = [card.id for card in workshop.hand]
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else min(at, len(ids) - 1))
        self.list.blockSignals(False)
        self._sum.setText(self._sum_words(len(ids), minutes, open_ends))
        self._empty.setVisible(not ids)
        self.list.setVisible(bool(ids))
        for part in (self._rest, self.up, self.down, self.out):
            part.setVisible(bool(ids))
        self._enable()

    def ids(self) -> list[str]:
        """The hand as it stands in the list."""
        return [self.list.item(row).data(CARD) for row in range(self.list.count())]

    def remove(self) -> None:
        """Take the current card out of the hand."""
        if id := self._current_id():
            self.removed.emit(id)

    def _sum_words(self, count: int, minutes: int, open_ends: int) -> str:
        texts = self._desk.texts
        parts = [texts.n("{count} card", "{count} cards", count)] if count else []
        if minutes:
            parts.append(texts.n("{count} minute", "{count} minutes", minutes))
        if open_ends:
            parts.append(texts.n("{count} dilemma", "{count} dilemmas", open_ends))
        return " · ".join(parts)

    def _why_not(self, entry: CardEntry | None, language: str) -> str:
        """Why a card cannot be played here and now, or ''."""
        if entry is None:
            return self._desk.texts.t("not on this laptop")
        return "" if language in entry.words else not_in(self._desk.texts, language)

    def _item(self, place: int, card: HandCard, title: str, why: str, *, played: bool) -> QListWidgetItem:
        t = self._desk.texts.t
        words = f"{place}. {' '.join(title.split())}" + (f" ({why})" if why else "")
        made = QListWidgetItem(words)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
        made.setFlags(flags)  # dropped between two cards, never on one
        made.setData(CARD, card.id)
        made.setData(AWAY, bool(why))
        made.setData(SIGN, "check" if played else "")
        about = t("played in this workshop") if played else ""
        made.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in (words, about) if part))
        made.setToolTip(plain_tip(words))
        return made

    def _tool(self, sign: str, words: str, name: str, act: object) -> QPushButton:
        made = button(self._desk.theme, "", sign, "tool", name)
        made.setProperty("icononly", True)
        made.setFixedWidth(44)
        made.setAccessibleName(words)
        made.setToolTip(plain_tip(words))
        made.clicked.connect(lambda: act())  # type: ignore[operator]
        return made

    def _current_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(CARD)) if item is not None else ""

    def _choose(self, _: int) -> None:
        self._enable()
        if id := self._current_id():
            self.chosen.emit(id)

    def _enable(self) -> None:
        at, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.out.setEnabled(at >= 0)

    def _shift(self, step: int) -> None:
        ids, at = self.ids(), self.list.currentRow()
        if 0 <= at < len(ids) and 0 <= at + step < len(ids):
            ids.insert(at + step, ids.pop(at))
            self.ordered.emit(ids)

    def _tell(self) -> None:
        self.ordered.emit(self.ids())


class _HandList(QListWidget):
    """Rows that are dragged within it; Alt with an arrow moves one, Delete takes it out."""

    moved = Signal()
    shifted = Signal(int)
    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("hand")
        self.setAccessibleName(desk.texts.t("Your hand"))
        self.setAccessibleDescription(desk.texts.t("Alt with an arrow moves a card, Delete takes it out."))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setItemDelegate(_HandRows(desk.theme, self))
        self.model().rowsMoved.connect(lambda *_: self.moved.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or take out; all else is the list's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _HandRows(QStyledItemDelegate):
    """One line a card; grey when its deck is not here, with a check when it was played."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line and air for a finger."""
        return QSize(120, round(2.4 * self._theme.size("font.text")))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw."""
        theme, box = self._theme, QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        away, sign = bool(index.data(AWAY)), str(index.data(SIGN) or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("act"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 20, box.height()), 8, 8)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(box.adjusted(4, 0, 0, 0), 8, 8)
        room = box.adjusted(12, 0, -32 if sign else -8, 0)
        if sign:
            place = QRectF(box.right() - 26, box.center().y() - 9, 18, 18)
            icons.paint_icon(painter, sign, theme.colour("ok"), place, 2.4)
        face = make_font(theme.family, theme.size("font.text"), 500 if away or sign else 600)
        painter.setFont(face)
        painter.setPen(theme.colour("ink2" if (away or sign) and not chosen else "ink"))
        shown = QFontMetricsF(face).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
