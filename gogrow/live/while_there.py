"""Answers that come when whoever asked may be gone: a page is made anew while something is being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


class WhileThere:
    """Knows whether a QObject is still there. Wraps a function so that it does nothing once that one is gone."""

    def __init__(self, owner: QObject) -> None:
        self.there = True
        owner.destroyed.connect(self._gone)

    def __call__(self, call: Callable[..., Any]) -> Callable[..., None]:
        """The same function while the owner is there."""

        def guarded(*values: Any) -> None:
            if self.there:
                call(*values)

        return guarded

    def _gone(self, _: object = None) -> None:
        self.there = False
