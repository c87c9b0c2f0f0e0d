"""From rows to people: roles, managers, duplicates, and a sentence for each row that is not right."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.content.people import (
    MAX_PEOPLE,
    Column,
    PeopleList,
    PeopleUnreadable,
    people,
    people_json,
    read_text,
)
from gogrow.domain.people import NAME_LIMIT, Role
from gogrow.texts import Texts


def listed(text: str) -> PeopleList:
    return people(read_text(text))


def codes(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in listed(text).problems]


def test_a_list_as_an_office_keeps_it() -> None:
    found = listed(
        "Medewerkers Team Zetten;;;;\n\n"
        "Pers.nr;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Functie;Leidinggevende\n"
        "1001;Anja;;Verbeek;a@example.org;Zetter;Johan Bakker\n"
        "1002;Bram;van der;Wit;b@example.org;Medewerker;johan bakker\n"
        "1003;Johan;;Bakker;j@example.org;Teamleider Zetten;Petra de Groot\n"
    )
    assert [(p.line, p.name, p.role, p.manager) for p in found.people] == [
        (4, "Anja Verbeek", None, "Johan Bakker"),
        (5, "Bram van der Wit", Role.EMPLOYEE, "Johan Bakker"),
        (6, "Johan Bakker", Role.MANAGER, "Petra de Groot"),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("Medewerker", Role.EMPLOYEE),
        ("employee", Role.EMPLOYEE),
        ("LEIDINGGEVENDE", Role.MANAGER),
        ("Teamleider", Role.MANAGER),
        ("Hoofd P&O", Role.MANAGER),
        ("Collega", Role.COLLEAGUE),
        ("peer", Role.COLLEAGUE),
        ("Accountmanager", None),
        ("Projectmanager", None),
        ("Manager-assistent", None),
        ("Drukker", None),
        ("", None),
    ],
)
def test_roles(cell: str, role: Role | None) -> None:
    assert listed(f"Naam;Functie\nAnja;{cell}\nBram;Drukker").people[0].role is role


def test_who_leads_somebody_is_a_manager() -> None:
    found = listed(
        "Naam;Rol;Leidinggevende\nAnja;medewerker;Bram\nBram;medewerker;Cees\nCees;;\nDirk;collega;Eva"
    ).people
    assert [person.role for person in found] == [Role.EMPLOYEE, Role.MANAGER, Role.MANAGER, Role.COLLEAGUE]
    assert found[3].manager == "Eva"  # not in the list: the name is kept


@pytest.mark.parametrize("nobody", ["", "-", "geen", "n.v.t.", "N/A", "—", "Geen ", "?"])
def test_nobody_as_manager(nobody: str) -> None:
    found = listed(f"Naam;Leidinggevende\nAnja;{nobody}\nBram;Anja")
    assert (found.people[0].manager, found.problems) == ("", ())


@pytest.mark.parametrize("bad", ["12345", "#N/B", "=A1", "x" * 201, "j@example.org"])
def test_a_manager_who_is_no_name_does_not_cost_the_row(bad: str) -> None:
    found = listed(f"Naam;Leidinggevende\nAnja;{bad}\nBram;Anja")
    assert [(person.name, person.manager) for person in found.people] == [("Anja", ""), ("Bram", "Anja")]
    assert [(problem.line, problem.code, problem.left_out) for problem in found.problems] == [
        (2, "manager-unknown", False)
    ]


def test_own_manager() -> None:
    found = listed("Naam;Leidinggevende\nAnja;anja\nBram;Anja")
    assert [person.manager for person in found.people] == ["", "Anja"]
    assert [(problem.line, problem.code) for problem in found.problems] == [(2, "own-manager")]


def test_a_circle_of_managers() -> None:
    text = "Naam;Leidinggevende\nAnja;Bram\nBram;Cees\nCees;Anja\nDirk;Anja\nEva;Dirk"
    found = listed(text)
    assert [person.manager for person in found.people] == ["", "", "", "Anja", "Dirk"]
    assert codes(text) == [(2, "manager-circle"), (3, "manager-circle"), (4, "manager-circle")]


@given(st.lists(st.integers(-1, 9), min_size=1, max_size=10))
@settings(max_examples=100, deadline=None)
def test_afterwards_nobody_leads_himself_by_any_road(above: list[int]) -> None:
    rows = [f"P{i}x;P{up}x" if up >= 0 else f"P{i}x;" for i, up in enumerate(above)]
    found = listed("\n".join(["Naam;Leidinggevende", *rows])).people
    manager = {person.name: person.manager for person in found}
    assert len(found) == len(above)
    for start in manager:
        way = []
        now = start
        while now in manager and now not in way:
            way.append(now)
            now = manager[now]
        assert now not in way
    kept = sum(bool(name) for name in manager.values())
    reported = sum(
        p.code in ("own-manager", "manager-circle") for p in listed("\n".join(["Naam;Leidinggevende", *rows])).problems
    )
    assert kept + reported == sum(up >= 0 for up in above)


def test_duplicates_are_shown_and_not_merged() -> None:
    found = listed("Naam;Chef\nAnja;\nBram;Anja\nANJA;Bram\nAnja;")
    assert [(p.name, p.duplicate_of) for p in found.people] == [
        ("Anja", None),
        ("Bram", None),
        ("ANJA", 2),
        ("Anja", 2),
    ]
    assert [(p.line, p.code) for p in found.problems] == [(3, "manager-twice"), (4, "duplicate"), (5, "duplicate")]


def test_two_of_a_name_on_one_line() -> None:
    assert [person.duplicate_of for person in listed("Anja, Bram, Anja").people] == [None, None, 1]


def test_rows_that_are_not_right_and_good_ones_that_come_in() -> None:
    text = "\n".join(
        [
            "Naam;Afdeling",
            "Anja;Zetten",
            ";Zetten",
            "x" * 201 + ";Zetten",
            "12345;Zetten",
            "???;Zetten",
            "a@example.org;Zetten",
            "#N/B;Zetten",
            "=VERT.ZOEKEN(A2);Zetten",
            ";",
            "Ã‡elik;Zetten",
            "Totaal;9",
            "🌻;Zetten",
            "x" * 200 + ";Zetten",
        ]
    )
    assert [person.name for person in listed(text).people] == ["Anja", "Ã‡elik", "🌻", "x" * 200]
    assert codes(text) == [
        (3, "empty-name"),
        (4, "long-name"),
        (5, "no-letters"),
        (6, "no-letters"),
        (7, "address"),
        (8, "cell-error"),
        (9, "formula"),
        (11, "damaged"),
        (12, "no-letters"),
    ]


def test_a_name_of_500_characters_says_how_long_it_is() -> None:
    message = listed("Anja\n" + "x" * 500).problems[0].message(Texts("en"))
    assert "500" in message
    assert str(NAME_LIMIT) in message


@pytest.mark.parametrize(
    "title", ["Team Zetten", "Deelnemerslijst workshop", "Aanwezig op 12-05-2026", "Wie komen er:"]
)
def test_a_title_above_a_list_without_header_is_said_and_left_out(title: str) -> None:
    assert [person.name for person in listed(f"{title}\n\nAnja\nBram").people] == ["Anja", "Bram"]
    assert codes(f"{title}\n\nAnja\nBram") == [(1, "title")]


def test_columns_may_be_chosen_otherwise() -> None:
    table = read_text("Anja;Zetten;Bram\nBram;Zetten;")
    chosen = people(table, [Column.NAME, Column.IGNORE, Column.MANAGER])
    assert [(person.name, person.manager) for person in chosen.people] == [("Anja", "Bram"), ("Bram", "")]
    nobody = people(table, [Column.IGNORE] * 3)
    assert nobody.people == ()
    assert [problem.code for problem in nobody.problems] == ["no-name-column"]
    with pytest.raises(ValueError, match="3 columns"):
        people(table, [Column.NAME])


def test_name_parts() -> None:
    found = listed("Voorletters;Voorvoegsel;Achternaam\nA.;de;Jong\n;;Smit\nB.;van;van Dam\nC.;;Berg, van den\nEva;;")
    assert [p.name for p in found.people] == ["A. de Jong", "Smit", "B. van Dam", "C. van den Berg", "Eva"]


def test_managers_are_turned_as_the_names_are() -> None:
    found = listed("Naam;Leidinggevende\nVerbeek, Anja;Wit, Bram de\nWit, Bram de;Bakker, Johan").people
    assert [(p.name, p.manager) for p in found] == [("Anja Verbeek", "Bram de Wit"), ("Bram de Wit", "Johan Bakker")]


def test_only_a_header() -> None:
    assert codes("Naam;Functie\n") == [(1, "nobody")]


def test_as_many_people_as_the_reader_takes_and_one_more() -> None:
    rows = [f"Persoon x{i};Zetten" for i in range(MAX_PEOPLE)]
    head = ["Team;Zetten", "", "Naam;Afdeling"]
    began = time.perf_counter()
    assert len(listed("\n".join([*head, *rows])).people) == MAX_PEOPLE
    assert time.perf_counter() - began < 5  # 0.15 s on a small machine
    with pytest.raises(PeopleUnreadable, match="too-many"):
        listed("\n".join([*head, *rows, "Nog iemand;Zetten"]))


def test_more_than_5_mb() -> None:
    with pytest.raises(PeopleUnreadable, match="too-big"):
        read_text("Anja\n" + "x" * (5 * 1024 * 1024))


def test_json() -> None:
    found = people_json(listed("Naam;Rol;Chef\nAnja;;Bram\n;x;\nBram;collega;"), Texts("en"))
    assert found == {
        "people": [
            {"name": "Anja", "role": "employee", "manager": "Bram"},
            {"name": "Bram", "role": "manager", "manager": ""},
        ],
        "problems": [
            {"line": 3, "message": "Line 3: there is no name in this row. Fill in a name, or remove the row."}
        ],
    }
