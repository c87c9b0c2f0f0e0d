"""The plan step: everyone writes by hand; who wants types a plan here, and all can be printed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from gogrow.domain.plan_code import read_code
from gogrow.domain.rules import placing, planning
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui import icons
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.paper import print_plans
from gogrow.ui.parts import button, panel, row
from gogrow.ui.plan.editor import PlanEditor


class PlanSide(QFrame):
    """Right: whose plan, and paper for all."""

    chosen = Signal(str)
    printing = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        frame, column = panel((14, 14, 14, 14), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        column.addWidget(caption)
        column.addWidget(label(t("By hand first. Typing is possible, now or later."), "strong", wrap=True))
        self._code = QLineEdit()
        self._code.setPlaceholderText(t("Code of a plan, or a name, then Enter"))
        self._code.textChanged.connect(lambda _: self._sift())
        self._code.returnPressed.connect(self._find)
        column.addWidget(self._code)
        self._codes: dict[str, str] = {}
        self._list = QListWidget()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(_OneLine(self._list))
        self._list.setAccessibleName(t("Whose plan"))
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(256)))
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(256)))
        column.addWidget(self._list, 1)
        self._day = DayButton(desk)
        column.addWidget(self._day)
        self._one = button(desk.theme, t("Print this plan"), "printer", "tool", "print-one")
        self._one.clicked.connect(self._print_one)
        everyone = button(desk.theme, t("Print all plans"), "printer", "tool", "print-all")
        everyone.clicked.connect(lambda: self.printing.emit([]))
        column.addWidget(self._one)
        column.addLayout(row(everyone))
        self._shown: object = None
        self._current: str | None = None

    def show_day(self, live: LiveWorkshop | None, workshop: Workshop) -> None:
        """Show when all look back: it is printed on the sheets."""
        self._day.show_day(live, workshop)

    def show_workshop(self, workshop: Workshop, current: str) -> None:
        """Show the people; a pencil stands before a plan that has typed words."""
        typed = {plan.id for plan in workshop.plans}
        key = (tuple((p.id, p.name) for p in workshop.participants), frozenset(typed))
        if key != self._shown:
            self._shown = key
            self._list.clear()
            for person in workshop.participants:
                item = QListWidgetItem(person.name)
                item.setData(256, person.id)
                name = "pencil" if person.id in typed else "user"
                item.setIcon(icons.icon(name, self._desk.theme.colour("ink2"), 18))
                self._list.addItem(item)
            self._current = None
            self._sift()
        if current != self._current:  # else whoever goes through the list by keys stays where that is
            self._current = current
            ids = [item.data(256) for item in self._items()]
            self._list.setCurrentRow(ids.index(current) if current in ids else -1)
        self._one.setEnabled(bool(current))
        self._codes = {p.code: p.id for p in workshop.participants}

    def _sift(self) -> None:
        """Only who fits what is typed; all of them while it is no name at all, such as a code."""
        wanted = self._code.text().casefold().split()
        fits = [all(word in item.text().casefold() for word in wanted) for item in self._items()]
        for item, shown in zip(self._items(), fits, strict=True):
            item.setHidden(any(fits) and not shown)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _find(self) -> None:
        code = read_code(self._code.text())
        t = self._desk.texts.t
        found = [item for item in self._items() if not item.isHidden()]
        if code is None and self._code.text().strip() and len(found) < self._list.count():
            id = found[0].data(256)
            self._code.clear()
            self.chosen.emit(id)
        elif code is None:
            self._desk.notice(t("This is not a plan code. It has eight characters, such as 6R4A-5NMA."))
        elif code not in self._codes:
            self._desk.notice(t("The plan {code} is not in this workshop. Look in another one.", code=code))
        else:
            self._code.clear()
            self.chosen.emit(self._codes[code])

    def _print_one(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.printing.emit([item.data(256)])


class _OneLine(QStyledItemDelegate):
    """Rows as wide as the list: a long name ends in … instead of making the list wider."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Only the height counts."""
        return QSize(1, super().sizeHint(option, index).height())


class PlanStepView(StepView):
    """The cockpit of the plan step, and of a plan that is opened beside another step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._editor = PlanEditor(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._stack.addWidget(self._editor)
        self._side = PlanSide(desk)
        self.middle = self._stack
        self.right = self._side
        self._person = ""
        self._new = True
        self._side.chosen.connect(self._choose)
        self._side.printing.connect(self._print)
        self._editor.closed.connect(self._shut)
        self._editor.kept.connect(self._keep)
        self._editor.drafted.connect(self._draft)
        self._editor.placed.connect(lambda round, letter: self.do(placing.place_at, round, self._person, letter))
        self._editor.taken_back.connect(lambda round: self.do(placing.take_back, round, self._person))
        self._editor.forgetting.connect(lambda: self.do(planning.forget_versions, self._person))

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop, or the same one opened again: nobody's plan is open, but one that is half written."""
        super().attach(live)
        self._new = True
        self._person = ""

    def show(self, workshop: Workshop) -> None:
        """Show the picture, or the plan that is open."""
        if self._new:
            self._new, self._person = False, planning.half_written(workshop)
        if workshop.participant(self._person) is None:
            self._person = ""
        self._stage.show_workshop(workshop)
        self._side.show_workshop(workshop, self._person)
        self._side.show_day(self.live, workshop)
        if self._person and not (self.live is not None and self.live.busy and self._editor.shows(self._person)):
            # while the file answers, what was typed meanwhile is newer than what it brings
            self._editor.show_plan(workshop, self._person)
        self._stack.setCurrentIndex(1 if self._person else 0)

    def leave(self) -> None:
        """Close the plan."""
        self._editor.finish()
        self._person = ""

    def keep(self) -> None:
        """What is typed goes to the file."""
        self._editor.finish()

    def open_plan(self, participant: str) -> bool:
        """Show somebody's plan; what is typed in another one is kept."""
        self._choose(participant)
        return True

    def _shut(self) -> None:
        self._choose("")
        self.shut.emit()

    def _keep(self, plan: DevelopmentPlan) -> None:
        if self.live is not None:
            for id in self._editor.drafts(plan.id):
                self.live.forget_draft(id)
            self.live.do_then(lambda now: planning.edit_plan(now, plan), lambda: self._editor.taken(plan))

    def _draft(self, id: str, text: str) -> None:
        if self.live is not None:
            self.live.draft(id, text)

    def _choose(self, participant: str) -> None:
        self._editor.finish()
        self._person = participant
        if self.live is not None:
            self.show(self.live.workshop)
            if self._person:
                self._editor.stand()

    def _print(self, ids: list[str]) -> None:
        self._editor.keep()
        if self.live is not None:
            print_plans(self.desk, self._side, self.live, ids)
