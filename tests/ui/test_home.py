"""The list of workshops: everything that can be done with one, on a real file, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.store.opening import connect, list_workshops
from gogrow.texts import Texts
from gogrow.ui.home.dialogs import NewWorkshop, TidyUp
from gogrow.ui.home.rows import State, row_words, state_of
from gogrow.ui.labels import label
from tests.ui.running import LONG, NASTY, answer, fill, program, settle, titles


def choose(made: Program, title: str) -> None:
    home = made.window.home
    home.list.setCurrentIndex(home.model.index(titles(made).index(title)))


def on_disk(path: Path) -> list[str]:
    """The titles in the file, once the program has closed it."""
    from gogrow.store.opening import close

    connection = connect(path)
    try:
        return [listed.title for listed in list_workshops(connection)]
    finally:
        close(connection)


def test_the_first_start_has_an_empty_list_and_a_file_that_nobody_asked_about(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp) as made:
        page = made.window.home
        assert page.empty.isVisible()
        assert page.empty.start.isVisible()
        assert not page.list.isVisible()
        path = made.window.path
        assert path is not None
        assert home in path.parents
        assert path.name == "GoGrow.gogrow"
        assert page.bottom.place.text() == str(path)
    assert on_disk(path) == []


def test_a_new_workshop_asks_title_and_kind_and_goes_to_preparing(qtbot: QtBot, qapp: QApplication) -> None:
    with program(qtbot, qapp) as made:

        def fill_in(dialog: object) -> None:
            assert isinstance(dialog, NewWorkshop)
            assert dialog.title.text()
            assert dialog.team.isChecked()
            dialog.two.click()
            dialog.title.setText(NASTY)
            dialog.make.click()

        asked = answer(fill_in)
        with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000) as opened:
            qtbot.mouseClick(made.window.home.empty.start, Qt.MouseButton.LeftButton)
        assert asked
        live = opened.args[0]
        assert (live.workshop.details.title, live.workshop.details.setting) == (NASTY, "two")
        assert live.workshop.run
        assert made.window.page_name() == "prepare"
        made.window.to_list()
        settle(qtbot, made)
        assert titles(made) == [NASTY]
        assert made.window.page_name() == "home"


def test_a_title_of_nothing_cannot_be_made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        dialog = NewWorkshop(made.desk.texts, made.desk.theme, "x")
        qtbot.addWidget(dialog)
        dialog.title.setText("  ")
        assert not dialog.make.isEnabled()


def test_rows_show_what_was_typed_and_how_far_it_is(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", (NASTY, "Zetten busy", "Two done", "Inkoop tidied"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        model, texts = made.window.home.model, Texts("nl")
        rows = [model.listed(model.index(number)) for number in range(4)]
        states = {listed.title: state_of(listed) for listed in rows if listed}
        assert states == {
            NASTY: State.NEW,
            "Zetten busy": State.BUSY,
            "Two done": State.DONE,
            "Inkoop tidied": State.TIDIED,
        }
        words = {listed.title: row_words(texts, listed) for listed in rows if listed}
        assert words[NASTY].facts == "Zetten · 2 mensen"
        assert words["Inkoop tidied"].facts == "Zetten · geen namen meer"
        assert words["Zetten busy"].state.startswith("Bij ‘")
        assert words["Two done"].icon != words[NASTY].icon
        spoken = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
        assert str(spoken).startswith(f"{NASTY}. Zetten · 2 ")


def test_opening_goes_where_the_workshop_is(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("New", "Team busy", "Two busy", "Team done"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        pages = {"New": "prepare", "Team busy": "cockpit", "Two busy": "table", "Team done": "cockpit"}
        for title, page in pages.items():
            choose(made, title)
            with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000):
                qtbot.keyClick(made.window.home.list, Qt.Key.Key_Return)
            assert made.window.page_name() == page
            made.window.actions_by_id["workshop.list"].trigger()
            settle(qtbot, made)
            assert made.window.page_name() == "home"
            assert made.window.home.chosen().title == title  # type: ignore[union-attr]


def test_while_one_is_offered_another_can_be_opened_too(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    ids = fill(tmp_path / "a.gogrow", ("Team done", "Hoe ging het? busy"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        page = made.window.home
        page.offer_resume(ids[1])
        assert "“Hoe ging het? busy”" in page.resume._title.text().replace("‘", "“").replace("’", "”")
        page.choose(ids[1])
        assert not page.bottom.open.isVisible(), "one large button is enough"
        page.choose(ids[0])
        assert page.bottom.open.isVisible()


def test_duplicating_takes_people_and_no_answers(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy", "Other"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        choose(made, "Team busy")
        made.desk.texts = Texts("nl")
        made.window.home.details.duplicate.emit()
        settle(qtbot, made)
        settle(qtbot, made)
        assert "Team busy (kopie)" in titles(made)
        copy = made.window.home.chosen()
        assert copy is not None
        assert (copy.title, copy.people, copy.begun, copy.placements) == ("Team busy (kopie)", 2, None, 0)


def test_renaming_in_the_list(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        choose(made, LONG)
        page = made.window.home
        made.window.actions_by_id["workshop.rename"].trigger()
        field = page.list.findChild(QLineEdit)
        assert field is not None
        assert field.text() == LONG
        assert field.height() >= 44
        field.setText(f"  {NASTY} 2  ")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: f"{NASTY} 2" in titles(made), timeout=20_000)
        assert page.chosen().title == f"{NASTY} 2"  # type: ignore[union-attr]
        qtbot.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, made)
        assert LONG in titles(made)


def test_escape_leaves_the_title_as_it_was(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        choose(made, LONG)
        made.window.home.rename_chosen()
        field = made.window.home.list.findChild(QLineEdit)
        assert field is not None
        field.setText("other")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        settle(qtbot, made)
        assert LONG in titles(made)


def test_removing_can_be_undone_from_the_bar(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.gogrow"
    fill(path)
    with program(qtbot, qapp, path) as made:
        page = made.window.home
        choose(made, LONG)
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
        settle(qtbot, made)
        assert LONG not in titles(made)
        assert LONG in page.done.text()
        page.done.undo.emit()
        settle(qtbot, made)
        assert LONG in titles(made)
        assert page.done.text() == ""
        choose(made, NASTY)
        page.delete_chosen()
        settle(qtbot, made)
    assert on_disk(path) == [LONG, "Team Zetten"]


def test_nothing_is_said_to_be_removed_before_the_file_has_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.gogrow"
    fill(path)
    with program(qtbot, qapp, path) as made:
        path.rename(tmp_path / "elsewhere.gogrow")
        choose(made, LONG)
        made.window.home.delete_chosen()
        assert made.window.home.done.text() == ""
        settle(qtbot, made)
        assert LONG in titles(made)
        assert made.window.home.done.text() == ""
        assert made.window.banner.text()
        (tmp_path / "elsewhere.gogrow").rename(path)
        made.window.banner.retry.click()
        settle(qtbot, made)
        assert made.window.banner.text() == ""


def test_tidying_up_explains_asks_once_and_says_what_went(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.gogrow"
    fill(path, ("Zetten done",))
    with program(qtbot, qapp, path) as made:
        page = made.window.home
        choose(made, "Zetten done")
        refused = answer(lambda dialog: dialog.no.click() if isinstance(dialog, TidyUp) else None)
        page.tidy_chosen()
        assert refused
        settle(qtbot, made)
        assert page.chosen().people == 2  # type: ignore[union-attr]
        answer(lambda dialog: dialog.yes.click() if isinstance(dialog, TidyUp) else None)
        page.tidy_chosen()
        qtbot.waitUntil(lambda: page.done.text() != "", timeout=20_000)
        assert "2" in page.done.text()
        listed = page.chosen()
        assert listed is not None
        assert state_of(listed) is State.TIDIED
        tidy = page.details.findChild(QPushButton, "tidy")
        assert tidy is not None
        assert not tidy.isEnabled()
    assert b"Samira" not in path.read_bytes()


def test_a_file_to_look_at_only_cannot_be_changed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.gogrow"
    fill(path)
    with program(qtbot, qapp) as made:
        assert made.files.open(path, read_only=True)
        settle(qtbot, made)
        page = made.window.home
        page.delete_chosen()
        page.new_workshop()
        page.rename_chosen()
        settle(qtbot, made)
        assert len(titles(made)) == 3
        assert not page.bottom.make.isEnabled()
        assert not page.model.flags(page.model.index(0)) & Qt.ItemFlag.ItemIsEditable
        assert "a.gogrow" in page.top.file.text()
        assert page.top.file.text() != "a.gogrow"


@pytest.mark.parametrize("width", [1280, 1920])
def test_two_thousand_workshops_stay_fluent(qtbot: QtBot, qapp: QApplication, tmp_path: Path, width: int) -> None:
    """Painting, jumping to the end and going on by keys each stay far below what one notices."""
    fill(tmp_path / "a.gogrow", (), many=60)
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        page = made.window.home
        made.window.resize(width, 1000)
        rows = page.model._rows
        page.show_list(tuple(row._replace(id=f"{row.id}{n}") for n in range(34) for row in rows))
        assert page.model.rowCount() == 2040
        page.list.grab()
        timer = QElapsedTimer()
        timer.start()
        page.list.scrollToBottom()
        for _ in range(5):
            qtbot.keyClick(page.list, Qt.Key.Key_PageUp)
            page.list.grab()
        assert timer.elapsed() / 5 < 250
        assert page.list.uniformItemSizes()


def test_names_are_cut_and_targets_are_large(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", (LONG, "x" * 200))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.resize(1024, 600)
        page = made.window.home
        qtbot.waitUntil(lambda: page.width() == 1024)
        for shown in (page.bottom.make, page.bottom.open, page.top.more):
            assert shown.height() >= 44
        assert page.list.sizeHintForRow(0) >= 44
        assert page.details.width() < 400
        assert page.list.horizontalScrollBar().maximum() == 0


def test_the_list_is_announced_in_full_and_labels_are_plain(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", (NASTY,))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        page = made.window.home
        shown = [words for words in page.details.findChildren(type(label(""))) if words.text() == NASTY]
        assert shown
        assert all(words.textFormat() == Qt.TextFormat.PlainText for words in shown)
        assert page.list.accessibleName()
        assert page.model.data(QModelIndex()) is None
