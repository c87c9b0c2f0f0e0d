"""What the group thinks, held against a goal of the organisation: helps, rubs, stands apart, each with a sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gogrow.domain.public import Goals
from gogrow.sheets.wishes import FIT_SIGNS
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, rule
from gogrow.ui.beamer.poles import Span, paint_name, shortened, span
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block

_LOW = 76.0
_INDENT = 46.0


def fit_words(fit: str, texts: Texts) -> str:
    """How something relates to a goal, in a word or two; '' when nobody said so yet."""
    t = texts.t
    return {"helps": t("helps"), "rubs": t("rubs"), "apart": t("stands apart")}.get(fit, "")


def question(texts: Texts) -> str:
    """What is asked where there are no goals."""
    return texts.t("What should the organisation want?")


def number(picture: Goals, texts: Texts) -> str:
    """Which goal this is, of how many."""
    return texts.t("Goal {number} of {count}", number=picture.number + 1, count=picture.count)


def paint_goals(painter: QPainter, picture: Goals, frame: Frame) -> None:
    """A goal with the dilemmas under it, or the question with what the group asks for."""
    room = span(frame)
    words = picture.goal or question(frame.texts)
    name = number(picture, frame.texts) if picture.goal and picture.count > 1 else ""
    name = name or (frame.texts.t("The goal") if picture.goal else frame.texts.t("Our wishes"))
    top = paint_name(painter, "flag", name, frame, room.width) + 64
    many = len(picture.lines) > 5
    face = frame.face(84 if many else 104, 800, 1.06)
    head = frame.saving(shortened(words, 300), face, room.width, 176 if many else 236)
    if not picture.lines and not picture.requests:
        top = max(top, (HEIGHT - head.height) / 2 - 40)
    y = typeset.draw(painter, head, room.left, top, frame.ink)
    if picture.lines:
        _paint_lines(painter, picture, frame, room, y + (56 if many else 84))
    elif picture.requests:
        paint_list(painter, picture.requests, frame, QRectF(room.left, y + 84, room.width, HEIGHT - _LOW - y - 84))


def _paint_lines(painter: QPainter, picture: Goals, frame: Frame, room: Span, top: float) -> None:
    lines = picture.lines[:12]
    each = min(140.0, (HEIGHT - _LOW + 22 - top) / len(lines))
    size = min(66.0, max(frame.floor, each * 0.58))
    face, bold = frame.face(size, 500), frame.face(size, 700)
    face, bold = (f if f.pixels <= each * 0.72 else frame.face(frame.floor, f.weight) for f in (face, bold))
    while True:  # as large as the titles stand there whole
        icon = bold.pixels * 1.3
        said = max((bold.width(fit_words(fit, frame.texts)) for _, fit in lines if fit), default=0.0)
        room_left = room.width - said - icon - 110
        if face.pixels <= frame.floor or all(face.width(title) <= room_left for title, _ in lines):
            break
        face, bold = (replace(f, pixels=max(frame.floor, f.pixels * 0.95)) for f in (face, bold))
    titles = [Block((face.elided(title, room_left),), face) for title, _ in lines]
    column = room.left + min(max(block.width for block in titles) + 110, room.width - said - icon - 20)
    for row, (block, (_, fit)) in enumerate(zip(titles, lines, strict=True)):
        middle = top + (row + 0.5) * each
        if row:
            rule(painter, frame, room.left, middle - each / 2, column + icon + 20 + said - room.left)
        typeset.draw(painter, block, room.left, middle - block.height / 2, frame.ink)
        words = Block((fit_words(fit, frame.texts),), bold) if fit_words(fit, frame.texts) else None
        if words is not None:
            paint_icon(painter, FIT_SIGNS[fit], frame.ink, QRectF(column, middle - icon / 2, icon, icon), 2)
            typeset.draw(painter, words, column + icon + 20, middle - words.height / 2, frame.ink)


def paint_list(painter: QPainter, items: Sequence[str], frame: Frame, box: QRectF, largest: float = 60.0) -> float:
    """Sentences with a dot before each, as large as they all fit; returns the last baseline.

    When they do not fit at the smallest size, those that do are there, and words that say that there is more.
    """
    blocks = lay_list(items, frame, box.width(), box.height(), largest)
    if list_height(blocks) > box.height():
        more = frame.fit(frame.texts.t("and more"), blocks[0].face, box.width() - _INDENT, 60)
        while blocks and list_height([*blocks, more]) > box.height():
            blocks.pop()
        blocks.append(more)
    y = box.top()
    for number, block in enumerate(blocks):
        y += _between(block) if number else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.ink)
        dot = 0.13 * block.face.pixels
        painter.drawEllipse(QPointF(box.left() + dot + 2, y + 0.334 * block.face.pixels), dot, dot)
        y = typeset.draw(painter, block, box.left() + _INDENT, y, frame.ink)
    return y


def lay_list(items: Sequence[str], frame: Frame, width: float, height: float, largest: float) -> list[Block]:
    """The sentences as large as they fit; at the smallest size they may be higher than ``height``."""
    size, words = largest, [shortened(item, 240) for item in items]
    while True:
        face = frame.face(size, 500, 1.16)
        blocks = [frame.fit(item, face, width - _INDENT, 2000) for item in words]
        if face.pixels <= frame.floor or list_height(blocks) <= height:
            return blocks
        size *= 0.93


def list_height(blocks: Sequence[Block]) -> float:
    """How high a list is."""
    return sum(block.height for block in blocks) + sum(_between(block) for block in blocks[1:])


def _between(block: Block) -> float:
    return 0.78 * block.face.pixels
