"""A cockpit for rounds about dilemmas: all decks that ship, and so many people that are here."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.content.own_decks import read_library
from gogrow.domain.deck import Deck, DilemmaCard
from gogrow.domain.ids import seeded_ids
from gogrow.domain.rules import dilemmas, people, session
from gogrow.domain.workshop import Details, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui import look
from gogrow.ui.cockpit.counting import CountingPane, Total
from gogrow.ui.theme import load_fonts
from tests.sample import NAMES, NOW
from tests.ui.cockpit.conftest import Cockpit

GOALS = ("Iedereen leert elk jaar iets nieuws", "Niemand valt uit", "De machines draaien door")
MORE = ("Aya Bouzid", "Bram Kok", "Ciska Visser", "Daan Mulder", "Emre Kaya", "Floor Jansen", "Gijs Peters",
        "Hanna Bos", "Ilse Vos", "Jamal Amrani", "Karin Smit", "Lars Dekker", "Mo Hassan", "Nina Kramer")  # fmt: skip


@lru_cache(maxsize=1)
def decks() -> Deck:
    """All decks as they ship."""
    return read_library().deck


def group(count: int = 14, language: str = "nl", goals: tuple[str, ...] = GOALS) -> Workshop:
    """So many people who are here, with the programme of two hours."""
    board = decks().board
    assert board is not None
    programme = next(p for p in decks().programmes if p.id == "koers-120")
    about = Details(title="Onze koers", team="Team Zetten", date=NOW.date(), language=language, goals=goals)
    workshop = session.new_workshop("w1", about, board, programme)
    names = (*NAMES, *MORE)[:count]
    new = [people.NewPerson(name) for name in names]
    return people.add_people(workshop, new, seeded_ids(7), random.Random(7)).workshop


def card(id: str = "", language: str = "nl") -> DilemmaCard:
    """A dilemma with a fact and questions, or the one with this id."""
    found = decks().dilemmas[language]
    return next(c for c in found if (c.id == id if id else bool(c.fact and c.deepen and not c.sensitive)))


class Round(Cockpit):
    """The cockpit, with voices on their way to the beamer as in the whole program."""

    def __init__(self, qtbot: QtBot, path: Path, workshop: Workshop | None, text_size: float = 1.0) -> None:
        super().__init__(qtbot, path, workshop, text_size)
        self.desk.deck = decks()

    def _take(self, live: LiveWorkshop) -> None:
        live.voiced.connect(self.desk.beamer.count)
        super()._take(live)

    @property
    def pane(self) -> CountingPane:
        """The private count."""
        return next(p for p in self.page.findChildren(CountingPane))

    @property
    def total(self) -> str:
        """The large running total."""
        return next(t for t in self.page.findChildren(Total)).text()

    def play(self, chosen: DilemmaCard | None = None, step: str = "dilemma-1") -> None:
        """Go to a step and put a dilemma in the picture."""
        self.go_to(step)
        self.do(dilemmas.play, chosen or card())
        self.page.setFocus()

    def choosing(self, chosen: DilemmaCard | None = None, step: str = "dilemma-1") -> None:
        """Up to the blind choice."""
        self.play(chosen, step)
        self.click("act")
        self.page.setFocus()


@pytest.fixture
def make_round(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Round]]:
    """Makes a cockpit for a workshop with dilemmas."""
    made: list[Round] = []
    load_fonts()

    def make(workshop: Workshop) -> Round:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        cockpit = Round(qtbot, folder / "work.gogrow", workshop)
        cockpit.others = made  # type: ignore[assignment]
        look.wear(qapp, cockpit.desk.theme)
        made.append(cockpit)
        cockpit.alone()
        return cockpit

    yield make
    for cockpit in made:
        cockpit.close()
    qapp.setStyleSheet("")


@pytest.fixture
def fourteen(make_round: Callable[..., Round]) -> Round:
    """Fourteen people of a metal workshop."""
    return make_round(group(14))
