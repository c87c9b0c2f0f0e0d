"""Names on a crowded board: none crosses a pawn, a question or another name."""

from __future__ import annotations

import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.domain.labels import PAWN_BODY, Box, Label, Tag, Zone, place_labels
from gogrow.domain.spreading import spread
from tests.ui.boards import go_grow

BOARD = go_grow()
BOUNDS = Box(0, 0, 1920, 1080)
RADIUS = 40.0
RIGHT = Zone(Box(1720, 230, 180, 620), 1682)
LEFT = Zone(Box(90, 500, 440, 500), 700)


def pixels(points: list[tuple[float, float]], radius: float = RADIUS) -> list[tuple[float, float]]:
    """Drawn middles on a canvas of 1920 by 1080 where the board's box is 904 wide."""
    return [(746 + x * 904, 88 + y * 904) for x, y in spread(points, radius / 904, BOARD)]


points = st.lists(
    st.sampled_from([(spot.x, spot.y) for spot in BOARD.spots])
    | st.tuples(st.floats(0.15, 0.85), st.floats(0.15, 0.85)),
    max_size=40,
)
widths = st.lists(st.integers(60, 330), min_size=40, max_size=40)
some = st.lists(st.booleans(), min_size=40, max_size=40)


def check(
    tags: list[Tag],
    pawns: list[tuple[float, float]],
    labels: tuple[Label | None, ...],
    radius: float,
    zones: list[Zone],
) -> None:
    boxes = [label.box for label in labels if label is not None]
    for number, box in enumerate(boxes):
        assert BOUNDS.holds(box)
        assert not any(box.hits(other) for other in boxes[:number])
        if not any(zone.box.holds(box) for zone in zones):
            assert not any(box.touches(x, y, PAWN_BODY * radius) for x, y in pawns)
    for tag, label in zip(tags, labels, strict=True):
        if label is not None and label.leader:
            x, y = label.leader[0]
            assert math.dist((x, y), (tag.x, tag.y)) <= radius + 1e-6, "the leader starts at its own pawn"
        elif label is not None:
            assert label.box.x <= tag.x <= label.box.x + label.box.width


@settings(max_examples=150, deadline=None)
@given(points, widths, some, some)
def test_nothing_crosses(
    places: list[tuple[float, float]], sizes: list[int], named: list[bool], outside: list[bool]
) -> None:
    pawns = pixels(places)
    tags = [
        Tag(x, y, width, 47.2, out)
        for (x, y), width, is_named, out in zip(pawns, sizes, named, outside, strict=False)
        if is_named
    ]
    question = (1198.0, 540.0, 56.0)
    labels = place_labels(tags, pawns, RADIUS, BOUNDS, zones=[RIGHT, LEFT], discs=[question])
    assert len(labels) == len(tags)
    check(tags, pawns, labels, RADIUS, [RIGHT, LEFT])
    for tag, label in zip(tags, labels, strict=True):
        assert label is None or not label.box.touches(*question)
        assert label is None or not tag.outside or label.leader
    assert labels == place_labels(tags, pawns, RADIUS, BOUNDS, zones=[RIGHT, LEFT], discs=[question])


@settings(max_examples=80, deadline=None)
@given(points, widths, st.randoms(use_true_random=False))
def test_names_do_not_depend_on_the_order(
    places: list[tuple[float, float]], sizes: list[int], rnd: random.Random
) -> None:
    pawns = pixels(places)
    tags = [Tag(x, y, width, 47.2) for (x, y), width in zip(pawns, sizes, strict=False)]
    order = list(range(len(tags)))
    rnd.shuffle(order)
    plain = place_labels(tags, pawns, RADIUS, BOUNDS, zones=[RIGHT])
    mixed = place_labels([tags[i] for i in order], pawns, RADIUS, BOUNDS, zones=[RIGHT])
    assert [plain[i] for i in order] == list(mixed)


def test_with_room_a_name_stands_under_its_pawn() -> None:
    labels = place_labels([Tag(1000, 500, 150, 47)], [(1000, 500), (1200, 500)], RADIUS, BOUNDS, zones=[RIGHT])
    assert labels == (Label(Box(925, 550, 150, 47)),)


def test_a_crowded_name_goes_outside_with_a_leader() -> None:
    pawns = [(1500.0, 450.0), (1530.0, 530.0)]
    tags = [Tag(*pawns[0], 100, 47), Tag(*pawns[1], 150, 47)]
    first, second = place_labels(tags, pawns, RADIUS, BOUNDS, zones=[RIGHT])
    assert first is not None
    assert first.box.x == RIGHT.box.x
    assert first.leader[1][0] == RIGHT.elbow
    assert first.leader[1][1] == first.leader[2][1] == first.box.y + first.box.height / 2
    assert second is not None
    assert second.leader == ()


def test_a_dashed_pawn_s_name_goes_outside_even_with_room() -> None:
    (label,) = place_labels([Tag(1000, 500, 150, 47, outside=True)], [(1000, 500)], RADIUS, BOUNDS, zones=[RIGHT])
    assert label is not None
    assert RIGHT.box.holds(label.box)


def test_twenty_five_names_in_one_spot_can_all_be_read() -> None:
    spot = BOARD.spot("L")
    assert spot is not None
    pawns = pixels([(spot.x, spot.y)] * 25)
    tags = [Tag(x, y, 90 + 7 * (number % 9), 47.2) for number, (x, y) in enumerate(pawns)]
    labels = place_labels(tags, pawns, RADIUS, BOUNDS, zones=[RIGHT, LEFT])
    assert None not in labels
    check(tags, pawns, labels, RADIUS, [RIGHT, LEFT])


def test_five_hundred_names_thin_out() -> None:
    rnd = random.Random(5)
    for places in (
        [(rnd.uniform(0.2, 0.8), rnd.uniform(0.2, 0.8)) for _ in range(500)],
        [(spot.x, spot.y) for spot in rnd.choices(BOARD.spots, k=500)],
        [(0.3, 0.3)] * 500,
    ):
        pawns = pixels(places, 11.0)
        tags = [Tag(x, y, rnd.uniform(60, 300), 47.2) for x, y in pawns]
        labels = place_labels(tags, pawns, 11.0, BOUNDS, zones=[RIGHT, LEFT])
        assert 5 < sum(label is not None for label in labels) < 500
        check(tags, pawns, labels, 11.0, [RIGHT, LEFT])
