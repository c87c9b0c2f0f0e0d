"""Makes the sample of the newest version: ``python -m tests.store.samples.make``.

Once the version is released its sample is never made again.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Workshop
from gogrow.store import opening
from gogrow.store.workspace import Workspace
from tests.store.making import full, place, workshop

SAMPLES = Path(__file__).parent


def contents() -> tuple[Workshop, ...]:
    """What is in the samples, in the order of the list."""
    first = place("p1", 0.25)(workshop("w1")).workshop
    return replace(full("w2", "één"), id="w2"), first


def main() -> None:
    """Write the sample of the newest version, unless it is there."""
    made = Workspace.make(SAMPLES / f"version{opening.FORMAT}.gogrow")
    made.create(workshop("w1"), StepName("new", {"title": "Team Zetten"}))
    made.create(contents()[0], StepName("new", {"title": "Team één"}))
    made.apply("w1", place("p1", 0.25))
    made.close()


if __name__ == "__main__":
    main()
