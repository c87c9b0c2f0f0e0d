"""What the program remembers about its user on this laptop: look, language, files. Nothing about people.

A small JSON file. A file that cannot be read counts as absent: settings are never a reason not to start.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

RECENT_LIMIT = 8
FAVOURITE_LIMIT = 1_000
"""Cards with a star; of more than these the oldest lose it."""
TEXT_SIZES = (1.0, 1.15, 1.3)
"""How much larger the letters of the windows may be."""
BEAMER_SIZES = (1.0, 1.2, 1.4)
"""How much larger the text on the beamer may be."""
SPEEDS = ("slow", "normal", "quick")
"""How quickly texts are read aloud."""


@dataclass(slots=True)
class Settings:
    """Choices that outlive the program.

    ``language`` '' follows the system. ``recent`` has paths, the newest first. ``resume`` maps a workspace's path to
    the id of the workshop that was not closed there. ``beamers`` are screens (name, serial) that the user chose.
    ``favourites`` are cards with a star (``go-grow/know-01``), the newest first.
    ``duplex`` is how the printer turns paper over (long, short, none), as the test sheet told.
    ``papers`` are the choices for plans on paper (`gogrow.ui.papers.choices`), never whose plans.
    ``window`` is Qt's own description of place and size, in hexadecimal.
    """

    language: str = ""
    theme: str = "light"
    beamer_theme: str = "light"
    text_size: float = 1.0
    beamer_size: float = 1.0
    speed: str = "normal"
    motion: bool = True
    recent: list[str] = field(default_factory=list)
    resume: dict[str, str] = field(default_factory=dict)
    beamers: list[list[str]] = field(default_factory=list)
    favourites: list[str] = field(default_factory=list)
    duplex: str = "long"
    papers: dict[str, Any] = field(default_factory=dict)
    window: str = ""
    file: Path | None = None

    def used(self, path: Path) -> None:
        """A workspace was opened: it is the newest of the recent ones."""
        name = str(path)
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_LIMIT]

    def forget(self, path: Path) -> None:
        """A workspace is not there any more."""
        self.recent = [other for other in self.recent if other != str(path)]
        self.resume.pop(str(path), None)

    def star(self, ref: str, on: bool) -> None:
        """Give a card a star, or take it away."""
        others = [other for other in self.favourites if other != ref]
        self.favourites = [ref, *others][:FAVOURITE_LIMIT] if on else others

    def save(self) -> None:
        """Write the file, whole or not at all. A disk that refuses is no reason to stop: then they are not kept."""
        if self.file is None:
            return
        values = asdict(self)
        values.pop("file")
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self.file.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
            unfinished.replace(self.file)


def load_settings(folder: Path) -> Settings:
    """The settings in a folder (``paths.user_settings()``); defaults for what is missing, unknown or damaged."""
    settings = Settings(file=folder / "settings.json")
    try:
        read: Any = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    if not isinstance(read, dict):
        return settings
    for known in fields(Settings):
        default = getattr(settings, known.name)
        value = read.get(known.name)
        if known.name != "file" and _fits(value, default):
            setattr(settings, known.name, value)
    settings.recent = [name for name in settings.recent if isinstance(name, str)][:RECENT_LIMIT]
    refs = [ref for ref in settings.favourites if isinstance(ref, str)]
    settings.favourites = list(dict.fromkeys(refs))[:FAVOURITE_LIMIT]
    settings.resume = {key: value for key, value in settings.resume.items() if isinstance(value, str)}
    settings.beamers = [
        pair
        for pair in settings.beamers
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
    ]
    if settings.text_size not in TEXT_SIZES:
        settings.text_size = 1.0
    if settings.beamer_size not in BEAMER_SIZES:
        settings.beamer_size = 1.0
    if settings.speed not in SPEEDS:
        settings.speed = "normal"
    return settings


def _fits(value: object, default: object) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return isinstance(value, type(default))
