"""A round in the cockpit's middle: the private board, and letters typed from paper slips.

Three ways in, mixed at will: a letter for who is on turn (the list moves on by itself), a click on a name and then
on the board for who stands on the floor, and dragging a pawn when the board is open. Blind unless she opens it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.board import About
from gogrow.domain.people import Participant, Presence
from gogrow.domain.room import named_pawn
from gogrow.domain.rules import people, placing, session
from gogrow.domain.workshop import Consent, Placement, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.cockpit.entry_head import EntryHead
from gogrow.ui.cockpit.entry_line import EntryLine
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import Notes, row

BESIDE = 1000
"""From this width on the notes stand beside the board, in pixels; below it a button brings them in its place."""


class EntryPane(QWidget):
    """The board that only the facilitator sees, with one line under it to type letters, and her notes."""

    laptop = Signal()  # participants want to place at the laptop themselves

    def __init__(self, desk: Desk, *, typing: bool = True) -> None:
        """Without ``typing`` pawns are only moved, and the board is open: there are no slips any more."""
        super().__init__()
        self._desk = desk
        self._typing = typing
        self._live: LiveWorkshop | None = None
        self._workshop: Workshop | None = None
        self._rounds: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._names_of: tuple[Participant, ...] | None = None
        self._person = ""
        self._by_itself = True  # the list came to this person, and nobody chose
        self._last = ""  # whose slip was typed before this one
        self._typed: dict[str, str] = {}  # the letters of this slip, by round
        self._round = ""
        t = desk.texts.t
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = EntryHead(desk)
        self._head.blind.setChecked(typing)
        self._head.blind.toggled.connect(lambda _: self._refresh())
        self._head.laptop.clicked.connect(self.laptop)
        self._board = BoardView(desk.theme, desk.texts)
        self._board.placed.connect(self._dropped)
        self._board.clicked.connect(self._clicked)
        title = t("Notes: only for you")
        self._notes, self._beside = Notes(desk.theme, title, "body"), Notes(desk.theme, title)
        self._notes.setProperty("panel", False)
        self._beside.setFixedWidth(300)
        self._swap = QStackedWidget()
        self._swap.addWidget(self._board)
        self._swap.addWidget(self._notes)
        self._head.notes.toggled.connect(lambda on: self._swap.setCurrentIndex(int(on)))
        self._line = EntryLine(desk)
        self._line.box.connect(self._choose_round)
        self._line.consent.connect(self._toggle_consent)
        self._line.whose.connect(self._choose_target)
        rule = QFrame()
        rule.setProperty("rule", True)
        frame = QFrame()
        frame.setProperty("panel", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._swap, 1)
        hint = label(t("Drag a pawn to move it. By keyboard: Tab chooses one, the arrows move it."), "muted", wrap=True)
        for part, seen in ((rule, typing), (self._line, typing), (hint, not typing)):
            column.addWidget(part)
            part.setVisible(seen)
        whole = row(spacing=12)
        whole.addWidget(frame, 1)
        whole.addWidget(self._beside)
        self.setLayout(whole)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notes beside the board where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= BESIDE
        self._beside.setVisible(wide and self._typing)
        if not self._typing:
            self._swap.setMaximumHeight(round(0.86 * self.width()))  # room for the words in all four corners
        if wide:
            self._head.notes.setChecked(False)
        self._head.offer(notes=not wide and self._typing, typing=self._typing)

    # ------------------------------------------------------------------ showing

    def show_round(self, live: LiveWorkshop, workshop: Workshop, rounds: tuple[str, ...]) -> None:
        """Show these rounds of the workshop; complete and idempotent."""
        self._live, self._workshop = live, workshop
        if rounds != self._rounds:
            self._rounds, self._round = rounds, ""
            shorts = [(id, workshop.board.round(id).short[self._desk.texts.language]) for id in rounds]
            self._line.set_rounds(shorts, workshop.board.skip)
        if self._names_of is not workshop.participants:
            self._names_of, self._names = workshop.participants, names_apart(workshop.participants)
        person = workshop.participant(self._person)
        gone = person is None or person.presence is not Presence.HERE
        # quick typing is ahead of the file: whoever is done by now is not asked again
        if gone or (self._by_itself and placing.done(workshop, self._person, rounds)):
            self._turn_to(self._first_open(workshop), by_itself=True)
        if self._round not in rounds:
            self._round = self._open_round(workshop, self._person)
        step = workshop.step()
        notes = tuple(note[self._desk.texts.language] for note in step.notes) if step is not None else ()
        for part in (self._notes, self._beside):
            part.show_notes(notes)
        self._refresh()

    def choose(self, participant: str) -> None:
        """Whose slip comes now (a click on a name)."""
        if self._workshop is not None:
            self._turn_to(participant, by_itself=False)
            self._refresh()
            self.setFocus()

    @property
    def person(self) -> str:
        """The id of who is being typed, or ''."""
        return self._person

    def blind_again(self) -> None:
        """Close the board and the notes: for a next round, or when somebody may look along."""
        self._head.blind.setChecked(self._typing)
        self._head.notes.setChecked(False)

    # ------------------------------------------------------------------ typing

    def key(self, event: QKeyEvent) -> bool:
        """A key that no text field took: a letter places, Z passes, Backspace takes back."""
        live, workshop = self._live, self._workshop
        if live is None or workshop is None or not self._rounds:
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        key, text = event.key(), event.text().upper()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_person(workshop, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Backspace and (self._person or self._last):
            self._take_back(live, workshop)
        elif not self._person:
            return False
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_round(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Space:
            self._toggle_consent()
        elif text == "-":
            person = self._person
            self._turn_to(self._next_person(workshop, person), by_itself=True)
            live.do(people.set_presence, person, Presence.NOT_HERE)
        elif len(text) == 1 and text.isalpha() and self._round:
            self._letter(live, workshop, text)
        else:
            return False
        return True

    def _letter(self, live: LiveWorkshop, workshop: Workshop, letter: str) -> None:
        if letter != workshop.board.skip and workshop.board.spot(letter) is None:
            live.do(placing.place_at, self._round, self._person, letter)  # says in words that it is no spot
            return
        self._typed[self._round] = letter
        self._line.flash(self._round, letter)
        live.do(placing.place_at, self._round, self._person, letter)
        self._go_on(workshop)

    def _go_on(self, workshop: Workshop) -> None:
        """To the next answer of this slip, or to the next slip. What was typed may still be on its way to the file."""
        later = self._rounds[self._rounds.index(self._round) + 1 :]
        open_now = [r for r in later if not placing.done(workshop, self._person, (r,))]
        if open_now:
            self._round = open_now[0]
        else:
            self._last = self._person
            letters = [self._typed[round] for round in self._rounds if round in self._typed]
            self._line.passed_on(self._names.get(self._person, ""), letters)
            self._turn_to(self._next_person(workshop, self._person), by_itself=True)
            if self._live is not None:
                self._live.do(session.entering, self._person)
        self._refresh()

    def _take_back(self, live: LiveWorkshop, workshop: Workshop) -> None:
        index = self._rounds.index(self._round) if self._round in self._rounds else len(self._rounds)
        here = {p.id for p in workshop.here()}
        if self._person and placing.done(workshop, self._person, (self._round,)):
            pass  # this very answer
        elif self._person and index > 0:
            self._round = self._rounds[index - 1]
        else:  # the last answer of the slip before
            if self._last in here:
                self._turn_to(self._last, by_itself=False)
                self._last = ""
            else:
                self._step_person(workshop, -1)
            self._round = self._rounds[-1]
        there = workshop.placement(self._round, self._person) is not None
        if there or placing.done(workshop, self._person, (self._round,)):
            live.do(placing.take_back, self._round, self._person)
        self._refresh()

    # ------------------------------------------------------------------ mouse

    def _clicked(self, x: float, y: float) -> None:
        if self._live is not None and self._workshop is not None and self._person and self._round:
            self._live.do(placing.place, self._round, self._person, x, y)
            self._go_on(self._workshop)

    def _dropped(self, key: str, x: float, y: float) -> None:
        round, _, placer = key.partition(".")
        if self._live is not None:
            self._live.do(placing.place, round, placer, x, y)

    def _toggle_consent(self) -> None:
        if self._live is None or self._workshop is None or not self._person:
            return
        if self._workshop.agreed(Consent.NAME, self._person):
            self._live.do(placing.withdraw, Consent.NAME, self._person)
        else:
            self._live.do(placing.agree, Consent.NAME, self._person)

    def _choose_target(self) -> None:
        live, workshop = self._live, self._workshop
        if live is None or workshop is None:
            return
        menu = QMenu(self)
        nobody = menu.addAction(self._desk.texts.t("not said"))
        nobody.triggered.connect(lambda: self._set_target(None))
        for person in workshop.participants:
            if person.id != self._person:
                action = menu.addAction(plain_button(self._names[person.id]))
                action.triggered.connect(lambda _=False, id=person.id: self._set_target(id))
        menu.exec(self._line.whose_button.mapToGlobal(QPoint(0, -min(420, menu.sizeHint().height()))))
        menu.deleteLater()

    def _set_target(self, target: str | None) -> None:
        round = self._other_round()
        live, workshop = self._live, self._workshop
        if live is None or workshop is None or round is None:
            return
        if workshop.placement(round, self._person) is not None:
            live.do(placing.set_target, round, self._person, target)

    # ------------------------------------------------------------------ the next one

    def _turn_to(self, participant: str, *, by_itself: bool) -> None:
        """This person's slip, at the first answer that is open."""
        self._person, self._by_itself, self._typed = participant, by_itself, {}
        if self._workshop is not None:
            self._round = self._open_round(self._workshop, participant)

    def _first_open(self, workshop: Workshop) -> str:
        """Whose slip was being typed, as long as it is not done; else the first one that waits."""
        ready = placing.all_done(workshop, self._rounds)
        waiting = [p.id for p in workshop.here() if p.id not in ready]
        entering = workshop.stage.entering
        return entering if entering in waiting else waiting[0] if waiting else ""

    def _next_person(self, workshop: Workshop, after: str) -> str:
        here, ready = [p.id for p in workshop.here()], placing.all_done(workshop, self._rounds)
        start = here.index(after) + 1 if after in here else 0
        return next((id for id in (*here[start:], *here[:start]) if id != after and id not in ready), "")

    def _step_person(self, workshop: Workshop, by: int) -> None:
        here = [p.id for p in workshop.here()]
        if here:
            at = here.index(self._person) if self._person in here else (-1 if by > 0 else 0)
            self._turn_to(here[(at + by) % len(here)], by_itself=False)
            self._refresh()

    def _step_round(self, by: int) -> None:
        if self._round in self._rounds:
            at = self._rounds.index(self._round)
            self._round = self._rounds[max(0, min(len(self._rounds) - 1, at + by))]
            self._refresh()

    def _open_round(self, workshop: Workshop, person: str) -> str:
        unfinished = [r for r in self._rounds if not placing.done(workshop, person, (r,))]
        return unfinished[0] if unfinished else (self._rounds[0] if self._rounds else "")

    # ------------------------------------------------------------------ painting

    def _choose_round(self, round: str) -> None:
        self._round = round
        self._refresh()

    def _refresh(self) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        person = workshop.participant(self._person)
        self._line.ask(self._words(workshop, person), somebody=person is not None)
        for round in self._rounds:
            letter = self._letter_of(workshop.placement(round, self._person))
            ready = placing.done(workshop, self._person, (round,))
            self._line.answer(round, letter, done=ready, now=person is not None and round == self._round)
        self._show_target(workshop, person)
        self._line.agreed(person is not None and workshop.agreed(Consent.NAME, person.id))
        self._refresh_board(workshop)

    def _words(self, workshop: Workshop, person: Participant | None) -> str:
        t = self._desk.texts.t
        if person is not None:
            return t("{name}: letter?", name=self._names[person.id])
        if not workshop.participants:
            return t("Nobody is on the list yet")
        return t("Everyone is done") if workshop.here() else t("Nobody is here yet")

    def _letter_of(self, placed: Placement | None) -> str:
        if placed is None or self._head.blind.isChecked():
            return ""
        return placed.spot or "·"

    def _show_target(self, workshop: Workshop, person: Participant | None) -> None:
        round = self._other_round()
        if round is None or person is None:
            self._line.target(0, "", "", enabled=False)
            return
        placed = workshop.placement(round, person.id)
        target = placed.target if placed else placing.default_target(workshop, round, person.id)
        name = self._names.get(target or "", self._desk.texts.t("not said"))
        question = workshop.board.round(round).short[self._desk.texts.language]
        blind = self._head.blind.isChecked()  # then it looks the same for whoever passed
        there = placing.done(workshop, person.id, (round,)) if blind else placed is not None
        self._line.target(self._rounds.index(round) + 1, question, name, enabled=there)

    def _other_round(self) -> str | None:
        if self._workshop is None:
            return None
        board = self._workshop.board
        return next((r for r in self._rounds if board.round(r).about is not About.SELF), None)

    def _refresh_board(self, workshop: Workshop) -> None:
        blind = self._head.blind.isChecked()
        pawns: list[BoardPawn] = []
        if not blind:
            for placed in workshop.placements:
                if placed.round == self._round:
                    seen = placed.target != placed.placer
                    pawn = named_pawn(workshop, placed.target or placed.placer, placed.x, placed.y, seen=seen)
                    # the name of who placed it: many pawns may be of one and the same person
                    pawns.append(BoardPawn(placed.id, replace(pawn, name=self._names.get(placed.placer, pawn.name))))
        self._board.show_board(workshop.board, pawns, language=self._desk.texts.language, blind=blind, letters=True)
