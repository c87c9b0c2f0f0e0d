"""Larger letters in a large window: two read it from two chairs, or somebody standing."""

from __future__ import annotations

from PySide6.QtCore import QSize

from gogrow.ui.desk import Desk, sized_theme
from gogrow.ui.theme import stylesheet

LARGE = QSize(1500, 820)
"""From this size on, in pixels, letters are larger."""
LARGER = 1.2


def letter_scale(size: QSize) -> float:
    """How many times as large letters are in a window of this size."""
    return LARGER if size.width() >= LARGE.width() and size.height() >= LARGE.height() else 1.0


def sized_sheet(desk: Desk, scale: float) -> str:
    """The style sheet for that; '' when nothing is larger."""
    return stylesheet(sized_theme(desk.theme.name, desk.settings.text_size * scale)) if scale > 1.0 else ""
