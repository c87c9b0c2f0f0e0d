"""The people of a workshop: pasted, renamed, led, moved, removed; always by keyboard too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from gogrow.domain.people import Presence, Role
from gogrow.domain.rules import people
from gogrow.ui.prepare.people_cells import Choice
from gogrow.ui.prepare.people_model import ASIDE, TONE, Column, Tone
from gogrow.ui.prepare.preview import PreviewDialog, TypeDialog
from tests.ui.prepare.conftest import ELEVEN, POPUP, Room


def clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def dialog(room: Room, kind: type[PreviewDialog] | type[TypeDialog]) -> PreviewDialog | TypeDialog:
    room.qtbot.waitUntil(lambda: any(d.isVisible() for d in room.page.findChildren(kind)))
    return next(d for d in room.page.findChildren(kind) if d.isVisible())


def preview(room: Room) -> PreviewDialog:
    made = dialog(room, PreviewDialog)
    assert isinstance(made, PreviewDialog)
    return made


def press(room: Room, name: str) -> None:
    button = room.page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    room.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    room.settle()


def choose_cell(room: Room, name: str, column: Column) -> None:
    table = room.page.people.table
    table.setFocus()
    table.setCurrentIndex(table.people.index(table.people.row_of(room.person(name).id), column))


def test_eleven_names_pasted_by_ctrl_v_and_one_click_leads_all_and_undo_takes_them_back(room: Room) -> None:
    clipboard("\n".join(ELEVEN))
    room.page.setFocus()
    room.qtbot.keyClick(room.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = preview(room)
    assert found.take.text() == "Neem 11 mensen over"
    room.qtbot.mouseClick(found.take, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.shown() == list(ELEVEN)
    bar = room.page.people.roles
    assert bar.words.text() == "11 namen erbij. Kloppen de rollen?"
    assert room.page.bottom.hint.text() == "Alles staat klaar"

    room.do(people.set_role, room.person("Johan Terpstra").id, Role.MANAGER)
    assert bar.all.text() == "Johan leidt iedereen"
    press(room, "lead_all")
    johan = room.person("Johan Terpstra")
    assert johan.manager is None
    assert johan.role is Role.MANAGER
    assert {p.manager for p in room.workshop.participants if p.id != johan.id} == {johan.id}

    press(room, "lead_none")
    assert not room.workshop.managers()
    for _ in range(4):
        room.live.undo()
    room.settle()
    assert room.shown() == []
    assert room.page.people.table.isHidden() or not room.page.people.table.isVisible()


def test_what_was_pasted_can_be_taken_back_in_the_bar(room: Room) -> None:
    room.add(*ELEVEN)
    press(room, "undo_paste")
    assert room.names() == []


def test_anybody_can_be_chosen_to_lead_all(room: Room) -> None:
    room.add(*ELEVEN)
    bar = room.page.people.roles
    assert bar.all.text() == "Wie leidt iedereen?"
    bar.menu.aboutToShow.emit()
    action = next(action for action in bar.menu.actions() if action.text() == "Samira El Idrissi leidt iedereen")
    action.trigger()
    room.settle()
    assert room.workshop.managers() == {room.person("Samira El Idrissi").id}


def test_an_empty_clipboard_opens_a_field_and_half_of_it_is_kept(room: Room) -> None:
    clipboard("")
    room.page.people.paste()
    typing = dialog(room, TypeDialog)
    assert isinstance(typing, TypeDialog)
    field = typing.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    room.qtbot.keyClicks(field, "Anja Verbeek")
    room.live.flush()
    room.settle()
    assert room.workshop.draft("prepare.names") == "Anja Verbeek"
    room.qtbot.mouseClick(typing.go_on, Qt.MouseButton.LeftButton)
    room.qtbot.mouseClick(preview(room).take, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.names() == ["Anja Verbeek"]
    assert room.workshop.draft("prepare.names") == ""


def test_bad_rows_are_told_with_their_line_and_good_ones_come_in(room: Room) -> None:
    clipboard("Naam\tLeidinggevende\nAnja Verbeek\tJohan\n\tJohan\n12345\tJohan\nAnja Verbeek\tJohan\nJohan\t")
    room.page.people.paste()
    found = preview(room)
    sentences = found.problems.model()
    told = [sentences.index(row, 0).data() for row in range(sentences.rowCount())]
    assert [text.split(":")[0] for text in told] == ["Regel 3", "Regel 4", "Regel 5"]
    assert found.take.text() == "Neem 3 mensen over"  # the duplicate is shown, not merged
    room.qtbot.mouseClick(found.take, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.names() == ["Anja Verbeek", "Anja Verbeek", "Johan"]
    johan = room.person("Johan")
    assert [p.manager for p in room.workshop.participants] == [johan.id, johan.id, None]


def test_a_row_can_be_left_out_and_who_is_on_the_list_already_begins_so(room: Room) -> None:
    room.add("Anja Verbeek")
    clipboard("Anja Verbeek\nBram Kuiper\nBram Kuiper")
    room.page.people.paste()
    found = preview(room)
    assert found.take.text() == "Neem 2 mensen over"
    found.table.setFocus()
    found.table.setCurrentIndex(found.table.model().index(2, 0))
    room.qtbot.keyClick(found.table, Qt.Key.Key_Space)
    assert found.take.text() == "Neem 1 persoon over"
    room.qtbot.keyClick(found.table, Qt.Key.Key_Space)
    room.qtbot.keyClick(found.table, Qt.Key.Key_Up)
    room.qtbot.keyClick(found.table, Qt.Key.Key_Up)
    room.qtbot.keyClick(found.table, Qt.Key.Key_Space)
    assert found.take.text() == "Neem 3 mensen over"
    found.reject()
    assert room.names() == ["Anja Verbeek"]


def test_a_column_can_be_corrected(room: Room) -> None:
    clipboard("Kuiper\tBram\nVerbeek\tAnja\nYildiz\tFatma")
    room.page.people.paste()
    found = preview(room)
    combos = found.table.combos()
    assert len(combos) == 2
    for combo, words in ((combos[0], "Achternaam"), (combos[1], "Voornaam")):
        combo.setCurrentText(words)
        with room.qtbot.waitSignal(found._reader.read):
            combo.activated.emit(combo.currentIndex())
    room.qtbot.mouseClick(found.take, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.names() == ["Bram Kuiper", "Anja Verbeek", "Fatma Yildiz"]


def test_a_workbook_with_two_sheets(room: Room, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Team"
    for line in (["Teamlijst"], [], ["Naam", "Rol", "Leidinggevende"], ["Linh Tran", "collega", "Johan"], ["Johan"]):
        first.append(line)
    second = book.create_sheet("Nacht")
    second.append(["Naam"])
    second.append(["Çelik, Ayşe"])
    path = tmp_path / "mensen.xlsx"
    book.save(path)
    room.page.people.read_file(path)
    found = preview(room)
    assert found.take.text() == "Neem 2 mensen over"
    with room.qtbot.waitSignal(found._reader.read):
        found._sheet.activated.emit(1)
    room.qtbot.mouseClick(found.take, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.names() == ["Ayşe Çelik"]


def test_a_file_that_is_no_list_is_told_and_changes_nothing(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "foto.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    room.page.people.read_file(path)
    room.qtbot.waitUntil(lambda: bool(room.told))
    assert "foto.xlsx" in room.told[0]
    assert room.names() == []


def test_a_name_is_changed_by_keyboard_and_the_name_on_the_screen_too(room: Room) -> None:
    room.add("Anja Verbeek", "Bram Kuiper")
    table = room.page.people.table
    choose_cell(room, "Anja Verbeek", Column.NAME)
    room.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    room.qtbot.keyClicks(editor, "Anja <b>&<img src='/etc/passwd'>")
    room.qtbot.keyClick(editor, Qt.Key.Key_Return)
    room.settle()
    assert room.names()[0] == "Anja <b>&<img src='/etc/passwd'>"
    table.setCurrentIndex(table.people.index(1, Column.SHOWN))
    room.qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    room.qtbot.keyClicks(editor, "Bram K.")
    room.qtbot.keyClick(editor, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.participants[1].shown == "Bram K."
    table.people.setData(table.people.index(1, Column.SHOWN), "Bram")
    room.settle()
    assert room.workshop.participants[1].shown == ""  # what it says by itself is not kept


def test_an_empty_name_is_refused_and_the_old_one_stays(room: Room) -> None:
    room.add("Anja Verbeek")
    table = room.page.people.table
    table.people.setData(table.people.index(0, Column.NAME), "  ")
    room.settle()
    assert room.broken == ["name_empty"]
    assert room.shown() == ["Anja Verbeek"]


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_role_manager_and_today_are_chosen_from_a_list(room: Room) -> None:
    room.add("Anja Verbeek", "Johan Terpstra", "Linh Tran")
    table = room.page.people.table
    for column, row in ((Column.ROLE, 2), (Column.MANAGER, 2), (Column.TODAY, 2)):
        choose_cell(room, "Anja Verbeek", column)
        room.qtbot.keyClick(table, Qt.Key.Key_Return)
        room.qtbot.waitUntil(lambda: bool(table.findChildren(Choice)))
        choice = table.findChildren(Choice)[-1]
        room.qtbot.waitUntil(lambda c=choice: c.view().isVisible())  # type: ignore[misc]
        choice.setCurrentIndex(row)
        choice.hidePopup()
        choice.activated.emit(row)
        room.qtbot.waitUntil(lambda: not table.findChildren(Choice))
        room.settle()
    anja = room.person("Anja Verbeek")
    assert anja.role is Role.COLLEAGUE
    assert anja.presence is Presence.NOT_HERE
    assert anja.manager in {room.person("Johan Terpstra").id, room.person("Linh Tran").id}


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_a_list_that_is_closed_without_a_choice_changes_nothing(room: Room) -> None:
    room.add("Anja Verbeek", "Johan Terpstra")
    table = room.page.people.table
    before = room.workshop
    choose_cell(room, "Anja Verbeek", Column.ROLE)
    room.qtbot.keyClick(table, Qt.Key.Key_Space)
    room.qtbot.waitUntil(lambda: bool(table.findChildren(Choice)) and table.findChildren(Choice)[0].view().isVisible())
    table.findChildren(Choice)[0].hidePopup()
    room.qtbot.waitUntil(lambda: not table.findChildren(Choice))
    room.settle()
    assert room.workshop.participants == before.participants


def test_a_circle_of_managers_is_refused(room: Room) -> None:
    room.add("Anja Verbeek", "Johan Terpstra")
    anja, johan = room.person("Anja Verbeek").id, room.person("Johan Terpstra").id
    table = room.page.people.table
    table.people.setData(table.people.index(0, Column.MANAGER), johan)
    room.settle()
    table.people.setData(table.people.index(1, Column.MANAGER), anja)
    room.settle()
    assert room.broken == ["manager_circle"]
    assert room.person("Johan Terpstra").manager is None


def test_rows_move_by_alt_and_arrows_and_the_choice_moves_along(room: Room) -> None:
    room.add("Anja", "Bram", "Cor", "Dirk")
    table = room.page.people.table
    choose_cell(room, "Cor", Column.NAME)
    alt = Qt.KeyboardModifier.AltModifier
    room.qtbot.keyClick(table, Qt.Key.Key_Up, alt)
    room.settle()
    room.qtbot.keyClick(table, Qt.Key.Key_Up, alt)
    room.settle()
    assert room.names() == ["Cor", "Anja", "Bram", "Dirk"]
    room.qtbot.keyClick(table, Qt.Key.Key_Up, alt)
    room.settle()
    assert room.names() == ["Cor", "Anja", "Bram", "Dirk"]
    assert table.chosen() == [room.person("Cor").id]
    room.qtbot.keyClick(table, Qt.Key.Key_Down, alt)
    room.settle()
    assert room.names() == ["Anja", "Cor", "Bram", "Dirk"]


def test_several_rows_are_dropped_elsewhere_and_undo_is_one_step(room: Room) -> None:
    room.add("Anja", "Bram", "Cor", "Dirk", "Eva")
    ids = [room.person(name).id for name in ("Anja", "Cor")]
    room.page.people.table.moved.emit(ids, 4)
    room.settle()
    assert room.names() == ["Bram", "Dirk", "Anja", "Cor", "Eva"]
    room.live.undo()
    room.settle()
    assert room.names() == ["Anja", "Bram", "Cor", "Dirk", "Eva"]


def test_several_people_are_taken_off_by_delete_and_come_back_by_undo(room: Room) -> None:
    room.add("Anja", "Bram", "Cor", "Dirk")
    table = room.page.people.table
    table.choose([room.person("Bram").id, room.person("Cor").id])
    table.setFocus()
    room.qtbot.keyClick(table, Qt.Key.Key_Delete)
    room.settle()
    assert room.shown() == ["Anja", "Dirk"]
    assert table.currentIndex().isValid()
    assert room.page.people.roles.words.text() == "2 namen van de lijst gehaald."
    press(room, "undo_paste")
    assert room.shown() == ["Anja", "Bram", "Cor", "Dirk"]


def test_the_menu_of_a_row_and_of_several(room: Room) -> None:
    room.add("Anja Verbeek", "Johan & Co")
    one = room.page.people.row_menu([room.person("Johan & Co").id])
    texts = [action.text() for action in one.actions() if action.text()]
    assert "Johan leidt iedereen" in texts
    next(action for action in one.actions() if action.text() == "Johan leidt iedereen").trigger()
    room.settle()
    assert room.person("Anja Verbeek").manager == room.person("Johan & Co").id
    both = room.page.people.row_menu([p.id for p in room.workshop.participants])
    next(action for action in both.actions() if action.text().startswith("Haal 2 mensen")).trigger()
    room.settle()
    assert room.names() == []
    one.deleteLater()
    both.deleteLater()


def test_the_look_of_a_pawn_is_chosen_at_once_and_never_slate(room: Room) -> None:
    room.add("Anja Verbeek")
    id = room.person("Anja Verbeek").id
    room.page.people.show_look(id)
    look = room.page.people._look
    assert look is not None
    swatches = {swatch.accessibleName(): swatch for swatch in look.swatches()}
    swatches["Pruim"].click()
    room.settle()
    swatches["Kat"].click()
    room.settle()
    assert (room.person("Anja Verbeek").colour, room.person("Anja Verbeek").icon) == ("plum", "cat")
    room.live.undo()
    room.settle()
    assert room.person("Anja Verbeek").icon == ""
    assert swatches["Initialen"].isChecked()
    look.accept()
    room.settle()
    assert room.page.people._look is None


def test_one_name_after_another(room: Room) -> None:
    press(room, "add")
    field = room.page.findChild(QLineEdit, "add_name")
    assert isinstance(field, QLineEdit)
    for name in ("Anja Verbeek", "علي حسن", "Zoë 🌻 van Dam"):
        field.setText(name)
        room.qtbot.keyClick(field, Qt.Key.Key_Return)
    room.settle()
    assert room.names() == ["Anja Verbeek", "علي حسن", "Zoë 🌻 van Dam"]
    room.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_missing_leader_is_asked_for_in_the_row_and_beside_the_button_and_never_blocks(room: Room) -> None:
    room.add(*ELEVEN)
    room.do(people.lead_all, room.person("Johan Terpstra").id)
    room.do(people.set_manager, room.person("Tomasz Nowak").id, None)
    model = room.page.people.table.people
    index = model.index(model.row_of(room.person("Tomasz Nowak").id), Column.MANAGER)
    assert index.data() == "Kies iemand"
    assert index.data(TONE) == Tone.ASKING
    assert room.page.bottom.hint.text() == "Nog 1 ding: leidinggevende van Tomasz"
    assert room.page.bottom.next.isEnabled()


def test_a_leader_who_does_not_come_is_said_with_the_name(room: Room) -> None:
    room.add("Linh Tran", "Petra Blom")
    room.do(people.set_manager, room.person("Linh Tran").id, room.person("Petra Blom").id)
    room.do(people.set_presence, room.person("Petra Blom").id, Presence.NOT_HERE)
    index = room.page.people.table.people.index(0, Column.MANAGER)
    assert (index.data(), index.data(ASIDE)) == ("Petra Blom", "komt niet")


def test_half_typed_words_in_a_cell_stay_when_the_table_changes(room: Room) -> None:
    room.add("Anja Verbeek", "Bram Kuiper")
    table = room.page.people.table
    choose_cell(room, "Anja Verbeek", Column.NAME)
    room.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    room.do(people.set_presence, room.person("Bram Kuiper").id, Presence.LATER)
    assert editor.selectedText() == "Anja Verbeek"
    room.qtbot.keyClicks(editor, "Anj")
    room.do(people.set_presence, room.person("Anja Verbeek").id, Presence.LATER)
    assert editor.text() == "Anj"
    room.qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_five_hundred_people_are_shown_and_scrolled(room: Room) -> None:
    names = [f"Persoon {number} van der Achternaam" for number in range(500)]
    room.add(*names)
    table = room.page.people.table
    assert table.people.rowCount() == 500
    room.do(people.lead_all, room.workshop.participants[0].id)
    for row in range(0, 500, 25):
        table.scrollTo(table.people.index(row, 0))
        assert table.visualRect(table.people.index(row, 0)).intersects(table.viewport().rect())
    clipboard("Nog Iemand")
    room.page.people.paste()
    found = preview(room)
    assert not found.take.isEnabled()
    assert found._limit.text() == "In een workshop passen 500 mensen. Laat er 1 weg."
    found.reject()


@pytest.mark.parametrize("name", ["A" * 200, "W" * 60, "<b>&<img src='/etc/passwd'>", "שרה לוי", "e\u0301" * 40])
def test_any_name_is_painted_in_its_cell_and_nowhere_else(room: Room, name: str) -> None:
    room.add(name)
    table = room.page.people.table
    pictures = []
    for shown in (name, "Jo"):
        room.do(people.rename, room.workshop.participants[0].id, shown)
        table.clearSelection()
        pictures.append(table.viewport().grab(table.visualRect(table.people.index(0, Column.ROLE))).toImage())
    assert pictures[0] == pictures[1]


def test_dragged_rows_come_where_they_are_dropped(make_room: Callable[..., Room]) -> None:
    room = make_room()
    room.add("Anja", "Bram", "Cor")
    table = room.page.people.table
    rect = table.visualRect(table.people.index(1, Column.NAME))
    assert table._gap(rect.topLeft() + QPoint(5, 2)) == 1
    assert table._gap(rect.bottomLeft() + QPoint(5, -2)) == 2
    assert table._gap(QPoint(5, table.viewport().height() - 2)) == 3
    data = QMimeData()
    data.setData("application/x-gogrow-people", room.person("Cor").id.encode())
    at = QPointF(rect.topLeft() + QPoint(5, 2))
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    table.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, left, none))
    room.settle()
    assert room.names() == ["Anja", "Cor", "Bram"]
