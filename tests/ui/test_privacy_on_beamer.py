"""What the beamer's window shows, says and is called never holds a private word, and never tells private things apart.

The values are tried in ``tests/domain/test_room.py``; here it is the window that is made from them.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QAccessible, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QWidget

from gogrow.domain import ballot as counting
from gogrow.domain.ballot import Ballot
from gogrow.domain.deck import Phase
from gogrow.domain.dilemmas import Moment, RoomSees
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import BeamerMode, ThenNowTeam
from gogrow.domain.rules import dilemmas, follow_up, people, placing, playing, session, talking, tidy
from gogrow.domain.workshop import TEAM, Consent, GapView, Workshop
from gogrow.live.beamer import Beamer
from gogrow.texts import Texts
from gogrow.ui.beamer.screens import Screens
from gogrow.ui.beamer.view import paint_view
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.theme import load_fonts, load_theme
from tests.domain.test_room import PLANTED, actions, scrambled, secret_team, secret_then
from tests.koers import at_phase, koerskaart, marked, otherwise, rounds, with_dilemmas
from tests.sample import NOW, deck
from tests.sheets import reading

SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


@dataclass
class Memory:
    """Screens that were chosen: none."""

    beamers: list[list[str]] = field(default_factory=list)

    def save(self) -> None:
        """Nowhere."""


class Room:
    """A beamer with its window, as the program makes them, in small."""

    def __init__(self) -> None:
        self.now = NOW
        self.beamer = Beamer(lambda: self.now)
        self.screens = Screens(Memory(), lambda: None)
        self.window = BeamerWindow(load_theme("light"), self.screens, Texts("nl"), now=lambda: self.now)
        self.beamer.changed.connect(self.window.show_view)
        self.window.show_plain()
        self.window.resize(640, 360)
        QApplication.processEvents()

    def follow(self, workshop: Workshop, mode: BeamerMode = BeamerMode.SHOW, ballot: Ballot | None = None) -> None:
        """The workshop is now this, and these are the voices that are counted."""
        self.beamer.follow(workshop)
        self.beamer.count(ballot)
        if mode is not self.beamer.mode:
            {BeamerMode.SHOW: self.beamer.show, BeamerMode.NEUTRAL: self.beamer.neutral}.get(mode, self.beamer.blank)()

    def said(self) -> Iterator[str]:
        """All words that the window has for anybody who looks, points at it or listens."""
        for part in (self.window, *self.window.findChildren(QWidget)):
            yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis(), part.objectName())
            yield from (part.accessibleName(), part.accessibleDescription(), part.windowFilePath(), part.windowRole())
            spoken = QAccessible.queryAccessibleInterface(part)
            yield from (spoken.text(kind) for kind in SPOKEN)

    def picture(self) -> QImage:
        """What is seen of it."""
        return self.window.canvas.grab().toImage()

    def painted(self, target: Path) -> str:
        """The words that are painted, read back as from paper."""
        writer = QPdfWriter(str(target))
        writer.setResolution(72)
        writer.setPageSize(QPageSize(QSizeF(640, 360), QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        painter = QPainter(writer)
        view = self.window.canvas.view
        paint_view(painter, view, QSizeF(640, 360), load_theme("light"), Texts(view.language), now=self.now)
        painter.end()
        return " ".join(reading.words(target))

    def close(self) -> None:
        """Give it back."""
        self.window.stop()
        self.window.deleteLater()
        self.screens.deleteLater()
        self.beamer.deleteLater()


@pytest.fixture
def rooms(qapp: QApplication) -> Iterator[tuple[Room, Room]]:
    """Two beamers."""
    load_fonts()
    made = (Room(), Room())
    yield made
    for room in made:
        room.close()


def played(seed: int, steps: int) -> Iterator[tuple[Workshop, dt.datetime]]:
    """A session of random steps by people who never say yes to anything."""
    source, new_id, now = random.Random(seed), seeded_ids(seed), NOW
    workshop = session.begin(secret_team(), now).workshop
    for person in workshop.participants[: seed % 9]:
        workshop = placing.place_at(workshop, "now", person.id, source.choice("ABCDEF")).workshop
    for step in range(steps):
        now += dt.timedelta(seconds=source.randint(1, 90))
        if step % 12 == 5:
            workshop = session.go_to(workshop, "reveal", now).workshop
        try:
            workshop = tidy(source.choice(actions(workshop, source, new_id, now))(workshop).workshop)
        except RuleBroken:
            continue
        yield workshop, now


def test_no_word_of_the_window_and_none_that_is_painted_is_private(rooms: tuple[Room, Room], tmp_path: Path) -> None:
    room, _ = rooms
    kinds: dict[str, int] = {}
    steps = painted = 0
    for seed in range(30):
        for workshop, now in played(seed, 80):
            room.now = now
            steps += 1
            for mode in (BeamerMode.SHOW, list(BeamerMode)[steps % 3]):
                room.follow(workshop, mode)
                kind = type(room.window.canvas.view.picture).__name__
                kinds[kind] = kinds.get(kind, 0) + 1
                assert not [word for word in room.said() if PLANTED in word]
                if kinds[kind] % 40 == 1:
                    painted += 1
                    assert PLANTED not in room.painted(tmp_path / "room.pdf")
    assert steps > 1000
    assert painted > 25
    assert set(kinds) >= {"Neutral", "Blank", "Words", "Explain", "Placing", "Reveal", "Pairs", "Card"}


def test_a_yes_shows_exactly_that_name_in_the_picture_and_to_who_listens(
    rooms: tuple[Room, Room], tmp_path: Path
) -> None:
    """The test above would notice a name that is there."""
    room, _ = rooms
    workshop = session.go_to(session.begin(secret_team(), NOW).workshop, "reveal", NOW).workshop
    for person in workshop.participants:
        workshop = placing.place_at(workshop, "now", person.id, "B").workshop
    workshop = placing.reveal(workshop, "now").workshop
    room.follow(workshop)
    assert PLANTED not in room.painted(tmp_path / "a.pdf")
    first = workshop.participants[0]
    room.follow(placing.agree(workshop, Consent.NAME, first.id).workshop)
    assert room.painted(tmp_path / "b.pdf").count(PLANTED) == 1
    assert sum(PLANTED in word for word in room.said()) > 0


def test_workshops_that_differ_only_in_private_give_the_same_picture_to_the_pixel(rooms: tuple[Room, Room]) -> None:
    here, there = rooms
    source = random.Random(0)
    shown: dict[str, int] = {}
    for seed in range(24):
        *_, (workshop, now) = played(seed, 60)
        steps = [step.id for step in workshop.run]
        for step in (workshop.stage.step, "reveal", steps[seed % len(steps)]):
            workshop = session.go_to(workshop, step, now).workshop
            here.now = there.now = now
            here.follow(workshop)
            there.follow(scrambled(workshop, source))
            kind = type(here.window.canvas.view.picture).__name__
            shown[kind] = shown.get(kind, 0) + 1
            assert here.picture() == there.picture(), f"seed {seed}, {kind}"
            assert list(here.said()) == list(there.said())
    assert shown.get("Reveal", 0) >= 5
    assert sum(shown.values()) >= 60


def test_nobody_can_be_followed_from_then_to_now_to_the_pixel(rooms: tuple[Room, Room], tmp_path: Path) -> None:
    """The same places by other people, and other plans of then: the same picture, without a word that is private."""
    here, there = rooms
    seen = 0
    for seed in range(20):
        source = random.Random(seed)
        then = secret_then(session.begin(secret_team(), NOW).workshop, source)
        now = replace(secret_then(then, source), id="now")
        now = session.go_to(now, "then-now", NOW).workshop
        now = tidy(follow_up.show_then_now(now, TEAM).workshop)
        here.beamer.follow(now, (then,))
        there.beamer.follow(scrambled(now, source), (scrambled(then, source),))
        for room in rooms:
            room.beamer.show()
        seen += isinstance(here.window.canvas.view.picture, ThenNowTeam)
        assert here.picture() == there.picture()
        assert list(here.said()) == list(there.said())
        assert not any(PLANTED in word for word in here.said())
        if seed == 0:
            assert PLANTED not in here.painted(tmp_path / "a.pdf")
    assert seen >= 10


def test_the_picture_tells_places_apart(rooms: tuple[Room, Room]) -> None:
    """The test above would notice a difference."""
    here, there = rooms
    workshop = session.go_to(session.begin(secret_team(), NOW).workshop, "reveal", NOW).workshop
    first, second = (
        placing.reveal(placing.place_at(workshop, "now", workshop.participants[0].id, letter).workshop, "now").workshop
        for letter in "BC"
    )
    here.follow(first)
    there.follow(second)
    assert here.picture() != there.picture()


def test_who_passed_who_is_slow_and_who_leads_is_not_in_the_picture(rooms: tuple[Room, Room]) -> None:
    here, there = rooms
    begun = session.begin(secret_team(), NOW).workshop
    one, other = begun.participants[0].id, begun.participants[1].id

    def typed(first: str, second: str) -> Workshop:
        workshop = session.go_to(begun, "slips", NOW).workshop
        for round in ("now", "other", "wish"):
            workshop = placing.place_at(workshop, round, first, "C").workshop
            workshop = placing.pass_round(workshop, round, second).workshop
        return workshop

    for step in ("slips", "reveal"):
        pair = [session.go_to(typed(a, b), step, NOW).workshop for a, b in ((one, other), (other, one))]
        if step == "reveal":
            pair = [placing.reveal(workshop, "now").workshop for workshop in pair]
        here.follow(pair[0])
        there.follow(pair[1])
        assert here.picture() == there.picture()
        assert list(here.said()) == list(there.said())
    led = people.lead_all(pair[0], begun.participants[5].id).workshop
    there.follow(led)
    assert here.picture() == there.picture()


def test_hints_notes_and_what_was_kept_of_a_talk_are_not_in_the_picture(rooms: tuple[Room, Room]) -> None:
    here, there = rooms
    workshop = session.go_to(session.begin(secret_team(), NOW).workshop, "card", NOW).workshop
    card = deck().cards["nl"][0]
    here.follow(playing.show(workshop, replace(card, hint="")).workshop)
    there.follow(playing.show(workshop, replace(card, hint=f"{PLANTED}hint")).workshop)
    assert here.picture() == there.picture()
    run = tuple(replace(step, notes=({"nl": PLANTED, "en": PLANTED},), meanwhile=None) for step in workshop.run)
    for step in workshop.run:
        here.follow(session.go_to(workshop, step.id, NOW).workshop)
        there.follow(session.go_to(replace(workshop, run=run), step.id, NOW).workshop)
        assert here.picture() == there.picture()


def test_a_pair_on_the_beamer_shows_those_two_and_nobody_else(rooms: tuple[Room, Room], tmp_path: Path) -> None:
    room, _ = rooms
    workshop = session.go_to(session.begin(secret_team(), NOW).workshop, "gap", NOW).workshop
    for person in workshop.participants:
        workshop = placing.place_at(workshop, "now", person.id, "B").workshop
        if person.manager:
            workshop = placing.place_at(workshop, "other", person.id, "Q").workshop
    owner, other = workshop.participants[0], workshop.participants[3]
    for one, mate in ((owner, other), (other, owner)):
        workshop = placing.agree(workshop, Consent.GAP, one.id, mate.id).workshop
    workshop = talking.show_pair(workshop, owner.id, other.id, GapView.LOOKING).workshop
    room.follow(workshop)
    words = room.painted(tmp_path / "gap.pdf") + " ".join(room.said())
    for person in workshop.participants:
        assert (person.shown in words) == (person in (owner, other))
        assert person.name not in words
    room.beamer.freeze(True)
    room.beamer.follow(placing.withdraw(workshop, Consent.GAP, other.id, owner.id).workshop)
    assert PLANTED not in room.painted(tmp_path / "quiet.pdf")


def test_nothing_private_of_a_dilemma_is_shown_said_or_painted(rooms: tuple[Room, Room], tmp_path: Path) -> None:
    room, _ = rooms
    kinds: dict[str, int] = {}
    for seed in range(12):
        for workshop, ballot, now in rounds(secret_team(), seed, 90, PLANTED):
            room.now = now
            room.follow(workshop, ballot=ballot)
            kind = type(room.window.canvas.view.picture).__name__
            kinds[kind] = kinds.get(kind, 0) + 1
            assert not [word for word in room.said() if PLANTED in word], kind
            if kinds[kind] % 12 == 1:
                assert PLANTED not in room.painted(tmp_path / "room.pdf"), kind
    assert set(kinds) >= {"Dilemma", "Views", "Argue", "Sentence", "Goals", "CoursePage", "Poll"}


def test_rounds_that_differ_only_in_private_give_the_same_picture_to_the_pixel(rooms: tuple[Room, Room]) -> None:
    here, there = rooms
    source = random.Random(3)
    shown: dict[str, int] = {}
    for seed in range(8):
        for step, (workshop, ballot, now) in enumerate(rounds(secret_team(), seed + 50, 60, PLANTED)):
            here.now = there.now = now
            here.follow(workshop, ballot=ballot)
            changed, voices = otherwise(workshop, ballot, source)
            there.follow(changed, ballot=voices)
            assert here.beamer.view == there.beamer.view
            kind = type(here.window.canvas.view.picture).__name__
            if step % 4 == 0:
                shown[kind] = shown.get(kind, 0) + 1
                assert here.picture() == there.picture(), f"seed {seed}, {kind}"
            assert list(here.said()) == list(there.said())
    assert set(shown) >= {"Dilemma", "Views", "Argue", "Sentence", "CoursePage"}


def test_while_voices_are_counted_the_room_sees_how_many_and_never_where(rooms: tuple[Room, Room]) -> None:
    here, there = rooms
    card = marked(koerskaart().dilemmas["nl"][0], PLANTED)
    workshop = at_phase(with_dilemmas(secret_team()), card, Phase.CHOOSE)
    one = other = Ballot(card.id, Moment.BEFORE, 9)
    for first, second in zip((1, 1, 2, 5), (5, 3, 3, 4), strict=True):
        one, other = counting.add(one, first), counting.add(other, second)
        here.follow(workshop, ballot=one)
        there.follow(workshop, ballot=other)
        assert here.picture() == there.picture()
        assert list(here.said()) == list(there.said())
    before = here.picture()
    here.follow(workshop, ballot=counting.add(one, 3))
    assert here.picture() != before, "the total is there"


def test_a_name_stands_at_a_dot_only_for_who_says_so(rooms: tuple[Room, Room], tmp_path: Path) -> None:
    """The tests above would notice a name that is there."""
    room, _ = rooms
    card = marked(koerskaart().dilemmas["nl"][0], "")
    workshop = at_phase(with_dilemmas(secret_team()), card, Phase.CHOOSE)
    made = Ballot(card.id, Moment.BEFORE, 9)
    for number, person in enumerate(workshop.participants):
        made = counting.choose(made, person.id, 1 + number % 5)
    workshop = dilemmas.choices(workshop, RoomSees.NAMES, workshop.stage.dilemma.keeps).workshop
    workshop = dilemmas.show_views(workshop, card.id, Moment.BEFORE, made.counts).workshop
    made = replace(made, shown=True)
    room.follow(workshop, ballot=made)
    assert PLANTED not in room.painted(tmp_path / "a.pdf")
    room.follow(workshop, ballot=counting.say(made, workshop.participants[4].id, aloud=True))
    assert room.painted(tmp_path / "b.pdf").count(PLANTED) == 1
    assert any(workshop.participants[4].shown in word for word in room.said())
    room.follow(workshop, ballot=made)
    assert PLANTED not in room.painted(tmp_path / "c.pdf")
