"""Reading codes off pictures that go by, in a thread of its own: what comes while it looks is let go."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image

    from gogrow.ui.scan.camera import Frame

PAUSE = 0.08
"""Seconds from the beginning of one look to that of the next: twelve a second are plenty, and leave the laptop cool."""
HARDER = 6
"""Each so many looks without a code, one takes its time."""
PREVIEW = 720
"""Pixels of the longest side of the picture that is shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look gave: a small picture, as in a mirror, and the texts of the codes on it."""

    picture: QImage
    codes: tuple[str, ...]


class Reader(QObject):
    """Takes a `Frame` when it has nothing to do. `looked` brings each `Look`; `close` ends the thread."""

    looked = Signal(object)  # Look

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news = threading.Condition()
        self._frame: Frame | None = None
        self._busy = self._ended = False
        self._began = 0.0
        self._thread = threading.Thread(target=self._run, name="scan", daemon=True)
        self._thread.start()

    def offer(self, frame: Frame) -> None:
        """A picture came by. It is let go when the one before is still looked at."""
        with self._news:
            if not (self._busy or self._ended) and time.monotonic() - self._began >= PAUSE:
                self._frame, self._busy, self._began = frame, True, time.monotonic()
                self._news.notify()

    def close(self) -> None:
        """Nothing is told any more. The thread ends by itself, at the latest after the look of this moment."""
        with self._news:
            self._ended, self._frame = True, None
            self._news.notify()

    def _run(self) -> None:
        missed = 0
        while True:
            with self._news:
                while self._frame is None and not self._ended:
                    self._news.wait()
                if self._ended:
                    return
                frame, self._frame = self._frame, None
            assert frame is not None
            look = _look(frame, hard=missed % HARDER == HARDER - 1)
            del frame
            if look is not None:
                missed = 0 if look.codes else missed + 1
            with self._news:
                self._busy = False
                if look is not None and not self._ended:  # after that the window may be gone
                    self.looked.emit(look)


def _look(frame: Frame, *, hard: bool) -> Look | None:
    from gogrow.content.scanning import codes_of

    picture = frame()
    if picture is None:
        return None
    return Look(_mirrored(picture), tuple(codes_of(picture, once=not hard)))


def _mirrored(picture: Image) -> QImage:
    """Small, and as in a mirror: a hand that goes left goes left on the screen."""
    from PIL import Image

    small = picture.copy()
    small.thumbnail((PREVIEW, PREVIEW), Image.Resampling.BOX)
    content = small.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()
    return QImage(content, small.width, small.height, small.width, QImage.Format.Format_Grayscale8).copy()
