"""All cards: found by words and filters, seen as on the beamer, starred, and picked for a hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from gogrow import paths
from gogrow.content.finding import Wanted
from gogrow.domain.public import Card, Dilemma
from gogrow.ui.cards.deck_dialogs import IntoDeck
from gogrow.ui.cards.editor import EditorPage
from gogrow.ui.cards.print_dialog import PrintCards
from gogrow.ui.cards.rows import ENTRY
from gogrow.ui.settings import load_settings
from gogrow.ui.tabbing import stops
from tests.ui.cards.conftest import NAME, Shelf, own_deck
from tests.ui.running import titles

Start = Callable[..., AbstractContextManager[Shelf]]


def combo(shelf: Shelf, name: str, words: str) -> None:
    """Choose in a list, by its words."""
    box = shelf.page.findChild(QComboBox, f"filter-{name}")
    assert box is not None
    at = [box.itemText(row) for row in range(box.count())].index(words)
    box.setCurrentIndex(at)


def press(shelf: Shelf, name: str, page: QWidget | None = None) -> None:
    button = (page or shelf.page).findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible(), name
    assert button.isEnabled(), name
    shelf.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shelf.settle()


def says(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_searching_filtering_and_a_star_without_a_workshop(shelf: Start) -> None:
    with shelf("Team Zetten") as made:
        before = titles(made.made)
        press(made, "cards", made.window.home)
        page = made.page
        assert page.search.hasFocus()
        assert not page.hand.isVisible()
        assert not page.found.bar.take.isVisible()
        everything = len(made.decks.library.entries)
        assert page.model.rowCount() == everything > 150
        made.qtbot.keyClicks(page.search, "WAKKER")
        assert made.titles()[0] == "Wie is wakker?"
        made.settle()
        view = page.shown.canvas.view
        assert isinstance(view.picture, Card)
        assert (view.language, view.picture.question) == ("nl", "Wie is wakker?")
        assert "Nog niet in het Engels" in says(page.shown)
        page.search.clear()
        combo(made, "sector", "Voor productie")
        combo(made, "minutes", "Hooguit 5 minuten")
        combo(made, "without", "Niets over weggaan")
        asked = page.filters.wanted("")
        assert asked == Wanted(sector="production", minutes=5, without=frozenset({"leaving"}))
        found = [page.model.data(page.model.index(row), ENTRY) for row in range(page.model.rowCount())]
        assert found == [made.decks.library.entries[at] for at in made.decks.library.finder.find(asked)]
        assert 0 < len(found) < everything
        combo(made, "kind", "Dilemma’s")
        combo(made, "group", "Fit en met plezier")
        assert page.filters.wanted("").theme == "healthy"
        made.settle()
        assert isinstance(page.shown.canvas.view.picture, Dilemma)
        made.qtbot.keyClicks(page.search, "zzzz")
        assert made.titles() == []
        assert not page.shown.canvas.isVisible()
        press(made, "show-all")
        assert page.model.rowCount() == everything
        assert page.filters.wanted("") == Wanted()
        page.choose("koerskaart/longer-03")
        page.list.setFocus()
        made.qtbot.keyClicks(page.list, "*")
        assert page.shown.star.isChecked()
        press(made, "filter-favourites")
        assert len(made.titles()) == 1
        made.settle()
        press(made, "card-en")
        assert page.shown.canvas.view.language == "en"
        assert load_settings(paths.user_settings()).favourites == ["koerskaart/longer-03"]
        assert not made.window.actions_by_id["edit.undo"].isEnabled(), "the list is not undone from here"
        press(made, "star")
        assert made.titles() == []
        page.top.leave.emit()
        assert made.window.page_name() == "home"
        assert titles(made.made) == before


def test_letters_in_the_list_go_to_the_search(shelf: Start) -> None:
    with shelf("Team Zetten") as made:
        made.go()
        page = made.page
        page.list.setFocus()
        made.qtbot.keyClicks(page.list, "v")
        made.qtbot.keyClicks(QApplication.focusWidget(), "ol?")
        assert page.search.text() == "vol?"
        assert made.titles() == ["Hoe houd jij het vol?"]
        page.search.clear()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            made.qtbot.keyClick(page.search, key)
        made.qtbot.keyClick(page.search, Qt.Key.Key_Down)
        assert page.list.currentIndex().row() == 2, "it began at the first and went two down"


def test_what_is_chosen_is_copied_changed_and_printed(shelf: Start) -> None:
    with shelf("Team Zetten") as made:
        made.go()
        page = made.page
        copied: list[list[str]] = []
        changed: list[str] = []
        page.copy_asked.connect(copied.append)
        page.edit_asked.connect(changed.append)
        page.choose("night/two")
        press(made, "edit-card")
        assert changed == ["night/two"]
        assert made.window.page_name() == "writing"
        editor = made.window.pages["writing"]
        assert isinstance(editor, EditorPage)
        made.qtbot.waitUntil(lambda: editor.draft is not None)
        assert editor.draft is not None
        assert editor.draft.key[2] == "two"
        editor.bar.leave.emit()
        assert made.window.page_name() == "cards"
        other = page.model.index(page.model.row_of("koerskaart/longer-03"))
        page.list.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
        assert "2 gekozen" in page.found.count.text()
        press(made, "copy-cards")
        assert copied == [["night/two", "koerskaart/longer-03"]]
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, IntoDeck)
        asked.accept()
        made.qtbot.waitUntil(lambda: made.decks.library.entry("night/longer-03") is not None)
        editor.bar.leave.emit()
        press(made, "print-cards")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintCards)
        assert [card.id for card in dialog._cards] == ["night/two", "longer-03"]
        dialog.reject()
        page.choose("koerskaart/longer-03")
        assert not page.shown.edit.isVisible(), "a card of the program's stays as it is"


def test_a_hand_is_picked_ordered_undone_and_there_again(shelf: Start, tmp_path: Path) -> None:
    with shelf("Team Zetten") as made:
        made.open()
        assert made.window.page_name() == "prepare"
        press(made, "pick-hand", made.window.pages["prepare"])
        page = made.page
        for ref in ("night/two", "go-grow/know-02", "koerskaart/longer-03"):
            page.choose(ref)
            made.qtbot.keyClick(page.list, Qt.Key.Key_Return)  # quicker than the file answers
        assert made.hand == ["night/two", "know-02", "longer-03"]
        assert "3 kaarten · 8 minuten · 1 dilemma" in says(page.hand)
        assert made.spoken()[0] == "1. Wie is wakker?"
        assert made.row("go-grow/know-02").place == 2
        rows = page.hand.list
        rows.setCurrentRow(2)
        picture = page.shown.canvas.view.picture
        assert isinstance(picture, Dilemma)
        assert picture.poles.title == made.spoken()[2][3:]
        rows.setFocus()
        for _ in range(2):  # the second before the first is in the file
            made.qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
            made.settle()
        assert made.hand == ["longer-03", "night/two", "know-02"]
        assert rows.currentRow() == 0, "the eye stays on the card"
        press(made, "hand-down")
        assert made.hand == ["night/two", "longer-03", "know-02"]
        rows.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)  # as a drag does
        assert made.hand == ["know-02", "night/two", "longer-03"]
        rows.setCurrentRow(1)
        made.qtbot.keyClick(rows, Qt.Key.Key_Delete)
        assert made.hand == ["know-02", "longer-03"]
        made.window.actions_by_id["edit.undo"].trigger()
        assert made.hand == ["know-02", "night/two", "longer-03"]
        assert [words[3:] for words in made.spoken()][1] == "Wie is wakker?"
        page.choose("go-grow/know-02")
        press(made, "take-in-hand")
        assert made.hand == ["night/two", "longer-03"], "what is in it already goes out"
        page.top.leave.emit()
        assert made.window.page_name() == "prepare"
        pick = made.window.pages["prepare"].findChild(QPushButton, "pick-hand")
        assert pick is not None
        assert pick.text() == "2 kaarten in je hand"
    with shelf(path=tmp_path / "a.gogrow") as made:
        made.open()
        made.go()
        assert made.hand == ["night/two", "longer-03"]
        assert len(made.spoken()) == 2


def test_a_card_of_a_deck_that_is_gone_keeps_its_title(shelf: Start, tmp_path: Path) -> None:
    with shelf("Team Zetten") as made:
        made.open()
        made.go()
        for ref in ("night/two", "go-grow/know-02"):
            made.page.choose(ref)
            made.page.take()
        assert len(made.hand) == 2
        folder = paths.user_decks() / "night"
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
        made.decks.refresh()
        made.qtbot.waitUntil(lambda: "niet op deze laptop" in made.spoken()[0], timeout=20_000)
        assert made.spoken()[0] == "1. Wie is wakker? (niet op deze laptop)"
        assert "Wie is wakker?" not in made.titles()
        made.page.hand.list.setCurrentRow(0)
        press(made, "hand-out")
        assert made.hand == ["know-02"]
        own_deck()
        made.decks.refresh()
        made.qtbot.waitUntil(lambda: "Wie is wakker?" in made.titles(), timeout=20_000)


def test_a_card_that_the_workshop_cannot_read_is_said_so(shelf: Start) -> None:
    from gogrow.domain.rules import session

    with shelf("Team Zetten") as made:
        made.open()
        made.live.do(session.edit_details, replace(made.live.workshop.details, language="en"))
        made.go()
        for ref in ("night/one", "night/two"):
            made.page.choose(ref)
            made.page.take()
        assert len(made.hand) == 2
        assert made.spoken() == ["1. How do you keep going?", "2. Wie is wakker? (nog niet in het Engels)"]
        assert "2 kaarten · 4 minuten" in says(made.page.hand)


def test_what_the_team_played_is_marked_and_can_be_left_out(shelf: Start) -> None:
    from gogrow.domain.rules import playing

    with shelf("Vorige keer", "Nu") as made:
        made.open("Vorige keer")
        card = made.decks.library.deck.cards["nl"][4]
        made.live.do(playing.show, card)
        made.settle()
        made.window.to_list()
        made.settle()
        made.open("Nu")
        made.go()
        page = made.page
        assert made.row(f"go-grow/{card.id}").facts.startswith("eerder gespeeld · ")
        assert made.row(f"go-grow/{card.id}").played
        press(made, "filter-fresh")
        assert page.model.row_of(f"go-grow/{card.id}") < 0
        other = made.decks.library.deck.cards["nl"][5]
        made.live.do(playing.show, other)
        made.settle()
        assert page.model.row_of(f"go-grow/{other.id}") < 0, "what is played meanwhile goes too"
        page.clear()
        assert "gespeeld in deze workshop" in made.row(f"go-grow/{other.id}").facts
        made.window.to_list()
        made.go()
        assert made.row(f"go-grow/{card.id}").played is False, "of nobody's team"


@pytest.mark.parametrize(("language", "size"), [("nl", 1.3), ("en", 1.3)])
def test_everything_fits_in_a_small_window_and_is_reached_as_one_reads(
    shelf: Start, language: str, size: float
) -> None:
    with shelf("x" * 60, language=language, text_size=size) as made:
        made.window.resize(1280, 720)
        made.open()
        made.go()
        page = made.page
        for ref in ("night/two", "koerskaart/longer-03", "night/one"):
            page.choose(ref)
            page.take()
        made.settle()
        page.hand.list.setCurrentRow(1)
        combo(made, "deck", NAME if language == "nl" else "Night shift")
        made.settle()
        assert (made.window.width(), made.window.height()) == (1280, 720)
        assert page.hand.geometry().top() > page.shown.geometry().bottom(), "nothing lies over another"
        for button in page.findChildren(QPushButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
        for part in (page.filters, page.list, page.found.bar, page.shown, page.hand, page.hand.down):
            place = part.rect().translated(part.mapTo(page, part.rect().topLeft()))
            assert page.rect().contains(place), type(part).__name__
        assert page.filters.area.verticalScrollBar().maximum() == 0, "all filters are in view"
        names = [widget.objectName() for widget in stops(page)]
        order = ["leave", "menu", "filter-deck", "filter-own", "search-cards", "clear-filters", "all-cards",
                 "take-in-hand", "print-cards", "star", "edit-card", "hand", "hand-up", "hand-out"]  # fmt: skip
        assert [name for name in names if name in order] == order


def test_another_theme_or_other_letters_leave_what_one_looks_for(shelf: Start) -> None:
    with shelf("Team Zetten") as made:
        made.go()
        made.page.search.setText("werk")
        combo(made, "sector", "Voor productie")
        combo(made, "without", "Niets over weggaan")
        page, found = made.page, made.titles()
        page.list.choose_row(2)
        made.settle()
        card, wanted = page.place()[2], page.filters.wanted("werk")
        assert 2 < len(found) < 100
        for size in (1.0, 1.3):
            if size == 1.0:
                made.desk.set_theme("dark")
            else:
                made.desk.set_text_size(size)
            made.settle()
            assert made.page is not page
            assert made.page.search.text() == "werk"
            assert made.page.filters.wanted("werk") == wanted
            assert made.titles() == found
            assert made.page.place()[2] == card == made.page.chosen()[0].ref
            page = made.page
        press(made, "clear-filters")  # seen only when there is something to clear
        assert made.page.filters.wanted("") == Wanted()
        clear = page.findChild(QPushButton, "clear-filters")
        assert clear is not None
        assert not clear.isVisible()
