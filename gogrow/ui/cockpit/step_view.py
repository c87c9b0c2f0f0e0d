"""What the cockpit shows for one kind of step: a middle, a right side, and the one next action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gogrow.domain.outcome import Outcome
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk

if TYPE_CHECKING:
    from gogrow.ui.table.locked import Locked

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Primary:
    """The one action of the bottom bar. ``guarded``: shows something, so Page Down alone is not enough."""

    text: str
    enabled: bool = True
    guarded: bool = False


class StepView(QObject):
    """One kind of step in the cockpit. `show` is complete and idempotent; widgets hold nothing worth keeping."""

    changed = Signal()  # the primary action is another one
    laptop = Signal()  # participants want to place at the laptop themselves
    plan = Signal(str)  # to the plan of this participant
    shut = Signal()  # the plan that was open is closed, and no other is opened
    people = Signal()  # to the list of people, to add somebody
    left = Signal()  # to the list of workshops
    again = Signal()  # go on with a session that was over

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.t = desk.texts.t
        self.live: LiveWorkshop | None = None
        self.private = True  # names, places or notes: covered while the room may look along
        self.covered = False  # the room may look along: no name in the words of the next action
        self.middle: QWidget
        self.right: QWidget

    def attach(self, live: LiveWorkshop) -> None:
        """This workshop from now on."""
        self.live = live

    def do(self, rule: Callable[Concatenate[Workshop, P], Outcome], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Ask for a rule, when there is a workshop."""
        if self.live is not None:
            self.live.do(rule, *args, **kwargs)

    def show(self, workshop: Workshop) -> None:
        """Show the workshop as it is now."""

    def primary(self, workshop: Workshop) -> Primary | None:
        """The step's own next action; None when that is to go to the next step."""
        return None

    def act(self, workshop: Workshop) -> None:
        """Do the primary action."""

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """A key that no text field took. True when it meant something here."""
        return False

    def laptop_turn(self, live: LiveWorkshop, page: QWidget) -> Locked | None:
        """What participants at the laptop get; None for the questions of the round."""
        return None

    def open_plan(self, participant: str) -> bool:
        """Show what somebody wants to do and did, when this step is about that. False when it is not."""
        return False

    def leave(self) -> None:
        """The step is left: drop what was half done on the screen."""

    def keep(self) -> None:
        """The workshop is left: what is half done on the screen goes to the file."""
