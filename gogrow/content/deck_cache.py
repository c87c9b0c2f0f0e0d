"""Decks that were read before, as plain JSON in the user's cache folder, known by what stands in their files.

The same bytes give the same deck without YAML and pydantic; one other byte, name or icon, and it is read anew. What
lies there is only ever turned into the values of a deck: whatever is wrong with a file, the deck is read from its own
files again. Nothing of a user's workshops is in it.

A value is written by the shape of its class: a dataclass is a list of its fields' values in order.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from gogrow import __version__, paths
from gogrow.content.deck_files import BOARD, DeckFiles, Problem, board_folder, read_bytes
from gogrow.domain.deck import Deck

FORMAT = 3
"""Raise it when a deck must meet more than before, or when its files are read in another way."""
KEPT = 400
"""Files that stay; of more the oldest go. Somebody may have hundreds of decks."""
ROOM = 100_000_000
"""Bytes that all of them take; of more the oldest go as well."""
SIZE_LIMIT = 80_000_000
"""Bytes in one file of ours."""

_Reads = Callable[[Any], Any]


def key_of(files: DeckFiles) -> str:
    """What these files are known by, '' when they cannot be: one of them could not be read."""
    digest = files.digest()
    return hashlib.sha256(f"{FORMAT} {__version__} {_shape()} {digest}".encode()).hexdigest() if digest else ""


def load(key: str, around: Path) -> Deck | None:
    """The deck that was saved with this key, or None. ``around`` is the folder of all decks. Never raises."""
    if not key:
        return None
    path = paths.user_cache() / f"deck-{key}.json"
    raw = read_bytes(path, SIZE_LIMIT)
    if isinstance(raw, Problem):
        return None
    try:
        body = memoryview(raw)[9:]  # not copied: it may be large
        if raw[:9] != _mark(body):
            return None
        (name, digest), value = json.loads(str(body, "utf-8"))
        if name and _digest(board_folder(around, str(name))) != digest:
            return None
        deck: Deck = _reader(Deck)(value)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return deck


def save(key: str, beside: DeckFiles | None, deck: Deck) -> None:
    """Keep a deck for the next time; where that cannot be done it is read anew. Never raises."""
    near = (beside.folder.name, beside.digest()) if beside is not None else ("", "")
    if not key or (beside is not None and not near[1]):
        return
    value = [near, deck]
    body = json.dumps(value, ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_row).encode()
    folder = paths.user_cache()
    unfinished = folder / f"deck-{key}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("wb") as stream:
                stream.writelines((_mark(body), body))
            unfinished.replace(folder / f"deck-{key}.json")
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        _tidy(folder)
    except OSError:
        return


def _tidy(folder: Path) -> None:
    """The oldest go when there are too many, unfinished ones of a stopped program among them."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("deck-"):
                with contextlib.suppress(OSError):
                    about = entry.stat()
                    found.append((about.st_mtime, about.st_size, entry.path))
    room = ROOM
    for number, (_, size, path) in enumerate(sorted(found, reverse=True)):
        room -= size
        if number >= KEPT or (room < 0 and number > 0):
            with contextlib.suppress(OSError):
                Path(path).unlink()


def _digest(folder: Path) -> str:
    return DeckFiles.read(folder, BOARD).digest()


def _mark(body: bytes | memoryview) -> bytes:
    """Nine bytes that show a broken disk: no guard against anybody."""
    return b"%08x\n" % zlib.crc32(body)


def _row(value: Any) -> Any:
    """A dataclass as the list of its values; everything else in a deck is JSON already."""
    return list(map(value.__getattribute__, _names(value.__class__)))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _shape() -> str:
    """The fields of all classes that a deck is made of: with other fields older files mean nothing."""
    told: dict[str, str] = {}

    def look(kind: Any) -> None:
        if is_dataclass(kind) and str(kind) not in told:
            told[str(kind)] = " ".join(f"{field.name}:{field.type}" for field in fields(kind))
            for inner in get_type_hints(kind).values():
                look(inner)
        for inner in get_args(kind):
            look(inner)

    look(Deck)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


# From JSON to the values of a type


def _is(kind: type) -> _Reads:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(kind)
        return value

    return read


def _number(value: Any) -> float:
    # NaN and infinity are words of Python's own JSON reader, not of JSON
    if type(value) not in (int, float) or not abs(value) < 1e9:
        raise TypeError(value)
    return float(value)


@cache
def _reader(kind: Any) -> _Reads:
    """What makes a value of this type, or raises TypeError, ValueError or LookupError."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        only = _reader(next(one for one in inside if one is not NoneType))
        return lambda value: None if value is None else only(value)
    if origin is tuple:
        return _tuples(inside)
    if origin is not None and issubclass(origin, Mapping):
        return _mappings(inside[1])
    if is_dataclass(kind):
        return _rows(kind)
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda value: members[value]
    return _number if kind is float else _is(kind)


def _tuples(inside: tuple[Any, ...]) -> _Reads:
    one, texts = _reader(inside[0]), inside == (str, ...)
    count = None if inside[-1] is Ellipsis else len(inside)

    def read(value: Any) -> Any:
        if type(value) is not list or (count is not None and len(value) != count):
            raise TypeError(value)
        if texts:
            "".join(value)  # raises TypeError for what is no text
            return tuple(value)
        return tuple(map(one, value))

    return read


def _mappings(inside: Any) -> _Reads:
    one, texts = _reader(inside), inside is str

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise TypeError(value)
        if texts:
            "".join(value.values())
            return value
        return {key: one(inner) for key, inner in value.items()}

    return read


def _rows(kind: Any) -> _Reads:
    """Rows are most of a deck: the types in one are looked at together, and only what is left is read by itself."""
    hints = get_type_hints(kind)
    types = [hints[name] for name in _names(kind)]
    allowed = [_in_json(one) for one in types]
    lists = [place for place, one in enumerate(types) if one == tuple[str, ...]]
    words = [place for place, one in enumerate(types) if one == Mapping[str, str]]
    simple = (str, int, bool, tuple[str, ...], Mapping[str, str])
    others = [(place, _reader(one)) for place, one in enumerate(types) if one not in simple]
    known: set[tuple[type, ...]] = set()

    def read(value: Any) -> Any:
        if type(value) is not list:
            raise TypeError(kind)
        found = tuple(map(type, value))
        if found not in known:
            if not all(one in wanted for one, wanted in zip(found, allowed, strict=True)):
                raise TypeError(kind)
            known.add(found)
        for place in lists:
            "".join(value[place])  # raises TypeError for what is no text
            value[place] = tuple(value[place])
        for place in words:
            "".join(value[place].values())
        for place, one in others:
            value[place] = one(value[place])
        return kind(*value)

    return read


def _in_json(kind: Any) -> frozenset[type]:
    """The types by which JSON may hold a value of this type."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return frozenset[type]().union(*map(_in_json, get_args(kind)))
    if kind is float:
        return frozenset((int, float))
    if kind in (str, int, bool, NoneType):
        return frozenset((kind,))
    if origin is None and issubclass(kind, Enum):
        return frozenset((str,))
    return frozenset((list,)) if origin is tuple or is_dataclass(kind) else frozenset((dict,))
