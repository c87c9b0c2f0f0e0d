"""A packed deck among the user's own decks: looked at first, then put there whole or not at all.

A deck is written as a new folder beside the old one and takes its place when it is on the disk; the old one is kept
until then, and is put back when anything goes wrong. Folders of that work begin with a point.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gogrow import paths
from gogrow.content import deck_reader
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import DeckFiles
from gogrow.content.pack import Pack, around, place_fault, renamed, write_synced
from gogrow.content.pack_compare import Clash, Comparison, Item, Key, State, compare
from gogrow.content.pack_mix import Choice, fresh, mixed
from gogrow.content.pack_zip import is_device
from gogrow.domain.deck import Deck

_WORK = re.compile(r"\.([a-z0-9][a-z0-9-]*)-[0-9a-f]{8}\.(new|old)")
_NUMBER = re.compile(r"-\d\d?$")
_STALE = 24 * 3600.0
"""Seconds after which an unfinished folder belongs to a program that was stopped."""
_HALFWAY = 2.0
"""The same for the moment in which the old deck is away and the new one not there yet."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose after a look inside.

    ``as_new``: the whole as a deck of its own, beside the one with the same id. Else ``cards`` tells for each changed
    card what to do, and ``otherwise`` for those that are not in it. ``seen`` is `Comparison.seen`: when the user's own
    deck is another by now, nothing is written.
    """

    as_new: bool = False
    cards: Mapping[Key, Choice] = field(default_factory=dict)
    otherwise: Choice | None = None
    seen: str = ""

    def of(self, item: Item) -> Choice:
        """The choice for a changed card. Raises ValueError when there is none: nothing is overwritten silently."""
        chosen = self.cards.get(item.key, self.otherwise)
        if chosen is None:
            raise ValueError(f"no choice for {item.key}")
        return chosen


def look(pack: Pack, into: Path) -> Comparison:
    """What a packed deck would bring to the decks in ``into`` (`paths.user_decks`). Writes nothing.

    Raises `DeckFaults` when the folder cannot be read.
    """
    return _look(pack, into)[0]


def _look(pack: Pack, into: Path) -> tuple[Comparison, DeckFiles | None]:
    id = pack.deck.id
    new_id = _free(id, into)
    if _is_shipped(id) or is_device(id):
        return replace(compare(pack.deck, None), clash=Clash.SHIPPED, new_id=new_id), None
    if not os.path.lexists(into / id):
        return replace(compare(pack.deck, None), new_id=id), None
    mine, files = _own(into / id)
    if mine is None or files is None:
        return replace(compare(pack.deck, None), clash=Clash.BROKEN, new_id=new_id), None
    seen = files.digest()
    return replace(compare(pack.deck, mine), clash=Clash.OWN, new_id=new_id, seen=seen), files


def _own(folder: Path) -> tuple[Deck | None, DeckFiles | None]:
    """The user's own deck with its files; None for one that cannot be mixed with anything."""
    try:
        files = DeckFiles.read(folder)
        deck, _ = deck_reader.read(files)
    except (DeckFaults, OSError):
        return None, None
    return deck, files


def _is_shipped(id: str) -> bool:
    return (paths.decks() / id).is_dir()


def _free(id: str, into: Path) -> str:
    """The id that a new deck gets: its own when nobody has it, else the same with a number."""
    try:
        names = {name.casefold() for name in os.listdir(into)} if into.is_dir() else set()  # noqa: PTH208
    except OSError as error:
        raise DeckFaults((place_fault(into, error),)) from error
    names |= {folder.name for folder in paths.decks().iterdir()}
    return id if id not in names and not is_device(id) else fresh(_NUMBER.sub("", id), names)


def install(pack: Pack, into: Path, choices: Choices | None = None) -> Path:
    """Put a packed deck in ``into`` (`paths.user_decks`), whole or not at all, and say which folder it is.

    An id that is free is kept. A deck with an id of the program, one beside a deck with faults, or one that lacks a
    language of the user's own becomes a new deck, ``choices`` or not. Raises `DeckFaults` when it cannot be written or
    the own deck changed meanwhile, and ValueError when a changed card has no choice.
    """
    choices = choices or Choices()
    settle(into)
    comparison, files = _look(pack, into)
    if choices.seen and choices.seen != comparison.seen:
        raise DeckFaults((Fault(str(into / pack.deck.id), 0, "place_changed"),))
    if comparison.clash is Clash.FREE:
        return _put(pack.files, into, pack.deck.id)
    if choices.as_new or comparison.must_be_new or files is None:
        id = comparison.new_id
        number = int(id.rpartition("-")[2])
        return _put(renamed(pack, id, number), into, id)
    decided = {item.key: choices.of(item) for item in comparison.of(State.CHANGED)}
    mine = _held(into / pack.deck.id, files)
    made = mixed(mine, pack.files, comparison, decided)
    if made != mine:
        deck_reader.read(around(made, into))  # a mix is looked at as strictly as what comes in
        _put(made, into, pack.deck.id, comparison.seen)
    return into / pack.deck.id


def _held(folder: Path, files: DeckFiles) -> dict[str, bytes]:
    """Every file of an own deck by its name in the folder, so that nothing gets lost when it is written anew."""
    held = {name: raw for name, raw in files.files.items() if isinstance(raw, bytes)}
    held |= {f"icons/{name}": raw for name, raw in files.icons.items() if isinstance(raw, bytes)}
    try:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if name not in held and path.is_file():
                held[name] = path.read_bytes()
    except OSError as error:
        raise DeckFaults((place_fault(folder, error),)) from error
    return held


# The disk


def _put(files: Mapping[str, bytes], into: Path, id: str, seen: str = "") -> Path:
    """Write the folder beside its place, then put it there; with ``seen`` in the place of the deck that had it."""
    token = secrets.token_hex(4)
    new, old, place = into / f".{id}-{token}.new", into / f".{id}-{token}.old", into / id
    try:
        into.mkdir(parents=True, exist_ok=True)
        try:
            _write(files, new)
            if seen:
                place.rename(old)
                if DeckFiles.read(old).digest() != seen:
                    raise DeckFaults((Fault(str(place), 0, "place_changed"),))
            elif os.path.lexists(place):
                raise DeckFaults((Fault(str(place), 0, "place_changed"),))
            _take(new, place)
        except BaseException:
            if old.is_dir() and not os.path.lexists(place):
                old.rename(place)
            shutil.rmtree(new, ignore_errors=True)
            raise
    except OSError as error:
        raise DeckFaults((place_fault(place, error),)) from error
    _sync(into)
    shutil.rmtree(old, ignore_errors=True)
    return place


def _take(new: Path, place: Path) -> None:
    """Give a folder its place, which must be empty: another program may have been quicker."""
    try:
        new.rename(place)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise DeckFaults((Fault(str(place), 0, "place_changed"),)) from error
        raise


def _write(files: Mapping[str, bytes], new: Path) -> None:
    new.mkdir()
    for name, raw in files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(path, raw)
    for folder in {new, *((new / name).parent for name in files)}:
        _sync(folder)


def _sync(folder: Path) -> None:
    """Names are on the disk when this returns, where the system knows how."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def settle(into: Path) -> None:
    """Put in order what a program that was stopped left in ``into``: an old deck without a new one goes back.

    Never raises for the disk.
    """
    with contextlib.suppress(OSError):
        for path in sorted(into.iterdir()) if into.is_dir() else ():
            found = _WORK.fullmatch(path.name)
            if not found or not path.is_dir():
                continue
            age = time.time() - path.stat().st_ctime
            if found[2] == "old" and not os.path.lexists(into / found[1]):
                if age > _HALFWAY:
                    path.rename(into / found[1])
            elif age > _STALE:
                shutil.rmtree(path, ignore_errors=True)
