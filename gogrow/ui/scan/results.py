"""What was found, the newest on top: plans that can be opened, and sentences about all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import Elided, typed
from gogrow.ui.parts import icon_label

if TYPE_CHECKING:
    from gogrow.store.plans import PlanPlace

MOST = 40
"""So many lines are kept; the oldest go."""


class PlanRow(QPushButton):
    """A plan that was found: whose it is, and from which workshop. Pressing opens it, also once more."""

    def __init__(self, desk: Desk, place: PlanPlace) -> None:
        super().__init__()
        self._desk, self.place = desk, place
        self.setObjectName("found-plan")
        self.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(10)
        self._sign = icon_label(desk.theme, "user", "ink2", 22)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._about = Elided(_about(desk, place), "label")
        for part in (Elided(place.name, "strong"), self._about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._sign)
        line.addLayout(column, 1)
        self.show_open(False)

    def show_open(self, open: bool) -> None:
        """Whether this is the plan that is open now."""
        theme, t = self._desk.theme, self._desk.texts.t
        name, colour = ("check", "ok") if open else ("chevron-right", "ink2")
        self._sign.setPixmap(pixmap(name, theme.colour(colour), 22, 2.0))
        words = f"{self.place.name}. {self._about.text()}."
        self.setAccessibleName(f"{words} {t('This plan is open.') if open else t('Click to open this plan.')}")

    def sizeHint(self) -> QSize:
        """As high as its two lines."""
        layout = self.layout()
        assert layout is not None
        return QSize(200, max(52, layout.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class Results(QScrollArea):
    """The list. `chosen` brings the `PlanPlace` of a line that was pressed."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._told: list[tuple[str, QWidget]] = []

    def add_plan(self, place: PlanPlace) -> None:
        """A plan was found; one that stands here already comes to the top."""
        self._drop([row for _, row in self._told if isinstance(row, PlanRow) and row.place == place])
        row = PlanRow(self._desk, place)
        row.clicked.connect(lambda: self.chosen.emit(place))
        self._put(row, place.name)

    def say(self, words: str, sign: str = "info-circle") -> None:
        """A sentence, on top; the same one stands here once."""
        self._drop([row for text, row in self._told if text == words and not isinstance(row, PlanRow)])
        row = QFrame()
        row.setProperty("bar", "quiet")
        row.setAccessibleName(words)
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(10)
        mark = icon_label(self._desk.theme, sign, "ink2", 22)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        told = typed(words, "text")
        line.addWidget(told, 1)
        self._put(row, words)

    def show_open(self, place: PlanPlace | None) -> None:
        """Which plan is open now."""
        for row in self.plans():
            row.show_open(row.place == place)

    def plans(self) -> list[PlanRow]:
        """The plans that were found, the newest first."""
        return [row for _, row in self._told if isinstance(row, PlanRow)]

    def sentences(self) -> list[str]:
        """What was said, the newest first."""
        return [text for text, row in self._told if not isinstance(row, PlanRow)]

    def clear(self) -> None:
        """Nothing was found yet."""
        self._drop([row for _, row in self._told])

    def _put(self, row: QWidget, words: str) -> None:
        self._told.insert(0, (words, row))
        self._column.insertWidget(0, row)
        self._drop([row for _, row in self._told[MOST:]])
        self.verticalScrollBar().setValue(0)

    def _drop(self, rows: list[QWidget]) -> None:
        self._told = [one for one in self._told if one[1] not in rows]
        for row in rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()


def _about(desk: Desk, place: PlanPlace) -> str:
    when = desk.texts.date(place.date) if place.date is not None else ""
    return " · ".join(part for part in (" ".join(place.title.split()), when) if part)
