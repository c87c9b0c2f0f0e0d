"""The small live picture of the camera, with a line around it while a code is in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.ui.icons import pixmap
from gogrow.ui.theme import Theme

_ICON = 44
_LINE = 4.0


class CameraPicture(QWidget):
    """Shows the newest picture, or a quiet sign when there is none. Decoration for the eye: words stand beside it."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self._hit = False
        self.setFixedSize(QSize(width, width // 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def live(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def show_picture(self, image: QImage | None, *, hit: bool = False) -> None:
        """Another picture, or none; ``hit``: a code is in sight."""
        self._image, self._hit = image, hit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the frame; what is too much falls off at the sides."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame, round_ = QRectF(self.rect()), self._theme.size("radius.panel")
        inside = QPainterPath()
        inside.addRoundedRect(frame, round_, round_)
        painter.setClipPath(inside)
        painter.fillRect(frame, self._theme.colour("table"))
        if self._image is not None:
            painter.drawImage(frame, self._image, _middle(self._image, frame))
        else:
            sign = pixmap("camera", self._theme.colour("ink2"), _ICON, self.devicePixelRatioF())
            painter.drawPixmap(round(frame.center().x() - _ICON / 2), round(frame.center().y() - _ICON / 2), sign)
        painter.setClipping(False)
        wide = _LINE if self._hit else 1.0
        painter.setPen(QPen(self._theme.colour("ok" if self._hit else "edge"), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = wide / 2
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), round_, round_)
        painter.end()


def _middle(image: QImage, frame: QRectF) -> QRectF:
    """The largest part of a picture, from its middle, that has the shape of the frame."""
    wide = min(float(image.width()), image.height() * frame.width() / frame.height())
    high = wide * frame.height() / frame.width()
    return QRectF((image.width() - wide) / 2, (image.height() - high) / 2, wide, high)
