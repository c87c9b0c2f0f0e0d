"""The cockpit is made anew for another size of letters while something is being counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.domain import ballot
from gogrow.domain.deck import StepKind
from gogrow.domain.dilemmas import POLL, Moment
from gogrow.domain.outcome import StepName
from gogrow.domain.rules import session
from gogrow.store.workspace import Workspace
from gogrow.ui.crash import Crashes
from tests.koers import with_dilemmas
from tests.sample import NOW, team
from tests.ui.running import program, settle


def test_a_count_goes_on_in_another_look(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistakes: list[object] = []
    monkeypatch.setattr(Crashes, "caught", lambda _self, *found: mistakes.append(found))
    workshop = with_dilemmas(team())
    poll = next(step.id for step in workshop.run if step.kind is StepKind.POLL)
    file = Workspace.make(tmp_path / "a.gogrow")
    file.create(session.go_to(workshop, poll, NOW).workshop, StepName("new"))
    file.close()
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.desk.workspace.open_workshop(workshop.id)
        qtbot.waitUntil(lambda: made.window.page_name() == "cockpit", timeout=20_000)
        settle(qtbot, made)
        old = made.window.pages["cockpit"]
        gone: list[bool] = []
        old.destroyed.connect(lambda: gone.append(True))
        made.desk.set_text_size(1.15)
        qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
        live = made.desk.workspace.current
        assert live is not None
        live.voices.open(POLL, Moment.BEFORE)
        live.voices.do(ballot.add, 2)
        settle(qtbot, made)
        assert live.voices.ballot is not None
        assert live.voices.ballot.total == 1
    assert mistakes == []
