"""Reading decks: the first time against the bare C parser, and from the cache against the same as plain JSON.

The floor of the first is the C parser's events, each asked for and let go: no values, no checks, no cards. That of the
second is what stands in the same files, as JSON with its keys, read into lists and dictionaries. Ours are whole
decks, checked, in the program's own values; the first time writes the cache as well. Pydantic and the parser have been
imported before: once for a process, off the start path.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import yaml

from gogrow import paths
from gogrow.content.decks import deck_folders, read_deck
from tests.bench import figure

CARDS, GOAL = 10_000, 2.0
KOERSKAART = paths.decks() / "koerskaart"


def generated(folder: Path, cards: int) -> Path:
    """A deck with so many dilemmas, half of them in each language: the shipped ones over and over, with ids anew."""
    folder.mkdir()
    head = (KOERSKAART / "deck.yaml").read_text(encoding="utf-8").replace("board: go-grow\n", "")
    (folder / "deck.yaml").write_text(head, encoding="utf-8")
    for language in ("nl", "en"):
        text = (KOERSKAART / f"cards.{language}.yaml").read_text(encoding="utf-8")
        shipped = re.search(r"^dilemmas:\n((?:[ #].*\n|\n)*)", text, re.MULTILINE)
        assert shipped is not None
        parts = [part.rstrip("\n") for part in re.split(r"(?m)^(?=  - id: )", shipped[1]) if part.startswith("  - id")]
        made = [
            re.sub(r"id: .*", f"id: card-{number:05d}", parts[number % len(parts)], count=1)
            for number in range(cards // 2)
        ]
        (folder / f"cards.{language}.yaml").write_text("dilemmas:\n" + "\n\n".join(made) + "\n", encoding="utf-8")
    return folder


def bare(files: Sequence[Path]) -> None:
    """The C parser alone."""
    for file in files:
        for _ in yaml.parse(file.read_bytes(), Loader=yaml.CSafeLoader):
            pass


def as_json(files: Sequence[Path], folder: Path) -> list[Path]:
    """The same values as JSON, one file for each."""
    folder.mkdir()
    made = []
    for number, file in enumerate(files):
        value = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506  (texts only; our own files)
        made.append(folder / f"{number}.json")
        made[-1].write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return made


def measure(name: str, folders: Sequence[Path], room: Path, rounds: int) -> None:
    """Print both figures for these decks."""
    caches = [room / f"cache-{name}"]
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
    plain = as_json(files, room / name)

    def read() -> None:
        for folder in folders:
            read_deck(folder)

    def first() -> None:
        caches.append(room / f"cache-{name}-{len(caches)}")
        read()

    with mock.patch.object(paths, "user_cache", side_effect=lambda: caches[-1]):
        figure.say(f"{name}_first", *figure.in_turn(first, lambda: bare(files), rounds), GOAL)
        ours, floor = figure.in_turn(read, lambda: [json.loads(file.read_bytes()) for file in plain], rounds)
        figure.say(f"{name}_again", ours, floor, GOAL)
        assert len(os.listdir(caches[-1])) == len(folders)  # noqa: PTH208


def main() -> None:
    """Print four figures."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        measure("decks_shipped", deck_folders(), room, 31)
        measure(f"deck_of_{CARDS}", [generated(room / "deck", CARDS)], room, 7)


if __name__ == "__main__":
    main()
