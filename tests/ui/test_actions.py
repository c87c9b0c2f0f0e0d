"""The table of actions: every row does something, has an icon and words, and no two want the same keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.actions import MENUS, SUBMENUS, TABLE
from gogrow.ui.home.page import HomePage
from gogrow.ui.pages import make_page
from tests.ui.running import fill, program, settle

SAME = {"Nederlands", "English", "Open"}


def test_every_row_has_an_icon_a_place_and_words_in_both_languages() -> None:
    dutch = Texts("nl")
    assert len({row.id for row in TABLE}) == len(TABLE)
    for row in TABLE:
        assert icons.known(row.icon), row.id
        assert row.menu in {*MENUS, *SUBMENUS, ""}, row.id
        assert row.menu or row.shortcuts, f"nobody can reach {row.id}"
        assert row.text in SAME or dutch.t(row.text) != row.text, row.id
    for _parent, words, name in SUBMENUS.values():
        assert icons.known(name)
        assert dutch.t(words)


def test_no_two_rows_want_the_same_keys_on_one_page() -> None:
    taken: dict[tuple[str, str], str] = {}
    for row in TABLE:
        for keys in row.shortcuts:
            normal = QKeySequence(keys).toString()
            assert normal, f"{keys} of {row.id} is no key"
            for page in row.pages or ("home", "prepare", "cockpit", "table", "cards"):
                assert (normal, page) not in taken, f"{keys}: {row.id} and {taken.get((normal, page))}"
                taken[normal, page] = row.id


def test_every_row_resolves_to_something_that_does_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        assert set(made.window.actions_by_id) == {row.id for row in TABLE}
        pages: dict[str, QWidget] = {"home": made.window.home}
        for row in TABLE:
            for name in row.pages if row.calls else ():
                if name not in pages:
                    pages[name] = make_page(name, made.desk)
                    qtbot.addWidget(pages[name])
                assert callable(getattr(pages[name], row.calls, None)), f"{row.id}: {name} has no {row.calls}"


def test_rows_of_other_pages_cannot_be_used(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        actions = made.window.actions_by_id
        assert actions["workshop.rename"].isEnabled()
        assert not actions["step.next"].isEnabled()
        open_top(qtbot, made)
        assert not actions["workshop.rename"].isEnabled()
        assert actions["beamer.neutral"].isEnabled()


def open_top(qtbot: QtBot, made: Program) -> None:
    with qtbot.waitSignal(made.desk.workspace.workshop_opened):
        made.window.home.open_chosen()


def mode(made: Program) -> str:
    return str(made.desk.beamer.mode)


def into(qtbot: QtBot, qapp: QApplication, path: Path, field: Callable[[QWidget], QWidget]) -> None:
    """Type letters and undo keys into a field inside the frame: they are the field's."""
    with program(qtbot, qapp, path) as made:
        made.window.activateWindow()
        inside = field(made.window)
        inside.show()
        inside.setFocus()
        qtbot.keyClicks(inside, "b")
        qtbot.keyClick(inside, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, made)
        assert made.window.home.model.rowCount() == 3, "the list was not undone"
        inside.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_in_a_text_field_the_keys_are_the_fields_own(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, kind: type[QWidget]
) -> None:
    fill(tmp_path / "a.gogrow")
    into(qtbot, qapp, tmp_path / "a.gogrow", lambda window: kind(window))


def test_a_letter_works_where_no_field_takes_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team Zetten busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        assert made.window.page_name() == "cockpit"
        made.desk.beamer.show()
        field = QLineEdit(made.window)
        field.show()
        qtbot.keyClicks(field, "b")
        assert field.text() == "b"
        assert mode(made) == "show"
        qtbot.keyClicks(made.window, "b")
        assert mode(made) == "neutral"
        assert made.window.actions_by_id["beamer.neutral"].text().endswith("\tB")


def test_escape_twice_makes_the_beamer_neutral_in_the_program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team Zetten busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        made.desk.beamer.show()
        field = QLineEdit(made.window)
        field.show()
        for _ in range(2):
            qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert mode(made) == "neutral"


def test_another_language_reaches_the_beamers_window_too(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team Zetten busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.desk.beamer_window.show_plain()
        made.desk.set_language("en")
        assert made.desk.beamer_window.screen_text() == "in a window"
        made.desk.set_language("nl")
        assert made.desk.beamer_window.screen_text() == "in een venster"


def test_undo_and_redo_have_names_in_the_menu(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Jansen & Zn",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.desk.set_language("nl")
        undo = made.window.actions_by_id["edit.undo"]
        assert undo.text() == "Workshop ‘Jansen && Zn’ maken ongedaan maken"
        undo.trigger()
        settle(qtbot, made)
        assert not made.window.actions_by_id["edit.undo"].isEnabled()
        assert made.window.actions_by_id["edit.redo"].text() == "Workshop ‘Jansen && Zn’ maken opnieuw doen"
        made.window.actions_by_id["edit.redo"].trigger()
        settle(qtbot, made)
        assert made.window.home.model.rowCount() == 1


def test_all_menus_are_behind_the_three_dots(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        shown = [action.text() for action in made.window.home.top.menu.actions()]
        assert shown == [made.desk.texts.t(words) for words in MENUS.values()]
        reached = {action.objectName() for menu in made.window.menus.values() for action in menu.actions()}
        assert {row.id for row in TABLE if row.menu} <= reached


def test_the_table_names_real_pages() -> None:
    assert {page for row in TABLE for page in row.pages} <= {"home", "prepare", "cockpit", "table", "cards"}
    assert callable(HomePage.open_chosen)


@pytest.mark.qt_log_ignore(r"^This plugin does not support (raise|grabbing the keyboard)(\(\))?$")
def test_f10_opens_the_menu_on_every_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        for open_it in (False, True):
            if open_it:
                open_top(qtbot, made)
            made.window.actions_by_id["menu"].trigger()
            menu = made.window.menus[""]
            assert menu.isVisible()
            assert len(menu.actions()) == len(MENUS)
            menu.close()
