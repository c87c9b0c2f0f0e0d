"""The facilitator's run sheet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gogrow.domain.workshop import Workshop
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.sheets.runsheet import draw_run_sheet, run_sheet_pages
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample


def printed(workshop: Workshop, start: dt.time | None = None) -> list[str]:
    """The words of each page."""
    pad = Pad(look(True))
    texts = Texts(workshop.details.language)
    count = draw_run_sheet(pad, workshop, texts, start, [("Bladzijde 1", "enkelzijdig")])
    pages = reading.words(pad.finish())
    assert len(pages) == count == run_sheet_pages(workshop, texts, start, [("Bladzijde 1", "enkelzijdig")])
    return pages


def test_steps_with_minutes_notes_room_and_materials() -> None:
    workshop = sample.team()
    whole = " ".join(printed(workshop))
    for step in workshop.run:
        assert step.title["nl"] in whole
        assert f"{step.minutes} minuten" in whole
        for words in (*step.notes, step.meanwhile, step.room, step.materials):
            if words:
                assert words["nl"].split(".")[0] in whole
    assert "90 minuten" in whole
    assert "Minder haast" in whole
    assert "Bladzijde 1: enkelzijdig" in whole


def test_clock_times_when_it_is_known_when_it_starts() -> None:
    pages = printed(sample.team(), dt.time(13, 45))
    assert "13:45 tot 15:15" in pages[0]
    assert "13:45" in pages[0]
    assert "15:09" in pages[-1], "the last step"
    assert ":" not in " ".join(printed(sample.team())).split("Welkom")[0].split("Neem mee")[0].replace("scherm:", "")


def test_midnight_is_passed() -> None:
    assert "23:50 tot 01:20" in printed(sample.team(), dt.time(23, 50))[0]


def test_pages_are_numbered() -> None:
    pages = printed(sample.team())
    assert [f"Bladzijde {at} van {len(pages)}" in page for at, page in enumerate(pages, 1)] == [True] * len(pages)


def test_a_step_stays_on_one_page() -> None:
    pages = printed(sample.team())
    workshop = sample.team()
    for step in workshop.run:
        (where,) = [
            at
            for at, page in enumerate(pages)
            if f"Op het scherm: {step.heading['nl']}" in page and step.notes[0]["nl"][:20] in page
        ]
        assert step.notes[-1]["nl"].split(".")[0] in pages[where]


def test_a_step_longer_than_a_page_goes_on_and_nothing_is_lost() -> None:
    workshop = sample.team()
    notes = tuple({"nl": f"Notitie {at}. {sample.LONG}"} for at in range(60))
    pages = printed(replace(workshop, run=(replace(workshop.run[0], notes=notes), *workshop.run[1:])))
    whole = " ".join(pages)
    assert all(f"Notitie {at}." in whole for at in range(60))


def test_no_steps_and_no_people() -> None:
    (page,) = printed(replace(sample.team(), run=(), participants=(), details=replace(sample.DETAILS, goals=())))
    assert "0 mensen" in page


def test_in_english() -> None:
    whole = " ".join(printed(sample.team(language="en"), dt.time(9, 0)))
    assert "Run sheet" in whole
    assert "09:00 to 10:30 (90 minutes)" in whole
    assert "11 people" in whole


def test_a_koerskaart_of_two_hours() -> None:
    workshop = koers.played()
    pages = printed(workshop, dt.time(13))
    whole = " ".join(pages)
    for step in workshop.run:
        assert step.title["nl"] in whole
    assert "13:00 tot 15:00 (120 minuten)" in whole
    bring = whole.split("Neem mee")[1].split("13:00")[0]
    assert bring.split(".")[:3] == [
        " Laptop en beamer",
        " Voor iedereen de kaarten 1 tot en met 5",
        " De doelen van de organisatie, in gewone taal",
    ]
    assert "zaalpakket zit hiervoor een keuzebriefje" in whole
    assert not any(page.rstrip().endswith("Zo print je dit pakket") for page in pages)
