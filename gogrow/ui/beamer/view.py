"""From a `PublicView` to a painted picture: the same function for the beamer, the preview and a PNG."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from gogrow.domain.public import (
    About,
    Argue,
    Blank,
    Card,
    CoursePage,
    Dilemma,
    Explain,
    Gap,
    Goals,
    Neutral,
    Pairs,
    Picture,
    Placing,
    Poll,
    PublicView,
    Reveal,
    Sentence,
    ThenNowOne,
    ThenNowTeam,
    Views,
    Words,
)
from gogrow.texts import Texts
from gogrow.ui.beamer import (
    argue,
    cards,
    course,
    dilemmas,
    gap,
    goals,
    places,
    poll,
    quiet,
    rounds,
    standing,
    talk,
    then_now,
)
from gogrow.ui.beamer.frame import HEIGHT, Frame, frame_for
from gogrow.ui.beamer.motion import Movement, movement
from gogrow.ui.board.painting import BoardPicture
from gogrow.ui.theme import Theme

Still = Callable[[QPainter, BoardPicture], None]
Moving = Callable[[QPainter, float, float], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture laid out for one size and theme: a ground, what stands still, and what comes up by itself."""

    ground: QColor
    still: Still
    moving: Moving | None = None


@dataclass(slots=True)
class Layers:
    """What a canvas keeps between two frames of a movement, so that each frame only blits and paints what moves."""

    board: BoardPicture = field(default_factory=BoardPicture)
    before: QPixmap | None = None
    after: QPixmap | None = None
    scene: Scene | None = None


def paint_view(
    painter: QPainter,
    view: PublicView,
    size: QSizeF,
    theme: Theme,
    texts: Texts,
    *,
    now: dt.datetime,
    previous: PublicView | None = None,
    progress: float = 1.0,
    text_scale: float = 1.0,
    layers: Layers | None = None,
) -> None:
    """Paint a view on the whole of a picture of ``size`` pixels, from the painter's origin.

    ``progress`` is how much of the movement from ``previous`` has gone by, from 0 to 1; at 1 nothing of ``previous``
    is left. ``now`` is an instant in UTC, for the clock only. ``layers`` may be kept for the next frame of the same
    movement, and must be new for another.
    """
    layers = layers or Layers()
    frame, origin = frame_for(size, theme, texts, view.language, text_scale)
    scene = layers.scene or prepare(view.picture, frame, now)
    layers.scene = scene
    how = movement(previous.picture if previous else None, view.picture, theme)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if previous is None or progress >= 1:
        _paint_still(painter, scene, size, frame, origin, layers.board)
        _paint_moving(painter, scene, frame, origin, 1.0, 1.0)
    else:
        _paint_between(painter, view, previous, size, frame, origin, scene, how, progress, layers, now)
    painter.restore()


def roomy(picture: Picture, frame: Frame) -> float:
    """How many times larger text may be asked for here: where names or a whole page take all room, not at all."""
    match picture:
        case Reveal() | About() | Gap() | ThenNowTeam() | ThenNowOne():
            return 1.0
        case CoursePage():
            return 1.0 if frame.tight else 1.2
        case Views():
            return 1.2 if picture.names else frame.text_scale
    return frame.text_scale


def prepare(picture: Picture, frame: Frame, now: dt.datetime) -> Scene:
    """Lay a picture out."""
    frame = replace(frame, text_scale=min(frame.text_scale, roomy(picture, frame)))
    paper = frame.theme.colour("paper")
    match picture:
        case Blank():
            return Scene(frame.theme.colour("blank"), _nothing)
        case Words():
            return Scene(paper, lambda p, board: quiet.paint_words(p, picture, frame, board))
        case Explain():
            return Scene(paper, lambda p, board: rounds.paint_explain(p, picture, frame, board))
        case Placing():
            return Scene(paper, lambda p, board: rounds.paint_placing(p, picture, frame, board))
        case Reveal() | About():
            gather = places.gather_reveal(picture, frame) if isinstance(picture, Reveal) else None
            made = gather or places.gather_about(picture, frame)  # type: ignore[arg-type]
            return Scene(
                paper,
                lambda p, board: places.paint_words(p, made, frame, board),
                lambda p, moved, ended: places.paint_pawns(p, made, frame, moved),
            )
        case ThenNowTeam():
            both = then_now.lay_out_pair(picture, frame)
            return Scene(
                paper,
                lambda p, board: then_now.paint_pair_ground(p, both, frame, board),
                lambda p, moved, ended: then_now.paint_counters(p, both, frame, moved),
            )
        case ThenNowOne():
            way = then_now.lay_out_way(picture, frame)
            return Scene(
                paper,
                lambda p, board: then_now.paint_way_ground(p, way, frame, board),
                lambda p, moved, ended: then_now.paint_steps(p, way, frame, moved),
            )
        case Pairs():
            return Scene(paper, lambda p, board: talk.paint_pairs(p, picture, frame, now))
        case Gap():
            pair = gap.lay_out(picture, frame)
            return Scene(
                paper,
                lambda p, board: gap.paint_ground(p, picture, pair, frame, board),
                lambda p, moved, ended: gap.paint_pair(p, picture, pair, frame, moved, ended),
            )
        case Card():
            return Scene(
                frame.theme.colour("table"),
                lambda p, board: cards.paint_beneath(p, picture, frame),
                _sliding(picture, frame),
            )
        case Dilemma():
            return Scene(paper, lambda p, board: dilemmas.paint_dilemma(p, picture, frame))
        case Views():
            group = standing.gather(picture, frame)
            return Scene(
                paper,
                lambda p, board: standing.paint_words(p, picture, group, frame),
                lambda p, moved, ended: standing.paint_group(p, group, frame, moved),
            )
        case Argue():
            return Scene(paper, lambda p, board: argue.paint_argue(p, picture, frame, now))
        case Sentence():
            return Scene(paper, lambda p, board: dilemmas.paint_sentence(p, picture, frame))
        case Goals():
            return Scene(paper, lambda p, board: goals.paint_goals(p, picture, frame))
        case CoursePage():
            return Scene(paper, lambda p, board: course.paint_course(p, picture, frame))
        case Poll():
            return Scene(
                paper,
                lambda p, board: poll.paint_poll(p, picture, frame),
                lambda p, moved, ended: poll.paint_voices(p, picture, frame, moved),
            )
        case Neutral():
            return Scene(paper, lambda p, board: quiet.paint_neutral(p, frame, board))


def _sliding(picture: Card, frame: Frame) -> Moving:
    """A card that comes up: painted once, as a picture that slides and turns."""
    kept: list[QPixmap] = []

    def moving(painter: QPainter, moved: float, ended: float) -> None:
        if moved >= 1:
            cards.paint_card(painter, picture, frame)
            return
        scale = abs(painter.deviceTransform().m11()) or 1.0
        if not kept:
            whole = QSize(round(frame.width * scale), round(HEIGHT * scale))
            kept.append(_layer(whole, scale, lambda inner: cards.paint_card(inner, picture, frame), clear=True))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        cards.slide(painter, frame, moved)
        painter.drawPixmap(QPointF(), kept[0])

    return moving


def _nothing(painter: QPainter, board: BoardPicture) -> None:
    pass


def _paint_still(
    painter: QPainter, scene: Scene, size: QSizeF, frame: Frame, origin: QPointF, board: BoardPicture
) -> None:
    painter.fillRect(QRectF(QPointF(), size), scene.ground)
    painter.save()
    painter.translate(origin)
    painter.scale(frame.scale, frame.scale)
    scene.still(painter, board)
    painter.restore()


def _paint_moving(painter: QPainter, scene: Scene, frame: Frame, origin: QPointF, moved: float, ended: float) -> None:
    if scene.moving is None:
        return
    painter.save()
    painter.translate(origin)
    painter.scale(frame.scale, frame.scale)
    scene.moving(painter, moved, ended)
    painter.restore()


def _paint_between(
    painter: QPainter,
    view: PublicView,
    previous: PublicView,
    size: QSizeF,
    frame: Frame,
    origin: QPointF,
    scene: Scene,
    how: Movement,
    progress: float,
    layers: Layers,
    now: dt.datetime,
) -> None:
    """The picture before, over it what stands still of the next one, over that what moves by itself."""
    ratio = abs(painter.deviceTransform().m11()) or 1.0
    whole = QSize(round(size.width() * ratio), round(size.height() * ratio))
    if layers.before is None:
        old, old_origin = frame_for(size, frame.theme, frame.texts, previous.language, frame.text_scale)
        last = prepare(previous.picture, old, now)

        def paint_before(p: QPainter) -> None:
            _paint_still(p, last, size, old, old_origin, BoardPicture())
            _paint_moving(p, last, old, old_origin, 1.0, 1.0)

        layers.before = _layer(whole, ratio, paint_before)
    if layers.after is None:

        def paint_after(p: QPainter) -> None:
            _paint_still(p, scene, size, frame, origin, layers.board)
            if not how.own:
                _paint_moving(p, scene, frame, origin, 1.0, 1.0)

        layers.after = _layer(whole, ratio, paint_after)
    painter.drawPixmap(QPointF(), layers.before)
    painter.setOpacity(how.faded(progress))
    painter.drawPixmap(QPointF(), layers.after)
    painter.setOpacity(1.0)
    if how.own:
        _paint_moving(painter, scene, frame, origin, how.moved(progress), how.ended(progress))


def _layer(size: QSize, ratio: float, paint: Callable[[QPainter], None], *, clear: bool = False) -> QPixmap:
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    if clear:
        made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        paint(painter)
    finally:
        painter.end()
    return made


def render_view(
    view: PublicView, size: QSize, theme: Theme, texts: Texts, now: dt.datetime, text_scale: float = 1.0
) -> QImage:
    """The finished picture of a view, for files. The same view and size give the same pixels."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    try:
        paint_view(painter, view, QSizeF(size), theme, texts, now=now, text_scale=text_scale)
    finally:
        painter.end()
    return image
