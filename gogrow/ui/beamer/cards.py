"""An assignment card on the table: the field's band, the situation, the question in bold, with whom and how long."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gogrow.domain.board import Field
from gogrow.domain.public import Card
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, card_shadow, count, rule
from gogrow.ui.board.painting import spoken
from gogrow.ui.icons import known, paint_icon
from gogrow.ui.typeset import Block

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


def card_box(frame: Frame) -> QRectF:
    """Where the card lies."""
    width = 1500.0 if not frame.tight else frame.width - 2 * 84
    return QRectF((frame.width - width) / 2, 120, width, 840)


def paint_beneath(painter: QPainter, picture: Card, frame: Frame) -> None:
    """The cards beneath, turned a little, and how many slips are in while they are typed."""
    box, theme = card_box(frame), frame.theme
    corner = theme.size("radius.card")
    for turn, dx, dy in ((-2.6, -14.0, 10.0), (1.7, 16.0, 12.0)):
        painter.save()
        painter.translate(box.center())
        painter.rotate(turn)
        painter.translate(-box.center() + QPointF(dx, dy))
        painter.setPen(QPen(theme.colour("line"), 3))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(box, corner, corner)
        painter.restore()
    if picture.done is not None and picture.total is not None:
        count(painter, frame, picture.done, picture.total, box.right() - 12, HEIGHT - 46)


def slide(painter: QPainter, frame: Frame, shown: float) -> None:
    """Move the painter for a card on its way: up from under the screen's edge, and turning straight."""
    middle = card_box(frame).center()
    painter.translate(middle + QPointF(0, (1 - shown) * (HEIGHT - card_box(frame).top() + 170)))
    painter.rotate((1 - shown) * 5)
    painter.translate(-middle)


def paint_card(painter: QPainter, picture: Card, frame: Frame) -> None:
    """The card itself, where it comes to lie."""
    box, theme = card_box(frame), frame.theme
    corner = theme.size("radius.card")
    card_shadow(painter, box, corner, theme)
    painter.setPen(QPen(theme.colour("ink"), 4) if theme.patterns else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sheet"))
    painter.drawRoundedRect(box, corner, corner)
    band = 410.0 if not frame.tight else 340.0
    field = next((one for one in picture.board.fields if one.id == picture.field), None)
    if field is not None:
        _paint_band(painter, picture, field, frame, QRectF(box.x(), box.y(), band, box.height()))
    inside = box.adjusted((band + 100) if field is not None else 100, 0, -84, 0)
    if frame.tight:
        inside.adjust(-36, 0, 20, 0)
    _paint_words(painter, picture, frame, inside)


def _paint_band(painter: QPainter, picture: Card, field: Field, frame: Frame, box: QRectF) -> None:
    theme, corner = frame.theme, frame.theme.size("radius.card")
    colours, middle = theme.field(field.colour), box.center().x()
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, 0, corner, 0), corner, corner)
    clip = QPainterPath()
    clip.addRect(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.fill)
    painter.drawPath(path.intersected(clip))
    pen = QPen(colours.rim, 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if theme.patterns:
        painter.setPen(QPen(theme.colour("ink"), 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.intersected(clip))
        pattern = {"dashes": [3.08, 1.25], "dots": [0.01, 1.62], "ticks": [0.44, 0.67]}.get(field.rim)
        if field.rim == "dots":
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if pattern:
            pen.setDashPattern(pattern)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.right() + 8, box.top() + 2), QPointF(box.right() + 8, box.bottom() - 2))
    own = picture.icon if known(picture.icon) and picture.icon != field.icon else ""
    size = 210.0 if not frame.tight else 180.0
    sentence = frame.saving(
        spoken(field.sentence, frame.language), frame.measure("band", 800, 1.04), box.width() - 48, 330
    )
    word = frame.fit(spoken(field.name, frame.language), frame.measure("body.small"), box.width() - 140, 60)
    height = size + 84 + sentence.height + 56 + word.height
    y = box.center().y() - height / 2
    paint_icon(painter, own or field.icon, frame.ink, QRectF(middle - size / 2, y, size, size), 1.7)
    y = typeset.draw(painter, sentence, middle, y + size + 84, frame.ink, align=_MIDDLE)
    x = middle
    if own:  # the card has a picture of its own: the field's sign goes along with its word
        sign = 58.0
        left = middle - (sign + 16 + word.width) / 2
        paint_icon(painter, field.icon, frame.ink, QRectF(left, y + 56 + cap(word.face) / 2 - sign / 2, sign, sign))
        x = left + sign + 16 + word.width / 2
    typeset.draw(painter, word, x, y + 56, frame.ink, align=_MIDDLE)


def _paint_words(painter: QPainter, picture: Card, frame: Frame, box: QRectF) -> None:
    line = box.bottom() - 196
    before, question, after = _fitted(frame, picture, box.width(), line - box.top() - 116)
    gaps = _gaps(before, question, after)
    height = sum(block.height for block in (before, question, after)) + sum(gaps)
    y = box.top() + 58 + (line - box.top() - 116 - height) * 0.5 + 4
    for block, gap in zip((before, question, after), (*gaps, 0.0), strict=True):
        if block.lines:
            y = typeset.draw(painter, block, box.x(), y, frame.ink) + gap
    rule(painter, frame, box.x(), line, box.width())
    _paint_foot(painter, picture, frame, box, line)


def _gaps(before: Block, question: Block, after: Block) -> tuple[float, float]:
    """The space between the last baseline of one text and the capitals of the next."""
    first = before.face.pixels * 0.68 if before.lines and (question.lines or after.lines) else 0.0
    second = after.face.pixels * 0.72 if question.lines and after.lines else 0.0
    return first, second


def _fitted(frame: Frame, picture: Card, width: float, height: float) -> tuple[Block, Block, Block]:
    """The three texts, made smaller together until they fit."""
    share = 1.0
    while True:
        plain = frame.face(frame.theme.size("beamer.situation") * share, 500, 1.214)
        bold = frame.face(frame.theme.size("beamer.question") * share, 800, 1.12)
        setting = frame.body if share > 0.93 else frame.fit  # a line for each sentence while there is room
        blocks = (
            setting(picture.before, plain, width, height),
            setting(picture.question, bold, width, height),
            setting(picture.after, plain, width, height),
        )
        whole = all(
            block.face.pixels >= face.pixels * 0.95
            for block, face in zip(blocks, (plain, bold, plain), strict=True)
            if block.lines
        )
        if whole and sum(block.height for block in blocks) + sum(_gaps(*blocks)) <= height:
            return blocks
        if share < 0.4:
            return _clipped(frame, blocks, width, height)
        share *= 0.96


def _clipped(
    frame: Frame, blocks: tuple[Block, Block, Block], width: float, height: float
) -> tuple[Block, Block, Block]:
    """The floor is too large for a very long card: each text gets its share of the height."""
    lines = max(1, sum(len(block.lines) for block in blocks))

    def clipped(block: Block) -> Block:
        room = max(40.0, (height - 90) * len(block.lines) / lines)
        return frame.fit(" ".join(block.lines), replace(block.face, pixels=frame.floor), width, room)

    before, question, after = blocks
    return clipped(before), clipped(question), clipped(after)


def _paint_foot(painter: QPainter, picture: Card, frame: Frame, box: QRectF, line: float) -> None:
    t = frame.texts
    fits = {
        "two": t.t("in pairs"),
        "several": t.t("with a few people"),
        "team": t.t("with the whole team"),
    }.get(picture.fits, "")
    minutes = t.n("{count} minute", "{count} minutes", picture.minutes) if picture.minutes > 0 else ""
    middle = (line + box.bottom()) / 2 - 6
    face = frame.face(frame.theme.size("beamer.body.small") * (0.84 if frame.tight else 1.0))
    size = 66.0 if not frame.tight else 58.0
    while True:  # both as large as they stand beside each other whole
        time = frame.fit(minutes, replace(face, weight=700), box.width() * 0.45, 60)
        room = box.width() - (time.width + 2 * size + 68 if minutes else size + 20)
        words = frame.fit(fits, face, room, 60)
        if face.pixels <= frame.floor or words.lines in ((), (fits,)):
            break
        face = replace(face, pixels=max(frame.floor, face.pixels * 0.94))
    if fits:
        icon = {"two": "users", "several": "users", "team": "users-group"}[picture.fits]
        paint_icon(painter, icon, frame.ink, QRectF(box.x() - 4, middle - size / 2, size, size))
        typeset.draw(painter, words, box.x() + size + 14, middle - words.height / 2, frame.ink)
    if minutes:
        x = max(box.x() + box.width() * 0.593, box.x() + size + 14 + words.width + 40) if fits else box.x()
        x = min(x, box.right() - time.width - size - 14)
        paint_icon(painter, "clock", frame.ink, QRectF(x - 4, middle - size / 2, size, size))
        typeset.draw(painter, time, x + size + 14, middle - time.height / 2, frame.ink)
