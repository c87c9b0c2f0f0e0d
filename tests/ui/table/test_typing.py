"""What is typed while the file answers is newer than what it brings; half-written words are safe within a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gogrow.domain.outcome import Outcome
from gogrow.domain.rules import planning
from gogrow.domain.rules.planning import draft_id
from gogrow.domain.rules.table import seats
from gogrow.domain.workshop import DevelopmentPlan, Visibility, Workshop
from gogrow.store.faults import StoreFault
from tests.ui.table.conftest import Sitting
from tests.ui.table.test_story import OUR_SENTENCE, choose, to_keep, widget


def at_each_answer(sitting: Sitting, read: Callable[[], tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What stands on the screen at each answer of the file, until the last one."""
    seen: list[tuple[str, ...]] = []
    sitting.live.changed.connect(lambda _: seen.append(read()))
    sitting.settle()
    return seen


def plan_fields(sitting: Sitting) -> list[QLineEdit]:
    """Go to the plan: what, who helps, by when."""
    to_keep(sitting)
    sitting.press("table-first")
    return [f for f in sitting.page.findChildren(QLineEdit) if f.isVisible()]


def test_an_older_plan_never_comes_back_over_what_was_typed_while_the_file_answers(table: Sitting) -> None:
    what, helper, by = plan_fields(table)
    for field, text in ((what, "Yusuf"), (helper, "Marloes"), (by, "18 mei")):
        field.setFocus()
        table.qtbot.keyClicks(field, text)
        table.live.flush()
    what.setFocus()  # all three are left, and nothing has been answered yet
    seen = at_each_answer(table, lambda: (what.text(), helper.text(), by.text()))
    assert len(seen) > 3
    assert set(seen) == {("Yusuf", "Marloes", "18 mei")}


def test_an_older_sentence_never_comes_back_over_what_was_typed_while_the_file_answers(table: Sitting) -> None:
    to_keep(table)
    choose(table, Visibility.US)
    sentence = widget(table, QPlainTextEdit)
    agreement = widget(table, QLineEdit)
    assert isinstance(sentence, QPlainTextEdit)
    assert isinstance(agreement, QLineEdit)
    for field, text in ((sentence, OUR_SENTENCE), (agreement, "Elke maand")):
        field.setFocus()
        table.qtbot.keyClicks(field, text)
        table.live.flush()
    table.page.setFocus()
    seen = at_each_answer(table, lambda: (sentence.toPlainText(), agreement.text()))
    assert len(seen) > 3
    assert set(seen) == {(OUR_SENTENCE, "Elke maand")}


@pytest.mark.parametrize("number", [0, 1, 2])
def test_half_a_plan_is_in_the_file_soon_and_on_the_screen_again(table: Sitting, number: int) -> None:
    field = plan_fields(table)[number]
    table.qtbot.keyClicks(field, "Yusuf hel")
    table.live.flush()
    table.settle()
    samira = (seats(table.live.workshop) or ("",))[0]
    part = ("what", "helper", "by")[number]
    assert table.live.workshop.draft(draft_id(samira, f"step0.{part}")) == "Yusuf hel"
    assert field.text() == "Yusuf hel"
    table.press("table-first")
    assert [getattr(step, part) for step in table.live.workshop.plan(samira).steps] == ["Yusuf hel"]
    assert table.live.workshop.drafts == ()


def test_a_step_that_the_file_refuses_stays_where_it_was_typed(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    what, helper, _ = plan_fields(table)
    samira = (seats(table.live.workshop) or ("",))[0]

    def refuse(workshop: Workshop, _: DevelopmentPlan) -> Outcome:
        raise StoreFault("full")

    with monkeypatch.context() as patched:
        patched.setattr(planning, "edit_plan", refuse)
        what.setFocus()
        table.qtbot.keyClicks(what, "Yusuf inwerken")
        helper.setFocus()
        table.settle()
    assert (what.text(), table.live.workshop.plan(samira).steps) == ("Yusuf inwerken", ())
    table.qtbot.keyClicks(helper, "Marloes")
    what.setFocus()
    table.settle()
    assert [(s.what, s.helper) for s in table.live.workshop.plan(samira).steps] == [("Yusuf inwerken", "Marloes")]
