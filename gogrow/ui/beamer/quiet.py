"""Pictures without anything of the workshop in them but words: the neutral one, and a heading with a sentence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gogrow.domain.board import Board, Centre, Field, Shape
from gogrow.domain.public import Words
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame
from gogrow.ui.board.geometry import Place
from gogrow.ui.board.painting import BoardPicture, Wording
from gogrow.ui.icons import known, paint_icon
from gogrow.ui.theme import Theme

_RIMS = ("solid", "dashes", "dots", "ticks")


def mark_board(theme: Theme) -> Board:
    """The program's own mark: a round board of the theme's colours, without words."""
    names = list(theme.fields)
    step = 360 / len(names)
    start = 360 - step  # the first field lies at the left above
    fields = tuple(
        Field(
            id=name,
            name={},
            sentence={},
            explanation={},
            question={},
            icon="",
            colour=name,
            rim=_RIMS[number % len(_RIMS)],
            sector=((start + number * step) % 360, (start + number * step) % 360 + step),
        )
        for number, name in enumerate(names)
    )
    return Board("mark", Shape.ROUND, 1.0, fields, (), (), centre=Centre(0.235, {}, {}))


def paint_mark(painter: QPainter, middle: QPointF, radius: float, frame: Frame, board: BoardPicture) -> None:
    """The mark around a point."""
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    board.paint(painter, Place(mark_board(frame.theme), box), frame.dress(Wording.NONE, centre=False))


def paint_neutral(painter: QPainter, frame: Frame, board: BoardPicture) -> None:
    """The quiet picture: the mark in the middle of the paper, and no word."""
    paint_mark(painter, QPointF(frame.width / 2, HEIGHT / 2), 210, frame, board)


def paint_words(painter: QPainter, picture: Words, frame: Frame, board: BoardPicture) -> None:
    """An icon, a heading and a sentence at the left; the mark, cut off by the screen's edge, at the right."""
    right = frame.width - frame.inset
    radius = 470.0 if not frame.tight else 330.0
    middle = QPointF(frame.width + radius * 0.12, HEIGHT / 2 if not frame.tight else HEIGHT - 250)
    paint_mark(painter, middle, radius, frame, board)
    left = frame.inset + frame.margin
    width = min(right, middle.x() - 1.06 * radius) - left - 72
    heading_width = width if not frame.tight else right - left - frame.margin
    icon = 132.0 if known(picture.icon) else 0.0
    heading = frame.heading(picture.heading, heading_width, 470)
    body = frame.body(picture.body, frame.measure("body", leading=1.3), min(width, 1080), 430)
    gaps = (64 if icon else 0) + (84 if body.lines else 0)
    height = icon + heading.height + body.height + gaps
    y = max(72.0, (HEIGHT - height) / 2 - 12)
    if icon:
        paint_icon(painter, picture.icon, frame.ink, QRectF(left - icon / 12, y, icon, icon), 1.7)
        y += icon + 64
    y = typeset.draw(painter, heading, left, y, frame.ink, align=Qt.AlignmentFlag.AlignLeft)
    if body.lines:
        typeset.draw(painter, body, left, y + 84, frame.ink)
