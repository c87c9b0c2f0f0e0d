"""Paper slips."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.board import About, Round
from gogrow.domain.workshop import Workshop
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.sheets.slips import SPARE, draw_slips, slip_pages, slip_rounds
from gogrow.texts import Texts
from tests.sheets import reading, sample


def printed(workshop: Workshop, names: list[str]) -> bytes:
    """The slips as a PDF."""
    pad = Pad(look(False))
    draw_slips(pad, workshop, Texts(workshop.details.language), names)
    return pad.finish()


def test_the_questions_are_those_of_the_run_and_practice_has_none() -> None:
    assert [r.id for r in slip_rounds(sample.team())] == ["now", "other", "wish"]
    assert [r.id for r in slip_rounds(sample.team(programme="two"))] == ["now", "partner"]
    no_run = replace(sample.team(), run=())
    assert [r.id for r in slip_rounds(no_run)] == ["now", "other", "wish"], "what a slip can ask"


@pytest.mark.parametrize("people", [0, 1, 2, 11, 12, 60])
def test_one_for_each_and_two_more_on_a4(people: int) -> None:
    content = printed(sample.team(), [""] * people)
    words = reading.words(content)
    assert len(words) == slip_pages(sample.team(), people) == -(-(people + SPARE) // 2)
    assert set(reading.sizes(content)) == {(210, 297)}
    assert all(page.count("Waar sta jij nu?") == 2 for page in words)


def test_a_slip_asks_for_letters_a_name_and_a_yes() -> None:
    page = reading.words(printed(sample.team(), [""]))[0]
    for words in (
        "Waar sta jij?",
        "Schrijf in elk hokje één letter. Kies in stilte.",
        "Ik sla over",
        "Midden: ik zoek nog, of het loopt nu niet",
        "Rand: dit past helemaal bij mij",
        "Mijn naam",
        "Naam:",
    ):
        assert page.count(words) >= 2, words
    assert page.count("Naam:") == 2, "one question is about somebody else"
    assert "op het scherm" in page


def test_in_english_too() -> None:
    page = reading.words(printed(sample.team(language="en"), [""]))[0]
    assert "Where do you stand now?" in page
    assert "I pass" in page
    assert "Waar" not in page


def test_a_name_stands_on_a_slip_only_when_asked() -> None:
    assert all("Samira" not in page for page in reading.words(printed(sample.team(), ["", ""])))
    pages = reading.words(printed(sample.team(), ["Samira El Idrissi", sample.NAMES[-1]]))
    assert "Samira El Idrissi" in pages[0]
    assert "Slinge" in pages[0]
    assert "Samira" not in pages[1]


def test_seven_questions_go_on_two_slips() -> None:
    workshop = sample.team()
    rounds = tuple(
        Round(f"r{at}", {"nl": f"Vraag nummer {at}?"}, {"nl": f"V{at}"}, About.OTHER if at % 2 else About.SELF)
        for at in range(7)
    )
    asked = replace(workshop, board=replace(workshop.board, rounds=rounds), run=())
    content = printed(asked, [""])
    pages = reading.words(content)
    assert len(pages) == slip_pages(asked, 1) == 3
    assert "Vraag nummer 0?" in pages[0]
    assert "Vraag nummer 6?" in pages[0]


def test_a_board_of_another_kind_gets_slips() -> None:
    page = reading.words(printed(replace(sample.team(), board=sample.plane(), run=()), [""]))[0]
    assert page.count("Waar staat de organisatie nu?") == 2
    assert "proactief" in page
