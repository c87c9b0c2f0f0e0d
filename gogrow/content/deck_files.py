"""The files of a deck's folder as bytes, read once: what is checked, and what the cache knows the deck by, is the same.

Cheap to import, as `decks` is: nothing here knows YAML.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from gogrow import paths
from gogrow.texts import LANGUAGES

SIZE_LIMIT = 20_000_000
"""Bytes in one file: ten thousand dilemmas are some seven million."""
ICON_LIMITS = {".svg": 64_000, ".png": 300_000}
"""Bytes in one icon of a deck's own, by the end of its name."""
ICONS_LIMIT = 200
"""Icons of its own that a deck may have."""

WHOLE = ("deck.yaml", "board.yaml", "programmes.yaml", "prompts.yaml", "guide.yaml")
"""The files of a deck with all languages in one."""
NAMES = (*WHOLE, *(f"cards.{one}.yaml" for one in LANGUAGES))
"""The files that a deck may have."""
BOARD = ("board.yaml",)
"""What a deck of cards needs of the deck beside it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one file. ``line`` counts from 1; 0 means the file as a whole."""

    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes | Problem:
    """The bytes of one file, or why there are none. Never raises for the disk."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Problem(0, "missing_file")
        if found.st_size > limit:
            return too_big()
        with path.open("rb", buffering=0) as stream:
            return stream.readall()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Problem(0, "missing_file")
    except OSError as error:
        return Problem(0, "unreadable", {"reason": error.strerror or str(error)})


def too_big() -> Problem:
    """A file over the `SIZE_LIMIT`."""
    return Problem(0, "too_big", {"limit": str(SIZE_LIMIT // 1_000_000)})


def program_icons() -> tuple[str, ...]:
    """The names of the icons that come with the program, in order."""
    folder = paths.assets() / "icons"
    return _icons(folder, folder.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _icons(folder: Path, _changed: int) -> tuple[str, ...]:
    """Kept until the folder changes: all decks are read one after another."""
    return tuple(sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".svg")))  # noqa: PTH208


@dataclass(frozen=True, slots=True)
class DeckFiles:
    """One deck as it was at one moment: a folder, or files in memory.

    ``files`` are those with a deck's `NAMES` that are there; ``listed`` all names that look like a deck's. ``known``
    are the program's icons. ``icons`` are those in the deck's own folder ``icons``, by file name, at most one more
    than the `ICONS_LIMIT`. ``around`` is the folder in which the deck that it borrows a board from may lie; None when
    only those that ship count.
    """

    folder: Path
    files: Mapping[str, bytes | Problem]
    listed: tuple[str, ...]
    known: tuple[str, ...]
    icons: Mapping[str, bytes | Problem] = field(default_factory=dict)
    around: Path | None = None

    @classmethod
    def read(cls, folder: Path, names: tuple[str, ...] = NAMES) -> DeckFiles:
        """Read the files with these names in ``folder``. Raises OSError when the folder cannot be listed."""
        listed = [name for name in os.listdir(folder) if name.lower().endswith((".yaml", ".yml"))]  # noqa: PTH208
        files: dict[str, bytes | Problem] = {}
        for name in names:
            path = folder / name
            raw = read_bytes(path)
            if isinstance(raw, bytes) or raw.code != "missing_file" or path.exists():
                files[name] = raw
        return cls(folder, files, tuple(sorted(listed)), program_icons(), dict(_own_icons(folder)), folder.parent)

    @classmethod
    def held(cls, files: Mapping[str, bytes]) -> DeckFiles:
        """Files in memory, by their names in a deck's folder (``deck.yaml``, ``icons/own.svg``). Reads no file."""
        named = {name: raw for name, raw in files.items() if name in NAMES}
        listed = [name for name in files if name.endswith(".yaml")]
        icons = {name[6:]: raw for name, raw in files.items() if name[:6] == "icons/" and name[-4:] in ICON_LIMITS}
        return cls(Path("deck"), named, tuple(sorted(listed)), program_icons(), icons)

    def file(self, name: str) -> bytes | Problem:
        """The bytes of the file with this name, or why there are none."""
        return self.files.get(name, Problem(0, "missing_file"))

    def digest(self) -> str:
        """SHA-256 of everything that the deck depends on in this folder and in the program; '' when it has no answer.

        Whoever changes one byte, one name or one icon gets another.
        """
        made = hashlib.sha256()
        try:
            for part in self._parts():
                made.update(len(part).to_bytes(8, "big"))
                made.update(part)
        except (OSError, ValueError):
            return ""
        return made.hexdigest()

    def _parts(self) -> Iterator[bytes]:
        """Raises ValueError for what cannot be known by its bytes."""
        yield "\n".join(self.known).encode()
        yield "\n".join(self.listed).encode("utf-8", "surrogateescape")
        for name, raw in self.files.items():
            if isinstance(raw, Problem):
                raise ValueError(name)
            yield name.encode()
            yield raw
        if len(self.icons) > ICONS_LIMIT:
            raise ValueError(self.folder)
        for name, icon in self.icons.items():
            if isinstance(icon, Problem):
                raise ValueError(name)
            yield name.encode("utf-8", "surrogateescape")
            yield icon


def board_folder(around: Path | None, name: str) -> Path:
    """Where the board of the deck with this name is read from: beside the deck that asks, or among those that ship."""
    beside = around / name if around is not None else None
    return beside if beside is not None and beside.is_dir() else paths.decks() / name


def _own_icons(folder: Path) -> Iterator[tuple[str, bytes | Problem]]:
    try:
        names = sorted(os.listdir(folder / "icons"))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in [name for name in names if name[-4:] in ICON_LIMITS][: ICONS_LIMIT + 1]:
        yield name, read_bytes(folder / "icons" / name, ICON_LIMITS[name[-4:]])
