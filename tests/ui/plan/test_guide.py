"""The guide: a question that fits the field and the place, to be read out; it puts nothing anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from gogrow.domain.deck import CENTRE
from gogrow.domain.workshop import DevelopmentPlan
from gogrow.ui.plan.guide import topics
from tests.sample import deck
from tests.ui.cockpit.conftest import placed
from tests.ui.plan.conftest import Plan

Open = Callable[..., Plan]


def question(plan: Plan) -> str:
    return next(label.text() for label in plan.editor.findChildren(QLabel, "guide-question"))


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Dit kan ik goed", "qualities"),
        ("Hier doe ik het voor", "motives"),
        ("Hier sta ik nu", "know"),
        ("Dit wil ik", "know"),
        ("Wie helpt?", "network"),
        ("Klaar op?", "steering"),
        ("Voor ons team", "network"),
    ],
)
def test_the_question_fits_the_field(open_plan: Open, name: str, topic: str) -> None:
    plan = open_plan("Kees")
    plan.stand(name)
    assert question(plan) in deck().guide[topic]["nl"]


def test_another_question_comes_and_they_go_round(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.stand("Dit kan ik goed")
    seen = [question(plan)]
    for _ in deck().guide["qualities"]["nl"]:
        plan.cockpit.click("guide-next")
        seen.append(question(plan))
    assert set(seen) == set(deck().guide["qualities"]["nl"])
    assert seen[-1] == seen[0]
    plan.stand("Hier doe ik het voor")
    plan.stand("Dit kan ik goed")
    assert question(plan) == seen[0]
    assert plan.kept == DevelopmentPlan(plan.id)


def test_the_guide_can_be_put_away(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.cockpit.click("guide")
    assert not [label for label in plan.editor.findChildren(QLabel, "guide-question") if label.isVisible()]
    other = Plan(plan.cockpit, "Linh")
    assert not [label for label in other.editor.findChildren(QLabel, "guide-question") if label.isVisible()]
    plan.cockpit.click("guide")
    assert [label for label in plan.editor.findChildren(QLabel, "guide-question") if label.isVisible()]


def test_a_deck_without_a_guide_has_none(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.cockpit.desk.deck_ready.emit(replace(deck(), guide={}))
    assert not [label for label in plan.editor.findChildren(QLabel, "guide-question") if label.isVisible()]
    plan.type("Dit wil ik", "Lassen")
    plan.leave()
    assert plan.kept.wish == "Lassen"


def test_the_middle_of_the_board_has_questions_too(open_plan: Open) -> None:
    plan = open_plan("Anja", placed("YBCDEFGHIJK"))
    plan.stand("Hier sta ik nu")
    assert question(plan) in deck().guide[CENTRE]["nl"]


def test_topics_without_a_place_are_still_something() -> None:
    assert topics("wish", "", "") == ("exploring",)
    assert topics("take_along", "", "") == ("steering",)
    assert topics("wish", "know", "") == ("know", "exploring")
    assert topics("nothing we know", "know", "grow") == ("steering",)
