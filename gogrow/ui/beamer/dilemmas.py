"""A dilemma to read and to choose in, and the group's one sentence about it."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.public import Dilemma, Sentence
from gogrow.sheets.wishes import step_words
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, count
from gogrow.ui.beamer.line import Ruler
from gogrow.ui.beamer.poles import LEFT, MIDDLE, TOP, Pole, Span, paint_name, paint_pole, pole, shortened, span
from gogrow.ui.typeset import Block


def paint_dilemma(painter: QPainter, picture: Dilemma, frame: Frame) -> None:
    """The situation, two poles with their reasons, and in a blind round what each card means and how many are in."""
    room, blind = span(frame), picture.done is not None and picture.total is not None
    name = paint_name(painter, picture.poles.icon, picture.poles.title, frame, room.width - (420 if blind else 0))
    if picture.done is not None and picture.total is not None:
        middle = (TOP + name) / 2
        count(painter, frame, picture.done, picture.total, room.right, middle)
    top = name + 74
    bottom = _paint_cards(painter, frame, room) - 70 if blind else HEIGHT - 84
    heading, a, b, gap = _fitted(picture, frame, room, bottom - top)
    spare = bottom - top - heading.height - gap - max(a.height, b.height)
    top += min(70.0, spare * 0.22)
    y = typeset.draw(painter, heading, room.left, top, frame.ink)
    y += gap + max(0.0, min(90.0, (bottom - y - gap - max(a.height, b.height)) * 0.38))
    paint_pole(painter, a, frame, room.left, y)
    paint_pole(painter, b, frame, room.right, y, mirrored=True)


def _fitted(picture: Dilemma, frame: Frame, room: Span, height: float) -> tuple[Block, Pole, Pole, float]:
    """Situation and poles, made smaller together until they fit; the last is the space between them."""
    last = 15 + round(math.log(frame.text_scale) / -math.log(0.96))
    fits, not_yet = last, -1
    while fits - not_yet > 1:  # what fits, fits in smaller letters too
        step = (fits + not_yet) // 2
        heading, a, b, gap = _sized(picture, frame, room, 1.1 * 0.96**step, 2000.0)
        if heading.height + gap + max(a.height, b.height) <= height:
            fits = step
        else:
            not_yet = step
    return _sized(picture, frame, room, 1.1 * 0.96**fits, height if fits == last else 2000.0)


def _sized(picture: Dilemma, frame: Frame, room: Span, share: float, height: float) -> tuple[Block, Pole, Pole, float]:
    """Situation and poles at a share of their size; in a height where they do not fit they are cut."""
    poles, width, gap = picture.poles, (room.width - 96) / 2, max(76.0, 112 * share)
    face = frame.face(min(116.0, 108 * share), 800, 1.05)
    heading = frame.saving(shortened(poles.situation, 400), face, room.width, 0.4 * height)
    left = max(120.0, height - heading.height - gap)
    a = pole(frame, "A", poles.a, poles.a_reason, width, left, share)
    b = pole(frame, "B", poles.b, poles.b_reason, width, left, share)
    return heading, a, b, gap


def _paint_cards(painter: QPainter, frame: Frame, room: Span) -> float:
    """What the cards 1 to 5 mean, where the dots will come to stand; returns where they begin."""
    ruler, face = Ruler(room.left, room.right, 0), frame.face(42)
    low = HEIGHT - 72
    top = low - cap(face) - 24 - 76
    number = frame.face(46, 800)
    told = [frame.fit(words, face, ruler.bin - 16, 60) for words in step_words(frame.texts)]
    face = min((said.face for said in told), key=lambda one: one.pixels)  # all alike
    for step, words in enumerate(step_words(frame.texts)):
        x = ruler.place(step)
        card = QRectF(x - 29, top, 58, 76)
        painter.setPen(QPen(frame.ink, 4))
        painter.setBrush(frame.theme.colour("sheet"))
        painter.drawRoundedRect(card, 12, 12)
        middle = card.center().y() - cap(number) / 2
        typeset.draw(painter, Block((str(step + 1),), number), x, middle, frame.ink, align=MIDDLE)
        said = frame.fit(words, face, ruler.bin - 16, 60)
        typeset.draw(painter, said, x, low - said.height, frame.ink, align=MIDDLE)
    return top


def paint_sentence(painter: QPainter, picture: Sentence, frame: Frame) -> None:
    """The sentence as large as it can be, its themes under it; a quiet question while it is being looked for."""
    room = span(frame)
    if not picture.sentence.strip():
        _paint_looking(painter, picture, frame, room)
        return
    name = paint_name(painter, picture.poles.icon, picture.poles.title, frame, room.width)
    pills = _pills(picture.themes, frame, room)
    bottom = HEIGHT - 84 - (pills[-1][0].bottom() + 60 if pills else 0.0)
    top, above = name + 60, 116.0
    words = shortened(picture.sentence, 700)
    block = frame.saving(words, frame.face(124, 800, 1.1), room.width, bottom - top - above)
    y = top + max(0.0, (bottom - top - above - block.height) * 0.42)
    quote = replace(frame.face(1, 800), pixels=240.0)  # a sign: it does not grow into the words
    typeset.draw(painter, Block(("“",), quote), room.left - 8, y, frame.theme.colour("act"))
    end = typeset.draw(painter, block, room.left, y + above, frame.ink)
    for box, theme in pills:
        moved = box.translated(room.left, end + 72)
        painter.setPen(QPen(frame.ink, 4))
        painter.setBrush(frame.theme.colour("sheet"))
        painter.drawRoundedRect(moved, moved.height() / 2, moved.height() / 2)
        middle = moved.center()
        typeset.draw(painter, theme, middle.x(), middle.y() - theme.height / 2, frame.ink, align=MIDDLE)


def _pills(themes: tuple[str, ...], frame: Frame, room: Span) -> list[tuple[QRectF, Block]]:
    """Pills in rows from the left, from 0; at most two rows."""
    normal = frame.theme.size("beamer.small.large")  # the sentence has the room, not its themes
    face = frame.face(normal * min(1.0, 1.15 / frame.text_scale), 600)
    found, x, y = list[tuple[QRectF, Block]](), 0.0, 0.0
    high = face.pixels * 1.74
    for theme in themes:
        words = Block((face.elided(theme, room.width - 80),), face)
        width = words.width + 76
        if x and x + width > room.width:
            x, y = 0.0, y + high + 22
        if y > high + 30:
            break
        found.append((QRectF(x, y, width, high), words))
        x += width + 22
    return found


def _paint_looking(painter: QPainter, picture: Sentence, frame: Frame, room: Span) -> None:
    paint_name(painter, picture.poles.icon, picture.poles.title, frame, room.width)
    heading = frame.heading(frame.texts.t("What is our sentence?"), room.width, 300)
    y = (HEIGHT - heading.height) / 2 - 40
    typeset.draw(painter, heading, room.left, y, frame.ink, align=LEFT)
    pen = QPen(frame.theme.colour("line"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for line in range(2):  # paper to write on
        low = y + heading.height + 150 + line * 130
        painter.drawLine(QPointF(room.left + 3, low), QPointF(room.right - (line * 0.36 * room.width) - 3, low))
