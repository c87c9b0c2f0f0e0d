"""What the program leaves behind on the disk, everywhere: file, settings, log, what it offers to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.outcome import Outcome
from gogrow.domain.rules import people, placing, planning, playing, session, talking
from gogrow.domain.workshop import DevelopmentPlan, GapView, PlanStep, Talk, Visibility, Workshop
from gogrow.ui.home.dialogs import TidyUp
from tests.sample import deck
from tests.ui.running import NOW, answer, fill, program, settle

SECRET = "Xanthippe"  # noqa: S105


def remains(*folders: Path) -> set[str]:
    """The files below these folders that hold the secret, in any of the ways in which a program writes text."""
    ways = {SECRET.encode(), SECRET.encode("utf-16-le"), SECRET.upper().encode(), SECRET.encode().hex().encode()}
    found = set()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and any(way in path.read_bytes() or SECRET in path.name for way in ways):
                found.add(path.name)
    return found


def opened(qtbot: QtBot, made: Program) -> None:
    with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000):
        made.window.home.open_chosen()


@contextmanager
def busy(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """A program in which everything that can be typed is the secret, half written words and undone steps too."""
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        opened(qtbot, made)
        live, desk = made.desk.workspace.current, made.desk
        assert live is not None
        one, other = (p.id for p in live.workshop.participants)
        talk = Talk("", one, other, GapView.LOOKING, Visibility.US, SECRET, (), SECRET)
        two, three = (SECRET,) * 2, (SECRET,) * 3
        plan = DevelopmentPlan(one, *two, (PlanStep(SECRET, None, *two),), *three, False, (), *three)
        live.do(people.rename, one, f"{SECRET} Jansen")
        live.do(people.set_shown, other, SECRET)
        live.do(people.add_people, [people.NewPerson(f"Weg {SECRET}")], desk.new_id, desk.source)
        settle(qtbot, made)
        live.do(people.remove, [live.workshop.participants[-1].id])
        live.do(placing.place_at, "now", one, "B")
        live.do(session.edit_details, replace(live.workshop.details, contact=SECRET, check_in=NOW.date()))
        live.do(talking.keep_talk, talk, desk.new_id)
        live.do(planning.edit_plan, plan)
        live.do(playing.show, deck().cards["nl"][0])
        live.do(talking.keep_talk, replace(talk, sentence=SECRET * 3, id="second"), desk.new_id)
        settle(qtbot, made)
        live.undo()
        live.draft(talking.draft_id(one, other, "sentence"), SECRET)
        live.draft("prepare.names", SECRET)
        live.draft(f"plan.{one}.wish", SECRET)
        yield made


def tidy_up(qtbot: QtBot, made: Program) -> None:
    def say_yes(dialog: object) -> None:
        assert isinstance(dialog, TidyUp)
        dialog.accept()

    answer(say_yes)
    made.window.home.tidy_chosen()
    qtbot.waitUntil(lambda: made.window.home.done.isVisible(), timeout=20_000)
    settle(qtbot, made)


def test_after_tidying_up_no_word_is_left_anywhere(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    with busy(qtbot, qapp, tmp_path) as made:
        live = made.desk.workspace.current
        assert live is not None

        def mistake(workshop: Workshop) -> Outcome:
            raise KeyError(f"{SECRET} of {workshop.participants[0].name}")

        live.do(mistake)
        settle(qtbot, made)
        made.desk.beamer.show()
        made.window.to_list()
        tidy_up(qtbot, made)
        assert remains(tmp_path, home) == set()
    assert remains(tmp_path, home) == set()
    log = next(home.rglob("gogrow.log")).read_text(encoding="utf-8")
    assert "KeyError" in log, "a mistake in a rule is found again"
    assert "tests/test_traces.py:" in log


def test_after_closing_a_workshop_nothing_that_was_taken_back_is_left(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undone, removed, renamed: *Afsluiten* ends the history with every name in it."""
    monkeypatch.setattr("gogrow.ui.messages.ask", lambda *_: True)
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        opened(qtbot, made)
        live, desk = made.desk.workspace.current, made.desk
        assert live is not None
        one, other = (p.id for p in live.workshop.participants)
        live.do(people.rename, one, SECRET)
        live.do(people.rename, one, "Gewoon")
        live.do(people.add_people, [people.NewPerson(f"Weg {SECRET}")], desk.new_id, desk.source)
        settle(qtbot, made)
        gone = live.workshop.participants[-1].id
        live.draft(f"plan.{gone}.wish", SECRET)
        live.flush()
        live.do(planning.edit_plan, DevelopmentPlan(gone, wish=SECRET))
        live.draft(f"plan.{gone}.wish", f"{SECRET} nog iets")
        live.flush()
        live.do(people.remove, [gone])
        talk = Talk("", one, other, GapView.LOOKING, Visibility.PLAN, SECRET)
        live.do(talking.keep_talk, talk, desk.new_id)
        settle(qtbot, made)
        live.undo()
        settle(qtbot, made)
        assert remains(tmp_path) == {"a.gogrow"}
        made.window.actions_by_id["workshop.close"].trigger()
        settle(qtbot, made)
        assert remains(tmp_path, home) == set()
