"""Writing cards when things go wrong around it: nothing that was typed is lost, and nobody's card is written over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.domain.deck import AssignmentCard, CardKind
from gogrow.live import decks as live_decks
from gogrow.ui.cards.conflict import ConflictDialog
from tests.ui.cards.writing import Writing


@pytest.fixture
def writing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writing]:
    monkeypatch.setattr(live_decks, "CALM", 20)
    made = Writing(qtbot)
    yield made
    made.close()


def question(writing: Writing, ref: str) -> str:
    card = writing.card(ref)
    return card.question if isinstance(card, AssignmentCard) else ""


def test_a_deck_that_is_renamed_by_hand_while_one_types_leaves_the_words(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.type("nl", "question", "Wat gebeurt er met mijn woorden?")
    folder = paths.user_decks() / deck
    folder.rename(folder.with_name("elders"))
    writing.qtbot.waitUntil(lambda: writing.page.deck == "elders")
    writing.calm()
    assert not writing.page.banner.isHidden()
    (paths.user_decks() / "elders").rename(folder)
    writing.qtbot.waitUntil(lambda: writing.page.deck == deck)
    writing.calm()
    writing.page.edit(f"{deck}/know-01")
    assert writing.field("nl", "question").words == "Wat gebeurt er met mijn woorden?"


def test_a_new_card_that_is_taken_away_at_once_does_not_come_back(writing: Writing) -> None:
    writing.deck("go-grow/know-01")
    writing.page.new(CardKind.ASSIGNMENT)
    writing.type("nl", "question", "Toch niet?")
    writing.page.list.remove.click()
    writing.calm()
    assert "Toch niet?" not in writing.listed()
    assert writing.page.banner.isHidden()
    writing.page.done._undo.click()
    writing.calm()
    assert "Toch niet?" in writing.listed()


def test_half_english_words_stay_when_the_dutch_is_undone(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.type("en", "before", "Think of last night.")
    writing.type("nl", "question", "Wat nu?")
    writing.keep()
    assert question(writing, f"{deck}/know-01") == "Wat nu?"
    writing.page.undo()
    writing.calm()
    assert question(writing, f"{deck}/know-01") != "Wat nu?"
    writing.page.edit(f"{deck}/know-01")
    assert writing.field("en", "before").words == "Think of last night."


def test_a_card_with_a_mistake_by_hand_is_not_written_over_by_a_new_one(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    file = writing.file(deck)
    odd = "  - id: card-01\n    field: know\n    minutes: vier\n    icon: note\n    question: Van mij?\n"
    with file.open("a", encoding="utf-8") as stream:
        stream.write(odd)
    writing.qtbot.waitUntil(lambda: bool(writing.page.faults.said))
    writing.page.new(CardKind.ASSIGNMENT)
    writing.type("nl", "question", "Een nieuwe kaart?")
    writing.keep()
    assert writing.page.findChild(ConflictDialog) is None
    assert question(writing, writing.draft.ref) == "Een nieuwe kaart?"
    assert odd in file.read_text(encoding="utf-8")


def test_half_a_sign_is_left_out_and_the_rest_is_kept(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    field = writing.type("nl", "question", "Wat nu?")
    field.text.insertPlainText("\ud83d")
    writing.keep()
    assert writing.page.banner.isHidden(), writing.page.banner.text()
    assert question(writing, f"{deck}/know-01").startswith("Wat nu?")
    field.text.insertPlainText(" 😀")
    QTest.keyClicks(field.text, "!")
    writing.keep()
    assert question(writing, f"{deck}/know-01").endswith("😀!")


@pytest.mark.parametrize("name", ["go-grow", "Go Grow é", "x" * 200])
def test_a_deck_that_was_put_there_under_any_name_is_written_in_its_own_folder(writing: Writing, name: str) -> None:
    folder = paths.user_decks() / name
    shutil.copytree(paths.decks() / "go-grow", folder)
    file = folder / "cards.nl.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Welk briefje", "Mijn briefje"), encoding="utf-8")
    writing.decks.refresh()
    writing.qtbot.waitUntil(lambda: writing.page.deck == name)
    writing.calm()
    writing.page.edit(f"{name}/know-01")
    assert writing.field("nl", "question").words.startswith("Mijn briefje")
    writing.type("nl", "question", "Van mij?")
    writing.keep()
    assert writing.page.findChild(ConflictDialog) is None
    assert writing.page.pane.beside.said == "Bewaard"
    assert "Van mij?" in file.read_text(encoding="utf-8")
