"""The first page brings people back: how many look back, per team, and a session that follows, on a real file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.workshop import Workshop
from gogrow.ui.home.dialogs import TidyUp
from gogrow.ui.home.follow import FollowUpFor
from gogrow.ui.home.page import HomePage
from gogrow.ui.home.rows import BESIDE, row_words
from tests.ui.home.teams import NAMES, TODAY, Team, held
from tests.ui.running import answer, fill, program, settle, titles

LONG = "Ontwikkeldag van de afdeling Onderhoud & Logistiek, voorjaar"


def back(qtbot: QtBot, made: Program) -> None:
    """Wait for the file, for its list, and for what is known of check-ins after it."""
    for _ in range(3):
        settle(qtbot, made)


def bar(made: Program) -> str:
    return made.window.home.returning.bar.text()


def shown(made: Program) -> list[tuple[str, str]]:
    """The rows as they are painted: title and state."""
    model, texts = made.window.home.model, made.desk.texts
    found = []
    for number in range(model.rowCount()):
        index = model.index(number)
        listed = model.listed(index)
        assert listed is not None
        words = row_words(texts, listed, model.data(index, BESIDE))  # type: ignore[arg-type]
        found.append((words.title, words.state))
    return found


def said(page: QWidget) -> str:
    """All words that stand on a page or in a dialog."""
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    return "\n".join([*labels, *(one.text() for one in page.findChildren(QPushButton) if one.isVisible())])


def press(page: HomePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def opened(qtbot: QtBot, made: Program) -> Workshop:
    """The workshop that is being prepared, once it is."""
    qtbot.waitUntil(lambda: made.window.page_name() == "prepare", timeout=20_000)
    live = made.desk.workspace.current
    assert live is not None
    return live.workshop


def to_list(qtbot: QtBot, made: Program) -> None:
    made.window.to_list()
    back(qtbot, made)


def test_nothing_is_said_when_nobody_looks_back(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Zetten done", "Inkoop"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        assert bar(made) == ""
        made.window.home.returning.show_only(True)
        assert len(titles(made)) == 2


def test_numbers_per_team_the_most_urgent_first_and_no_names(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    teams = Team("Later", 30), Team("Deze week", 2, own_days=-3), Team("Voorbij", -10, title=LONG), Team("Ooit", None)
    held(tmp_path / "a.gogrow", *teams)
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        assert bar(made) == "Deze week: 2 vervolgmomenten · 4 wachten nog · 3 later"
        page.returning.bar.button.click()
        assert shown(made) == [
            ("Voorbij", "za 2 mei · 3 wachten nog"),
            ("Deze week", "1 wacht nog · 2 deze week"),
            ("Later", "do 11 juni · 3 later"),
        ]
        assert page.model.row_of(page.chosen().id) == 0  # type: ignore[union-attr]
        spoken = str(page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole))
        assert "3 wachten nog" in spoken
        everything = said(page) + spoken
        assert not [name for name in NAMES if name.split()[0] in everything]
        page.returning.bar.button.click()
        assert len(titles(made)) == 4


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "3 vervolgmomenten wachten nog"),
        (8, "Weer terugkijken vanaf woensdag 20 mei · 3 vervolgmomenten in totaal"),
    ],
)
def test_without_one_this_week_the_rest_is_said(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, days: int, words: str
) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", days))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        assert bar(made) == words


def test_with_all_of_then_and_undone_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (id,) = held(tmp_path / "a.gogrow", Team("Zetten", 0, wish="Inwerken"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page.returning.bar.button.click()
        page.bottom.open.click()
        workshop = opened(qtbot, made)
        assert workshop.details.title == "Vervolg van Waar staan wij?"
        assert (workshop.details.follows, workshop.details.date) == (id, TODAY)
        assert [p.name for p in workshop.participants] == list(NAMES)
        assert workshop.stage.begun is None
        assert "Vervolg van Waar staan wij?" in made.window.pages["prepare"].right.details.follows.text()  # type: ignore[attr-defined]
        to_list(qtbot, made)
        assert bar(made) == ""
        assert page.chosen().id == workshop.id  # type: ignore[union-attr]
        page.undo()
        back(qtbot, made)
        assert titles(made) == ["Waar staan wij?"]
        assert bar(made) == "Deze week: 3 vervolgmomenten"
        page.redo()
        back(qtbot, made)
        assert bar(made) == ""


def test_who_talked_already_leaves_the_list_and_undo_brings_it_back(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 0), Team("Lassen", 3))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page.returning.bar.button.click()
        assert len(shown(made)) == 2
        press(page, "held")
        back(qtbot, made)
        assert len(shown(made)) == 1
        assert page.done.isVisible()
        page.undo()
        back(qtbot, made)
        assert len(shown(made)) == 2


def test_it_speaks_the_language_of_the_workshop(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 40, title="Where do we stand?", language="en"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        answer(lambda dialog: dialog.accept() if isinstance(dialog, FollowUpFor) else None)
        press(made.window.home, "follow")
        workshop = opened(qtbot, made)
        assert workshop.details.title == "Follow-up of Where do we stand?"
        assert workshop.details.date == TODAY + dt.timedelta(40), "the day that was agreed"


def test_for_one_person_names_are_told_when_nobody_else_sees_them(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", -1, wish="Inwerken"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page.returning.bar.button.click()
        told: list[list[str]] = []

        def names(dialog: FollowUpFor) -> list[str]:
            return [dialog.list.item(number).text() for number in range(dialog.list.count())]

        def choose_one(dialog: QWidget) -> None:
            assert isinstance(dialog, FollowUpFor)
            told.append(names(dialog))
            assert dialog.cover.isVisible()
            assert not dialog.make.isEnabled()
            assert NAMES[1].split()[0] not in said(dialog)
            dialog.cover.alone.emit()
            told.append(names(dialog))
            assert not dialog.make.isEnabled()
            dialog.list.setCurrentRow(1)
            dialog.make.click()

        answer(choose_one)
        press(page, "follow")
        workshop = opened(qtbot, made)
        assert told == [[], [f"{name} · 11 mei 2026" for name in NAMES]]
        assert {p.name for p in workshop.participants} == set(NAMES[:2]), "and whoever leads"
        assert workshop.details.setting == "two"
        assert len(workshop.check_ins) == 1
        to_list(qtbot, made)
        assert bar(made) == "1 vervolgmoment wacht nog", "Yusuf; whoever leads came, without a plan"


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_enter_or_a_double_click_in_the_list_makes_one_session(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, by: str
) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", -1))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)

        def choose(dialog: QWidget) -> None:
            assert isinstance(dialog, FollowUpFor)
            if by == "key":
                qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
            else:
                middle = dialog.list.visualItemRect(dialog.list.item(0)).center()
                qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
                qtbot.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)

        answer(choose)
        press(made.window.home, "follow")
        opened(qtbot, made)
        to_list(qtbot, made)
        assert len(titles(made)) == 2


def test_the_screens_change_while_names_are_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", -1))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        made.desk.alone = True
        rows: list[int] = []

        def look(dialog: QWidget) -> None:
            assert isinstance(dialog, FollowUpFor)
            rows.append(dialog.list.count())
            made.desk.screens.changed.emit()
            rows.append(dialog.list.count())
            dialog.reject()

        seen = answer(look)
        press(made.window.home, "follow")
        qtbot.waitUntil(lambda: bool(seen) and len(rows) == 2)
        assert rows == [4, 1]


def test_a_row_of_three_knows_its_place_and_leads_from_one_to_the_other(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (first,) = held(tmp_path / "a.gogrow", Team("Zetten", 0))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page._follow(first, "")
        second = opened(qtbot, made).id
        to_list(qtbot, made)
        page._follow(second, "")
        third = opened(qtbot, made)
        assert third.details.title == "Vervolg 2 van Waar staan wij?"
        to_list(qtbot, made)
        page.choose(second)
        links = [link for link in page.details._links if link.isVisible()]
        assert [link.accessibleName() for link in links] == ["Vervolg van Waar staan wij?", "Vervolg op 12 mei 2026"]
        links[1].click()
        assert page.chosen().id == third.id  # type: ignore[union-attr]
        (link,) = [link for link in page.details._links if link.isVisible()]
        link.click()
        assert page.chosen().id == second  # type: ignore[union-attr]


def test_tidying_up_says_where_else_the_same_people_are(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (first, other) = held(tmp_path / "a.gogrow", Team("Zetten", 0), Team("Inkoop", 0, title="Een ander team"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page._follow(first, "")
        opened(qtbot, made)
        to_list(qtbot, made)

        def told(id: str, wanted: str) -> str:
            heard: list[str] = []

            def look(dialog: QWidget) -> None:
                assert isinstance(dialog, TidyUp)
                qtbot.waitUntil(lambda: not wanted or wanted in said(dialog), timeout=20_000)
                settle(qtbot, made)
                heard.append(said(dialog))
                dialog.reject()

            page.choose(id)
            answer(look)
            page.tidy_chosen()
            return heard[0]

        elsewhere = "Dezelfde mensen staan ook in"
        assert "‘Vervolg van Waar staan wij?’" in told(first, elsewhere)
        assert elsewhere not in told(other, "")
        page.choose(first)
        page.duplicate_chosen()
        settle(qtbot, made)
        back(qtbot, made)
        assert "2 andere workshops" in told(first, elsewhere)


def test_the_row_says_what_it_follows_unless_its_title_does(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (first,) = held(tmp_path / "a.gogrow", Team("Zetten", 0))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        page = made.window.home
        page._follow(first, "")
        second = opened(qtbot, made).id
        to_list(qtbot, made)

        def facts() -> str:
            index = page.model.index(page.model.row_of(second))
            words = row_words(made.desk.texts, page.model.listed(index), page.model.data(index, BESIDE))  # type: ignore[arg-type]
            return words.facts

        assert "vervolg" not in facts()
        made.desk.workspace.rename(second, "Augustus")
        back(qtbot, made)
        assert facts().endswith("vervolg van Waar staan wij?")
        made.desk.workspace.delete(first)
        back(qtbot, made)
        assert "vervolg" not in facts()


def test_what_was_not_held_has_nothing_to_look_back_at(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Nieuw", "Inkoop tidied"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        for number in range(2):
            made.window.home.list.setCurrentIndex(made.window.home.model.index(number))
            made.window.actions_by_id["workshop.follow"].trigger()
            settle(qtbot, made)
            assert QApplication.activeModalWidget() is None
            assert made.window.banner.text()
            made.window.banner.clear()


def test_in_a_file_to_look_at_only_nothing_is_made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 0))
    with program(qtbot, qapp) as made:
        assert made.files.open(tmp_path / "a.gogrow", read_only=True)
        back(qtbot, made)
        page = made.window.home
        page.returning.bar.button.click()
        assert not page.bottom.open.isEnabled()
        look = page.details.findChild(QPushButton, "look")
        assert look is not None
        assert look.isEnabled()
        page.returning.bar.button.click()
        assert page.bottom.open.isEnabled()


def test_two_files_with_the_same_team_know_nothing_of_each_other(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (id,) = held(tmp_path / "a.gogrow", Team("Zetten", 0))
    assert held(tmp_path / "b.gogrow", Team("Zetten", 0)) == [id]
    held(tmp_path / "c.gogrow", Team("Inkoop", None))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        made.window.home._follow(id, "")
        opened(qtbot, made)
        to_list(qtbot, made)
        assert bar(made) == ""
        assert made.files.open(tmp_path / "b.gogrow")
        back(qtbot, made)
        assert bar(made) == "Deze week: 3 vervolgmomenten"
        assert titles(made) == ["Waar staan wij?"]
        assert made.files.open(tmp_path / "c.gogrow")
        assert bar(made) == "", "what was known of another file goes at once"
        back(qtbot, made)
        assert bar(made) == ""


def test_a_new_look_keeps_what_waits(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 0))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        made.desk.set_language("en")
        back(qtbot, made)
        assert bar(made) == "This week: 3 check-ins"
        made.desk.set_language("nl")
        made.desk.set_theme("dark")
        back(qtbot, made)
        assert bar(made) == "Deze week: 3 vervolgmomenten"


def test_scanning_is_one_click_away(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    held(tmp_path / "a.gogrow", Team("Zetten", 0))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        back(qtbot, made)
        with qtbot.waitSignal(made.window.actions_by_id["scan"].triggered):
            press(made.window.home, "scan")
