"""What text reaches a picture: every line with its box and its size."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gogrow.ui import typeset
from gogrow.ui.board.painting import BoardPicture, paint_board
from gogrow.ui.typeset import Face


@dataclass(frozen=True)
class Ink:
    """A line of text as it reached the picture: its box in pixels of the picture, and its size there."""

    text: str
    pixels: float
    box: QRectF


class Spy:
    """Notes every line of text that is drawn; the drawing goes on as always."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: list[Ink] = []
        real = typeset.draw_line

        def draw_line(
            painter: QPainter,
            text: str,
            face: Face,
            x: float,
            baseline: float,
            colour: QColor,
            *,
            align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
            halo: QColor | None = None,
        ) -> QRectF:
            box = real(painter, text, face, x, baseline, colour, align=align, halo=halo)
            transform = painter.transform()
            low = box.adjusted(0, 0, 0, face.pixels * 0.2)  # with what hangs below the line
            self.lines.append(Ink(text, round(face.pixels) * abs(transform.m22()), transform.mapRect(low)))
            return box

        monkeypatch.setattr(typeset, "draw_line", draw_line)
        # Where the board's own words stand is known only when they are painted on the picture itself.
        monkeypatch.setattr(BoardPicture, "paint", lambda _, painter, place, dress: paint_board(painter, place, dress))

    @property
    def words(self) -> str:
        """All lines in the order in which they were drawn."""
        return " ".join(line.text for line in self.lines)
