"""The guards of conftest.py catch what they are there for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = {
    "test_window": "window QWidget",
    "test_timer": "timer QTimer '' every 60000 ms still runs",
    "test_animation": "animation QPropertyAnimation '' still runs",
    "test_qthread": "QThread QThread '' still runs",
    "test_thread": "thread 'forgotten' still runs",
    "test_warning": "DeprecationWarning: old",
    "test_unraisable": "in a destructor",
    "test_qt_message": "QtWarningMsg: QPainter::begin: something",
    "test_qt_debug": "QtDebugMsg: left in by accident",
    "test_qt_message_late": "too late for the test",
}


def test_every_sin_is_caught_and_only_those() -> None:
    command = [sys.executable, "-m", "pytest", "tests/house/sins.py", "-q"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    sections = re.split(r"^_{3,} (?:ERROR at teardown of )?(test_\w+) _{3,}$", run.stdout, flags=re.MULTILINE)
    told = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert told.keys() == WORDS.keys(), run.stdout + run.stderr
    for name, words in WORDS.items():
        assert words in told[name], f"{name} was caught for another reason:\n{told[name]}"
