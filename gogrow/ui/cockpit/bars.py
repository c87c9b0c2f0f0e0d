"""The bars above and below the cockpit: what it is, whether it is saved; back, beamer, the one next action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout

from gogrow.domain.outcome import StepName
from gogrow.domain.public import BeamerMode
from gogrow.ui import icons
from gogrow.ui.aloud_button import AloudButton
from gogrow.ui.cockpit.big_button import BigButton
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.step_names import step_text

LONGEST = 60
"""So many characters of what comes next are shown at most: two lines of the large button."""


LEAST = 264
"""How wide the next action is where there is hardly room, in pixels: it may go on in a second line."""


class TopBar(QFrame):
    """Title, whether everything is kept, undo, and the menu with what is needed less."""

    undo = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("bar", "top")
        self.setFixedHeight(56)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(14)
        self._title = Elided("", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._subtitle = Elided("", "muted")
        line.addWidget(self._title, 0)
        line.addWidget(self._subtitle, 1)
        self._saved_icon = icon_label(desk.theme, "check", "ok", 18)
        self._saved = label("", "muted")
        line.addLayout(row(self._saved_icon, self._saved, spacing=4))
        self._undo = button(desk.theme, desk.texts.t("Undo"), "arrow-back-up", "tool", "undo")
        self._undo.clicked.connect(self.undo)
        self._undo.setFixedHeight(44)
        line.addWidget(self._undo)
        self.menu = QMenu(self)
        more = QToolButton()
        more.setProperty("icononly", True)
        more.setIcon(icons.icon("dots", desk.theme.colour("ink"), 22))
        more.setFixedSize(44, 44)
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(desk.texts.t("More"))
        line.addWidget(more)
        self.set_saved(True)

    def set_title(self, title: str, subtitle: str) -> None:
        """Whose workshop, and when."""
        self._title.ensurePolished()
        self._title.setText(title)
        self._title.setMinimumWidth(min(420, self._title.fontMetrics().horizontalAdvance(title) + 12))
        self._subtitle.setText(subtitle)
        self._undo.ensurePolished()  # the style's least width is that of an icon: a long title leaves the words whole
        self._undo.setMinimumWidth(self._undo.sizeHint().width())

    def set_saved(self, saved: bool) -> None:
        """Say that everything is in the file, or that it is being written."""
        self._saved_icon.setVisible(saved)
        self._saved.setText(self._desk.texts.t("Everything is kept") if saved else self._desk.texts.t("Writing…"))

    def set_undo(self, undo: StepName | None, *, covered: bool = False) -> None:
        """What can be undone; its words hold names, so they are not there while the room may look along."""
        self._undo.setEnabled(undo is not None)
        said = undo is not None and not covered
        tip = self._desk.texts.t("Undo: {step}", step=step_text(undo, self._desk.texts)) if undo and said else ""
        self._undo.setToolTip(plain_tip(tip))
        self._undo.setAccessibleName(tip or self._desk.texts.t("Undo"))


class BottomBar(QFrame):
    """Used standing, with one hand: back, what the beamer does, a quiet beamer, and the next thing."""

    back = Signal()
    quiet = Signal()
    act = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self.setProperty("bar", "bottom")
        self.setFixedHeight(80)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(14)
        self._back = button(desk.theme, t("Back"), "chevron-left", "", "back")
        self._back.setProperty("size", "bottom")
        self._back.clicked.connect(self.back)
        line.addWidget(self._back)
        self._screen = icon_label(desk.theme, "device-desktop", "ok", 26)
        self._state = label("", "strong")
        self._detail = label("", "hint")
        self._told = words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._state)
        words.addWidget(self._detail)
        words.addStretch(1)
        line.addSpacing(10)
        line.addWidget(self._screen)
        line.addLayout(words)
        line.addStretch(1)
        self._aloud = AloudButton(desk, desk.texts, 56)
        line.addWidget(self._aloud)
        self._quiet = BigButton(desk.theme, "black", "quiet", "eye-off")
        self._quiet.set_words(t("Clear the beamer"), "Esc Esc")
        self._quiet.setMinimumWidth(210)
        self._quiet.clicked.connect(self.quiet)
        line.addWidget(self._quiet)
        line.addSpacing(24)
        self._act = BigButton(desk.theme, "act", "act", "chevron-right", after=True)
        self._act.clicked.connect(self.act)
        line.addWidget(self._act)
        self._wide = 384
        self._asked: tuple[int, ...] = ()

    def set_width(self, width: int) -> None:
        """How wide the next action is: as what stands above it."""
        self._wide = width
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All buttons are there, whatever the letters: what is said beside them makes room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It makes no window wider: its parts make room for each other."""
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Other words, or other letters, ask for another width."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout, parts = self.layout(), (self._back, self._state, self._detail, self._quiet)
        assert layout is not None
        for part in parts:
            part.ensurePolished()
        asked = (self.width(), self._wide, self._aloud.wide, *(part.sizeHint().width() for part in parts))
        if asked == self._asked:
            return
        self._asked = asked
        # by turns go: the words for reading aloud, the speed's menu, where the beamer is, width of the next action,
        # and last what the beamer does, which its sign tells as well
        for room in (5, 4, 3, 2, 1, 0):
            self._aloud.set_size(words=room == 5, menu=room >= 4)
            self._quiet.setMinimumWidth(210 if room >= 4 else 176)
            self._detail.setVisible(room >= 3)
            self._act.setFixedWidth(self._wide if room >= 2 else min(LEAST, self._wide))
            self._state.setVisible(room >= 1)
            self._told.invalidate()  # a layout within another keeps what it found before until it is told
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break

    def set_primary(self, primary: Primary, *, armed: bool) -> None:
        """The next action; ``armed`` asks for Enter after Page Down."""
        text = primary.text if len(primary.text) <= LONGEST else f"{primary.text[: LONGEST - 1].rstrip()}…"
        if armed:  # the key is the news: it is never cut
            text = self._desk.texts.t("{action}: press Enter", action=text)
        self._act.set_words(text, "Enter" if armed else "Page Down")
        self._act.setAccessibleName(text)
        self._act.setEnabled(primary.enabled)

    def set_back(self, enabled: bool) -> None:
        """Whether there is a step before this one."""
        self._back.setEnabled(enabled)

    def set_beamer(self, mode: BeamerMode, frozen: bool, screen: str) -> None:
        """What the beamer does and where it is; ``screen`` is '' when it is a window."""
        t = self._desk.texts.t
        if frozen:
            state = t("Beamer is frozen")
        else:
            state = {
                BeamerMode.SHOW: t("Beamer on"),
                BeamerMode.NEUTRAL: t("Beamer is quiet"),
                BeamerMode.BLANK: t("Beamer is dark"),
            }[mode]
        self._state.setText(state)
        self._detail.setText(screen or t("In a window on this screen"))
        told = f"{state}. {self._detail.text()}"
        self._screen.setToolTip(plain_tip(told))
        self._screen.setAccessibleName(told)
        colour = "ok" if mode is BeamerMode.SHOW else "ink2"
        self._screen.setPixmap(icons.pixmap("device-desktop", self._desk.theme.colour(colour), 26, 2.0))
        self._quiet.setEnabled(mode is not BeamerMode.NEUTRAL or frozen)
