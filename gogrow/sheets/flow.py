"""Blocks under one another, over as many pages as they need, laid out before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import MEDIUM

Draw = Callable[[Pad, float], None]
"""Draws a block with its top at the given height."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a known height in millimetres. With ``keep`` it stays on one page with the next block."""

    height: float
    draw: Draw
    keep: bool = False


Page = list[tuple[float, Block]]


def laid_out(blocks: Sequence[Block], top: float, bottom: float, next_top: float | None = None) -> list[Page]:
    """Pages of (top, block). ``top`` is for the first page, ``next_top`` for the others. There is at least one page.

    Blocks that keep together move to the next page together, unless they would not fit there either.
    """
    pages: list[Page] = [[]]
    y = top
    again = top if next_top is None else next_top
    at = 0
    while at < len(blocks):
        end = at
        while blocks[end].keep and end + 1 < len(blocks):
            end += 1
        group = blocks[at : end + 1]
        height = sum(block.height for block in group)
        if y + height > bottom and pages[-1] and height <= bottom - again:
            pages.append([])
            y = again
        for block in group:
            if y + block.height > bottom and pages[-1]:
                pages.append([])
                y = again
            pages[-1].append((y, block))
            y += block.height
        at = end + 1
    return pages


def gap(height: float) -> Block:
    """Room between two blocks."""
    return Block(height, lambda pad, y: None)


def paragraph(
    text: str,
    x: float,
    room: float,
    size: float,
    weight: int = MEDIUM,
    after: float = 0.0,
    soft: bool = False,
    leading: float = 0.44,
) -> list[Block]:
    """A text as one block per line, so that a long one can go on over the page; ``soft`` for the second ink.

    ``leading`` is in millimetres per point; ``after`` is room below the last line.
    """
    lines = fonts.wrapped(text, weight, size, room)
    step = size * leading

    def draw(line: str) -> Draw:
        return lambda pad, y: void(pad.text(x, y + size * 0.34, line, size, weight, pad.look.ink2 if soft else None))

    return [
        Block(step + (after if at == len(lines) - 1 else 0), draw(line), keep=at < min(1, len(lines) - 1))
        for at, line in enumerate(lines)
    ]


def void(_: object) -> None:
    """Nothing, whatever was answered."""
