"""Writing own cards: as a facilitator does it, on real files."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.content.decks import faults_of
from gogrow.domain.deck import AssignmentCard, CardKind, DilemmaCard
from gogrow.domain.public import Card, Dilemma
from gogrow.live import decks as live_decks
from gogrow.ui import icons
from gogrow.ui.cards.conflict import ConflictDialog
from gogrow.ui.cards.deck_dialogs import AboutDeck, CopyDeck, IntoDeck, NameDeck
from gogrow.ui.cards.editor import EditorPage
from gogrow.ui.cards.icon_choice import IconChoice
from gogrow.ui.cards.original import Original
from tests.ui.cards.writing import Writing


@pytest.fixture
def writing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writing]:
    monkeypatch.setattr(live_decks, "CALM", 20)
    made = Writing(qtbot)
    yield made
    made.close()


TRUCK = {
    "title": "De heftruck",
    "situation": "De nieuwe heftruck rijdt zelf. Rij je nog mee?",
    "a": "Ik rij nog mee.",
    "a_reason": "Dan zie ik wat er gebeurt.",
    "b": "Ik laat hem gaan.",
    "b_reason": "Dan kan ik iets anders doen.",
}


def test_the_first_deck_and_a_dilemma_typed_key_by_key(writing: Writing) -> None:
    page = writing.page
    assert page.stack.currentWidget() is page.empty
    page.empty.new.click()
    dialog = page.findChild(NameDeck)
    assert dialog is not None
    dialog.names["nl"].setText("Nachtploeg Zuid")
    dialog.do.click()
    writing.calm()
    assert page.deck == "nachtploeg-zuid"
    page.list.kind_actions[CardKind.DILEMMA].trigger()
    assert page.focusWidget() is writing.field("nl", "title").text
    for name, words in TRUCK.items():
        writing.type("nl", name, words)
    assert writing.listed()[-1] == "Nieuwe kaart"
    writing.qtbot.waitUntil(lambda: writing.listed()[-1] == "De heftruck")
    picture = page.pane.beside.canvas
    writing.qtbot.waitUntil(lambda: isinstance(picture.view.picture, Dilemma))
    writing.qtbot.waitUntil(lambda: picture.view.picture.poles.b_reason == TRUCK["b_reason"])  # type: ignore[union-attr]
    writing.keep()
    card = writing.card("nachtploeg-zuid/dilemma-01")
    assert isinstance(card, DilemmaCard)
    assert {name: getattr(card, name) for name in TRUCK} == TRUCK
    assert card.theme == writing.decks.library.deck.card_themes[0].id
    assert faults_of(paths.user_decks() / "nachtploeg-zuid") == ()
    assert page.pane.beside.said == "Bewaard"
    assert page.pane.form.missing["en"].text() == "Nog niet in het Engels"
    assert not page.pane.form.missing["en"].isHidden()
    assert page.pane.form.missing["nl"].isHidden()


def test_what_does_not_fit_is_said_at_once_and_gone_when_it_fits(writing: Writing) -> None:
    writing.deck("koerskaart/technology-01")
    field = writing.type("nl", "a", "Ik ga graag als eerste van de hele ploeg rijden.")
    assert field.said[0] == "A: Lang voor de beamer: 48 tekens. Tot 44 lees je met gemak."
    assert any(words.startswith("Kant A heeft meer woorden") for words in field.said)
    writing.type("nl", "a", "Ik ga graag als eerste.")
    assert field.said == ()
    hint = writing.type("nl", "hint", "Praat over duurzame inzetbaarheid.")
    assert hint.said == ("‘duurzame inzetbaarheid’ is vaktaal. Zeg: tot later goed kunnen werken.",)
    assert writing.field("en", "hint").said == ()
    assert hint.text.accessibleDescription() == hint.said[0]


def test_an_empty_form_does_not_complain(writing: Writing) -> None:
    writing.deck()
    writing.page.new(CardKind.DILEMMA)
    assert not any(field.said for field in writing.page.pane.form.fields.values())
    writing.type("nl", "title", "De heftruck")
    assert not any(field.said for field in writing.page.pane.form.fields.values())
    assert writing.page.pane.beside.said == "Nog niet bewaard: ‘Situatie’ is nog leeg."
    writing.type("nl", "a", "Ik rij.")
    assert writing.field("nl", "situation").said == ("Nog leeg.",), "that one was passed by"
    assert writing.field("nl", "b").said == ()


def test_a_copied_card_says_what_it_comes_from_and_the_first_one_stays(writing: Writing) -> None:
    page = writing.page
    deck = writing.deck()
    page.copy(["go-grow/know-01"])
    dialog = page.findChild(IntoDeck)
    assert dialog is not None
    assert dialog.deck == deck
    dialog.do.click()
    writing.calm()
    assert page.pane.beside.origin == "Eigen versie van: Welk briefje laat jij achter? (Go Grow)"
    writing.type("nl", "question", "Welke sleutel laat jij achter?")
    writing.keep()
    mine, theirs = writing.card(f"{deck}/know-01"), writing.card("go-grow/know-01")
    assert isinstance(mine, AssignmentCard)
    assert isinstance(theirs, AssignmentCard)
    assert (mine.question, mine.origin) == ("Welke sleutel laat jij achter?", "go-grow/know-01")
    assert theirs.question == "Welk briefje laat jij achter?"
    page.pane.beside.original.click()
    original = page.findChild(Original)
    assert original is not None
    assert isinstance(original.canvas.view.picture, Card)
    assert original.canvas.view.picture.question == theirs.question
    original.accept()


def test_asking_to_edit_a_card_that_ships_makes_a_copy_even_before_the_decks_are_read(qtbot: QtBot) -> None:
    made = Writing(qtbot)
    made.page.edit("koerskaart/longer-03")
    made.calm()
    dialog = made.page.findChild(IntoDeck)
    assert dialog is not None
    dialog.name.setText("Van ons")
    dialog.do.click()
    made.qtbot.waitUntil(lambda: made.page.draft is not None and made.page.draft.origin == "koerskaart/longer-03")
    assert made.draft.ref == "van-ons/longer-03"
    made.close()


def test_a_whole_deck_is_copied_and_described(writing: Writing) -> None:
    page = writing.page
    page.empty.copy.click()
    dialog = page.findChild(CopyDeck)
    assert dialog is not None
    dialog.choose("koerskaart")
    dialog.do.click()
    writing.calm()
    theirs = [entry for entry in writing.decks.library.entries if entry.deck == "koerskaart"]
    mine = [entry for entry in writing.decks.library.entries if entry.own]
    assert len(mine) == len(theirs)
    assert page.draft is not None
    page.list.actions_by_name["about"].trigger()
    about = page.findChild(AboutDeck)
    assert about is not None
    assert about.other.isHidden()
    about.licence.setCurrentIndex(about.licence.count() - 1)
    assert not about.other.isHidden()
    assert not about.do.isEnabled(), "something else has to be named"
    about.author.setText("Team Zuid")
    about.licence.setCurrentIndex(1)
    about.names["en"].setText("Ours")
    about.do.click()
    writing.calm()
    own = writing.decks.library.own_deck(page.deck)
    assert own is not None
    assert (own.deck.author, own.deck.licence, own.deck.name["en"]) == ("Team Zuid", "CC0-1.0", "Ours")
    assert own.faults == ()


def test_the_english_half_waits_while_the_dutch_is_kept_and_quitting_loses_nothing(writing: Writing) -> None:
    deck = writing.deck()
    writing.page.new(CardKind.ASSIGNMENT)
    writing.type("nl", "question", "Wat kun jij goed?")
    writing.type("en", "before", "Think of yesterday.")
    writing.keep()
    assert writing.card(f"{deck}/card-01") is not None
    assert writing.card(f"{deck}/card-01", "en") is None
    assert "Engels is nog niet bewaard" in writing.page.pane.beside.said
    writing.type("en", "before", "Think of last night.")
    writing.again()  # in the middle of it
    writing.page.open_deck(deck)
    assert writing.field("en", "before").words == "Think of last night."
    writing.type("en", "question", "What are you good at?")
    writing.keep()
    english = writing.card(f"{deck}/card-01", "en")
    assert isinstance(english, AssignmentCard)
    assert (english.before, english.question) == ("Think of last night.", "What are you good at?")
    assert writing.page.pane.beside.said == "Bewaard"
    writing.calm()
    assert not (paths.user_data() / "card-drafts.json").exists()


def test_a_half_new_card_is_there_after_quitting_and_can_be_taken_away(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.page.new(CardKind.QUESTION)
    writing.type("nl", "hint", "Vraag het aan de stilste.")
    writing.again()
    writing.page.open_deck(deck)
    assert writing.listed()[-1] == "Nieuwe kaart"
    writing.page.list.list.setCurrentRow(writing.page.list.list.count() - 1)
    assert writing.field("nl", "hint").words == "Vraag het aan de stilste."
    writing.page.list.remove.click()
    assert "Nieuwe kaart" not in writing.listed()
    writing.page.done._undo.click()
    assert writing.field("nl", "hint").words == "Vraag het aan de stilste."


def test_undo_and_redo_go_through_writing_and_removing(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01", "go-grow/know-02")
    page, ref = writing.page, f"{deck}/know-01"
    page.edit(ref)
    was = writing.card(ref)
    writing.type("nl", "question", "Welke sleutel laat jij achter?")
    assert page.undo_words == ""
    writing.keep()
    assert page.undo_words == "Kaart ‘Welke sleutel laat jij achter?’ veranderen ongedaan maken" or page.undo_words
    page.undo()
    writing.calm()
    assert writing.card(ref) == was
    assert writing.field("nl", "question").words == "Welk briefje laat jij achter?"
    page.redo()
    writing.calm()
    assert writing.field("nl", "question").words == "Welke sleutel laat jij achter?"
    page.list.remove.click()
    writing.calm()
    assert writing.card(ref) is None
    assert writing.draft.ref == f"{deck}/know-02"
    page.done._undo.click()
    writing.calm()
    mine = writing.card(ref)
    assert isinstance(mine, AssignmentCard)
    assert mine.question == "Welke sleutel laat jij achter?"


def test_undo_while_typing_keeps_first_and_then_undoes_that(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.type("nl", "question", "Eerste vraag?")
    writing.keep()
    writing.type("nl", "question", "Tweede vraag?")
    writing.page.undo()
    writing.qtbot.waitUntil(lambda: writing.field("nl", "question").words == "Eerste vraag?")
    writing.calm()
    card = writing.card(f"{deck}/know-01")
    assert isinstance(card, AssignmentCard)
    assert card.question == "Eerste vraag?"


def test_a_change_by_hand_is_shown_and_a_mistake_is_told_while_the_rest_works(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01", "go-grow/know-02")
    page, file = writing.page, writing.file(deck)
    page.edit(f"{deck}/know-01")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Welk briefje laat jij achter?", "Met de hand?"), encoding="utf-8")
    writing.qtbot.waitUntil(lambda: writing.field("nl", "question").words == "Met de hand?")
    file.write_text(text.replace("minutes: 4", "minutes: vier", 1), encoding="utf-8")
    writing.qtbot.waitUntil(lambda: bool(page.faults.said))
    assert page.faults.said[0].startswith("cards.nl.yaml, regel ")
    assert "vier" in page.faults.said[0]
    assert page.faults.said[-1] == "Al het andere van dit deck kun je gebruiken."
    page.edit(f"{deck}/know-02")
    writing.type("nl", "question", "Hoe merk jij dat?")
    writing.keep()
    card = writing.card(f"{deck}/know-02")
    assert isinstance(card, AssignmentCard)
    assert card.question == "Hoe merk jij dat?"
    file.write_text(text, encoding="utf-8")
    writing.qtbot.waitUntil(lambda: not page.faults.said)


@pytest.mark.parametrize("answer", ["mine", "theirs", "both"])
def test_what_was_written_elsewhere_meanwhile_is_never_lost(writing: Writing, answer: str) -> None:
    deck = writing.deck("go-grow/know-01")
    page, file = writing.page, writing.file(deck)
    writing.type("nl", "question", "Van mij?")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Welk briefje laat jij achter?", "Van de ander?"), encoding="utf-8")
    page.keeping.keep()
    writing.qtbot.waitUntil(lambda: page.findChild(ConflictDialog) is not None)
    dialog = page.findChild(ConflictDialog)
    assert dialog is not None
    assert writing.field("nl", "question").words == "Van mij?"
    getattr(dialog, answer).click()
    writing.calm()
    questions = {
        card.question
        for entry in writing.decks.library.entries
        if entry.deck == deck and isinstance(card := entry.words["nl"], AssignmentCard)
    }
    expected = {"mine": {"Van mij?"}, "theirs": {"Van de ander?"}, "both": {"Van mij?", "Van de ander?"}}
    assert questions == expected[answer]
    shown = "Van de ander?" if answer == "theirs" else "Van mij?"
    assert writing.field("nl", "question").words == shown


def test_quitting_in_the_middle_of_a_conflict_asks_the_next_time(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    file = writing.file(deck)
    writing.type("nl", "question", "Van mij?")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Welk briefje laat jij achter?", "Van de ander?"), encoding="utf-8")
    writing.again()
    assert "Van de ander?" in file.read_text(encoding="utf-8")
    writing.page.open_deck(deck)
    assert writing.field("nl", "question").words == "Van mij?"
    writing.page.keeping.keep()
    writing.qtbot.waitUntil(lambda: writing.page.findChild(ConflictDialog) is not None)
    dialog = writing.page.findChild(ConflictDialog)
    assert dialog is not None
    dialog.reject()
    writing.calm()
    listed = writing.listed()
    assert "Van mij?" in listed
    assert "Van de ander?" in listed


def test_on_a_full_disk_the_words_stay_and_are_kept_when_there_is_room(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = writing.deck("go-grow/know-01")
    page = writing.page
    synced = os.fsync

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    writing.type("nl", "question", "Past dit nog?")
    page.keeping.keep()
    writing.qtbot.waitUntil(lambda: bool(page.banner.text()))
    writing.calm()
    assert "de schijf is vol" in page.banner.text()
    assert page.pane.beside.said == "Nog niet bewaard. Je woorden blijven hier staan."
    assert writing.field("nl", "question").words == "Past dit nog?"
    monkeypatch.setattr(os, "fsync", synced)
    page.banner.retry.click()
    writing.calm()
    card = writing.card(f"{deck}/know-01")
    assert isinstance(card, AssignmentCard)
    assert card.question == "Past dit nog?"
    assert page.banner.text() == ""
    assert page.pane.beside.said == "Bewaard"


def test_particulars_are_the_same_in_both_languages(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01", "koerskaart/longer-03")
    page = writing.page
    page.edit(f"{deck}/know-01")
    choices = page.pane.particulars
    choices.minutes.setValue(7)
    choices.field.setCurrentIndex(2)
    choices.field.activated.emit(2)
    writing.keep()
    for language in ("nl", "en"):
        card = writing.card(f"{deck}/know-01", language)
        assert isinstance(card, AssignmentCard)
        assert (card.minutes, card.field) == (7, choices.field.itemData(2))
    page.edit(f"{deck}/longer-03")
    for action in choices._sector_menu.actions():
        if action.data() in ("care", "office") and not action.isChecked():
            action.trigger()
    writing.keep()
    dilemma = writing.card(f"{deck}/longer-03")
    assert isinstance(dilemma, DilemmaCard)
    assert {"care", "office"} <= set(dilemma.sectors)
    assert "all" not in dilemma.sectors
    assert faults_of(paths.user_decks() / deck) == ()


def test_a_deck_that_was_taken_away_comes_back(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    page = writing.page
    page.list.actions_by_name["remove"].trigger()
    writing.calm()
    assert page.stack.currentWidget() is page.empty
    assert page.done.text() == "Weggehaald: Nachtploeg Zuid"
    page.done._undo.click()
    writing.calm()
    assert page.deck == deck
    assert writing.listed() == ["Opdrachten", "Welk briefje laat jij achter?"]


PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M3 3h18v18z"/></svg>'


def test_an_icon_is_chosen_and_one_of_her_own_is_looked_at_first(writing: Writing, tmp_path: Path) -> None:
    deck = writing.deck("go-grow/know-01")
    page = writing.page
    page.pane.particulars.icon.click()
    dialog = page.findChild(IconChoice)
    assert dialog is not None
    names = [dialog.list.item(number).data(Qt.ItemDataRole.UserRole) for number in range(dialog.list.count())]
    assert len(names) > 100
    dialog.list.itemClicked.emit(dialog.list.item(names.index("anchor") if "anchor" in names else 5))
    writing.calm()
    assert writing.draft.shared["icon"] in names
    good, bad = tmp_path / "Heftruck!.svg", tmp_path / "bad.svg"
    good.write_text(PLAIN, encoding="utf-8")
    bad.write_text(PLAIN.replace("<path", '<image href="file:///etc/passwd"/><path'), encoding="utf-8")
    taken: list[Any] = []
    page.actions_on_decks.take_icon(deck, bad, taken.append)
    writing.qtbot.waitUntil(lambda: "meer dan lijnen en vormen" in page.banner.text())
    page.actions_on_decks.take_icon(deck, good, page._take_icon)
    writing.qtbot.waitUntil(lambda: writing.draft.shared["icon"] == "heftruck")
    writing.calm()
    assert taken == []
    own = writing.decks.library.own_deck(deck)
    assert own is not None
    assert own.faults == ()
    assert own.icons == {"heftruck"}
    picture = page.pane.beside.canvas
    writing.qtbot.waitUntil(lambda: getattr(picture.view.picture, "icon", "") == f"{deck}/heftruck")
    assert icons.known(f"{deck}/heftruck")


def test_a_card_is_duplicated_with_what_was_just_typed(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.type("nl", "question", "Net getypt?")
    writing.page.list.duplicate.click()
    writing.calm()
    both = [entry for entry in writing.decks.library.entries if entry.deck == deck]
    assert [getattr(entry.words["nl"], "question", "") for entry in both] == ["Net getypt?", "Net getypt?"]
    assert writing.draft.id != "know-01"
    field = writing.field("nl", "question")
    assert any("Lijkt veel op" in words for words in field.said) or writing.draft.origin


def test_the_other_language_can_be_a_start(writing: Writing) -> None:
    writing.deck()
    writing.page.new(CardKind.ASSIGNMENT)
    writing.type("nl", "question", "Wat kun jij goed?")
    writing.page.pane.form.start["en"].click()
    assert writing.field("en", "question").words == "Wat kun jij goed?"
    assert writing.page.pane.form.start["en"].isHidden()


def test_what_was_pasted_is_tidied_before_it_is_kept(writing: Writing) -> None:
    deck = writing.deck("go-grow/know-01")
    writing.field("nl", "question").text.setPlainText("  Wat\tkun \ufeffjij\u2028goed? ")
    writing.keep()
    card = writing.card(f"{deck}/know-01")
    assert isinstance(card, AssignmentCard)
    assert card.question == "Wat kun jij\ngoed?"
    assert writing.page.faults.said == ()


def test_a_page_that_is_made_anew_while_something_is_written_loses_nothing(writing: Writing) -> None:
    """As after another theme: the old page is gone before the answer comes."""
    deck = writing.deck("go-grow/know-01")
    writing.type("nl", "question", "Net op tijd?")
    writing.type("en", "question", "")
    old = writing.page
    old.show_workshop(None)
    writing.page = writing._page()
    old.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    writing.page.open_deck(deck)
    writing.calm()
    card = writing.card(f"{deck}/know-01")
    assert isinstance(card, AssignmentCard)
    assert card.question == "Net op tijd?"
    assert writing.field("nl", "question").words == "Net op tijd?"
    assert writing.field("en", "question").words == ""
    assert writing.field("en", "hint").words != "", "the half English is there still"


def test_a_window_gets_narrow_and_the_picture_goes_under_the_words(writing: Writing) -> None:
    writing.deck("koerskaart/longer-03")
    page = writing.page
    assert page.pane.beside.parent() is not page.pane._paper
    page.resize(860, 600)
    assert page.pane.beside.parent() is page.pane._paper
    assert page.bar.words.text() == "Bewaard"
    page.resize(1280, 720)
    assert page.pane.beside.parent() is not page.pane._paper
    assert page.bar.words.text() == page.bar.usual


def test_a_page_made_anew_has_the_same_card_and_the_same_steps(writing: Writing) -> None:
    writing.deck("go-grow/know-01", name="Eerst")
    deck = writing.deck("go-grow/know-02", "koerskaart/technology-01")
    writing.page._select((deck, CardKind.DILEMMA, "technology-01"))
    writing.type("nl", "title", "De draaibank")
    writing.page.show_workshop(None)
    writing.calm()
    place, words = writing.page.place(), writing.page.undo_words
    assert words
    fresh = EditorPage(writing.desk)
    fresh.go_on(place)
    assert fresh.draft is not None
    assert (fresh.deck, fresh.draft.id) == (deck, "technology-01")
    assert fresh.undo_words == words
    fresh.undo()
    writing.calm()
    entry = writing.decks.library.entry(f"{deck}/technology-01")
    assert entry is not None
    card = entry.card("nl")
    assert isinstance(card, DilemmaCard)
    assert card.title == "De nieuwe machine"
    fresh.deleteLater()


def test_what_is_said_of_a_long_pole_is_in_sight_while_one_types(writing: Writing) -> None:
    writing.deck("koerskaart/technology-01")
    writing.page.resize(1024, 600)
    field = writing.type("nl", "a_reason", "Dan kijk ik eerst een paar weken hoe het gaat, en zie ik wel verder. " * 2)
    area = writing.page.pane.area.viewport()

    def in_sight() -> bool:
        below = field.remarks.mapTo(area, field.remarks.rect().bottomLeft()).y()
        return field.remarks.isVisible() and 0 < below <= area.height()

    writing.qtbot.waitUntil(in_sight)
    assert field.said


def test_a_long_name_of_a_deck_makes_no_list_wider(writing: Writing) -> None:
    name = "Nachtploeg van hal 3 over werkdruk, veiligheid, plezier en leren van elkaar"
    dialog = CopyDeck(writing.desk, writing.page, [("een", name, 80), ("twee", "Kort", 1)])
    dialog.show()
    rows = dialog.findChildren(QRadioButton)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert rows[0].width() <= area.viewport().width()
    assert rows[0].text().endswith("80 kaarten")
    assert rows[0].accessibleName() == f"{name} · 80 kaarten"
    dialog.reject()
    dialog.deleteLater()
