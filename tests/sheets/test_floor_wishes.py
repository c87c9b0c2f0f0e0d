"""Sizes for the floor as people write them, and the sheets that a board of such a size takes."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from gogrow.domain.board import Board, Shape
from gogrow.sheets import floor_wishes as sizes
from gogrow.sheets.floor_wishes import FloorWishes, SizeFault, read_size, tile_name, tiling
from gogrow.texts import Texts
from tests.sheets.sample import deck


def board() -> Board:
    found = deck().board
    assert found is not None
    return found


def plane(aspect: float) -> Board:
    return replace(board(), shape=Shape.PLANE, aspect=aspect, fields=(), spots=(), centre=None)


@pytest.mark.parametrize(
    ("typed", "width", "height"),
    [
        ("4x4m", 4, 4),
        ("4 x 4 m", 4, 4),
        ("400x400cm", 4, 4),
        ("3,5 x 3.5 m", 3.5, 3.5),
        ("4m", 4, 0),
        ("4", 4, 0),
        ("4 × 3,25 M", 4, 3.25),
        ("350cm x 4m", 3.5, 4),
        ("500mm", 0.5, 0),
        ("10x10m", 10, 10),
        ("3 bij 4 m", 3, 4),
    ],
)
def test_a_size_is_read_as_it_is_meant(typed: str, width: float, height: float) -> None:
    assert read_size(typed) == pytest.approx((width, height))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "unclear"),
        ("abc", "unclear"),
        ("4x4x4m", "unclear"),
        ("nan", "unclear"),
        ("4 ft", "unclear"),
        ("0", "range"),
        ("-1", "range"),
        ("4x0m", "range"),
        ("4x-4m", "range"),
        ("400 m", "range"),
        ("400x400", "range"),
        ("10,01m", "range"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_size_that_cannot_be_is_told_in_words_that_name_it(typed: str, code: str, language: str) -> None:
    with pytest.raises(SizeFault) as told:
        read_size(typed)
    assert told.value.code == code
    said = told.value.message(Texts(language))
    assert f"“{typed}”" in said
    assert said.endswith(".")
    assert ("0,5" if language == "nl" else "0.5") in said or code == "unclear"


def test_a_board_keeps_its_shape_in_the_size_that_was_asked() -> None:
    assert sizes.board_size(board(), FloorWishes(4)) == pytest.approx((4000, 4000))
    assert sizes.board_size(board(), FloorWishes(4, 3)) == pytest.approx((3000, 3000))
    wide, high = sizes.board_size(plane(1.5), FloorWishes(3))
    assert wide == pytest.approx(3000)
    assert round(wide / high, 1) == 1.5
    assert max(sizes.board_size(plane(1.5), FloorWishes(3, 1))) <= 3000
    assert sizes.board_size(plane(1.5), FloorWishes(3, 1))[1] == pytest.approx(1000)
    for made, wishes, said in (
        (plane(0.2), FloorWishes(4), "“4 × 19,85 m”"),
        (plane(8), FloorWishes(1), "“1 × 0,13 m”"),
        (board(), FloorWishes(4, 0.3), "“0,3 × 0,3 m”"),
    ):
        with pytest.raises(SizeFault) as told:
            sizes.board_size(made, wishes)
        assert said in told.value.message(Texts("nl"))


def test_the_strip_to_glue_on_is_neither_too_narrow_nor_too_wide() -> None:
    for overlap in (0.0, 7.9, 41.0, math.nan):
        with pytest.raises(ValueError, match="overlap"):
            FloorWishes(overlap=overlap)
    with pytest.raises(ValueError, match="one page"):
        tiling(board(), FloorWishes(paper="one"))


@pytest.mark.parametrize("width", [0.5, 1.0, 2.2, 4.0, 10.0])
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_sheet_is_there_exactly_where_the_round_board_lies(width: float, paper: sizes.Paper) -> None:
    laid = tiling(board(), FloorWishes(width, paper=paper))
    radius = width * 500
    middle = laid.left + radius, laid.top + radius
    for row in range(-1, laid.rows + 1):
        for column in range(-1, laid.columns + 1):
            x = min(max(middle[0], column * laid.cell[0]), (column + 1) * laid.cell[0])
            y = min(max(middle[1], row * laid.cell[1]), (row + 1) * laid.cell[1])
            away = math.dist((x, y), middle)
            if abs(away - radius) > 1e-3:
                assert laid.used(row, column) == (away < radius), (row, column)
    assert laid.count == len(list(laid.tiles())) == sum(laid.used(*tile) for tile in laid.tiles())
    assert laid.left >= 0
    assert laid.top >= 0
    assert laid.left + 2 * radius <= laid.columns * laid.cell[0] + 1e-6


def test_paper_lies_the_way_that_needs_the_fewest_sheets() -> None:
    lying, standing = tiling(plane(1.5), FloorWishes(0.8)), tiling(plane(1 / 1.5), FloorWishes(0.6, 0.8))
    assert (lying.count, lying.sheet) == (9, (297, 210)), "upright it would be 5 by 2"
    assert (standing.count, standing.sheet) == (9, (210, 297))
    for width in (1.0, 2.0, 3.3):
        count = tiling(board(), FloorWishes(width)).count
        assert tiling(board(), FloorWishes(width, paper="a3")).count < count
        assert sizes.paper_needed(board(), FloorWishes(width)) == count + 1
    assert sizes.paper_needed(board(), FloorWishes(4, paper="one")) == 1
    assert not sizes.needs_larger_unit(board(), FloorWishes(5, paper="one"))
    assert sizes.needs_larger_unit(board(), FloorWishes(5.2, paper="one"))
    assert not sizes.needs_larger_unit(board(), FloorWishes(5.2))


def test_numbers_of_sheets_go_on_after_z() -> None:
    assert [tile_name(row, 0) for row in (0, 1, 25, 26, 27, 52)] == ["A1", "B1", "Z1", "AA1", "AB1", "BA1"]
    names = [tile_name(row, column) for row in range(80) for column in range(60)]
    assert len(set(names)) == len(names)
