"""XLSX: as openpyxl writes it, as Excel and others do, and as somebody who means ill would."""

from __future__ import annotations

import datetime as dt
import io
import os
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from gogrow.content.people import PeopleUnreadable, people, read_file
from gogrow.content.people.names import clean
from gogrow.content.people.xlsx import read
from tests.content.people.books import STRICT, book, packed, sheet, text_row, unpacked

MB = 1024 * 1024
LIST = text_row(1, "Naam", "Rol", "Chef") + text_row(2, "Anja", "drukker", "Bram") + text_row(3, "Bram")


def saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def one_sheet(*rows: list[Any]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)  # type: ignore[union-attr]
    return saved(workbook)


def cells(data: bytes, wanted: str | None = None) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in read(data, wanted, 5_050).rows]


def code(data: bytes, wanted: str | None = None) -> str:
    with pytest.raises(PeopleUnreadable) as caught:
        read(data, wanted, 5_050)
    return caught.value.code


def test_a_list_with_a_merged_title_empty_rows_dates_and_errors(tmp_path: Path) -> None:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page["A1"] = "Team Zetten 2026"
    page["A1"].font = Font(bold=True)
    page.merge_cells("A1:D1")
    rows: list[list[Any]] = [
        ["Nr", "Naam", "In dienst", "Leidinggevende"],
        [1, "Çelik, Esra", dt.date(2020, 5, 12), "Bakker, Johan"],
        [2, "Hof - de Wit, Anne-Fleur van 't", dt.datetime(2021, 1, 2, 14, 30), "Bakker, Johan"],
        [3, "#N/A", None, None],
        [4, 12345, None, None],
        [5, "=A1&A2", None, None],
        [6, None, dt.time(9, 15), None],
        [7, "Bakker, Johan", None, "="],
    ]
    for line, row in enumerate(rows, 4):
        for column, value in enumerate(row, 2):
            page.cell(line, column, value)
    page["C8"].data_type = "e"
    path = tmp_path / "Lijst met é.xlsx"
    path.write_bytes(saved(workbook))
    table = read_file(path)
    assert table.header is not None
    assert (table.header.line, table.sheets, table.sheet) == (4, ("Sheet",), "Sheet")
    assert [row.cells[3] for row in table.rows] == ["2020-05-12", "2021-01-02 14:30", "", "", "", "09:15", ""]
    listed = people(table)
    assert [(person.line, person.name, person.manager) for person in listed.people] == [
        (5, "Esra Çelik", "Johan Bakker"),
        (6, "Anne-Fleur van 't Hof - de Wit", "Johan Bakker"),
        (11, "Johan Bakker", ""),
    ]
    assert [(problem.line, problem.code) for problem in listed.problems] == [
        (7, "cell-error"),
        (8, "no-letters"),
        (9, "formula"),
        (10, "empty-name"),
    ]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
VALUE = st.one_of(
    st.none(),
    TEXT.filter(lambda text: not text.startswith("=") and not text.startswith("#") and "_x" not in text),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2090, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0)),
)


def as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.datetime():
            return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
        case _:
            return clean(str(value))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grid=st.lists(st.lists(VALUE, max_size=6), min_size=1, max_size=6))
def test_what_openpyxl_reads_is_what_we_read(grid: list[list[Any]]) -> None:
    data = one_sheet(["naam"], *grid)
    theirs = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    expected = []
    for line, row in enumerate(theirs.iter_rows(values_only=True), 1):
        texts = [as_text(value) for value in row]
        if any(texts):
            expected.append((line, "\x1f".join(texts).rstrip("\x1f")))
    assert [(line, "\x1f".join(row).rstrip("\x1f")) for line, row in cells(data)] == expected


def test_shared_strings_with_rich_text_sound_and_signs() -> None:
    strings = (
        "<sst><si><t>Naam</t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>ja</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='1'><t>トウキョウ</t></rPh></si><si><t>Jan_x000D_\nSmit</t></si></sst>"
    )
    rows = '<row r="2"><c r="B2" t="s"><v>0</v></c></row>' + "".join(
        f'<row><c t="s"><v>{i}</v></c></row>' for i in (1, 2, 3, 99)
    )
    assert cells(book({"Blad1": sheet(rows)}, sharedStrings=strings)) == [
        (2, ("", "Naam")),
        (3, ("Anja",)),
        (4, ("東京",)),
        (5, ("Jan Smit",)),
    ]


def test_dates_by_their_format_only_and_since_1904() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
        '<numFmt numFmtId="165" formatCode="[Red]0.00&quot; dagen&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
        '<fonts><font><u val="no such line"/></font></fonts></styleSheet>'
    )
    rows = (
        "<row>" + "".join(f'<c s="{style}"><v>{v}</v></c>' for style, v in enumerate((1, 45000, 45000.5, 3))) + "</row>"
    )
    rows += '<row><c s="1"><v>1e99</v></c><c s="77"><v>5</v></c><c t="d"><v>2026-05-12</v></c></row>'
    assert cells(book({"Blad1": sheet(rows)}, styles=styles)) == [
        (1, ("1", "2023-03-15", "2023-03-15 12:00", "3")),
        (2, ("1e99", "5", "2026-05-12")),
    ]
    later = book(
        {"Blad1": sheet('<row><c s="1"><v>0</v></c><c s="1"><v>366</v></c></row>')}, styles=styles, date1904="1"
    )
    assert cells(later) == [(1, ("00:00", "1905-01-01"))]


def test_formulas_give_their_stored_result() -> None:
    rows = (
        '<row><c t="str"><f>A2</f><v>Anja</v></c><c t="str"><f>A3</f><v></v></c><c><f>A1+1</f></c>'
        '<c><f t="shared" si="0"/><v>3</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c></row>'
    )
    assert cells(book({"Blad1": sheet(rows)})) == [(1, ("Anja", "", "=A1+1", "3", "#DIV/0!", "TRUE"))]


def test_what_excel_opens_and_openpyxl_refuses() -> None:
    files = unpacked(one_sheet(["Naam"], ["Anja"], ["Bram"]))
    underline = files["xl/styles.xml"].replace(b"<font>", b'<font><u val="1"/>', 1)
    data = packed({**files, "xl/styles.xml": underline})
    with pytest.raises(ValueError):
        load_workbook(io.BytesIO(data), read_only=True)
    assert len(cells(data)) == 3
    name = "xl/worksheets/sheet1.xml"
    rule = files[name].replace(b"</sheetData>", b'</sheetData><pageSetup scale="wide"/>')
    data = packed({**files, name: rule})
    with pytest.raises((ValueError, TypeError)):
        list(load_workbook(io.BytesIO(data), read_only=True).worksheets[0].iter_rows())
    assert len(cells(data)) == 3
    strict = book({"Blad1": sheet(LIST, namespace=STRICT)}, namespace=STRICT)
    assert len(cells(strict)) == 3
    wrong_size = sheet(LIST).replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
    assert len(cells(book({"Blad1": wrong_size}))) == 3
    prefixed = sheet(LIST).replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"xmlns=", b"xmlns:x=")
    assert len(cells(book({"Blad1": prefixed}))) == 3


def test_the_first_sheet_with_something_in_it_that_is_not_hidden() -> None:
    sheets = {"Leeg": sheet('<row r="1"><c r="A1" s="1"/></row>'), "Geheim": sheet(LIST), "Team": sheet(LIST)}
    data = book(sheets, states={"Geheim": "veryHidden"})
    assert (read(data, None, 99).sheet, read(data, None, 99).sheets) == ("Team", ("Leeg", "Team"))
    assert read(data, "Geheim", 99).sheet == "Geheim"
    assert code(data, "Leeg") == "empty"
    assert code(data, "Blad9") == "no-sheet"


def test_rows_far_down_and_columns_far_right() -> None:
    rows = text_row(1, "Naam") + '<row r="1048576"><c r="A1048576" t="str"><v>Anja</v></c>'
    rows += '<c r="XFD1048576" t="str"><v>ver weg</v></c></row>'
    assert cells(book({"Blad1": sheet(rows)})) == [(1, ("Naam",)), (1048576, ("Anja",))]


def test_stops_after_the_last_row_that_is_wanted() -> None:
    broken_below = sheet(LIST + text_row(4, "Cees")).replace(b"Cees", b"<<<")
    assert len(read(book({"Blad1": broken_below}), None, 3).rows) == 3
    assert code(book({"Blad1": broken_below})) == "damaged"


def bomb(tail: bytes) -> bytes:
    """A part that would take long, in a file with enough ballast that its ratio raises no suspicion."""
    return packed({"ballast": os.urandom(2 * MB), **unpacked(book({"Blad1": tail}))})


START = b"<worksheet><sheetData>"
END = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("before", "again", "after", "expected"),
    [
        pytest.param(START, b"<row/>", END, "too-much", id="empty rows"),
        pytest.param(START + b"<row>", b"<c/>", b"</row>" + END, "too-much", id="empty cells"),
        pytest.param(b"", b"<a>", b"", "damaged", id="deep"),
        pytest.param(b'<a b="', b"x", b'"/>', "damaged", id="endless tag"),
        pytest.param(b"<a><!--", b"x", b"--></a>", "damaged", id="endless remark"),
        pytest.param(START, b" ", END, "empty", id="space"),
    ],
)
def test_bombs_cost_little_time(before: bytes, again: bytes, after: bytes, expected: str) -> None:
    data = bomb(before + again * (50 * MB // len(again)) + after)
    began = time.perf_counter()
    assert code(data) == expected
    assert time.perf_counter() - began < 20  # 3 s at most on a small machine


def test_one_endless_text_is_cut_off() -> None:
    data = bomb(START + b'<row><c t="str"><v>' + b"x" * (50 * MB) + b"</v></c></row>" + END)
    assert cells(data) == [(1, ("x" * 32_767,))]


def test_no_tree_is_built() -> None:
    data = book({"Blad1": START + b"<row><c><v/></c></row>" * (5 * MB // 22) + END})
    tracemalloc.start(1)
    try:
        assert code(data) == "empty"
        assert tracemalloc.get_traced_memory()[1] < 4 * MB
    finally:
        tracemalloc.stop()


def test_a_bomb_by_its_ratio_and_by_its_size() -> None:
    assert code(book({"Blad1": START + b" " * (60 * MB) + END})) == "too-much"
    assert code(packed({"a": b" " * (60 * MB), "b": b" " * (50 * MB), "c": os.urandom(3 * MB)})) == "too-much"


def test_many_sheets_that_share_one_part() -> None:
    files = unpacked(book({f"B{i}": sheet("") for i in range(300)}))
    relations = files["xl/_rels/workbook.xml.rels"]
    for i in range(2, 301):
        relations = relations.replace(f"sheet{i}.xml".encode(), b"sheet1.xml")
    files |= {"xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": START + b" " * (9 * MB) + END}
    assert code(packed(files)) == "too-much"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert code(book({"Blad1": sheet('<row><c t="str"><v>&b;</v></c></row>', before=bomb)})) == "damaged"
    outside = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert code(book({"Blad1": sheet('<row><c t="str"><v>&a;</v></c></row>', before=outside)})) == "damaged"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"PK\x03\x04" + b"junk" * 50, "damaged"),
        (packed({"word/document.xml": "<a/>"}), "not-a-list"),
        (packed({"foto.jpg": "x"}), "not-a-list"),
        (packed({"xl/workbook.bin": "x"}), "binary-excel"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "not-a-list"),
        (packed({"xl/workbook.xml": "<workbook"}), "damaged"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "empty"),
        (book({"Blad1": b"<worksheet><sheetData><row r='x'/>"}), "damaged"),
        (book({"Blad1": sheet('<row><c t="s"><v>een</v></c></row>')}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"), "old-excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "not-a-list"),
        (b"<html><table><tr><td>Naam</td></tr></table></html>", "web-page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "web-page"),
    ],
)
def test_what_is_no_workbook(data: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(data)
    with pytest.raises(PeopleUnreadable) as caught:
        read_file(path)
    assert caught.value.code == expected
    assert caught.value.values["file"] == "lijst.xlsx"


def test_a_member_with_a_password() -> None:
    data = bytearray(book({"Blad1": sheet(LIST)}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert code(bytes(data)) == "password"


def test_a_workbook_cut_off_or_bent_anywhere_is_read_or_refused() -> None:
    whole = one_sheet(["Naam"], *[[f"Persoon {i}"] for i in range(50)])
    for end in range(0, len(whole), 97):
        assert code(whole[:end]) == "damaged"
    refused = 0
    for place in range(0, len(whole), 41):
        bent = bytearray(whole)
        bent[place] ^= 0x55
        try:
            read(bytes(bent), None, 99)
        except PeopleUnreadable:
            refused += 1
    assert refused > 0


def test_files_that_are_no_files(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path / "weg.csv", "missing"),
        (tmp_path, "not-a-file"),
        (Path(os.devnull), "not-a-file"),
        (tmp_path / ("x" * 300), "no-access"),
        (tmp_path / "nul\0.csv", "no-access"),
    ):
        with pytest.raises(PeopleUnreadable) as caught:
            read_file(path)
        assert caught.value.code == expected
    big = tmp_path / "groot.csv"
    big.write_bytes(b"a\n" * 3 * MB)
    with pytest.raises(PeopleUnreadable, match="too-big"):
        read_file(big)


def test_5000_people_in_a_workbook() -> None:
    rows: list[list[Any]] = [[i, f"Persoon x{i}", "Zetten", dt.date(2020, 1, 1), "Drukker"] for i in range(5_000)]
    data = one_sheet(["Nr", "Naam", "Afdeling", "Sinds", "Functie"], *rows)
    began = time.perf_counter()
    assert len(cells(data)) == 5_001
    assert time.perf_counter() - began < 5  # 0.3 s on a small machine
