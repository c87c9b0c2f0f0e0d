"""What a pad draws besides straight lines and rounds: free shapes, and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from gogrow.sheets.icons import Stroke
from gogrow.sheets.shifting import Shifting


class Drawing(Shifting):
    """The part of a `Pad` for hills, roads and logos. Millimetres from the top left."""

    def _pen(self, fill: str | None, stroke: str | None, line: float, dash: Sequence[float] = ()) -> None:
        raise NotImplementedError

    def shape(
        self,
        strokes: Sequence[Stroke],
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.0,
        dash: Sequence[float] = (),
        even_odd: bool = False,
    ) -> None:
        """Moves, lines and curves on the page; inside is by winding, or by ``even_odd``."""
        self._pen(fill, stroke, line, dash)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        path = self._canvas.beginPath()
        for kind, values in strokes:
            placed = [self._up(value) if at % 2 else value * mm for at, value in enumerate(values)]
            if kind == "C":
                path.curveTo(*placed)
            elif kind == "Z":
                path.close()
            else:
                (path.moveTo if kind == "M" else path.lineTo)(*placed)
        how = 0 if even_odd else 1
        self._canvas.drawPath(path, stroke=int(line > 0), fill=int(fill is not None), fillMode=how)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    def picture(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture in the box with its top left at (x, y); what is clear in it stays clear."""
        box = (x * mm, self._up(y + height), width * mm, height * mm)
        self._canvas.drawImage(ImageReader(BytesIO(png)), *box, mask="auto")
