"""What was erased is nowhere in the file, and what was typed is in no error."""

from __future__ import annotations

import datetime as dt
import logging
import random
import traceback
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.rules import planning, table, talking
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import DevelopmentPlan, Draft, GapView, Talk, Visibility
from gogrow.store import file, tables
from gogrow.store.faults import StoreFault
from gogrow.store.history import LISTED
from gogrow.store.workspace import Workspace
from tests.store.making import add, full, loosely, place, rename, retitle, skip, with_rows, without, workshop

SECRET = "Xanthippe"  # noqa: S105


def bytes_of(workspace: Workspace) -> bytes:
    """Everything on the disk: the file, its free pages and its journal."""
    return b"".join(p.read_bytes() for p in sorted(workspace.path.parent.iterdir()))


def talk(words: str) -> Talk:
    return Talk("secret", "p0", "p1", GapView.LOOKING, Visibility.US, words, ("rust",), words)


def busy(workspace: Workspace, seed: int, word: str) -> None:
    """Much coming and going of rows of all sizes, so that SQLite moves them from page to page."""
    source = random.Random(seed)
    for number in range(120):
        id, said = source.choice([("w1", word), ("w2", "openbaar")])
        words = said * source.randrange(1, 40)
        kind = source.randrange(5)
        if kind == 0:
            workspace.apply(id, rename(f"p{source.randrange(20)}", words))
        elif kind == 1:
            workspace.apply(id, place(f"p{source.randrange(20)}", source.random()))
        elif kind == 2:
            talks = with_rows(workspace.load(id).talks, replace(talk(words), id=f"t{number % 9}"))
            workspace.apply(id, lambda w, talks=talks: Outcome(replace(w, talks=talks), StepName("talk")))  # type: ignore[misc]
        elif kind == 3:
            plans = with_rows(workspace.load(id).plans, DevelopmentPlan(f"p{number % 20}", wish=words))
            workspace.apply(id, lambda w, plans=plans: Outcome(replace(w, plans=plans), StepName("plan")))  # type: ignore[misc]
        else:
            workspace.undo(id)


@pytest.mark.parametrize("seed", range(8))
def test_what_was_erased_is_nowhere(quick: Path, seed: int) -> None:
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(full("w3", SECRET), StepName("new", {"title": SECRET}))
    for id in ("w1", "w2"):
        workspace.create(workshop(id, 20), StepName("new"))
    busy(workspace, seed, SECRET)
    workspace.apply_in_list("w2", retitle(SECRET))  # what the list's steps know goes too
    workspace.apply_in_list("w2", retitle("gewoon"))
    workspace.delete("w3", StepName("delete", {"title": SECRET}))  # and what was deleted
    assert SECRET.encode() in bytes_of(workspace)
    empty = erased(workspace.load("w1"), "Een gesprek")
    assert workspace.erase("w1", empty) == empty
    for _ in range(2):
        assert SECRET.encode() not in bytes_of(workspace)
        assert b"openbaar" in bytes_of(workspace)
        assert workspace.history("w1") == workspace.history("w2") == workspace.list_history()
        assert workspace.history("w1").undo is None
        assert workspace.check() == ()
        workspace.close()
        workspace = Workspace.open(workspace.path)
        assert workspace.load("w1") == empty
    workspace.close()


@pytest.mark.parametrize("seed", range(4))
def test_not_recorded_leaves_nothing_of_a_talk(quick: Path, seed: int) -> None:
    workspace = Workspace.make(quick / "work.gogrow")
    for id in ("w1", "w2"):
        workspace.create(workshop(id, 20), StepName("new"))
    busy(workspace, seed, "openbaar")
    for words in (SECRET, SECRET * 30, SECRET * 3):
        said = with_rows(workspace.load("w1").talks, talk(words))
        workspace.apply("w1", lambda w, said=said: Outcome(replace(w, talks=said), StepName("talk", {"t": SECRET})))  # type: ignore[misc]
        busy(workspace, seed + 50, "openbaar")
    left = without(workspace.load("w1").talks, "secret")
    workspace.apply("w1", lambda w: Outcome(replace(w, talks=left), None, frozenset({("talk", "secret")})))
    assert SECRET.encode() not in bytes_of(workspace)
    while workspace.history("w1").undo:
        workspace.undo("w1")
        assert all(t.id != "secret" for t in workspace.load("w1").talks)
    while workspace.history("w1").redo:
        workspace.redo("w1")
        assert all(t.id != "secret" for t in workspace.load("w1").talks)
    assert SECRET.encode() not in bytes_of(workspace)
    workspace.close()


@pytest.mark.parametrize("how", ["undone", "removed", "removed and undone"])
def test_not_recorded_takes_what_only_a_step_still_knows(quick: Path, how: str) -> None:
    """A talk that was kept for the plans and then undone or removed stands in no list, but redo would bring it back."""
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(workshop("w1", 4), StepName("new"))
    workspace.apply("w1", lambda w: planning.edit_plan(w, DevelopmentPlan("p2", wish="openbaar")))
    words = replace(talk(SECRET), visibility=Visibility.PLAN)
    ids = iter(["first", "second"])
    workspace.apply("w1", lambda w: table.keep(w, words, lambda: next(ids)))
    mine = replace(words, id="", owner="p2", other="p3", sentence="openbaar", agreement="")
    if how == "undone":
        workspace.undo("w1")
    else:
        workspace.apply("w1", lambda w: talking.remove_talk(w, "secret"))
        workspace.apply("w1", lambda w: table.keep(w, mine, lambda: "third"))
    if how == "removed and undone":
        for _ in range(3):
            workspace.undo("w1")
    applied = workspace.apply("w1", lambda w: talking.erase_talk(w, "", "p0", "p1"))
    assert SECRET.encode() not in bytes_of(workspace)
    assert b"openbaar" in bytes_of(workspace)
    if how == "removed":
        assert applied.undo == StepName("keep_talk", {"name": "Mens"})
        assert workspace.undo("w1").undo == StepName("edit_plan", {"name": "Mens"})
        assert workspace.redo("w1").workshop.talks[0].id == "third"
    elif how == "removed and undone":
        assert applied.redo == StepName("keep_talk", {"name": "Mens"})
    else:
        assert applied.redo is None
    while workspace.history("w1").redo:
        workspace.redo("w1")
    assert SECRET.encode() not in bytes_of(workspace)
    workspace.close()


@pytest.mark.parametrize("removed", [False, True])
def test_not_recorded_takes_what_went_on_paper_out_of_the_file(quick: Path, removed: bool) -> None:
    """A sheet of then holds a talk in the words of then, and so does the step in which that talk was removed."""
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(workshop("w1", 4), StepName("new"))
    words = replace(talk(SECRET), visibility=Visibility.PLAN, themes=())
    workspace.apply("w1", lambda w: table.keep(w, words, lambda: "new"))
    workspace.apply("w1", lambda w: planning.freeze(w, ["p0", "p1"], dt.date(2026, 5, 12)))
    assert [v.talks for v in workspace.load("w1").versions] == [(words,), (words,)]
    if removed:
        workspace.apply("w1", lambda w: talking.remove_talk(w, "secret"))
        assert [v.talks for v in workspace.load("w1").versions] == [(), ()]
        assert [v.talks for v in workspace.undo("w1").workshop.versions] == [(words,), (words,)]
        workspace.redo("w1")
    workspace.apply("w1", lambda w: talking.erase_talk(w, "" if removed else "secret", "p0", "p1"))
    assert SECRET.encode() not in bytes_of(workspace)
    while workspace.history("w1").undo:
        workspace.undo("w1")
    while workspace.history("w1").redo:
        workspace.redo("w1")
    assert SECRET.encode() not in bytes_of(workspace)
    assert workspace.check() == ()
    workspace.close()


@pytest.mark.parametrize("large", [False, True])
def test_what_is_erased_from_a_large_file_is_gone_too(
    quick: Path, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Passing waits for a better moment in a file that takes long to write, what was said does not."""
    monkeypatch.setattr(file, "_QUICKLY_WRITTEN", 0 if large else 4_000_000)
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(workshop("w1", 20), StepName("new"))
    written: list[str] = []
    workspace._file._raw.set_trace_callback(written.append)
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w1", skip("p1"))
    assert ("VACUUM" in written) == (not large)
    workspace.apply("w1", loosely(talks=(talk(SECRET),)))
    written.clear()
    workspace.apply("w1", lambda w: talking.erase_talk(w, "secret", "p0", "p1"))
    assert "VACUUM" in written
    assert SECRET.encode() not in bytes_of(workspace)
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w1", skip("p1"))
    written.clear()
    workspace.close()
    assert ("VACUUM" in written) == large


def test_a_draft_that_goes_is_gone(quick: Path) -> None:
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(workshop("w1", 20), StepName("new"))
    workspace.create(workshop("w2", 20), StepName("new"))
    for length in range(1, 60, 14):
        workspace.apply("w1", loosely(drafts=(Draft("talk", SECRET * length),)))
        busy(workspace, length, "openbaar")
    workspace.apply("w1", loosely(drafts=()))
    assert SECRET.encode() not in bytes_of(workspace)
    workspace.close()


def test_a_workshop_that_was_deleted_goes_from_the_disk_when_another_is_closed(quick: Path) -> None:
    workspace = Workspace.make(quick / "work.gogrow")
    workspace.create(workshop("w1", 20), StepName("new"))
    workspace.create(full("w2", SECRET), StepName("new", {"title": SECRET}))
    workspace.delete("w2", StepName("delete", {"title": SECRET}))
    workspace.close_workshop("w1")
    assert SECRET.encode() not in bytes_of(workspace)
    workspace.close()


def test_steps_hold_no_more_than_may_come_back(workspace: Workspace) -> None:
    """Agreements, harvest, drafts, stage and a summary are in no step, whatever a rule changes along with a step."""
    workspace.create(workshop("w2"), StepName("new"))
    made = full("w2", SECRET)
    workspace.apply("w2", lambda _: Outcome(made, StepName("everything")))
    workspace.delete("w2", StepName("delete"))
    rows = workspace._file._raw.execute("SELECT changes FROM undo_step").fetchall()
    found = {change[0] for (changes,) in rows for change in __import__("json").loads(changes)}
    tracked = {"workshop", "participant", "placement", "mark", "talk", "played_card", "plan"}
    tracked |= {"played_dilemma", "goal_view", "request", "hand_card", "plan_version", "check_in"}
    assert found == tracked | {LISTED}


@pytest.mark.parametrize(
    "rule",
    [
        add("p1", name=SECRET),
        place("nobody", 0.5),
        place("p1", 7.0),
        retitle(f"{SECRET} \udc80"),
        loosely(talks=(talk(SECRET), talk(SECRET))),
        loosely(talks=(replace(talk(SECRET), visibility=Visibility.NOT_RECORDED),)),
        loosely(talks=(replace(talk(SECRET), owner="nobody"),)),
        loosely(plans=(DevelopmentPlan("p0", wish=SECRET, take_along=None),)),  # type: ignore[arg-type]
    ],
)
def test_no_error_tells_what_was_typed(workspace: Workspace, rule: object, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    workspace.apply("w1", rename("p2", SECRET))
    before = workspace.load("w1")
    told = ""
    try:
        workspace.apply("w1", rule)  # type: ignore[arg-type]
    except StoreFault as fault:
        told = "".join(traceback.format_exception(fault)) + repr(fault)
    assert SECRET not in told
    assert SECRET not in caplog.text
    assert workspace.load("w1") == before
    assert workspace.check() == ()


def test_what_nobody_may_see_cannot_be_written(workspace: Workspace) -> None:
    for visibility in (Visibility.NOT_RECORDED, Visibility.THEME):
        with pytest.raises(StoreFault) as fault:
            workspace.apply("w1", loosely(talks=(replace(talk("zin"), visibility=visibility),)))
        assert fault.value.code == "broken"
    assert workspace.load("w1").talks == ()


def test_a_theme_has_no_order_time_or_pair() -> None:
    assert set(tables.harvest.c.keys()) == {"workshop_id", "id", "theme", "count"}
