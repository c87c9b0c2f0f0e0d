"""At the laptop: a turn shows only one's own pawn, a pass looks like a place, and the cockpit is really locked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from gogrow.domain.people import Presence
from gogrow.domain.public import BeamerMode
from gogrow.domain.rules import people, placing, session
from gogrow.ui.cockpit import page as cockpit
from gogrow.ui.cockpit.page import CockpitPage
from gogrow.ui.panic import Panic
from gogrow.ui.table import lock
from gogrow.ui.table import locked as lock_cover
from gogrow.ui.table.laptop import LaptopTurn
from gogrow.ui.table.step import Column
from tests.sample import NOW, person, team
from tests.ui.table.conftest import Sitting


@pytest.fixture
def locked(sit: Callable[..., Sitting], monkeypatch: pytest.MonkeyPatch) -> Sitting:
    """The cockpit in the round of the slips, handed over to participants."""
    monkeypatch.setattr(cockpit, "ask_to_lock", lambda *_: True)
    sitting = sit()
    live = sitting.open(team())
    page = CockpitPage(sitting.desk)
    sitting.show(page)
    page.show_workshop(live)
    live.do(session.begin, NOW)
    live.do(session.go_to, "slips", NOW)
    sitting.settle()
    sitting.press("at-laptop")
    page.activateWindow()
    return sitting


def laptop(sitting: Sitting) -> LaptopTurn:
    return next(w for w in sitting.page.findChildren(LaptopTurn))


def names(sitting: Sitting) -> QListWidget:
    return next(w for w in laptop(sitting).findChildren(QListWidget))


def begin(sitting: Sitting, name: str) -> None:
    """Click on a name."""
    listed = names(sitting)
    assert listed.isVisible()
    item = next(listed.item(n) for n in range(listed.count()) if listed.item(n).text() == name)
    sitting.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(item).center())
    sitting.settle()


def click(sitting: Sitting, x: float, y: float) -> None:
    view = laptop(sitting)._question.board
    sitting.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.pixel(x, y))
    sitting.settle()


def answer(sitting: Sitting, point: tuple[float, float] | None) -> None:
    """Place and be ready, or pass."""
    if point is None:
        sitting.press("laptop-pass")
    else:
        click(sitting, *point)
        sitting.press("laptop-ready")


def question(sitting: Sitting) -> str:
    return laptop(sitting)._question.findChildren(Column)[0].heading.text()


def heading(sitting: Sitting) -> str:
    return laptop(sitting)._names.heading.text()


def test_it_covers_the_whole_page_with_its_bars(locked: Sitting) -> None:
    cover = laptop(locked)
    assert cover.geometry() == locked.page.rect()
    locked.page.resize(1100, 700)
    assert cover.geometry() == locked.page.rect()
    at = locked.page.childAt(locked.page.rect().bottomRight() / 2)
    assert at is not None
    assert at is cover or cover.isAncestorOf(at)


def test_the_list_has_who_is_here_and_does_not_say_who_is_done(locked: Sitting) -> None:
    workshop = locked.live.workshop
    before = names(locked).grab().toImage()
    for round in ("now", "other", "wish"):
        locked.live.do(placing.place, round, person(workshop, "Anja Verbeek"), 0.3, 0.3)
    locked.settle()
    assert names(locked).grab().toImage() == before
    locked.live.do(people.set_presence, person(workshop, "Linh Tran"), Presence.LATER)
    locked.settle()
    listed = [names(locked).item(n).text() for n in range(names(locked).count())]
    assert listed == [p.name for p in workshop.participants if p.name != "Linh Tran"]


def test_one_turn_for_all_questions_then_thanks_without_a_trace(locked: Sitting) -> None:
    linh = person(locked.live.workshop, "Linh Tran")
    clean = laptop(locked)._question.board.keys()
    begin(locked, "Linh Tran")
    assert question(locked) == "Waar sta jij nu?"
    answer(locked, (0.3, 0.7))
    assert question(locked) == "Waar zet jij je leidinggevende of een collega?"
    answer(locked, (0.7, 0.3))
    assert question(locked) == "Waar wil je staan over een half jaar?"
    answer(locked, None)
    assert heading(locked) == "Dank je. Wie is de volgende?"
    assert names(locked).isVisible()
    assert laptop(locked)._question.board.keys() == clean == ()
    workshop = locked.live.workshop
    assert placing.done(workshop, linh, ("now", "other", "wish"))
    johan = person(workshop, "Johan Terpstra")
    assert [(p.id, p.target) for p in workshop.placements] == [(f"now.{linh}", linh), (f"other.{linh}", johan)]
    assert not locked.failures


def test_nothing_is_written_before_ready_and_a_second_click_moves_the_pawn(locked: Sitting) -> None:
    linh = person(locked.live.workshop, "Linh Tran")
    begin(locked, "Linh Tran")
    ready = next(b for b in laptop(locked).findChildren(QPushButton, "laptop-ready"))
    assert not ready.isEnabled()
    click(locked, 0.3, 0.7)
    click(locked, 0.8, 0.4)
    assert locked.live.workshop.placements == ()
    assert locked.live.workshop.marks == ()
    locked.press("laptop-ready")
    placed = locked.live.workshop.placement("now", linh)
    assert placed is not None
    assert (placed.x, placed.y) == pytest.approx((0.8, 0.4), abs=0.01)


def test_pass_and_place_look_alike_afterwards(locked: Sitting) -> None:
    pictures, marks = [], []
    for points in (((0.3, 0.7), (0.7, 0.3), (0.5, 0.5)), (None, None, None)):
        begin(locked, "Linh Tran")
        for point in points:
            answer(locked, point)
        QApplication.processEvents()
        pictures.append(laptop(locked).grab().toImage())
        marks.append(locked.live.workshop.marks)
    assert pictures[0] == pictures[1]
    assert marks[0] == marks[1]


def test_choosing_a_name_never_shows_what_was_placed_before(locked: Sitting) -> None:
    workshop = locked.live.workshop
    linh, anja = person(workshop, "Linh Tran"), person(workshop, "Anja Verbeek")
    begin(locked, "Linh Tran")
    empty = laptop(locked)._question.board.grab().toImage()
    locked.press("laptop-back")
    for one in (linh, anja):
        locked.live.do(placing.place, "now", one, 0.3, 0.3)
    locked.settle()
    begin(locked, "Linh Tran")
    assert laptop(locked)._question.board.keys() == ()
    assert laptop(locked)._question.board.grab().toImage() == empty


def test_who_chose_the_wrong_name_goes_back_and_nothing_happened(locked: Sitting) -> None:
    begin(locked, "Linh Tran")
    click(locked, 0.3, 0.7)
    locked.press("laptop-back")
    assert names(locked).isVisible()
    assert locked.live.workshop.placements == ()
    assert laptop(locked)._question.board.keys() == ()


def test_no_shortcut_works_and_no_key_reaches_the_cockpit(locked: Sitting) -> None:
    reached: list[str] = []
    for keys in ("Ctrl+Z", "PgDown", "F5", "Ctrl+Q"):
        action = QAction(locked.page)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: reached.append(keys))
        locked.page.addAction(action)
    step = locked.live.workshop.stage.step
    begin(locked, "Linh Tran")
    click(locked, 0.3, 0.7)
    locked.press("laptop-ready")
    for key, modifier in (
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
    ):
        locked.qtbot.keyClick(laptop(locked), key, modifier)
    locked.settle()
    assert reached == []
    assert locked.live.workshop.stage.step == step
    assert len(locked.live.workshop.placements) == 1


def test_the_same_shortcut_works_again_when_the_lock_is_open(locked: Sitting) -> None:
    reached: list[str] = []
    action = QAction(locked.page)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: reached.append("undo"))
    locked.page.addAction(action)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    locked.qtbot.keyClick(laptop(locked), Qt.Key.Key_G, modifiers)
    locked.qtbot.waitUntil(lambda: not locked.page.findChildren(LaptopTurn))
    locked.page.setFocus()
    locked.qtbot.keyClick(locked.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reached == ["undo"]


def test_tab_stays_within_the_lock(locked: Sitting) -> None:
    begin(locked, "Linh Tran")
    click(locked, 0.3, 0.7)
    cover = laptop(locked)
    cover.setFocus()
    seen = set()
    for _ in range(12):
        locked.qtbot.keyClick(locked.page.focusWidget() or cover, Qt.Key.Key_Tab)
        focused = locked.page.focusWidget()
        assert focused is not None
        assert focused is cover or cover.isAncestorOf(focused)
        seen.add(focused.objectName())
    assert {"laptop-ready", "laptop-pass", "laptop-lock"} <= seen


def test_esc_twice_still_makes_the_beamer_neutral(locked: Sitting, qapp: QApplication) -> None:
    panic = Panic(locked.desk.beamer.neutral, locked.page)
    qapp.installEventFilter(panic)
    try:
        locked.desk.beamer.follow(locked.live.workshop)
        locked.desk.beamer.show()
        for _ in range(2):
            locked.qtbot.keyClick(laptop(locked), Qt.Key.Key_Escape)
        assert locked.desk.beamer.mode is BeamerMode.NEUTRAL
        assert laptop(locked).isVisible()
    finally:
        qapp.removeEventFilter(panic)


def test_a_short_press_does_nothing_and_a_long_one_opens(locked: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    button = next(b for b in laptop(locked).findChildren(lock.HoldButton))
    locked.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert locked.page.findChildren(LaptopTurn)
    monkeypatch.setattr(lock, "HOLD_MS", 100)
    locked.qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    locked.qtbot.waitUntil(lambda: not locked.page.findChildren(LaptopTurn))


def test_the_facilitator_is_told_how_to_come_back_and_may_think_again(
    sit: Callable[..., Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[object, ...]] = []

    def no(*words: object) -> bool:
        told.append(words)
        return False

    monkeypatch.setattr(lock_cover, "ask", no)
    sitting = sit()
    live = sitting.open(team())
    page = CockpitPage(sitting.desk)
    sitting.show(page)
    page.show_workshop(live)
    live.do(session.begin, NOW)
    live.do(session.go_to, "slips", NOW)
    sitting.settle()
    sitting.press("at-laptop")
    assert any("Ctrl+Shift+G" in str(part) for part in told[0])
    assert not page.findChildren(LaptopTurn)


def test_it_opens_when_there_is_nothing_to_answer_any_more(locked: Sitting) -> None:
    locked.live.do(session.go_to, "reveal", NOW)
    locked.settle()
    assert not locked.page.findChildren(LaptopTurn)


def test_a_pawn_that_is_not_in_the_file_is_not_thanked_for(locked: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(locked, "Linh Tran")
    click(locked, 0.3, 0.7)
    workspace = locked.live._workspace()

    def full(*_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as disk:
        disk.setattr(workspace, "_write", full)
        next(b for b in laptop(locked).findChildren(QPushButton, "laptop-ready")).click()
        locked.qtbot.waitUntil(lambda: bool(locked.failures))
        QApplication.processEvents()
    assert question(locked) == "Waar sta jij nu?"
    assert "nog niet bewaard" in laptop(locked)._question.where.text()
    assert laptop(locked)._question.board.keys() == ("turn",)
    locked.press("laptop-ready")
    assert len(locked.live.workshop.placements) == 1
