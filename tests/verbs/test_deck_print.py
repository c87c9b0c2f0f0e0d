"""``gogrow deck print FOLDER --out FILE.pdf``: a deck on paper, or one clear sentence for each fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.__main__ import main
from gogrow.content.decks import read_deck
from tests.sheets import reading


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["deck", "print", *words])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def small(tmp_path: Path) -> Path:
    """A deck that ships with few of its cards, so that it is quick to print."""
    folder = Path(shutil.copytree(paths.decks() / "go-grow", tmp_path / "go-grow"))
    for language in ("nl", "en"):
        file = folder / f"cards.{language}.yaml"
        parts = file.read_text(encoding="utf-8").split("\n\n")
        kept = [part for part in parts if "- id:" not in part or re.search(r"id: \w+-0[12]\n", part)]
        file.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    return folder


def test_a_deck_becomes_a_pdf_as_it_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, target = small(tmp_path), tmp_path / "deck.pdf"
    deck = read_deck(folder)
    count = len(deck.cards["en"])
    assert 0 < count <= 8
    code, out, err = run(capsys, str(folder), "--out", str(target), "--lang", "en")
    assert (code, err) == (0, "")
    assert out == f"{target}  {count} cards, 2 sheets of paper\n"
    read = reading.words(target)
    assert len(read) == 4
    assert set(reading.sizes(target)) == {(210, 297)}
    for card in deck.cards["en"]:
        assert " ".join(read).count(card.id) == 2, "on its front and on its back"
    asked = ["--lang", "nl", "--size", "a5", "--duplex", "none", "--saver", "--numbers", "3"]
    code, out, _ = run(capsys, str(folder), "--out", str(target), *asked)
    assert code == 0
    assert f"{count} kaarten, {count + 5} vellen papier" in out
    assert set(reading.sizes(target)) == {(148, 210)}
    assert len(reading.words(target)) == count + 5


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_deck_with_faults_tells_them_as_check_does_and_leaves_no_file(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(paths.decks() / "go-grow", tmp_path / "go-grow"))
    cards = folder / "cards.nl.yaml"
    text = cards.read_text(encoding="utf-8").replace("fits: two", "fits: three", 1)
    cards.write_text(text.replace("    question:", "    vraag:", 1), encoding="utf-8")
    assert main(["deck", "check", str(folder), "--lang", language]) == 2
    faults = capsys.readouterr().out
    assert len(faults.splitlines()) >= 2
    code, out, err = run(capsys, str(folder), "--out", str(tmp_path / "deck.pdf"), "--lang", language)
    assert (code, out, err) == (2, "", faults)
    assert not (tmp_path / "deck.pdf").exists()


def test_what_cannot_be_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small(tmp_path)
    for words, said in (
        (["--out", str(tmp_path / "nowhere" / "deck.pdf")], "deck.pdf"),
        (["--out", str(tmp_path)], str(tmp_path.parent)),
        ([], "gogrow deck print"),
        (["--out", "x.pdf", "--numbers", "0"], "gogrow deck print"),
        (["--out", "x.pdf", "--size", "a3"], "gogrow deck print"),
    ):
        code, out, err = run(capsys, str(folder), *words, "--lang", "nl")
        assert (code, out) == (2, "")
        assert said in err
        assert len(err.splitlines()) == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_a_deck_in_one_language_is_printed_in_it_unless_another_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "own", tmp_path / "deck.pdf"
    folder.mkdir()
    about = "id: own\nname: {en: Own}\nkind: cards\nauthor: Me\nlicence: CC0\nlanguages: [en]\nthemes: {en: [rest]}\n"
    (folder / "deck.yaml").write_text(about, encoding="utf-8")
    card = "questions:\n  - {id: q-1, moment: opening, minutes: 4, icon: sun, question: How are you?}\n"
    (folder / "cards.en.yaml").write_text(card, encoding="utf-8")
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    code, _, err = run(capsys, str(folder), "--out", str(target))
    assert (code, err) == (0, "")
    assert "minutes" in reading.words(target)[0]
    code, _, err = run(capsys, str(folder), "--out", str(target), "--lang", "nl")
    assert code == 2
    assert "dit deck heeft geen kaarten in nl. Wel in: en" in err
