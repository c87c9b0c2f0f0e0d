"""Goals, requests, the course and the closing poll in the cockpit, by mouse and keys, on a real file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from gogrow.domain.dilemmas import POLL, Fit, Moment
from gogrow.domain.public import CoursePage, Goals, Poll
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit import poll_step
from tests.domain.test_dilemmas import CARD, OTHER, begun
from tests.ui.cockpit.conftest import Cockpit


def koers(goals: tuple[str, ...] = ("Iedereen leert de nieuwe lijn", "Minder haast")) -> Workshop:
    made = begun(goals)
    for card, counts in ((CARD, (2, 4, 3, 0, 2)), (OTHER, (0, 0, 4, 4, 3))):
        made = dilemmas.play(made, card).workshop
        made = dilemmas.show_views(made, card.id, Moment.BEFORE, counts).workshop
    return replace(made, dilemmas=(replace(made.dilemmas[0], sentence="Eerst samen oefenen."), *made.dilemmas[1:]))


@pytest.fixture
def cockpit(make_cockpit: Callable[..., Cockpit]) -> Cockpit:
    made = make_cockpit(koers())
    made.alone()
    return made


def named(cockpit: Cockpit, words: str) -> QWidget:
    """The widget that is called this and can be seen."""
    for kind in (QPushButton, QLineEdit):
        for found in cockpit.page.findChildren(kind):
            if found.isVisible() and found.accessibleName() == words:
                return found
    raise AssertionError(words)


def press(cockpit: Cockpit, words: str) -> None:
    cockpit.qtbot.mouseClick(named(cockpit, words), Qt.MouseButton.LeftButton)
    cockpit.settle()


def test_each_dilemma_beside_each_goal_with_a_sentence(cockpit: Cockpit) -> None:
    cockpit.go_to("goals")
    press(cockpit, "Schuurt: De robot")
    line = named(cockpit, "Waarom: De robot")
    line.setFocus()
    cockpit.qtbot.keyClicks(line, "Geen tijd om te leren")
    cockpit.qtbot.keyClick(line, Qt.Key.Key_Return)
    cockpit.settle()
    cockpit.page.setFocus()
    cockpit.press("2")
    press(cockpit, "Helpt: De taart")
    assert [(g.id, g.fit, g.sentence) for g in cockpit.workshop.goal_views] == [
        ("longer-01.1", Fit.HELPS, ""),
        ("technology-01.0", Fit.RUBS, "Geen tijd om te leren"),
    ]
    assert cockpit.room == Goals("Minder haast", 1, 2, (("De robot", ""), ("De taart", "helps")))
    press(cockpit, "Helpt: De taart")  # once more takes it back
    assert len(cockpit.workshop.goal_views) == 1


def test_the_big_button_goes_from_goal_to_goal_and_then_on(cockpit: Cockpit) -> None:
    cockpit.go_to("goals")
    assert cockpit.workshop.stage.dilemma.goal == 0
    cockpit.page.act()
    cockpit.settle()
    assert cockpit.workshop.stage.dilemma.goal == 1
    cockpit.page.act()
    cockpit.settle()
    assert cockpit.workshop.stage.step == "course"


def test_requests_are_typed_changed_and_emptied_and_half_a_request_waits(cockpit: Cockpit) -> None:
    cockpit.go_to("course")
    line = named(cockpit, "Wat jullie vragen")
    line.setFocus()
    cockpit.qtbot.keyClicks(line, "Elke week een uur")
    cockpit.live.flush()
    cockpit.settle()
    assert cockpit.workshop.draft("request") == "Elke week een uur"
    cockpit.qtbot.keyClick(line, Qt.Key.Key_Return)
    cockpit.settle()
    assert ([r.text for r in cockpit.workshop.requests], line.text()) == (["Elke week een uur"], "")  # type: ignore[attr-defined]
    assert cockpit.workshop.draft("request") == ""
    first = named(cockpit, "Vraag 1")
    first.setFocus()
    cockpit.qtbot.keyClick(first, Qt.Key.Key_End)
    cockpit.qtbot.keyClicks(first, " om te leren")
    cockpit.qtbot.keyClick(first, Qt.Key.Key_Return)
    cockpit.settle()
    assert [r.text for r in cockpit.workshop.requests] == ["Elke week een uur om te leren"]
    page = cockpit.room
    assert isinstance(page, CoursePage)
    assert page.course.requests == ("Elke week een uur om te leren",)
    named(cockpit, "Vraag 1").clear()  # type: ignore[attr-defined]
    named(cockpit, "Vraag 1").setModified(True)  # type: ignore[attr-defined]
    named(cockpit, "Vraag 1").leave()  # type: ignore[attr-defined]
    cockpit.settle()
    assert cockpit.workshop.requests == ()
    cockpit.live.undo()
    cockpit.settle()
    assert len(cockpit.workshop.requests) == 1


def test_without_goals_there_is_one_question(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(koers(()))
    cockpit.alone()
    cockpit.go_to("goals")
    line = named(cockpit, "Wat jullie vragen")
    line.setFocus()
    cockpit.qtbot.keyClicks(line, "Luister eerst")
    cockpit.qtbot.keyClick(line, Qt.Key.Key_Return)
    cockpit.settle()
    assert cockpit.room == Goals("", 0, 0, (), ("Luister eerst",))


def test_the_poll_by_cards(cockpit: Cockpit) -> None:
    cockpit.go_to("poll")
    keys = "12215533445"
    cockpit.type(keys + "1")  # a twelfth among eleven
    assert cockpit.broken == ["views_many"]
    room = cockpit.room
    assert isinstance(room, Poll)
    assert (room.counts, room.done, room.total) == ((), 11, 11)
    assert cockpit.workshop.views == tuple(v for v in cockpit.workshop.views if v.about != POLL)
    cockpit.press("PageDown")
    assert cockpit.workshop.counts(POLL, Moment.BEFORE) == ()  # Page Down alone shows nothing
    cockpit.press("Return")
    assert cockpit.workshop.counts(POLL, Moment.BEFORE) == (2, 2, 2, 2, 3)
    shown = cockpit.room
    assert isinstance(shown, Poll)
    assert shown.counts == (2, 2, 2, 2, 3)
    assert cockpit.live.voices.ballot is None


def test_a_small_group_is_asked_first(cockpit: Cockpit, monkeypatch: pytest.MonkeyPatch) -> None:
    cockpit.go_to("poll")
    cockpit.type("-------123")
    answers = [False, True]
    monkeypatch.setattr(poll_step, "ask", lambda *_: answers.pop(0))
    for expected in ((), (1, 1, 1, 0, 0)):
        cockpit.page.act()
        cockpit.settle()
        assert cockpit.workshop.counts(POLL, Moment.BEFORE) == expected


def test_a_crash_in_the_middle_of_the_poll_begins_anew_and_says_so(cockpit: Cockpit) -> None:
    cockpit.go_to("poll")
    cockpit.type("1234")
    again = cockpit.killed()
    again.go_to("poll")
    words = [part.text() for part in again.page.findChildren(QWidget) if part.isVisible() and hasattr(part, "text")]
    assert any(text.startswith("Het programma stopte tijdens het tellen.") for text in words)
    assert again.live.voices.ballot is None


def test_a_deck_that_is_changed_or_gone_leaves_the_words_that_were_played(cockpit: Cockpit) -> None:
    deck = cockpit.desk.deck
    assert deck is not None
    other = replace(CARD, title="Iets anders", situation="Heel iets anders.")
    for dilemmas_now in ({"nl": (other,), "en": ()}, {}):
        cockpit.desk.deck = replace(deck, dilemmas=dilemmas_now)
        cockpit.open_again()
        cockpit.go_to("course")
        page = cockpit.room
        assert isinstance(page, CoursePage)
        assert [line.title for line in page.course.lines] == ["De robot", "De taart"]
        cockpit.do(dilemmas.play, other)
        poles = getattr(cockpit.room, "poles", None)
        assert poles is None or poles.title == "De robot"
        assert cockpit.workshop.dilemmas[0].card == CARD


def test_the_words_of_a_request_come_into_a_report_only_when_the_group_says_so(cockpit: Cockpit) -> None:
    cockpit.go_to("course")
    line = named(cockpit, "Wat jullie vragen")
    line.setFocus()
    cockpit.qtbot.keyClicks(line, "Elke week een uur")
    cockpit.qtbot.keyClick(line, Qt.Key.Key_Return)
    cockpit.settle()
    (request,) = cockpit.workshop.requests
    assert not request.shareable
    seen = cockpit.room
    cockpit.click(f"share-{request.id}")
    assert cockpit.workshop.requests[0].shareable
    assert cockpit.room == seen
    first = named(cockpit, "Vraag 1")
    first.setFocus()
    cockpit.qtbot.keyClick(first, Qt.Key.Key_End)
    cockpit.qtbot.keyClicks(first, " en rust")
    cockpit.qtbot.keyClick(first, Qt.Key.Key_Return)
    cockpit.settle()
    assert (cockpit.workshop.requests[0].text, cockpit.workshop.requests[0].shareable) == (
        "Elke week een uur en rust",
        False,
    )
    cockpit.click(f"share-{request.id}")
    cockpit.live.undo()
    cockpit.settle()
    assert not cockpit.workshop.requests[0].shareable
