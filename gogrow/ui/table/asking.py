"""What a participant at the laptop sees: the names of who is here, and one question with a board."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.board.scene import BoardView
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_tip
from gogrow.ui.parts import button, row
from gogrow.ui.table.heading import Heading
from gogrow.ui.table.picture import Airy
from gogrow.ui.table.seat import SeatRow
from gogrow.ui.table.step import Column
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import CAP, Face, draw_line


class _NameDelegate(QStyledItemDelegate):
    """A name as a button that fills its cell of the grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.size = QSize(280, 64)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cells are equal."""
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The frame and the name, cut where it is too long."""
        theme, state = self._theme, option.state
        chosen = bool(state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected))
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(5, 5, -5, -5)
        pen = QPen(theme.colour("act" if chosen else "ink" if over else "edge"), 3 if chosen else 2)
        painter.setPen(pen)
        painter.setBrush(theme.colour("actsoft" if chosen else "raised" if over else "sheet"))
        corner = theme.size("radius.control")
        painter.drawRoundedRect(box, corner, corner)
        face = Face(theme.family, theme.size("font.act"), 600)
        name = face.elided(str(index.data()), box.width() - 32)
        draw_line(painter, name, face, box.left() + 16, box.center().y() + face.pixels * CAP / 2, theme.colour("ink"))
        painter.restore()


class _NameList(QListWidget):
    def __init__(self, delegate: _NameDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListWidget { background: transparent; }")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as names of some length leave room for, together as wide as there is."""
        room = self.width() - 22  # with room for the bar at the side, there or not
        size = QSize(room // max(1, min(4, room // 290)), 64)
        if size != self._delegate.size:
            self._delegate.size = size
            self.setGridSize(size)
        super().resizeEvent(event)


class Names(QWidget):
    """Who is here, in the order of the list; it says nothing about who is done."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._shown: tuple[tuple[str, str], ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = Heading(desk.theme, lines=1)
        self.body = label("", "body", wrap=True)
        self.list = _NameList(_NameDelegate(desk.theme))
        self.list.setAccessibleName(texts.t("Who are you?"))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column.addWidget(self.heading)
        column.addWidget(self.body)
        column.addWidget(self.list, 1)

    def show_names(self, workshop: Workshop, *, thanks: bool) -> None:
        """Show who is here; ``thanks``: somebody was just done."""
        t = self._texts.t
        self.heading.setText(t("Thank you. Who is next?") if thanks else t("Who are you?"))
        self.body.setText(t("Choose your name. What you choose next, only you see."))
        people = tuple((p.id, p.name) for p in workshop.here())
        if people != self._shown:
            self._shown = people
            self.list.clear()
            for id, name in people:
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, id)
                item.setToolTip(plain_tip(name))
                self.list.addItem(item)
        self.list.clearSelection()
        self.list.setCurrentRow(-1)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class Question(QWidget):
    """One question of one participant: a board with only the own pawn, *Ready* and *I pass*."""

    ready = Signal()
    passed = Signal()
    clicked = Signal(float, float)
    targeted = Signal(str)
    back = Signal()

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        t = texts.t
        self.board = BoardView(desk.theme, texts, large=True)
        self.board.clicked.connect(self.clicked)
        self.board.placed.connect(lambda _key, x, y: self.clicked.emit(x, y))
        self.words = Column(desk)
        self.pawn = SeatRow(desk.theme, texts)
        self.target = QComboBox()
        self.target.setAccessibleName(t("Whose pawn is it?"))
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.activated.connect(lambda _: self.targeted.emit(self.target.currentData() or ""))
        self._whose = label(t("Whose pawn is it?"), "label")
        self.where = label("", "note", wrap=True)
        for part in (self.pawn, self._whose, self.target, self.where):
            self.words.box.addWidget(part)
        skip = button(desk.theme, t("I pass"), "", "", "laptop-pass")
        skip.setProperty("size", "bottom")
        skip.clicked.connect(self.passed)
        self.done = button(desk.theme, t("Ready"), "chevron-right", "act", "laptop-ready")
        self.done.setProperty("size", "bottom")
        self.done.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.done.clicked.connect(self.ready)
        self.not_me = button(desk.theme, "", "chevron-left", "quiet", "laptop-back")
        self.not_me.clicked.connect(self.back)
        buttons = row(spacing=12)
        buttons.addWidget(skip, 2)
        buttons.addWidget(self.done, 3)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(16, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.words, 1)
        side.addLayout(buttons)
        side.addLayout(row(self.not_me, 1))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Airy(self.board), 58)
        whole.addWidget(right, 42)

    def show_target(self, workshop: Workshop, person: str, target: str | None, *, asked: bool) -> None:
        """Whose pawn it is, where the question leaves that open."""
        self._whose.setVisible(asked)
        self.target.setVisible(asked)
        if not asked:
            return
        self.target.clear()
        if target is None:
            self.target.addItem(self._texts.t("I would rather not say"), "")
        for mate in workshop.participants:
            if mate.id != person:
                self.target.addItem(mate.name, mate.id)
        self.target.setCurrentIndex(max(0, self.target.findData(target or "")))
