"""Widgets beside each other where there is room for their words, and under each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class TurningRow(QWidget):
    """A row that becomes a column; its words are never cut."""

    def __init__(self, *widgets: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        self._widgets = widgets
        for widget in widgets:
            self._line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        wide = max((widget.sizeHint().width() for widget in self._widgets), default=0)
        return QSize(min(120, wide), self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Other words ask for another width."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        seen = [widget for widget in self._widgets if not widget.isHidden()]
        for widget in seen:
            widget.ensurePolished()
        needed = sum(widget.sizeHint().width() for widget in seen) + self._line.spacing() * (len(seen) - 1)
        beside = QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != beside:
            self._line.setDirection(beside)
            self.updateGeometry()
