"""Searching in what was recorded: everywhere where somebody's words stand, whatever the capitals and accents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.dilemmas import Request
from gogrow.domain.outcome import StepName
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import DevelopmentPlan, PlanStep
from gogrow.store.searching import LIMIT, Where, around, plain, search
from gogrow.store.workspace import Workspace
from tests.store.making import full, workshop

NEW = StepName("new")


def places(workspace: Workspace, words: str) -> list[tuple[str, str, str]]:
    return [(one.workshop, one.where, one.participant) for one in search(workspace, words).found]


def test_everything_that_people_wrote_is_found_where_it_stands(workspace: Workspace) -> None:
    workspace.create(full("w2", "zeldzaam"), NEW)
    assert places(workspace, "zeldzaam") == [
        ("w2", Where.WORKSHOP, ""),
        ("w2", Where.PERSON, "p0"),
        ("w2", Where.PERSON, "p1"),
        ("w2", Where.PERSON, "p2"),
        ("w2", Where.PLAN, "p1"),
        ("w2", Where.LOOK_BACK, "p1"),
        ("w2", Where.TALK, "p1"),
        ("w2", Where.DILEMMA, ""),
        ("w2", Where.DILEMMA, ""),
        ("w2", Where.REQUEST, ""),
    ]
    assert places(workspace, "rust") == [("w2", Where.CARD, ""), ("w2", Where.REQUEST, ""), ("w2", Where.THEME, "")]


@pytest.mark.parametrize(
    "field",
    ["take_along", "wish", "qualities", "motives", "enables", "improvement", "team", "plan_a", "plan_b", "plan_c"],
)
def test_every_part_of_a_plan_is_looked_in(workspace: Workspace, field: str) -> None:
    workspace.create(replace(workshop("w2"), plans=(DevelopmentPlan("p1", **{field: "Lassen leren"}),)), NEW)  # type: ignore[arg-type]
    assert places(workspace, "lassen") == [("w2", Where.PLAN, "p1")]


@pytest.mark.parametrize("field", ["what", "helper", "by", "why", "enables", "sign"])
def test_every_part_of_a_step_is_looked_in_and_none_of_the_programs_own_words(workspace: Workspace, field: str) -> None:
    step = replace(PlanStep(), **{field: 'Zeg "ja" \\ tegen lassen'})  # type: ignore[arg-type]
    workspace.create(replace(workshop("w2"), plans=(DevelopmentPlan("p1", steps=(step,)),)), NEW)
    assert places(workspace, "lassen") == places(workspace, '"ja"') == [("w2", Where.PLAN, "p1")]
    assert places(workspace, "state") == places(workspace, "open") == []


def test_capitals_accents_and_apostrophes_do_not_matter(workspace: Workspace) -> None:
    requests = (Request("r1", "Één idee: collega’s over de vloer, ook in de Straße"),)
    workspace.create(replace(workshop("w2"), requests=requests), NEW)
    for words in ("een IDEE", "idée", "collega's", "collega’s", "vloer een", "strasse"):
        assert [found.where for found in search(workspace, words).found] == [Where.REQUEST], words
    (found,) = search(workspace, "een idee").found
    assert (found.before, found.hit, found.after) == ("", "Één", " idee: collega’s over de vloer, ook in de Straße")


def test_all_words_have_to_be_there(workspace: Workspace) -> None:
    workspace.create(replace(workshop("w2"), requests=(Request("r1", "Meer tijd om te leren"),)), NEW)
    assert places(workspace, "leren tijd")
    assert not places(workspace, "leren geld")


@pytest.mark.parametrize("words", ["", " ", "a", "\u0301", "%", "_"])
def test_too_little_finds_nothing(workspace: Workspace, words: str) -> None:
    workspace.create(full("w2", "a % _ b"), NEW)
    assert search(workspace, words).found == ()


def test_what_was_removed_or_tidied_up_is_not_found(workspace: Workspace) -> None:
    workspace.create(full("w2", "zeldzaam"), NEW)
    workspace.create(full("w3", "zeldzaam"), NEW)
    workspace.delete("w2", NEW)
    workspace.erase("w3", erased(workspace.load("w3"), "x"))
    left = {(id, where) for id, where, _ in places(workspace, "zeldzaam")}
    assert left == {("w3", Where.WORKSHOP)}, "tidying up keeps the title, and no theme that holds a name"


def test_more_than_anybody_reads_is_cut_and_said(workspace: Workspace) -> None:
    requests = tuple(Request(f"r{n}", f"Wens {n}") for n in range(LIMIT + 1))
    workspace.create(replace(workshop("w2"), requests=requests), NEW)
    found = search(workspace, "wens")
    assert (len(found.found), found.more) == (LIMIT, True)
    assert [one.after for one in found.found[:3]] == [" 0", " 1", " 2"]
    assert not search(workspace, "wens 1").more


def test_a_long_text_is_told_around_the_words() -> None:
    text = f"{'lang woord ' * 300}precies hier {'nog meer ' * 300}"
    parts = around(text, ("hier",))
    assert parts is not None
    before, hit, after = parts
    assert hit == "hier"
    assert before.startswith("… ")
    assert before.endswith("precies ")
    assert after.endswith("…")
    assert len(before) + len(after) < 200
    endless = around("x" * 2000 + "hier" + "y" * 2000, ("hier",))
    assert endless is not None
    assert len("".join(endless)) < 200
    assert around("Regel\n\n  twee", ("regel", "twee")) == ("", "Regel", " twee")


@pytest.mark.parametrize("text", ["de\u0301ja\u0300 vu", "ﬁets", "İstanbul", "CAFÉ’S"])
def test_the_words_around_are_those_that_were_typed(text: str) -> None:
    for start in range(len(text)):
        terms = (plain(text[start:]).split() or [""])[0]
        parts = around(text, (terms,)) if terms else None
        assert parts is None or "".join(parts) == text
