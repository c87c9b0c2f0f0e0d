"""Cards 1 to 5, and slips to choose on: cut quickly, all alike, and nothing on them of who."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from gogrow.domain.deck import Phase, StepKind
from gogrow.domain.workshop import Workshop
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.look import look
from gogrow.sheets.number_cards import SPARE, card_pages, choice_pages, draw_cards, draw_choices, strips, votes
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample

NL, EN = Texts("nl"), Texts("en")


def drawn(draw: Callable[[Pad], None]) -> bytes:
    """The PDF of what is drawn."""
    pad = Pad(look(False))
    draw(pad)
    return pad.finish()


def placed(content: bytes, across: int, down: int) -> list[list[str]]:
    """For each part of a page, in reading order, its words on each page of the stack."""
    document = pdfium.PdfDocument(content)
    wide, high = A4[0] / across * 72 / 25.4, A4[1] / down * 72 / 25.4
    found: list[list[str]] = [[] for _ in range(across * down)]
    for page in document:
        text = page.get_textpage()
        for at in range(across * down):
            row, column = divmod(at, across)
            top = page.get_height() - row * high
            box = {"left": column * wide, "right": (column + 1) * wide, "bottom": top - high, "top": top}
            found[at].append(" ".join(text.get_text_bounded(**box).split()))
        text.close()
        page.close()
    document.close()
    return found


@pytest.mark.parametrize("people", [0, 1, 3, 14, 25])
def test_five_cards_for_each_and_a_spare_set(people: int) -> None:
    content = drawn(lambda pad: draw_cards(pad, NL, people))
    assert len(reading.sizes(content)) == card_pages(people)
    cards = [words for pile in placed(content, 2, 4) for words in pile if words]
    assert len(cards) == 5 * (people + SPARE)
    assert Counter(cards) == Counter(dict.fromkeys(cards, people + SPARE))
    for number, words in enumerate(("helemaal A", "eerder A", "allebei", "eerder B", "helemaal B"), start=1):
        assert any(str(number) in card and words in card for card in cards)


@pytest.mark.parametrize("people", [3, 14, 25])
def test_eight_piles_on_one_another_are_sets_in_order(people: int) -> None:
    piles = placed(drawn(lambda pad: draw_cards(pad, NL, people)), 2, 4)
    stack = [number for pile in piles for words in pile for number in re.findall("[1-5]", words)]
    assert "".join(stack) == "12345" * (people + SPARE)


def test_cards_know_which_side_is_up_and_are_alike_in_english() -> None:
    page = reading.words(drawn(lambda pad: draw_cards(pad, EN, 0)))[0]
    assert page.count("A") >= 5 <= page.count("B")
    assert "fully A" in page
    assert "allebei" not in page


def test_a_number_is_read_from_across_the_room() -> None:
    image = reading.picture(drawn(lambda pad: draw_cards(pad, NL, 7)), dpi=100)
    assert reading.dark(image, (35, 8, 70, 47)) > 0.15
    document = pdfium.PdfDocument(drawn(lambda pad: draw_cards(pad, NL, 7)))
    text = document[0].get_textpage()
    _, bottom, _, top = text.get_charbox(0)
    assert (top - bottom) / 72 * 25.4 > 35, "millimetres"
    text.close()
    document.close()


def test_the_slips_of_a_run_follow_its_steps() -> None:
    workshop = koers.played()
    found = strips(workshop, NL)
    assert [(strip.title, strip.again) for strip in found] == [
        ("Dilemma 1", False),
        ("Dilemma 2", False),
        ("Dilemma 3", False),
        ("Dilemma 3", True),
        ("Dilemma 4", False),
        ("Dilemma 5", False),
        ("Dilemma 6", False),
        ("Dilemma 6", True),
        ("Wat wil jij hierna?", False),
    ]
    assert found[-1].words == ("een gesprek", "een cursus", "een dag meekijken", "een coach", "nu niets")


def test_a_dilemma_in_which_nobody_chooses_has_no_slip() -> None:
    workshop = koers.played(programme="koers-15")
    run = tuple(replace(step, phases=(Phase.READ, Phase.TALK)) for step in workshop.run)
    assert strips(replace(workshop, run=run), NL) == ()
    assert choice_pages(replace(workshop, run=run), NL, 14) == 0


@pytest.mark.parametrize("programme", ["koers-120", "koers-60", "koers-15", "koers-grow"])
@pytest.mark.parametrize("people", [0, 3, 14])
def test_everyone_has_every_slip_and_all_are_alike(programme: str, people: int) -> None:
    workshop = koers.played(people=max(1, people), programme=programme)
    content = drawn(lambda pad: draw_choices(pad, workshop, NL, people))
    pages = reading.words(content)
    assert len(pages) == choice_pages(workshop, NL, people)
    whole = " ".join(pages)
    for strip in strips(workshop, NL):
        once = sum(1 for other in strips(workshop, NL) if other.title == strip.title)
        assert whole.count(strip.title) == once * (people + SPARE)
    assert whole.count("Kruis één hokje aan") == len(strips(workshop, NL)) * (people + SPARE)
    for person in workshop.participants:
        assert person.label not in whole


@pytest.mark.parametrize("count", range(1, 16))
def test_nobodys_slips_lie_on_the_half_of_another_once_it_is_cut(count: int) -> None:
    workshop = koers.played(programme="koers-15")
    step = next(step for step in workshop.run if step.kind is StepKind.DILEMMA)
    asked: Workshop = replace(workshop, run=(replace(step, phases=()),) * count)
    pages = reading.words(drawn(lambda pad: draw_choices(pad, asked, NL, 2)))
    assert " ".join(pages).count(f"Dilemma {count}") == 3
    if count > 6:
        assert all("Dilemma 1 " in page for page in pages[:: len(pages) // 3])


def test_words_under_the_boxes_stay_whole_and_on_the_paper() -> None:
    for language, texts in (("nl", NL), ("en", EN)):
        workshop = koers.played(language=language)
        page = reading.words(drawn(lambda pad, w=workshop, t=texts: draw_choices(pad, w, t, 1)))[0]  # type: ignore[misc]
        for words in (word for strip in strips(workshop, texts) for word in strip.words):
            assert words in page


def test_who_chooses_by_number() -> None:
    assert votes(koers.played())
    assert not votes(sample.team())
    assert not votes(replace(sample.team(), run=()))


def test_the_same_bytes() -> None:
    workshop = koers.played()

    def both(pad: Pad) -> None:
        draw_cards(pad, NL, 9)
        draw_choices(pad, workshop, NL, 9)

    assert drawn(both) == drawn(both)
