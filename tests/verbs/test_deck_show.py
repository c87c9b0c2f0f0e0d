"""``gogrow deck show FOLDER --json``: all cards, one for each language, or one clear sentence for each fault."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.__main__ import main
from gogrow.content.decks import read_deck

KEYS = {"id", "kind", "language", "title", "text", "pole_a", "pole_b", "source"}


def shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    assert main(["deck", "show", str(folder), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found: list[dict[str, str]] = json.loads(out)
    return found


def test_all_cards_of_the_decks_that_ship(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("go-grow", "koerskaart"):
        folder = paths.decks() / name
        deck, found = read_deck(folder), shown(folder, capsys)
        for kind, cards in (("dilemma", deck.dilemmas), ("assignment", deck.cards), ("question", deck.questions)):
            wanted = [(card.id, language) for language, written in cards.items() for card in written]
            assert [(row["id"], row["language"]) for row in found if row["kind"] == kind] == wanted
        for row in found:
            assert set(row) == KEYS | {"field" if row["kind"] == "assignment" else "theme"}
            assert all(isinstance(value, str) for value in row.values())
            assert bool(row["pole_a"]) == bool(row["pole_b"]) == (row["kind"] == "dilemma")
            assert row["text"]


def test_each_kind_of_card_has_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    koers, go_grow = paths.decks() / "koerskaart", paths.decks() / "go-grow"
    card, question = read_deck(koers).dilemmas["nl"][0], read_deck(koers).questions["en"][0]
    assignment = read_deck(go_grow).cards["nl"][0]
    found = shown(koers, capsys)
    assert found[0] == {
        "id": card.id,
        "kind": "dilemma",
        "language": "nl",
        "theme": card.theme,
        "title": card.title,
        "text": f"{card.title}\n{card.situation}",
        "pole_a": f"{card.a}\n{card.a_reason}",
        "pole_b": f"{card.b}\n{card.b_reason}",
        "source": card.source,
    }
    row = next(one for one in found if (one["kind"], one["language"]) == ("question", "en"))
    words = [part for part in (question.before, question.question, question.after) if part]
    assert (row["theme"], row["title"], row["text"]) == ("opening", "", "\n".join(words))
    row = shown(go_grow, capsys)[0]
    words = [part for part in (assignment.before, assignment.question, assignment.after) if part]
    assert (row["kind"], row["field"], row["text"]) == ("assignment", assignment.field, "\n".join(words))
    assert not [one for one in (*found, row) if assignment.hint in one["text"] or card.hint in one["text"]]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_deck_with_faults_tells_each_in_one_sentence_and_shows_nothing(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(paths.decks() / "koerskaart", tmp_path / "koerskaart"))
    shutil.copytree(paths.decks() / "go-grow", tmp_path / "go-grow")
    cards = folder / "cards.nl.yaml"
    text = cards.read_text(encoding="utf-8").replace("icon: ladder", "icon: laddder", 1)
    cards.write_text(text.replace("    a_reason:", "    reason_a:", 1), encoding="utf-8")
    assert main(["deck", "show", str(folder), "--json", "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    told = err.strip().splitlines()
    assert len(told) >= 2
    assert all(line.startswith("cards.") and line.endswith((".", "?")) for line in told)
    assert "Traceback" not in err


@pytest.mark.parametrize("kind", ["missing", "file", "empty", "strange name"])
def test_what_is_no_deck_is_told(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / ("x\udcff" if kind == "strange name" else "deck")
    if kind == "file":
        folder.write_text("no folder")
    elif kind == "empty":
        folder.mkdir()
    assert main(["deck", "show", str(folder), "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err


def test_text_that_looks_like_html_is_shown_as_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(paths.decks() / "koerskaart", tmp_path / "koerskaart"))
    shutil.copytree(paths.decks() / "go-grow", tmp_path / "go-grow")
    hostile = '<b>&<img src="/etc/passwd">'
    cards = folder / "cards.nl.yaml"
    old = read_deck(folder).dilemmas["nl"][0].a
    cards.write_text(cards.read_text(encoding="utf-8").replace(f"a: {old}", f"a: '{hostile}'", 1), encoding="utf-8")
    assert shown(folder, capsys)[0]["pole_a"].startswith(f"{hostile}\n")
