"""The fixture ``two_screens`` gives a program two real screens, and its cable can be pulled out."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
def say():
    names = ["{}:{}x{}+{}".format(s.name(), s.size().width(), s.size().height(), s.geometry().x())
             for s in app.screens()]
    print(*sorted(names), flush=True)
window = QWidget()
window.setScreen(next(s for s in app.screens() if s.name() == "BEAMER"))
window.show()
say()
app.screenRemoved.connect(lambda screen: say())
app.screenAdded.connect(lambda screen: (say(), app.quit()))
app.exec()
"""


@pytest.mark.xvfb
def test_a_program_sees_two_screens_and_the_cable(two_screens: dict[str, str]) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], env=two_screens, stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        assert program.stdout.readline().split() == ["BEAMER:1920x1080+1280", "LAPTOP:1280x800+0"]
        subprocess.run(["xrandr", "--delmonitor", "BEAMER"], env=two_screens, check=True)
        assert program.stdout.readline().split() == ["LAPTOP:1280x800+0"]
        beamer = ["BEAMER", "1920/1600x1080/900+1280+0", "none"]
        subprocess.run(["xrandr", "--setmonitor", *beamer], env=two_screens, check=True)
        assert program.stdout.readline().split() == ["BEAMER:1920x1080+1280", "LAPTOP:1280x800+0"]
        assert program.wait(20) == 0
    finally:
        program.kill()
        program.communicate()
