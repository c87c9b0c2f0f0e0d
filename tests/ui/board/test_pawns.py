"""Pawns: nobody is bigger, nobody can be told before he or she says so, and what another saw is hollow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from gogrow.domain.public import PublicPawn
from gogrow.ui.board.pawns import (
    NEUTRAL,
    Look,
    paint_gap,
    paint_pawn,
    paint_tag,
    pawn_pixmap,
    pixmap_size,
    question_place,
    shape_path,
    tag_size,
)
from gogrow.ui.theme import Theme, load_fonts, load_theme
from gogrow.ui.typeset import Face


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def painted(look: Look, theme: Theme, radius: float = 60, floor: float = 9) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_pawn(painter, QPointF(100, 100), radius, look, theme, floor)
    painter.end()
    return image


def area(look: Look, theme: Theme) -> int:
    image = painted(look, theme)
    return sum(image.pixelColor(x, y).alpha() > 128 for x in range(200) for y in range(200))


def test_all_shapes_have_the_same_area() -> None:
    sizes = []
    for shape in ("employee", "manager", "colleague", ""):
        path = shape_path(shape, QPointF(500, 500), 400)
        image = QImage(1000, 1000, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.fillPath(path, Qt.GlobalColor.white)
        painter.end()
        sizes.append(bytes(image.constBits()).count(255))
    assert max(sizes) / min(sizes) < 1.01
    assert sizes[0] == sizes[3]


@pytest.mark.parametrize("name", ["light", "dark", "black"])
def test_a_pawn_without_a_name_is_the_same_for_all(name: str) -> None:
    theme = load_theme(name)
    told = PublicPawn(0.1, 0.2, "", "JT", "manager", "petrol", "heart", seen=True)
    assert Look.of(told) == NEUTRAL
    assert painted(Look.of(told), theme) == painted(Look.of(PublicPawn(0.5, 0.5)), theme)
    middle = painted(NEUTRAL, theme).pixelColor(100, 100)
    assert middle == theme.pawn("slate")


def test_a_pawn_that_another_placed_is_hollow_and_has_its_owner_s_shape() -> None:
    theme = load_theme("light")
    for shape in ("employee", "manager", "colleague"):
        solid = painted(Look(shape, "plum", "JT"), theme)
        seen = painted(Look(shape, "plum", "JT", seen=True), theme)
        corner = (100 - 40, 100) if shape != "manager" else (100 - 45, 100 - 45)
        assert solid.pixelColor(100, 100 - 35) == theme.pawn("plum")
        assert seen.pixelColor(100, 100 - 35) == theme.pawn_seen
        filled = solid.pixelColor(*corner).alpha() > 0
        assert (seen.pixelColor(*corner).alpha() > 0) == filled


def test_initials_are_left_out_rather_than_too_small() -> None:
    theme = load_theme("light")
    bare = Look("employee", "brick", "")
    assert painted(Look("employee", "brick", "MW"), theme, 40, 39) != painted(bare, theme, 40, 39)
    assert painted(Look("employee", "brick", "MW"), theme, 20, 39) == painted(bare, theme, 20, 39)


def test_an_icon_takes_the_place_of_initials_and_an_unknown_one_does_not() -> None:
    theme = load_theme("light")
    letters = painted(Look("employee", "brick", "SE"), theme)
    assert painted(Look("employee", "brick", "SE", icon="heart"), theme) != letters
    assert painted(Look("employee", "brick", "SE", icon="../nothing"), theme) == letters


def test_dark_has_an_outline_that_light_has_not() -> None:
    light, dark = load_theme("light"), load_theme("dark")
    assert area(NEUTRAL, dark) > area(NEUTRAL, light)
    assert painted(NEUTRAL, dark).pixelColor(100, 100 - 63) == dark.colour("ink")


def test_the_pixmap_of_a_pawn_cuts_nothing_off() -> None:
    theme = load_theme("dark")
    for shape in ("employee", "manager", "colleague"):
        image = pawn_pixmap(40, Look(shape, "brick", "SE"), theme, 2.0, 9).toImage()
        side = image.width()
        assert side == 2 * pixmap_size(40)
        edge = [image.pixelColor(x, y).alpha() for x in range(side) for y in (0, side - 1)]
        edge += [image.pixelColor(x, y).alpha() for y in range(side) for x in (0, side - 1)]
        assert max(edge) == 0


def test_a_tag_is_as_wide_as_its_name_and_cuts_a_long_one() -> None:
    theme = load_theme("light")
    face = Face(theme.family, 40, 600)
    width, height = tag_size("Samira", face, 400)
    assert height == pytest.approx(47.2)
    assert width == pytest.approx(face.width("Samira") + 26.4)
    long = "Anne-Fleur Wilhelmina van den Bergh-Hoogendoorn de Vries-Smit"
    assert tag_size(long, face, 400)[0] <= 427
    image = QImage(500, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    paint_tag(painter, QRectF(20, 20, 430, height), long, face, theme)
    painter.end()
    assert image.pixelColor(10, 44).name() == image.pixelColor(470, 44).name() == "#ff0000"


def test_the_question_stands_on_the_line_and_never_on_a_pawn() -> None:
    for distance in (0.0, 60.0, 184.0, 230.0, 300.0, 700.0):
        start, end = QPointF(300, 300), QPointF(300 + distance, 300)
        middle, disc = question_place(start, end, 92)
        for pawn in (start, end):
            away = middle - pawn
            assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= 92 + disc - 0.5
        assert middle.x() == pytest.approx(300 + distance / 2, abs=0.5) or distance == 0


def test_the_line_grows_from_the_first_to_the_second() -> None:
    theme = load_theme("light")

    def line(grown: float, asked: float) -> list[bool]:
        image = QImage(800, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        painter = QPainter(image)
        paint_gap(painter, QPointF(100, 100), QPointF(700, 100), 40, theme, grown, asked)
        painter.end()
        return [image.pixelColor(x, 100) == theme.colour("ink") for x in (150, 300, 500, 650)]

    assert line(0.0, 0.0) == [False] * 4
    assert line(0.5, 0.0) == [True, True, False, False]
    assert line(1.0, 0.0) == [True] * 4
