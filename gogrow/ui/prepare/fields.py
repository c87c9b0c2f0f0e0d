"""Text fields that keep nothing: half-written words are a draft in the file, and leaving a field is one step."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon, icon_size

DATE_FORMATS = (
    "d-M-yyyy",
    "d/M/yyyy",
    "d.M.yyyy",
    "d M yyyy",
    "yyyy-M-d",
    "d MMMM yyyy",
    "d MMM yyyy",
    "MMMM d yyyy",
    "MMM d yyyy",
    "d-M-yy",
    "d/M/yy",
)
"""How dates are typed in offices; the year may be left out."""


class DraftLine(QLineEdit):
    """A field of one line. `half` brings half-written words, `left` the words when it is left with others.

    Esc goes back to what is kept.
    """

    half = Signal(str)
    left = Signal(str)

    def __init__(self, spoken: str, placeholder: str = "") -> None:
        super().__init__()
        self._kept = ""
        self._asked: str | None = None
        self._new = True
        self._unfinished = False
        self.setAccessibleName(spoken)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(2_000)
        self.textEdited.connect(self.half)
        self.returnPressed.connect(self.leave)

    def renew(self) -> None:
        """Another workshop comes: its drafts count, once."""
        self._new = True
        self.setModified(False)

    def show_text(self, kept: str, draft: str = "") -> None:
        """Show what is kept; the first time its draft. What is being typed now is left alone."""
        self._kept, self._asked = kept, None
        if self._new and draft and draft != kept:
            self.setText(draft)
            self.keep_typed()
        elif not (self.isModified() and (self.hasFocus() or self._unfinished)) and kept != self.text():
            self.setText(kept)
            self.setCursorPosition(0)
        self._new = False

    def keep_typed(self) -> None:
        """The words were left, but are not right yet: they stay, to be mended."""
        self._unfinished = True
        self.setModified(True)

    def leave(self) -> None:
        """The words are ready: tell them when they are other than what is kept."""
        text = self.text()
        if not self.isModified() or text == self._asked:
            return
        self.setModified(False)
        self._unfinished = False
        if text == self._kept:
            self.half.emit("")
        else:
            self._asked = text
            self.left.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving counts, but not for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._kept)
            self.setModified(False)
            self._unfinished = False
            self.half.emit("")
        else:
            super().keyPressEvent(event)


class DateLine(QWidget):
    """A date, typed in any usual way or chosen from a calendar. `left` brings a date or None.

    ``wrong`` tells that what is typed is no date.
    """

    half = Signal(str)
    left = Signal(object)  # dt.date | None
    wrong = Signal(bool)

    def __init__(self, desk: Desk, spoken: str) -> None:
        super().__init__()
        self._desk = desk
        self._kept: dt.date | None = None
        t = desk.texts.t
        self.line = DraftLine(spoken, t("for example {date}", date="12-5-2027"))
        self.line.half.connect(self.half)
        self.line.left.connect(self._typed)
        self.pick = QPushButton()
        self.pick.setProperty("kind", "tool")
        self.pick.setProperty("icononly", True)
        self.pick.setFixedSize(44, 44)
        self.pick.setAutoDefault(False)
        self.pick.setIcon(icon("calendar-event", desk.theme.colour("ink"), 22))
        self.pick.setIconSize(icon_size(22))
        self.pick.setAccessibleName(t("Choose a date: {what}", what=spoken))
        self.pick.clicked.connect(self._open)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.pick)
        self.setFocusProxy(self.line)

    def show_date(self, kept: dt.date | None, draft: str = "") -> None:
        """Show what is kept, or the draft."""
        self._kept = kept
        self.line.show_text(day_words(self._desk.texts, kept), draft)
        if not self.line.isModified():
            self.wrong.emit(False)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.left.emit(None)
            return
        day = read_date(text, self._desk.texts, self._desk.now().astimezone().date())
        if day is None:
            self.line.keep_typed()
            self.wrong.emit(True)
            return
        self.wrong.emit(False)
        if day == self._kept:
            self.half.emit("")
            self.line.show_text(day_words(self._desk.texts, day))
        self.left.emit(day)

    def _open(self) -> None:
        popup = Calendar(self._desk, self._kept, self)
        popup.chosen.connect(self.left)
        popup.move(place_under(self.pick, popup))
        popup.show()


class Calendar(QFrame):
    """A month to choose a day from."""

    chosen = Signal(object)  # dt.date

    def __init__(self, desk: Desk, day: dt.date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        month = QCalendarWidget()
        month.setLocale(QLocale(desk.texts.language))
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        today = desk.now().astimezone().date()
        shown = day or today
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        month.clicked.connect(self._clicked)
        month.activated.connect(self._clicked)
        month.setFixedSize(360, 300)
        column.addWidget(month)
        self.month = month
        month.setFocus()

    def _clicked(self, day: QDate) -> None:
        self.chosen.emit(dt.date(day.year(), day.month(), day.day()))
        self.close()


def day_words(texts: Texts, day: dt.date | None) -> str:
    """A date in words, ``di 12 mei 2026``, or ''."""
    if day is None:
        return ""
    return QLocale(texts.language).toString(QDate(day.year, day.month, day.day), "ddd d MMMM yyyy")


def read_date(text: str, texts: Texts, today: dt.date) -> dt.date | None:
    """The date that somebody typed, or None. Without a year the next such day is meant."""
    locale = QLocale(texts.language)
    words = " ".join(text.replace(",", " ").split())
    for weekday in range(1, 8):
        for style in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            name = locale.dayName(weekday, style).rstrip(".")
            for start in (f"{name}. ", f"{name} "):
                if words.lower().startswith(start.lower()):
                    words = words[len(start) :]
    for pattern in DATE_FORMATS:
        day = locale.toDate(words, pattern, 2000)
        if day.isValid() and day.year() >= 1900:
            return dt.date(day.year(), day.month(), day.day())
    for year in range(today.year, today.year + 5):  # 29 February waits for a leap year
        for glue in ("-", "/", " "):
            for pattern in DATE_FORMATS:
                day = locale.toDate(f"{words}{glue}{year}", pattern)
                if day.isValid() and dt.date(day.year(), day.month(), day.day()) >= today:
                    return dt.date(day.year(), day.month(), day.day())
    return None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, the last of the month when there is no such day; never in a weekend."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    found = dt.date(year, month, min(day.day, last))
    return found + dt.timedelta(days=max(0, 7 - found.isoweekday() + 1) if found.isoweekday() > 5 else 0)


def place_under(button: QWidget, popup: QWidget) -> QPoint:
    """Under the button and within its screen."""
    popup.adjustSize()
    place = button.mapToGlobal(QPoint(button.width() - popup.width(), button.height() + 4))
    screen = button.screen().availableGeometry()
    x = max(screen.left(), min(place.x(), screen.right() - popup.width()))
    y = place.y()
    if y + popup.height() > screen.bottom():
        y = max(screen.top(), place.y() - popup.height() - button.height() - 8)
    return QPoint(x, y)
