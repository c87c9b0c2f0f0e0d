"""Left in the cockpit: the clock of the step, and the run of the session as a list of steps."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.deck import ProgrammeStep
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.cockpit.fitting import Fitted
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, panel, row
from gogrow.ui.theme import Theme, make_font


def minutes_text(seconds: float) -> str:
    """Minutes and seconds, such as ``08:20``; over time counts up with a plus, and stops counting at a hundred."""
    over = seconds < 0
    whole = min(int(abs(seconds)), 99 * 60 + 59)
    return f"{'+' if over else ''}{whole // 60:02d}:{whole % 60:02d}"


class ClockCard(QFrame):
    """What is left of this step, the time of day, and when the session ends. Quiet: never red, never blinking."""

    pause_toggled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop: Workshop | None = None
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        self._caption = label("", "label")
        self._time = Fitted(desk.theme, "clock", 700)
        self._pause = button(desk.theme, "", "player-pause", "tool", "pause")
        self._pause.setProperty("icononly", True)
        self._pause.setFixedSize(48, 48)
        self._pause.clicked.connect(self.pause_toggled)
        self._bar = _Bar(desk.theme)
        self._now = label("", "hint")
        self._end = label("", "hint")
        column.addWidget(self._caption)
        line = row(spacing=8)
        line.addWidget(self._time, 1)
        line.addWidget(self._pause)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addSpacing(4)
        column.addLayout(row(self._now, 1, self._end))
        self._paused: bool | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.tick)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show this workshop's clock."""
        self._workshop = workshop
        paused = workshop.stage.clock.since is None
        if paused != self._paused:
            self._paused = paused
            name = "player-play" if paused else "player-pause"
            self._pause.setIcon(icons.icon(name, self._desk.theme.colour("ink"), 20))
            words = self._desk.texts.t("Continue") if paused else self._desk.texts.t("Pause the clock")
            self._pause.setAccessibleName(words)
            self._pause.setToolTip(words)
        self.tick()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes on only while somebody can see it."""
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()

    def tick(self) -> None:
        """Draw the present moment."""
        workshop, t = self._workshop, self._desk.texts.t
        step = workshop.step() if workshop else None
        if workshop is None:
            return
        now = self._desk.now()
        local = now.astimezone()
        self._now.setText(t("Now {time}", time=f"{local:%H:%M}"))
        if step is None:
            total = sum(s.minutes for s in workshop.run)
            self._caption.setText(t("together"))
            self._time.setText(minutes_text(total * 60))
            self._end.setText(t("Ends at {time}", time=f"{local + dt.timedelta(minutes=total):%H:%M}"))
            self._bar.set(0.0)
            return
        left = step.minutes * 60 - workshop.stage.clock.elapsed(now)
        self._caption.setText(t("left") if left >= 0 else t("over"))
        self._time.setText(minutes_text(left))
        self._bar.set(1 - max(0.0, left) / (step.minutes * 60 or 1))
        place = workshop.run.index(step)
        rest = sum(s.minutes for s in workshop.run[place + 1 :]) * 60 + max(0.0, left)
        self._end.setText(t("Ends at {time}", time=f"{local + dt.timedelta(seconds=rest):%H:%M}"))


class _Bar(QWidget):
    """How much of the step has gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, share: float) -> None:
        """0 to 1."""
        if abs(share - self._share) > 0.001:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(self._theme.colour("table"))
        painter.drawRoundedRect(box, 4, 4)
        if self._share > 0.01:
            painter.setBrush(self._theme.colour("ink"))
            painter.drawRoundedRect(QRectF(0, 0, box.width() * min(1.0, self._share), box.height()), 4, 4)
        painter.end()


class RunList(QFrame):
    """The steps; a click or Enter goes there, forward or back."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        frame, column = panel((8, 10, 8, 10), 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._desk = desk
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area)
        self._rows: list[StepRow] = []
        self._steps: tuple[ProgrammeStep, ...] | None = None

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the run with the current step marked."""
        if workshop.run != self._steps:
            self._steps = workshop.run
            inside = QWidget()
            inside.setProperty("scrolled", True)
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self._rows = [StepRow(self._desk.theme, self._desk.texts) for _ in workshop.run]
            for line in self._rows:
                line.chosen.connect(self.chosen)
                column.addWidget(line)
            column.addStretch(1)
            self._area.setWidget(inside)
        ids = [step.id for step in workshop.run]
        current = ids.index(workshop.stage.step) if workshop.stage.step in ids else -1
        current = len(ids) if workshop.stage.ended else current
        language = self._desk.texts.language
        for index, (line, step) in enumerate(zip(self._rows, workshop.run, strict=True)):
            line.set(step.id, step.title[language], step.minutes, done=index < current, now=index == current)


class StepRow(QWidget):
    """One step: a circle (to come), a check (gone) or a dot (now), its title and its minutes, if it has any."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self._id = ""
        self._title = ""
        self._minutes: int | None = 0
        self._done = False
        self._now = False
        self._quiet = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set(self, id: str, title: str, minutes: int | None, *, done: bool, now: bool, quiet: bool = False) -> None:
        """Show a step; ``quiet`` for one that is not in the plan."""
        self._id, self._title, self._minutes, self._done, self._now = id, title, minutes, done, now
        self._quiet = quiet
        state = self._texts.t("now") if now else self._texts.t("done") if done else ""
        self.setAccessibleName(f"{title} {state}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a target."""
        return QSize(200, 40)

    def minimumSizeHint(self) -> QSize:
        """Never lower than this."""
        return QSize(120, 34)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("act"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 24, box.height()), 10, 10)
            painter.setBrush(theme.colour("actsoft"))
            painter.drawRoundedRect(box.adjusted(4, 0, 0, 0), 8, 8)
        paint_state(painter, theme, QRectF(box.left() + 10, box.center().y() - 11, 22, 22), self._done, self._now)
        minutes = self._texts.t("{minutes} min", minutes=self._minutes) if self._minutes is not None else ""
        painter.setFont(make_font(theme.family, theme.size("font.label"), 600))
        painter.setPen(theme.colour("ink" if self._now else "ink2"))
        wide = painter.fontMetrics().horizontalAdvance(minutes)
        painter.drawText(box.adjusted(0, 0, -10, 0), _RIGHT, minutes)
        painter.setFont(make_font(theme.family, theme.size("font.text"), 700 if self._now else 600))
        quiet = self._done or (self._quiet and not self._now) or not self.isEnabled()
        painter.setPen(theme.colour("ink2" if quiet else "ink"))
        room = box.adjusted(42, 0, -(wide + 18 if minutes else 4), 0)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _LEFT, title)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(theme.colour("act"))
            pen.setWidthF(3)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_state(painter: QPainter, theme: Theme, box: QRectF, done: bool, now: bool) -> None:
    """The sign before a row: a check when done, a filled ring when now, a circle when to come."""
    pen = painter.pen()
    if now:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("act"))
        painter.drawEllipse(box)
        painter.setBrush(QColor(theme.colour("actsoft")))
        painter.drawEllipse(box.center(), 4, 4)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setWidthF(2)
    pen.setColor(theme.colour("ok" if done else "edge"))
    painter.setPen(pen)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if done:
        icons.paint_icon(painter, "check", theme.colour("ok"), box.adjusted(4, 4, -4, -4), 3.0)
