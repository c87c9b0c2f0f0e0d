"""The team's poster: what the group itself said, and nobody's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.dilemmas import Request
from gogrow.domain.scanned import CalendarCode, meaning
from gogrow.domain.workshop import DevelopmentPlan, Harvest, Workshop
from gogrow.sheets.papers import Paper, PaperWish
from gogrow.sheets.team_poster import kept_words, names_nobody
from tests.sheets import koers, reading, sample
from tests.sheets.test_papers import made

TEAM = PaperWish(Paper.TEAM)


def words(tmp_path: Path, workshop: Workshop) -> str:
    """What can be read on its poster."""
    return reading.words(made(tmp_path, workshop, TEAM))[0]


def test_it_holds_goals_sentences_requests_themes_and_the_day(tmp_path: Path) -> None:
    workshop = koers.played(6)
    harvest = (Harvest("a", "Tijd voor leren", 7), Harvest("b", "Maar twee keer", 4))
    found = words(tmp_path, replace(workshop, harvest=harvest))
    for said in (
        "Hier gaan wij heen",
        "Nachtploeg",
        "Iedereen kan twee machines bedienen",
        "Minder haast",
        "We leren het samen.",
        "Zeg eerder wat er komt",
        "Dit spreken we af",
        "Tijd voor leren",
        "dinsdag 18 augustus",
        "Scan: zet in je agenda",
    ):
        assert said in found, said
    assert found.count("We leren het samen.") == 1, "said twice, read once"
    assert "Maar twee keer" not in found, "a theme of so few says too much about them"
    assert koers.DIFFERING not in found, "one voice is no team"
    assert not any(str(number) in found for number in (7, 13, 14)), "no count"


def test_of_nobody_a_name_a_plan_or_a_place_is_on_it(tmp_path: Path) -> None:
    workshop = sample.with_talk(sample.team(11, typed=True))
    bare = replace(workshop, talks=(), plans=(), placements=())
    assert made(tmp_path, workshop, TEAM).read_bytes() == made(tmp_path, bare, TEAM).read_bytes()
    found = words(tmp_path, workshop)
    assert all(names_nobody(found, (person,)) for person in workshop.participants)


def test_words_in_which_somebody_is_named_stay_away(tmp_path: Path) -> None:
    workshop = koers.played(2)
    first = replace(workshop.dilemmas[0], sentence="Samira leert het ons", themes=("De planning van Terpstra",))
    named = replace(
        workshop,
        dilemmas=(first, *workshop.dilemmas[1:]),
        requests=(Request("a", "Meer tijd, zegt yusuf"), Request("b", "Meer licht")),
        details=replace(workshop.details, goals=("Johans ploeg wint", "Minder haast")),
    )
    goals, sentences, requests, themes = kept_words(named)
    assert goals == ("Minder haast",)
    assert not sentences
    assert requests == ("Meer licht",)
    assert not themes
    assert "Samira" not in words(tmp_path, named)


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Samira doet het", False),
        ("samira doet het", False),
        ("Dat is Samira's werk", False),
        ("Idrissi kan het", False),
        ("De Wit is het vlotst", False),
        ("De muur is wit", True),
        ("van alles en de rest", True),
        ("Anne vraagt het", False),
        ("anne-fleur vraagt het", False),
        ("maximaal twee uur", True),
        ("Max twee uur", False),
        ("محمد", False),
        ("We leren samen", True),
        ("", True),
    ],
)
def test_a_name_is_found_as_people_write_it(text: str, free: bool) -> None:
    assert names_nobody(text, sample.team(11).participants) is free


def test_without_anything_said_there_is_room_to_write(tmp_path: Path) -> None:
    workshop = sample.team(2)
    details = replace(workshop.details, goals=(), check_in=None)
    target = made(tmp_path, replace(workshop, details=details), TEAM)
    found = reading.words(target)[0]
    assert "Ons doel" in found
    assert "1 2 3 4 5 6" in found
    assert not reading.codes(reading.picture(target, dpi=100))


def test_much_said_leaves_room_for_agreements(tmp_path: Path) -> None:
    workshop = koers.played(9)
    dilemmas = tuple(replace(d, sentence=f"Zin {at}. {sample.LONG}") for at, d in enumerate(workshop.dilemmas))
    requests = tuple(Request(str(at), f"Vraag {at}. {sample.LONG}") for at in range(20))
    target = made(tmp_path, replace(workshop, dilemmas=dilemmas, requests=requests), TEAM)
    found = reading.words(target)[0]
    assert "Zin 0." in found
    assert "en nog " in found
    assert " 1 2 3 " in found
    assert not reading.outside(target, 5)


def test_the_code_is_that_of_the_team_s_own_day(tmp_path: Path) -> None:
    workshop = sample.team(3, typed=True)
    details = replace(workshop.details, place="Kantine", check_in_time="09:30")
    own = sample.with_plan(replace(workshop, details=details), DevelopmentPlan("p1", check_in=details.date))
    target = made(tmp_path, own, TEAM)
    assert "om 09.30 uur, Kantine" in reading.words(target)[0]
    (code,) = reading.codes(reading.picture(target, dpi=100))
    found = meaning(code)
    assert isinstance(found, CalendarCode)
    assert (found.day, found.place) == (workshop.details.check_in, "Kantine")
