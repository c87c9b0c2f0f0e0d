"""Dilemmas, questions and what they are about, with something wrong in them: file, line, place and a way to mend it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.content.decks import DeckFaults, Fault, check_deck, faults_of, read_deck
from gogrow.texts import Texts
from tests.content.test_deck_faults import spoil

DECK = """\
id: small
name: {nl: Klein, en: Small}
kind: cards
author: GoGrow
licence: CC-BY-4.0
languages: [nl, en]
themes: {nl: [tijd], en: [time]}
card_themes:
  - id: longer
    icon: hourglass
    colour: glow
    name: {nl: Langer werken, en: Working longer}
"""

CARDS = """\
dilemmas:
  - id: one
    theme: longer
    sectors: [care, office]
    icon: ladder
    title: Title
    situation: Situation
    a: Pole A
    a_reason: Reason A
    b: Pole B
    b_reason: Reason B
    fact: A fact
    source: "003"
    deepen:
      - Question
    hint: Hint
    sensitive: pay

questions:
  - id: open
    moment: opening
    icon: bus
    minutes: 3
    before: Before
    question: How?
    after: After
    hint: Hint
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small deck without a board, to spoil."""
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "deck.yaml").write_text(DECK, encoding="utf-8")
    for language in ("nl", "en"):
        (folder / f"cards.{language}.yaml").write_text(CARDS, encoding="utf-8")
    return folder


def faults(folder: Path) -> tuple[Fault, ...]:
    told = faults_of(folder)
    assert told
    if all(fault.mild for fault in told):
        read_deck(folder)  # it works all the same
        return told
    with pytest.raises(DeckFaults) as caught:
        read_deck(folder)
    assert caught.value.faults == told
    return told


def test_the_small_deck_is_right(folder: Path) -> None:
    deck = read_deck(folder)
    (card,) = deck.dilemmas["nl"]
    assert (card.a, card.b_reason, card.sectors, card.deepen) == (
        "Pole A",
        "Reason B",
        ("care", "office"),
        ("Question",),
    )
    assert deck.board is None
    assert [(one.kind, one.before, one.after) for one in deck.questions["en"]] == [("opening", "Before", "After")]


_SPOILED = [
    # what dilemmas are about
    ("deck.yaml", "icon: hourglass", "icon: does-not-exist", "no_icon", 0),
    ("deck.yaml", "colour: glow", "colour: pink", "choice", 0),
    ("deck.yaml", "  - id: longer", "  - id: Langer werken", "name", 0),
    ("deck.yaml", "{nl: Langer werken, en: Working longer}", "{nl: Langer werken}", "translation", 0),
    ("deck.yaml", "{nl: Langer werken, en: Working longer}", "{nl: a, en: b, fr: c}", "language_extra", 0),
    ("deck.yaml", "    colour: glow\n", "", "missing", -2),
    ("deck.yaml", "card_themes:", "card_themes: none\nother:", "list", 0),
    ("deck.yaml", "languages: [nl, en]", "languages: [nl, en, klingon]", "choice", 0),
    ("deck.yaml", "kind: cards", "kind: cards\nboard: nowhere", "no_board", 1),
    # dilemmas
    ("cards.nl.yaml", "    b: Pole B\n", "", "missing", None),
    ("cards.nl.yaml", "    a_reason: Reason A\n", "", "missing", None),
    ("cards.nl.yaml", "a: Pole A", "a:", "empty", 0),
    ("cards.nl.yaml", "a: Pole A", "a: '  '", "empty", 0),
    ("cards.nl.yaml", "a: Pole A", 'a: "x\\ty"', "control_text", 0),
    ("cards.nl.yaml", "a: Pole A", 'a: "x\\x07y"', "control_text", 0),
    ("cards.nl.yaml", "a: Pole A", "a: [Pole A]", "text", 0),
    ("cards.nl.yaml", "a: Pole A", "pole_a: Pole A", "unknown_key", 0),
    ("cards.nl.yaml", "situation: Situation", "situation: " + "woord " * 5_000, "too_long", 0),
    ("cards.nl.yaml", "icon: ladder", "icon: does-not-exist", "no_icon", 0),
    ("cards.nl.yaml", "icon: ladder", "icon: ../../theme", "name", 0),
    ("cards.nl.yaml", "theme: longer", "theme: shorter", "no_theme", 0),
    ("cards.nl.yaml", "sectors: [care, office]", "sectors: [care, farm]", "choice", 0),
    ("cards.nl.yaml", "sectors: [care, office]", "sectors: []", "too_short", 0),
    ("cards.nl.yaml", "sectors: [care, office]", "sectors: care", "list", 0),
    ("cards.nl.yaml", "sectors: [care, office]", "sectors: [[care]]", "choice", 0),
    ("cards.nl.yaml", 'source: "003"', 'source: "007"', "choice", 0),
    ("cards.nl.yaml", '    source: "003"\n', "", "fact_source", None),
    ("cards.nl.yaml", "    fact: A fact\n", "", "fact_source", None),
    ("cards.nl.yaml", "sensitive: pay", "sensitive: gossip", "choice", 0),
    ("cards.nl.yaml", "      - Question\n", "      - Question\n" * 7, "too_many_parts", -1),
    ("cards.nl.yaml", "      - Question\n", "      - ''\n", "empty", 0),
    ("cards.nl.yaml", "  - id: one", "  - id: two", "no_card", 0),
    ("cards.nl.yaml", "questions:", "  - id: one\n    theme: longer\nquestions:", "twice", 0),
    ("cards.en.yaml", "sectors: [care, office]", "sectors: [office, care]", "card_differs", 0),
    ("cards.en.yaml", "sensitive: pay", "sensitive: leaving", "card_differs", 0),
    ("cards.nl.yaml", "dilemmas:", "dilemma:", "unknown_key", 0),
    # questions
    ("cards.nl.yaml", "moment: opening", "moment: halfway", "choice", 0),
    ("cards.nl.yaml", "minutes: 3", "minutes: drie", "whole_number", 0),
    ("cards.nl.yaml", "minutes: 3", "minutes: 0", "range_ge", 0),
    ("cards.nl.yaml", "icon: bus", "icon: does-not-exist", "no_icon", 0),
    ("cards.nl.yaml", "    question: How?\n", "", "missing", None),
    ("cards.nl.yaml", "    question: How?\n", "    question: How?\n    field: know\n", "unknown_key", 1),
    ("cards.en.yaml", "minutes: 3", "minutes: 4", "card_differs", 0),
    ("cards.en.yaml", "moment: opening", "moment: closing", "card_differs", 0),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "shift"), _SPOILED)
def test_each_fault_is_told_with_its_file_and_line(
    folder: Path, file: str, old: str, new: str, code: str, shift: int | None
) -> None:
    """``shift`` is from the spoiled line to the line that is told; None where it lies elsewhere."""
    line = spoil(folder, file, old, new)
    told = faults(folder)
    found = [fault for fault in told if (fault.file, fault.code) == (file, code)]
    assert found, told
    if shift is not None:
        assert line + shift in [fault.line for fault in found]
    for language in ("nl", "en"):
        for fault in told:
            message = fault.message(Texts(language))
            assert message.startswith(fault.file)
            assert "\n" not in message
            assert len(message) < 400
            assert "{" not in message


def test_the_messages_of_new_kinds_name_the_card(folder: Path) -> None:
    at = spoil(folder, "cards.nl.yaml", "theme: longer", "theme: shorter")
    spoil(folder, "cards.nl.yaml", "moment: opening", "moment: halfway")
    assert [line for line in check_deck(folder, Texts("en")) if " theme names" in line] == [
        f"cards.nl.yaml, line {at}: dilemma 1 › theme names a theme that is not in deck.yaml: shorter. "
        "Choose from: longer."
    ]
    assert check_deck(folder, Texts("nl"))[-1] == (
        "cards.nl.yaml, regel 21: question 1 › moment moet één van deze zijn: opening, closing; gevonden: halfway."
    )


def test_one_bad_card_does_not_hide_the_faults_of_the_others(folder: Path) -> None:
    text = CARDS.split("questions:")[0]
    parts = "".join(text.removeprefix("dilemmas:\n").replace("id: one", f"id: n{number}") for number in range(30))
    for language in ("nl", "en"):
        (folder / f"cards.{language}.yaml").write_text("dilemmas:\n" + parts, encoding="utf-8")
    assert len(read_deck(folder).dilemmas["nl"]) == 30
    path = folder / "cards.nl.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    icons = [number for number, line in enumerate(lines, 1) if "icon:" in line]
    poles = [number for number, line in enumerate(lines, 1) if line == "    a: Pole A"]
    lines[icons[4] - 1] = "    icon: does-not-exist"
    lines[poles[20] - 1] = "    a: " + "x" * 401
    path.write_text("\n".join(lines), encoding="utf-8")
    told = [(one.line, one.code, one.values["place"]) for one in faults(folder) if one.file == path.name]
    assert told == [(icons[4], "no_icon", "dilemma 5 › icon"), (poles[20], "too_long", "dilemma 21 › a")]


def test_html_is_plain_text(folder: Path) -> None:
    hostile = '<b>&<img src="/etc/passwd">'
    for language in ("nl", "en"):
        spoil(folder, f"cards.{language}.yaml", "a: Pole A", f"a: '{hostile}'")
        spoil(folder, f"cards.{language}.yaml", "question: How?", f"question: '{hostile}'")
    deck = read_deck(folder)
    assert deck.dilemmas["nl"][0].a == hostile
    assert deck.questions["en"][0].question == hostile


_UNREADABLE: list[tuple[str, Callable[[str], bytes], str]] = [
    ("tabs", lambda text: text.replace("    theme", "\ttheme").encode(), "tab"),
    (
        "an alias",
        lambda text: text.replace("a: Pole A", "a: &x Pole A").replace("b: Pole B", "b: *x").encode(),
        "alias",
    ),
    ("a double key", lambda text: text.replace("a: Pole A", "a: Pole A\n    a: Pole B").encode(), "duplicate_key"),
    ("a double list", lambda text: (text + "dilemmas: []\n").encode(), "duplicate_key"),
    ("a tag", lambda text: text.replace("a: Pole A", "a: !!python/name:os.system x").encode(), "tag"),
    ("a tag on a card", lambda text: text.replace("  - id: one", "  - !card\n    id: one").encode(), "tag"),
    ("fifty megabytes", lambda text: text.encode() + b"#" * 50_000_000, "too_big"),
    ("UTF-16", lambda text: text.encode("utf-16"), "utf16"),
    ("an old encoding", lambda text: text.replace("Pole", "Pôle").encode("cp1252"), "not_utf8"),
    ("nothing", lambda text: b"", "empty_file"),
    ("a list", lambda text: b"- a\n- b\n", "mapping"),
    ("a control character", lambda text: text.replace("Pole", "P\x07le").encode(), "control"),
    ("two documents", lambda text: (text + "---\na: b\n").encode(), "documents"),
    ("more cards than a deck takes", lambda text: b"dilemmas:\n" + b"  - x\n" * 10_001, "too_many_parts"),
]


@pytest.mark.parametrize(("make", "code"), [(make, code) for _, make, code in _UNREADABLE])
def test_a_file_that_cannot_be_used_says_why_and_stops_nothing(
    folder: Path, make: Callable[[str], bytes], code: str
) -> None:
    path = folder / "cards.nl.yaml"
    path.write_bytes(make(path.read_text(encoding="utf-8")))
    spoil(folder, "cards.en.yaml", "minutes: 3", "minutes: three")
    start = time.process_time()
    found = {(fault.file, fault.code) for fault in faults(folder)}
    assert ("cards.nl.yaml", code) in found
    assert ("cards.en.yaml", "whole_number") in found
    assert time.process_time() - start < 10


def test_windows_line_ends_and_a_mark_at_the_start_make_no_difference(folder: Path) -> None:
    right = read_deck(folder)
    for file in folder.glob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_deck(folder) == right


def test_lines_count_the_same_with_windows_line_ends(folder: Path) -> None:
    line = spoil(folder, "cards.nl.yaml", "theme: longer", "theme: shorter")
    file = folder / "cards.nl.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert [(fault.line, fault.code) for fault in faults(folder) if fault.file == file.name] == [(line, "no_theme")]


def test_two_thousand_dilemmas_in_each_language(folder: Path) -> None:
    """Read at once; and one fault among them still has its line. The benchmark reads ten thousand cards."""
    text = CARDS.split("questions:")[0].removeprefix("dilemmas:\n")
    for language in ("nl", "en"):
        cards = "".join(text.replace("id: one", f"id: n{number}") for number in range(2_000))
        (folder / f"cards.{language}.yaml").write_text("dilemmas:\n" + cards, encoding="utf-8")
    deck = read_deck(folder)
    assert [len(deck.dilemmas[language]) for language in ("nl", "en")] == [2_000, 2_000]
    line = spoil(folder, "cards.nl.yaml", "id: n1876\n    theme: longer", "id: n1876\n    theme: shorter") + 1
    told = [(fault.file, fault.line, fault.code) for fault in faults(folder)]
    # the card has a twin in the other language, as far from the top
    assert told == [("cards.en.yaml", line, "card_differs"), ("cards.nl.yaml", line, "no_theme")]


def test_the_deck_that_ships_borrows_a_board_that_must_be_right(tmp_path: Path) -> None:
    for name in ("go-grow", "koerskaart"):
        shutil.copytree(paths.decks() / name, tmp_path / name)
    spoil(tmp_path / "go-grow", "board.yaml", "aspect: 1", "aspect: 2")
    told = faults(tmp_path / "koerskaart")
    assert {(fault.file, fault.code) for fault in told} >= {("deck.yaml", "no_board")}
