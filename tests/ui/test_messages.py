"""Everything that can be refused has a sentence, in both languages, and dialogs show plain text."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gogrow.domain.outcome import RuleBroken
from gogrow.store.faults import StoreFault, WorkspaceRefused
from gogrow.texts import Texts
from gogrow.ui import messages
from gogrow.ui.theme import load_theme
from tests.house.code import PACKAGE

NASTY = '<b>&<img src="/etc/passwd">'


def codes(name: str, *folders: str) -> dict[str, set[str]]:
    """What the code raises by this name: each code with the values that go along with it."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and node.args:
                    code = node.args[0]
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        found.setdefault(code.value, set()).update(k.arg for k in node.keywords if k.arg)
    return found


def test_every_rule_that_can_be_broken_has_its_sentence() -> None:
    raised = codes("RuleBroken", "domain", "live", "ui", "content")
    assert len(raised) > 20
    assert set(raised) == set(messages.RULES)
    for code, values in raised.items():
        assert set(re.findall(r"{(\w+)}", messages.RULES[code])) <= values, code


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_are_filled_in_and_end(language: str) -> None:
    texts = Texts(language)
    for code in messages.RULES:
        said = messages.rule_sentence(texts, RuleBroken(code, limit=5, count=14, name=NASTY, letter="Q"))
        assert said.endswith("."), said
        assert "{" not in said
    assert messages.rule_sentence(texts, RuleBroken("a_code_of_tomorrow")).endswith(".")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_and_fault_has_its_own_words(language: str) -> None:
    texts = Texts(language)
    refused = set(codes("WorkspaceRefused", "store", "ui"))
    general = messages.refusal(texts, WorkspaceRefused("?", Path("a.gogrow")))
    for code in refused | {"no_room", "missing", "corrupt", "empty", "newer", "busy", "read_only", "foreign"}:
        heading, text = messages.refusal(texts, WorkspaceRefused(code, Path("Team Zetten.gogrow")))
        assert heading != general[0], code
        assert "Team Zetten.gogrow" in text
    said = {messages.fault_sentence(texts, StoreFault(code)) for code in ("no_room", "gone", "replaced", "io")}
    assert len(said) == 4


def test_an_unknown_exception_says_nothing_of_its_own() -> None:
    said = messages.fault_sentence(Texts("nl"), ValueError("Samira El Idrissi"))
    assert said
    assert "Samira" not in said
    assert not messages.may_go_on(ValueError())
    assert messages.may_go_on(StoreFault("no_room"))


def test_the_bar_says_the_newest_and_a_fault_offers_to_try_again(qtbot: QtBot, qapp: QApplication) -> None:
    bar = messages.Banner(Texts("nl"), load_theme("light"))
    qtbot.addWidget(bar)
    assert bar.text() == ""
    bar.say(NASTY)
    assert bar.text() == NASTY
    assert bar.retry.isHidden()
    bar.say("De schijf is vol.", retry=True)
    assert not bar.retry.isHidden()
    with qtbot.waitSignal(bar.retried):
        bar.retry.click()
    bar.recovered()
    assert bar.text() == ""
    bar.say("De kopie staat klaar.", stays=True)
    bar.recovered()
    assert bar.text() == "De kopie staat klaar."
    bar.clear()
    assert bar.isHidden()


def question(qtbot: QtBot) -> messages.Question:
    made = messages.Question(Texts("nl"), NASTY, NASTY, ("Doe het & meer", "Liever niet"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_question_is_plain_text_and_escape_is_the_careful_answer(qtbot: QtBot, qapp: QApplication) -> None:
    made = question(qtbot)
    for words in made.findChildren(QLabel):
        assert words.textFormat() == Qt.TextFormat.PlainText
        assert words.text() == NASTY
    assert made.buttons[0].text() == "Doe het && meer"
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert made.isHidden()
    assert made.answer == 1


def test_return_presses_the_button_that_has_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    careful = question(qtbot)
    qtbot.waitUntil(lambda: careful.focusWidget() is careful.buttons[1])
    qtbot.keyClick(careful, Qt.Key.Key_Return)
    assert careful.answer == 1
    doing = question(qtbot)
    doing.buttons[0].setFocus()
    qtbot.keyClick(doing, Qt.Key.Key_Return)
    assert doing.answer == 0
