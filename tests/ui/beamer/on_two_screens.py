"""A program with a cockpit and a beamer, for a test with real screens: tells on standard output what it sees.

``python -m tests.ui.beamer.on_two_screens FOLDER``: one line of JSON for each command on standard input
(``state``, ``choose``, ``view``, ``picture NAME``, ``quit``), and one whenever the beamer's place changes.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QLabel

from gogrow.domain.public import PublicView, Words
from gogrow.texts import Texts
from gogrow.ui.beamer.screens import Screens, Seen
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.theme import load_fonts, load_theme


@dataclass
class Memory:
    """Nothing chosen before."""

    beamers: list[list[str]] = field(default_factory=list)

    def save(self) -> None:
        """Nowhere."""


def main(folder: Path) -> None:
    """Run until ``quit``."""
    app = QApplication([])
    load_fonts()
    cockpit = QLabel("COCKPIT")
    cockpit.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cockpit.setStyleSheet("background: #8A3218; color: white; font-size: 60px")
    laptop = next(screen for screen in QGuiApplication.screens() if screen.name() == "LAPTOP")

    def own() -> QScreen | None:
        return cockpit.screen()

    memory = Memory()
    screens = Screens(memory, own)
    window = BeamerWindow(load_theme("light"), screens, Texts("nl"))
    asked: list[Seen] = []

    def tell(after: object = None) -> None:
        state = {
            "after": after if isinstance(after, str) else "",
            "visible": window.isVisible(),
            "screen": window.screen().name() if window.isVisible() else "",
            "geometry": list(window.frameGeometry().getRect()),  # type: ignore[call-overload]
            "asked": [seen.key[0] for seen in asked],
            "alone": screens.mirrored_or_single,
            "text": window.screen_text(),
            "screens": [screen.name() for screen in QGuiApplication.screens()],
            "active": bool(cockpit.isActiveWindow()),
        }
        print(json.dumps(state), flush=True)  # noqa: T201

    def ask(seen: Seen) -> None:
        asked.append(seen)

    def obey() -> None:
        command, _, rest = sys.stdin.readline().strip().partition(" ")
        if command == "choose":
            screens.choose(asked[-1].key)
        elif command == "view":
            window.show_view(PublicView("nl", Words("Fijn dat je er bent", "Welkom.", "hand-stop")))
        elif command == "picture":
            app.processEvents()
            laptop.grabWindow(0, 0, 0, 3200, 1080).save(str(folder / rest))
        elif command in ("quit", ""):
            app.quit()
            return
        tell(command)

    screens.unknown_screen.connect(ask)
    window.shown_on.connect(tell)
    cockpit.setGeometry(laptop.geometry())
    cockpit.show()
    window.start()
    screens.refresh()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(obey)
    app.exec()
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
