"""Every undo step has a name in both languages."""

from __future__ import annotations

import ast

import pytest

from gogrow.domain.outcome import StepName
from gogrow.texts import Texts
from gogrow.ui.step_names import STEPS, step_text
from tests.house.code import PACKAGE


def used() -> set[str]:
    """The codes that rules and the live rooms give to steps, also by way of a variable or a helper."""
    found = set()
    for folder in ("domain", "live"):
        for path in (PACKAGE / folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("StepName", "_change"):
                    place = 2 if getattr(node.func, "id", "") == "_change" else 0
                    found |= texts_of(node.args[place], tree) if len(node.args) > place else set()
    return found


def texts_of(node: ast.expr, tree: ast.Module) -> set[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return texts_of(node.body, tree) | texts_of(node.orelse, tree)
    if isinstance(node, ast.Name):
        found: set[str] = set()
        for other in ast.walk(tree):
            if isinstance(other, ast.Assign) and any(getattr(t, "id", "") == node.id for t in other.targets):
                found |= texts_of(other.value, tree)
        return found
    return set()


def test_every_step_of_the_rules_has_a_name() -> None:
    assert {"move_pawn", "place_pawn", "edit_talk", "keep_talk", "set_role", "create_workshop"} <= used()
    assert used() == set(STEPS)


def test_the_name_says_what_was_done() -> None:
    step = StepName("move_pawn", {"name": "Fatima"})
    nl, en = Texts("nl"), Texts("en")
    assert nl.t("Undo: {step}", step=step_text(step, nl)) == "Pion van Fatima verplaatsen ongedaan maken"
    assert en.t("Undo: {step}", step=step_text(step, en)) == "Undo: moving Fatima’s pawn"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_names_are_filled_in_whatever_the_step_holds(language: str) -> None:
    texts = Texts(language)
    for code in STEPS:
        assert "{" not in step_text(StepName(code, {"name": "Fatima {x} & <b>"}), texts).replace("{x}", "")
        assert step_text(StepName(code), texts)
    assert step_text(StepName("from_another_version"), texts)


def test_a_long_name_is_cut_and_several_people_are_counted() -> None:
    texts = Texts("nl")
    long = step_text(StepName("play_card", {"name": "Waar krijg jij energie van, " * 5}), texts)
    assert len(long) < 60
    assert "…" in long
    assert step_text(StepName("add_people", {"name": "Anja", "count": "11"}), texts) == "11 mensen toevoegen"
    assert step_text(StepName("add_people", {"name": "Anja", "count": "1"}), texts) == "Anja toevoegen"
