"""Plays the sample, opens it in the real program, and keeps what beamer, cockpit, table and paper look like.

Run by ``make pictures``; the pictures go to ``assets/pictures``. Nothing of the user's own is touched: settings and
files live in a folder that is thrown away.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets" / "pictures"
AT = dt.datetime(2026, 5, 12, 8, 21, 40, tzinfo=dt.UTC)
BEAMER = {
    "reveal-named": "beamer-reveal",
    "gap": "beamer-gap",
    "first-card-all": "beamer-card",
    "pawn": "beamer-dilemma",
    "course": "beamer-course",
    "then-and-now": "beamer-then-now",
}


def main() -> int:
    """Make all pictures. Returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            QT_QPA_PLATFORM="offscreen",
            GOGROW_MOTION="0",
            TZ="Europe/Amsterdam",
            HOME=folder,
            XDG_CONFIG_HOME=f"{folder}/config",
            XDG_DATA_HOME=f"{folder}/data",
            XDG_STATE_HOME=f"{folder}/state",
            XDG_CACHE_HOME=f"{folder}/cache",
        )
        _make(Path(folder))
    return 0


def _make(folder: Path) -> None:
    from gogrow.domain.people import Presence
    from gogrow.domain.rules import people, placing, session
    from gogrow.domain.workshop import Workshop
    from gogrow.store.opening import Listed
    from gogrow.texts import Texts
    from gogrow.verbs.demo import demo

    demo(folder / "demo", "nl", None, Texts("nl"), lambda _: None)
    OUT.mkdir(parents=True, exist_ok=True)
    for name, kept in BEAMER.items():
        found = sorted((folder / "demo").glob(f"beamer-*-{name}.png"))[-1]
        _keep(found, kept)
    _poster(folder / "demo" / "posters-team.pdf", folder / "poster.png")

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gogrow.app import Program

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = Program(app, folder / "demo" / "demo.gogrow", "", now=lambda: AT)
    window, desk = program.window, program.desk

    def until(condition: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not condition():
            app.processEvents()
            QTest.qWait(5)
            if time.monotonic() > end:
                sys.exit("the program did not come so far")
        for _ in range(4):
            app.processEvents()
            QTest.qWait(5)

    def picture(name: str) -> None:
        until(lambda: True)
        window.grab().save(str(folder / "window.png"))
        _keep(folder / "window.png", name)

    program.start()
    until(lambda: desk.has_workspace and desk.deck is not None)
    window.resize(1280, 720)
    listed: list[tuple[Listed, ...]] = []
    desk.workspace.listed.connect(lambda rows, undo, redo: listed.append(rows))
    desk.workspace.refresh()
    until(lambda: listed)
    picture("home")
    desk.workspace.open_workshop(next(row.id for row in listed[0] if row.title == "Waar staan wij?"))
    until(lambda: desk.workspace.current is not None)
    live = desk.workspace.current
    assert live is not None
    desk.screens = None  # there is one screen here; the pictures show what a facilitator with two sees
    window.show_page("prepare")
    picture("prepare")
    window.show_page("cockpit")
    desk.beamer.show()
    live.do(session.begin, AT)
    typed = [p.id for p in live.workshop.here()][:7]

    def marks(workshop: Workshop) -> bool:
        return len(workshop.marks) == 3 * len(typed)

    for round in ("now", "other", "wish"):  # else it was shown already, and who passes gets no mark
        live.do(placing.hide, round)
    for id in typed:
        for round in ("now", "other", "wish"):
            live.do(placing.pass_round, round, id)
    until(lambda: marks(live.workshop))
    live.do(people.set_presence, live.workshop.participants[1].id, Presence.NOT_HERE)
    live.do(session.go_to, "slips", AT)
    until(lambda: live.workshop.stage.step == "slips")
    picture("cockpit-round")
    desk.set_theme("dark")
    live.do(session.go_to, "gap", AT)
    until(lambda: live.workshop.stage.step == "gap")
    picture("cockpit-dark")
    program.close()


def _poster(file: Path, picture: Path) -> None:
    """Keep the poster of whoever has a plan."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(file) as document:
        pages = [page for page in document if "collega" in page.get_textpage().get_text_bounded()]
        pages[0].render(scale=0.8).to_pil().save(picture)
    _keep(picture, "poster")


def _keep(found: Path, name: str) -> None:
    """Keep a picture at most 1280 wide."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = QImage(str(found))
    if image.width() > 1280:
        image = image.scaledToWidth(1280, Qt.TransformationMode.SmoothTransformation)
    image.save(str(OUT / f"{name}.png"))


if __name__ == "__main__":
    sys.exit(main())
