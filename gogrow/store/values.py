"""Frozen values to what a column or JSON can hold, and back, read off their type hints.

In a column stand text, whole numbers, numbers and NULL; flags are 0 and 1, days and instants are ISO texts, enums their
value. All else (tuples, sets, mappings, dataclasses) is compact JSON. A field that a newer value has got and an old row
lacks takes its default.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from gogrow.domain.board import Board
from gogrow.domain.board_json import board_from_json, board_to_json

Plain = str | int | float | None
"""What a column holds."""

Convert = Callable[[Any], Any]


def text(value: object) -> str:
    """Compact JSON; the same value always gives the same text."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def column(hint: Any) -> tuple[Convert, Convert]:
    """How a value of this type gets into a column, and out of it."""
    optional, kind = _optional(hint)
    write: Convert
    read: Convert
    if kind is Board:
        write, read = board_to_json, board_from_json
    elif kind in (str, int, float) or (isinstance(kind, type) and issubclass(kind, (StrEnum, dt.date))):
        write, read = json_value(kind)
    elif kind is bool:
        write, read = int, bool
    else:
        into, out_of = json_value(kind)
        write, read = (lambda value: text(into(value))), (lambda value: out_of(json.loads(value)))
    return (_or_none(write), _or_none(read)) if optional else (write, read)


def json_value(hint: Any) -> tuple[Convert, Convert]:
    """How a value of this type gets into JSON, and out of it. Raises TypeError for a type that is not known."""
    optional, kind = _optional(hint)
    if optional:
        write, read = json_value(kind)
        return _or_none(write), _or_none(read)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple and inside[-1] is Ellipsis:
        write, read = json_value(inside[0])
        return (lambda value: [write(item) for item in value]), (lambda value: tuple(read(item) for item in value))
    if origin is tuple:
        each = [json_value(part) for part in inside]
        return (
            lambda value: [write(item) for (write, _), item in zip(each, value, strict=True)],
            lambda value: tuple(read(item) for (_, read), item in zip(each, value, strict=True)),
        )
    if origin is frozenset:
        write, read = json_value(inside[0])
        return (lambda value: sorted(map(write, value))), (lambda value: frozenset(map(read, value)))
    if origin is Mapping:
        write, read = json_value(inside[1])
        return (
            lambda value: {key: write(item) for key, item in value.items()},
            lambda value: {key: read(item) for key, item in value.items()},
        )
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, kind
    if kind is dt.date or kind is dt.datetime:
        return kind.isoformat, kind.fromisoformat
    if kind is float:
        return float, float
    if kind in (str, int, bool):
        return _same, _same
    raise TypeError(f"no way to keep {hint}")


def _dataclass(kind: Any) -> tuple[Convert, Convert]:
    parts = {name: json_value(hint) for name, hint in hints(kind).items()}

    def write(value: Any) -> dict[str, Any]:
        return {name: into(getattr(value, name)) for name, (into, _) in parts.items()}

    def read(value: Mapping[str, Any]) -> Any:
        return kind(**{name: out_of(value[name]) for name, (_, out_of) in parts.items() if name in value})

    return write, read


def hints(kind: Any) -> dict[str, Any]:
    """The types of a dataclass's fields, in their order."""
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in dataclasses.fields(kind)}


def _optional(hint: Any) -> tuple[bool, Any]:
    if get_origin(hint) in (Union, types.UnionType):
        (kind,) = (part for part in get_args(hint) if part is not type(None))
        return True, kind
    return False, hint


def _or_none(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value
