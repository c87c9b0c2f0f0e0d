"""What was told in a report stays what a workshop adds to the next one, without a name in the file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.domain.added import added
from gogrow.domain.dilemmas import POLL, Moment, ViewCount
from gogrow.domain.report import report
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import Harvest, Workshop
from gogrow.store.reported import Reported, changed
from tests.teams import organisation


def with_one_more(workshop: Workshop) -> Workshop:
    """The same workshop, in which somebody who came later chose the first wish."""
    first, *others = workshop.counts(POLL, Moment.BEFORE)
    views = (ViewCount(f"{POLL}.before", POLL, Moment.BEFORE, (first + 1, *others)),)
    return replace(workshop, views=views, harvest=(Harvest("h", "Nieuw", 12),))


def asked(workshop: Workshop, *counts: int) -> Workshop:
    return replace(workshop, views=(ViewCount(f"{POLL}.before", POLL, Moment.BEFORE, counts),))


def test_a_workshop_that_changed_adds_what_it_added_before() -> None:
    before = [asked(w, 2, 5, 3, 1, 1) for w in organisation(3)]
    reported = Reported()
    assert reported.of(before) == {}
    first = report(before, reported.of(before))
    assert first.wishes == (None, 15, 15, None, None)
    reported.keep(before)
    after = [with_one_more(w) for w in before]
    assert report(after).wishes == (15, 15, 15, None, None), "one person more, and everybody would know where"
    earlier = Reported().of(after)
    assert set(earlier) == {w.id for w in before}
    again = report(after, earlier)
    assert (again.wishes, again.fields) == (first.wishes, first.fields)
    assert {line.theme.casefold(): line.count for line in again.themes} == {
        line.theme.casefold(): line.count for line in first.themes
    }
    assert changed(after, earlier) == {w.id for w in before}
    assert not changed(before, earlier)
    assert not changed([erased(w, "x") for w in before], earlier)
    reported.keep(after)
    assert Reported().of(after) == earlier, "what was told first stays"


def test_the_file_holds_rounded_counts_and_nobody() -> None:
    workshop = organisation(1)[0]
    name = workshop.participants[0].name
    workshop = replace(workshop, harvest=(*workshop.harvest, Harvest("x", f"Rust voor {name}", 9)))
    Reported().keep([workshop])
    text = (paths.user_data() / "reported.json").read_text("utf-8")
    for word in (*name.split(), workshop.id, workshop.details.title, "Van Dam"):
        assert word.casefold() not in text.casefold()
    (value,) = json.loads(text).values()
    assert all(count % 5 == 0 for table in value["tables"].values() for count in table)
    assert Reported().of([workshop]) == {workshop.id: added(workshop)}


def test_what_does_not_count_is_not_kept(tmp_path: Path) -> None:
    reported = Reported(tmp_path / "r.json")
    reported.keep([replace(w, details=replace(w.details, setting="two")) for w in organisation(2)])
    assert reported.of(organisation(2)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"x": 1}',
        '"KEY"',
        '{"KEY": {"people": "x"}}',
        '{"KEY": {"people": 5, "tables": {"a": 3}, "themes": {}}}',
        '{"KEY": {"people": 5, "tables": {"a": ["b"]}, "themes": {}}}',
        '{"KEY": {"people": -5, "tables": {}, "themes": {}}}',
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, text: str) -> None:
    (workshop,) = organisation(1)
    file = tmp_path / "r.json"
    Reported(file).keep([workshop])
    (key,) = json.loads(file.read_text("utf-8"))
    file.write_text(text.replace("KEY", key), "utf-8")
    assert Reported(file).of([workshop]) == {}
    Reported(file).keep([workshop])
    assert Reported(file).of([workshop]) == {workshop.id: added(workshop)}


def test_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    reported = Reported(tmp_path / "file" / "r.json")
    reported.keep(organisation(1))
    assert reported.of(organisation(1)) == {}
