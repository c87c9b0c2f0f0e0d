"""The board for the floor from preparing: the sheets are told before they are printed, and the PDF is as chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from gogrow.sheets.floor_wishes import FloorWishes, tiling
from gogrow.ui.prepare.floor_dialog import FloorDialog
from tests.sheets import reading
from tests.ui.prepare.conftest import Room


@pytest.fixture
def opened(make_room: Callable[..., Room]) -> Callable[..., FloorDialog]:
    """Opens the dialog from the page, as the menu does."""

    def make(language: str = "nl", theme: str = "light") -> FloorDialog:
        room = make_room(language=language, theme=theme)
        room.page.print_floor()
        return room.page.findChildren(FloorDialog)[0]

    return make


def says(dialog: FloorDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def choose(qtbot: QtBot, dialog: FloorDialog, words: str) -> None:
    choices = (*dialog.findChildren(QRadioButton), *dialog.findChildren(QCheckBox))
    found = [one for one in choices if one.text() == words]
    assert len(found) == 1, words
    found[0].setFocus()
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


def typed(qtbot: QtBot, dialog: FloorDialog, words: str) -> None:
    dialog.size_line.selectAll()
    qtbot.keyClicks(dialog.size_line, words)


def picture(dialog: FloorDialog) -> bytes:
    return bytes(dialog._picture.grab().toImage().constBits())


def test_each_choice_is_seen_and_told_and_is_what_is_printed(
    qtbot: QtBot, opened: Callable[..., FloorDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "vloer.pdf"
    proposed: list[str] = []
    shown: list[str] = []

    def where(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    dialog = opened()
    board = dialog._workshop.board
    assert dialog.wishes == FloorWishes(4, 4)
    assert f"{tiling(board, FloorWishes(4)).count} vellen A4, en een plattegrond" in says(dialog)
    pictures = {picture(dialog)}
    typed(qtbot, dialog, "1,2m")
    pictures.add(picture(dialog))
    for words in ("A3: vellen om te plakken", "Inkt sparen"):
        choose(qtbot, dialog, words)
        pictures.add(picture(dialog))
    assert len(pictures) == 4
    choose(qtbot, dialog, "Met de letters van de briefjes")
    assert dialog.wishes == FloorWishes(1.2, 0, "a3", letters=True, saver=True)
    count = tiling(board, dialog.wishes).count
    assert f"{count} vellen A3" in says(dialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert proposed == ["Vloerbord 1.2 x 1.2 m Nieuwe sessie.pdf"]
    read = reading.words(target)
    assert len(read) == count + 1
    assert "1,2 × 1,2 m" in read[0]


def test_a_size_that_cannot_be_is_told_and_cannot_be_printed(
    qtbot: QtBot, opened: Callable[..., FloorDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    for words in ("", "0", "-1", "400 m", "groot"):
        dialog.size_line.clear()
        typed(qtbot, dialog, words)
        assert not dialog.save.isEnabled()
        assert f"“{words}”" in says(dialog)
        assert "vellen" not in dialog._count.text()
    typed(qtbot, dialog, "6m")
    assert dialog.save.isEnabled()
    choose(qtbot, dialog, "Eén grote pagina, voor de drukker")
    assert "Eén pagina van 6 × 6 m" in says(dialog)
    assert "groter dan 5 meter" in says(dialog)
    typed(qtbot, dialog, "3m")
    assert "groter dan" not in says(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "who calls it off keeps the choices"
    dialog.reject()


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark"), ("nl", "black")])
def test_all_words_fit_in_a_small_window(
    qtbot: QtBot, opened: Callable[..., FloorDialog], language: str, theme: str
) -> None:
    dialog = opened(language, theme)
    qtbot.waitExposed(dialog)
    for words in ("4 x 4 m", "400 m"):
        typed(qtbot, dialog, words)
        assert dialog.height() <= 720
        assert dialog.width() <= 1280
        for radio in dialog.findChildren(QRadioButton):
            assert radio.width() >= radio.sizeHint().width(), radio.text()
        for label in dialog.findChildren(QLabel):
            if label.wordWrap() and label.text():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    dialog.reject()
