"""Two at one table (*samen aan tafel*): one window that both may see, without hints, notes or cockpit.

The steps come from the workshop's own run; this page maps kinds of step to panes and knows no step by name.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import ProgrammeStep, StepKind
from gogrow.domain.public import BeamerMode
from gogrow.domain.room import public_view
from gogrow.domain.rules import erasing, session, table
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button
from gogrow.ui.messages import ask
from gogrow.ui.paper import print_plans
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.table.bar import Progress, TableBar
from gogrow.ui.table.cards import CardsStep
from gogrow.ui.table.closing import ClosingStep, DoneStep
from gogrow.ui.table.keep import KeepStep
from gogrow.ui.table.letters import letter_scale, sized_sheet
from gogrow.ui.table.look_back import LookBackStep
from gogrow.ui.table.places import PlacesStep
from gogrow.ui.table.plan import PlanStepView
from gogrow.ui.table.step import TableStep
from gogrow.ui.table.then_now import ThenNowStep
from gogrow.ui.table.together import TogetherStep
from gogrow.ui.table.words import NotTwo, ResumeStep, WordsStep

KINDS: dict[str, type[TableStep]] = {
    "words": WordsStep,
    "resume": ResumeStep,
    "not_two": NotTwo,
    "places": PlacesStep,
    "together": TogetherStep,
    "keep": KeepStep,
    "cards": CardsStep,
    "plan": PlanStepView,
    "then_now": ThenNowStep,
    "look_back": LookBackStep,
    "closing": ClosingStep,
    "done": DoneStep,
}

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def pane_for(workshop: Workshop, step: ProgrammeStep | None) -> str:
    """Which pane shows a workshop now, as a key of `KINDS`."""
    if table.seats(workshop) is None:
        return "not_two"
    if workshop.stage.ended:
        return "done"
    if step is None or workshop.stage.begun is None:
        return "words"
    if step.kind is StepKind.GAP:
        return "keep" if table.turn(workshop) is Turn.KEEP else "together"
    if step.kind is StepKind.ROUND:
        return "places" if step.rounds and not step.practice else "words"
    kinds = {
        StepKind.REVEAL: "together",
        StepKind.CARDS: "cards",
        StepKind.PLAN: "plan",
        StepKind.THEN_NOW: "then_now",
        StepKind.LOOK_BACK: "look_back",
        StepKind.CLOSING: "closing",
    }
    return kinds.get(step.kind, "words")


class TablePage(QWidget):
    """The page of two people. The employee works it; who leads places last and speaks second."""

    leave = Signal()
    go = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._texts = desk.texts
        self._steps: dict[str, TableStep] = {}
        self._pane = ""
        self._resume = False
        self._reading = False  # the plan is open, whichever step it is
        self._scale = 1.0
        self._primary: Primary | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ground", "paper")
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._inside: QWidget | None = None
        self._build()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        """All that has words, in the workshop's language."""
        if self._inside is not None:
            self._whole.removeWidget(self._inside)
            self._inside.deleteLater()
        desk, t = self._desk, self._texts.t
        self._steps, self._pane = {}, ""
        inside = self._inside = QWidget()
        inside.setStyleSheet(sized_sheet(desk, self._scale))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TableBar(desk, self._texts)
        self.top.back.connect(self.step_back)
        self._progress = Progress(desk, self._texts)
        column.addWidget(self.top)
        column.addWidget(self._progress)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._second = button(desk.theme, "", "", "", "table-second")
        self._second.setProperty("size", "bottom")
        self._second.clicked.connect(self._do_second)
        self._first = button(desk.theme, "", "chevron-right", "act", "table-first")
        self._first.setProperty("size", "bottom")
        self._first.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._first.clicked.connect(self.act)
        self._stop = button(desk.theme, t("Stop and erase"), "trash", "", "table-stop")
        self._stop.clicked.connect(self.stop_and_erase)
        buttons = row(spacing=12)
        buttons.addWidget(self._second, 2)
        buttons.addWidget(self._first, 3)
        self._chooses = label("", "strong")
        self._lock = QWidget()
        line = row(1, icon_label(desk.theme, "lock", "ink", 20), self._chooses, 1, spacing=8)
        self._lock.setLayout(line)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(16, 18, 36, 14)
        side.setSpacing(12)
        side.addWidget(self._right, 1)
        side.addLayout(buttons)
        side.addWidget(self._stop)
        side.addWidget(self._lock)
        left = QWidget()
        around = QVBoxLayout(left)
        around.setContentsMargins(24, 10, 0, 14)
        around.addWidget(self._left)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(left, 58)
        both.addWidget(right, 42)
        column.addLayout(both, 1)
        self._whole.addWidget(inside)

    def _step(self, name: str) -> TableStep:
        found = self._steps.get(name)
        if found is None:
            assert self._live is not None
            found = self._steps[name] = KINDS[name](self._desk, self._texts, self._live, self._inside)
            found.onward.connect(self._onward)
            found.backward.connect(self.step_back)
            found.changed.connect(self._refresh)
            if isinstance(found, DoneStep):
                found.leave.connect(self.leave)
            self._left.addWidget(found.left)
            self._right.addWidget(found.right)
        return found

    # ------------------------------------------------------------------ showing

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """Show this workshop from now on, or none. Underway it first asks where we were, with the curtain closed."""
        self.close_curtain()
        if self._live is not None and self._live is not live:
            self._live.changed.disconnect(self._show)
        same, self._live, self._reading = self._live is live, live, False
        if live is None:
            self._texts = self._desk.texts
            self._build()
            return
        if not same:
            live.changed.connect(self._show)
            self._new_language(live.workshop)
            self._build()
        self._resume = underway(live.workshop)
        self._show(live.workshop)
        self.setFocus()

    def close_curtain(self) -> None:
        """Cover what only one may see, and keep what is half typed."""
        for step in self._steps.values():
            step.close()

    def _new_language(self, workshop: Workshop) -> bool:
        if self._texts.language == workshop.details.language:
            return False
        self._texts = Texts(workshop.details.language)
        return True

    def _refresh(self) -> None:
        if self._live is not None:
            self._show(self._live.workshop)

    def _show(self, workshop: Workshop) -> None:
        if self._live is None or workshop.id != self._live.id:
            return
        if self._new_language(workshop):
            self._build()
        pair = table.seats(workshop)
        names = tuple(person.label for id in pair or () if (person := workshop.participant(id)))
        own = pane_for(workshop, workshop.step())
        self._resume = self._resume and own not in ("done", "not_two")
        self._reading = self._reading and own not in ("done", "not_two")
        name = "plan" if self._reading else "resume" if self._resume else own
        step = self._step(name)
        if isinstance(step, ResumeStep):
            step.turn = self._step(own).turn_of(workshop)
        step.show(workshop)
        for other, hidden in self._steps.items():
            if other == "places" and other != name:
                hidden.close()
        self._left.setCurrentWidget(step.left)
        self._right.setCurrentWidget(step.right)
        self.top.show_names(names)
        self.top.show_back(self._place(workshop) > 0 and not workshop.stage.ended and not self._resume)
        self.top.show_seen(covered=step.behind_curtain(workshop))
        self._progress.show_workshop(workshop if pair else None)
        self._show_buttons(workshop, step, names)
        self._aloud(workshop, "" if self._reading else name)
        if name != self._pane:
            self._pane = name
            if self.isVisible():
                self.setFocus()

    def _show_buttons(self, workshop: Workshop, step: TableStep, names: tuple[str, ...]) -> None:
        primary, second = step.primary(workshop), step.secondary(workshop)
        wiping = workshop.stage.begun is not None and not workshop.stage.ended and len(names) == 2
        # A button that goes would hand the keys to the next one, which erases; and a second Enter shows nothing.
        guarded = primary.guarded and primary != self._primary
        goes = {self._first: not primary.enabled or guarded, self._second: not second, self._stop: not wiping}
        self._primary = primary
        if any(button is self.window().focusWidget() for button, gone in goes.items() if gone):
            self.setFocus()
        self._write(self._first, primary.text)
        self._first.setEnabled(primary.enabled)
        self._write(self._second, second)
        self._second.setVisible(bool(second))
        self._stop.setVisible(wiping)
        self._lock.setVisible(wiping)
        name = step.name(workshop, (table.seats(workshop) or ("",))[0])
        self._chooses.setText(self._texts.t("{name} chooses what stays.", name=name))

    def _aloud(self, workshop: Workshop, pane: str) -> None:
        """What both see may be read aloud where the step's own words or a card are on the screen."""
        read = pane in ("words", "cards", "look_back", "plan", "closing") and self.isVisible()
        view = public_view(workshop, BeamerMode.SHOW, self._desk.now()) if read else None
        self._desk.aloud.at_table(self.isVisible(), view)

    def _write(self, where: QPushButton, words: str) -> None:
        where.setText(plain_button(words))
        where.setAccessibleName(words)

    # ------------------------------------------------------------------ doing

    def act(self) -> None:
        """The large button at the right."""
        if self._live is None:
            return
        if self._pane == "resume":
            self._resume = False
            self._refresh()
        elif self._pane == "not_two":
            self.go.emit("prepare")
        else:
            step = self._step(self._pane)
            if step.primary(self._live.workshop).enabled:
                step.act(self._live.workshop)

    def open_plan(self) -> None:
        """Show the plan of the one who chooses, whichever step it is now; the large buttons go back to that."""
        if self._live is None:
            return
        there = pane_for(self._live.workshop, self._live.workshop.step()) == "plan"
        self._reading, self._resume = not there, self._resume and not there
        self._refresh()

    def _read(self) -> bool:
        """Close the plan. False when it was not open beside another step."""
        was, self._reading = self._reading, False
        if was:
            self._refresh()
        return was

    def _do_second(self) -> None:
        if self._live is not None and self._pane:
            self._step(self._pane).other(self._live.workshop)

    def stop_and_erase(self) -> None:
        """*Stop en wis*: asks once; then all that was placed and said here is gone, from the file and every step."""
        live, t = self._live, self._texts.t
        if live is None:
            return
        title, text = t("Stop and erase?"), t("All that you placed and said here is erased for good. Nobody asks why.")
        if ask(self, self._texts, title, text, t("Erase"), t("Leave it")):
            for step in self._steps.values():
                step.drop()
            live.do(erasing.wipe_table)

    def print_papers(self) -> None:
        """Plans on paper, of the two at the table."""
        if self._live is not None:
            print_plans(self._desk, self, self._live)

    def step_back(self) -> None:
        """One screen back; nothing is lost."""
        live = self._live
        if live is None or self._read() or self._resume or (self._pane and self._step(self._pane).back(live.workshop)):
            return
        place = self._place(live.workshop)
        if place > 0:
            step = live.workshop.run[place - 1]
            live.do(session.go_to, step.id, self._desk.now())
            if step.kind is StepKind.GAP:
                live.do(table.turn_to, Turn.KEEP, self._desk.now())

    def _onward(self) -> None:
        live = self._live
        if live is None or self._read():
            return
        place = self._place(live.workshop) + 1
        if place < len(live.workshop.run):
            live.do(session.go_to, live.workshop.run[place].id, self._desk.now())
        else:
            live.do(session.end, self._desk.now())

    def _place(self, workshop: Workshop) -> int:
        ids = [step.id for step in workshop.run]
        return ids.index(workshop.stage.step) if workshop.stage.step in ids else -1

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """While one looks away nobody undoes what the other did: undo and redo are swallowed."""
        override = event.type() is QEvent.Type.ShortcutOverride and self._pane == "places"
        if override and isinstance(event, QKeyEvent) and any(event.matches(keys) for keys in UNDOING):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down goes on where nothing is shown by it; elsewhere it only points at the button."""
        live = self._live
        if live is not None and self._pane:
            if event.key() == Qt.Key.Key_PageUp:
                return self.step_back()
            if event.key() == Qt.Key.Key_PageDown:
                if self._step(self._pane).primary(live.workshop).guarded:
                    return self._first.setFocus()
                return self.act()
            if self._step(self._pane).key(event, live.workshop):
                return None
        return super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A large window has larger letters: two read it, from two chairs."""
        super().resizeEvent(event)
        scale = letter_scale(self.size())
        if scale != self._scale:
            self._scale = scale
            self.close_curtain()
            self._build()
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the curtain closes, and whoever comes back is asked where we were."""
        self.close_curtain()
        self._desk.aloud.at_table(False)
        if self._live is not None:
            self._resume = underway(self._live.workshop)
            self._refresh()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What can be read aloud is now what stands here."""
        super().showEvent(event)
        self._refresh()


def underway(workshop: Workshop) -> bool:
    """Whether there is something to come back to: begun, not over, and past the first step."""
    stage = workshop.stage
    first = workshop.run[0].id if workshop.run else ""
    return stage.begun is not None and not stage.ended and stage.step not in ("", first)
