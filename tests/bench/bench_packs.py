"""Packed decks from strangers: what each hostile one costs, in time and memory, and what a large honest one does.

The promise is two seconds and 256 MiB for each, on a usual laptop that does nothing else. They are read in one process
that has read decks before, one after another; the memory is the highest of each above what the process had before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gogrow.content.pack import packed
from tests.bench.bench_decks import generated
from tests.content import packs
from tests.house.code import ROOT

SECONDS, MEBIBYTES = 2.0, 256.0
LARGE = 4_000


def main() -> None:
    """Print a line for each, the slowest first, and two with the worst of all."""
    hostile = {**packs.HOSTILE, **packs.HEAVY}
    names = [*hostile, f"an honest deck of {LARGE} dilemmas"]
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        for number, (make, _codes) in enumerate(hostile.values()):
            (room / f"{number:03d}.gogrowdeck").write_bytes(make())
        deck = generated(room / "large", LARGE)
        large = packed({path.name: path.read_bytes() for path in deck.iterdir()})
        (room / f"{len(hostile):03d}.gogrowdeck").write_bytes(large)
        command = [sys.executable, "-m", "tests.content.reading_packs", str(room)]
        env = {**os.environ, "XDG_CACHE_HOME": str(room / "cache")}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    rows = []
    for line in done.stdout.splitlines():
        told = json.loads(line)
        codes = ", ".join(sorted(set(told["codes"]))) or "let in"
        rows.append((told["seconds"], told["bytes"] / 2**20, names[int(told["name"])], codes))
    for seconds, memory, name, codes in sorted(rows, reverse=True):
        print(f"pack {name:<44.44} {seconds * 1000:8.1f} ms {memory:6.1f} MiB  {codes}", flush=True)  # noqa: T201
    slowest, widest = max(row[0] for row in rows), max(row[1] for row in rows)
    told = f"slowest={slowest * 1000:.0f}ms goal={SECONDS * 1000:.0f} {'ok' if slowest <= SECONDS else 'short'}"
    told += f" widest={widest:.0f}MiB goal={MEBIBYTES:.0f} {'ok' if widest <= MEBIBYTES else 'short'}"
    print(f"packs_of_strangers count={len(rows)} {told}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
