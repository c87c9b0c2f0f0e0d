"""What can be done with own decks and with copies of cards: each a question, then work off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gogrow.content.library import CardEntry
from gogrow.content.own_writing import Head
from gogrow.domain.deck import CardKind
from gogrow.live.card_keeping import CardStep
from gogrow.live.decks import LiveDecks
from gogrow.live.while_there import WhileThere
from gogrow.ui.cards.card_names import deck_name
from gogrow.ui.cards.deck_dialogs import AboutDeck, CopyDeck, DeckDialog, IntoDeck, NameDeck
from gogrow.ui.desk import Desk

_Asked = TypeVar("_Asked", bound=DeckDialog)


class DeckActions(QObject):
    """Asks, and lets it be done. `opened` brings the deck that is to be shown now, `refused` what the disk said."""

    opened = Signal(str)
    copied = Signal(object)  # tuple[CardStep, ...]
    removed = Signal(str, str, object)  # id and name of a deck, and where its folder went
    refused = Signal(object)  # Exception

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._alive = WhileThere(self)

    @property
    def decks(self) -> LiveDecks:
        """The decks; they are read by now."""
        assert self._desk.decks is not None
        return self._desk.decks

    def named(self, id: str) -> str:
        """What a deck is called in the program's language."""
        deck = self.decks.library.any_deck(id)
        return deck_name(deck.name, self._desk.texts) if deck is not None else id

    def own(self) -> list[tuple[str, str]]:
        """The own decks, as id and name."""
        return [(own.id, deck_name(own.deck.name, self._desk.texts)) for own in self.decks.library.own]

    def new(self, then: Callable[[str], None] | None = None) -> NameDeck:
        """Ask for a name and make a deck; ``then`` gets its id."""
        dialog = NameDeck(self._desk, self._page, "" if self.own() else self._desk.texts.t("My cards"))
        return self._ask(dialog, lambda: self._make(dialog.head, (), then))

    def copy_deck(self, id: str = "") -> CopyDeck:
        """Ask which deck, and make an own version of all its cards."""
        library = self.decks.library
        counts: dict[str, int] = {}
        for entry in library.entries:
            counts[entry.deck] = counts.get(entry.deck, 0) + 1
        decks = [(deck.id, deck_name(deck.name, self._desk.texts)) for deck in library.shipped]
        listed = [(one, name, counts[one]) for one, name in [*decks, *self.own()] if one in counts]
        dialog = CopyDeck(self._desk, self._page, listed)
        if id in counts:
            dialog.choose(id)
        return self._ask(dialog, lambda: self._make(dialog.head, self._entries(dialog.deck), None))

    def about(self, id: str) -> AboutDeck | None:
        """Show and change what an own deck says about itself."""
        own = self.decks.library.own_deck(id)
        if own is None:
            return None
        deck = own.deck
        dialog = AboutDeck(self._desk, self._page, Head(deck.name, deck.author, deck.licence, deck.sources))
        return self._ask(dialog, lambda: self.decks.describe(id, dialog.head))

    def remove(self, id: str) -> None:
        """Take an own deck away; it can come back."""
        name = self.named(id)
        self.decks.remove(id, self._alive(lambda trashed: self.removed.emit(id, name, trashed)))

    def bring_back(self, id: str, trashed: Path) -> None:
        """Bring a deck back that was taken away."""
        self.decks.bring_back(trashed, id, self._alive(lambda _: self.opened.emit(id)))

    def folder(self, id: str) -> None:
        """Show where a deck is."""
        own = self.decks.library.own_deck(id)
        if own is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(own.folder)))

    def copy_cards(self, refs: Sequence[str], chosen: str) -> IntoDeck | None:
        """Ask into which deck, and make own versions of these cards there."""
        found = [self.decks.library.entry(ref) for ref in refs]
        entries = [entry for entry in found if entry is not None]
        if not entries:
            return None
        dialog = IntoDeck(self._desk, self._page, self.own(), chosen, len(entries))

        def go() -> None:
            if dialog.deck:
                self.copy_into(dialog.deck, entries)
            else:
                self._make(dialog.head, (), lambda id: self.copy_into(id, entries))

        return self._ask(dialog, go)

    def copy_into(self, deck: str, entries: Sequence[CardEntry]) -> None:
        """Make own versions of these cards in this deck."""

        def done(made: list[tuple[CardKind, str, Any]]) -> None:
            self.copied.emit(tuple(CardStep((deck, kind, id), {}, cards) for kind, id, cards in made))

        self.decks.copy(deck, entries, self._alive(done), self._alive(self.refused.emit))

    def own_icon(self, deck: str, then: Callable[[str], None]) -> None:
        """Ask for a file and copy it to the deck; ``then`` gets the icon's name."""
        texts = self._desk.texts
        title = texts.t("An icon of your own")
        name, _ = QFileDialog.getOpenFileName(self._page, title, str(Path.home()), "SVG, PNG (*.svg *.png)")
        if name:
            self.take_icon(deck, Path(name), then)

    def take_icon(self, deck: str, file: Path, then: Callable[[str], None]) -> None:
        """Look at an icon and copy it to the deck."""
        folder = self.decks.folder / deck

        def work() -> str:
            from gogrow.content.own_icons import add_icon

            return add_icon(folder, file)

        self.decks.run(work, self._alive(then), self._alive(self.refused.emit), deck=deck)

    def _entries(self, deck: str) -> list[CardEntry]:
        return [entry for entry in self.decks.library.entries if entry.deck == deck]

    def _make(self, head: Head, entries: Sequence[CardEntry], then: Callable[[str], None] | None) -> None:
        def done(id: str) -> None:
            self.opened.emit(id)
            if then is not None:
                then(id)

        self.decks.make(head, entries, self._alive(done))

    def _ask(self, dialog: _Asked, go: Callable[[], None]) -> _Asked:
        dialog.accepted.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
