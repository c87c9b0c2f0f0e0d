"""The page as a whole: its steps, the room kit, the beamer's try-out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from gogrow.domain.rules import people
from gogrow.texts import Texts
from gogrow.ui.beamer.screens import Screens
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.prepare.trial import Trial, TrialCanvas, paint_trial
from gogrow.ui.theme import load_theme
from tests.ui.prepare.conftest import ELEVEN, Room, deck


def test_the_steps_lead_to_the_beamer_and_then_to_the_cockpit(room: Room) -> None:
    room.add(*ELEVEN)
    gone: list[str] = []
    room.page.go.connect(gone.append)
    room.qtbot.mouseClick(room.page.bottom.next, Qt.MouseButton.LeftButton)
    assert room.page.beamer.isVisible()
    assert [step.isChecked() for step in room.page.top.steps] == [False, True, False]
    room.qtbot.mouseClick(room.page.bottom.next, Qt.MouseButton.LeftButton)
    assert gone == ["cockpit"]
    room.qtbot.mouseClick(room.page.top.steps[2], Qt.MouseButton.LeftButton)
    assert gone == ["cockpit", "cockpit"]
    assert [step.isChecked() for step in room.page.top.steps] == [True, False, False]


def test_for_two_there_is_no_beamer_to_try_and_it_goes_to_the_table(make_room: Callable[..., Room]) -> None:
    room = make_room(setting="two")
    gone: list[str] = []
    room.page.go.connect(gone.append)
    room.add("Samira El Idrissi")
    assert room.page.bottom.hint.text() == "Nog 1 ding: precies twee mensen"
    room.add("Johan Terpstra")
    assert room.page.bottom.hint.text() == "Alles staat klaar"
    room.qtbot.mouseClick(room.page.bottom.next, Qt.MouseButton.LeftButton)
    assert gone == ["table"]


def test_nothing_missing_ever_blocks(room: Room) -> None:
    assert room.page.bottom.hint.text() == "Nog 1 ding: de namen"
    assert room.page.bottom.next.isEnabled()
    assert room.page.bottom.kit.isEnabled()


def test_two_of_one_name_on_the_screen_are_told(room: Room) -> None:
    room.add("Jan Smit", "Jan de Wit")
    assert room.page.bottom.hint.text() == "Nog 1 ding: twee keer ‘Jan’ op het scherm"
    room.do(people.set_shown, room.person("Jan de Wit").id, "Jan W.")
    assert room.page.bottom.hint.text() == "Alles staat klaar"


def test_pasting_in_a_text_field_stays_in_the_field(room: Room) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("Alles over mei")
    title = room.page.top.title
    title.setFocus()
    title.selectAll()
    room.qtbot.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "Alles over mei"
    assert QKeySequence(QKeySequence.StandardKey.Paste).toString() == "Ctrl+V"
    room.qtbot.keyClick(title, Qt.Key.Key_Escape)
    room.settle()
    assert room.names() == []


def test_the_room_kit_is_one_pdf_and_opens(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room.add(*ELEVEN)
    target, opened = tmp_path / "zaal.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    room.qtbot.mouseClick(room.page.bottom.kit, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened == [str(target)]
    assert target.read_bytes().startswith(b"%PDF")


def test_everything_says_what_it_is_to_a_screen_reader(room: Room) -> None:
    room.add(*ELEVEN)
    room.page.right.tabs.setCurrentIndex(1)
    for step in (1, 2):
        room.page.show_step(step)
        for widget in room.page.findChildren(QWidget):
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
                spoken = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                assert spoken.strip(), f"{type(widget).__name__} {widget.objectName()!r} says nothing"


def test_in_little_room_the_buttons_keep_their_words(room: Room) -> None:
    """First the count goes, then the buttons stand below the question; they are never cut."""
    room.add(*ELEVEN)
    panel = room.page.people
    for width in (1280, 1280 - panel.width() + 640, 1280 - panel.width() + 560, 1280):
        room.page.resize(width, 720)
        QApplication.processEvents()
        for name in ("paste", "choose_file", "add"):
            button = panel.findChild(QPushButton, name)
            assert button is not None
            assert button.width() >= button.sizeHint().width()
            assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))
    counts = [w for w in panel.findChildren(QLabel) if w.text() == "11 mensen"]
    assert [w.isVisible() for w in counts] == [True], "there is room again"


def test_every_part_is_reached_by_tab(room: Room) -> None:
    room.add(*ELEVEN)
    room.page.setFocus()
    seen: set[QWidget] = set()
    for _ in range(60):
        room.qtbot.keyClick(room.page.focusWidget() or room.page, Qt.Key.Key_Tab)
        widget = room.page.focusWidget()
        if widget is not None:
            seen.add(widget)
    wanted = [room.page.top.title, room.page.people.table, room.page.bottom.kit, room.page.bottom.next]
    wanted += room.page.top.steps
    wanted += [b for name in ("paste", "choose_file", "add") if (b := room.page.findChild(QPushButton, name))]
    assert not [widget for widget in wanted if widget not in seen]


def test_the_test_lies_over_the_beamers_window_and_goes_with_panic(room: Room) -> None:
    screens = Screens(room.desk.settings, room.page.screen, room.desk)
    window = BeamerWindow(room.desk.beamer_theme, screens, room.desk.texts)
    room.qtbot.addWidget(window)
    room.desk.screens, room.desk.beamer_window = screens, window
    room.page.show_step(2)
    page = room.page.beamer
    room.qtbot.mouseClick(room.page.findChild(QPushButton, "show_trial"), Qt.MouseButton.LeftButton)
    canvas = window.findChild(TrialCanvas)
    assert isinstance(canvas, TrialCanvas)
    assert canvas.isVisible()
    assert window.plain  # there is one screen
    assert canvas.size() == window.size()
    window.resize(700, 420)
    room.qtbot.waitUntil(lambda: canvas.size() == window.size())
    page.show_trial(Trial.COLOURS)
    room.desk.beamer.neutral()
    room.settle()
    assert window.findChild(TrialCanvas) is None
    assert not window.isVisible()
    room.qtbot.mouseClick(room.page.findChild(QPushButton, "show_trial"), Qt.MouseButton.LeftButton)
    assert window.findChild(TrialCanvas) is not None
    room.page.hide()
    room.settle()
    assert window.findChild(TrialCanvas) is None


@pytest.mark.parametrize("theme", ["light", "dark", "black"])
@pytest.mark.parametrize("kind", list(Trial))
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (3440, 1440)])
def test_a_test_picture_fills_every_screen(room: Room, theme: str, kind: Trial, size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint_trial(painter, kind, QSizeF(*size), load_theme(theme), Texts("nl"), deck().board)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(0, size[0], 9) for y in range(0, size[1], 9)}
    assert QColor("magenta").name() not in colours
    assert len(colours) > 1


def test_the_beamers_look_is_chosen_here(room: Room) -> None:
    room.page.show_step(2)
    dark = next(b for b in room.page.beamer.findChildren(QPushButton) if b.text() == "Donker")
    room.qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert room.desk.beamer_theme.name == "dark"
    assert dark.isChecked()


def test_a_page_that_is_made_anew_shows_the_same(make_room: Callable[..., Room]) -> None:
    room = make_room()
    room.add(*ELEVEN)
    from gogrow.ui.prepare.page import PreparePage

    other = PreparePage(room.desk)
    room.qtbot.addWidget(other)
    other.show_workshop(room.live)
    assert [other.people.table.people.index(row, 1).data() for row in range(11)] == list(ELEVEN)
    other.show_workshop(None)
    room.add("Nog Iemand")
    assert other.people.table.people.rowCount() == 11


def test_of_a_tidied_workshop_the_counts_and_themes_are_shown(room: Room) -> None:
    from gogrow.domain.rules import talking
    from gogrow.domain.rules.erasing import erased

    room.add(*ELEVEN)
    room.do(talking.harvest, "samenwerken", 1, room.desk.new_id)
    workspace, id = room.desk.workspace, room.live.id
    done: list[object] = []
    workspace.ask(lambda file: file.erase(id, erased(file.load(id), "x")), done.append)
    room.qtbot.waitUntil(lambda: bool(done))
    with room.qtbot.waitSignal(workspace.workshop_opened) as opened:
        workspace.open_workshop(id)
    assert opened.args is not None
    room.page.show_workshop(opened.args[0])
    words = [label.text() for label in room.page.people.findChildren(QLabel) if label.isVisible()]
    assert "Deze workshop is opgeruimd" in words
    assert "11 mensen · 0 gesprekken · 0 kaarten" in words
    assert "samenwerken · 1" in words
    assert not room.page.bottom.next.isEnabled()
    assert not any("Verbeek" in text for text in words)
