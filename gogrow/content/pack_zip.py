"""A packed deck taken apart in memory: nothing is extracted, and nothing that the file says of itself is believed.

Python's own reader makes an object for each of millions of entries, takes the first of two that overlap, and takes
what stands before and after for granted. So this reads the few things that an honest file of text has, and refuses
all else by name. What comes out is counted while it is inflated.
Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.
"""

from __future__ import annotations

import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import ICON_LIMITS, NAMES
from gogrow.content.yaml_source import clip

PACK_LIMIT = 10_000_000
"""Bytes in one packed deck: ten thousand dilemmas in two languages are some four million."""
UNPACKED_LIMIT = 24_000_000
"""Bytes of all that is in it, unpacked."""
ENTRIES_LIMIT = 500
"""Files in it: two hundred icons, and what a Mac adds to each."""
RATIO_LIMIT = 200
"""How many times larger one part may become, beyond the first million bytes."""
TEXT_LIMIT = 64_000
"""Bytes in a LICENSE or a README."""
VALUES_LIMIT = 200_000
"""Words, lists and names in all of its YAML together, estimated by its signs: reading them is what takes time."""
FAULTS_LIMIT = 30
"""Faults told of one file."""

_FREE = 1_000_000
_SLICE = 2_000_000
_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_PACKED_NAME = re.compile(r".*\.(zip|gogrowdeck|gz|tgz|bz2|xz|rar|7z|tar|jar)", re.IGNORECASE)
_ICON = re.compile(r"icons/([a-z0-9][a-z0-9-]{0,39})\.(svg|png)")
_TEXT = re.compile(r"(LICEN[SC]E|README)(\.(md|txt))?")
_LEFT_BY_SYSTEMS = re.compile(r"(.*/)?(__MACOSX(/.*)?|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)", re.IGNORECASE)
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that are no files on Windows, whatever stands behind the point."""


def is_device(name: str) -> bool:
    """Whether a file or folder cannot have this name, without its end, on Windows."""
    return _DEVICE.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class _Entry:
    """One part, as the list at the end of the file describes it."""

    raw_name: bytes
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int
    dos: int


def unpack(name: str, data: bytes) -> dict[str, bytes]:
    """What is in a packed deck, by its names in a deck's folder. ``name`` is the file's, for the faults.

    Raises DeckFaults: with one fault about the file itself, or with one for each part that is refused.
    """
    entries = _listed(name, data)
    named, faults = _names(entries)
    spans = _spans(data, entries, faults)
    if faults:
        raise DeckFaults(tuple(faults[:FAULTS_LIMIT]))
    if "deck.yaml" not in named:
        raise DeckFaults((Fault(name, 0, "pack_no_deck"),))
    files: dict[str, bytes] = {}
    whole, room = memoryview(data), UNPACKED_LIMIT
    for known, entry in sorted(named.items()):
        start, end = spans[entry.raw_name]
        code, content = _content(whole[start:end], entry, min(room, _limit(known)))
        if code == "too_much" and room < _limit(known):
            raise DeckFaults((Fault(name, 0, "pack_total", {"limit": str(UNPACKED_LIMIT // 1_000_000)}),))
        if code == "too_much":
            code = _too_big(known)
        if not code and content.startswith(_PACKED):
            code = "entry_zip"
        if code:
            faults.append(Fault(said(entry.name), 0, code, _values(code)))
        files[known] = content
        room -= len(content)
    if not faults and _values_in(files) > VALUES_LIMIT:
        faults.append(Fault(name, 0, "pack_values", {"limit": str(VALUES_LIMIT)}))
    if faults:
        raise DeckFaults(tuple(faults[:FAULTS_LIMIT]))
    return files


def _values_in(files: Mapping[str, bytes]) -> int:
    """At least as many as there are: each value stands behind one of these signs."""
    written = [raw for name, raw in files.items() if name.endswith(".yaml")]
    return sum(raw.count(sign) for raw in written for sign in (b"\n", b"\r", b",", b":", b"[", b"{", b"- ", b"? "))


def said(name: str) -> str:
    """The name of a part as it may stand in a sentence: short, and without what nobody can see."""
    seen = "".join(sign if sign.isprintable() else "?" for sign in name[:200])
    return clip(seen, 80) or "?"


# The list at the end


def _refused(name: str, code: str, **values: str) -> DeckFaults:
    return DeckFaults((Fault(name, 0, code, values),))


def _listed(name: str, data: bytes) -> list[_Entry]:
    """The entries of the list; raises DeckFaults with one fault when it is none, or not the only one."""
    if not data.startswith((_LOCAL, _END)):
        raise _refused(name, "pack_damaged" if _END in data[-66_000:] else "pack_no_zip")
    if data[-22:-18] != _END:
        raise _refused(name, "pack_note" if _END in data[-66_000:] else "pack_damaged")
    disk, first, here, count, size, offset, note = struct.unpack("<4H2LH", data[-18:])
    if 0xFFFF in (disk, first, here, count) or 0xFFFFFFFF in (size, offset) or data[-42:-38] == b"PK\x06\x07":
        raise _refused(name, "pack_large")
    if count > ENTRIES_LIMIT or size // 46 > ENTRIES_LIMIT * 20:
        raise _refused(name, "pack_many", found=str(count), limit=str(ENTRIES_LIMIT))
    if note or disk or first or here != count or offset + size != len(data) - 22:
        raise _refused(name, "pack_damaged")
    entries = []
    place = offset
    for _ in range(count):
        entry, place = _entry(name, data, place)
        entries.append(entry)
    if place != len(data) - 22:
        raise _refused(name, "pack_damaged")
    return entries


def _entry(name: str, data: bytes, place: int) -> tuple[_Entry, int]:
    """The entry that begins at ``place``, and where the next one does."""
    if data[place : place + 4] != _ENTRY or place + 46 > len(data) - 22:
        raise _refused(name, "pack_damaged")
    found = struct.unpack_from("<4x6H3L5H2L", data, place)
    _by, _needs, flags, method, _time, _date, crc, packed, size, *lengths, disk, _inner, outer, offset = found
    end = place + 46 + sum(lengths)
    if end > len(data) - 22 or disk:
        raise _refused(name, "pack_damaged")
    raw = data[place + 46 : place + 46 + lengths[0]]
    told = _decoded(raw, flags)
    return _Entry(raw, told, flags, method, crc, packed, size, offset, outer >> 16, outer & 0xFFFF), end


def _decoded(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8" if flags & 0x800 else "cp437", "replace")


# Names


def _names(entries: Sequence[_Entry]) -> tuple[dict[str, _Entry], list[Fault]]:
    """The files that count, by their names in a deck's folder, and what is wrong with names and kinds."""
    faults: list[Fault] = []
    kept: list[_Entry] = []
    seen: dict[str, str] = {}
    for entry in entries:
        code = _kind_fault(entry)
        same = unicodedata.normalize("NFKC", entry.name.rstrip("/")).casefold()
        values: Mapping[str, str] = {}
        if not code and same in seen:
            code = "entry_twice" if seen[same] == entry.name else "entry_alike"
            values = {"found": said(seen[same])}
        seen.setdefault(same, entry.name)
        if code:
            faults.append(Fault(said(entry.name), 0, code, values))
        elif not _LEFT_BY_SYSTEMS.fullmatch(entry.name):
            kept.append(entry)
    top = _top([entry.name for entry in kept])
    named: dict[str, _Entry] = {}
    for entry in kept:
        known = entry.name.removeprefix(top)
        if entry.name.endswith("/"):
            code = "" if known in ("", "icons/") and not entry.size and entry.packed <= 2 else "entry_unknown"
        else:
            code = _name_fault(known)
            named[known] = entry
        if code:
            faults.append(Fault(said(entry.name), 0, code, _values(code)))
    return named, faults


def _kind_fault(entry: _Entry) -> str:
    """What is wrong with an entry, whatever it is called in a deck; '' when nothing is."""
    parts = entry.name.split("/")
    if parts[-1] == "":
        parts.pop()
    leads_out = not parts or any(part in ("", ".", "..") for part in parts)
    if leads_out or any(sign in entry.name for sign in "\\:\x00") or len(entry.raw_name) > 250:
        return "entry_path"
    kind = stat.S_IFMT(entry.mode)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or entry.dos & 0x400:  # 0x400: a link on Windows
        return "entry_link"
    if (kind == stat.S_IFDIR or entry.dos & 0x10) and not entry.name.endswith("/"):
        return "entry_link"
    if entry.flags & (0x1 | 0x40 | 0x2000):
        return "entry_locked"
    if entry.method not in (0, 8) or entry.flags & 0x20:
        return "entry_method"
    if 0xFFFFFFFF in (entry.packed, entry.size, entry.offset):
        return "entry_damaged"
    return ""


def is_allowed(name: str) -> bool:
    """Whether a file may have this name in the folder of a deck that is packed."""
    return not _name_fault(name)


def _top(names: Sequence[str]) -> str:
    """The one folder that everything lies in, with its slash; '' when there is none."""
    first = {name.partition("/")[0] for name in names}
    if len(first) != 1 or not all("/" in name for name in names):
        return ""
    (top,) = first
    return "" if top == "icons" else f"{top}/"


def _name_fault(name: str) -> str:
    if name in NAMES or _TEXT.fullmatch(name):
        return ""
    icon = _ICON.fullmatch(name)
    if icon:
        return "icon_name" if is_device(icon[1]) else ""
    return "entry_zip" if _PACKED_NAME.fullmatch(name) else "entry_unknown"


def _values(code: str) -> Mapping[str, str]:
    if code == "entry_unknown":
        return {"expected": ", ".join((*NAMES, "icons/….svg", "icons/….png", "LICENSE.txt", "README.txt"))}
    if code == "entry_text":
        return {"limit": str(TEXT_LIMIT // 1_000)}
    if code.startswith("icon_big"):
        return {"limit": str(ICON_LIMITS[f".{code[-3:]}"] // 1_000)}
    return {}


def _limit(name: str) -> int:
    """The most bytes that a file with this name in a deck's folder may have."""
    if name.startswith("icons/"):
        return ICON_LIMITS[name[-4:]]
    return TEXT_LIMIT if _TEXT.fullmatch(name) else UNPACKED_LIMIT


def _too_big(name: str) -> str:
    if name.startswith("icons/"):
        return f"icon_big_{name[-3:]}"
    return "entry_text" if _TEXT.fullmatch(name) else "entry_bomb"


# Where they lie


def _spans(data: bytes, entries: Sequence[_Entry], faults: list[Fault]) -> dict[bytes, tuple[int, int]]:
    """From where to where the packed bytes of each entry run. Adds faults for what lies wrong.

    Every byte before the list belongs to one entry: nothing is hidden before, between or within them.
    """
    spans: dict[bytes, tuple[int, int]] = {}
    reached = 0
    list_start = struct.unpack_from("<L", data, len(data) - 6)[0]
    for entry in sorted(entries, key=lambda one: one.offset):
        start = _data_start(data, entry)
        end = start + entry.packed
        if entry.offset < reached:
            faults.append(Fault(said(entry.name), 0, "entry_overlap"))
        elif not start or end > list_start or entry.offset - reached > 0:
            faults.append(Fault(said(entry.name), 0, "entry_damaged"))
        else:
            spans[entry.raw_name] = start, end
            reached = end
            if entry.flags & 8:  # sizes once more behind the bytes, with or without their mark
                reached += 16 if data[end : end + 4] == b"PK\x07\x08" else 12
            continue
        if len(faults) >= FAULTS_LIMIT:
            break
        reached = max(reached, end)
    if not faults and reached != list_start:
        faults.append(Fault(said(entries[-1].name) if entries else "zip", 0, "entry_damaged"))
    return spans


def _data_start(data: bytes, entry: _Entry) -> int:
    """Where the packed bytes begin; 0 when what stands before them is not what the list says."""
    if entry.offset + 30 > len(data) or data[entry.offset : entry.offset + 4] != _LOCAL:
        return 0
    found = struct.unpack_from("<4xH2H4xLLL2H", data, entry.offset)
    _needs, flags, method, crc, packed, size, name_length, extra_length = found
    start = int(entry.offset + 30 + name_length + extra_length)
    named = data[entry.offset + 30 : entry.offset + 30 + name_length]
    same = (crc, packed, size) == (entry.crc, entry.packed, entry.size)
    later = bool(flags & 8) and (packed, size) in ((0, 0), (entry.packed, entry.size))
    if named != entry.raw_name or flags != entry.flags or method != entry.method or not (same or later):
        return 0
    return start


# What is in them


def _content(packed: memoryview, entry: _Entry, limit: int) -> tuple[str, bytes]:
    """(code, bytes) of one part: the code is '' when all is well, ``too_much`` when there is more than ``limit``."""
    if entry.size > limit:
        return "too_much", b""
    if entry.size > _FREE + RATIO_LIMIT * len(packed):
        return "entry_bomb", b""
    if entry.method == 0:
        content = bytes(packed)
    else:
        unpacked = zlib.decompressobj(-15)
        try:
            content = b"".join(_inflate(unpacked, packed, entry.size + 1))
        except zlib.error:
            return "entry_damaged", b""
        if len(content) > entry.size:
            return "entry_bomb", b""
        if not unpacked.eof or unpacked.unused_data:
            return "entry_damaged", b""
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        return "entry_damaged", b""
    return "", content


def _inflate(unpacked: zlib._Decompress, packed: bytes | memoryview, limit: int) -> Iterator[bytes]:
    """Slices of what comes out, no more than ``limit`` bytes together."""
    while limit > 0:
        part = unpacked.decompress(packed, min(limit, _SLICE))
        if not part:
            return
        yield part
        limit -= len(part)
        packed = unpacked.unconsumed_tail
