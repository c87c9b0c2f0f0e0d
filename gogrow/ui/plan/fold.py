"""A part of a form that is folded away until somebody opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.parts import button


class Fold(QWidget):
    """A heading to press, and ``inside``, what it opens to."""

    def __init__(self, desk: Desk, icon: str, title: str) -> None:
        super().__init__()
        self._theme = desk.theme
        self._icon = icon
        self.inside = QWidget()
        self._head = button(desk.theme, title, icon, "choice", "fold")
        self._head.setCheckable(True)
        self._head.toggled.connect(self._toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self.inside)
        self.inside.hide()

    def unfold(self, on: bool) -> None:
        """Open, or fold."""
        self._head.setChecked(on)

    def stand(self) -> None:
        """Go to the heading."""
        self._head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, on: bool) -> None:
        self.inside.setVisible(on)
        name = "chevron-down" if on else self._icon
        self._head.setIcon(icons.icon(name, self._theme.colour("ink"), 20, room=5))
