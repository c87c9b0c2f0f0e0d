"""XLSX that is bent, that is none, or made by somebody who means ill."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import pytest

from gogrow.content.people import PeopleUnreadable, read_file
from gogrow.content.people.xlsx import read
from tests.content.people.books import LIST, MAIN, book, cells, code, one_sheet, packed, sheet, unpacked

MB = 1024 * 1024
START = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
END = b"</sheetData></worksheet>"


def rows_of(rows: bytes) -> bytes:
    return book({"Blad1": START + rows + END})


def bomb(data: bytes) -> bytes:
    """A workbook that would take long, with enough ballast that its ratio raises no suspicion."""
    return packed({"ballast": os.urandom(300_000), **unpacked(data)})


@pytest.mark.parametrize(
    ("before", "again", "times", "after", "expected"),
    [
        pytest.param(b"", b"<row/>", 2_000_000, b"", "too-much", id="empty rows"),
        pytest.param(b"<row>", b"<c/>", 2_000_000, b"</row>", "too-much", id="empty cells"),
        pytest.param(b"", b"<a>", 2_000_000, b"", "too-much", id="deep"),
        pytest.param(b"", b"<a>", 100_000, b"", "damaged", id="less deep"),
        pytest.param(b'<a b="', b">", 14 * MB, b'"/>', "damaged", id="endless tag"),
        pytest.param(b"<?a ", b"<" + b"x" * 99, 140_000, b"?>", "damaged", id="endless instruction"),
        pytest.param(b"<!--", b"x", 14 * MB, b"-->", "empty", id="endless remark"),
        pytest.param(b"", b"<!--", 1_000_000, b"", "damaged", id="remarks without end"),
        pytest.param(b"", b" ", 14 * MB, b"", "damaged", id="space"),
        pytest.param(b"", b'<row r="999999999"/>', 1, b"", "empty", id="a row beyond the sheet"),
    ],
)
def test_bombs_cost_little_time(before: bytes, again: bytes, times: int, after: bytes, expected: str) -> None:
    data = bomb(rows_of(before + again * times + after))
    began = time.perf_counter()
    assert code(data) == expected
    assert time.perf_counter() - began < 5  # 0.3 s on a small machine


def test_more_texts_and_styles_than_a_list_has() -> None:
    texts = f'<sst xmlns="{MAIN}">{"<si/>" * 1_250_000}</sst>'
    assert code(bomb(book({"Blad1": sheet(LIST)}, sharedStrings=texts))) == "too-much"
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 200_000}</cellXfs></styleSheet>'
    assert code(bomb(book({"Blad1": sheet(LIST)}, styles=styles))) == "too-much"


def test_a_text_is_cut_off() -> None:
    long = b'<row><c t="str"><v>' + b"x" * 900_000 + b"</v></c></row>"
    assert cells(bomb(rows_of(long))) == [(1, ("x" * 32_767,))]


def test_a_bomb_by_its_ratio_its_size_and_its_parts() -> None:
    files: dict[str, str | bytes] = {"xl/workbook.xml": bytes(11 * MB)}
    assert code(packed(files)) == "too-much"
    big = bytearray(packed({**files, "ballast": os.urandom(3 * MB)}))
    assert code(bytes(big)) == "damaged"
    at = big.find(b"PK\x01\x02") + 24
    big[at : at + 4] = (98 * MB).to_bytes(4, "little")  # as large as it says it is
    assert code(bytes(big)) == "too-much"
    assert code(packed({f"{i}.xml": "" for i in range(5_001)})) == "too-much"


def test_many_sheets_that_share_one_part() -> None:
    files = unpacked(book({f"B{i}": sheet("") for i in range(1, 100)}))
    relations = files["xl/_rels/workbook.xml.rels"]
    for i in range(2, 100):
        relations = relations.replace(f"sheet{i}.xml".encode(), b"sheet1.xml")
        del files[f"xl/worksheets/sheet{i}.xml"]
    files |= {"xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": START + b"<row/>" * MB + END}
    data = packed(files)
    began = time.perf_counter()
    assert code(data) == "too-much"
    assert time.perf_counter() - began < 5  # 0.2 s on a small machine


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
        (packed({"xl/workbook.xml": "<workbook/>"}), "damaged"),
        (book({}), "damaged"),
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
    refused = sum(not is_read(bent(whole, place)) for place in range(0, len(whole), 97))
    assert refused > 0


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
)
def test_a_part_bent_anywhere_is_read_or_refused(part: str) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>Naam</t></si><si><t>Anja</t></si></sst>'
    styles = unpacked(one_sheet([dt.date(2026, 5, 12)]))["xl/styles.xml"].decode()
    rows = '<row><c r="A1" t="s"><v>0</v></c><c s="1"><v>46000.5</v></c></row><row><c t="s"><v>1</v></c></row>'
    files = unpacked(book({"Blad1": sheet(rows)}, sharedStrings=strings, styles=styles))
    step = max(1, len(files[part]) // 40)
    read_ones = [is_read(packed({**files, part: bent(files[part], at)})) for at in range(7, len(files[part]), step)]
    assert False in read_ones


def bent(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


def is_read(data: bytes) -> bool:
    try:
        read(data, None, 99)
    except PeopleUnreadable:
        return False
    return True


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
