"""The pages of the window: what the frame asks of one, how it is made, and at which one a workshop goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gogrow.ui.desk import Desk

if TYPE_CHECKING:
    from gogrow.domain.workshop import Workshop
    from gogrow.live.workshop import LiveWorkshop
    from gogrow.ui.window import MainWindow


ALONE = frozenset({"cards", "writing"})
"""Pages that do without a workshop too, from the list or from another page; leaving one goes back to where that was."""


class Page(Protocol):
    """What the frame asks of a page; each is a QWidget with the signals ``leave()`` and ``go(str)``."""

    leave: Signal
    go: Signal

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """Show this workshop from now on, or none."""


@runtime_checkable
class Standing(Protocol):
    """A page on which one looks for something: made anew, it goes on where it was."""

    def place(self) -> object:
        """Where one is on this page; what it is made of is the page's own affair."""

    def go_on(self, place: Any) -> None:
        """Be there again; what is not there any more is left out."""


def make_page(name: str, desk: Desk) -> QWidget:
    """A page by name. Imported here, so that the first picture does not wait for it. Raises KeyError."""
    if name == "prepare":
        from gogrow.ui.prepare.page import PreparePage

        return PreparePage(desk)
    if name == "cockpit":
        from gogrow.ui.cockpit.page import CockpitPage

        return CockpitPage(desk)
    if name == "table":
        from gogrow.ui.table.page import TablePage

        return TablePage(desk)
    if name == "cards":
        from gogrow.ui.cards.page import CardsPage

        return CardsPage(desk)
    if name == "writing":
        from gogrow.ui.cards.editor import EditorPage

        return EditorPage(desk)
    raise KeyError(name)


def join(window: MainWindow, name: str, page: QWidget) -> None:
    """Connect a page that was just made to the others that it asks something of."""
    if name in ALONE:
        from gogrow.ui.cards import wiring

        wiring.join(window, name, page)


class Trail:
    """Which pages one came by to one that is `ALONE`, and where one was on those that are made anew."""

    def __init__(self) -> None:
        self._places: dict[str, object] = {}
        self._names: list[str] = []
        self._now = "home"

    def step(self, name: str) -> None:
        """One goes to a page; one that was come by before ends the trail there."""
        if name not in ALONE:
            self._names.clear()
        elif name in self._names:
            del self._names[self._names.index(name) :]
        elif name != self._now:
            self._names.append(self._now)
        self._now = name

    def back(self) -> str:
        """The page that one came from; the list when that is not known."""
        return self._names[-1] if self._names else "home"

    def remember(self, pages: Mapping[str, QWidget]) -> None:
        """These pages will be made anew."""
        self._places |= {name: page.place() for name, page in pages.items() if isinstance(page, Standing)}

    def recall(self, name: str, page: QWidget) -> None:
        """This page was made, perhaps anew."""
        if isinstance(page, Standing) and name in self._places:
            page.go_on(self._places.pop(name))


def stepping(page: QWidget | None, otherwise: Any) -> Any:
    """What undoes and redoes: the page, when it says in words what its own steps are."""
    return page if hasattr(page, "undo_words") else otherwise


def running(workshop: Workshop) -> bool:
    """Whether a workshop has begun and is not over."""
    return workshop.stage.begun is not None and not workshop.stage.ended


def page_for(workshop: Workshop) -> str:
    """Where one goes on with a workshop."""
    if workshop.stage.begun is None or workshop.summary is not None:
        return "prepare"
    return "table" if workshop.details.setting == "two" else "cockpit"
