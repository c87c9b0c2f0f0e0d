"""Above the table: whose talk it is, that nothing is hidden, how far it is, and a clock that does not push."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.aloud_button import AloudButton
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, icon_label
from gogrow.ui.theme import Theme


class TableBar(QFrame):
    """The bar at the top, with the menu for what is needed less."""

    back = Signal()

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts
        self.setProperty("bar", "top")
        self.setFixedHeight(60)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        self._back = button(desk.theme, "", "chevron-left", "quiet", "table-back")
        self._back.setProperty("icononly", True)
        self._back.setFixedSize(44, 44)
        self._back.setAccessibleName(texts.t("Step back"))
        self._back.setToolTip(texts.t("Step back"))
        self._back.clicked.connect(self.back)
        line.addWidget(self._back)
        line.addWidget(label(texts.t("Together at the table"), "title"))
        self._names = Elided("", "muted")
        line.addWidget(self._names, 1)
        self._eye = icon_label(desk.theme, "eye", "ink2", 21)
        self._seen = label("", "muted")
        line.addWidget(self._eye)
        line.addWidget(self._seen)
        self.aloud = AloudButton(desk, texts, 44, words=False)
        line.addWidget(self.aloud)
        self.menu = QMenu(self)
        for menu in desk.menus:
            self.menu.addMenu(menu)
        more = QToolButton()
        more.setProperty("icononly", True)
        more.setProperty("kind", "quiet")
        more.setIcon(icons.icon("dots", desk.theme.colour("ink"), 22))
        more.setFixedSize(44, 44)
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(texts.t("More"))
        line.addWidget(more)
        self._icon = ""
        self.show_seen(covered=False)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Who sit here."""
        t = self._texts.t
        self._names.setText(t("{one} and {other}", one=names[0], other=names[1]) if len(names) == 2 else "")

    def show_back(self, enabled: bool) -> None:
        """Whether there is a step before this one."""
        self._back.setEnabled(enabled)

    def show_seen(self, *, covered: bool) -> None:
        """What both may know of the screen."""
        t = self._texts.t
        words = t("One of you looks away now.") if covered else t("You both see the same. Nothing is hidden.")
        self._seen.setText(words)
        name = "eye-off" if covered else "eye"
        if name != self._icon:
            self._icon = name
            self._eye.setPixmap(icons.pixmap(name, self._desk.theme.colour("ink2"), 21, 2.0))


class Progress(QWidget):
    """A quiet line: one piece for each step, and in small words which step it is and what is left of it."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts
        self._workshop: Workshop | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(14)
        self._pieces = _Pieces(desk.theme)
        self._words = label("", "hint")
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._pieces, 1)
        line.addWidget(self._words)
        self.setFixedHeight(26)
        self._timer = QTimer(self)
        self._timer.setInterval(5000)
        self._timer.timeout.connect(self.tick)

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show where the run is; None for nowhere."""
        self._workshop = workshop
        ids = [step.id for step in workshop.run] if workshop else []
        ended = workshop is not None and workshop.stage.ended
        now = ids.index(workshop.stage.step) if workshop and workshop.stage.step in ids else -1
        self._pieces.show_step(len(ids), len(ids) if ended else now)
        self.tick()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes on only while somebody can see it."""
        self._timer.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()

    def tick(self) -> None:
        """Write the present moment."""
        workshop, t = self._workshop, self._texts.t
        step = workshop.step() if workshop and not workshop.stage.ended else None
        if workshop is None or step is None:
            self._words.setText("")
            return
        left = step.minutes * 60 - workshop.stage.clock.elapsed(self._desk.now())
        minutes = int(-(-left // 60))
        clock = (
            self._texts.n("{count} minute left", "{count} minutes left", minutes) if left > 0 else t("take your time")
        )
        title = step.title.get(self._texts.language, "")
        self._words.setText(f"{title} · {clock}")
        count, place = len(workshop.run), workshop.run.index(step) + 1
        self.setAccessibleName(t("Step {step} of {count}: {title}", step=place, count=count, title=title))


class _Pieces(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count, self._now = 0, -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(QSize(60, 6))

    def show_step(self, count: int, now: int) -> None:
        """``now`` counts from 0; ``count`` and more is over."""
        if (count, now) != (self._count, self._now):
            self._count, self._now = count, now
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What has been is dark, what comes is a thin line."""
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 6.0
        width = (self.width() - gap * (self._count - 1)) / self._count
        for index in range(self._count):
            token = "act" if index == self._now else "ink2" if index < self._now else "line"
            high = 2.0 if index > self._now else 4.0
            painter.setBrush(self._theme.colour(token))
            box = QRectF(index * (width + gap), (self.height() - high) / 2, width, high)
            painter.drawRoundedRect(box, high / 2, high / 2)
        painter.end()
