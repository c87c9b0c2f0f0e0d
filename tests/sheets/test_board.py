"""Any board on paper, and only one's own places on it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from gogrow.domain.board import Board
from gogrow.domain.people import Participant, Role
from gogrow.sheets import board as paper
from gogrow.sheets.board import Place, draw_fields, draw_letters, draw_own, draw_words
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from tests.sheets import reading, sample

WHO = Participant("p", "q", "Samira El Idrissi")


def drawn(board: Board, colour: bool = False) -> bytes:
    """A page with a board and everything on it."""
    pad = Pad(look(colour))
    place = Place.around(board, 105, 100, 60)
    draw_fields(pad, board, place, "nl")
    draw_letters(pad, board, place, "nl")
    draw_words(pad, board, place, "nl", 12, 15, 195)
    pad.next_page()
    return pad.finish()


def go_grow() -> Board:
    """The board that comes with the program."""
    found = sample.deck().board
    assert found is not None
    return found


@pytest.mark.parametrize("colour", [True, False])
def test_every_letter_and_every_field_is_there(colour: bool) -> None:
    (words,) = reading.words(drawn(go_grow(), colour))
    letters = [word for word in words.split() if len(word) == 1]
    assert sorted(letters) == sorted("ABCDEFGHIJKLMNOPQRSTUVWXY")
    for word in ("Know", "Flow", "Glow", "Grow", "onderweg", "lekker", "trots"):
        assert word in words


def test_a_board_with_two_axes() -> None:
    (words,) = reading.words(drawn(sample.plane()))
    for word in ("reactief", "proactief", "organisatie", "mens", "Sterk werk"):
        assert word in words
    place = Place.around(sample.plane(), 100, 100, 50)
    assert place.width / place.height == pytest.approx(1.25)
    assert place.centre == pytest.approx((100, 100))


def test_words_of_a_plane_stand_clear_of_its_letters() -> None:
    image = reading.picture(drawn(sample.plane()), dpi=100)
    place = Place.around(sample.plane(), 105, 100, 60)
    for spot in sample.plane().spots:
        x, y = place.at(spot.x, spot.y)
        assert reading.dark(image, (x - 6.5, y - 6.5, x + 6.5, y + 6.5)) < 0.2, spot.letter
    assert reading.dark(image, (place.x, place.y - 18, place.x + place.width, place.y - 2)) > 0.02


def test_black_and_white_has_no_grounds_and_patterns_instead() -> None:
    grey = reading.picture(drawn(go_grow(), False), dpi=100)
    scale = grey.width / 210
    inside = grey.getpixel((round(72 * scale), round(100 * scale - 12)))
    assert inside == 255, "fields are white"
    coloured = reading.picture(drawn(go_grow(), True), dpi=100)
    assert coloured.getpixel((round(72 * scale), round(100 * scale - 12))) != 255


def test_patterns_begin_and_end_with_a_whole_piece() -> None:
    for name in ("dashes", "dots", "ticks"):
        pieces = list(paper._pattern(name, 1.6))
        starts = [start for start, _ in pieces]
        steps = [b - a for a, b in itertools.pairwise(starts)]
        assert max(steps) - min(steps) < 1e-9
        end = starts[-1] + pieces[-1][1]
        assert end == pytest.approx(1.6 - (paper.RIM_WIDTH / 2 if name == "dots" else 0))
    assert list(paper._pattern("solid", 1.6)) == [(0.0, 1.6)]


def test_a_board_of_three_fields_keeps_its_words_apart() -> None:
    board = go_grow()
    sectors = ((0.0, 120.0), (120.0, 240.0), (240.0, 360.0))
    three = replace(
        board, fields=tuple(replace(f, sector=s) for f, s in zip(board.fields, sectors, strict=False)), centre=None
    )
    (words,) = reading.words(drawn(three, True))
    assert all(word in words for word in ("Know", "Flow", "Glow"))


def own(now: tuple[float, float] | None, wish: tuple[float, float] | None, role: Role = Role.EMPLOYEE) -> bytes:
    """A page with only somebody's own places."""
    pad = Pad(look(False))
    draw_own(pad, replace(WHO, role=role), Place(50, 50, 100, 100), now, wish, 4)
    pad.next_page()
    return pad.finish()


@pytest.mark.parametrize("role", list(Role))
def test_now_and_wanted_are_two_pawns_with_an_arrow(role: Role) -> None:
    content = own((0.2, 0.5), (0.8, 0.5), role)
    assert reading.words(content)[0].split() == ["SE", "SE"]
    image = reading.picture(content, dpi=150)
    here, there = (reading.dark(image, (x - 3.4, 97, x + 3.4, 103)) for x in (70, 130))
    assert here > 0.5 > there, "where I stand is full, where I want to stand is hollow"
    assert 0.2 < reading.dark(image, (80, 99.6, 120, 100.4)) < 0.9, "dashes between them"


def test_the_same_place_now_and_wanted_is_a_ring_around_the_pawn() -> None:
    content = own((0.5, 0.5), (0.5, 0.5))
    image = reading.picture(content, dpi=150)
    assert reading.dark(image, (97, 97, 103, 103)) > 0.5
    assert reading.dark(image, (94, 94, 106, 106)) > reading.dark(
        reading.picture(own((0.5, 0.5), None), dpi=150), (94, 94, 106, 106)
    )


def test_nothing_placed_draws_nothing() -> None:
    assert reading.words(own(None, None)) == [""]
    assert reading.words(own(None, (0.5, 0.5))) == ["SE"]
