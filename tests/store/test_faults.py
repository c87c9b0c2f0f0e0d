"""Every code that the store can give has a sentence, and no sentence is without a code."""

from __future__ import annotations

import ast

from gogrow.store import opening
from gogrow.store.faults import DISK, StoreFault, WorkspaceRefused, sentence
from gogrow.texts import Texts
from tests.house.code import sources


def raised() -> set[str]:
    """The codes in the source: given to a fault, or found for an error of the disk."""
    found = {code for _, _, code in opening._ERRORS} | set(opening._SYSTEM.values()) | {"foreign", "corrupt", "orphans"}
    for source in sources():
        if source.module.startswith("gogrow.store"):
            for node in ast.walk(source.tree):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                    StoreFault.__name__,
                    WorkspaceRefused.__name__,
                ):
                    found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


def said() -> set[str]:
    """The codes that have a sentence of their own."""
    keys: set[str] = set()
    for source in sources():
        if source.module == "gogrow.store.faults":
            for node in ast.walk(source.tree):
                if isinstance(node, ast.Dict):
                    keys |= {key.value for key in node.keys if isinstance(key, ast.Constant)}  # type: ignore[misc]
    return keys


def test_every_code_has_a_sentence_in_both_languages() -> None:
    assert raised() <= said()
    assert said() - raised() <= {"missing", "io", "no_folder", "text"}  # chosen by hand
    assert said() >= DISK
    for language in ("nl", "en"):
        t = Texts(language).t
        sentences = [sentence(code, t) for code in sorted(said())]
        assert len(set(sentences)) == len(sentences)
        assert all(text.endswith((".", "?")) for text in sentences)
    assert sentence("busy", Texts("en").t) == "This file is open in another window or program. Close it there first."
    assert sentence("nobody knows", Texts("en").t) == sentence("broken", Texts("en").t)


def test_faults_say_whose_they_are() -> None:
    assert StoreFault("no_room").disk
    assert not StoreFault("broken").disk
