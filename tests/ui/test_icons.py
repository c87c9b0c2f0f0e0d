"""Icons take the colour that is asked for, at every scale, and a name from a deck can do no harm."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
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


def bring(name: str, content: str | bytes) -> Path:
    """An icon in a deck of the user's own."""
    file = paths.user_decks() / "eigen" / "icons" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def square(colour: str, inside: str = "") -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    return f'{head}<rect x="4" y="4" width="16" height="16" fill="{colour}"/>{inside}</svg>'


def middle(name: str, colour: str = "#8A3218", at: tuple[int, int] = (12, 12)) -> QColor:
    return icons.pixmap(name, QColor(colour), 24).toImage().pixelColor(*at)


def png(folder: Path, wide: int, high: int, colour: str = "#206040") -> bytes:
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    assert image.save(str(folder / "made.png"))
    return (folder / "made.png").read_bytes()


def test_an_own_drawing_is_drawn_and_takes_the_ink_where_it_asks_for_it(qapp: QApplication) -> None:
    bring("vlak.svg", square("currentColor"))
    bring("rood.svg", square("#ff0000"))
    assert icons.known("eigen/vlak")
    assert middle("eigen/vlak").name() == "#8a3218"
    assert middle("eigen/rood").name() == "#ff0000"


@pytest.mark.parametrize("lines", ["#241E18", "#F5EEE2"])
def test_an_own_drawing_in_black_is_seen_on_a_light_and_on_a_dark_ground(qapp: QApplication, lines: str) -> None:
    bring("zwart.svg", square("#000000"))
    bring("inkt.svg", square("currentColor"))
    picture = icons.pixmap("eigen/zwart", QColor(lines), 24).toImage()
    assert picture.pixelColor(12, 12).name() == "#000000"
    dark = QColor(lines).lightnessF() > 0.5  # light lines stand on a dark ground
    assert (picture.pixelColor(12, 1).name() == lines.lower()) is dark
    assert icons.pixmap("eigen/inkt", QColor(lines), 24).toImage().pixelColor(12, 1).alpha() == 0


def test_an_own_picture_keeps_its_colours_and_its_proportion(qapp: QApplication, tmp_path: Path) -> None:
    bring("foto.png", png(tmp_path, 40, 20))
    assert middle("eigen/foto").name() == "#206040"
    assert middle("eigen/foto", at=(12, 2)).alpha() == 0


def test_a_changed_file_is_drawn_anew(qapp: QApplication) -> None:
    file = bring("vlak.svg", square("#ff0000"))
    assert middle("eigen/vlak").name() == "#ff0000"
    file.write_text(square("#0000ff"))
    os.utime(file, ns=(5, 5))
    assert middle("eigen/vlak").name() == "#0000ff"
    file.unlink()
    assert not icons.known("eigen/vlak")
    assert middle("eigen/vlak").alpha() == 0


def test_qt_never_reads_what_was_not_checked(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A good file that is replaced by another, after the deck was read, is looked at again."""
    seen: list[bytes] = []

    def renderer(data: QByteArray) -> QSvgRenderer:
        seen.append(bytes(data.data()))
        return QSvgRenderer(data)

    monkeypatch.setattr(icons, "QSvgRenderer", renderer)
    file = bring("wissel.svg", square("#ff0000"))
    assert icons.known("eigen/wissel")
    assert seen
    seen.clear()
    for number, bad in enumerate(
        (
            square("#ff0000", '<image href="/etc/passwd"/>'),
            square("url(http://elders)"),
            "<!DOCTYPE svg>" + square("#ff0000"),
            "no drawing",
        )
    ):
        file.write_text(bad)
        os.utime(file, ns=(number + 9, number + 9))
        assert not icons.known("eigen/wissel")
        assert middle("eigen/wissel").alpha() == 0
    assert seen == []


def test_a_picture_that_is_too_large_or_none_is_refused_before_it_is_unpacked(
    qapp: QApplication, tmp_path: Path
) -> None:
    bring("groot.png", png(tmp_path, 1025, 4))
    bring("nep.png", square("#ff0000"))
    bring("stuk.png", png(tmp_path, 8, 8)[:30])
    for name in ("groot", "nep", "stuk"):
        assert not icons.known(f"eigen/{name}")
        assert middle(f"eigen/{name}").alpha() == 0


@pytest.mark.parametrize(
    "name", ["../eigen/vlak", "eigen/../vlak", "/etc/passwd", "eigen/vlak.svg", "eigen//vlak", "/", "eigen/vlak\n"]
)
def test_no_other_place_can_be_reached(qapp: QApplication, name: str) -> None:
    bring("vlak.svg", square("#ff0000"))
    assert not icons.known(name)
    assert middle(name).alpha() == 0
