"""Right of the people: the programme and the details, side by side in a wide window, else in turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTabBar, QVBoxLayout, QWidget

from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.prepare.details import DetailsPanel
from gogrow.ui.prepare.programmes import Programmes

COLUMN = 400
"""How wide the programme is, and the details, in pixels."""
GAP = 16
WIDE = 1640
"""From this width of the page on, both have a place."""


class RightSide(QWidget):
    """Programme and details. In a narrow window a choice at the top says which of the two is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t = desk.texts.t
        self.programmes = Programmes(desk)
        self.details = DetailsPanel(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(t("Programme"))
        self.tabs.addTab(t("Details"))
        self.tabs.setAccessibleName(t("Programme or details"))
        self.tabs.currentChanged.connect(self._turn)
        column.addWidget(self.tabs)
        beside = QHBoxLayout()
        beside.setSpacing(GAP)
        self._first = _column(t("What will you do?"), self.programmes)
        self._second = _column(t("Details"), self.details)
        self._title = self._second.findChild(QLabel)
        beside.addWidget(self._first)
        beside.addWidget(self._second)
        column.addLayout(beside, 1)
        self._wide = False
        self.set_wide(False)

    def attach(self, live: LiveWorkshop | None) -> None:
        """The running workshop is this one from now on."""
        self.details.attach(live)

    def set_wide(self, wide: bool) -> None:
        """Both side by side, or in turn."""
        self._wide = wide
        self.setFixedWidth(2 * COLUMN + GAP if wide else COLUMN)
        self._turn()

    def _turn(self, _: int = 0) -> None:
        first = self.tabs.currentIndex() <= 0
        self.tabs.setVisible(not self._wide)
        self._first.setVisible(self._wide or first)
        self._second.setVisible(self._wide or not first)
        if self._title is not None:
            self._title.setVisible(self._wide)  # the choice above says the same


def _column(title: str, inside: QWidget) -> QWidget:
    """A title, and under it what may be higher than the window."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(title, "section"))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    holder.setProperty("scrolled", True)
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.addWidget(inside)
    stack.addStretch(1)
    area.setWidget(holder)
    column.addWidget(area, 1)
    return made
