"""Right while people talk: who argues which side, then freely; a quiet clock, a question, the fact."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui import icons
from gogrow.ui.cockpit.turning_row import TurningRow
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button


class TalkPanel(QWidget):
    """Asks for what `DilemmaStep` does."""

    poles = Signal()
    freely = Signal()
    minutes = Signal(int)
    clock = Signal(bool)  # run, or stand still
    beside = Signal(str)  # a question, '' for none
    fact = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions: tuple[str, ...] = ()
        self._pills: list[WrappedPill] = []
        self._runs = False
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self._sides = label("", "strong", wrap=True)
        column.addWidget(self._sides)
        self._poles = button(desk.theme, t("Draw the sides"), "arrows-shuffle", "tool", "draw-poles")
        self._poles.clicked.connect(self.poles)
        self._freely = button(desk.theme, t("Talk freely"), "messages", "tool", "talk-freely")
        self._freely.clicked.connect(self.freely)
        column.addWidget(TurningRow(self._poles, self._freely))
        self._clock = button(desk.theme, t("Let the clock run"), "player-play", "tool", "turn-clock")
        self._clock.clicked.connect(lambda: self.clock.emit(not self._runs))
        self._minutes = QSpinBox()
        self._minutes.setRange(1, 30)
        self._minutes.setSuffix(" " + t("min"))
        self._minutes.lineEdit().setTextMargins(10, 0, 0, 0)
        self._minutes.setMinimumWidth(104)
        self._minutes.setKeyboardTracking(False)
        self._minutes.setAccessibleName(t("Minutes on the clock"))
        self._minutes.valueChanged.connect(self.minutes)
        column.addWidget(TurningRow(self._clock, self._minutes))
        column.addSpacing(2)
        self._title = label(t("A question on the beamer"), "label")
        column.addWidget(self._title)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)
        self._fact_title = label(t("The fact of this dilemma"), "label")
        column.addWidget(self._fact_title)
        self._fact = WrappedPill(desk.theme, "", "bulb")
        self._fact.setObjectName("fact")
        self._fact.clicked.connect(self.fact)
        column.addWidget(self._fact)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show where the talk is."""
        t, stage, played = self._desk.texts.t, workshop.stage, workshop.dilemma()
        if played is None:
            return
        round_ = stage.dilemma
        if round_.left:
            one, other = ("A", "B") if round_.left == "a" else ("B", "A")
            words = t("Who sits left argues {one}, who sits right {other}.", one=one, other=other)
        elif stage.turns > 1:
            words = t("Everyone says what they think.")
        else:
            words = t("In pairs: each argues the side that is drawn, whatever they chose.")
        self._sides.setText(words)
        self._poles.setText(t("Draw again") if round_.left else t("Draw the sides"))
        self._runs = stage.turn.since is not None
        self._clock.setText(t("Stop the clock") if self._runs else t("Let the clock run"))
        sign = "player-pause" if self._runs else "player-play"
        self._clock.setIcon(icons.icon(sign, self._desk.theme.colour("ink"), 20, room=5))
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(stage.turn_minutes)
        self._make(played.card.deepen)
        for pill in self._pills:
            pill.setChecked(pill.words() == " ".join(round_.question.split()) != "")
        self._title.setVisible(bool(self._pills))
        self._fact.set_words(played.card.fact)
        self._fact.setChecked(round_.fact)
        for part in (self._fact, self._fact_title):
            part.setVisible(bool(played.card.fact))

    def _make(self, questions: tuple[str, ...]) -> None:
        if questions == self._questions:
            return
        self._questions = questions
        while item := self._list.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._pills = []
        for number, question in enumerate(questions):
            pill = WrappedPill(self._desk.theme, question, "message-2")
            pill.setObjectName(f"question-{number}")
            pill.clicked.connect(lambda on, question=question: self.beside.emit(question if on else ""))
            self._pills.append(pill)
            self._list.addWidget(pill)
