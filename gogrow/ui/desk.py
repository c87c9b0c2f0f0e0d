"""The parts that every page is given: words, look, settings, the open file, the beamer, the deck.

One object, made by `gogrow.app` and passed on by the frame; a page keeps it and looks things up in it when it needs
them. Words and look do not change under a page: after such a choice the frame makes its pages anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gogrow.texts import Texts
from gogrow.ui.settings import Settings
from gogrow.ui.theme import Theme, load_theme

if TYPE_CHECKING:
    import random

    from PySide6.QtWidgets import QMenu

    from gogrow.content.library import Library
    from gogrow.domain.deck import Deck
    from gogrow.domain.ids import NewId
    from gogrow.live.beamer import Beamer
    from gogrow.live.decks import LiveDecks
    from gogrow.live.jobs import Job, Progress
    from gogrow.live.workspace import LiveWorkspace
    from gogrow.ui.aloud import Aloud


class Desk(QObject):
    """What a page may use. ``texts`` speaks the program's language, not the workshop's.

    ``now`` gives the instant in UTC. ``menus`` are the window's own, for the menu behind the three dots of a page's
    top bar. ``screens`` and ``beamer_window`` are None until the second window is there.
    """

    deck_ready = Signal(object)  # Deck, each time that there is another
    deck_failed = Signal(object)  # Exception
    workspace_changed = Signal()  # another file, or the first one
    beamer_theme_changed = Signal(object)  # Theme
    beamer_size_changed = Signal(float)  # how many times larger the beamer's text is
    look_changed = Signal()  # theme, language or size of the letters: the frame makes its pages anew
    handed_over = Signal()  # participants get the laptop: what only the facilitator may see goes away
    noticed = Signal(str)  # a calm line for the bar at the top

    def __init__(
        self,
        texts: Texts,
        settings: Settings,
        now: Callable[[], dt.datetime],
        new_id: NewId | None,
        source: random.Random | None,
        load_library: Callable[[], Library],
        parent: QObject | None = None,
    ) -> None:
        """Take the parts; None for ``new_id`` and ``source`` is the system's own chance, imported when it is needed.

        ``load_library`` is called later, in a thread of its own.
        """
        super().__init__(parent)
        self.texts = texts
        self.settings = settings
        self.now = now
        self.theme: Theme = sized_theme(settings.theme, settings.text_size)
        self._beamer_theme: Theme | None = None
        self.menus: list[QMenu] = []
        self.screens: Any = None
        self.beamer_window: Any = None
        self.alone = False  # the facilitator said that only she sees this screen; until the screens change
        self.deck: Deck | None = None  # all decks as one to play from
        self.decks: LiveDecks | None = None
        self._new_id = new_id
        self._source = source
        self._load_library = load_library
        self._deck_job: Job | None = None
        self._waiting: list[Callable[[Deck], None]] = []
        self._workspace: LiveWorkspace | None = None
        self._beamer: Beamer | None = None
        self._aloud: Aloud | None = None

    @property
    def looked_along(self) -> bool:
        """Whether the room may be looking at this screen: there is one, or both show the same."""
        return self.screens is not None and bool(self.screens.mirrored_or_single) and not self.alone

    @property
    def new_id(self) -> NewId:
        """Gives a fresh id each time it is called."""
        if self._new_id is None:
            from gogrow.domain.ids import random_ids

            self._new_id = random_ids()
        return self._new_id

    @property
    def source(self) -> random.Random:
        """For drawing by lot."""
        if self._source is None:
            from random import SystemRandom

            self._source = SystemRandom()
        return self._source

    @property
    def beamer(self) -> Beamer:
        """What the beamer shows. Made when it is asked for: the first picture does without."""
        if self._beamer is None:
            from gogrow.live.beamer import Beamer

            self._beamer = Beamer(self.now, self)
        return self._beamer

    @property
    def aloud(self) -> Aloud:
        """Reads aloud what the room sees. Made when it is asked for."""
        if self._aloud is None:
            from gogrow.ui.aloud import Aloud

            self._aloud = Aloud(self, self.beamer)
        return self._aloud

    @property
    def beamer_theme(self) -> Theme:
        """The look of the beamer, which is not that of the window."""
        if self._beamer_theme is None:
            self._beamer_theme = load_theme(self.settings.beamer_theme)
        return self._beamer_theme

    @property
    def workspace(self) -> LiveWorkspace:
        """The open file. Raises RuntimeError while there is none (before the first paint, or after a refusal)."""
        if self._workspace is None:
            raise RuntimeError("no workspace is open yet")
        return self._workspace

    @property
    def has_workspace(self) -> bool:
        """Whether a file is open and may be asked things."""
        return self._workspace is not None

    def adopt(self, workspace: LiveWorkspace | None) -> None:
        """Another file is open now, or none."""
        self._workspace = workspace
        self.workspace_changed.emit()

    def start_deck(self) -> None:
        """Read the decks in the background, once."""
        if self.deck is None and self._deck_job is None:
            from gogrow.live.jobs import Job

            load = self._load_library

            def work(_: Progress) -> Library:
                return load()

            self._deck_job = Job(work, self)
            self._deck_job.finished.connect(self._deck_read)
            self._deck_job.failed.connect(self._deck_not_read)
            self._deck_job.start()

    def follow_deck(self, slot: Callable[[Deck], None]) -> None:
        """Connect a method of a QObject to the deck as it is: now when it is there, and each time that it changes."""
        self.deck_ready.connect(slot)
        if self.deck is not None:
            slot(self.deck)
        else:
            self.start_deck()

    def when_deck(self, then: Callable[[Deck], None]) -> None:
        """Call ``then`` once with the deck: at once when it is there, else when it is."""
        if self.deck is not None:
            then(self.deck)
        else:
            self._waiting.append(then)
            self.start_deck()

    def set_theme(self, name: str) -> None:
        """Another theme for the windows of the facilitator."""
        self.settings.theme = name
        self._new_look()

    def set_text_size(self, size: float) -> None:
        """Larger or smaller letters in the windows of the facilitator."""
        self.settings.text_size = size
        self._new_look()

    def set_language(self, language: str) -> None:
        """Another language of the program; workshops keep theirs."""
        self.settings.language = language
        self.texts = Texts(language)
        self._new_look()

    def set_beamer_theme(self, name: str) -> None:
        """Another theme for the beamer."""
        self.settings.beamer_theme = name
        self.settings.save()
        self._beamer_theme = None
        self.beamer_theme_changed.emit(self.beamer_theme)

    def set_beamer_size(self, size: float) -> None:
        """Larger or normal text on the beamer."""
        self.settings.beamer_size = size
        self.settings.save()
        self.beamer_size_changed.emit(size)

    def set_speed(self, speed: str) -> None:
        """How quickly texts are read aloud."""
        self.settings.speed = speed
        self.settings.save()
        if self._aloud is not None:
            self._aloud.set_speed(speed)

    def silence(self) -> None:
        """Whatever is being read aloud stops."""
        if self._aloud is not None:
            self._aloud.stop()

    def notice(self, text: str) -> None:
        """Say a calm line in the bar at the top of the window. Plain text, already translated."""
        self.noticed.emit(text)

    def close(self) -> None:
        """Wait for the deck's thread and close the file; blocks until the last commit is on the disk."""
        if self._aloud is not None:
            self._aloud.close()
        if self._deck_job is not None:
            self._deck_job.wait()
        if self.decks is not None:
            self.decks.close()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def _new_look(self) -> None:
        self.settings.save()
        self.theme = sized_theme(self.settings.theme, self.settings.text_size)
        self.look_changed.emit()

    def _deck_read(self, library: Library) -> None:
        from gogrow import paths
        from gogrow.live.decks import LiveDecks

        self._deck_job = None
        self.decks = LiveDecks(library, paths.user_decks(), self)
        self.decks.changed.connect(self._deck_changed)
        self._deck_changed(library)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(library.deck)

    def _deck_changed(self, library: Library) -> None:
        self.deck = library.deck
        self.deck_ready.emit(library.deck)

    def _deck_not_read(self, error: Exception) -> None:
        self._deck_job = None
        self._waiting.clear()
        self.deck_failed.emit(error)


def sized_theme(name: str, size: float) -> Theme:
    """A theme with the letters of the windows ``size`` times as large; the beamer's measures stay as they are."""
    theme = load_theme(name)
    if size == 1.0:
        return theme
    measures = {key: value * size if key.startswith("font.") else value for key, value in theme.measures.items()}
    return replace(theme, measures=measures)
