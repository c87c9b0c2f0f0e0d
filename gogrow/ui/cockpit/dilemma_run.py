"""The phases of a round about one dilemma, as a short list: what was done, what is now, what can come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout

from gogrow.domain.deck import DEFAULT_PHASES, Phase
from gogrow.domain.dilemmas import Moment
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.run import StepRow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import panel

LATER = tuple(phase for phase in Phase if phase not in DEFAULT_PHASES)
"""What a step may leave out: they stand in the second column."""
ROW = 33
"""The height of a row, in pixels."""


def phase_words(texts: Texts, phase: Phase) -> str:
    """What a phase is called."""
    t = texts.t
    return {
        Phase.READ: t("Read first"),
        Phase.CHOOSE: t("Choosing"),
        Phase.SHOW: t("Showing"),
        Phase.TALK: t("Talking"),
        Phase.SENTENCE: t("One sentence"),
        Phase.AGAIN: t("Choosing again"),
        Phase.COMPARE: t("Comparing"),
        Phase.PAWN: t("The group’s pawn"),
        Phase.GOALS: t("Beside the goals"),
    }[phase]


def onward_words(texts: Texts, phase: Phase) -> str:
    """The words of the button that goes on to a phase."""
    t = texts.t
    return {
        Phase.READ: t("Read aloud"),
        Phase.CHOOSE: t("Let them choose"),
        Phase.SHOW: t("Show"),
        Phase.TALK: t("Go and talk"),
        Phase.SENTENCE: t("On to one sentence"),
        Phase.AGAIN: t("Let them choose again"),
        Phase.COMPARE: t("Compare before and after"),
        Phase.PAWN: t("Put the group’s pawn"),
        Phase.GOALS: t("Hold it beside the goals"),
    }[phase]


def done_phases(workshop: Workshop) -> frozenset[Phase]:
    """The phases that left something, and those that were simply gone through."""
    played = workshop.dilemma()
    if played is None:
        return frozenset()
    order, now = tuple(Phase), workshop.stage.dilemma.phase
    before, after = (bool(workshop.counts(played.id, moment)) for moment in (Moment.BEFORE, Moment.AFTER))
    past = {phase for phase in (Phase.READ, Phase.TALK) if order.index(phase) < order.index(now)}
    left = {
        Phase.READ: before or bool(played.sentence),
        Phase.CHOOSE: before,
        Phase.SHOW: before,
        Phase.TALK: bool(played.sentence),
        Phase.SENTENCE: bool(played.sentence),
        Phase.AGAIN: after,
        Phase.COMPARE: after,
        Phase.PAWN: played.pawn is not None,
        Phase.GOALS: any(goal.dilemma == played.id for goal in workshop.goal_views),
    }
    return frozenset(past | {phase for phase, there in left.items() if there})


class PhaseList(QFrame):
    """Two columns of rows; a click, Enter or the space bar goes to a phase."""

    chosen = Signal(object)  # Phase

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        frame, column = panel((8, 8, 8, 8), 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        column.addLayout(grid)
        self._rows: dict[Phase, StepRow] = {}
        for phases, at, down in ((DEFAULT_PHASES, 0, 0), (LATER, 1, 1)):
            for number, phase in enumerate(phases, start=down):
                line = StepRow(desk.theme, desk.texts)
                line.setFixedHeight(ROW)
                line.chosen.connect(lambda id: self.chosen.emit(Phase(id)))
                self._rows[phase] = line
                grid.addWidget(line, number, at)
        more = label(desk.texts.t("Also possible"), "label")
        more.setContentsMargins(12, 0, 0, 0)
        grid.addWidget(more, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the round; without a dilemma nothing is now."""
        there = workshop.dilemma() is not None
        done, now = done_phases(workshop), workshop.stage.dilemma.phase
        plays = dilemmas.phases(workshop.step())
        for phase, line in self._rows.items():
            words = phase_words(self._desk.texts, phase)
            line.set(str(phase), words, None, done=phase in done, now=there and phase is now, quiet=phase not in plays)
            line.setEnabled(there)
