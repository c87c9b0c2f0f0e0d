"""The closing poll: five wishes with the number of the card for each, then the group's dots beside them."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.public import Poll
from gogrow.texts import Texts, mark
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, count
from gogrow.ui.beamer.line import paint_dot
from gogrow.ui.beamer.poles import MIDDLE, TOP, shortened, span
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block

WISHES = (
    (mark("a talk"), "messages"),
    (mark("a course"), "school"),
    (mark("looking along for a day"), "eye"),
    (mark("a coach"), "compass"),
    (mark("nothing now"), "player-pause"),
)
"""The wishes in the order of the cards 1 to 5, each with its icon."""
_LARGEST = 62.0


def wishes(texts: Texts) -> tuple[str, ...]:
    """The wishes in the room's language."""
    return tuple(texts.t(words) for words, _ in WISHES)


def _pitch(counts: tuple[int, ...], width: float, height: float) -> tuple[float, int]:
    """The largest distance of two dots, and how many in a row, with which every wish's dots fit."""
    pitch, most = _LARGEST, max(counts, default=0)
    while pitch > 3:
        rows = max(1, int(height / pitch))
        each = math.ceil(most / rows)
        each = math.ceil(each / 5) * 5 if rows > 1 and most > 5 else max(each, 1)
        if (each - 1) * pitch + (each - 1) // 5 * 0.4 * pitch + pitch <= width:
            fit = int((width / pitch) // 5.4) * 5
            return pitch, max(each, min(most, fit))
        pitch *= 0.97
    return pitch, max(1, most)


def paint_poll(painter: QPainter, picture: Poll, frame: Frame) -> None:
    """The question and the wishes; the numbers of the cards until it is shown."""
    room = span(frame)
    counting = not picture.counts and picture.done is not None and picture.total is not None
    width = room.width - (300 if counting else 0)
    head = frame.saving(shortened(picture.question, 200), frame.face(108, 800, 1.04), width, 190)
    if picture.done is not None and picture.total is not None and counting:
        count(painter, frame, picture.done, picture.total, room.right, TOP + cap(head.face) / 2)
    y = typeset.draw(painter, head, room.left, TOP, frame.ink)
    for row, (words, icon) in enumerate(zip(wishes(frame.texts), (icon for _, icon in WISHES), strict=True)):
        middle = _row(y, row)
        x = room.left
        if not picture.counts:
            number = frame.face(52, 800)
            card = QRectF(x, middle - 46, 70, 92)
            painter.setPen(QPen(frame.ink, 4))
            painter.setBrush(frame.theme.colour("sheet"))
            painter.drawRoundedRect(card, 14, 14)
            at = middle - cap(number) / 2
            typeset.draw(painter, Block((str(row + 1),), number), card.center().x(), at, frame.ink, align=MIDDLE)
            x += 70 + 44
        paint_icon(painter, icon, frame.ink, QRectF(x, middle - 42, 84, 84), 1.9)
        block = _wish(words, frame, bool(picture.counts))
        typeset.draw(painter, block, x + 84 + 32, middle - block.height / 2, frame.ink)


def _wish(words: str, frame: Frame, shown: bool) -> Block:
    width = 560.0 if shown and not frame.tight else 400.0 if shown else 1000.0
    return frame.fit(words, frame.face(60 if shown else 68, 700, 1.1), width, 110)


def _row(head: float, row: int) -> float:
    top = max(head + 60, 214.0)
    return top + (row + 0.5) * (HEIGHT - 56 - top) / 5


def paint_voices(painter: QPainter, picture: Poll, frame: Frame, shown: float) -> None:
    """The dots beside the wishes, all at once."""
    if not picture.counts:
        return
    room = span(frame)
    head = frame.saving(shortened(picture.question, 200), frame.face(108, 800, 1.04), room.width, 190)
    y = TOP + head.height
    words = max(_wish(one, frame, True).width for one in wishes(frame.texts))
    left = room.left + 84 + 32 + words + 76
    high = _row(y, 1) - _row(y, 0)
    pitch, each = _pitch(picture.counts, room.right - left, high - 26)
    painter.save()
    painter.setOpacity(painter.opacity() * shown)
    radius = 0.414 * pitch * (0.9 + 0.1 * shown)
    for row, number in enumerate(picture.counts):
        rows = math.ceil(number / each)
        for dot in range(number):
            down, along = divmod(dot, each)
            x = left + pitch / 2 + along * pitch + along // 5 * 0.4 * pitch
            middle = QPointF(x, _row(y, row) + (down - (rows - 1) / 2) * pitch)
            paint_dot(painter, middle, radius, frame, full=True)
    painter.restore()
