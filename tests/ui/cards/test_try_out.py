"""A card that is being written on the real beamer: only when the room is in no workshop, and gone with Esc twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.content.own_writing import Head
from gogrow.domain.public import Card, Neutral
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.cards.editor import EditorPage
from tests.ui import running


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    running.fill(tmp_path / "a.gogrow", ("Team busy", "Team Zetten"))
    with running.program(qtbot, qapp, tmp_path / "a.gogrow") as program:
        qtbot.waitUntil(lambda: program.desk.decks is not None)
        program.desk.set_language("nl")
        yield program


def writing(qtbot: QtBot, made: Program) -> EditorPage:
    decks = made.desk.decks
    assert decks is not None
    entry = decks.library.entry("go-grow/know-01")
    assert entry is not None
    told: list[str] = []
    decks.make(Head({"nl": "Nacht"}), (entry,), told.append)
    qtbot.waitUntil(lambda: bool(told))
    made.window.show_page("writing")
    page = made.window.pages["writing"]
    assert isinstance(page, EditorPage)
    page.edit("nacht/know-01")
    qtbot.waitUntil(lambda: isinstance(page.pane.beside.canvas.view.picture, Card))
    return page


def seen(made: Program) -> object:
    """What the room sees: the picture that lies uppermost in the beamer's window."""
    window = made.desk.beamer_window
    assert isinstance(window, BeamerWindow)
    if not window.isVisible():
        return None
    over = window.childAt(window.rect().center())
    assert isinstance(over, BeamerCanvas)
    return over.view.picture


def test_the_room_sees_the_card_and_what_is_typed_until_it_is_over(qtbot: QtBot, made: Program) -> None:
    page = writing(qtbot, made)
    beside = page.pane.beside
    assert beside.try_out.isVisible()
    qtbot.mouseClick(beside.try_out, Qt.MouseButton.LeftButton)
    first = seen(made)
    assert isinstance(first, Card)
    field = page.pane.form.fields["nl", "question"].text
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Wat neem jij mee?")
    qtbot.waitUntil(lambda: getattr(seen(made), "question", "") == "Wat neem jij mee?")
    assert made.desk.beamer.view.picture == Neutral(), "the workshop's own picture never changed"
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not beside.tried.on
    assert not isinstance(seen(made), Card)
    qtbot.mouseClick(beside.try_out, Qt.MouseButton.LeftButton)
    assert isinstance(seen(made), Card)
    made.window.show_page("home")
    assert not isinstance(seen(made), Card)


def test_during_a_workshop_the_beamer_is_not_touched(qtbot: QtBot, made: Program) -> None:
    busy = next(row for row in made.window._listed[0] if row.title == "Team busy")
    made.desk.workspace.open_workshop(busy.id)
    qtbot.waitUntil(lambda: made.window.page_name() == "cockpit")
    page = writing(qtbot, made)
    assert not page.pane.beside.try_out.isVisible()
    page.pane.beside.tried.show(page.pane.beside.canvas.view)
    assert not page.pane.beside.tried.on
    assert not isinstance(seen(made), Card)
