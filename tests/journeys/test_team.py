"""The story of a team: from the first start of all to tidying up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

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
    she.clicks_and_answers("first", lambda: she.types("Waar staan wij?"), lambda: she.clicks("make"))
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
    for person in she.workshop.participants[::5]:  # a telephone reads the letters, and the day for the calendar
        said = reading.codes(reading.picture(kit, places[person.name], 150))
        assert {read_code(text) for text in said} == {person.code, None}


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


def test_the_whole_story_of_team_zetten(she: Facilitator, tmp_path: Path) -> None:
    prepare(she)
    begin(she)
    for _ in range(4):  # welcome, practice, slips, and a first card
        she.presses("PgDown")
    type_slips(she)
    assert isinstance(she.room, Card)

    # She reveals: eleven equal pawns, and nothing by Page Down alone.
    she.presses("PgDown")
    assert isinstance(she.room, Words)
    she.presses("PgDown", "PgDown")
    assert isinstance(she.room, Words)
    she.presses("Return")
    assert isinstance(she.room, Reveal)
    assert len(she.room.pawns) == 10
    assert {(p.name, p.initials, p.shape, p.colour, p.icon, p.seen) for p in she.room.pawns} == {
        ("", "", "", "", "", False)
    }

    # Some say which one is theirs, and get their name. Johan's joins last.
    she.clicks("Samira")
    she.clicks("Kees")
    assert {p.name for p in she.room.pawns} == {"", "Samira", "Kees"}
    she.presses("PgDown", "PgDown")
    assert len(she.room.pawns) == 10
    she.presses("Return")
    assert len(she.room.pawns) == 11
    she.clicks("Johan")
    assert {p.name: p.shape for p in she.room.pawns if p.name} == {
        "Samira": "employee", "Kees": "employee", "Johan": "manager"
    }  # fmt: skip

    # All talk in pairs about their gap, four minutes each way; one word per pair is harvested.
    she.presses("PgDown")
    assert isinstance(she.room, Pairs)
    assert (she.room.turn, she.room.clock.minutes, she.room.clock.ends) == (0, 4, None)
    she.presses("PgDown")
    assert she.room.clock.ends == she.now + dt.timedelta(minutes=4)
    she.lets_pass(minutes=4)
    she.presses("PgDown")
    assert (she.room.turn, she.room.clock.ends) == (2, she.now + dt.timedelta(minutes=4))
    assert she.room.listens, "whoever leads listens first"
    she.lets_pass(minutes=4)
    she.types("1 1 3 2 1".replace(" ", ""))
    themes = {h.theme: h.count for h in she.workshop.harvest}
    assert sorted(themes.values()) == [1, 1, 3]

    # The lid falls shut in the middle of it; everything is there as it was, and the beamer is quiet.
    as_it_was = she.workshop
    she.loses_power()
    she.starts()
    assert isinstance(she.room, Neutral)
    assert she.reads("Waar staan wij?")
    she.clicks("resume")
    assert she.page == "cockpit"
    assert she.workshop == as_it_was
    assert isinstance(she.room, Neutral)
    she.clicks("alone")
    she.presses("PgDown")
    assert isinstance(she.room, Neutral), "nothing comes back by Page Down alone"
    she.presses("Return")
    assert isinstance(she.room, Pairs)
    assert she.room.turn == 2

    # A card, laughter.
    she.presses("PgDown", "PgDown")
    assert isinstance(she.room, Card)
    assert she.room.done is None
    assert len(she.workshop.played) == 2

    # Everyone writes a first step by hand; one is typed, and the sheets are printed.
    she.presses("PgDown")
    assert isinstance(she.room, Words)
    she.clicks_row("Samira")
    she.clicks_field("What will I do?")
    she.types("Yusuf helpen aan de zetbank")
    she.clicks_field("Who helps?")
    she.types("Johan")
    plans = she.prints_plans("print-all", tmp_path / "plannen.pdf")
    assert she.workshop.plan(she.id("Samira")).steps == (PlanStep("Yusuf helpen aan de zetbank", None, "Johan"),)
    sheets = [(name, page) for name, page in reading.outline(plans) if name in dict(TEAM)]
    assert [name for name, _ in sheets] == [name for name, _ in TEAM]
    fronts = reading.words(plans)
    for person, (_, front) in zip(she.workshop.participants, sheets, strict=True):
        assert person.code in fronts[front]
        assert ("Yusuf helpen" in fronts[front]) == (person.name == "Samira El Idrissi")

    # She quits in the middle, and goes on exactly there.
    as_it_was = she.workshop
    she.quits()
    she.starts()
    she.clicks("resume")
    assert she.workshop == as_it_was
    assert isinstance(she.room, Neutral)
    she.clicks("alone")
    she.presses("PgDown", "Return", "PgDown")
    assert she.workshop.stage.step == "closing"
    she.presses("PgDown")
    assert she.workshop.stage.ended
    assert isinstance(she.room, Neutral)

    # Before driving home she tidies up: names erased, themes kept.
    names = [word for name, _ in TEAM for word in name.split() if len(word) > 3]
    said = ["Yusuf helpen", "zetbank"]
    codes = [p.code for p in she.workshop.participants]
    assert set(she.file_has(*names, *said, *codes)) == {*names, *said, *codes}
    she.presses("Alt+Home")
    assert she.page == "home"
    she.clicks_and_answers("tidy", lambda: she.clicks("tidy"))
    she.waits(lambda: she.reads("Gewist:") or she.reads("Erased:"))
    assert she.file_has(*names, *said, *codes) == []
    assert sorted(she.file_has(*themes)) == sorted(themes)
    she.clicks("open")
    assert she.workshop.participants == ()
    assert {h.theme: h.count for h in she.workshop.harvest} == themes
    assert she.workshop.summary is not None
    assert she.workshop.summary.people == 11
    log = "".join(path.read_text() for path in she.home.rglob("*.log*"))
    assert log, "there is no log"
    assert not [word for word in (*names, *said, *codes) if word in log]


def test_somebody_who_comes_later_counts_from_then_on(she: Facilitator) -> None:
    prepare(she)
    begin(she)
    she.clicks_step("slips")
    she.presses("-")
    assert [p.name for p in she.workshop.participants if p.presence is Presence.NOT_HERE] == ["Anja Verbeek"]
    assert isinstance(she.room, Placing)
    assert she.room.total == 10
    she.clicks_row("Anja")
    assert she.room.total == 11
    assert len(she.workshop.here()) == 11


def test_with_one_screen_the_menu_tells_no_name_before_she_says_that_nobody_looks_along(she: Facilitator) -> None:
    prepare(she)
    begin(she)
    she.clicks_step("slips")
    she.types("GKX")

    def menu() -> str:
        edit = she.program.window.menus["edit"]
        edit.aboutToShow.emit()
        return " ".join(action.text() for action in edit.actions())

    assert "Anja" in menu()
    she.quits()
    she.starts()
    she.clicks("resume")
    assert "Anja" not in menu()
    she.clicks("alone")
    assert "Anja" in menu()


def test_esc_twice_is_quiet_everywhere_also_while_typing(she: Facilitator) -> None:
    prepare(she)
    begin(she)
    she.clicks_step("first-step")
    assert isinstance(she.room, Words)
    she.clicks_row("Samira")
    she.clicks_field("What will I do?")
    she.types("Yus")
    she.presses("Esc")
    assert isinstance(she.room, Words)
    she.presses("Esc")
    assert isinstance(she.room, Neutral)
    assert she.written("What will I do?") == "Yus"


@pytest.mark.parametrize("step", ["welcome", "first-card", "reveal", "closing"])
def test_the_power_is_cut_at_a_step_and_she_goes_on_there(she: Facilitator, step: str) -> None:
    prepare(she)
    begin(she)
    if step != "welcome":
        she.clicks_step(step)
    if step == "first-card":
        she.types("BKWCL")
    as_it_was = she.workshop
    assert as_it_was.stage.step == step
    she.loses_power()
    she.starts()
    she.clicks("resume")
    assert she.workshop == as_it_was
    assert isinstance(she.room, Neutral)
    she.clicks("alone")
    if step == "first-card":
        she.types("M")
        bram = she.workshop.placement("wish", she.id("Bram"))
        assert bram is not None
        assert bram.spot == "M", "the list goes on where it was"
