"""Five hundred plan sheets and a hundred posters, against reportlab drawing the same pages without codes.

The floor is a recording: every call that reaches reportlab's canvas for these papers without their codes, played back
on a bare canvas. So it has no reading of values, no measuring and wrapping of text, and no QR codes; shared parts are
shared there as well.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from gogrow.domain.workshop import Workshop
from gogrow.sheets import kit, paper_set
from gogrow.sheets.canvas import Pad
from gogrow.sheets.papers import Paper, PaperWish, make_papers
from gogrow.texts import Texts
from tests.bench import figure
from tests.sheets import sample

SHEETS, POSTERS, ROUNDS, GOAL = 500, 100, 5, 1.5
MEMORY = 250
TEXTS = Texts("nl")

Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class Tape:
    """Stands in for a canvas, a path or a text: passes every call on, and remembers it."""

    def __init__(self, real: Any) -> None:
        self.real = real
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.real, name)

        def called(*args: Any, **named: Any) -> Any:
            self.calls.append((name, args, named))
            plain = [arg.real if isinstance(arg, Tape) else arg for arg in args]
            answer = method(*plain, **named)
            if name in ("beginPath", "beginText"):
                answer = Tape(answer)
                self.calls[-1] = ("", (name, answer, *args), named)
            return answer

        return called


class TapedPad(Pad):
    """A pad that keeps what it asked of reportlab."""

    def _open(self, title: str) -> Canvas:
        self.tape = Tape(super()._open(title))
        return self.tape  # type: ignore[return-value]


def played(tape: Tape, size: tuple[float, float]) -> bytes:
    """What is on the tape, drawn on a new canvas."""
    buffer = BytesIO()
    canvas = Canvas(buffer, size, invariant=1, pageCompression=1)
    made: dict[int, Any] = {}
    for name, args, named in tape.calls:
        if name:
            getattr(canvas, name)(*[made[id(a)] if isinstance(a, Tape) else a for a in args], **named)
            continue
        begin, part, *rest = args
        made[id(part)] = thing = getattr(canvas, begin)(*rest, **named)
        for step, step_args, step_named in part.calls:
            getattr(thing, step)(*step_args, **step_named)
    return buffer.getvalue()


def compared(name: str, module: ModuleType, make: Callable[[Workshop, Path], object], count: int, rounds: int) -> None:
    """Print what papers for so many people cost against the same drawing without codes. ``module`` opens the pad."""
    workshop = sample.team(count, typed=True)
    bare = sample.without_codes(workshop)
    taped: list[TapedPad] = []

    def pad(*args: Any, **named: Any) -> Pad:
        taped.append(TapedPad(*args, **named))
        return taped[-1]

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "papers.pdf"
        with mock.patch.object(module, "Pad", pad):
            make(bare, target)
        size = (taped[0].width * mm, taped[0].height * mm)
        assert len(played(taped[0].tape, size)) > 10_000
        ours, floor = figure.in_turn(
            lambda: make(workshop, target), lambda: target.write_bytes(played(taped[0].tape, size)), rounds
        )
    figure.say(f"{name}_{count}", ours, floor, GOAL)


def sheets(workshop: Workshop, target: Path) -> None:
    """A plan sheet for everybody."""
    kit.plan_sheets(workshop, workshop.participants, TEXTS, target)


def posters(workshop: Workshop, target: Path) -> None:
    """A poster for everybody."""
    make_papers(workshop, workshop.participants, TEXTS, PaperWish(Paper.POSTER), target)


def peak() -> None:
    """Print the most memory that a program of its own takes while it makes all sheets; not on Windows."""
    code = (
        "import resource, sys, tempfile; from pathlib import Path\n"
        "from tests.bench.bench_sheets import SHEETS, sheets; from tests.sheets import sample\n"
        "folder = tempfile.TemporaryDirectory()\n"
        "sheets(sample.team(SHEETS, typed=True), Path(folder.name) / 'papers.pdf')\n"
        "unit = 1 if sys.platform == 'darwin' else 1024\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 2**20)"
    )
    if sys.platform == "win32":
        return
    done = subprocess.run(  # a small shell starts it: a child begins with the peak of the program that forked it
        ["/bin/sh", "-c", '"$0" -c "$1"', sys.executable, code], capture_output=True, text=True, check=True
    )
    taken = int(done.stdout)
    verdict = "ok" if taken <= MEMORY else "short"
    print(f"plan_sheets_{SHEETS}_peak ours={taken}MiB goal={MEMORY} {verdict}", flush=True)  # noqa: T201


def main() -> None:
    """Print the figures."""
    compared("plan_sheets", kit, sheets, SHEETS, ROUNDS)
    compared("posters", paper_set, posters, POSTERS, 2 * ROUNDS + 1)
    peak()


if __name__ == "__main__":
    main()
