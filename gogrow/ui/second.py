"""The second screen, wired: the beamer's window follows the desk, and a screen that is new is asked about.

Nothing is asked before a session is on the screen: at the first start, and while preparing, there is no question.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gogrow.domain.public import BeamerMode
from gogrow.ui import messages
from gogrow.ui.beamer.screens import Screens, Seen
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.desk import Desk
from gogrow.ui.window import MainWindow


class SecondScreen(QObject):
    """Makes the screens and the beamer's window, hands them to the desk, and keeps them together until `close`."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._unknown: Seen | None = None
        self._asking = False
        self._mode_was = desk.beamer.mode
        self.screens = Screens(desk.settings, window.screen, self)
        self.beamer = BeamerWindow(desk.beamer_theme, self.screens, desk.texts, now=desk.now)
        desk.screens, desk.beamer_window = self.screens, self.beamer
        desk.beamer.changed.connect(self.beamer.show_view)
        desk.beamer_theme_changed.connect(self.beamer.set_theme)
        desk.beamer_size_changed.connect(self.beamer.set_text_scale)
        self.beamer.set_text_scale(desk.settings.beamer_size)
        desk.look_changed.connect(self._speak)
        desk.beamer.mode_changed.connect(self._mode)
        self.screens.unknown_screen.connect(self._found)
        self.screens.changed.connect(self._changed)
        self.beamer.shown_on.connect(lambda _: self._refresh())
        window.page_changed.connect(lambda _: self._ask())
        handle = window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(lambda _: self.screens.refresh())
        self.beamer.show_view(desk.beamer.view)
        self.screens.refresh()
        self.beamer.start()

    def close(self) -> None:
        """The beamer goes dark: the program ends."""
        self._desk.screens = self._desk.beamer_window = None
        self._desk.beamer.changed.disconnect(self.beamer.show_view)
        self._desk.look_changed.disconnect(self._speak)
        self.beamer.stop()
        self.beamer.deleteLater()

    def _speak(self) -> None:
        self.beamer.set_texts(self._desk.texts)
        self._refresh()

    def _mode(self) -> None:
        """With one screen the beamer is a window, there from the first time that something is shown."""
        before, self._mode_was = self._mode_was, self._desk.beamer.mode
        shows = self._mode_was is BeamerMode.SHOW and before is not BeamerMode.SHOW
        if shows and self.screens.mirrored_or_single and not self.beamer.isVisible():
            self.beamer.show_plain()

    def _changed(self) -> None:
        self._desk.alone = False  # covered again where the room could look along
        for name in ("cockpit", "cards"):
            page = self._window.pages.get(name)
            if page is not None:
                page.refresh_screens()  # type: ignore[attr-defined]

    def _refresh(self) -> None:
        cockpit = self._window.pages.get("cockpit")
        if cockpit is not None:
            cockpit.refresh()  # type: ignore[attr-defined]

    def _found(self, seen: Seen) -> None:
        self._unknown = seen
        QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        seen, texts = self._unknown, self._desk.texts
        if seen is None or self._asking or self._window.page_name() != "cockpit":
            return
        if self.screens.beamer() is not None:  # chosen meanwhile, at the try-out
            self._unknown = None
            return
        self._unknown, self._asking = None, True
        title = texts.t("Is this the beamer?")
        text = texts.t("GoGrow sees a screen that it does not know: {screen}.", screen=seen.description)
        if messages.ask(self._window, texts, title, text, texts.t("Yes, the room sees it"), texts.t("No")):
            self.screens.choose(seen.key)
        else:
            self.screens.refuse(seen.key)
        self._asking = False
