"""Where somebody stands now and wants to stand, by the letters of the board, with a small board beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gogrow.domain.board import Board
from gogrow.domain.deck import CENTRE
from gogrow.domain.room import named_pawn
from gogrow.domain.rules.placing import own_rounds
from gogrow.domain.workshop import Placement, Workshop
from gogrow.ui import icons
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import row
from gogrow.ui.plan.line import ShortLine
from gogrow.ui.plan.rows import Asked

SIDE = 132
"""The small board, in pixels."""

NOW, WANTED = "now", "wanted"


def field_of(board: Board, placed: Placement | None) -> str:
    """The field in which a pawn stands, or `CENTRE`; '' without a pawn."""
    if placed is None:
        return ""
    if board.in_centre(placed.x, placed.y):
        return CENTRE
    field = board.field_at(placed.x, placed.y)
    return field.id if field is not None else ""


def field_words(board: Board, field: str, language: str) -> str:
    """What somebody says who stands in this field; '' for one that is not on this board."""
    if field == CENTRE and board.centre is not None:
        return board.centre.name.get(language, "")
    return next((one.sentence.get(language, "") for one in board.fields if one.id == field), "")


class _Letter(ShortLine):
    """One letter: what is typed comes in the place of what was there."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes all of it, as Tab does."""
        super().mouseReleaseEvent(event)
        self.selectAll()


class _Small(BoardView):
    """Only to look at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, desk.texts)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(QSize(SIDE, SIDE))
        self.setFixedSize(QSize(SIDE, SIDE))
        self.names = False


class OwnPlaces(QWidget):
    """`placed` brings a round and a letter, `taken_back` a round; `focused` which of the two is being filled in."""

    placed = Signal(str, str)
    taken_back = Signal(str)
    focused = Signal(str)
    onward = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop: Workshop | None = None
        self._person = ""
        self._rounds: dict[str, str] = {}
        t = desk.texts.t
        rows = Asked(desk)
        self._letters: dict[str, ShortLine] = {}
        self._signs: dict[str, QLabel] = {}
        self._words: dict[str, Elided] = {}
        self._titles: dict[str, QLabel] = {}
        for name, title in ((NOW, t("I stand here now")), (WANTED, t("I want to stand here"))):
            line = _Letter(title)
            line.setMaxLength(2)
            line.setFixedWidth(56)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.setToolTip(t("A letter of the board, as on the slip"))
            line.textEdited.connect(lambda text, name=name: self._typed(name, text))
            line.editingFinished.connect(lambda name=name: self._left(name))
            line.focused.connect(lambda name=name: self.focused.emit(name))
            line.entered.connect(self.onward)
            sign = QLabel()
            sign.setFixedWidth(24)
            words = Elided("", "strong")
            self._letters[name], self._signs[name], self._words[name] = line, sign, words
            beside = row(line, sign, spacing=8)
            beside.addWidget(words, 1)
            self._titles[name] = rows.ask(title, beside)
        self._fault = label("", "muted", wrap=True)
        self._fault.hide()
        self._board = _Small(desk)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(rows)
        left.addWidget(self._fault)
        left.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(left, 1)
        whole.addWidget(self._board, 0, Qt.AlignmentFlag.AlignTop)

    def show_workshop(self, workshop: Workshop, person: str, *, another: bool) -> None:
        """Show somebody's own pawns; a letter that is being typed is left alone."""
        self._workshop, self._person = workshop, person
        now, wanted = own_rounds(workshop.board)
        self._rounds = {name: one.id for name, one in ((NOW, now), (WANTED, wanted)) if one is not None}
        board, language = workshop.board, self._desk.texts.language
        pawns: list[BoardPawn] = []
        for name, line in self._letters.items():
            placed = self.placement(name)
            there = name in self._rounds
            for part in (self._titles[name], line, self._signs[name], self._words[name]):
                part.setVisible(there)
            line.setEnabled(bool(board.spots))
            if another or not line.hasFocus():
                line.show_words(self._letter(placed))
                if another:
                    self._tell(name, "")
            field = field_of(board, placed)
            self._words[name].setText(field_words(board, field, language))
            self._sign(self._signs[name], board, field)
            if placed is not None:
                pawn = named_pawn(workshop, person, placed.x, placed.y, seen=name == WANTED)
                pawns.append(BoardPawn(placed.id, pawn, fixed=True))
        self._board.show_board(board, pawns[::-1], language=language, blind=False, letters=False, words=False)
        told = (f"{self._titles[n].text()}: {self._words[n].text()}" for n in self._rounds if self._words[n].text())
        self._board.setAccessibleDescription(". ".join(told))
        self.setVisible(bool(self._rounds))

    def placement(self, name: str) -> Placement | None:
        """Somebody's own pawn, `NOW` or `WANTED`."""
        if self._workshop is None or name not in self._rounds:
            return None
        return self._workshop.placement(self._rounds[name], self._person)

    def field(self, name: str) -> str:
        """The field where somebody stands `NOW` or `WANTED`; '' when it is not said."""
        return field_of(self._workshop.board, self.placement(name)) if self._workshop is not None else ""

    def stand(self) -> None:
        """Type here."""
        self._letters[NOW].setFocus()

    @staticmethod
    def _letter(placed: Placement | None) -> str:
        return (placed.spot or "·") if placed is not None else ""

    def _sign(self, sign: QLabel, board: Board, field: str) -> None:
        one = next((one for one in board.fields if one.id == field), None)
        if one is None:
            sign.clear()
            return
        colour = self._desk.theme.field(one.colour).text
        sign.setPixmap(icons.pixmap(one.icon, colour, 22, self.devicePixelRatioF()))

    def _typed(self, name: str, text: str) -> None:
        """One letter is a place at once: nothing of it waits for another key."""
        letter = text.strip().upper()
        board = self._workshop.board if self._workshop is not None else None
        if board is None:
            return
        if letter and letter != "·" and board.spot(letter) is None and letter != board.skip:
            known = sorted(spot.letter for spot in board.spots)
            self._tell(name, letter, known)
            return
        self._tell(name, "")
        if letter and letter != "·":
            self._letters[name].show_words(letter)
            self._letters[name].selectAll()
            if letter != self._letter(self.placement(name)):
                self.placed.emit(self._rounds[name], letter)

    def _left(self, name: str) -> None:
        """Empty takes the pawn back; what is no letter goes, and the place is as it was."""
        words, placed = self._letters[name].text().strip().upper(), self.placement(name)
        if not words and placed is not None:
            self.taken_back.emit(self._rounds[name])
        elif self._letters[name].property("fault"):
            self._letters[name].show_words(self._letter(placed))
            self._mark(name, on=False)  # the sentence stays until the next letter

    def _tell(self, name: str, letter: str, known: list[str] | None = None) -> None:
        if letter and known:
            t = self._desk.texts.t
            ends = {"first": known[0], "last": known[-1]}
            self._fault.setText(t("{letter} is not on the board. Choose {first} to {last}.", letter=letter, **ends))
        self._fault.setVisible(bool(letter))
        self._mark(name, on=bool(letter))

    def _mark(self, name: str, *, on: bool) -> None:
        line = self._letters[name]
        if bool(line.property("fault")) != on:
            line.setProperty("fault", on)
            line.style().unpolish(line)
            line.style().polish(line)
