"""What is added to a paper on request: a logo, a line with whom one can call, and codes for a telephone."""

from __future__ import annotations

from dataclasses import dataclass

from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import MEDIUM
from gogrow.sheets.icons import BOX
from gogrow.sheets.logo import Logo


@dataclass(frozen=True, slots=True)
class Added:
    """What was asked for. ``steps_code`` is for the steps as text, ``link`` an address that the organisation gives."""

    logo: Logo | None = None
    contact: str = ""
    steps_code: bool = False
    link: str = ""


NOTHING = Added()


def draw_logo(pad: Pad, logo: Logo, x: float, y: float, width: float, height: float, anchor: str = "start") -> None:
    """A logo as large as it can be in the box with its top left at (x, y), at its left or right edge (start, end)."""
    wide, high = logo.within(width, height)
    left = x + {"start": 0.0, "middle": (width - wide) / 2, "end": width - wide}[anchor]
    top = y + (height - high) / 2
    if logo.png:
        pad.picture(_grey(logo.png) if pad.look.patterns else logo.png, left, top, wide, high)
        return
    scale = max(wide, high) / BOX
    for shape in logo.shapes:
        strokes = [
            (kind, tuple(v * scale + (top if at % 2 else left) for at, v in enumerate(values)))
            for kind, values in shape.strokes
        ]
        fill, line = (
            _greyed(colour) if pad.look.patterns else colour for colour in (shape.fill_colour, shape.line_colour)
        )
        pad.shape(strokes, fill or None, line or None, shape.line * scale, even_odd=shape.holes)


def draw_contact(pad: Pad, contact: str, x: float, y: float, room: float, size: float, lines: int = 1) -> None:
    """Whom one can call, with the foot of the first line at ``y``; on one line if that can be."""
    if not contact.strip():
        return
    icon = size * 0.42
    pad.icon("phone", x, y - icon * 0.86, icon)
    fitted = fonts.fit(contact, MEDIUM, size, room - icon * 1.35, 1, size * 0.8)  # a number is not parted if it can be
    if fitted.cut:
        fitted = fonts.fit(contact, MEDIUM, size, room - icon * 1.35, lines, size * 0.62)
    pad.lines(x + icon * 1.35, y, fitted.lines, fitted.size, fitted.size * 0.42, MEDIUM)


def _greyed(colour: str) -> str:
    if not colour:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return "#" + f"{grey:02X}" * 3


def _grey(png: bytes) -> bytes:
    from io import BytesIO

    from PIL import Image

    made = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("LA" if picture.mode == "RGBA" else "L").save(made, "PNG")
    return made.getvalue()
