"""The board's geometry: every point within the outline has one answer, and letters lead to their places."""

from __future__ import annotations

import dataclasses
import functools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.board import Board


@functools.cache
def go_grow() -> Board:
    """The round board that ships."""
    board = read_deck(paths.decks() / "go-grow").board
    assert board is not None
    return board


coordinates = st.one_of(
    st.floats(0, 1),
    st.sampled_from([0.5, math.nextafter(0.5, 0), math.nextafter(0.5, 1), 0.0, 1.0]),
)


@pytest.fixture
def board() -> Board:
    """The round board that ships, for tests without hypothesis."""
    return go_grow()


def _quarter(x: float, y: float) -> str:
    """The field by the signs of the distances alone, not by angles."""
    if y < 0.5:
        return "flow" if x >= 0.5 else "know"
    if y > 0.5:
        return "glow" if x > 0.5 else "grow"
    return "glow" if x > 0.5 else "know"


@given(coordinates, coordinates)
def test_every_point_within_the_outline_is_in_one_field_or_in_the_centre(x: float, y: float) -> None:
    board = go_grow()
    field = board.field_at(x, y)
    if not board.inside(x, y) or board.in_centre(x, y):
        assert field is None
    else:
        assert field is not None
        # A hair's breadth beside a line an angle may round to the line itself.
        if min(abs(x - 0.5), abs(y - 0.5)) > 1e-12:
            assert field.id == _quarter(x, y)


def test_a_hair_left_of_twelve_o_clock_is_still_on_the_board(board: Board) -> None:
    field = board.field_at(math.nextafter(0.5, 0), 0.1)
    assert field is not None
    assert field.id in ("know", "flow")


@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 1), (1.2, 0.5), (-0.1, 0.5), (math.nan, 0.5), (0.5, math.inf)])
def test_beyond_the_outline_there_is_no_field(board: Board, x: float, y: float) -> None:
    assert not board.inside(x, y)
    assert board.field_at(x, y) is None


def test_sectors_may_pass_twelve_o_clock(board: Board) -> None:
    turned = tuple(
        dataclasses.replace(field, sector=(field.sector[0] + 45, field.sector[1] + 45))
        for field in board.fields
        if field.sector is not None
    )
    board = dataclasses.replace(board, fields=turned)
    above, right = board.field_at(0.5, 0.1), board.field_at(0.9, 0.5)
    assert above is not None
    assert above.id == "know"
    assert right is not None
    assert right.id == "flow"


@given(coordinates, coordinates)
def test_the_nearest_spot_is_the_nearest(x: float, y: float) -> None:
    board = go_grow()
    nearest = board.nearest_spot(x, y)
    assert nearest is not None
    distance = math.hypot(nearest.x - x, nearest.y - y)
    assert all(distance <= math.hypot(spot.x - x, spot.y - y) for spot in board.spots)


def test_each_spot_is_found_by_its_place_and_by_its_letter(board: Board) -> None:
    assert "".join(spot.letter for spot in board.spots) == "ABCDEFGHIJKLMNOPQRSTUVWXY"
    for spot in board.spots:
        assert board.nearest_spot(spot.x, spot.y) == spot
        assert board.spot(spot.letter) == board.spot(spot.letter.lower()) == spot
        assert board.inside(spot.x, spot.y)
    assert board.spot(board.skip) is None
    assert board.spot("") is None
    assert board.spot("AB") is None


def test_letters_stand_where_the_slip_shows_them(board: Board) -> None:
    for letters, field in (("ABCDEF", "know"), ("GHIJKL", "flow"), ("MNOPQR", "grow"), ("STUVWX", "glow")):
        for row in (letters[:4], letters[4:]):
            spots = [spot for spot in board.spots if spot.letter in row]
            assert [spot.x for spot in spots] == sorted(spot.x for spot in spots)
            for spot in spots:
                found = board.field_at(spot.x, spot.y)
                assert found is not None
                assert found.id == field
                assert board.on_rim(spot.x, spot.y) == (row == letters[:4])
    middle = board.spot("Y")
    assert middle is not None
    assert board.in_centre(middle.x, middle.y)


def test_spots_leave_room_for_each_other(board: Board) -> None:
    """Circles of 8.8 mm on a slip whose board is some 84 mm wide do not touch."""
    for one in board.spots:
        for other in board.spots:
            if one is not other:
                assert math.hypot(one.x - other.x, one.y - other.y) > 8.8 / 84


def test_a_board_without_letters_has_no_nearest_spot(board: Board) -> None:
    assert dataclasses.replace(board, spots=()).nearest_spot(0.5, 0.5) is None


def test_fields_and_rounds_are_found_by_id(board: Board) -> None:
    assert board.field("glow").icon == "sun"
    assert board.round("wish").id == "wish"
    for call in (board.field, board.round):
        with pytest.raises(KeyError):
            call("nothing")
