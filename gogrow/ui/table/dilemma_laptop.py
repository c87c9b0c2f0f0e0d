"""At the laptop: a few people choose about a dilemma, one after another, while the cockpit is locked.

What they choose is held back until the laptop comes back, and goes into the count all at once, without order. The
total on the beamer would else tell, at each turn, who passed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain import ballot as rules
from gogrow.domain.dilemmas import Moment
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.step_buttons import PoleWords, StepButtons
from gogrow.ui.desk import Desk, sized_theme
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row
from gogrow.ui.table.heading import Heading
from gogrow.ui.table.letters import letter_scale
from gogrow.ui.table.locked import Locked

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DilemmaTurn(Locked):
    """Five large buttons for whoever holds the laptop; between two people a page that shows nothing."""

    def __init__(self, desk: Desk, live: LiveWorkshop, parent: QWidget, moment: Moment, turns: int) -> None:
        """``turns`` people are expected to choose here."""
        super().__init__(desk, live, parent)
        self._about = live.workshop.stage.dilemma.card
        self._phase = live.workshop.stage.dilemma.phase
        self._moment = moment
        self._turns = turns
        self._held: list[int | None] = []  # None for who passed
        self._chosen: int | None = None
        self._theme = sized_theme(desk.theme.name, desk.settings.text_size * 1.25 * letter_scale(parent.size()))
        self._stack.addWidget(self._make_question())
        self._stack.addWidget(self._make_between())
        self._between()

    def _make_question(self) -> QWidget:
        t = self._texts.t
        played = self._live.workshop.dilemma(self._about)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        self.situation = Heading(self._desk.theme, played.card.situation if played else "", lines=4, token="question")
        poles = PoleWords(self._desk, self._theme)
        poles.set_lines(3)
        if played is not None:
            card = played.card
            poles.say(f"{card.a} {card.a_reason}", f"{card.b} {card.b_reason}")
        self.steps = StepButtons(self._desk, self._theme, self._texts)
        self.steps.chosen.connect(self._choose)
        for made in self.steps.buttons:
            made.setCheckable(True)
            made.setMaximumHeight(240)
        skip = button(self._desk.theme, t("I pass"), "", "", "laptop-pass")
        skip.setProperty("size", "bottom")
        skip.clicked.connect(lambda: self._ready(None))
        self.done = button(self._desk.theme, t("Ready"), "chevron-right", "act", "laptop-ready", after=True)
        self.done.setProperty("size", "bottom")
        self.done.clicked.connect(lambda: self._ready(self._chosen))
        buttons = row(spacing=12)
        buttons.addStretch(2)
        buttons.addWidget(skip, 2)
        buttons.addWidget(self.done, 3)
        column.addStretch(1)
        column.addWidget(self.situation)
        column.addSpacing(10)
        column.addWidget(poles)
        column.addWidget(self.steps, 4)
        column.addStretch(1)
        column.addLayout(buttons)
        return page

    def _make_between(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        self.heading = Heading(self._desk.theme, lines=2)
        self.body = label("", "body", wrap=True)
        self.mine = button(self._desk.theme, self._texts.t("It is my turn"), "hand-click", "act", "laptop-mine")
        self.mine.setProperty("size", "bottom")
        self.mine.clicked.connect(self._begin)
        column.addStretch(2)
        for part in (self.heading, self.body):
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(row(self.mine, 1))
        column.addStretch(3)
        return page

    # ------------------------------------------------------------------ a turn

    def _between(self) -> None:
        t, n, had = self._texts.t, self._texts.n, len(self._held)
        left = self._turns - had
        if not left:
            self.heading.setText(t("Thank you. Everyone has been."))
            self.body.setText(t("Give the laptop back to the facilitator."))
        elif had:
            self.heading.setText(t("Thank you. Pass the laptop on."))
            self.body.setText(n("{count} person comes after this.", "{count} people come after this.", left))
        else:
            self.heading.setText(t("One after another"))
            self.body.setText(t("What you choose, nobody sees. Only how many chose what is shown, all at once."))
        self.mine.setVisible(left > 0)
        self._stack.setCurrentIndex(1)
        self.setFocus()

    def _begin(self) -> None:
        self._select(None)
        self._stack.setCurrentIndex(0)
        self.setFocus()

    def _choose(self, view: int) -> None:
        self._select(view)

    def _select(self, view: int | None) -> None:
        self._chosen = view
        for number, made in enumerate(self.steps.buttons, start=1):
            made.setChecked(number == view)
        self.done.setEnabled(view is not None)

    def _ready(self, view: int | None) -> None:
        if self._stack.currentIndex() != 0 or len(self._held) >= self._turns:
            return
        if not self._held and not self._live.workshop.stage.dilemma.counting:
            self._live.do(dilemmas.counting, True)  # a program that stops now says so when it is there again
        self._held.append(view)
        self._select(None)
        self._between()

    def _forget(self) -> None:
        """The laptop is back: what was chosen goes into the count, all at once and without order."""
        held, self._held = self._held, []
        self._select(None)
        if not held:
            return
        voices = self._live.voices
        voices.open(self._about, self._moment)
        for view in sorted(view for view in held if view is not None):
            voices.do(rules.add, view)
        passed = held.count(None)
        if passed:
            voices.do(rules.expect, -passed)

    def _changed(self, workshop: Workshop) -> None:
        stage = workshop.stage.dilemma
        if (stage.card, stage.phase) != (self._about, self._phase):
            self._held.clear()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers choose, Enter is ready; no key reaches the cockpit."""
        if self._stack.currentIndex() == 0:
            if event.text() in ("1", "2", "3", "4", "5"):
                self._choose(int(event.text()))
            elif event.key() in _ENTER and self._chosen is not None:
                self._ready(self._chosen)
        elif event.key() in _ENTER and self.mine.isVisible() and not self._held:
            self._begin()
        super().keyPressEvent(event)
