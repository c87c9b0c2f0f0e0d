"""Rows with what is asked at the left and a field at the right, so that a filled form reads as well as an empty one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label


class Column(QWidget):
    """What scrolls: exactly as high as it is at its width, which Qt does not find by itself where words wrap."""

    def minimumSizeHint(self) -> QSize:
        """All rows."""
        layout = self.layout()
        return QSize(0, layout.totalHeightForWidth(self.width()) if layout is not None else 0)


class Asked(QGridLayout):
    """A grid of titles and fields; titles stand beside the first line of their field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(4)
        self.setColumnMinimumWidth(0, self.title_width(desk))
        self.setColumnStretch(1, 1)

    @staticmethod
    def title_width(desk: Desk) -> int:
        """How wide the titles are, in pixels."""
        return round(118 * desk.theme.size("font.label") / 14)

    def ask(self, title: str, field: QWidget | QLayout) -> QLabel:
        """A field with its title."""
        at = self.rowCount()
        words = label(title, "label", wrap=True)
        words.setFixedWidth(self.title_width(self._desk))
        words.setMinimumHeight(42)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
        self.under(field, at)
        return words

    def under(self, field: QWidget | QLayout, at: int | None = None) -> None:
        """A field without a title, below the one before."""
        place = self.rowCount() if at is None else at
        if isinstance(field, QWidget):
            self.addWidget(field, place, 1)
        else:
            self.addLayout(field, place, 1)
