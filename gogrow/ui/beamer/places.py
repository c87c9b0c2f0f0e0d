"""Where the group stands: counters that are all alike, and names only of those who said so.

No mean, no ellipse, no number, no order. Counters that share a spot are spread around it; the places that were
recorded do not change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.labels import Box, Label, Tag, Zone, place_labels
from gogrow.domain.public import About, PublicPawn, Reveal
from gogrow.domain.spreading import spread
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap
from gogrow.ui.beamer.stage import RADIUS, Stage, corners, gathering, paint_stage
from gogrow.ui.board.painting import BoardPicture
from gogrow.ui.board.pawns import NEUTRAL, Look, paint_pawn, paint_tag, tag_size
from gogrow.ui.typeset import Block, Face

CROWD = 40
"""Up to so many pawns have their full size; more are smaller, so that the board does not disappear."""
_SMALLER = (RADIUS, 424.0, 396.0, 368.0)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A picture of places, laid out: what stands where, in canvas pixels."""

    stage: Stage
    pawns: tuple[PublicPawn, ...]
    drawn: tuple[QPointF, ...]
    radius: float
    face: Face
    labels: tuple[tuple[PublicPawn, Label], ...]
    heading: Block
    body: Block
    foot: tuple[tuple[Look | None, Block], ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """The words: heading, body, rows at the foot (pawn, text, weight), and the size of the heading."""

    heading: str
    body: str
    foot: list[tuple[Look | None, str, int]]
    size: str = "heading"


def pawn_radius(frame: Frame, count: int) -> float:
    """The radius of a pawn among so many."""
    return frame.theme.size("pawn") * min(1.0, math.sqrt(CROWD / max(1, count)))


def gather_reveal(picture: Reveal, frame: Frame) -> Gathering:
    """Lay out where the group stands."""
    said = _Said(picture.heading, picture.body, _reveal_foot(frame, picture))
    return _best(frame, picture, said, picture.pawns)


def gather_about(picture: About, frame: Frame) -> Gathering:
    """Lay out where people place their manager: never with a name at a place."""
    t = frame.texts.t
    name = frame.measure("situation", 800).elided(picture.manager, 760)
    heading = t("This is where you place {name}", name=name)
    body = t("Without names. {name} is fine with this.", name=name)
    pawns = tuple(PublicPawn(pawn.x, pawn.y) for pawn in picture.pawns)
    return _best(frame, picture, _Said(heading, body, [], "situation"), pawns)


def _best(frame: Frame, picture: Reveal | About, said: _Said, pawns: tuple[PublicPawn, ...]) -> Gathering:
    """The largest board on which all names can be read; when none does, the one with the most names."""
    best: tuple[tuple[int, int], Gathering] | None = None
    for kept in (said, replace(said, foot=[])) if said.foot else (said,):
        for radius in _SMALLER:
            made, missed = _gather(frame, gathering(frame, picture.board, radius), kept, pawns)
            if best is None or missed < best[0]:
                best = missed, made
            if missed == (0, 0):
                return made
    assert best is not None
    return best[1]


def _gather(
    frame: Frame, stage: Stage, said: _Said, pawns: tuple[PublicPawn, ...]
) -> tuple[Gathering, tuple[int, int]]:
    """A layout, and how many names have no place or are cut in it."""
    head, column = stage.head, stage.column
    title = frame.heading(said.heading, head.width(), head.height(), said.size)
    rows = [row for row in said.foot if row[0] is None or not frame.tight]
    feet = [(look, _foot_block(frame, stage, look, text, weight)) for look, text, weight in rows]
    foot_height = sum(block.height for _, block in feet) + 36 * (len(feet) - 1) if feet else 0.0
    room = column.height()
    if not frame.tight:
        room -= foot_height + 60 + head.y() - column.y() + title.height + 96
    words = frame.body(said.body, frame.measure("body", leading=1.24), column.width(), max(room, 40))
    radius = pawn_radius(frame, len(pawns))
    place = stage.place
    drawn = tuple(
        place.point(x, y) for x, y in spread([(p.x, p.y) for p in pawns], radius / place.box.height(), place.board)
    )
    face = frame.measure("name", 600)
    named = [number for number, pawn in enumerate(pawns) if pawn.name]
    labels: list[tuple[PublicPawn, Label]] = []
    missed = cut = 0
    if named:
        longest = 400 if len(named) <= 12 else 310
        sizes = {number: tag_size(pawns[number].name, face, longest) for number in named}
        tags = [Tag(drawn[n].x(), drawn[n].y(), *sizes[n], outside=pawns[n].seen) for n in named]
        blocked = [Box(x - 8, y - 8, made.width + 16, made.height + 16) for made, x, y in corners(frame, stage)]
        words_top = _words_bottom(frame, stage, title, words) - words.height
        blocked.append(Box(column.x(), words_top - 12, words.width + 12, words.height + 36))
        bottom = stage.foot.bottom() - foot_height if not frame.tight else stage.foot.y()
        if feet:
            blocked.append(Box(stage.foot.x(), bottom - 20, stage.foot.width(), foot_height + 50))
        found = place_labels(
            tags,
            [(point.x(), point.y()) for point in drawn],
            radius,
            Box(20, 16, frame.width - 40, HEIGHT - 32),
            zones=_zones(frame, stage, title, words, foot_height),
            blocked=[*blocked, Box(head.x(), 0, max(title.width, 1.0) + 20, head.y() + title.height + 30)],
        )
        for number, tag, label in zip(named, tags, found, strict=True):
            if label is None:
                missed += 1
                continue
            cut += label.box.width < tag.width - 0.5
            labels.append((pawns[number], label))
    made = Gathering(stage, pawns, drawn, radius, face, tuple(labels), title, words, tuple(feet))
    return made, (missed, cut)


def _zones(frame: Frame, stage: Stage, title: Block, words: Block, foot: float) -> list[Zone]:
    """The columns for names outside: at the right of the board, and at its left under the words."""
    place = stage.place
    outline, middle, unit = place.outline(), place.centre, place.unit
    blocks = [(x, y, made) for made, x, y in corners(frame, stage)]
    outside = [(y, y + made.height) for x, y, made in blocks if x > middle.x() and x + made.width > outline.right()]
    top = max([b + 26 for _, b in outside if b < middle.y()], default=outline.top())
    bottom = min([a - 26 for a, _ in outside if a > middle.y()], default=outline.bottom())
    start = outline.right() + 0.1 * unit
    zones = []
    if frame.width - 30 - start > 90:
        zones.append(Zone(Box(start, top, frame.width - 30 - start, bottom - top), start - 38))
    left = stage.column.x()
    end = outline.left() - 0.13 * unit
    column = _words_bottom(frame, stage, title, words) + 44
    under = stage.foot.bottom() - foot - (40 if foot else 0)
    beside = [y for x, y, made in blocks if x < middle.x() and y > middle.y() and x < end]
    above = [y + made.height + 26 for x, y, made in blocks if x < middle.x() and y < middle.y() and x < end]
    column = max([column, *above])
    under = min([under, *(y - 26 for y in beside)])
    if end - left > 160 and under - column > 60:
        zones.append(Zone(Box(left, column, end - left, under - column), end + 38))
    return zones


def _words_bottom(frame: Frame, stage: Stage, title: Block, words: Block) -> float:
    if frame.tight:
        return stage.column.y() + words.height
    return stage.head.y() + title.height + (96 + words.height if words.lines else 0)


def _reveal_foot(frame: Frame, picture: Reveal) -> list[tuple[Look | None, str, int]]:
    """The words under the heading: before names an invitation, later what the two kinds of pawn mean."""
    t = frame.texts.t
    named = [pawn for pawn in picture.pawns if pawn.name]
    if not named:
        return [
            (None, t("Do you want to say which one is you?"), 700),
            (None, t("You may. You do not have to."), 500),
        ]
    found: list[tuple[Look | None, str, int]] = []
    managers = [pawn for pawn in named if pawn.shape == "manager" and not pawn.seen]
    if managers:
        look = replace(Look.of(managers[0]), initials="", icon="")
        if len({pawn.colour for pawn in managers}) > 1:
            look = Look("manager")
        found.append((look, t("The manager said it last."), 500))
    if len(named) < len(picture.pawns):
        found.append((NEUTRAL, t("Rather not? Fine."), 500))
    return found


def _foot_block(frame: Frame, stage: Stage, look: Look | None, text: str, weight: int) -> Block:
    inset = 86 if look is not None else 0
    return frame.fit(text, frame.measure("small", weight, 1.24), stage.foot.width() - inset, 420)


def paint_words(painter: QPainter, made: Gathering, frame: Frame, board: BoardPicture) -> None:
    """Everything that does not move: the words and the board."""
    stage, ink = made.stage, frame.ink
    paint_stage(painter, frame, stage, board)
    y = typeset.draw(painter, made.heading, stage.head.x() - 3, stage.head.y(), ink)
    top = stage.column.y() if frame.tight else y + 96
    typeset.draw(painter, made.body, stage.column.x() + 2, top, ink)
    height = sum(block.height for _, block in made.foot) + 36 * (len(made.foot) - 1)
    bottom = stage.foot.bottom() if not frame.tight else stage.foot.y() + height
    for look, block in reversed(made.foot):
        y = bottom - block.height
        x = stage.foot.x() + 2
        if look is not None:
            middle = QPointF(x + 32, y + block.height / 2 - 2)
            paint_pawn(painter, middle, 30, look, frame.theme)
            x += 86
        typeset.draw(painter, block, x, y, ink)
        bottom = y - (30 if look is None else 42)


def paint_pawns(painter: QPainter, made: Gathering, frame: Frame, shown: float = 1.0) -> None:
    """The pawns with their names; ``shown`` from 0 to 1: they come up all at once, from nine tenths of their size."""
    if shown <= 0:
        return
    painter.save()
    painter.setOpacity(painter.opacity() * shown)
    theme, ink = frame.theme, frame.ink
    for _, label in made.labels:
        if label.leader:
            pen = QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([QPointF(x, y) for x, y in label.leader])
    radius = made.radius * (0.9 + 0.1 * shown)
    order = sorted(range(len(made.pawns)), key=lambda n: (made.drawn[n].y(), made.drawn[n].x()))
    for number in order:
        paint_pawn(painter, made.drawn[number], radius, Look.of(made.pawns[number]), theme, frame.floor)
    for pawn, label in made.labels:
        box = QRectF(label.box.x, label.box.y, label.box.width, label.box.height)
        plate = len(label.leader) != 3
        if not plate:  # beside the board: the name begins where its leader ends
            right = label.leader[0][0] < label.box.x
            shown_name = made.face.elided(pawn.name, box.width())
            baseline = box.center().y() + cap(made.face) / 2
            align = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
            x = box.left() if right else box.right()
            typeset.draw_line(painter, shown_name, made.face, x, baseline, ink, align=align)
        else:
            paint_tag(painter, box, pawn.name, made.face, theme)
    painter.restore()
