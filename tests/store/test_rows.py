"""Workshops to rows and back: nothing is lost, and only what changed is written."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass, replace

import pytest

from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Harvest, Placement, Workshop
from gogrow.store import rows, tables
from gogrow.store.faults import StoreFault
from gogrow.store.order import placed
from gogrow.store.workspace import Workspace
from tests.store.making import add, full, loosely, paired, place, retitle, workshop


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.path)


def test_the_sample_has_something_in_every_field() -> None:
    """Else the next test proves nothing for a field that comes later."""
    empty = Workshop("", full().details, full().board)
    for field in dataclasses.fields(Workshop):
        assert getattr(full(), field.name) != getattr(empty, field.name) or field.name in ("details", "board")
    for part in (full().details, full().stage, full().talks[0], full().plans[0], full().participants[0]):
        assert all(getattr(part, f.name) not in ("", None, ()) for f in dataclasses.fields(part) if f.name != "manager")


@pytest.mark.parametrize(
    "made", [full(), full("w9", "woord"), workshop(), Workshop("bare", full().details, full().board)]
)
def test_a_workshop_comes_back_as_it_was(workspace: Workspace, made: Workshop) -> None:
    made = replace(made, id="new")
    workspace.create(made, StepName("new"))
    assert workspace.load("new") == made
    again = reopened(workspace)
    assert again.load("new") == made
    assert repr(again.load("new")) == repr(made)  # the same types too: enums, tuples, instants in UTC
    assert again.check() == ()
    again.close()


def test_a_change_of_a_whole_workshop_is_written_whole(workspace: Workspace) -> None:
    other = paired(full("w1", "anders"))
    other = replace(other, board=replace(other.board, aspect=2.0))
    assert workspace.apply("w1", lambda _: loosely()(other)).workshop == other
    again = reopened(workspace)
    assert again.load("w1") == other
    again.close()


def test_a_field_without_a_column_is_noticed() -> None:
    @dataclass(frozen=True)
    class Later:
        id: str
        theme: str
        colour: str

    with pytest.raises(TypeError, match="colour"):
        rows.Codec(Later, tables.harvest)


def test_only_what_changed_is_written() -> None:
    made = full()
    state = rows.State(made, {})
    assert rows.difference(state, made).tracked == ()
    assert rows.difference(state, replace(made, marks=(*made.marks,))).tracked == ()
    moved = replace(made, placements=(made.placements[0], replace(made.placements[1], x=0.75), made.placements[2]))
    found = rows.difference(state, moved)
    assert found.loose == ()
    assert found.tracked == (rows.Change("placement", "now.p1", {"x": 1 / 3}, {"x": 0.75}),)
    staged = rows.difference(state, replace(made, stage=replace(made.stage, turns=3)))
    assert (staged.tracked, staged.loose) == ((), (rows.Change("stage", "w1", {"turns": 2}, {"turns": 3}),))


def test_an_id_that_is_there_twice_is_ours_to_mend(workspace: Workspace) -> None:
    before = workspace.load("w1")
    for twice in (
        replace(before, participants=before.participants + before.participants[:1]),
        replace(before, participants=before.participants[:1] + before.participants),
    ):
        with pytest.raises(StoreFault) as fault:
            workspace.apply("w1", lambda _, twice=twice: loosely()(twice))  # type: ignore[misc]
        assert (fault.value.code, fault.value.disk) == ("broken", False)
        assert workspace.load("w1") == before
    workspace.apply("w1", place("p1", 0.5))
    assert workspace.check() == ()


@pytest.mark.parametrize(("x", "y"), [(1.1, 0.5), (-0.1, 0.5), (0.5, float("nan")), (float("inf"), 0)])
def test_a_point_off_the_board_is_never_written(workspace: Workspace, x: float, y: float) -> None:
    before = workspace.load("w1")
    with pytest.raises(StoreFault) as fault:
        workspace.apply("w1", place("p1", x, y))
    assert fault.value.code == "broken"
    assert workspace.load("w1") == before
    assert workspace.history("w1").undo is None


def test_themes_stand_by_their_words(workspace: Workspace) -> None:
    """As the rules give them; the order of ids, or of coming, would be another."""
    themes = (Harvest("z", "aandacht", 1), Harvest("a", "Rust", 1), Harvest("b", "tijd", 1))
    assert workspace.apply("w1", loosely(harvest=themes[::-1])).workshop.harvest == themes
    again = reopened(workspace)
    assert again.load("w1").harvest == themes
    again.close()


def test_where_a_row_lies_tells_nothing_about_when_it_came(workspace: Workspace) -> None:
    for person in ("p2", "p0", "p1"):
        workspace.apply("w1", place(person, 0.5))
    assert [p.id for p in workspace.load("w1").placements] == ["now.p0", "now.p1", "now.p2"]
    raw = workspace._file._raw
    assert [r[0] for r in raw.execute("SELECT id FROM placement NOT INDEXED")] == ["now.p0", "now.p1", "now.p2"]
    for name in ("placement", "mark", "agreement", "harvest"):
        with pytest.raises(Exception, match="rowid"):
            raw.execute(f"SELECT rowid FROM {name}")  # noqa: S608
        assert "position" not in tables.metadata.tables[name].c


# ---- order


def test_any_order_is_kept(workspace: Workspace) -> None:
    source = random.Random(4)
    for round in range(60):
        people = list(workspace.load("w1").participants)
        if round % 3 == 0:
            workspace.apply("w1", add(f"n{round}", source.randrange(len(people) + 1)))
        else:
            source.shuffle(people)
            if round % 3 == 1 and len(people) > 4:
                people.pop()
            workspace.apply("w1", loosely(participants=tuple(people)))
    wanted = workspace.load("w1")
    again = reopened(workspace)
    assert again.load("w1") == wanted
    assert again.check() == ()
    again.close()


def test_moving_one_row_writes_one_row() -> None:
    ids = [str(n) for n in range(500)]
    places = placed(ids, {})
    for moved in (["7", *(i for i in ids if i != "7")], [*(i for i in ids if i != "7"), "7"]):
        found = placed(moved, places)
        assert sorted(found, key=found.__getitem__) == moved
        assert [i for i in ids if found[i] != places[i]] == ["7"]


def test_there_is_always_room_between_two_rows() -> None:
    ids = ["first", "last"]
    places = placed(ids, {})
    for number in range(200):  # each below the one before, as somebody types a list
        ids.insert(number + 1, str(number))
        places = placed(ids, places)
        assert sorted(ids, key=places.__getitem__) == ids
        assert len(set(places.values())) == len(ids)


def test_a_list_typed_from_the_middle_survives(workspace: Workspace) -> None:
    for number in range(70):
        workspace.apply("w1", add(f"n{number}", number + 1))
    wanted = [p.id for p in workspace.load("w1").participants]
    for _ in range(70):
        workspace.undo("w1")
    assert [p.id for p in workspace.load("w1").participants] == ["p0", "p1", "p2"]
    for _ in range(70):
        workspace.redo("w1")
    assert [p.id for p in workspace.load("w1").participants] == wanted
    again = reopened(workspace)
    assert [p.id for p in again.load("w1").participants] == wanted
    again.close()


def test_a_placement_among_1500_is_one_row() -> None:
    made = workshop(people=500)
    spots = tuple(Placement(f"r{r}.p{n}", f"r{r}", f"p{n}", None, 0.5, 0.5) for r in range(3) for n in range(500))
    made = replace(made, placements=tuple(sorted(spots, key=lambda p: p.id)))
    assert len(rows.difference(rows.State(made, {}), place("p77", 0.1)(made).workshop).tracked) == 2  # and its mark


def test_text_that_cannot_be_written_changes_nothing(workspace: Workspace) -> None:
    before = workspace.load("w1")
    with pytest.raises(StoreFault) as fault:
        workspace.apply("w1", retitle("half a sign \ud83d"))
    assert fault.value.code == "text"
    assert fault.value.__cause__ is None
    assert workspace.load("w1") == before
    for title in ("nul \0 in it", "\u202eright to left", "e\u0301" * 50, "x" * 100_000, "';DROP TABLE workshop;--"):
        assert workspace.apply("w1", retitle(title)).workshop.details.title == title
    again = reopened(workspace)
    assert again.load("w1").details.title == title
    again.close()
