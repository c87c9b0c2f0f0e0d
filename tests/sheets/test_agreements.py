"""The agreements with who leads."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.people import Role
from gogrow.domain.workshop import Workshop
from gogrow.sheets.agreements import draw_agreements, leaders
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.texts import Texts
from tests.sheets import reading, sample


def printed(workshop: Workshop) -> list[str]:
    """The words of each page."""
    pad = Pad(look(True))
    draw_agreements(pad, workshop, Texts(workshop.details.language), leaders(workshop))
    return reading.words(pad.finish())


def test_one_page_says_what_is_agreed_and_asks_one_thing() -> None:
    (page,) = printed(sample.team())
    for words in (
        "Ik luister eerst",
        "Ik ga er niet tegenin",
        "Het heeft geen gevolgen",
        "Ik praat en kies als laatste",
        "Mag de groep zien waar mensen mij zetten?",
        "Ja",
        "Nee",
        "Afspraken met Johan Terpstra, leidinggevende van dit team.",
        "Begeleider",
    ):
        assert words in page


def test_everyone_who_leads_gets_a_page_and_nobody_a_page_with_an_open_name() -> None:
    workshop = sample.team()
    people = (*workshop.participants[:2], replace(workshop.participants[2], role=Role.MANAGER))
    assert len(printed(replace(workshop, participants=people))) == 2
    alone = replace(workshop, participants=(replace(workshop.participants[1], manager=None),))
    (page,) = printed(alone)
    assert "Afspraken met de leidinggevende van dit team." in page


def test_for_two_nobody_else_is_there_to_see_it() -> None:
    workshop = sample.team(2, programme="two", language="en")
    (page,) = printed(replace(workshop, details=replace(workshop.details, setting="two")))
    assert "I listen first" in page
    assert "May the group" not in page
