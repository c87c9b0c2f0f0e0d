"""Icons that a deck brings, for paper: the shapes of an SVG in the icons' square of 24, or the file of a PNG.

Anybody may have made such a file. What is not understood draws nothing; nothing but numbers is taken from it.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from gogrow import paths
from gogrow.sheets.icons import BOX, Stroke, strokes

LIMIT = 64_000
"""The most bytes of an SVG."""
LARGEST = 1024
"""The most pixels on a side of a PNG."""

DEEPEST = 40
"""How many groups may lie in each other."""

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_INHERITED = {"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero", "color": "black"}
_WHITE = {"white", "#fff", "#ffffff"}

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x becomes ax + cy + e, and y becomes bx + dy + f."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape in the square of 24. ``fill`` is '', ink or paper; ``line`` is how thick its outline is, 0 for none.

    ``fill_colour`` and ``line_colour`` are what the drawing says itself, in its own words; icons do without. ``holes``
    says that what lies within an odd number of outlines is inside.
    """

    strokes: tuple[Stroke, ...]
    fill: str
    line: float
    fill_colour: str = ""
    line_colour: str = ""
    holes: bool = False


def own(name: str) -> tuple[Shape, ...] | Path:
    """The icon ``<deck>/<icon>``: shapes, or the file of a PNG; () when it is not there or not understood."""
    file = paths.own_icon(name)
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return ()
    return _read(file, found.st_mtime_ns, found.st_size) if file is not None and found is not None else ()


@lru_cache(maxsize=128)
def _read(file: Path, changed: int, size: int) -> tuple[Shape, ...] | Path:
    """Once for each time that the file was changed."""
    try:
        if file.suffix == ".png":
            return file if _small_png(file) else ()
        return tuple(shapes(file.read_text(encoding="utf-8-sig"))) if size <= LIMIT else ()
    except (OSError, ValueError, ElementTree.ParseError, ArithmeticError):
        return ()


def _small_png(file: Path) -> bool:
    """Whether a file's header is that of a PNG of at most `LARGEST` pixels on a side."""
    with file.open("rb") as stream:
        head = stream.read(24)
    if len(head) < 24 or not head.startswith(b"\x89PNG\r\n\x1a\n") or head[12:16] != b"IHDR":
        return False
    sides: tuple[int, int] = struct.unpack(">II", head[16:24])
    return min(sides) > 0 and max(sides) <= LARGEST


def shapes(text: str) -> list[Shape]:
    """The shapes of an SVG. Raises ValueError for what is not understood, and ParseError for what is no XML."""
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise ValueError("a drawing with declarations")
    root = ElementTree.fromstring(text)  # noqa: S314  (nothing is declared, so nothing can grow)
    if root.tag != _SVG + "svg":
        raise ValueError("not a drawing")
    box = _numbers(root.get("viewBox", ""))
    if len(box) != 4:
        box = [0.0, 0.0, *(_length(root.get(name)) or BOX for name in ("width", "height"))]
    left, top, wide, high = box
    if wide <= 0 or high <= 0:
        raise ValueError("a drawing without a size")
    scale = BOX / max(wide, high)
    middle = ((BOX - wide * scale) / 2 - left * scale, (BOX - high * scale) / 2 - top * scale)
    return list(_walk(root, (scale, 0.0, 0.0, scale, *middle), _INHERITED))


def _walk(
    element: ElementTree.Element, matrix: Matrix, inherited: Mapping[str, str], depth: int = 0
) -> Iterator[Shape]:
    if depth > DEEPEST:
        raise ValueError("groups in groups without end")
    attributes = dict(element.attrib)
    for part in attributes.pop("style", "").split(";"):
        name, _, value = part.partition(":")
        attributes[name.strip()] = value.strip()
    if attributes.get("display") == "none" or attributes.get("visibility") == "hidden":
        return
    style = {name: attributes.get(name, value) for name, value in inherited.items()}
    if "transform" in attributes:
        matrix = _moved(matrix, attributes["transform"])
    drawn = strokes(_path(element.tag.removeprefix(_SVG), attributes))
    if drawn:
        fill = style["fill"].strip().lower()
        thick = 0.0 if style["stroke"].strip() in ("none", "transparent") else _length(style["stroke-width"])
        a, b, c, d, _, _ = matrix
        yield Shape(
            tuple((kind, _placed(values, matrix)) for kind, values in drawn),
            "" if fill in ("none", "transparent") else "paper" if fill in _WHITE else "ink",
            thick * math.sqrt(abs(a * d - b * c)),
            _said(style, "fill"),
            _said(style, "stroke"),
            style["fill-rule"].strip() == "evenodd",
        )
    for child in element:
        yield from _walk(child, matrix, style, depth + 1)


def _said(style: Mapping[str, str], what: str) -> str:
    return style["color"] if style[what].strip().lower() == "currentcolor" else style[what]


def _path(kind: str, values: Mapping[str, str]) -> str:
    """A shape as the words of a path; '' for what draws nothing by itself."""
    if kind == "path":
        return values.get("d", "").replace("+", " ")
    x, y, wide, high, cx, cy, r = (_length(values.get(n)) for n in ("x", "y", "width", "height", "cx", "cy", "r"))
    rx, ry = _length(values.get("rx")), _length(values.get("ry"))
    if kind == "circle":
        rx = ry = r
    if kind in ("circle", "ellipse"):
        if rx <= 0 or ry <= 0:
            return ""
        return f"M{cx - rx:f} {cy:f}a{rx:f} {ry:f} 0 1 0 {2 * rx:f} 0a{rx:f} {ry:f} 0 1 0 {-2 * rx:f} 0z"
    if kind == "rect":
        if wide <= 0 or high <= 0:
            return ""
        rx, ry = min(rx or ry, wide / 2), min(ry or rx, high / 2)
        if not rx or not ry:
            return f"M{x:f} {y:f}h{wide:f}v{high:f}h{-wide:f}z"
        h, v, turn = wide - 2 * rx, high - 2 * ry, f"a{rx:f} {ry:f} 0 0 1"
        return (
            f"M{x + rx:f} {y:f}h{h:f}{turn} {rx:f} {ry:f}v{v:f}{turn} {-rx:f} {ry:f}"
            f"h{-h:f}{turn} {-rx:f} {-ry:f}v{-v:f}{turn} {rx:f} {-ry:f}z"
        )
    if kind == "line":
        x1, y1, x2, y2 = (_length(values.get(name)) for name in ("x1", "y1", "x2", "y2"))
        return f"M{x1:f} {y1:f}L{x2:f} {y2:f}"
    if kind in ("polyline", "polygon"):
        points = _numbers(values.get("points", ""))
        if len(points) < 4 or len(points) % 2:
            return ""
        return "M" + " ".join(f"{value:f}" for value in points) + ("z" if kind == "polygon" else "")
    return ""


def _length(text: str | None) -> float:
    """A length in the drawing's own units; px says the same."""
    if not text:
        return 0.0
    value = float(text.strip().removesuffix("px"))
    if not math.isfinite(value):
        raise ValueError("a length without an end")
    return value


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _moved(matrix: Matrix, text: str) -> Matrix:
    """A matrix with the moves of a ``transform`` before it. Raises ValueError for one that is not understood."""
    if re.sub(r"(?:matrix|translate|scale|rotate)\s*\([^()]*\)[\s,]*", "", text.strip()):
        raise ValueError(f"a move that is not understood: {text!r}")
    for kind, inside in re.findall(r"(\w+)\s*\(([^()]*)\)", text):
        n = _numbers(inside)
        if kind == "matrix" and len(n) == 6:
            matrix = _times(matrix, (n[0], n[1], n[2], n[3], n[4], n[5]))
        elif kind == "translate" and len(n) in (1, 2):
            matrix = _times(matrix, (1, 0, 0, 1, n[0], n[1] if len(n) == 2 else 0.0))
        elif kind == "scale" and len(n) in (1, 2):
            matrix = _times(matrix, (n[0], 0, 0, n[-1], 0, 0))
        elif kind == "rotate" and len(n) in (1, 3):
            turn, (x, y) = math.radians(n[0]), (n[1], n[2]) if len(n) == 3 else (0.0, 0.0)
            cos, sin = math.cos(turn), math.sin(turn)
            matrix = _times(matrix, (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y))
        else:
            raise ValueError(f"a move with a number too many or too few: {text!r}")
    return matrix


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _placed(values: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    a, b, c, d, e, f = matrix
    return tuple(
        number
        for x, y in zip(values[::2], values[1::2], strict=True)
        for number in (a * x + c * y + e, b * x + d * y + f)
    )
