"""Makes papers and pictures of their pages off the GUI thread; of what is asked, the last counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gogrow.live.jobs import Job, Progress

Make = Callable[[Progress], bytes]
"""Makes a PDF, in memory: plans are private. b'' when it was stopped."""

Sizes = tuple[tuple[float, float], ...]
"""Width and height of each page, in points."""


def picture_of(content: bytes, page: int, scale: float) -> QImage:
    """A page of a PDF (from 0) with ``scale`` pixels to a point."""
    from gogrow.content.pdf_pages import page_pixels

    made = page_pixels(content, page, scale)
    drawn = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
    return drawn.copy()  # which does not need the bytes any more


class PageMaker(QObject):
    """One job at a time, for one window. What is made for what nobody wants any more is thrown away."""

    made = Signal(object)  # Sizes
    pictured = Signal(int, QImage)
    failed = Signal(object)  # Exception

    def __init__(self, jobs: QObject, parent: QObject) -> None:
        """``jobs`` is the parent of jobs, which may outlive this."""
        super().__init__(parent)
        self._jobs = jobs
        self._content = b""
        self._job: Job | None = None
        self._order: Make | None = None
        self._page: tuple[int, float] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._job is not None

    def order(self, make: Make) -> None:
        """Make another paper; `made` or `failed` tells."""
        self._order, self._page, self._content = make, None, b""
        if self._job is not None:
            self._job.cancel()
        self._next()

    def picture(self, page: int, scale: float) -> None:
        """Draw a page of the paper that was made; `pictured` brings it."""
        if self._content:
            self._page = (page, scale)
            self._next()

    def close(self) -> None:
        """Nobody wants anything any more."""
        self._order = self._page = None
        self._content = b""
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if self._job is not None:
            return
        if self._order is not None:
            make, self._order = self._order, None
            self._start(lambda progress: _paper(make, progress))
        elif self._page is not None:
            (page, scale), self._page = self._page, None
            content = self._content
            self._start(lambda _: (page, picture_of(content, page, scale)))

    def _start(self, work: Callable[[Progress], object]) -> None:
        self._job = Job(work, self._jobs)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._not_made)
        self._job.finished.connect(self._job.deleteLater)
        self._job.failed.connect(self._job.deleteLater)
        self._job.start()

    def _finished(self, result: tuple[object, object]) -> None:
        stale = self._job is None or self._job.cancelled or self._order is not None
        self._job = None
        first, second = result
        if not stale and isinstance(first, bytes):
            self._content = first
            self.made.emit(second)
        elif not stale and self._content:
            self.pictured.emit(first, second)
        self._next()

    def _not_made(self, error: Exception) -> None:
        stale = self._job is None or self._job.cancelled
        self._job = None
        if not stale:
            self.failed.emit(error)
        self._next()


def _paper(make: Make, progress: Progress) -> tuple[bytes, Sizes]:
    from gogrow.content.pdf_pages import page_sizes

    content = make(progress)
    return content, page_sizes(content) if content else ()
