"""Decks: the one that ships is whole, and a board of another kind needs YAML only."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.decks import check_deck, deck_folders, read_deck
from gogrow.domain.board import Board, Shape
from gogrow.domain.deck import CENTRE, COMPETENCES, Deck, StepKind, together
from gogrow.texts import Texts

GO_GROW = paths.decks() / "go-grow"
TWO_AXES = Path(__file__).parent / "fixtures" / "two-axes"


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The deck that ships."""
    return read_deck(GO_GROW)


# The deck that ships


def test_the_decks_that_ship_are_right() -> None:
    assert GO_GROW in deck_folders()
    for folder in deck_folders():
        assert check_deck(folder, Texts("en")) == []


def test_the_board_is_the_one_on_the_slip(deck: Deck) -> None:
    board = deck.board
    assert board is not None
    assert board.shape is Shape.ROUND
    assert [(field.id, field.sector, field.rim) for field in board.fields] == [
        ("know", (270, 360), "solid"),
        ("flow", (0, 90), "dashes"),
        ("glow", (90, 180), "dots"),
        ("grow", (180, 270), "ticks"),
    ]
    assert len(board.spots) == 25
    assert [one.id for one in board.rounds] == ["now", "other", "wish", "partner"]
    assert board.centre is not None
    assert board.centre.name["nl"] == "onderweg"
    assert (board.skip, board.ring, board.centre.radius) == ("Z", 0.62, 0.235)


def test_the_team_has_ninety_minutes_and_the_two_have_forty_five(deck: Deck) -> None:
    team, two, again, again_two = deck.programmes
    assert (team.setting, team.minutes, two.setting, two.minutes) == ("team", 90, "two", 45)
    assert [step.minutes for step in team.steps] == [8, 5, 7, 7, 15, 20, 8, 14, 6]
    assert [step.id for step in team.steps if step.practice] == ["practice"]
    assert team.steps[2].rounds == team.steps[3].rounds == ("now", "other", "wish")
    dilemmas = {StepKind.DILEMMA, StepKind.GOALS, StepKind.COURSE, StepKind.POLL}
    back = {StepKind.THEN_NOW, StepKind.LOOK_BACK}
    assert {step.kind for step in two.steps} == set(StepKind) - {StepKind.CARDS} - dilemmas - back
    assert (again.setting, again.minutes, again_two.setting, again_two.minutes) == ("team", 60, "two", 45)
    assert {step.kind for step in again_two.steps} == {step.kind for step in two.steps} | back


def test_the_check_in_asks_the_same_rounds_as_the_first_time(deck: Deck) -> None:
    def rounds(id: str) -> set[str]:
        return {round for one in deck.programmes if one.id == id for step in one.steps for round in step.rounds}

    assert rounds("check-in") == rounds("team")
    assert rounds("check-in-two") == rounds("two")


def test_words_fit_where_they_stand(deck: Deck) -> None:
    for programme in deck.programmes:
        for step in programme.steps:
            for language in deck.languages:
                assert len(step.title[language]) <= 22
                assert len(step.heading[language]) <= 28
                assert len(step.body[language].split()) <= 16
            assert 2 <= len(step.notes) <= 4


def test_no_word_needs_anybodys_gender(deck: Deck) -> None:
    """The deck speaks of people by what they do; *hem* may be a card or a step, never a person."""
    said = " ".join(file.read_text(encoding="utf-8") for file in GO_GROW.glob("*.yaml")).lower()
    words = set("".join(c if c.isalpha() else " " for c in said).split())
    assert not words & {"hij", "zijzelf", "hemzelf", "haarzelf", "his", "her", "him", "he", "she", "uw"}


def test_there_are_questions_for_every_gap(deck: Deck) -> None:
    assert deck.board is not None
    names = [field.id for field in deck.board.fields]
    pairs = {f"{one}>{other}" for one in names for other in names}
    assert set(deck.prompts) == pairs | {"far", "same", "centre>rim"}
    for key, questions in deck.prompts.items():
        wanted = 3 if key in ("far", "centre>rim") else 2
        assert {language: len(asked) for language, asked in questions.items()} == {"nl": wanted, "en": wanted}
    asked = [one for questions in deck.prompts.values() for language in questions.values() for one in language]
    assert len(set(asked)) == len(asked)


def test_there_is_a_guide_for_every_field_and_competence(deck: Deck) -> None:
    assert deck.board is not None
    assert set(deck.guide) == {*COMPETENCES, *(field.id for field in deck.board.fields), CENTRE}
    for questions in deck.guide.values():
        counts = {language: len(asked) for language, asked in questions.items()}
        assert set(counts) == {"nl", "en"}
        assert counts["nl"] == counts["en"]
        assert 3 <= counts["nl"] <= 5


def test_an_own_deck_adds_its_questions_to_the_guide(deck: Deck) -> None:
    own = replace(deck, id="own", guide={"network": {"nl": ("Wie belt jou?",)}, "own": {"nl": ("En dan?",)}})
    both = together((deck, own))
    assert both.guide["network"]["nl"] == (*deck.guide["network"]["nl"], "Wie belt jou?")
    assert both.guide["network"]["en"] == deck.guide["network"]["en"]
    assert both.guide["own"]["nl"] == ("En dan?",)
    assert both.guide["motives"] == deck.guide["motives"]


def test_themes_stand_at_the_same_place_in_both_languages(deck: Deck) -> None:
    assert [len(deck.themes[language]) for language in ("nl", "en")] == [12, 12]
    assert deck.themes["nl"][1] == "trots"
    assert deck.themes["en"][1] == "pride"


def test_there_are_twelve_cards_for_each_field_in_both_languages(deck: Deck) -> None:
    assert deck.board is not None
    for language in ("nl", "en"):
        cards = deck.cards[language]
        assert {card.language for card in cards} == {language}
        for field in deck.board.fields:
            assert sum(card.field == field.id for card in cards) >= 12
    assert [card.id for card in deck.cards["nl"]] == [card.id for card in deck.cards["en"]]


# A board of another kind


@pytest.fixture(scope="module")
def plane() -> Board:
    """The board with two axes."""
    board = read_deck(TWO_AXES).board
    assert board is not None
    return board


def test_a_board_with_two_axes_needs_no_code(plane: Board) -> None:
    assert plane.shape is Shape.PLANE
    assert plane.aspect == 1.5
    assert [(axis.low["nl"], axis.high["nl"]) for axis in plane.axes] == [
        ("organisatie", "persoon"),
        ("reactief", "proactief"),
    ]
    assert plane.centre is None
    spot = plane.spot("b")
    assert spot is not None
    field = plane.field_at(spot.x, spot.y)
    assert field is not None
    assert field.id == "own-dream"
    assert plane.spot(plane.skip) is None
    assert plane.round("today").question["nl"] == "Waarom leren wij nu?"


@given(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_on_a_plane_every_point_inside_is_in_one_field(x: float, y: float) -> None:
    board = read_deck_once(TWO_AXES)
    assert board.inside(x, y) == (0 <= x <= 1 and 0 <= y <= 1)
    field = board.field_at(x, y)
    assert (field is not None) == board.inside(x, y)
    assert not board.in_centre(x, y)
    assert not board.on_rim(x, y)
    if field is not None:
        wide = [
            one.id
            for one in board.fields
            if one.rect and one.rect[0] <= x <= one.rect[2] and one.rect[1] <= y <= one.rect[3]
        ]
        assert field.id in wide
        assert len(wide) == 1 or x == 0.5 or y == 0.5


def read_deck_once(folder: Path, _known: dict[Path, Board] = {}) -> Board:  # noqa: B006
    if folder not in _known:
        board = read_deck(folder).board
        assert board is not None
        _known[folder] = board
    return _known[folder]


def test_a_deck_may_do_without_cards_programmes_and_prompts() -> None:
    deck = read_deck(TWO_AXES)
    assert (deck.programmes, deck.prompts, deck.guide, deck.cards) == ((), {}, {}, {"nl": (), "en": ()})


def test_decks_are_cheap_to_import() -> None:
    code = "import sys, gogrow.content.decks; print(sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
