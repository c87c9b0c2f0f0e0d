"""The program's icons as strokes for paper: the paths of a small SVG file, as lines and curves.

Only what the icon set uses is understood: ``path`` elements with M L H V C S Q A Z, absolute or relative.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from gogrow import paths

BOX = 24.0
"""Icons are drawn in a square of 24 by 24, y downwards, with strokes 2 thick."""

Stroke = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""

_TOKEN = re.compile(r"([MLHVCSQAZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)", re.IGNORECASE)
_NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


@lru_cache(maxsize=256)
def icon(name: str) -> tuple[Stroke, ...]:
    """The strokes of ``assets/icons/<name>.svg``; none when there is no such icon (a deck may name what we lack)."""
    file = paths.assets() / "icons" / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not file.is_file():
        return ()
    found: list[Stroke] = []
    for element in re.findall(r"<path\b([^>]*)>", file.read_text("utf-8")):
        data = re.search(r'\bd="([^"]*)"', element)
        if data and 'stroke="none"' not in element:
            found += strokes(data[1])
    return tuple(found)


def strokes(data: str) -> list[Stroke]:
    """An SVG path as absolute moves, lines and cubic curves. Raises ValueError for what it does not understand."""
    words = _words(data)
    found: list[Stroke] = []
    x = y = start_x = start_y = 0.0
    control: tuple[float, float] | None = None
    for command, values in words:
        kind = command.upper()
        if command.islower():
            values = _absolute(kind, values, x, y)
        if kind == "Z":
            found.append(("Z", ()))
            x, y, control = start_x, start_y, None
            continue
        if kind in "HV":
            values = (values[0], y) if kind == "H" else (x, values[0])
        if kind == "S":
            mirrored = (2 * x - control[0], 2 * y - control[1]) if control else (x, y)
            values, kind = (*mirrored, *values), "C"
        if kind == "Q":
            cx, cy, to_x, to_y = values
            values = ((x + 2 * cx) / 3, (y + 2 * cy) / 3, (to_x + 2 * cx) / 3, (to_y + 2 * cy) / 3, to_x, to_y)
            kind = "C"
        if kind == "A":
            found += _arc(x, y, values)
        elif kind == "C":
            found.append(("C", values))
        else:
            found.append(("M" if kind == "M" else "L", values))
        control = (values[2], values[3]) if kind == "C" and command.upper() != "Q" else None
        x, y = values[-2:]
        if kind == "M":
            start_x, start_y = x, y
    return found


def _words(data: str) -> list[tuple[str, tuple[float, ...]]]:
    """Commands with their numbers. The two flags of an arc may be glued to what follows (``a6 6 0 018 8``)."""
    if re.sub(r"[\s,]", "", _TOKEN.sub("", data)):
        raise ValueError(f"a path that is not understood: {data!r}")
    found: list[tuple[str, tuple[float, ...]]] = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        if command in "Aa":
            rest = re.sub(r"((?:[\d.]+[\s,]+){3})([01])[\s,]*([01])", r"\1\2 \3 ", rest)
        numbers = [float(number) for _, number in _TOKEN.findall(rest)]
        need = _NEEDS[command.upper()]
        if need == 0 and not numbers:
            found.append((command, ()))
            continue
        if not numbers or need == 0 or len(numbers) % need:
            raise ValueError(f"a path with a number too many or too few: {data!r}")
        for at in range(0, len(numbers), need):
            again = {"M": "L", "m": "l"}.get(command, command) if at else command
            found.append((again, tuple(numbers[at : at + need])))
    return found


def _absolute(kind: str, values: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    if kind == "H":
        return (values[0] + x,)
    if kind == "V":
        return (values[0] + y,)
    if kind == "A":
        return (*values[:5], values[5] + x, values[6] + y)
    return tuple(value + (y if at % 2 else x) for at, value in enumerate(values))


def _arc(x0: float, y0: float, values: tuple[float, ...]) -> list[Stroke]:
    """An elliptical arc as cubic curves, by the SVG standard's notes on implementing arcs."""
    rx, ry, turn, large, sweep, x1, y1 = values
    if (x0, y0) == (x1, y1):
        return []
    if not rx or not ry:
        return [("L", (x1, y1))]
    rx, ry, phi = abs(rx), abs(ry), math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    half_x, half_y = (x0 - x1) / 2, (y0 - y1) / 2
    px, py = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * py) ** 2 + (ry * px) ** 2
    root = math.sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) * (-1 if bool(large) == bool(sweep) else 1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    centre = (cos * qx - sin * qy + (x0 + x1) / 2, sin * qx + cos * qy + (y0 + y1) / 2)
    begin = math.atan2((py - qy) / ry, (px - qx) / rx)
    span = math.atan2((-py - qy) / ry, (-px - qx) / rx) - begin
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    count = math.ceil(abs(span) / (math.pi / 2) - 1e-9)
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def at(angle: float, along: float) -> tuple[float, float]:
        ex = rx * (math.cos(angle) - along * math.sin(angle))
        ey = ry * (math.sin(angle) + along * math.cos(angle))
        return centre[0] + cos * ex - sin * ey, centre[1] + sin * ex + cos * ey

    found: list[Stroke] = []
    for part in range(count):
        here, there = begin + part * step, begin + (part + 1) * step
        found.append(("C", (*at(here, reach), *at(there, -reach), *at(there, 0))))
    return found
