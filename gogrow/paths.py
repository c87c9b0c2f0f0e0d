"""Where the program's own files are, and where the user's files go.

The same three roads lead to assets and decks: a checkout (beside the package), an installed package (inside it)
and a frozen program (inside PyInstaller's folder). Nothing here touches the disk except to look.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data(name: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    places = [_PACKAGE / name, _PACKAGE.parent / name]
    if frozen:
        places.insert(0, Path(frozen) / "gogrow" / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"GoGrow is not complete: the folder {name} is missing. Install it again.")


def assets() -> Path:
    """The folder with fonts, icons, theme and translations."""
    return _data("assets")


def decks() -> Path:
    """The folder with one folder for each instrument."""
    return _data("decks")


def user_data() -> Path:
    """The folder for the user's workspaces, not made here."""
    import platformdirs

    return Path(platformdirs.user_data_dir("GoGrow", appauthor=False))


def user_decks() -> Path:
    """The folder with the user's own decks, one folder for each; not made here."""
    return user_data() / "decks"


def own_icon(name: str) -> Path | None:
    """The file of an icon that a deck brings, by ``<deck>/<icon>``: an SVG, else a PNG, in its folder ``icons``.

    The user's decks come first, then the program's. None for another name, and for a link to somewhere else. The file
    is not checked here.
    """
    parts = re.fullmatch(r"([a-z0-9][a-z0-9-]{0,39})/([a-z0-9][a-z0-9-]{0,39})", name)
    if parts is None:
        return None
    for root in (user_decks(), decks()):
        for suffix in (".svg", ".png"):
            file = root / parts[1] / "icons" / f"{parts[2]}{suffix}"
            if file.is_file() and not file.is_symlink():
                return file
    return None


def user_cache() -> Path:
    """The folder for what can be made again, not made here."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("GoGrow", appauthor=False))


def user_log() -> Path:
    """The folder for the log, not made here."""
    import platformdirs

    return Path(platformdirs.user_log_dir("GoGrow", appauthor=False))


def user_settings() -> Path:
    """The folder for settings and the list of recent files, not made here."""
    import platformdirs

    return Path(platformdirs.user_config_dir("GoGrow", appauthor=False))
