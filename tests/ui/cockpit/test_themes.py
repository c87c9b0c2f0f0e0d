"""Themes as pills: counted and taken back by keys alone, folded where a sentence comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.tabbing import stops
from tests.ui.cockpit.conftest import Cockpit

ELEVEN = tuple(f"thema {number}" for number in range(11))


def harvest(cockpit: Cockpit) -> dict[str, int]:
    return {h.theme: h.count for h in cockpit.workshop.harvest}


def test_backspace_takes_back_what_was_counted_last_one_by_one(cockpit: Cockpit) -> None:
    cockpit.go_to("gap")
    assert cockpit.desk.deck is not None
    first, second, *_ = cockpit.desk.deck.themes["nl"]
    cockpit.press("1", "2", "1")
    assert harvest(cockpit) == {first: 2, second: 1}
    cockpit.press("Backspace")
    assert harvest(cockpit) == {first: 1, second: 1}
    cockpit.press("Backspace")
    assert harvest(cockpit) == {first: 1}
    cockpit.press("Backspace", "Backspace", "Backspace")
    assert harvest(cockpit) == {}


def test_plus_and_minus_count_the_pill_that_has_the_keys(cockpit: Cockpit) -> None:
    cockpit.go_to("gap")
    pills = next(p for p in cockpit.page.findChildren(ThemePills) if p.isVisible())
    assert cockpit.desk.deck is not None
    theme = cockpit.desk.deck.themes["nl"][4]
    cockpit.find(theme).setFocus()
    cockpit.press("+", "+", "Space", "-")
    assert harvest(cockpit) == {theme: 2}
    assert "min: één eraf" in cockpit.find(theme).toolTip()
    cockpit.press("3")
    assert sum(harvest(cockpit).values()) == 3, "numbers go on to the page"
    assert pills.isVisible()


def test_a_brief_row_has_what_is_chosen_and_unfolds_by_one_key(cockpit: Cockpit, qtbot: QtBot) -> None:
    pills = ThemePills(cockpit.desk, counts=False)
    pills.setParent(cockpit.page)
    pills.resize(360, 300)
    pills.show_themes(ELEVEN, chosen=(ELEVEN[2],), brief=True)
    pills.show()
    pills.raise_()

    def seen() -> list[str]:
        found = [p for p in pills.findChildren(QPushButton) if p.isVisible()]
        return [p.accessibleName() or p.text() for p in sorted(found, key=lambda p: (p.y(), p.x()))]

    assert seen() == [ELEVEN[2], "Thema"]
    assert not pills.own.isVisible()
    more = next(p for p in pills.findChildren(QPushButton) if p.text() == "Thema")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert seen() == list(ELEVEN)
    assert pills.own.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == ELEVEN[0]
    pills.show_themes(ELEVEN, chosen=(ELEVEN[2], ELEVEN[0]), brief=True)
    assert seen() == list(ELEVEN), "it stays open while she goes on choosing"
    pills.fold()
    pills.show_themes(ELEVEN, chosen=(), brief=True)
    assert seen() == ["Thema"]


def test_tab_goes_from_the_last_pill_to_the_field_for_an_own_theme(cockpit: Cockpit) -> None:
    cockpit.go_to("gap")
    pills = next(p for p in cockpit.page.findChildren(ThemePills) if p.isVisible())
    assert cockpit.desk.deck is not None
    found = stops(pills)
    assert [pill.accessibleName() for pill in found[:-1]] == list(cockpit.desk.deck.themes["nl"])
    assert found[-1] is pills.own
