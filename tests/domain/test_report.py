"""What a report holds: sums of rounded figures, no name, and no words that nobody allowed to be passed on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gogrow.domain.added import counts_for
from gogrow.domain.dilemmas import POLL, Moment, PlayedDilemma, Request, ViewCount
from gogrow.domain.people import Presence, Role
from gogrow.domain.report import Report, once, report
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import DevelopmentPlan, Harvest, Stage, Workshop
from tests.teams import ASKED, organisation


def polled(workshop: Workshop, *counts: int) -> Workshop:
    return replace(workshop, views=(ViewCount(f"{POLL}.before", POLL, Moment.BEFORE, counts),))


def named(workshop: Workshop, **themes: int) -> Workshop:
    return replace(workshop, harvest=tuple(Harvest(theme, theme, count) for theme, count in themes.items()))


def test_it_adds_up_what_is_rounded_for_each_team() -> None:
    one, two, three = organisation(3)
    made = report([polled(one, 5, 3, 2, 1, 1), polled(two, 4, 4, 2, 2, 0), polled(three, 8, 2, 1, 1, 0)])
    assert made.wishes == (20, 10, None, None, None)
    assert (made.workshops, made.people) == (3, 36)
    assert made.organisation == "Van Dam Verpakkingen"
    assert made.team == ""
    assert (made.first, made.last) == (dt.date(2026, 3, 20), dt.date(2026, 4, 23))


def test_themes_are_the_same_in_capitals_and_small_letters() -> None:
    one, two, three = organisation(3)
    themes = report([named(one, Rust=4, Tijd=1), named(two, rust=3, Tijd=2), named(three, RUST=9)]).themes
    assert [(line.theme, line.count) for line in themes] == [("Rust", 20)]


def test_themes_of_talks_and_cards_count_too() -> None:
    workshops = organisation(2)
    card = workshops[0].dilemmas[0].card
    played = tuple(PlayedDilemma(f"d{number}", card, themes=("Rust",)) for number in range(2))
    made = report([replace(named(one, Rust=1), dilemmas=played) for one in workshops])
    assert [(line.theme, line.count) for line in made.themes] == [("Rust", 10)]


def test_no_theme_with_the_name_of_a_participant_of_any_of_the_teams() -> None:
    one, two = organisation(2)
    first = two.participants[3].name.split()[0]
    themes = {f"Praten met {first}": 9, f"{first}s rooster": 9, "Rust": 9}
    made = report([replace(one, harvest=tuple(Harvest(t, t, n) for t, n in themes.items())), named(two, Rust=9)])
    assert [line.theme for line in made.themes] == ["Rust"]


@pytest.mark.parametrize(
    "change",
    [
        lambda w: replace(w, stage=Stage()),  # still going on
        lambda w: replace(w, details=replace(w.details, setting="two")),
        lambda w: replace(w, participants=w.participants[:4]),
        lambda w: replace(w, participants=tuple(replace(p, presence=Presence.LATER) for p in w.participants)),
        lambda w: replace(w, participants=tuple(replace(p, role=Role.MANAGER) for p in w.participants)),
    ],
    ids=["going on", "for two", "four people", "nobody here", "managers"],
)
def test_of_these_workshops_nothing_is_told(change: object) -> None:
    assert callable(change)
    workshop = change(organisation(1)[0])
    assert not counts_for(workshop)
    assert report([workshop]) == Report()
    assert report([workshop]).empty
    others = organisation(3)[1:]
    assert report([workshop, *others]) == report(others)


def test_the_fields_of_own_pawns_and_of_no_others() -> None:
    workshops = organisation(3, 25)
    table = report(workshops).fields[0]
    assert [round.id for round in table.rounds] == ["now", "wish"]
    for line in table.lines:
        for round, told in zip(table.rounds, line.counts, strict=True):
            stood = sum(
                p.round == round.id and w.board.field_at(p.x, p.y) == line.place
                for w in workshops
                for p in w.placements
            )
            assert told is None or abs(told - stood) <= 2 * len(workshops)
            assert told is not None or stood <= 3 * len(workshops)
    others = [
        replace(w, placements=tuple(replace(p, target=w.participants[0].id) for p in w.placements)) for w in workshops
    ]
    assert report(others).fields == ()


def test_a_workshop_that_was_tidied_up_counts_the_same_and_its_words_are_gone() -> None:
    workshops = organisation(4)
    before, after = report(workshops), report([erased(w, "x") for w in workshops])
    assert (after.themes, after.wishes, after.fields) == (before.themes, before.wishes, before.fields)
    assert (after.workshops, after.people) == (before.workshops, before.people)
    assert [(line.before, line.after, line.groups) for line in after.dilemmas] == [
        (line.before, line.after, line.groups) for line in before.dilemmas
    ]
    assert before.asked
    assert before.said
    assert not after.asked
    assert not after.said
    assert not any(line.sentences for line in after.dilemmas)


def test_tidying_up_drops_a_theme_with_a_name_in_it() -> None:
    workshop = organisation(1)[0]
    name = workshop.participants[0].name
    tidied = erased(replace(workshop, harvest=(Harvest("a", f"Rust voor {name}", 9), Harvest("b", "Rust", 9))), "x")
    assert [item.theme for item in tidied.harvest] == ["Rust"]


def test_words_are_told_only_with_leave_without_names_and_in_no_order_of_people() -> None:
    one, two = organisation(2)
    name = one.participants[0].name.split()[1]
    plans = (
        DevelopmentPlan("a", wish="Zij-instromer worden", improvement="Geheim", shared=("wish",)),
        DevelopmentPlan("b", wish="Anders werken", plan_b="Weg hier", shared=("wish", "plan_b", "id")),
        DevelopmentPlan("c", wish=f"Werken zoals {name}", shared=("wish",)),
        DevelopmentPlan("d", wish="  ", shared=("wish",)),
        DevelopmentPlan("e", wish="Ook geheim"),
    )
    requests = (Request("1", f"Geef {name} een kans", shareable=True), Request("2", "Stil"))
    made = report([replace(one, plans=plans, requests=(*requests, *one.requests)), replace(two, plans=plans[:2])])
    assert made.said == {"wish": ("Anders werken", "Zij-instromer worden")}
    assert made.asked == tuple(sorted(ASKED))
    assert [line.sentences for line in made.dilemmas][:2] == [("Wij leren het liefst samen.",), ()]


def test_nothing_of_a_person_is_in_it() -> None:
    workshops = organisation(6)
    told = repr(report(workshops))
    assert "Geheim verzoek" not in told
    for workshop in workshops:
        for person in workshop.participants:
            assert person.id not in told
            assert not any(word in told for word in person.name.split())


def test_the_same_workshop_in_two_files_counts_once() -> None:
    workshops = organisation(3)
    tidied = tuple(erased(w, "x") for w in workshops)
    assert report([*workshops, *workshops]) == report(workshops)
    assert report([*tidied, *workshops]) == report(workshops), "the one that still has its words"
    again = tuple(
        replace(w, id=f"again{w.id}", participants=tuple(replace(p, person=f"x{p.person}") for p in w.participants))
        for w in workshops
    )
    assert len(once([*workshops, *again])) == 3, "the same names on the same day"
    evening = replace(again[0], details=replace(again[0].details, programme="another"))
    assert len(once([*workshops, evening])) == 4
    later = replace(again[0], details=replace(again[0].details, date=dt.date(2027, 1, 1)))
    assert len(once([*workshops, later])) == 4


def test_the_same_people_twice_are_no_more_people() -> None:
    first = polled(named(organisation(1)[0], Rust=4), 4, 4, 2, 1, 1)
    second = replace(first, id="second", details=replace(first.details, date=dt.date(2026, 9, 1)))
    made = report([first, second])
    assert (made.workshops, made.people) == (2, 12)
    assert made.themes == ()
    assert made.wishes == ()
    fresh = tuple(replace(p, person=f"new{p.person}") for p in second.participants)
    unlike = replace(second, participants=fresh)
    assert [line.count for line in report([first, unlike]).themes] == [10]
    follows = replace(unlike, details=replace(unlike.details, follows=first.id))
    assert report([first, follows]).themes == ()
    assert report([follows, first]).themes == ()


def test_where_groups_end_up_is_counted_in_groups() -> None:
    workshops = [
        replace(w, dilemmas=tuple(replace(d, pawn=pawn) for d in w.dilemmas))
        for w, pawn in zip(organisation(4), (0.0, 0.39, 0.5, 0.7), strict=True)
    ]
    assert {line.groups for line in report(workshops).dilemmas} == {(2, 1, 1)}


def test_a_manager_among_the_others_is_one_of_them() -> None:
    workshop = organisation(1)[0]
    first, *others = workshop.participants
    led = replace(workshop, participants=(first, *(replace(p, manager=first.id) for p in others)))
    assert counts_for(led)
    half = [replace(p, role=Role.MANAGER if at % 2 else Role.EMPLOYEE) for at, p in enumerate(workshop.participants)]
    assert counts_for(replace(workshop, participants=tuple(half)))
