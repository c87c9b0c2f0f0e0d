"""The story of a team that comes back: a session, posters, and three months later then, now and what is next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from gogrow.domain.public import Neutral, Placing, Reveal, ThenNowOne, ThenNowTeam, Words
from gogrow.domain.workshop import CheckIn, PlanStep, StepResult, StepState
from gogrow.ui.cockpit.look_back_step import LookBackStep
from gogrow.ui.scan.window import ScanWindow
from tests.journeys.driver import Facilitator
from tests.sheets import reading

TEAM = (
    *("Anja Verbeek", "Bram Kuiper", "Çiğdem Yıldırım", "Dennis Smit", "Esra Aydin", "Fatma Yildiz", "Gijs van 't Hof"),
    *("Hamza Bouali", "Ineke Mulder", "Johan Terpstra", "Kees de Wit", "Linh Tran", "Marloes de Boer", "Nadia Saleh"),
    *("Omar Haddad", "Petra Jansen", "Quinten Vos", "Roos Bakker", "Samira El Idrissi", "Tomasz Nowak", "Ursula Meyer"),
    *("Victor Prins", "Wesley Pinas", "Xandra Groot", "Yusuf Demir"),
)
"""Twenty-five names; Johan leads."""

THEN = "ABCDEFGHIJKLMNOPQRSTUVWXY"
NOW = "BCDEFGHIJKLMNOPQRSTUVWXYA"
WHAT = {"nl": ("Yusuf helpen aan de zetbank", "Een ochtend meekijken"), "en": ("Help Yusuf at the press", "Look along")}
NEXT = {"nl": "Een instructiekaart maken", "en": "Write an instruction card"}


def starts(she: Facilitator, language: str) -> None:
    """Start the program, and have it in a language."""
    she.starts()
    if she.program.desk.texts.language != language:
        she.program.desk.set_language(language)
        she.waits(lambda: she.program.window.isVisible() and she.page == "home")
    assert she.program.desk.texts.language == language


def prepare(she: Facilitator, language: str) -> None:
    """On a Monday in May: twenty-five names, a date, and a date to look back."""
    starts(she, language)
    she.clicks_and_answers("first", lambda: she.types("Waar staan wij?"), lambda: she.clicks("make"))
    she.waits(lambda: she.page == "prepare")
    roles = {name: "Leidinggevende" if name.startswith("Johan") else "Zetter" for name in TEAM}
    she.copies("Naam\tFunctie\n" + "\n".join(f"{name}\t{role}" for name, role in roles.items()))
    she.presses("Ctrl+V")
    she.waits(lambda: she.reads("25"))
    she.clicks("take_people")
    she.clicks("lead_all")
    she.clicks_tab("Details")
    she.clicks_field("Date")
    she.types("12-5-2026" if language == "nl" else "12 May 2026")
    she.clicks_field("Check-in")
    she.types("18-8-2026" if language == "nl" else "18 August 2026")
    she.presses("Return")
    assert she.workshop.details.check_in == dt.date(2026, 8, 18)


def type_slips(she: Facilitator, letters: str) -> None:
    """Three letters each: the own place, that of the manager, and the wish."""
    she.types("".join(f"{letter}Z{letters[-1 - at]}" for at, letter in enumerate(letters)))


def plans(she: Facilitator, *steps: str) -> None:
    """Samira's plan, by keys."""
    she.clicks_row("Samira")
    she.clicks_field("This is what I want")
    she.types("Inwerken")
    for number, step in enumerate(steps):
        if number:
            she.clicks("add-step")
        she.clicks_field("What will I do?")
        she.types(step)
    she.presses("Tab")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_team_comes_back_after_three_months(
    she: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    prepare(she, language)
    she.clicks("next")
    she.clicks("next")
    she.clicks("alone")
    she.clicks("act")
    she.clicks_step("slips")
    type_slips(she, THEN)
    she.clicks_step("reveal")
    she.presses("PgDown", "Return")
    assert isinstance(she.room, Reveal)
    she.clicks_step("first-step")
    plans(she, *WHAT[language])
    samira = she.id("Samira")
    assert [step.what for step in she.workshop.plan(samira).steps] == list(WHAT[language])
    paper = she.prints_plans("print-all", tmp_path / "then.pdf")
    codes = {p.name: p.code for p in she.workshop.participants}
    assert [v.participant for v in she.workshop.versions] == [samira]
    she.clicks_step("closing")
    she.presses("PgDown")
    assert she.workshop.stage.ended
    then = she.workshop
    she.quits()

    # Three months later the first page says who is to look back, and tells no name.
    she.now += dt.timedelta(days=97)
    starts(she, language)
    assert she.page == "home"
    she.waits(lambda: she.reads("25"))
    assert not she.reads("Samira")
    she.clicks("look-back")
    she.clicks("Make a follow-up")
    she.waits(lambda: she.page == "prepare")
    assert she.workshop.details.follows == then.id
    assert [p.name for p in she.workshop.participants] == list(TEAM)
    assert {p.name: p.code for p in she.workshop.participants} == codes
    she.clicks("next")
    she.clicks("next")
    assert she.page == "cockpit"
    she.clicks("alone")
    she.clicks("act")

    # Everyone fills in a slip before anybody sees the old pawn.
    she.clicks_step("slips")
    assert isinstance(she.room, Placing)
    type_slips(she, NOW)
    she.clicks_step("reveal")
    she.presses("PgDown", "Return")
    assert isinstance(she.room, Reveal)
    she.clicks_step("then-now")
    assert isinstance(she.room, Words)
    she.presses("PgDown")
    assert isinstance(she.room, Words), "nothing is shown by Page Down alone"
    she.presses("Return")
    assert isinstance(she.room, ThenNowTeam)
    assert not any(name.split()[0] in repr(she.room) for name in TEAM)

    # Samira wants to see her own; on the beamer only because she says so.
    she.clicks_row("Samira")
    assert isinstance(she.room, ThenNowTeam)
    she.clicks("then-now-yes")
    she.clicks("act")
    assert isinstance(she.room, ThenNowOne)
    she.clicks("hide")
    assert not isinstance(she.room, ThenNowOne)

    # Her poster before the camera, or here a photo of it: her plan of then, in the cockpit only.
    she.clicks_step("look-back")
    before = she.room
    photo = tmp_path / "photo.png"
    page = dict(reading.outline(paper))["Samira El Idrissi"]
    reading.picture(paper, page, 150).save(photo)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(photo)], ""))
    she.presses("Ctrl+E")
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, ScanWindow) and w.isVisible())
    window._choose.click()
    view = she.program.window.pages["cockpit"]._view
    assert isinstance(view, LookBackStep)
    samira = she.id("Samira")
    she.waits(lambda: view._person == samira)
    assert she.room == before
    window.close()

    # What came of it, step by step; what goes on comes into the new plan.
    assert she.reads("Inwerken")
    she.clicks("state-0-done")
    she.clicks("state-1-busy")
    she.clicks_field("What helped?")
    she.types("Johan")
    she.clicks("carry-on")
    done, busy = WHAT[language]
    assert she.workshop.looked_back(samira) == CheckIn(
        samira, (StepResult(done, StepState.DONE), StepResult(busy, StepState.BUSY)), "Johan"
    )
    she.clicks("new-plan")
    assert she.room == before
    she.clicks("add-step")
    she.clicks_field("What will I do?")
    she.types(NEXT[language])
    she.presses("Tab")
    assert [(s.what, s.state) for s in she.workshop.plan(samira).steps] == [
        (busy, StepState.BUSY),
        (NEXT[language], StepState.OPEN),
    ]
    new = she.prints_plans("print-one", tmp_path / "now.pdf")
    words = " ".join(reading.words(new)[0].split())
    assert NEXT[language] in words
    assert busy in words
    assert done not in words

    # The sheet of then is still what it was, also for who opens that session.
    she.clicks_step("closing")
    she.presses("PgDown")
    assert isinstance(she.room, Neutral)
    she.presses("Alt+Home")
    she.clicks_row(then.details.title)
    she.clicks("open")
    assert she.workshop.plan(then.plans[0].id) == then.plans[0]
    assert she.workshop.versions == then.versions
    assert she.workshop.plans[0].steps[0] == PlanStep(done)
