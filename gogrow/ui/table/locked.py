"""What covers the whole cockpit while participants use the laptop, until the facilitator opens the lock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.messages import ask
from gogrow.ui.parts import icon_label
from gogrow.ui.tabbing import go_round
from gogrow.ui.table.letters import letter_scale, sized_sheet
from gogrow.ui.table.lock import HoldButton, KeyLock


class Locked(QWidget):
    """A bar with the lock, and below it `stack` for what participants see. The words are in the workshop's language.

    The way out: hold *Facilitator* two seconds, or Ctrl+Shift+G. ``parent`` is the page that it covers; it keeps the
    overlay as large as itself. `closed` comes when the lock was opened, or when there is nothing to do any more.
    """

    closed = Signal()

    def __init__(self, desk: Desk, live: LiveWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._live = live
        self._texts = Texts(live.workshop.details.language)
        self.setStyleSheet(sized_sheet(desk, letter_scale(parent.size())))
        t = self._texts.t
        bar = QFrame()
        bar.setProperty("bar", "top")
        bar.setFixedHeight(60)
        line = QHBoxLayout(bar)
        line.setContentsMargins(24, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(label(t("At the laptop"), "title"))
        line.addStretch(1)
        line.addWidget(icon_label(desk.theme, "eye-off", "ink2", 21))
        line.addWidget(label(t("Only you look now. The others look away."), "muted"))
        self._lock = HoldButton(desk.theme, self._texts)
        self._lock.held.connect(self.closed)
        line.addSpacing(12)
        line.addWidget(self._lock)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 24, 36, 14)
        inside.addWidget(self._stack)
        column.addLayout(inside, 1)
        self._keys = KeyLock(self)
        self._keys.opened.connect(self.closed)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self._keys)
        live.changed.connect(self._changed)
        live.failed.connect(self._failed)
        desk.handed_over.emit()

    def let_go(self) -> None:
        """The lock is open: shortcuts work again, nothing of a half-done turn stays."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._keys)
        self._lock.stop()
        self._live.changed.disconnect(self._changed)
        self._live.failed.disconnect(self._failed)
        self._forget()
        self.hide()
        self.deleteLater()

    def _changed(self, workshop: Workshop) -> None:
        """The file has something new."""

    def _failed(self, error: object) -> None:
        """The file did not take something."""

    def _forget(self) -> None:
        """Drop what is half done."""

    # ------------------------------------------------------------------ staying on top

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches the cockpit."""
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round within these widgets."""
        return go_round(self, next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground that hides all that lies under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.colour("paper"))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: a turn that was not ready leaves no trace on the screen."""
        self._lock.stop()
        super().hideEvent(event)


def ask_to_lock(parent: QWidget, texts: Texts) -> bool:
    """Whether she wants to hand over the laptop, once it is told what the lock does."""
    t = texts.t
    text = t(
        "Your own screen is locked while participants place. To come back, hold the button “Facilitator” for "
        "two seconds, or press Ctrl+Shift+G."
    )
    return ask(parent, texts, t("Hand over the laptop?"), text, t("Hand over"), t("Stay here"))
