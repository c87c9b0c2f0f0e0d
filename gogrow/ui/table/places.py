"""A round for two: the curtain opens for one, who places and is done or passes; then for the other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gogrow.domain.board import Board
from gogrow.domain.room import named_pawn
from gogrow.domain.rules import placing, table
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.table.picture import Airy, TableBoard
from gogrow.ui.table.seat import SeatRow
from gogrow.ui.table.step import Column, TableStep, short

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PlacesStep(TableStep):
    """Only the pawn of who is on turn is ever on the board, and only while the curtain is open."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._open = False
        self._round = ""
        self._empty = TableBoard(desk.theme)
        self._board = BoardView(desk.theme, texts, large=True)
        self._board.clicked.connect(self._place)
        self._board.placed.connect(lambda _key, x, y: self._place(x, y))
        room = Airy(self._empty, self._board)
        self._stack = room.stack
        self._words = Column(desk)
        self._pawn = SeatRow(desk.theme, texts)
        self._where = label("", "note", wrap=True)
        self._words.box.addWidget(self._pawn)
        self._words.box.addWidget(self._where)
        self.left: QWidget = room
        self.right = self._words

    # ------------------------------------------------------------------ showing

    def show(self, workshop: Workshop) -> None:
        """The curtain, a turn, or that both are done."""
        rounds, person = self._rounds(workshop), self.turn_of(workshop)
        if not person or not rounds:
            self._open = False
        if self._open and self._round not in rounds:
            self._round = self._first(workshop, rounds, person)
        self._pawn.setVisible(self._open)
        self._where.setVisible(self._open)
        if self._open:
            self._show_turn(workshop, person)
            return
        self._stack.setCurrentWidget(self._empty)
        self._bare(workshop)
        self._empty.show_board(workshop.board, self.texts.language)
        self._show_curtain(workshop, person)

    def _show_curtain(self, workshop: Workshop, person: str) -> None:
        pair = table.seats(workshop)
        if not person or pair is None:
            body = self.t("Nobody sees a place yet. Look together when you are both ready.")
            self._words.say(self.t("You have both chosen"), body)
            return
        name, other = self.name(workshop, person), self.name(workshop, table.other_seat(workshop, person))
        asks = self.t("{other}, look away for a moment. {name} chooses.", other=other, name=name)
        if person == pair[0]:
            step = workshop.step()
            self._words.say(asks, step.body.get(self.texts.language, "") if step else "")
        else:
            self._words.say(self.t("Give the laptop to {name}", name=name), asks)

    def _show_turn(self, workshop: Workshop, person: str) -> None:
        language = self.texts.language
        rounds = self._rounds(workshop)
        about = workshop.board.round(self._round)
        other = table.other_seat(workshop, person)
        target = placing.default_target(workshop, self._round, person) or person
        away = self.t("{name}, look away for a moment.", name=self.name(workshop, other))
        if len(rounds) > 1:
            place = rounds.index(self._round) + 1
            away = f"{away}  {self.t('Question {number} of {count}', number=place, count=len(rounds))}"
        self._words.say(about.question.get(language, ""), "", away)
        seen = target != person
        words = (
            self.t("This is the pawn of {name}", name=self.name(workshop, target)) if seen else self.t("This is you")
        )
        self._pawn.show_seat(named_pawn(workshop, target, 0, 0, seen=seen), words, on=True)
        placed = workshop.placement(self._round, person)
        pawns = []
        if placed is not None:
            pawn = named_pawn(workshop, target, placed.x, placed.y, seen=seen)
            pawns = [BoardPawn(placed.id, replace(pawn, name=short(pawn.name)))]
            where = self._field_words(workshop.board, placed.x, placed.y)
            said = self.t("Chosen: {place}. Click elsewhere to move.", place=where)
        else:
            said = self.t("Click on the board. You can move the pawn until you are done.")
        self._where.setText(said)
        self._board.show_board(workshop.board, pawns, language=language, blind=False, letters=False)
        if placed is not None:
            self._board.choose(placed.id)
        self._stack.setCurrentWidget(self._board)
        self._board.setAccessibleDescription(said)

    def primary(self, workshop: Workshop) -> Primary:
        """Open the curtain, be done, or go on together."""
        person = self.turn_of(workshop)
        if not person:
            return Primary(self.t("Continue"))
        if not self._open:
            return Primary(self.t("I am {name}", name=self.name(workshop, person)), guarded=True)
        return Primary(self.t("Ready"), enabled=workshop.placement(self._round, person) is not None)

    def secondary(self, workshop: Workshop) -> str:
        """Pass; once more when both are done; or, when both looked already, go on as it is."""
        if self._open:
            return self.t("I pass")
        if not self.turn_of(workshop):
            return self.t("Choose again")
        return self.t("Leave it like this") if table.looked(workshop, self._rounds(workshop)) else ""

    def turn_of(self, workshop: Workshop) -> str:
        """Who places now; '' when both are done."""
        return table.on_turn(workshop, self._rounds(workshop))

    def behind_curtain(self, workshop: Workshop) -> bool:
        """While somebody chooses."""
        return self._open

    # ------------------------------------------------------------------ doing

    def act(self, workshop: Workshop) -> None:
        """The right button."""
        rounds, person = self._rounds(workshop), self.turn_of(workshop)
        if not person:
            self.onward.emit()
        elif not self._open:
            self._open = True
            self._round = self._first(workshop, rounds, person)
            self.live.do(table.open_turn, rounds, person)
        elif workshop.placement(self._round, person) is not None:
            self.live.do(table.stay, self._round, person)
            self._next(rounds, person)

    def other(self, workshop: Workshop) -> None:
        """The left button: pass, which looks like being done."""
        rounds, person = self._rounds(workshop), self.turn_of(workshop)
        if self._open and person:
            self.live.do(placing.pass_round, self._round, person)
            self._next(rounds, person)
        elif not person:
            self.live.do(table.again, rounds)
        else:
            self.onward.emit()

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Arrows put the first pawn in the middle; from there the board moves it."""
        person = self.turn_of(workshop)
        if not self._open or event.key() not in ARROWS or not person:
            return False
        if workshop.placement(self._round, person) is None:
            self._place(0.5, 0.5)
        self._board.setFocus()
        return True

    def close(self) -> None:
        """The curtain closes: no pawn stays on the board, not even behind something else."""
        self._open = False
        self._round = ""
        self._bare(self.live.workshop)
        self._stack.setCurrentWidget(self._empty)

    drop = close

    def _next(self, rounds: tuple[str, ...], person: str) -> None:
        later = rounds[rounds.index(self._round) + 1 :]
        if later:
            self._round = later[0]
        else:
            self._open, self._round = False, ""
            self.live.do(table.close_turn, rounds, person)

    def _place(self, x: float, y: float) -> None:
        person = self.turn_of(self.live.workshop)
        if self._open and person:
            self.live.do(placing.place, self._round, person, x, y)

    def _bare(self, workshop: Workshop) -> None:
        self._board.show_board(workshop.board, (), language=self.texts.language, blind=True, letters=False)
        self._board.setAccessibleDescription("")

    def _rounds(self, workshop: Workshop) -> tuple[str, ...]:
        step = workshop.step()
        return step.rounds if step else ()

    def _first(self, workshop: Workshop, rounds: tuple[str, ...], person: str) -> str:
        waiting = [round for round in rounds if not placing.done(workshop, person, (round,))]
        return (waiting or list(rounds)[-1:])[0]

    def _field_words(self, board: Board, x: float, y: float) -> str:
        found = board.field_at(x, y)
        words = found.sentence if found else board.centre.name if board.centre else {}
        return words.get(self.texts.language, "")
