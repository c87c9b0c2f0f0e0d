"""Labels show what was typed, whatever it looks like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gogrow.ui.labels import Elided, label, plain_button, plain_tip

NASTY = '<b>&<img src="/etc/passwd"> a  b'


def test_a_label_is_plain(qtbot: QtBot) -> None:
    made = label(NASTY, "title")
    qtbot.addWidget(made)
    assert made.text() == NASTY
    assert made.textFormat() == Qt.TextFormat.PlainText
    with pytest.raises(ValueError):
        label("x", "no kind")


def test_a_tip_shows_what_was_typed(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(plain_tip(NASTY))
    assert document.toPlainText() == NASTY
    assert plain_tip("") == ""


def test_a_button_keeps_its_ampersand(qtbot: QtBot) -> None:
    button = QPushButton(plain_button("Jansen & Zn"))
    qtbot.addWidget(button)
    assert button.text() == "Jansen && Zn"
    assert button.shortcut().isEmpty()


def test_a_long_name_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    name = "Anne-Fleur <van 't Hof> " * 4
    made = Elided(name)
    qtbot.addWidget(made)
    made.resize(120, 24)
    made.show()
    assert made.shown().endswith("…")
    assert made.fontMetrics().horizontalAdvance(made.shown()) <= 120
    document = QTextDocument()
    document.setHtml(made.toolTip())
    assert document.toPlainText() == name.strip()
    assert made.accessibleName() == name.strip()
    made.setText("Samira")
    assert (made.shown(), made.toolTip()) == ("Samira", "")
    assert isinstance(made, QLabel)


def test_an_elided_label_paints_no_markup(qtbot: QtBot) -> None:
    bold, plain = Elided("<b>Samira</b>"), Elided("‹b›Samira‹/b›")
    for made in (bold, plain):
        qtbot.addWidget(made)
        made.resize(300, 30)
        made.show()
    assert bold.shown() == "<b>Samira</b>"
    assert not made.grab().toImage().isNull()
