"""Then and now: the two boards of the group, or one person who says yes; privately for everyone who wants to see it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.room import one_then_now
from gogrow.domain.rules import follow_up, placing
from gogrow.domain.rules.follow_up import Missing, team_boards
from gogrow.domain.workshop import TEAM, Consent, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.check_in.own_way import OwnWay
from gogrow.ui.check_in.words import missing_words
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.person_list import PersonList
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, panel, row


class ThenNowSide(QFrame):
    """Right: what can be shown, and whose then and now is looked at here."""

    chosen = Signal(str)
    agreed = Signal(str, bool)
    hidden = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person = ""
        t = desk.texts.t
        frame, column = panel((16, 14, 14, 12), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        self._title = label("", "section", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._who = label(t("Who wants to see the own place?"), "label", wrap=True)
        self._list = PersonList(desk, t("Whose then and now"))
        self._list.chosen.connect(self.chosen)
        self._yes = CheckPill(desk)
        self._yes.setObjectName("then-now-yes")
        self._yes.clicked.connect(lambda on: self.agreed.emit(self._person, on))
        self._why = label("", "hint", wrap=True)
        self._hide = button(desk.theme, t("Hide again"), "eye-off", "tool", "hide")
        self._hide.clicked.connect(self.hidden)
        for part in (caption, self._title, self._hint, self._who):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(self._yes)
        column.addWidget(self._why)
        column.addLayout(row(self._hide, 1))
        self._rest = QWidget()  # what is left of the height when there is nobody to choose
        column.addWidget(self._rest, 1)

    def show_workshop(self, workshop: Workshop, earlier: tuple[Workshop, ...], person: str) -> None:
        """Show what the room sees, and whose place is looked at."""
        t, whose = self._desk.texts.t, workshop.stage.then_now
        self._person = person
        names = names_apart(workshop.participants)
        found = team_boards(workshop, earlier)
        if whose == TEAM and not isinstance(found, Missing):
            title, hint = t("The room sees then and now"), t("Ask about the group. Nobody can be followed.")
        elif whose and whose != TEAM:
            title = t("The room sees {name}", name=names.get(whose, ""))
            hint = t("{name} tells, and the others listen.", name=names.get(whose, ""))
        elif isinstance(found, Missing):
            title, hint = missing_words(found, self._desk.texts)
        else:
            title = t("Ready to show")
            hint = t("Two boards beside each other, all pawns alike. There is no line from then to now.")
        self._title.setText(title)
        self._hint.setText(hint)
        signs = {p.id: "check" for p in workshop.participants if workshop.agreed(Consent.THEN_NOW, p.id)}
        self._list.show_people(workshop, person, signs)
        for part in (self._who, self._list):
            part.setVisible(bool(earlier))
        self._rest.setVisible(not earlier)
        self._hide.setVisible(bool(earlier or whose))
        self._show_yes(workshop, earlier, names)
        self._hide.setEnabled(bool(whose))

    def _show_yes(self, workshop: Workshop, earlier: tuple[Workshop, ...], names: dict[str, str]) -> None:
        t, step, person = self._desk.texts.t, workshop.step(), self._person
        there = step is not None and one_then_now(workshop, step, earlier, person) is not None
        seen = f"{follow_up.own_round(workshop.board)}.{person}" in workshop.stage.shown
        name = names.get(person, "")
        self._yes.setVisible(there)
        self._yes.set_words(t("{name} says yes: may be on the beamer", name=name), name)
        self._yes.setChecked(bool(person) and workshop.agreed(Consent.THEN_NOW, person))
        why = "" if seen else t("First show where everyone stands now. After that comes then.")
        self._why.setText(why or t("Ask first. No is as good as yes."))
        self._why.setVisible(there and (not seen or not self._yes.isChecked()))


class ThenNowStep(StepView):
    """The cockpit of then and now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._own = OwnWay(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._stack.addWidget(self._own)
        self._side = ThenNowSide(desk)
        self.middle = self._stack
        self.right = self._side
        self._person = ""
        self._side.chosen.connect(self._choose)
        self._side.agreed.connect(self._agree)
        self._side.hidden.connect(lambda: self.do(follow_up.show_then_now, ""))
        self._own.closed.connect(lambda: self._choose(""))

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop: nobody's place is looked at."""
        super().attach(live)
        self._person = ""

    def show(self, workshop: Workshop) -> None:
        """Show what the room sees, or privately the place of who is chosen."""
        if self.live is None:
            return
        if workshop.participant(self._person) is None:
            self._person = ""
        earlier = self.live.earlier
        self._stage.show_workshop(workshop)
        self._side.show_workshop(workshop, earlier, self._person)
        if self._person:
            self._own.show_person(workshop, earlier, self._person)
        self._stack.setCurrentIndex(1 if self._person else 0)

    def primary(self, workshop: Workshop) -> Primary | None:
        """Show who is chosen and said yes, else the boards of the group; then on."""
        wanted = self._wanted(workshop)
        if not wanted:
            return None
        if wanted == TEAM or self.covered:
            return Primary(self.t("Show then and now") if wanted == TEAM else self.t("Show"), guarded=True)
        name = names_apart(workshop.participants)[wanted]
        return Primary(self.t("Show {name}", name=name), guarded=True)

    def act(self, workshop: Workshop) -> None:
        """Show it."""
        wanted = self._wanted(workshop)
        if wanted:
            self.do(follow_up.show_then_now, wanted)
            self._choose("")

    def leave(self) -> None:
        """The private place is closed."""
        self._person = ""

    def _wanted(self, workshop: Workshop) -> str:
        """Whose then and now the next press shows; '' when there is nothing (more) to show."""
        earlier, now, step = (
            self.live.earlier if self.live is not None else (),
            workshop.stage.then_now,
            workshop.step(),
        )
        if self._person:
            seen = f"{follow_up.own_round(workshop.board)}.{self._person}" in workshop.stage.shown
            yes = seen and workshop.agreed(Consent.THEN_NOW, self._person) and self._person != now
            there = step is not None and one_then_now(workshop, step, earlier, self._person) is not None
            return self._person if yes and there else ""
        return TEAM if not now and not isinstance(team_boards(workshop, earlier), Missing) else ""

    def _choose(self, participant: str) -> None:
        self._person = participant
        self.changed.emit()

    def _agree(self, participant: str, on: bool) -> None:
        self.do(placing.agree if on else placing.withdraw, Consent.THEN_NOW, participant)
