"""A session on two real screens, with a cable that comes loose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.code import ROOT


@pytest.mark.xvfb
def test_the_beamer_is_on_its_own_screen_and_never_on_the_laptop(two_screens: dict[str, str], home: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.two_screens", str(home)]
    done = subprocess.run(command, cwd=ROOT, env=two_screens, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
