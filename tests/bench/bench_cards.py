"""All cards, 10,000 of them: opening the page against a bare list of the same titles, and each key of a search.

The floor is a QListView with the titles in Qt's own string list model, in a window of the same size. Both are painted:
the instant is the one after the first row is on the (offscreen) screen. A key is typed, sifted and painted.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from gogrow.content.decks import deck_folders, read_deck
from gogrow.content.finding import title_of
from gogrow.content.library import Library, OwnDeck
from gogrow.domain.deck import Deck
from gogrow.texts import Texts
from gogrow.ui import look
from gogrow.ui.cards.page import CardsPage
from gogrow.ui.desk import Desk
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts
from tests.bench import figure

CARDS, ROUNDS, GOAL = 10_000, 15, 4.0
TYPED = ("de nieuwe machine", "nacht", "collega", "zorg", "xyz")


def library() -> Library:
    """The decks that ship, and one of a user's own that makes it so many cards."""
    shipped = tuple(map(read_deck, deck_folders()))
    source = next(deck for deck in shipped if deck.dilemmas.get("nl"))
    wanted = CARDS - len(Library(shipped).entries)
    many = {}
    for language, cards in source.dilemmas.items():
        made = (cards[at % len(cards)] for at in range(wanted))
        many[language] = tuple(replace(one, id=f"card-{at}", title=f"{one.title} {at}") for at, one in enumerate(made))
    deck = Deck("many", {"nl": "Veel", "en": "Many"}, "", "", (), ("nl", "en"), None, (), {}, {}, {}, dilemmas=many)
    found = Library(shipped, (OwnDeck(Path("many"), deck),))
    found.prepare()  # as the thread does that reads the decks
    assert len(found.entries) == CARDS
    return found


class _Eye(QObject):
    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint."""
        self.seen = self.seen or event.type() is QEvent.Type.Paint
        return False


def shown(app: QApplication, window: QWidget, rows: QListView) -> None:
    """Show a window until its list is painted."""
    eye = _Eye()
    rows.viewport().installEventFilter(eye)
    window.resize(1280, 720)
    window.show()
    while not eye.seen:
        app.processEvents()


def opened(app: QApplication, make: Callable[[], tuple[QWidget, QListView]]) -> float:
    """Seconds until the first row is there; what comes after that, and going away, is not in them."""
    start = time.perf_counter()
    window, rows = make()
    shown(app, window, rows)
    taken = time.perf_counter() - start
    app.processEvents()
    window.hide()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return taken


@contextmanager
def desk(app: QApplication, cards: Library) -> Iterator[Desk]:
    """A desk whose decks are read."""
    owner = QObject()
    made = Desk(Texts("nl"), Settings(), lambda: dt.datetime.now(dt.UTC), None, None, lambda: cards, owner)
    made.start_deck()
    while made.decks is None:
        app.processEvents()
    yield made
    made.close()


def main() -> None:
    """Print both figures."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    load_fonts()
    cards = library()
    titles = [title_of(entry.card("nl")) for entry in cards.entries]
    with desk(app, cards) as made:
        look.wear(app, made.theme)

        def ours() -> tuple[QWidget, QListView]:
            page = CardsPage(made)
            page.show_workshop(None)
            return page, page.list

        def floor() -> tuple[QWidget, QListView]:
            rows = QListView()
            rows.setUniformItemSizes(True)
            rows.setModel(QStringListModel(titles, rows))
            return rows, rows

        found: dict[str, list[float]] = {"ours": [], "floor": []}
        for number in range(ROUNDS + 1):
            for name, make in (("ours", ours), ("floor", floor)):
                taken = opened(app, make)
                if number:  # the first does not count
                    found[name].append(taken)
        first, least = (statistics.median(found[name]) for name in ("ours", "floor"))
        figure.say(f"cards_{CARDS}_open", first, least, GOAL)
        page = CardsPage(made)
        page.show_workshop(None)
        shown(app, page, page.list)
        times = []
        for words in TYPED:
            page.search.clear()
            for length in range(1, len(words) + 1):
                start = time.perf_counter()
                page.search.setText(words[:length])
                page.list.viewport().repaint()
                times.append(time.perf_counter() - start)
        figure.say(f"cards_{CARDS}_key_median", statistics.median(times))
        figure.say(f"cards_{CARDS}_key_worst", max(times))
        page.hide()
        page.deleteLater()


if __name__ == "__main__":
    main()
