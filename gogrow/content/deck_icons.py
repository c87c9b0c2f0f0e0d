"""Icons of a deck's own: plain drawings that no reader of SVG or PNG can stumble over.

Who draws them (Qt, the paper) believes what stands in them, so everything is looked at before: what reaches out, runs,
grows while it is read, or is wide enough to fill the memory. Nothing is decoded to a picture here.
Source: W3C, Portable Network Graphics, third edition, chapters 5 and 11; SVG 1.1, chapters 7 and 8.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from gogrow.content.deck_faults import Fault
from gogrow.content.deck_files import ICON_LIMITS, ICONS_LIMIT, DeckFiles, Problem

if TYPE_CHECKING:  # who only draws an icon does without pydantic and YAML
    from gogrow.content.deck_parts import DeckPart
    from gogrow.content.yaml_source import Road

ELEMENTS_LIMIT = 2_000
"""Elements in one SVG."""
DEPTH_LIMIT = 20
"""Elements within elements in one SVG."""
SIDE_LIMIT = 4_096.0
"""The width and height of an SVG, and of its view."""
PIXELS_LIMIT = 1_024
"""Pixels in the width and in the height of a PNG."""
_ASIDE_LIMIT = 1_000_000
"""Bytes that may come out of a packed remark or colour profile in a PNG."""


class Icons:
    """The icons that a deck may name: the program's, and plain ones in the deck's own folder ``icons``."""

    def __init__(self, files: DeckFiles) -> None:
        self._own = files.icons
        self.known = {*files.known, *(name[:-4] for name in files.icons)}

    def check(self, part: DeckPart, road: Road, icon: str) -> None:
        """A fault when there is no such icon. What is in the deck's own is told once, by `faults`."""
        if icon not in self.known:
            part.fault((*road, "icon"), "no_icon", found=_short(icon))

    def faults(self) -> list[Fault]:
        """What is wrong with the deck's own icons."""
        if len(self._own) > ICONS_LIMIT:
            return [Fault("icons", 0, "icons_many", {"limit": str(ICONS_LIMIT)})]
        return list(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for name, raw in self._own.items():
            place = f"icons/{_short(name)}"
            if name.endswith(".png") and f"{name[:-4]}.svg" in self._own:
                yield Fault(place, 0, "icon_both", {"found": f"{name[:-4]}.svg"})
            code = icon_fault(name, raw)
            if code:
                yield Fault(place, 0, code, LIMITS.get(code, {}))


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"


LIMITS = {
    "icon_big_svg": {"limit": str(ICON_LIMITS[".svg"] // 1_000)},
    "icon_big_png": {"limit": str(ICON_LIMITS[".png"] // 1_000)},
    "icon_size": {"limit": f"{SIDE_LIMIT:g}"},
    "icon_pixels": {"limit": str(PIXELS_LIMIT)},
    "icon_parts": {"limit": str(ELEMENTS_LIMIT), "depth": str(DEPTH_LIMIT)},
}
"""What the sentence of a code names."""


def icon_fault(name: str, raw: bytes | Problem) -> str:
    """The code of what is wrong with an icon, '' when it is right. ``name`` ends in .svg or .png."""
    end = name[-4:]
    if isinstance(raw, Problem):
        return f"icon_big_{end[1:]}" if raw.code == "too_big" else raw.code
    if len(raw) > ICON_LIMITS[end]:
        return f"icon_big_{end[1:]}"
    try:
        _check_svg(raw) if end == ".svg" else _check_png(raw)
    except _Wrong as wrong:
        return wrong.code
    return ""


class _Wrong(Exception):
    """Why an icon is refused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# SVG

_SVG = "http://www.w3.org/2000/svg "
_SHAPES = frozenset(
    _SVG + name
    for name in ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc")
)
_REACHES_OUT = re.compile(r"url\s*\(|[\w+.-]+:\s*//|data:|javascript:|@import|\\", re.IGNORECASE)
_MEASURES = {"d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"}
_MEASURES |= {"transform", "viewBox", "stroke-width"}
_FAR = re.compile(r"(?<![\d.])\d{6}|\d[eE]\+?\d|inf|nan", re.IGNORECASE)  # 100,000 and more, or written as a power
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+)\s*(?:px|pt|pc|mm|cm|in|em|ex|%)?\s*", re.IGNORECASE)
_NO_STROKE = "stroke-dash"  # a painter counts each dash: tiny ones on a long line take for ever


def _check_svg(raw: bytes) -> None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Wrong("icon_svg") from error
    parser = expat.ParserCreate("utf-8", " ")
    depth = count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEPTH_LIMIT or count > ELEMENTS_LIMIT:
            raise _Wrong("icon_parts")
        if name not in _SHAPES or (name == _SVG + "svg") != (depth == 1):
            raise _Wrong("bad_icon")
        for key, value in attributes.items():
            _check_attribute(key, value)
        if depth == 1:
            _check_sides(attributes)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_told: object) -> None:
        raise _Wrong("bad_icon")

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse  # so there are no entities
    parser.ProcessingInstructionHandler = refuse  # a style sheet
    try:
        parser.Parse(text.encode(), True)
    except (expat.ExpatError, ValueError) as error:
        raise _Wrong("icon_svg") from error


def _check_attribute(key: str, value: str) -> None:
    name = key.rpartition(" ")[2]
    lower = name.lower()
    if lower in ("href", "base") or lower.startswith(("on", _NO_STROKE)):
        raise _Wrong("bad_icon")
    if _REACHES_OUT.search(value) or (lower == "style" and _NO_STROKE in value.lower()):
        raise _Wrong("bad_icon")
    if name in _MEASURES and _FAR.search(value):
        raise _Wrong("icon_size")


def _check_sides(attributes: dict[str, str]) -> None:
    for name in ("width", "height"):
        if name in attributes:
            found = _LENGTH.fullmatch(attributes[name])
            if found is None or not 0 < float(found[1]) <= SIDE_LIMIT:
                raise _Wrong("icon_size")
    if "viewBox" in attributes:
        try:
            left, top, width, height = map(float, attributes["viewBox"].replace(",", " ").split())
        except ValueError as error:
            raise _Wrong("icon_size") from error
        if not (abs(left) <= SIDE_LIMIT and abs(top) <= SIDE_LIMIT):
            raise _Wrong("icon_size")
        if not (0 < width <= SIDE_LIMIT and 0 < height <= SIDE_LIMIT):
            raise _Wrong("icon_size")


# PNG

_MAGIC = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT tIME tEXt zTXt iTXt eXIf cICP".split()
)
_SAMPLES = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
"""For each colour type: samples in a pixel, and the bits that a sample may have."""
_SLICE = 65_536
_WHOLE = ((0, 0, 1, 1),)
_INTERLACED = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def _check_png(raw: bytes) -> None:
    if not raw.startswith(_MAGIC):
        raise _Wrong("icon_png")
    size = 0
    kinds: list[bytes] = []
    unpacked = zlib.decompressobj()
    inflated = 0
    for kind, data in _chunks(raw):
        if not kinds:
            size = _size(kind, data)
        if kind == b"IDAT":
            if b"IDAT" in kinds and kinds[-1] != b"IDAT":
                raise _Wrong("icon_png")
            inflated += _inflated(unpacked, data, size - inflated)
        elif kind not in _CHUNKS or kind == (b"IHDR" if kinds else b"") or len(kinds) > 1_000:
            raise _Wrong("icon_png")
        elif kind in (b"iCCP", b"zTXt", b"iTXt"):
            _check_aside(kind, data)
        elif kind == b"PLTE" and (len(data) % 3 or not 0 < len(data) <= 768):
            raise _Wrong("icon_png")
        kinds.append(kind)
    if not kinds or kinds[-1] != b"IEND" or kinds.count(b"IEND") != 1 or inflated != size or not unpacked.eof:
        raise _Wrong("icon_png")
    if raw[25] == 3 and b"PLTE" not in kinds[: kinds.index(b"IDAT")]:  # colours out of a list that is not there
        raise _Wrong("icon_png")


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_MAGIC)
    while place < len(raw):
        if place + 12 > len(raw):
            raise _Wrong("icon_png")
        length, kind = struct.unpack_from(">I4s", raw, place)
        end = place + 12 + length
        if end > len(raw):
            raise _Wrong("icon_png")
        if zlib.crc32(raw[place + 4 : end - 4]) != int.from_bytes(raw[end - 4 : end], "big"):
            raise _Wrong("icon_png")
        yield kind, raw[place + 8 : end - 4]
        place = end


def _size(kind: bytes, data: bytes) -> int:
    """The bytes that the picture has when it is inflated, by its header: at most some eight million."""
    if kind != b"IHDR" or len(data) != 13:
        raise _Wrong("icon_png")
    width, height, bits, colour, packing, filters, interlaced = struct.unpack(">IIBBBBB", data)
    if not (0 < width <= PIXELS_LIMIT and 0 < height <= PIXELS_LIMIT):
        raise _Wrong("icon_pixels")
    samples, allowed = _SAMPLES.get(colour, (0, ()))
    if bits not in allowed or packing or filters or interlaced > 1:
        raise _Wrong("icon_png")
    total = 0
    for left, top, across, down in _INTERLACED if interlaced else _WHOLE:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * samples * bits + 7) // 8)
    return total


def _inflated(unpacked: zlib._Decompress, data: bytes, room: int) -> int:
    """How many bytes come out of ``data``; what comes out is let go. There may be at most ``room``."""
    count = 0
    try:
        came = _SLICE
        while data or came == _SLICE:
            came = len(unpacked.decompress(data, _SLICE))
            count, data = count + came, unpacked.unconsumed_tail
            if count > room or unpacked.unused_data:
                raise _Wrong("icon_png")
    except zlib.error as error:
        raise _Wrong("icon_png") from error
    return count


def _check_aside(kind: bytes, data: bytes) -> None:
    """A packed text or colour profile may not grow to more than a million bytes."""
    head, _, rest = data.partition(b"\x00")
    packed = rest[1:]
    if kind == b"iTXt":
        if not rest[:1].strip(b"\x00"):
            return  # not packed
        packed = rest[2:].partition(b"\x00")[2].partition(b"\x00")[2]
    if len(head) > 79:
        raise _Wrong("icon_png")
    _inflated(zlib.decompressobj(), packed, _ASIDE_LIMIT)
