"""Names at a reveal: who said yes can be seen and found, with 500 people too; whoever leads is asked first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from gogrow.domain.public import Reveal
from gogrow.domain.rules import placing, session
from gogrow.domain.workshop import Consent, Workshop
from gogrow.ui.board.scene import BoardView
from gogrow.ui.cockpit.names_panel import AT_ONCE
from gogrow.ui.cockpit.pills import CheckPill
from tests.sample import NAMES, NOW, person, team
from tests.ui.cockpit.conftest import Cockpit, placed


def crowd(count: int) -> Workshop:
    """So many people, each with a place, led by nobody."""
    workshop = session.begin(
        team(tuple(f"Naam{number:03d} Achternaam" for number in range(count)), leader=""), NOW
    ).workshop
    for number, p in enumerate(workshop.participants):
        workshop = placing.place_at(workshop, "now", p.id, "ABCDEFGHIJKLMNOPQRSTUVWXY"[number % 25]).workshop
    return workshop


def pills(cockpit: Cockpit) -> dict[str, CheckPill]:
    """The pills that can be seen, by their whole words."""
    return {p.accessibleName(): p for p in cockpit.page.findChildren(CheckPill) if p.isVisible()}


def reads(cockpit: Cockpit, words: str) -> bool:
    return any(words in part.text() for part in cockpit.page.findChildren(QLabel) if part.isVisible())


def search(cockpit: Cockpit) -> QLineEdit | None:
    return next((f for f in cockpit.page.findChildren(QLineEdit) if f.isVisible()), None)


def test_who_said_yes_on_the_slip_can_be_seen_before_anything_is_shown(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = placed()
    for name in ("Linh Tran", "Kees de Wit"):
        workshop = placing.agree(workshop, Consent.NAME, person(workshop, name)).workshop
    cockpit = make_cockpit(workshop)
    cockpit.alone()
    cockpit.go_to("reveal")
    assert {name for name, pill in pills(cockpit).items() if pill.isChecked()} == {"Linh", "Kees"}
    assert not pills(cockpit)["Linh"].icon().isNull(), "a check, because colour is never alone"
    assert pills(cockpit)["Anja"].icon().isNull()
    assert reads(cockpit, "2 mensen zeiden ja op het briefje")
    cockpit.press("PageDown", "Return")
    assert isinstance(cockpit.room, Reveal)
    assert sorted(p.name for p in cockpit.room.pawns if p.name) == ["Kees", "Linh"]


def test_eleven_names_need_no_search(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("reveal")
    assert search(cockpit) is None
    assert {name.split()[0] for name in NAMES} <= set(pills(cockpit))


@pytest.mark.parametrize("count", [25, 500])
def test_one_of_many_is_found_by_typing_and_pressed_by_key(make_cockpit: Callable[..., Cockpit], count: int) -> None:
    cockpit = make_cockpit(crowd(count))
    cockpit.alone()
    cockpit.go_to("reveal")
    cockpit.press("PageDown", "Return")
    assert len(pills(cockpit)) == min(count, AT_ONCE)
    assert reads(cockpit, f"En nog {count - AT_ONCE}: typ een naam.") == (count > AT_ONCE)
    field = search(cockpit)
    assert field is not None
    wanted = f"Naam{count - 1:03d}"
    field.setFocus()
    cockpit.qtbot.keyClicks(field, wanted)
    cockpit.settle()
    assert set(pills(cockpit)) == {wanted}
    cockpit.press("Return", "Space")
    assert isinstance(cockpit.room, Reveal)
    assert [p.name for p in cockpit.room.pawns if p.name] == [wanted]
    cockpit.qtbot.keyClicks(field, "x")
    assert pills(cockpit) == {}
    assert reads(cockpit, "Er is niemand met die naam.")
    cockpit.go_to("gap")
    cockpit.go_to("reveal")
    assert len(pills(cockpit)) == min(count, AT_ONCE), "all names again for the next time"


def test_a_long_name_is_cut_on_its_pill_and_whole_in_its_tip(make_cockpit: Callable[..., Cockpit]) -> None:
    name = "Wilhelmina-Alexandra-van-Hohenzollern-Sigmaringen-tot-Lippe"
    cockpit = make_cockpit(_two(name))
    cockpit.alone()
    cockpit.go_to("reveal")
    pill = pills(cockpit)[name]
    assert pill.text().startswith("Wilhelmina-Alex")
    assert pill.text().endswith("…")
    assert name in pill.toolTip()
    assert pills(cockpit)["Bo"].text() == "Bo"
    assert pill.width() == pills(cockpit)["Bo"].width()


def _two(name: str) -> Workshop:
    workshop = session.begin(team((name, "Bo Li"), leader=""), NOW).workshop
    for p in workshop.participants:
        workshop = placing.place_at(workshop, "now", p.id, "A").workshop
    return workshop


def test_too_few_places_of_whoever_leads_are_told_and_not_shown(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed(manager="KKKZZZZZZZZ"))
    cockpit.alone()
    cockpit.go_to("reveal")
    assert reads(cockpit, "Waar mensen Johan plaatsen")
    assert reads(cockpit, "Er zijn 3 plekken. Laten zien kan vanaf 5.")
    cockpit.click("Johan vindt het goed")
    assert not pills(cockpit)["Laat zien"].isEnabled()


def test_my_board_is_open_at_once_and_a_pawn_is_moved_by_hand_and_by_key(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("reveal")
    cockpit.click("own-board")
    board = next(b for b in cockpit.page.findChildren(BoardView) if b.isVisible())
    assert len(board.keys()) == 11
    assert not any(label.objectName() == "asked" and label.isVisible() for label in cockpit.page.findChildren(QLabel))
    anja = cockpit.workshop.placement("now", cockpit.person("Anja"))
    assert anja is not None
    board.setFocus()
    board.choose(anja.id)
    cockpit.qtbot.keyClick(board, Qt.Key.Key_Right)
    cockpit.settle()
    moved = cockpit.workshop.placement("now", anja.placer)
    assert moved is not None
    assert moved.x > anja.x
    assert moved.y == anja.y


def test_with_nothing_placed_it_says_what_to_do_first(cockpit: Cockpit) -> None:
    cockpit.go_to("reveal")
    assert reads(cockpit, "Nog niets om te laten zien")
    assert cockpit.find("act").accessibleName() == "Verder: Het verschil"
