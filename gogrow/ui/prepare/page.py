"""Preparing a workshop: one frame around the people, the programme and the details, and the try-out of the beamer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import Deck, Programme
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.paper import print_kit, print_plans
from gogrow.ui.prepare.bars import BottomBar, TopBar
from gogrow.ui.prepare.beamer_test import BeamerTest
from gogrow.ui.prepare.look_back_day import DRAFT, edit
from gogrow.ui.prepare.people_panel import PeoplePanel
from gogrow.ui.prepare.right_side import WIDE, RightSide
from gogrow.ui.prepare.words import hint_words

PREPARE, BEAMER, BEGIN = 1, 2, 3
"""The steps at the top."""


class PreparePage(QWidget):
    """What comes before a session. `leave` goes back to the list, `go` to the page that it names."""

    leave = Signal()
    go = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._step = PREPARE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ground", "paper")
        self.top = TopBar(desk)
        self.bottom = BottomBar(desk)
        self.people = PeoplePanel(desk)
        self.right = RightSide(desk)
        self.beamer = BeamerTest(desk)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(18, 16, 18, 14)
        beside.setSpacing(16)
        beside.addWidget(self.people, 1)
        beside.addWidget(self.right)
        self._pages = QStackedWidget()
        self._pages.addWidget(both)
        self._pages.addWidget(self.beamer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.bottom)
        self.top.leave.connect(self.leave)
        self.top.stepped.connect(self.show_step)
        self.top.titled.connect(self._retitle)
        self.top.half_titled.connect(self._half_title)
        self.bottom.print_kit.connect(self.print_room_kit)
        self.bottom.pick.connect(lambda: self.go.emit("cards"))
        self.bottom.back.connect(lambda: self.show_step(PREPARE))
        self.bottom.act.connect(self.act)
        self.people.said.connect(desk.notice)
        self.right.programmes.chosen.connect(self._choose)
        self.right.programmes.mixing.connect(self.mix_steps)
        desk.deck_failed.connect(self._no_deck)
        desk.follow_deck(self._deck_read)

    # ------------------------------------------------------------------ showing

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """Show this workshop from now on; None for none."""
        if self._live is not None and self._live is not live:
            self._live.changed.disconnect(self._show)
            self._live.history_changed.disconnect(self._history)
        if live is not None and self._live is not live:
            live.changed.connect(self._show)
            live.history_changed.connect(self._history)
            self._step = PREPARE
            self.top.title.renew()
        self._live = live
        self.people.attach(live)
        self.right.attach(live)
        if live is None:
            self.beamer.leave()
            return
        self._show(live.workshop)
        self.setFocus()

    def _show(self, workshop: Workshop) -> None:
        if self._live is None or workshop.id != self._live.id:
            return
        if workshop.details.setting == "two" and self._step == BEAMER:
            self._step = PREPARE
        self.top.show_workshop(workshop, workshop.draft(f"{DRAFT}title"), self._step)
        self.people.show_workshop(workshop)
        self.right.programmes.show_workshop(workshop)
        self.right.details.show_workshop(workshop)
        self.beamer.show_workshop(workshop)
        self._pages.setCurrentIndex(1 if self._step == BEAMER else 0)
        t = self._desk.texts.t
        try_it = self._step == PREPARE and workshop.details.setting != "two"
        tidied = workshop.summary is not None
        hint = hint_words(workshop, self._desk.texts) if self._step == PREPARE and not tidied else ""
        for made in (*self.top.steps[1:], self.right.programmes, self.bottom.kit, self.bottom.cards, self.bottom.next):
            made.setEnabled(not tidied)
        self.bottom.show_hand(workshop)
        self.bottom.show_step(self._step, hint, t("Try the beamer") if try_it else self._begin_words(workshop))

    def _begin_words(self, workshop: Workshop) -> str:
        t = self._desk.texts.t
        return t("Begin now") if workshop.stage.begun is None else t("Continue")

    def _history(self, _undo: object, _redo: object) -> None:
        if self._live is not None:
            self.people.show_workshop(self._live.workshop)

    def _deck_read(self, deck: Deck) -> None:
        self.right.programmes.show_deck(deck)

    def _no_deck(self, _: Exception) -> None:
        self.right.programmes.not_read()

    # ------------------------------------------------------------------ doing

    def show_step(self, step: int) -> None:
        """Go to one of the steps; the third begins the session."""
        live = self._live
        if live is None:
            return
        if step == BEGIN:
            self._begin(live.workshop)
            return
        if self._step == BEAMER and step != BEAMER:
            self.beamer.leave()
        self._step = step
        self._show(live.workshop)
        if step == BEAMER:
            self.beamer.enter()

    def act(self) -> None:
        """The next thing, as the big button says."""
        live = self._live
        if live is None:
            return
        two = live.workshop.details.setting == "two"
        if self._step == PREPARE and not two:
            self.show_step(BEAMER)
        else:
            self._begin(live.workshop)

    def mix_steps(self) -> None:
        """The steps of this session: take out, put in, change the order."""
        from gogrow.ui.prepare.run_editor import RunEditor

        if self._live is None or self._desk.deck is None:
            return
        editor = RunEditor(self._desk, self._live, self._desk.deck.programmes, self)
        editor.exec()
        editor.deleteLater()

    def print_room_kit(self) -> None:
        """The room kit as one PDF."""
        if self._live is not None:
            print_kit(self._desk, self, self._live)

    def print_papers(self) -> None:
        """Plans on paper; now they are mostly still empty, to write on."""
        if self._live is not None:
            print_plans(self._desk, self, self._live)

    def print_floor(self) -> None:
        """The board for the floor, in sheets to glue or on one page."""
        from gogrow.ui.prepare.floor_dialog import FloorDialog

        if self._live is None:
            return
        dialog = FloorDialog(self._desk, self, self._live.workshop)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a wide window programme and details stand side by side."""
        super().resizeEvent(event)
        self.right.set_wide(self.width() >= WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Names can be pasted wherever no text field takes them."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._step == PREPARE and self._live is not None:
            self.people.paste()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """On another page the beamer shows no test any more."""
        self.beamer.leave()
        super().hideEvent(event)

    def _begin(self, workshop: Workshop) -> None:
        self.beamer.leave()
        self.go.emit("table" if workshop.details.setting == "two" else "cockpit")
        if self._live is not None:
            self._step = PREPARE
            self._show(self._live.workshop)

    def _choose(self, programme: Programme) -> None:
        live, deck = self._live, self._desk.deck
        if live is None or deck is None:
            return
        if programme.id != live.workshop.details.programme:
            live.do(session.choose_programme, programme, deck.board or live.workshop.board)
        self._show(live.workshop)

    def _retitle(self, title: str) -> None:
        self._details("title", title=title.strip())

    def _half_title(self, text: str) -> None:
        if self._live is not None:
            self._live.draft(f"{DRAFT}title", text)

    def _details(self, name: str, **values: Any) -> None:
        live = self._live
        if live is not None:
            live.forget_draft(DRAFT + name)
            live.do(edit, DRAFT + name, **values)
