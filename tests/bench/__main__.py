"""Runs every module of this folder that has a ``main()``: ``python -m tests.bench``, or with names to choose."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path


def main(names: list[str]) -> None:
    """Print one line for each figure of the modules named, of all when none is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("GOGROW_MOTION", "0")
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.name.startswith("_") or (names and info.name not in names):
            continue
        run = getattr(importlib.import_module(f"tests.bench.{info.name}"), "main", None)
        if run is not None:
            run()


if __name__ == "__main__":
    main(sys.argv[1:])
