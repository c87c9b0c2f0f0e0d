"""Own places on the plan: a letter as on the slip is a pawn in the board's own rounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from gogrow.domain.board import About
from tests.sample import team
from tests.ui.plan.conftest import Plan

Open = Callable[..., Plan]
NOW, WANTED = "Hier sta ik nu", "Hier wil ik staan"


def told(plan: Plan) -> list[str]:
    return [label.text() for label in plan.editor.findChildren(QLabel) if label.isVisible()]


def test_a_letter_is_a_place_at_once(open_plan: Open) -> None:
    plan = open_plan("Kees", team())
    plan.type(NOW, "m")
    plan.cockpit.settle()
    plan.type(WANTED, "b")
    plan.cockpit.settle()
    assert plan.cockpit.letters("Kees") == "M.B"
    assert (plan.words(NOW), plan.words(WANTED)) == ("M", "B")
    assert told(plan).count("Ik leer bij") == 1
    assert "Ik ken mijn vak" in told(plan)
    plan.type(NOW, "y")
    plan.cockpit.settle()
    assert plan.cockpit.letters("Kees") == "Y.B"
    plan.cockpit.click("undo")
    assert plan.cockpit.letters("Kees") == "M.B"


def test_what_was_placed_in_the_session_stands_there(open_plan: Open) -> None:
    plan = open_plan("Kees")
    assert (plan.words(NOW), plan.words(WANTED)) == ("E", "E")


def test_a_letter_that_is_none_is_told_and_changes_nothing(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type(NOW, "7")
    assert "7 staat niet op het bord. Kies A tot en met Y." in told(plan)
    plan.leave()
    assert plan.words(NOW) == "E"
    assert plan.cockpit.letters("Kees")[0] == "E"
    assert plan.cockpit.broken == []


def test_an_empty_letter_takes_the_pawn_back_and_the_skip_letter_passes(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.stand(NOW)
    plan.field(NOW).selectAll()
    plan.cockpit.press("Delete", "Tab")
    assert plan.cockpit.letters("Kees")[0] == "."
    plan.type(WANTED, "z")
    plan.leave()
    assert plan.cockpit.letters("Kees")[2] == "."
    assert plan.words(WANTED) == ""


def test_a_board_that_asks_nothing_about_oneself_has_no_letters(open_plan: Open) -> None:
    workshop = team()
    rounds = tuple(one for one in workshop.board.rounds if one.about is not About.SELF)
    run = tuple(replace(step, rounds=()) if step.rounds else step for step in workshop.run)
    plan = open_plan("Kees", replace(workshop, board=replace(workshop.board, rounds=rounds), run=run))
    assert NOW not in told(plan)
    plan.type("Dit wil ik", "Lassen")
    plan.leave()
    assert plan.kept.wish == "Lassen"
