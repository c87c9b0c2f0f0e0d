"""An icon of the user's own: looked at before it is believed, then copied beside the deck that uses it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from gogrow import paths
from gogrow.content.own_writing import deck_id, told
from gogrow.texts import Texts

SUFFIXES = (".svg",)


class IconRefused(Exception):
    """A picture that cannot be an icon. Nothing was copied."""

    def __init__(self, code: str, file: Path) -> None:
        super().__init__(code)
        self.code, self.file = code, file

    def message(self, texts: Texts) -> str:
        """One sentence: which file, what is wrong, and what to do."""
        t, name = texts.t, self.file.name
        match self.code:
            case "gone":
                return t("{file} is not there any more, or may not be read. Choose another picture.", file=name)
            case "kind":
                return t("{file} is no SVG. Choose a picture that is saved as SVG.", file=name)
            case _:
                return t(
                    "{file} holds more than lines and shapes, or is too large. Save it as a plain SVG.", file=name
                )


def add_icon(folder: Path, file: Path) -> str:
    """Copy an icon to an own deck; returns the name that cards know it by.

    Raises `IconRefused` for a picture that cannot be one, and `DeckNotWritten` when the disk refuses.
    """
    from gogrow.content.deck_checks import plain_svg

    if file.suffix.lower() not in SUFFIXES:
        raise IconRefused("kind", file)
    if not os.access(file, os.R_OK) or not file.is_file():
        raise IconRefused("gone", file)
    if not plain_svg(file):
        raise IconRefused("shapes", file)
    own = folder / "icons"
    same = [one for one in own.glob("*.svg") if one.read_bytes() == file.read_bytes()] if own.is_dir() else []
    if same:
        return same[0].stem
    taken = {one.stem for one in (paths.assets() / "icons").glob("*.svg")}
    taken |= {one.stem for one in own.glob("*.*")} if own.is_dir() else set()
    name = deck_id(file.stem, sorted(taken))
    with told(own):
        own.mkdir(parents=True, exist_ok=True)
        beside = own / f".{name}.{os.getpid()}"
        try:
            shutil.copyfile(file, beside)
            beside.replace(own / f"{name}.svg")
        finally:
            beside.unlink(missing_ok=True)
    return name
