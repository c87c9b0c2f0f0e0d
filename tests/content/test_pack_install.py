"""A packed deck among the user's own: told what is new, asked for what differs, put there whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.decks import read_deck
from gogrow.content.pack import Pack, read_pack
from gogrow.content.pack_compare import Clash, Kind, State
from gogrow.content.pack_install import Choices, install, look, settle
from gogrow.content.pack_mix import Choice
from gogrow.texts import Texts
from tests.content import packs
from tests.house.code import ROOT

MORE = """- id: end
  moment: closing
  minutes: 4
  icon: coffee
  question: Wat neem jij mee?
"""
DILEMMAS = """dilemmas:
- id: early
  theme: time
  sectors: [all]
  icon: our-own
  title: Vroeg of laat
  situation: Je mag kiezen.
  a: Vroeg.
  a_reason: Dan is de dag lang.
  b: Laat.
  b_reason: Dan slaap ik uit.
"""
THEME = "card_themes: [{id: time, name: {nl: Tijd}, icon: clock, colour: know}]\nsources: [Een bron]\n"


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """The folder with the user's own decks."""
    return tmp_path / "decks"


def packed(tmp_path: Path, **changed: str | bytes) -> Pack:
    file = tmp_path / "theirs.gogrowdeck"
    file.write_bytes(packs.with_files(**changed))
    return read_pack(file)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_deck_that_is_new_is_put_there_as_it_is(tmp_path: Path, into: Path) -> None:
    pack = packed(tmp_path)
    seen = look(pack, into)
    assert (seen.clash, seen.new_id, seen.must_be_new, seen.mine) == (Clash.FREE, "own-deck", False, None)
    assert seen.counts() == {(Kind.QUESTION, State.NEW): 1}
    assert not into.exists()  # to look is not to write
    assert install(pack, into) == into / "own-deck"
    assert tree(into / "own-deck") == packs.GOOD
    assert read_deck(into / "own-deck") == pack.deck


def test_what_is_new_changed_the_same_and_only_mine_is_told(tmp_path: Path, into: Path) -> None:
    install(packed(tmp_path, cards_nl_yaml=packs.CARDS + MORE), into)
    changed = packs.CARDS.replace("Hoe kom", "Hoe laat kom") + MORE.replace("id: end", "id: other")
    seen = look(packed(tmp_path, deck_yaml=packs.DECK + THEME, cards_nl_yaml=changed + DILEMMAS), into)
    assert seen.clash is Clash.OWN
    assert [(item.kind, item.id, item.state) for item in seen.items] == [
        (Kind.DILEMMA, "early", State.NEW),
        (Kind.QUESTION, "begin", State.CHANGED),
        (Kind.QUESTION, "other", State.NEW),
        (Kind.QUESTION, "end", State.ONLY_MINE),
    ]
    assert [item.title("nl") for item in seen.of(State.CHANGED)] == ["Hoe laat kom jij binnen?"]
    assert seen.of(State.CHANGED)[0].mine["nl"] != seen.of(State.CHANGED)[0].theirs["nl"]
    again = look(packed(tmp_path, cards_nl_yaml=packs.CARDS + MORE.replace("minutes: 4", "minutes: 5")), into)
    assert [item.state for item in again.items] == [State.SAME, State.CHANGED]  # particulars count as words do


@pytest.mark.parametrize("choice", Choice)
def test_a_changed_card_goes_as_it_was_chosen(choice: Choice, tmp_path: Path, into: Path) -> None:
    install(packed(tmp_path, cards_nl_yaml=packs.CARDS + MORE), into)
    (into / "own-deck" / "notes.txt").write_text("van mij")
    theirs = packed(
        tmp_path,
        deck_yaml=packs.DECK + THEME,
        cards_nl_yaml=packs.CARDS.replace("Hoe kom", "Hoe laat kom") + DILEMMAS,
    )
    seen = look(theirs, into)
    before = tree(into)
    with pytest.raises(ValueError, match="begin"):
        install(theirs, into)
    assert tree(into) == before  # without a choice nothing is overwritten
    key = (Kind.QUESTION, "begin")
    assert install(theirs, into, Choices(cards={key: choice}, seen=seen.seen)) == into / "own-deck"
    deck = read_deck(into / "own-deck")
    mine, other = "Hoe kom jij binnen?", "Hoe laat kom jij binnen?"
    end = ("end", "Wat neem jij mee?")
    assert [(card.id, card.question) for card in deck.questions["nl"]] == {
        Choice.MINE: [("begin", mine), end],
        Choice.THEIRS: [("begin", other), end],
        Choice.BOTH: [("begin", mine), end, ("begin-2", other)],
    }[choice]
    assert [card.id for card in deck.dilemmas["nl"]] == ["early"]
    assert [theme.id for theme in deck.card_themes] == ["time"]
    assert deck.sources == ("Een bron",)
    assert (into / "own-deck" / "notes.txt").read_text() == "van mij"
    assert [path.name for path in into.iterdir()] == ["own-deck"]


def test_two_icons_of_one_name_both_stay(tmp_path: Path, into: Path) -> None:
    install(packed(tmp_path), into)
    other = packs.svg('<path d="M1 1h9"/>')
    file = tmp_path / "x.gogrowdeck"
    cards = packs.CARDS.replace("id: begin", "id: other").encode()
    file.write_bytes(packs.zipped(packs.honest({**packs.GOOD, "cards.nl.yaml": cards, "icons/our-own.svg": other})))
    install(read_pack(file), into, Choices(otherwise=Choice.MINE))
    cards_now = read_deck(into / "own-deck").questions["nl"]
    assert [(card.id, card.icon) for card in cards_now] == [("begin", "our-own"), ("other", "our-own-2")]
    assert (into / "own-deck" / "icons" / "our-own.svg").read_bytes() == packs.SVG
    assert (into / "own-deck" / "icons" / "our-own-2.svg").read_bytes() == other


def test_the_whole_can_become_a_deck_of_its_own(tmp_path: Path, into: Path) -> None:
    pack = packed(tmp_path)
    for name in ("own-deck", "own-deck-2", "own-deck-3"):
        assert install(pack, into, Choices(as_new=True)) == into / name
    assert read_deck(into / "own-deck-3").name == {"nl": "Ons deck (3)"}
    assert read_deck(into / "own-deck-3").questions == pack.deck.questions
    assert tree(into / "own-deck") == packs.GOOD


@pytest.mark.parametrize("name", ["go-grow", "koerskaart", "con"])
def test_an_id_of_the_program_is_not_taken(name: str, tmp_path: Path, into: Path) -> None:
    pack = packed(tmp_path, deck_yaml=packs.DECK.replace("own-deck", name))
    seen = look(pack, into)
    assert (seen.clash, seen.must_be_new, seen.new_id) == (Clash.SHIPPED, True, f"{name}-2")
    assert install(pack, into) == into / f"{name}-2"
    assert read_deck(into / f"{name}-2").id == f"{name}-2"


def test_a_deck_that_lacks_a_language_or_meets_a_broken_one_becomes_another(tmp_path: Path, into: Path) -> None:
    both = packs.CARDS.replace("Hoe kom jij binnen?", "How do you come in?")
    two = packed(tmp_path, deck_yaml=packs.BOTH, cards_en_yaml=both)
    install(two, into)
    one = packed(tmp_path)
    seen = look(one, into)
    assert (seen.clash, seen.missing_languages, seen.must_be_new) == (Clash.OWN, ("en",), True)
    assert install(one, into) == into / "own-deck-2"
    shutil.rmtree(into / "own-deck")
    install(one, into)
    seen = look(two, into)
    assert (seen.extra_languages, seen.must_be_new) == (("en",), False)
    more = packed(tmp_path, deck_yaml=packs.BOTH, cards_en_yaml=both + MORE, cards_nl_yaml=packs.CARDS + MORE)
    install(more, into, Choices(otherwise=Choice.MINE))
    assert [card.id for card in read_deck(into / "own-deck").questions["nl"]] == ["begin", "end"]
    (into / "own-deck" / "deck.yaml").write_text("id: [")
    assert look(one, into).clash is Clash.BROKEN
    assert install(one, into) == into / "own-deck-3"
    assert (into / "own-deck" / "deck.yaml").read_text() == "id: ["


def test_programmes_of_the_same_board_come_along(tmp_path: Path, into: Path) -> None:
    head = packs.BOTH + "board: go-grow\n"
    cards = {"cards_nl_yaml": packs.CARDS, "cards_en_yaml": packs.CARDS}
    install(packed(tmp_path, deck_yaml=head, **cards), into)
    programmes = (paths.decks() / "koerskaart" / "programmes.yaml").read_bytes()
    themes = (paths.decks() / "koerskaart" / "deck.yaml").read_text(encoding="utf-8").partition("card_themes:")
    theirs = packed(tmp_path, deck_yaml=head + "card_themes:" + themes[2], programmes_yaml=programmes, **cards)
    seen = look(theirs, into)
    assert not seen.programmes_left_out
    assert {item.kind for item in seen.of(State.NEW)} == {Kind.PROGRAMME}
    install(theirs, into)
    assert read_deck(into / "own-deck").programmes == theirs.deck.programmes
    shutil.rmtree(into)
    install(packed(tmp_path, deck_yaml=packs.BOTH, **cards), into)
    assert look(theirs, into).programmes_left_out


# The disk


def test_a_deck_that_changed_while_somebody_looked_is_left_alone(tmp_path: Path, into: Path) -> None:
    install(packed(tmp_path), into)
    theirs = packed(tmp_path, cards_nl_yaml=packs.CARDS.replace("Hoe kom", "Hoe laat kom"))
    seen = look(theirs, into)
    cards = into / "own-deck" / "cards.nl.yaml"
    cards.write_text(packs.CARDS.replace("Hoe kom", "Waarom kom"))
    before = tree(into)
    with pytest.raises(DeckFaults) as caught:
        install(theirs, into, Choices(otherwise=Choice.THEIRS, seen=seen.seen))
    assert [fault.code for fault in caught.value.faults] == ["place_changed"]
    assert tree(into) == before


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "place_full"), (errno.EACCES, "place_locked"), (errno.EIO, "place_failed")],
)
@pytest.mark.parametrize("at", [1, 3])
def test_a_disk_that_fails_leaves_everything_as_it_was(
    number: int, code: str, at: int, tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(packed(tmp_path), into)
    before = tree(into)
    theirs = packed(tmp_path, cards_nl_yaml=packs.CARDS.replace("Hoe kom", "Hoe laat kom"))
    calls, real = iter(range(1, 100)), os.fsync

    def fails(file: int) -> None:
        if next(calls) == at:
            raise OSError(number, os.strerror(number))
        real(file)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(DeckFaults) as caught:
        install(theirs, into, Choices(otherwise=Choice.THEIRS))
    monkeypatch.undo()
    assert [fault.code for fault in caught.value.faults] == [code]
    assert str(into) in caught.value.faults[0].message(Texts("nl"))
    assert tree(into) == before
    assert [path.name for path in into.iterdir()] == ["own-deck"]


def test_of_two_programs_that_install_at_once_one_is_told(
    tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, real = packed(tmp_path), Path.rename

    def late(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "rename", real)
        (target / "icons").mkdir(parents=True)  # the other one was here just now
        return real(path, target)

    monkeypatch.setattr(Path, "rename", late)
    with pytest.raises(DeckFaults) as caught:
        install(pack, into)
    assert [fault.code for fault in caught.value.faults] == ["place_changed"]
    assert [path.name for path in into.iterdir()] == ["own-deck"]
    assert list((into / "own-deck").iterdir()) == [into / "own-deck" / "icons"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    pack = packed(tmp_path)
    for place in (tmp_path / "theirs.gogrowdeck", tmp_path / "theirs.gogrowdeck" / "decks"):
        with pytest.raises(DeckFaults) as caught:
            install(pack, place)
        assert [fault.code for fault in caught.value.faults] == ["place_failed"]
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.gogrowdeck"]


_KILLED = """
import os, sys
from pathlib import Path
from gogrow.content.pack import read_pack
from gogrow.content.pack_install import Choices, install
from gogrow.content.pack_mix import Choice
at, calls = int(sys.argv[3]), iter(range(1, 100))
def stop(event, args):
    if event == "os.rename" and next(calls) == at:
        os._exit(9)
pack = read_pack(Path(sys.argv[1]))
sys.addaudithook(stop)
install(pack, Path(sys.argv[2]), Choices(otherwise=Choice.THEIRS))
"""


@pytest.mark.parametrize("at", [1, 2])
def test_a_program_that_is_killed_leaves_the_old_deck_or_the_new_one(
    at: int, tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(packed(tmp_path), into)
    before = tree(into / "own-deck")
    packed(tmp_path, cards_nl_yaml=packs.CARDS.replace("Hoe kom", "Hoe laat kom"))
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "theirs.gogrowdeck"), str(into), str(at)]
    assert subprocess.run(command, cwd=ROOT, timeout=60).returncode == 9
    assert (into / "own-deck").is_dir() is (at == 1)
    monkeypatch.setattr("gogrow.content.pack_install.time.time", lambda: 4e9)  # much later
    settle(into)
    settle(into)
    assert tree(into / "own-deck") == before
    assert [path.name for path in into.iterdir()] == ["own-deck"]


def test_settling_leaves_strangers_alone(into: Path) -> None:
    settle(into)
    assert not into.exists()
    for name in (".own-deck-12.new", ".git", "own-deck-12345678.new", ".own-deck-12345678.new"):
        (into / name).mkdir(parents=True)
    (into / ".own-deck-87654321.old").write_text("a file")
    before = sorted(path.name for path in into.iterdir())
    settle(into)
    assert sorted(path.name for path in into.iterdir()) == before  # somebody may be at work with it right now
