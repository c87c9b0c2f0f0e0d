"""The running workshop on a real file: order of commands, half-written words, and what freezing must never keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gogrow.domain.ids import random_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import Neutral, Reveal
from gogrow.domain.rules import placing, session
from gogrow.domain.workshop import Consent
from gogrow.live.beamer import Beamer
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.store import opening
from gogrow.store.faults import StoreFault
from gogrow.store.workspace import Workspace
from tests.sample import NOW, after, person, team


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[LiveWorkshop]:
    """Team Zetten, begun, in a file of its own."""
    path = tmp_path / "w.gogrow"
    Workspace.make(path).close()
    workspace = LiveWorkspace(path, opening.connect(path), lambda: NOW, random_ids())
    with qtbot.waitSignal(workspace.workshop_opened) as opened:
        workspace.create(after(team(), session.begin, NOW))
    yield opened.args[0]
    workspace.close()
    workspace.deleteLater()


def test_keys_that_come_faster_than_the_disk_build_on_each_other(qtbot: QtBot, live: LiveWorkshop) -> None:
    people = [p.id for p in live.workshop.participants]
    with qtbot.waitSignal(live.saved, check_params_cb=lambda saved: saved):
        for id in people:
            for round in ("now", "other", "wish"):
                live.do(placing.place_at, round, id, "C")
    assert len(live.workshop.placements) == 3 * len(people)


def test_what_is_not_allowed_changes_nothing_and_says_why(qtbot: QtBot, live: LiveWorkshop) -> None:
    before = live.workshop
    with qtbot.waitSignal(live.broken) as broken:
        live.do(placing.place_at, "now", before.participants[0].id, "Ä")
    assert isinstance(broken.args[0], RuleBroken)
    assert live.workshop is before


def test_half_written_words_are_in_the_file_within_a_second(qtbot: QtBot, live: LiveWorkshop) -> None:
    start = dt.datetime.now(dt.UTC)
    live.draft("details.contact", "Nieuwe coll")
    live.draft("details.contact", "Nieuwe collega’s")
    qtbot.waitUntil(lambda: live.workshop.draft("details.contact") == "Nieuwe collega’s", timeout=5000)
    assert (dt.datetime.now(dt.UTC) - start).total_seconds() < 5


def test_words_that_could_not_be_written_wait_for_the_next_flush(qtbot: QtBot, live: LiveWorkshop) -> None:
    path = next(p for p in [live._workspace().path] if p.exists())
    away = path.with_suffix(".away")
    path.rename(away)
    live.draft("details.contact", "Ik wil")
    with qtbot.waitSignal(live.failed):
        live.flush()
    assert live.workshop.draft("details.contact") == ""
    away.rename(path)
    with qtbot.waitSignal(live.changed):
        live.flush()
    assert live.workshop.draft("details.contact") == "Ik wil"


def test_words_on_their_way_that_are_forgotten_do_not_wait_for_another_chance(qtbot: QtBot, live: LiveWorkshop) -> None:
    """The disk refuses a half sentence just when its owner decides that nothing is written down."""
    path = next(p for p in [live._workspace().path] if p.exists())
    away = path.with_suffix(".away")
    path.rename(away)
    live.draft("details.contact", "GEHEIM")
    live.flush()
    live.forget_draft("details.contact")
    qtbot.waitUntil(lambda: not live._pending)
    away.rename(path)
    live.draft("details.team", "Zetten")
    with qtbot.waitSignal(live.saved, check_params_cb=lambda saved: saved):
        live.flush()
    assert [draft.id for draft in live.workshop.drafts] == ["details.team"]
    live.draft("details.contact", "wel")
    with qtbot.waitSignal(live.saved, check_params_cb=lambda saved: saved):
        live.flush()
    assert live.workshop.draft("details.contact") == "wel"


def test_words_that_are_forgotten_never_reach_the_file(qtbot: QtBot, live: LiveWorkshop) -> None:
    live.draft("details.contact", "GEHEIM")
    live.forget_draft("details.contact")
    with qtbot.waitSignal(live.changed):
        live.do(session.pause, NOW)
    live.flush()
    assert "GEHEIM" not in repr(live.workshop)


def test_what_was_read_in_a_file_that_is_closed_is_told_to_nobody(qtbot: QtBot, live: LiveWorkshop) -> None:
    """Whoever asked would go on with it in the file that is open then; what could not be done is told."""
    workspace = live.parent()
    assert isinstance(workspace, LiveWorkspace)
    heard: list[object] = []
    workspace.ask(lambda file: file.load(live.id).details.title, heard.append)
    workspace.ask(lambda file: file.load("unknown"), heard.append, lambda error: heard.append(type(error)))
    workspace.close()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [StoreFault]


def test_a_consent_that_is_withdrawn_turns_a_frozen_picture_neutral() -> None:
    workshop = after(after(team(), session.begin, NOW), session.go_to, "reveal", NOW)
    samira = person(workshop, "Samira El Idrissi")
    workshop = after(workshop, placing.place_at, "now", samira, "B")
    workshop = after(after(workshop, placing.reveal, "now"), placing.agree, Consent.NAME, samira)
    beamer = Beamer(lambda: NOW)
    beamer.follow(workshop)
    assert isinstance(beamer.view.picture, Neutral)
    beamer.show()
    assert isinstance(beamer.view.picture, Reveal)
    beamer.freeze(True)
    hidden = after(workshop, placing.hide, "now")
    beamer.follow(hidden)
    assert isinstance(beamer.view.picture, Reveal)
    beamer.follow(after(hidden, placing.withdraw, Consent.NAME, samira))
    assert isinstance(beamer.view.picture, Neutral)
    assert not beamer.frozen


def test_another_workshop_makes_the_beamer_neutral() -> None:
    beamer = Beamer(lambda: NOW)
    workshop = after(team(), session.begin, NOW)
    beamer.follow(workshop)
    beamer.show()
    beamer.follow(None)
    assert isinstance(beamer.view.picture, Neutral)
    beamer.follow(workshop)
    assert isinstance(beamer.view.picture, Neutral)
