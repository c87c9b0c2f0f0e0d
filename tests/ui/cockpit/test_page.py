"""The frame of the cockpit: what the room may see of it, the one next action, and what shows nothing by accident."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gogrow.domain.public import BeamerMode, Card, Neutral, Pairs, Reveal, Words
from gogrow.domain.rules import placing, session, talking
from gogrow.domain.workshop import Consent
from gogrow.ui.board.scene import BoardView
from gogrow.ui.cockpit.cover import Cover
from tests.sample import NAMES, NOW
from tests.ui.cockpit.conftest import Cockpit, full, placed

FIRST = {name.split()[0] for name in NAMES}


def texts(widget: QWidget) -> Iterator[str]:
    """Every word that can be seen, read out or pointed at on what is visible of a widget."""
    for part in (widget, *widget.findChildren(QWidget)):
        if not part.isVisible():
            continue
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.statusTip())
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            yield part.text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        if isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))
        if isinstance(part, QAbstractItemView) and isinstance(model := part.model(), QAbstractItemModel):
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
            for row in range(model.rowCount()):
                yield from (str(model.index(row, 0).data(role) or "") for role in roles)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def named(widget: QWidget) -> set[str]:
    """The first names that stand somewhere in these words."""
    return {name for name in FIRST for text in texts(widget) if name in text}


@pytest.mark.parametrize("step", ["slips", "first-card", "reveal", "gap", "card", "first-step", "closing"])
def test_with_one_screen_no_name_and_no_place_is_seen_until_she_says_so(
    make_cockpit: Callable[..., Cockpit], step: str
) -> None:
    cockpit = make_cockpit(full())
    cockpit.go_to(step)
    cockpit.do(placing.place_at, "now", cockpit.person("Kees"), "C")  # a step that undo tells about
    if step == "reveal":
        cockpit.do(placing.reveal, "now")  # next comes whoever leads
    assert named(cockpit.page) == set()
    assert not any(board.isVisible() for board in cockpit.page.findChildren(BoardView))
    if step in ("slips", "reveal", "gap", "first-step"):
        cockpit.alone()
        assert named(cockpit.page), "the test looks in the wrong place"
        cockpit.page.refresh_screens()  # a cable was put in or pulled out
        assert named(cockpit.page) == set()
        assert not any(board.isVisible() for board in cockpit.page.findChildren(BoardView))


def test_behind_the_curtain_letters_of_slips_do_nothing(covered: Cockpit) -> None:
    covered.go_to("slips")
    covered.type("GKX")
    assert covered.workshop.placements == ()
    assert covered.workshop.agreements == ()


def test_what_is_being_typed_when_the_curtain_falls_does_not_open_it(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(full())
    cockpit.alone()
    cockpit.go_to("first-step")
    field = next(f for f in cockpit.page.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    assert QApplication.focusWidget() is field
    cockpit.page.refresh_screens()
    cockpit.press("Space", "Return", "A")
    assert all(cover.isVisible() for cover in cockpit.page.findChildren(Cover))


def test_page_down_asks_for_enter_before_anything_is_shown(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.do(session.go_to, "reveal", NOW)
    for _ in range(3):
        cockpit.press("PageDown")
    assert cockpit.desk.beamer.mode is BeamerMode.NEUTRAL
    assert cockpit.find("act").text() == "Toon op de beamer: druk op Enter"
    cockpit.press("Return")
    assert isinstance(cockpit.room, Words)
    for _ in range(3):
        cockpit.press("PageDown")
    assert cockpit.workshop.stage.shown == frozenset()
    assert isinstance(cockpit.room, Words)
    cockpit.press("A", "Return")
    assert cockpit.workshop.stage.shown == frozenset(), "another key takes the asking away"
    cockpit.press("PageDown", "Return")
    assert isinstance(cockpit.room, Reveal)
    assert len(cockpit.room.pawns) == 10
    assert {(p.name, p.shape, p.colour) for p in cockpit.room.pawns} == {("", "", "")}
    cockpit.press("PageDown")
    assert len(cockpit.room.pawns) == 10, "whoever leads comes later, and not by Page Down alone"
    cockpit.press("Return")
    assert len(cockpit.room.pawns) == 11


def test_the_page_up_key_goes_back_and_loses_nothing(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("reveal")
    cockpit.press("PageUp")
    assert cockpit.workshop.stage.step == "first-card"
    assert len(cockpit.workshop.placements) == 32


def test_names_come_and_go_by_their_owners_word(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("reveal")
    cockpit.press("PageDown", "Return")
    cockpit.click("Samira")
    assert isinstance(cockpit.room, Reveal)
    assert [p.name for p in cockpit.room.pawns if p.name] == ["Samira"]
    cockpit.click("Samira")
    assert [p.name for p in cockpit.room.pawns if p.name] == []
    cockpit.click("hide")
    assert isinstance(cockpit.room, Words)


def test_where_people_place_the_manager_is_shown_only_with_a_yes(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("reveal")
    show = next(b for b in cockpit.page.findChildren(QAbstractButton) if b.isVisible() and b.text() == "Laat zien"
                and b.objectName() != "act")  # fmt: skip
    assert not show.isEnabled()
    cockpit.click("Johan vindt het goed")
    assert show.isEnabled()
    cockpit.qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    cockpit.settle()
    assert type(cockpit.room).__name__ == "About"
    cockpit.click("Johan vindt het goed")
    assert isinstance(cockpit.room, Words)


def test_a_frozen_picture_turns_neutral_when_a_consent_is_withdrawn(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(full())
    cockpit.alone()
    cockpit.go_to("reveal")
    cockpit.press("PageDown", "Return")
    cockpit.desk.beamer.freeze(True)
    cockpit.press("PageUp")
    assert isinstance(cockpit.room, Reveal), "it stands still"
    cockpit.do(placing.withdraw, Consent.NAME, cockpit.person("Samira"))
    assert isinstance(cockpit.room, Neutral)
    assert cockpit.desk.beamer.mode is BeamerMode.NEUTRAL
    assert not cockpit.desk.beamer.frozen


def test_a_quiet_moment_is_one_key_clears_the_picture_and_stops_the_clocks(cockpit: Cockpit) -> None:
    cockpit.go_to("gap")
    cockpit.do(talking.start_turn, cockpit.now)
    assert isinstance(cockpit.room, Pairs)
    assert cockpit.room.clock.ends is not None
    cockpit.after(60)
    cockpit.page.tears()
    cockpit.settle()
    assert isinstance(cockpit.room, Neutral)
    cockpit.after(600)
    stage = cockpit.workshop.stage
    assert stage.clock.elapsed(cockpit.now) == 60
    assert stage.turn.elapsed(cockpit.now) == 60
    cockpit.press("PageDown", "Return")
    assert isinstance(cockpit.room, Pairs)
    cockpit.after(60)
    assert cockpit.workshop.stage.turn.elapsed(cockpit.now) == 120


def test_a_card_is_drawn_put_away_or_stopped_without_a_trace(cockpit: Cockpit) -> None:
    cockpit.go_to("card")
    cockpit.click("act")
    assert isinstance(cockpit.room, Card)
    first = cockpit.room.question
    cockpit.click("skip")
    assert isinstance(cockpit.room, Words)
    assert [p.card.question for p in cockpit.workshop.played] == [first]
    cockpit.click("draw")
    second = cockpit.workshop.stage.card
    cockpit.click("stop")
    assert isinstance(cockpit.room, Words)
    assert len(cockpit.workshop.played) == 1
    assert second.encode() not in cockpit.bytes()
    drawn = {first}
    for _ in range(12):
        cockpit.click("draw")
        assert isinstance(cockpit.room, Card)
        assert cockpit.room.question not in drawn
        assert cockpit.workshop.stage.card != second, "a card that was stopped does not come again"
        drawn.add(cockpit.room.question)
