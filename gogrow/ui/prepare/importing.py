"""From the clipboard or a file to new people: read in the background, shown for checking, then handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gogrow.content.people import PeopleList, PeopleTable, PeopleUnreadable, people, read_file, read_text
from gogrow.content.people.words import Column
from gogrow.live.jobs import Job, Progress
from gogrow.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list comes from: pasted ``text``, or a ``path`` and perhaps one of its sheets."""

    text: str = ""
    path: Path | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that was read: its table, and the people in it with the columns as they are chosen."""

    source: Source
    table: PeopleTable
    columns: tuple[Column, ...]
    listed: PeopleList


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a job brought: a reading, or what went wrong. ``ticket`` says which wish it answers."""

    ticket: int
    reading: Reading | None = None
    error: Exception | None = None


class Reader(QObject):
    """Reads lists outside the GUI thread; only the newest wish is answered."""

    read = Signal(object)  # Reading
    failed = Signal(str)  # a sentence

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: dict[int, Job] = {}
        self._ticket = 0

    def start(self, source: Source) -> None:
        """Read a list from its source."""

        def read() -> Reading:
            table = read_text(source.text) if source.path is None else read_file(source.path, source.sheet)
            return Reading(source, table, table.columns, people(table))

        self._start(read)

    def again(self, reading: Reading, columns: tuple[Column, ...]) -> None:
        """Find the people once more, with other columns."""
        self._start(lambda: Reading(reading.source, reading.table, columns, people(reading.table, columns)))

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._ticket += 1

    def _start(self, read: Callable[[], Reading]) -> None:
        self._ticket += 1
        ticket = self._ticket

        def work(_: Progress) -> _Answer:
            try:
                return _Answer(ticket, reading=read())
            except Exception as error:
                return _Answer(ticket, error=error)

        job = self._jobs[ticket] = Job(work)  # no parent: it may outlive the page
        job.finished.connect(self._done)
        job.start()

    def _done(self, answer: _Answer) -> None:
        job = self._jobs.pop(answer.ticket)
        job.wait()
        job.deleteLater()
        if answer.ticket != self._ticket:
            return
        if answer.reading is not None:
            self.read.emit(answer.reading)
        elif isinstance(answer.error, PeopleUnreadable):
            self.failed.emit(answer.error.message(self._desk.texts))
        else:
            self.failed.emit(self._desk.texts.t("This list cannot be read."))
