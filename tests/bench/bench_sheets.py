"""A hundred plan sheets, against reportlab drawing the same pages without codes.

The floor is a recording: every call that reaches reportlab's canvas for these sheets without their codes, played back
on a bare canvas. So it has no reading of values, no measuring and wrapping of text, and no QR codes; shared parts are
shared there as well.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest import mock

from reportlab.pdfgen.canvas import Canvas

from gogrow.sheets import kit
from gogrow.sheets.canvas import Pad
from gogrow.texts import Texts
from tests.bench import figure
from tests.sheets import sample

SHEETS, ROUNDS, GOAL = 100, 11, 2.0
PAGE = (595.28, 841.89)

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


def main() -> None:
    """Print the figure."""
    texts = Texts("nl")
    workshop = sample.team(SHEETS, typed=True)
    bare = sample.without_codes(workshop)
    taped: list[TapedPad] = []

    def pad(*args: Any, **named: Any) -> Pad:
        taped.append(TapedPad(*args, **named))
        return taped[-1]

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "sheets.pdf"
        with mock.patch.object(kit, "Pad", pad):
            kit.plan_sheets(bare, bare.participants, texts, target)
        assert len(played(taped[0].tape, PAGE)) > 10_000
        ours, floor = figure.in_turn(
            lambda: kit.plan_sheets(workshop, workshop.participants, texts, target),
            lambda: target.write_bytes(played(taped[0].tape, PAGE)),
            ROUNDS,
        )
    figure.say(f"plan_sheets_{SHEETS}", ours, floor, GOAL)


if __name__ == "__main__":
    main()
