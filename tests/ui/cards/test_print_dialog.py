"""Printing cards from a window: what is chosen is what comes on paper, off the GUI thread, and the printer is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.deck import AnyCard
from gogrow.sheets.print_wishes import PrintWishes
from gogrow.ui.cards.print_dialog import PrintCards
from tests.sheets import reading
from tests.ui import running


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    running.fill(tmp_path / "a.gogrow", ("Team Zetten",))
    with running.program(qtbot, qapp, tmp_path / "a.gogrow") as program:
        yield program


def opened(made: Program, cards: list[AnyCard]) -> PrintCards:
    dialog = PrintCards(made.desk, made.window, cards, running.deck())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def choose(qtbot: QtBot, dialog: PrintCards, words: str) -> None:
    for radio in (*dialog.findChildren(QRadioButton), *dialog.findChildren(QCheckBox)):
        if radio.text() == words:
            radio.setFocus()
            qtbot.keyClick(radio, Qt.Key.Key_Space)
            return
    pytest.fail(f"no choice {words!r}")


def says(dialog: PrintCards) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def picture(dialog: PrintCards) -> bytes:
    image = dialog._picture.grab().toImage()
    return bytes(image.constBits())


def test_what_is_chosen_is_what_is_printed_and_the_printer_is_remembered(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.desk.set_language("nl")
    target = tmp_path / "kaarten.pdf"
    shown: list[str] = []
    told: list[str] = []
    proposed: list[str] = []

    def where(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    made.desk.noticed.connect(told.append)
    dialog = opened(made, list(running.deck().cards["en"][:9]))
    assert dialog.wishes == PrintWishes()
    assert "9 kaarten" in says(dialog)
    assert "3 vellen papier" in says(dialog)
    pictures = {picture(dialog)}
    for words in ("A5: één kaart op een vel", "Omslaan langs de korte zijde", "Inkt sparen"):
        choose(qtbot, dialog, words)
        pictures.add(picture(dialog))
    assert len(pictures) == 4, "each choice is seen in the picture"
    assert "9 vellen papier" in says(dialog)
    choose(qtbot, dialog, "Ook kaarten 1 tot en met 5, voor")
    assert dialog.wishes == PrintWishes("a5", "short", True, 12)
    assert "26 vellen papier" in says(dialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown == [str(target)]
    assert proposed == ["Kaarten Go Grow.pdf"]
    assert told == [f"De pdf met kaarten staat in {target}."]
    read = reading.words(target)
    assert len(read) == 2 * 26
    assert "minutes" in read[0], "cards speak their own language"
    assert set(reading.sizes(target)) == {(148, 210)}
    again = opened(made, list(running.deck().cards["nl"][:1]))
    assert again.wishes.duplex == "short"
    again.reject()


def test_the_test_sheet_is_made_while_the_choices_stay(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "test.pdf"
    shown: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    dialog = opened(made, list(running.deck().cards["nl"][:4]))
    qtbot.mouseClick(dialog.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert dialog.isVisible()
    assert made.desk.texts.t("Turn along the long edge") in reading.words(target)[0]
    dialog.reject()


def test_whoever_calls_it_off_or_has_no_place_keeps_everything(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [("", ""), (str(tmp_path / "nowhere" / "x.pdf"), "")]
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: places.pop(0))
    made.desk.noticed.connect(told.append)
    dialog = opened(made, list(running.deck().cards["nl"][:4]))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert not told
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "x.pdf" in told[-1]
    empty = opened(made, [])
    assert not empty.save.isEnabled()
    assert made.desk.texts.t("There are no cards to print. Choose some cards first.") in says(empty)
    empty.reject()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [1.0, 1.3])
def test_all_words_fit_in_a_small_window(qtbot: QtBot, made: Program, language: str, size: float) -> None:
    made.desk.set_language(language)
    made.desk.set_text_size(size)
    dialog = opened(made, list(running.deck().cards["nl"]))
    qtbot.waitExposed(dialog)
    assert dialog.height() <= 720
    assert dialog.width() <= 1280
    for radio in dialog.findChildren(QRadioButton):
        assert radio.width() >= radio.sizeHint().width(), radio.text()
    for label in dialog.findChildren(QLabel):
        if label.wordWrap() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    dialog.reject()
