"""Colours, sizes and durations of the three themes, read from ``assets/theme/tokens.json``; fonts; motion.

Nothing in a widget or a painter names a colour: it asks its `Theme`. The beamer may have another theme than the
cockpit, so a theme is a value that is passed in.
"""

from __future__ import annotations

import json
import os
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase

from gogrow import paths

THEMES = ("light", "dark", "black")
"""The names of the themes; *black* is black on white, told apart by patterns."""

NEUTRAL_PAWN = "slate"
"""The colour of the counter that is nobody's."""

_MOTION = "gogrowMotion"


@dataclass(frozen=True, slots=True)
class FieldColours:
    """The colours of a field: its ground, its rim, and the field's colour as text or icon on paper."""

    fill: QColor
    rim: QColor
    text: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. Sizes are logical pixels: those of the beamer on a canvas of 1080 high, the others in the window.

    ``patterns``: rims differ by pattern instead of colour, and words on a field get a halo of paper.
    """

    name: str
    family: str
    patterns: bool
    colours: Mapping[str, QColor]
    fields: Mapping[str, FieldColours]
    pawns: Mapping[str, QColor]
    pawn_text: QColor
    pawn_seen: QColor
    pawn_outline: QColor | None
    measures: Mapping[str, float]
    durations: Mapping[str, int]

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token such as ``ink``, a new object each time. Raises KeyError."""
        colour = QColor(self.colours[token])
        colour.setAlphaF(alpha)
        return colour

    def field(self, colour: str) -> FieldColours:
        """The colours that a deck's field asks for by name; a name that no theme knows gives quiet ones."""
        known = self.fields.get(colour)
        return known or FieldColours(self.colour("raised"), self.colour("edge"), self.colour("ink"))

    def pawn(self, colour: str) -> QColor:
        """The colour of a pawn; '' or an unknown name is the neutral counter's."""
        return QColor(self.pawns.get(colour) or self.pawns[NEUTRAL_PAWN])

    def size(self, token: str) -> float:
        """A measure such as ``radius.control``. Raises KeyError."""
        return self.measures[token]

    def ms(self, token: str) -> int:
        """How long a movement takes, in milliseconds; 0 when motion is off. Raises KeyError."""
        return self.durations[token] if motion() else 0

    def font(self, pixels: float, weight: int = 500) -> QFont:
        """The family at a height in pixels (parts of one are kept) and a weight of 500, 600, 700 or 800."""
        return make_font(self.family, pixels, weight)


def make_font(family: str, pixels: float, weight: int = 500) -> QFont:
    """A font without hinting, so that a text is as wide at every scale as on the canvas of 1080 high."""
    font = QFont(family)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_theme(name: str) -> Theme:
    """Read a theme: ``light``, ``dark`` or ``black``. Raises KeyError for another name."""
    tokens = _tokens()
    theme = tokens["themes"][name]
    outline = theme["pawn"]["outline"]
    return Theme(
        name=name,
        family=tokens["font"],
        patterns=theme["patterns"],
        colours={key: QColor(value) for key, value in theme["colours"].items()},
        fields={
            key: FieldColours(QColor(value["fill"]), QColor(value["rim"]), QColor(value["text"]))
            for key, value in theme["fields"].items()
        },
        pawns={key: QColor(value) for key, value in theme["pawns"].items()},
        pawn_text=QColor(theme["pawn"]["text"]),
        pawn_seen=QColor(theme["pawn"]["seen"]),
        pawn_outline=QColor(outline) if outline else None,
        measures={key: float(value) for key, value in tokens["measures"].items()},
        durations={key: int(value) for key, value in tokens["durations"].items()},
    )


def stylesheet(theme: Theme) -> str:
    """The look of the window's widgets, from ``assets/theme/window.qss``.

    What a widget is says its property: ``kind`` of a button (act, black, quiet, tool, pill, choice) or of a label
    (see `gogrow.ui.labels`), ``panel`` of a frame, ``row`` of a radio button, ``toggle`` of a check box.
    """
    folder = paths.assets() / "theme"
    values: dict[str, str] = {key: colour.name() for key, colour in theme.colours.items()}
    values |= {key.replace(".", "_"): f"{_round_up(value)}" for key, value in theme.measures.items()}
    plain = theme.name == "black"
    for name, height in {"button": "button", "target": "target", "bottom": "target.bottom", "pill": "pill"}.items():
        values[f"{name}_inner"] = f"{theme.measures[height] - 4:g}"
        values[f"{name}_focus"] = f"{theme.measures[height] - 6:g}"
    values["family"] = theme.family
    values["images"] = (folder / theme.name).as_posix()
    values["quiet_border"] = f"1px solid {values['edge']}" if plain else "none"
    values["disabled"] = "dashed" if plain else "solid"
    values["chosen"] = f"3px solid {values['act']}" if plain else "2px solid transparent"
    return string.Template((folder / "window.qss").read_text(encoding="utf-8")).substitute(values)


def _round_up(value: float) -> int:
    """Style sheets know whole pixels only."""
    return int(value + 0.5)


def load_fonts(family: str = "") -> None:
    """Make the fonts of ``assets/fonts`` whose file begins with ``family`` known to Qt. Needs a QGuiApplication."""
    for file in sorted((paths.assets() / "fonts").glob(f"{family}*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    for forget in _MEASURED:
        forget()


_MEASURED: list[Callable[[], None]] = []


def measures_text(forget: Callable[[], None]) -> None:
    """Have ``forget`` called when other fonts come, by whoever remembers how wide texts are."""
    _MEASURED.append(forget)


def motion() -> bool:
    """Whether things may move: not when GOGROW_MOTION=0 or when `set_motion` said so."""
    if os.environ.get("GOGROW_MOTION") == "0":
        return False
    app = QCoreApplication.instance()
    return app is None or app.property(_MOTION) is not False


def set_motion(on: bool) -> None:
    """Keep the user's choice for this run, on the application object. Needs an application."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_MOTION, on)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tokens() -> Any:
    return json.loads((paths.assets() / "theme" / "tokens.json").read_text(encoding="utf-8"))
