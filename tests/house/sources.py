"""Which runs of eight words stand in the source documents, without the documents: only a mark of each run is kept.

``python -m tests.house.sources FOLDER`` makes ``sources.bin`` from the texts in a folder.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

RUN = 8
_SIZE = 5
FILE = Path(__file__).with_name("sources.bin")


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [word.casefold() for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)]


def marks(text: str) -> Iterator[tuple[bytes, str]]:
    """The mark of each run of eight words, and the run itself."""
    found = words(text)
    for at in range(len(found) - RUN + 1):
        run = " ".join(found[at : at + RUN])
        yield blake2b(run.encode(), digest_size=_SIZE).digest(), run


@cache
def known() -> frozenset[bytes]:
    """The marks of all runs in the sources."""
    data = FILE.read_bytes()
    return frozenset(data[at : at + _SIZE] for at in range(0, len(data), _SIZE))


def copied(text: str) -> list[str]:
    """Runs of eight words of this text that stand in a source too."""
    return [run for mark, run in marks(text) if mark in known()]


def main(folder: Path) -> None:
    """Make the file of marks."""
    found = {mark for file in sorted(folder.glob("*.txt")) for mark, _ in marks(file.read_text("utf-8", "replace"))}
    FILE.write_bytes(b"".join(sorted(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
