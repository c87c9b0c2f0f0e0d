"""Voices are counted in memory, and nothing of a single one is anywhere else.

Two workshops are played that differ only in who chose what and when, and in voices that were never shown: the bytes of
their files, their exports, their undo steps, their logs and all that their beamers ever showed are the same.
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gogrow.domain import ballot
from gogrow.domain.deck import Phase
from gogrow.domain.dilemmas import POLL, FileKeeps, Moment, RoomSees
from gogrow.domain.ids import seeded_ids
from gogrow.domain.public import Dilemma, Neutral, PublicView, Views
from gogrow.domain.rules import dilemmas, session
from gogrow.live.beamer import Beamer
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.store import opening
from gogrow.store.export import export
from gogrow.store.workspace import Workspace
from tests.domain.test_dilemmas import CARD, OTHER, begun
from tests.sample import NOW

CARDS = {"robot": CARD, "taart": OTHER}


class Run:
    """A workshop on a real file, with its beamer."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.qtbot, self.path = qtbot, folder / "w.gogrow"
        Workspace.make(self.path).close()
        self.workspace = LiveWorkspace(self.path, opening.connect(self.path), lambda: NOW, seeded_ids(3))
        self.broken: list[str] = []
        self.beamer = Beamer(lambda: NOW)
        self.seen: list[PublicView] = []
        self.live = self.opened(lambda: self.workspace.create(begun()))
        self.beamer.show()

    def opened(self, ask: Callable[[], None]) -> LiveWorkshop:
        with self.qtbot.waitSignal(self.workspace.workshop_opened) as made:
            ask()
        assert made.args is not None
        live: LiveWorkshop = made.args[0]
        live.broken.connect(lambda broken: self.broken.append(broken.code))
        live.changed.connect(self.beamer.follow)
        live.voiced.connect(self.beamer.count)
        self.beamer.follow(live.workshop)
        return live

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.live.busy)
        self.seen.append(self.beamer.view)

    def export(self) -> str:
        found: list[str] = []
        self.workspace.ask(lambda store: json.dumps(export(store)), found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def close(self) -> None:
        self.workspace.close()
        self.workspace.deleteLater()
        self.beamer.deleteLater()


@dataclass
class Secret:
    """Who holds up what: the same cards in another order, and other cards where nothing was ever shown."""

    source: random.Random
    shuffled: bool
    cards: list[int] = field(default_factory=list)

    def hold_up(self, cards: list[int], *, shown: bool) -> list[int]:
        self.cards = list(cards)
        if self.shuffled:
            self.source.shuffle(self.cards)
        if self.shuffled and not shown:
            self.cards = [self.source.randint(1, 5) for _ in cards]
        return self.cards


VIEWS = st.lists(st.integers(1, 5), min_size=5, max_size=11)
COUNT = st.tuples(st.just("count"), VIEWS, st.booleans(), st.integers(0, 3))
PLAY = st.tuples(st.just("play"), st.sampled_from(sorted(CARDS)))
PHASE = st.tuples(st.just("phase"), st.sampled_from(list(Phase)))
KINDS = ["put_away", "stop", "undo", "redo", "sentence", "pawn", "again", "poll", "hide", "back"]
PLAIN = st.tuples(st.sampled_from(KINDS))
ACTIONS = st.lists(st.one_of(PLAY, PHASE, COUNT, COUNT, PLAIN), min_size=4, max_size=14)


def play(run: Run, actions: list[tuple], secret: Secret) -> None:  # type: ignore[type-arg]
    run.live.do(dilemmas.play, CARD)
    run.settle()
    for action in actions:
        live, kind = run.live, action[0]
        if kind == "play":
            live.do(dilemmas.play, CARDS[action[1]])
        elif kind == "phase":
            live.do(dilemmas.to_phase, action[1])
        elif kind == "count":
            count(run, secret, *action[1:])
        elif kind == "undo":
            live.undo()
        elif kind == "redo":
            live.redo()
        elif kind == "sentence":
            live.do(dilemmas.keep_sentence, CARD.id, "Samen oefenen.", ["tijd"])
        elif kind == "pawn":
            live.do(dilemmas.place_group, CARD.id, 0.4)
        elif kind == "again":
            now = live.voices.ballot
            if now is not None:
                live.voices.anew(now.about, now.moment)
        elif kind == "poll":
            live.do(session.go_to, "poll", NOW)
        elif kind == "hide":
            live.do(dilemmas.hide_views, Moment.BEFORE)
        elif kind == "back":
            live.do(session.go_to, "d1", NOW)
        else:
            live.do(getattr(dilemmas, kind))
        run.settle()


def count(run: Run, secret: Secret, cards: list[int], shown: bool, mistakes: int) -> None:
    """Type what is held up, with mistakes that are taken back; show it, or leave it unshown."""
    live = run.live
    step = live.workshop.step()
    about = POLL if step is not None and step.id == "poll" else live.workshop.stage.dilemma.card
    if not about:
        return
    moment = Moment.AFTER if live.workshop.stage.dilemma.phase is Phase.AGAIN else Moment.BEFORE
    live.voices.anew(about, moment)
    run.settle()
    for _ in range(mistakes):
        live.voices.do(ballot.add, secret.source.randint(1, 5) if secret.shuffled else 1)
        live.voices.do(ballot.take_back)
        run.settle()
    for card in secret.hold_up(cards, shown=shown):
        live.voices.do(ballot.add, card)
        run.settle()
    if shown:
        live.voices.show()
        run.settle()
        assert live.voices.ballot is None or not live.voices.ballot.shown or not live.voices.ballot.voices


@pytest.fixture
def qt(qtbot: QtBot) -> QtBot:
    return qtbot


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTIONS, st.integers(0, 2**32))
def test_nothing_anywhere_depends_on_a_single_voice(
    qt: QtBot, tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture, actions: list, seed: int  # type: ignore[type-arg]
) -> None:
    traces = []
    for shuffled in (False, True):
        caplog.clear()
        run = Run(qt, tmp_path_factory.mktemp("voices") / "file")
        with caplog.at_level(logging.DEBUG):
            play(run, actions, Secret(random.Random(seed), shuffled))
        told = run.export()
        run.close()
        beside = sorted(path.name for path in run.path.parent.iterdir())
        log = [(record.name, record.getMessage()) for record in caplog.records]
        traces.append((run.seen, told, run.broken, log, beside, run.path.read_bytes()))
    first, second = traces
    assert first == second


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path) -> Iterator[Run]:
    made = Run(qtbot, tmp_path / "one")
    made.live.do(dilemmas.play, CARD)
    made.live.do(dilemmas.to_phase, Phase.CHOOSE)
    made.settle()
    yield made
    made.close()


def type_in(run: Run, *cards: int, moment: Moment = Moment.BEFORE) -> None:
    run.live.voices.open(CARD.id, moment)
    for card in cards:
        run.live.voices.do(ballot.add, card)
    run.settle()


def test_the_total_ticks_on_the_beamer_and_no_place(run: Run) -> None:
    type_in(run, 2, 2, 4)
    seen = run.beamer.view.picture
    assert isinstance(seen, Dilemma)
    assert (seen.done, seen.total) == (3, 11)


def test_keys_tapped_faster_than_the_screen_and_a_twelfth_among_eleven(run: Run) -> None:
    run.live.voices.open(CARD.id, Moment.BEFORE)
    for card in (2, 2, 4, 5, 1, 3, 3, 2, 4, 4, 1, 5):
        run.live.voices.do(ballot.add, card)
    run.live.voices.show()
    run.live.voices.show()  # pressed twice
    run.settle()
    assert run.broken == ["views_many"]
    assert run.live.workshop.counts(CARD.id, Moment.BEFORE) == (2, 3, 2, 3, 1)
    assert isinstance(run.beamer.view.picture, Views)
    assert run.live.voices.ballot is None


def test_a_count_that_is_hidden_because_it_gives_one_away_can_be_typed_again(run: Run) -> None:
    type_in(run, 2, 2, 4, 5, 1, 3)
    run.live.voices.show()
    run.settle()
    run.live.voices.anew(CARD.id, Moment.BEFORE)
    run.live.do(dilemmas.to_phase, Phase.CHOOSE)
    type_in(run, 2, 2, 4, 5, 1, 3, 5)
    run.live.voices.show()
    run.settle()
    assert run.broken == ["one_voice"]
    assert run.live.workshop.counts(CARD.id, Moment.BEFORE) == (1, 2, 1, 1, 1)
    assert isinstance(run.beamer.view.picture, Dilemma)
    kept = run.live.voices.ballot
    assert kept is not None
    assert kept.total == 7  # nothing that was typed is gone


def test_a_count_waits_while_another_is_made(run: Run) -> None:
    type_in(run, 2, 2, 4)
    run.live.do(dilemmas.play, OTHER)
    run.settle()
    run.live.voices.open(OTHER.id, Moment.BEFORE)
    run.live.voices.do(ballot.add, 5)
    run.settle()
    assert run.live.voices.open(CARD.id, Moment.BEFORE).voices == (2, 2, 4)
    assert run.live.voices.open(OTHER.id, Moment.BEFORE).voices == (5,)
    run.live.voices.forget(CARD.id)
    assert run.live.voices.open(CARD.id, Moment.BEFORE).voices == ()


def test_a_count_that_is_shown_late_does_not_push_out_the_next_one(run: Run) -> None:
    type_in(run, 2, 2, 4, 5, 1)
    run.live.voices.show()
    run.live.voices.open(OTHER.id, Moment.BEFORE)  # before the file has answered
    run.live.voices.do(ballot.add, 5)
    run.settle()
    now = run.live.voices.ballot
    assert now is not None
    assert (now.about, now.voices) == (OTHER.id, (5,))
    assert sum(run.live.workshop.counts(CARD.id, Moment.BEFORE)) == 5
    assert run.live.voices.open(CARD.id, Moment.BEFORE).voices == ()


def test_what_was_shown_and_counted_again_is_remembered_as_long_as_the_program_runs(run: Run) -> None:
    for cards in ((2, 2, 4, 5, 1, 3), (1, 1, 5, 5, 5, 5)):
        run.live.voices.anew(CARD.id, Moment.BEFORE)
        type_in(run, *cards)
        run.live.voices.show()
        run.settle()
    run.live.voices.anew(CARD.id, Moment.BEFORE)
    type_in(run, 2, 2, 4, 5, 1, 3, 3)
    run.live.voices.show()
    run.settle()
    assert run.broken == ["one_voice"]


def test_a_full_disk_loses_no_voice(run: Run) -> None:
    type_in(run, 2, 2, 4, 5, 1, 3)
    away = run.path.with_suffix(".away")
    run.path.rename(away)
    with run.qtbot.waitSignal(run.live.failed):
        run.live.voices.show()
    kept = run.live.voices.ballot
    assert kept is not None
    assert (kept.total, kept.shown) == (6, False)
    away.rename(run.path)
    run.live.voices.show()
    run.settle()
    assert sum(run.live.workshop.counts(CARD.id, Moment.BEFORE)) == 6


def test_after_a_crash_in_the_middle_of_counting_the_count_begins_anew_and_says_so(run: Run) -> None:
    type_in(run, 2, 2, 4, 5)
    assert run.live.workshop.stage.dilemma.counting
    run.workspace.leave_workshop()
    again = run.opened(lambda: run.workspace.open_workshop("w1"))
    assert again.voices.lost
    assert again.voices.ballot is None
    again.voices.open(CARD.id, Moment.BEFORE)
    again.voices.do(ballot.add, 3)
    assert not again.voices.lost
    run.live = again
    run.settle()


def test_names_are_kept_for_who_agrees_and_let_go_when_somebody_takes_it_back(run: Run) -> None:
    live = run.live
    live.do(dilemmas.choices, RoomSees.NAMES, FileKeeps.NAMES)
    run.settle()
    people = [p.id for p in live.workshop.participants][:6]
    live.voices.open(CARD.id, Moment.BEFORE)
    for id, card in zip(people, (1, 1, 2, 4, 5, 5), strict=True):
        live.voices.do(ballot.choose, id, card)
    live.voices.do(ballot.say, people[0], kept=True)
    live.voices.do(ballot.say, people[0], aloud=True)
    live.voices.show()
    run.settle()
    assert [(v.participant, v.view) for v in live.workshop.named_views] == [(people[0], 1)]
    seen = run.beamer.view.picture
    assert isinstance(seen, Views)
    assert [voice.view for voice in seen.names] == [1]
    live.voices.do(ballot.say, people[1], kept=True)
    run.settle()
    assert len(live.workshop.named_views) == 2
    live.voices.do(ballot.say, people[0], kept=False, aloud=False)
    run.settle()
    assert [v.participant for v in live.workshop.named_views] == [people[1]]
    gone = run.beamer.view.picture
    assert isinstance(gone, Views)
    assert gone.names == ()


def test_a_frozen_picture_with_a_name_turns_neutral_when_the_name_is_taken_back(run: Run) -> None:
    live = run.live
    live.do(dilemmas.choices, RoomSees.NAMES, FileKeeps.COUNTS)
    run.settle()
    people = [p.id for p in live.workshop.participants][:5]
    live.voices.open(CARD.id, Moment.BEFORE)
    for id in people:
        live.voices.do(ballot.choose, id, 2)
    live.voices.do(ballot.say, people[0], aloud=True)
    live.voices.show()
    run.settle()
    run.beamer.freeze(True)
    live.voices.do(ballot.say, people[0], aloud=False)
    run.settle()
    assert run.beamer.view == PublicView("nl", Neutral())
    assert not run.beamer.frozen
