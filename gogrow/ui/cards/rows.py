"""The list of all cards: a model that holds places in the library, and rows that are painted as they come into view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gogrow.content.finding import title_of
from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import DilemmaCard
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.cards.words import Seen, facts, group_of, spoken_row
from gogrow.ui.cockpit.choose_card import Group, paint_place
from gogrow.ui.cockpit.choose_dilemma import MARK
from gogrow.ui.theme import Theme, make_font

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row shows. ``place`` is that in the hand, 0 when it is not in it."""

    title: str
    facts: str
    group: Group | None
    sensitive: bool
    star: bool
    place: int
    played: bool


class CardModel(QStringListModel):
    """Cards of a library: those at the places that were found, in that order. Words are made when a row is drawn.

    Qt asks for the number of rows at each of 10,000 of them: of its own list, here one of empty texts, it knows that.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._library: Library | None = None
        self._found: Sequence[int] = ()
        self._language = texts.language
        self._seen = Seen()
        self._stars: frozenset[str] = frozenset()
        self._made: dict[int, RowWords] = {}

    def show_cards(self, library: Library, found: Sequence[int]) -> None:
        """These cards from now on."""
        if library is self._library and found == self._found:
            return
        if library is not self._library:
            self._made.clear()
        self._library, self._found = library, found
        self.setStringList([""] * len(found))

    def show_about(self, language: str, seen: Seen, stars: frozenset[str]) -> None:
        """The language that the cards are shown in, and what is known of them."""
        if (language, seen, stars) != (self._language, self._seen, self._stars):
            self._language, self._seen, self._stars = language, seen, stars
            self._made.clear()
            if self._found:
                self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))

    def entry(self, row: int) -> CardEntry | None:
        """The card in a row, or None."""
        if self._library is None or not 0 <= row < len(self._found):
            return None
        return self._library.entries[self._found[row]]

    def row_of(self, ref: str) -> int:
        """The row of a card, or -1."""
        at = self._library.place(ref) if self._library is not None else -1
        return self._found.index(at) if at in self._found else -1

    def words(self, row: int) -> RowWords | None:
        """What the row shows, or None."""
        entry, library = self.entry(row), self._library
        if entry is None or library is None:
            return None
        at = self._found[row]
        if at not in self._made:
            card = entry.card(self._language)
            self._made[at] = RowWords(
                title_of(card),
                facts(self._texts, library, entry, card, self._seen),
                group_of(library, card, self._texts.language),
                isinstance(card, DilemmaCard) and bool(card.sensitive),
                entry.ref in self._stars,
                self._seen.hand.get(entry.play_id, 0),
                entry.play_id in self._seen.played,
            )
        return self._made[at]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, all that a row says, and the card itself."""
        if role == ENTRY:
            return self.entry(index.row())
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = self.words(index.row())
        if words is None or role == ROW:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(words)
        return words.title

    def _spoken(self, words: RowWords) -> str:
        t = self._texts.t
        marks = [t("Favourite")] if words.star else []
        if words.place:
            marks.append(t("Number {place} in the hand", place=words.place))
        return ". ".join((spoken_row(words.title, words.facts, words.group), *marks))


class CardList(QListView):
    """The list itself. Enter takes, a star is a star, and letters go to where one searches."""

    taken = Signal()
    starred = Signal()
    typed = Signal(str)
    painted = Signal()

    def __init__(self, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("all-cards")
        self.setProperty("framed", True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(texts.t("Cards"))
        self.setItemDelegate(CardRows(theme, self))
        self.doubleClicked.connect(lambda _: self.taken.emit())

    def choose_row(self, at: int) -> None:
        """Choose the card in this row, and no other."""
        index = self.model().index(at, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and say so."""
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, star, letters; all else is the list's."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.text() == "*":
            self.starred.emit()
        elif plain and event.text().strip().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class CardRows(QStyledItemDelegate):
    """Two lines a card behind the icon of its field or theme; at the right its place in the hand, star and sign."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        size = theme.size("font.text")
        self._height = round(3.4 * size)
        self._faces = make_font(theme.family, size, 700), make_font(theme.family, theme.size("font.label"), 500)
        self._metrics = tuple(map(QFontMetricsF, self._faces))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw."""
        words: RowWords | None = index.data(ROW)
        if words is None:
            return
        theme, box = self._theme, QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            self._ground(painter, box)
        scale = painter.device().devicePixelRatioF() if painter.device() else 1.0
        colour = theme.field(words.group.colour).text if words.group else theme.colour("ink2")
        sign = icons.pixmap(words.group.icon if words.group else "message-2", colour, 22, scale)
        painter.drawPixmap(QPointF(box.left() + 14, box.center().y() - 11), sign)
        right = self._marks(painter, box, words, scale)
        room = QRectF(box.left() + 46, box.top() + 6, right - box.left() - 46, box.height() - 12)
        half = room.height() / 2
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        quiet = "ink2" if words.played and not chosen else "ink"
        lines = ((words.title, quiet), (words.facts, "ink" if chosen else "ink2"))
        for number, (text, ink) in enumerate(lines):
            painter.setFont(self._faces[number])
            painter.setPen(theme.colour(ink))
            shown = self._metrics[number].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRectF(room.left(), room.top() + number * half, room.width(), half), flags, shown)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("act"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 24, box.height()), 8, 8)
        painter.setBrush(theme.colour("actsoft"))
        painter.drawRoundedRect(box.adjusted(4, 0, 0, 0), 8, 8)

    def _marks(self, painter: QPainter, box: QRectF, words: RowWords, scale: float) -> float:
        """Draw what stands at the right; returns how far the words may go."""
        theme, right = self._theme, box.right() - 12
        if words.place:
            right = paint_place(painter, theme, words.place, QPointF(right, box.center().y()))
        if words.star:
            paint_star(painter, theme, QPointF(right - 11, box.center().y()), 10)
            right -= 30
        if words.sensitive:
            mark = icons.pixmap(MARK, theme.colour("ink"), 20, scale)
            painter.drawPixmap(QPointF(right - 20, box.center().y() - 10), mark)
            right -= 30
        return right - 4


def paint_star(painter: QPainter, theme: Theme, middle: QPointF, radius: float) -> None:
    """A star that is on."""
    points = []
    for number in range(10):
        far, angle = radius * (1.0 if number % 2 == 0 else 0.46), math.pi * (number / 5 - 0.5)
        points.append(middle + QPointF(far * math.cos(angle), far * math.sin(angle)))
    painter.setPen(QPen(theme.colour("act"), 1.6, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(theme.colour("act"))
    painter.drawPolygon(QPolygonF(points))
