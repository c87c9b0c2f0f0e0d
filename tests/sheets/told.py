"""Somebody who watches the progress of paper, and may stop it."""

from __future__ import annotations


class Told:
    """Remembers what it was told; says stop from ``until`` sheets on."""

    def __init__(self, until: int | None = None) -> None:
        self.calls: list[tuple[int, int]] = []
        self._until = until

    def __call__(self, done: int, total: int) -> bool:
        self.calls.append((done, total))
        return self._until is None or done < self._until
