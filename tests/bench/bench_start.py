"""From the start of the process to the first painted window with 50 workshops, against the least that shows them.

The floor is a bare PySide6 window whose list has the same 50 titles, read with the standard library. Both are
programs of their own, started in turn; the instant is the one after the first paint of the list.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import StepName
from gogrow.domain.rules import people, session
from gogrow.domain.workshop import Details
from gogrow.store.workspace import Workspace
from tests.bench import figure

WORKSHOPS, PEOPLE, ROUNDS, GOAL = 50, 12, 15, 1.5

OURS = """
import gc, sys, time
gc.disable()  # as gogrow.__main__ does until the first picture
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gogrow.app import QT_WORDS, Program
app = QApplication(QT_WORDS)
program = Program(app, Path(sys.argv[1]))
program.window.painted.disconnect()
program.window.painted.connect(lambda: (print(time.monotonic(), program.window.home.model.rowCount()), app.exit()))
program.start()
app.exec()
sys.stdout.flush()
import os
os._exit(0)
"""

FLOOR = """
import sqlite3, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow
app = QApplication([])
rows = sqlite3.connect(sys.argv[1]).execute("SELECT title FROM workshop WHERE hidden = 0 ORDER BY position").fetchall()
shown = QListWidget()
shown.addItems([title for title, in rows])
class Eye(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint:
            self.seen = True
            QTimer.singleShot(0, lambda: (print(time.monotonic(), shown.count()), app.exit()))
        return False
eye = Eye()
shown.viewport().installEventFilter(eye)
window = QMainWindow()
window.setCentralWidget(shown)
window.resize(1280, 760)
window.show()
app.exec()
sys.stdout.flush()
import os
os._exit(0)
"""


def fill(path: Path) -> None:
    """Make a workspace with workshops and people."""
    deck, new_id = read_deck(paths.decks() / "go-grow"), seeded_ids(1)
    assert deck.board is not None
    workspace = Workspace.make(path)
    for number in range(WORKSHOPS):
        details = Details(f"Workshop {number}", team=f"Team {number}", date=dt.date(2026, 5, 12))
        made = session.new_workshop(new_id(), details, deck.board, deck.programmes[0])
        workspace.create(made, StepName("create_workshop", {"name": details.title}))
        new = [people.NewPerson(f"Name {person}") for person in range(PEOPLE)]
        workspace.apply(made.id, partial(people.add_people, people=new, new_id=new_id, source=random.Random(1)))
    workspace.close()


def start(code: str, path: Path, env: dict[str, str]) -> float:
    """Seconds from starting Python to the first picture of all rows."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], env=env, capture_output=True, text=True, timeout=120, check=True
    )
    at, rows = done.stdout.split()[:2]
    assert int(rows) == WORKSHOPS, done.stderr
    return float(at) - begun


def main() -> None:
    """Print the figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.gogrow"
        fill(path)
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        env["PYTHONPYCACHEPREFIX"] = folder  # compiled once, as where the program is installed
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            env[name] = folder
        start(OURS, path, env)
        start(FLOOR, path, env)
        ours, floor = [], []
        for _ in range(ROUNDS):
            ours.append(start(OURS, path, env))
            floor.append(start(FLOOR, path, env))
        figure.say("start", statistics.median(ours), statistics.median(floor), GOAL)
