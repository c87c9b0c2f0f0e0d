"""A voice of the computer itself, by Qt's text to speech. Nothing goes over the internet.

Qt's module is imported when somebody first wants to hear something. Where it, its plugin, or a voice for the language
is missing, there is no voice, and that is no error.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, Signal
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

PLACES = {"nl": ("nl_NL", "nl_BE"), "en": ("en_GB", "en_US")}
"""Which voice of a language is taken first."""

RATES = {"slow": -0.3, "normal": 0.0, "quick": 0.35}
"""How fast, from -1 to 1, for each of the settings' speeds."""

QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false"
"""Qt’s sound and camera would complain on standard error about libraries that are not used here."""


class Speaker(QObject):
    """Speaks sentences, one text at a time; a new one takes the place of what is being said.

    `speaking_changed` comes when it begins and ends. `failed` comes when the voice stops by a fault of its own.
    """

    speaking_changed = Signal(bool)
    failed = Signal()

    def __init__(
        self, speed: str = "normal", engines: Sequence[str] | None = None, parent: QObject | None = None
    ) -> None:
        """``engines``: names of Qt's speech engines to choose from; None for those of this system."""
        super().__init__(parent)
        self._speed = speed
        self._engines = engines
        self._made: dict[str, QTextToSpeech] = {}
        self._voice: QTextToSpeech | None = None
        self._speaking = False
        self._begun = False  # the voice was heard since the last text

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._speaking

    def set_speed(self, speed: str) -> None:
        """How fast, a key of `RATES`; from the next text on, or at once where the system can."""
        self._speed = speed
        if self._voice is not None:
            self._voice.setRate(RATES[speed])

    def voice_for(self, language: str) -> tuple[str, QLocale] | None:
        """The engine and locale that speak a language (``nl``, ``en``), or None. Asks the system anew each time."""
        wanted = QLocale(language).language()
        for name in self._names():
            voice = self._engine(name)
            found = [locale for locale in voice.availableLocales() if locale.language() == wanted] if voice else []
            if found:
                order = PLACES.get(language, ())
                best = min(found, key=lambda one: order.index(one.name()) if one.name() in order else len(order))
                return name, best
        return None

    def say(self, sentences: Sequence[str], language: str) -> bool:
        """Say these sentences. False when there is no voice for the language: then nothing is said."""
        self.stop()
        found = self.voice_for(language)
        if found is None:
            return False
        name, locale = found
        voice = self._voice = self._made[name]
        voice.setLocale(locale)
        voice.setRate(RATES[self._speed])
        self._begun = False
        self._set(True)
        voice.say(" ".join(sentences).replace("<", " ").replace(">", " "))  # Windows takes a text with < for markup
        return True

    def stop(self) -> None:
        """Silence, at once."""
        voice, self._voice = self._voice, None
        if voice is not None:
            from PySide6.QtTextToSpeech import QTextToSpeech

            voice.stop(QTextToSpeech.BoundaryHint.Immediate)
        self._set(False)

    def close(self) -> None:
        """Silence, and no engine is kept any more."""
        self.stop()
        for engine in self._made.values():
            Shiboken.delete(engine)
        self._made.clear()

    def _names(self) -> Sequence[str]:
        QLoggingCategory.setFilterRules(QUIET)
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # not installed, or a library of the system is missing
            return ()
        if self._engines is not None:
            return self._engines
        return [name for name in QTextToSpeech.availableEngines() if name != "mock"]

    def _engine(self, name: str) -> QTextToSpeech | None:
        """An engine that is ready; one that is not is made anew the next time, as a voice may have come by then."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        made = self._made.get(name)
        if made is None:
            made = QTextToSpeech(name, self)
            made.stateChanged.connect(self._changed)
            self._made[name] = made
        if made.state() is QTextToSpeech.State.Error:
            self._made.pop(name).deleteLater()
            return None
        return made

    def _changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._voice is None or self.sender() is not self._voice:
            return
        if state is QTextToSpeech.State.Error:
            self._voice = None
            self._set(False)
            self.failed.emit()
        elif state is not QTextToSpeech.State.Ready:
            self._begun = True
        elif self._begun:  # a late word about the text before this one does not count
            self._voice = None
            self._set(False)

    def _set(self, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self.speaking_changed.emit(speaking)
