"""Bytes and pasted text into rows: encodings, separators, quotes, lists from a mail."""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gogrow.content.people import Column, PeopleUnreadable, TableRow, people, read_file, read_text
from gogrow.content.people import text as text_module
from gogrow.content.people.columns import find_header
from gogrow.content.people.names import clean, is_damaged

NAMES = [
    "Max von Richter",
    "Anne-Fleur van 't Hof - de Wit",
    "O'Neill",
    "Çelik",
    "Samira El Idrissi",
    "Renée Müller",
    "Zoë d’Arc",
    'Jan "JJ" Smit',
    "José Núñez",
]


def names_of(text: str) -> list[str]:
    return [person.name for person in people(read_text(text)).people]


def names_in(data: bytes, folder: Path) -> list[str]:
    path = folder / "lijst.csv"
    path.write_bytes(data)
    return [person.name for person in people(read_file(path)).people]


def as_csv(rows: list[list[str]], separator: str, end: str, quote_all: bool) -> str:
    stream = io.StringIO()
    writer = functools.partial(csv.writer, stream, delimiter=separator, lineterminator=end)
    (writer(quoting=csv.QUOTE_ALL) if quote_all else writer()).writerows(rows)
    return stream.getvalue()


ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
LETTERS = "abdefghijklmnoprstuvwyzéëèïöüáçñåøABDEFGHJKLMNOPRSTVWÇÉÖØ"
name = st.builds(
    lambda head, rest: f"{head}{rest}",
    st.sampled_from("ABDEFGHJKLMNOPRSTVWÇÉÖ"),
    st.text(LETTERS + "  '-.;,|\t\"", max_size=30),
).map(clean)


# Every two of encoding, separator, line end and quotes meet in some case.
WAYS = [
    (encoding, separator, ["\r\n", "\n", "\r"][(i + j) % 3], (i + j // 2) % 2 == 0)
    for i, encoding in enumerate(ENCODINGS)
    for j, separator in enumerate(";,\t|")
]


@pytest.mark.parametrize(("encoding", "separator", "end", "quoting"), WAYS)
def test_every_encoding_separator_and_line_end(
    encoding: str, separator: str, end: str, quoting: bool, tmp_path: Path
) -> None:
    rows = [["Naam", "Functie"], *([name, "Drukker"] for name in NAMES)]
    assert names_in(as_csv(rows, separator, end, quoting).encode(encoding), tmp_path) == NAMES


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(name, min_size=1, max_size=12),
    encoding=st.sampled_from(ENCODINGS),
    separator=st.sampled_from(list(";,\t|")),
    end=st.sampled_from(["\r\n", "\n", "\r"]),
)
def test_what_is_written_is_read(names: list[str], encoding: str, separator: str, end: str, tmp_path: Path) -> None:
    names = [name.replace(",", "").strip(" ;.") for name in names]  # commas and marks at the end are another matter
    assume(all(len(name) > 1 and name.count('"') in (0, 2) and clean(name) == name for name in names))
    assume(not any(name[0] == name[-1] == '"' for name in names))
    data = as_csv([["Nr", "Naam", "Plaats"], *(["1", name, "Ede"] for name in names)], separator, end, False)
    if encoding == "cp1252":
        assume(not is_damaged(data))  # Ã© in this encoding are the bytes of é in UTF-8: nobody can tell
    assert names_in(data.encode(encoding), tmp_path) == names


def test_old_mac_encoding(tmp_path: Path) -> None:
    text = "Naam;Plaats\rÇelik;Ede\rRenée Müller;Zoë\r"
    assert names_in(text.encode("mac_roman"), tmp_path) == ["Çelik", "Renée Müller"]


def test_windows_encoding_is_not_taken_for_mac(tmp_path: Path) -> None:
    text = "Naam;Plaats\r\nŠarić;Ede\r\n".replace("ć", "c") + "Œdipe – “de Wit”;x\r\nJozef Žižek;x\r\n"
    assert names_in(text.encode("cp1252"), tmp_path) == ["Šaric", "Œdipe – “de Wit”", "Jozef Žižek"]


@pytest.mark.parametrize(
    "text",
    [
        "Anja, Bram, Dennis",
        "Anja; Bram; Dennis",
        "Anja, Bram en Dennis",
        "Anja, Bram & Dennis.",
        "Deelnemers: Anja, Bram, Dennis",
        "Deelnemers:\nAnja, Bram, Dennis",
        "Team A: Anja, Bram\nTeam B: Dennis",
        "Anja,\nBram,\nDennis",
        "- Anja\n- Bram\n- Dennis",
        "• Anja\n• Bram\n\n• Dennis",
        "•\tAnja\n•\tBram\n•\tDennis",
        "1. Anja\n2. Bram\n3. Dennis",
        "1)\tAnja\n2)\tBram\n3)\tDennis",
        "Anja <a@example.org>; Bram <b@example.org>; Dennis <d@example.org>",
        "Anja <a@example.org>, Bram <b@example.org>, Dennis <d@example.org>",
        "Anja <a@example.org>;\nBram <b@example.org>;\nDennis (d@example.org)",
        "Anja - a@example.org\nBram - b@example.org\nDennis - d@example.org",
        "Naam\nAnja\nBram\nDennis",
        "\n\nAnja\r\nBram\rDennis",
        "\ufeffAnja\nBram\nDennis\x1a",
        "sep=;\nnaam;x\nAnja;1\nBram;2\nDennis;3",
        '"sep=|"\nnaam|x\nAnja|1\nBram|2\nDennis|3',
        "\tAnja\n\tBram\n\tDennis",
    ],
)
def test_three_names_from_a_mail(text: str) -> None:
    assert names_of(text) == ["Anja", "Bram", "Dennis"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Verbeek, Anja", ["Verbeek", "Anja"]),
        ("Verbeek, A.", ["A. Verbeek"]),
        ("Verbeek, Anja\nWit, Bram de", ["Anja Verbeek", "Bram de Wit"]),
        ("Naam\nVerbeek, Anja", ["Anja Verbeek"]),
        ('"Verbeek, Anja" <a@example.org>; "Idrissi, S. El" <s@example.org>', ["Anja Verbeek", "S. El Idrissi"]),
        ("Anja Verbeek, medewerker", ["Anja Verbeek"]),
        ("Anja Verbeek, MSc", ["Anja Verbeek"]),
        ("Anja Verbeek, Ede\nBram Wit, Ede", ["Anja Verbeek", "Bram Wit"]),
        ("Anja, Bram, Cees\nDirk, Eva\nFaruk", ["Anja", "Bram", "Cees", "Dirk", "Eva", "Faruk"]),
    ],
)
def test_one_comma_says_several_things(text: str, expected: list[str]) -> None:
    assert names_of(text) == expected


def test_line_breaks_inside_quotes_keep_the_lines_right() -> None:
    listed = people(read_text('Naam;Rol\n"Jan\nSmit";x\n\n;leeg\nEva;y'))
    assert [(person.line, person.name) for person in listed.people] == [(2, "Jan Smit"), (6, "Eva")]
    assert [problem.line for problem in listed.problems] == [5]


def test_a_quote_that_never_closes_costs_one_line() -> None:
    listed = people(read_text('Naam;Rol\n"Kees;collega\nEva;collega\n' + "Piet;collega\n" * 40))
    assert [person.name for person in listed.people][:3] == ["Kees", "Eva", "Piet"]
    assert len(listed.people) == 42
    assert (2, "open-quote") in [(problem.line, problem.code) for problem in listed.problems]


@pytest.mark.parametrize(
    "data",
    [b"\x00" * 64, bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + b"x" * 50, b"%PDF-1.7\n...", b"{\\rtf1 Anja}"],
)
def test_what_is_no_text_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(PeopleUnreadable, match="not-a-list"):
        names_in(data, tmp_path)


@pytest.mark.parametrize("data", [b"", b"\n\n ;;\n", "\ufeff".encode(), b"\xff\xfe", b"\r" * 500_000])
def test_nothing_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(PeopleUnreadable, match="empty"):
        names_in(data, tmp_path)


@given(data=st.binary(max_size=400))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    try:
        table = read_file(path)
    except PeopleUnreadable:
        return
    people(table)
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


@given(text=st.text(st.sampled_from('ab Naam;,\t|"\n\r<>@.:=-#1é'), max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_and_no_line_is_made_up(text: str) -> None:
    try:
        listed = people(read_text(text))
    except PeopleUnreadable:
        return
    lines = len(text_module._LINE_END.split(text))
    assert all(1 <= person.line <= lines for person in listed.people)
    assert all(1 <= problem.line <= lines for problem in listed.problems)
    assert [person.line for person in listed.people] == sorted(person.line for person in listed.people)


def test_more_columns_than_anyone_needs() -> None:
    table = read_text("\t".join(["Naam", *map(str, range(500))]) + "\n" + "\t".join(["Anja", *map(str, range(500))]))
    assert len(table.columns) == text_module.MAX_COLUMNS
    assert table.columns[0] is Column.NAME


def test_header_is_found_below_titles_and_empty_lines() -> None:
    rows = [
        TableRow(1, ("Medewerkers Team Zetten", "", "")),
        TableRow(3, ("", "", "")),
        TableRow(4, ("Nr", "Volledige naam", "E-mail")),
        TableRow(5, ("1", "Anja", "a@example.org")),
    ]
    assert find_header(rows) == 2
