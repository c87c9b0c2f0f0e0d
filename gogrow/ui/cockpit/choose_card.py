"""Choosing one card: search as you type, by field or theme, with the whole card and its hint beside the list.

`Chooser` is the dialog, for cards of any kind; `CardChooser` chooses an assignment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.board import Board
from gogrow.domain.deck import AssignmentCard
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.theme import Theme, make_font

CARD = Qt.ItemDataRole.UserRole
CHOICE = Qt.ItemDataRole.UserRole + 1


def fits_words(texts: Texts, fits: str) -> str:
    """Whom a card fits, in words."""
    t = texts.t
    return {"two": t("in pairs"), "several": t("with a few people"), "team": t("with the whole team")}.get(fits, "")


@dataclass(frozen=True, slots=True)
class Group:
    """What cards are sorted by: a field or a theme, with its icon and the colour of a field."""

    id: str
    name: str
    icon: str
    colour: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A card as a row of the list: two lines, in which ``search`` words are found; ``mark`` is an icon or ''.

    ``place`` is that in the hand, from 1; 0 for a card that is not in it.
    """

    card: object
    group: Group | None
    first: str
    second: str
    search: str
    mark: str = ""
    place: int = 0


def hand_first(choices: Iterable[Choice]) -> list[Choice]:
    """The cards of the hand first, in its order."""
    return sorted(choices, key=lambda choice: (not choice.place, choice.place))


class Whole(QWidget):
    """The chosen card with all its words, and the hint that only she reads."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        frame, within = panel((4, 4, 4, 4), 0)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setProperty("scrolled", True)
        area.setWidget(inside)
        within.addWidget(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._icon = icon_label(desk.theme, "cards", "ink2", 20)
        self._group = label("", "label")
        self.column.addLayout(row(self._icon, self._group, 1))
        self._lock = icon_label(desk.theme, "lock", "ink2", 18)
        self._hint = label("", "text", wrap=True)

    def hint_below(self) -> None:
        """The hint comes last, at the bottom."""
        self.column.addStretch(1)
        below = row(spacing=8)
        below.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._hint, 1)
        self.column.addLayout(below)

    def show_choice(self, choice: Choice | None) -> None:
        """Show a card; None when no card fits what is typed."""
        group, theme = choice.group if choice is not None else None, self.desk.theme
        if group is not None:
            self._icon.setPixmap(icons.pixmap(group.icon, theme.field(group.colour).text, 20, 2.0))
        self._icon.setVisible(group is not None)
        self._group.setText(group.name if group is not None else "")
        hint = str(getattr(choice.card, "hint", "")) if choice is not None else ""
        self._hint.setText(hint)
        for part in (self._hint, self._lock):
            part.setVisible(bool(hint))


class Chooser(QDialog):
    """A list of what is left; Enter or a double click puts one on the beamer."""

    chosen = Signal(object)  # the card

    def __init__(
        self, desk: Desk, choices: Sequence[Choice], groups: Sequence[Group], whole: Whole, parent: QWidget, words: str
    ) -> None:
        """``words`` are on the button that takes the card."""
        super().__init__(parent)
        self._desk = desk
        t = desk.texts.t
        self.setWindowTitle(t("Choose a card"))
        room = parent.window().size()
        self.resize(min(940, room.width() - 40), min(640, room.height() - 40))
        self._shown_group = ""
        self._list = QListWidget()
        self._card = whole
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
        long = sum(len(group.name) for group in groups) > 40  # then the pills have a line of their own
        pills = row(spacing=6) if long else above
        self._pills = []
        for group in (Group("", t("All"), "", ""), *groups):
            pill = button(desk.theme, group.name, group.icon, "pill")
            pill.setCheckable(True)
            pill.clicked.connect(lambda _=False, id=group.id: self._choose_group(id))
            self._pills.append((group.id, pill))
            pills.addWidget(pill)
        column.addLayout(above)
        if long:
            pills.addStretch(1)
            column.addLayout(pills)
        self._list.setUniformItemSizes(True)
        self._list.setProperty("framed", True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(t("Cards"))
        self._delegate = _Rows(desk.theme)
        self._delegate.setParent(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemActivated.connect(lambda item: self._take(item))
        self._list.currentItemChanged.connect(lambda item, _: whole.show_choice(item.data(CHOICE) if item else None))
        for choice in choices:
            item = QListWidgetItem(choice.search)
            item.setData(CARD, choice.card)
            item.setData(CHOICE, choice)
            self._list.addItem(item)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._list, 5)
        beside.addWidget(self._card, 4)
        column.addLayout(beside, 1)
        self._show = button(desk.theme, words, "", "act", "take")
        self._show.clicked.connect(lambda: self._take(self._list.currentItem()))
        cancel = button(desk.theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addLayout(row(1, cancel, self._show))
        self._choose_group("")
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

    def _choose_group(self, id: str) -> None:
        self._shown_group = id
        for own, pill in self._pills:
            pill.setChecked(own == id)
        self._sift()

    def _sift(self) -> None:
        wanted = self._search.text().casefold().split()
        first: QListWidgetItem | None = None
        for index in range(self._list.count()):
            item = self._list.item(index)
            fits = all(word in item.text().casefold() for word in wanted)
            group = item.data(CHOICE).group
            fits = fits and self._shown_group in ("", group.id if group is not None else None)
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


class CardChooser(Chooser):
    """A list of the assignments or questions that are left."""

    def __init__(
        self, desk: Desk, cards: Sequence[AssignmentCard], board: Board, parent: QWidget, mine: Sequence[str] = ()
    ) -> None:
        """``mine`` are the ids in the hand: those cards come first."""
        places = {id: place for place, id in enumerate(mine, start=1)}
        language = desk.texts.language
        groups = [Group(field.id, field.name[language], field.icon, field.colour) for field in board.fields]
        known = {group.id: group for group in groups}
        choices = [
            Choice(
                card,
                known.get(card.field),
                card.question,
                " … ".join(part for part in (card.before, card.after) if part),
                " ".join(part for part in (card.before, card.question, card.after) if part),
                place=places.get(card.id, 0),
            )
            for card in cards
        ]
        words = desk.texts.t("Show this card")
        super().__init__(desk, hand_first(choices), groups, _WholeCard(desk), parent, words)


class _WholeCard(Whole):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before = label("", "note", wrap=True)
        self._question = label("", "section", wrap=True)
        self._after = label("", "note", wrap=True)
        self._how = label("", "muted", wrap=True)
        for part in (self._before, self._question, self._after):
            self.column.addWidget(part)
        self.column.addSpacing(4)
        self.column.addWidget(self._how)
        self.hint_below()

    def show_choice(self, choice: Choice | None) -> None:
        """Show an assignment or a question; None when no card fits what is typed."""
        super().show_choice(choice)
        texts = self.desk.texts
        card = choice.card if choice is not None else None
        found = card if isinstance(card, AssignmentCard) else None
        parts = (found.before, found.question, found.after) if found is not None else ("", "", "")
        for part, words in zip((self._before, self._question, self._after), parts, strict=True):
            part.setText(words)
            part.setVisible(bool(words))
        if found is None:
            self._how.setText(texts.t("No card has these words."))
            return
        minutes = texts.n("{count} minute", "{count} minutes", found.minutes) if found.minutes > 0 else ""
        self._how.setText(" · ".join(part for part in (fits_words(texts, found.fits), minutes) if part))


class _Rows(QStyledItemDelegate):
    """Two lines a card, behind the icon of its field or theme; a mark at the right where it has one."""

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
        choice: Choice = index.data(CHOICE)
        group = choice.group
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("act"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 24, box.height()), 8, 8)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(box.adjusted(4, 0, 0, 0), 8, 8)
        if group is not None:
            sign = QRectF(box.left() + 14, box.center().y() - 11, 22, 22)
            icons.paint_icon(painter, group.icon, theme.field(group.colour).text, sign, 2.0)
        right = box.right() - 12
        if choice.place:
            right = paint_place(painter, theme, choice.place, QPointF(right, box.center().y()))
        if choice.mark:
            sign = QRectF(right - 20, box.center().y() - 10, 20, 20)
            icons.paint_icon(painter, choice.mark, theme.colour("ink"), sign, 2.0)
            right -= 28
        words = QRectF(box.left() + 46, box.top() + 6, right - box.left() - 46, box.height() - 12)
        half = words.height() / 2
        upper = QRectF(words.left(), words.top(), words.width(), half)
        lower = QRectF(words.left(), words.top() + half, words.width(), half)
        size = theme.size("font.text")
        for room, text, weight, ink in ((upper, choice.first, 700, "ink"), (lower, choice.second, 500, "ink2")):
            face = make_font(theme.family, size, weight)
            painter.setFont(face)
            painter.setPen(theme.colour("ink" if chosen else ink))
            shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


def paint_place(painter: QPainter, theme: Theme, place: int, right: QPointF) -> float:
    """The place of a card in the hand, in a disc whose right edge is there; returns how far words may go."""
    disc = QRectF(right.x() - 26, right.y() - 13, 26, 26)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawEllipse(disc)
    painter.setFont(make_font(theme.family, theme.size("font.label") if place < 100 else 11, 800))
    painter.setPen(theme.colour("sheet"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place))
    return right.x() - 34
