"""Boards for tests of painting: the one that ships, and a plane with two axes that stands in YAML only."""

from __future__ import annotations

from pathlib import Path

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.board import Board


def go_grow() -> Board:
    """The round board."""
    return _board(paths.decks() / "go-grow")


def plane() -> Board:
    """Another instrument: four rectangles and two axes."""
    return _board(Path(__file__).parents[1] / "content" / "fixtures" / "two-axes")


def _board(folder: Path) -> Board:
    board = read_deck(folder).board
    assert board is not None
    return board
