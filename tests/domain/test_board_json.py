"""The copy of a board that a workshop keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.board import About, Axis, Board, Centre, Field, GapKind, Round, Shape, Spot
from gogrow.domain.board_json import board_from_json, board_to_json

TWO_AXES = Path(__file__).parent.parent / "content" / "fixtures" / "two-axes"

texts = st.text(st.characters(codec="utf-8"), max_size=12)
numbers = st.floats(-1000, 1000)
words = st.dictionaries(st.sampled_from(["nl", "en", "fy"]), texts, max_size=3)
fields = st.builds(
    Field,
    id=texts,
    name=words,
    sentence=words,
    explanation=words,
    question=words,
    icon=texts,
    colour=texts,
    rim=texts,
    sector=st.none() | st.tuples(numbers, numbers),
    rect=st.none() | st.tuples(numbers, numbers, numbers, numbers),
)
boards = st.builds(
    Board,
    id=texts,
    shape=st.sampled_from(Shape),
    aspect=numbers,
    fields=st.lists(fields, max_size=3).map(tuple),
    spots=st.lists(st.builds(Spot, texts, numbers, numbers), max_size=3).map(tuple),
    rounds=st.lists(
        st.builds(Round, texts, words, words, st.sampled_from(About), st.sampled_from(GapKind)), max_size=3
    ).map(tuple),
    skip=texts,
    centre=st.none() | st.builds(Centre, numbers, words, words),
    ring=numbers,
    rim_sentence=words,
    axes=st.lists(st.builds(Axis, words, words), max_size=2).map(tuple),
)


@given(boards)
def test_any_board_comes_back_exactly(board: Board) -> None:
    assert board_from_json(board_to_json(board)) == board


@pytest.mark.parametrize("folder", [paths.decks() / "go-grow", TWO_AXES], ids=lambda folder: folder.name)
def test_real_boards_come_back_exactly(folder: Path) -> None:
    board = read_deck(folder).board
    assert board is not None
    text = board_to_json(board)
    assert board_from_json(text) == board
    assert board_to_json(board_from_json(text)) == text


def test_keys_of_a_later_version_are_passed_over() -> None:
    board = read_deck(paths.decks() / "go-grow").board
    assert board is not None
    value = json.loads(board_to_json(board))
    value["format"] = 7
    value["sound"] = {"gong": [1, 2]}
    value["fields"][0]["glitter"] = True
    value["rounds"][0]["anonymous"] = "yes"
    value["centre"]["colour"] = "pink"
    value["spots"][0].append("later")
    assert board_from_json(json.dumps(value)) == board


def test_what_may_be_left_out_gets_its_default() -> None:
    value = {"id": "x", "shape": "round", "aspect": 1, "fields": [], "spots": [], "rounds": []}
    board = board_from_json(json.dumps(value))
    assert (board.skip, board.ring, board.centre, board.axes) == ("Z", 0.62, None, ())


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", '"x"', "[" * 5000, '{"id": 1}', '{"id":"x","shape":"star","aspect":1}']
    + [
        json.dumps({"id": "x", "shape": "round", "aspect": aspect, "fields": [], "spots": [], "rounds": []})
        for aspect in ("1", True, None, float("nan"), float("inf"), 1e300)
    ]
    + [
        json.dumps({"id": "x", "shape": "round", "aspect": 1, "fields": [], "spots": spots, "rounds": []})
        for spots in ([["A", 1]], [["A", "1", "2"]], [7], 7, [[1, 2, 3]])
    ],
)
def test_what_is_no_board_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a board"):
        board_from_json(text)
