"""People: names as they are, who leads whom, circles, limits."""

from __future__ import annotations

import random

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.people import Presence, Role, initials
from gogrow.domain.plan_code import read_code
from gogrow.domain.rules import people, placing
from gogrow.domain.rules.people import NewPerson
from tests.sample import after, person, team


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Samira El Idrissi", "SE"),
        ("Kees de Wit", "KW"),
        ("Anne-Fleur van 't Hof - de Wit", "AH"),
        ("Max von Richter", "MR"),
        ("O'Neill", "O"),
        ("Çelik Ömer", "ÇÖ"),
        ("Jo", "J"),
    ],
)
def test_initials_are_as_people_sign(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_one_click_and_johan_leads_all() -> None:
    workshop = team()
    johan = person(workshop, "Johan Terpstra")
    assert {p.manager for p in workshop.participants if p.id != johan} == {johan}
    assert workshop.managers() == {johan}
    assert {p.manager for p in after(workshop, people.lead_none).participants} == {None}
    assert after(workshop, people.lead_none).managers() == frozenset()


def test_a_manager_who_is_not_in_the_list_is_added_as_not_here() -> None:
    workshop = team(("Tomasz Nowak",), leader="")
    new = [NewPerson("Linh Tran", None, "Petra Blom"), NewPerson("Wesley Pinas", None, "petra  blom")]
    workshop = people.add_people(workshop, new, seeded_ids(3), random.Random(3)).workshop
    petra = workshop.participants[-1]
    assert (petra.name, petra.presence, petra.role) == ("Petra Blom", Presence.NOT_HERE, Role.MANAGER)
    assert [p.manager for p in workshop.participants] == [None, petra.id, petra.id, None]


def test_nobody_leads_themselves_nor_goes_round_in_a_circle() -> None:
    workshop = team(leader="")
    one, two, three = (p.id for p in workshop.participants[:3])
    with pytest.raises(RuleBroken, match="own_manager"):
        people.set_manager(workshop, one, one)
    workshop = after(workshop, people.set_manager, one, two)
    workshop = after(workshop, people.set_manager, two, three)
    with pytest.raises(RuleBroken, match="manager_circle"):
        people.set_manager(workshop, three, one)


def test_a_circle_in_a_pasted_list_is_opened_and_everyone_comes_in() -> None:
    new = [NewPerson("A", None, "B"), NewPerson("B", None, "C"), NewPerson("C", None, "A"), NewPerson("D", None, "D")]
    workshop = people.add_people(team((), leader=""), new, seeded_ids(3), random.Random(3)).workshop
    assert [p.name for p in workshop.participants] == ["A", "B", "C", "D"]
    for start in workshop.participants:
        seen, at = set(), start
        while at.manager is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = next(p for p in workshop.participants if p.id == at.manager)


def test_two_of_the_same_name_are_two_people_with_codes_of_their_own() -> None:
    workshop = team(("Jan Jansen", "Jan Jansen"), leader="")
    one, two = workshop.participants
    assert one.id != two.id
    assert one.code != two.code
    assert read_code(one.code) == one.code


@pytest.mark.parametrize(("name", "code"), [("", "name_empty"), (" \t\x07 ", "name_empty"), ("x" * 500, "name_long")])
def test_names_of_nothing_and_of_five_hundred_are_refused(name: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        people.rename(team(), team().participants[0].id, name)


@pytest.mark.parametrize("name", ['<b>&<img src="/etc/passwd">', "مريم", "é́", "Bob 🌻", "Ana‍🌻"])
def test_strange_names_stay_as_typed(name: str) -> None:
    workshop = after(team(), people.rename, team().participants[0].id, name)
    assert workshop.participants[0].name == name


def test_five_hundred_and_no_more() -> None:
    full = team(tuple(f"Mens {n}" for n in range(500)), leader="")
    with pytest.raises(RuleBroken, match="too_many"):
        people.add_people(full, [NewPerson("Nog een")], seeded_ids(1), random.Random(1))


def test_who_leaves_takes_everything_along() -> None:
    workshop = team()
    johan, kees = person(workshop, "Johan Terpstra"), person(workshop, "Kees de Wit")
    workshop = after(workshop, placing.place_at, "now", johan, "A")
    workshop = after(workshop, placing.place_at, "other", kees, "B")
    gone = after(workshop, people.remove, [johan])
    assert gone.placements == ()
    assert {p.manager for p in gone.participants} == {None}
    assert all(m.participant != johan for m in gone.marks)
