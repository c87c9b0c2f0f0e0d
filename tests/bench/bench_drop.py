"""From letting a pawn go on the private board until cockpit and beamer are painted, the commit on the disk included."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import figure

DROPS = 40


def main() -> None:
    """Print the figure, measured in a process of its own."""
    import subprocess

    out = Path("out")
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), folder)
        environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen", "GOGROW_MOTION": "0"}
        command = [sys.executable, "-m", "tests.bench.bench_drop", str(Path(folder) / "w.gogrow")]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    figure.say("drop_to_both_windows_60_pawns", float(done.stdout.split()[-1]))


def measure(path: Path) -> float:
    """The median in seconds."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

    from gogrow.app import Program
    from gogrow.domain.outcome import StepName
    from gogrow.domain.rules import placing, session
    from gogrow.store.workspace import Workspace
    from gogrow.ui.board.scene import BoardView
    from tests.sample import NOW, after, team

    workshop = after(team(tuple(f"Mens {n} Achternaam" for n in range(60)), leader=""), session.begin, NOW)
    for number, person in enumerate(workshop.participants):
        workshop = after(workshop, placing.place_at, "now", person.id, "ABCDEFGHIJKLMNOPQRSTUVWX"[number % 24])
    workshop = after(after(workshop, placing.reveal, "now"), session.go_to, "reveal", NOW)
    made = Workspace.make(path)
    made.create(workshop, StepName("create_workshop", {"name": "x"}))
    made.close()

    app = QApplication([])
    program = Program(app, path)

    class Eye(QObject):
        """Counts what was painted."""

        painted = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """One more."""
            self.painted += event.type() is QEvent.Type.Paint
            return False

    def until(condition: object) -> None:
        assert callable(condition)
        end = time.monotonic() + 20
        while not condition():
            app.processEvents()
            if time.monotonic() > end:
                sys.exit("the program did not come so far")

    program.start()
    until(lambda: program.desk.has_workspace and program.desk.deck is not None)
    program.window.resize(1280, 720)
    program.desk.workspace.open_workshop(workshop.id)
    until(lambda: program.desk.workspace.current is not None)
    live = program.desk.workspace.current
    assert live is not None
    program.desk.screens = None
    program.window.show_page("cockpit")
    program.desk.beamer.show()
    window = program.desk.beamer_window
    window.resize(1920, 1080)
    window.show()
    window.canvas.resize(1920, 1080)
    page = program.window.pages["cockpit"]
    own = page.findChild(QPushButton, "own-board")
    assert own is not None
    own.toggle()
    boards = [board for board in page.findChildren(BoardView) if board.isVisible()]
    until(lambda: boards and boards[0].isVisible())
    board = boards[0]
    for blind in page.findChildren(QCheckBox):
        if blind.isVisible():
            blind.setChecked(False)  # she opens her own board
    eyes = (Eye(), Eye())
    board.installEventFilter(eyes[0])
    window.canvas.installEventFilter(eyes[1])
    key = f"now.{workshop.participants[0].id}"
    times = []
    for number in range(DROPS):
        for _ in range(20):
            app.processEvents()
        before = live.workshop
        for eye in eyes:
            eye.painted = 0
        start = time.perf_counter()
        board.placed.emit(key, 0.3 + 0.01 * (number % 7), 0.35)
        until(lambda before=before: live.workshop is not before and all(eye.painted for eye in eyes))
        times.append(time.perf_counter() - start)
    program.close()
    return statistics.median(times)


if __name__ == "__main__":
    sys.stdout.write(f"{measure(Path(sys.argv[1]))}\n")
