"""A session with a laptop and a beamer on two real screens: ``python -m tests.journeys.two_screens HOME``.

Pulls the beamer's cable out and puts it back. Ends with 0 when all is as it should be.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from gogrow.app import QT_WORDS
from gogrow.domain.public import BeamerMode, Card, Neutral, Placing, Words
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.cockpit.cover import Cover
from tests.journeys.driver import Facilitator

LAPTOP, BEAMER = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)


class AtTheBeamer(Facilitator):
    """A facilitator whose laptop stands on its cable beside a beamer."""

    @property
    def beamer(self) -> BeamerWindow:
        """The second window."""
        window = self.program.desk.beamer_window
        assert isinstance(window, BeamerWindow)
        return window

    @property
    def covered(self) -> bool:
        """Whether names and places are behind the curtain."""
        return any(cover.isVisible() for cover in self.program.window.findChildren(Cover))

    def check(self, *, shown: bool) -> None:
        """The second window is on the beamer and nowhere else, or not to be seen at all."""
        window = self.program.window
        assert window.screen().name() == "LAPTOP"
        assert LAPTOP.contains(window.frameGeometry()), window.frameGeometry()
        assert self.beamer.isVisible() == shown
        if shown:
            assert self.beamer.screen().name() == "BEAMER"
            assert self.beamer.isFullScreen()
            assert self.beamer.geometry() == BEAMER
            assert self.program.desk.screens.beamer().name() == "BEAMER"
        assert not any(
            other is not window and other.isVisible() and other.frameGeometry().intersects(LAPTOP)
            for other in QApplication.topLevelWidgets()
        )

    def asked_about_the_beamer(self) -> None:
        """The question names the screen; nothing of it is on that screen yet."""
        assert self.reads("BEAMER")
        assert not self.beamer.isVisible()

    def pulls_the_cable_out(self) -> None:
        """The beamer is gone."""
        subprocess.run(["xrandr", "--delmonitor", "BEAMER"], check=True)
        self.waits(lambda: len(QApplication.screens()) == 1)

    def puts_the_cable_in(self) -> None:
        """The same beamer is there again."""
        subprocess.run(["xrandr", "--setmonitor", "BEAMER", "1920/1600x1080/900+1280+0", "none"], check=True)
        self.waits(lambda: len(QApplication.screens()) == 2)


def play(she: AtTheBeamer) -> None:
    """From the first start to a cable that comes loose."""
    she.starts()
    she.program.window.setGeometry(0, 0, 1280, 760)
    she.clicks_and_answers("first", lambda: she.clicks("make"))
    she.waits(lambda: she.page == "prepare")
    she.check(shown=False)  # nobody said that this is the beamer
    she.copies("Naam\nAnja Verbeek\nJohan Terpstra\nSamira El Idrissi")
    she.presses("Ctrl+V")
    she.waits(lambda: she.reads("Neem 3 mensen over"))
    she.clicks("take_people")
    she.clicks("next")
    # A screen that nobody knows is asked about when the session is on the laptop; only then it is used.
    she.clicks_and_answers("next", she.asked_about_the_beamer, lambda: she.clicks("Yes, the room sees it"))
    she.waits(lambda: she.beamer.isVisible())
    she.check(shown=True)
    assert isinstance(she.room, Neutral)
    assert not she.covered, "the laptop is hers alone"

    she.clicks("act")
    assert isinstance(she.room, Words)
    she.clicks_step("slips")
    she.types("GZX")
    assert isinstance(she.room, Placing)
    assert she.room.done == 1

    # The cable comes loose: hidden at once, and the laptop is covered, for nobody knows what the wall shows now.
    she.pulls_the_cable_out()
    she.check(shown=False)
    assert she.covered
    she.types("K")
    assert len(she.workshop.placements) == 2, "letters do nothing behind the curtain"
    she.puts_the_cable_in()
    she.waits(lambda: she.beamer.isVisible())
    she.check(shown=True)
    assert not she.covered
    assert isinstance(she.room, Placing)
    she.types("BKW")
    assert she.room.done == 2

    # Esc twice is quiet, also in a text field, and only in the picture.
    she.clicks_step("first-step")
    she.clicks_row("Samira")
    she.clicks_field("What will I do?")
    she.types("Yus")
    assert isinstance(she.room, Words)
    she.presses("Esc", "Esc")
    assert isinstance(she.room, Neutral)
    assert she.program.desk.beamer.mode is BeamerMode.NEUTRAL
    assert she.written("What will I do?") == "Yus"
    she.check(shown=True)

    # At the next start the beamer is known, and begins quiet.
    she.quits()
    she.starts()
    she.program.window.setGeometry(0, 0, 1280, 760)
    she.check(shown=True)
    she.clicks("resume")
    assert isinstance(she.room, Neutral)
    assert not she.covered
    she.clicks_step("card")
    assert isinstance(she.room, Neutral)
    she.presses("PgDown", "Return", "PgDown")
    assert isinstance(she.room, Card)
    she.check(shown=True)


def main(home: Path) -> None:
    """Play it."""
    she = AtTheBeamer(QApplication(QT_WORDS), home)
    play(she)
    she.goes_home()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
