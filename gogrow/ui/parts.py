"""Small pieces that windows are made of: panels, rows, buttons with an icon, notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gogrow.ui import icons
from gogrow.ui.labels import label, plain_tip
from gogrow.ui.theme import Theme

_BESIDE = 5
"""Air between the icon of a button and its words, in pixels, beside what Qt leaves."""

_BAR = 14
"""How wide a scroll bar and the air beside it are, in pixels."""
_TITLE_BAR = 48
"""What a window's own frame takes of a screen's height, in pixels."""


def panel(margins: tuple[int, int, int, int] = (16, 16, 16, 16), spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A sheet with a quiet border, and its column."""
    frame = QFrame()
    frame.setProperty("panel", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return frame, column


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; a number is a stretch."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            line.addStretch(widget)
        else:
            line.addWidget(widget)
    return line


def icon_label(theme: Theme, name: str, colour: str = "ink", size: int = 20) -> QLabel:
    """An icon that stands beside words."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, theme.colour(colour), size, 2.0))
    made.setFixedWidth(size + 2)
    return made


def fitted(words: QLabel, width: int) -> QLabel:
    """Give a label that wraps a fixed width, and the height that its words need then. Layouts often guess wrong."""
    words.setFixedWidth(width)
    words.ensurePolished()
    words.setFixedHeight(words.heightForWidth(width))
    return words


def button(
    theme: Theme, text: str, icon: str = "", kind: str = "", name: str = "", *, after: bool = False
) -> QPushButton:
    """A button of the house. ``kind``: '', act, black, quiet, tool, pill or choice. ``after``: words, then icon."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        colour = {"act": "acttext", "black": "blacktext"}.get(kind, "ink")
        room = _BESIDE if text else 0
        made.setIcon(icons.icon(icon, theme.colour(colour), 20, theme.colour("edge"), room=-room if after else room))
        made.setIconSize(QSize(20 + room, 20))
    if after:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setAutoDefault(False)
    if name:
        made.setObjectName(name)
    return made


def quiet_tool(theme: Theme, icon: str, words: str, name: str = "") -> QToolButton:
    """A button of a bar that is only an icon; ``words`` are its tip, and what is spoken."""
    made = QToolButton()
    if name:
        made.setObjectName(name)
    made.setProperty("icononly", True)
    made.setProperty("kind", "quiet")
    made.setIcon(icons.icon(icon, theme.colour("ink"), 22))
    made.setIconSize(icons.icon_size(22))
    made.setFixedSize(44, 44)
    made.setAccessibleName(words)
    made.setToolTip(plain_tip(words))
    return made


class Clickable(QFrame):
    """A frame that can be pressed, for rows with more than one text."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Inside is a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)


class Roomy(QScrollArea):
    """As high as what is in it, where the screen has room for that; only else it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._within = inside
        inside.setProperty("scrolled", True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Everything, and air for the scroll bar."""
        wanted = self._within.sizeHint()
        return QSize(wanted.width() + _BAR, wanted.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Its width, and a few rows."""
        return QSize(self._within.minimumSizeHint().width() + _BAR, min(160, self.sizeHint().height()))


def fit_screen(dialog: QDialog) -> None:
    """Give a dialog that holds a `Roomy` its height, or that of the screen when this is lower."""
    dialog.ensurePolished()
    wanted, screen = dialog.sizeHint(), dialog.screen()
    dialog.resize(wanted.width(), min(wanted.height(), screen.availableGeometry().height() - _TITLE_BAR))


class Notes(QFrame):
    """Numbered notes for the facilitator, with a lock: they are hers alone."""

    def __init__(self, theme: Theme, title: str, kind: str = "text") -> None:
        """``kind`` is that of the notes' labels, such as ``body`` for larger ones."""
        super().__init__()
        self._kind = kind
        self.setProperty("panel", True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(6)
        self._title = label(title, "label")
        column.addLayout(row(icon_label(theme, "lock", "ink2", 18), self._title, 1))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        self._shown: tuple[str, ...] | None = None
        self.show_notes(())

    def wanted(self, width: int) -> int:
        """How high it would have to be, in pixels, to show all notes at this width."""
        inside, margins = self._area.widget(), self._column.contentsMargins()
        layout = inside.layout() if inside is not None else None
        needed = layout.heightForWidth(width - margins.left() - margins.right() - 2) if layout is not None else 0
        around = self._title.sizeHint().height() + self._column.spacing() + margins.top() + margins.bottom() + 4
        return needed + around

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show these notes."""
        if notes == self._shown:
            return
        self._shown = notes
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for number, note in enumerate(notes, start=1):
            figure = label(str(number), "strong")
            figure.setFixedWidth(16)
            figure.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(figure, spacing=6)
            line.addWidget(label(note, self._kind, wrap=True), 1)
            column.addLayout(line)
        column.addStretch(1)
        self._area.setWidget(inside)
