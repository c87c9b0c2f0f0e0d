"""A round in the cockpit's middle: the private board, and letters typed from paper slips.

Three ways in, mixed at will: a letter for who is on turn (the list moves on by itself), a click on a name and then
on the board for who stands on the floor, and dragging a pawn when the board is open. Blind unless she opens it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QVBoxLayout

from gogrow.domain.board import About, Board
from gogrow.domain.people import Participant, Presence
from gogrow.domain.room import named_pawn
from gogrow.domain.rules import people, placing, session
from gogrow.domain.workshop import Consent, Placement, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.cockpit.answer import AnswerBox
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_button
from gogrow.ui.parts import button, icon_label, row


class EntryPane(QFrame):
    """The board that only the facilitator sees, with one line under it to type letters."""

    asked_next = Signal()
    laptop = Signal()  # participants want to place at the laptop themselves

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._workshop: Workshop | None = None
        self._rounds: tuple[str, ...] = ()
        self._person = ""
        self._by_itself = True  # the list came to this person, and nobody chose
        self._last = ""  # whose slip was typed before this one
        self._round = ""
        t = desk.texts.t
        self.setProperty("panel", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        self._blind_icon = icon_label(desk.theme, "eye-off", "ink", 18)
        self._blind = QCheckBox(t("Blind, only checks"))
        self._blind.setProperty("toggle", True)
        self._blind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._blind.setChecked(True)
        self._blind.toggled.connect(self._refresh_board)
        title = label(t("Board · only you see this"), "strong")
        self.at_laptop = button(desk.theme, "", "hand-click", "tool", "at-laptop")
        self.at_laptop.setAccessibleName(t("At the laptop"))
        self.at_laptop.setToolTip(t("Participants place their own pawn here. Your own screen is locked meanwhile."))
        self.at_laptop.clicked.connect(self.laptop)
        self.at_laptop.hide()
        top = row(icon_label(desk.theme, "lock", "ink", 18), title, 1, self.at_laptop, self._blind_icon, self._blind)
        column.addLayout(top)
        self._board = BoardView(desk.theme, desk.texts)
        self._board.placed.connect(self._dropped)
        self._board.clicked.connect(self._clicked)
        column.addWidget(self._board, 1)
        rule = QFrame()
        rule.setProperty("rule", True)
        column.addWidget(rule)
        self._name = Elided("", "question")
        self._whose = button(desk.theme, "", "chevron-down", "quiet", "whose")
        self._whose.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._whose.clicked.connect(self._choose_target)
        self._consent = button(desk.theme, t("Name may be shown"), "", "pill", "consent")
        self._consent.setCheckable(True)
        self._consent.clicked.connect(self._toggle_consent)
        self._boxes: list[AnswerBox] = []
        self._line = row(spacing=10)
        self._line.addWidget(self._name, 1)
        column.addLayout(self._line)
        hints = label(t("{letter} passes · Backspace takes back", letter="Z"), "hint")
        hints.setToolTip(t("Space: name may be shown. Minus: not here today. Arrows: another person or answer."))
        self._tools = row(self._whose, self._consent, 1, hints)
        column.addLayout(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on the button where there is room for them."""
        super().resizeEvent(event)
        self.at_laptop.setText(self._desk.texts.t("At the laptop") if self.width() >= 660 else "")

    # ------------------------------------------------------------------ showing

    def show_round(self, live: LiveWorkshop, workshop: Workshop, rounds: tuple[str, ...]) -> None:
        """Show these rounds of the workshop; complete and idempotent."""
        self._live, self._workshop = live, workshop
        if rounds != self._rounds or len(self._boxes) != len(rounds):
            self._rounds, self._round = rounds, ""
            self._make_boxes(workshop.board)
        person = workshop.participant(self._person)
        gone = person is None or person.presence is not Presence.HERE
        # quick typing is ahead of the file: whoever is done by now is not asked again
        if gone or (self._by_itself and placing.done(workshop, self._person, rounds)):
            self._person, self._by_itself = self._first_open(workshop), True
            self._round = self._open_round(workshop, self._person)
        if self._round not in rounds:
            self._round = self._open_round(workshop, self._person)
        self._refresh()

    def choose(self, participant: str) -> None:
        """Whose slip comes now (a click on a name)."""
        if self._workshop is not None:
            self._person, self._by_itself = participant, False
            self._round = self._open_round(self._workshop, participant)
            self._refresh()
            self.setFocus()

    @property
    def person(self) -> str:
        """The id of who is being typed, or ''."""
        return self._person

    def blind_again(self) -> None:
        """Close the board: for a next round, or when somebody may look along."""
        self._blind.setChecked(True)

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
            self._person, self._by_itself = self._next_person(workshop, person), True
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
        box = self._boxes[self._rounds.index(self._round)]
        box.flash(letter)
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
            self._person, self._by_itself = self._next_person(workshop, self._person), True
            self._round = self._open_round(workshop, self._person)
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
                self._person, self._by_itself, self._last = self._last, False, ""
            else:
                self._step_person(workshop, -1)
            self._round = self._rounds[-1]
        if workshop.placement(self._round, self._person) is not None:
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
                action = menu.addAction(plain_button(person.name))
                action.triggered.connect(lambda _=False, id=person.id: self._set_target(id))
        menu.exec(self._whose.mapToGlobal(QPoint(0, -min(420, menu.sizeHint().height()))))
        menu.deleteLater()

    def _set_target(self, target: str | None) -> None:
        round = self._other_round()
        live, workshop = self._live, self._workshop
        if live is None or workshop is None or round is None:
            return
        if workshop.placement(round, self._person) is not None:
            live.do(placing.set_target, round, self._person, target)

    # ------------------------------------------------------------------ the next one

    def _waiting(self, workshop: Workshop) -> list[Participant]:
        return [p for p in workshop.here() if not placing.done(workshop, p.id, self._rounds)]

    def _first_open(self, workshop: Workshop) -> str:
        """Whose slip was being typed, as long as it is not done; else the first one that waits."""
        waiting = [p.id for p in self._waiting(workshop)]
        entering = workshop.stage.entering
        return entering if entering in waiting else waiting[0] if waiting else ""

    def _next_person(self, workshop: Workshop, after: str) -> str:
        here = [p.id for p in workshop.here()]
        start = here.index(after) + 1 if after in here else 0
        for id in (*here[start:], *here[:start]):
            if id != after and not placing.done(workshop, id, self._rounds):
                return id
        return ""

    def _step_person(self, workshop: Workshop, by: int) -> None:
        here = [p.id for p in workshop.here()]
        if here:
            at = here.index(self._person) if self._person in here else (-1 if by > 0 else 0)
            self._person, self._by_itself = here[(at + by) % len(here)], False
            self._round = self._open_round(workshop, self._person)
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

    def _make_boxes(self, board: Board) -> None:
        for old in self._boxes:
            self._line.removeWidget(old)
            old.deleteLater()
        self._boxes = []
        for number, id in enumerate(self._rounds, start=1):
            box = AnswerBox(self._desk.theme, number, board.round(id).short[self._desk.texts.language])
            box.clicked.connect(lambda id=id: self._choose_round(id))
            self._boxes.append(box)
            self._line.addWidget(box)

    def _choose_round(self, round: str) -> None:
        self._round = round
        self._refresh()

    def _refresh(self) -> None:
        workshop, t = self._workshop, self._desk.texts.t
        if workshop is None:
            return
        person = workshop.participant(self._person)
        self._name.setText(t("{name}: letter?", name=person.label) if person else t("Everyone is done"))
        for box, round in zip(self._boxes, self._rounds, strict=True):
            placed = workshop.placement(round, self._person)
            state = placing.done(workshop, self._person, (round,))
            box.set(self._letter_of(placed), done=state, now=bool(person) and round == self._round)
            box.setVisible(person is not None)
        self._whose.setVisible(person is not None and self._other_round() is not None)
        if person is not None:
            self._show_target(workshop, person)
        self._consent.setVisible(person is not None)
        self._consent.setChecked(person is not None and workshop.agreed(Consent.NAME, person.id))
        self._refresh_board()

    def _letter_of(self, placed: Placement | None) -> str:
        if placed is None or self._blind.isChecked():
            return ""
        return placed.spot or "·"

    def _show_target(self, workshop: Workshop, person: Participant) -> None:
        round = self._other_round()
        if round is None:
            return
        placed = workshop.placement(round, person.id)
        target = placed.target if placed else placing.default_target(workshop, round, person.id)
        whom = workshop.participant(target or "")
        t = self._desk.texts.t
        name = whom.label if whom else t("not said")
        name = name if len(name) <= 18 else name[:17] + "…"
        self._whose.setText(plain_button(f"{self._rounds.index(round) + 1}: {name}"))
        self._whose.setAccessibleName(f"{self._short(workshop, round)}: {name}")
        self._whose.setEnabled(placed is not None)

    def _short(self, workshop: Workshop, round: str) -> str:
        return workshop.board.round(round).short[self._desk.texts.language]

    def _other_round(self) -> str | None:
        if self._workshop is None:
            return None
        board = self._workshop.board
        return next((r for r in self._rounds if board.round(r).about is not About.SELF), None)

    def _refresh_board(self) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        blind = self._blind.isChecked()
        pawns: list[BoardPawn] = []
        if not blind:
            for placed in workshop.placements:
                if placed.round == self._round:
                    seen = placed.target != placed.placer
                    pawn = named_pawn(workshop, placed.target or placed.placer, placed.x, placed.y, seen=seen)
                    pawns.append(BoardPawn(placed.id, pawn))
        self._board.show_board(workshop.board, pawns, language=self._desk.texts.language, blind=blind, letters=True)
