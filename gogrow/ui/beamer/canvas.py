"""The widget that shows a `PublicView`: in the beamer's window, and small in the cockpit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.domain.public import NEUTRAL_VIEW, Argue, Pairs, PublicView
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.beamer.clock import runs
from gogrow.ui.beamer.motion import movement
from gogrow.ui.beamer.spoken import describe
from gogrow.ui.beamer.view import Layers, paint_view, render_view
from gogrow.ui.theme import Theme, motion

__all__ = ["BeamerCanvas", "render_view"]


def utc_now() -> dt.datetime:
    """The present instant."""
    return dt.datetime.now(dt.UTC)


class BeamerCanvas(QWidget):
    """Shows one view, complete and idempotent: what was shown before leaves nothing behind.

    ``motion=False`` for a preview, which follows at once; ``edge`` gives that a quiet line around it, as its ground
    may be the window's own. ``now`` gives the instant for the clock, in UTC.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        motion: bool = True,
        edge: QColor | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moves = motion
        self._edge = edge
        self._now = now
        self._texts: dict[str, Texts] = {}
        self._view = NEUTRAL_VIEW
        self._previous: PublicView | None = None
        self._progress = 1.0
        self._text_scale = 1.0
        self._layers = Layers()
        self._picture: QPixmap | None = None
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._arrived)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    @property
    def view(self) -> PublicView:
        """What is shown now."""
        return self._view

    @property
    def moving(self) -> bool:
        """Whether a movement is on its way."""
        return self._progress < 1

    def show_view(self, view: PublicView) -> None:
        """Show this view; another one than before arrives with its movement, when movements are on."""
        if view == self._view:
            return
        before, self._view, last = self._view, view, self._picture
        self._animation.stop()
        self._previous, self._progress = None, 1.0
        self._fresh()
        self._name()
        length = movement(before.picture, view.picture, self._theme).total
        if self._moves and motion() and self.isVisible() and length:
            self._previous, self._progress = before, 0.0
            self._prime(last)
            self._animation.setDuration(length)
            self._animation.start()
        self._wind()

    def set_theme(self, theme: Theme) -> None:
        """Another look, at once."""
        self._theme = theme
        self._arrived()

    def set_text_scale(self, scale: float) -> None:
        """Larger or smaller text, at once; 1 is the normal size."""
        self._text_scale = scale
        self._arrived()

    def sizeHint(self) -> QSize:
        """A picture of 16 by 9."""
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blit the finished picture; while something moves, paint that frame."""
        painter = QPainter(self)
        if self._previous is not None and self._progress < 1:
            self._paint(painter, self._previous, self._progress, self._layers)
        else:
            painter.drawPixmap(QPointF(), self._finished())
        if self._edge is not None:
            painter.setPen(self._edge)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is laid out anew."""
        self._arrived()

    def showEvent(self, event: QShowEvent) -> None:
        """A clock goes on where it is by now."""
        self._fresh()
        self._wind()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs behind a hidden window."""
        self._arrived()
        self._clock.stop()

    def _paint(self, painter: QPainter, previous: PublicView | None, progress: float, layers: Layers) -> None:
        paint_view(
            painter,
            self._view,
            QSizeF(self.size()),
            self._theme,
            self._words(self._view.language),
            now=self._now(),
            previous=previous,
            progress=progress,
            text_scale=self._text_scale,
            layers=layers,
        )

    def _prime(self, last: QPixmap | None) -> None:
        """Paint both pictures before the movement's time begins, so that its first frames are not lost."""
        ratio = self.devicePixelRatioF()
        if last is not None and last.devicePixelRatio() == ratio:
            self._layers.before = last
        dot = QPixmap(1, 1)
        dot.setDevicePixelRatio(ratio)
        painter = QPainter(dot)
        self._paint(painter, self._previous, 0.0, self._layers)
        painter.end()

    def _finished(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
            self._picture.setDevicePixelRatio(ratio)
            inner = QPainter(self._picture)
            self._paint(inner, None, 1.0, Layers(self._layers.board))
            inner.end()
        return self._picture

    def _words(self, language: str) -> Texts:
        if language not in LANGUAGES:
            language = LANGUAGES[-1]
        if language not in self._texts:
            self._texts[language] = Texts(language)
        return self._texts[language]

    def _fresh(self) -> None:
        self._picture = None
        self._layers = Layers(self._layers.board)
        self.update()

    def _step(self, progress: object) -> None:
        self._progress = progress if isinstance(progress, float) else 1.0
        self.update()

    def _arrived(self) -> None:
        self._animation.stop()
        self._previous, self._progress = None, 1.0
        self._fresh()

    def _wind(self) -> None:
        """Wake up at the next whole second of a running clock; nothing ticks otherwise."""
        self._clock.stop()
        picture, now = self._view.picture, self._now()
        if self.isVisible() and isinstance(picture, Pairs | Argue) and runs(picture.clock, now):
            assert picture.clock.ends is not None
            left = (picture.clock.ends - now).total_seconds()
            self._clock.start(max(1, round((left % 1 or 1.0) * 1000)) + 5)

    def _tick(self) -> None:
        if not self.moving:
            self._fresh()
        self._wind()

    def _name(self) -> None:
        name, description = describe(self._view, self._words(self._view.language))
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
