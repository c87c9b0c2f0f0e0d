"""The story of a team: from the first start of all to tidying up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gogrow.domain.deck import StepKind
from gogrow.domain.people import Presence
from gogrow.domain.plan_code import read_code
from gogrow.domain.public import Card, Explain, Neutral, Pairs, Placing, Reveal, Words
from gogrow.domain.workshop import PlanStep
from tests.journeys.driver import Facilitator
from tests.sheets import reading

TEAM = (
    ("Anja Verbeek", "BKW"),
    ("Bram Kuiper", "CLM"),
    ("Dennis Smit", "DZX"),
    ("Fatma Yildiz", "GLJ"),
    ("Johan Terpstra", "KZK"),
    ("Kees de Wit", "BJV"),
    ("Linh Tran", "XKT"),
    ("Marloes de Boer", "IVG"),
    ("Samira El Idrissi", "RWL"),
    ("Tomasz Nowak", "YEQ"),
    ("Yusuf Demir", "QIW"),
)
"""Eleven names, and what stands on the slips: the own letter, the manager's, the wish. Z passes."""

SPREADSHEET = "Naam\tFunctie\tMail\n" + "\n".join(
    f"{name}\t{'Leidinggevende' if name.startswith('Johan') else 'Zetter'}\t{name.split()[0].lower()}@dewaal.example"
    for name, _ in TEAM
)


def prepare(she: Facilitator) -> None:
    """From nothing to a team of eleven that Johan leads."""
    she.starts()
    she.clicks_and_answers("first", lambda: (she.types("Waar staan wij?"), she.clicks("make")))
    she.waits(lambda: she.page == "prepare")
    she.copies(SPREADSHEET)
    she.presses("Ctrl+V")
    she.waits(lambda: she.reads("Neem 11 mensen over"))
    she.clicks("take_people")
    she.clicks("lead_all")


def begin(she: Facilitator) -> None:
    """The session begins, on one laptop that only she sees."""
    she.clicks("next")
    she.clicks("next")
    assert she.page == "cockpit"
    she.clicks("alone")
    she.clicks("act")


def type_slips(she: Facilitator) -> None:
    """One key for each answer, and nothing else."""
    she.types("".join(letters for _, letters in TEAM))


def test_the_first_start_asks_nothing_and_a_workspace_lies_ready(she: Facilitator, home: Path) -> None:
    she.starts()
    assert she.windows == ["MainWindow"]
    assert she.page == "home"
    assert she.reads("Make your first workshop") or she.reads("Maak je eerste workshop")
    own = list(home.rglob("*.gogrow"))
    assert [path.name for path in own] == ["GoGrow.gogrow"]
    she.quits()
    she.starts()
    assert she.windows == ["MainWindow"]
    assert she.program.window.path == own[0]


def test_eleven_names_come_from_a_spreadsheet_and_one_click_says_who_leads(she: Facilitator) -> None:
    prepare(she)
    people = she.workshop.participants
    assert [p.name for p in people] == [name for name, _ in TEAM]
    johan = she.id("Johan")
    assert {p.manager for p in people if p.id != johan} == {johan}
    assert she.workshop.managers() == {johan}
    assert len({p.code for p in people}) == 11
    assert she.reads("Johan leidt iedereen")


def test_the_room_kit_is_one_pdf_with_slips_codes_and_a_date(she: Facilitator, tmp_path: Path) -> None:
    prepare(she)
    she.clicks_tab("Details")
    she.clicks_field("details_team")
    she.types("Team Zetten")
    she.clicks_field("Date")
    she.types("12-5-2026")
    she.clicks_field("Check-in")
    she.types("18-8-2026")
    she.presses("Return")
    assert she.workshop.details.check_in == dt.date(2026, 8, 18)
    kit = she.prints("print_kit", tmp_path / "zaalpakket.pdf")
    pages = reading.words(kit)
    places = dict(reading.outline(kit))
    assert list(places)[:5] == ["Draaiboek", "Afspraken met de leidinggevende", "Briefjes", "Naambordjes", "Planbladen"]
    slips = pages[places["Briefjes"] : places["Naambordjes"]]
    assert sum(page.count("Waar sta jij nu?") for page in slips) == 11 + 2 + 1  # two to spare, and an even number
    signs = " ".join(pages[places["Naambordjes"] : places["Planbladen"]])
    for person in she.workshop.participants:
        assert person.label in signs
        front = places[person.name]
        assert person.code in pages[front]
        assert "18 augustus" in pages[front]
        assert {read_code(text) for text in reading.codes(reading.picture(kit, front, 150))} == {person.code, None}


def test_eleven_slips_are_typed_with_one_key_an_answer_while_they_talk_about_a_card(she: Facilitator) -> None:
    prepare(she)
    begin(she)
    assert isinstance(she.room, Words)
    she.presses("PgDown")
    assert isinstance(she.room, Explain)
    she.presses("PgDown")
    assert isinstance(she.room, Placing)
    assert (she.room.done, she.room.total) == (0, 11)
    she.presses("PgDown", "PgDown")
    assert isinstance(she.room, Card)
    before = she.keys
    type_slips(she)
    assert she.keys - before == 33
    assert isinstance(she.room, Card)
    assert (she.room.done, she.room.total) == (11, 11)
    for name, letters in TEAM:
        found = [she.workshop.placement(round, she.id(name)) for round in ("now", "other", "wish")]
        assert "".join(p.spot if p else "Z" for p in found) == letters
    assert not any(name.split()[0] in repr(she.room) for name, _ in TEAM)


def test_twelve_slips_with_three_answers_each_are_36_keys_and_the_list_moves_on_by_itself(she: Facilitator) -> None:
    prepare(she)
    she.clicks("add")
    she.types("Wesley Pinas")
    she.presses("Return")
    begin(she)
    she.clicks_step("slips")
    before = she.keys
    type_slips(she)
    she.types("SGH")
    assert she.keys - before == 12 * 3
    assert isinstance(she.room, Placing)
    assert (she.room.done, she.room.total) == (12, 12)
    assert she.reads("Iedereen is klaar")
    she.types("A")
    assert [p.spot for p in she.workshop.placements if p.placer == she.id("Wesley")] == ["S", "G", "H"]
