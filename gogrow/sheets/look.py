"""The colours of paper: those of the light theme on white, or black only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from gogrow import paths

WHITE = "#FFFFFF"


class Ink(StrEnum):
    """How much ink a paper takes: all its colours, colours in lines only, or black lines on white."""

    COLOUR = "colour"
    SAVER = "saver"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#RRGGBB``. ``fill``, ``rim`` and ``pawn`` map the names that decks and people carry.

    ``rule`` is for lines to write on, ``box`` for a soft ground, ``act`` for what is to be done and when. ``patterns``
    says that rims are told apart by pattern; without ``filled`` fields are white with lines between them.
    """

    ink: str
    ink2: str
    rule: str
    rule_width: float
    box: str
    fill: Mapping[str, str]
    rim: Mapping[str, str]
    pawn: Mapping[str, str]
    patterns: bool
    act: str
    filled: bool

    def pawn_colour(self, name: str) -> str:
        """The colour of a pawn; that of the ink for a name that the theme does not know."""
        return self.pawn.get(name, self.ink)


@lru_cache(maxsize=2)
def look(colour: bool) -> Look:
    """The look of paper in colour, or in black and white."""
    themes: dict[str, Any] = json.loads((paths.assets() / "theme" / "tokens.json").read_text("utf-8"))["themes"]
    theme = themes["light" if colour else "black"]
    colours = theme["colours"]
    return Look(
        ink=colours["ink"],
        ink2=colours["ink2"],
        rule=colours["edge"],
        rule_width=0.3 if colour else 0.18,
        box=colours["paper"],
        fill={name: field["fill"] for name, field in theme["fields"].items()},
        rim={name: field["rim"] for name, field in theme["fields"].items()},
        pawn=theme["pawns"],
        patterns=theme["patterns"],
        act=colours["act"],
        filled=not theme["patterns"],
    )


@lru_cache(maxsize=3)
def inked(ink: Ink) -> Look:
    """The look of paper that takes so much ink."""
    if ink is not Ink.SAVER:
        return look(ink is Ink.COLOUR)
    full = look(True)
    return replace(full, box=WHITE, fill=dict.fromkeys(full.fill, WHITE), filled=False)


def lighter(colour: str, share: float) -> str:
    """A colour (``#RRGGBB``) mixed with ``share`` of white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)
