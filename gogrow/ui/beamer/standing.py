"""Where the group stands on a dilemma: dots before and after the talk, names of who said so, the group's own place.

Never a number, a share, a winner or a mean: the pin is where the group itself put it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.public import Views
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap
from gogrow.ui.beamer.line import (
    Dots,
    Ruler,
    lay_dots,
    lift,
    paint_dot,
    paint_dots,
    paint_pin,
    paint_ruler,
    pin_height,
)
from gogrow.ui.beamer.named import Named, lay_names, paint_named
from gogrow.ui.beamer.poles import TOP, Pole, paint_pole, pole, shortened, span
from gogrow.ui.icons import known, paint_icon
from gogrow.ui.typeset import Block

_SURE = {"agree": "heart-handshake", "live": "circle-check", "differ": "arrows-split"}
_PINS = (76.0, 68.0, 60.0, 52.0)
_LARGEST = 64.0


@dataclass(frozen=True, slots=True)
class Standing:
    """The picture laid out in canvas pixels. ``pin`` is its radius, tip and stem."""

    title: Block
    situation: Block
    a: Pole
    b: Pole
    poles: float
    dots: Dots
    pin: tuple[float, QPointF, float] | None
    legend: tuple[tuple[str, Block, QPointF], ...]
    named: Named | None


def gather(picture: Views, frame: Frame) -> Standing:
    """Lay it out: the words, then the largest dots that the rest of the picture has room for."""
    room, poles = span(frame), picture.poles
    icon = 96.0 if known(poles.icon) else 0.0
    title = frame.fit(poles.title, frame.face(84, 800, 1.05), room.width - icon, 60)
    plain = frame.measure("small.large", 500, 1.22)
    situation = frame.fit(shortened(poles.situation, 200), plain, room.width, 92)
    if picture.pawn is not None and len(situation.lines) > 1:
        situation = Block((), plain)  # by now everybody knows it, and the pin needs the room
    y = TOP + title.height + (48 + situation.height if situation.lines else 0) + 62
    width = (room.width - 80) / 2
    a, b = (
        _short(frame, letter, words, width) for letter, words in (("A", poles.a), ("B", poles.b))
    )  # fmt: skip
    top = y + max(a.height, b.height) + 26
    legend = _legend(picture, frame)
    bottom = legend[0][2].y() - 52 if legend else HEIGHT - 70
    ruler = Ruler(room.left, room.right, top + 0.53 * (bottom - top))
    named = lay_names(picture, frame, ruler, top, bottom) if picture.names else None
    if named is not None:
        return Standing(title, situation, a, b, y, named.dots, _pin(picture, named.dots, 52.0), tuple(legend), named)
    dots, pin = _with_pin(picture, frame, ruler, top, bottom, (y, a, b))
    return Standing(title, situation, a, b, y, dots, pin, tuple(legend), None)


def _short(frame: Frame, letter: str, words: str, width: float) -> Pole:
    made = pole(frame, letter, "", "", width, 100, radius=46)
    return replace(made, words=frame.fit(shortened(words, 160), frame.face(52, 600, 1.16), width - 2.56 * 46, 100))


def _with_pin(
    picture: Views, frame: Frame, ruler: Ruler, top: float, bottom: float, poles: tuple[float, Pole, Pole]
) -> tuple[Dots, tuple[float, QPointF, float] | None]:
    """The largest dots with which the pin stands free as well; it may rise between the words of the poles."""
    if picture.pawn is None:
        return lay_dots(ruler, picture.before, picture.after, top, bottom, _LARGEST), None
    x = ruler.at(picture.pawn)
    y, a, b = poles
    free = ruler.left + a.width + 20 <= x - _PINS[0] and x + _PINS[0] <= ruler.right - b.width - 20
    ceiling = y - 10 if free else top
    best: tuple[Dots, tuple[float, QPointF, float]] | None = None
    for radius in _PINS:
        above = 0.0
        for _ in range(40):
            dots = lay_dots(ruler, picture.before, picture.after, top, bottom, _LARGEST, above=above)
            pin = _pin(picture, dots, radius)
            assert pin is not None
            over = ceiling - (pin[1].y() - pin_height(radius))
            if best is None or dots.pitch > best[0].pitch * 1.12:
                best = (dots, pin) if over <= 0 else best
            if over <= 0:
                break
            above += max(6.0, over * 0.5)
    return best or (dots, pin)


def _pin(picture: Views, dots: Dots, radius: float) -> tuple[float, QPointF, float] | None:
    if picture.pawn is None:
        return None
    x = dots.ruler.at(picture.pawn)
    up = lift(dots, x, radius)
    tip = QPointF(x, dots.ruler.y - 8 - up)
    return radius, tip, up


def sure_words(sure: str, texts: Texts) -> str:
    """How sure the group is of its own place; '' when it did not say."""
    t = texts.t
    return {
        "agree": t("we agree on that"),
        "live": t("we can live with that"),
        "differ": t("we differ, and that is fine"),
    }.get(sure, "")


def _legend(picture: Views, frame: Frame) -> list[tuple[str, Block, QPointF]]:
    """What the signs mean, only of those that are there; in one row, or two when they do not fit in it."""
    t, room, face = frame.texts.t, span(frame), frame.measure("small.large")
    items: list[tuple[str, str]] = []
    if any(picture.before):
        items.append(("before", t("at first")))
    if any(picture.after):
        items.append(("after", t("after the talk")))
    if picture.pawn is not None:
        items.append(("pin", t("this is where we end up together")))
    if sure := sure_words(picture.sure, frame.texts):
        items.append((picture.sure, sure))
    rows: list[list[tuple[str, Block]]] = [[]]
    x = 0.0
    for kind, words in items:
        bold = replace(face, weight=700) if kind in _SURE else face
        block = frame.fit(words, bold, room.width - 70, 44)
        width = 66 + block.width
        if x and x + width > room.width:
            rows.append([])
            x = 0.0
        rows[-1].append((kind, block))
        x += width + 84
    found, y = [], HEIGHT - 66 - 74 * (len(rows) - 1)
    for row in rows:
        x = room.left
        for kind, block in row:
            found.append((kind, block, QPointF(x, y - cap(block.face))))
            x += 66 + block.width + 84
        y += 74
    return found if items else []


def paint_words(painter: QPainter, picture: Views, made: Standing, frame: Frame) -> None:
    """Everything but the dots."""
    room = span(frame)
    x = room.left
    if known(picture.poles.icon):
        icon = 80.0
        paint_icon(
            painter, picture.poles.icon, frame.ink, QRectF(x - 6, TOP + made.title.height / 2 - 40, icon, icon), 1.8
        )
        x += 96
    y = typeset.draw(painter, made.title, x, TOP, frame.ink)
    typeset.draw(painter, made.situation, room.left, y + 48, frame.ink)
    paint_pole(painter, made.a, frame, room.left, made.poles)
    paint_pole(painter, made.b, frame, room.right, made.poles, mirrored=True)
    if made.pin is not None:
        radius, tip, stem = made.pin
        paint_pin(painter, tip, radius, frame.texts.t("we"), frame, stem)
    paint_ruler(painter, made.dots.ruler, frame)
    for kind, block, spot in made.legend:
        middle = QPointF(spot.x() + 24, spot.y() + block.height / 2)
        if kind in ("before", "after"):
            paint_dot(painter, middle, 24, frame, full=kind == "after")
        elif kind == "pin":
            paint_pin(painter, middle + QPointF(0, 36), 22, "", frame)
        else:
            paint_icon(painter, _SURE[kind], frame.ink, QRectF(middle.x() - 28, middle.y() - 28, 56, 56), 2.2)
        typeset.draw(painter, block, spot.x() + 66, spot.y(), frame.ink)


def paint_group(painter: QPainter, made: Standing, frame: Frame, shown: float) -> None:
    """All dots at once, and the names of those who said so."""
    paint_dots(painter, made.dots, frame, shown)
    if made.named is not None:
        painter.save()
        painter.setOpacity(painter.opacity() * shown)
        paint_named(painter, made.named, frame)
        painter.restore()
