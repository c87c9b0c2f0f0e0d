"""The plan of one person, in the order of the talk: who I am, where I want to go, my steps, what we agree, and last the
private page. Every field may stay empty, for the pen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.deck import Deck
from gogrow.domain.rules import planning
from gogrow.domain.rules.planning import draft_id
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, PlanVersion, Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import icon_label, quiet_tool, row
from gogrow.ui.plan.checking import OwnDay
from gogrow.ui.plan.drafts import CHECK_IN, PARTS, TEXTS, all_parts, part_of
from gogrow.ui.plan.fold import Fold
from gogrow.ui.plan.guide import Guide, topics
from gogrow.ui.plan.line import Growing
from gogrow.ui.plan.places import NOW, WANTED, OwnPlaces
from gogrow.ui.plan.rows import Asked, Column
from gogrow.ui.plan.sharing import Sharing
from gogrow.ui.plan.step_list import StepList
from gogrow.ui.plan.taking import Offered, Talks
from gogrow.ui.plan.then import SheetOfThen
from gogrow.ui.plan.versions import Versions
from gogrow.ui.plan.words import TITLES

WIDEST = 900
"""Fields are never wider than this, in pixels: a line must be read at a glance."""

BESIDE = 1160
"""From this width on the guide stands beside the fields, in pixels; below it under them."""

NAMED = 560
"""From this width on there is room beside a name for a way to each part, in pixels at the usual size of the letters."""

PRIVATE = ("plan_a", "plan_b", "plan_c")


class PlanEditor(QFrame):
    """The plan of one participant. Leaving a field keeps it; what is half typed is remembered within a second."""

    kept = Signal(object)  # DevelopmentPlan
    drafted = Signal(str, str)
    closed = Signal()
    placed = Signal(str, str)  # round, letter
    taken_back = Signal(str)  # round
    forgetting = Signal()  # all sheets of then of this person

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = DevelopmentPlan("")
        self._sent: DevelopmentPlan | None = None  # on its way to the file, or refused there
        self._workshop: Workshop | None = None
        self._deck: Deck | None = None
        self._part = "take_along"
        self._opened: QWidget | None = None  # a step that is to come into view
        self.setProperty("panel", True)
        self._guide = Guide(desk)
        self._guided = True  # the questions are wanted
        self._stack = QStackedWidget()
        self._tabs: list[tuple[str, str, QWidget]] = []  # icon, words, heading
        self._ways: list[QWidget] = []  # to the parts of the plan
        self._texts: dict[str, Growing] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = self._inside()
        self._area.setWidget(self._column)
        self._area.verticalScrollBar().rangeChanged.connect(lambda *_: self._see())
        self._then = SheetOfThen(desk)
        self._then.back.connect(lambda: self._stack.setCurrentIndex(0))
        now = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.TopToBottom, now)
        self._split.setContentsMargins(0, 0, 8, 0)
        self._split.setSpacing(8)
        self._split.addWidget(self._area, 1)
        self._split.addWidget(self._guide)
        self._stack.addWidget(now)
        self._stack.addWidget(self._then)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 6, 8, 8)
        outer.setSpacing(4)
        outer.addLayout(self._head())
        outer.addWidget(self._stack, 1)
        desk.follow_deck(self._take_deck)

    def _head(self) -> QBoxLayout:
        desk, t = self._desk, self._desk.texts.t
        self._name = Elided("", "section")
        head = row(icon_label(desk.theme, "lock", "ink2", 18), spacing=4)
        head.addWidget(self._name, 1)
        for icon, words, heading in self._tabs:
            tab = quiet_tool(desk.theme, icon, words, f"to-{icon}")
            tab.clicked.connect(lambda _=False, heading=heading: self._jump(heading))
            head.addWidget(tab)
            self._ways.append(tab)
        self._bulb = quiet_tool(desk.theme, "bulb", t("Hide the questions"), "guide")
        self._bulb.clicked.connect(self._turn_guide)
        self._versions = Versions(desk)
        self._versions.chosen.connect(self._show_then)
        self._versions.forgetting.connect(self.forgetting)
        close = quiet_tool(desk.theme, "x", t("Close"), "close-plan")
        close.clicked.connect(self.closed)
        for part in (self._bulb, self._versions, close):
            head.addWidget(part)
        return head

    def _inside(self) -> QWidget:
        desk, t = self._desk, self._desk.texts.t
        inside = Column()
        inside.setProperty("scrolled", True)
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 8)
        column.setSpacing(6)

        rows = self._section(column, "user", t("This is me"))
        self._talks, self._themes = Talks(desk), Offered(desk)
        self._agreed = Offered(desk, t("Agreed in a talk, as a step:"))
        self._talks.taken.connect(self.keep)
        self._themes.added.connect(self._add_quality)
        self._text(rows, "take_along")
        rows.under(self._talks)
        self._text(rows, "qualities")
        rows.under(self._themes)
        self._text(rows, "motives")

        rows = self._section(column, "target", t("I want to go there"))
        self._places = OwnPlaces(desk)
        self._places.placed.connect(self.placed)
        self._places.taken_back.connect(self.taken_back)
        self._places.focused.connect(self._stand)
        self._places.onward.connect(lambda: self._texts["wish"].setFocus())
        column.insertWidget(column.count() - 1, self._places)
        self._text(rows, "wish")

        self._heading(column, "footsteps", t("My steps"))
        self._steps = StepList(desk)
        self._steps.edited.connect(self.keep)
        self._steps.typed.connect(self._half_step)
        self._steps.focused.connect(self._stand)
        self._steps.onward.connect(lambda: self._texts["enables"].setFocus())
        self._steps.opened.connect(self._look_at)
        self._agreed.added.connect(self._steps.add)
        column.addWidget(self._steps)
        column.addWidget(self._agreed)

        rows = self._section(column, "heart-handshake", t("This is what we agree"))
        for name in ("enables", "improvement", "team"):
            self._text(rows, name)
        self._day = OwnDay(desk)
        self._day.left.connect(self._keep_day)
        self._day.half.connect(lambda words: self._draft(CHECK_IN, words))
        rows.ask(t("When we look back"), self._day)
        self._signatures = QCheckBox(t("Lines for signatures"))
        self._signatures.clicked.connect(self.keep)
        self._sharing = Sharing(desk)
        self._sharing.changed.connect(self.keep)
        rows.under(self._signatures)
        rows.under(self._sharing)

        self._private = Fold(desk, "lock", t("Private page: never on the beamer"))
        inner = Asked(desk)
        for name in PRIVATE:
            self._text(inner, name)
        self._private.inside.setLayout(inner)
        self._tabs.append(("lock", t("Private page: never on the beamer"), self._private))
        column.addSpacing(10)
        column.addWidget(self._private)
        column.addStretch(1)
        return inside

    def _heading(self, column: QVBoxLayout, icon: str, words: str) -> None:
        heading = QWidget()
        heading.setLayout(row(icon_label(self._desk.theme, icon, "ink", 22), label(words, "section"), 1))
        if column.count():
            column.addSpacing(10)
        column.addWidget(heading)
        self._tabs.append((icon, words, heading))

    def _section(self, column: QVBoxLayout, icon: str, words: str) -> Asked:
        self._heading(column, icon, words)
        rows = Asked(self._desk)
        column.addLayout(rows)
        return rows

    def _text(self, rows: Asked, name: str) -> None:
        title = self._desk.texts.t(TITLES[name])
        field = Growing(title, 2 if name == "wish" else 1)
        field.left.connect(self.keep)
        field.focused.connect(lambda: self._stand(name))
        field.textChanged.connect(lambda: self._typed(name))
        self._texts[name] = field
        rows.ask(title, field)

    # ------------------------------------------------------------------ showing

    def show_plan(self, workshop: Workshop, participant: str) -> None:
        """Show somebody's plan; a field that is being typed in is left alone."""
        plan = workshop.plan(participant)
        another = plan.id != self._plan.id
        refused = self._sent is not None and not another
        if another:
            self._sent = None
        self._plan, self._workshop = plan, workshop
        person = workshop.participant(participant)
        self._name.setText(person.name if person else "")
        mark = draft_id(participant, "")
        half = {d.id.removeprefix(mark): d.text for d in workshop.drafts if d.id.startswith(mark)}
        if not refused:  # else what was typed waits here until the file takes it
            self._show_words(workshop, plan, half, another=another)
        self._places.show_workshop(workshop, participant, another=another)
        self._themes.offer(planning.offered(workshop, participant))
        self._agreed.offer(planning.agreed(workshop, participant))
        self._versions.show_versions(planning.versions_of(workshop, participant))
        if another:
            self._private.unfold(any(half.get(name) for name in PRIVATE))
            self._part = "take_along"
            self._stack.setCurrentIndex(0)
            self._area.verticalScrollBar().setValue(0)
        self._ask()

    def _show_words(self, workshop: Workshop, plan: DevelopmentPlan, half: dict[str, str], *, another: bool) -> None:
        for name, field in self._texts.items():
            if another or not field.hasFocus():
                field.show_words(half.get(name) or getattr(plan, name))
        self._show_steps(plan, half, another=another)
        self._day.show_day(plan.check_in, workshop.details.check_in, half.get(CHECK_IN, ""), another=another)
        self._signatures.setChecked(plan.signatures)
        self._sharing.show_plan(plan)
        self._talks.show_talks(planning.for_plan(workshop, plan.id), plan.taken)

    def _show_steps(self, plan: DevelopmentPlan, half: dict[str, str], *, another: bool) -> None:
        steps = list(plan.steps)
        waiting = [at for at in range(planning.STEPS_LIMIT) if any(part_of(at, part) in half for part in PARTS)]
        while waiting and len(steps) <= waiting[-1]:
            steps.append(PlanStep())
        for at in waiting:
            words = {part: half[part_of(at, part)] for part in PARTS if part_of(at, part) in half}
            steps[at] = replace(steps[at], **words)  # type: ignore[arg-type]
        while steps and steps[-1] == PlanStep():
            steps.pop()
        self._steps.show_steps(steps, another=another, open=waiting[0] if waiting else -1)

    def stand(self) -> None:
        """Type here: the first field."""
        self._texts["take_along"].setFocus()

    def _look_at(self, step: QWidget) -> None:
        self._opened = step
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        """All of a step that was opened is in view, or else its beginning; again when it gets its height."""
        step, bar = self._opened, self._area.verticalScrollBar()
        if step is not None:
            top = step.mapTo(self._column, step.rect().topLeft()).y()
            least = min(top, top + step.heightForWidth(step.width()) + 8 - self._area.viewport().height())
            bar.setValue(max(least, min(bar.value(), top)))

    def shows(self, participant: str) -> bool:
        """Whether this participant's plan is the one on the screen."""
        return self._plan.id == participant

    def finish(self) -> None:
        """Keep what is typed, before another plan is shown."""
        if self._plan.id:
            self.keep()
            self._plan = DevelopmentPlan("")
            self._workshop = None

    def _show_then(self, version: PlanVersion) -> None:
        self.keep()
        self._then.show_version(version)
        self._stack.setCurrentIndex(1)

    def _jump(self, heading: QWidget) -> None:
        """Go to a part of the plan: it comes to the top."""
        self._stack.setCurrentIndex(0)
        if heading is self._private:
            self._private.unfold(True)
            self._private.stand()
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(heading.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The guide beside the fields where there is room for both."""
        super().resizeEvent(event)
        for part in self._ways:  # a name comes first where there is little room
            part.setVisible(self.width() >= NAMED * self._desk.theme.size("font.section") / 20)
        wide = self.width() >= BESIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._split.direction():
            self._split.setDirection(way)
        self._guide.stand(beside=wide)
        self._split.setAlignment(self._guide, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))

    # ------------------------------------------------------------------ the guide, and taking over

    def _take_deck(self, deck: Deck) -> None:
        self._deck = deck
        self._ask()

    def _stand(self, part: str) -> None:
        self._part = part
        if part != "what":
            self._opened = None
        self._ask()

    def _ask(self) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        names = topics(self._part, self._places.field(NOW), self._places.field(WANTED))
        there = self._guide.ask(self._deck, workshop.board, names, workshop.details.language)
        self._bulb.setVisible(there)
        self._guide.setVisible(there and self._guided)

    def _turn_guide(self) -> None:
        self._guided = not self._guided
        words = self._desk.texts.t("Hide the questions" if self._guided else "Questions that help")
        self._bulb.setAccessibleName(words)
        self._bulb.setToolTip(plain_tip(words))
        self._ask()

    def _add_quality(self, theme: str) -> None:
        field = self._texts["qualities"]
        words = field.words().rstrip().rstrip(",")
        field.setPlainText(f"{words}, {theme}" if words else theme)
        self.keep()

    # ------------------------------------------------------------------ keeping

    def _typed(self, name: str) -> None:
        if self._plan.id:
            text = self._texts[name].words()
            self._draft(name, text if text != getattr(self._plan, name) else "")

    def _half_step(self, number: int, part: str, text: str) -> None:
        step = self._plan.steps[number] if number < len(self._plan.steps) else PlanStep()
        self._draft(part_of(number, part), "" if text == getattr(step, part) else text)

    def _draft(self, part: str, words: str) -> None:
        if self._plan.id:
            self.drafted.emit(draft_id(self._plan.id, part), words)

    def drafts(self, participant: str) -> tuple[str, ...]:
        """The ids of all drafts that somebody's plan can have."""
        return tuple(draft_id(participant, part) for part in all_parts())

    def _keep_day(self) -> None:
        self._draft(CHECK_IN, "")
        self.keep()

    def keep(self) -> None:
        """What is typed goes to the file, when it is not there yet."""
        if not self._plan.id:
            return
        typed: dict[str, Any] = {name: self._texts[name].words().strip() for name in TEXTS}
        plan = replace(
            self._plan,
            **typed,
            steps=self._steps.value(),
            signatures=self._signatures.isChecked(),
            taken=self._talks.value(),
            shared=self._sharing.value(),
            check_in=self._day.day(),
        )
        if plan != self._plan:
            self._plan = self._sent = plan
            self.kept.emit(plan)

    def taken(self, plan: DevelopmentPlan) -> None:
        """The file has it."""
        if plan == self._sent:
            self._sent = None
