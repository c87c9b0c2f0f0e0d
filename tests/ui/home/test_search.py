"""Searching as one types: what is found is shown, an answer that came too late is not, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.dilemmas import Request
from gogrow.domain.outcome import Outcome
from gogrow.domain.workshop import CheckIn, StepResult
from gogrow.store.faults import StoreFault
from gogrow.store.searching import Found, Where
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.ui.cockpit.page import CockpitPage
from gogrow.ui.cockpit.plan_step import PlanStepView
from gogrow.ui.home.search import SearchDialog, where_words
from gogrow.ui.plan.opening import PlanOpening
from tests.ui.home.teams import Team, held
from tests.ui.running import program, settle


@contextmanager
def searching(
    qtbot: QtBot, qapp: QApplication, path: Path, *, alone: bool = True
) -> Iterator[tuple[Program, SearchDialog]]:
    """The program on a file, with the dialog that Ctrl+F opens."""
    with program(qtbot, qapp, path) as made:
        made.desk.alone = alone
        action = made.window.findChild(QAction, "search")
        assert isinstance(action, QAction)
        action.trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SearchDialog)
        yield made, dialog


def lines(dialog: SearchDialog) -> list[str]:
    found = [dialog.list.item(number).data(Qt.ItemDataRole.UserRole) for number in range(dialog.list.count())]
    return [f"{one.before}[{one.hit}]{one.after}" for one in found]


def test_words_are_found_while_one_types_and_enter_goes_there(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    ids = held(tmp_path / "a.gogrow", Team("Inkoop", 0, wish="Vergaderen in één uur"), Team("Zetten", 0))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        assert not dialog.go.isEnabled()
        qtbot.keyClicks(dialog.field, "een uur")
        qtbot.waitUntil(lambda: lines(dialog) == ["Vergaderen in [één] uur"])
        assert dialog.count.text() == "Op 1 plek gevonden"
        spoken = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Vergaderen in één uur. Plan van Samira El Idrissi · Waar staan wij? · Inkoop"
        dialog.grab()
        with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000) as opened:
            qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        live = opened.args[0]
        assert live.id == ids[0]
        qtbot.waitUntil(lambda: made.window.page_name() == "cockpit")
        cockpit = cast(CockpitPage, made.window.pages["cockpit"])
        assert isinstance(cockpit._view, PlanStepView)
        assert cockpit._view._editor.isVisible()
        assert cockpit._view._person == live.workshop.participants[1].id
        assert made.desk.alone, "she said so a moment ago"


def test_words_of_the_group_lead_to_the_workshop(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Inkoop", 0, wish="Inkopen"))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        qtbot.keyClicks(dialog.field, "inkoop")
        qtbot.waitUntil(lambda: dialog.list.count() == 1)
        with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000):
            dialog.go.click()
        assert made.window.page_name() == "cockpit"
        assert not isinstance(cast(CockpitPage, made.window.pages["cockpit"])._view, PlanStepView)


def test_a_fault_of_the_file_after_going_there_is_just_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 0, wish="Lassen"))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        qtbot.keyClicks(dialog.field, "lassen")
        qtbot.waitUntil(lambda: lines(dialog) == ["[Lassen]"])
        with qtbot.waitSignal(made.window.page_changed, timeout=20_000):
            dialog.go.click()
        qtbot.waitUntil(lambda: not made.window.findChildren(PlanOpening), timeout=20_000)
        made.desk.workspace.failed.emit(StoreFault("io"))
        assert made.window.banner.text()


def test_arrows_choose_while_the_field_has_the_keys(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Inkoop", 0), Team("Zetten", 0))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (_, dialog):
        qtbot.keyClicks(dialog.field, "samira")
        qtbot.waitUntil(lambda: dialog.list.count() == 2)
        for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 0)):
            qtbot.keyClick(dialog.field, key)
            assert dialog.list.currentRow() == row
        dialog.reject()


def test_an_answer_to_other_words_is_dropped(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Inkoop", 0, wish="Lassen"), Team("Zetten", 0, wish="Draaien"))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        shown: list[list[str]] = []
        dialog.list.model().rowsInserted.connect(lambda *_: shown.append(lines(dialog)))
        dialog.field.setText("lassen")
        dialog._soon.stop()
        dialog._ask()
        dialog.field.setText("draaien")  # before the answer is there
        settle(qtbot, made)
        assert shown == []
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
        assert dialog.isVisible(), "there is nothing to go to yet"
        qtbot.waitUntil(lambda: lines(dialog) == ["[Draaien]"])
        dialog.field.setText("")
        qtbot.waitUntil(lambda: lines(dialog) == [])
        assert dialog.count.text() == ""
        dialog.reject()


def test_nothing_found_and_too_much_are_said(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (id,) = held(tmp_path / "a.gogrow", Team("Inkoop", 0))
    workspace = Workspace.open(tmp_path / "a.gogrow")
    asked = tuple(Request(f"r{number}", f"Wens {number}") for number in range(201))
    workspace.apply(id, lambda workshop: Outcome(replace(workshop, requests=asked)))
    workspace.close()
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (_, dialog):
        dialog.field.setText("niemand")
        qtbot.waitUntil(lambda: dialog.count.text() == "Niet gevonden in deze werkmap.")
        dialog.field.setText("wens")
        qtbot.waitUntil(lambda: dialog.list.count() == 200)
        assert dialog.count.text() == "Meer dan 200 plekken. Typ er nog een woord bij."
        dialog.reject()


def test_while_the_room_may_look_along_all_is_covered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Inkoop", 0))
    with searching(qtbot, qapp, tmp_path / "a.gogrow", alone=False) as (made, dialog):
        assert not dialog.field.isVisible()
        assert dialog.cover.isVisible()
        dialog.cover.alone.emit()
        assert dialog.field.isVisible()
        assert made.desk.alone
        made.desk.screens.changed.emit()
        assert not dialog.field.isVisible()
        assert not dialog.list.isVisible()
        dialog.reject()


def test_another_file_ends_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Inkoop", 0))
    held(tmp_path / "b.gogrow", Team("Zetten", 0))
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        gone: list[int] = []
        dialog.finished.connect(gone.append)
        made.files.open(tmp_path / "b.gogrow")
        assert gone
        assert not dialog.isVisible()
        settle(qtbot, made)


def test_a_file_that_does_not_answer_is_said_and_typing_on_tries_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "a.gogrow"
    held(path, Team("Inkoop", 0, wish="Lassen"))
    with searching(qtbot, qapp, path) as (made, dialog):
        dialog._not_done(StoreFault("io"))
        assert dialog.count.text().startswith("Het bestand antwoordt nu niet")
        qtbot.keyClicks(dialog.field, "lassen")
        qtbot.waitUntil(lambda: lines(dialog) == ["[Lassen]"])
        dialog.reject()
        settle(qtbot, made)


def test_nothing_of_the_words_is_kept(qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.gogrow"
    held(path, Team("Inkoop", 0))
    gone: list[object] = []
    with searching(qtbot, qapp, path) as (made, dialog):
        dialog.destroyed.connect(lambda: gone.append(1))
        dialog.field.setText("zoekwoordje")
        qtbot.waitUntil(lambda: dialog.count.text().startswith("Niet gevonden"))
        dialog.reject()
        qtbot.waitUntil(lambda: bool(gone))
        settle(qtbot, made)
    files = [file for folder in (home, tmp_path) for file in folder.rglob("*") if file.is_file()]
    assert path in files
    assert not [file for file in files if b"zoekwoordje" in file.read_bytes()]


def test_every_kind_of_place_has_words_in_both_languages() -> None:
    seen: Callable[[str], set[str]] = lambda language: {  # noqa: E731
        where_words(Texts(language), Found("w", "Titel", "Team", None, "p", "Jo", where, "", "x", ""))
        for where in Where
    }
    assert len(seen("nl")) == len(seen("en")) == len(Where)
    assert len(seen("nl") & seen("en")) == 1, "Workshop"


@pytest.mark.parametrize(("words", "view"), [("vergaderen", "PlanStepView"), ("rustiger", "LookBackStep")])
def test_enter_goes_to_the_words_and_not_only_to_their_workshop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, words: str, view: str
) -> None:
    """The session is over: its page would say nothing of what was found."""
    (id,) = held(tmp_path / "a.gogrow", Team("Inkoop", 0, wish="Vergaderen in één uur"))
    workspace = Workspace.open(tmp_path / "a.gogrow")
    person = workspace.load(id).participants[1].id
    look = CheckIn(person, (StepResult("Meekijken"),), helped="Het is rustiger")
    workspace.apply(id, lambda workshop: Outcome(replace(workshop, check_ins=(look,))))
    workspace.close()
    with searching(qtbot, qapp, tmp_path / "a.gogrow") as (made, dialog):
        qtbot.keyClicks(dialog.field, words)
        qtbot.waitUntil(lambda: dialog.list.count() == 1)
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: made.window.page_name() == "cockpit")
        page = made.window.pages["cockpit"]
        assert isinstance(page, CockpitPage)
        qtbot.waitUntil(lambda: type(page._view).__name__ == view)
        fields = [f.toPlainText() for f in page.findChildren(QPlainTextEdit) if f.isVisible()]
        assert any(words in text.casefold() for text in fields)
        current = made.desk.workspace.current
        assert current is not None
        assert current.workshop.stage.ended
        settle(qtbot, made)
