"""The organisation's logo: looked at before anything opens it, then small enough for any paper.

A PNG or JPEG is scaled down, and a CMYK one gets the colours of a screen. Of an SVG only shapes, numbers and plain
colours are taken; one that runs or fetches something is refused, and so is one with more than we draw.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from gogrow.sheets.icons import BOX
from gogrow.sheets.own_icons import DEEPEST, Shape, shapes
from gogrow.texts import Texts

if TYPE_CHECKING:
    from PIL import Image

BYTES_LIMIT = 12_000_000
"""The most bytes of a picture, and below it of a drawing."""
SVG_LIMIT = 500_000
PIXELS_LIMIT = 9_000_000
"""The most pixels of a picture: opened, it takes four times as many bytes."""
KEPT = 1200
"""The most pixels on a side of what is kept: 300 to the inch at 100 mm."""
PARTS_LIMIT = 3_000
"""The most elements of a drawing."""

_ORIENTATION = 0x0112
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""How Pillow turns a picture (`Image.Transpose`) that a camera says lies so (Exif 2.3, 4.6.4)."""

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = {
    _SVG + name
    for name in ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc")
} | {_SVG + "metadata"}
_RUNS = {_SVG + name for name in ("script", "image", "foreignObject", "iframe", "audio", "video", "a", "feImage")}
_UNLIKE = {"opacity", "fill-opacity", "stroke-opacity"}  # shines through: old printers make grey blocks of it


class LogoFault(Exception):
    """A logo cannot be used.

    ``code``: gone (cannot be read), kind (no PNG, JPEG or SVG), big (``found`` megabytes), pixels (``found`` wide and
    high), broken, runs (an SVG that runs or fetches something), rich (an SVG with more than shapes), empty.
    """

    def __init__(self, code: str, path: Path, found: str = "") -> None:
        """Keep what happened, for `message`."""
        super().__init__(f"{code}: {path.name}")
        self.code, self.path, self.found = code, path, found

    def message(self, texts: Texts) -> str:
        """What to tell the user, and what to do."""
        t, name = texts.t, self.path.name if len(self.path.name) <= 60 else self.path.name[:59] + "…"
        if self.code == "gone":
            return t("The logo {name} cannot be read. Is it still in {folder}?", name=name, folder=self.path.parent)
        if self.code == "big":
            return t(
                "The logo {name} is a file of {found} MB; at most {most} MB. Save it smaller, for example as a PNG.",
                name=name,
                found=self.found,
                most=BYTES_LIMIT // 1_000_000,
            )
        if self.code == "pixels":
            return t(
                "The logo {name} has {found} pixels, which is too large. Make it at most 3000 × 3000 pixels.",
                name=name,
                found=self.found,
            )
        if self.code == "runs":
            return t(
                "The logo {name} holds a script, a picture from elsewhere or a link. Save it as a PNG and choose that.",
                name=name,
            )
        if self.code == "rich":
            return t(
                "The logo {name} holds more than plain shapes in plain colours. Save it as a PNG and choose that.",
                name=name,
            )
        if self.code == "empty":
            return t("There is nothing to be seen in the logo {name}. Choose another file.", name=name)
        if self.code == "broken":
            return t("The logo {name} is damaged. Save it again, or choose another file.", name=name)
        return t("The logo {name} is no PNG, JPEG or SVG. Choose a file of one of these kinds.", name=name)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that may be drawn: a PNG, or shapes in a square of 24. ``aspect`` is its width through its height."""

    aspect: float
    png: bytes = b""
    shapes: tuple[Shape, ...] = ()

    def within(self, width: float, height: float) -> tuple[float, float]:
        """As large as it can be in a box, in the unit of the box."""
        wide = min(width, height * self.aspect)
        return wide, wide / self.aspect


def read_logo(path: Path) -> Logo:
    """The logo in a file. Raises `LogoFault`."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(BYTES_LIMIT + 1)
            size = len(raw) if len(raw) <= BYTES_LIMIT else path.stat().st_size
    except (OSError, ValueError) as error:
        raise LogoFault("gone", path) from error
    if size > BYTES_LIMIT:
        raise LogoFault("big", path, str(max(size, BYTES_LIMIT + 1_000_000) // 1_000_000))
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return _picture(path, raw, _png_size(raw))
    if raw.startswith(b"\xff\xd8\xff"):
        return _picture(path, raw, _jpeg_size(raw))
    if b"<svg" in raw[:4096].lower():
        return _drawing(path, raw)
    raise LogoFault("kind", path)


# Pictures


def _png_size(raw: bytes) -> tuple[int, int]:
    if raw[12:16] != b"IHDR" or len(raw) < 24:
        return 0, 0
    wide, high = struct.unpack(">II", raw[16:24])
    return wide, high


def _jpeg_size(raw: bytes) -> tuple[int, int]:
    """Width and height by the frame's header, found along the segments (JPEG, ITU-T T.81, annex B)."""
    at = 2
    while at + 9 < len(raw):
        if raw[at] != 0xFF:
            return 0, 0
        marker = raw[at + 1]
        if marker == 0xFF:  # filled up
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", raw[at + 5 : at + 9])
            return wide, high
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
            continue
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return 0, 0


def _picture(path: Path, raw: bytes, size: tuple[int, int]) -> Logo:
    from PIL import Image

    wide, high = size
    if not wide or not high:
        raise LogoFault("broken", path)
    if wide * high > PIXELS_LIMIT or max(size) > 60 * min(size):
        raise LogoFault("pixels", path, f"{wide} × {high}")
    try:
        with Image.open(io.BytesIO(raw), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > PIXELS_LIMIT:
                raise LogoFault("pixels", path, f"{opened.width} × {opened.height}")
            small = _plain(opened)
    except LogoFault:
        raise
    except Exception as error:  # what decoders say of damaged files has no end of names
        raise LogoFault("broken", path) from error
    box = small.getchannel("A").getbbox() if small.mode == "RGBA" else (0, 0, *small.size)
    if box is None:
        raise LogoFault("empty", path)
    small = small.crop(box)
    made = io.BytesIO()
    small.save(made, "PNG")
    return Logo(small.width / small.height, made.getvalue())


def _plain(opened: Image.Image) -> Image.Image:
    """A picture in a screen's colours, turned as the camera says, and no larger than `KEPT`."""
    from PIL import Image

    if opened.format == "JPEG":
        opened.draft(None, (KEPT, KEPT))  # read at a half, a quarter or an eighth: quicker, and little memory
    clear = "transparency" in opened.info or opened.mode in ("LA", "PA", "La", "RGBA", "RGBa")
    if opened.mode.startswith(("I", "F")):
        opened = opened.point(lambda level: level / 257).convert("L")  # sixteen bits to a sample
    turned = opened.getexif().get(_ORIENTATION, 1)
    if opened.mode in ("1", "P", "PA", "L") or "transparency" in opened.info:
        opened = opened.convert("RGBA" if clear else "RGB")  # so that what is made smaller becomes smooth
    opened.thumbnail((KEPT, KEPT), Image.Resampling.LANCZOS)
    plain = opened.convert("RGBA" if clear else "RGB")
    turn = _TURNS.get(turned)
    return plain.transpose(Image.Transpose(turn)) if turn is not None else plain


# Drawings


def _drawing(path: Path, raw: bytes) -> Logo:
    if len(raw) > SVG_LIMIT:
        raise LogoFault("rich", path)
    try:
        text = raw.decode("utf-8-sig")
        if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
            raise LogoFault("rich", path)
        root = ElementTree.fromstring(text)  # noqa: S314  (nothing is declared, so nothing can grow)
        _check(root, path)
        found = tuple(_coloured(shapes(ElementTree.tostring(root, "unicode")), path))
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        raise LogoFault("broken", path) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise LogoFault("rich", path) from error
    if not found:
        raise LogoFault("empty", path)
    return _fitting(found, path)


def _check(root: ElementTree.Element, path: Path) -> None:
    """Take out what others keep in a drawing for themselves; refuse what runs, reaches out or is not understood."""
    waiting, count = [(root, 0)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > PARTS_LIMIT or depth > DEEPEST:
            raise LogoFault("rich", path)
        if element.tag in _RUNS or any(_reaches(name, value) for name, value in element.attrib.items()):
            raise LogoFault("runs", path)
        if element.tag not in _DRAWN or _shines_through(element):
            raise LogoFault("rich", path)
        for child in list(element):
            foreign = not str(child.tag).startswith(_SVG)
            if foreign or (child.tag == _SVG + "defs" and not len(child)) or child.tag == _SVG + "metadata":
                element.remove(child)
            else:
                waiting.append((child, depth + 1))


def _reaches(name: str, value: str) -> bool:
    plain = name.rpartition("}")[2].lower()
    if plain in ("href", "base") or plain.startswith("on"):
        return True
    squeezed = "".join(value.lower().split())
    return not name.startswith("{") and any(
        word in squeezed for word in ("url(http", "url('", 'url("', "javascript:", "data:", "@import", "://", "\\")
    )


def _shines_through(element: ElementTree.Element) -> bool:
    words = dict(element.attrib)
    for part in words.get("style", "").split(";"):
        name, _, value = part.partition(":")
        words[name.strip()] = value.strip()
    if any(name in words and words[name] not in ("1", "1.0", "100%") for name in _UNLIKE):
        return True
    return any("url(" in value for name, value in words.items()) or "class" in words


def _coloured(found: list[Shape], path: Path) -> Iterator[Shape]:
    """Shapes with colours as ``#RRGGBB``, '' where there is none."""
    for shape in found:
        fill = _colour(shape.fill_colour, path) if shape.fill else ""
        line = _colour(shape.line_colour, path) if shape.line else ""
        if fill or line:
            yield Shape(shape.strokes, shape.fill, shape.line if line else 0.0, fill, line, shape.holes)


def _colour(words: str, path: Path) -> str:
    from PIL import ImageColor

    if words.strip().lower() in ("none", "transparent"):
        return ""
    try:
        red, green, blue = ImageColor.getrgb(words.strip())[:3]
    except ValueError as error:
        raise LogoFault("rich", path) from error
    return f"#{red:02X}{green:02X}{blue:02X}"


def _fitting(found: tuple[Shape, ...], path: Path) -> Logo:
    """The shapes moved and enlarged so that together they reach from edge to edge of the square."""
    xs = [x for shape in found for _, values in shape.strokes for x in values[::2]]
    ys = [y for shape in found for _, values in shape.strokes for y in values[1::2]]
    most = max(shape.line for shape in found)
    wide, high = max(xs) - min(xs) + most, max(ys) - min(ys) + most
    if not wide or not high:
        raise LogoFault("empty", path)
    if max(wide, high) > 60 * min(wide, high) or not max(wide, high) < 1e6:
        raise LogoFault("rich", path)
    left, top, scale = min(xs) - most / 2, min(ys) - most / 2, BOX / max(wide, high)
    placed = tuple(
        Shape(
            tuple(
                (kind, tuple((v - (top if at % 2 else left)) * scale for at, v in enumerate(values)))
                for kind, values in shape.strokes
            ),
            shape.fill,
            shape.line * scale,
            shape.fill_colour,
            shape.line_colour,
            shape.holes,
        )
        for shape in found
    )
    return Logo(wide / high, shapes=placed)
