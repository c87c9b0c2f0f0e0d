"""XLSX as openpyxl writes it, and as Excel and others do."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from gogrow.content.people import people, read_file
from gogrow.content.people.names import clean
from gogrow.content.people.xlsx import read
from tests.content.people.books import (
    LIST,
    MAIN,
    STRICT,
    book,
    cells,
    code,
    one_sheet,
    packed,
    saved,
    sheet,
    text_row,
    unpacked,
)


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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grid=st.lists(st.lists(VALUE, max_size=6), min_size=1, max_size=6))
def test_what_is_written_is_read(grid: list[list[Any]]) -> None:
    expected: list[tuple[int, tuple[str, ...]]] = [(1, ("naam",))]
    for line, row in enumerate(grid, 2):
        texts = [as_text(value) for value in row]
        if any(texts):
            expected.append((line, tuple("\x1f".join(texts).rstrip("\x1f").split("\x1f"))))
    assert cells(one_sheet(["naam"], *grid)) == expected


def test_shared_strings_with_rich_text_sound_and_signs() -> None:
    strings = (
        f"<sst xmlns='{MAIN}'><si><t>Naam</t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>ja</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='1'><t>トウキョウ</t></rPh></si><si><t>Jan_x000D_\nSmit</t></si></sst>"
    )
    rows = '<row r="2"><c r="B2" t="s"><v>0</v></c></row>' + "".join(
        f'<row><c t="s"><v>{i}</v></c></row>' for i in (1, 2, 3)
    )
    assert cells(book({"Blad1": sheet(rows)}, sharedStrings=strings)) == [
        (2, ("", "Naam")),
        (3, ("Anja",)),
        (4, ("東京",)),
        (5, ("Jan Smit",)),
    ]


def test_dates_by_their_format_only_and_since_1904() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
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
        (2, ("#VALUE!", "5", "2026-05-12")),
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


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """A list of three rows with something else in one of its parts."""
    files = unpacked(one_sheet(["Naam", dt.date(2026, 5, 12)], ["Anja"], ["Bram"]))
    assert old in files[part]
    return packed({**files, part: files[part].replace(old, new, 1)})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(changed("xl/styles.xml", b"<font>", b'<font><u val="1"/>'), id="underline"),
        pytest.param(changed("xl/styles.xml", b"<fill>", b'<fill><x/><color rgb="red"/>'), id="colour"),
        pytest.param(
            changed("xl/worksheets/sheet1.xml", b"</sheetData>", b'</sheetData><pageSetup scale="w"/>'), id="page"
        ),
        pytest.param(
            changed("xl/worksheets/sheet1.xml", b"<sheetViews>", b'<sheetViews><sheetView view="x"/>'), id="view"
        ),
        pytest.param(changed("xl/worksheets/sheet1.xml", b'ref="A1:B3"', b'ref="A1"'), id="wrong size"),
        pytest.param(changed("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData><!-- > <c> -->"), id="remark"),
        pytest.param(changed("docProps/core.xml", b"Z</dcterms:created>", b"?</dcterms:created>"), id="no day"),
        pytest.param(changed("xl/theme/theme1.xml", b"<a:", b"<b:"), id="theme"),
        pytest.param(
            changed(
                "xl/workbook.xml",
                b"</sheets>",
                b'</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">#REF!</definedName>'
                b"</definedNames>",
            ),
            id="print titles",
        ),
    ],
)
def test_what_excel_does_not_mind(data: bytes) -> None:
    assert cells(data) == [(1, ("Naam", "2026-05-12")), (2, ("Anja",)), (3, ("Bram",))]


def test_other_ways_to_write_a_workbook() -> None:
    plain = cells(book({"Blad1": sheet(LIST)}))
    assert len(plain) == 3
    assert cells(book({"Blad1": sheet(LIST, namespace=STRICT)}, namespace=STRICT)) == plain
    prefixed = sheet(LIST).replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"xmlns=", b"xmlns:x=")
    assert cells(book({"Blad1": prefixed})) == plain
    backslashes = {name.replace("/", "\\"): part for name, part in unpacked(book({"Blad1": sheet(LIST)})).items()}
    assert cells(packed(backslashes)) == plain
    strings = f'<sst xmlns="{MAIN}"><si><t>Anja</t></si></sst>'
    files = unpacked(book({"Blad1": sheet('<row><c t="s"><v>0</v></c></row>')}, sharedStrings=strings))
    capital = {name.replace("sharedS", "SharedS"): part for name, part in files.items()}
    assert cells(packed(capital)) == cells(packed(files)) == [(1, ("Anja",))]


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


def test_5000_people_in_a_workbook() -> None:
    rows = (text_row(i, str(i), f"Persoon x{i}", "Zetten", "Drukker", f"Chef {i % 50}") for i in range(2, 5_002))
    data = book({"Blad1": sheet(text_row(1, "Nr", "Naam", "Afdeling", "Functie", "Chef") + "".join(rows))})
    began = time.perf_counter()
    assert len(cells(data)) == 5_001
    assert time.perf_counter() - began < 5  # 0.3 s on a small machine
