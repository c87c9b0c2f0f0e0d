"""Plans on paper in the whole program: from the menu on each page, and in a file that one only looks at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.rules import planning
from gogrow.domain.workshop import DevelopmentPlan
from gogrow.store.opening import connect
from gogrow.store.workspace import Workspace
from gogrow.ui.papers.dialog import PapersDialog
from tests.sheets import reading
from tests.ui import running
from tests.ui.papers.conftest import Outside


def window(qtbot: QtBot, made: Program) -> PapersDialog:
    """The window that opens from the menu."""
    made.window.actions_by_id["papers"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PapersDialog), timeout=20_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PapersDialog)
    return dialog


def open_first(qtbot: QtBot, made: Program, id: str, page: str) -> None:
    made.desk.workspace.open_workshop(id)
    qtbot.waitUntil(lambda: made.window.page_name() != "home", timeout=20_000)
    made.window.show_page(page)
    running.settle(qtbot, made)


@pytest.mark.parametrize(("title", "page"), [("Team", "prepare"), ("Team busy", "cockpit"), ("Two busy", "table")])
def test_the_menu_has_it_on_each_page_of_a_workshop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, title: str, page: str
) -> None:
    (id,) = running.fill(tmp_path / "a.gogrow", (title,))
    with running.program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.refresh_actions()
        assert not made.window.actions_by_id["papers"].isEnabled()
        open_first(qtbot, made, id, page)
        assert made.window.actions_by_id["papers"].isEnabled()
        dialog = window(qtbot, made)
        assert len(dialog.form.who.ids) == 2
        dialog.reject()


def test_in_a_file_that_one_only_looks_at_paper_is_made_without_a_complaint(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, outside: Outside
) -> None:
    (id,) = running.fill(tmp_path / "a.gogrow", ("Team",))
    running.fill(tmp_path / "b.gogrow", ("Other",))
    workspace = Workspace(connect(tmp_path / "a.gogrow"))
    person = workspace.load(id).participants[0].id
    workspace.apply(id, lambda workshop: planning.edit_plan(workshop, DevelopmentPlan(person, wish="Lassen")))
    workspace.close()
    with running.program(qtbot, qapp, tmp_path / "b.gogrow") as made:
        assert made.files.open(tmp_path / "a.gogrow", read_only=True)
        running.settle(qtbot, made)
        open_first(qtbot, made, id, "prepare")
        said = made.window.banner.text()
        dialog = window(qtbot, made)
        qtbot.waitUntil(lambda: dialog.pages.count == 4, timeout=20_000)
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(outside.opened), timeout=20_000)
        running.settle(qtbot, made)
        assert len(reading.words(outside.opened[0])) == 4
        assert made.window.banner.text() == said
        dialog.reject()
