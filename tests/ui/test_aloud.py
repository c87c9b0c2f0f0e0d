"""Reading aloud in the program: only while the room sees it, stopped by everything that changes the picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.texts import Texts
from gogrow.ui.aloud import Aloud
from gogrow.ui.no_voice import NoVoice, steps
from gogrow.ui.speech import Speaker
from gogrow.ui.theme import load_theme
from tests.ui.running import fill, program, settle


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """A program with a voice, in a workshop that is going on, its beamer showing."""
    fill(tmp_path / "a.gogrow", ("Team Zetten busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as started:
        desk = started.desk
        desk._aloud = Aloud(desk, desk.beamer, Speaker(engines=("mock",)))
        with qtbot.waitSignal(desk.workspace.workshop_opened):
            started.window.home.open_chosen()
        desk.beamer.show()
        yield started


def speak(made: Program, *, language: str = "en") -> None:
    """Begin to read; the engine for trying speaks English, so the texts are read in that."""
    made.desk.aloud._texts["nl"] = Texts(language)
    made.desk.aloud.toggle(made.window)
    assert made.desk.aloud.speaking


def read_button(made: Program) -> QPushButton:
    page = made.window.stack.currentWidget()
    assert page is not None
    found = page.findChild(QPushButton, "read-aloud")
    assert isinstance(found, QPushButton)
    return found


def test_it_stops_for_all_that_takes_the_picture_away(qtbot: QtBot, made: Program) -> None:
    beamer, window = made.desk.beamer, made.window
    for silence in (beamer.neutral, beamer.blank, window.to_list):
        beamer.show()
        speak(made)
        silence()
        assert not made.desk.aloud.speaking
    assert made.desk.aloud.text == ()


def test_another_step_and_escape_twice_are_silence(qtbot: QtBot, made: Program) -> None:
    speak(made)
    for _ in range(2):
        qtbot.keyClick(made.window, Qt.Key.Key_Escape)
    assert not made.desk.aloud.speaking
    made.desk.beamer.show()
    speak(made)
    before = made.desk.aloud.text
    made.window.actions_by_id["step.back"].trigger()
    settle(qtbot, made)
    assert made.desk.aloud.text != before
    assert not made.desk.aloud.speaking


def test_the_button_and_its_key_read_and_stop(qtbot: QtBot, made: Program) -> None:
    made.desk.set_language("nl")
    made.window.resize(1600, 900)
    QApplication.processEvents()
    made.desk.aloud._texts["nl"] = Texts("en")
    button = read_button(made)
    assert (button.text(), button.accessibleName()) == ("Voorlezen", "Voorlezen")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Stop"
    made.window.actions_by_id["speech"].trigger()
    assert button.text() == "Voorlezen"
    made.desk.beamer.neutral()
    assert not button.isEnabled()
    assert "geen tekst op de beamer" in button.toolTip()


def test_with_little_room_there_is_an_icon_that_has_a_name(qtbot: QtBot, made: Program) -> None:
    made.desk.set_language("nl")
    for width in (1024, 1100, 1280, 1920):
        made.window.resize(width, 700)
        settle(qtbot, made)
        button = read_button(made)
        assert button.isVisible(), width
        assert button.accessibleName() == "Voorlezen"
        page = made.window.stack.currentWidget()
        assert page is not None
        act = page.findChild(QPushButton, "act")
        assert isinstance(act, QWidget)
        assert act.mapTo(page, act.rect().topRight()).x() < width


def test_without_a_voice_the_button_explains(qtbot: QtBot, made: Program) -> None:
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoVoice)
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    QTimer.singleShot(0, made.window, look)
    made.desk.aloud.toggle(made.window)  # the workshop is Dutch; the voice for trying is not
    assert any("internet" in words for words in told)
    assert not made.desk.aloud.speaking


def test_the_speed_is_kept(qtbot: QtBot, made: Program) -> None:
    made.window.actions_by_id["speed.quick"].trigger()
    assert made.desk.settings.speed == "quick"
    made.window.menus["session"].aboutToShow.emit()
    assert made.window.actions_by_id["speed.quick"].isChecked()


def test_the_size_of_the_beamers_text_goes_to_both_pictures_and_is_kept(qtbot: QtBot, made: Program) -> None:
    window = made.desk.beamer_window
    before = window.canvas.grab().toImage()
    made.window.actions_by_id["beamer_size.1.4"].trigger()
    assert made.desk.settings.beamer_size == 1.4
    assert window.canvas.grab().toImage() != before
    made.window.actions_by_id["beamer_size.1.0"].trigger()
    assert window.canvas.grab().toImage() == before


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_system_has_its_own_road_to_a_voice(qtbot: QtBot, language: str, system: str) -> None:
    texts = Texts("nl")
    found = steps(texts, language, system)
    others = [steps(texts, language, other) for other in ("linux", "win32", "darwin") if other != system]
    assert all(found[0] != other[0] for other in others)
    assert any("speech-dispatcher" in words for words in found) == (system == "linux")
    dialog = NoVoice(texts, load_theme("light"), language, system=system)
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert set(found) <= set(shown)
    assert any({"nl": "Nederlandse", "en": "Engelse"}[language] in words for words in shown)
