"""Where a pad draws for a while: turned, shifted, larger or smaller, or within an outline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas


class Shifting:
    """The part of a `Pad` that changes how what follows lies on the page. Millimetres from the top left."""

    height: float
    _canvas: Canvas

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """While this lasts, the page is turned clockwise around a point."""
        self._canvas.saveState()
        self._canvas.translate(x * mm, self._up(y))
        self._canvas.rotate(-degrees)
        self._canvas.translate(-x * mm, -self._up(y))
        yield
        self._canvas.restoreState()

    @contextmanager
    def shifted(self, dx: float, dy: float) -> Iterator[None]:
        """While this lasts, everything stands further to the right and down."""
        self._canvas.saveState()
        self._canvas.translate(dx * mm, -dy * mm)
        yield
        self._canvas.restoreState()

    @contextmanager
    def scaled(self, x: float, y: float, factor: float) -> Iterator[None]:
        """While this lasts, everything is ``factor`` times as large, seen from a point that stays where it is."""
        self._canvas.saveState()
        self._canvas.translate(x * mm, self._up(y))
        self._canvas.scale(factor, factor)
        self._canvas.translate(-x * mm, -self._up(y))
        yield
        self._canvas.restoreState()

    @contextmanager
    def within(self, x: float, y: float, width: float, height: float, radius: float) -> Iterator[None]:
        """While this lasts, nothing is drawn outside a rectangle with round corners."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.roundRect(x * mm, self._up(y + height), width * mm, height * mm, radius * mm)
        self._canvas.clipPath(path, stroke=0, fill=0)
        yield
        self._canvas.restoreState()

    def _up(self, y: float) -> float:
        """From millimetres below the top to points above the foot of the page."""
        return (self.height - y) * mm
