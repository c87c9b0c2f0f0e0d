"""The story of the two, through the real page and a real file: from the curtain to what stays, and the rest erased."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from gogrow.domain.rules import placing, talking
from gogrow.domain.rules import table as rules
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import Visibility
from gogrow.store.workspace import Workspace
from gogrow.ui.board.scene import BoardView
from gogrow.ui.table import closing, keep
from gogrow.ui.table import page as page_module
from gogrow.ui.table.page import TablePage
from gogrow.ui.table.picture import TableBoard
from gogrow.ui.table.seat import SeatRow
from tests.ui.table.conftest import Sitting, for_two

OUR_SENTENCE = "Onze geheime zin over de nachtploeg"


class Asked:
    """Somebody who says yes to every question, and counts them."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *_: object) -> bool:
        """Yes."""
        self.times += 1
        return True


def words(sitting: Sitting) -> str:
    """All words on the screen."""
    shown = [w.text() for w in sitting.page.findChildren(QLabel) if w.isVisible()]
    shown += [w.text() for w in sitting.page.findChildren(QPushButton) if w.isVisible()]
    shown += [row.words for row in sitting.page.findChildren(SeatRow) if row.isVisible()]
    return "\n".join(shown)


def board(sitting: Sitting) -> BoardView:
    return next(b for b in sitting.page.findChildren(BoardView))


def click(sitting: Sitting, x: float, y: float) -> None:
    """One click on the board."""
    view = board(sitting)
    assert view.isVisible()
    sitting.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.pixel(x, y))
    sitting.settle()


def picture(sitting: Sitting) -> TableBoard | None:
    return next((b for b in sitting.page.findChildren(TableBoard) if b.isVisible()), None)


def take_turn(sitting: Sitting, mine: tuple[float, float] | None, other: tuple[float, float] | None) -> None:
    """Open the curtain, answer both questions, and close it."""
    sitting.press("table-first")
    for point in (mine, other):
        if point is None:
            sitting.press("table-second")
        else:
            click(sitting, *point)
            sitting.press("table-first")


def to_reveal(sitting: Sitting) -> None:
    sitting.press("table-first")  # begin
    sitting.press("table-first")  # to the places
    take_turn(sitting, (0.3, 0.7), (0.72, 0.3))
    take_turn(sitting, (0.62, 0.2), (0.73, 0.77))
    sitting.press("table-first")  # to looking


def to_talk(sitting: Sitting) -> None:
    to_reveal(sitting)
    sitting.press("table-first")  # show both
    sitting.press("table-first")  # to the gap


def to_keep(sitting: Sitting) -> None:
    to_talk(sitting)
    for _ in range(3):
        sitting.press("table-first")


def widget(sitting: Sitting, kind: type[QWidget]) -> QWidget:
    return next(w for w in sitting.page.findChildren(kind) if w.isVisible())


def choose(sitting: Sitting, visibility: Visibility) -> None:
    buttons = [w for w in sitting.page.findChildren(QRadioButton) if w.isVisible()]
    buttons[list(Visibility).index(visibility)].click()
    sitting.settle()


def harvest(sitting: Sitting) -> list[tuple[str, int]]:
    return [(item.theme, item.count) for item in sitting.live.workshop.harvest]


def test_samira_is_asked_first_though_johan_stands_first_in_the_list(table: Sitting) -> None:
    table.press("table-first")
    table.press("table-first")
    assert "Johan, kijk even weg. Samira kiest." in words(table)
    assert table.text("table-first") == "Ik ben Samira"
    assert "Eén van jullie kijkt nu weg." not in words(table)
    table.press("table-first")
    assert "Eén van jullie kijkt nu weg." in words(table)
    assert "Waar sta jij nu?" in words(table)


def test_ready_comes_with_a_pawn_and_a_second_click_moves_it(table: Sitting) -> None:
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    first = next(b for b in table.page.findChildren(QPushButton, "table-first"))
    assert not first.isEnabled()
    assert table.text("table-second") == "Ik sla over"
    click(table, 0.3, 0.7)
    click(table, 0.8, 0.4)
    samira = (rules.seats(table.live.workshop) or ("",))[0]
    placed = table.live.workshop.placement("now", samira)
    assert placed is not None
    assert (placed.x, placed.y) == pytest.approx((0.8, 0.4), abs=0.01)
    assert len(table.live.workshop.placements) == 1
    assert first.isEnabled()


def test_the_story_from_names_to_the_kept_sentence_and_the_rest_erased(
    table: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "ask", lambda *_: True)
    to_talk(table)
    assert "Waar komt dit verschil vandaan?" in words(table)
    assert "Samira is aan de beurt" in words(table)
    assert "Johan luistert eerst" in words(table)
    seen = picture(table)
    assert seen is not None
    assert [s.words for s in seen.stands] == ["Samira", "Samira ziet Johan hier"]
    table.press("table-first")
    assert "Johan is aan de beurt" in words(table)
    table.press("table-first")
    table.press("table-first")  # nobody said yes to the mirror: on to what stays
    assert rules.turn(table.live.workshop) is Turn.KEEP
    choose(table, Visibility.PLAN)
    sentence = widget(table, QPlainTextEdit)
    table.qtbot.keyClicks(sentence, "Wij praten elke maand.")
    table.press("table-first")
    assert [t.sentence for t in table.live.workshop.talks] == ["Wij praten elke maand."]
    what = next(f for f in table.page.findChildren(QLineEdit) if f.isVisible())
    table.qtbot.keyClicks(what, "Yusuf helpen")
    table.press("table-first")
    assert "Dit blijft" in words(table)
    assert "Wij praten elke maand." in words(table)
    assert "Yusuf helpen" in words(table)
    table.press("table-first")
    workshop = table.live.workshop
    assert (workshop.placements, workshop.marks, workshop.agreements) == ((), (), ())
    assert [t.sentence for t in workshop.talks] == ["Wij praten elke maand."]
    assert workshop.stage.ended
    assert "De rest is gewist" in words(table)
    assert table.live.undo_name is None
    assert isinstance(table.page, TablePage)
    with table.qtbot.waitSignal(table.page.leave):
        table.press("table-first")
    assert not table.failures


def test_one_place_stays_when_she_chooses_so(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "ask", lambda *_: True)
    to_keep(table)
    table.press("table-first")
    table.press("table-first")
    box = widget(table, QCheckBox)
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    box.click()
    table.press("table-first")
    samira = (rules.seats(table.live.workshop) or ("",))[0]
    assert [p.id for p in table.live.workshop.placements] == [f"now.{samira}"]


def test_nothing_is_written_before_the_choice_and_a_wiped_sentence_is_not_in_the_file(
    table: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked()
    monkeypatch.setattr(keep, "ask", asked)
    to_keep(table)
    assert not [w for w in table.page.findChildren(QPlainTextEdit) if w.isVisible()]
    choose(table, Visibility.US)
    field = widget(table, QPlainTextEdit)
    table.qtbot.keyClicks(field, OUR_SENTENCE)
    table.live.flush()
    table.settle()
    assert any(OUR_SENTENCE in draft.text for draft in table.live.workshop.drafts)
    table.press("table-first")
    assert table.live.workshop.talks
    table.press("table-second")
    choose(table, Visibility.NOT_RECORDED)
    assert asked.times == 1
    assert table.live.workshop.talks == ()
    assert table.live.workshop.drafts == ()
    written = table.bytes()
    assert OUR_SENTENCE.encode() not in written
    assert b"Samira El Idrissi" in written


@pytest.mark.parametrize("choice", [Visibility.NOT_RECORDED, Visibility.THEME])
def test_a_sentence_that_was_undone_is_not_in_the_file_either(table: Sitting, choice: Visibility) -> None:
    to_keep(table)
    choose(table, Visibility.PLAN)
    table.qtbot.keyClicks(widget(table, QPlainTextEdit), OUR_SENTENCE)
    table.press("table-first")
    table.press("table-second")
    table.live.undo()
    table.settle()
    assert table.live.workshop.talks == ()
    assert table.live.redo_name is not None
    choose(table, choice)
    assert table.live.redo_name is None
    assert OUR_SENTENCE.encode() not in table.bytes()


def test_stop_and_erase_asks_once_and_leaves_nothing_in_the_file_or_the_steps(
    table: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked()
    monkeypatch.setattr(page_module, "ask", asked)
    to_keep(table)
    choose(table, Visibility.PLAN)
    table.qtbot.keyClicks(widget(table, QPlainTextEdit), OUR_SENTENCE)
    table.press("table-first")
    what = next(f for f in table.page.findChildren(QLineEdit) if f.isVisible())
    table.qtbot.keyClicks(what, "Dit staat er half")
    table.press("table-stop")
    assert asked.times == 1
    workshop = table.live.workshop
    for part in ("placements", "marks", "agreements", "talks", "harvest", "played", "plans", "drafts"):
        assert getattr(workshop, part) == (), part
    assert "Alles is gewist" in words(table)
    samira, johan = rules.seats(workshop) or ("", "")
    id = workshop.id
    written = table.bytes()
    for word in (OUR_SENTENCE, "Dit staat er half", f"now.{samira}", f"partner.{johan}"):
        assert word.encode() not in written, word
    again = Workspace.open(table.path)
    try:
        history = again.history(id)
        assert history.redo is None
        for _ in range(30):
            again.undo(id)
        found = again.load(id)
        assert (found.placements, found.talks, found.plans) == ((), (), ())
    finally:
        again.close()


def test_stop_and_erase_takes_what_only_a_step_still_holds(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "ask", Asked())
    to_keep(table)
    choose(table, Visibility.US)
    table.qtbot.keyClicks(widget(table, QPlainTextEdit), OUR_SENTENCE)
    table.press("table-first")
    talk = table.live.workshop.talks[0]
    table.live.do(talking.remove_talk, talk.id)
    table.live.do(placing.take_back, "now", talk.owner)
    table.settle()
    assert table.live.undo_name is not None
    table.press("table-stop")
    assert table.live.undo_name is None
    written = table.bytes()
    assert OUR_SENTENCE.encode() not in written
    assert f"now.{talk.owner}".encode() not in written


def test_stop_and_erase_can_be_thought_over(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "ask", lambda *_: False)
    to_talk(table)
    table.press("table-stop")
    assert len(table.live.workshop.placements) == 4


def test_a_theme_alone_is_counted_once_and_nothing_else_stays(table: Sitting) -> None:
    to_keep(table)
    choose(table, Visibility.THEME)
    pill = next(b for b in table.page.findChildren(QPushButton) if b.isVisible() and b.text() == "trots")
    pill.click()
    table.settle()
    assert table.live.workshop.harvest == ()
    table.press("table-first")
    assert harvest(table) == [("trots", 1)]
    table.press("table-second")
    table.press("table-first")
    assert harvest(table) == [("trots", 1)]
    assert table.live.workshop.talks == ()


def test_passing_shows_the_same_screens_as_placing(sit: Callable[..., Sitting]) -> None:
    shown = []
    for points in ((None, None), ((0.3, 0.7), (0.4, 0.4))):
        sitting = sit()
        page = TablePage(sitting.desk)
        sitting.show(page)
        page.show_workshop(sitting.open(for_two()))
        sitting.settle()
        sitting.press("table-first")
        sitting.press("table-first")
        take_turn(sitting, *points)
        shown.append((words(sitting), page.grab().toImage()))
    assert shown[0][0] == shown[1][0]
    assert shown[0][1] == shown[1][1]


def test_two_who_both_pass_can_still_talk(table: Sitting) -> None:
    table.press("table-first")
    table.press("table-first")
    take_turn(table, None, None)
    take_turn(table, None, None)
    table.press("table-first")
    assert "Er is niets om te zien" in words(table)
    table.press("table-first")
    assert "Er is niets om te zien" in words(table)
    table.press("table-first")
    assert rules.turn(table.live.workshop) is Turn.KEEP
    assert not table.failures


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_read_the_workshops_language_whatever_the_programs_is(sit: Callable[..., Sitting], language: str) -> None:
    sitting = sit(language="en" if language == "nl" else "nl")
    live = sitting.open(for_two(language))
    page = TablePage(sitting.desk)
    sitting.show(page)
    page.show_workshop(live)
    sitting.settle()
    shown = words(sitting)
    assert ("Samen aan tafel" in shown) is (language == "nl")
    to_talk(sitting)
    expected = "Waar komt dit verschil vandaan?" if language == "nl" else "Where does this gap come from?"
    assert expected in words(sitting)
    to_english = re.compile(r"\b(the|this|you|what)\b", re.IGNORECASE)
    assert bool(to_english.search(words(sitting))) is (language == "en")


def test_nothing_lies_outside_the_window_or_over_another_button(table: Sitting) -> None:
    to_talk(table)
    buttons = [b for b in table.page.findChildren(QPushButton) if b.isVisible()]
    places = [b.rect().translated(b.mapTo(table.page, QPoint(0, 0))) for b in buttons]
    for index, place in enumerate(places):
        assert table.page.rect().contains(place), buttons[index].text()
        assert not any(place.intersects(other) for other in places[index + 1 :])


def test_after_the_end_one_can_begin_again_with_what_stayed(table: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "ask", lambda *_: True)
    to_keep(table)
    table.press("table-first")
    table.press("table-first")
    table.press("table-first")
    assert "Er blijft niets" in words(table)
    assert "Alles is gewist" in words(table)
    assert table.text("table-stop") == ""
    table.press("table-second")
    assert "Fijn dat jullie er zijn" in words(table)
    assert not table.live.workshop.stage.ended
