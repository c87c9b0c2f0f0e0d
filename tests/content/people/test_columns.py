"""Which column is what, by its header and by what stands in it."""

from __future__ import annotations

import pytest

from gogrow.content.people import Column, guess_columns, read_text

N, F, I, L, R, M, X = Column  # noqa: E741 - a letter for each column


def header_of(line: str, *rows: str) -> tuple[Column, ...]:
    table = read_text("\n".join([line, *(rows or ["Anja;Anja;Anja;Anja;Anja;Anja"])]))
    assert table.header is not None
    return table.columns[: line.count(";") + 1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Naam;Functie;Leidinggevende", (N, R, M)),
        ("Medewerker;Afdeling;Manager", (N, X, M)),
        ("Volledige naam;Rol;Direct leidinggevende", (N, R, M)),
        ("Deelnemer;E-mail adres;Teamleider", (N, X, M)),
        ("Name;Role;Reports to", (N, R, M)),
        ("Full Name;Job title;Line manager", (N, R, M)),
        ("EMPLOYEE_NAME;ROLE;MANAGER_NAME", (N, R, M)),
        ("Pers.nr;Roepnaam;Voorvoegsel;Achternaam;Functie", (X, F, I, L, R)),
        ("Voornaam;Tussenvoegsel(s);Achternaam", (F, I, L)),
        ("Achternaam;Voorletters;Voorvoegsels", (L, F, I)),
        ("Voorletters;Roepnaam;Achternaam", (X, F, L)),
        ("First name;Last name", (F, L)),
        ("Naam (verplicht):;Opmerking", (N, X)),
        ("Naam;Naam leidinggevende;E-mail leidinggevende", (N, M, X)),
        ("Achternaam;Roepnaam;Volledige naam", (X, X, N)),
        ("Naam;Tussenvoegsel;Voornaam", (L, I, F)),
        ("Geboortenaam;Naam;Achternaam partner", (X, N, X)),
        ("Cao;Schaal;Naam;Kpl;Oms;Chef", (X, X, N, X, X, M)),
        ("Naam", (N,)),
    ],
)
def test_headers(line: str, expected: tuple[Column, ...]) -> None:
    assert header_of(line, "Bakker;de;Eva;Piet;Kees;Gijs") == expected


def test_name_beside_first_name_is_whole_or_surname() -> None:
    assert header_of("Roepnaam;Naam", "Anja;Verbeek", "Bram;de Wit") == (F, L)
    assert header_of("Roepnaam;Naam", "Anja;Anja Verbeek", "Bram;Bram de Wit") == (X, N)
    assert header_of("Voorletters;Naam", "A.;A. Verbeek", "B.;B. de Wit") == (X, N)


def test_a_column_medewerker_with_numbers_holds_no_names() -> None:
    line = "Medewerker;Roepnaam;Voorl.;Voorv.;Achternaam;Functie"
    assert header_of(line, "1001;Anja;A.;;Verbeek;Zetter", "1002;Bram;B.;de;Wit;") == (X, F, X, I, L, R)


def test_a_header_with_one_word_tells_the_separator() -> None:
    table = read_text("NAAM;;\nAnja;x;\nBram;;\nCees;;\nDirk;;")
    assert [row.cells[0] for row in table.rows] == ["Anja", "Bram", "Cees", "Dirk"]


def test_lines_drawn_with_dashes_are_no_rows() -> None:
    table = read_text("| Naam | Rol |\n|------|-----|\n| Anja | x |\n| Bram | - |")
    assert [row.cells[1] for row in table.rows] == ["Anja", "Bram"]


def test_a_column_of_yes_and_no_says_who_leads() -> None:
    assert header_of("Naam;Leidinggevende", "Anja;nee", "Bram;ja", "Cees;") == (N, R)
    assert header_of("Naam;Rol;Manager", "Anja;drukker;0", "Bram;chef;1") == (N, R, X)


def test_unknown_header_of_the_names() -> None:
    assert header_of("Wie doet mee;E-mail;Leidinggevende", "Anja Smit;a@example.org;Bram Wit") == (N, X, M)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anja Smit\nBram Wit", (N,)),
        ("Anja\tSmit\nBram\tWit\nCees\tde Boer", (F, L)),
        ("Anja;;Smit\nBram;de;Wit\nCees;van der;Boer", (F, I, L)),
        ("Anja Smit;medewerker\nBram Wit;leidinggevende", (N, R)),
        ("Anja Smit;Bram Wit\nCees Vos;Bram Wit\nBram Wit;", (N, M)),
        ("Anja;Bram\nCees;Bram\nBram;", (N, M)),
        ("Anja;Smit;Bram Wit\nCees;Vos;Bram Wit\nBram;Wit;", (F, L, M)),
        ("1001;Anja Smit;a@example.org\n1002;Bram Wit;b@example.org", (X, N, X)),
        ("1.\tAnja\n2.\tBram", (X, N)),
        ("Anja Smit;Zetten;0612345678\nBram Wit;Ede;0687654321", (N, X, X)),
        ("Anja;HR\nBram;HR\nCees;HR\nDirk;HR\nEva;ICT", (N, X)),
        ("12-5-1980;Anja Smit\n13-6-1990;Bram Wit", (X, N)),
    ],
)
def test_without_a_header(text: str, expected: tuple[Column, ...]) -> None:
    table = read_text(text)
    assert table.header is None
    assert table.columns == expected == guess_columns(table)


def test_roles_in_the_cells_are_no_header() -> None:
    assert read_text("Anja;medewerker\nBram;medewerker").header is None
    assert read_text("medewerker;Anja\nmanager;Bram\nmedewerker;Cees").header is None


def test_the_header_may_come_back_on_each_page() -> None:
    table = read_text("Naam;Rol\nAnja;x\nNaam;Rol\nBram;y")
    assert [row.cells[0] for row in table.rows] == ["Anja", "Bram"]
    assert [row.line for row in table.rows] == [2, 4]


def test_titles_above_the_header_are_not_people() -> None:
    table = read_text("Overzicht personeel;;\n;;\nPeildatum: 1 mei 2026;;\nNaam;Rol;Chef\nAnja;x;Bram")
    assert table.header is not None
    assert table.header.line == 4
    assert [row.cells for row in table.rows] == [("Anja", "x", "Bram")]
