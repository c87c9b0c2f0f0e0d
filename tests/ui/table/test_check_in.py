"""The check-in of two at one laptop: now first, then then and now of each, the gaps, and the plan of then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from gogrow.domain.people import Role
from gogrow.domain.rules import placing, session, table
from gogrow.domain.workshop import Consent, StepState, Workshop
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.table.page import TablePage
from gogrow.ui.table.picture import TableBoard
from tests import again
from tests.sample import NOW, person
from tests.ui.table.conftest import JOHAN, SAMIRA, Sitting


def two(workshop: Workshop, letters: tuple[str, str, str, str]) -> Workshop:
    """Samira and Johan place themselves and each other, and look."""
    samira, johan = person(workshop, SAMIRA), person(workshop, JOHAN)
    for round, who, letter in zip(("now", "now", "partner", "partner"), (samira, johan) * 2, letters, strict=True):
        workshop = placing.place_at(workshop, round, who, letter).workshop
    return table.look(workshop, ("now", "partner")).workshop


@pytest.fixture
def then() -> Workshop:
    """Their talk of May, of which the places were kept."""
    made = again.then((SAMIRA, JOHAN), letters="AB", setting="two")
    people = tuple(replace(p, role=Role.MANAGER) if p.name == JOHAN else p for p in made.participants)
    return two(replace(made, participants=people), ("A", "H", "C", "T"))


@pytest.fixture
def sitting(sit: Callable[..., Sitting], then: Workshop) -> Sitting:
    """The talk of August: both placed anew and looked; at the step of then and now."""
    now = two(again.again(then, programme="check-in-two"), ("V", "H", "Y", "G"))
    return at_table(sit(), session.begin(now, NOW).workshop, (then,), "then-now")


def at_table(made: Sitting, workshop: Workshop, earlier: tuple[Workshop, ...], step: str) -> Sitting:
    live = made.open(session.go_to(workshop, step, NOW).workshop, earlier)
    page = TablePage(made.desk)
    made.show(page)
    page.show_workshop(live)
    made.settle()
    page.act()  # past "where were we?"
    made.settle()
    return made


def said(sitting: Sitting) -> str:
    return "\n".join(part.text() for part in sitting.page.findChildren(QLabel) if part.isVisible())


def boards(sitting: Sitting) -> list[TableBoard]:
    return [board for board in sitting.page.findChildren(TableBoard) if board.isVisible()]


def test_both_ways_and_both_gaps_one_after_the_other(sitting: Sitting) -> None:
    assert "Samira, toen en nu" in said(sitting)
    (board,) = boards(sitting)
    assert [stand.words for stand in board.stands] == ["12 mei 2026", "nu"]
    sitting.press("table-first")
    assert "Johan, toen en nu" in said(sitting)
    sitting.press("table-first")
    assert "Jullie verschil, toen en nu" in said(sitting)
    assert len(boards(sitting)) == 2
    sitting.press("table-first")
    assert "Waar Johan Samira ziet" in said(sitting)
    sitting.press("table-second")
    assert "Waar Samira Johan ziet" in said(sitting)
    sitting.press("table-first")
    sitting.press("table-first")
    assert "Wat kwam ervan?" in said(sitting)


def test_the_mirror_gap_only_when_both_said_yes(sitting: Sitting) -> None:
    samira, johan = person(sitting.live.workshop, SAMIRA), person(sitting.live.workshop, JOHAN)
    sitting.live.do(placing.agree, Consent.MIRROR, samira, johan)
    sitting.live.do(placing.agree, Consent.MIRROR, johan, samira)
    sitting.settle()
    seen = 1
    while "Wat kwam ervan?" not in said(sitting):
        sitting.press("table-first")
        seen += 1
    assert seen == 7  # two ways, two gaps, two mirror gaps, and then the plan


def test_then_is_not_shown_before_both_looked_at_now(sit: Callable[..., Sitting], then: Workshop) -> None:
    now = two(again.again(then, programme="check-in-two"), ("V", "H", "Y", "G"))
    now = table.cover(now, ("now", "partner")).workshop
    sitting = at_table(sit(), session.begin(now, NOW).workshop, (then,), "then-now")
    assert "Kijk eerst samen waar jullie nu staan." in said(sitting)
    assert boards(sitting)[0].stands == ()
    sitting.press("table-first")
    assert "Wat kwam ervan?" in said(sitting)


def test_they_look_back_together_and_what_goes_on_comes_along(sitting: Sitting) -> None:
    for _ in range(4):
        sitting.press("table-first")
    assert "Nieuwe collega’s inwerken" in said(sitting)
    sitting.press("state-0-done")
    helped = next(f for f in sitting.page.findChildren(QPlainTextEdit) if f.accessibleName() == "Wat hielp?")
    helped.setFocus()
    sitting.qtbot.keyClicks(helped, "Johan gaf me tijd")
    carry = sitting.page.findChild(WrappedPill, "carry-on")
    assert isinstance(carry, WrappedPill)
    sitting.qtbot.mouseClick(carry, Qt.MouseButton.LeftButton)
    sitting.settle()
    sitting.press("table-first")
    samira = person(sitting.live.workshop, SAMIRA)
    look = sitting.live.workshop.looked_back(samira)
    assert (look.results[0].state, look.helped) == (StepState.DONE, "Johan gaf me tijd")
    assert [step.what for step in sitting.live.workshop.plan(samira).steps] == [s.what for s in again.STEPS[1:]]
    assert "Wat is je volgende stap?" in said(sitting)
    sitting.press("table-first")
    assert "Waar Samira op terugkeek" in said(sitting)


def test_stop_and_erase_takes_it_all(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        sitting.press("table-first")
    helped = next(f for f in sitting.page.findChildren(QPlainTextEdit) if f.accessibleName() == "Wat hielp?")
    helped.setFocus()
    sitting.qtbot.keyClicks(helped, "GEHEIM")
    monkeypatch.setattr("gogrow.ui.table.page.ask", lambda *_: True)
    page = sitting.page
    assert isinstance(page, TablePage)
    page.stop_and_erase()
    sitting.settle()
    QApplication.processEvents()
    assert sitting.live.workshop.check_ins == ()
    page.show_workshop(None)
    assert b"GEHEIM" not in sitting.bytes()


def test_without_a_then_both_steps_say_so_and_go_on(sit: Callable[..., Sitting], then: Workshop) -> None:
    now = two(again.again(then, programme="check-in-two"), ("V", "H", "Y", "G"))
    now = replace(now, check_ins=(), details=replace(now.details, follows=""))
    sitting = at_table(sit(), session.begin(now, NOW).workshop, (), "then-now")
    assert "Deze workshop volgt niet op een eerdere." in said(sitting)
    sitting.press("table-first")
    assert "In dit bestand staat geen plan van toen." in said(sitting)
    sitting.press("table-first")
    assert "Wat is je volgende stap?" in said(sitting)
