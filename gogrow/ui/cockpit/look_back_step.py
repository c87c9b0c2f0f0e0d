"""Looking back: all talk in pairs; who wants goes through the plan of then with the facilitator, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.rules import follow_up, planning
from gogrow.domain.workshop import CheckIn, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.check_in.look_form import LookForm
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.person_list import PersonList
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, icon_label, panel, row


class LookSide(QFrame):
    """Right: who comes to sit beside the laptop."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        frame, column = panel((16, 14, 14, 12), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        self._title = label("", "section", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._list = PersonList(desk, t("Whose plan of then"), scan=True)
        self._list.chosen.connect(self.chosen)
        self._signs = label("", "hint", wrap=True)
        for part in (caption, self._title, self._hint):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(self._signs)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def show_workshop(self, workshop: Workshop, current: str) -> None:
        """Show the people: a sheet before a plan of then, a check when it was looked back at."""
        t = self._desk.texts.t
        looks = {look.id: look for look in workshop.check_ins}
        plans = len(looks)
        if plans:
            title = t("In pairs first")
            hint = t(
                "People come to you if they like. Together you type how each step went. Copying it from the "
                "sheet can wait."
            )
        elif workshop.details.follows:
            title = t("No plan of then")
            hint = t("No plan was typed last time. Talk about it with the sheets in hand, or go on.")
        else:
            title = t("There is nothing to compare with")
            hint = t(
                "This workshop follows no earlier one, or that one is no longer in the list. Go on to the next step."
            )
        self._title.setText(title)
        self._hint.setText(hint)
        signs = {id: "check" if follow_up.said_something(look) else "file-text" for id, look in looks.items()}
        self._list.show_people(workshop, current, signs)
        there = bool(plans or workshop.details.follows)
        self._list.setVisible(there)
        self._rest.setVisible(not there)
        done = sum(follow_up.said_something(look) for look in looks.values())
        self._signs.setText(t("Looked back: {done} of {total}", done=done, total=plans))
        self._signs.setVisible(bool(plans))


class LookPane(QFrame):
    """The plan of then of one person; private."""

    closed = Signal()
    onward = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person = ""
        t = desk.texts.t
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 10)
        column.setSpacing(6)
        self._name = Elided("", "section")
        self._plan = button(desk.theme, t("New plan"), "writing", "tool", "new-plan")
        self._plan.clicked.connect(lambda: self.onward.emit(self._person))
        close = button(desk.theme, t("Close"), "x", "tool", "close-look")
        close.clicked.connect(self.closed)
        head = row(icon_label(desk.theme, "lock", "ink2", 18))
        head.addWidget(self._name, 1)
        head.addWidget(self._plan)
        head.addWidget(close)
        column.addLayout(head)
        self.form = LookForm(desk)
        self._none = label("", "note", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._none)
        column.addWidget(self.form, 1)

    def show_person(self, workshop: Workshop, participant: str, wish: str, *, busy: bool) -> None:
        """Show a plan of then. While the file is ``busy``, what was typed meanwhile is newer than what it brings."""
        self._person = participant
        person = workshop.participant(participant)
        self._name.setText(person.name if person else "")
        known = any(look.id == participant for look in workshop.check_ins)
        if not (busy and self.form.shows(participant)):
            self.form.show_look(workshop, participant, wish)
        name, t = names_apart(workshop.participants).get(participant, ""), self._desk.texts.t
        none = t("The file holds no earlier plan of {name}. Look at the sheet together.", name=name)
        self._none.setText("" if known else none)
        self._none.setVisible(not known)


class LookBackStep(StepView):
    """The cockpit of looking back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._pane = LookPane(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._stack.addWidget(self._pane)
        self._side = LookSide(desk)
        self.middle = self._stack
        self.right = self._side
        self._person = ""
        self._new = True
        form = self._pane.form
        self._side.chosen.connect(self.choose)
        self._pane.closed.connect(self._shut)
        self._pane.onward.connect(self._onward)
        form.kept.connect(self._keep)
        form.drafted.connect(lambda id, text: self.live.draft(id, text) if self.live is not None else None)
        form.carried.connect(self._carry)

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop, or the same one opened again: nobody is open, but who is half written."""
        super().attach(live)
        self._new, self._person = True, ""

    def show(self, workshop: Workshop) -> None:
        """Show the picture, or the plan of then that is open."""
        if self.live is None:
            return
        if self._new:
            self._new, self._person = False, planning.half_written(workshop, planning.LOOK_DRAFT)
        if workshop.participant(self._person) is None:
            self._person = ""
        self._stage.show_workshop(workshop)
        self._side.show_workshop(workshop, self._person)
        if self._person:
            wish = follow_up.wish_then(workshop, self.live.earlier, self._person)
            self._pane.show_person(workshop, self._person, wish, busy=self.live.busy)
        self._stack.setCurrentIndex(1 if self._person else 0)

    def leave(self) -> None:
        """Close it."""
        self._pane.form.finish()
        self._person = ""

    def keep(self) -> None:
        """What is typed goes to the file."""
        self._pane.form.finish()

    def open_plan(self, participant: str) -> bool:
        """Show what became of somebody's plan, also of one that was written by hand; without a then comes a new one."""
        there = self.live is not None and bool(self.live.workshop.check_ins or self.live.workshop.details.follows)
        if there:
            self.choose(participant)
        return there

    def choose(self, participant: str) -> None:
        """Show somebody's plan of then; what is typed of another one is kept. '' for nobody's."""
        self._pane.form.finish()
        self._person = participant
        if self.live is not None:
            self.show(self.live.workshop)

    def _shut(self) -> None:
        self.choose("")
        self.shut.emit()

    def _keep(self, look: CheckIn) -> None:
        if self.live is not None:
            for id in self._pane.form.drafts(look.id):
                self.live.forget_draft(id)
            self.live.do_then(lambda now: planning.look_back(now, look), lambda: self._pane.form.taken(look))

    def _carry(self, participant: str) -> None:
        if self.live is not None:
            then = self.live.earlier[0] if self.live.earlier else None
            self.live.do(follow_up.carry_on, then, participant)

    def _onward(self, participant: str) -> None:
        self._pane.form.finish()
        self.plan.emit(participant)
