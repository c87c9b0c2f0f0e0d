"""The try-out of the beamer on two real screens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import datetime as dt, random, sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.content.library import Library
from gogrow.domain.ids import seeded_ids
from gogrow.domain.rules import session
from gogrow.domain.workshop import Details
from gogrow.live.workspace import LiveWorkspace
from gogrow.texts import Texts
from gogrow.ui.beamer.screens import Screens
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.desk import Desk
from gogrow.ui.prepare.page import PreparePage
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts, stylesheet

app = QApplication([])

def wait_for(ready, ms=10000):
    ends = time.monotonic() + ms / 1000
    while not ready() and time.monotonic() < ends:
        QTest.qWait(20)
    return ready()

load_fonts()
deck = read_deck(paths.decks() / "go-grow")
now = lambda: dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
desk = Desk(Texts("nl"), Settings(language="nl"), now, seeded_ids(5), random.Random(6), lambda: Library((deck,)))
desk.deck = deck
app.setStyleSheet(stylesheet(desk.theme))
opened = []
desk.adopt(LiveWorkspace(Path(sys.argv[1]) / "two.gogrow", None, now, desk.new_id, desk))
desk.workspace.workshop_opened.connect(opened.append)
desk.workspace.create(session.new_workshop("w", Details(title="Proef"), deck.board, deck.programmes[0]))
assert wait_for(lambda: bool(opened), 20000)
page = PreparePage(desk)
page.setGeometry(0, 0, 1280, 720)
page.show_workshop(opened[0])
page.show()
assert QTest.qWaitForWindowExposed(page)
desk.screens = Screens(desk.settings, page.screen, desk)
desk.beamer_window = BeamerWindow(desk.beamer_theme, desk.screens, desk.texts)
page.show_step(2)
rows = page.beamer.findChildren(QRadioButton)
print("rows", [(row.text(), row.isEnabled(), row.isChecked()) for row in rows])
print("ready", page.beamer.door.ready())
rows[1].click()
print("ready", page.beamer.door.ready(), desk.settings.beamers)
page.beamer.show_on_beamer()
wanted = desk.beamer_theme.colour("act").name()
def mark():
    picture = desk.beamer_window.screen().grabWindow(0).toImage()
    return picture.size().width(), picture.pixelColor(24, 10).name()
assert wait_for(lambda: mark() == (1920, wanted), 10000), mark()
print("on", desk.beamer_window.screen().name(), page.screen().name())
page.beamer.leave()
paper = desk.beamer_theme.colour("paper").name()
assert wait_for(lambda: mark() == (1920, paper), 10000), mark()
print("quiet")
page.show_workshop(None)
desk.beamer_window.close()
desk.close()
"""


@pytest.mark.xvfb
def test_the_test_stands_on_the_screen_that_was_chosen(two_screens: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, env=two_screens, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "rows [('LAPTOP · 1280 × 800 · dit scherm', False, False), ('BEAMER · 1920 × 1080', True, False)]",
        "ready False",
        "ready True [['BEAMER', '']]",
        "on BEAMER LAPTOP",
        "quiet",
    ]
