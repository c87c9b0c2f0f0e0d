"""Reads a PDF back as a person or a telephone would: its words, its pages, its codes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image, ImageFilter


def words(source: Path | bytes) -> list[str]:
    """The text of each page, with single spaces."""
    document = pdfium.PdfDocument(source)
    try:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(" ".join(text.get_text_range().replace("\ufffe", "-").split()))
            text.close()
            page.close()
        return found
    finally:
        document.close()


def sizes(source: Path | bytes) -> list[tuple[int, int]]:
    """The size of each page in whole millimetres."""
    document = pdfium.PdfDocument(source)
    try:
        return [
            (round(w / 72 * 25.4), round(h / 72 * 25.4))
            for w, h in (document.get_page_size(at) for at in range(len(document)))
        ]
    finally:
        document.close()


def outline(source: Path | bytes) -> list[tuple[str, int]]:
    """Title and page (from 0) of each line of the outline."""
    document = pdfium.PdfDocument(source)
    try:
        found = []
        for mark in document.get_toc():
            place = mark.get_dest()
            assert place is not None
            found.append((mark.get_title(), place.get_index()))
        return found
    finally:
        document.close()


def picture(source: Path | bytes, page: int = 0, dpi: int = 100) -> Image.Image:
    """A page as grey pixels on white."""
    document = pdfium.PdfDocument(source)
    try:
        image: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("L")
        return image
    finally:
        document.close()


def codes(image: Image.Image) -> set[str]:
    """What the QR codes of a picture say; tried again larger and softer, as a telephone does."""
    found: set[str] = set()
    larger = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
    for tried in (image, larger, larger.filter(ImageFilter.GaussianBlur(1.2))):
        found |= {code.text for code in zxingcpp.read_barcodes(tried)}
    return found


def dark(image: Image.Image, box: tuple[float, float, float, float]) -> float:
    """The share of dark pixels in a box of the page, given in millimetres (left, top, right, bottom)."""
    scale = image.width / 210
    left, top, right, bottom = (round(value * scale) for value in box)
    part = image.crop((left, top, min(right, image.width), min(bottom, image.height)))
    grey = part.histogram()
    return sum(grey[:128]) / max(1, sum(grey))


def outside(source: Path | bytes, margin: float) -> list[str]:
    """Letters that do not lie at least ``margin`` millimetres within their page, or that lie outside it."""
    found: list[str] = []
    document = pdfium.PdfDocument(source)
    try:
        for page in document:
            wide, high = page.get_size()
            edge = margin / 25.4 * 72
            text = page.get_textpage()
            for at in range(text.count_chars()):
                letter = text.get_text_range(at, 1)
                left, bottom, right, top = text.get_charbox(at)
                if letter.strip() and not (
                    edge <= left <= right <= wide - edge and edge <= bottom <= top <= high - edge
                ):
                    found.append(letter)
            text.close()
            page.close()
        return found
    finally:
        document.close()


def coloured(source: Path | bytes, colour: tuple[int, int, int], page: int = 0, dpi: int = 60) -> int:
    """How many pixels of a page have this colour."""
    document = pdfium.PdfDocument(source)
    try:
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        found = picture.getcolors(picture.width * picture.height) or []
        return sum(count for count, seen in found if seen == colour)
    finally:
        document.close()
