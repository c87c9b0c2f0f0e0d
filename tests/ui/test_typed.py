"""Whatever people type stands as it was typed: no markup, no shortcut, nothing pushed out of the window."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.content.own_decks import read_library
from gogrow.domain.deck import DilemmaCard, Phase, Programme, StepKind
from gogrow.domain.dilemmas import Fit, Moment, Sure
from gogrow.domain.ids import NewId, seeded_ids
from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.rules import dilemmas, follow_up, people, placing, planning, playing, session, table, talking
from gogrow.domain.workshop import (
    TEAM,
    CheckIn,
    Consent,
    Details,
    DevelopmentPlan,
    GapView,
    How,
    PlanStep,
    StepResult,
    StepState,
    Talk,
    Visibility,
)
from gogrow.store.workspace import Workspace
from gogrow.ui.cockpit.big_button import BigButton
from gogrow.ui.cockpit.page import CockpitPage
from gogrow.ui.cockpit.pair_panel import PairPanel
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.table.page import TablePage
from tests.sample import deck
from tests.ui.running import NASTY, NOW, program, settle

WORDS = {
    "markup": NASTY,
    "endless": "x" * 500,
    "marks": "q" + "\u0300" * 200 + " \u202eevil \x07",
    "braces": "{name} %s {0}",
}


def filled(path: Path, word: str, setting: str) -> None:
    """A workshop with this word in every field that the program has; its date has been."""
    workspace, new_id, source = Workspace.make(path), seeded_ids(3), random.Random(3)
    cards = read_library().deck
    wanted = {"koers": "koers-120", "check-in": "team", "check-in-two": "two"}.get(setting, setting)
    programme = next(p for p in cards.programmes if p.id == wanted)
    board = cards.board
    assert board is not None
    details = Details(word, word, word, dt.date(2020, 1, 1), "nl", (word,) * 5, dt.date(2019, 1, 1), word)
    workshop = session.new_workshop("w1", details, board, programme)
    workspace.create(workshop, StepName("create_workshop", {"name": word}))

    def do(rule: Callable[..., Outcome], *args: object) -> None:
        workspace.apply("w1", lambda w: rule(w, *args))

    count = 2 if wanted == "two" else 6
    do(people.add_people, [people.NewPerson(f"{word[:190]} {n}") for n in range(count)], new_id, source)
    ids = [p.id for p in workspace.load("w1").participants]
    do(people.lead_all, ids[1])
    do(people.set_shown, ids[0], word[:190])
    do(session.begin, NOW)
    other = "partner" if wanted == "two" else "other"
    for number, id in enumerate(ids):
        do(placing.place_at, "now", id, "BDGKRW"[number])
        do(placing.agree, Consent.NAME, id)
        if id != ids[1]:
            do(partial(placing.place_at, target=ids[1]), other, id, "K")
    do(placing.agree, Consent.MANAGER_VIEW, ids[1])
    for one, mate in ((ids[0], ids[1]), (ids[1], ids[0])):
        do(placing.agree, Consent.GAP, one, mate)
    do(
        talking.keep_talk,
        Talk("", ids[0], ids[1], GapView.LOOKING, Visibility.PLAN, word, (word, "trots"), word),
        new_id,
    )
    do(talking.harvest, word, 3, new_id)
    talk = workspace.load("w1").talks[0].id
    step = PlanStep(word, How.DOING, word, word)
    three = (word,) * 3
    do(planning.edit_plan, DevelopmentPlan(ids[0], word, word, (step,) * 3, *three, True, (talk,), *three))
    do(playing.show, deck().cards["nl"][0])
    do(playing.set_themes, deck().cards["nl"][0].id, (word,))
    if setting == "koers":
        play_a_dilemma(do, cards.dilemmas["nl"][0], word, new_id)
    if setting.startswith("check-in"):
        if wanted == "two":
            do(table.look, ("now", "partner"))
        else:
            do(placing.reveal, "now")
        meet_again(workspace, next(p for p in cards.programmes if p.id == setting), other, word)
    workspace.close()


def meet_again(workspace: Workspace, programme: Programme, other: str, word: str) -> None:
    """The workshop that follows, with the word in all that is looked back at."""
    then = workspace.load("w1")
    ids = {p.id: f"again{p.id}" for p in then.participants}
    made = follow_up.follow_up(then, "w2", word, programme, then.board, ids)
    made = replace(made, details=replace(made.details, date=dt.date(2026, 8, 1)))
    workspace.create(made, StepName("create_workshop", {"name": word}))

    def do(rule: Callable[..., Outcome], *args: object) -> None:
        workspace.apply("w2", lambda w: rule(w, *args))

    do(session.begin, NOW)
    for number, id in enumerate(ids.values()):
        do(placing.place_at, "now", id, "BDGKRW"[-1 - number])
        do(placing.agree, Consent.THEN_NOW, id)
    mine, yours = list(ids.values())[:2]
    do(partial(placing.place_at, target=yours), other, mine, "A")
    if other == "partner":
        do(table.look, ("now", "partner"))
    else:
        do(placing.reveal, "now")
        do(placing.join_managers, "now")
    results = tuple(StepResult(r.what, StepState.BUSY, word) for r in made.looked_back(mine).results)
    do(planning.look_back, CheckIn(mine, results, word, word))


def play_a_dilemma(do: Callable[..., None], card: DilemmaCard, word: str, new_id: NewId) -> None:
    """A dilemma with this word wherever the group may leave one."""
    do(session.go_to, "dilemma-3", NOW)
    do(dilemmas.play, card)
    do(dilemmas.show_views, card.id, Moment.BEFORE, (2, 2, 1, 0, 1))
    do(dilemmas.show_views, card.id, Moment.AFTER, (0, 1, 3, 1, 1))
    do(dilemmas.keep_sentence, card.id, word, (word, "tijd"))
    do(dilemmas.place_group, card.id, 0.4)
    do(dilemmas.how_sure, card.id, Sure.DIFFER, word)
    for goal in range(5):
        do(dilemmas.hold_against, card.id, goal, Fit.RUBS, word)
    do(dilemmas.add_request, word, new_id)


def is_cut(button: QPushButton) -> bool:
    """Whether its words need more room than it has; some shorten them by themselves."""
    shortens = isinstance(button, CheckPill | BigButton) or not button.text() or button.visibleRegion().isEmpty()
    return not shortens and button.width() < button.sizeHint().width() - 1


def faults(window: QWidget) -> list[str]:
    """What is wrong on what can be seen now."""
    found = []
    for widget in window.findChildren(QWidget):
        name = f"{type(widget).__name__} {widget.objectName()}"
        if NASTY in widget.toolTip():  # Qt takes it for markup then
            found.append(f"{name}: tool tip")
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText and NASTY in widget.text():
            found.append(f"{name}: label")
        if isinstance(widget, QAbstractButton) and NASTY in widget.text():
            found.append(f"{name}: its ampersand is a shortcut")
        if isinstance(widget, QPushButton) and is_cut(widget):
            found.append(f"{name}: {widget.text()!r} is cut")
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        for row in range(model.rowCount() if model is not None else 0):
            if NASTY in str(model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)):  # type: ignore[union-attr]
                found.append(f"{name}: tool tip of row {row}")
    for action in window.findChildren(QAction):
        if NASTY in action.text() or NASTY in action.toolTip():
            found.append(f"action {action.text()}")
    if window.width() > 1280 or window.height() > 800:
        found.append(f"the window grew to {window.size().toTuple()}")
    return found


def everywhere(qtbot: QtBot, made: Program) -> Iterator[str]:
    """Go through the whole program."""
    yield "the list"
    with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000):
        made.window.home.open_chosen()
    live = made.desk.workspace.current
    assert live is not None
    ids = [p.id for p in live.workshop.participants]
    rounds = tuple(r.id for r in live.workshop.board.rounds)
    for step in live.workshop.run:
        live.do(session.go_to, step.id, NOW)
        settle(qtbot, made)
        page = made.window.stack.currentWidget()
        if isinstance(page, CockpitPage):
            page._uncover()
        made.desk.beamer.show()
        yield step.id
        if isinstance(page, TablePage):
            if step.kind is StepKind.REVEAL:
                live.do(table.look, rounds)
            for turn in table.Turn if step.kind is StepKind.GAP else ():
                live.do(table.turn_to, turn, NOW)
                settle(qtbot, made)
                yield f"{step.id} {turn.name}"
            for _ in range(2) if step.kind is StepKind.THEN_NOW else ():  # to the other's way, and to their gap
                page.act()
                settle(qtbot, made)
                yield f"{step.id}, on"
        elif step.kind is StepKind.THEN_NOW:
            for whose in (TEAM, *ids[:2]):
                live.do(follow_up.show_then_now, whose)
                cast(Any, page)._view._choose("" if whose == TEAM else whose)
                settle(qtbot, made)
                yield f"{step.id} {whose}"
            cast(QPushButton, made.window.findChild(QPushButton, "way-0")).click()
        elif step.kind is StepKind.LOOK_BACK:
            cast(Any, page)._view.choose(ids[0])
        elif step.kind is StepKind.REVEAL:
            live.do(placing.reveal, "now")
            live.do(placing.reveal_about, "other", ids[1])
        elif step.kind is StepKind.GAP:
            cast(QPushButton, made.window.findChild(QPushButton, "one-pair")).click()
            cast(PairPanel, made.window.findChild(PairPanel)).open_pair(*ids[:2])
            live.do(talking.show_pair, ids[0], ids[1], GapView.LOOKING)
        elif step.kind is StepKind.PLAN:
            cast(Any, page)._view._choose(ids[0])
        elif step.kind is StepKind.DILEMMA and live.workshop.dilemma() is not None:
            for phase in Phase:
                live.do(dilemmas.to_phase, phase)
                settle(qtbot, made)
                yield f"{step.id} {phase}"
            live.do(dilemmas.to_phase, Phase.SENTENCE)
            live.do(dilemmas.read_back, True)
        settle(qtbot, made)
        yield f"{step.id}, shown"
    live.undo()
    made.window.show_page("prepare")
    settle(qtbot, made)
    yield "preparing"


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        *((kind, setting) for kind in WORDS for setting in ("team", "two")),
        *(("markup", setting) for setting in ("koers", "check-in", "check-in-two")),
        *(("endless", setting) for setting in ("check-in", "check-in-two")),
    ],
)
def test_typed_words_stand_everywhere_as_they_were_typed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path, kind: str, setting: str
) -> None:
    filled(tmp_path / "a.gogrow", WORDS[kind], setting)
    found: dict[str, list[str]] = {}
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.resize(1280, 800)
        qtbot.waitUntil(lambda: made.desk.deck is not None, timeout=20_000)
        for place in everywhere(qtbot, made):
            QApplication.processEvents()
            if wrong := faults(made.window):
                found[place] = wrong
        assert not made.window.banner.text()
    assert found == {}


def test_signs_that_nobody_sees_turn_no_other_words_around(tmp_path: Path) -> None:
    """A sign that turns the direction of writing is left out of fields of one line, as it is of names."""
    filled(tmp_path / "a.gogrow", WORDS["marks"], "team")
    workspace = Workspace.open(tmp_path / "a.gogrow")
    details = workspace.load("w1").details
    workspace.close()
    for text in (details.title, details.team, details.organisation, details.contact, *details.goals):
        assert text == "q" + "\u0300" * 200 + " evil"
