"""A board as JSON text: a workshop keeps a copy of the board it was played on.

So an old workshop reads the same after its deck has changed. Written with a format number; a reader passes over keys
that it does not know, so that a file of a later version still opens.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gogrow.domain.board import About, Axis, Board, Centre, Field, GapKind, Round, Shape, Spot, Words

FORMAT = 1


def board_to_json(board: Board) -> str:
    """The board as compact JSON; the same board always gives the same text."""
    value: dict[str, Any] = {
        "format": FORMAT,
        "id": board.id,
        "shape": board.shape.value,
        "aspect": board.aspect,
        "ring": board.ring,
        "skip": board.skip,
        "rim_sentence": dict(board.rim_sentence),
        "fields": [_field(field) for field in board.fields],
        "spots": [[spot.letter, spot.x, spot.y] for spot in board.spots],
        "rounds": [
            {
                "id": one.id,
                "question": dict(one.question),
                "short": dict(one.short),
                "about": one.about.value,
                "gap": one.gap.value,
            }
            for one in board.rounds
        ],
        "axes": [{"low": dict(axis.low), "high": dict(axis.high)} for axis in board.axes],
    }
    if board.centre is not None:
        centre = board.centre
        value["centre"] = {
            "radius": centre.radius,
            "name": dict(centre.name),
            "sentence": dict(centre.sentence),
        }
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _field(field: Field) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": field.id,
        "name": dict(field.name),
        "sentence": dict(field.sentence),
        "explanation": dict(field.explanation),
        "question": dict(field.question),
        "icon": field.icon,
        "colour": field.colour,
        "rim": field.rim,
    }
    if field.sector is not None:
        value["sector"] = list(field.sector)
    if field.rect is not None:
        value["rect"] = list(field.rect)
    return value


def board_from_json(text: str) -> Board:
    """The board that `board_to_json` wrote. Raises ValueError when ``text`` is no board."""
    try:
        value = json.loads(text)
        return _board(value)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a board: {error}") from error


def _board(value: Mapping[str, Any]) -> Board:
    centre = value.get("centre")
    return Board(
        id=_text(value["id"]),
        shape=Shape(value["shape"]),
        aspect=_number(value["aspect"]),
        fields=tuple(_field_from(one) for one in value["fields"]),
        spots=tuple(Spot(_text(one[0]), _number(one[1]), _number(one[2])) for one in value["spots"]),
        rounds=tuple(
            Round(
                id=_text(one["id"]),
                question=_words(one["question"]),
                short=_words(one["short"]),
                about=About(one["about"]),
                gap=GapKind(one.get("gap", GapKind.NONE.value)),
            )
            for one in value["rounds"]
        ),
        skip=_text(value.get("skip", "Z")),
        centre=None
        if centre is None
        else Centre(_number(centre["radius"]), _words(centre["name"]), _words(centre["sentence"])),
        ring=_number(value.get("ring", 0.62)),
        rim_sentence=_words(value.get("rim_sentence", {})),
        axes=tuple(Axis(_words(one["low"]), _words(one["high"])) for one in value.get("axes", ())),
    )


def _field_from(value: Mapping[str, Any]) -> Field:
    sector, rect = value.get("sector"), value.get("rect")
    return Field(
        id=_text(value["id"]),
        name=_words(value["name"]),
        sentence=_words(value["sentence"]),
        explanation=_words(value["explanation"]),
        question=_words(value["question"]),
        icon=_text(value["icon"]),
        colour=_text(value["colour"]),
        rim=_text(value["rim"]),
        sector=None if sector is None else (_number(sector[0]), _number(sector[1])),
        rect=None if rect is None else (_number(rect[0]), _number(rect[1]), _number(rect[2]), _number(rect[3])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text was expected, not {value!r}")
    return value


def _number(value: object) -> float:
    # NaN and infinity are words of Python's own JSON reader, not of JSON.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise ValueError(f"a number was expected, not {value!r}")
    return value


def _words(value: Mapping[str, Any]) -> Words:
    return {language: _text(text) for language, text in value.items()}
