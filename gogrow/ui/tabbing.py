"""Tab goes as the eye goes: row by row, and a panel as a whole before the next one.

Qt's own order is that in which widgets were made. Steps of a workshop are made when they are first shown, long after
the bar at the bottom; so the window looks where things stand each time that Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox)
"""What handles the keys of its own parts."""


class EyeWindow(QMainWindow):
    """A window in which Tab and Shift+Tab go as the eye goes."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """To the next part, or the one before; from the last to the first."""
        return go_round(self, next) or super().focusNextPrevChild(next)


def go_round(root: QWidget, next: bool) -> bool:
    """Go to the next stop below ``root``, or to the one before. False when there is none."""
    found = stops(root)
    now: QWidget | None = root.focusWidget()
    if not found:
        return False
    while now is not None and now not in found:
        now = now.parentWidget()
    at = found.index(now) if now is not None else (-1 if next else 0)
    to = found[(at + (1 if next else -1)) % len(found)]
    to.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
    around = to.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(to)
        around = around.parentWidget()
    return True


def stops(root: QWidget) -> list[QWidget]:
    """Everything below ``root`` where Tab stops, in the order in which one reads it."""
    found: list[QWidget] = []
    for child in _as_read(w for w in root.children() if isinstance(w, QWidget) and not w.isWindow() and w.isVisible()):
        inner = [] if isinstance(child, _WHOLE) else stops(child)
        takes = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus) and child.focusProxy() is None
        if isinstance(child, QRadioButton) and (chosen := _chosen(child)) is not None:
            takes = child is chosen  # arrow keys go to the others
        elif isinstance(child, QScrollArea):  # only to scroll what no other part would bring into view
            takes = takes and not inner and child.verticalScrollBar().maximum() > 0
        found += [child, *inner] if takes and child.isEnabled() else inner
    return found


def _chosen(choice: QRadioButton) -> QAbstractButton | None:
    """Which one is chosen among a radio button and those it excludes."""
    group, parent = choice.group(), choice.parentWidget()
    if group is not None:
        return group.checkedButton()
    beside = parent.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    return next((other for other in beside if other.isChecked() and other.group() is None), None)


def _as_read(widgets: Iterable[QWidget]) -> list[QWidget]:
    """By rows from the top, and in a row from the left."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda w: w.y()):
        first = rows[-1][0] if rows else None
        shared = first.y() + first.height() - widget.y() if first else 0
        if first and 2 * shared >= min(first.height(), widget.height()):
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda w: w.x())]
