"""What hands do on a private board, one object for each gesture: press, move, let go. Escape gives up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from gogrow.ui.board.geometry import Place

START = 5.0
"""Pixels that a press may tremble before it is a drag."""


@dataclass(slots=True)
class Drag:
    """A pawn in the hand. ``offset`` keeps it under the finger where it was taken."""

    key: str
    start: QPointF
    offset: QPointF
    at: QPointF
    moved: bool = False

    def move(self, to: QPointF) -> bool:
        """Follow the pointer; True once it is a drag and not a trembling click."""
        self.at = to - self.offset
        if not self.moved and (to - self.start).manhattanLength() >= START:
            self.moved = True
        return self.moved

    def drop(self, place: Place) -> tuple[float, float] | None:
        """Where it lands on the board, 0 to 1 in both directions; None outside the fields."""
        x, y = place.share(self.at)
        return (x, y) if place.board.inside(x, y) else None
