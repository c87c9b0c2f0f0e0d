"""At the laptop: participants of a team place their own pawn, one after another, while the cockpit is locked.

Who chooses a name sees an empty board: what was placed before, by paper or here, is never shown. A pawn goes to the
file with *Ready*, at the very moment at which a pass would, so that a count on the beamer tells nothing about which.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.board import About
from gogrow.domain.room import entered_rounds, named_pawn
from gogrow.domain.rules import placing
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.board.scene import BoardPawn
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import icon_label
from gogrow.ui.tabbing import go_round
from gogrow.ui.table.asking import Names, Question
from gogrow.ui.table.letters import letter_scale, sized_sheet
from gogrow.ui.table.lock import HoldButton, KeyLock
from gogrow.ui.table.places import ARROWS
from gogrow.ui.table.step import short

PAWN = "turn"
"""The key of the one pawn on the board."""


class LaptopTurn(QWidget):
    """Covers the whole cockpit until the facilitator opens the lock: hold *Facilitator* two seconds, or Ctrl+Shift+G.

    ``parent`` is the page that it covers; it keeps the overlay as large as itself. The words are in the workshop's
    language. `closed` comes when the lock was opened, or when there is nothing to answer any more.
    """

    closed = Signal()

    def __init__(self, desk: Desk, live: LiveWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._live = live
        self._texts = Texts(live.workshop.details.language)
        self._person = ""
        self._round = ""
        self._point: tuple[float, float] | None = None
        self._target: str | None = None
        self._sent = False  # on its way to the file
        self._lost = False  # and it did not get there
        self._thanks = False
        self.setStyleSheet(sized_sheet(desk, letter_scale(parent.size())))
        t = self._texts.t
        bar = QFrame()
        bar.setProperty("bar", "top")
        bar.setFixedHeight(60)
        line = QHBoxLayout(bar)
        line.setContentsMargins(24, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(label(t("At the laptop"), "title"))
        line.addStretch(1)
        line.addWidget(icon_label(desk.theme, "eye-off", "ink2", 21))
        line.addWidget(label(t("Only you look now. The others look away."), "muted"))
        self._lock = HoldButton(desk.theme, self._texts)
        self._lock.held.connect(self.closed)
        line.addSpacing(12)
        line.addWidget(self._lock)
        self._names = Names(desk, self._texts)
        self._names.chosen.connect(self._begin)
        self._question = Question(desk, self._texts)
        self._question.clicked.connect(self._place)
        self._question.ready.connect(self._ready)
        self._question.passed.connect(self._pass)
        self._question.targeted.connect(self._aim)
        self._question.back.connect(self._give_up)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._names)
        self._stack.addWidget(self._question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 24, 36, 14)
        inside.addWidget(self._stack)
        column.addLayout(inside, 1)
        self._keys = KeyLock(self)
        self._keys.opened.connect(self.closed)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self._keys)
        live.changed.connect(self._changed)
        live.failed.connect(self._failed)
        self._show(live.workshop)

    def let_go(self) -> None:
        """The lock is open: shortcuts work again, nothing of a half-done turn stays."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._keys)
        self._lock.stop()
        self._live.changed.disconnect(self._changed)
        self._live.failed.disconnect(self._failed)
        self._forget()
        self.hide()
        self.deleteLater()

    # ------------------------------------------------------------------ showing

    def _rounds(self, workshop: Workshop) -> tuple[str, ...]:
        return entered_rounds(workshop.step())

    def _show(self, workshop: Workshop) -> None:
        rounds = self._rounds(workshop)
        if self._person and (workshop.participant(self._person) is None or self._round not in rounds):
            self._forget()
        if not self._person:
            self._bare(workshop)
            self._names.show_names(workshop, thanks=self._thanks)
            self._stack.setCurrentWidget(self._names)
            return
        self._show_question(workshop, rounds)
        self._stack.setCurrentWidget(self._question)

    def _show_question(self, workshop: Workshop, rounds: tuple[str, ...]) -> None:
        t, language, asked = self._texts.t, self._texts.language, workshop.board.round(self._round)
        person = workshop.participant(self._person)
        name = short(person.label) if person else ""
        place = t("Question {number} of {count}", number=rounds.index(self._round) + 1, count=len(rounds))
        self._question.words.say(asked.question.get(language, ""), "", f"{name} · {place}" if len(rounds) > 1 else name)
        whose = self._person if asked.about is About.SELF else self._target
        seen = asked.about is not About.SELF
        pawn = named_pawn(workshop, whose or "", 0.0, 0.0, seen=seen)
        mate = workshop.participant(whose or "")
        self._question.pawn.setVisible(mate is not None)
        if mate is not None:
            said = t("This is the pawn of {name}", name=short(mate.label)) if seen else t("This is you")
            self._question.pawn.show_seat(pawn, said, on=True)
        pawns = []
        where = t("Click on the board. You can move the pawn until you are done.")
        if self._point is not None:
            x, y = self._point
            pawns = [BoardPawn(PAWN, replace(pawn, x=x, y=y, name=short(pawn.name)))]
            field = workshop.board.field_at(x, y)
            words = field.sentence if field else workshop.board.centre.name if workshop.board.centre else {}
            where = t("Chosen: {place}. Click elsewhere to move.", place=words.get(language, ""))
        if self._lost:
            where = t("That is not in the file yet. Try again, or call the facilitator.")
        self._question.where.setText(where)
        self._question.board.show_board(workshop.board, pawns, language=language, blind=False, letters=False)
        if pawns:
            self._question.board.choose(PAWN)
        self._question.done.setEnabled(self._point is not None and not self._sent)
        self._question.not_me.setText(plain_button(t("I am not {name}", name=name)))
        self._question.not_me.setVisible(self._round == rounds[0])

    def _bare(self, workshop: Workshop) -> None:
        self._question.board.show_board(workshop.board, (), language=self._texts.language, blind=True, letters=False)

    def _changed(self, workshop: Workshop) -> None:
        if not self._rounds(workshop) or workshop.id != self._live.id:
            self.closed.emit()
            return
        if self._sent:
            self._sent = False
            self._next(workshop)
        else:
            self._show(workshop)

    def _failed(self, _: object) -> None:
        if self._sent:
            self._sent, self._lost = False, True
            self._show(self._live.workshop)

    # ------------------------------------------------------------------ a turn

    def _begin(self, person: str) -> None:
        workshop = self._live.workshop
        self._person, self._round = person, self._rounds(workshop)[0]
        self._thanks = False
        self._new_question(workshop)
        self._show(workshop)

    def _new_question(self, workshop: Workshop) -> None:
        self._point = None
        self._target = placing.default_target(workshop, self._round, self._person)
        asked = workshop.board.round(self._round).about is About.OTHER
        self._question.show_target(workshop, self._person, self._target, asked=asked)

    def _place(self, x: float, y: float) -> None:
        if self._person and not self._sent:
            self._point = placing.round_to(x), placing.round_to(y)
            self._show(self._live.workshop)

    def _aim(self, target: str) -> None:
        self._target = target or None
        self._show(self._live.workshop)

    def _ready(self) -> None:
        if self._point is not None and not self._sent:
            self._sent, self._lost = True, False
            self._live.do(placing.place, self._round, self._person, *self._point, target=self._target)

    def _pass(self) -> None:
        if not self._sent:
            self._sent, self._lost = True, False
            self._live.do(placing.pass_round, self._round, self._person)

    def _next(self, workshop: Workshop) -> None:
        rounds = self._rounds(workshop)
        later = rounds[rounds.index(self._round) + 1 :] if self._round in rounds else ()
        if later:
            self._round = later[0]
            self._new_question(workshop)
        else:
            self._forget()
            self._thanks = True
        self._show(workshop)
        self.setFocus()

    def _give_up(self) -> None:
        self._forget()
        self._show(self._live.workshop)

    def _forget(self) -> None:
        self._person, self._round, self._point, self._target = "", "", None, None
        self._sent = self._lost = False

    # ------------------------------------------------------------------ staying on top

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches the cockpit. An arrow puts the first pawn in the middle; the board moves it from there."""
        if self._person and event.key() in ARROWS:
            if self._point is None:
                self._place(0.5, 0.5)
            self._question.board.setFocus()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round within these widgets."""
        return go_round(self, next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground that hides all that lies under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.colour("paper"))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: a turn that was not ready leaves no trace on the screen."""
        self._lock.stop()
        super().hideEvent(event)
