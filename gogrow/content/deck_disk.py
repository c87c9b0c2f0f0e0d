"""Files of a user's own deck on the disk: all of a change or nothing, and what the disk refuses told in a sentence."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from gogrow.content.deck_files import Problem, read_bytes
from gogrow.texts import Texts


class DeckNotWritten(Exception):
    """A change that did not reach the disk. ``place`` is the file or folder, ``line`` counts from 1, 0 for none."""

    def __init__(self, code: str, place: Path, line: int = 0) -> None:
        super().__init__(f"{code}: {place.name}")
        self.code, self.place, self.line = code, place, line

    def message(self, texts: Texts) -> str:
        """One sentence: what is wrong, where, and what to do. What was typed is still on the screen."""
        t, place = texts.t, str(self.place)
        match self.code:
            case "not_allowed":
                return t("{place} cannot be written: it is protected. Make it writable and try again.", place=place)
            case "full":
                return t("{place} cannot be written: the disk is full. Make room and try again.", place=place)
            case "gone":
                return t("{place} is not there any more. Somebody moved or removed it.", place=place)
            case "mistakes":
                return t(
                    "{place} has a mistake on line {line}. Mend it there first: then your card can be kept.",
                    place=place,
                    line=self.line,
                )
            case "busy":
                return t("{place} is being changed by another program. Try again in a moment.", place=place)
            case _:
                return t("{place} cannot be written. Look at the disk and try again.", place=place)


@contextlib.contextmanager
def told(place: Path) -> Iterator[None]:
    """While this lasts, what the disk refuses becomes a `DeckNotWritten` about ``place``."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            code = "not_allowed"
        elif error.errno in (errno.ENOSPC, errno.EDQUOT):
            code = "full"
        else:
            code = "gone" if error.errno == errno.ENOENT else "disk"
        raise DeckNotWritten(code, place) from error


def raw_of(path: Path) -> bytes | None:
    """What stands in a file, None when there is none. Raises `DeckNotWritten`."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        if raw.code == "missing_file":
            return None
        raise DeckNotWritten("mistakes" if raw.code == "too_big" else "disk", path)
    return raw


def replace_all(files: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    """Write all files or none: each beside its place first, then all into their places.

    ``files`` has for each what stood there when its new content was made, None for no file. Raises `DeckNotWritten`.
    """
    ready: list[tuple[Path, Path]] = []
    done: list[Path] = []
    try:
        for path, (was, content) in files.items():
            if was == content:
                continue
            beside = path.with_name(f".{path.name}.new")  # one that a stopped program left is written over
            with told(path):
                ready.append((beside, path))
                with beside.open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
        for path, (was, _) in files.items():
            if raw_of(path) != was:
                raise DeckNotWritten("busy", path)  # whoever tries again sees what came
        for beside, path in ready:
            with told(path):
                beside.replace(path)
                done.append(path)
    except DeckNotWritten:
        for path in done:  # the disk refused half-way: back to what it was
            was = files[path][0]
            with contextlib.suppress(OSError):
                path.unlink() if was is None else path.write_bytes(was)
        raise
    finally:
        for beside, _ in ready:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
