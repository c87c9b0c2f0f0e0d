"""The end: what stays is read together, printed, and the rest is erased."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gogrow.domain.board import About
from gogrow.domain.rules import erasing, follow_up, session, table
from gogrow.domain.workshop import DevelopmentPlan, Visibility, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button, typed
from gogrow.ui.messages import ask
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.table.keep import Form
from gogrow.ui.table.plan import print_both
from gogrow.ui.table.step import Column, TableStep


class Staying(QWidget):
    """What stays, one line for each thing, each with who may see it."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._frame, self._column = panel((20, 16, 20, 18), 12)
        outer.addWidget(self._frame)
        self._title = label("", "section")
        self._column.addWidget(self._title)
        self._rows: list[QWidget] = []
        self._shown: object = None

    def lines(self, workshop: Workshop) -> tuple[tuple[str, str, str], ...]:
        """Icon, what it is, and its words."""
        t = self._texts.t
        found: list[tuple[str, str, str]] = []
        for talk in workshop.talks:
            plan = talk.visibility is Visibility.PLAN
            who = t("On your plan sheets") if plan else t("For the two of you and the facilitator")
            words = [talk.sentence, talk.agreement, ", ".join(talk.themes)]
            found.append(("messages", who, "\n".join(part for part in words if part)))
        for plan_of in workshop.plans:
            person = workshop.participant(plan_of.id)
            steps = [step.what for step in plan_of.steps if step.what]
            words = [*steps, plan_of.enables]
            if person is not None and any(words):
                found.append(("writing", t("Plan of {name}", name=person.label), "\n".join(w for w in words if w)))
        for look in workshop.check_ins:
            person = workshop.participant(look.id)
            if person is not None and follow_up.said_something(look):
                notes = [f"{result.what}: {result.note}" for result in look.results if result.note]
                told = "\n".join(word for word in (*notes, look.helped, look.hindered) if word)
                found.append(("list-check", t("What {name} looked back at", name=person.label), told))
        if workshop.harvest:
            themes = ", ".join(item.theme for item in workshop.harvest)
            found.append(("point", t("Themes, without names"), themes))
        return tuple(found)

    def show_workshop(self, workshop: Workshop, places: str = "") -> None:
        """Show it; ``places`` is a line about the places that stay, '' for none."""
        t = self._texts.t
        lines = self.lines(workshop)
        if places:
            lines = (*lines, ("map-pin", places, ""))
        if lines == self._shown:
            return
        self._shown = lines
        self._title.setText(t("This stays") if lines else t("Nothing stays"))
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = []
        for icon, what, words in lines:
            holder = QWidget()
            line = row(spacing=12)
            sign = icon_label(self._desk.theme, icon, "ink2", 22)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            text = QVBoxLayout()
            text.setSpacing(2)
            text.addWidget(typed(what, "label"))
            if words:
                text.addWidget(typed(words))
            line.addLayout(text, 1)
            holder.setLayout(line)
            self._rows.append(holder)
            self._column.addWidget(holder)


class ClosingStep(TableStep):
    """Read what stays, print, and erase the rest, which asks once."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        form = Form()
        self._staying = Staying(desk, texts)
        form.column.addWidget(self._staying)
        self._place = QCheckBox()
        self._place.setProperty("row", True)
        self._place.clicked.connect(lambda: self.changed.emit())
        form.column.addWidget(self._place)
        self._gone = label("", "muted", wrap=True)
        form.column.addWidget(self._gone)
        form.column.addStretch(1)
        self._words = Column(desk)
        self._print = button(desk.theme, self.t("Print both plan sheets"), "printer", "", "print-plans")
        self._print.clicked.connect(lambda: print_both(desk, self.left, live))
        self._words.box.addWidget(self._print)
        self.left: QWidget = form
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Show what stays and what goes."""
        pair, step, t = table.seats(workshop), workshop.step(), self.t
        if pair is None or step is None:
            return
        own = self._own(workshop, pair[0])
        self._staying.show_workshop(workshop)
        name = self.name(workshop, pair[0])
        self._place.setText(plain_button(t("Keep the place of {name} with the plan", name=name)))
        self._place.setVisible(bool(own))
        self._gone.setText(t("All other places are erased. Print first if you want them on paper."))
        self._gone.setVisible(bool(workshop.placements))
        language = self.texts.language
        self._words.say(step.heading.get(language, ""), step.body.get(language, ""))

    def primary(self, workshop: Workshop) -> Primary:
        """The end."""
        return Primary(self.t("Erase the rest"), guarded=True)

    def secondary(self, workshop: Workshop) -> str:
        """One step back."""
        return self.t("Back")

    def act(self, workshop: Workshop) -> None:
        """Ask, then erase the rest."""
        pair, t = table.seats(workshop), self.t
        if pair is None:
            return
        title, text = t("Erase the rest?"), t("What is in this list stays. The rest is erased for good.")
        if ask(self.left, self.texts, title, text, t("Erase"), t("Leave it")):
            kept = self._own(workshop, pair[0]) if self._place.isChecked() else frozenset()
            self.live.do(erasing.wipe_rest, kept)

    def drop(self) -> None:
        """Nothing is chosen."""
        self._place.setChecked(False)

    def _own(self, workshop: Workshop, person: str) -> frozenset[str]:
        rounds = {r.id for r in workshop.board.rounds if r.about is About.SELF}
        return frozenset(p.id for p in workshop.placements if p.placer == person and p.round in rounds)


class DoneStep(TableStep):
    """After the end: what stayed, paper, and the way out."""

    leave = Signal()

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        form = Form()
        self._staying = Staying(desk, texts)
        form.column.addWidget(self._staying)
        form.column.addStretch(1)
        self._words = Column(desk)
        self._print = button(desk.theme, self.t("Print both plan sheets"), "printer", "", "print-plans")
        self._print.clicked.connect(lambda: print_both(desk, self.left, live))
        self._words.box.addWidget(self._print)
        self.left: QWidget = form
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Say what was erased."""
        t = self.t
        places = t("A place on the board, for the plan") if workshop.placements else ""
        self._staying.show_workshop(workshop, places)
        said = workshop.talks or workshop.harvest or workshop.placements or _typed(workshop.plans)
        empty = not (said or any(follow_up.said_something(look) for look in workshop.check_ins))
        if empty:
            self._words.say(
                t("Everything is erased"), t("Nothing of your talk is in the file any more. Thank you both.")
            )
        else:
            self._words.say(t("The rest is erased"), t("Only what is in this list is kept. Thank you both."))

    def primary(self, workshop: Workshop) -> Primary:
        """Out."""
        return Primary(self.t("Back to all workshops"))

    def secondary(self, workshop: Workshop) -> str:
        """Once more, with what stayed."""
        return self.t("Begin again")

    def act(self, workshop: Workshop) -> None:
        """Out."""
        self.leave.emit()

    def other(self, workshop: Workshop) -> None:
        """Begin anew."""
        self.live.do(session.begin, self.desk.now())


def _typed(plans: tuple[DevelopmentPlan, ...]) -> bool:
    return any(plan != DevelopmentPlan(plan.id) for plan in plans)
