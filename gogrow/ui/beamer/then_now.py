"""Then and now: two boards of equal counters side by side, or one person's way over the board.

No lines between the two boards, so that nobody can be followed. On the board of one person stand hollow pawns for
then, a full one for now, and an arrow; never a number.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.board import Field
from gogrow.domain.labels import Box, Label, Tag, place_labels
from gogrow.domain.public import PublicPawn, ThenNowOne, ThenNowTeam
from gogrow.domain.spreading import spread
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap
from gogrow.ui.beamer.places import pawn_radius
from gogrow.ui.beamer.stage import RADIUS, Stage, corners, gathering, paint_stage
from gogrow.ui.board.geometry import Place, fitting
from gogrow.ui.board.painting import BoardPicture, Wording, axes_room, paint_axes, spoken
from gogrow.ui.board.pawns import NEUTRAL, Look, paint_pawn, paint_tag, paint_way, tag_size
from gogrow.ui.board.signs import paint_signs
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block, Face

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_PITCH = 66.0
_ICON = 54.0


def then_words(texts: Texts, day: dt.date | None) -> str:
    """What stands at a place of then: its day, when it has one."""
    return texts.t("Then, {day}", day=texts.date(day)) if day else texts.t("Then")


def now_words(texts: Texts, day: dt.date | None) -> str:
    """What stands at a place of now."""
    return texts.t("Now, {day}", day=texts.date(day)) if day else texts.t("Right now")


# ---------------------------------------------------------------------- a group


@dataclass(frozen=True, slots=True)
class Pair:
    """Two boards laid out in canvas pixels, with the words above them and the fields' words below."""

    heading: Block
    body: Block
    boards: tuple[tuple[Place, Block, tuple[QPointF, ...]], ...]
    radius: float
    signs: tuple[tuple[Field, Block, QPointF], ...]


def lay_out_pair(picture: ThenNowTeam, frame: Frame) -> Pair:
    """Two boards as large as the screen allows."""
    left, right = frame.inset + frame.margin, frame.width - frame.inset - frame.margin
    wide = right - left
    top = 66.0 if not frame.tight else 58.0
    heading = frame.heading(picture.heading, wide * (0.42 if not frame.tight else 1.0), 120, "situation")
    beside = wide - heading.width - 70
    room, high = (beside, 130.0) if not frame.tight else (wide, 120.0)
    body = frame.fit(picture.body, frame.measure("body.small", 500), room, high)
    head = max(heading.height, body.height) if not frame.tight else heading.height + 34 + body.height
    signs, under = _signs(picture, frame, left, wide)
    texts = frame.texts
    half = wide / 2 - 24
    said = [
        frame.fit(words, frame.measure("small", 700), half, 60)
        for words in (then_words(texts, picture.then_day), now_words(texts, picture.now_day))
    ]
    first = top + head + 46 + max(block.height for block in said) + 26
    last = HEIGHT - 52 - under - (34 if under else 0)
    dress = frame.dress(Wording.NONE, centre=False)
    axes = axes_room(picture.board, dress)
    boards = []
    radius = 0.0
    for index, (pawns, block) in enumerate(zip((picture.then, picture.now), said, strict=True)):
        area = QRectF(left + index * (half + 48), first + axes, half, last - first - 2 * axes)
        place = fitting(picture.board, area)
        most = max(len(picture.then), len(picture.now))
        radius = pawn_radius(frame, most) * min(1.0, place.unit / RADIUS)
        points = spread([(p.x, p.y) for p in pawns], radius / place.box.height(), picture.board)
        boards.append((place, block, tuple(place.point(x, y) for x, y in points)))
    return Pair(heading, body, tuple(boards), radius, signs)


def _signs(
    picture: ThenNowTeam, frame: Frame, left: float, wide: float
) -> tuple[tuple[tuple[Field, Block, QPointF], ...], float]:
    """What the fields mean, once for both boards: in one row at the foot, or in more where it is narrow."""
    fields, face, icon = picture.board.fields, frame.measure("small", 600), 66.0
    texts = [spoken(field.sentence, frame.language) for field in fields]
    for columns in (len(fields), -(-len(fields) // 2), 1):
        share = wide / columns
        needed = sum(icon + face.width(text) for text in texts) + 44 * (columns - 1)
        fits = needed <= wide if columns == len(fields) else max(map(face.width, texts)) + icon + 44 <= share
        if fits:
            break
    blocks = [Block((face.elided(text, wide - icon if columns > 1 else share - icon),), face) for text in texts]
    rows = -(-len(fields) // columns)
    widths = [icon + block.width for block in blocks]
    air = min(110.0, (wide - sum(widths)) / max(1, columns - 1)) if rows == 1 else 0.0
    start = left + (wide - sum(widths) - air * (columns - 1)) / 2
    found = []
    for number, (field, block) in enumerate(zip(fields, blocks, strict=True)):
        row, column = divmod(number, columns)
        x = start + sum(widths[:number]) + air * number if rows == 1 else left + column * share
        found.append((field, block, QPointF(x, HEIGHT - 52 - (rows - 1 - row) * _PITCH - block.height)))
    return tuple(found), (rows - 1) * _PITCH + 40


def paint_pair_ground(painter: QPainter, made: Pair, frame: Frame, board: BoardPicture) -> None:
    """Everything that does not move: words, boards, and what the fields mean."""
    ink = frame.ink
    left, right = frame.inset + frame.margin, frame.width - frame.inset - frame.margin
    top = 66.0 if not frame.tight else 58.0
    y = typeset.draw(painter, made.heading, left - 3, top, ink)
    if frame.tight:
        typeset.draw(painter, made.body, left, y + 34, ink)
    else:
        high = max(made.heading.height, made.body.height)
        typeset.draw(painter, made.body, right - made.body.width, top + (high - made.body.height) / 2, ink)
    dress = frame.dress(Wording.NONE, centre=False)
    for place, block, _ in made.boards:
        outline = place.outline()
        axes = axes_room(place.board, dress)
        words = outline.top() - axes - 26 - block.height
        typeset.draw(painter, block, place.centre.x(), words, ink, align=_MIDDLE)
        board.paint(painter, place, dress)
        paint_axes(painter, place, dress)
        paint_signs(painter, place, ink, _ICON)
    for field, block, spot in made.signs:
        size = 50.0
        top = spot.y() + (cap(block.face) - size) / 2
        paint_icon(painter, field.icon, ink, QRectF(spot.x(), top, size, size), 2.0)
        typeset.draw(painter, block, spot.x() + 66, spot.y(), ink)


def paint_counters(painter: QPainter, made: Pair, frame: Frame, shown: float = 1.0) -> None:
    """All counters at once, on both boards."""
    if shown <= 0:
        return
    painter.save()
    painter.setOpacity(painter.opacity() * shown)
    for _, _, points in made.boards:
        for point in sorted(points, key=lambda point: (point.y(), point.x())):
            paint_pawn(painter, point, made.radius * (0.9 + 0.1 * shown), NEUTRAL, frame.theme, frame.floor)
    painter.restore()


# ---------------------------------------------------------------------- one person


@dataclass(frozen=True, slots=True)
class Way:
    """One person's way over the board, laid out in canvas pixels; the last pawn is that of now."""

    stage: Stage
    heading: Block
    body: Block
    pawns: tuple[PublicPawn, ...]
    points: tuple[QPointF, ...]
    radii: tuple[float, ...]
    labels: tuple[tuple[str, Label], ...]
    face: Face


def lay_out_way(picture: ThenNowOne, frame: Frame) -> Way:
    """A board with the pawns of then and now, each with its day."""
    t = frame.texts.t
    stage = gathering(frame, picture.board)
    name = frame.measure("situation", 800).elided(picture.name, 3 * stage.head.width() if frame.tight else 760)
    heading = frame.heading(t("{name}, then and now", name=name), stage.head.width(), stage.head.height(), "situation")
    room = stage.column.height() if frame.tight else stage.column.height() - heading.height - 96
    body = frame.body(picture.body, frame.measure("body", leading=1.24), stage.column.width(), max(40.0, room))
    then = [pawn for pawn, _ in picture.then]
    pawns = (*then, picture.now)
    full = frame.theme.size("pawn") * 1.3 * min(1.0, stage.place.unit / RADIUS)
    small = full if len(then) == 1 else 0.74 * full
    radii = (*(small for _ in then), full)
    drawn = spread([(p.x, p.y) for p in pawns], full / stage.place.box.height(), picture.board)
    points = tuple(stage.place.point(x, y) for x, y in drawn)
    days = [_short(frame.texts, day) for _, day in picture.then]
    words = [*(day or t("then") for day in days), t("now")]
    face = frame.measure("name", 600)
    sizes = [tag_size(one, face, 420) for one in words]
    tags = [Tag(p.x(), p.y(), *size) for p, size in zip(points, sizes, strict=True)]
    blocked = [Box(x - 8, y - 8, made.width + 16, made.height + 16) for made, x, y in corners(frame, stage)]
    labels = place_labels(
        tags,
        [(p.x(), p.y()) for p in points],
        full,
        Box(20, 16, frame.width - 40, HEIGHT - 32),
        blocked=blocked,
        discs=_discs(points),
    )
    told = tuple((one, label) for one, label in zip(words, labels, strict=True) if label is not None)
    return Way(stage, heading, body, pawns, points, radii, told, face)


def _short(texts: Texts, day: dt.date | None) -> str:
    return texts.date(day, "d MMM y") if day else ""


def _discs(points: tuple[QPointF, ...]) -> list[tuple[float, float, float]]:
    """The arrows as rows of small discs that no tag may cross."""
    found = []
    for start, end in pairwise(points):
        steps = max(1, int(math.hypot((end - start).x(), (end - start).y()) / 18))
        for step in range(steps + 1):
            point = start + (end - start) * (step / steps)
            found.append((point.x(), point.y(), 12.0))
    return found


def paint_way_ground(painter: QPainter, made: Way, frame: Frame, board: BoardPicture) -> None:
    """The words and the board."""
    stage = made.stage
    paint_stage(painter, frame, stage, board)
    y = typeset.draw(painter, made.heading, stage.head.x() - 3, stage.head.y(), frame.ink)
    typeset.draw(painter, made.body, stage.column.x() + 2, stage.column.y() if frame.tight else y + 96, frame.ink)


def paint_steps(painter: QPainter, made: Way, frame: Frame, grown: float = 1.0) -> None:
    """The pawns of then, the arrows growing from each to the next, and the pawn of now."""
    theme = frame.theme
    painter.save()
    painter.setOpacity(painter.opacity() * min(1.0, 2.5 * grown))
    for at in range(len(made.points) - 1):
        paint_way(painter, made.points[at], made.points[at + 1], (made.radii[at], made.radii[at + 1]), theme, grown)
    last = len(made.pawns) - 1
    for number, (pawn, point, radius) in enumerate(zip(made.pawns, made.points, made.radii, strict=True)):
        look = replace(Look.of(pawn), past=number < last)
        paint_pawn(painter, point, radius, look, theme, frame.floor)
    for words, label in made.labels:
        if label.leader:
            painter.setPen(QPen(frame.ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([QPointF(x, y) for x, y in label.leader])
        box = QRectF(label.box.x, label.box.y, label.box.width, label.box.height)
        paint_tag(painter, box, words, made.face, theme)
    painter.restore()
