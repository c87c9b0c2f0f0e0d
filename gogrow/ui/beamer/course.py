"""The course on one page: each dilemma as a small line, where the group is of one mind, what rubs, what it asks for.

With many dilemmas first the words of the poles go, then the sentences, then the legend; never a dot. Nobody's name has
a place in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.course import Course, CourseLine
from gogrow.domain.public import CoursePage
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, rule
from gogrow.ui.beamer.goals import paint_list
from gogrow.ui.beamer.line import Dots, Ruler, lay_dots, lift, paint_dot, paint_dots, paint_pin, paint_ruler
from gogrow.ui.beamer.poles import paint_letter, span
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block

_TOP, _LOW = 66.0, 58.0
_PIN = 17.0


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


def lists(course: Course, texts: Texts) -> list[tuple[str, str, tuple[str, ...]]]:
    """What rubs and what the group asks for, as sentences."""
    t = texts.t
    rubs = tuple(
        t("{title}: with “{goal}”", title=line.title, goal=goal.goal) if len(course.goals) > 1 else line.title
        for line, goal in course.rubs
    )
    found = [(t("This rubs"), "bolt", rubs), (t("This we ask for"), "message-circle", course.requests)]
    return [one for one in found if one[2]]


@dataclass(frozen=True, slots=True)
class Row:
    """A dilemma's part of the page: its box, and how much of it there is room for."""

    line: CourseLine
    box: QRectF
    title: Block
    sentence: Block
    dots: Dots | None


@dataclass(frozen=True, slots=True)
class Page:
    """The page laid out: headings with icon and place, rows, and the lists at the right."""

    heads: tuple[tuple[str, str, QPointF], ...]
    rows: tuple[Row, ...]
    lists: tuple[tuple[str, str, tuple[str, ...], QRectF], ...]


def lay_out(course: Course, frame: Frame) -> Page:
    """Give each dilemma an equal part of the height."""
    room, beside = span(frame), lists(course, frame.texts)
    top, bottom = _TOP + 112, HEIGHT - _LOW
    right = room.left + room.width * (0.63 if beside else 1.0)
    found = groups(course, frame.texts)
    head = 62.0
    count = sum(len(lines) for _, _, lines in found)
    between = 26.0 * (len(found) - 1)
    each = min(330.0, (bottom - top - head * len(found) - between) / max(1, count))
    heads, rows, y = list[tuple[str, str, QPointF]](), list[Row](), top
    for words, icon, lines in found:
        heads.append((words, icon, QPointF(room.left, y)))
        y += head
        for line in lines:
            rows.append(_row(line, QRectF(room.left, y, right - room.left, each), frame))
            y += each
        y += 26
    return Page(tuple(heads), tuple(rows), tuple(_beside(beside, QRectF(right, top, room.right - right, bottom - top))))


def _beside(
    found: Sequence[tuple[str, str, tuple[str, ...]]], box: QRectF
) -> list[tuple[str, str, tuple[str, ...], QRectF]]:
    """Both lists under each other; the room is shared after how much there is to say."""
    made, y, left = [], box.top(), box.left() + 84
    weights = [2 + sum(1 + len(item) / 26 for item in items) for _, _, items in found]
    for (words, icon, items), weight in zip(found, weights, strict=True):
        high = (box.height() - 40 * (len(found) - 1)) * max(weight / sum(weights), 0.25)
        made.append((words, icon, items, QRectF(left, y, box.right() - left, high)))
        y += high + 40
    return made


def _row(line: CourseLine, box: QRectF, frame: Frame) -> Row:
    """Title and sentence at the left of the small line."""
    aside = box.width() * (0.42 if box.width() < 1200 else 0.36)
    face = frame.face(48 if box.height() > 120 else 42, 700, 1.1)
    high = box.height() - 34
    title = frame.fit(line.title, face, aside - 30, min(high, 92))
    smaller = frame.face(42, 500, 1.14)
    sentence = frame.fit(line.sentence, smaller, aside - 30, 2000)
    if title.height + 30 + sentence.height > high:
        sentence = replace(sentence, lines=())
    letters = 64.0
    left, right = box.left() + aside + letters, box.right() - letters
    ruler = Ruler(left, right, box.center().y(), 0.42)
    dots = None
    if line.before or line.after:
        above = 2 * _PIN if line.pawn is not None else 0.0
        dots = lay_dots(ruler, line.before, line.after, box.top() + 4, box.bottom() - 6, 30.0, above=above)
    elif line.pawn is not None:
        dots = Dots(ruler, 20.0, (), ())
    return Row(line, box, title, sentence, dots)


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
        paint_list(painter, items, frame, box.adjusted(0, 70, 0, 0), 46)
    if made.lists:
        painter.setPen(frame.theme.colour("line"))
        x = made.lists[0][3].left() - 42
        painter.save()
        painter.translate(x, _TOP + 112)
        painter.rotate(90)
        rule(painter, frame, 0, 0, HEIGHT - _LOW - _TOP - 112)
        painter.restore()


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
    middle = _TOP + cap(face) / 2
    paint_icon(painter, "route", frame.ink, QRectF(room.left - 6, middle - 38, 76, 76), 1.9)
    x = room.left + 96
    typeset.draw(painter, Block((words,), face), x, _TOP, frame.ink)
    x += face.width(words) + 40
    team = frame.face(48, 500)
    left = room.right - width - 60 - x
    if course.title and left > 120:
        shown = team.elided(course.title, left)
        typeset.draw(painter, Block((shown,), team), x, _TOP + cap(face) - cap(team), frame.ink2)
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
    gap = 30.0 if row.sentence.lines else 0.0
    high = row.title.height + gap + row.sentence.height
    y = row.box.center().y() - high / 2
    base = typeset.draw(painter, row.title, row.box.left(), y, frame.ink)
    typeset.draw(painter, row.sentence, row.box.left(), base + gap, frame.ink)
    if row.dots is None:
        return
    ruler = row.dots.ruler
    if row.line.pawn is not None:
        x = ruler.at(row.line.pawn)
        up = lift(row.dots, x, _PIN)
        paint_pin(painter, QPointF(x, ruler.y - 4 - up), _PIN, "", frame, up)
    paint_ruler(painter, ruler, frame)
    for letter, x in (("A", ruler.left - 40), ("B", ruler.right + 40)):
        paint_letter(painter, letter, QPointF(x, ruler.y), 30, frame)
    paint_dots(painter, row.dots, frame)


