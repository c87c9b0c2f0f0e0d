"""A real workspace file with an open workshop, and the page of two people on it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gogrow.content.library import Library
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.texts import Texts
from gogrow.ui import look
from gogrow.ui.desk import Desk
from gogrow.ui.settings import Settings
from gogrow.ui.table.page import TablePage
from gogrow.ui.theme import load_fonts
from tests.sample import NOW, deck, person, team

SAMIRA, JOHAN = "Samira El Idrissi", "Johan Terpstra"


class Sitting:
    """Whoever works the laptop in a test: opens workshops, presses buttons, waits until all is in the file."""

    def __init__(self, qtbot: QtBot, folder: Path, *, language: str = "nl", theme: str = "light") -> None:
        self.qtbot = qtbot
        self.path = folder / "work.gogrow"
        settings = Settings(theme=theme)
        library = Library((deck(),))
        self.desk = Desk(Texts(language), settings, lambda: NOW, seeded_ids(5), random.Random(5), lambda: library)
        self.workspace = LiveWorkspace(self.path, None, lambda: NOW, self.desk.new_id)
        self.desk.adopt(self.workspace)
        self.failures: list[object] = []
        self.workspace.failed.connect(self.failures.append)
        self.workspace.broken.connect(self.failures.append)
        self.live: LiveWorkshop
        self.page: QWidget
        self.desk.start_deck()
        qtbot.waitUntil(lambda: self.desk.deck is not None)

    def open(self, workshop: Workshop, earlier: tuple[Workshop, ...] = ()) -> LiveWorkshop:
        """Put a workshop in the file and open it; those that it follows lie in the file already."""
        for one in reversed(earlier):
            self.workspace.create(one, open_it=False)
        with self.qtbot.waitSignal(self.workspace.workshop_opened) as caught:
            self.workspace.create(workshop)
        self.live = caught.args[0]
        self.live.broken.connect(self.failures.append)
        self.live.failed.connect(self.failures.append)
        return self.live

    def show(self, page: QWidget, size: tuple[int, int] = (1280, 720)) -> None:
        """Show a page in a window of this size."""
        self.page = page
        self.qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        self.qtbot.waitExposed(page)

    def settle(self) -> None:
        """Until everything that was asked of the file is in it and on the screen."""
        with self.qtbot.waitSignal(self.live.saved, check_params_cb=bool):
            self.live.do(_nothing)
        QApplication.processEvents()

    def press(self, name: str) -> None:
        """Press a button by its object name, as long as it can be pressed."""
        button = next(b for b in self.page.findChildren(QPushButton, name) if b.isVisibleTo(self.page))
        assert button.isEnabled(), f"{name} cannot be pressed: {button.text()}"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def text(self, name: str) -> str:
        """The words on a button, '' when it is not there."""
        button = next((b for b in self.page.findChildren(QPushButton, name)), None)
        return button.text() if button is not None and button.isVisibleTo(self.page) else ""

    def bytes(self) -> bytes:
        """What is in the file, read after it was closed."""
        self.workspace.close()
        return self.path.read_bytes()

    def close(self) -> None:
        """Give everything back."""
        if hasattr(self.page, "show_workshop"):
            self.page.show_workshop(None)
        self.page.hide()
        self.desk.close()


def _nothing(workshop: Workshop) -> Outcome:
    return Outcome(workshop)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Sitting]]:
    """Makes a `Sitting`; ``sit(theme="dark")`` another look."""
    made: list[Sitting] = []
    load_fonts()

    def make(**choices: str) -> Sitting:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        sitting = Sitting(qtbot, folder, **choices)
        look.wear(qapp, sitting.desk.theme)
        made.append(sitting)
        return sitting

    yield make
    for sitting in made:
        sitting.close()
    qapp.setStyleSheet("")


def for_two(language: str = "nl", names: tuple[str, str] = (JOHAN, SAMIRA)) -> Workshop:
    """Johan and Samira, Johan first in the list and leading."""
    workshop = team(names, leader=names[0], setting="two")
    assert person(workshop, names[1])
    return replace(workshop, details=replace(workshop.details, language=language, title="Samira en Johan"))


@pytest.fixture
def table(sit: Callable[..., Sitting]) -> Sitting:
    """The two at the table, before they begin."""
    sitting = sit()
    live = sitting.open(for_two())
    page = TablePage(sitting.desk)
    sitting.show(page)
    page.show_workshop(live)
    sitting.settle()
    return sitting
