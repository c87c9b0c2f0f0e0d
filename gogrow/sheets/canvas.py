"""A pad to draw on: millimetres from the top left of the page, type in points, everything plain text.

It is the only place that speaks reportlab's language; the sheets say what stands where.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from gogrow.sheets import fonts, icons, own_icons
from gogrow.sheets.drawing import Drawing
from gogrow.sheets.fonts import BOLD, MEDIUM
from gogrow.sheets.look import WHITE, Look

A4 = (210.0, 297.0)
A5 = (148.0, 210.0)
MARGIN = 15.0
DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "none": "Simplex"}
"""How a printer turns a sheet over: along its long edge, its short edge, or not at all; with a PDF's name for it."""

Point = tuple[float, float]


@lru_cache(maxsize=64)
def _ink(colour: str) -> Color:
    return HexColor(colour)


def on_circle(x: float, y: float, radius: float, angle: float) -> Point:
    """The point of a circle at an angle, in degrees clockwise from twelve o'clock."""
    turn = math.radians(angle)
    return x + radius * math.sin(turn), y - radius * math.cos(turn)


class Pad(Drawing):
    """A PDF in the making. ``width`` and ``height`` are those of the current page, in millimetres.

    Every method that takes a colour takes ``#RRGGBB`` or None for none. Nothing is written to disk: `finish` gives
    the bytes, which are the same for the same drawing.
    """

    def __init__(self, look: Look, size: tuple[float, float] = A4, title: str = "") -> None:
        """Open a PDF with pages of ``size``; ``title`` is for the window of the viewer."""
        self.look = look
        self.width, self.height = size
        self.pages = 0
        self._unit = 1.0
        self._buffer = BytesIO()
        self._canvas = self._open(title)
        self._forms: set[str] = set()

    def _open(self, title: str) -> Canvas:
        canvas = Canvas(self._buffer, (self.width * mm, self.height * mm), invariant=1, pageCompression=1)
        canvas.setTitle(title or "GoGrow")
        canvas.setCreator("GoGrow")
        canvas.setAuthor("GoGrow")
        return canvas

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()
        if self._unit > 1:
            page = self._canvas._doc.Pages.pages[-1]  # type: ignore[attr-defined]
            page.__NoDefault__ = [*page.__NoDefault__, "UserUnit"]  # reportlab leaves out what it does not know
            page.UserUnit = self._unit
        self.pages += 1

    def bookmark(self, key: str, title: str, level: int = 0) -> None:
        """A line in the outline beside the pages, that leads to the current page. ``key`` is unique in the PDF."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level)

    def true_size(self, duplex: str = "") -> None:
        """Ask whoever prints this not to make it smaller, and to print in this way (`DUPLEX`; '' leaves it open)."""
        self._canvas.setViewerPreference("PrintScaling", "None")
        if duplex:
            self._canvas.setViewerPreference("Duplex", DUPLEX[duplex])

    def finish(self) -> bytes:
        """The PDF. The last page must have been ended."""
        self._canvas.showOutline()
        self._canvas.save()
        return self._buffer.getvalue()

    def resize(self, width: float, height: float, unit: float = 1.0) -> None:
        """Make the current page and those after it so large. A ``unit`` over 1 is for a page that has to be larger
        than a PDF takes: it comes out so many times as large as it is drawn here.
        """
        self.width, self.height, self._unit = width, height, unit
        self._canvas.setPageSize((width * mm, height * mm))

    def once(self, name: str, draw: Callable[[], None], size: tuple[float, float] | None = None) -> None:
        """Draw on this page what ``draw`` draws; it stands in the file once, however many pages show it.

        With a ``size`` it is drawn on a sheet of its own of so many millimetres, at the foot of the page on the left.
        """
        name = re.sub(r"[^A-Za-z0-9]", "-", name)  # a name in a PDF has no spaces
        if name not in self._forms:
            self._forms.add(name)
            page = self.width, self.height
            self.width, self.height = size or page
            self._canvas.beginForm(name, 0, 0, self.width * mm, self.height * mm)
            draw()
            self._canvas.endForm()
            self.width, self.height = page
        self._canvas.doForm(name)

    @contextmanager
    def black_only(self, look: Look) -> Iterator[None]:
        """While this lasts, everything is drawn in another look."""
        before, self.look = self.look, look
        yield
        self.look = before

    # Text

    def text(
        self,
        x: float,
        y: float,
        line: str,
        size: float,
        weight: int = MEDIUM,
        colour: str | None = None,
        anchor: str = "start",
    ) -> float:
        """One line with its foot at ``y``; ``anchor`` is start, middle or end. Returns its width."""
        pieces = fonts.pieces(line, weight)
        wide = sum(fonts.piece_width(piece, size) for piece in pieces)
        at = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        ink = _ink(colour or self.look.ink)
        for piece in pieces:
            if piece.font:
                self._piece(at, y, piece, size, ink)
            else:
                self._unknown(at, y, size, colour)
            at += fonts.piece_width(piece, size)
        return wide

    def _piece(self, x: float, y: float, piece: fonts.Piece, size: float, ink: Color) -> None:
        words = self._canvas.beginText(x * mm, self._up(y))
        words.setFont(piece.font, size)
        words.setFillColor(ink)
        if piece.thin:  # the spare fonts have one weight: a thin outline in the same colour makes them bold
            words.setTextRenderMode(2)
            words.setStrokeColor(ink)
            self._canvas.setLineWidth(size * 0.025)
            self._canvas.setDash([])
        words.textOut(piece.text)
        if piece.thin:
            words.setTextRenderMode(0)
        self._canvas.drawText(words)

    def _unknown(self, x: float, y: float, size: float, colour: str | None) -> None:
        unit = size / mm
        line = 0.04 * unit
        self.rect(x + 0.05 * unit, y - 0.7 * unit, 0.52 * unit, 0.78 * unit, 0.1 * unit, None, colour, line)
        self.text(x + 0.31 * unit, y - 0.09 * unit, "?", size * 0.62, BOLD, colour, "middle")

    def lines(
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        size: float,
        leading: float,
        weight: int = MEDIUM,
        colour: str | None = None,
        anchor: str = "start",
    ) -> float:
        """Lines under one another, ``leading`` millimetres apart. Returns the foot of the line that would follow."""
        for line in lines:
            self.text(x, y, line, size, weight, colour, anchor)
            y += leading
        return y

    # Shapes

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float = 0.0,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A rectangle, with its outline ``line`` thick (0: none; the ink's colour when ``stroke`` is None)."""
        self._pen(fill, stroke, line, dash)
        box = (x * mm, self._up(y + height), width * mm, height * mm)
        how = {"stroke": int(line > 0), "fill": int(fill is not None)}
        if radius:
            self._canvas.roundRect(*box, radius * mm, **how)
        else:
            self._canvas.rect(*box, **how)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A circle around a point."""
        self._pen(fill, stroke, line, dash)
        how = {"stroke": int(line > 0), "fill": int(fill is not None)}
        self._canvas.circle(x * mm, self._up(y), radius * mm, **how)

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        width: float | None = None,
        colour: str | None = None,
        dash: Sequence[float] = (),
        round_ends: bool = False,
    ) -> None:
        """A straight line."""
        self._pen(None, colour, self.look.rule_width if width is None else width, dash)
        self._canvas.setLineCap(1 if round_ends else 0)
        self._canvas.line(x0 * mm, self._up(y0), x1 * mm, self._up(y1))
        self._canvas.setLineCap(0)

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A line to write on."""
        self.line(x0, y, x1, y, None, self.look.rule)

    def polygon(
        self,
        points: Sequence[Point],
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A closed shape with straight sides and soft corners."""
        self._pen(fill, stroke, line, dash)
        self._canvas.setLineJoin(1)
        path = self._canvas.beginPath()
        for at, (x, y) in enumerate(points):
            (path.lineTo if at else path.moveTo)(x * mm, self._up(y))
        path.close()
        self._canvas.drawPath(path, stroke=int(line > 0), fill=int(fill is not None))
        self._canvas.setLineJoin(0)

    def sector(self, x: float, y: float, radius: float, start: float, end: float, fill: str) -> None:
        """A slice of a round; degrees clockwise from twelve o'clock."""
        self._pen(fill, None, 0)
        path = self._canvas.beginPath()
        path.moveTo(*self._place(x, y))
        path.lineTo(*self._place(*on_circle(x, y, radius, start)))
        self._along(path, x, y, radius, start, end)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def arc(
        self, x: float, y: float, radius: float, start: float, end: float, width: float, colour: str | None = None
    ) -> None:
        """A piece of a circle's line; degrees clockwise from twelve o'clock."""
        self._pen(None, colour, width)
        path = self._canvas.beginPath()
        path.moveTo(*self._place(*on_circle(x, y, radius, start)))
        self._along(path, x, y, radius, start, end)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def _along(self, path: PDFPathObject, x: float, y: float, radius: float, start: float, end: float) -> None:
        """Add a piece of a circle to a path that is at its beginning, in curves of at most a quarter."""
        count = max(1, math.ceil(abs(end - start) / 90 - 1e-9))
        step = math.radians(end - start) / count
        reach = 4 / 3 * math.tan(step / 4) * radius
        for part in range(count):
            here, there = (math.radians(start) + step * at for at in (part, part + 1))
            path.curveTo(
                *self._place(
                    x + radius * math.sin(here) + reach * math.cos(here),
                    y - radius * math.cos(here) + reach * math.sin(here),
                ),
                *self._place(
                    x + radius * math.sin(there) - reach * math.cos(there),
                    y - radius * math.cos(there) - reach * math.sin(there),
                ),
                *self._place(x + radius * math.sin(there), y - radius * math.cos(there)),
            )

    def cells(self, x: float, y: float, cell: float, cells: Iterable[tuple[int, int, int, int]]) -> None:
        """Black blocks (column, row, columns, rows) of a grid whose top left is (x, y), as one shape."""
        blocks = [f"{column} {row} {columns} {rows} re" for column, row, columns, rows in cells]
        self._canvas.saveState()
        self._canvas.transform(cell * mm, 0, 0, -cell * mm, x * mm, self._up(y))
        self._canvas.setFillColorRGB(0, 0, 0)
        self._canvas._code.append(" ".join([*blocks, "f"] if blocks else []))  # type: ignore[attr-defined]
        self._canvas.restoreState()  # whole numbers, written at once: a code has a hundred blocks

    def icon(self, name: str, x: float, y: float, size: float, colour: str | None = None) -> None:
        """An icon in a square of ``size`` with its top left at (x, y); nothing when there is no such icon."""
        if "/" in name:
            self._own_icon(name, x, y, size, colour)
        else:
            self._strokes(icons.icon(name), x, y, size, colour, 2.0)

    def _own_icon(self, name: str, x: float, y: float, size: float, colour: str | None) -> None:
        """An icon that a deck brings: a drawing in ink, or a picture as it is."""
        made = own_icons.own(name)
        if isinstance(made, Path):
            box = (x * mm, self._up(y + size), size * mm, size * mm)
            with suppress(OSError, ValueError, SyntaxError):  # what Pillow says of a file that is no picture
                self._canvas.drawImage(str(made), *box, mask="auto", preserveAspectRatio=True, anchor="c")
            return
        for shape in made:
            fill = {"": None, "ink": colour or self.look.ink, "paper": WHITE}[shape.fill]
            self._strokes(shape.strokes, x, y, size, colour, shape.line, fill)

    def _strokes(
        self,
        strokes: Sequence[icons.Stroke],
        x: float,
        y: float,
        size: float,
        colour: str | None,
        line: float,
        fill: str | None = None,
    ) -> None:
        """Strokes of the icons' square, ``line`` thick in its units (0 for none)."""
        scale = size / icons.BOX
        self._pen(fill, colour, line * scale)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        path = self._canvas.beginPath()
        for kind, values in strokes:
            placed = [
                self._up(y + value * scale) if at % 2 else (x + value * scale) * mm for at, value in enumerate(values)
            ]
            if kind == "C":
                path.curveTo(*placed)
            elif kind == "Z":
                path.close()
            else:
                (path.moveTo if kind == "M" else path.lineTo)(*placed)
        self._canvas.drawPath(path, stroke=int(line > 0), fill=int(fill is not None))
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    # Small things that several sheets have

    def badge(self, x: float, y: float, radius: float, letter: str, size: float) -> None:
        """A full disc with a letter or a number, around a point."""
        self.circle(x, y, radius, self.look.ink)
        self.text(x, y + fonts.capital(size) / 2, letter, size, fonts.EXTRABOLD, WHITE, "middle")

    def tick_box(self, x: float, y: float, size: float, line: float = 0.42, ticked: bool = False) -> None:
        """A box to tick by hand, or ticked."""
        self.rect(x, y, size, size, size / 6, WHITE, None, line)
        if ticked:
            self.icon("check", x + size * 0.1, y + size * 0.1, size * 0.8)

    def arrow_head(self, x: float, y: float, angle: float, size: float, colour: str | None = None) -> None:
        """A full arrow head with its point at (x, y); ``angle`` in radians, 0 to the right, clockwise."""
        spread = math.radians(155)
        sides = [(x + size * math.cos(angle + way), y + size * math.sin(angle + way)) for way in (spread, -spread)]
        self.polygon([(x, y), *sides], fill=colour or self.look.ink)

    def _place(self, x: float, y: float) -> Point:
        return x * mm, self._up(y)

    def _pen(self, fill: str | None, stroke: str | None, line: float, dash: Sequence[float] = ()) -> None:
        if fill is not None:
            self._canvas.setFillColor(_ink(fill))
        if line > 0:
            self._canvas.setStrokeColor(_ink(stroke or self.look.ink))
            self._canvas.setLineWidth(line * mm)
            self._canvas.setDash([length * mm for length in dash])
