"""A preparing page on a real workspace file, with the deck that ships."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.content.library import Library
from gogrow.domain.deck import Deck
from gogrow.domain.ids import seeded_ids
from gogrow.domain.people import Participant
from gogrow.domain.rules import people, session
from gogrow.domain.rules.people import NewPerson
from gogrow.domain.workshop import Details, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.prepare.page import PreparePage
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts, stylesheet

POPUP = (r"^This plugin does not support raise\(\)$", r"^This plugin does not support grabbing the keyboard$")
"""What the platform without a screen says when a list or a calendar opens."""

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)

ELEVEN = (
    "Anja Verbeek",
    "Bram Kuiper",
    "Dennis Smit",
    "Fatma Yildiz",
    "Johan Terpstra",
    "Kees de Wit",
    "Linh Tran",
    "Marloes de Boer",
    "Samira El Idrissi",
    "Tomasz Nowak",
    "Yusuf Demir",
)


@cache
def deck() -> Deck:
    """The deck that ships, read once."""
    return read_deck(paths.decks() / "go-grow")


class Room:
    """The page, its workshop and what the user was told."""

    def __init__(self, qtbot: QtBot, page: PreparePage, desk: Desk, live: LiveWorkshop) -> None:
        self.qtbot, self.page, self.desk, self.live = qtbot, page, desk, live
        self.told: list[str] = []
        self.broken: list[str] = []
        desk.noticed.connect(self.told.append)
        live.broken.connect(lambda error: self.broken.append(error.code))
        live.failed.connect(lambda error: pytest.fail(f"the store failed: {error!r}"))

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self.live.workshop

    def settle(self) -> None:
        """Wait until all that was asked stands in the file and on the screen."""
        QApplication.processEvents()  # what a key began, before the file is asked
        answered: list[object] = []
        self.desk.workspace.ask(lambda _: None, answered.append)
        self.qtbot.waitUntil(lambda: bool(answered))
        QApplication.processEvents()

    def do(self, rule: Callable[..., object], *values: object) -> None:
        """Ask a rule, and wait."""
        self.live.do(rule, *values)  # type: ignore[arg-type]
        self.settle()

    def add(self, *names: str) -> None:
        """People, as if they were pasted."""
        self.do(people.add_people, [NewPerson(name) for name in names], self.desk.new_id, self.desk.source)

    def person(self, name: str) -> Participant:
        """Somebody by full name."""
        return next(p for p in self.workshop.participants if p.name == name)

    def names(self) -> list[str]:
        """The full names in their order."""
        return [p.name for p in self.workshop.participants]

    def shown(self) -> list[str]:
        """The names in the table."""
        model = self.page.people.table.people
        return [model.index(row, 1).data() for row in range(model.rowCount())]


@pytest.fixture
def make_room(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Room]]:
    """Makes the page: ``make_room(setting="two", language="en")``."""
    made: list[tuple[Desk, PreparePage]] = []

    def make(setting: str = "team", language: str = "nl", theme: str = "light") -> Room:
        load_fonts()
        settings = Settings(language=language, theme=theme)
        desk = Desk(Texts(language), settings, lambda: NOW, seeded_ids(5), random.Random(6), lambda: Library((deck(),)))
        desk.deck = deck()
        path = tmp_path / f"prepare{len(made)}.gogrow"
        desk.adopt(LiveWorkspace(path, None, desk.now, desk.new_id, desk))
        programme = next(p for p in deck().programmes if p.setting == setting)
        board = deck().board
        assert board is not None
        workshop = session.new_workshop("w1", Details(title="Nieuwe sessie", language=language), board, programme)
        with qtbot.waitSignal(desk.workspace.workshop_opened) as opened:
            desk.workspace.create(workshop)
        assert opened.args is not None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyleSheet(stylesheet(desk.theme))
        page = PreparePage(desk)
        page.resize(1280, 720)
        page.show_workshop(opened.args[0])
        page.show()
        made.append((desk, page))
        room = Room(qtbot, page, desk, opened.args[0])
        room.settle()
        return room

    yield make
    for desk, page in made:
        page.show_workshop(None)
        page.close()
        page.deleteLater()
        desk.close()
        desk.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    """The page of a team's workshop, in Dutch."""
    return make_room()
