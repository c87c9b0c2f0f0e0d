"""Sending a deck and taking one in, through the real windows and real files."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.app import Program
from gogrow.content.library import CardEntry
from gogrow.content.own_writing import Head
from gogrow.content.pack import read_pack
from gogrow.content.pack_compare import State
from gogrow.domain.deck import AssignmentCard, CardKind
from gogrow.live.decks import LiveDecks
from gogrow.ui.cards.receive import LookInside, Refused, receive
from gogrow.ui.cards.send import SendDeck
from gogrow.ui.cards.table_import import LookAtTable, choose_table, make_template, read_table
from tests.ui import running

CARD = AssignmentCard("truck", "nl", "know", "tell", "two", 4, "note", "Wat kan jouw heftruck?")


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    running.fill(tmp_path / "a.gogrow", ("Team Zetten",))
    with running.program(qtbot, qapp, tmp_path / "a.gogrow") as program:
        qtbot.waitUntil(lambda: program.desk.decks is not None)
        program.desk.set_language("nl")
        yield program


def decks_of(made: Program) -> LiveDecks:
    assert made.desk.decks is not None
    return made.desk.decks


def own_deck(qtbot: QtBot, made: Program, entries: tuple[CardEntry, ...] = ()) -> str:
    told: list[str] = []
    decks_of(made).make(Head({"nl": "Nachtploeg"}), entries, told.append)
    qtbot.waitUntil(lambda: bool(told))
    save(qtbot, made, told[0], CARD)
    return told[0]


def save(qtbot: QtBot, made: Program, deck: str, card: AssignmentCard, before: AssignmentCard | None = None) -> None:
    told: list[object] = []
    was = {"nl": before} if before is not None else {}
    decks_of(made).save(deck, CardKind.ASSIGNMENT, card.id, was, {"nl": card}, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [None]


def packed(qtbot: QtBot, made: Program, deck: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = decks_of(made).library.own_deck(deck)
    assert own is not None
    said: list[str] = []
    made.desk.noticed.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    dialog = SendDeck(made.desk, made.window, own)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    if not dialog.author.text():
        assert not dialog.do.isEnabled(), "who made it is asked"
        qtbot.keyClicks(dialog.author, "Sam")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said))
    assert str(target) in said[0]
    return target


def looked(qtbot: QtBot, made: Program, file: Path, taken: list[str]) -> LookInside:
    receive(made.desk, made.window, file, taken.append)
    qtbot.waitUntil(lambda: any(isinstance(one, LookInside) for one in made.window.findChildren(LookInside)))
    (dialog,) = made.window.findChildren(LookInside)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def test_a_deck_goes_out_as_one_file_and_comes_in_as_the_same_deck(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = own_deck(qtbot, made)
    file = packed(qtbot, made, deck, tmp_path / "nacht.gogrowdeck", monkeypatch)
    pack = read_pack(file)
    assert (pack.deck.author, pack.deck.licence) == ("Sam", "CC-BY-4.0")
    own = decks_of(made).library.own_deck(deck)
    assert own is not None
    assert own.deck.author == "Sam", "asked once"
    shutil.rmtree(own.folder)
    decks_of(made).refresh()
    qtbot.waitUntil(lambda: not decks_of(made).library.own)
    taken: list[str] = []
    dialog = looked(qtbot, made, file, taken)
    assert [item.state for item in dialog.inside._model._all] == [State.NEW]
    assert not decks_of(made).folder.joinpath(deck).exists(), "looking writes nothing"
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taken == [deck])
    entry = decks_of(made).library.entry(f"{deck}/truck")
    assert entry is not None
    assert entry.words["nl"] == CARD


def test_nothing_of_ones_own_is_written_over_without_a_choice(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = own_deck(qtbot, made)
    other = replace(CARD, id="shift", question="Wat doe je om vier uur ’s nachts?")
    save(qtbot, made, deck, other)
    file = packed(qtbot, made, deck, tmp_path / "nacht.gogrowdeck", monkeypatch)
    changed = replace(CARD, question="Wat kan jouw reachtruck?")
    save(qtbot, made, deck, changed, CARD)
    taken: list[str] = []
    dialog = looked(qtbot, made, file, taken)
    assert dialog.mix.isChecked()
    assert not dialog.take.isEnabled(), "one card still wants a choice"
    first = dialog.inside.current()
    assert first is not None
    assert (first.id, first.state) == ("truck", State.CHANGED)
    shown = " ".join(label.text() for label in dialog.versions.findChildren(type(dialog._open)))
    assert "Wat kan jouw reachtruck?" in shown
    assert "Wat kan jouw heftruck?" in shown
    both = dialog.versions._group.button(2)
    qtbot.mouseClick(both, Qt.MouseButton.LeftButton)
    assert dialog.take.isEnabled()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taken == [deck])
    own = decks_of(made).library.own_deck(deck)
    assert own is not None
    assert sorted(card.question for card in own.deck.cards["nl"]) == [
        "Wat doe je om vier uur ’s nachts?",
        "Wat kan jouw heftruck?",
        "Wat kan jouw reachtruck?",
    ]


def test_a_bad_file_is_told_and_changes_nothing(qtbot: QtBot, made: Program, tmp_path: Path) -> None:
    file = tmp_path / "kwaad.gogrowdeck"
    with zipfile.ZipFile(file, "w") as bad:
        bad.writestr("../../deck.yaml", "id: x")
    receive(made.desk, made.window, file, lambda _: pytest.fail("it came in"))
    qtbot.waitUntil(lambda: bool(made.window.findChildren(Refused)))
    (dialog,) = made.window.findChildren(Refused)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert "../../deck.yaml" in dialog.told.toPlainText()
    dialog.accept()
    assert decks_of(made).library.own == ()
    assert not (tmp_path / "deck.yaml").exists()


def test_a_deck_of_the_program_comes_in_beside_it(qtbot: QtBot, made: Program, tmp_path: Path) -> None:
    from gogrow.content.pack import write_pack

    file = tmp_path / "koers.gogrowdeck"
    write_pack(paths.decks() / "koerskaart", file)
    taken: list[str] = []
    dialog = looked(qtbot, made, file, taken)
    assert dialog.new.isChecked()
    assert not dialog.mix.isEnabled()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taken == ["koerskaart-2"])
    assert decks_of(made).library.entry("koerskaart/longer-02") is not None
    assert decks_of(made).library.entry("koerskaart-2/longer-02") is not None


def test_a_template_comes_back_as_cards_of_a_new_deck(
    qtbot: QtBot, made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    opened: list[str] = []
    made.desk.noticed.connect(said.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sjabloon"), ""))
    make_template(made.desk, made.window)
    qtbot.waitUntil(lambda: bool(said))
    file = tmp_path / "sjabloon.xlsx"
    assert opened == [str(file)]
    taken: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    choose_table(made.desk, made.window, taken.append)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(LookAtTable)))
    (dialog,) = made.window.findChildren(LookAtTable)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    count = dialog.list.count()
    assert count >= 3, "an example of each kind"
    assert not decks_of(made).folder.exists(), "looking writes nothing"
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taken == ["sjabloon"])
    own = decks_of(made).library.own_deck("sjabloon")
    assert own is not None
    assert own.faults == ()
    cards = [entry for entry in decks_of(made).library.entries if entry.deck == "sjabloon"]
    assert len(cards) == count
    assert {entry.kind for entry in cards} == set(CardKind)


def test_a_row_that_is_half_wrong_is_told_and_the_others_come_in(qtbot: QtBot, made: Program, tmp_path: Path) -> None:
    deck = own_deck(qtbot, made)
    file = tmp_path / "kaarten.csv"
    file.write_text("soort;veld;vraag;minuten\nopdracht;know;=1+1 is hoeveel?;4\nopdracht;know;;4\n", encoding="utf-8")
    taken: list[str] = []
    read_table(made.desk, made.window, file, taken.append)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(LookAtTable)))
    (dialog,) = made.window.findChildren(LookAtTable)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert "3" in dialog.told.toPlainText(), "the row"
    assert "vraag" in dialog.told.toPlainText(), "the column"
    assert dialog.deck.currentData() == deck
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taken == [deck])
    own = decks_of(made).library.own_deck(deck)
    assert own is not None
    assert [card.question for card in own.deck.cards["nl"]] == ["Wat kan jouw heftruck?", "=1+1 is hoeveel?"]


def test_a_packed_deck_may_be_dropped_on_the_window(qtbot: QtBot, made: Program, tmp_path: Path) -> None:
    from gogrow.content.pack import write_pack

    file = tmp_path / "koers.gogrowdeck"
    write_pack(paths.decks() / "koerskaart", file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, action = QPointF(50, 50), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place.toPoint(), action, data, left, none)
    QApplication.sendEvent(made.window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(place, action, data, left, none)
    QApplication.sendEvent(made.window, dropping)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(LookInside)))
    (dialog,) = made.window.findChildren(LookInside)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.reject()
    other = QMimeData()
    other.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    strange = QDragEnterEvent(place.toPoint(), action, other, left, none)
    strange.ignore()
    QApplication.sendEvent(made.window, strange)
    assert not strange.isAccepted()
