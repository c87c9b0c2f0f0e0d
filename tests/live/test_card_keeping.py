"""Cards are kept one change after another, each a step, and what is refused stays."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from gogrow.content.card_draft import Draft, draft_of, new_draft, unkept, write_drafts
from gogrow.content.library import Library
from gogrow.content.own_decks import read_again, read_library
from gogrow.content.own_writing import Conflict, Head
from gogrow.domain.deck import CardKind
from gogrow.live import decks as live_decks
from gogrow.live.card_keeping import CardKeeping
from gogrow.live.decks import LiveDecks

REF = "nacht/know-01"


class Desk:
    """Live decks with one own card, and what keeps it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.decks = LiveDecks(read_again(Library(read_library(folder).shipped), folder), folder)
        entry = self.decks.library.entry("go-grow/know-01")
        assert entry is not None
        if self.decks.library.own_deck("nacht") is None:
            self.decks.make(Head({"nl": "Nacht"}), [entry])
        self.calm()
        self.keeping = CardKeeping(self.decks)
        self.refused: list[Exception] = []
        self.keeping.refused.connect(self.refused.append)

    def calm(self) -> None:
        self.qtbot.waitUntil(lambda: not self.decks.busy)

    def open(self) -> Draft:
        entry = self.decks.library.entry(REF)
        assert entry is not None
        return self.keeping.open(draft_of(entry))

    def type(self, question: str) -> None:
        draft = self.keeping.draft
        assert draft is not None
        words = {**draft.words, "nl": {**draft.words["nl"], "question": question}}
        self.keeping.typed(replace(draft, words=words))

    def question(self) -> str:
        entry = self.decks.library.entry(REF)
        return getattr(entry.words["nl"], "question", "") if entry is not None else ""

    def close(self) -> None:
        self.decks.close()
        self.keeping.deleteLater()
        self.decks.deleteLater()


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the disk takes nothing more in decks; drafts still fit."""
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if ".yaml" in self.name:
            raise OSError(errno.ENOSPC, "full")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(live_decks, "CALM", 20)
    made = Desk(qtbot, tmp_path / "decks")
    yield made
    made.close()


def test_what_is_typed_while_the_disk_is_busy_follows_and_is_a_step_of_its_own(desk: Desk) -> None:
    was = desk.question()
    desk.open()
    desk.type("Eerste?")
    desk.keeping.keep()
    assert desk.keeping.state() == "busy"
    desk.type("Tweede?")
    desk.keeping.keep()
    desk.calm()
    assert desk.question() == "Tweede?"
    assert desk.keeping.state() == "kept"
    for expected in ("Eerste?", was):
        desk.keeping.undo()
        desk.calm()
        assert desk.question() == expected
    assert desk.keeping.undoable is None
    desk.keeping.redo()
    desk.calm()
    assert desk.question() == "Eerste?"


def test_a_pause_keeps_by_itself(desk: Desk) -> None:
    desk.keeping._calm.setInterval(1)
    desk.open()
    desk.type("Na een pauze?")
    desk.qtbot.waitUntil(lambda: desk.question() == "Na een pauze?")


def test_a_step_over_what_somebody_else_wrote_is_refused_and_can_be_tried_again(desk: Desk) -> None:
    desk.open()
    desk.type("Van mij?")
    desk.keeping.keep()
    desk.calm()
    file = desk.decks.folder / "nacht" / "cards.nl.yaml"
    mine = file.read_text(encoding="utf-8")
    file.write_text(mine.replace("Van mij?", "Van de ander?"), encoding="utf-8")
    desk.keeping.undo()
    desk.calm()
    assert [type(error) for error in desk.refused] == [Conflict]
    assert desk.question() == "Van de ander?"
    assert desk.keeping.undoable is not None
    file.write_text(mine, encoding="utf-8")
    desk.keeping.undo()
    desk.calm()
    assert desk.question() not in ("Van mij?", "Van de ander?")


def test_what_was_kept_in_the_very_end_is_no_draft_the_next_time(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.type("Net voor het einde?")
    draft = desk.keeping.draft
    assert draft is not None
    left = unkept(draft, desk.keeping.stands(draft.key))
    assert left is not None
    desk.keeping.rest()
    desk.decks.close()
    file = desk.decks.folder.parent / "card-drafts.json"
    assert not file.exists()
    write_drafts(file, [left])  # as it is for somebody who was stopped before the draft went
    other = Desk(qtbot, desk.decks.folder)
    assert other.question() == "Net voor het einde?"
    other.calm()
    assert list(other.decks.drafts.every()) == []
    assert not (desk.decks.folder.parent / "card-drafts.json").exists()
    other.close()


def test_the_newest_words_stay_when_the_disk_refuses_older_ones_of_a_card_that_was_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.type("Eerste?")
    full(monkeypatch)
    desk.keeping.keep()
    desk.type("Eerste, en nog veel meer?")
    desk.keeping.leave()
    desk.calm()
    left = desk.decks.drafts.get(("nacht", CardKind.ASSIGNMENT, "know-01"))
    assert left is not None
    assert left.words["nl"]["question"] == "Eerste, en nog veel meer?"


def test_quitting_while_something_is_written_keeps_the_last_words_in_the_deck(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.type("Eerste?")
    desk.keeping.keep()
    desk.type("Eerste, en nog een woord?")
    desk.keeping.rest()
    desk.decks.close()
    other = Desk(qtbot, desk.decks.folder)
    assert other.question() == "Eerste, en nog een woord?"
    other.open()
    other.keeping.again()
    other.calm()
    assert other.refused == []
    assert list(other.decks.drafts.every()) == []
    other.close()


def test_words_typed_while_a_step_is_undone_are_not_lost(desk: Desk) -> None:
    desk.open()
    desk.type("Eerste?")
    desk.keeping.keep()
    desk.calm()
    desk.keeping.undo()
    desk.type("Ik was nog aan het typen?")
    desk.calm()
    assert desk.keeping.draft is not None
    desk.keeping.keep()
    desk.calm()
    assert desk.question() == "Ik was nog aan het typen?"


def test_a_step_that_is_refused_leaves_the_half_words_of_its_card(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    desk.type("Eerste?")
    desk.keeping.keep()
    desk.calm()
    draft = desk.keeping.draft
    assert draft is not None
    desk.keeping.typed(replace(draft, words={**draft.words, "en": {"before": "Half a card"}}))
    desk.keeping.keep()
    desk.calm()
    full(monkeypatch)
    desk.keeping.undo()
    desk.calm()
    left = desk.decks.drafts.get(draft.key)
    assert left is not None
    assert left.words["en"] == {"before": "Half a card"}


def test_undo_does_not_wait_for_ever_behind_half_words(desk: Desk) -> None:
    was = desk.question()
    desk.open()
    desk.type("Eerste?")
    desk.keeping.keep()
    desk.type("")
    desk.keeping.keep()
    desk.keeping.undo()
    desk.calm()
    assert desk.question() == was


def test_a_card_is_removed_with_what_was_typed_just_before(desk: Desk) -> None:
    desk.open()
    desk.type("Net getypt?")
    assert desk.keeping.remove()
    desk.calm()
    assert desk.refused == []
    assert desk.question() == ""
    desk.keeping.undo()
    desk.calm()
    assert desk.question() == "Net getypt?"


def test_half_words_of_a_second_program_stay(desk: Desk, qtbot: QtBot) -> None:
    other = Desk(qtbot, desk.decks.folder)
    for number, one in enumerate((desk, other, desk)):
        draft = new_draft("nacht", CardKind.QUESTION, f"card-{number}", "")
        one.keeping.open(draft)
        one.keeping.typed(replace(draft, words={"nl": {"before": f"Half {number}"}}))
        one.keeping.keep()
        one.calm()
    third = Desk(qtbot, desk.decks.folder)
    assert sorted(draft.id for draft in third.decks.drafts.every()) == ["card-0", "card-1", "card-2"]
    third.close()
    other.close()


def test_what_a_full_disk_refused_is_written_before_the_end_when_there_is_room(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full")

    desk.open()
    desk.type("Past dit nog?")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        desk.keeping.keep()
        desk.calm()
    assert len(desk.refused) == 1
    desk.keeping.rest()
    desk.decks.close()
    other = Desk(qtbot, desk.decks.folder)
    assert [draft.words["nl"]["question"] for draft in other.decks.drafts.every()] == ["Past dit nog?"]
    other.close()


def test_who_never_pauses_is_kept_as_well(desk: Desk, qtbot: QtBot) -> None:
    desk.keeping._late.setInterval(30)
    desk.open()
    number = 0

    def typing() -> None:
        nonlocal number
        number += 1
        desk.type(f"Nog een woord {number}?")

    key = QTimer()
    key.timeout.connect(typing)
    key.start(5)
    qtbot.waitUntil(lambda: desk.question().startswith("Nog een woord"))
    assert desk.keeping._calm.isActive()  # there was no pause
    key.stop()
