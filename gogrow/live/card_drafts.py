"""Half-written cards: in memory while the program runs, and in a file beside the decks for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile

from gogrow.content.card_draft import Draft, Key, read_drafts, write_drafts

PATIENCE = 2_000
"""Milliseconds that a second program gets to write its own."""


class CardDrafts:
    """What was typed and does not stand in a deck yet. Every change goes to the file by way of ``run``.

    A second program may have drafts in the same file: only what changed here is changed there.
    """

    def __init__(self, file: Path, run: Callable[..., None]) -> None:
        """``run`` is `LiveDecks.run`: it does work in the thread that writes decks."""
        self._file, self._run = file, run
        self._drafts = read_drafts(file)
        self._changed: set[Key] = set()

    def of(self, deck: str) -> Iterable[Draft]:
        """The drafts of a deck, the oldest first."""
        return [draft for draft in self._drafts.values() if draft.deck == deck]

    def every(self) -> Iterable[Draft]:
        """All drafts."""
        return list(self._drafts.values())

    def get(self, key: Key) -> Draft | None:
        """The draft of a card, or None."""
        return self._drafts.get(key)

    def keep(self, draft: Draft) -> None:
        """Remember this one."""
        if self._drafts.get(draft.key) != draft:
            self._drafts[draft.key] = draft
            self._changed.add(draft.key)
            self._write()

    def drop(self, key: Key) -> None:
        """It stands in its deck now, or is not wanted."""
        if self._drafts.pop(key, None) is not None:
            self._changed.add(key)
            self._write()

    def flush(self) -> None:
        """Try once more to write what a disk refused."""
        if self._changed:
            self._write()

    def _write(self) -> None:
        changed, self._changed = self._changed, set()
        wanted = {key: self._drafts.get(key) for key in changed}

        def refused(_: Any) -> None:
            self._changed |= changed  # the next change tries again; the words are still here

        file = self._file
        self._run(lambda: _mix(file, wanted), None, refused)


def _mix(file: Path, changes: Mapping[Key, Draft | None]) -> None:
    """Make these changes in the file, None for a draft that goes; all others in it stay. Raises OSError."""
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.tryLock(PATIENCE)
    try:
        there: dict[Key, Draft | None] = {**read_drafts(file), **changes}
        write_drafts(file, [draft for draft in there.values() if draft is not None])
    finally:
        lock.unlock()
