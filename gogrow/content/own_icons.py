"""An icon of the user's own: looked at before it is believed, then copied beside the deck that uses it."""

from __future__ import annotations

import os
from pathlib import Path

from gogrow import paths
from gogrow.content.deck_disk import told
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import ICON_LIMITS, Problem, read_bytes
from gogrow.content.own_writing import deck_id


def add_icon(folder: Path, file: Path) -> str:
    """Copy an icon to an own deck; returns the name that cards know it by.

    Raises `DeckFaults` for a picture that cannot be one, and `DeckNotWritten` when the disk refuses; then nothing was
    copied.
    """
    from gogrow.content.deck_icons import LIMITS, icon_fault

    end = file.suffix.lower()
    if end not in ICON_LIMITS:
        raise DeckFaults((Fault(file.name, 0, "icon_kind"),))
    raw = read_bytes(file, ICON_LIMITS[end])
    code = icon_fault(f"icon{end}", raw)
    if code or isinstance(raw, Problem):
        values = LIMITS.get(code) or (raw.values if isinstance(raw, Problem) else {})
        raise DeckFaults((Fault(file.name, 0, "icon_gone" if code == "missing_file" else code, values),))
    own = folder / "icons"
    same = [one for one in own.glob(f"*{end}") if one.read_bytes() == raw] if own.is_dir() else []
    if same:
        return same[0].stem
    taken = {one.stem for one in (paths.assets() / "icons").glob("*.svg")}
    taken |= {one.stem for one in own.glob("*.*")} if own.is_dir() else set()
    name = deck_id(file.stem, sorted(taken))
    with told(own):
        own.mkdir(parents=True, exist_ok=True)
        beside = own / f".{name}.{os.getpid()}"
        try:
            beside.write_bytes(raw)
            beside.replace(own / f"{name}{end}")
        finally:
            beside.unlink(missing_ok=True)
    return name
