"""Looking back at a plan of then: four buttons for each step, why, what helped; kept within a second, and private."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit

from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.people import Participant
from gogrow.domain.public import Words
from gogrow.domain.rules import erasing, planning
from gogrow.domain.workshop import CheckIn, DevelopmentPlan, PlanStep, StepState, Workshop
from gogrow.ui.cockpit.wrapped import WrappedPill
from tests import again
from tests.ui.cockpit.conftest import Cockpit


@pytest.fixture
def then() -> Workshop:
    """The workshop of May."""
    return again.then()


@pytest.fixture
def back(make_cockpit: Callable[..., Cockpit], then: Workshop) -> Cockpit:
    """The same team in August, looking back; only she sees the screen."""
    cockpit = make_cockpit(again.again(then), earlier=(then,))
    cockpit.alone()
    cockpit.go_to("look-back")
    return cockpit


def choose(cockpit: Cockpit, name: str) -> None:
    """Click somebody in the list."""
    people = next(v for v in cockpit.page.findChildren(QListWidget) if v.isVisible())
    item = next(people.item(row) for row in range(people.count()) if people.item(row).text().startswith(name))
    people.scrollToItem(item)
    cockpit.qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualItemRect(item).center())
    cockpit.settle()


def said(cockpit: Cockpit) -> str:
    """All words that can be seen on the page."""
    return "\n".join(part.text() for part in cockpit.page.findChildren(QLabel) if part.isVisible())


def field(cockpit: Cockpit, name: str) -> QPlainTextEdit:
    """A field by its name."""
    found = [f for f in cockpit.page.findChildren(QPlainTextEdit) if f.isVisible()]
    return next(f for f in found if f.accessibleName() == name)


def write(cockpit: Cockpit, name: str, words: str) -> None:
    """Type in a field, and stay in it."""
    where = field(cockpit, name)
    cockpit.reach(where)
    cockpit.qtbot.mouseClick(where.viewport(), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is where
    cockpit.qtbot.keyClicks(where, words)


def look(cockpit: Cockpit, name: str = "Samira") -> tuple[tuple[StepState, str], ...]:
    """What is kept of each step."""
    return tuple((r.state, r.note) for r in cockpit.workshop.looked_back(cockpit.person(name)).results)


def test_the_plan_of_then_is_there_step_by_step(back: Cockpit) -> None:
    choose(back, "Samira")
    for words in ("Nieuwe collega’s inwerken", *(step.what for step in again.STEPS)):
        assert words in said(back)
    back.click("state-0-done")
    back.click("state-1-busy")
    back.click("state-2-let_go")
    assert [state for state, _ in look(back)] == [StepState.DONE, StepState.BUSY, StepState.LET_GO]
    assert isinstance(back.room, Words)
    assert "meekijken" not in repr(back.room)


def test_why_what_helped_and_what_stood_in_the_way_are_kept_and_undone(back: Cockpit) -> None:
    choose(back, "Samira")
    write(back, "Hoe het ging met stap 1", "Marloes had tijd")
    back.press("Tab")
    assert look(back)[0] == (StepState.OPEN, "Marloes had tijd")
    write(back, "Wat hielp?", "Een vaste dag")
    write(back, "Wat zat in de weg?", "Drukte")
    back.click("close-look")
    kept = back.workshop.looked_back(back.person("Samira"))
    assert (kept.helped, kept.hindered) == ("Een vaste dag", "Drukte")
    back.live.undo()
    back.settle()
    assert back.workshop.looked_back(back.person("Samira")).hindered == ""


def test_half_a_sentence_survives_a_crash(back: Cockpit) -> None:
    choose(back, "Samira")
    write(back, "Hoe het ging met stap 2", "Halver")
    with back.qtbot.waitSignal(back.live.changed, timeout=1000):
        pass
    back.settle()
    after = back.killed()
    assert field(after, "Hoe het ging met stap 2").toPlainText() == "Halver"
    assert look(after)[1] == (StepState.OPEN, "")
    back.click("close-look")
    assert look(back)[1] == (StepState.OPEN, "Halver")
    assert back.workshop.drafts == ()


def test_what_the_file_refuses_stays_where_it_was_typed_until_it_is_taken(
    back: Cockpit, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(back, "Samira")

    def refuse(workshop: Workshop, _: CheckIn) -> Outcome:
        raise RuleBroken("nothing_then")

    with monkeypatch.context() as patched:
        patched.setattr(planning, "look_back", refuse)
        write(back, "Hoe het ging met stap 1", "Marloes had tijd")
        back.press("Tab")
        back.click("state-1-done")
    assert look(back)[:2] == ((StepState.OPEN, ""), (StepState.OPEN, ""))
    assert field(back, "Hoe het ging met stap 1").toPlainText() == "Marloes had tijd"
    write(back, "Wat hielp?", "Rust")
    back.press("Tab")
    assert look(back)[:2] == ((StepState.OPEN, "Marloes had tijd"), (StepState.DONE, ""))
    back.live.undo()
    back.settle()
    assert field(back, "Hoe het ging met stap 1").toPlainText() == ""


def test_tab_goes_through_step_by_step(back: Cockpit) -> None:
    choose(back, "Samira")
    write(back, "Hoe het ging met stap 1", "Ja")
    names = []
    for _ in range(6):
        back.press("Tab")
        held = QApplication.focusWidget()
        assert held is not None
        names.append(held.objectName() or held.accessibleName())
    assert names == [
        *("state-1-open", "Hoe het ging met stap 2"),  # arrows go through the four buttons of a step
        *("state-2-open", "Hoe het ging met stap 3"),
        *("Wat hielp?", "Wat zat in de weg?"),
    ]
    back.find("state-0-open").setFocus()
    back.press("Right")
    assert look(back)[0][0] is StepState.BUSY


def test_typing_goes_on_while_the_file_answers(back: Cockpit) -> None:
    choose(back, "Samira")
    write(back, "Wat hielp?", "Rust")
    back.click("state-0-done")
    assert field(back, "Wat hielp?").toPlainText() == "Rust"
    assert back.workshop.looked_back(back.person("Samira")).helped == "Rust"


def test_what_goes_on_comes_whole_into_the_new_plan_and_only_once(back: Cockpit) -> None:
    choose(back, "Samira")
    back.click("state-0-done")
    back.click("state-1-busy")
    assert back.find("carry-on").accessibleName() == "Neem 2 stappen mee naar het nieuwe plan"
    back.click("carry-on")
    steps = back.workshop.plan(back.person("Samira")).steps
    assert steps == (replace(again.STEPS[1], state=StepState.BUSY), again.STEPS[2])
    assert "Wat doorloopt, staat in het nieuwe plan." in said(back)
    carry = back.page.findChild(WrappedPill, "carry-on")
    assert isinstance(carry, WrappedPill)
    assert not carry.isVisible()


def test_from_looking_back_to_the_new_plan(back: Cockpit) -> None:
    choose(back, "Samira")
    write(back, "Wat hielp?", "Rust")
    picture = back.room
    back.click("new-plan")
    assert back.workshop.looked_back(back.person("Samira")).helped == "Rust"
    titles = {f.accessibleName() for f in back.page.findChildren(QPlainTextEdit) if f.isVisible()}
    assert "Dit wil ik" in titles
    assert back.room == picture


def test_a_code_that_is_scanned_opens_what_became_of_the_plan(back: Cockpit) -> None:
    back.page.open_plan(back.person("Samira"))
    assert "Nieuwe collega’s inwerken" in said(back)
    assert field(back, "Wat hielp?").isVisible()
    back.page.open_plan(back.person("Anja"))
    assert "Van Anja staat geen plan van toen in het bestand." in said(back), "it was written by hand"
    back.click("new-plan")
    titles = {f.accessibleName() for f in back.page.findChildren(QPlainTextEdit) if f.isVisible()}
    assert "Dit wil ik" in titles
    back.page.act()
    back.settle()
    assert back.workshop.stage.step == "look-back"
    assert field(back, "Wat hielp?").isVisible()


def test_who_wrote_by_hand_looks_back_too_and_can_begin_a_new_plan(back: Cockpit) -> None:
    choose(back, "Anja")
    assert "Van Anja staat geen plan van toen in het bestand." in said(back)
    assert "stappen van toen" not in said(back), "it is said once"
    write(back, "Wat hielp?", "Tijd op vrijdag")
    choose(back, "Kees")
    assert field(back, "Wat hielp?").toPlainText() == ""
    assert back.workshop.looked_back(back.person("Anja")).helped == "Tijd op vrijdag"
    assert not any(look.id == back.person("Kees") for look in back.workshop.check_ins)
    choose(back, "Samira")
    assert "Nieuwe collega’s inwerken" in said(back)


def test_a_code_and_a_name_open_the_plan_of_then(back: Cockpit, then: Workshop) -> None:
    samira: Participant = next(p for p in back.workshop.participants if p.name.startswith("Samira"))
    code = next(f for f in back.page.findChildren(QLineEdit) if f.isVisible())
    code.setFocus()
    back.qtbot.keyClicks(code, samira.code)
    back.press("Return")
    assert "Nieuwe collega’s inwerken" in said(back)


@pytest.mark.parametrize("how", ["removed", "by hand", "no plans", "tidied"])
def test_without_a_then_the_step_says_so_and_can_be_skipped(
    make_cockpit: Callable[..., Cockpit], then: Workshop, how: str
) -> None:
    if how in ("no plans", "tidied"):
        then = replace(then, plans=())
    now = again.again(then)
    if how == "by hand":
        now = replace(now, check_ins=(), details=replace(now.details, follows=""))
    if how == "tidied":
        then = erasing.erased(then, "")
    cockpit = make_cockpit(now, earlier=() if how in ("removed", "by hand") else (then,))
    cockpit.alone()
    cockpit.go_to("look-back")
    if how == "removed":  # what was taken along when the workshop was made is still there
        choose(cockpit, "Samira")
        cockpit.click("state-1-busy")
        cockpit.click("carry-on")
        steps = cockpit.workshop.plan(cockpit.person("Samira")).steps
        assert [step.what for step in steps] == [step.what for step in again.STEPS]
    else:
        title = "Er is niets om mee te vergelijken" if how == "by hand" else "Geen plan van toen"
        assert title in said(cockpit)
    cockpit.page.act()
    cockpit.settle()
    assert cockpit.workshop.stage.step == "next-step"


def test_it_is_covered_on_a_screen_that_the_room_may_see(make_cockpit: Callable[..., Cockpit], then: Workshop) -> None:
    cockpit = make_cockpit(again.again(then), earlier=(then,))
    cockpit.go_to("look-back")
    assert "Samira" not in said(cockpit)
    cockpit.alone()
    choose(cockpit, "Samira")
    assert "Nieuwe collega’s inwerken" in said(cockpit)
    cockpit.page.refresh_screens()
    assert "Nieuwe collega’s inwerken" not in said(cockpit)


def test_thirty_steps_of_two_thousand_letters_fit(make_cockpit: Callable[..., Cockpit]) -> None:
    then = again.then()
    samira = next(p.id for p in then.participants if p.name.startswith("Samira"))
    steps = tuple(PlanStep(f"{number} " + "meekijken" * 220) for number in range(30))
    then = planning.edit_plan(then, DevelopmentPlan(samira, wish="w" * 2000, steps=steps)).workshop
    cockpit = make_cockpit(again.again(then), earlier=(then,))
    cockpit.alone()
    cockpit.go_to("look-back")
    choose(cockpit, "Samira")
    cockpit.click("state-29-done")
    assert look(cockpit)[29][0] is StepState.DONE
    assert cockpit.page.width() == 1280


def test_a_new_plan_does_not_hide_how_the_next_one_went(back: Cockpit) -> None:
    """Posters come one after another, also while a new plan lies over the step."""
    back.page.open_plan(back.person("Kees"))
    back.click("new-plan")
    assert type(back.page._view).__name__ == "PlanStepView"
    back.page.open_plan(back.person("Samira"))
    back.settle()
    assert type(back.page._view).__name__ == "LookBackStep"
    assert field(back, "Wat hielp?").isVisible()
    assert back.find("act").text().startswith("Verder")


def test_looking_back_can_be_read_beside_any_step_and_closes_there(back: Cockpit) -> None:
    back.go_to("closing")
    before = back.room
    back.page.open_plan(back.person("Samira"), back=True)
    assert field(back, "Wat hielp?").isVisible()
    assert back.room == before
    back.click("close-look")
    assert not [f for f in back.page.findChildren(QPlainTextEdit) if f.isVisible()]
    assert back.workshop.stage.step == "closing"


def test_a_poster_is_one_click_away_and_who_is_chosen_stays_in_sight(back: Cockpit) -> None:
    asked: list[int] = []
    action = QAction(back.page)
    action.setObjectName("scan")
    action.triggered.connect(lambda: asked.append(1))
    back.click("scan-poster")
    assert asked == [1]
    choose(back, "Yusuf")
    people = next(v for v in back.page.findChildren(QListWidget) if v.isVisible())
    back.page.resize(1280, 520)
    QApplication.processEvents()
    assert people.viewport().rect().intersects(people.visualItemRect(people.currentItem()))
