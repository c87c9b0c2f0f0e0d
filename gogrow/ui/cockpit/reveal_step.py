"""Reveal: all counters at once; who says so gets a name; the managers' join last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.board import About
from gogrow.domain.rules import placing
from gogrow.domain.workshop import Consent, Workshop
from gogrow.ui.cockpit.entry import EntryPane
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button, plain_tip
from gogrow.ui.parts import button, panel, row


class NamesPanel(QFrame):
    """Right at the reveal: a pill for each person; pressed means *my name may stand at my place*."""

    toggled = Signal(str, bool)
    own_board = Signal(bool)
    about = Signal(str, bool)
    manager_consent = Signal(str, bool)
    hide_all = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        frame, column = panel((16, 14, 16, 12), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        column.addWidget(caption)
        self._title = label("", "section", wrap=True)
        self._hint = label("", "muted", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(6)
        self._area.setWidget(inside)
        column.addWidget(self._area, 1)
        self._pills: dict[str, object] = {}
        self._order: tuple[tuple[str, str], ...] = ()
        self._managers = QVBoxLayout()
        self._managers.setSpacing(6)
        column.addLayout(self._managers)
        self._manager_rows: dict[str, tuple[object, object]] = {}
        self._own = button(desk.theme, t("My board"), "lock", "tool", "own-board")
        self._own.setCheckable(True)
        self._own.toggled.connect(self.own_board)
        self._hide = button(desk.theme, t("Hide again"), "eye-off", "tool", "hide")
        self._hide.clicked.connect(self.hide_all)
        column.addLayout(row(self._own, self._hide))

    def close_board(self) -> None:
        """Back to what the group sees."""
        self._own.setChecked(False)

    def show_workshop(self, workshop: Workshop, round: str) -> None:
        """Show who may be named, and what was agreed with the managers."""
        t = self._desk.texts.t
        shown = workshop.stage.shown
        revealed = any(id.startswith(f"{round}.") for id in shown)
        self._title.setText(t("Who wants a name at the place?") if revealed else t("Ready to show"))
        self._hint.setText(
            t("Click a name only when that person says yes. Click again to take it away.")
            if revealed
            else t("Everyone appears at once, all pawns alike. Managers join later.")
        )
        self._hide.setEnabled(bool(shown))
        placed = {p.placer for p in workshop.placements if p.round == round}
        people = tuple((p.id, p.label) for p in workshop.participants if p.id in placed)
        if people != self._order:
            self._order = people
            self._fill(people)
        for id, _ in people:
            pill = self._pills[id]
            pill.setChecked(workshop.agreed(Consent.NAME, id))  # type: ignore[attr-defined]
        self._show_managers(workshop)

    def _fill(self, people: tuple[tuple[str, str], ...]) -> None:
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._pills = {}
        for index, (id, name) in enumerate(people):
            short = name if len(name) <= 16 else name[:15] + "…"
            pill = button(self._desk.theme, plain_button(short), "", "pill")
            pill.setToolTip(plain_tip(name) if short != name else "")
            pill.setAccessibleName(name)
            pill.setCheckable(True)
            pill.clicked.connect(lambda on, id=id: self.toggled.emit(id, on))
            self._pills[id] = pill
            self._grid.addWidget(pill, index // 2, index % 2)
        self._grid.setRowStretch(len(people) // 2 + 1, 1)

    def _show_managers(self, workshop: Workshop) -> None:
        rounds = [r.id for r in workshop.board.rounds if r.about is About.OTHER]
        about = {p.target for p in workshop.placements if p.round in rounds and p.target in workshop.managers()}
        wanted = [p for p in workshop.participants if p.id in about]
        if [p.id for p in wanted] != list(self._manager_rows):
            while item := self._managers.takeAt(0):
                if (line := item.layout()) is not None:
                    while part := line.takeAt(0):
                        if (inside := part.widget()) is not None:
                            inside.deleteLater()
            self._manager_rows = {}
            t = self._desk.texts.t
            for person in wanted:
                yes = button(
                    self._desk.theme, plain_button(t("{name} agrees to be shown", name=person.label)), "", "pill"
                )
                yes.setCheckable(True)
                yes.clicked.connect(lambda on, id=person.id: self.manager_consent.emit(id, on))
                see = button(self._desk.theme, t("Show"), "users", "pill")
                see.setCheckable(True)
                see.clicked.connect(lambda on, id=person.id: self.about.emit(id, on))
                line = row(yes, see)
                line.setStretch(0, 1)
                self._managers.addLayout(line)
                self._manager_rows[person.id] = (yes, see)
        for id, (yes_button, see_button) in self._manager_rows.items():
            agreed = workshop.agreed(Consent.MANAGER_VIEW, id)
            of_this = [p for p in workshop.placements if p.round in rounds and p.target == id]
            count = len(of_this)
            visible = any(p.id in workshop.stage.shown for p in of_this)
            yes_button.setChecked(agreed)  # type: ignore[attr-defined]
            see_button.setEnabled(agreed and count >= placing.ENOUGH_ABOUT_MANAGER)  # type: ignore[attr-defined]
            see_button.setChecked(visible)  # type: ignore[attr-defined]


class RevealStep(StepView):
    """The cockpit of a reveal."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._entry = EntryPane(desk, typing=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._stack.addWidget(self._entry)
        self._names = NamesPanel(desk)
        self.middle = self._stack
        self.right = self._names
        self._names.toggled.connect(self._toggle)
        self._names.own_board.connect(lambda on: self._stack.setCurrentIndex(int(on)))
        self._names.hide_all.connect(self._hide)
        self._names.about.connect(self._about)
        self._names.manager_consent.connect(self._consent)

    def show(self, workshop: Workshop) -> None:
        """Show it."""
        if self.live is None:
            return
        self._stage.show_workshop(workshop)
        step = workshop.step()
        self._entry.show_round(self.live, workshop, step.rounds if step else ())
        self._names.show_workshop(workshop, self._round(workshop))

    def primary(self, workshop: Workshop) -> Primary | None:
        """Show; then the managers join; then on."""
        round = self._round(workshop)
        managers = workshop.managers()
        mine = {p.id for p in workshop.placements if p.round == round and p.placer in managers}
        others = {p.id for p in workshop.placements if p.round == round and p.placer not in managers}
        shown = workshop.stage.shown
        if others - shown:
            text = self.t("Show") if not others & shown else self.t("Show those who came later")
            return Primary(text, guarded=True)
        if mine - shown:
            if not others:
                return Primary(self.t("Show"), guarded=True)
            names = [p.label for p in workshop.participants if f"{round}.{p.id}" in mine]
            if len(names) == 1 and not self.covered:
                return Primary(self.t("{name} joins", name=names[0]), guarded=True)
            return Primary(self.t("The managers join"), guarded=True)
        return None

    def act(self, workshop: Workshop) -> None:
        """Show, or let the managers join."""
        if self.live is None:
            return
        round = self._round(workshop)
        managers = workshop.managers()
        others = {p.id for p in workshop.placements if p.round == round and p.placer not in managers}
        if others - workshop.stage.shown:
            self.live.do(placing.reveal, round)
        else:
            self.live.do(placing.join_managers, round)

    def leave(self) -> None:
        """The private board closes."""
        self._names.close_board()
        self._entry.blind_again()

    def _round(self, workshop: Workshop) -> str:
        step = workshop.step()
        if step is not None and step.rounds:
            return step.rounds[0]
        return next(r.id for r in workshop.board.rounds if r.about is About.SELF)

    def _toggle(self, participant: str, on: bool) -> None:
        if self.live is not None:
            self.live.do(placing.agree if on else placing.withdraw, Consent.NAME, participant)

    def _consent(self, participant: str, on: bool) -> None:
        if self.live is not None:
            self.live.do(placing.agree if on else placing.withdraw, Consent.MANAGER_VIEW, participant)

    def _about(self, manager: str, on: bool) -> None:
        if self.live is None:
            return
        round = next(r.id for r in self.live.workshop.board.rounds if r.about is About.OTHER)
        if on:
            self.live.do(placing.reveal_about, round, manager)
        else:
            self.live.do(placing.hide, round)

    def _hide(self) -> None:
        if self.live is not None:
            for round in {id.partition(".")[0] for id in self.live.workshop.stage.shown}:
                self.live.do(placing.hide, round)
