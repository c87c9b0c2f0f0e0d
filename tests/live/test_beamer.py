"""The beamer while the cockpit goes on: frozen, neutral, and never more by undo."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Concatenate, ParamSpec

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.people import PAWN_COLOURS, Presence, Role
from gogrow.domain.public import (
    About,
    BeamerMode,
    Card,
    Gap,
    Neutral,
    Picture,
    Reveal,
    ThenNowOne,
    ThenNowTeam,
)
from gogrow.domain.rules import follow_up, people, placing, playing, session, talking
from gogrow.domain.workshop import TEAM, Consent, GapView, Workshop
from gogrow.live.beamer import Beamer
from gogrow.store.workspace import Applied, Workspace
from tests.sample import NOW, after, deck, person, team

P = ParamSpec("P")


class Desk:
    """A file with one workshop, and the beamer that follows it."""

    def __init__(self, path: Path, workshop: Workshop, earlier: tuple[Workshop, ...] = ()) -> None:
        self.workspace = Workspace.make(path)
        self.workspace.create(workshop, StepName("new"))
        self.beamer = Beamer(lambda: NOW)
        self.beamer.follow(workshop, earlier)
        self.beamer.show()

    @property
    def workshop(self) -> Workshop:
        return self.workspace.load("w1")

    @property
    def picture(self) -> Picture:
        return self.beamer.view.picture

    def do(self, rule: Callable[Concatenate[Workshop, P], Outcome], /, *args: P.args, **kwargs: P.kwargs) -> None:
        self.follow(self.workspace.apply("w1", lambda workshop: rule(workshop, *args, **kwargs)))

    def follow(self, applied: Applied) -> None:
        self.beamer.follow(applied.workshop)

    def undo(self) -> None:
        self.follow(self.workspace.undo("w1"))

    def redo(self) -> None:
        self.follow(self.workspace.redo("w1"))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[[Workshop], Desk]]:
    """Makes a desk for a workshop."""
    made: list[Desk] = []

    def make_one(workshop: Workshop) -> Desk:
        made.append(Desk(tmp_path / f"{len(made)}.gogrow", workshop))
        return made[-1]

    yield make_one
    for desk in made:
        desk.workspace.close()


@pytest.fixture
def desk(make: Callable[[Workshop], Desk]) -> Desk:
    """All slips are typed; the reveal is the step now, with everybody shown and Samira and Johan named."""
    workshop = after(team(), session.begin, NOW)
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    for p in workshop.participants:
        workshop = after(workshop, placing.place_at, "now", p.id, "B")
        if p.id != johan:
            workshop = after(workshop, placing.place_at, "other", p.id, "K")
    workshop = after(workshop, session.go_to, "reveal", NOW)
    workshop = after(workshop, placing.reveal, "now")
    for one in (samira, johan):
        workshop = after(workshop, placing.agree, Consent.NAME, one)
    workshop = after(workshop, placing.agree, Consent.MANAGER_VIEW, johan)
    for one, other in ((samira, johan), (johan, samira)):
        workshop = after(workshop, placing.agree, Consent.GAP, one, other)
    return make(workshop)


def test_a_frozen_picture_stays_while_the_cockpit_goes_on(desk: Desk) -> None:
    samira, linh = person(desk.workshop, "Samira El Idrissi"), person(desk.workshop, "Linh Tran")
    before = desk.picture
    desk.beamer.freeze(True)
    desk.do(placing.place_at, "now", samira, "Y")
    desk.do(placing.place_at, "wish", linh, "C")
    desk.do(placing.take_back, "wish", linh)
    desk.do(placing.hide, "now")
    desk.do(people.set_presence, linh, Presence.LATER)
    desk.do(session.go_to, "gap", NOW)
    desk.do(people.set_shown, linh, "L.")
    desk.do(placing.agree, Consent.NAME, linh)
    assert desk.beamer.frozen
    assert desk.picture == before
    desk.beamer.freeze(False)
    assert desk.picture != before


@pytest.mark.parametrize("kind", [Consent.NAME, Consent.MANAGER_VIEW, Consent.GAP])
def test_any_consent_that_is_withdrawn_makes_a_frozen_picture_neutral(desk: Desk, kind: Consent) -> None:
    johan, samira = person(desk.workshop, "Johan Terpstra"), person(desk.workshop, "Samira El Idrissi")
    desk.beamer.freeze(True)
    desk.do(placing.withdraw, kind, johan, samira if kind is Consent.GAP else None)
    assert isinstance(desk.picture, Neutral)
    assert not desk.beamer.frozen
    assert desk.beamer.mode is BeamerMode.NEUTRAL


@pytest.mark.parametrize("how", ["taken back", "passed", "removed", "hidden first", "undone", "renamed", "other name"])
def test_who_takes_something_back_is_not_in_a_frozen_picture_either(desk: Desk, how: str) -> None:
    """A point can be taken back at any time, also while the picture stands still."""
    samira, linh = person(desk.workshop, "Samira El Idrissi"), person(desk.workshop, "Linh Tran")
    if how == "undone":
        desk.do(placing.take_back, "now", linh)
        desk.do(placing.place_at, "now", linh, "C")
        desk.do(placing.reveal, "now")
    desk.beamer.freeze(True)
    if how == "hidden first":
        desk.do(placing.hide, "now")
    if how in ("taken back", "hidden first"):
        desk.do(placing.take_back, "now", linh)
    elif how == "passed":
        desk.do(placing.pass_round, "now", linh)
    elif how == "removed":
        desk.do(people.remove, [linh])
    elif how == "renamed":
        desk.do(people.rename, samira, "Iemand")
    elif how == "other name":
        desk.do(people.set_shown, samira, "S.")
    else:
        desk.undo()
    assert isinstance(desk.picture, Neutral)


def test_a_card_that_is_stopped_is_not_in_a_frozen_picture(desk: Desk) -> None:
    desk.do(session.go_to, "card", NOW)
    desk.do(playing.draw, deck().cards["nl"], random.Random(1))
    assert isinstance(desk.picture, Card)
    desk.beamer.freeze(True)
    desk.do(playing.put_away)
    assert isinstance(desk.picture, Card)
    desk.beamer.freeze(False)
    desk.do(playing.draw, deck().cards["nl"], random.Random(2))
    desk.beamer.freeze(True)
    desk.do(playing.stop)
    assert isinstance(desk.picture, Neutral)


def test_a_frozen_gap_goes_with_its_pawn(desk: Desk) -> None:
    samira, johan = person(desk.workshop, "Samira El Idrissi"), person(desk.workshop, "Johan Terpstra")
    desk.do(session.go_to, "gap", NOW)
    desk.do(talking.show_pair, samira, johan, GapView.LOOKING)
    assert isinstance(desk.picture, Gap)
    desk.beamer.freeze(True)
    desk.do(placing.take_back, "other", samira)
    assert isinstance(desk.picture, Neutral)


def test_then_and_now_of_one_is_gone_with_the_yes_also_when_frozen(make: Callable[[Workshop], Desk]) -> None:
    workshop = prepared(random.Random(3))
    then = replace(workshop, id="then")
    desk = make(workshop)
    desk.beamer.follow(workshop, (then,))
    samira = person(workshop, "Samira El Idrissi")
    desk.do(session.begin, NOW)
    desk.do(placing.reveal, "now")
    desk.do(lambda w: a_way(w, samira))
    assert isinstance(desk.picture, ThenNowOne)
    desk.beamer.freeze(True)
    desk.do(placing.withdraw, Consent.THEN_NOW, samira)
    assert isinstance(desk.picture, Neutral)
    desk.beamer.show()
    assert not isinstance(desk.picture, ThenNowOne)


def test_another_workshop_is_never_shown_by_itself(desk: Desk, make: Callable[[Workshop], Desk]) -> None:
    desk.beamer.freeze(True)
    desk.beamer.follow(None)
    assert isinstance(desk.picture, Neutral)
    desk.beamer.follow(desk.workshop)
    assert isinstance(desk.picture, Neutral)
    assert not desk.beamer.frozen


# ---------------------------------------------------------------------- any history


def facts(picture: Picture) -> Counter[str]:
    """What a picture tells about people: counters, names with their looks, and who stands where by name."""
    found: Counter[str] = Counter({type(picture).__name__: 1})
    if isinstance(picture, Reveal):
        found["counters"] = len(picture.pawns)
        found.update(f"{pawn.name} {pawn.initials}" for pawn in picture.pawns if pawn.name)
    elif isinstance(picture, About):
        found["counters"] = len(picture.pawns)
        found[picture.manager] += 1
    elif isinstance(picture, Gap):
        found.update((picture.owner_name, picture.other_name, picture.owner.initials, picture.other.initials))
        found[f"mirror {picture.mirror}"] += 1
    elif isinstance(picture, ThenNowTeam):
        found["counters"] = len(picture.now)
    elif isinstance(picture, ThenNowOne):
        found.update((picture.name, picture.now.initials, *(f"then {pawn.initials}" for pawn, _ in picture.then)))
    elif isinstance(picture, Card):
        found[picture.question] += 1
    return found


def anything(workshop: Workshop, source: random.Random, new_id: Callable[[], str]) -> Callable[[Workshop], Outcome]:
    """Something that a facilitator might do."""
    ids = [p.id for p in workshop.participants]
    one, other = source.sample(ids, 2)
    round = source.choice(["now", "now", "other", "wish"])
    leads = [id for id in ids if id in workshop.managers()] or ids
    programme = source.choice(deck().programmes)
    board = workshop.board
    spot = source.choice(board.spots)
    steps = ["reveal", "reveal", "gap", "gap", "card", "slips", "closing"]
    return source.choice(
        [
            lambda w: placing.place_at(w, round, one, spot.letter),
            lambda w: placing.place_at(w, round, one, spot.letter),
            lambda w: placing.place(w, "other", one, spot.x, spot.y, target=source.choice([other, leads[0]])),
            lambda w: placing.set_target(w, "other", one, source.choice([other, leads[0], None])),
            lambda w: placing.take_back(w, round, one),
            lambda w: placing.pass_round(w, round, one),
            lambda w: placing.reveal(w, "now"),
            lambda w: placing.join_managers(w, "now"),
            lambda w: placing.reveal_about(w, "other", leads[0]),
            lambda w: placing.hide(w, round),
            lambda w: placing.agree(w, Consent.NAME, one),
            lambda w: placing.agree(w, Consent.MANAGER_VIEW, leads[0]),
            lambda w: placing.withdraw(w, source.choice(list(Consent)), one),
            lambda w: a_pair(w, source),
            lambda w: a_pair(w, source),
            lambda w: talking.show_pair(w, one, other, source.choice(list(GapView))),
            lambda w: follow_up.show_then_now(after(w, session.go_to, "then-now", NOW), TEAM),
            lambda w: a_way(w, one),
            lambda w: playing.draw(after(w, session.go_to, "card", NOW), deck().cards["nl"], source),
            lambda w: playing.draw(w, deck().cards["nl"], source),
            playing.stop,
            lambda w: people.set_shown(w, one, f"Roepnaam {source.random():.3f}"),
            lambda w: people.rename(w, one, f"Naam {source.random():.3f}"),
            lambda w: people.set_role(w, one, source.choice(list(Role))),
            lambda w: people.set_look(w, one, source.choice(PAWN_COLOURS), "leaf"),
            lambda w: people.set_presence(w, one, source.choice(list(Presence))),
            lambda w: people.set_manager(w, one, other),
            lambda w: people.lead_all(w, one),
            lambda w: people.remove(w, [one]),
            lambda w: people.add_people(w, [people.NewPerson("Nieuw Iemand")], new_id, source),
            lambda w: session.choose_programme(w, programme, board),
            lambda w: session.go_to(w, source.choice(steps), NOW),
            lambda w: session.go_to(w, source.choice(steps), NOW),
            lambda w: session.begin(w, NOW),
        ]
    )


def a_way(workshop: Workshop, one: str) -> Outcome:
    """Somebody says yes to then and now, and it is shown."""
    agreed = after(workshop, placing.agree, Consent.THEN_NOW, one)
    return follow_up.show_then_now(after(agreed, session.go_to, "then-now", NOW), one)


def a_pair(workshop: Workshop, source: random.Random) -> Outcome:
    """Two who have a gap both say yes, and it is shown at the gap talk."""
    ids = [p.id for p in workshop.participants]
    found = [
        (one, other, view)
        for one in ids
        for other in ids
        for view in GapView
        if one != other and talking.gap_points(workshop, one, other, view)
    ]
    if not found:
        raise RuleBroken("no_gap")
    one, other, view = source.choice(found)
    for kind in (Consent.GAP, Consent.MIRROR):
        workshop = after(after(workshop, placing.agree, kind, one, other), placing.agree, kind, other, one)
    return talking.show_pair(after(workshop, session.go_to, "gap", NOW), one, other, view)


def prepared(source: random.Random) -> Workshop:
    """A small team in the middle of it, so that much can be shown."""
    names = ("Anja Verbeek", "Dennis Smit", "Johan Terpstra", "Linh Tran", "Samira El Idrissi", "Yusuf Demir", "A B")
    workshop = team(names)
    again = next(one for one in deck().programmes if one.id == "check-in")
    steps = tuple(step for step in again.steps if step.id == "then-now")
    workshop = replace(workshop, run=(*workshop.run, *steps))
    if source.random() < 0.8:
        workshop = after(workshop, session.begin, NOW)
    for one in workshop.participants:
        workshop = after(workshop, placing.place_at, "now", one.id, source.choice("ABCDEF"))
        if one.manager:
            workshop = after(workshop, placing.place_at, "other", one.id, source.choice("GHIJ"))
    return workshop


def test_undo_and_redo_never_make_the_beamer_tell_more(make: Callable[[Workshop], Desk]) -> None:
    turned: Counter[str] = Counter()
    for seed in range(30):
        source, new_id = random.Random(seed), seeded_ids(seed + 100)
        workshop = prepared(source)
        shown = frozenset(p.id for p in workshop.placements if p.round == "now")
        then = replace(workshop, id="then", stage=replace(workshop.stage, shown=shown))
        desk = make(workshop)
        desk.beamer.follow(workshop, (then,))
        for _ in range(150):
            if len(desk.workshop.participants) < 5:
                desk.do(people.add_people, [people.NewPerson("Weer Iemand")], new_id, source)
            chance = source.random()
            frozen = desk.beamer.frozen
            if chance < 0.3:
                before = facts(desk.picture)
                (desk.undo if source.random() < 0.6 else desk.redo)()
                more = facts(desk.picture) - before
                harmless = {"Words", "Pairs", "Neutral", "Placing", "Explain"}
                assert set(more) <= harmless, (seed, before, desk.picture)
                turned[type(desk.picture).__name__] += 1
            elif chance < 0.33:
                desk.beamer.freeze(not frozen)
            elif chance < 0.36 and not frozen:
                desk.beamer.show()
            else:
                try:
                    desk.do(anything(desk.workshop, source, new_id))
                except RuleBroken:
                    continue
    for kind in ("Reveal", "Gap", "Card", "Words", "Pairs", "About", "ThenNowTeam", "ThenNowOne"):
        assert turned[kind] >= 5, turned
