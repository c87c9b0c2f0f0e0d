"""Packed decks made byte by byte: a good one, and whatever somebody could send instead. Each with the codes it gets."""

from __future__ import annotations

import io
import random
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

DECK = """id: own-deck
name: {nl: Ons deck}
kind: cards
author: Wij
licence: CC0
languages: [nl]
themes: {nl: [rust]}
"""
CARDS = """questions:
- id: begin
  moment: opening
  minutes: 3
  icon: our-own
  question: Hoe kom jij binnen?
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24"/></svg>'
GOOD = {"deck.yaml": DECK.encode(), "cards.nl.yaml": CARDS.encode(), "icons/our-own.svg": SVG}


@dataclass
class Part:
    """One entry; what is None is what an honest packer would write."""

    name: str | bytes
    data: bytes = b""
    method: int = 8
    packed: bytes | None = None
    flags: int = 0
    mode: int = 0o100644
    dos: int = 0
    crc: int | None = None
    size: int | None = None
    local_name: bytes | None = None
    offset: int | None = None
    before: bytes = b""
    extra: bytes = b""


def honest(files: Mapping[str, bytes]) -> list[Part]:
    return [Part(name, data) for name, data in files.items()]


def zipped(parts: Iterable[Part], *, count: int | None = None, note: bytes = b"", disk: int = 0) -> bytes:
    """A zip of these parts, with what they say of themselves."""
    body, listed = io.BytesIO(), io.BytesIO()
    number = 0
    for part in parts:
        number += 1
        raw_name = part.name.encode() if isinstance(part.name, str) else part.name
        packed = part.packed
        if packed is None:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(part.data) + packer.flush() if part.method else part.data
        crc = zlib.crc32(part.data) if part.crc is None else part.crc
        size = len(part.data) if part.size is None else part.size
        body.write(part.before)
        offset = body.tell() if part.offset is None else part.offset
        head = (20, part.flags, part.method, 0, 33, crc, len(packed), size)
        local = raw_name if part.local_name is None else part.local_name
        if part.offset is None:
            body.write(struct.pack("<4s5H3L2H", b"PK\x03\x04", *head, len(local), 0) + local + packed)
        outer = part.mode << 16 | part.dos
        tail = (len(raw_name), len(part.extra), 0, 0, 0, outer, offset)
        listed.write(struct.pack("<4sH5H3L5H2L", b"PK\x01\x02", 0x314, *head, *tail))
        listed.write(raw_name + part.extra)
    told = number if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", disk, disk, told, told, listed.tell(), body.tell(), len(note))
    return body.getvalue() + listed.getvalue() + end + note


def with_files(**changed: bytes | str) -> bytes:
    """The good deck with other files: ``deck_yaml=…`` for ``deck.yaml``."""
    names = {name.replace("__", "/").replace("_yaml", ".yaml").replace("_", "."): name for name in changed}
    made = {name: changed[key] for name, key in names.items()}
    return zipped(honest({**GOOD, **{n: d.encode() if isinstance(d, str) else d for n, d in made.items()}}))


def with_icon(name: str, data: bytes | str) -> bytes:
    return zipped(honest({**GOOD, f"icons/{name}": data.encode() if isinstance(data, str) else data}))


def with_part(*parts: Part) -> bytes:
    return zipped([*honest(GOOD), *parts])


def svg(inside: str, **attributes: str) -> bytes:
    told = "".join(f' {key}="{value}"' for key, value in {"viewBox": "0 0 24 24", **attributes}.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg"{told}>{inside}</svg>'.encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes | None = None, more: bytes = b"", bits: int = 8, colour: int = 0) -> bytes:
    """A picture in shades of grey; ``rows`` are the inflated bytes of it."""
    rows = bytes((width + 1) * height) if rows is None else rows
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """Deflated zeros, as many as wanted, without making them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (count // 1_000_000) + packer.flush()


def nested(depth: int) -> bytes:
    """Zips within zips."""
    data = zipped(honest(GOOD))
    for _ in range(depth):
        data = zipped([Part("deck.zip", data)])
    return data


def overlapping() -> bytes:
    """Many names for one heap of zeros, each of them honest by itself."""
    heap = zeros(20_000_000)
    first = Part("icons/a.svg", packed=heap, size=20_000_000, crc=0)
    others = [
        Part(f"icons/a{n}.svg", packed=heap, size=20_000_000, crc=0, offset=0, local_name=b"icons/a.svg")
        for n in range(300)
    ]
    return zipped([first, *others, *honest(GOOD)])


def laughing() -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<!DOCTYPE svg [<!ENTITY a0 "ha">{entities}]><svg xmlns="http://www.w3.org/2000/svg"><title>&a9;</title></svg>'
    )


def huge_cards(line: str, count: int) -> bytes:
    return with_files(cards_nl_yaml="questions:\n" + line * count)


def zip64() -> bytes:
    made = zipped(honest(GOOD))
    return made[:-22] + b"PK\x06\x07" + bytes(16) + made[-22:-14] + b"\xff" * 12 + made[-2:]


def shifted(made: bytes, by: int) -> bytes:
    """The same with a wrong place of its list."""
    size, offset = struct.unpack("<2L", made[-10:-2])
    return made[:-10] + struct.pack("<2L", size, (offset + by) & 0xFFFFFFFF) + made[-2:]


def locked() -> bytes:
    return with_part(Part("README.txt", b"x" * 40, flags=1))


def by_python(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, data in GOOD.items():
            made.writestr(name, data)
    return stream.getvalue()


E_ONE, E_TWO = unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é")
REMARKS = b"# " + random.Random(1).randbytes(10_000).hex().encode() * 470
BOTH = DECK.replace("[nl]", "[nl, en]").replace("deck}", "deck, en: Our deck}").replace("rust]", "rust], en: [calm]")
NO_CARDS = "".join(f"{kind}:\n" + "- {}\n" * 9_000 for kind in ("cards", "dilemmas", "questions"))
COUNTLESS = "- {id: begin, moment: opening, minutes: 3, icon: coffee, question: a}\n"
SAME_CARDS = "".join(f"{kind}:\n" + COUNTLESS * 1_700 for kind in ("cards", "dilemmas", "questions"))

HOSTILE: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    # names
    "a name that climbs": (lambda: with_part(Part("../../evil.yaml", b"x")), {"entry_path"}),
    "a name that climbs within": (lambda: with_part(Part("icons/../../evil.svg", SVG)), {"entry_path"}),
    "an absolute name": (lambda: with_part(Part("/etc/cron.d/evil", b"x")), {"entry_path"}),
    "a drive": (lambda: with_part(Part("C:/evil.yaml", b"x")), {"entry_path"}),
    "a drive with backslashes": (lambda: with_part(Part("C:\\evil.yaml", b"x")), {"entry_path"}),
    "a backslash": (lambda: with_part(Part("icons\\..\\..\\evil.svg", SVG)), {"entry_path"}),
    "a server's name": (lambda: with_part(Part("//server/share/evil", b"x")), {"entry_path"}),
    "a hidden stream": (lambda: with_part(Part("deck.yaml:evil", b"x")), {"entry_path"}),
    "a zero in a name": (lambda: with_part(Part("deck.yaml\0.svg", b"x")), {"entry_path"}),
    "no name": (lambda: with_part(Part("", b"x")), {"entry_path"}),
    "a name of points": (lambda: with_part(Part("./README.txt", b"x")), {"entry_path"}),
    "a name of 60,000 letters": (lambda: with_part(Part("a" * 60_000, b"x")), {"entry_path"}),
    "a name that nobody can see": (lambda: with_part(Part("\u202e\u0007lmay.kced\n", b"x")), {"entry_unknown"}),
    "a name of wild bytes": (lambda: with_part(Part(b"\xff\xfe\x80", b"x", flags=0x800)), {"entry_unknown"}),
    "names that differ in case": (lambda: with_part(Part("Deck.YAML", b"x")), {"entry_alike", "entry_unknown"}),
    "names that differ in form": (
        lambda: zipped([Part(f"{E_ONE}/deck.yaml", DECK.encode()), Part(f"{E_TWO}/deck.yaml", b"x")]),
        {"entry_alike"},
    ),
    "the same name twice": (lambda: with_part(Part("deck.yaml", b"id: other\n")), {"entry_twice"}),
    "a device of Windows": (lambda: with_icon("con.svg", SVG), {"icon_name"}),
    "a program": (lambda: with_part(Part("gogrow/__main__.py", b"import os")), {"entry_unknown"}),
    "a file for the shell": (lambda: with_part(Part(".bashrc", b"rm -rf ~")), {"entry_unknown"}),
    "an icon in a folder of its own": (lambda: with_part(Part("icons/a/b.svg", SVG)), {"entry_unknown"}),
    "two folders with a deck": (
        lambda: zipped([Part("a/deck.yaml", DECK.encode()), Part("b/deck.yaml", DECK.encode())]),
        {"entry_unknown"},
    ),
    # kinds
    "a link to a file": (lambda: with_part(Part("README", b"/etc/passwd", mode=0o120777)), {"entry_link"}),
    "a link to a folder": (lambda: with_part(Part("icons", b"/etc", mode=0o120777)), {"entry_link"}),
    "a device": (lambda: with_part(Part("README", b"", mode=0o020666)), {"entry_link"}),
    "a pipe": (lambda: with_part(Part("README", b"", mode=0o010666)), {"entry_link"}),
    "a link of Windows": (lambda: with_part(Part("README", b"x", dos=0x400)), {"entry_link"}),
    "a folder with bytes": (lambda: with_part(Part("icons/", b"x")), {"entry_unknown"}),
    # what the zip says of itself
    "20,000 files": (lambda: zipped(Part(f"icons/a{n}.svg", SVG) for n in range(20_000)), {"pack_many"}),
    "4,000 files and a small number": (
        lambda: zipped([*honest(GOOD), *(Part(f"icons/a{n}.svg", SVG) for n in range(4_000))], count=3),
        {"pack_damaged"},
    ),
    "a number that is too large": (lambda: zipped(honest(GOOD), count=300), {"pack_damaged"}),
    "a bomb of a gigabyte": (
        lambda: with_part(Part("cards.en.yaml", packed=zeros(1_000_000_000), size=1_000_000_000, crc=0)),
        {"entry_bomb"},
    ),
    "a bomb that says it is small": (
        lambda: with_part(Part("cards.en.yaml", packed=zeros(1_000_000_000), size=900, crc=0)),
        {"entry_bomb"},
    ),
    "a small bomb": (
        lambda: with_part(Part("cards.en.yaml", packed=zeros(23_000_000), size=23_000_000, crc=0)),
        {"entry_bomb"},
    ),
    "more than it says": (lambda: with_part(Part("README", b"x" * 2_000, size=1_000)), {"entry_bomb"}),
    "less than it says": (lambda: with_part(Part("README", b"x" * 2_000, size=3_000)), {"entry_damaged"}),
    "300 names for one heap": (overlapping, {"entry_overlap", "entry_damaged"}),
    "one entry within another": (
        lambda: with_part(Part("README", b"x", offset=3)),
        {"entry_overlap"},
    ),
    "a zip in a zip": (lambda: with_part(Part("more.zip", nested(0))), {"entry_zip"}),
    "a deck in a deck": (lambda: with_part(Part("deck.gogrowdeck", nested(0))), {"entry_zip"}),
    "a zip by another name": (lambda: with_part(Part("README.txt", nested(0))), {"entry_zip"}),
    "zips in zips": (lambda: nested(12), {"entry_zip"}),
    "a password": (locked, {"entry_locked"}),
    "packed as bzip2": (lambda: by_python(zipfile.ZIP_BZIP2), {"entry_method"}),
    "packed as LZMA": (lambda: by_python(zipfile.ZIP_LZMA), {"entry_method"}),
    "packed as nothing known": (lambda: with_part(Part("README", b"x", method=99)), {"entry_method"}),
    "ZIP64": (zip64, {"pack_large"}),
    "ZIP64 in one entry": (
        lambda: with_part(Part("README", b"x", size=0xFFFFFFFF, extra=struct.pack("<2H2Q", 1, 16, 2**40, 1))),
        {"entry_damaged"},
    ),
    "cut off": (lambda: zipped(honest(GOOD))[:-200], {"pack_damaged"}),
    "cut off at once": (lambda: zipped(honest(GOOD))[:40], {"pack_damaged"}),
    "a program before it": (lambda: b"MZ" + bytes(500) + zipped(honest(GOOD)), {"pack_damaged"}),
    "bytes before it": (lambda: b"PK\x03\x04" + bytes(96) + zipped(honest(GOOD)), {"pack_damaged"}),
    "bytes behind it": (lambda: zipped(honest(GOOD)) + bytes(100), {"pack_note"}),
    "a note": (lambda: zipped(honest(GOOD), note=b"hello"), {"pack_note"}),
    "a note that ends as a zip does": (lambda: zipped(honest(GOOD), note=zipped([])), {"pack_damaged"}),
    "a list that lies elsewhere": (lambda: shifted(zipped(honest(GOOD)), 50), {"pack_damaged"}),
    "a list beyond the end": (lambda: shifted(zipped(honest(GOOD)), 2**31), {"pack_damaged"}),
    "one of several disks": (lambda: zipped(honest(GOOD), disk=2), {"pack_damaged"}),
    "a wrong sum": (lambda: with_part(Part("README", b"x", crc=7)), {"entry_damaged"}),
    "another name where it lies": (lambda: with_part(Part("README", b"x", local_name=b"evil!!")), {"entry_damaged"}),
    "something hidden between": (lambda: with_part(Part("README", b"x", before=b"hidden" * 50)), {"entry_damaged"}),
    "no deflate at all": (lambda: with_part(Part("README", b"xxxx", packed=b"\xff" * 50)), {"entry_damaged"}),
    "a tail behind the deflate": (
        lambda: with_part(Part("README", b"", method=8, packed=zlib.compress(b"")[2:-4] + b"evil")),
        {"entry_damaged"},
    ),
    "11 megabytes": (lambda: bytes(11_000_000), {"pack_big"}),
    "28 megabytes of remarks": (
        lambda: zipped([*honest(GOOD), *(Part(f"{n}.yaml", REMARKS) for n in ("board", "prompts", "cards.en"))]),
        {"pack_total"},
    ),
    # no zip
    "nothing": (lambda: b"", {"pack_no_zip"}),
    "an empty zip": (lambda: zipped([]), {"pack_no_deck"}),
    "a PDF": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, {"pack_no_zip"}),
    "a deck's file": (lambda: DECK.encode(), {"pack_no_zip"}),
    "no deck": (lambda: zipped(honest({"icons/our-own.svg": SVG})), {"pack_no_deck"}),
    # YAML
    "an alias bomb": (
        lambda: with_files(deck_yaml="a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" + DECK),
        {"alias", "anchor", "unknown_key"},
    ),
    "a tag of Python": (
        lambda: with_files(deck_yaml=DECK.replace("Wij", "!!python/object/apply:os.system [ls]")),
        {"tag", "text"},
    ),
    "brackets 100,000 deep": (lambda: with_files(cards_nl_yaml="questions: " + "[" * 100_000), {"too_deep"}),
    "keys of keys": (lambda: with_files(cards_nl_yaml="? " * 50_000), {"key_not_text", "too_deep"}),
    "20,000 letters in each of 20 values": (
        lambda: with_files(cards_nl_yaml=CARDS + "".join(f"  k{n}: {'x' * 20_000}\n" for n in range(20))),
        {"unknown_key"},
    ),
    "two million values": (lambda: huge_cards("- a\n", 2_000_000), {"entry_bomb", "too_many"}),
    "500,000 values that are no cards": (
        lambda: with_files(cards_nl_yaml="questions: [" + "a," * 500_000 + "b]"),
        {"pack_values"},
    ),
    "190,000 values and an alias at the end": (
        lambda: with_files(cards_nl_yaml="questions: [" + "a," * 190_000 + "*b]"),
        {"too_many_parts", "alias"},
    ),
    "10,000 times the same card": (lambda: huge_cards(COUNTLESS, 10_000), {"twice"}),
    "a line of four megabytes": (
        lambda: with_files(cards_nl_yaml=CARDS.replace("Hoe", random.Random(1).randbytes(2_000_000).hex())),
        {"too_long"},
    ),
    "a million tabs": (lambda: with_files(cards_nl_yaml="\t" * 1_000_000), {"character"}),
    "UTF-16": (lambda: with_files(deck_yaml=DECK.encode("utf-16")), {"utf16", "missing_file", "unknown_file"}),
    "wild bytes": (
        lambda: with_files(deck_yaml=bytes(range(128, 256)) * 100),
        {"not_utf8", "missing_file", "unknown_file"},
    ),
    "an id that climbs": (lambda: with_files(deck_yaml=DECK.replace("own-deck", "../../evil")), {"name"}),
    "a board that climbs": (lambda: with_files(deck_yaml=DECK + "board: ../../../etc\n"), {"name"}),
    "a board that is nowhere": (lambda: with_files(deck_yaml=DECK + "board: nowhere\n"), {"no_board"}),
    "an icon that climbs": (lambda: with_files(cards_nl_yaml=CARDS.replace("our-own", "../../evil")), {"name"}),
    # texts
    "a README of wild bytes": (lambda: with_part(Part("README", bytes(range(256)))), {"entry_text"}),
    "a README of 100,000 letters": (lambda: with_part(Part("README.md", b"letters. " * 12_000)), {"entry_text"}),
    # SVG
    "an SVG that shows a file": (lambda: with_icon("x.svg", svg('<image href="file:///etc/passwd"/>')), {"bad_icon"}),
    "an SVG that shows a file, the old way": (
        lambda: with_icon("x.svg", svg('<image xmlns:l="http://www.w3.org/1999/xlink" l:href="/etc/passwd"/>')),
        {"bad_icon"},
    ),
    "an SVG with nested use": (
        lambda: with_icon("x.svg", svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')),
        {"bad_icon"},
    ),
    "an SVG two billion wide": (lambda: with_icon("x.svg", svg("", width="2000000000", height="2")), {"icon_size"}),
    "an SVG with a view two billion wide": (
        lambda: with_icon("x.svg", svg("", viewBox="0 0 2e9 1")),
        {"icon_size"},
    ),
    "an SVG of no number": (lambda: with_icon("x.svg", svg("", viewBox="0 0 nan inf")), {"icon_size"}),
    "an SVG with a line to the moon": (lambda: with_icon("x.svg", svg('<path d="M0 0L1e300 1"/>')), {"icon_size"}),
    "an SVG with tiny dashes": (
        lambda: with_icon("x.svg", svg('<path d="M0 0H24" stroke-dasharray="0.000001"/>')),
        {"bad_icon"},
    ),
    "an SVG that laughs": (lambda: with_icon("x.svg", laughing()), {"bad_icon"}),
    "an SVG that laughs in UTF-16": (lambda: with_icon("x.svg", laughing().encode("utf-16")), {"icon_svg"}),
    "an SVG with a style": (lambda: with_icon("x.svg", svg("<style>@import 'http://x.nl'</style>")), {"bad_icon"}),
    "an SVG with a style sheet": (
        lambda: with_icon("x.svg", b'<?xml-stylesheet href="/etc/passwd"?>' + SVG),
        {"bad_icon"},
    ),
    "an SVG with a hidden address": (
        lambda: with_icon("x.svg", svg('<path style="fill:u\\72l(http://x.nl)"/>')),
        {"bad_icon"},
    ),
    "an SVG that runs": (lambda: with_icon("x.svg", svg('<g onload="x()"/>')), {"bad_icon"}),
    "an SVG of 5,000 shapes": (lambda: with_icon("x.svg", svg("<g/>" * 5_000)), {"icon_parts"}),
    "an SVG 5,000 deep": (lambda: with_icon("x.svg", svg("<g>" * 5_000 + "</g>" * 5_000)), {"icon_parts"}),
    "an SVG of 100,000 letters": (lambda: with_icon("x.svg", svg("<!--" + "x" * 100_000 + "-->")), {"icon_big_svg"}),
    "an SVG that is none": (lambda: with_icon("x.svg", b"<svg"), {"icon_svg"}),
    # PNG
    "a PNG of 30,000 by 30,000": (lambda: with_icon("x.png", png(30_000, 30_000, bytes(9))), {"icon_pixels"}),
    "a PNG of nothing": (lambda: with_icon("x.png", png(0, 0, b"")), {"icon_pixels"}),
    "a PNG that is a bomb": (lambda: with_icon("x.png", png(8, 8, bytes(20_000_000))), {"icon_png"}),
    "a PNG that has too little": (lambda: with_icon("x.png", png(900, 900, bytes(9))), {"icon_png"}),
    "a PNG with a bomb beside it": (
        lambda: with_icon("x.png", png(8, 8, more=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(9_000_000), 9)))),
        {"icon_png"},
    ),
    "a PNG with a wrong sum": (lambda: with_icon("x.png", png(8, 8)[:-20] + bytes(20)), {"icon_png"}),
    "a PNG that is cut off": (lambda: with_icon("x.png", png(8, 8)[:-13]), {"icon_png"}),
    "a PNG that moves": (lambda: with_icon("x.png", png(8, 8, more=chunk(b"acTL", bytes(8)))), {"icon_png"}),
    "a PNG without its colours": (lambda: with_icon("x.png", png(8, 8, colour=3)), {"icon_png"}),
    "a PNG of 400,000 bytes": (
        lambda: with_icon("x.png", png(8, 8, more=chunk(b"tEXt", bytes(range(1, 251)) * 1_600))),
        {"icon_big_png"},
    ),
    "an SVG called PNG": (lambda: with_icon("x.png", SVG), {"icon_png"}),
    "one icon as SVG and PNG": (lambda: with_icon("our-own.png", png(8, 8)), {"icon_both"}),
    "201 icons": (
        lambda: zipped(honest({**GOOD, **{f"icons/a{n}.svg": SVG for n in range(201)}})),
        {"icons_many"},
    ),
}
"""What somebody could send, and the codes of the faults that may be told of it."""

HEAVY: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "190,000 values that are no cards": (
        lambda: with_files(cards_nl_yaml="questions: [" + "a," * 190_000 + "b]"),
        {"too_many_parts"},
    ),
    "40,000 cards that are none": (lambda: huge_cards("- {}\n", 40_000), {"too_many_parts"}),
    "9,000 cards that are none, six times": (
        lambda: with_files(deck_yaml=BOTH, cards_nl_yaml=NO_CARDS, cards_en_yaml=NO_CARDS),
        {"missing"},
    ),
    "1,700 times the same card, six times": (
        lambda: with_files(deck_yaml=BOTH, cards_nl_yaml=SAME_CARDS, cards_en_yaml=SAME_CARDS),
        {"twice", "missing", "unknown_key"},
    ),
}
"""The same, for what takes longest to answer."""
