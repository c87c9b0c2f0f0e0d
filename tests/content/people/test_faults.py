"""Each fault is one sentence or two in both languages, with its line, and never markup or a traceback."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.content.people import PeopleUnreadable, Problem, faults
from gogrow.texts import Texts


def codes(function: str) -> list[str]:
    tree = ast.parse(Path(faults.__file__).read_text(encoding="utf-8"))
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return [node.value.value for node in ast.walk(body) if isinstance(node, ast.MatchValue)]  # type: ignore[attr-defined]


VALUES = {"text": "{x} <b>", "name": "Anja", "manager": "Bram", "other": 3, "count": 500, "limit": 200}


@pytest.mark.parametrize("code", codes("_about_row"))
def test_rows(code: str) -> None:
    problem = Problem(7, code, VALUES)
    english, dutch = problem.message(Texts("en")), problem.message(Texts("nl"))
    assert english != dutch
    for message in (english, dutch):
        assert "7" in message or code == "no-name-column"
        assert message.endswith(".")
        assert len(message) < 130


@pytest.mark.parametrize("code", codes("_about_file"))
def test_files(code: str) -> None:
    fault = PeopleUnreadable(code, file="lijst.xlsx", sheet="Blad9", sheets="Blad1, Blad2")
    english, dutch = fault.message(Texts("en")), fault.message(Texts("nl"))
    assert english != dutch
    assert english.endswith(".")
    assert dutch.endswith(".")


def test_what_was_typed_is_shown_as_typed_and_not_at_length() -> None:
    message = Problem(2, "no-letters", {"text": "{line} %s <b>" + "9" * 500}).message(Texts("nl"))
    assert "{line} %s <b>999" in message
    assert len(message) < 150


def test_unknown_codes_are_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Problem(1, "nonsense").message(Texts("en"))
    with pytest.raises(KeyError):
        PeopleUnreadable("nonsense").message(Texts("en"))


def test_problems_can_be_compared_and_kept_in_a_set() -> None:
    assert Problem(1, "address", {"text": "a"}) == Problem(1, "address", {"text": "a"})
    assert len({Problem(1, "address"), Problem(1, "address"), Problem(2, "address")}) == 2


def test_the_dutch_file_has_every_sentence_with_the_same_blanks() -> None:
    from babel.messages.pofile import read_po

    with (paths.assets() / "i18n" / "nl" / "people.po").open("rb") as stream:
        catalogue = {message.id: message.string for message in read_po(stream) if message.id}
    tree = ast.parse(Path(faults.__file__).read_text(encoding="utf-8"))
    sentences = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t"
        if isinstance(node.args[0], ast.Constant)
    }
    assert sentences == set(catalogue)
    for english, dutch in catalogue.items():
        assert blanks(str(english)) >= blanks(str(dutch)) > set() or not blanks(str(english))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
