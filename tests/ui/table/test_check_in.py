"""The check-in of two at one laptop: now first, then then and now of each, the gaps, and the plan of then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from gogrow.domain.people import Role
from gogrow.domain.rules import follow_up, people, placing, planning, session, table
from gogrow.domain.workshop import Consent, DevelopmentPlan, PlanStep, StepState, Workshop
from gogrow.ui.check_in.day_button import DayButton, DayDialog
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.table.page import TablePage
from gogrow.ui.table.picture import TableBoard
from tests import again
from tests.sample import NOW, deck, person
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


def slips(*consents: tuple[Consent, str, str | None]) -> Workshop:
    """A session of the whole team in May: Samira placed herself and Johan on a slip, as all did."""
    made = again.then()
    samira, johan = person(made, SAMIRA), person(made, JOHAN)
    made = placing.place_at(made, "other", samira, "C").workshop
    made = placing.place_at(made, "other", johan, "T", samira).workshop
    for kind, one, other in consents:
        made = placing.agree(made, kind, person(made, one), person(made, other) if other else None).workshop
    return made


def for_samira(sit: Callable[..., Sitting], then: Workshop) -> Sitting:
    """Samira alone comes back, and Johan with her, at one laptop."""
    board = then.board
    chosen = next(one for one in deck().programmes if one.id == "check-in-two")
    ids = {p.id: f"w1{p.id}" for p in then.participants}
    made = follow_up.follow_up(then, "w1", "Hoe ging het?", chosen, board, ids, {person(then, SAMIRA)})
    assert len(made.participants) == 2
    now = session.begin(two(made, ("V", "H", "Y", "G")), NOW).workshop
    return at_table(sit(), now, (then,), "then-now")


def test_what_stood_on_a_slip_in_the_team_does_not_come_before_the_manager(sit: Callable[..., Sitting]) -> None:
    sitting = for_samira(sit, slips())
    assert "toen en nu" not in said(sitting)
    assert "Waar Samira toen stond, is alleen voor Samira zelf." in said(sitting)
    assert boards(sitting)[0].stands == ()
    sitting.press("table-first")
    assert "Wat kwam ervan?" in said(sitting)


def test_what_the_room_saw_with_a_name_and_a_gap_with_a_yes_they_see_again(sit: Callable[..., Sitting]) -> None:
    yes = ((Consent.NAME, SAMIRA, None), (Consent.GAP, SAMIRA, JOHAN), (Consent.GAP, JOHAN, SAMIRA))
    sitting = for_samira(sit, slips(*yes))
    assert "Samira, toen en nu" in said(sitting)
    sitting.press("table-first")
    assert "Waar Samira Johan ziet" in said(sitting), "Johan’s own place then had no name"
    sitting.press("table-first")
    assert "Waar Johan Samira ziet" in said(sitting)


def test_one_yes_is_not_enough_for_a_gap_and_a_yes_to_then_and_now_is_for_oneself(sit: Callable[..., Sitting]) -> None:
    sitting = for_samira(sit, slips((Consent.GAP, SAMIRA, JOHAN)))
    assert "toen en nu" not in said(sitting)
    sitting.live.do(placing.agree, Consent.THEN_NOW, person(sitting.live.workshop, SAMIRA))
    sitting.settle()
    assert "Samira, toen en nu" in said(sitting)
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


def test_the_end_says_that_the_rest_of_the_plan_of_then_stays_but_not_what_it_says(sitting: Sitting) -> None:
    samira = person(sitting.live.workshop, SAMIRA)
    plan = sitting.live.workshop.plan(samira)
    assert plan.wish, "it came along"
    for _ in range(6):
        sitting.press("table-first")
    assert "Dit blijft" in said(sitting)
    assert "Plan van Samira" in said(sitting)
    assert "En alles wat verder in dit plan staat." in said(sitting)
    assert plan.wish not in said(sitting)


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


@pytest.mark.parametrize("presses", [0, 2, 4, 5, 6])
@pytest.mark.parametrize("who", [SAMIRA, JOHAN])
def test_one_of_the_two_is_taken_off_the_list_at_any_step(sitting: Sitting, presses: int, who: str) -> None:
    for _ in range(presses):
        sitting.press("table-first")
    gone = person(sitting.live.workshop, who)
    sitting.live.do(people.remove, [gone])
    sitting.settle()
    assert len(sitting.live.workshop.participants) == 1
    assert "twee" in said(sitting), "it says that two are needed"
    sitting.live.undo()
    sitting.settle()
    assert len(sitting.live.workshop.participants) == 2


def test_the_next_day_is_set_before_the_sheets_are_printed(sit: Callable[..., Sitting], then: Workshop) -> None:
    now = two(again.again(then, programme="check-in-two"), ("V", "H", "Y", "G"))
    sitting = at_table(sit(), session.begin(now, NOW).workshop, (then,), "next-step")
    assert "De stappen van Samira" in said(sitting), "the first one was that of then"
    (button,) = (b for b in sitting.page.findChildren(DayButton) if b.isVisible())
    assert button.text() == "Kies het vervolgmoment"
    button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "over 3 maanden").click()
    dialog.accept()
    sitting.settle()
    assert sitting.live.workshop.details.check_in is not None
    assert button.text().startswith("Vervolgmoment: ")


def test_what_goes_on_and_what_is_new_stand_under_each_other(sitting: Sitting) -> None:
    """A new step gets a row of its own: nothing has to be written over what goes on."""
    samira = sitting.live.workshop.participants[0].id
    going = tuple(PlanStep(words, state=StepState.BUSY) for words in ("Meekijken", "Oefenen"))
    sitting.live.do(planning.edit_plan, DevelopmentPlan(samira, steps=going))
    sitting.live.do(session.go_to, "next-step", NOW)
    sitting.settle()
    lines = [
        f for f in sitting.page.findChildren(QLineEdit) if f.isVisible() and f.placeholderText() == "Wat ga ik doen?"
    ]
    assert [line.text() for line in lines] == ["Meekijken", "Oefenen", ""]
    lines[2].setFocus()
    sitting.qtbot.keyClicks(lines[2], "Uitleggen")
    sitting.qtbot.keyClick(lines[2], Qt.Key.Key_Return)
    sitting.settle()
    steps = sitting.live.workshop.plan(samira).steps
    assert [(s.what, s.state) for s in steps] == [
        ("Meekijken", StepState.BUSY),
        ("Oefenen", StepState.BUSY),
        ("Uitleggen", StepState.OPEN),
    ]
    lines = [
        f for f in sitting.page.findChildren(QLineEdit) if f.isVisible() and f.placeholderText() == "Wat ga ik doen?"
    ]
    assert len(lines) == 4, "and there is room for one more"
