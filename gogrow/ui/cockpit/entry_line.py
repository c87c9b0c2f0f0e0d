"""Under the private board: who is asked, a box for each answer, whose pawn it is, and whether the name may be shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gogrow.ui.cockpit.answer import AnswerBox
from gogrow.ui.cockpit.fitting import Fitted
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, plain_button
from gogrow.ui.parts import button, row

LAST_MS = 1500
"""How long the letters of the slip before this one stay readable: a glance from the paper, too short to read along."""


class EntryLine(QWidget):
    """Shows what `EntryPane` tells it; holds nothing."""

    box = Signal(str)  # a round
    consent = Signal()
    whose = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._boxes: dict[str, AnswerBox] = {}
        self._skip = "Z"
        self._asked = Fitted(desk.theme, "question", 800)
        self._asked.setObjectName("asked")
        self.whose_button = button(desk.theme, " ", "chevron-down", "quiet", "whose", after=True)
        self.whose_button.clicked.connect(self.whose)
        self._consent = button(desk.theme, t("Name may be shown"), "", "pill", "consent")
        self._consent.setCheckable(True)
        self._consent.clicked.connect(self.consent)
        for part in (self._consent, self.whose_button):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the board keeps its size when everyone is done
            part.setSizePolicy(policy)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(2)
        self._beside = row(self._consent, self.whose_button, 1, spacing=4)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addStretch(1)
        left.addWidget(self._asked)
        left.addLayout(self._beside)
        left.addStretch(1)
        above = row(spacing=8)
        above.addLayout(left, 1)
        above.addLayout(self._answers)
        self._hint = Elided("", "hint")
        self._below = row(spacing=8)
        self._below.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addLayout(self._below)
        self.setToolTip(t("Space: name may be shown. Minus: not here today. Arrows: another person or answer."))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LAST_MS)
        self._timer.timeout.connect(self._hints)

    def set_rounds(self, rounds: Sequence[tuple[str, str]], skip: str) -> None:
        """A box for each round: its id and its short question. ``skip`` is the letter that passes."""
        for old in self._boxes.values():
            self._answers.removeWidget(old)
            old.deleteLater()
        self._boxes, self._skip = {}, skip
        for number, (id, short) in enumerate(rounds, start=1):
            made = AnswerBox(self._desk.theme, number, short)
            made.clicked.connect(lambda id=id: self.box.emit(id))
            self._boxes[id] = made
            self._answers.addWidget(made)
        self._hints()
        self._arrange()

    def ask(self, words: str, *, somebody: bool) -> None:
        """The large words; without ``somebody`` there is nothing to type."""
        self._asked.setText(words)
        self._consent.setVisible(somebody)
        for box in self._boxes.values():
            box.setVisible(somebody)

    def answer(self, round: str, letter: str, *, done: bool, now: bool) -> None:
        """An answer: its letter ('' when blind or empty), whether it is there, whether it is on turn."""
        self._boxes[round].set(letter, done=done, now=now)

    def flash(self, round: str, letter: str) -> None:
        """What was just typed, for a moment."""
        self._boxes[round].flash(letter)

    def passed_on(self, name: str, letters: Sequence[str]) -> None:
        """The next slip is asked: what was typed of the one before stands under it for a moment, and not in boxes
        that are somebody else's now."""
        for box in self._boxes.values():
            box.calm()
        self._hint.setProperty("kind", "label")
        self._dress()
        self._hint.setText(f"{name}: {' · '.join(letters)}")
        self._timer.start()

    def agreed(self, on: bool) -> None:
        """Whether the name may be shown."""
        self._consent.setChecked(on)

    def target(self, number: int, question: str, name: str, *, enabled: bool) -> None:
        """Whose pawn is placed in the answer with this number; 0 when none is about somebody else."""
        self.whose_button.setVisible(number > 0)
        if number:
            short = name if len(name) <= 18 else name[:17] + "…"
            self.whose_button.setText(plain_button(f"{number}: {short}"))
            self.whose_button.setAccessibleName(f"{question}: {name}")
            self.whose_button.setEnabled(enabled)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whose pawn it is stands beside the consent where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._hints()

    def _arrange(self) -> None:
        boxes = sum(box.width() + self._answers.spacing() for box in self._boxes.values())
        needed = self._consent.sizeHint().width() + self.whose_button.sizeHint().width() + boxes + 12
        below = needed > self.width()
        if below and self._below.indexOf(self.whose_button) < 0:
            self._beside.removeWidget(self.whose_button)
            self._below.addWidget(self.whose_button)
        elif not below and self._beside.indexOf(self.whose_button) < 0:
            self._below.removeWidget(self.whose_button)
            self._beside.insertWidget(1, self.whose_button)

    def _hints(self) -> None:
        if self._timer.isActive():
            return
        self._hint.setProperty("kind", "hint")
        self._dress()
        self._hint.setText(self._desk.texts.t("{letter} passes · Backspace takes back", letter=self._skip))

    def _dress(self) -> None:
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)
