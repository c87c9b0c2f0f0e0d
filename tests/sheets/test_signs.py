"""Name signs, readable from three metres."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.people import Participant
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.sheets.signs import draw_signs, sign_pages
from gogrow.texts import Texts
from tests.sheets import reading, sample


def printed(people: list[Participant]) -> bytes:
    """The signs as a PDF."""
    pad = Pad(look(True))
    draw_signs(pad, Texts("nl"), people, people)
    return pad.finish()


def test_two_on_a_page_with_the_name_on_both_sides() -> None:
    people = list(sample.team(3).participants)
    pages = reading.words(printed(people))
    assert len(pages) == sign_pages(3) == 2
    assert pages[0].count("Johan") == 2
    assert pages[0].count("Samira") == 2
    assert "Terpstra" not in pages[0]
    assert sign_pages(0) == 0


def test_two_people_of_the_same_name_are_told_apart() -> None:
    one, two, three = sample.team(3).participants
    same = [replace(one, name="Jan Bakker"), replace(two, name="Jan de Vries"), three]
    pages = reading.words(printed(same))
    assert pages[0].count("Jan Bakker") == 2
    assert pages[0].count("Jan de Vries") == 2
    assert "von Richter" not in pages[1]


@pytest.mark.parametrize("shown", [sample.NAMES[-1], "W" * 60, "Wil " * 15, "x" * 200, "Nguyễn Thị " * 5, "محمد " * 12])
def test_a_name_of_sixty_letters_or_more_stays_on_its_face(shown: str) -> None:
    person = replace(sample.team(1).participants[0], shown=shown.strip())
    image = reading.picture(printed([person]), dpi=72)
    assert reading.dark(image, (52, 78, 195, 146)) > 0.02
    assert reading.dark(image, (197, 76, 210, 146)) == 0, "nothing runs off the right side"
    assert reading.dark(image, (52, 149.5, 200, 290)) == 0, "nothing stands on the empty half"


def test_a_short_name_is_large() -> None:
    person = sample.team(1).participants[0]
    image = reading.picture(printed([person]), dpi=72)
    rows = [y for y in range(76, 147) if reading.dark(image, (56, y, 195, y + 1)) > 0]
    assert len(rows) >= 22, "letters of more than two centimetres"
