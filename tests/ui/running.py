"""A whole program on a real file, for tests: started, used and closed again inside the test's own application."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.app import Program
from gogrow.content.decks import read_deck
from gogrow.domain.deck import Deck
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import StepName
from gogrow.domain.rules import people, session
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import Details
from gogrow.store.workspace import Workspace

NOW = dt.datetime(2026, 5, 12, 8, 0, tzinfo=dt.UTC)
LONG = "Ontwikkeldag van de afdeling Onderhoud & Logistiek, voorjaar"
NASTY = '<b>&<img src="/etc/passwd">'


@cache
def deck() -> Deck:
    """The deck that ships, read once."""
    return read_deck(paths.decks() / "go-grow")


def fill(path: Path, titles: tuple[str, ...] = ("Team Zetten", LONG, NASTY), *, many: int = 0) -> list[str]:
    """Make a workspace with workshops of two people each; returns their ids, the last one made stands on top.

    One whose title ends in *busy*, *done* or *tidied* is that; one that begins with *Two* is for two. ``many`` adds
    so many more.
    """
    new_id, made = seeded_ids(7), []
    board = deck().board
    assert board is not None
    programmes = {programme.setting: programme for programme in reversed(deck().programmes)}
    workspace = Workspace.make(path)
    for title in (*titles, *(f"Workshop {number}" for number in range(many))):
        programme = programmes["two" if title.startswith("Two") else "team"]
        workshop = session.new_workshop(new_id(), Details(title, team="Zetten"), board, programme)
        workspace.create(workshop, StepName("create_workshop", {"name": title}))
        id = workshop.id
        made.append(id)
        if not many:
            new = [people.NewPerson("Samira El Idrissi"), people.NewPerson("Johan Terpstra")]
            workspace.apply(id, partial(people.add_people, people=new, new_id=new_id, source=random.Random(1)))
        if title.endswith(("busy", "done", "tidied")):
            workspace.apply(id, lambda w: session.begin(w, NOW))
            workspace.apply(id, lambda w: session.go_to(w, w.run[1].id, NOW))
        if title.endswith(("done", "tidied")):
            workspace.apply(id, lambda w: session.end(w, NOW))
        if title.endswith("tidied"):
            workspace.erase(id, erased(workspace.load(id), "x"))
    workspace.close()
    return made


@contextmanager
def program(qtbot: QtBot, app: QApplication, path: Path | None = None) -> Iterator[Program]:
    """Start the program on a file (None: as at the first start of all) and wait until everything is there."""
    made = Program(app, path, now=lambda: NOW)
    try:
        with qtbot.waitSignal(made.ready, timeout=20_000):
            made.start()
        if made.desk.has_workspace:
            settle(qtbot, made)
        yield made
    finally:
        while _waiting:
            _waiting.pop().stop()
        made.window.hide()
        made.close()
        made.deleteLater()
        app.setStyleSheet("")


def settle(qtbot: QtBot, made: Program) -> None:
    """Wait until the thread of the file has answered everything that was asked."""
    done: list[object] = []
    made.desk.workspace.ask(lambda _: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)


def titles(made: Program) -> list[str]:
    """The list as it is shown, from the top."""
    model = made.window.home.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


_waiting: list[QTimer] = []


def answer(act: Callable[[QWidget], None]) -> list[QWidget]:
    """Do something with the next dialog that opens; the list that comes back holds it once it was there.

    Inside `program` only, which ends the waiting for a dialog that never came.
    """
    seen: list[QWidget] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            timer.stop()
            seen.append(dialog)
            act(dialog)

    timer.timeout.connect(look)
    timer.start(5)
    _waiting.append(timer)
    return seen
