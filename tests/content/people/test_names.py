"""Names stay as they are typed; what surrounds them goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow.content.people import names
from gogrow.domain.people import clean_name

AS_THEY_ARE = [
    "Max von Richter",
    "Anne-Fleur van 't Hof - de Wit",
    "O'Neill",
    "Çelik",
    "anja verbeek",
    "ANJA",
    "D’Souza",
    "Iñaki Muñoz Peña",
    "👩‍👧 Eva 🌻",
    "محمد علی",
    "می‌خواهم",
    "יעל כהן",
    "王小明",
    "Nguyễn Thị Hạnh",
    "Zöe (HR)",
    '<b>&<img src="/etc/passwd">',
    "J.P. de Vries-Jansen",
    "Van der Berg",
    "Eva 2",
    "*Ster",
    "{name} %s",
]


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_names_as_they_are(name: str) -> None:
    assert names.turned(names.tidy(names.clean(name)), column=False) == name


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Anja \t Verbeek\u00a0", "Anja Verbeek"),
        ("Anja\nVerbeek", "Anja Verbeek"),
        ("An\x00ja\x07", "An ja"),
        ("Anja\u200b\u00ad Verbeek\ufeff", "Anja Verbeek"),
        ("\u202eajnA\u202c", "ajnA"),
        ("Rene\u0301e", "Renée"),
        ("Z\u0323\u0302o", unicodedata.normalize("NFC", "Z\u0323\u0302o")),
        ("\ud800Anja", "Anja"),
        ("\u3000", ""),
    ],
)
def test_what_cannot_be_seen_goes(typed: str, expected: str) -> None:
    assert names.clean(typed) == expected


@given(st.text(max_size=60))
def test_clean_once_is_clean(text: str) -> None:
    cleaned = names.clean(text)
    assert names.clean(cleaned) == cleaned == clean_name(cleaned).strip()
    assert unicodedata.is_normalized("NFC", cleaned)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- Anja", "Anja"),
        ("12) Anja", "Anja"),
        ("(3) Anja", "Anja"),
        ("\uf0b7 Anja", "Anja"),
        ("Anja <anja@example.org>", "Anja"),
        ("Anja <mailto:anja@example.org> ;", "Anja"),
        ("<anja@example.org> Anja", "Anja"),
        ("Anja: anja@example.org", "Anja"),
        ('"Verbeek, Anja" <anja@example.org>', "Verbeek, Anja"),
        ('="Anja"', "Anja"),
        ("anja@example.org", "anja@example.org"),
        ("Anja @ Ede", "Anja @ Ede"),
        ("@" * 900, "@" * 900),
        ("Anja;", "Anja"),
    ],
)
def test_what_lists_and_mails_put_around_a_name(typed: str, expected: str) -> None:
    assert names.tidy(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Verbeek, Anja", "Anja Verbeek"),
        ("Wit, Bram de", "Bram de Wit"),
        ("de Wit, Bram", "Bram de Wit"),
        ("Wit, de, Bram", "Bram de Wit"),
        ("Wit, Bram, de", "Bram de Wit"),
        ("Hof - de Wit, Anne-Fleur van 't", "Anne-Fleur van 't Hof - de Wit"),
        ("El Idrissi, S.", "S. El Idrissi"),
        ("Anja Verbeek", "Anja Verbeek"),
        ("Verbeek, MSc", "Verbeek, MSc"),
        ("Verbeek, teamleider", "Verbeek, teamleider"),
        ("Verbeek, kamer 3", "Verbeek, kamer 3"),
        ("Wit, de", "Wit, de"),
        ("Verbeek,", "Verbeek,"),
        ("a, b, c, d", "a, b, c, d"),
        ("Verbeek & Zn, Anja", "Verbeek & Zn, Anja"),
    ],
)
def test_turned_in_a_column_with_the_surname_first(typed: str, expected: str) -> None:
    assert names.turned(typed, column=True) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("El Idrissi, S.", "S. El Idrissi"),
        ("Vries, J.P. de", "J.P. de Vries"),
        ("Berg, Th. J. van den", "Th. J. van den Berg"),
        ("Verbeek, A", "A Verbeek"),
        ("Verbeek, Anja", "Verbeek, Anja"),
        ("Anja Verbeek, Ede", "Anja Verbeek, Ede"),
        ("Verbeek, jr.", "Verbeek, jr."),
        ("Anja Verbeek, HR", "Anja Verbeek, HR"),
    ],
)
def test_elsewhere_only_initials_are_certain(typed: str, expected: str) -> None:
    assert names.turned(typed, column=False) == expected


def test_a_column_has_the_surname_first_when_most_of_it_has() -> None:
    assert names.surname_first(["Verbeek, Anja", "Wit, Bram de", "", "Madonna"])
    assert not names.surname_first(["Anja Verbeek, Ede", "Bram de Wit, Ede"])
    assert not names.surname_first(["Verbeek, Anja", "Bram Wit", "Cees Smit"])
    assert not names.surname_first([])


def test_surname_with_its_prefix_behind() -> None:
    assert names.surname("Jong, de") == "de Jong"
    assert names.surname("Berg, van den") == "van den Berg"
    assert names.surname("Jong, Anja") == "Jong, Anja"


@pytest.mark.parametrize("text", ["Ã‡elik", "JosÃ©", "Ay?e", "Ren\ufffde", "?zgür"])
def test_lost_letters_are_noticed(text: str) -> None:
    assert names.is_damaged(text)


@pytest.mark.parametrize("text", [*AS_THEY_ARE, "Ãlvaro", "Âge", "Wie? Anja"])
def test_real_letters_are_not_lost(text: str) -> None:
    assert not names.is_damaged(text)


@pytest.mark.parametrize(
    "text", ["#N/B", "#N/A", "#VERW!", "#REF!", "#NAAM?", "#NAME?", "#DEEL/0!", "#DIV/0!", "#WAARDE!"]
)
def test_errors_of_a_spreadsheet(text: str) -> None:
    assert names.is_error(text)


@pytest.mark.parametrize("text", ["#1", "#Anja", "# N/B", "Anja #N/B", "#", "#metoo!x"])
def test_no_errors_of_a_spreadsheet(text: str) -> None:
    assert not names.is_error(text)
