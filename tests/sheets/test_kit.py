"""Whole PDFs: the room kit, and plan sheets for many; stopping, failing and the same bytes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.people import Presence
from gogrow.domain.plan_code import read_code
from gogrow.domain.workshop import Workshop
from gogrow.sheets.kit import PaperFault, plan_sheets, room_kit
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample
from tests.sheets.told import Told

NL = Texts("nl")


def kit(tmp_path: Path, workshop: Workshop, **named: object) -> Path:
    """The room kit of a workshop."""
    target = tmp_path / "kit.pdf"
    assert room_kit(workshop, Texts(workshop.details.language), target, **named)  # type: ignore[arg-type]
    return target


def test_the_kit_has_everything_in_order(tmp_path: Path) -> None:
    target = kit(tmp_path, sample.team(), start=dt.time(9))
    found = reading.outline(target)
    titles = [title for title, _ in found]
    assert titles[:5] == ["Draaiboek", "Afspraken met de leidinggevende", "Briefjes", "Naambordjes", "Planbladen"]
    assert titles[5:] == list(sample.NAMES)
    places = [place for _, place in found]
    assert places == sorted(places)
    pages = reading.words(target)
    assert "09:00" in pages[0]
    assert "Voor we beginnen" in pages[found[1][1]]
    assert "Waar sta jij?" in pages[found[2][1]]
    assert "Johan" in pages[found[3][1]]
    assert all("Mijn ontwikkelplan" in pages[place] for _, place in found[5:])


def test_plan_sheets_begin_on_a_leaf_of_their_own(tmp_path: Path) -> None:
    for count in range(1, 6):
        places = dict(reading.outline(kit(tmp_path, sample.team(count))))
        assert places["Planbladen"] % 2 == 0


def test_the_run_sheet_says_how_to_print_it_and_is_right(tmp_path: Path) -> None:
    target = kit(tmp_path, sample.team())
    pages, places = reading.words(target), dict(reading.outline(target))
    first, last = places["Planbladen"] + 1, len(pages)
    assert f"Bladzijde {first} tot en met {last}, planbladen: dubbelzijdig" in " ".join(pages)
    assert f"Bladzijde {places['Briefjes'] + 1} tot en met {places['Naambordjes']}, briefjes" in " ".join(pages)


def test_plan_sheets_in_the_kit_have_a_code_and_a_date_and_nothing_that_was_said(tmp_path: Path) -> None:
    workshop = sample.with_talk(sample.team(4, typed=True))
    target = kit(tmp_path, workshop)
    pages = reading.words(target)
    whole = " ".join(pages)
    assert "Ik mag vaker vragen stellen" not in whole
    assert "Nieuwe collega’s komen" not in whole
    assert "Over een half jaar:" not in whole
    first = dict(reading.outline(target))["Planbladen"]
    for at, person in enumerate(workshop.participants):
        found = reading.codes(reading.picture(target, first + 2 * at, 150))
        assert {read_code(text) for text in found} == {person.code, None}
        assert person.code in pages[first + 2 * at]


def test_who_is_not_here_gets_no_paper(tmp_path: Path) -> None:
    workshop = sample.team(4)
    people = list(workshop.participants)
    people[1] = replace(people[1], presence=Presence.NOT_HERE)
    people[2] = replace(people[2], presence=Presence.LATER)
    whole = " ".join(reading.words(kit(tmp_path, replace(workshop, participants=tuple(people)))))
    assert "Samira" not in whole
    assert "Max" in whole
    assert "3 mensen" in whole


def test_a_kit_without_people_has_open_names(tmp_path: Path) -> None:
    target = kit(tmp_path, replace(sample.team(), participants=(), run=()))
    assert [title for title, _ in reading.outline(target)] == [
        "Draaiboek",
        "Afspraken met de leidinggevende",
        "Briefjes",
        "Planbladen",
    ]
    assert "Mijn ontwikkelplan" in reading.words(target)[-2]


def test_a_kit_for_two_in_english(tmp_path: Path) -> None:
    workshop = sample.team(2, language="en", programme="two")
    whole = " ".join(reading.words(kit(tmp_path, replace(workshop, details=replace(workshop.details, setting="two")))))
    assert "Run sheet" in whole
    assert "Together at the table" not in whole
    assert "Where do you place the other?" in whole


def test_the_same_workshop_gives_the_same_bytes(tmp_path: Path) -> None:
    workshop = sample.team(6, typed=True)
    one = kit(tmp_path, workshop).read_bytes()
    assert kit(tmp_path, workshop).read_bytes() == one
    plan_sheets(workshop, workshop.participants, NL, tmp_path / "a.pdf", colour=False)
    plan_sheets(workshop, workshop.participants, NL, tmp_path / "b.pdf", colour=False)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_no_workshop_of_before_shows_in_the_next_pdf(tmp_path: Path) -> None:
    plan_sheets(sample.team(2, typed=True), sample.team(2).participants, NL, tmp_path / "a.pdf")
    first = (tmp_path / "a.pdf").read_bytes()
    kit(tmp_path, sample.team(11))
    plan_sheets(sample.team(2, typed=True), sample.team(2).participants, NL, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == first


def test_the_calendar_code_stands_in_the_file_once(tmp_path: Path) -> None:
    workshop = sample.team(30)
    plan_sheets(workshop, workshop.participants[:1], NL, tmp_path / "one.pdf")
    plan_sheets(workshop, workshop.participants, NL, tmp_path / "all.pdf")
    one, every = ((tmp_path / name).stat().st_size for name in ("one.pdf", "all.pdf"))
    assert (every - one) / 29 < 5_000


def test_progress_counts_sheets_and_can_stop(tmp_path: Path) -> None:
    workshop = sample.team(5)
    told = Told()
    target = tmp_path / "all.pdf"
    assert plan_sheets(workshop, workshop.participants, NL, target, progress=told)
    assert told.calls == [(done, 5) for done in range(6)]
    target.unlink()
    for limit in range(5):
        assert not plan_sheets(workshop, workshop.participants, NL, target, progress=Told(limit))
        assert list(tmp_path.iterdir()) == []


def test_a_kit_can_be_stopped_anywhere_and_leaves_the_old_file(tmp_path: Path) -> None:
    workshop = sample.team(5)
    target = tmp_path / "kit.pdf"
    target.write_bytes(b"old")
    for limit in range(13):
        assert not room_kit(workshop, NL, target, Told(limit))
        assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    told = Told()
    assert room_kit(workshop, NL, target, told)
    assert told.calls[-1] == (13, 13)
    assert target.read_bytes() != b"old"


def test_a_target_that_cannot_be_written(tmp_path: Path) -> None:
    workshop = sample.team(2)
    target = tmp_path / "weg" / "kit.pdf"
    with pytest.raises(PaperFault, match="target"):
        room_kit(workshop, NL, target)
    with pytest.raises(PaperFault, match="target"):
        plan_sheets(workshop, workshop.participants, NL, target)
    assert list(tmp_path.iterdir()) == []


def test_pages_are_a4(tmp_path: Path) -> None:
    assert set(reading.sizes(kit(tmp_path, sample.team()))) == {(210, 297)}


def test_a_deck_of_another_kind_gets_a_kit_and_sheets(tmp_path: Path) -> None:
    workshop = replace(sample.team(3), board=sample.plane(), run=())
    assert "Straks" in " ".join(reading.words(kit(tmp_path, workshop)))


def test_five_hundred_people(tmp_path: Path) -> None:
    target = kit(tmp_path, sample.team(500))
    assert len(reading.sizes(target)) >= 500 * 2 + 250 + 251


@pytest.mark.parametrize("programme", ["koers-120", "koers-60", "koers-15"])
def test_a_koerskaart_gets_cards_and_slips_to_choose_on_but_no_board_and_no_plans(
    tmp_path: Path, programme: str
) -> None:
    target = kit(tmp_path, koers.played(programme=programme), start=dt.time(9))
    assert [title for title, _ in reading.outline(target)] == [
        "Draaiboek",
        "Afspraken met de leidinggevende",
        "Kaarten 1 tot en met 5",
        "Keuzebriefjes",
        "Naambordjes",
    ]
    pages, places = reading.words(target), dict(reading.outline(target))
    whole = " ".join(pages)
    assert "Waar sta jij?" not in whole
    assert "Mijn ontwikkelplan" not in whole
    assert "helemaal A" in pages[places["Kaarten 1 tot en met 5"]]
    assert "Dilemma 1" in pages[places["Keuzebriefjes"]]
    first, last = places["Kaarten 1 tot en met 5"] + 1, places["Keuzebriefjes"]
    assert f"Bladzijde {first} tot en met {last}, kaarten 1 tot en met 5: enkelzijdig, op dik papier" in whole
    assert f"Bladzijde {last + 1} tot en met {places['Naambordjes']}, keuzebriefjes: alleen als" in whole
    agreements = pages[places["Afspraken met de leidinggevende"]]
    assert "Mag de groep zien" not in agreements, "nobody is placed on a board"
    assert "Zo maakt iedereen een eigen keuze." in agreements


def test_a_mixed_run_gets_everything(tmp_path: Path) -> None:
    target = kit(tmp_path, koers.played(people=4, programme="koers-grow"))
    assert [title for title, _ in reading.outline(target)][:7] == [
        "Draaiboek",
        "Afspraken met de leidinggevende",
        "Briefjes",
        "Kaarten 1 tot en met 5",
        "Keuzebriefjes",
        "Naambordjes",
        "Planbladen",
    ]
    places = dict(reading.outline(target))
    assert places["Planbladen"] % 2 == 0
    assert "een dag meekijken" in reading.words(target)[places["Planbladen"]]


def test_go_grow_gets_no_cards(tmp_path: Path) -> None:
    assert "allebei" not in " ".join(reading.words(kit(tmp_path, sample.team(2))))


def test_the_kit_says_nothing_of_what_was_chosen(tmp_path: Path) -> None:
    workshop = koers.played()
    told = kit(tmp_path, workshop).read_bytes()
    assert kit(tmp_path, replace(workshop, dilemmas=(), views=(), goal_views=(), requests=())).read_bytes() == told


def test_a_koers_kit_counts_its_sheets_and_can_be_stopped(tmp_path: Path) -> None:
    workshop, target, told = koers.played(people=5), tmp_path / "kit.pdf", Told()
    assert room_kit(workshop, NL, target, told)
    assert told.calls[0] == (0, 8)
    assert told.calls[-1] == (8, 8)
    target.unlink()
    for limit in range(8):
        assert not room_kit(workshop, NL, target, Told(limit))
        assert list(tmp_path.iterdir()) == []
