"""Sending a deck: who made it and what others may do with it are asked once; then it is one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gogrow.content.library import OwnDeck
from gogrow.content.own_writing import Head
from gogrow.ui.cards.deck_dialogs import AboutDeck
from gogrow.ui.desk import Desk


class SendDeck(AboutDeck):
    """Asks what the deck says about itself (kept in the deck, so it is asked once), then where, and packs it there."""

    def __init__(self, desk: Desk, parent: QWidget, own: OwnDeck) -> None:
        deck = own.deck
        super().__init__(desk, parent, Head(deck.name, deck.author, deck.licence, deck.sources), sending=True)
        self._desk, self._own = desk, own
        self.do.clicked.disconnect()
        self.do.clicked.connect(self._send)

    def _send(self) -> None:
        t, desk, decks = self._desk.texts.t, self._desk, self._desk.decks
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents) / f"{self._own.id}.gogrowdeck")
        chosen, _ = QFileDialog.getSaveFileName(self, t("Send this deck"), proposed, "GoGrow (*.gogrowdeck)")
        if not chosen or decks is None:
            return
        target = Path(chosen) if chosen.lower().endswith(".gogrowdeck") else Path(chosen + ".gogrowdeck")
        folder = self._own.folder

        def pack() -> None:
            from gogrow.content.pack import write_pack

            write_pack(folder, target)

        def packed(_: object) -> None:
            desk.notice(t("The deck is in {file}. Mail that file, or put it on a stick.", file=str(target)))

        def refused(error: Exception) -> None:
            desk.notice(trouble(desk, error))

        decks.describe(self._own.id, self.head, lambda _: decks.run(pack, packed, refused))
        self.accept()


def trouble(desk: Desk, error: Exception) -> str:
    """What a deck or the disk refused, as sentences. Raises what is neither."""
    from gogrow.content.deck_disk import DeckNotWritten
    from gogrow.content.deck_faults import DeckFaults

    if isinstance(error, DeckFaults):
        return "\n".join(fault.message(desk.texts) for fault in error.faults[:3])
    if isinstance(error, DeckNotWritten):
        return error.message(desk.texts)
    raise error
