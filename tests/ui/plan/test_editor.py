"""Typing a plan: in the order of the talk, kept when a field is left, and nothing of it where it does not belong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.rules import follow_up, people, planning, talking
from gogrow.domain.workshop import DevelopmentPlan, GapView, How, PlanStep, StepState, Talk, Visibility, Workshop
from gogrow.ui.plan.editor import PlanEditor
from gogrow.ui.plan.versions import Versions
from gogrow.ui.tabbing import EyeWindow, stops
from tests.sample import after, deck, person
from tests.ui.cockpit.conftest import POPUP, full, placed
from tests.ui.plan.conftest import Plan

Open = Callable[..., Plan]

ORDER = (
    *("Dit neem ik mee", "Dit kan ik goed", "Hier doe ik het voor"),
    *("Hier sta ik nu", "Hier wil ik staan", "Dit wil ik"),
    *("Wat ga ik doen?", "Waarom?", "Wie helpt?", "Wat maakt de organisatie mogelijk?", "Klaar op?"),
    *("Waaraan zien we dat het gelukt is?", "Wat de organisatie mogelijk maakt", "Wat beter kan", "Voor ons team"),
    "Een eigen dag om terug te kijken",
)
"""The fields in the order of the talk."""

TEXTS = tuple(name for name in ORDER if name not in ("Hier sta ik nu", "Hier wil ik staan"))
PRIVATE = ("Plan A: in mijn werk nu", "Plan B: ander werk hier", "Plan C: werk ergens anders")


def test_tab_goes_through_the_talk(open_plan: Open) -> None:
    plan = open_plan("Kees")
    names = [widget.accessibleName() for widget in stops(plan.editor)]
    assert [name for name in names if name in ORDER] == list(ORDER)
    assert names.count("doen") + names.count("door te doen") == 1, "a group of choices is one stop"
    assert QApplication.focusWidget() is plan.field("Dit neem ik mee"), "a plan that was chosen is typed at once"


def test_a_whole_plan_by_keys_alone(open_plan: Open, qtbot: QtBot) -> None:
    """Five minutes: a name, and then words and Tab, in the order of the talk."""
    plan = open_plan("Anja", placed())
    cockpit, page = plan.cockpit, plan.cockpit.page
    window = EyeWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.setCentralWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    code = next(f for f in page.findChildren(QLineEdit) if f.isVisible() and f.placeholderText().startswith("Code"))
    code.setFocus()
    said = [
        *("kees", "Return", "Een goed gesprek", "Tab", "Lassen", "Tab", "Rust", "Tab", "m", "Tab", "b", "Tab"),
        *("Nieuwe mensen inwerken", "Tab", "Yusuf helpen", "Tab", "Hij wil het leren", "Tab", "Right", "Space", "Tab"),
        *("Johan", "Tab", "Twee uur per week", "Tab", "18 mei", "Tab", "Yusuf werkt alleen", "Return"),
        *("Meekijken", "Return", "Return", "Tijd", "Tab", "De planning", "Tab", "Tien minuten per week", "Tab"),
    ]
    for one in said:
        if hasattr(Qt.Key, f"Key_{one}") and len(one) > 1:
            cockpit.press(one)
        else:
            held = QApplication.focusWidget()
            assert held is not None
            qtbot.keyClicks(held, one)
            cockpit.settle()
    first = PlanStep(
        "Yusuf helpen",
        How.COLLEAGUE,
        "Johan",
        "18 mei",
        "Hij wil het leren",
        "Twee uur per week",
        "Yusuf werkt alleen",
    )
    kees = cockpit.person("Kees")
    assert cockpit.workshop.plan(kees) == DevelopmentPlan(
        kees,
        take_along="Een goed gesprek",
        wish="Nieuwe mensen inwerken",
        steps=(first, PlanStep("Meekijken")),
        enables="Tijd",
        improvement="De planning",
        team="Tien minuten per week",
        qualities="Lassen",
        motives="Rust",
    )
    assert cockpit.letters("Kees") == "MKB"
    window.takeCentralWidget()


def test_everything_is_kept_where_it_was_typed(open_plan: Open) -> None:
    plan = open_plan("Kees")
    for name in TEXTS[:-1]:
        plan.type(name, f"Over {name.lower()}")
    plan.cockpit.click("van een collega")
    plan.cockpit.click("bezig")
    plan.cockpit.click("fold")
    for name in PRIVATE:
        plan.type(name, name[:6])
    plan.cockpit.click("Lijnen voor handtekeningen")
    plan.leave()
    step = PlanStep(
        "Over wat ga ik doen?",
        How.COLLEAGUE,
        "Over wie helpt?",
        "Over klaar op?",
        "Over waarom?",
        "Over wat maakt de organisatie mogelijk?",
        "Over waaraan zien we dat het gelukt is?",
        StepState.BUSY,
    )
    assert plan.kept == DevelopmentPlan(
        plan.id,
        take_along="Over dit neem ik mee",
        wish="Over dit wil ik",
        steps=(step,),
        enables="Over wat de organisatie mogelijk maakt",
        improvement="Over wat beter kan",
        team="Over voor ons team",
        signatures=True,
        plan_a="Plan A",
        plan_b="Plan B",
        plan_c="Plan C",
        qualities="Over dit kan ik goed",
        motives="Over hier doe ik het voor",
    )
    assert plan.cockpit.workshop.drafts == ()


@pytest.mark.parametrize("name", [*TEXTS, *PRIVATE])
def test_half_written_words_come_back_after_a_crash(open_plan: Open, name: str) -> None:
    plan = open_plan("Kees")
    if name in PRIVATE:
        plan.cockpit.click("fold")
    plan.type(name, "half")
    with plan.cockpit.qtbot.waitSignal(plan.cockpit.live.changed, timeout=1000):
        pass
    plan.cockpit.settle()
    assert plan.kept == DevelopmentPlan(plan.id)
    again = Plan.__new__(Plan)
    again.cockpit, again.name = plan.cockpit.killed(), "Kees"
    assert again.words(name) == "half"


def test_half_written_words_of_a_late_step_open_that_step(open_plan: Open) -> None:
    workshop = full()
    kees = person(workshop, "Kees de Wit")
    steps = tuple(PlanStep(f"Stap {number}") for number in range(30))
    workshop = after(workshop, planning.edit_plan, DevelopmentPlan(kees, steps=steps))
    plan = open_plan("Kees", workshop)
    plan.cockpit.click("step-28")
    plan.type("Waarom?", "omdat")
    with plan.cockpit.qtbot.waitSignal(plan.cockpit.live.changed, timeout=1000):
        pass
    plan.cockpit.settle()
    again = Plan.__new__(Plan)
    again.cockpit, again.name = plan.cockpit.killed(), "Kees"
    assert (again.words("Wat ga ik doen?"), again.words("Waarom?")) == ("Stap 28", "omdat")
    assert again.kept.steps == steps


def test_leaving_a_field_is_one_step_to_undo(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Dit kan ik goed", "Lassen")
    plan.type("Hier doe ik het voor", "Rust")
    plan.leave()
    plan.cockpit.click("undo")
    assert (plan.words("Dit kan ik goed"), plan.words("Hier doe ik het voor")) == ("Lassen", "")
    plan.cockpit.click("undo")
    assert plan.words("Dit kan ik goed") == ""
    assert plan.kept == DevelopmentPlan(plan.id)


def test_what_the_file_refuses_stays_where_it_was_typed_until_it_is_taken(
    open_plan: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan("Kees")
    plan.type("Dit wil ik", "Lassen")
    plan.leave()

    def refuse(workshop: Workshop, _: DevelopmentPlan) -> Outcome:
        raise RuleBroken("steps_many", limit=30)

    with monkeypatch.context() as patched:
        patched.setattr(planning, "edit_plan", refuse)
        plan.type("Dit wil ik", " en frezen")
        plan.type("Wat ga ik doen?", "Meekijken")
        plan.leave()
        plan.type("Hier sta ik nu", "b")  # the file takes this
        plan.leave()
    assert plan.cockpit.broken == ["steps_many", "steps_many"]
    assert (plan.words("Dit wil ik"), plan.words("Wat ga ik doen?")) == ("Lassen en frezen", "Meekijken")
    assert plan.kept == DevelopmentPlan(plan.id, wish="Lassen")
    plan.stand("Voor ons team")
    plan.leave()
    assert plan.kept == DevelopmentPlan(plan.id, wish="Lassen en frezen", steps=(PlanStep("Meekijken"),))
    plan.cockpit.click("undo")
    assert plan.words("Wat ga ik doen?") == ""


# Sentences for the report


def test_nothing_is_shared_before_somebody_ticks_it(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Dit wil ik", "Lassen leren")
    plan.type("Dit kan ik goed", "Rust")
    plan.leave()
    assert not plan.kept.shared
    plan.cockpit.click("share-wish")
    assert [*plan.kept.shared] == ["wish"]
    assert not [b for b in plan.editor.findChildren(QWidget) if b.objectName() == "share-qualities"]
    plan.type("Dit wil ik", " en frezen")
    plan.leave()
    assert not plan.kept.shared, "other words are asked about anew"
    plan.cockpit.click("undo")
    assert [*plan.kept.shared] == ["wish"]


# Taking over


def test_a_talk_and_its_themes_are_taken_over_by_a_click(open_plan: Open) -> None:
    workshop = full()
    samira, kees = person(workshop, "Samira El Idrissi"), person(workshop, "Kees de Wit")
    talk = Talk("t2", samira, kees, GapView.LOOKING, Visibility.PLAN, "Kees kijkt mee.", ("trots", "durven vragen"))
    plan = open_plan("Samira", after(workshop, talking.keep_talk, talk, lambda: "t2"))
    plan.cockpit.click("Kees kijkt mee.")
    assert plan.kept.taken == ("t2",)
    plan.type("Dit kan ik goed", "Rust")
    plan.cockpit.click("Voeg trots toe")
    assert plan.kept.qualities == "Rust, trots"
    assert plan.words("Dit kan ik goed") == "Rust, trots"
    assert not plan.cockpit.page.findChildren(QWidget, "Voeg trots toe")
    plan.cockpit.click("Voeg durven vragen toe")
    assert plan.kept.qualities == "Rust, trots, durven vragen"


def test_what_was_agreed_becomes_a_step_by_a_click(open_plan: Open) -> None:
    plan = open_plan("Samira")  # her talk for the plan says: Linh
    plan.cockpit.click("Voeg Linh toe")
    assert plan.kept.steps == (PlanStep("Linh"),)
    assert plan.words("Wat ga ik doen?") == "Linh"
    assert QApplication.focusWidget() is plan.field("Wat ga ik doen?")
    with pytest.raises(AssertionError, match="0 buttons"):
        plan.cockpit.find("Voeg Linh toe")


def test_a_plan_goes_on_in_the_workshop_that_follows_without_the_old_places(open_plan: Open) -> None:
    earlier = full()
    kees, samira = person(earlier, "Kees de Wit"), person(earlier, "Samira El Idrissi")
    told = DevelopmentPlan(kees, wish="Lassen", qualities="Rust", plan_c="Bakker", shared=("wish",))
    earlier = after(earlier, planning.edit_plan, told)
    earlier = after(earlier, planning.edit_plan, DevelopmentPlan(samira, taken=("t1",)))
    programme = next(one for one in deck().programmes if one.id == "team")
    ids = {p.id: f"new-{p.id}" for p in earlier.participants}
    later = follow_up.follow_up(earlier, "w1", "Hoe ging het?", programme, earlier.board, ids)
    plan = open_plan("Kees", later)
    assert [plan.words(name) for name in ("Dit wil ik", "Dit kan ik goed")] == ["Lassen", "Rust"]
    assert [plan.words(name) for name in ("Hier sta ik nu", "Hier wil ik staan")] == ["", ""]
    assert not plan.kept.shared
    hers = Plan(plan.cockpit, "Samira")
    assert not [b for b in hers.editor.findChildren(QWidget) if b.isVisible() and "Yusuf" in b.accessibleName()]


def test_nothing_of_a_talk_between_two_or_of_others_is_offered(open_plan: Open) -> None:
    workshop = placed()
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    linh, kees = person(workshop, "Linh Tran"), person(workshop, "Kees de Wit")
    for id, owner, other, visibility in (
        ("t1", samira, johan, Visibility.US),
        ("t2", linh, kees, Visibility.PLAN),
    ):
        talk = Talk(id, owner, other, GapView.LOOKING, visibility, f"Gezegd {id}", (f"thema {id}",))
        workshop = after(workshop, talking.keep_talk, talk, seeded_ids(1))
    plan = open_plan("Samira", workshop)

    def offered() -> list[str]:
        told = [w.accessibleName() for w in plan.editor.findChildren(QWidget) if w.isVisible()]
        return sorted(words for words in told if "Gezegd" in words or "thema" in words)

    assert offered() == []
    Plan(plan.cockpit, "Johan")
    assert offered() == []
    Plan(plan.cockpit, "Linh")
    assert offered() == ["Gezegd t2", "Voeg thema t2 toe"]


# Days


def test_a_day_of_ones_own_to_look_back(open_plan: Open) -> None:
    plan = open_plan("Kees")
    told = [label.text() for label in plan.editor.findChildren(QLabel)]
    assert "Leeg: dinsdag 18 augustus, zoals voor iedereen" in told
    plan.type("Een eigen dag om terug te kijken", "1 september 2026")
    plan.leave()
    assert plan.kept.check_in == dt.date(2026, 9, 1)
    plan.type("Een eigen dag om terug te kijken", "x")
    plan.cockpit.press("Tab")
    assert plan.kept.check_in == dt.date(2026, 9, 1), "what is no date changes nothing"
    field = plan.field("Een eigen dag om terug te kijken")
    plan.stand("Een eigen dag om terug te kijken")
    field.selectAll()
    plan.cockpit.press("Delete", "Tab")
    assert plan.kept.check_in is None


def test_a_day_that_has_gone_gets_a_friendly_word(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Een eigen dag om terug te kijken", "1-3-2026")
    plan.leave()
    assert plan.kept.check_in == dt.date(2026, 3, 1)
    told = [label.text() for label in plan.editor.findChildren(QLabel) if label.isVisible()]
    assert "Die dag is al geweest. Kies een nieuwe, dan gaat het gesprek verder." in told


# Who sees it


def test_a_plan_is_covered_when_the_room_may_look_along(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Dit wil ik", "Weg hier")
    editor = plan.editor
    plan.cockpit.page.refresh_screens()
    plan.cockpit.settle()
    assert not editor.isVisible()
    assert plan.cockpit.page.covered
    plan.cockpit.alone()
    assert plan.words("Dit wil ik") == "Weg hier"


def test_the_private_page_is_folded_for_the_next_person(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.cockpit.click("fold")
    plan.type("Plan C: werk ergens anders", "Bakker worden")
    other = Plan(plan.cockpit, "Linh")
    with pytest.raises(StopIteration):
        other.field("Plan C: werk ergens anders")
    back = Plan(plan.cockpit, "Kees")
    with pytest.raises(StopIteration):
        back.field("Plan C: werk ergens anders")
    assert back.kept.plan_c == "Bakker worden"


# Sheets of then


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_a_sheet_of_then_is_read_and_forgotten(open_plan: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = full()
    kees = person(workshop, "Kees de Wit")
    told = DevelopmentPlan(kees, wish="Lassen", steps=(PlanStep("Meekijken", How.COLLEAGUE, "Linh"),), plan_c="Bakker")
    workshop = after(workshop, planning.edit_plan, told)
    workshop = after(workshop, planning.freeze, [kees], dt.date(2026, 5, 12))
    workshop = after(workshop, planning.edit_plan, replace(told, wish="Frezen"))
    plan = open_plan("Kees", workshop)
    (versions,) = plan.editor.findChildren(Versions)
    plan.cockpit.click("sheets-of-then")
    menu = versions.menu
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Blad van 12 mei 2026",
        "Wis oude bladen…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    read = " ".join(label.text() for label in plan.editor.findChildren(QLabel) if label.isVisible())
    assert "Lassen" in read
    assert "Meekijken · van een collega · Linh" in read
    assert "te doen" not in read
    assert "Frezen" not in read
    plan.cockpit.click("plan-of-now")
    assert plan.words("Dit wil ik") == "Frezen"
    asked: list[str] = []
    answers = iter((False, True))

    def answer(*said: object) -> bool:
        asked.append(str(said[2]))
        return next(answers)

    monkeypatch.setattr("gogrow.ui.plan.versions.ask", answer)
    for left in (1, 0):
        plan.cockpit.click("sheets-of-then")
        menu.actions()[-1].trigger()
        menu.close()
        plan.cockpit.settle()
        assert len(plan.cockpit.workshop.versions) == left
    assert asked == ["Oude bladen wissen?"] * 2
    assert not versions.isVisible()
    assert b"Lassen" not in plan.cockpit.bytes()


# Long words


@pytest.mark.parametrize("text_size", [1.0, 1.3])
def test_long_names_and_words_make_nothing_wider(open_plan: Open, text_size: float) -> None:
    workshop = long_plan()
    plan = open_plan("Anne-Fleur", workshop, text_size=text_size)
    area = next(a for a in plan.editor.findChildren(QScrollArea) if a.isVisible())
    inside = area.widget()
    assert inside is not None
    plan.cockpit.click("step-0")
    for part in plan.editor.findChildren(QWidget):
        if part.isVisible() and inside.isAncestorOf(part) and part.parentWidget() is not None:
            right = part.mapTo(inside, part.rect().topRight()).x()
            assert right <= area.viewport().width(), f"{part} {part.accessibleName()} ends at {right}"
    assert plan.editor.width() <= plan.cockpit.page.width() - 252 - 388
    assert area.horizontalScrollBar().maximum() == 0


def long_plan() -> Workshop:
    """A name of 60 letters, a word without end, a step of 2,000 characters, 30 steps."""
    workshop = full()
    kees = person(workshop, "Kees de Wit")
    workshop = after(workshop, people.rename, kees, "Anne-Fleur Wilhelmina Johanna van den Bergh-Hoogendoorn Jansen")
    word = "arbeidsomstandighedencoördinatorenbijeenkomst" * 3
    steps = [PlanStep((word + " ") * 14, How.DOING, word, word, word, word, word)]
    steps += [PlanStep(f"{word} {number}", by=word, state=StepState.LET_GO) for number in range(29)]
    plan = DevelopmentPlan(kees, word, word, tuple(steps), word, word, word, qualities=word, motives=word)
    return after(workshop, planning.edit_plan, plan)


def test_the_editor_lets_go_of_a_plan_that_is_closed(open_plan: Open) -> None:
    plan = open_plan("Kees")
    plan.type("Dit wil ik", "Lassen")
    plan.cockpit.click("close-plan")
    assert not [e for e in plan.cockpit.page.findChildren(PlanEditor) if e.isVisible()]
    assert plan.kept.wish == "Lassen"
    assert plan.cockpit.page.focusPolicy() is Qt.FocusPolicy.StrongFocus
