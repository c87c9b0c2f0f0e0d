"""The decks while the program runs: changes by hand are noticed, changes of ours are written and never over others'."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gogrow.content.deck_disk import DeckNotWritten
from gogrow.content.decks import faults_of
from gogrow.content.library import CardEntry, Library
from gogrow.content.own_decks import read_library
from gogrow.content.own_writing import Conflict, Head
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard
from gogrow.live import decks as live_decks
from gogrow.live.decks import LiveDecks
from gogrow.texts import Texts

ONE = AssignmentCard("one", "nl", "know", "tell", "two", 4, "note", "Wat kun jij goed?")
ENGLISH = replace(ONE, language="en", question="What are you good at?")


class Desk:
    """Live decks in an empty folder, and waiting for what was asked."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.decks = LiveDecks(read_library(folder), folder)
        self.heard: list[Library] = []
        self.failed: list[Exception] = []
        self.decks.changed.connect(self.heard.append)
        self.decks.failed.connect(self.failed.append)

    def calm(self) -> None:
        self.qtbot.waitUntil(lambda: not self.decks.busy)

    def new(self, entries: tuple[CardEntry, ...] = ()) -> str:
        made: list[str] = []
        self.decks.make(Head({"nl": "Nachtploeg Zuid!"}), entries, made.append)
        self.qtbot.waitUntil(lambda: bool(made or self.failed))
        assert self.failed == []
        return made[0]

    def save(self, deck: str, before: dict[str, AnyCard], after: dict[str, AnyCard], **more: Any) -> list[object]:
        answers: list[object] = []
        id = next(iter((*after.values(), *before.values()))).id
        refused = answers.append
        self.decks.save(deck, CardKind.ASSIGNMENT, id, before, after, answers.append, refused, **more)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers

    def card(self, ref: str, language: str = "nl") -> AnyCard | None:
        entry = self.decks.library.entry(ref)
        return entry.words.get(language) if entry is not None else None


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path / "decks")
    yield made
    made.decks.close()
    made.decks.deleteLater()


def test_a_new_deck_gets_cards_and_is_a_deck_like_any_other(desk: Desk) -> None:
    id = desk.new()
    assert id == "nachtploeg-zuid"
    assert desk.save(id, {}, {"nl": ONE}) == [None]
    assert desk.card("nachtploeg-zuid/one") == ONE
    assert desk.save(id, {"nl": ONE}, {"nl": ONE, "en": ENGLISH}) == [None]
    assert desk.card("nachtploeg-zuid/one", "en") == ENGLISH
    assert faults_of(desk.decks.folder / id) == ()
    assert desk.decks.library.deck.cards["en"][-1].id == "nachtploeg-zuid/one", "it is played at once"
    assert desk.save(id, {"nl": ONE, "en": ENGLISH}, {}) == [None]
    assert desk.card("nachtploeg-zuid/one") is None
    assert desk.new() == "nachtploeg-zuid-2"
    assert desk.failed == []


def test_cards_are_copied_with_what_they_come_from_and_what_they_are_about(desk: Desk) -> None:
    library = desk.decks.library
    refs = ("go-grow/know-01", "koerskaart/longer-02", "koerskaart/technology-01")
    chosen = tuple(library.entry(ref) for ref in refs)
    id = desk.new(tuple(entry for entry in chosen if entry is not None))
    assert faults_of(desk.decks.folder / id) == ()
    mine = desk.card(f"{id}/longer-02", "en")
    assert isinstance(mine, DilemmaCard)
    assert mine.origin == "koerskaart/longer-02"
    own = desk.decks.library.own_deck(id)
    assert own is not None
    assert [theme.id for theme in own.deck.card_themes] == ["longer", "technology"]
    theirs = library.entry("koerskaart/longer-02")
    assert theirs is not None
    assert theirs.words["en"] == replace(mine, origin=""), "only where it comes from is new"


def test_a_change_by_hand_is_noticed_and_a_mistake_leaves_the_rest(desk: Desk) -> None:
    id = desk.new()
    desk.save(id, {}, {"nl": ONE})
    path = desk.decks.folder / id / "cards.nl.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Wat kun jij goed?", "Wat kun jij met je ogen dicht?"), encoding="utf-8")
    desk.qtbot.waitUntil(lambda: getattr(desk.card(f"{id}/one"), "question", "") == "Wat kun jij met je ogen dicht?")
    path.write_text(text.replace("question: ", 'question: "'), encoding="utf-8")
    desk.qtbot.waitUntil(lambda: bool(desk.decks.library.own[0].faults))
    (fault,) = desk.decks.library.own[0].faults
    assert (fault.file, fault.line, fault.code) == ("cards.nl.yaml", text.count("\n"), "quote")
    assert fault.message(Texts("nl")).startswith("cards.nl.yaml, regel")
    assert getattr(desk.card(f"{id}/one"), "question", "") == "Wat kun jij met je ogen dicht?", "as it was before"
    (answer,) = desk.save(id, {"nl": ONE}, {"nl": replace(ONE, hint="Kort.")})
    assert isinstance(answer, DeckNotWritten)
    assert answer.message(Texts("nl"))
    path.write_text(text, encoding="utf-8")
    desk.qtbot.waitUntil(lambda: not desk.decks.library.own[0].faults)
    assert desk.card(f"{id}/one") == ONE


def test_a_new_deck_is_watched_from_its_first_moment(desk: Desk) -> None:
    id = desk.new()
    desk.calm()
    text = "cards:\n  - {id: one, field: know, kind: tell, fits: two, minutes: 4, icon: note, question: Wie?}\n"
    (desk.decks.folder / id / "cards.nl.yaml").write_text(text, encoding="utf-8")
    desk.qtbot.waitUntil(lambda: getattr(desk.card(f"{id}/one"), "question", "") == "Wie?")


def test_what_a_second_program_wrote_is_never_written_over_silently(desk: Desk, qtbot: QtBot) -> None:
    id = desk.new()
    desk.save(id, {}, {"nl": ONE})
    second = Desk(qtbot, desk.decks.folder)
    second.save(id, {"nl": ONE}, {"nl": replace(ONE, question="Van de ander?")})
    mine = replace(ONE, question="Van mij?")
    (answer,) = desk.save(id, {"nl": ONE}, {"nl": mine})
    assert isinstance(answer, Conflict)
    assert answer.theirs["nl"]["question"] == "Van de ander?"
    assert desk.card(f"{id}/one") == replace(ONE, question="Van de ander?"), "and it is shown"
    other = replace(ONE, id="two", question="Een andere kaart?")
    assert desk.save(id, {}, {"nl": other}) == [None], "another card of the same deck"
    assert desk.save(id, {"nl": ONE}, {"nl": mine}, over=True) == [None]
    second.decks.refresh()
    second.calm()
    assert second.card(f"{id}/one") == mine
    assert second.card(f"{id}/two") == other
    second.decks.close()
    second.decks.deleteLater()


def test_while_another_program_writes_one_waits_and_then_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    id = desk.new()
    monkeypatch.setattr(live_decks, "PATIENCE", 50)
    lock = QLockFile(str(desk.decks.folder / f".{id}.lock"))
    assert lock.tryLock(0)
    (answer,) = desk.save(id, {}, {"nl": ONE})
    assert isinstance(answer, DeckNotWritten)
    assert answer.code == "busy"
    taken: list[object] = []
    desk.decks.run(lambda: "in", taken.append, taken.append, deck=id)  # a deck that comes in over it waits as well
    desk.qtbot.waitUntil(lambda: bool(taken))
    assert [type(one) for one in taken] == [DeckNotWritten]
    lock.unlock()
    assert desk.save(id, {}, {"nl": ONE}) == [None]


def test_a_full_disk_leaves_everything_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    id = desk.new()
    desk.save(id, {}, {"nl": ONE})
    before = {path: path.read_bytes() for path in sorted((desk.decks.folder / id).iterdir())}
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:  # the first language still fits
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    (answer,) = desk.save(id, {"nl": ONE}, {"nl": replace(ONE, question="Nieuw?"), "en": ENGLISH})
    assert isinstance(answer, DeckNotWritten)
    assert answer.code == "full"
    assert {path: path.read_bytes() for path in sorted((desk.decks.folder / id).iterdir())} == before
    monkeypatch.undo()
    assert desk.save(id, {"nl": ONE}, {"nl": replace(ONE, question="Nieuw?"), "en": ENGLISH}) == [None]


def test_a_protected_folder_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    desk.decks.make(Head({"nl": "Nacht"}))
    desk.qtbot.waitUntil(lambda: bool(desk.failed))
    (error,) = desk.failed
    assert isinstance(error, DeckNotWritten)
    assert str(desk.decks.folder) in error.message(Texts("nl"))


def test_a_deck_that_was_taken_away_comes_back(desk: Desk) -> None:
    id = desk.new()
    desk.save(id, {}, {"nl": ONE})
    gone: list[Path] = []
    desk.decks.remove(id, gone.append)
    desk.qtbot.waitUntil(lambda: bool(gone))
    assert desk.decks.library.own == ()
    (answer,) = desk.save(id, {"nl": ONE}, {"nl": ONE})
    assert isinstance(answer, DeckNotWritten)
    back: list[object] = []
    desk.decks.bring_back(gone[0], id, back.append)
    desk.qtbot.waitUntil(lambda: bool(back))
    assert desk.card(f"{id}/one") == ONE


def test_what_was_asked_last_is_written_before_the_program_ends(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path / "decks")
    id = desk.new()
    for number in range(5):
        card = replace(ONE, id=f"n{number}")
        desk.decks.save(id, CardKind.ASSIGNMENT, card.id, {}, {"nl": card})
    desk.decks.close()
    desk.decks.deleteLater()
    assert len(read_library(tmp_path / "decks").own[0].deck.cards["nl"]) == 5


def test_a_deck_says_who_made_it(desk: Desk) -> None:
    id = desk.new()
    told: list[object] = []
    head = Head({"nl": "Nacht", "en": "Night"}, "Sam", "CC-BY-4.0", ("Van de vloer.",))
    desk.decks.describe(id, head, told.append)
    desk.qtbot.waitUntil(lambda: bool(told))
    own = desk.decks.library.own[0].deck
    assert (own.author, own.licence, own.sources) == ("Sam", "CC-BY-4.0", ("Van de vloer.",))
    assert own.name == {"nl": "Nacht"}, "in the languages that it has cards in"


def test_what_is_closed_may_be_given_back_by_any_thread(qtbot: QtBot, tmp_path: Path) -> None:
    """Python's own tidying runs in whatever thread is busy; a watcher that still listened crashed the program there."""
    for number in range(5):
        folder = tmp_path / f"decks{number}"
        (folder / "night").mkdir(parents=True)
        decks = LiveDecks(read_library(folder), folder)
        assert decks._watcher.directories()
        watcher = decks._watcher
        decks.close()
        assert not Shiboken.isValid(watcher)
        thread = threading.Thread(target=Shiboken.delete, args=(decks,))
        thread.start()
        thread.join()
        qtbot.wait(1)
