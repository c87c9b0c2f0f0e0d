"""Choosing the look of somebody's pawn: one of seven colours, and initials or an icon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gogrow.domain.people import PAWN_COLOURS, Participant
from gogrow.texts import mark
from gogrow.ui.board.pawns import Look, paint_pawn
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import button, row
from gogrow.ui.prepare.words import colour_words
from gogrow.ui.theme import Theme

ICONS = {
    "": mark("Initials"),
    "star": mark("Star"),
    "heart": mark("Heart"),
    "sun": mark("Sun"),
    "moon": mark("Moon"),
    "cloud": mark("Cloud"),
    "bolt": mark("Lightning"),
    "snowflake": mark("Snowflake"),
    "leaf": mark("Leaf"),
    "flower": mark("Flower"),
    "tree": mark("Tree"),
    "mountain": mark("Mountain"),
    "cat": mark("Cat"),
    "dog": mark("Dog"),
    "fish": mark("Fish"),
    "feather": mark("Feather"),
    "bike": mark("Bicycle"),
    "sailboat": mark("Sailing boat"),
    "anchor": mark("Anchor"),
    "rocket": mark("Rocket"),
    "music": mark("Music"),
    "book": mark("Book"),
    "coffee": mark("Coffee"),
    "umbrella": mark("Umbrella"),
}
"""Icons that a pawn may have, in the order in which they are offered; '' stands for initials."""

_ACROSS = 8


class LookDialog(QDialog):
    """The look of one pawn. Each choice is made at once, and can be undone."""

    chosen = Signal(str, str, str)  # participant id, colour, icon

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Elided("", "title")
        self._title.setMinimumWidth(440)
        column.addWidget(self._title)
        column.addWidget(label(t("The shape belongs to the role."), "muted"))
        column.addSpacing(4)
        column.addWidget(label(t("Colour"), "label"))
        self._colours = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(8)
        for number, colour in enumerate(PAWN_COLOURS):
            swatch = _Swatch(desk.theme, colour_words(desk.texts, colour))
            self._colours.addButton(swatch, number)
            line.addWidget(swatch)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(4)
        column.addWidget(label(t("On the pawn"), "label"))
        self._icons = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, words in enumerate(ICONS.values()):
            swatch = _Swatch(desk.theme, t(words))
            self._icons.addButton(swatch, number)
            grid.addWidget(swatch, number // _ACROSS, number % _ACROSS)
        column.addLayout(grid)
        column.addSpacing(8)
        self._close = button(desk.theme, t("Done"), "check", "act", "look_done")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        column.addLayout(row(1, self._close))
        self._colours.idClicked.connect(self._choose)
        self._icons.idClicked.connect(self._choose)

    @property
    def participant(self) -> str:
        """Whose pawn it is."""
        return self._id

    def show_person(self, person: Participant, look: Look) -> None:
        """Show this pawn; ``look`` has the shape that goes with the role."""
        t = self._desk.texts.t
        self._id = person.id
        self.setWindowTitle(t("Pawn of {name}", name=person.label))
        self._title.setText(t("Pawn of {name}", name=person.label))
        for number, colour in enumerate(PAWN_COLOURS):
            self._show(self._colours, number, replace(look, colour=colour), colour == person.colour)
        for number, icon in enumerate(ICONS):
            self._show(self._icons, number, replace(look, icon=icon), icon == person.icon)
        chosen = self._colours.checkedButton()
        if chosen is not None and not self.isVisible():
            chosen.setFocus()

    def swatches(self) -> Iterable[QAbstractButton]:
        """All buttons, colours first."""
        return (*self._colours.buttons(), *self._icons.buttons())

    def _show(self, group: QButtonGroup, number: int, look: Look, chosen: bool) -> None:
        swatch = group.button(number)
        assert isinstance(swatch, _Swatch)
        swatch.show_look(look)
        swatch.setChecked(chosen)

    def _choose(self, _: int) -> None:
        colour = PAWN_COLOURS[max(0, self._colours.checkedId())]
        icon = list(ICONS)[max(0, self._icons.checkedId())]
        self.chosen.emit(self._id, colour, icon)


class _Swatch(QAbstractButton):
    """A pawn to choose."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._look = Look()
        self.setCheckable(True)
        self.setFixedSize(QSize(52, 52))
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_look(self, look: Look) -> None:
        """The pawn as it would be."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pawn on a tile; the chosen one has a check in words of shape: a frame."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = theme.size("radius.control")
        if self.isChecked():
            painter.setPen(QPen(theme.colour("act"), 2.5))
            painter.setBrush(theme.colour("actsoft"))
        elif self.underMouse():
            painter.setPen(QPen(theme.colour("edge"), 1.5))
            painter.setBrush(theme.colour("raised"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), radius - 3, radius - 3)
        paint_pawn(painter, QPointF(26, 25), 16.5, self._look, theme, 8.0)
        painter.end()
