"""The decks while the program runs: read off the GUI thread, watched for changes by hand, written one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal
from shiboken6 import Shiboken

from gogrow.content.deck_disk import DeckNotWritten
from gogrow.content.library import CardEntry, Library
from gogrow.content.own_writing import Head
from gogrow.domain.deck import AnyCard, CardKind, CardTheme, DilemmaCard
from gogrow.live.jobs import Job, Progress

if TYPE_CHECKING:
    from gogrow.live.card_drafts import CardDrafts

CALM = 200
"""Milliseconds without a change before the decks are read again: an editor writes a file in several goes."""
PATIENCE = 3_000
"""Milliseconds that a second program gets to finish its own change."""

DRAFTS = "card-drafts.json"
"""Where half-written cards are, beside the folder with decks."""

REMOVED = ".removed"
"""Where decks go that were taken away, beside the others."""

Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something to do. ``to_the_end``: whoever asked wants to know even when the program ends."""

    work: Callable[[], Any]
    done: Done | None
    refused: Done | None
    to_the_end: bool = False


class LiveDecks(QObject):
    """All decks as they are now. `changed` brings the next `Library`; `failed` what the disk refused.

    Every change is asked for, done in a thread, and followed by reading again; ``done`` is called with its result when
    the library is the new one. ``refused`` gets the exception instead of `failed`: a `Conflict`, `DeckNotWritten`, or
    what a function that was handed in raises.
    """

    changed = Signal(object)  # Library
    failed = Signal(object)  # Exception

    def __init__(self, library: Library, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` holds the user's decks; it need not be there."""
        super().__init__(parent)
        self.library = library
        self.folder = folder
        self._waiting: deque[_Asked] = deque()
        self._job: Job | None = None
        self._tell: Callable[[], None] | None = None  # the answer of the job
        self.closing = False
        self._drafts: CardDrafts | None = None
        self._closed = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self.refresh)
        self._watch()

    @property
    def busy(self) -> bool:
        """Whether something is being written or read."""
        return self._job is not None or bool(self._waiting) or self._calm.isActive()

    @property
    def drafts(self) -> CardDrafts:
        """Half-written cards; read when they are asked for."""
        if self._drafts is None:
            from gogrow.live.card_drafts import CardDrafts

            self._drafts = CardDrafts(self.folder.parent / DRAFTS, self.run)
        return self._drafts

    # ------------------------------------------------------------------ what may be asked

    def refresh(self) -> None:
        """Look at the disk again; `changed` comes when something is different."""
        self._ask(lambda: None, None, None)

    def save(
        self,
        deck: str,
        kind: CardKind,
        id: str,
        before: Mapping[str, AnyCard],
        after: Mapping[str, AnyCard],
        done: Done | None = None,
        refused: Done | None = None,
        *,
        over: bool = False,
    ) -> None:
        """Write a card of an own deck in the languages of ``after``; take it away without any.

        ``before`` is what the change was made from. A dilemma's theme comes along from whatever deck has it.
        """
        theme = self._theme(after.values())

        def work() -> None:
            from gogrow.content.own_writing import save_card

            save_card(self.folder / deck, kind, id, before, after, theme, over=over)

        self._ask(self._locked(deck, work), done, refused, to_the_end=True)

    def make(self, head: Head, entries: Sequence[CardEntry] = (), done: Done | None = None) -> None:
        """A new own deck, with own versions of these cards; ``done`` gets its id."""
        library = self.library

        def work() -> str:
            from gogrow.content import own_writing

            taken = [deck.id for deck in library.shipped]
            folder = own_writing.make_deck(self.folder, head, taken)
            if entries:
                own_writing.copy_cards(folder, library, entries)
            return folder.name

        self._ask(work, done, None)

    def add(self, deck: str, entries: Sequence[CardEntry], done: Done | None = None) -> None:
        """Put many new cards into an own deck at once."""
        library = self.library

        def work() -> None:
            from gogrow.content.own_writing import add_cards

            add_cards(self.folder / deck, library, entries)

        self._ask(self._locked(deck, work), done, None)

    def copy(
        self, deck: str, entries: Sequence[CardEntry], done: Done | None = None, refused: Done | None = None
    ) -> None:
        """Put own versions of these cards into an own deck; ``done`` gets a list of what was written.

        Each is (kind, id, cards by language); a card whose id is taken gets another one.
        """
        library = self.library

        def work() -> list[tuple[CardKind, str, Mapping[str, AnyCard]]]:
            from gogrow.content.own_writing import copy_cards

            return copy_cards(self.folder / deck, library, entries)

        self._ask(self._locked(deck, work), done, refused)

    def describe(self, deck: str, head: Head, done: Done | None = None) -> None:
        """Change what an own deck says about itself."""

        def work() -> None:
            from gogrow.content.own_writing import write_head

            write_head(self.folder / deck, head)

        self._ask(self._locked(deck, work), done, None)

    def remove(self, deck: str, done: Done | None = None) -> None:
        """Take an own deck away; ``done`` gets the folder that `bring_back` wants."""

        def work() -> Path:
            from gogrow.content.own_writing import remove_deck

            return remove_deck(self.folder / deck, self.folder / REMOVED)

        self._ask(self._locked(deck, work), done, None)

    def bring_back(self, trashed: Path, deck: str, done: Done | None = None) -> None:
        """Bring back an own deck that was taken away."""

        def work() -> None:
            from gogrow.content.own_writing import move_back

            move_back(trashed, self.folder / deck)

        self._ask(work, done, None)

    def run(
        self, work: Callable[[], Any], done: Done | None = None, refused: Done | None = None, *, deck: str = ""
    ) -> None:
        """Let ``work`` change files of own decks in the thread: an import, for instance.

        With ``deck``, the id of one, no other program changes that meanwhile.
        """
        self._ask(self._locked(deck, work) if deck else work, done, refused)

    def close(self) -> None:
        """Wait until what was asked is done, and what follows from it: nothing typed is lost by quitting. Blocks.

        The watcher ends here, in the thread that made it: Python may give the rest back from any other thread, and Qt
        does not survive that of a thing that listens to the system.
        """
        if self._closed:
            return
        self.closing = True
        self._calm.stop()
        while self._job is not None and self._tell is not None:
            self._job.wait()
            self._tell()
        self._closed = True
        Shiboken.delete(self._watcher)

    # ------------------------------------------------------------------ inside

    def _theme(self, cards: Iterable[AnyCard]) -> CardTheme | None:
        wanted = next((card.theme for card in cards if isinstance(card, DilemmaCard)), "")
        return self.library.deck.card_theme(wanted) if wanted else None

    def _locked(self, deck: str, work: Callable[[], Any]) -> Callable[[], Any]:
        """The same work while no other program changes this deck."""

        def locked() -> Any:
            lock = QLockFile(str(self.folder / f".{deck}.lock"))
            if not lock.tryLock(PATIENCE) and lock.error() is QLockFile.LockError.LockFailedError:
                raise DeckNotWritten("busy", self.folder / deck)  # a folder that is protected tells so itself
            try:
                return work()
            finally:
                lock.unlock()

        return locked

    def _ask(
        self, work: Callable[[], Any], done: Done | None, refused: Done | None, *, to_the_end: bool = False
    ) -> None:
        if not self._closed:
            self._waiting.append(_Asked(work, done, refused, to_the_end))
            self._next()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        asked, library, folder = self._waiting.popleft(), self.library, self.folder
        found: list[tuple[Any, Exception | None, Library]] = []

        def both(_: Progress) -> None:
            result, error, after = None, None, library
            try:
                result = asked.work()
            except Exception as raised:
                error = raised
            if not self.closing:
                try:
                    from gogrow.content.own_decks import read_again

                    after = read_again(library, folder)
                except Exception as raised:
                    error = error or raised
            found.append((result, error, after))

        def tell(_: object = None) -> None:
            if self._tell is not tell:
                return  # `close` could not wait for the signal
            self._tell = None
            result, error, after = found[0]
            self._done()
            if not self.closing:
                self._show(after)
            if not self.closing or asked.to_the_end:
                if error is not None:
                    (asked.refused or self.failed.emit)(error)
                elif asked.done is not None:
                    asked.done(result)
            self._next()

        self._tell = tell
        self._job = Job(both, self)
        self._job.finished.connect(tell)
        self._job.start()

    def _done(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None

    def _show(self, library: Library) -> None:
        before, self.library = self.library, library
        self._watch()  # what is new as well
        if library is not before:
            self.changed.emit(library)

    def _stir(self, _: str) -> None:
        if not self.closing:
            self._calm.start()

    def _watch(self) -> None:
        """Watch every folder and file that counts; a file that was replaced has to be watched anew."""
        if self._closed:
            return
        wanted = {str(self.folder)}
        for own in self.library.own:
            wanted.add(str(own.folder))
            wanted.update(str(own.folder / name) for name in ("deck.yaml", "cards.nl.yaml", "cards.en.yaml"))
        there = {*self._watcher.files(), *self._watcher.directories()}
        if there - wanted:
            self._watcher.removePaths(sorted(there - wanted))
        new = [path for path in sorted(wanted - there) if Path(path).exists()]
        if new:
            self._watcher.addPaths(new)
