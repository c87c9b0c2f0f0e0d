"""Any history, with everything that is never undone, held against a plain model of it."""

from __future__ import annotations

import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gogrow.domain.deck import AssignmentCard
from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import (
    Agreement,
    Consent,
    DevelopmentPlan,
    Draft,
    GapView,
    Harvest,
    PlayedCard,
    Stage,
    Talk,
    Visibility,
    Workshop,
    agreement_id,
)
from gogrow.store.workspace import Workspace
from tests.store.making import Rule, add, place, remove, rename, retitle, skip, with_rows, without, workshop
from tests.store.plain import Plain

PEOPLE = ("p0", "p1", "p2", "q0", "q1")


def action(name: str, who: str, number: int) -> Rule:
    """A rule by name; one that makes no sense for this workshop changes nothing."""

    def rule(now: Workshop) -> Outcome:
        ids = [p.id for p in now.participants]
        other = PEOPLE[number % len(PEOPLE)]
        known = who in ids
        if name == "place" and known:
            return place(who, number / 20)(now)
        if name == "skip" and known:
            return skip(who)(now)
        if name == "rename" and known:
            return rename(who, f"Naam {number}")(now)
        if name == "add" and not known:
            return add(who, number % (len(ids) + 1))(now)
        if name == "remove" and known:
            return remove(who)(now)
        if name == "remove for good" and known:
            return Outcome(remove(who)(now).workshop)
        if name == "retitle":
            return retitle(f"Titel {number}")(now)
        if name == "lead" and known and other in ids:
            people = tuple(replace(p, manager=who if p.id == other else p.manager) for p in now.participants)
            return Outcome(replace(now, participants=people), StepName("lead"))
        if name == "move" and known:
            others = [p for p in now.participants if p.id != who]
            others.insert(number % len(ids), now.participants[ids.index(who)])
            return Outcome(replace(now, participants=tuple(others)), StepName("move"))
        if name == "talk" and known and other in ids:
            talk = Talk(f"t{who}", who, other, GapView.LOOKING, Visibility.US, f"zin {number}")
            return Outcome(replace(now, talks=with_rows(now.talks, talk)), StepName("talk"))
        if name == "not recorded":
            id = f"t{who}"
            return Outcome(replace(now, talks=without(now.talks, id)), None, frozenset({("talk", id)}))
        if name == "card":
            card = AssignmentCard(f"c{number}", "nl", "left", "tell", "two", 3, "bulb", f"Vraag {number}?")
            stage = replace(now.stage, card=card.id)
            played = with_rows(now.played, PlayedCard(card.id, card))
            return Outcome(replace(now, played=played, stage=stage), StepName("card"))
        if name == "stop":
            id = f"c{number}"
            return Outcome(tidy(replace(now, played=without(now.played, id))), None, frozenset({("played_card", id)}))
        if name == "plan" and known:
            plans = with_rows(now.plans, DevelopmentPlan(who, wish=f"wens {number}"))
            return Outcome(replace(now, plans=plans, drafts=()), StepName("plan"))
        if name == "type":
            return Outcome(replace(now, drafts=with_rows(now.drafts, Draft(f"plan.{who}", f"half {number}"))))
        if name == "agree" and known:
            made = Agreement(agreement_id(Consent.NAME, who), Consent.NAME, who)
            return Outcome(replace(now, agreements=with_rows(now.agreements, made)))
        if name == "withdraw":
            return Outcome(replace(now, agreements=without(now.agreements, agreement_id(Consent.NAME, who))))
        if name == "harvest":
            return Outcome(replace(now, harvest=with_rows(now.harvest, Harvest(f"h{who}", who, number))))
        if name == "reveal":
            stage = replace(now.stage, shown=frozenset(p.id for p in now.placements))
            return Outcome(replace(now, stage=stage, marks=()), None, frozenset({("mark", "*")}))
        if name == "step":
            return Outcome(replace(now, stage=Stage(("welcome", "slips")[number % 2], shown=now.stage.shown)))
        return Outcome(now, StepName("nothing"))

    return rule


RULES = (
    *(
        "place",
        "place",
        "place",
        "skip",
        "rename",
        "add",
        "add",
        "remove",
        "remove for good",
        "retitle",
        "lead",
        "move",
    ),
    *("talk", "talk", "not recorded", "card", "stop", "plan", "type", "agree", "withdraw", "harvest", "reveal", "step"),
)
TURNS = ("undo",) * 12 + ("redo",) * 7 + ("forget, undo",) * 3 + ("quit, undo", "close", "erase")
HISTORIES = st.lists(
    st.tuples(st.sampled_from((*RULES, *TURNS)), st.sampled_from(PEOPLE), st.integers(0, 19)), min_size=6, max_size=24
)

seen: Counter[str] = Counter()


class Kept:
    """One workspace for all histories, each in a workshop of its own."""

    def __init__(self, path: Path) -> None:
        self.workspace = Workspace.make(path)

    def quit(self) -> None:
        """Quit the program and start it again."""
        self.workspace.close()
        self.workspace = Workspace.open(self.workspace.path)

    def forget(self) -> None:
        """Have all read from the file again; quicker than to quit."""
        self.workspace._states.clear()
        self.workspace._histories.clear()


@pytest.fixture(scope="module")
def kept() -> Iterator[Kept]:
    """In memory, where a system has a place for that."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        made = Kept(Path(name) / "work.gogrow")
        yield made
        made.workspace.close()


@settings(
    max_examples=520,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(HISTORIES)
def test_any_history_is_as_in_the_plain_model(kept: Kept, history: list[tuple[str, str, int]]) -> None:
    play(kept, history)


def test_the_histories_came_past_everything() -> None:
    """Else the test above proves less than it says."""
    assert seen["histories"] >= 500
    for what in ("undone", "done again", "undone after quitting", "a step vanished", "erased", "closed"):
        assert seen[what] >= 20, what


@pytest.mark.parametrize("seed", range(3))
def test_long_histories(kept: Kept, seed: int) -> None:
    source = random.Random(seed)
    names = [name for name in (*RULES, *TURNS) if name not in ("close", "erase")]
    play(kept, [(source.choice(names), source.choice(PEOPLE), source.randrange(20)) for _ in range(400)])


def play(kept: Kept, history: list[tuple[str, str, int]]) -> None:
    """Play a history in the file and in the model, and compare after each action."""
    seen["histories"] += 1
    id = f"w{seen['histories']}"
    plain = Plain(workshop(id))
    kept.workspace.create(plain.now, StepName("new"))
    try:
        for name, who, number in history:
            value = act(kept, plain, name, who, number)
            assert value == plain.now
            offered = kept.workspace.history(id)
            labels = (offered.undo.code if offered.undo else None, offered.redo.code if offered.redo else None)
            assert labels == plain.labels()
        assert kept.workspace.check() == ()
        kept.forget()
        assert kept.workspace.load(id) == plain.now
    finally:
        kept.workspace.delete(id, StepName("delete"))
        kept.workspace.close_workshop("")


def act(kept: Kept, plain: Plain, name: str, who: str, number: int) -> Workshop:
    """One action in both; the workshop that the file then has."""
    id, count = plain.now.id, len(plain.steps)
    if name == "quit, undo":
        kept.quit()
        seen["undone after quitting"] += plain.labels()[0] is not None
    if name == "forget, undo":
        kept.forget()
    if name.endswith("undo"):
        seen["undone"] += plain.labels()[0] is not None
        plain.undo()
        return kept.workspace.undo(id).workshop
    if name == "redo":
        seen["done again"] += plain.labels()[1] is not None
        plain.redo()
        return kept.workspace.redo(id).workshop
    if name == "close":
        seen["closed"] += 1
        plain.end()
        kept.workspace.close_workshop(id)
        return kept.workspace.load(id)
    if name == "erase":
        seen["erased"] += 1
        plain.now = Workshop(id, plain.now.details, plain.now.board, harvest=plain.now.harvest)
        plain.end()
        return kept.workspace.erase(id, plain.now)
    rule = action(name, who, number)
    plain.apply(rule(plain.now))
    value = kept.workspace.apply(id, rule).workshop
    seen["a step vanished"] += len(plain.steps) < count
    return value
