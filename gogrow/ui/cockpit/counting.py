"""The private pane in which views are counted: a large running total, five steps, and nothing about who or how many.

What each step has is never shown while it grows; the room sees the total and no more.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.entry_line import LAST_MS
from gogrow.ui.cockpit.fitting import fitting
from gogrow.ui.cockpit.step_buttons import PoleWords, StepButtons
from gogrow.ui.cockpit.tally import AT_LAPTOP, Tally
from gogrow.ui.cockpit.voices_by_name import VoiceList
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import Notes, button, icon_label, row
from gogrow.ui.theme import Theme

BESIDE = 1000
"""From this width on the notes stand beside the count, in pixels; below it a button brings them in its place."""
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Total(Elided):
    """How many are in, and of how many: as large as fits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "clock")
        self._theme = theme
        self.setObjectName("total")
        self.setMinimumHeight(round(1.1 * theme.size("font.clock")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number over the whole height, in the middle."""
        painter = QPainter(self)
        pixels = min(3.4 * self._theme.size("font.clock"), self.height() / 1.12)
        floor = self._theme.size("font.title")
        painter.setFont(fitting(self._theme.family, self.text(), pixels, 800, self.width(), floor))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class CountingPane(QWidget):
    """Asks for what `DilemmaStep` does; holds nothing but whose turn it is."""

    counted = Signal(int)  # one more voice
    taken_back = Signal()
    expected = Signal(int)  # so many more or fewer
    anew = Signal()
    laptop = Signal()
    chose = Signal(str, object)  # participant, view from 1 to 5 or None for passing
    cleared = Signal(str)  # nothing was chosen by this person after all
    aloud = Signal(str, bool)
    kept = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tally: Tally | None = None
        self._workshop: Workshop | None = None
        self._last_person = ""
        t = desk.texts.t
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("counting")
        self._notes_button = button(desk.theme, t("Notes"), "note", "tool", "notes")
        self._notes_button.setCheckable(True)
        self._laptop = button(desk.theme, t("At the laptop"), "hand-click", "tool", "at-laptop")
        self._laptop.setToolTip(t("Participants choose here, one after another. Your own screen is locked meanwhile."))
        self._laptop.clicked.connect(self.laptop)
        head = row(icon_label(desk.theme, "lock", "ink", 18), label(t("Counting · only you see this"), "strong"), 1)
        for part in (self._notes_button, self._laptop):
            head.addWidget(part)
        self._told = QFrame()
        self._told.setProperty("bar", "quiet")
        self._told_words = label("", "text", wrap=True)
        inside = QHBoxLayout(self._told)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(icon_label(desk.theme, "info-circle", "ink", 20), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._told_words, 1)
        self._total = Total(desk.theme)
        self._under = label("", "muted")
        self._under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._poles = PoleWords(desk)
        self._steps = StepButtons(desk)
        self._steps.chosen.connect(self._typed)
        self._list = VoiceList(desk)
        self._list.pressed_key.connect(self._from_list)
        self._list.aloud.connect(self.aloud)
        self._list.kept.connect(self.kept)
        self._last = Elided("", "strong")
        self._back = button(desk.theme, t("Take back"), "arrow-back-up", "tool", "take-back")
        self._back.clicked.connect(self._take_back)
        self._fewer = self._by(desk, "minus", t("One voice fewer: somebody passes or left"), -1)
        self._more = self._by(desk, "plus", t("One voice more: somebody came late"), 1)
        self._of = label("", "strong")
        self._of.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(desk.theme, t("Count again"), "refresh", "tool", "anew")
        self._again.clicked.connect(self.anew)
        for part in (self._back, self._again):
            part.setAccessibleName(part.text())
        self._hint = Elided("", "hint")
        title = t("Notes: only for you")
        self._notes, self._beside = Notes(desk.theme, title, "body"), Notes(desk.theme, title)
        self._notes.setProperty("panel", False)
        self._beside.setFixedWidth(300)
        self._beside.hide()
        self._swap = QStackedWidget()
        self._notes_button.toggled.connect(lambda on: self._swap.setCurrentIndex(int(on)))
        self._lay_out(head)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LAST_MS)
        self._timer.timeout.connect(self._calm)

    def _by(self, desk: Desk, icon: str, words: str, by: int) -> QWidget:
        made = button(desk.theme, "", icon, "tool", "more" if by > 0 else "fewer")
        made.setProperty("icononly", True)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.clicked.connect(lambda: self.expected.emit(by))
        return made

    def _lay_out(self, head: QHBoxLayout) -> None:
        count = QWidget()
        column = QVBoxLayout(count)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self._total, 8)
        column.addWidget(self._under)
        column.addWidget(self._list, 12)
        column.addStretch(1)
        column.addWidget(self._poles)
        column.addWidget(self._steps, 6)
        column.addStretch(1)
        self._column, self._gaps = column, (column.count() - 4, column.count() - 1)
        foot = row(spacing=8)
        foot.addWidget(self._last, 1)
        for part in (self._back, self._fewer, self._of, self._more, self._again):
            foot.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self._hint)
        self._swap.addWidget(count)
        self._swap.addWidget(self._notes)
        frame = QFrame()
        frame.setProperty("panel", True)
        within = QVBoxLayout(frame)
        within.setContentsMargins(16, 10, 16, 10)
        within.setSpacing(8)
        within.addLayout(head)
        within.addWidget(self._swap, 1)
        whole = row(spacing=12)
        whole.addWidget(frame, 1)
        whole.addWidget(self._beside)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notes beside the count where there is room for both."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        self._beside.setVisible(wide)
        self._notes_button.setVisible(not wide)
        if wide:
            self._notes_button.setChecked(False)
        self._fit()
        self._poles.set_lines(3 if self.height() >= 560 else 2)

    def _fit(self) -> None:
        """Words on the buttons below where there is room for them beside the last number."""
        inside = self._total.width()
        for without in range(3):
            for part, words in ((self._again, without < 1), (self._back, without < 2)):
                part.setText(part.accessibleName() if words else "")
            seen = (self._back, self._fewer, self._of, self._more, self._again)
            needed = sum(part.sizeHint().width() + 8 for part in seen if not part.isHidden())
            if needed + 5.5 * self._desk.theme.size("font.text") <= inside:
                return

    # ------------------------------------------------------------------ showing

    def show_count(self, workshop: Workshop, tally: Tally, *, lost: bool) -> None:
        """Show how far the count is; ``lost``: the program stopped while it grew."""
        self._workshop, self._tally = workshop, tally
        t, n = self._desk.texts.t, self._desk.texts.n
        played, step = workshop.dilemma(), workshop.step()
        if played is None:
            return
        self._poles.say(played.card.a, played.card.b)
        notes = tuple(note[self._desk.texts.language] for note in step.notes) if step is not None else ()
        for page in (self._notes, self._beside):
            page.show_notes(notes)
        if tally.open:
            self._total.setText(t("{total} of {expected}", total=tally.total, expected=tally.expected))
            words = t("All voices are in") if tally.total and not tally.missing else t("voices are in")
        else:
            self._total.setText(str(tally.shown))
            words = n("voice was counted and shown", "voices were counted and shown", tally.shown)
        self._under.setText(words)
        told = ""
        if lost and tally.open and not tally.total:
            told = t("The program stopped while you were counting. Counting began anew, and nothing of it was kept.")
        elif not tally.open:
            told = t("This was counted. To change anything, count all of it again.")
        self._told_words.setText(told)
        self._told.setVisible(bool(told))
        by_name = tally.by_name
        self._arrange(by_name=by_name and tally.open)
        self._laptop.setVisible(not by_name and tally.open and 1 < tally.expected <= AT_LAPTOP)
        self._laptop.setEnabled(tally.missing > 0)
        if by_name and tally.open:
            self._list.show_voices(workshop, tally, typing=True)
            if not self._list.person:
                self._list.choose(self._next(""))
        self._steps.setEnabled(tally.open and (not by_name or bool(self._list.people)))
        for part in (self._fewer, self._of, self._more):
            part.setVisible(not by_name and tally.open)
        self._of.setText(str(tally.expected))
        self._fewer.setEnabled(tally.expected > tally.total)
        self._back.setVisible(tally.open)
        voices = tally.ballot.voices if tally.ballot is not None else ()
        self._back.setEnabled(self._done(self._last_person) if by_name else bool(voices))
        self._again.setEnabled(not tally.open or tally.begun)
        self._show_last(tally)
        self._hint.setText(self._hints(tally))
        self._fit()

    def _arrange(self, *, by_name: bool) -> None:
        """A list of names needs the room that the large number and the large buttons have without it."""
        self._list.setVisible(by_name)
        self._under.setVisible(not by_name)
        self._total.setMaximumHeight(self._total.minimumHeight() if by_name else 16_777_215)
        self._steps.compact(by_name)
        for gap in self._gaps:
            self._column.setStretch(gap, 0 if by_name else 1)
        self._column.setStretch(self._column.indexOf(self._steps), 0 if by_name else 6)

    def _hints(self, tally: Tally) -> str:
        t = self._desk.texts.t
        if not tally.open:
            return ""
        if tally.by_name:
            return t("1 to 5 for who is marked · 0 passes · arrows: another person · Backspace takes back")
        return t("Keys 1 to 5 · Backspace takes the last one back · plus and minus change the total")

    def _show_last(self, tally: Tally) -> None:
        t = self._desk.texts.t
        voices = tally.ballot.voices if tally.ballot is not None else ()
        if not tally.open:
            self._last.setText("")
        elif not tally.by_name:
            self._last.setText(t("last: {number}", number=voices[-1]) if voices else "")
        elif not self._timer.isActive():
            self._last.setText(self._name(self._last_person) if self._done(self._last_person) else "")

    def _calm(self) -> None:
        """What somebody chose stands there for a glance only."""
        if self._tally is not None:
            self._show_last(self._tally)

    def begin(self) -> None:
        """The pane comes: keys belong to it, and it begins at the first who has not chosen."""
        self._last_person = ""
        self._timer.stop()
        self._notes_button.setChecked(False)

    # ------------------------------------------------------------------ typing

    def key(self, event: QKeyEvent) -> bool:
        """A key that no text field took. Numbers count, also while the file is still busy with those before."""
        tally = self._tally
        if tally is None or not tally.open or event.modifiers() & ~_PLAIN:
            return False
        key, text = event.key(), event.text()
        if text in ("1", "2", "3", "4", "5"):
            self._typed(int(text))
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif tally.by_name and text == "0":
            self._typed(None)
        elif tally.by_name and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.step(-1 if key == Qt.Key.Key_Up else 1)
        elif not tally.by_name and text in ("+", "=", "-"):
            if text != "-" or tally.expected > tally.total:
                self.expected.emit(-1 if text == "-" else 1)
        else:
            return False
        return True

    def _from_list(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.setAccepted(self.key(event))

    def _typed(self, view: int | None) -> None:
        tally = self._tally
        if tally is None or not tally.open:
            return
        if not tally.by_name:
            if view is not None:
                self.counted.emit(view)
            return
        person = self._list.person
        if not person:
            return
        self._last_person = person
        self.chose.emit(person, view)
        said = str(view) if view is not None else self._desk.texts.t("passes")
        self._last.setText(f"{said} · {self._name(person)}")
        self._timer.start()
        following = self._next(person)
        if following:
            self._list.choose(following)

    def _take_back(self) -> None:
        tally = self._tally
        if tally is None or not tally.open:
            return
        if not tally.by_name:
            self.taken_back.emit()
            return
        person = self._list.person
        if not self._done(person):
            person = self._last_person
        if self._done(person):
            self.cleared.emit(person)
            self._timer.stop()
            self._last_person = ""
            self._list.choose(person)

    def _done(self, person: str) -> bool:
        ballot = self._tally.ballot if self._tally is not None else None
        return bool(person) and ballot is not None and (person in ballot.named or person in ballot.passed)

    def _next(self, after: str) -> str:
        """Who comes next and has not chosen; the one after when everybody has."""
        ids = [id for id, _ in self._list.people]
        start = ids.index(after) + 1 if after in ids else 0
        return next((id for id in (*ids[start:], *ids[:start]) if id != after and not self._done(id)), "")

    def _name(self, person: str) -> str:
        return dict(self._list.people).get(person, "")
