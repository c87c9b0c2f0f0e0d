"""The empty board on any picture: fields, rings, soft centre, rims and words, in the three themes.

All sizes are shares of the board's radius (half its height when it is a plane), so that it looks the same on the
beamer, in the cockpit and in a thumbnail. `BoardPicture` keeps the finished board as one pixmap.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gogrow.domain.board import Board, Field, Words
from gogrow.ui import typeset
from gogrow.ui.board.geometry import CROSS, RIM, RIM_END, RIM_START, Place, is_round
from gogrow.ui.icons import paint_icon
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import CAP, Block, Face

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_LEFT = Qt.AlignmentFlag.AlignLeft


class Wording(StrEnum):
    """Where the fields' words stand: nowhere, in the fields while they are explained, or outside in the corners."""

    NONE = "none"
    INSIDE = "inside"
    CORNERS = "corners"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a board is painted. ``ground`` is the colour around it; ``floor`` the smallest text in pixels.

    ``letters`` shows the lettered spots, ``centre`` the word in the middle.
    """

    theme: Theme
    language: str
    ground: QColor
    wording: Wording = Wording.NONE
    letters: bool = False
    centre: bool = True
    floor: float = 39.0

    def key(self) -> tuple[object, ...]:
        """What makes two dresses look different."""
        return (
            self.theme.name,
            self.language,
            self.ground.rgba(),
            self.wording,
            self.letters,
            self.centre,
            self.floor,
        )


def spoken(words: Words, language: str) -> str:
    """The words in this language, or in the first one there is; '' when there are none."""
    return words.get(language) or next(iter(words.values()), "")


def paint_board(painter: QPainter, place: Place, dress: Dress) -> None:
    """Paint the board, without pawns. Words in the corners are painted by `paint_corner`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_round(place.board):
        _paint_round(painter, place, dress)
    else:
        _paint_plane(painter, place, dress)
    if dress.letters:
        _paint_letters(painter, place, dress)
    if dress.wording is Wording.INSIDE:
        for field in place.board.fields:
            _paint_inside(painter, place, field, dress)
    painter.restore()


def _paint_round(painter: QPainter, place: Place, dress: Dress) -> None:
    board, theme, unit, ground = place.board, dress.theme, place.unit, dress.ground
    ink = theme.colour("ink")
    painter.setPen(Qt.PenStyle.NoPen)
    for field in board.fields:
        painter.setBrush(theme.field(field.colour).fill)
        painter.drawPath(place.shape(field))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if theme.patterns:
        pen = QPen(ink, 0.006 * unit, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.3, 5.0])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faint(ground, 0.26))
    painter.drawEllipse(place.around(board.ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    borders = [field.sector[0] for field in board.fields if field.sector is not None]
    for angle in borders:
        painter.setPen(QPen(ground, CROSS * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(place.centre, place.polar(angle, 1.02))
    if theme.patterns:
        painter.setPen(QPen(ink, 0.012 * unit))
        painter.drawEllipse(place.box)
        painter.setPen(QPen(ink, 0.008 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for angle in borders:
            painter.drawLine(place.centre, place.polar(angle, 1.0))
    gap = CROSS / 2 / (RIM_START + RIM / 2) * 57.29578
    for field in board.fields:
        if field.sector is None:
            continue
        start, end = field.sector
        painter.setPen(_rim_pen(field, dress, unit))
        box = place.around(RIM_START + RIM / 2)
        painter.drawArc(box, round((90 - start - gap) * 16), round((start - end + 2 * gap) * 16))
    if board.centre is not None:
        _paint_centre(painter, place, dress, board.centre.radius)


def _paint_centre(painter: QPainter, place: Place, dress: Dress, radius: float) -> None:
    theme = dress.theme
    if theme.patterns:
        painter.setPen(QPen(theme.colour("ink"), 0.006 * place.unit))
        painter.setBrush(dress.ground)
        painter.drawEllipse(place.around(radius))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        for more, share in ((0.08, 0.34), (0.04, 0.5), (0.0, 1.0)):
            painter.setBrush(_faint(dress.ground, share))
            painter.drawEllipse(place.around(radius + more))
    if not dress.centre or dress.letters or place.board.centre is None:
        return
    face = Face(theme.family, max(0.0865 * place.unit, dress.floor), 600, 1.08)
    width = 2 * radius * place.unit
    words = spoken(place.board.centre.name, dress.language)
    block = typeset.fit(words, face, width, width * 0.7, floor=min(dress.floor, face.pixels))
    if block.width <= width + 0.09 * place.unit:
        y = place.centre.y() - block.height / 2
        typeset.draw(painter, block, place.centre.x(), y, theme.colour("ink2"), align=_MIDDLE)


def _paint_plane(painter: QPainter, place: Place, dress: Dress) -> None:
    theme, unit = dress.theme, place.unit
    ink = theme.colour("ink")
    cross = CROSS * unit
    painter.setPen(Qt.PenStyle.NoPen)
    for field in place.board.fields:
        painter.setBrush(theme.field(field.colour).fill)
        painter.drawPath(place.shape(field))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_between(ink, dress), cross))
    for field in place.board.fields:
        painter.drawPath(place.shape(field))
    more = (RIM_START + RIM / 2 - 1) * unit
    frame = place.box.adjusted(-more, -more, more, more)
    painter.setPen(QPen(dress.ground, cross))
    painter.drawRect(place.box)
    for field in place.board.fields:
        if field.rect is None:
            continue
        painter.setPen(_rim_pen(field, dress, unit))
        x0, y0, x1, y1 = field.rect
        a, b = place.point(x0, y0), place.point(x1, y1)
        left = frame.left() if x0 <= 0 else a.x() + cross / 2
        right = frame.right() if x1 >= 1 else b.x() - cross / 2
        top = frame.top() if y0 <= 0 else a.y() + cross / 2
        bottom = frame.bottom() if y1 >= 1 else b.y() - cross / 2
        sides = (
            (y0 <= 0, QPointF(left, frame.top()), QPointF(right, frame.top())),
            (x1 >= 1, QPointF(frame.right(), top), QPointF(frame.right(), bottom)),
            (y1 >= 1, QPointF(right, frame.bottom()), QPointF(left, frame.bottom())),
            (x0 <= 0, QPointF(frame.left(), bottom), QPointF(frame.left(), top)),
        )
        for outer, start, end in sides:
            if outer:
                painter.drawLine(start, end)
    if theme.patterns:
        painter.setPen(QPen(ink, 0.012 * unit))
        painter.drawRect(place.box)


def axes_room(board: Board, dress: Dress, size: float = 44.0) -> float:
    """How high the row of words above and below a board with axes is; 0 without axes."""
    return max(size, dress.floor) * 1.5 if board.axes else 0.0


def paint_axes(painter: QPainter, place: Place, dress: Dress, size: float = 44.0) -> None:
    """The ends of the axes, outside the rim: the first from left to right below, the second from bottom to top."""
    if not place.board.axes:
        return
    face = Face(dress.theme.family, max(size, dress.floor), 600)
    box, middle = place.outline(), place.centre.x()
    cap = face.pixels * CAP
    above, below = box.top() - face.pixels * 0.42, box.bottom() + face.pixels * 0.42 + cap
    across, up = place.board.axes[0], place.board.axes[1] if len(place.board.axes) > 1 else None
    third = box.width() / 3
    rows = [(across.low, box.left(), below, _LEFT), (across.high, box.right(), below, Qt.AlignmentFlag.AlignRight)]
    if up is not None:
        rows += [(up.low, middle, below, _MIDDLE), (up.high, middle, above, _MIDDLE)]
    for words, x, baseline, align in rows:
        text = face.elided(spoken(words, dress.language), third if up is not None else box.width() / 2)
        typeset.draw_line(painter, text, face, x, baseline, dress.theme.colour("ink2"), align=align)


def _between(ink: QColor, dress: Dress) -> QColor:
    """The colour between two fields of a plane: paper, or a line where there is no colour."""
    return ink if dress.theme.patterns else dress.ground


def _rim_pen(field: Field, dress: Dress, unit: float) -> QPen:
    pen = QPen(dress.theme.field(field.colour).rim, RIM * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dress.theme.patterns:
        if field.rim == "dots":
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pattern = {"dashes": [3.08, 1.25], "dots": [0.01, 1.62], "ticks": [0.44, 0.67]}.get(field.rim)
        if pattern:
            pen.setDashPattern(pattern)
    return pen


def _faint(colour: QColor, share: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def _halo(dress: Dress) -> QColor | None:
    return dress.ground if dress.theme.patterns else None


def _paint_letters(painter: QPainter, place: Place, dress: Dress) -> None:
    """The lettered spots: circles of .082 of the radius. A private board's letters, never on the beamer."""
    theme, unit = dress.theme, place.unit
    radius = max(0.0824 * unit, dress.floor * 0.94)
    face = Face(theme.family, max(0.088 * unit, dress.floor), 600)
    for spot in place.board.spots:
        point = place.point(spot.x, spot.y)
        painter.setPen(QPen(theme.colour("ink", 0.38), max(1.0, 0.0066 * unit)))
        painter.setBrush(theme.colour("sheet", 0.9 if theme.patterns else 0.34))
        painter.drawEllipse(point, radius, radius)
        baseline = point.y() + face.pixels * CAP / 2
        typeset.draw_line(painter, spot.letter, face, point.x(), baseline, theme.colour("ink", 0.78), align=_MIDDLE)


def _paint_inside(painter: QPainter, place: Place, field: Field, dress: Dress) -> None:
    """Icon, sentence and the instrument's own word in the middle of a field."""
    theme, unit = dress.theme, place.unit
    ink, halo, middle = theme.colour("ink"), _halo(dress), place.middle(field)
    room = 0.63 * unit
    if field.rect is not None:
        room = (field.rect[2] - field.rect[0]) * place.box.width() - 0.12 * unit
    sentence = typeset.fit(
        spoken(field.sentence, dress.language),
        Face(theme.family, max(0.137 * unit, dress.floor), 800, 1.02),
        room,
        0.3 * unit,
        floor=dress.floor,
        breaker=typeset.balanced,
    )
    word = typeset.fit(
        spoken(field.name, dress.language),
        Face(theme.family, max(0.088 * unit, dress.floor), 500),
        room,
        0.1 * unit,
        floor=dress.floor,
    )
    icon = 0.19 * unit
    gap, small = 0.135 * unit, 0.055 * unit
    height = icon + gap - 0.02 * unit + sentence.height + small + word.height
    y = middle.y() - height / 2
    box = QRectF(middle.x() - icon / 2, y, icon, icon)
    if halo is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawRoundedRect(box.adjusted(-0.02 * unit, -0.01 * unit, 0.02 * unit, 0.01 * unit), 9, 9)
    paint_icon(painter, field.icon, ink, box, 1.9)
    y += icon + gap - 0.02 * unit
    y = typeset.draw(painter, sentence, middle.x(), y, ink, align=_MIDDLE, halo=halo)
    typeset.draw(painter, word, middle.x(), y + small, ink, align=_MIDDLE, halo=halo)


@dataclass(frozen=True, slots=True)
class Corner:
    """The words of one field outside the board, measured and ready: see `corner` and `paint_corner`."""

    field: Field
    sentence: Block
    word: Block
    icon: float

    @property
    def width(self) -> float:
        """Icon, gap and the widest line."""
        return self.icon * 1.25 + max(self.sentence.width, self.word.width)

    @property
    def height(self) -> float:
        """From the icon's top to the last baseline."""
        return self.icon * 0.17 + self.sentence.height + self.gap + self.word.height

    @property
    def gap(self) -> float:
        """Between the sentence and the word, if that is there."""
        return self.word.face.pixels * 0.53 if self.word.lines else 0.0


def corner(
    field: Field, dress: Dress, width: float, height: float, size: float = 50.0, *, bare: bool = False
) -> Corner:
    """Measure a field's words for outside the board: in a room of ``width`` by ``height``, text up to ``size``.

    ``bare`` leaves out the instrument's own word.
    """
    family = dress.theme.family
    icon = max(size, dress.floor) * 1.2
    room = max(1.0, width - icon * 1.25)
    sentence = typeset.fit(
        spoken(field.sentence, dress.language),
        Face(family, max(size, dress.floor), 800, 1.06),
        room if field.rect is not None else min(room, size * 4.6),
        height - size,
        floor=dress.floor,
        breaker=typeset.balanced,
    )
    face = Face(family, max(size * 0.8, dress.floor), 500)
    word = Block(() if bare else (face.elided(spoken(field.name, dress.language), room),), face)
    return Corner(field, sentence, word, icon)


def paint_corner(painter: QPainter, made: Corner, x: float, y: float, dress: Dress) -> QRectF:
    """Paint the words of a field with the icon's left top at ``x``, ``y``; returns the box they take."""
    theme = dress.theme
    paint_icon(painter, made.field.icon, theme.colour("ink"), QRectF(x, y, made.icon, made.icon))
    left = x + made.icon * 1.25
    base = typeset.draw(painter, made.sentence, left, y + made.icon * 0.13, theme.colour("ink"), align=_LEFT)
    colour = theme.colour("ink2" if made.field.rect is None else "ink")  # on a field only ink is dark enough
    typeset.draw(painter, made.word, left, base + made.gap, colour, align=_LEFT)
    return QRectF(x, y, made.width, made.height)


class BoardPicture:
    """The finished board as one pixmap, made anew only when its size, screen or dress changes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._pixmap = QPixmap()
        self._origin = QPointF()

    def paint(self, painter: QPainter, place: Place, dress: Dress) -> None:
        """Paint the board by blitting it. The painter may scale, and may not turn."""
        transform = painter.deviceTransform()
        scale = abs(transform.m11()) or 1.0
        box = place.outline().adjusted(-2, -2, 2, 2)
        shift = (transform.dx() + box.x() * scale) % 1, (transform.dy() + box.y() * scale) % 1
        key = (place.board, box.width(), box.height(), scale, shift, dress.key())
        if key != self._key:
            self._key = key
            self._pixmap = QPixmap(int(box.width() * scale) + 2, int(box.height() * scale) + 2)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._pixmap)
            inner.translate(*shift)
            inner.scale(scale, scale)
            inner.translate(-box.topLeft())
            paint_board(inner, place, dress)
            inner.end()
        painter.save()
        origin = transform.map(box.topLeft()) - QPointF(*shift)
        painter.setWorldMatrixEnabled(False)  # what is left: the screen's scale, and a widget's place in its window
        base = painter.deviceTransform()
        self._pixmap.setDevicePixelRatio(abs(base.m11()) or 1.0)
        painter.drawPixmap(base.inverted()[0].map(origin), self._pixmap)
        painter.restore()


__all__ = [
    "RIM_END",
    "BoardPicture",
    "Corner",
    "Dress",
    "Wording",
    "axes_room",
    "corner",
    "paint_axes",
    "paint_board",
    "paint_corner",
    "spoken",
]
