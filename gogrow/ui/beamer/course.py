"""The course on one page: each dilemma as a small line, where the group is of one mind, what rubs, what it asks for.

With many dilemmas first the words of the poles go, then the sentences, then the legend; never a dot. Nobody's name has
a place in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.course import Course, CourseLine
from gogrow.domain.public import CoursePage
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap
from gogrow.ui.beamer.goals import lay_list, list_height, paint_list
from gogrow.ui.beamer.line import Dots, Ruler, lay_dots, lift, paint_dot, paint_dots, paint_pin, paint_ruler, pin_height
from gogrow.ui.beamer.poles import LEFT, RIGHT, paint_letter, shortened, span
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block

_TITLE = 66.0
_TOP, _BOTTOM = 178.0, HEIGHT - 54
_HEAD = 62.0
_LEAST = 12.0
"""The radius of the smallest pin."""
_UNDER = 72.0
"""From the capitals of a heading to those under it."""


def groups(course: Course, texts: Texts) -> list[tuple[str, str, tuple[CourseLine, ...]]]:
    """The dilemmas by how the group stands: a heading, its icon and the lines; empty ones are left out."""
    t = texts.t
    rest = tuple(line for line in course.lines if line.agrees is None)
    found = [
        (t("Here we agree"), "heart-handshake", course.agree),
        (t("Here we differ"), "arrows-split", course.differ),
        (t("We talked about this"), "messages", rest),
    ]
    return [one for one in found if one[2]]


def lists(course: Course, texts: Texts) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """What rubs and what the group asks for: a heading, its icon, sentences, and the same in fewer words."""
    t = texts.t
    rubs = tuple(
        f"{line.title}: {goal.sentence}" if goal.sentence
        else t("{title}: with “{goal}”", title=line.title, goal=goal.goal) if len(course.goals) > 1
        else line.title
        for line, goal in course.rubs
    )  # fmt: skip
    titles = tuple(dict.fromkeys(line.title for line, _ in course.rubs))
    found = [
        (t("This rubs"), "bolt", rubs, titles),
        (t("This we ask for"), "message-circle", course.requests, course.requests),
    ]
    return [one for one in found if one[2]]


@dataclass(frozen=True, slots=True)
class Row:
    """A dilemma's part of the page. ``words`` are those that there is room for, with their places."""

    line: CourseLine
    words: tuple[tuple[Block, float, float, Qt.AlignmentFlag], ...]
    dots: Dots | None
    pin: tuple[float, QPointF, float] | None


@dataclass(frozen=True, slots=True)
class Page:
    """The page laid out: headings with icon and place, rows, and the lists at the right."""

    heads: tuple[tuple[str, str, QPointF], ...]
    rows: tuple[Row, ...]
    lists: tuple[tuple[str, str, tuple[str, ...], QRectF], ...]


def lay_out(course: Course, frame: Frame) -> Page:
    """Give each dilemma an equal part of the height."""
    room, beside, found = span(frame), lists(course, frame.texts), groups(course, frame.texts)
    count = sum(len(lines) for _, _, lines in found)
    right = room.left + room.width * ((0.67 if count > 5 else 0.63) if beside else 1.0)
    between = 26.0 * (len(found) - 1)
    each = min(460.0, (_BOTTOM - _TOP - _HEAD * len(found) - between) / max(1, count))
    heads, rows, y = list[tuple[str, str, QPointF]](), list[Row](), _TOP
    for words, icon, lines in found:
        heads.append((words, icon, QPointF(room.left, y)))
        y += _HEAD
        for line in lines:
            rows.append(_row(line, QRectF(room.left, y, right - room.left, each), frame))
            y += each
        y += 26
    box = QRectF(right + 84, _TOP, room.right - right - 84, _BOTTOM - _TOP)
    return Page(tuple(heads), tuple(rows), tuple(_beside(beside, frame, box)))


def _beside(
    found: Sequence[tuple[str, str, tuple[str, ...], tuple[str, ...]]], frame: Frame, box: QRectF
) -> list[tuple[str, str, tuple[str, ...], QRectF]]:
    """Both lists under each other: each gets what it needs, in fewer words when the whole does not fit."""
    if not found:
        return []
    free = box.height() - _UNDER * len(found) - 50 * (len(found) - 1)
    kept = [items for _, _, items, _ in found]
    high = [list_height(lay_list(items, frame, box.width(), 0, frame.floor)) for items in kept]
    if sum(high) > free:
        kept = [fewer for _, _, _, fewer in found]
        high = [list_height(lay_list(items, frame, box.width(), 0, frame.floor)) for items in kept]
    if sum(high) > free:
        half = free / len(found)
        first = min(high[0], max(half, free - sum(high[1:])))
        high = [first, *(free - first for _ in high[1:])]
    more = max(0.0, free - sum(high)) / len(found)
    made, y = [], box.top()
    for (words, icon, _, _), items, height in zip(found, kept, high, strict=True):
        grown = min(height * 1.35, height + more)
        made.append((words, icon, items, QRectF(box.left(), y, box.width(), _UNDER + grown)))
        y += _UNDER + grown + 50
    return made


def _row(line: CourseLine, box: QRectF, frame: Frame) -> Row:
    """The title beside the small line; under them the words of the poles and the sentence, when there is room."""
    each, aside = box.height(), box.width() * (0.47 if frame.tight else 0.4 if box.width() < 1300 else 0.3)
    size = min(0.72, max(0.42, each / 520))
    ruler = Ruler(box.left() + aside + 76, box.right() - 76, 0, size)
    sentence = frame.fit(shortened(line.sentence, 300), frame.face(41, 500, 1.14), box.width() - 20, 2000)
    low = box.bottom() - (8 if each < 160 else 24)
    words: list[tuple[Block, float, float, Qt.AlignmentFlag]] = []
    if sentence.lines and each - sentence.height - 56 >= 96:
        low -= sentence.height
        words.append((sentence, box.left(), low, LEFT))
        low -= 36
    a, b = (frame.fit(shortened(text, 120), frame.face(40, 500, 1.14), (box.right() - ruler.left) / 2 - 10, 90)
            for text in (line.a, line.b))  # fmt: skip
    poles = max(a.height, b.height)
    if low - box.top() - poles - 40 >= 200:
        low -= poles
        words += [(a, ruler.left - 66, low, LEFT), (b, ruler.right + 66, low, RIGHT)]
        low -= 36
    ruler = replace(ruler, y=(box.top() + low) / 2)
    dots, pin = _dots(line, ruler, box.top() + 4, low, frame)
    middle = dots.ruler.y if dots is not None else ruler.y
    face = frame.face(52 if each > 150 else 42, 700, 1.1)
    title = frame.fit(shortened(line.title, 80), face, aside - 30, min(low - box.top() - 10, 150) if each > 110 else 40)
    y = min(max(middle - title.height / 2, box.top() + 10), low - title.height)
    return Row(line, (*words, (title, box.left(), y, LEFT)), dots, pin)


def _dots(
    line: CourseLine, ruler: Ruler, top: float, bottom: float, frame: Frame
) -> tuple[Dots | None, tuple[float, QPointF, float] | None]:
    """The dots of a row, and its pin where it covers none of them."""
    if not line.before and not line.after and line.pawn is None:
        return None, None
    play = math.inf if bottom - top > 110 else 10.0  # the letters of two lines stay apart
    largest, radius, above = 66 * ruler.size, max(_LEAST, 46 * ruler.size - 4), 0.0
    while True:
        dots = lay_dots(ruler, line.before, line.after, top, bottom, largest, above=above, play=play)
        if line.pawn is None:
            return dots, None
        x = dots.ruler.at(line.pawn)
        up = lift(dots, x, radius)
        tip = QPointF(x, dots.ruler.y - 8 * ruler.size - up)
        over = top - 6 - (tip.y() - pin_height(radius))
        if over <= 0 or (above > 0.5 * (bottom - top) and radius <= _LEAST):
            return dots, (radius, tip, up)
        if radius > _LEAST:
            radius = max(_LEAST, radius * 0.9)
        else:
            above += max(2.0, 0.5 * over)


def paint_course(painter: QPainter, picture: CoursePage, frame: Frame) -> None:
    """The whole page."""
    made = lay_out(picture.course, frame)
    _paint_title(painter, picture.course, frame)
    for words, icon, spot in made.heads:
        _paint_head(painter, words, icon, frame, spot)
    for row in made.rows:
        _paint_row(painter, row, frame)
    for words, icon, items, box in made.lists:
        _paint_head(painter, words, icon, frame, box.topLeft())
        paint_list(painter, items, frame, box.adjusted(0, _UNDER, 0, 2), 46)
    if made.lists and made.rows:
        x = made.lists[0][3].left() - 40
        painter.setPen(QPen(frame.theme.colour("line"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, _TOP), QPointF(x, _BOTTOM))


def _paint_title(painter: QPainter, course: Course, frame: Frame) -> None:
    room, t = span(frame), frame.texts.t
    face, small = frame.face(72, 800), frame.face(39)
    legend = []
    if any(line.before for line in course.lines):
        legend.append(("before", t("at first")))
    if any(line.after for line in course.lines):
        legend.append(("after", t("after the talk")))
    if any(line.pawn is not None for line in course.lines):
        legend.append(("pin", t("we")))
    width = sum(small.width(words) + 44 for _, words in legend) + 40 * max(0, len(legend) - 1)
    words = frame.texts.t("Our course")
    middle = _TITLE + cap(face) / 2
    paint_icon(painter, "route", frame.ink, QRectF(room.left - 6, middle - 38, 76, 76), 1.9)
    x = room.left + 96
    typeset.draw(painter, Block((words,), face), x, _TITLE, frame.ink)
    x += face.width(words) + 40
    team = frame.face(48, 500)
    left = room.right - width - 60 - x
    if course.title and left > 120:
        shown = team.elided(course.title, left)
        typeset.draw(painter, Block((shown,), team), x, _TITLE + cap(face) - cap(team), frame.ink2)
    if left < 0:
        return
    x = room.right - width
    for kind, said in legend:
        if kind == "pin":
            paint_pin(painter, QPointF(x + 15, middle + 24), 15, "", frame)
        else:
            paint_dot(painter, QPointF(x + 15, middle), 15, frame, full=kind == "after")
        typeset.draw(painter, Block((said,), small), x + 44, middle - cap(small) / 2, frame.ink)
        x += small.width(said) + 44 + 40


def _paint_head(painter: QPainter, words: str, icon: str, frame: Frame, spot: QPointF) -> None:
    face = frame.face(44, 800)
    middle = spot.y() + cap(face) / 2
    paint_icon(painter, icon, frame.ink, QRectF(spot.x() - 3, middle - 25, 50, 50), 2.2)
    typeset.draw(painter, Block((words,), face), spot.x() + 62, spot.y(), frame.ink)


def _paint_row(painter: QPainter, row: Row, frame: Frame) -> None:
    for block, x, y, align in row.words:
        typeset.draw(painter, block, x, y, frame.ink, align=align)
    if row.dots is None:
        return
    ruler = row.dots.ruler
    if row.pin is not None:
        radius, tip, stem = row.pin
        paint_pin(painter, tip, radius, frame.texts.t("we") if radius >= 46 else "", frame, stem)
    paint_ruler(painter, ruler, frame)
    for letter, x in (("A", ruler.left - 42), ("B", ruler.right + 42)):
        paint_letter(painter, letter, QPointF(x, ruler.y), 30, frame)
    paint_dots(painter, row.dots, frame)
