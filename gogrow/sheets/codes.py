"""QR codes as black blocks, large enough for a telephone in a dim hall.

Measured: at level M a module of 0.75 mm, with a quiet zone of four modules, always read back after blur, noise and a
slanted view; a plan code of 26 mm and an event of 49 mm keep that. The edges here include the quiet zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import QRData

from gogrow.domain import plan_code
from gogrow.sheets import plan_qr
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import WHITE

QUIET = 4
MODULE = 0.75
EVENT_EDGE = 49.0
PLAN_EDGE = 29.0

_RUN = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as blocks (column, row, columns, rows) on ``modules`` by ``modules``, quiet zone not included."""

    modules: int
    blocks: tuple[tuple[int, int, int, int], ...]

    def edge(self, least: float) -> float:
        """Its edge in millimetres with the quiet zone: ``least``, or more when modules would get too small."""
        return max(least, (self.modules + 2 * QUIET) * MODULE)


def event_code(event: str) -> Code:
    """The code of a calendar event."""
    return _code(event)


def plan_code_code(code: str) -> Code:
    """The code of a plan code."""
    modules = plan_qr.matrix(plan_code.qr_text(code))
    return _code(plan_code.qr_text(code)) if modules is None else Code(len(modules), tuple(_merged(modules)))


def text_code(text: str) -> Code:
    """The code of a text, or of a link, for a telephone."""
    return _code(text)


def draw(pad: Pad, code: Code, x: float, y: float, edge: float) -> None:
    """Draw a code with its quiet zone in the square of ``edge`` with its top left at (x, y)."""
    cell = edge / (code.modules + 2 * QUIET)
    pad.rect(x, y, edge, edge, fill=WHITE)
    pad.cells(x + QUIET * cell, y + QUIET * cell, cell, code.blocks)


def _code(words: str) -> Code:
    maker = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    maker.add_data(QRData(words.encode()))  # finds the smallest way: capitals for a plan code, bytes for an event
    maker.make(fit=True)
    matrix = maker.get_matrix()
    return Code(len(matrix), tuple(_merged(["".join("1" if dark else "0" for dark in row) for row in matrix])))


def _merged(matrix: list[str]) -> list[tuple[int, int, int, int]]:
    """Dark modules (1) as rectangles: runs in a row, and equal runs of rows under one another as one."""
    done: list[tuple[int, int, int, int]] = []
    open_runs: dict[tuple[int, int], int] = {}
    for row, modules in enumerate([*matrix, ""]):
        runs = {found.span() for found in _RUN.finditer(modules)}
        for start, end in open_runs.keys() - runs:
            since = open_runs.pop((start, end))
            done.append((start, since, end - start, row - since))
        for run in runs - open_runs.keys():
            open_runs[run] = row
    return sorted(done)
