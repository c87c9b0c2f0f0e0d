"""Asking where a file should be: it has its ending, and nothing is written over that nobody was asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gogrow.ui.paper import ask_where, beside, pdf_name


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("plan.pdf", "plan.pdf"),
        ("plan.PDF", "plan.PDF"),
        ("new", "new.pdf"),
        ("plan", "plan (2).pdf"),
        ("twice", "twice (3).pdf"),
        ("", None),
    ],
)
def test_a_name_gets_its_ending_and_takes_no_other_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, found: str | None
) -> None:
    for name in ("plan.pdf", "twice.pdf", "twice (2).pdf"):
        (tmp_path / name).write_bytes(b"mine")
    answer = str(tmp_path / chosen) if chosen else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answer, ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    target = ask_where(parent, "Plan", "plan.pdf")
    assert target == (tmp_path / found if found else None)


def test_another_kind_has_another_ending(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def where(_parent: object, _title: str, _name: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(tmp_path / "a.b"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_where(parent, "Steps", "a.xlsx", "Table", ".xlsx") == tmp_path / "a.b.xlsx"
    assert asked == ["Table (*.xlsx)"]


def test_a_number_is_one_that_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert beside(path) == path
    path.touch()
    assert beside(path).name == "a (2).pdf"
    assert len(pdf_name("Plannen", "x" * 300)) == 104
