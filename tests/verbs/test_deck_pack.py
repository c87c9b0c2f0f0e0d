"""``gogrow deck pack FOLDER --out FILE`` and ``gogrow deck check FILE``: one line for each fault, nothing by half."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.__main__ import main
from gogrow.content.decks import read_deck
from gogrow.content.pack import read_pack
from tests.content import packs


def test_a_deck_is_packed_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "kaarten.gogrowdeck"
    assert main(["deck", "pack", str(paths.decks() / "koerskaart"), "--out", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert read_pack(target).deck == read_deck(paths.decks() / "koerskaart")
    assert main(["deck", "check", str(target), "--lang", "nl"]) == 0
    assert capsys.readouterr().out == f"{target}: met dit deck is niets mis.\n"


def test_a_packed_file_is_checked_with_a_line_for_each_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.gogrowdeck"
    target.write_bytes(packs.with_part(packs.Part("../x", b"x"), packs.Part("a.exe", b"MZ")))
    assert main(["deck", "check", str(target), "--lang", "en"]) == 2
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in said] == ["../x", "a.exe"]
    target.write_bytes(packs.with_files(cards_nl_yaml=packs.CARDS.replace("minutes: 3", "minutes: drie")))
    assert main(["deck", "check", str(target), "--lang", "en"]) == 2
    assert capsys.readouterr().out.startswith("cards.nl.yaml, line 4: question 1 › minutes must be a whole number")


def test_a_deck_with_faults_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(paths.decks() / "koerskaart", tmp_path / "koerskaart"))
    (folder / "cards.nl.yaml").unlink()
    target = tmp_path / "x.gogrowdeck"
    for words in ([str(folder)], [str(tmp_path / "nothing")]):
        assert main(["deck", "pack", *words, "--out", str(target)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert all(line.endswith(".") for line in err.strip().splitlines())
        assert not target.exists()
    assert main(["deck", "pack", str(paths.decks() / "koerskaart"), "--out", str(folder / "no" / "x.gogrowdeck")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("verb", ["pack", "print"])
@pytest.mark.parametrize("name", ["deck.yaml", "../koerskaart/cards.nl.yaml", ".", "x.gogrowdeck"])
def test_nothing_takes_the_place_of_the_deck_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str, name: str
) -> None:
    folder = Path(shutil.copytree(paths.decks() / "koerskaart", tmp_path / "koerskaart"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    out = folder / name
    assert main(["deck", verb, str(folder), "--out", str(out), "--lang", "nl"]) == 2
    assert capsys.readouterr().err.strip() == f"{out} ligt in het deck zelf. Kies een plek buiten de map van het deck."
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
