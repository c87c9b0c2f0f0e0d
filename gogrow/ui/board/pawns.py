"""Pawns, name tags and the line between two places, painted at any size.

All pawns have the same area, so that nobody is bigger: circle (employee), rounded square (manager), hexagon
(colleague). A pawn that another placed has its owner's shape, hollow and dashed. The neutral counter is a circle
without letters, the same for everybody.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gogrow.domain.public import PublicPawn
from gogrow.ui import typeset
from gogrow.ui.icons import known, paint_icon
from gogrow.ui.theme import NEUTRAL_PAWN, Theme
from gogrow.ui.typeset import CAP, Face

SIDE = 0.13
"""How far the side of a pawn shows below it, as a share of its radius."""
PAWN_REACH = 1.13
"""How far a pawn with its side reaches, as a share of its radius."""
TAG_GAP = 10.0
"""The space between a pawn of radius 40 and its name tag."""
TAG_HEIGHT = 1.18
"""The height of a tag as a share of its font's size."""
TAG_SIDES = 0.33
"""The space on either side of a name in its tag, and the tag's radius, as a share of the font's size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a pawn looks. ``shape``: employee, manager, colleague, or '' for the neutral counter.

    ``seen``: placed by another, so hollow and dashed; ``past``: where its owner stood before, so hollow and whole.
    """

    shape: str = ""
    colour: str = NEUTRAL_PAWN
    initials: str = ""
    icon: str = ""
    seen: bool = False
    past: bool = False

    @staticmethod
    def of(pawn: PublicPawn) -> Look:
        """The look of a pawn that the room may see; without a name it is the neutral counter."""
        if not pawn.name:
            return NEUTRAL
        return Look(pawn.shape, pawn.colour, pawn.initials, pawn.icon, pawn.seen)


NEUTRAL = Look()
"""The counter that is nobody's."""


def shape_path(shape: str, middle: QPointF, radius: float) -> QPainterPath:
    """The outline of a pawn's shape around a point; a circle for any shape that is not known."""
    path = QPainterPath()
    if shape == "manager":
        half, corner = 0.9 * radius, 0.34 * radius  # with these corners the area of the circle
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        path.addRoundedRect(box, corner, corner)
    elif shape == "colleague":
        for index in range(6):
            turn = math.radians(60 * index)
            point = middle + QPointF(math.sin(turn), -math.cos(turn)) * (1.1 * radius)
            if index:
                path.lineTo(point)
            else:
                path.moveTo(point)
        path.closeSubpath()
    else:
        path.addEllipse(middle, radius, radius)
    return path


def paint_pawn(
    painter: QPainter, middle: QPointF, radius: float, look: Look, theme: Theme, floor: float = 39.0
) -> None:
    """Paint a pawn with its face's middle at a point. Initials smaller than ``floor`` are left out."""
    if look.seen or look.past:
        _paint_hollow(painter, middle, radius, look, theme, floor)
        return
    colour = theme.pawn(look.colour)
    face = shape_path(look.shape, middle, radius)
    below = face.translated(0, SIDE * radius)
    if theme.pawn_outline is not None:
        pen = QPen(theme.pawn_outline, max(2.0, 0.15 * radius))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(theme.pawn_outline)
        painter.setPen(pen)
        painter.drawPath(face)
        painter.drawPath(below)
    side = QColor.fromRgbF(colour.redF() * 0.62, colour.greenF() * 0.62, colour.blueF() * 0.62)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(side)
    painter.drawPath(below)
    painter.setBrush(colour)
    painter.drawPath(face)
    if theme.patterns:  # black on black: a line of paper tells the face from its side and from a neighbour
        painter.setPen(QPen(theme.pawn_text, max(1.0, 0.05 * radius)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(below.united(face))
    line = QColor(theme.pawn_text)
    line.setAlphaF(0.38)
    pen = QPen(line, 0.045 * radius)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape_path(look.shape, middle, 0.86 * radius))
    _paint_mark(painter, middle, radius, look, theme.pawn_text, theme, floor)


def _paint_hollow(painter: QPainter, middle: QPointF, radius: float, look: Look, theme: Theme, floor: float) -> None:
    colour = theme.pawn(look.colour)
    width = SIDE * radius
    path = shape_path(look.shape, middle, radius - width / 2)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if look.seen:
        period = path.length() / max(1, round(path.length() / (0.52 * radius)))
        dash = period * 0.30 / 0.52
        pen.setDashPattern([dash / width, (period - dash) / width])
        pen.setDashOffset(dash / width / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.pawn_seen)
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    _paint_mark(painter, middle, radius, look, colour, theme, floor)


def _paint_mark(
    painter: QPainter, middle: QPointF, radius: float, look: Look, colour: QColor, theme: Theme, floor: float
) -> None:
    """The chosen icon, or the initials as large as they fit."""
    if look.icon and known(look.icon):
        half = 0.6 * radius
        paint_icon(painter, look.icon, colour, QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 2.2)
        return
    if not look.initials:
        return
    face = Face(theme.family, max(floor, 0.98 * radius), 700)
    width = face.width(look.initials)
    if width > 1.72 * radius:
        face = Face(theme.family, max(floor, face.pixels * 1.72 * radius / width), 700)
        if face.width(look.initials) > 1.95 * radius:
            return
    baseline = middle.y() + face.pixels * CAP / 2
    typeset.draw_line(painter, look.initials, face, middle.x(), baseline, colour, align=Qt.AlignmentFlag.AlignHCenter)


def tag_size(name: str, face: Face, longest: float) -> tuple[float, float]:
    """Width and height of a name's tag; ``longest`` is the most that the name itself may take."""
    shown = face.elided(name, longest)
    return face.width(shown) + 2 * TAG_SIDES * face.pixels, TAG_HEIGHT * face.pixels


def paint_tag(painter: QPainter, box: QRectF, name: str, face: Face, theme: Theme, *, plate: bool = True) -> None:
    """Paint a name in its box, cut when it does not fit; ``plate`` is the light ground under it."""
    corner = TAG_SIDES * face.pixels
    if plate:
        painter.setPen(QPen(theme.colour("ink"), max(1.0, 0.05 * face.pixels)) if theme.patterns else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sheet", 0.95))
        painter.drawRoundedRect(box, corner, corner)
    shown = face.elided(name, box.width() - 2 * corner)
    baseline = box.center().y() + face.pixels * CAP / 2
    middle = box.center().x()
    typeset.draw_line(painter, shown, face, middle, baseline, theme.colour("ink"), align=Qt.AlignmentFlag.AlignHCenter)


def paint_gap(
    painter: QPainter,
    start: QPointF,
    end: QPointF,
    radius: float,
    theme: Theme,
    grown: float = 1.0,
    asked: float = 1.0,
) -> None:
    """The line from one pawn's edge to the other's, with a question in the middle and never a number.

    ``grown`` and ``asked`` run from 0 to 1: how far the line has come, and how much of the question is there.
    """
    way = end - start
    length = math.hypot(way.x(), way.y())
    if length > 2 * radius and grown > 0:
        step = way * (radius / length)
        first, last = start + step, start + step + (way - step * 2.0) * grown
        for colour, thick in (
            (theme.colour("sheet"), max(14.0, 0.26 * radius)),
            (theme.colour("ink"), max(6.0, 0.109 * radius)),
        ):
            painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(first, last)
    if asked > 0:
        painter.save()
        painter.setOpacity(painter.opacity() * asked)
        paint_question(painter, *question_place(start, end, radius), theme)
        painter.restore()


def paint_way(
    painter: QPainter, start: QPointF, end: QPointF, radii: tuple[float, float], theme: Theme, grown: float = 1.0
) -> None:
    """The arrow from the edge of a pawn of then to that of a pawn of now; without a word or a number.

    ``radii`` are those of the two pawns. Between pawns that touch there is no room for it. ``grown`` from 0 to 1.
    """
    way = end - start
    length = math.hypot(way.x(), way.y())
    head = max(14.0, 0.42 * radii[1])
    if length < radii[0] + radii[1] + head or grown <= 0:
        return
    along = way / length
    across = QPointF(-along.y(), along.x())
    first = start + along * radii[0]
    tip = first + along * ((length - radii[0] - radii[1] - 3) * grown)
    reach = math.hypot((tip - first).x(), (tip - first).y())
    head = min(head, reach)
    neck = tip - along * head
    point = QPainterPath()
    point.moveTo(tip)
    point.lineTo(neck + across * (0.62 * head))
    point.lineTo(neck - across * (0.62 * head))
    point.closeSubpath()
    for colour, thick, edge in ((theme.colour("sheet"), 14.0, 8.0), (theme.colour("ink"), 6.0, 0.0)):
        painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(first, neck + along)
        painter.setPen(QPen(colour, edge, Qt.PenStyle.SolidLine) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(point)


def question_place(start: QPointF, end: QPointF, radius: float) -> tuple[QPointF, float]:
    """Middle and radius of the question's disc: on the line, or above it between two pawns that nearly touch."""
    way, middle = end - start, (start + end) / 2
    length = math.hypot(way.x(), way.y())
    free = (length - 2 * radius) / 2 - 0.06 * radius
    if free >= 0.4 * radius:
        return middle, min(0.61 * radius, free)
    side = QPointF(way.y(), -way.x()) / length if length else QPointF(0, -1)
    if side.y() > 0:
        side = side * -1.0
    half, disc = length / 2, 0.46 * radius
    away = math.sqrt(max(0.0, (radius + disc) ** 2 - half**2))
    return middle + side * away, disc


def paint_question(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """The disc with the question mark."""
    painter.setPen(QPen(theme.colour("ink"), radius / 7))
    painter.setBrush(theme.colour("sheet"))
    painter.drawEllipse(middle, radius, radius)
    face = Face(theme.family, radius * 1.535, 800)
    typeset.draw_line(
        painter,
        "?",
        face,
        middle.x(),
        middle.y() + face.pixels * CAP / 2,
        theme.colour("ink"),
        align=Qt.AlignmentFlag.AlignHCenter,
    )


def pawn_pixmap(radius: float, look: Look, theme: Theme, scale: float, floor: float) -> QPixmap:
    """A pawn alone on a clear ground for a screen of this device scale; its face's middle is the pixmap's middle."""
    size = pixmap_size(radius)
    made = QPixmap(round(size * scale), round(size * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_pawn(painter, QPointF(size / 2, size / 2), radius, look, theme, floor)
    painter.end()
    return made


def pixmap_size(radius: float) -> int:
    """The side of `pawn_pixmap` in logical pixels."""
    return 2 * math.ceil(radius * (1.1 + SIDE + 0.09) + 2)
