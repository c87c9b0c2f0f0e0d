"""The day on which all look back, to see and to set where it is printed and where it is told: a button and its window.

The day is no secret, so this stands in the open; a session should not end without it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon, icon_size
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row
from gogrow.ui.prepare.look_back_day import LookBackDay, when_words

_ROOM = 5
"""Air between the icon and the words, in pixels."""
_AROUND = 40
"""What stands around the icon and the words of the button, in pixels."""
_WIDE = 440
"""How wide the window is, in pixels at ordinary letters."""


class DayButton(QPushButton):
    """Tells the day, or asks for it; pressed, one can choose it."""

    def __init__(self, desk: Desk, texts: Texts | None = None) -> None:
        """``texts`` are those of the words on it where two sit at a table; then it is as high as the buttons there."""
        super().__init__()
        if texts is None:
            self.setProperty("kind", "tool")
        self.setIcon(icon("calendar-event", desk.theme.colour("ink"), 20, room=_ROOM))
        self.setIconSize(icon_size(20, _ROOM))
        self.setObjectName("look-back-day")
        self.setAutoDefault(False)
        self._desk = desk
        self._texts = texts or desk.texts
        self._live: LiveWorkshop | None = None
        self._words: tuple[str, ...] = ("",)
        self.clicked.connect(self._ask)

    def show_day(self, live: LiveWorkshop | None, workshop: Workshop) -> None:
        """Show the day of this workshop; what was tidied up has none any more."""
        self._live = live
        t, when = self._texts.t, when_words(self._texts, workshop.details, self._desk.now().astimezone().date())
        self._words = (t("Check-in: {day}", day=when), when) if when else (t("Choose the check-in"),)
        self.setAccessibleName(self._words[0])
        self._fit()
        self.setVisible(workshop.summary is None)
        self.setEnabled(not self._read_only())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other words."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return QSize(self._needs(self._words[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the day alone."""
        return QSize(self._needs(self._words[-1]), super().minimumSizeHint().height())

    def _needs(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + self.iconSize().width() + _AROUND

    def _fit(self) -> None:
        fits = [words for words in self._words if self._needs(words) <= self.width()]
        self.setText((fits or self._words[-1:])[0])
        self.updateGeometry()

    def _read_only(self) -> bool:
        window: QWidget | None = self.window()
        while window is not None and not getattr(window, "read_only", False):
            above = window.parentWidget()
            window = above.window() if above is not None else None
        return window is not None

    def _ask(self) -> None:
        if self._live is not None:
            DayDialog(self._desk, self._live, self.window()).open()


class DayDialog(QDialog):
    """Asks for the day, the time and the place. Everything is kept at once, so there is nothing to cancel."""

    def __init__(self, desk: Desk, live: LiveWorkshop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        t, scale = desk.texts.t, desk.theme.size("font.text") / 15.5
        self.setWindowTitle(t("When will you look back together?"))
        self.setMinimumWidth(round(_WIDE * scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        title = label(t("When will you look back together?"), "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(title)
        column.addWidget(
            label(t("It stands on all new sheets, for everyone without a day of their own."), "text", wrap=True)
        )
        self.fields = LookBackDay(desk)
        column.addWidget(self.fields)
        column.addSpacing(10)
        done = button(desk.theme, t("Done"), "check", "act", "done")
        done.clicked.connect(self.accept)
        column.addLayout(row(1, done))
        self.fields.attach(live)
        live.changed.connect(self._show)
        self._show(live.workshop)
        self.fields.setFocus()

    def accept(self) -> None:
        """Done, unless something still has to be mended."""
        if self.fields.finish():
            super().accept()

    def done(self, result: int) -> None:
        """What is typed is kept; Esc keeps it too, for the fields have their own way back."""
        self.fields.finish()
        self._live.changed.disconnect(self._show)
        super().done(result)

    def _show(self, workshop: Workshop) -> None:
        if workshop.id == self._live.id:
            self.fields.show_workshop(workshop)
            self.adjustSize()
