"""The report from the list of workshops: which sessions, what it says of them, and three kinds of file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.outcome import StepName
from gogrow.domain.report import report
from gogrow.domain.workshop import Harvest, Workshop
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.ui.report_dialog import ReportDialog
from tests.sheets import reading
from tests.teams import one, organisation
from tests.ui.running import fill, program, settle


def filled(path: Path, *workshops: Workshop) -> Path:
    """A workspace with these; one that is there already gets them too."""
    workspace = Workspace.open(path) if path.exists() else Workspace.make(path)
    for workshop in workshops:
        workspace.create(workshop, StepName("create_workshop", {"name": workshop.details.title}))
    workspace.close()
    return path


@contextmanager
def asked(qtbot: QtBot, app: QApplication, path: Path, language: str = "nl") -> Iterator[tuple[Program, ReportDialog]]:
    """The dialog as the menu opens it."""
    with program(qtbot, app, path) as made:
        made.desk.set_language(language)
        made.window.actions_by_id["report"].trigger()
        settle(qtbot, made)
        dialog = made.window.findChildren(ReportDialog)[-1]
        yield made, dialog
        for left in made.window.findChildren(ReportDialog):
            left.reject()


def says(dialog: ReportDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def preview(dialog: ReportDialog) -> str:
    return dialog.preview.toPlainText()


def box(dialog: ReportDialog, title: str) -> QCheckBox:
    return next(found for found in dialog.findChildren(QCheckBox) if found.accessibleName() == title)


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """What the file dialog answers, what it proposed, and what was opened then."""
    answers: list[tuple[str, str]] = []
    proposed: list[str] = []
    shown: list[str] = []

    def save(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return answers.pop()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    return answers, proposed, shown


def test_what_is_ticked_is_what_it_says(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = filled(tmp_path / "a.gogrow", *organisation(4))
    fill(tmp_path / "b.gogrow", ("Two done", "Team busy"))
    with asked(qtbot, qapp, path) as (_made, dialog):
        assert "4 workshops · 48 mensen" in preview(dialog)
        assert "Wat hier niet in staat, en waarom" in preview(dialog)
        for title in ("Waar staan wij? 1", "Waar staan wij? 3"):
            box(dialog, title).setFocus()
            qtbot.keyClick(box(dialog, title), Qt.Key.Key_Space)
        assert "2 workshops · 24 mensen" in preview(dialog)
        assert {workshop.id for workshop in dialog.chosen} == {"workshop2", "workshop4"}
        english = next(radio for radio in dialog.findChildren(QRadioButton) if radio.text() == "English")
        english.setFocus()
        qtbot.keyClick(english, Qt.Key.Key_Space)
        assert "2 workshops · 24 people" in preview(dialog)
        for title in ("Waar staan wij? 2", "Waar staan wij? 4"):
            words = next(label for label in dialog.findChildren(QLabel) if label.text() == title)
            qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
        assert not dialog.save.isEnabled()
        assert Texts("en").t("What is not in here, and why") in preview(dialog)


def test_sessions_that_do_not_count_cannot_be_chosen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Two done", "Team busy", "Small done"))
    path = filled(tmp_path / "a.gogrow", *organisation(2))
    with asked(qtbot, qapp, path) as (_made, dialog):
        titles = {found.accessibleName() for found in dialog.findChildren(QCheckBox)}
        assert titles == {"Two done", "Small done", "Waar staan wij? 1", "Waar staan wij? 2"}
        for title in ("Two done", "Small done"):
            assert not box(dialog, title).isEnabled()
            assert not box(dialog, title).isChecked()
        assert "Telt niet mee: minder dan vijf mensen" in says(dialog)


def test_nothing_is_over_yet(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with asked(qtbot, qapp, tmp_path / "a.gogrow") as (_made, dialog):
        assert "nog geen workshop klaar" in says(dialog)
        assert not dialog.save.isEnabled()


def test_sessions_of_other_files_come_along_once(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    workshops = organisation(4)
    path = filled(tmp_path / "a.gogrow", *workshops[:2])
    other = filled(tmp_path / "b.gogrow", *workshops[1:])
    none = filled(tmp_path / "c.gogrow")
    broken = tmp_path / "d.gogrow"
    broken.write_bytes(b"no workspace")
    with asked(qtbot, qapp, path) as (made, dialog):
        told = ("staan al in de lijst", "", "staan al in de lijst", "nog geen workshop klaar", "")
        for file, words in zip((path, other, other, none, broken), told, strict=True):
            dialog.add_file(file)
            qtbot.waitUntil(dialog.more.isEnabled)
            assert words in dialog._told.text()
        assert dialog._told.text(), "why it does not open"
        assert len(dialog.chosen) == 4
        assert dialog.report == report(workshops)
        made.window.home.delete_chosen()  # the file that is open can still be written
        settle(qtbot, made)
        assert made.window.home.model.rowCount() == 1


def test_it_is_saved_in_three_kinds(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    where: tuple[list[tuple[str, str]], list[str], list[str]],
) -> None:
    answers, proposed, shown = where
    path = filled(tmp_path / "a.gogrow", *organisation(5))
    for name, kind, made_as in (
        ("oogst", "PDF (*.pdf)", "oogst.pdf"),
        ("oogst.pdf", "Word (*.docx)", "oogst.docx"),
        ("oogst.juni", "Excel (*.xlsx)", "oogst.juni.xlsx"),
    ):
        answers.append((str(tmp_path / name), kind))
        with asked(qtbot, qapp, path) as (_made, dialog):
            qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
        assert shown.pop() == str(tmp_path / made_as)
    assert proposed == ["De oogst Van Dam Verpakkingen.pdf"] * 3
    assert "5 workshops" in reading.words(tmp_path / "oogst.pdf")[0]
    assert docx.Document(str(tmp_path / "oogst.docx")).paragraphs[0].text == "De oogst"
    assert openpyxl.load_workbook(tmp_path / "oogst.juni.xlsx").worksheets[0].title == "De oogst"


def test_called_off_nothing_is_saved(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    where: tuple[list[tuple[str, str]], list[str], list[str]],
) -> None:
    where[0].append(("", ""))
    path = filled(tmp_path / "a.gogrow", *organisation(2))
    with asked(qtbot, qapp, path) as (_made, dialog):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
    assert {file.name for file in tmp_path.iterdir()} == {"a.gogrow"}


def test_what_people_typed_is_shown_as_it_is(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    nasty = '<b>&<img src="/etc/passwd">'
    teams = [replace(one(number, 12, Random(number)), harvest=(Harvest("h", nasty, 9),)) for number in (1, 2)]
    with asked(qtbot, qapp, filled(tmp_path / "a.gogrow", *teams)) as (_made, dialog):
        assert nasty in preview(dialog)
