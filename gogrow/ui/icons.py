"""Icons: the outlines of ``assets/icons``, in the colour that is asked for.

Tabler's icons are drawn in ``currentColor`` on a square of 24; the word is replaced before Qt reads the file. An own
icon of a deck, ``<deck>/<icon>``, is an SVG or a PNG that anybody may have made: it is checked each time that it has
changed, just before it is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from gogrow import paths

_STROKE = re.compile(r'stroke-width="[^"]*"')


LIGHT = 0.55
"""From this lightness of lines on, 0 to 1, the ground is dark; own icons in colours of their own get a light one."""


def known(name: str) -> bool:
    """Whether there is an icon of this name that can be drawn; names come from decks too, so it may be anything."""
    return _own(name) is not None if "/" in name else _file(name) is not None


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF, stroke: float = 2.0) -> None:
    """Draw an icon into a square, as lines; ``stroke`` is in units of the icon's 24. An unknown icon draws nothing.

    An own icon of a deck keeps its proportion and its colours, but for ``currentColor``, and its own thickness. In
    colours of its own it stands on a small light ground where lines are light: most are made for white paper.
    """
    if "/" in name:
        _paint_own(painter, name, colour, box)
    elif known(name):
        QSvgRenderer(QByteArray(_svg(name, colour.name(), stroke).encode())).render(painter, box)


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0, stroke: float = 2.0) -> QPixmap:
    """A picture of ``size`` logical pixels for a screen of this device scale, kept in Qt's own cache."""
    key = f"icon:{name}:{_stamp(name)}:{colour.name()}:{size}:{scale}:{stroke}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        pixels = max(1, round(size * scale))
        made = QPixmap(pixels, pixels)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, name, colour, QRectF(0, 0, pixels, pixels), stroke)
        painter.end()
        made.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, made)
    return made


class _Drawn(QIconEngine):
    """Draws an icon when it is shown, in the size and for the screen where that is; making one costs nothing."""

    def __init__(self, name: str, colour: QColor, disabled: QColor, stroke: float, room: int) -> None:
        super().__init__()
        self._parts = (name, colour, disabled, stroke, room)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it as lines."""
        name, colour, disabled, stroke, room = self._parts
        edge = min(rect.width(), rect.height())
        left = rect.left() if room >= 0 else rect.right() + 1 - edge
        box = QRectF(left, rect.top() + (rect.height() - edge) / 2, edge, edge)
        paint_icon(painter, name, disabled if mode == QIcon.Mode.Disabled else colour, box, stroke)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """A picture of ``size`` logical pixels for a screen of this scale, kept in Qt's own cache."""
        name, colour, disabled, stroke, room = self._parts
        edge = min(size.width(), size.height())
        square = pixmap(name, disabled if mode == QIcon.Mode.Disabled else colour, edge, scale, stroke)
        if not room:
            return square
        made = QPixmap(round(size.width() * scale), round(size.height() * scale))
        made.fill(Qt.GlobalColor.transparent)
        made.setDevicePixelRatio(scale)
        painter = QPainter(made)
        painter.drawPixmap(QPointF(0 if room > 0 else size.width() - edge, 0), square)
        painter.end()
        return made

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same, where nobody says for what screen."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        """Qt asks for this when an icon is changed after it was copied, which we never do."""
        raise NotImplementedError

    def key(self) -> str:
        """A name for Qt."""
        return "gogrow"

    def isNull(self) -> bool:
        """There is always something to draw."""
        return False


def icon(
    name: str, colour: QColor, size: int = 22, disabled: QColor | None = None, stroke: float = 2.0, room: int = 0
) -> QIcon:
    """An icon for buttons and menus, sharp on every screen; ``disabled`` is its colour when it cannot be used.

    ``room`` is air beside it in logical pixels, as Qt leaves hardly any between icon and words: at its right, or when
    it is negative at its left. The button's icon size is then as much wider than it is high (`icon_size`).
    """
    return QIcon(_Drawn(name, colour, disabled or colour, stroke, room))


def icon_size(size: int = 22, room: int = 0) -> QSize:
    """For ``setIconSize``: the size in which `icon` was made."""
    return QSize(size + abs(room), size)


@lru_cache(maxsize=256)
def _file(name: str) -> Path | None:
    """The program's own icon, or one that a deck brings in its folder ``icons`` (read and checked with the deck)."""
    if re.fullmatch(r"[a-z0-9-]+", name) is None:
        return None
    own = paths.assets() / "icons" / f"{name}.svg"
    if own.is_file():
        return own
    return next((file for file in paths.decks().glob(f"*/icons/{name}.svg") if file.is_file()), None)


@lru_cache(maxsize=512)
def _svg(name: str, colour: str, stroke: float) -> str:
    file = _file(name)
    text = file.read_text(encoding="utf-8") if file else ""
    return _STROKE.sub(f'stroke-width="{stroke:g}"', text.replace("currentColor", colour))


# ---------------------------------------------------------------------------------- icons that a deck brings


def _stamp(name: str) -> str:
    """What tells a changed file from the one before; '' for the program's own icons, which never change."""
    file = paths.own_icon(name) if "/" in name else None
    try:
        found = file.stat() if file else None
    except OSError:
        return ""
    return f"{file}:{found.st_mtime_ns}:{found.st_size}" if found else ""


def _own(name: str) -> str | QImage | None:
    """An own icon that may be drawn: the text of an SVG, or a PNG; None when it is not there or not fit to be read."""
    file, stamp = paths.own_icon(name), _stamp(name)
    return _read(file, stamp) if file is not None and stamp else None


@lru_cache(maxsize=128)
def _read(file: Path, stamp: str) -> str | QImage | None:
    """Read a file once for each time that it changed (``stamp``). Qt never sees an SVG that was not checked."""
    from gogrow.content.deck_files import ICON_LIMITS, Problem, read_bytes
    from gogrow.content.deck_icons import icon_fault

    raw = read_bytes(file, ICON_LIMITS[file.suffix])
    if isinstance(raw, Problem) or icon_fault(file.name, raw):
        return None
    if file.suffix == ".png":
        image = QImage.fromData(QByteArray(raw), "PNG")  # type: ignore[arg-type]
        return None if image.isNull() else image
    return raw.decode("utf-8-sig") if QSvgRenderer(QByteArray(raw)).isValid() else None


def _paint_own(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    made = _own(name)
    coloured = "currentColor" not in made if isinstance(made, str) else made is not None and made.hasAlphaChannel()
    if coloured and colour.lightnessF() > LIGHT:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, box.width() / 6, box.width() / 6)
        painter.restore()
        inset = box.width() / 9
        box = box.adjusted(inset, inset, -inset, -inset)
    if isinstance(made, str):
        renderer = QSvgRenderer(QByteArray(made.replace("currentColor", colour.name()).encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, box)
    elif made is not None:
        size = QSizeF(made.size()).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(QPointF(), size)
        target.moveCenter(box.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, made)
        painter.restore()
