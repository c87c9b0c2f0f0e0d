"""The second window: over the whole of the chosen screen, never over the cockpit's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.public import PublicView
from gogrow.texts import Texts
from gogrow.ui.beamer.awake import Awake
from gogrow.ui.beamer.canvas import BeamerCanvas, utc_now
from gogrow.ui.beamer.screens import Screens, Seen
from gogrow.ui.theme import Theme


class BeamerWindow(QWidget):
    """Shows a `PublicView` on the beamer.

    It comes and goes with its screen: full screen while the chosen screen is there, hidden at once when it is
    unplugged, back when it returns. With one screen it is shown only when asked for, as a plain window (`show_plain`).
    """

    shown_on = Signal(object)  # Seen, or None when the room sees nothing of ours

    def __init__(
        self, theme: Theme, screens: Screens, texts: Texts, *, now: Callable[[], dt.datetime] = utc_now
    ) -> None:
        """``texts`` speaks the program's language: for the window's title and for the cockpit's line about it."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._screens = screens
        self._texts = texts
        self._awake = Awake()
        self._on = True
        self._plain = False
        self.canvas = BeamerCanvas(theme, self, now=now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(texts.t("Beamer"))
        self.setMinimumSize(QSize(480, 270))
        screens.changed.connect(self.place)

    def show_view(self, view: PublicView) -> None:
        """Show this view; complete and idempotent."""
        self.canvas.show_view(view)

    def set_theme(self, theme: Theme) -> None:
        """Another look, at once."""
        self.canvas.set_theme(theme)

    def set_text_scale(self, scale: float) -> None:
        """Larger text, at once; 1 is the normal size."""
        self.canvas.set_text_scale(scale)

    def set_texts(self, texts: Texts) -> None:
        """Another language of the program."""
        self._texts = texts
        self.setWindowTitle(texts.t("Beamer"))

    def start(self) -> None:
        """Go to the beamer when it is there. Nothing happens on a screen that was never chosen."""
        self._on = True
        self.place()

    def stop(self) -> None:
        """Go away, and stay away until `start` or `show_plain`."""
        self._on = self._plain = False
        self.hide()

    def show_plain(self) -> None:
        """A window that the facilitator moves herself: with one screen, or to look at the beamer's picture."""
        self._on = self._plain = True
        self.place()

    @property
    def plain(self) -> bool:
        """Whether it stands as a plain window on the facilitator's own screen."""
        return self.isVisible() and not self.isFullScreen()

    def on_screen(self) -> Seen | None:
        """The screen that it covers now; None when it is hidden or a plain window."""
        if not (self.isVisible() and self.isFullScreen()):
            return None
        return next((seen for seen in self._screens.found() if seen.chosen), None)

    def screen_text(self) -> str:
        """Where it is, in one line for the cockpit: the screen and its size, '' when the room sees nothing of ours."""
        seen = self.on_screen()
        if seen is not None:
            return seen.description
        return self._texts.t("in a window") if self.plain else ""

    def place(self) -> None:
        """Be where it should be now; called whenever screens come, go or are chosen."""
        target = self._screens.beamer() if self._on else None
        if target is not None:
            self._cover(target)
        elif self._on and self._plain:
            self._be_plain()
        else:
            self.hide()
        self.shown_on.emit(self.on_screen())

    def _cover(self, screen: QScreen) -> None:
        """Full screen on a screen. A hidden window is moved before it is shown, so that nothing flashes elsewhere."""
        area = screen.geometry()
        if self.isVisible() and self.isFullScreen() and self.screen() is screen and self.geometry() == area:
            return
        if self.isVisible():
            self.hide()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.create()
        self.setScreen(screen)
        self.setGeometry(area)
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would also take the keyboard
        self.setVisible(True)

    def _be_plain(self) -> None:
        if self.plain:
            return
        self.hide()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, False)
        self.unsetCursor()
        self.setGeometry(self._plain_area())
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setVisible(True)

    def _plain_area(self) -> QRect:
        """A window of 16 to 9 at the right below of the facilitator's screen."""
        room = self.screen().availableGeometry()
        width = min(960, room.width() * 3 // 5)
        height = width * 9 // 16
        return QRect(room.right() - width - 24, room.bottom() - height - 24, width, height)

    def showEvent(self, event: QShowEvent) -> None:
        """The screen saver stays away while it is seen."""
        self._awake.hold("GoGrow", self._texts.t("The beamer is on"))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen saver may come again."""
        self._awake.release()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing a plain window takes it away; the program goes on."""
        self._plain = False
        super().closeEvent(event)
        self.shown_on.emit(None)

    def changeEvent(self, event: QEvent) -> None:
        """A window that was minimised from outside is hidden for the room: say so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.shown_on.emit(self.on_screen())
