"""Decks with something wrong: each fault has its file, its line and a way to mend it, and all come at once."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.decks import DeckFaults, Fault, check_deck, faults_of, read_deck
from gogrow.texts import Texts

GO_GROW = paths.decks() / "go-grow"
TWO_AXES = Path(__file__).parent / "fixtures" / "two-axes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the deck that ships, to spoil."""
    return Path(shutil.copytree(GO_GROW, tmp_path / "deck"))


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


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file, and say on which line it began."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    start = text.index(old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, start) + 1


_SPOILED = [
    # deck.yaml
    ("deck.yaml", "id: go-grow", "id: Go Grow", "name", 0),
    ("deck.yaml", "kind: board", "kind: bord", "choice", 0),
    ("deck.yaml", "  en: Go Grow\nkind", "kind", "translation", -2),
    ("deck.yaml", "  en: Go Grow\nkind", "  en: Go Grow\n  fr: Allez\nkind", "language_extra", -2),
    ("deck.yaml", "author: GoGrow\n", "", "missing", None),
    ("deck.yaml", "author: GoGrow", "autor: GoGrow", "unknown_key", 0),
    ("deck.yaml", "author: GoGrow", "author: ' '", "empty", 0),
    ("deck.yaml", "author: GoGrow", 'author: "Go\\x00Grow"', "control_text", 0),
    ("deck.yaml", "author: GoGrow", "author: [GoGrow]", "text", 0),
    ("deck.yaml", "author: GoGrow", "author: " + "x" * 401, "too_long", 0),
    ("deck.yaml", "languages: [nl, en]", "languages: [nl, en, klingon]", "choice", 0),
    ("deck.yaml", "languages: [nl, en]", "languages: nl, en", "list", 0),
    ("deck.yaml", "languages: [nl, en]", "languages: [nl, en, nl]", "twice", 0),
    ("deck.yaml", "    - nieuwe techniek\n", "", "unequal", None),
    # board.yaml
    ("board.yaml", "shape: round", "shape: star", "choice", 0),
    ("board.yaml", "aspect: 1", "aspect: 2", "aspect_round", 0),
    ("board.yaml", "aspect: 1", "aspect: .nan", "number", 0),
    ("board.yaml", "aspect: 1", "aspect: nan", "number", 0),
    ("board.yaml", "ring: 0.62", "ring: 0,62", "number", 0),
    ("board.yaml", "ring: 0.62", "ring: 1.62", "range_lt", 0),
    ("board.yaml", "ring: 0.62", "ring: 0.2", "ring_in_centre", 0),
    ("board.yaml", "radius: 0.235", "radius: 0", "range_gt", 0),
    ("board.yaml", "id: flow", "id: know", "twice", 0),
    ("board.yaml", "sector: [0, 90]", "sector: [0, 80]", "gap_sectors", None),
    ("board.yaml", "sector: [0, 90]", "sector: [0, 100]", "overlap", None),
    ("board.yaml", "sector: [0, 90]", "sector: [90, 0]", "backwards", 0),
    ("board.yaml", "sector: [0, 90]", "sector: [-90, 90]", "sector_start", 0),
    ("board.yaml", "sector: [0, 90]", "sector: [0, 90, 180]", "numbers", 0),
    ("board.yaml", "sector: [0, 90]", "sector: [0, noord]", "number", 0),
    ("board.yaml", "    sector: [0, 90]\n", "", "sector_missing", -1),
    ("board.yaml", "sector: [0, 90]", "rect: [0, 0, 1, 1]", "not_plane", 0),
    ("board.yaml", "icon: tool", "icon: does-not-exist", "no_icon", 0),
    ("board.yaml", "icon: tool", "icon: ../../theme", "name", 0),
    ("board.yaml", "colour: know", "colour: pink", "choice", 0),
    ("board.yaml", "rim: solid", "rim: zigzag", "choice", 0),
    ("board.yaml", "      en: I know my job\n", "", "translation", -2),
    ("board.yaml", "letter: B", "letter: A", "twice", 0),
    ("board.yaml", "letter: B", "letter: b", "letter", 0),
    ("board.yaml", "letter: B", "letter: BB", "letter", 0),
    ("board.yaml", "letter: B", "letter: Z", "skip_letter", 0),
    ("board.yaml", "x: 0.1028, y: 0.421", "x: 0.01, y: 0.01", "outside", 0),
    ("board.yaml", "x: 0.1028, y: 0.421", "x: 1.01, y: 0.5", "range_le", 0),
    ("board.yaml", "x: 0.1028, y: 0.421", "x: -0.01, y: 0.5", "range_ge", 0),
    ("board.yaml", "x: 0.1028, y: 0.421", "x: 0.5, y: 0.5", "same_spot", None),
    ("board.yaml", "id: other\n", "id: now\n", "twice", 0),
    ("board.yaml", "about: partner", "about: everybody", "choice", 0),
    ("board.yaml", "gap: both", "gap: Both", "choice", 0),
    ("board.yaml", "\nspots:", "\naxes:\n  - {low: {nl: a, en: a}, high: {nl: b, en: b}}\nspots:", "not_round_axes", 1),
    # cards
    ("cards.nl.yaml", "minutes: 4", "minutes: vier", "whole_number", 0),
    ("cards.nl.yaml", "minutes: 4", "minutes: 4.5", "whole_number", 0),
    ("cards.nl.yaml", "minutes: 4", "minutes: 0", "range_ge", 0),
    ("cards.nl.yaml", "field: know", "field: nowhere", "no_field", 0),
    ("cards.nl.yaml", "fits: two", "fits: everyone", "choice", 0),
    ("cards.nl.yaml", "id: know-02", "id: know-01", "twice", 0),
    ("cards.nl.yaml", "id: know-02", "id: brand-new", "no_card", 0),
    ("cards.en.yaml", "minutes: 4", "minutes: 5", "card_differs", None),
    ("cards.en.yaml", "    question:", "    qestion:", "unknown_key", 0),
    # programmes
    ("programmes.yaml", "id: team\n", "id: two\n", "twice", None),
    ("programmes.yaml", "setting: two", "setting: three", "choice", 0),
    ("programmes.yaml", "kind: gap", "kind: dance", "choice", 0),
    ("programmes.yaml", "rounds: [now, other, wish]", "rounds: [now, later]", "no_round", 0),
    ("programmes.yaml", "rounds: [now, other, wish]", "rounds: [now, partner]", "round_for_two", 0),
    ("programmes.yaml", "rounds: [now, other, wish]", "meanwhile: {nl: a, en: b}", "needs_rounds", None),
    ("programmes.yaml", "practice: true", "practice: true\n        rounds: [now]", "practice_rounds", None),
    ("programmes.yaml", "kind: reveal", "kind: then_now", "then_first", None),
    ("programmes.yaml", "practice: true", "practice: misschien", "choice", 0),
    ("programmes.yaml", "id: practice", "id: welcome", "twice", 0),
    ("programmes.yaml", "turn_minutes: 4", "turn_minutes: 61", "range_le", 0),
    ("programmes.yaml", "icon: users-group", "icon: does-not-exist", "no_icon", 0),
    ("programmes.yaml", "programmes:", "programs:", "unknown_key", 0),
    # prompts
    ("prompts.yaml", "know>know:", "know>now:", "prompt_unknown", 0),
    ("prompts.yaml", "know>know:", "know>now:", "prompt_missing", None),
    ("prompts.yaml", "    - Bij welke klus zag je dat jullie allebei je vak kennen?\n", "", "unequal", None),
    # guide
    ("guide.yaml", "\nknow:", "\nknows:", "topic_unknown", 1),
    ("guide.yaml", "    - Wat zou je ook doen als niemand erom vroeg?\n", "", "unequal", None),
    ("guide.yaml", "  en:\n    - When did you last", "  fr:\n    - When did you last", "translation", None),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "shift"), _SPOILED)
def test_each_fault_is_told_with_its_file_and_line(
    folder: Path, file: str, old: str, new: str, code: str, shift: int | None
) -> None:
    """``shift`` is from the spoiled line to the line that is told; None where it lies elsewhere."""
    line = spoil(folder, file, old, new)
    found = [fault for fault in faults(folder) if (fault.file, fault.code) == (file, code)]
    assert found, faults(folder)
    if shift is not None:
        assert line + shift in [fault.line for fault in found]
    for language in ("nl", "en"):
        for fault in faults(folder):
            message = fault.message(Texts(language))
            assert message.startswith(file if fault.file == file else fault.file)
            assert "{" not in message.replace("{nl, en}", "")


_UNREADABLE: list[tuple[str, Callable[[str], bytes], str]] = [
    ("tabs", lambda text: text.replace("    sector", "\tsector").encode(), "tab"),
    ("an alias bomb", lambda text: (text + "a: &a [1]\nb: [*a, *a]\n").encode(), "alias"),
    ("a double key", lambda text: (text + "aspect: 2\n").encode(), "duplicate_key"),
    ("a tag", lambda text: text.replace("aspect: 1", "aspect: !!float 1").encode(), "tag"),
    ("fifty megabytes", lambda text: text.encode() + b"#" * 50_000_000, "too_big"),
    ("UTF-16", lambda text: text.encode("utf-16"), "utf16"),
    ("an old encoding", lambda text: text.replace("Know", "Knów").encode("cp1252"), "not_utf8"),
    ("nothing", lambda text: b"", "empty_file"),
    ("a list", lambda text: b"- a\n- b\n", "mapping"),
    ("a text", lambda text: b"niets\n", "mapping"),
    ("a control character", lambda text: text.replace("Know", "Kn\x07w").encode(), "control"),
]


@pytest.mark.parametrize(("make", "code"), [(make, code) for _, make, code in _UNREADABLE])
def test_a_file_that_cannot_be_used_says_why_and_stops_nothing(
    folder: Path, make: Callable[[str], bytes], code: str
) -> None:
    path = folder / "board.yaml"
    path.write_bytes(make(path.read_text(encoding="utf-8")))
    spoil(folder, "cards.nl.yaml", "minutes: 4", "minutes: vier")
    start = time.process_time()
    found = {(fault.file, fault.code) for fault in faults(folder)}
    assert ("board.yaml", code) in found
    assert ("cards.nl.yaml", "whole_number") in found
    assert time.process_time() - start < 10


def test_the_message_says_where_what_and_how(folder: Path) -> None:
    line = spoil(folder, "cards.nl.yaml", "minutes: 4", "minutes: twee")
    assert check_deck(folder, Texts("en")) == [
        f"cards.nl.yaml, line {line}: card 1 › minutes must be a whole number; found: twee. "
        "Write it in digits, such as 4."
    ]
    assert check_deck(folder, Texts("nl")) == [
        f"cards.nl.yaml, regel {line}: card 1 › minutes moet een heel getal zijn; gevonden: twee. "
        "Schrijf het in cijfers, zoals 4."
    ]


def test_a_spelling_mistake_gets_a_proposal(folder: Path) -> None:
    spoil(folder, "deck.yaml", "author:", "autor:")
    assert any("did you mean author?" in line for line in check_deck(folder, Texts("en")))


def test_all_faults_of_all_files_come_at_once_in_order(folder: Path) -> None:
    spoil(folder, "deck.yaml", "kind: board", "kind: bord")
    spoil(folder, "board.yaml", "rim: solid", "rim: zigzag")
    spoil(folder, "board.yaml", "      en: I know my job\n", "")
    spoil(folder, "board.yaml", "letter: B", "letter: A")
    spoil(folder, "cards.en.yaml", "minutes: 4", "minutes: four")
    spoil(folder, "programmes.yaml", "kind: gap", "kind: dance")
    spoil(folder, "prompts.yaml", "same:", "samen:")
    found = faults(folder)
    assert [(fault.file, fault.code) for fault in found] == [
        ("board.yaml", "choice"),
        ("board.yaml", "translation"),
        ("board.yaml", "twice"),
        ("cards.en.yaml", "whole_number"),
        ("deck.yaml", "choice"),
        ("programmes.yaml", "choice"),
        ("prompts.yaml", "prompt_missing"),
        ("prompts.yaml", "prompt_unknown"),
    ]


def test_a_deck_with_windows_line_ends_is_the_same_deck(folder: Path) -> None:
    for file in folder.glob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_deck(folder) == read_deck(GO_GROW)


def test_a_missing_file_and_a_stray_one_are_told(folder: Path) -> None:
    (folder / "board.yaml").rename(folder / "bord.yaml")
    (folder / "cards.en.yaml").rename(folder / "cards.en.yml")
    assert {(fault.file, fault.line, fault.code) for fault in faults(folder)} >= {
        ("board.yaml", 0, "missing_file"),
        ("bord.yaml", 0, "unknown_file"),
        ("cards.en.yaml", 0, "missing_file"),
        ("cards.en.yml", 0, "unknown_file"),
    }


@pytest.mark.parametrize("name", ["nothing", "deck/deck.yaml"])
def test_what_is_no_folder_is_told(folder: Path, name: str) -> None:
    place = folder.parent / name
    assert [(fault.file, fault.code) for fault in faults(place)] == [(str(place), "no_folder")]


def test_an_empty_folder_misses_its_two_files(tmp_path: Path) -> None:
    assert [(fault.file, fault.code) for fault in faults(tmp_path)] == [
        ("board.yaml", "missing_file"),
        ("deck.yaml", "missing_file"),
    ]


# A plane, spoiled


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("rect: [0, 0, 0.5, 0.5]", "rect: [0, 0, 0.5, 0.4]", "gap_rects"),
        ("rect: [0, 0, 0.5, 0.5]", "rect: [0, 0, 0.6, 0.5]", "overlap"),
        ("rect: [0, 0, 0.5, 0.5]", "rect: [0.5, 0, 0, 0.5]", "backwards"),
        ("rect: [0, 0, 0.5, 0.5]", "rect: [0, 0, 0.5, 1.5]", "range_le"),
        ("rect: [0, 0, 0.5, 0.5]", "sector: [0, 90]", "rect_missing"),
        ("    high: {nl: persoon, en: person}\n  - low: {nl: reactief, en: reactive}\n", "", "axes_count"),
        ("skip: X", "skip: X\ncentre: {radius: 0.2, name: {nl: a, en: a}, sentence: {nl: a, en: a}}", "not_round"),
    ],
)
def test_a_plane_has_its_own_faults(tmp_path: Path, old: str, new: str, code: str) -> None:
    folder = Path(shutil.copytree(TWO_AXES, tmp_path / "deck"))
    spoil(folder, "board.yaml", old, new)
    assert code in [fault.code for fault in faults(folder)]


# Whatever somebody does to a deck


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(["deck.yaml", "board.yaml", "cards.nl.yaml", "programmes.yaml", "prompts.yaml", "guide.yaml"]),
    where=st.floats(0, 1, exclude_max=True),
    what=st.one_of(
        st.text("abc :-[]{}'\"|>&*!%#?,\n\t01.", max_size=12),
        st.sampled_from(["", "x: ", "- ", "[[]]", "{}", "id: 1", "nl: [a, {b: c}]", "\x00", "null"]),
    ),
    whole=st.booleans(),
)
def test_a_spoiled_line_gives_a_deck_or_faults(
    tmp_path_factory: pytest.TempPathFactory, file: str, where: float, what: str, whole: bool
) -> None:
    folder = Path(shutil.copytree(GO_GROW, tmp_path_factory.mktemp("spoiled") / "deck"))
    path = folder / file
    lines = path.read_text(encoding="utf-8").split("\n")
    number = int(where * len(lines))
    head, colon, _ = lines[number].partition(":")
    lines[number] = what if whole or not colon else f"{head}: {what}"
    path.write_text("\n".join(lines), encoding="utf-8")
    told = faults_of(folder)
    if all(fault.mild for fault in told):
        read_deck(folder)
    else:
        with pytest.raises(DeckFaults) as caught:
            read_deck(folder)
        assert caught.value.faults == told
    for fault in told:
        assert fault.message(Texts("nl"))
        assert 0 <= fault.line <= 2_000


def test_a_file_full_of_faults_is_answered_at_once(folder: Path) -> None:
    start = time.process_time()
    for count, expected in ((10_000, 200), (20_000, 1)):  # of too many only that is told
        (folder / "cards.nl.yaml").write_text("cards:\n" + "  - {}\n" * count, encoding="utf-8")
        told = [fault for fault in faults(folder) if fault.file == "cards.nl.yaml"]
        assert len(told) == expected
    assert time.process_time() - start < 10


def test_a_missing_icon_of_a_card_is_told(folder: Path) -> None:
    line = spoil(folder, "cards.en.yaml", "icon: ", "icon: no-such-")
    assert ("cards.en.yaml", line, "no_icon") in [(one.file, one.line, one.code) for one in faults(folder)]
