"""A process of its own that reads packed decks and tells what that cost and what it touched: ``FILE … > JSON lines``.

Run as ``python -m tests.content.reading_packs FOLDER``: each ``*.gogrowdeck`` of the folder is read, and an attempt is
made to install it below ``FOLDER/decks``. The memory that each may take is limited by the system.
"""

from __future__ import annotations

import ctypes
import gc
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from gogrow import paths
from gogrow.content import deck_reader, pack, pack_install  # what is imported once is no cost of one deck
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.decks import read_deck
from gogrow.texts import Texts

MEMORY = 256 * 1024 * 1024
"""Bytes that reading one deck may add."""
HANG = 30
"""Seconds of work after which the system ends the process: a hang, on whatever machine."""

touched: list[tuple[str, str]] = []
watching = False


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if not watching:
        return
    if event == "open" or event.startswith(("os.", "shutil.", "socket.", "subprocess.", "ctypes.", "pathlib.")):
        touched.append((event, " ".join(str(one) for one in args[:2] if isinstance(one, str | bytes | Path))))


def _status(key: str) -> int:
    """Bytes from the system's own account of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(key):
            return int(line.split()[1]) * 1024
    return 0


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def measured(file: Path, decks: Path, words: tuple[Texts, ...]) -> dict[str, Any]:
    """Read one pack, and what came of it."""
    global watching
    touched.clear()
    gc.collect()
    getattr(ctypes.CDLL(None), "malloc_trim", int)(0)  # what the one before it left must not hide what this one takes
    _forget_peak()
    before, start = _status("VmRSS"), time.perf_counter()
    said: list[str] = []
    codes: list[str] = []
    watching = True
    try:
        pack_install.install(pack.read_pack(file), decks)
    except DeckFaults as refused:
        codes = [fault.code for fault in refused.faults]
        said = [fault.message(texts) for fault in refused.faults for texts in words]
    finally:
        watching = False
    seconds, peak = time.perf_counter() - start, _status("VmHWM") - before
    return {"name": file.stem, "codes": codes, "said": said, "seconds": seconds, "bytes": peak, "touched": [*touched]}


def main(folder: Path) -> None:
    """Read all packs of a folder, each answered with one line."""
    assert deck_reader
    for shipped in sorted(paths.decks().iterdir()):
        read_deck(shipped)
    words = (Texts("en"), Texts("nl"))
    for texts in words:
        texts.t("no such text")
    sys.addaudithook(_watch)
    for file in sorted(folder.glob("*.gogrowdeck")):
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + HANG
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (_status("VmSize") + MEMORY, resource.RLIM_INFINITY))
        print(json.dumps(measured(file, folder / "decks", words)), flush=True)  # noqa: T201  (its answer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
