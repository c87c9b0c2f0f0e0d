"""From a code to the plan on the screen: the workshop is opened when it is not open yet, and the plan in it.

Never on the beamer: another workshop makes it neutral, and in the same one it goes on with what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gogrow.domain.rules import table
from gogrow.ui.pages import running

if TYPE_CHECKING:
    from gogrow.live.workshop import LiveWorkshop
    from gogrow.live.workspace import LiveWorkspace
    from gogrow.store.plans import PlanPlace
    from gogrow.ui.cockpit.page import CockpitPage
    from gogrow.ui.table.page import TablePage
    from gogrow.ui.window import MainWindow


class PlanOpening(QObject):
    """Opens plans in the main window, one after another. `opened` and `missing` bring the `PlanPlace`."""

    opened = Signal(object)
    missing = Signal(object)  # the workshop is open, and this person is not in it any more

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = window.desk
        self._wanted: PlanPlace | None = None
        self._back = False  # whether it is the looking back at the plan that is wanted
        self._alone = False  # whether she had said, before it was opened, that only she looks
        self._followed: LiveWorkspace | None = None

    @property
    def current(self) -> str:
        """The id of the workshop that goes on now; '' when none does."""
        live = self._live
        return live.id if live is not None and running(live.workshop) else ""

    @property
    def stopped(self) -> bool:
        """Whether the main window waits for an answer, so that nothing else may be opened under the question."""
        return QApplication.activeModalWidget() is not None

    def forget_alone(self) -> None:
        """The screens changed: that only she looks has to be said again."""
        self._alone = False

    def open(self, place: PlanPlace, *, back: bool = False) -> None:
        """Open this plan, or looking ``back`` at it. What was half typed elsewhere is kept first."""
        if not self._desk.has_workspace:
            return
        self._back = back
        live, self._alone = self._live, self._desk.alone
        if live is not None and live.id == place.workshop:
            self._show(live, place)
            return
        workspace = self._desk.workspace
        if self._followed is not workspace:
            self._followed = workspace
            workspace.workshop_opened.connect(self._opened)
        self._window.to_list()
        self._wanted = place
        workspace.open_workshop(place.workshop)

    @property
    def _live(self) -> LiveWorkshop | None:
        return self._desk.workspace.current if self._desk.has_workspace else None

    def _opened(self, live: LiveWorkshop) -> None:
        place, self._wanted = self._wanted, None
        if place is not None and live.id == place.workshop:
            self._show(live, place)

    def _show(self, live: LiveWorkshop, place: PlanPlace) -> None:
        workshop = live.workshop
        if workshop.participant(place.participant) is None:
            self.missing.emit(place)
            return
        pair = table.seats(workshop) if workshop.details.setting == "two" else None
        name = "table" if pair and pair[0] == place.participant and running(workshop) else "cockpit"
        if self._window.page_name() != name:
            self._window.show_page(name)
        self._desk.alone = self._desk.alone or self._alone  # a cockpit that was just made has forgotten it
        page = self._window.pages[name]
        if name == "table":
            cast("TablePage", page).open_plan()
        else:
            cast("CockpitPage", page).open_plan(place.participant, back=self._back)
        self.opened.emit(place)
