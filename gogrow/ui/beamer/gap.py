"""The gap of two people who agreed to show it: two large pawns, a line that asks, and who speaks first.

The board is enlarged and cut off by the screen's edge, so far that both pawns and their names stay in sight. The
words stand on the other side of the screen than the pawns.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.board import Field
from gogrow.domain.public import Gap, PublicPawn
from gogrow.domain.spreading import spread
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, rule
from gogrow.ui.board.geometry import RIM_END, Place, is_round
from gogrow.ui.board.painting import BoardPicture, Wording, paint_board, spoken
from gogrow.ui.board.pawns import (
    PAWN_REACH,
    Look,
    paint_gap,
    paint_pawn,
    paint_tag,
    question_place,
    tag_size,
)
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block, Face

LARGEST = 770.0
"""The radius of the enlarged board at most."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A field's icon, sentence and word, and where they stand; ``icon`` is the icon's size."""

    field: Field
    sentence: Block
    word: Block
    icon: float
    spot: QPointF

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        width = self.icon * 1.21 + max(self.sentence.width, self.word.width)
        return width, self.sentence.height + 26 + self.word.height + 16


@dataclass(frozen=True, slots=True)
class Pair:
    """The picture laid out in canvas pixels."""

    place: Place
    radius: float
    owner: QPointF
    other: QPointF
    words: QRectF
    area: QRectF
    tags: tuple[tuple[QRectF, str, Face], ...]
    signs: tuple[Sign, ...]


def lay_out(picture: Gap, frame: Frame) -> Pair:
    """Find the largest board on which both pawns and both names stand free."""
    radius = frame.theme.size("pawn.gap") * (1.0 if not frame.tight else 0.86)
    best: tuple[int, Pair] | None = None
    for shrink in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54):
        made, missing = _lay_out(picture, frame, radius, LARGEST * shrink)
        if best is None or missing < best[0]:
            best = missing, made
        if not missing:
            break
    assert best is not None
    return replace(best[1], signs=tuple(_signs(picture, frame, best[1])))


def _lay_out(picture: Gap, frame: Frame, radius: float, largest: float) -> tuple[Pair, int]:
    board = picture.board
    width = min((0.344 if not frame.tight else 0.362) * frame.width, 660.0)
    points = [(picture.owner.x, picture.owner.y), (picture.other.x, picture.other.y)]
    mean = sum(x for x, _ in points) / 2
    to_right = mean < 0.5 and is_round(board)  # the pawns are on the left of the board: cut it off at the right edge
    if mean == 0.5 or not is_round(board):
        to_right = False
    inset, edge = frame.inset, frame.width - frame.inset
    if to_right:
        words = QRectF(inset + frame.margin, 0, width - 56, HEIGHT)
        area = QRectF(words.right() + 30, 0, frame.width - words.right() - 30, HEIGHT)
    else:
        words = QRectF(edge - width - 8, 0, width - 56, HEIGHT)
        area = QRectF(0, 0, words.left() - 36, HEIGHT)
    place = _zoom(picture, area, points, radius, largest, to_right)
    drawn = spread(points, radius / place.box.height(), board)
    owner, other = (place.point(x, y) for x, y in drawn)
    tags, missing = _tags(picture, frame, area, owner, other, radius)
    reach = PAWN_REACH * radius
    sight = area.adjusted(reach + 8, reach + 8, -reach, -reach - 8)
    missing += sum(not sight.contains(point) for point in (owner, other))
    return Pair(place, radius, owner, other, words, area, tuple(tags), ()), missing


def _zoom(
    picture: Gap, area: QRectF, points: list[tuple[float, float]], radius: float, largest: float, to_right: bool
) -> Place:
    """The board in the area, enlarged while both pawns stay in it."""
    board = picture.board
    aspect = board.aspect
    side, over = radius + 50, radius + 130  # room beside a pawn, and above and below for its name
    xs, ys = [(x - 0.5) * 2 * aspect for x, _ in points], [(y - 0.5) * 2 for _, y in points]
    unit = largest
    if max(ys) > min(ys):
        unit = min(unit, (area.height() - 2 * over) / (max(ys) - min(ys)))
    end = aspect * RIM_END if is_round(board) else aspect + RIM_END - 1
    if is_round(board):
        # The rim on the side of the words just touches the area's edge; the farthest pawn stays clear of the other.
        far = max(xs) if to_right else -min(xs)
        unit = min(unit, (area.width() - side) / max(0.2, end + far))
    else:
        unit = min(unit, area.width() / (2 * end) - 14, area.height() / (2 * RIM_END) - 20)
    unit = max(unit, 240.0)
    if not is_round(board) or 2 * RIM_END * unit < HEIGHT:
        x = area.center().x()  # the whole board is in sight
    else:
        x = area.left() + end * unit if to_right else area.right() - end * unit
    y = HEIGHT * 0.44 - sum(ys) / len(ys) * unit
    reach = RIM_END * unit
    if is_round(board) and 2 * reach >= HEIGHT:
        y = min(max(y, HEIGHT - 150 - reach), reach + 150)
    else:
        y = HEIGHT / 2
    lowest, highest = y + max(ys) * unit, y + min(ys) * unit
    if lowest > HEIGHT - over:
        y -= lowest - (HEIGHT - over)
    if highest < over:
        y += over - highest
    return Place(board, QRectF(x - unit * aspect, y - unit, 2 * unit * aspect, 2 * unit))


def _pawn_boxes(owner: QPointF, other: QPointF, radius: float) -> list[QRectF]:
    reach = PAWN_REACH * radius
    return [QRectF(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach) for p in (owner, other)]


def _line_boxes(owner: QPointF, other: QPointF, radius: float) -> list[QRectF]:
    """The line as a row of small boxes, and the question's disc."""
    way = other - owner
    length = math.hypot(way.x(), way.y())
    steps = max(1, int(length / 24))
    half = 0.16 * radius + 6
    found = []
    for step in range(steps + 1):
        point = owner + way * (step / steps)
        found.append(QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half))
    middle, disc = question_place(owner, other, radius)
    disc += 14
    return [*found, QRectF(middle.x() - disc, middle.y() - disc, 2 * disc, 2 * disc)]


def _tags(
    picture: Gap, frame: Frame, area: QRectF, owner: QPointF, other: QPointF, radius: float
) -> tuple[list[tuple[QRectF, str, Face]], int]:
    """Who is who: a name at my own pawn, and at the other one who sees whom there."""
    t = frame.texts.t
    first, second = frame.measure("body.small", 700), frame.face(50, 600)
    room = area.width() - 48
    mine = first.elided(picture.owner_name, min(room, 520))
    half = (room - second.width(t("{owner} sees {other} here", owner="", other=""))) / 2 - 40
    a, b = second.elided(picture.owner_name, half), second.elided(picture.other_name, half)
    theirs = (
        t("{owner} sees {other} here", owner=b, other=a)
        if picture.mirror
        else t("{owner} sees {other} here", owner=a, other=b)
    )
    taken = [*_pawn_boxes(owner, other, radius), *_line_boxes(owner, other, radius)]
    bounds = area.adjusted(20, 22, -16, -22)
    found: list[tuple[QRectF, str, Face]] = []
    missing = 0
    for middle, away, name, face, up in (
        (owner, other, mine, first, False),
        (other, owner, theirs, second, True),
    ):
        size = tag_size(name, face, room)
        box = _free_box(middle, away, size, radius, bounds, taken, up)
        if box is None:
            missing += 1
            box = _pushed(QRectF(middle.x() - size[0] / 2, middle.y() + radius + 26, *size), bounds)
        taken.append(box.adjusted(-10, -10, 10, 10))
        found.append((box, name, face))
    return found, missing


def _free_box(
    middle: QPointF,
    away: QPointF,
    size: tuple[float, float],
    radius: float,
    bounds: QRectF,
    taken: list[QRectF],
    above_first: bool,
) -> QRectF | None:
    """A place for a tag at its pawn: under or above it, moved sideways where that helps, and within the bounds."""
    width, height = size
    under = middle.y() + 1.13 * radius + 10
    above = middle.y() - 1.08 * radius - 26 - height
    rows = (above, under) if above_first else (under, above)
    lean = 0.18 if away.x() < middle.x() else -0.18  # away from the line
    for y in (*rows, above - 46, under + 40):
        for shift in (0.0, lean, -lean, 2.2 * lean, -2.2 * lean):
            box = _pushed(QRectF(middle.x() - width / 2 + shift * width, y, width, height), bounds)
            if abs(box.y() - y) > 0.5 or not box.left() - radius <= middle.x() <= box.right() + radius:
                continue
            if not any(box.intersects(other) for other in taken):
                return box
    return None


def _pushed(box: QRectF, bounds: QRectF) -> QRectF:
    x = min(max(box.x(), bounds.left()), bounds.right() - box.width())
    y = min(max(box.y(), bounds.top()), bounds.bottom() - box.height())
    return QRectF(x, y, box.width(), box.height())


def _signs(picture: Gap, frame: Frame, made: Pair) -> list[Sign]:
    """Icon, sentence and word of the fields in sight, where nothing else is; first those of the two pawns."""
    board = picture.board
    own = [board.field_at(p.x, p.y) for p in (picture.owner, picture.other)]
    busy = [*_pawn_boxes(made.owner, made.other, made.radius), *_line_boxes(made.owner, made.other, made.radius)]
    busy += [box for box, _, _ in made.tags]
    found = []
    for one in sorted(board.fields, key=lambda one: (one not in own, one.id)):
        for pixels, room, clear in ((54, 520, 36), (54, 300, 36), (54, 300, 14), (42, 230, 12)):
            sign = Sign(
                one,
                frame.fit(spoken(one.sentence, frame.language), frame.face(pixels, 800, 1.06), room, 190),
                Block((spoken(one.name, frame.language),), frame.face(min(42, pixels - 3))),
                pixels * 1.22,
                QPointF(),
            )
            spot = _free_spot(made.place, one, made.area, sign.size, busy, clear)
            if spot is not None:
                found.append(replace(sign, spot=spot))
                width, height = sign.size
                busy.append(QRectF(spot.x() - 24, spot.y() - 24, width + 48, height + 48))
                break
    return found


def _free_spot(
    place: Place, one: Field, area: QRectF, size: tuple[float, float], taken: list[QRectF], clear: float
) -> QPointF | None:
    """The place for a field's words, inside the field and clear of everything, nearest to where the field is wide."""
    home = place.polar(sum(one.sector) / 2, 0.8) if one.sector is not None else place.middle(one)
    width, height = size
    boxes = [(box.left() - clear, box.top() - clear, box.right() + clear, box.bottom() + clear) for box in taken]
    left, top = int(area.left()) + 28, int(area.top()) + 30
    spots = [
        (math.hypot(x + width / 2 - home.x(), y + height / 2 - home.y()), x, y)
        for x in range(left, int(area.right() - 28 - width) + 1, 24)
        for y in range(top, int(area.bottom() - 30 - height) + 1, 24)
    ]
    for _, x, y in sorted(spots):
        if not _within(place, one, x - 18, y - 12, x + width + 18, y + height + 12):
            continue
        if not any(x < e and w < x + width and y < s and n < y + height for w, n, e, s in boxes):
            return QPointF(x, y)
    return None


def _within(place: Place, one: Field, left: float, top: float, right: float, bottom: float) -> bool:
    box, board = place.box, place.board
    middle = ((left + right) / 2, (top + bottom) / 2)
    shares = [
        ((x - box.x()) / box.width(), (y - box.y()) / box.height())
        for x, y in (middle, (left, top), (right, bottom), (right, top), (left, bottom))
    ]
    if all(board.field_at(x, y) is one for x, y in shares):
        return True
    if one.sector is None:
        return False
    # Beside a small round board, in the corner of its field: clear of the rim.
    x, y = shares[0]
    away = math.hypot(x - 0.5, y - 0.5)
    beside = board.field_at(0.5 + (x - 0.5) * 0.4 / away, 0.5 + (y - 0.5) * 0.4 / away) is one if away else False
    near = (max(left, min(place.centre.x(), right)), max(top, min(place.centre.y(), bottom)))
    clear = math.dist(near, (place.centre.x(), place.centre.y())) > (RIM_END + 0.01) * place.unit
    return beside and clear and abs(x - 0.5) > 0.1 and abs(y - 0.5) > 0.1


def paint_ground(painter: QPainter, picture: Gap, made: Pair, frame: Frame, board: BoardPicture) -> None:
    """The enlarged board, its words, the pawns with their names, and who speaks first."""
    unit, centre = made.place.unit, made.place.centre
    middle = QRectF(centre.x() - 0.235 * unit, centre.y() - 0.06 * unit, 0.47 * unit, 0.12 * unit)
    taken = [*_line_boxes(made.owner, made.other, made.radius), *_pawn_boxes(made.owner, made.other, made.radius)]
    busy = any(middle.intersects(box) for box in (*taken, *(box for box, _, _ in made.tags)))
    busy = busy or not QRectF(0, 0, frame.width, HEIGHT).contains(middle)
    dress = frame.dress(Wording.NONE, centre=not busy)
    painter.save()
    painter.setClipRect(QRectF(-4000, 0, 9000, HEIGHT))
    paint_board(painter, made.place, dress)
    painter.restore()
    halo = frame.theme.colour("paper") if frame.theme.patterns else None
    for sign in made.signs:
        spot, left = sign.spot, sign.spot.x() + sign.icon * 1.21
        paint_icon(painter, sign.field.icon, frame.ink, QRectF(spot.x(), spot.y() - 4, sign.icon, sign.icon))
        y = typeset.draw(painter, sign.sentence, left, spot.y() + 8, frame.ink, halo=halo)
        typeset.draw(painter, sign.word, left, y + 26, frame.ink, halo=halo)
    _paint_words(painter, picture, made, frame)


def paint_pair(
    painter: QPainter, picture: Gap, made: Pair, frame: Frame, grown: float = 1.0, asked: float = 1.0
) -> None:
    """The line, the pawns over its ends, the question and the names."""
    painter.setOpacity(min(1.0, 2.5 * grown))
    paint_gap(painter, made.owner, made.other, made.radius, frame.theme, grown, 0.0)
    for pawn, middle in ((picture.other, made.other), (picture.owner, made.owner)):
        paint_pawn(painter, middle, made.radius, Look.of(pawn), frame.theme, frame.floor)
    if asked > 0:
        paint_gap(painter, made.owner, made.other, made.radius, frame.theme, 0.0, asked)
    for box, name, face in made.tags:
        paint_tag(painter, box, name, face, frame.theme)
    painter.setOpacity(1.0)


def _paint_words(painter: QPainter, picture: Gap, made: Pair, frame: Frame) -> None:
    t, box = frame.texts.t, made.words
    size = "heading.paired" if not frame.tight else "situation"
    title = frame.heading(t("Where does this gap come from?"), box.width(), 372, size)
    room = HEIGHT - 2 * 84 - title.height - 150 - 64 - 2 * 66
    answer = _turn(
        frame,
        picture.other_pawn,
        t("Then {name}", name=picture.other_name),
        t("Do you recognise that?"),
        box.width(),
        190,
    )
    asked = picture.prompt or t("How can you tell?")
    first = t("First {name}", name=picture.owner_name)
    question = _turn(frame, picture.owner, first, asked, box.width(), max(120.0, room - answer[2].height))
    turns = (question, answer)
    height = sum(max(92.0, name.height + 28 + block.height) for _, name, block in turns) + 64
    total = title.height + 78 + 86 + height
    y = max(84.0, min(124.0, (HEIGHT - total) / 2))
    y = typeset.draw(painter, title, box.x(), y, frame.ink) + 78
    rule(painter, frame, box.x() + 4, y, box.width())
    y += 72
    for pawn, name, block in turns:
        look = Look.of(pawn)
        paint_pawn(painter, QPointF(box.x() + 52, y + 44), 46, look, frame.theme, frame.floor)
        base = typeset.draw(painter, name, box.x() + 126, y, frame.ink2)
        typeset.draw(painter, block, box.x() + 126, base + 28, frame.ink)
        y += max(92.0, name.height + 28 + block.height) + 64


def _turn(
    frame: Frame, pawn: PublicPawn, name: str, words: str, width: float, height: float
) -> tuple[PublicPawn, Block, Block]:
    face = frame.face(46, 700)
    block = frame.body(words, frame.measure("body.small", 500), width - 126, height)
    return pawn, Block((face.elided(name, width - 126),), face), block
