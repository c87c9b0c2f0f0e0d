"""What the pages about cards ask of each other: from looking to writing, sending a deck and taking one in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from gogrow.ui.desk import Desk

if TYPE_CHECKING:
    from gogrow.domain.deck import AnyCard
    from gogrow.ui.cards.editor import EditorPage
    from gogrow.ui.cards.page import CardsPage
    from gogrow.ui.window import MainWindow


def join(window: MainWindow, name: str, page: QWidget) -> None:
    """Connect a page that was just made, when it is one about cards."""
    if name == "cards":
        looking = cast("CardsPage", page)
        looking.edit_asked.connect(lambda ref: writing(window).edit(ref))
        looking.copy_asked.connect(lambda refs: writing(window).copy(refs))
        looking.top.writing.connect(lambda: writing(window))
        looking.top.bringing.connect(lambda what: bring(window, what))
    if name == "writing":
        made = cast("EditorPage", page)
        made.list.deck_asked.connect(lambda what: _of_deck(window, made, what))
        made.empty.bringing.connect(lambda: bring(window, "take_in"))
        made.history_changed.connect(window.refresh_actions)


def writing(window: MainWindow) -> EditorPage:
    """Go and write."""
    window.show_page("writing")
    return cast("EditorPage", window.pages["writing"])


def bring(window: MainWindow, what: str) -> None:
    """Take in a deck (``take_in``) or a spreadsheet (``table``), or make a template for one (``template``)."""
    desk = window.desk

    def taken(deck: str) -> None:
        writing(window).open_deck(deck)

    if what == "take_in":
        from gogrow.ui.cards.receive import choose_pack

        choose_pack(desk, window, taken)
    else:
        from gogrow.ui.cards.table_import import choose_table, make_template

        choose_table(desk, window, taken) if what == "table" else make_template(desk, window)


def take_in(window: MainWindow, file: Path) -> None:
    """Look inside a packed deck that was opened or dropped."""
    from gogrow.ui.cards.receive import receive

    window.desk.when_deck(lambda _: receive(window.desk, window, file, lambda deck: writing(window).open_deck(deck)))


def _of_deck(window: MainWindow, page: EditorPage, what: str) -> None:
    acts: dict[str, Callable[[], None]] = {
        "send": lambda: _send(window.desk, window, page.deck),
        "print": lambda: _print(window.desk, window, page.deck),
    }
    if what in acts:
        acts[what]()
    elif what in ("take_in", "table", "template"):
        bring(window, what)


def _send(desk: Desk, window: QWidget, deck: str) -> None:
    from gogrow.ui.cards.send import SendDeck

    own = desk.decks.library.own_deck(deck) if desk.decks is not None else None
    if own is not None:
        dialog = SendDeck(desk, window, own)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _print(desk: Desk, window: QWidget, deck: str) -> None:
    from gogrow.ui.cards.print_dialog import PrintCards

    if desk.decks is None:
        return
    library, language = desk.decks.library, desk.texts.language
    cards: list[AnyCard] = [library.shown(entry, language) for entry in library.entries if entry.deck == deck]
    dialog = PrintCards(desk, window, cards, library.deck)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
