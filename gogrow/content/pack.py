"""A deck as one file, ``.gogrowdeck``: made from a folder, and read in memory without unpacking anything on the disk.

Everything that can be wrong is told at once, as `DeckFaults`: a pack is read whole and right, or not at all.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import secrets
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gogrow.content import deck_reader, pack_zip
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import DeckFiles, Problem, read_bytes
from gogrow.content.deck_text import deck_text
from gogrow.content.yaml_source import parse_bytes
from gogrow.domain.deck import Deck

END = ".gogrowdeck"
"""How the name of a packed deck ends."""
_TEXTS = ("LICENSE", "LICENCE", "README")
_NUMBERED = re.compile(r" \(\d+\)$")
_DAY = (1980, 1, 1, 0, 0, 0)  # the same deck is the same file, whenever it is packed


@dataclass(frozen=True, slots=True)
class About:
    """What is asked once when a deck is shared. ``sources`` are lines of their own; all is plain text."""

    author: str
    licence: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A packed deck that was read and found right.

    ``deck`` holds name, author, licence, sources, languages and all cards. ``files`` are the bytes by their names in a
    deck's folder; ``texts`` are its LICENSE and README, if any, as plain text.
    """

    file: Path
    deck: Deck
    files: Mapping[str, bytes]
    texts: Mapping[str, str]


def read_pack(file: Path) -> Pack:
    """The deck in a packed file, whole and checked. Nothing is written, and no other file of the user's is read.

    Raises `DeckFaults` with every fault that can be found.
    """
    raw = read_bytes(file, pack_zip.PACK_LIMIT)
    if isinstance(raw, Problem):
        raise DeckFaults((_unread(file, raw),))
    return _opened(file, raw)


def pack_faults(file: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a packed deck, also what is only ``mild``."""
    try:
        pack = read_pack(file)
    except DeckFaults as error:
        return error.faults
    return deck_reader.faults(DeckFiles.held(pack.files))


def _opened(file: Path, raw: bytes) -> Pack:
    files = pack_zip.unpack(file.name, raw)
    texts, faults = _plain(files)
    try:
        deck, _ = deck_reader.read(DeckFiles.held(files))
    except DeckFaults as error:
        raise DeckFaults((*error.faults, *faults)) from error
    except OSError as error:  # a board that comes with the program
        raise DeckFaults((Fault(file.name, 0, "unreadable", {"reason": error.strerror or str(error)}),)) from error
    if faults:
        raise DeckFaults(tuple(faults))
    return Pack(file, deck, files, texts)


def _unread(file: Path, problem: Problem) -> Fault:
    code, values = problem.code, problem.values
    if code == "too_big":
        code, values = "pack_big", {"limit": str(pack_zip.PACK_LIMIT // 1_000_000)}
    return Fault(file.name or str(file), 0, "pack_missing" if code == "missing_file" else code, values)


def _plain(files: Mapping[str, bytes]) -> tuple[dict[str, str], list[Fault]]:
    """The texts beside the deck, and faults for those that are no plain text."""
    texts: dict[str, str] = {}
    faults = []
    for name, raw in files.items():
        if not name.startswith(_TEXTS):
            continue
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = "\x00"
        if any(not (sign.isprintable() or sign in "\r\n\t") for sign in text):
            faults.append(Fault(name, 0, "entry_text", {"limit": str(pack_zip.TEXT_LIMIT // 1_000)}))
        texts[name] = text
    return texts, faults


def write_pack(folder: Path, target: Path, about: About | None = None) -> None:
    """Pack the deck in ``folder`` as ``target``, at once: there is the old file or the whole new one.

    ``about`` takes the place of what the deck says of its author, licence and sources. Raises `DeckFaults` when the
    deck has faults, would not be right by itself, or when the file cannot be written.
    """
    files = _of_folder(folder)
    if about is not None:
        files["deck.yaml"] = _with(files.get("deck.yaml", b""), about)
    raw = packed(files)
    if len(raw) > pack_zip.PACK_LIMIT:
        raise DeckFaults((_unread(target, Problem(0, "too_big")),))
    _opened(target, raw)  # whoever gets it reads it in the same way
    write_whole(target, raw)


def packed(files: Mapping[str, bytes]) -> bytes:
    """These files as a zip: the same bytes for the same files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, raw in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
            made.writestr(entry, raw)
    return stream.getvalue()


def _of_folder(folder: Path) -> dict[str, bytes]:
    """All files of a deck that go along. Raises DeckFaults when the deck has faults."""
    try:
        if not folder.is_dir():
            raise DeckFaults((Fault(str(folder), 0, "no_folder"),))
        read = DeckFiles.read(folder)
        deck_reader.read(read)
        beside = {path.name: read_bytes(path, pack_zip.TEXT_LIMIT) for path in _texts(folder)}
    except OSError as error:
        raise DeckFaults((Fault(str(folder), 0, "unreadable", {"reason": error.strerror or str(error)}),)) from error
    for name, raw in beside.items():
        if isinstance(raw, Problem):
            raise DeckFaults((Fault(name, 0, "entry_text", {"limit": str(pack_zip.TEXT_LIMIT // 1_000)}),))
    found = {**read.files, **{f"icons/{name}": raw for name, raw in read.icons.items()}, **beside}
    return {name: raw for name, raw in found.items() if isinstance(raw, bytes)}


def _texts(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_TEXTS) and path.is_file() and pack_zip.is_allowed(path.name):
            yield path


def _with(raw: bytes, about: About) -> bytes:
    """``deck.yaml`` with what was asked; as it is when that says the same."""
    head = parse_bytes(raw).value
    if not isinstance(head, dict):
        return raw
    told = {"author": about.author, "licence": about.licence, "sources": list(about.sources)}
    if {name: head.get(name, []) for name in told} == told:
        return raw
    if not about.sources:
        head.pop("sources", None)
        told.pop("sources")
    return deck_text({**head, **told})


# The disk


def write_whole(target: Path, raw: bytes) -> None:
    """Put ``raw`` at ``target``: a reader finds the old file or the new one. Raises `DeckFaults`."""
    unfinished = target.parent / f".{target.stem[:40]}-{secrets.token_hex(4)}.part"
    try:
        try:
            write_synced(unfinished, raw)
            unfinished.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DeckFaults((place_fault(target, error),)) from error


def write_synced(path: Path, raw: bytes) -> None:
    """A new file that is on the disk when this returns. Raises OSError."""
    with path.open("xb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def place_fault(place: Path, error: OSError) -> Fault:
    """Why a place could not be written, as a fault."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Fault(str(place), 0, "place_locked")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Fault(str(place), 0, "place_full")
    return Fault(str(place), 0, "place_failed", {"reason": error.strerror or str(error)})


def renamed(pack: Pack, id: str, number: int) -> dict[str, bytes]:
    """The files of a pack as a deck with another id, and with a number behind its name in each language."""
    head = parse_bytes(pack.files["deck.yaml"]).value
    assert isinstance(head, dict)  # it was read before
    names = {language: f"{_NUMBERED.sub('', name)[:390]} ({number})" for language, name in pack.deck.name.items()}
    return {**pack.files, "deck.yaml": deck_text({**head, "id": id, "name": dict(names)})}


def around(files: Mapping[str, bytes], folder: Path) -> DeckFiles:
    """Files in memory as they will lie in a folder of ``folder``."""
    return replace(DeckFiles.held(files), around=folder)
