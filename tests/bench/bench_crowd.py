"""Five hundred pawns on the beamer's board: spreading those that share a spot, and finding places for their names.

There is no least cost to hold these against, so the figures are only told.
"""

from __future__ import annotations

import random

from gogrow.domain.labels import Box, Tag, Zone, place_labels, spread
from tests.bench import figure
from tests.ui.boards import go_grow

COUNT, ROUNDS, RADIUS = 500, 15, 11.0
BOUNDS = Box(0, 0, 1920, 1080)
ZONES = (Zone(Box(1720, 230, 180, 620), 1682), Zone(Box(90, 500, 440, 500), 700))


def main() -> None:
    """Print one line for each."""
    board, rnd = go_grow(), random.Random(5)
    spots = [(spot.x, spot.y) for spot in rnd.choices(board.spots, k=COUNT)]
    pawns = [(520 + 880 * x, 100 + 880 * y) for x, y in spots]
    tags = [Tag(x, y, rnd.uniform(60, 300), 47.2) for x, y in pawns]
    ours, _ = figure.in_turn(lambda: spread(spots, 0.0125, board), lambda: sorted(spots), ROUNDS)
    figure.say("spread_500_pawns", ours)

    def names() -> object:
        return place_labels(tags, pawns, RADIUS, BOUNDS, zones=ZONES)

    ours, _ = figure.in_turn(names, lambda: sorted(pawns), ROUNDS)
    figure.say("names_of_500_pawns", ours)
