"""The program with all its decks and one of the user's own, at the page with all cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.app import Program
from gogrow.live.decks import LiveDecks
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cards.page import CardsPage
from gogrow.ui.cards.rows import RowWords
from gogrow.ui.settings import load_settings
from tests.ui import running

NAME = "Nachtploeg vouwen en snijden van Drukkerij De Haan en Zonen."
CARD = """\
  - id: {id}
    field: know
    kind: tell
    fits: two
    minutes: 4
    icon: note
    question: {question}
"""


def own_deck() -> Path:
    """A deck of the user's: one card in two languages, one in Dutch only."""
    assert len(NAME) == 60
    folder = paths.user_decks() / "night"
    folder.mkdir(parents=True)
    head = f"id: night\nname: {{nl: {NAME}, en: Night shift}}\nkind: cards\nboard: go-grow\nauthor: Sam\n"
    (folder / "deck.yaml").write_text(f"{head}licence: CC-BY-4.0\nlanguages: [nl, en]\n", encoding="utf-8")
    dutch = CARD.format(id="one", question="Hoe houd jij het vol?") + CARD.format(id="two", question="Wie is wakker?")
    (folder / "cards.nl.yaml").write_text(f"cards:\n{dutch}", encoding="utf-8")
    english = CARD.format(id="one", question="How do you keep going?")
    (folder / "cards.en.yaml").write_text(f"cards:\n{english}", encoding="utf-8")
    return folder


class Shelf:
    """The page, and what one does there."""

    def __init__(self, qtbot: QtBot, made: Program) -> None:
        self.qtbot, self.made = qtbot, made
        self.window, self.desk = made.window, made.desk
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.desk.decks is not None, timeout=20_000)

    @property
    def page(self) -> CardsPage:
        """As it is now: another language makes another one."""
        page = self.window.pages["cards"]
        assert isinstance(page, CardsPage)
        return page

    @property
    def decks(self) -> LiveDecks:
        """All decks."""
        assert self.desk.decks is not None
        return self.desk.decks

    @property
    def live(self) -> LiveWorkshop:
        """The open workshop."""
        current = self.desk.workspace.current
        assert current is not None
        return current

    def row(self, ref: str) -> RowWords:
        """What the list shows of a card."""
        words = self.page.model.words(self.page.model.row_of(ref))
        assert words is not None, ref
        return words

    @property
    def hand(self) -> list[str]:
        """The ids in the hand, as the file has them."""
        self.settle()
        return [card.id for card in self.live.workshop.hand]

    def settle(self) -> None:
        """Until all that was asked is in the file and on the screen."""
        for _ in range(2):
            running.settle(self.qtbot, self.made)
            QApplication.processEvents()
        if self.window.page_name() == "cards":  # the choices and the card come after the list
            self.qtbot.waitUntil(lambda: self.page.complete, timeout=20_000)

    def go(self) -> None:
        """To all cards, as the menu does."""
        self.window.actions_by_id["cards"].trigger()
        assert self.window.page_name() == "cards"
        self.settle()

    def open(self, title: str = "") -> None:
        """Open a workshop of the list, by its title."""
        rows = self.window.home.model
        at = next((row for row in range(rows.rowCount()) if str(rows.data(rows.index(row))) == title), 0)
        self.window.home.list.setCurrentIndex(rows.index(at))
        with self.qtbot.waitSignal(self.desk.workspace.workshop_opened, timeout=20_000):
            self.window.home.open_chosen()
        self.settle()

    def titles(self) -> list[str]:
        """The list as it is shown."""
        model = self.page.model
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def spoken(self) -> list[str]:
        """The hand as it is shown."""
        rows = self.page.hand.list
        return [rows.item(row).text() for row in range(rows.count())]


@pytest.fixture
def shelf(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[..., AbstractContextManager[Shelf]]:
    """Starts the program on a file with these workshops: ``with shelf("Team Zetten") as made``."""

    @contextmanager
    def start(*titles: str, path: Path | None = None, language: str = "nl", text_size: float = 1.0) -> Iterator[Shelf]:
        if not (paths.user_decks() / "night").exists():
            own_deck()
        kept = load_settings(paths.user_settings())
        kept.language, kept.text_size = language, text_size
        kept.save()
        file = path or tmp_path / "a.gogrow"
        if not file.exists():
            running.fill(file, titles)
        with running.program(qtbot, qapp, file) as made:
            yield Shelf(qtbot, made)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # another may be started in this test

    return start
