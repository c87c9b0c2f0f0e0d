"""Counters that share a spot: even, inside, the same for all, whatever the order."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.domain.board import Board
from gogrow.domain.spreading import spread
from tests.ui.boards import go_grow, plane

ROUND, PLANE = go_grow(), plane()
RADIUS = 40 / 904

spots = st.sampled_from([(spot.x, spot.y) for spot in ROUND.spots])
turns = st.tuples(st.floats(0, 2 * math.pi), st.floats(0, 1)).map(
    lambda p: (0.5 + 0.5 * math.sqrt(p[1]) * math.cos(p[0]), 0.5 + 0.5 * math.sqrt(p[1]) * math.sin(p[0]))
)
places = st.lists(spots | turns, max_size=60)


def near(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return math.dist(a, b) < 1e-9


@settings(max_examples=150, deadline=None)
@given(places, st.floats(0.008, 0.06))
def test_nobody_leaves_the_board_or_lies_on_another(points: list[tuple[float, float]], radius: float) -> None:
    drawn = spread(points, radius, ROUND)
    assert len(drawn) == len(points)
    assert all(ROUND.inside(x, y) for x, y in drawn)
    assert drawn == spread(points, radius, ROUND)


@settings(max_examples=100, deadline=None)
@given(places, st.randoms(use_true_random=False))
def test_the_picture_does_not_depend_on_the_order(points: list[tuple[float, float]], rnd: random.Random) -> None:
    mixed = list(points)
    rnd.shuffle(mixed)
    one, other = sorted(spread(points, RADIUS, ROUND)), sorted(spread(mixed, RADIUS, ROUND))
    assert all(map(near, one, other))


@pytest.mark.parametrize("letter", [spot.letter for spot in ROUND.spots])
@pytest.mark.parametrize("count", [2, 3, 5, 7, 12, 25])
def test_a_crowd_on_a_letter_can_be_counted(letter: str, count: int) -> None:
    spot = ROUND.spot(letter)
    assert spot is not None
    drawn = spread([(spot.x, spot.y)] * count, RADIUS, ROUND)
    closest = min(math.dist(a, b) for i, a in enumerate(drawn) for b in drawn[:i])
    assert closest >= (1.6 if count <= 7 else 0.85) * RADIUS
    field = ROUND.field_at(spot.x, spot.y)
    for x, y in drawn:
        assert ROUND.field_at(x, y) == field
        assert math.dist((x, y), (spot.x, spot.y)) < (0.2 if count <= 12 else 0.3)
        assert math.dist((x, y), (0.5, 0.5)) <= 0.5 - RADIUS + 1e-9


def test_who_stands_alone_is_not_moved() -> None:
    points = [(0.2, 0.4), (0.9, 0.5), (0.5, 0.001), (0.2 + RADIUS, 0.4)]
    assert spread(points, RADIUS, ROUND) == tuple(points)


def test_on_another_board_the_spread_is_round_too() -> None:
    drawn = spread([(0.25, 0.25)] * 4, 0.05, PLANE)
    scaled = [(x * PLANE.aspect, y) for x, y in drawn]
    distances = {round(math.dist(point, (0.25 * PLANE.aspect, 0.25)), 6) for point in scaled}
    assert len(distances) == 1, "a ring in pixels, not an ellipse"
    assert all(PLANE.field_at(x, y) is PLANE.field_at(0.25, 0.25) for x, y in drawn)


@pytest.mark.parametrize("board", [ROUND, PLANE])
def test_a_crowd_at_the_very_edge_stays_inside(board: Board) -> None:
    for edge in ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)):
        drawn = spread([edge] * 9, 0.04, board)
        assert all(board.inside(x, y) for x, y in drawn)
        assert len({(round(x, 6), round(y, 6)) for x, y in drawn}) == 9


def test_five_hundred_are_spread() -> None:
    rnd = random.Random(7)
    points = [(spot.x, spot.y) for spot in rnd.choices(ROUND.spots, k=500)]
    drawn = spread(points, 0.0125, ROUND)
    assert len({(round(x, 6), round(y, 6)) for x, y in drawn}) == 500
