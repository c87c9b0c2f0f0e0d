"""What somebody typed, in its place among lines that are open to write on; cut, and told so, when it is too long."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import MEDIUM

_TIGHT = 0.43
"""Millimetres between lines per point of type where the rules are left out."""


@dataclass(frozen=True)
class Entry:
    """A text on rules, at heights ``rules`` from ``x`` over ``room``, with ``head`` millimetres above the first.

    ``label`` says overleaf what the text is. ``size`` shrinks to ``floor``; what still does not fit is cut.
    """

    label: str
    text: str
    x: float
    room: float
    rules: tuple[float, ...]
    size: float = 11.5
    weight: int = MEDIUM
    head: float = 6.5
    floor: float = 9.0
    more: str = ""
    ruled: bool = True

    @cached_property
    def fitted(self) -> fonts.Fitted:
        """The lines that can be shown."""
        first = fonts.fit(self.text, self.weight, self.size, self.room, len(self.rules), max(self.floor, 9.5))
        if not first.cut and (len(first.lines) <= 1 or fonts.whole(first, self.text)):
            return first
        lines = max(1, int((self.rules[-1] - self.rules[0] + self.head) / (self.floor * _TIGHT)))
        more = fonts.width(f" {self.more}", MEDIUM, self.floor * 0.95) if self.more else 0.0
        return fonts.fit(self.text, self.weight, self.size, self.room, lines, self.floor, more)

    @property
    def cut(self) -> bool:
        """Whether some of it goes elsewhere."""
        return self.fitted.cut

    def draw(self, pad: Pad, more: str = "") -> None:
        """Draw rules and text; ``more`` stands behind a cut text and says where it goes on."""
        fitted = self.fitted
        on_rules = len(fitted.lines) <= len(self.rules)
        if self.ruled and on_rules:
            for y in self.rules:
                pad.rule(self.x, self.x + self.room, y)
        if on_rules:
            heights = [y - 2 for y in self.rules]
        else:
            first = self.rules[0] - self.head + fitted.size * 0.36
            step = min(0.5 * fitted.size, (self.rules[-1] - 1.2 - first) / max(1, len(fitted.lines) - 1))
            heights = [first + step * at for at in range(len(fitted.lines))]
            if self.ruled:
                pad.rule(self.x, self.x + self.room, self.rules[-1])
        end = 0.0
        for y, line in zip(heights, fitted.lines, strict=False):
            end = pad.text(self.x, y, line, fitted.size, self.weight)
        if fitted.cut and more:
            y = heights[len(fitted.lines) - 1]
            pad.text(self.x + end + 1, y, more, fitted.size * 0.95, MEDIUM, pad.look.ink2)


@dataclass(frozen=True)
class Cell:
    """A text in a cell of a table, around its middle ``y``, in at most ``height`` millimetres.

    With ``together`` it stays on one line when that can be: a date that falls apart is read as two things.
    """

    label: str
    text: str
    x: float
    y: float
    room: float
    height: float = 12.6
    size: float = 12.5
    weight: int = MEDIUM
    more: str = ""
    together: bool = False

    @cached_property
    def fitted(self) -> fonts.Fitted:
        """The lines that can be shown."""
        if self.together:
            one = fonts.fit(self.text, self.weight, self.size, self.room, 1, 9.5)
            if not one.cut:
                return one
        found = fonts.fit(self.text, self.weight, self.size, self.room, 2, 10)
        if not found.cut and (len(found.lines) <= 1 or fonts.whole(found, self.text)):
            return found
        more = fonts.width(f" {self.more}", MEDIUM, 8.5 * 0.95) if self.more else 0.0
        return fonts.fit(self.text, self.weight, 9.5, self.room, int(self.height / (8.5 * 0.42)), 8.5, more)

    @property
    def cut(self) -> bool:
        """Whether some of it goes elsewhere."""
        return self.fitted.cut

    def draw(self, pad: Pad, more: str = "") -> None:
        """Draw the text; ``more`` stands behind a cut text and says where it goes on, if there is room for it."""
        fitted = self.fitted
        leading = fitted.size * 0.42
        y = self.y + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2
        end = 0.0
        for line in fitted.lines:
            end = pad.text(self.x, y, line, fitted.size, self.weight)
            y += leading
        if fitted.cut and more and self.more:
            pad.text(self.x + end + 1, y - leading, more, fitted.size * 0.95, MEDIUM, pad.look.ink2)
