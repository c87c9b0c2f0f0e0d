"""Getting a PDF onto the disk whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from gogrow.texts import Texts

Progress = Callable[[int, int], bool]
"""Told (sheets done, sheets in all); answers False to stop."""


class PaperFault(Exception):
    """A PDF could not be made. ``code``: ``target`` (the place ``path`` cannot be written), ``empty`` (no cards),
    ``no_day`` (nobody has a day to look back)."""

    def __init__(self, code: str, path: Path) -> None:
        """Keep what happened, for `message`."""
        super().__init__(f"{code}: {path}")
        self.code = code
        self.path = path

    def message(self, texts: Texts) -> str:
        """What to tell the user, and what to do."""
        if self.code == "empty":
            return texts.t("There are no cards to print. Choose some cards first.")
        if self.code == "no_day":
            return texts.t("There is no date yet to look back. Fill in a date first.")
        return texts.t(
            "The file {name} cannot be written in {folder}. Is it still open? Close it, or choose another place.",
            name=self.path.name,
            folder=str(self.path.parent),
        )


class Counter:
    """Counts sheets for a `Progress`; `stopped` once that has answered False."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        """Begin at nothing done of ``total``."""
        self._total, self._progress, self._done = total, progress, 0
        self.stopped = progress is not None and not progress(0, total)

    def sheet(self) -> bool:
        """One more is done. Returns whether to go on."""
        self._done += 1
        if not self.stopped and self._progress is not None:
            self.stopped = not self._progress(self._done, self._total)
        return not self.stopped


def write(target: Path, content: bytes) -> None:
    """Put ``content`` at ``target`` at once: a reader finds the old file or the new one. Raises `PaperFault`."""
    temporary = target.parent / f".{target.stem[:40]}-{secrets.token_hex(4)}.part"
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PaperFault("target", target) from error
