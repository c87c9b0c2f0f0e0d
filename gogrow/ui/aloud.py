"""Reading aloud what the room sees, as long as it sees that: another picture, and the voice is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gogrow.domain.public import BeamerMode, PublicView
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.beamer.reading import reading
from gogrow.ui.speech import Speaker

if TYPE_CHECKING:
    from gogrow.live.beamer import Beamer
    from gogrow.ui.desk import Desk


class Aloud(QObject):
    """Knows what may be read now: the beamer's picture, or at a table for two what both see on the one screen.

    `changed` comes when there is something else to read, and when the voice begins and ends.
    """

    changed = Signal()

    def __init__(self, desk: Desk, beamer: Beamer, speaker: Speaker | None = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._beamer = beamer
        self._table: PublicView | None = None
        self._at_table = False
        self._texts: dict[str, Texts] = {}
        self._said: tuple[str, ...] = ()
        self._speaker = speaker or Speaker(desk.settings.speed)
        self._speaker.setParent(self)
        self._speaker.speaking_changed.connect(self.changed)
        self._speaker.failed.connect(self._failed)
        beamer.changed.connect(self._follow)
        beamer.mode_changed.connect(self._mode)

    @property
    def speaking(self) -> bool:
        """Whether something is being read now."""
        return self._speaker.speaking

    @property
    def text(self) -> tuple[str, ...]:
        """The sentences that would be read now; () when the room sees no words."""
        view = self._view()
        return reading(view, self._words(view.language)) if view is not None else ()

    def why_not(self, texts: Texts) -> str:
        """What to say when there is nothing to read."""
        if self._at_table:
            return texts.t("There is nothing here now that can be read aloud.")
        return texts.t("There are no words on the beamer now that can be read aloud.")

    def at_table(self, here: bool, view: PublicView | None = None) -> None:
        """Whether two sit at this screen, and what both of them see on it (None: nothing that can be read)."""
        if (here, view) != (self._at_table, self._table):
            self._at_table, self._table = here, view if here else None
            self._follow()

    def set_speed(self, speed: str) -> None:
        """Slow, normal or quick."""
        self._speaker.set_speed(speed)

    def toggle(self, parent: QWidget) -> None:
        """Read, or stop reading. Without a voice a dialog over ``parent`` tells how to get one."""
        if self.speaking:
            self.stop()
            return
        view, text = self._view(), self.text
        if view is None or not text:
            self._desk.notice(self.why_not(self._desk.texts))
            return
        self._said = text
        if not self._speaker.say(text, self._words(view.language).language):
            from gogrow.ui.no_voice import NoVoice

            dialog = NoVoice(self._desk.texts, self._desk.theme, self._words(view.language).language, parent)
            dialog.exec()
            dialog.deleteLater()

    def stop(self) -> None:
        """Silence, at once."""
        self._speaker.stop()

    def close(self) -> None:
        """Silence for good: the voices of the system are given back now, by the thread that asked for them."""
        self._speaker.close()

    def _view(self) -> PublicView | None:
        return self._table if self._at_table else self._beamer.view

    def _words(self, language: str) -> Texts:
        language = language if language in LANGUAGES else LANGUAGES[-1]
        if language not in self._texts:
            self._texts[language] = Texts(language)
        return self._texts[language]

    def _follow(self) -> None:
        if self.speaking and self.text != self._said:
            self.stop()
        self.changed.emit()

    def _mode(self) -> None:
        """Neutral or dark was asked for, by a button or by Esc twice: silence, at the table too."""
        if self._beamer.mode is not BeamerMode.SHOW:
            self.stop()

    def _failed(self) -> None:
        self._desk.notice(
            self._desk.texts.t("Reading aloud stopped: this computer’s voice does not answer. Try again in a moment.")
        )
