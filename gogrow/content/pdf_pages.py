"""Pages of a PDF as pixels: for a look at paper before it is printed, and for a printer.

The library behind it (PDFium) bears one thread at a time in a whole program, so whoever uses it holds `PDFIUM`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

PDFIUM = threading.Lock()
"""Held while PDFium is at work, by all that use it."""

POINTS = 72
"""Points to an inch, in which a PDF measures."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: ``height`` rows of ``stride`` bytes, four for each of ``width`` pixels (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    data: bytes


def page_sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points. Raises ValueError when ``content`` is no PDF."""
    with _opened(content) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_pixels(content: bytes, page: int, scale: float) -> Pixels:
    """A page (from 0) on white, with ``scale`` pixels to a point. Raises ValueError when ``content`` is no PDF."""
    with _opened(content) as document:
        drawn = document[page]
        made = drawn.render(scale=scale, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
        try:
            return Pixels(made.width, made.height, made.stride, bytes(made.buffer))
        finally:
            made.close()
            drawn.close()


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    """The document, while PDFium is ours alone. Raises ValueError when it is none."""
    import pypdfium2  # type: ignore[import-untyped]

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise ValueError("no PDF") from error
        try:
            yield document
        finally:
            document.close()
