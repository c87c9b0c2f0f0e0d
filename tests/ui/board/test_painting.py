"""The painted board: the right colours in the right places, in three themes and two shapes, and painted once."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gogrow.domain.board import Board
from gogrow.ui.board.geometry import Place, fitting
from gogrow.ui.board.painting import BoardPicture, Dress, Wording, corner, paint_board, spoken
from gogrow.ui.theme import THEMES, load_fonts, load_theme
from tests.ui.boards import go_grow, plane


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def dress(theme: str = "light", wording: Wording = Wording.NONE, **more: bool) -> Dress:
    loaded = load_theme(theme)
    return Dress(loaded, "nl", loaded.colour("paper"), wording, floor=12, **more)


def painted(paint: Callable[[QPainter], None], width: int = 600, height: int = 600, ratio: float = 1.0) -> QImage:
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def board_image(board: Board, how: Dress) -> tuple[QImage, Place]:
    place = fitting(board, QRectF(10, 10, 580, 580))
    return painted(lambda painter: paint_board(painter, place, how)), place


def at(image: QImage, point: QPointF) -> str:
    return image.pixelColor(round(point.x()), round(point.y())).name()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_field_has_its_colour_and_its_rim(theme: str) -> None:
    board, how = go_grow(), dress(theme, centre=False)
    image, place = board_image(board, how)
    for field in board.fields:
        assert field.sector is not None
        middle = sum(field.sector) / 2
        colours = how.theme.field(field.colour)
        assert at(image, place.polar(middle, 0.85)) == colours.fill.name()
        assert at(image, place.polar(middle, 1.036)) == colours.rim.name()
        inner = QColor(at(image, place.polar(middle, 0.5)))
        assert inner.name() != colours.fill.name(), "the inner ring is paler"
        border = place.polar(field.sector[0], 0.8)
        assert at(image, border) == how.ground.name()
    assert at(image, place.centre) == how.ground.name()
    assert at(image, place.polar(45, 1.0)) != how.ground.name()


def test_black_on_white_tells_rims_apart_by_pattern() -> None:
    board, how = go_grow(), dress("black", centre=False)
    image, place = board_image(board, how)
    changes = {}
    for field in board.fields:
        assert field.sector is not None
        start, end = field.sector
        dark = [
            QColor(at(image, place.polar(start + 3 + step * (end - start - 6) / 400, 1.036))).lightness() < 128
            for step in range(400)
        ]
        changes[field.rim] = sum(a != b for a, b in pairwise(dark))
    assert changes["solid"] == 0
    assert 8 < changes["dashes"] < changes["dots"] < changes["ticks"]
    colours = {image.pixelColor(x, y).name() for x in range(0, 600, 3) for y in range(0, 600, 3)}
    assert all(QColor(colour).saturation() == 0 for colour in colours), "no colour at all"


def test_a_plane_fills_its_rectangles() -> None:
    board, how = plane(), dress(wording=Wording.NONE)
    image, place = board_image(board, how)
    assert place.box.width() == pytest.approx(place.box.height() * board.aspect)
    for field in board.fields:
        assert at(image, place.middle(field)) == how.theme.field(field.colour).fill.name()


@pytest.mark.parametrize("board", [go_grow(), plane()], ids=["round", "plane"])
def test_the_whole_board_lies_within_its_area(board: Board) -> None:
    for area in (QRectF(0, 0, 400, 900), QRectF(50, 20, 1000, 300)):
        outline = fitting(board, area).outline()
        assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(outline)
        assert min(area.width() - outline.width(), area.height() - outline.height()) == pytest.approx(0, abs=0.01)


def test_pixels_and_points_are_each_other_s_way_back() -> None:
    place = fitting(plane(), QRectF(31, 17, 777, 600))
    for x, y in ((0, 0), (0.25, 0.9), (1, 1)):
        assert place.share(place.point(x, y)) == pytest.approx((x, y))


@pytest.mark.parametrize("theme", THEMES)
def test_words_inside_stay_inside_their_field(theme: str) -> None:
    board = go_grow()
    plain, place = board_image(board, dress(theme, centre=False))
    worded, _ = board_image(board, dress(theme, Wording.INSIDE, centre=False))
    changed = {
        (x, y) for x in range(0, 600, 2) for y in range(0, 600, 2) if plain.pixelColor(x, y) != worded.pixelColor(x, y)
    }
    seen = set()
    for x, y in changed:
        field = board.field_at(*place.share(QPointF(x, y)))
        assert field is not None, (x, y)
        seen.add(field.id)
    assert seen == {field.id for field in board.fields}


def test_letters_take_the_place_of_the_word_in_the_middle() -> None:
    board = go_grow()
    bare, place = board_image(board, dress(centre=False))
    lettered, _ = board_image(board, dress(letters=True))
    for spot in board.spots:
        middle = place.point(spot.x, spot.y)
        ring = middle + QPointF(0.0824 * place.unit, 0)
        assert at(bare, ring) != at(lettered, ring), spot.letter


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_the_kept_picture_is_pixel_for_pixel_the_painted_board(ratio: float) -> None:
    board, how, kept = go_grow(), dress(wording=Wording.INSIDE), BoardPicture()
    place = fitting(board, QRectF(33.3, 21.7, 500, 500))

    def direct(painter: QPainter) -> None:
        painter.scale(1.1, 1.1)
        paint_board(painter, place, how)

    def blitted(painter: QPainter) -> None:
        painter.scale(1.1, 1.1)
        kept.paint(painter, place, how)

    one, other = painted(direct, ratio=ratio), painted(blitted, ratio=ratio)

    def parts(image: QImage, x: int, y: int) -> tuple[int, int, int]:
        colour = image.pixelColor(x, y)
        return colour.red(), colour.green(), colour.blue()

    different = max(
        abs(a - b)
        for x in range(0, one.width(), 2)
        for y in range(0, one.height(), 2)
        for a, b in zip(parts(one, x, y), parts(other, x, y), strict=True)
    )
    assert different <= 6, "only the rounding of transparent edges"


def test_the_kept_picture_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import gogrow.ui.board.painting as painting

    calls = []
    real = painting.paint_board

    def counted(painter: QPainter, place: Place, how: Dress) -> None:
        calls.append(place)
        real(painter, place, how)

    monkeypatch.setattr(painting, "paint_board", counted)
    board, kept, place = go_grow(), BoardPicture(), fitting(go_grow(), QRectF(10, 10, 500, 500))
    for _ in range(3):
        painted(lambda painter: kept.paint(painter, place, dress()))
    assert len(calls) == 1
    painted(lambda painter: kept.paint(painter, place, dress("dark")))
    painted(lambda painter: kept.paint(painter, fitting(board, QRectF(10, 10, 400, 400)), dress("dark")))
    assert len(calls) == 3


def test_words_for_a_corner_fit_their_room() -> None:
    for field in go_grow().fields:
        made = corner(field, dress(), 340, 210, 50)
        assert made.width <= 340
        assert made.height <= 210
        assert made.word.lines == (spoken(field.name, "nl"),)


def test_a_missing_language_falls_back() -> None:
    assert spoken({"nl": "hoi"}, "en") == "hoi"
    assert spoken({}, "en") == ""
    assert math.isfinite(fitting(go_grow(), QRectF(0, 0, 1, 1)).unit)
