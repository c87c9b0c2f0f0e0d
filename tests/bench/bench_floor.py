"""A board of 4 by 4 metres on A4, against reportlab making as many pages with a rectangle on each.

What the board itself costs stands in the file once, so a sheet costs little more than an empty page. The memory is
what the process holds at most, before and after.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.sheets.floor import FloorWishes, floor_board
from gogrow.sheets.floor_wishes import paper_needed
from gogrow.texts import Texts
from tests.bench import figure

ROUNDS = 3


def main() -> None:
    """Print the time, and the size of the file and the memory that it took."""
    board = read_deck(paths.decks() / "go-grow").board
    assert board is not None
    wishes, texts = FloorWishes(4.0), Texts("nl")
    pages = paper_needed(board, wishes)

    def empty() -> None:
        canvas = Canvas(BytesIO(), invariant=1, pageCompression=1)
        for _ in range(pages):
            canvas.rect(20, 20, 500, 700)
            canvas.showPage()
        canvas.save()

    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "floor.pdf"
        ours, floor = figure.in_turn(lambda: floor_board(board, texts, target, wishes), empty, ROUNDS)
        size = target.stat().st_size
    figure.say(f"floor_4x4_a4_{pages}_pages", ours, floor)
    print(f"floor_4x4_a4 file={size / 1024:.0f}KiB memory=+{_peak() - before:.0f}MiB", flush=True)  # noqa: T201


def _peak() -> float:
    """The most memory that the process held so far, in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
