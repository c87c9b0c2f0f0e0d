"""Reading aloud at the table: what both see, and nothing where one of the two looks away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from gogrow.domain.rules import session
from gogrow.texts import Texts
from gogrow.ui.aloud import Aloud
from gogrow.ui.speech import Speaker
from gogrow.ui.table.page import TablePage
from tests.sample import NOW
from tests.ui.table.conftest import Sitting, for_two


def read_button(sitting: Sitting) -> QPushButton:
    found = sitting.page.findChild(QPushButton, "read-aloud")
    assert isinstance(found, QPushButton)
    return found


def go_to(sitting: Sitting, kind: str) -> None:
    """To the first step of a kind."""
    step = next(step for step in sitting.live.workshop.run if step.kind == kind and (kind != "round" or step.rounds))
    sitting.live.do(session.go_to, step.id, NOW)
    sitting.settle()


def test_what_both_see_is_read_and_stops_with_the_step(table: Sitting) -> None:
    aloud = table.desk.aloud
    assert aloud.text == ()
    table.press("table-first")
    step = table.live.workshop.step()
    assert step is not None
    assert "".join(aloud.text[:1]).rstrip(".") == step.heading["nl"].rstrip(".")
    assert read_button(table).isEnabled()
    go_to(table, "round")
    assert aloud.text == ()
    assert not read_button(table).isEnabled()
    assert read_button(table).toolTip().find("Hier staat nu niets") > 0
    go_to(table, "plan")
    assert aloud.text
    table.page.hide()
    assert aloud.text == (), "the beamer is quiet"


def test_the_voice_is_silent_at_the_next_step(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    desk = sitting.desk
    desk._aloud = Aloud(desk, desk.beamer, Speaker(engines=("mock",)))
    desk.aloud._texts["nl"] = Texts("en")  # the language of the engine for trying
    live = sitting.open(for_two())
    page = TablePage(desk)
    sitting.show(page)
    page.show_workshop(live)
    sitting.settle()
    sitting.press("table-first")
    desk.aloud.toggle(page)
    assert desk.aloud.speaking
    go_to(sitting, "round")
    assert not desk.aloud.speaking
