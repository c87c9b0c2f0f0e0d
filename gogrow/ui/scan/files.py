"""Codes out of several pictures and PDFs, in a thread of its own, one file after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gogrow.live.jobs import Job, Progress
from gogrow.ui.desk import Desk

Read = tuple[Path, list[str], Exception | None]
"""A file, the texts of the codes in it, and what is the matter with it."""


class PictureReading(QObject):
    """One round of reading. `read` brings a list of `Read`, unless it was stopped."""

    progressed = Signal(int)  # so many files are done
    read = Signal(object)

    def __init__(self, files: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = Job(lambda progress: _read(files, progress), parent=self)
        self._job.progressed.connect(lambda done, _: self.progressed.emit(done))
        self._job.finished.connect(self._finished)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def stop(self) -> None:
        """Nothing is told any more; it ends by itself after the page of this moment."""
        self.blockSignals(True)
        self._job.cancel()
        self.deleteLater()

    def _finished(self, found: list[Read]) -> None:
        self._job.wait()
        self.read.emit(found)


def choose_pictures(desk: Desk, parent: QWidget, then: Callable[[Sequence[Path]], None]) -> None:
    """Ask which pictures or PDFs."""
    from gogrow.content.scanning import KINDS

    t = desk.texts.t
    kinds = " ".join(f"*.{kind}" for kind in KINDS)
    names, _ = QFileDialog.getOpenFileNames(
        parent, t("Choose photos or PDFs"), "", f"{t('Photos and PDFs')} ({kinds});;{t('All files')} (*)"
    )
    then([Path(name) for name in names])


def _read(files: Sequence[Path], progress: Progress) -> list[Read]:
    from gogrow.content.scanning import Unscannable, codes_in

    found: list[Read] = []
    for number, file in enumerate(files):
        if not progress(number, len(files)):
            break
        try:
            found.append((file, codes_in(file, partial(progress, number, len(files))), None))
        except Unscannable as fault:
            found.append((file, [], fault))
    return found
