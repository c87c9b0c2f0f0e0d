"""The one window for scanning: made when it is asked for, on the facilitator's screen, ended with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from gogrow.ui.plan.opening import PlanOpening
from gogrow.ui.scan.camera import Camera, LaptopCamera
from gogrow.ui.scan.window import ScanWindow

if TYPE_CHECKING:
    from gogrow.ui.window import MainWindow

_EDGE = 12
_BAR = 92  # so far from the top of the main window and from its bottom that the bars there stay in reach
_HIGH = 640


class Scanning(QObject):
    """Opens the window, keeps it off the beamer, and closes it where participants get the laptop. Ends by `close`."""

    def __init__(self, window: MainWindow, camera: type[Camera] = LaptopCamera) -> None:
        super().__init__(window)
        self._main = window
        self._desk = window.desk
        self._kind = camera
        self._opening = PlanOpening(window, self)
        self.window: ScanWindow | None = None
        self._desk.look_changed.connect(self._make_anew)
        self._desk.handed_over.connect(self.close)
        self._screens: QObject | None = None

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            made = self.window = ScanWindow(self._desk, self._opening, self._kind(), self._main)
            made.closed.connect(self._gone)
            made.alone.connect(self._alone)
            self._place(made)
            made.show()
            handle = made.windowHandle()
            if handle is not None:
                handle.screenChanged.connect(lambda _: self._stay())
            self._follow()
        else:
            self.window.raise_()
        self.window.activateWindow()
        self.window.code.setFocus()

    def close(self) -> None:
        """Close the window when it is open: the camera goes out."""
        window, self.window = self.window, None
        if window is not None:
            window.close()

    # ------------------------------------------------------------------ inside

    def _gone(self) -> None:
        self.window = None

    def _follow(self) -> None:
        """Screens come and go, and with them who can look along."""
        if self._desk.screens is not None and self._screens is not self._desk.screens:
            self._screens = self._desk.screens
            self._desk.screens.changed.connect(self._looked_along)

    def _looked_along(self) -> None:
        self._opening.forget_alone()
        self._stay()
        if self.window is not None:
            self.window.refresh()

    def _alone(self) -> None:
        """She said that only she looks: that holds for the page under it too."""
        self._desk.alone = True
        if self.window is not None:
            self.window.refresh()
        refresh = getattr(self._main.stack.currentWidget(), "refresh", None)
        if refresh is not None:
            refresh()

    def _place(self, window: ScanWindow) -> None:
        """At the right of the main window, over the list of names and not over the plan."""
        frame, screen = self._main.frameGeometry(), self._main.screen().availableGeometry()
        window.ensurePolished()
        wide = window.minimumWidth()
        high = max(window.minimumSizeHint().height(), min(_HIGH, frame.height() - 2 * _BAR))
        right, top = min(frame.right(), screen.right()) - wide - _EDGE, max(frame.top(), screen.top()) + _BAR
        top = max(frame.top(), min(top, frame.bottom() - _BAR - high))  # higher than the room: the large button stays
        window.resize(wide, high)
        window.move(QPoint(max(screen.left(), right), max(screen.top(), min(top, screen.bottom() - high - _EDGE))))

    def _stay(self) -> None:
        """It was moved onto the beamer, or the screens changed under it: it comes back."""
        window, screens = self.window, self._desk.screens
        if window is not None and screens is not None and window.screen() is screens.beamer():
            QTimer.singleShot(0, window, lambda: self._place(window))

    def _make_anew(self) -> None:
        """Another language or look: the same window, at the same place."""
        if self.window is not None:
            where = self.window.pos()
            self.close()
            self.show()
            if self.window is not None:
                self.window.move(where)
