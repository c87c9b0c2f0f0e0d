"""The right side of a step about dilemmas: the phases, and under them the one thing to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import Deck, DilemmaCard, Phase
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.beside_goals import BesideGoals
from gogrow.ui.cockpit.choices_panel import ChoicesPanel
from gogrow.ui.cockpit.dilemma_run import PhaseList, phase_words
from gogrow.ui.cockpit.kept_line import KeptLine
from gogrow.ui.cockpit.pawn_panel import PawnPanel
from gogrow.ui.cockpit.pick_panel import PickPanel
from gogrow.ui.cockpit.preview import SmallPreview
from gogrow.ui.cockpit.sentence_panel import SentencePanel
from gogrow.ui.cockpit.show_panel import ShowPanel
from gogrow.ui.cockpit.talk_panel import TalkPanel
from gogrow.ui.cockpit.tally import COUNTING, Tally
from gogrow.ui.cockpit.turning_row import TurningRow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, panel, row

SMALL_FROM = 560
"""From this height on, in pixels, there is room for the small picture of what the group sees."""


class DilemmaSide(QWidget):
    """Holds a panel for each phase; `DilemmaStep` listens to them."""

    other = Signal()  # another dilemma
    stopped = Signal()  # and no trace of this one

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.phases = PhaseList(desk)
        column.addWidget(self.phases)
        frame, inside = panel((16, 12, 10, 12), 6)
        column.addWidget(frame, 1)
        self._title = label("", "section")
        self._which = Elided("", "muted")
        self._which.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(self._title, spacing=12)
        head.setContentsMargins(0, 0, 6, 0)
        head.addWidget(self._which, 1)
        inside.addLayout(head)
        self._stack = QStackedWidget()
        inside.addWidget(self._stack, 1)
        self._other = button(desk.theme, t("Another dilemma"), "", "tool", "other-dilemma")
        self._other.clicked.connect(self.other)
        self._stop = button(desk.theme, t("Stop, leave no trace"), "hand-stop", "tool", "stop")
        self._stop.clicked.connect(self.stopped)
        foot = TurningRow(self._other, self._stop)
        foot.setContentsMargins(0, 4, 6, 0)
        inside.addWidget(foot)
        self.small = SmallPreview(desk)
        column.addWidget(self.small)
        self._counts = False
        self.pick = PickPanel(desk)
        self.choices = ChoicesPanel(desk)
        self.showing = ShowPanel(desk)
        self.talk = TalkPanel(desk)
        self.sentence = SentencePanel(desk)
        self.pawn = PawnPanel(desk)
        self.goals = BesideGoals(desk)
        self._areas: dict[QWidget, QScrollArea] = {}
        parts = (self.pick, self.choices, self.showing, self.talk, self.sentence, self.pawn, self.goals)
        for part in parts:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
            part.setProperty("scrolled", True)
            area.setWidget(part)
            self._areas[part] = area
            self._stack.addWidget(area)
        self._of: dict[Phase, QWidget] = {
            Phase.READ: self.choices,
            Phase.CHOOSE: self.choices,
            Phase.SHOW: self.showing,
            Phase.TALK: self.talk,
            Phase.SENTENCE: self.sentence,
            Phase.AGAIN: self.choices,
            Phase.COMPARE: self.showing,
            Phase.PAWN: self.pawn,
            Phase.GOALS: self.goals,
        }

    @property
    def lines(self) -> tuple[KeptLine, ...]:
        """All fields with sentences that keep themselves."""
        return (self.sentence.line, self.pawn.other, *self.goals.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The small picture needs room."""
        super().resizeEvent(event)
        self._room()

    def _room(self) -> None:
        needed = SMALL_FROM * self._desk.theme.size("font.text") / 15.5  # large letters leave less
        self.small.setVisible(self._counts and self.height() >= needed)

    def show_workshop(
        self,
        workshop: Workshop,
        tally: Tally | None,
        left: tuple[DilemmaCard, ...] | None,
        deck: Deck | None,
        *,
        busy: bool,
    ) -> None:
        """Show the phase; ``left`` are the dilemmas that can still be played, None while they are read."""
        texts, step, played = self._desk.texts, workshop.step(), workshop.dilemma()
        phase = workshop.stage.dilemma.phase
        self.phases.show_workshop(workshop)
        self._other.setVisible(played is not None)
        self._stop.setVisible(played is not None)
        self._counts = played is not None and phase in COUNTING
        self._room()
        if played is None or tally is None:
            self._title.setText(texts.t("Which dilemma?"))
            self._which.setText("")
            self.pick.show_workshop(workshop, left, deck.card_themes if deck is not None else ())
            self._turn_to(self.pick)
            return
        self._title.setText(phase_words(texts, phase))
        self._which.setText(played.card.title)
        if step is not None:
            self.small.set_words(step.title[texts.language], texts.t("Only the total, no places"))
        part = self._of[phase]
        themes = tuple(deck.dilemma_themes.get(workshop.details.language, ())) if deck is not None else ()
        if part is self.choices:
            self.choices.show_workshop(workshop, tally)
        elif part is self.showing:
            self.showing.show_workshop(workshop, tally)
        elif part is self.talk:
            self.talk.show_workshop(workshop)
        elif part is self.sentence:
            self.sentence.show_workshop(workshop, themes, busy=busy)
        elif part is self.pawn:
            self.pawn.show_workshop(workshop, busy=busy)
        else:
            self.goals.show_workshop(workshop, busy=busy)
        self._turn_to(part)

    def _turn_to(self, part: QWidget) -> None:
        area = self._areas[part]
        if self._stack.currentWidget() is not area:
            self._stack.setCurrentWidget(area)
            area.verticalScrollBar().setValue(0)
