"""All cards, of all decks: search, look at one as the room will see it, pick a hand for a workshop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gogrow.content.finding import Wanted
from gogrow.content.library import CardEntry, Library
from gogrow.domain.board import Board
from gogrow.domain.rules import hand
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cards.bars import CardsBar
from gogrow.ui.cards.filters import Filters
from gogrow.ui.cards.found import FoundCards
from gogrow.ui.cards.hand_panel import HandPanel
from gogrow.ui.cards.shown_card import ShownCard
from gogrow.ui.cards.words import Seen, seen_in
from gogrow.ui.desk import Desk
from gogrow.ui.pages import running

if TYPE_CHECKING:
    from gogrow.domain.deck import Deck
    from gogrow.store.workspace import Workspace

SOON = 80
"""Milliseconds after a key until the card follows that the list shows first: typing comes before painting it."""
WIDE = 1640
"""From this width of the page on, the hand has a column of its own."""


class CardsPage(QWidget):
    """With a workshop it picks the hand, without one it only shows. `leave` goes back to where one came from.

    `edit_asked` brings what a card of the user's own is known by; `copy_asked` what the chosen cards are known by.
    """

    leave = Signal()
    go = Signal(str)
    edit_asked = Signal(str)
    copy_asked = Signal(list)  # list[str]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._library: Library | None = None
        self._before: dict[str, dt.date | None] = {}
        self._seen = Seen()
        self._current = ""  # what the card that is shown is known by
        self.setProperty("ground", "paper")
        self.top = CardsBar(desk)
        self.filters = Filters(desk)
        self.found = FoundCards(desk)
        self.search, self.list, self.model = self.found.search, self.found.list, self.found.model
        self.shown = ShownCard(desk)
        self._hand: HandPanel | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._show_card)
        self._lay_out()
        self._connect()
        self._show_hand()
        self._sift()
        desk.follow_deck(self._deck_read)

    # ------------------------------------------------------------------ how it lies

    def _lay_out(self) -> None:
        self._right = QFrame()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.shown, 3)
        self._right_column = right
        self._beside = beside = QHBoxLayout()
        beside.setContentsMargins(18, 14, 18, 14)
        beside.setSpacing(14)
        beside.addWidget(self.filters)
        beside.addWidget(self.found, 1)
        beside.addWidget(self._right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(beside, 1)

    @property
    def hand(self) -> HandPanel:
        """The hand; made for the first workshop."""
        if self._hand is None:
            made = self._hand = HandPanel(self._desk)
            made.ordered.connect(self._order)
            made.removed.connect(self._take_out)
            made.chosen.connect(self._look_at)
            self._place_hand(made)
        return self._hand

    def _place_hand(self, panel: HandPanel) -> None:
        """Below the card, or in a wide window beside it."""
        wide = self.width() >= WIDE
        if wide and self._beside.indexOf(panel) < 0:
            self._beside.addWidget(panel)
        elif not wide and self._right_column.indexOf(panel) < 0:
            self._right_column.addWidget(panel, 2)
        own = 330 + round(90 * (self._desk.theme.size("font.text") / 15.5 - 1) + max(0, self.width() - 1280) / 10)
        panel.setMinimumWidth(own if wide else 0)
        panel.setMaximumWidth(own if wide else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sides are as wide as their letters need and the screen allows."""
        super().resizeEvent(event)
        large, room = self._desk.theme.size("font.text") / 15.5 - 1, max(0, self.width() - 1280)
        wide = self.width() >= WIDE
        self.filters.setFixedWidth(238 + round(90 * large + min(80, room / 10)))
        right = 396 + round(60 * large + room / (5 if wide else 3))
        self._right.setFixedWidth(right)
        self.shown.fit(right, self.height() - 104)
        if self._hand is not None:
            self._place_hand(self._hand)

    def _connect(self) -> None:
        self.top.leave.connect(self.leave)
        self.filters.changed.connect(self._sift)
        self.found.sought.connect(self._sift)
        self.found.cleared.connect(self.clear)
        self.found.taken.connect(self.take)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_card())
        self.list.painted.connect(self._complete)
        self.list.starred.connect(self.toggle_star)
        self.found.bar.taken.connect(self.take)
        self.found.bar.copied.connect(lambda: self.copy_asked.emit([entry.ref for entry in self.chosen()]))
        self.found.bar.printing.connect(self.print_chosen)
        self.shown.starred.connect(lambda _: self.toggle_star(only_current=True))
        self.shown.editing.connect(lambda: self.edit_asked.emit(self._current))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.found.seek)

    # ------------------------------------------------------------------ showing

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """The hand of this workshop is picked from now on; without one there is none."""
        if live is not self._live:
            if self._live is not None:
                self._live.changed.disconnect(self._changed)
            if live is not None:
                live.changed.connect(self._changed)
            self._live, self._before = live, {}
            self.filters.set_workshop(there=live is not None)
            self.shown.speak(self._language())
        if live is not None:
            self._ask_played(live)
        self._show_hand()
        self._tell_rows()
        self._sift()
        self._show_card()  # its hint may be for her only now
        self.search.setFocus()

    def refresh_screens(self) -> None:
        """The screens changed: a hint is covered, or not any more."""
        self._show_card()

    @property
    def complete(self) -> bool:
        """Whether all is on the screen that comes after the list."""
        return self.filters.made and not self._soon.isActive()

    def _complete(self) -> None:
        """The first row is on the screen: now the rest."""
        self.list.painted.disconnect(self._complete)
        QTimer.singleShot(0, self.filters, self.filters.complete)
        self.list.scrollTo(self.list.currentIndex())  # where one was before the page had its size

    def _ask_played(self, live: LiveWorkshop) -> None:
        id = live.id

        def ask(workspace: Workspace) -> Any:
            from gogrow.store.played import played_with_team

            return played_with_team(workspace, id)

        def answer(found: dict[str, dt.date | None]) -> None:
            if self._live is not None and self._live.id == id and found != self._before:
                self._before = found
                self._tell_rows()
                self._sift()

        if self._desk.has_workspace:
            self._desk.workspace.ask(ask, answer)

    def _deck_read(self, _: Deck) -> None:
        if self._desk.decks is None or self._desk.decks.library is self._library:
            return
        self._library = self._desk.decks.library
        self.filters.show_library(self._library)
        self._show_hand()
        self._sift()

    @property
    def covered(self) -> bool:
        """Whether the room may look along: then no step that could be undone is called by its name."""
        return self._desk.looked_along

    @property
    def _picks(self) -> bool:
        """Whether there is a workshop that may have a hand: not one that was tidied up."""
        return self._live is not None and self._live.workshop.summary is None

    def _changed(self, workshop: Workshop) -> None:
        if self._live is None or workshop.id != self._live.id or not self.isVisible():
            return  # what is not seen is shown anew when it is
        self._show_hand()
        self._tell_rows()
        if self.filters.wanted("").fresh:
            self._sift()

    def _show_hand(self) -> None:
        live = self._live
        if self._picks or self._hand is not None:
            self.hand.setVisible(self._picks)
        self.top.show_workshop(live.workshop if live is not None else None)
        if live is not None and self._picks:
            self.hand.show_workshop(live.workshop, self._library)

    def _tell_rows(self) -> None:
        self._seen = seen_in(self._live.workshop if self._live is not None else None, self._before)
        self.model.show_about(self._language(), self._seen, frozenset(self._desk.settings.favourites))
        self._show_chosen()

    def _language(self) -> str:
        """Cards are read in the language in which they will be played."""
        return self._live.workshop.details.language if self._live is not None else self._desk.texts.language

    def _sift(self) -> None:
        """Show what is looked for; the card that was shown stays, if it is still there."""
        library, t = self._library, self._desk.texts.t
        if library is None:
            self.found.show_count(0, whole=True, why=t("The cards are on their way…"))
            return
        wanted = self.filters.wanted(self.search.text())
        found = library.finder.find(wanted, self._desk.settings.favourites, self._seen.played)
        chosen = self.chosen()
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        self.model.show_cards(library, found)
        selection.blockSignals(blocked)
        self.found.keep(self._current, chosen)
        self.found.show_count(len(found), whole=wanted == Wanted(), why=t("No card fits all that you ask."))
        self._show_chosen()
        if found:
            self._soon.start()
        else:
            self._show_card()

    def _show_card(self) -> None:
        self._soon.stop()
        entry = self.model.entry(self.list.currentIndex().row())
        self._current = entry.ref if entry is not None else self._current
        star = entry is not None and entry.ref in self._desk.settings.favourites
        self._show_entry(entry, star=star)

    def _show_entry(self, entry: CardEntry | None, *, star: bool) -> None:
        covered = self.covered and self._live is not None and running(self._live.workshop)
        self.shown.show_entry(self._library, entry, self._board(), star=star, covered=covered)

    def _board(self) -> Board | None:
        return self._live.workshop.board if self._live is not None else None

    def _show_chosen(self) -> None:
        texts, chosen = self._desk.texts, self.chosen()
        words = texts.n("{count} card", "{count} cards", self.model.rowCount()) if self._library else ""
        if len(chosen) > 1:
            words += " · " + texts.n("{count} chosen", "{count} chosen", len(chosen))
        self.found.count.setText(words)
        inside = bool(chosen) and all(entry.play_id in self._seen.hand for entry in chosen)
        self.found.bar.show_chosen(len(chosen), workshop=self._picks, inside=inside)

    def chosen(self) -> list[CardEntry]:
        """The cards that are chosen in the list, from the top."""
        return self.found.chosen()

    # ------------------------------------------------------------------ doing

    def clear(self) -> None:
        """Look for nothing in particular any more."""
        self.search.clear()
        self.filters.clear()
        self.search.setFocus()

    def take(self) -> None:
        """Put what is chosen in the hand, at its end; what is in it already goes out when all of it is."""
        live, library, chosen = self._live, self._library, self.chosen()
        if live is None or library is None or not chosen or not self._picks:
            return
        ids = {entry.play_id for entry in chosen}
        if ids <= {card.id for card in live.workshop.hand}:
            live.do(hand.take_out, ids)
            return
        language = live.workshop.details.language
        cards = [hand.hand_card(library.shown(entry, language), entry.kind, entry.play_id) for entry in chosen]
        live.do(hand.add, cards)

    def toggle_star(self, *, only_current: bool = False) -> None:
        """Give the chosen cards a star; take it away when all have one."""
        settings, entry = self._desk.settings, self.model.entry(self.list.currentIndex().row())
        chosen = [entry] if only_current and entry is not None else self.chosen()
        if not chosen:
            return
        on = not all(one.ref in settings.favourites for one in chosen)
        for one in chosen:
            settings.star(one.ref, on)
        settings.save()
        self._tell_rows()
        if self.filters.wanted("").favourites:
            self._sift()
        self._show_card()

    def print_chosen(self) -> None:
        """Ask how the chosen cards are printed."""
        from gogrow.ui.cards.print_dialog import PrintCards

        library, language = self._library, self._language()
        if library is None:
            return
        cards = [library.shown(entry, language) for entry in self.chosen()]
        dialog = PrintCards(self._desk, self.window(), cards, library.deck)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def place(self) -> tuple[str, Mapping[str, object], str]:
        """What is looked for, and the card that is shown."""
        return self.search.text(), self.filters.chosen(), self._current

    def go_on(self, place: tuple[str, Mapping[str, object], str]) -> None:
        """Look for the same again, and show the same card."""
        words, chosen, self._current = place
        self.search.setText(words)
        self.filters.choose(chosen)
        self._sift()

    def choose(self, ref: str) -> None:
        """Show this card; what hides it in the list is cleared."""
        if self.model.row_of(ref) < 0:
            self._current = ref
            self.clear()
        if (at := self.model.row_of(ref)) >= 0:
            self.list.choose_row(at)

    def _look_at(self, id: str) -> None:
        """Show a card of the hand, without changing what is looked for."""
        entry = self._library.played_as(id) if self._library is not None else None
        if entry is None:
            return
        if (at := self.model.row_of(entry.ref)) >= 0:
            self.list.choose_row(at)
        else:
            star = entry.ref in self._desk.settings.favourites
            self._current = entry.ref
            self._show_entry(entry, star=star)

    def _order(self, ids: list[str]) -> None:
        if self._live is not None:
            self._live.do(hand.reorder, ids)

    def _take_out(self, id: str) -> None:
        if self._live is not None:
            self._live.do(hand.take_out, (id,))
