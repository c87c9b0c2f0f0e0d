"""Nobody sees the other's pawn before both look: not on the board, not in its pixels, not after a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton

from gogrow.domain.people import Presence
from gogrow.domain.rules import people, placing, session
from gogrow.domain.rules import table as rules
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import Consent
from gogrow.ui.table.page import TablePage, pane_for, underway
from gogrow.ui.table.picture import TableBoard
from gogrow.ui.table.seat import SeatRow
from tests.sample import NOW, team
from tests.ui.table.conftest import Sitting, for_two
from tests.ui.table.test_story import board, click, picture, take_turn, to_reveal, to_talk, words


def shows(sitting: Sitting, person: str) -> bool:
    """Whether a pawn of somebody's colour is painted on the board at the left."""
    colour = sitting.desk.theme.pawn(next(p.colour for p in sitting.live.workshop.participants if p.id == person))
    image: QImage = sitting.page.grab().toImage()
    wanted = QColor(colour).rgb()
    half = int(image.width() * 0.56)
    found = 0
    for y in range(90, image.height(), 2):
        for x in range(0, half, 2):
            found += image.pixel(x, y) == wanted
    return found > 20


@pytest.fixture
def placing_table(table: Sitting) -> Iterator[Sitting]:
    """Samira placed both pawns and was ready."""
    table.press("table-first")
    table.press("table-first")
    take_turn(table, (0.3, 0.7), (0.72, 0.3))
    yield table
    assert not table.failures


def test_only_the_pawn_of_who_is_on_turn_is_on_the_board(table: Sitting) -> None:
    samira, johan = rules.seats(table.live.workshop) or ("", "")
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    click(table, 0.3, 0.7)
    assert board(table).keys() == (f"now.{samira}",)
    assert shows(table, samira)
    table.press("table-first")
    assert board(table).keys() == ()
    assert not shows(table, samira)
    click(table, 0.72, 0.3)
    assert board(table).keys() == (f"partner.{samira}",)
    table.press("table-first")
    assert not board(table).keys()
    assert not shows(table, samira)
    assert not shows(table, johan)


def test_the_other_places_without_seeing_the_first(placing_table: Sitting) -> None:
    samira, johan = rules.seats(placing_table.live.workshop) or ("", "")
    assert "Geef de laptop aan Johan" in words(placing_table)
    placing_table.press("table-first")
    assert not board(placing_table).keys()
    click(placing_table, 0.62, 0.2)
    assert board(placing_table).keys() == (f"now.{johan}",)
    assert not shows(placing_table, samira)
    assert shows(placing_table, johan)


def test_undo_does_nothing_while_one_looks_away(placing_table: Sitting) -> None:
    from PySide6.QtGui import QAction, QKeySequence

    undo = QAction(placing_table.page)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(placing_table.live.undo)
    placing_table.page.addAction(undo)
    placing_table.page.activateWindow()
    placing_table.page.setFocus()
    placing_table.qtbot.keyClick(placing_table.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    placing_table.settle()
    assert len(placing_table.live.workshop.placements) == 2


def test_a_pawn_that_is_not_in_the_file_is_not_on_the_board(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")

    def full(*_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as disk:
        disk.setattr(table.live._workspace(), "_write", full)
        view = board(table)
        table.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.pixel(0.3, 0.7))
        table.qtbot.waitUntil(lambda: bool(table.failures))
        table.settle()
    assert board(table).keys() == ()
    assert not next(b for b in table.page.findChildren(QPushButton, "table-first")).isEnabled()
    click(table, 0.3, 0.7)
    assert len(board(table).keys()) == 1


def test_both_appear_at_once_and_only_by_the_button(table: Sitting) -> None:
    samira, johan = rules.seats(table.live.workshop) or ("", "")
    to_reveal(table)
    assert not shows(table, samira)
    table.qtbot.keyClick(table.page, Qt.Key.Key_PageDown)
    table.settle()
    assert not table.live.workshop.stage.shown
    first = next(b for b in table.page.findChildren(QPushButton, "table-first"))
    assert table.page.focusWidget() is first
    table.press("table-first")
    seen = picture(table)
    assert seen is not None
    assert [s.words for s in seen.stands] == ["Samira", "Johan"]
    assert shows(table, samira)
    assert shows(table, johan)
    assert table.live.workshop.marks == ()


def test_enter_twice_does_not_open_the_curtain_of_the_other(table: Sitting) -> None:
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    click(table, 0.3, 0.7)
    table.press("table-first")
    click(table, 0.3, 0.7)
    first = next(b for b in table.page.findChildren(QPushButton, "table-first"))
    first.setFocus()
    table.qtbot.keyClick(first, Qt.Key.Key_Space)
    table.settle()
    assert "Geef de laptop aan Johan" in words(table)
    assert table.page.focusWidget() is table.page


def test_not_yet_covers_and_shows_again(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    to_talk(table)
    assert shows(table, samira)
    table.press("table-second")
    assert not shows(table, samira)
    assert "Neem de tijd" in words(table)
    assert len(table.live.workshop.placements) == 4
    table.press("table-first")
    assert shows(table, samira)


def test_the_mirror_comes_with_both_yes_only_and_goes_with_one_no(table: Sitting) -> None:
    samira, johan = rules.seats(table.live.workshop) or ("", "")
    to_talk(table)
    table.press("table-first")
    table.press("table-first")
    assert rules.turn(table.live.workshop) is Turn.MIRROR
    assert "Ook andersom kijken?" in words(table)
    rows = [r for r in table.page.findChildren(SeatRow) if r.isVisible() and r.yes.isVisible()]
    assert [r.words for r in rows] == ["Samira", "Johan"]
    rows[0].yes.click()
    table.settle()
    assert picture(table) is not None
    assert not (picture(table) or TableBoard(table.desk.theme)).stands
    rows[1].yes.click()
    table.settle()
    seen = picture(table)
    assert seen is not None
    assert [s.words for s in seen.stands] == ["Samira", "Johan ziet Samira hier"]
    assert seen.stands[1].pawn.seen
    assert (seen.stands[1].pawn.x, seen.stands[1].pawn.y) == pytest.approx((0.73, 0.77), abs=0.01)
    assert table.live.workshop.agreed(Consent.MIRROR, samira, johan)
    rows[1].yes.click()
    table.settle()
    assert not seen.stands
    assert not table.live.workshop.agreed(Consent.MIRROR, johan, samira)


def reopened(sitting: Sitting) -> TablePage:
    """A new page on the same workshop, as after a crash."""
    sitting.live.flush()
    sitting.settle()
    sitting.page.hide()
    page = TablePage(sitting.desk)
    sitting.show(page)
    page.show_workshop(sitting.live)
    sitting.settle()
    return page


def test_after_a_crash_the_curtain_is_closed_and_it_says_whose_turn_it_is(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    click(table, 0.3, 0.7)
    table.press("table-first")
    click(table, 0.72, 0.3)
    old = table.page
    reopened(table)
    assert "Waar waren we?" in words(table)
    assert "Samira is aan de beurt." in words(table)
    assert not shows(table, samira)
    table.press("table-first")
    assert table.text("table-first") == "Ik ben Samira"
    assert not shows(table, samira)
    table.press("table-first")
    assert board(table).keys() == (f"partner.{samira}",)
    old.show_workshop(None)  # type: ignore[attr-defined]


def test_after_a_crash_in_the_talk_nothing_is_on_the_board_before_somebody_asks(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    to_talk(table)
    table.press("table-first")
    old = table.page
    reopened(table)
    assert "Johan is aan de beurt." in words(table)
    assert not shows(table, samira)
    table.press("table-first")
    assert shows(table, samira)
    old.show_workshop(None)  # type: ignore[attr-defined]


def test_a_window_that_was_away_comes_back_covered(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    click(table, 0.3, 0.7)
    table.page.hide()
    table.page.show()
    assert "Waar waren we?" in words(table)
    assert not board(table).keys()
    assert not shows(table, samira)


def test_more_than_two_are_sent_to_preparing(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    live = sitting.open(team(("Anja Verbeek", "Bram Kuiper", "Linh Tran"), leader="", setting="two"))
    page = TablePage(sitting.desk)
    sitting.show(page)
    page.show_workshop(live)
    sitting.settle()
    assert "Deze tafel is voor twee" in words(sitting)
    assert "Er zijn nu 3 mensen." in words(sitting)
    with sitting.qtbot.waitSignal(page.go) as caught:
        sitting.press("table-first")
    assert caught.args == ["prepare"]
    live.do(people.set_presence, live.workshop.participants[2].id, Presence.NOT_HERE)
    sitting.settle()
    assert "Anja en Bram" in words(sitting)


def test_back_goes_one_step_and_a_new_turn_covers_what_was_seen(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    to_reveal(table)
    table.press("table-first")
    assert shows(table, samira)
    table.press("table-back")
    assert table.text("table-second") == "Laat het zo"
    assert not shows(table, samira)
    table.press("table-first")
    assert board(table).keys() == (f"now.{samira}",)
    assert not table.live.workshop.stage.shown
    table.press("table-first")
    table.press("table-first")
    assert table.text("table-first") == "Ik ben Johan"


def test_back_from_the_plan_comes_to_what_stays_and_from_there_to_the_gap(table: Sitting) -> None:
    to_talk(table)
    for _ in range(4):
        table.press("table-first")
    table.press("table-second")
    assert rules.turn(table.live.workshop) is Turn.KEEP
    table.press("table-back")
    assert rules.turn(table.live.workshop) is Turn.MIRROR
    table.press("table-back")
    table.press("table-back")
    assert rules.turn(table.live.workshop) is Turn.FIRST
    table.press("table-back")
    assert "Kijk, hier staan jullie" in words(table)


def test_both_can_choose_again_before_they_look(table: Sitting) -> None:
    to_reveal(table)
    table.press("table-back")
    assert "Jullie zijn allebei klaar" in words(table)
    assert table.text("table-second") == "Kies opnieuw"
    table.press("table-second")
    assert table.text("table-first") == "Ik ben Samira"
    assert len(table.live.workshop.placements) == 4


def test_panes_follow_the_kinds_of_the_run_and_not_its_names() -> None:
    workshop = for_two()
    begun = session.begin(workshop, NOW).workshop
    found = [pane_for(session.go_to(begun, step.id, NOW).workshop, step) for step in begun.run]
    assert found == ["words", "places", "together", "together", "plan", "closing"]
    assert pane_for(workshop, None) == "words"
    assert not underway(begun)
    assert underway(session.go_to(begun, begun.run[1].id, NOW).workshop)
    assert pane_for(session.end(begun, NOW).workshop, begun.run[0]) == "done"


def test_arrows_place_and_move_without_a_mouse(table: Sitting) -> None:
    samira, _ = rules.seats(table.live.workshop) or ("", "")
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    table.page.setFocus()
    table.qtbot.keyClick(table.page, Qt.Key.Key_Right)
    table.settle()
    placed = table.live.workshop.placement("now", samira)
    assert placed is not None
    assert (placed.x, placed.y) == (0.5, 0.5)
    table.qtbot.keyClick(board(table), Qt.Key.Key_Right)
    table.settle()
    moved = table.live.workshop.placement("now", samira)
    assert moved is not None
    assert moved.x > 0.5
    assert placing.done(table.live.workshop, samira, ("now",))
