"""The pages of a paper, one at a time, leafed through by keys, by the wheel or by buttons; whole, or large to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import quiet_tool, row
from gogrow.ui.theme import Theme

_AIR = 18
"""Pixels between a page and the edge of its ground."""
_LINE = 80
"""How far a large page moves for an arrow key or a notch of the wheel, in pixels."""
_NOTCH = 120
"""What a wheel turns by one notch, as Qt counts."""
_SETTLE_MS = 90
"""How long a size must stand before the page is drawn sharply at it."""

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}


class Sheet(QWidget):
    """One page on its ground, as large as there is room for; ``large`` it is as wide as that, and moves up and down."""

    zoomed = Signal()  # somebody wants it large, or whole again
    turned = Signal(int)  # so many pages on, or back
    first = Signal()
    last = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._size = (210.0, 297.0)
        self._image: QImage | None = None
        self._stale = False
        self._turn = 0
        self._large = False
        self._down = 0.0
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 260)

    def sizeHint(self) -> QSize:
        """Room for a page that can be read."""
        return QSize(560, 520)

    def show_page(self, size: tuple[float, float]) -> None:
        """A page of this size is coming, from its top; what is seen of another one is dimmed until then."""
        self._size, self._stale, self._down = size, True, 0.0
        self.words = ""
        self.update()

    def show_image(self, image: QImage) -> None:
        """It is there."""
        self._image, self._stale = image, False
        self.update()

    def say(self, words: str) -> None:
        """Words in place of a page."""
        self.words, self._image = words, None
        self.update()

    def make_large(self, large: bool) -> None:
        """As wide as there is room, or whole."""
        self._large, self._down, self._stale = large, 0.0, True
        self.update()

    def page_box(self) -> QRectF:
        """Where the page is."""
        room = self._room()
        wide, high = self._size
        whole = min(room.width() / wide, room.height() / high)
        scale = max(whole, room.width() / wide) if self._large else whole
        box = QRectF(0, 0, wide * scale, high * scale)
        box.moveCenter(room.center())
        if box.height() > room.height():
            box.moveTop(room.top() - min(self._down, box.height() - room.height()))
        return box

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)

    def _move(self, pixels: float) -> bool:
        """Further down the page, or up; False where it does not go any further."""
        most = max(0.0, self.page_box().height() - self._room().height())
        before, self._down = self._down, max(0.0, min(most, self._down + pixels))
        self.update()
        return self._down != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf; in a large page the arrows up and down move it first."""
        lines = {Qt.Key.Key_Down: _LINE, Qt.Key.Key_Up: -_LINE}
        if event.key() in lines and self._move(lines[Qt.Key(event.key())]):
            return
        if event.key() in _STEPS:
            self.turned.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.first.emit()
        elif event.key() == Qt.Key.Key_End:
            self.last.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaf, a page for each notch; a large page moves."""
        event.accept()
        if self._large:
            self._move(-event.angleDelta().y() * _LINE / _NOTCH)
            return
        self._turn += event.angleDelta().y()
        notches = int(self._turn / _NOTCH)
        if notches:
            self._turn -= notches * _NOTCH
            self.turned.emit(-notches)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Large, or whole again."""
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the page, or what there is to say."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme, radius = self._theme, self._theme.size("radius.control")
        ground = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(theme.colour("table"))
        focus = QPen(theme.colour("act"), 3) if self.hasFocus() else QPen(theme.colour("line"), 1)
        painter.setPen(focus)
        painter.drawRoundedRect(ground, radius, radius)
        if self.words:
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(theme.size("font.note"), 600))
            box = ground.adjusted(40, 20, -40, -20)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.words)
        else:
            painter.setClipRect(ground.adjusted(1.5, 1.5, -1.5, -1.5))
            self._draw_page(painter)
        painter.end()

    def _draw_page(self, painter: QPainter) -> None:
        box = self.page_box()
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(QColor(Qt.GlobalColor.white))  # paper is white in every theme
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._image is not None:
            painter.setOpacity(0.35 if self._stale else 1.0)
            painter.drawImage(box, self._image)


class Leafing(QWidget):
    """The page, and under it where one is. `wanted` asks for a page (from 0) at so many pixels to a point."""

    wanted = Signal(int, float)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._texts = desk.texts
        t = desk.texts.t
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._note = ""
        self.page = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.sheet = Sheet(desk.theme)
        self.sheet.turned.connect(self.turn)
        self.sheet.first.connect(lambda: self.go_to(0))
        self.sheet.last.connect(lambda: self.go_to(len(self._sizes) - 1))
        column.addWidget(self.sheet, 1)
        self.back = quiet_tool(desk.theme, "chevron-left", t("Page back"), "page-back")
        self.on = quiet_tool(desk.theme, "chevron-right", t("Page on"), "page-on")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.where = label("", "strong")
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.where.setMinimumWidth(150)
        self.zoom = quiet_tool(desk.theme, "zoom-in", t("Large, or the whole page"), "zoom")
        self.zoom.setCheckable(True)
        self.zoom.toggled.connect(self._zoom)
        self.sheet.zoomed.connect(self.zoom.toggle)
        across = QWidget()
        across.setFixedWidth(44)  # so that the words stand in the middle
        column.addLayout(row(across, 1, self.back, self.where, self.on, 1, self.zoom))
        self._sharp = QTimer(self)
        self._sharp.setSingleShot(True)
        self._sharp.setInterval(_SETTLE_MS)
        self._sharp.timeout.connect(self._want)
        self._tell()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def show_pages(self, sizes: tuple[tuple[float, float], ...], note: str = "") -> None:
        """Another paper, or the same one with other words: one stays at the page where one was. ``note``: what the
        pages do not show."""
        self._sizes, self._note = sizes, note
        self.page = max(0, min(self.page, len(sizes) - 1))
        self._turned()

    def show_picture(self, page: int, image: QImage) -> None:
        """A page is drawn."""
        if page == self.page and self._sizes:
            self.sheet.show_image(image)

    def say(self, words: str) -> None:
        """Words in place of pages."""
        self._sizes = ()
        self.sheet.say(words)
        self._tell()

    def turn(self, pages: int) -> None:
        """So many pages on, or back."""
        self.go_to(self.page + pages)

    def go_to(self, page: int) -> None:
        """To a page, or the nearest one that there is."""
        page = max(0, min(page, len(self._sizes) - 1))
        if page != self.page and self._sizes:
            self.page = page
            self._turned()

    def close_up(self) -> None:
        """No page is wanted any more."""
        self._sharp.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sharp again once the size stands."""
        super().resizeEvent(event)
        if self._sizes:
            self._sharp.start()

    def _zoom(self, large: bool) -> None:
        self.sheet.make_large(large)
        self._want()

    def _turned(self) -> None:
        if self._sizes:
            self.sheet.show_page(self._sizes[self.page])
            self._want()
        self._tell()

    def _want(self) -> None:
        if self._sizes:
            pixels = self.sheet.page_box().width() * self.devicePixelRatioF()
            self.wanted.emit(self.page, max(0.1, pixels / self._sizes[self.page][0]))

    def _tell(self) -> None:
        count, t = len(self._sizes), self._texts.t
        words = t("Page {page} of {count}", page=self.page + 1, count=count) if count else ""
        self.where.setText(" · ".join(part for part in (words, self._note) if part and words))
        self.sheet.setAccessibleName(words or self.sheet.words)
        focus = self.back.hasFocus() or self.on.hasFocus()
        self.back.setEnabled(count > 0 and self.page > 0)
        self.on.setEnabled(self.page < count - 1)
        self.zoom.setEnabled(count > 0)
        if focus and not (self.back.isEnabled() and self.on.isEnabled()):
            self.sheet.setFocus()  # the arrow keys go on where a button has nothing left to do
