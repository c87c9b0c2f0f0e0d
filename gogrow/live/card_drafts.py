"""Half-written cards: in memory while the program runs, and in a file beside the decks for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gogrow.content.card_draft import Draft, Key, read_drafts, write_drafts


class CardDrafts:
    """What was typed and does not stand in a deck yet. Every change goes to the file by way of ``run``."""

    def __init__(self, file: Path, run: Callable[..., None]) -> None:
        """``run`` is `LiveDecks.run`: it does work in the thread that writes decks."""
        self._file, self._run = file, run
        self._drafts = read_drafts(file)
        self._written = dict(self._drafts)

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
            self._write()

    def drop(self, key: Key) -> None:
        """It stands in its deck now, or is not wanted."""
        if self._drafts.pop(key, None) is not None:
            self._write()

    def _write(self) -> None:
        wanted = dict(self._drafts)
        if wanted == self._written:
            return
        before, self._written = self._written, wanted

        def refused(_: Any) -> None:
            self._written = before  # the next change tries again; the words are still here

        file = self._file
        self._run(lambda: write_drafts(file, wanted.values()), None, refused)
