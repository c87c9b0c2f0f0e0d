"""A plan that is as full as one can be: 30 steps with 2,000 characters in each text. From a key to its paint, against a
bare text field with as many words, and from a click on a step until it is open.

The goal of the house is that nobody waits longer than 50 ms.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from gogrow.content.library import Library
from gogrow.domain.rules import planning
from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, Workshop
from gogrow.texts import Texts
from gogrow.ui import look
from gogrow.ui.desk import Desk
from gogrow.ui.plan.editor import PlanEditor
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts
from tests.bench import figure
from tests.sample import deck, team

LETTERS, STEPS, GOAL = 2_000, 30, 4.0
TYPED = "een paar woorden erbij over wat we samen willen leren"


def full_plan() -> tuple[Workshop, str]:
    """A workshop, and whose plan is full."""
    workshop = team()
    who = workshop.participants[4].id
    words = ("leren lassen op de nieuwe machine in de grote hal " * LETTERS)[:LETTERS]
    step = PlanStep(words, How.DOING, words, words, words, words, words)
    texts = {one.name: words for one in fields(DevelopmentPlan) if one.type == "str" and one.name != "id"}
    plan = DevelopmentPlan(who, steps=(step,) * STEPS, **texts)  # type: ignore[arg-type]
    return planning.edit_plan(workshop, plan).workshop, who


def key_times(app: QApplication, field: QPlainTextEdit) -> list[float]:
    """Seconds from each key until it is painted."""
    taken = []
    for letter in TYPED:
        start = time.perf_counter()
        QTest.keyClicks(field, letter)
        field.viewport().repaint()
        app.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def click_times(app: QApplication, find: Callable[[int], QAbstractButton]) -> list[float]:
    """Seconds from a click on a step until it is open."""
    taken = []
    for at in (3, 9, 15, 21, 27, 12):
        start = time.perf_counter()
        find(at).click()
        app.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Print the figures."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    load_fonts()
    owner = QObject()
    desk = Desk(Texts("nl"), Settings(), lambda: dt.datetime.now(dt.UTC), None, None, lambda: Library((deck(),)), owner)
    desk.deck = deck()
    look.wear(app, desk.theme)
    workshop, who = full_plan()
    bare = QPlainTextEdit(workshop.plan(who).wish)
    bare.resize(400, 140)
    editor = PlanEditor(desk)
    editor.resize(592, 560)
    for window in (bare, editor):
        window.show()
    editor.show_plan(workshop, who)

    def row(at: int) -> QAbstractButton:
        found = editor.findChild(QAbstractButton, f"step-{at}")
        assert isinstance(found, QAbstractButton)
        return found

    row(1).click()
    app.processEvents()
    clicked = click_times(app, row)
    first = next(f for f in editor.findChildren(QPlainTextEdit) if f.accessibleName() == "Wat ga ik doen?")
    ours, floor = key_times(app, first), key_times(app, bare)
    figure.say("plan_key", statistics.median(ours), statistics.median(floor), GOAL)
    figure.say("plan_key_worst", max(ours))
    figure.say("plan_step_opens", statistics.median(clicked))
    for window in (bare, editor):
        window.hide()
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.close()
