"""Plans typed in the cockpit: leaving a field keeps it, half-written words are safe within a second, paper has all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from gogrow.domain.public import Words
from gogrow.domain.rules import people, session, talking
from gogrow.domain.workshop import GapView, How, PlanStep, Talk, Visibility
from gogrow.ui.papers.dialog import PapersDialog
from tests.sample import NOW
from tests.sheets import reading
from tests.ui.cockpit.conftest import Cockpit, full, placed


@pytest.fixture
def plan(make_cockpit: Callable[..., Cockpit]) -> Cockpit:
    """The plan step, and only she sees the screen."""
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("first-step")
    return cockpit


def open_plan(cockpit: Cockpit, name: str) -> None:
    people = next(v for v in cockpit.page.findChildren(QListWidget) if v.isVisible())
    item = next(people.item(row) for row in range(people.count()) if people.item(row).text().startswith(name))
    people.scrollToItem(item)
    cockpit.qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualItemRect(item).center())
    cockpit.settle()


def field(cockpit: Cockpit, name: str) -> QLineEdit | QPlainTextEdit:
    """The first field with this title or placeholder that can be seen."""
    found: list[QLineEdit | QPlainTextEdit] = []
    found += [f for f in cockpit.page.findChildren(QPlainTextEdit) if f.isVisible()]
    found += [f for f in cockpit.page.findChildren(QLineEdit) if f.isVisible()]
    return next(f for f in found if name in (f.accessibleName(), f.placeholderText()))


def words(cockpit: Cockpit, name: str) -> str:
    """What stands in a field."""
    found = field(cockpit, name)
    return found.text() if isinstance(found, QLineEdit) else found.toPlainText()


def write(cockpit: Cockpit, where: QWidget, text: str) -> None:
    cockpit.reach(where)
    pressed = where.viewport() if isinstance(where, QPlainTextEdit) else where
    cockpit.qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is where
    cockpit.qtbot.keyClicks(where, text)


def kept(cockpit: Cockpit) -> None:
    """As long as it may take until half-written words are in the file."""
    with cockpit.qtbot.waitSignal(cockpit.live.changed, timeout=1000):
        pass
    cockpit.settle()


def test_leaving_a_field_keeps_it_as_one_step(plan: Cockpit) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, "Dit wil ik"), "Nieuwe mensen inwerken")
    write(plan, field(plan, "Wat ga ik doen?"), "Yusuf helpen")
    write(plan, field(plan, "Wie helpt?"), "Marloes")
    write(plan, field(plan, "Klaar op?"), "18 mei")
    plan.press("Tab")
    samira = plan.person("Samira")
    found = plan.workshop.plan(samira)
    assert found.wish == "Nieuwe mensen inwerken"
    assert found.steps == (PlanStep("Yusuf helpen", None, "Marloes", "18 mei"),)
    doing = next(b for b in plan.page.findChildren(QPushButton) if b.accessibleName() == "door te doen")
    plan.qtbot.mouseClick(doing, Qt.MouseButton.LeftButton)
    plan.settle()
    assert plan.workshop.plan(samira).steps[0].how is How.DOING
    plan.click("undo")
    assert plan.workshop.plan(samira).steps[0].how is None
    assert isinstance(plan.room, Words), "the room sees nothing of a plan"


@pytest.mark.parametrize("name", ["Dit wil ik", "Wat ga ik doen?", "Wie helpt?", "Klaar op?"])
def test_half_written_words_are_in_the_file_within_a_second(plan: Cockpit, name: str) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, name), "Yusuf hel")
    kept(plan)
    assert b"Yusuf hel" in plan.bytes()
    assert plan.workshop.plan(plan.person("Samira")).steps == ()
    assert words(plan.killed(), name) == "Yusuf hel"


@pytest.mark.parametrize("name", ["Dit wil ik", "Wat ga ik doen?"])
def test_what_was_left_quickly_leaves_no_draft_behind(plan: Cockpit, name: str) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, name), "Yusuf helpen")
    plan.press("Tab")
    assert plan.workshop.plans
    plan.live.flush()
    plan.settle()
    assert plan.workshop.drafts == ()
    plan.click("undo")
    assert words(plan, name) == ""


def test_another_persons_plan_and_another_step_keep_what_is_typed(plan: Cockpit) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, "Dit wil ik"), "Een")
    open_plan(plan, "Kees")
    assert plan.workshop.plan(plan.person("Samira")).wish == "Een"
    assert plan.workshop.plan(plan.person("Kees")).wish == ""
    write(plan, field(plan, "Wat ga ik doen?"), "Twee")
    plan.page.page_down()
    plan.settle()
    assert plan.workshop.stage.step == "closing"
    assert plan.workshop.plan(plan.person("Kees")).steps == (PlanStep("Twee"),)
    assert plan.workshop.plan(plan.person("Samira")).wish == "Een"


@pytest.mark.parametrize("name", ["Dit wil ik", "Wat ga ik doen?"])
def test_leaving_the_workshop_keeps_what_is_typed(plan: Cockpit, name: str) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, name), "Yusuf helpen")
    plan.open_again()
    found = plan.workshop.plan(plan.person("Samira"))
    assert (found.wish or found.steps[0].what) == "Yusuf helpen"


def test_a_plan_is_found_by_the_code_on_its_sheet(plan: Cockpit) -> None:
    kees = plan.workshop.participant(plan.person("Kees"))
    assert kees is not None
    fields = [f for f in plan.page.findChildren(QLineEdit) if f.isVisible()]
    code = next(f for f in fields if f.placeholderText().startswith("Code"))
    write(plan, code, kees.code.lower().replace("-", " "))
    plan.press("Return")
    write(plan, field(plan, "Dit wil ik"), "Lassen")
    plan.press("Tab")
    assert plan.workshop.plan(kees.id).wish == "Lassen"
    write(plan, code, "AAAA-AAAA")
    plan.press("Return")
    assert plan.told[-1].startswith("Dit is geen plancode.")


@pytest.mark.parametrize("button", ["print-one", "print-all"])
def test_paper_has_what_was_typed_a_moment_ago(
    plan: Cockpit, button: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.pdf"
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_plan(plan, "Samira")
    write(plan, field(plan, "Wat ga ik doen?"), "Yusuf helpen")
    plan.qtbot.mouseClick(plan.find(button), Qt.MouseButton.LeftButton)  # nobody waits for the file
    plan.qtbot.waitUntil(lambda: bool(plan.page.findChildren(PapersDialog)), timeout=20_000)
    dialog = plan.page.findChildren(PapersDialog)[0]
    plan.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    plan.qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    plan.settle()
    assert opened == [str(target)]
    whole = " ".join(reading.words(target))
    assert "Yusuf helpen" in whole
    assert whole.count("Mijn ontwikkelplan") == (1 if button == "print-one" else 11)
    assert [(v.participant, v.day, v.plan.steps[0].what) for v in plan.workshop.versions] == [
        (plan.person("Samira"), NOW.date(), "Yusuf helpen")
    ], "the sheet of today can be made again as it was; there is none of an empty plan"
    dialog.reject()


def test_the_menu_opens_the_same_window_for_all_with_what_is_typed_just_now(plan: Cockpit) -> None:
    open_plan(plan, "Samira")
    write(plan, field(plan, "Wat ga ik doen?"), "Yusuf helpen")
    plan.page.print_papers()
    plan.page.print_papers()  # an impatient hand
    plan.qtbot.waitUntil(lambda: bool(plan.page.findChildren(PapersDialog)), timeout=20_000)
    plan.settle()
    (dialog,) = plan.page.findChildren(PapersDialog)
    assert len(dialog.form.who.ids) == 11
    assert dialog.order.workshop.plan(plan.person("Samira")).steps == (PlanStep("Yusuf helpen"),)
    dialog.reject()


def test_a_talk_that_both_marked_for_it_can_be_taken_over(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(full())
    cockpit.alone()
    cockpit.go_to("first-step")
    open_plan(cockpit, "Kees")
    assert not [b for b in cockpit.page.findChildren(type(cockpit.find("act"))) if b.text().startswith("Samira leert")]
    open_plan(cockpit, "Samira")
    cockpit.click("Samira leert het Yusuf.")
    assert cockpit.workshop.plan(cockpit.person("Samira")).taken == ("t1",)


def test_a_plan_that_is_open_is_let_go_when_its_workshop_is(plan: Cockpit) -> None:
    open_plan(plan, "Samira")
    plan.do(session.go_to, "closing", plan.now)
    plan.do(session.go_to, "first-step", plan.now)
    assert not [f for f in plan.page.findChildren(QPlainTextEdit) if f.isVisible()]


def test_a_plan_is_found_by_a_part_of_a_name(plan: Cockpit) -> None:
    code = next(
        f for f in plan.page.findChildren(QLineEdit) if f.isVisible() and f.placeholderText().startswith("Code")
    )
    write(plan, code, "wit kee")
    people = next(v for v in plan.page.findChildren(QListWidget) if v.isVisible())
    seen = [people.item(row).text() for row in range(people.count()) if not people.item(row).isHidden()]
    assert seen == ["Kees de Wit"]
    plan.press("Return")
    write(plan, field(plan, "Dit wil ik"), "Lassen")
    plan.press("Tab")
    assert plan.workshop.plan(plan.person("Kees")).wish == "Lassen"
    assert not any(people.item(row).isHidden() for row in range(people.count())), "all of them again"


def test_a_long_talk_to_take_over_makes_the_plan_no_wider(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = placed()
    words = "Nieuwe collega’s komen met hun vragen eerst naar Samira, en dat kost tijd die er nu helemaal niet is."
    owner, other = (p.id for p in workshop.participants if p.name.startswith(("Samira", "Johan")))
    talk = Talk("t1", owner, other, GapView.LOOKING, Visibility.PLAN, words)
    cockpit = make_cockpit(talking.keep_talk(workshop, talk, lambda: "t1").workshop, text_size=1.3)
    cockpit.page.resize(1280, 720)
    cockpit.alone()
    cockpit.go_to("first-step")
    open_plan(cockpit, "Samira")
    box = next(b for b in cockpit.page.findChildren(QCheckBox) if b.isVisible() and b.accessibleName() == words)
    assert box.text().endswith("…")
    assert words in box.toolTip()
    area = next(a for a in cockpit.page.findChildren(QScrollArea) if a.isVisible() and a.isAncestorOf(box))
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()
    cockpit.click(words)
    assert cockpit.workshop.plan(cockpit.person("Samira")).taken == ("t1",)


def test_a_long_name_makes_the_list_of_plans_no_wider(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = placed()
    samira = next(p.id for p in workshop.participants if p.name.startswith("Samira"))
    workshop = people.rename(workshop, samira, "Anne-Fleur Wilhelmina van den Bergh-Hoogendoorn de Vries").workshop
    cockpit = make_cockpit(workshop)
    cockpit.page.resize(1280, 720)
    cockpit.alone()
    cockpit.go_to("first-step")
    view = next(v for v in cockpit.page.findChildren(QListWidget) if v.isVisible())
    assert view.horizontalScrollBar().maximum() == 0
