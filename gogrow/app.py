"""Builds the desktop program and hands its parts to each other; nothing else does.

The order is the point. First the smallest thing that shows a list of workshops: Qt, the look, plain SQL on the file.
When that is painted comes all the rest: the thread that owns the file (it imports SQLAlchemy), menus, the beamer, the
deck, the log. Importing this module imports none of the heavy packages and starts nothing.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gogrow import paths
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui import look, theme
from gogrow.ui.desk import Desk
from gogrow.ui.files import SUFFIX, Files
from gogrow.ui.settings import BEAMER_SIZES, SPEEDS, TEXT_SIZES, Settings, load_settings
from gogrow.ui.window import MainWindow

if TYPE_CHECKING:
    import logging

    from gogrow.content.library import Library
    from gogrow.live.jobs import Job
    from gogrow.ui.crash import Crashes
    from gogrow.ui.once import Once
    from gogrow.ui.panic import Panic
    from gogrow.ui.scan.scanning import Scanning
    from gogrow.ui.second import SecondScreen

PACKED = ".gogrowdeck"
"""How the name of a packed deck ends: given to the program, it is looked into."""
QT_WORDS = ["gogrow", "-style", "fusion"]
"""What Qt is started with: the one style that looks the same everywhere and takes our style sheet whole."""


def main(argv: Sequence[str] = ()) -> int:
    """Run the program until its window closes, with the file that ``argv`` names, if any. Returns the exit code."""
    given = Path(argv[0]).absolute() if argv else None
    app = QApplication(QT_WORDS)
    name = server_name(paths.user_data())
    if runs_already(name):
        from gogrow.ui.once import hand_over

        if hand_over(name, given):
            return 0
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # everything that was acknowledged is in the file
    program = Program(app, given, name)
    program.start()
    code = app.exec()
    program.close()
    return code


def now() -> dt.datetime:
    """This instant, in UTC."""
    return dt.datetime.now(dt.UTC)


def server_name(folder: Path) -> str:
    """The name under which later starts find the first one: the same for all starts with this data folder."""
    return f"gogrow-{zlib.crc32(str(folder).encode()):08x}"


def runs_already(name: str) -> bool:
    """Whether it seems that a program listens under this name; a crash may have left the name behind.

    Only looks for the file or pipe that Qt's local sockets use, so that a first start need not load Qt's network.
    """
    place = rf"\\.\pipe\{name}" if sys.platform == "win32" else f"{QDir.tempPath()}/{name}"
    return os.path.lexists(place)


def load_library() -> Library:
    """Read all decks. Heavy: for a thread of its own. Raises DeckFaults."""
    from gogrow.content.own_decks import read_library

    return read_library()


def first_file(given: Path | None, settings: Settings) -> tuple[Path, bool]:
    """Which workspace to open, and whether it may be made when it is not there.

    The one that was asked for, else the last one that still exists, else the user's own, which is made without asking.
    """
    own = paths.user_data() / f"GoGrow{SUFFIX}"
    if given is not None:
        return given, given == own
    for name in settings.recent:
        if Path(name).exists():
            return Path(name), False
    return own, True


class Program(QObject):
    """One run of the program: the desk, the window, the file, and what listens in the background.

    `ready` comes once, when everything that follows the first picture is there.
    """

    ready = Signal()

    def __init__(
        self,
        app: QApplication,
        given: Path | None = None,
        name: str = "",
        now: Callable[[], dt.datetime] = now,
    ) -> None:
        """Build what the first picture needs; `start` shows it. ``name`` is that of the local server, '' for none."""
        super().__init__()
        self._app = app
        self._name = name
        self._crashes: Crashes | None = None
        self._log: logging.Handler | None = None
        self._once: Once | None = None
        self._panic: Panic | None = None
        self._second: SecondScreen | None = None
        self._scanning: Scanning | None = None
        self._telling = False
        self._closed = False
        self._warm: Job | None = None
        self._steps: list[Callable[[], None]] = []
        settings = load_settings(paths.user_settings())
        app.setApplicationName("GoGrow")
        app.setDesktopFileName("gogrow")
        theme.load_fonts("Atkinson")
        theme.set_motion(settings.motion)
        language = settings.language if settings.language in LANGUAGES else look.system_language()
        self.desk = Desk(Texts(language), settings, now, None, None, load_library, self)
        look.wear(app, self.desk.theme)
        self.window = MainWindow(self.desk)
        self.files = Files(self.desk, self.window)
        self.window.painted.connect(self._complete)
        self.window.closing.connect(app.quit)
        self.desk.look_changed.connect(self._wear)
        packed = given is not None and given.suffix.lower() == PACKED
        self._given: Path | None = None if packed else given
        self._packed: Path | None = given if packed else None

    def start(self) -> None:
        """Open the file and show its list. Everything else follows when that is painted."""
        path, make = first_file(self._given, self.desk.settings)
        self.files.show_first(path, make=make)
        self.window.show()

    def close(self) -> None:
        """Close the file (blocks until the last commit is on the disk), stop listening, give everything back."""
        self._closed = True
        if self._warm is not None:
            self._warm.wait()
        self.desk.settings.save()
        if self._panic is not None:
            self._app.removeEventFilter(self._panic)
        if self._once is not None:
            self._once.close()
        if self._scanning is not None:
            self._scanning.close()
        self.files.close()
        if self._second is not None:
            self._second.close()
        self.desk.close()
        self.window.close_quietly()
        if self._crashes is not None:
            self._crashes.restore()
        if self._log is not None:
            from gogrow.ui.crash import close_log

            close_log(self._log)
            self._log = None

    # ------------------------------------------------------------------ after the first picture

    def _complete(self) -> None:
        """Everything else, in steps, so that keys and clicks come through between them."""
        self._steps = [self._catch, self._menus, self._adopt, self._warm_up]
        self._next_step()

    def _next_step(self) -> None:
        if not self._closed and self._steps:
            self._steps.pop(0)()
            if self._steps:
                QTimer.singleShot(0, self, self._next_step)
            elif self._second is not None:
                self.ready.emit()

    def _catch(self) -> None:
        import gc

        from gogrow.ui.crash import Crashes, open_log
        from gogrow.ui.panic import Panic

        gc.freeze()  # what the start made stays; looking through it all would be felt
        gc.enable()
        self._log = open_log(paths.user_log())
        self._crashes = Crashes(self)
        self._crashes.happened.connect(self._crashed, Qt.ConnectionType.QueuedConnection)
        self._crashes.install()
        self._panic = Panic(self.desk.beamer.neutral, self)
        self._app.installEventFilter(self._panic)

    def _menus(self) -> None:
        self.window.complete({**self.files.commands, **self._commands()})

    def _adopt(self) -> None:
        if self.files.refused is None:
            self.files.adopt()
        self.files.fill_recent()

    def _warm_up(self) -> None:
        """Import the beamer and the pages in a thread, so that the window is not held up now, nor at the first click.

        The beamer's window is made as soon as its own modules are there.
        """
        from gogrow.live.jobs import Job, Progress

        def work(progress: Progress) -> None:
            import gogrow.ui.second

            progress(1, 2)
            import gogrow.ui.cockpit.page
            import gogrow.ui.prepare.page
            import gogrow.ui.scan.scanning
            import gogrow.ui.table.page  # noqa: F401

        self._warm = Job(work, self)
        self._warm.progressed.connect(self._warmed)
        self._warm.start()

    def _warmed(self, _done: int, _total: int) -> None:
        self._steps = [self._second_screen, self._listen]
        self._next_step()

    def _second_screen(self) -> None:
        from gogrow.ui.second import SecondScreen

        self._second = SecondScreen(self.desk, self.window)

    def _listen(self) -> None:
        import logging

        from gogrow.ui.once import Once

        if self._name:
            self._once = Once(self._name, self)
            self._once.asked.connect(self._asked)
        theme.load_fonts("Noto")
        look.speak(self._app, self.desk.texts.language)
        self.desk.start_deck()
        logging.getLogger("gogrow").info("started")
        from gogrow.ui.drops import Drops

        Drops(self.window, {PACKED: self._look_inside, SUFFIX: self.files.open})
        if self.files.refused is not None:
            QTimer.singleShot(0, self, self._refused)
        elif self._packed is not None:
            self._look_inside(self._packed)

    def _look_inside(self, file: Path) -> None:
        from gogrow.ui.cards import wiring

        wiring.take_in(self.window, file)

    def _refused(self) -> None:
        from gogrow.ui import messages

        refused, files, texts = self.files.refused, self.files, self.desk.texts
        if refused is None or files.refuse(refused) or self.desk.has_workspace:
            return
        own = paths.user_data() / f"GoGrow{SUFFIX}"
        if refused.path != own and (files.open(own) if own.exists() else files.make_at(own)):
            return
        while not self.desk.has_workspace:
            answers = (texts.t("Open another workspace…"), texts.t("New workspace…"), texts.t("Quit GoGrow"))
            title = texts.t("Which workspace do you want to work in?")
            text = texts.t("GoGrow needs a workspace for workshops.")
            answer = messages.choose(self.window, texts, title, text, answers)
            if answer == 2:
                self.window.close()
                return
            (files.choose if answer == 0 else files.make)()

    def _commands(self) -> dict[str, Callable[[], None]]:
        desk = self.desk
        commands: dict[str, Callable[[], None]] = {
            "about": self._about,
            "log": self._show_log,
            "motion": self._toggle_motion,
            "report": self._report,
            "scan": self._scan,
            "beamer.window": self._toggle_beamer_window,
        }
        for name in theme.THEMES:
            commands[f"theme.{name}"] = lambda name=name: desk.set_theme(name)  # type: ignore[misc]
            commands[f"beamer_theme.{name}"] = lambda name=name: desk.set_beamer_theme(name)  # type: ignore[misc]
        for size in BEAMER_SIZES:
            commands[f"beamer_size.{size}"] = lambda size=size: desk.set_beamer_size(size)  # type: ignore[misc]
        for speed in SPEEDS:
            commands[f"speed.{speed}"] = lambda speed=speed: desk.set_speed(speed)  # type: ignore[misc]
        for size in TEXT_SIZES:
            commands[f"size.{size}"] = lambda size=size: desk.set_text_size(size)  # type: ignore[misc]
        for language in LANGUAGES:
            commands[f"language.{language}"] = lambda language=language: desk.set_language(language)  # type: ignore[misc]
        return commands

    def _wear(self) -> None:
        look.wear(self._app, self.desk.theme)
        look.speak(self._app, self.desk.texts.language)
        self.files.fill_recent()

    def _scan(self) -> None:
        from gogrow.ui.scan.scanning import Scanning

        if self._scanning is None:
            self._scanning = Scanning(self.window)
        self._scanning.show()

    def _toggle_motion(self) -> None:
        self.desk.settings.motion = not self.desk.settings.motion
        self.desk.settings.save()
        theme.set_motion(self.desk.settings.motion)

    def _toggle_beamer_window(self) -> None:
        beamer = self.desk.beamer_window
        if beamer is not None and beamer.plain:
            beamer.stop()
            beamer.start()
        elif beamer is not None:
            beamer.show_plain()

    def _about(self) -> None:
        from gogrow.ui.about import About

        dialog = About(self.desk.texts, self.desk.theme, self.window)
        dialog.exec()
        dialog.deleteLater()

    def _report(self) -> None:
        from gogrow.ui.report_dialog import ask_report

        ask_report(self.desk, self.window)

    def _show_log(self) -> None:
        from gogrow.ui.files import show_in_folder

        folder = paths.user_log()
        if folder.is_dir():
            show_in_folder(folder)

    def _asked(self, path: Path | None) -> None:
        state = self.window.windowState() & ~Qt.WindowState.WindowMinimized
        self.window.setWindowState(state | Qt.WindowState.WindowActive)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if path is not None and path.suffix.lower() == PACKED:
            self._look_inside(path)
        elif path is not None:
            self.files.open(path)

    def _crashed(self) -> None:
        if self._telling:
            return
        from gogrow.ui import messages

        self._telling = True
        texts = self.desk.texts
        title = texts.t("Something went wrong in GoGrow")
        text = texts.t(
            "Your workshop is still open, and everything that was kept is still there. The log says where it went "
            "wrong, without names or notes."
        )
        answers = (texts.t("Continue"), texts.t("Show the log folder"))
        if messages.choose(self.window, texts, title, text, answers) == 1:
            self._show_log()
        self._telling = False
