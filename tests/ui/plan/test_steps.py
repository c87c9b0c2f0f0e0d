"""Steps of a plan: made by Enter, folded, moved, taken away, and how it goes with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel

from gogrow.domain.rules import planning
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState, Workshop
from tests.sample import after, person
from tests.ui.cockpit.conftest import POPUP, full
from tests.ui.plan.conftest import Plan

Open = Callable[..., Plan]


def with_steps(*steps: PlanStep) -> Workshop:
    workshop = full()
    return after(workshop, planning.edit_plan, DevelopmentPlan(person(workshop, "Kees de Wit"), steps=steps))


def test_enter_makes_the_next_step_and_leaves_an_empty_one(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Wat ga ik doen?", "Een")
    plan.cockpit.press("Return")
    assert QApplication.focusWidget() is plan.field("Wat ga ik doen?")
    assert plan.words("Wat ga ik doen?") == ""
    plan.cockpit.qtbot.keyClicks(plan.field("Wat ga ik doen?"), "Twee")
    plan.cockpit.press("Return")
    assert [step.what for step in plan.kept.steps] == ["Een", "Twee"]
    plan.cockpit.press("Return")
    assert QApplication.focusWidget() is plan.field("Wat de organisatie mogelijk maakt")
    assert [step.what for step in plan.kept.steps] == ["Een", "Twee"], "nothing was typed in the third"


def test_a_step_opens_by_a_click_and_the_one_before_folds(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een"), PlanStep("Twee", by="mei")))
    with pytest.raises(StopIteration):
        plan.field("Wat ga ik doen?")
    plan.cockpit.click("step-1")
    assert (plan.words("Wat ga ik doen?"), plan.words("Klaar op?")) == ("Twee", "mei")
    plan.type("Wie helpt?", "Linh")
    plan.cockpit.click("step-0")
    assert plan.words("Wat ga ik doen?") == "Een"
    assert plan.words("Wie helpt?") == ""
    assert plan.kept.steps == (PlanStep("Een"), PlanStep("Twee", None, "Linh", "mei"))


def test_steps_move_and_go_and_come_back_by_undo(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een"), PlanStep("Twee"), PlanStep("Drie")))
    plan.cockpit.click("step-0")
    plan.cockpit.click("step-down")
    assert [step.what for step in plan.kept.steps] == ["Twee", "Een", "Drie"]
    assert plan.words("Wat ga ik doen?") == "Een", "the one that moves stays open"
    plan.cockpit.click("step-down")
    assert not plan.cockpit.find("step-down").isEnabled()
    plan.cockpit.click("step-up")
    plan.cockpit.click("step-remove")
    assert [step.what for step in plan.kept.steps] == ["Twee", "Drie"]
    plan.cockpit.click("undo")
    assert [step.what for step in plan.kept.steps] == ["Twee", "Een", "Drie"]
    assert plan.cockpit.find("step-1").accessibleName().startswith("Stap 2, Een")


def test_steps_move_and_go_by_keys(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een"), PlanStep("Twee"), PlanStep("Drie")))
    plan.cockpit.click("step-0")
    plan.stand("Wie helpt?")
    plan.cockpit.qtbot.keyClick(plan.field("Wie helpt?"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    plan.cockpit.settle()
    assert [step.what for step in plan.kept.steps] == ["Twee", "Een", "Drie"]
    plan.cockpit.qtbot.keyClick(plan.field("Wie helpt?"), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    plan.cockpit.settle()
    assert [step.what for step in plan.kept.steps] == ["Twee", "Drie"]


def test_the_last_step_that_goes_leaves_an_empty_one(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een", by="mei")))
    plan.cockpit.click("step-0")
    plan.cockpit.click("step-remove")
    assert plan.kept.steps == ()
    assert (plan.words("Wat ga ik doen?"), plan.words("Klaar op?")) == ("", "")


def test_thirty_steps_are_the_end(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(*(PlanStep(f"Stap {number}") for number in range(29))))
    plan.cockpit.click("add-step")
    plan.type("Wat ga ik doen?", "De laatste")
    plan.cockpit.press("Return")
    assert len(plan.kept.steps) == 30
    assert plan.kept.steps[-1].what == "De laatste"
    assert not [b for b in plan.editor.findChildren(type(plan.cockpit.find("undo")), "add-step") if b.isVisible()]
    told = [label.text() for label in plan.editor.findChildren(QLabel) if label.isVisible()]
    assert "In een plan passen hoogstens 30 stappen." in told or any("30 stappen" in words for words in told)
    assert plan.cockpit.broken == []


def test_how_it_goes_with_a_step(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een")))
    plan.cockpit.click("step-0")
    for words, state in (
        ("bezig", StepState.BUSY),
        ("klaar", StepState.DONE),
        ("losgelaten", StepState.LET_GO),
        ("te doen", StepState.OPEN),
    ):
        plan.cockpit.click(words)
        assert plan.kept.steps[0].state is state
    plan.cockpit.click("klaar")
    plan.cockpit.click("step-fold")
    assert plan.cockpit.find("step-0").accessibleName() == "Stap 1, Een, klaar"


def test_arrows_choose_among_a_few(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een")))
    plan.cockpit.click("step-0")
    plan.cockpit.find("te doen").setFocus()
    plan.cockpit.press("Right", "Right", "Space")
    assert plan.kept.steps[0].state is StepState.DONE


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_a_day_from_the_calendar_is_a_day_and_words_stay_words(open_plan: Open) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een")))
    plan.cockpit.click("step-0")
    plan.cockpit.click("Kies een datum: Klaar op?")
    month = next(w for w in QApplication.allWidgets() if isinstance(w, QCalendarWidget) and w.isVisible())
    month.clicked.emit(QDate(2026, 5, 18))
    plan.cockpit.settle()
    assert plan.kept.steps[0].by == "2026-05-18"
    assert plan.words("Klaar op?") == "18 mei 2026"
    plan.type("Wie helpt?", "Linh")
    plan.leave()
    assert plan.kept.steps[0].by == "2026-05-18", "still the same day"
    plan.field("Klaar op?").clear()
    plan.type("Klaar op?", "voor de zomer")
    plan.leave()
    assert plan.kept.steps[0].by == "voor de zomer"


@pytest.mark.parametrize(
    ("by", "state", "told"),
    [
        ("2026-05-01", StepState.OPEN, True),
        ("2026-05-12", StepState.OPEN, False),
        ("1-5-2026", StepState.BUSY, True),
        ("1 mei", StepState.BUSY, False),
        ("2026-05-01", StepState.DONE, False),
        ("voor de zomer", StepState.OPEN, False),
        ("", StepState.OPEN, False),
        ("2026-13-40", StepState.OPEN, False),
    ],
)
def test_a_day_that_has_gone_is_told_and_kept(open_plan: Open, by: str, state: StepState, told: bool) -> None:
    plan = open_plan("Kees", with_steps(PlanStep("Een", by=by, state=state)))
    plan.cockpit.click("step-0")
    words = [label.text() for label in plan.editor.findChildren(QLabel) if label.isVisible()]
    assert ("Die dag is al geweest. Kies een nieuwe, of zeg hoe het ging." in words) is told
    plan.type("Wie helpt?", "Linh")
    plan.leave()
    assert plan.kept.steps[0].by == by


def test_two_thousand_characters_are_kept_whole(open_plan: Open) -> None:
    plan = open_plan("Kees")
    field = plan.stand("Wat ga ik doen?")
    long = ("leren lassen op de nieuwe machine in de grote hal " * 40).strip()
    QApplication.clipboard().setText(long.replace(" nieuwe", "\nnieuwe"))
    field.paste()  # type: ignore[attr-defined]
    low = field.height()
    plan.leave()
    assert plan.kept.steps[0].what == long, "pasted lines become one sentence"
    assert low > 44
    plan.cockpit.click("step-fold")
    assert plan.cockpit.find("step-0").height() < 60
