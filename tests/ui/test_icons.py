"""Icons take the colour that is asked for, at every scale, and a name from a deck can do no harm."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gogrow import paths
from gogrow.ui import icons


def test_an_icon_has_the_colour_that_was_asked(qapp: QApplication) -> None:
    picture = icons.pixmap("check", QColor("#8A3218"), 24, 2.0).toImage()
    assert picture.size() == QSize(48, 48)
    opaque = {
        picture.pixelColor(x, y).name() for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {"#8a3218"}


def test_a_disabled_icon_and_a_sharp_one(qapp: QApplication) -> None:
    made = icons.icon("eye", QColor("black"), 22, QColor("#8A7C69"))
    assert made.pixmap(QSize(22, 22), 2.0).size() == QSize(44, 44)
    grey = made.pixmap(QSize(22, 22), 1.0, made.Mode.Disabled).toImage()
    assert any(grey.pixelColor(x, y).name() == "#8a7c69" for x in range(22) for y in range(22))


@pytest.mark.parametrize("name", ["", "no-such-icon", "../theme/tokens", "Check", "check.svg", "a/b"])
def test_an_unknown_name_draws_nothing(qapp: QApplication, name: str) -> None:
    assert not icons.known(name)
    picture = icons.pixmap(name, QColor("black"), 24).toImage()
    assert all(picture.pixelColor(x, y).alpha() == 0 for x in range(24) for y in range(24))


def test_the_files_hold_nothing_but_lines() -> None:
    files = sorted((paths.assets() / "icons").glob("*.svg"))
    assert len(files) > 20
    for file in files:
        text = file.read_text()
        assert set(re.findall(r"<([a-z]+)", text)) <= {"svg", "path"}, file
        assert "href" not in text
        assert "currentColor" in text


def test_an_icon_is_drawn_where_it_is_shown_with_air_beside_it(qapp: QApplication) -> None:
    def columns(room: int) -> set[int]:
        size = QSize(30, 20)
        picture = icons.icon("plus", QColor("black"), 20, room=room).pixmap(size, 1.0).toImage()
        assert picture.size() == size
        return {x for x in range(30) for y in range(20) if picture.pixelColor(x, y).alpha()}

    assert max(columns(10)) < 20
    assert min(columns(-10)) >= 10
    assert icons.icon_size(20, -10) == QSize(30, 20)
