"""Reveal: all counters at once; who says so gets a name; the managers' join last."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from gogrow.domain.board import About
from gogrow.domain.rules import placing
from gogrow.domain.workshop import Consent, Workshop
from gogrow.ui.cockpit.entry import EntryPane
from gogrow.ui.cockpit.names_panel import NamesPanel
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk


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
