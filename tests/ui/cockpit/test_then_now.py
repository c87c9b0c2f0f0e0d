"""Then and now in the cockpit: shown by a second key, private for its owner, on the beamer only with a yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from gogrow.domain.public import ThenNowOne, ThenNowTeam, Words
from gogrow.domain.rules import people, placing
from gogrow.domain.workshop import Consent, Workshop
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.cockpit.then_now_step import ThenNowSide
from tests import again
from tests.sample import deck
from tests.ui.cockpit.conftest import Cockpit

LETTERS = "KJIHGFEDCBA"


@pytest.fixture
def then() -> Workshop:
    """The workshop of May."""
    return again.then()


@pytest.fixture
def back(make_cockpit: Callable[..., Cockpit], then: Workshop) -> Cockpit:
    """The same team in August, at their new places, which everybody has seen; only she sees the screen."""
    cockpit = make_cockpit(again.placed(again.again(then), LETTERS), earlier=(then,))
    cockpit.alone()
    cockpit.go_to("then-now")
    return cockpit


def choose(cockpit: Cockpit, name: str) -> None:
    """Click somebody in the list."""
    people_ = next(v for v in cockpit.page.findChildren(QListWidget) if v.isVisible())
    item = next(people_.item(row) for row in range(people_.count()) if people_.item(row).text().startswith(name))
    people_.scrollToItem(item)
    cockpit.qtbot.mouseClick(people_.viewport(), Qt.MouseButton.LeftButton, pos=people_.visualItemRect(item).center())
    cockpit.settle()


def said(cockpit: Cockpit) -> str:
    """All words that can be seen on the page."""
    return "\n".join(part.text() for part in cockpit.page.findChildren(QLabel) if part.isVisible())


def own_picture(cockpit: Cockpit) -> ThenNowOne | None:
    """What the private pane shows, which is not what the room sees."""
    for canvas in cockpit.page.findChildren(BeamerCanvas):
        picture = canvas.view.picture
        if canvas.isVisible() and isinstance(picture, ThenNowOne):
            return picture
    return None


def test_page_down_only_asks_and_enter_shows_the_two_boards(back: Cockpit) -> None:
    assert isinstance(back.room, Words)
    back.page.page_down()
    back.settle()
    assert isinstance(back.room, Words)
    back.press("Return")
    assert isinstance(back.room, ThenNowTeam)
    assert "De groep ziet toen en nu" in said(back)
    back.click("hide")
    assert isinstance(back.room, Words)


def test_ones_own_place_opens_here_and_not_on_the_beamer(back: Cockpit) -> None:
    choose(back, "Samira")
    picture = own_picture(back)
    assert picture is not None
    assert picture.name == "Samira"
    assert isinstance(back.room, Words)
    back.click("close-way")
    assert own_picture(back) is None


def test_with_a_yes_it_can_be_shown_and_a_no_takes_it_away_at_once(back: Cockpit) -> None:
    choose(back, "Samira")
    assert "Vraag het eerst." in said(back)
    back.click("then-now-yes")
    assert isinstance(back.room, Words)
    back.page.act()
    back.settle()
    assert isinstance(back.room, ThenNowOne)
    choose(back, "Samira")
    back.click("then-now-yes")
    assert isinstance(back.room, Words)
    assert not back.workshop.agreed(Consent.THEN_NOW, back.person("Samira"))


def test_before_there_is_a_now_nothing_of_then_is_told(back: Cockpit) -> None:
    back.do(placing.take_back, "now", back.person("Samira"))
    choose(back, "Samira")
    assert "Vul eerst het briefje van vandaag in." in said(back)
    assert own_picture(back) is None


def test_before_the_reveal_she_is_told_to_go_back(make_cockpit: Callable[..., Cockpit], then: Workshop) -> None:
    cockpit = make_cockpit(again.placed(again.again(then), LETTERS, shown=False), earlier=(then,))
    cockpit.alone()
    cockpit.go_to("then-now")
    assert "Eerst nu, dan toen" in said(cockpit)
    cockpit.page.act()
    cockpit.settle()
    assert cockpit.workshop.stage.step == "look-back"


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("gone", "Er is niets om mee te vergelijken"),
        ("few", "minder dan 5 plekken"),
        ("board", "Toen was het een ander bord"),
        ("none", "Er is geen beeld van toen"),
    ],
)
def test_what_cannot_be_shown_says_why_and_can_be_skipped(
    make_cockpit: Callable[..., Cockpit], then: Workshop, how: str, words: str
) -> None:
    if how == "few":
        then = again.then(letters="ABCD       ")
    elif how == "board":
        then = replace(then, board=replace(then.board, id="other"))
    elif how == "none":
        then = replace(then, stage=replace(then.stage, shown=frozenset()))
    now = again.again(then)
    board = make_cockpit(
        again.placed(replace(now, board=deck().board or now.board), LETTERS),
        earlier=() if how == "gone" else (then,),
    )
    board.alone()
    board.go_to("then-now")
    assert words in said(board)
    assert isinstance(board.room, Words)
    side = board.page.findChild(ThenNowSide)
    assert side is not None
    assert side._hint.geometry().bottom() < side.height() / 2, "the words stand together at the top"
    board.page.act()
    board.settle()
    assert board.workshop.stage.step == "look-back"


def test_who_is_new_has_no_then_and_that_is_said(back: Cockpit) -> None:
    back.do(people.add_people, [people.NewPerson("Noor Nieuw")], back.desk.new_id, back.desk.source)
    back.do(placing.place_at, "now", back.person("Noor"), "A")
    choose(back, "Noor")
    assert "Noor is er voor het eerst bij." in said(back)


def test_the_gap_of_then_and_now_stands_beside_it(make_cockpit: Callable[..., Cockpit], then: Workshop) -> None:
    samira, johan = (next(p.id for p in then.participants if p.name.startswith(n)) for n in ("Samira", "Johan"))
    then = placing.place_at(then, "other", samira, "C", johan).workshop
    now = again.placed(again.again(then), LETTERS)
    now = placing.place_at(now, "other", f"w1{samira}", "S", f"w1{johan}").workshop
    cockpit = make_cockpit(now, earlier=(then,))
    cockpit.alone()
    cockpit.go_to("then-now")
    choose(cockpit, "Samira")
    cockpit.click("way-1")
    assert "Toen, 12 mei 2026" in said(cockpit)
    assert "Nu, 18 augustus 2026" in said(cockpit)
    choose(cockpit, "Johan")
    assert own_picture(cockpit) is not None


def test_private_panes_are_covered_on_a_screen_that_the_room_may_see(
    make_cockpit: Callable[..., Cockpit], then: Workshop
) -> None:
    cockpit = make_cockpit(again.placed(again.again(then), LETTERS), earlier=(then,))
    cockpit.go_to("then-now")
    assert "Samira" not in said(cockpit)
    assert not [v for v in cockpit.page.findChildren(QListWidget) if v.isVisible() and v.accessibleName()[:4] == "Van "]
