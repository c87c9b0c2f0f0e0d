"""The cockpit: one frame around the run, the step, and the one next action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import ProgrammeStep
from gogrow.domain.public import BeamerMode
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.bars import BottomBar, TopBar
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.cockpit.run import ClockCard, RunList
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.views import following, leave_keys, make_view, view_name
from gogrow.ui.desk import Desk
from gogrow.ui.pages import page_for
from gogrow.ui.paper import print_plans
from gogrow.ui.table.laptop import LaptopTurn
from gogrow.ui.table.locked import Locked, ask_to_lock


class CockpitPage(QWidget):
    """The facilitator's page during a session."""

    leave = Signal()
    go = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._views: dict[str, StepView] = {}
        self._view: StepView | None = None
        self._step: tuple[str, str] | None = None
        self._armed = False
        self._beside, self._over = "", "plan"  # the step beside which somebody's plan is open, and in which view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ground", "paper")
        self.top = TopBar(desk)
        self.bottom = BottomBar(desk)
        self._clock = ClockCard(desk)
        self._run = RunList(desk)
        self._middle = QStackedWidget()
        self._right = QStackedWidget()
        self._left = left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._clock)
        column.addWidget(self._run, 1)
        private = QWidget()
        beside = QHBoxLayout(private)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self._middle, 1)
        beside.addWidget(self._right)
        self._cover = Cover(desk)
        self._cover.alone.connect(self._uncover)
        self._curtain = QStackedWidget()
        self._curtain.addWidget(private)
        self._curtain.addWidget(self._cover)
        centre = QHBoxLayout()
        centre.setContentsMargins(12, 12, 12, 12)
        centre.setSpacing(12)
        centre.addWidget(left)
        centre.addWidget(self._curtain, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(centre, 1)
        whole.addWidget(self.bottom)
        self.top.undo.connect(self._undo)
        self.bottom.back.connect(self.step_back)
        self.bottom.quiet.connect(desk.beamer.neutral)
        self.bottom.act.connect(self.act)
        self._run.chosen.connect(self._go_to)
        self._clock.pause_toggled.connect(self.toggle_pause)
        desk.beamer.mode_changed.connect(self.refresh)
        desk.alone = False  # a page that was just made is covered where the room could look along
        self._laptop: Locked | None = None
        for bar in (self.top, self.bottom, left):
            leave_keys(bar)
        menu = self.top.menu
        menu.addAction(desk.texts.t("People and preparation")).triggered.connect(lambda: self.go.emit("prepare"))
        menu.addSeparator()
        for part in desk.menus:
            menu.addMenu(part)

    # ------------------------------------------------------------------ showing

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """Show this workshop from now on; None for none."""
        if self._live is not None and self._live is not live:
            if self._view is not None:
                self._view.keep()
            self._live.changed.disconnect(self._show)
            self._live.saved.disconnect(self.top.set_saved)
            self._live.history_changed.disconnect(self._history)
        self._open_lock()
        same = self._live is live
        self._live = live
        if live is None:
            return
        if not same:
            live.changed.connect(self._show)
            live.saved.connect(self.top.set_saved)
            live.history_changed.connect(self._history)
            self._step, self._beside = None, ""
            for view in self._views.values():
                view.attach(live)
        self._show(live.workshop)
        self.setFocus()

    def refresh_screens(self) -> None:
        """The screens changed: private panes are covered again when the room could look along."""
        self._desk.alone = False
        self.refresh()

    def _history(self, undo: object, redo: object) -> None:
        if self._live is not None:
            self.top.set_undo(self._live.undo_name, covered=self.covered)

    def refresh(self) -> None:
        """Show everything again, such as where the beamer is."""
        if self._live is not None:
            self._show(self._live.workshop)

    def _show(self, workshop: Workshop) -> None:
        live = self._live
        if live is None or workshop.id != live.id:
            return
        details = workshop.details
        when = self._desk.texts.weekday(details.date) if details.date else ""
        self.top.set_title(details.team or details.title, " · ".join(part for part in (details.title, when) if part))
        self._clock.show_workshop(workshop)
        self._clock.setVisible(not workshop.stage.ended)
        self._run.show_workshop(workshop)
        step = workshop.step() or (workshop.run[0] if workshop.run else None)
        if step is not None:
            self._show_step(workshop, step)
        covered = self.covered
        curtain = covered and (self._view is None or self._view.private)
        if curtain and self._curtain.currentIndex() == 0:
            self._take_keys()
        self._curtain.setCurrentIndex(1 if curtain else 0)
        self.top.set_undo(live.undo_name, covered=covered)
        self._bottom(workshop)

    def _show_step(self, workshop: Workshop, step: ProgrammeStep) -> None:
        self._beside = self._beside if self._beside == step.id else ""
        name = self._over if self._beside else view_name(workshop, step)
        view = self._views.get(name)
        if view is None:
            assert self._live is not None
            view = self._views[name] = make_view(name, self._desk)
            view.setParent(self)
            view.attach(self._live)
            view.changed.connect(self.refresh)
            view.laptop.connect(self.at_the_laptop)
            view.people.connect(lambda: self.go.emit("prepare"))
            view.left.connect(self.leave)
            view.again.connect(self._begin)
            view.plan.connect(self._open_beside)
            view.shut.connect(self._close_plan)
            self._middle.addWidget(view.middle)
            self._right.addWidget(view.right)
        if (name, step.id) != self._step:
            self._step = (name, step.id)  # first, for a view that is left may say that it changed
            self._armed = False
            self._take_keys()
            if self._view is not None:
                self._view.keep() if self._beside else self._view.leave()
        self._view = view
        view.show(workshop)
        self._middle.setCurrentWidget(view.middle)
        self._right.setCurrentWidget(view.right)

    def _take_keys(self) -> None:
        """What had the keys goes away: they come to the page, not to whatever button stands next."""
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held):
            self.setFocus()

    def _bottom(self, workshop: Workshop) -> None:
        self.bottom.set_primary(self._primary(workshop), armed=self._armed)
        ids = [s.id for s in workshop.run]
        self.bottom.set_back(workshop.stage.step in ids[1:])
        screen = self._desk.beamer_window.screen_text() if self._desk.beamer_window is not None else ""
        self.bottom.set_beamer(self._desk.beamer.mode, self._desk.beamer.frozen, screen)

    # ------------------------------------------------------------------ the next action

    def _primary(self, workshop: Workshop) -> Primary:
        t = self._desk.texts.t
        if self._beside:
            return Primary(t("Close this plan"))
        if workshop.stage.begun is None:
            return Primary(t("Begin"))
        if not workshop.stage.ended and self._desk.beamer.mode is not BeamerMode.SHOW:
            return Primary(t("Show on the beamer"), guarded=True)
        if self._view is not None:
            self._view.covered = self.covered
            own = self._view.primary(workshop)
            if own is not None:
                return own
        after = following(workshop)
        if after is None:
            return Primary(t("Finish"))
        return Primary(t("Next: {step}", step=after.title[self._desk.texts.language]))

    def act(self) -> None:
        """Do the one next action, as the big button says."""
        live = self._live
        if live is None:
            return
        workshop = live.workshop
        self._armed = False
        if self._beside:
            self._close_plan()
        elif workshop.stage.begun is None:
            self._begin()
        elif not workshop.stage.ended and self._desk.beamer.mode is not BeamerMode.SHOW:
            if workshop.stage.clock.since is None:
                live.do(session.resume, self._desk.now())
            self._desk.beamer.show()
        elif self._view is not None and self._view.primary(workshop) is not None:
            self._view.act(workshop)
        else:
            after = following(workshop)
            if after is None:
                self._finish(live)
            else:
                live.do(session.go_to, after.id, self._desk.now())
        self.refresh()

    def page_down(self) -> None:
        """Page Down: the next action; where something would be shown it only asks for Enter."""
        if self._live is None:
            return
        primary = self._primary(self._live.workshop)
        if not primary.enabled:
            return
        if primary.guarded:
            self._armed = True
            self._bottom(self._live.workshop)
        else:
            self.act()

    def step_back(self) -> None:
        """Page Up: to the step before; nothing is lost."""
        live = self._live
        if live is None:
            return
        ids = [s.id for s in live.workshop.run]
        if live.workshop.stage.ended:
            live.do(session.begin, self._desk.now())  # back from the end; the beamer stays as it is
        elif live.workshop.stage.step in ids[1:]:
            self._go_to(ids[ids.index(live.workshop.stage.step) - 1])

    def toggle_pause(self) -> None:
        """Pause the clock, or go on."""
        live = self._live
        if live is None or live.workshop.stage.begun is None:
            return
        if live.workshop.stage.clock.since is None:
            live.do(session.resume, self._desk.now())
        else:
            live.do(session.pause, self._desk.now())

    def tears(self) -> None:
        """Somebody needs a moment: quiet picture, clock paused."""
        self._desk.beamer.neutral()
        if self._live is not None and self._live.workshop.stage.begun is not None:
            self._live.do(session.pause, self._desk.now())

    def print_papers(self) -> None:
        """Plans on paper."""
        if self._live is not None:
            if self._view is not None:
                self._view.keep()
            print_plans(self._desk, self, self._live)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no text field took."""
        live = self._live
        if live is None:
            return super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_PageDown:
            return self.page_down()
        if event.key() == Qt.Key.Key_PageUp:
            return self.step_back()
        if self._armed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.act()
        if self._armed:
            self._armed = False
            self._bottom(live.workshop)
        if not self.covered and self._view is not None and self._view.key(event, live.workshop):
            return None
        return super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: what was half done on the screen is let go."""
        self._armed = False
        super().hideEvent(event)

    def _go_to(self, step: str) -> None:
        live = self._live
        if live is not None:
            if live.workshop.stage.ended:
                live.do(session.begin, self._desk.now())
            live.do(session.go_to, step, self._desk.now())

    def _begin(self) -> None:
        """Begin, or go on after the end."""
        if self._live is not None:
            self._live.do(session.begin, self._desk.now())
            self._desk.beamer.show()

    def _finish(self, live: LiveWorkshop) -> None:
        live.do(session.end, self._desk.now())
        self._desk.beamer.neutral()

    def _undo(self) -> None:
        if self._live is not None:
            self._live.undo()

    # ------------------------------------------------------------------ a plan beside the run

    def open_plan(self, participant: str, *, back: bool = False) -> None:
        """Show somebody's plan, or looking ``back`` at it, whichever step it is now: session and picture stay there."""
        if self._view is not None:
            self._view.keep()
            self._beside = ""  # after a plan that lay over it the step is asked first again
            self.refresh()
            if back or not self._view.open_plan(participant):
                self._open_beside(participant, "look_back" if back else "plan")

    def _open_beside(self, participant: str, name: str = "plan") -> None:
        step = self._live.workshop.step() or self._live.workshop.run[0] if self._live is not None else None
        if step is not None and self._view is not None:
            self._view.keep()
            self._beside, self._over = step.id, name
            self.refresh()
            self._view.open_plan(participant)

    def _close_plan(self) -> None:
        """Back to the step; or to the page where one goes on with a workshop that is not led from here."""
        was, self._beside = self._beside, ""
        self.refresh()
        if was and self._live is not None and (page := page_for(self._live.workshop)) != "cockpit":
            self.go.emit(page)

    # ------------------------------------------------------------------ participants at the laptop

    def at_the_laptop(self) -> None:
        """Hand the laptop to participants: all of the page is covered until the lock is opened."""
        if self._live is None or self._view is None or not ask_to_lock(self, self._desk.texts):
            return
        own = self._view.laptop_turn(self._live, self)
        self._laptop = own if own is not None else LaptopTurn(self._desk, self._live, self)
        self._laptop.setGeometry(self.rect())
        self._laptop.closed.connect(self._open_lock)
        self._laptop.show()
        self._laptop.raise_()
        self._laptop.setFocus()

    def _open_lock(self) -> None:
        laptop = self._laptop
        if laptop is not None:
            self._laptop = None
            laptop.let_go()
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sides are as wide as their letters need and the screen allows; what covers the page is as large."""
        super().resizeEvent(event)
        large, room = self._desk.theme.size("font.text") / 15.5 - 1, max(0, self.width() - 1280)
        self._left.setFixedWidth(252 + round(min(252 * large, 120 * large + room / 10)))
        right = 388 + round(min(388 * large + 60, 100 * large + max(0, room - 320) / 10))
        self._right.setFixedWidth(right)
        self.bottom.set_width(right - 4)
        if self._laptop is not None:
            self._laptop.setGeometry(self.rect())

    # ------------------------------------------------------------------ who can look along

    @property
    def covered(self) -> bool:
        """Whether the room may look along, so that no name and no place is shown."""
        return self._desk.looked_along

    def _uncover(self) -> None:
        self._desk.alone = True
        self.refresh()
        self.setFocus()
