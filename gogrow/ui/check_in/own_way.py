"""Where one person stood and stands, and the gaps of then and now: for the eyes of its owner, never on the beamer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.public import PublicView
from gogrow.domain.room import named_pawn, one_then_now
from gogrow.domain.rules.follow_up import gap_then, own_round, person_then
from gogrow.domain.rules.talking import gap_points
from gogrow.domain.workshop import GapView, Placement, Workshop
from gogrow.texts import Texts
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.beamer.then_now import now_words, then_words
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.table.picture import Stand, TableBoard


class Wide(QWidget):
    """A beamer's picture that is none: always 16 to 9, in the middle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.canvas = BeamerCanvas(desk.theme, self, motion=False, edge=desk.theme.colour("line"))
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 135))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep its proportion."""
        width = min(self.width(), self.height() * 16 // 9)
        height = width * 9 // 16
        self.canvas.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)


class GapBoards(QWidget):
    """The gap of two people then, and beside it the gap of now."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._boards = (TableBoard(desk.theme), TableBoard(desk.theme))
        self._captions = (label("", "label"), label("", "label"))
        for caption, board in zip(self._captions, self._boards, strict=True):
            side = QVBoxLayout()
            side.setSpacing(4)
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            board.setMinimumSize(QSize(200, 180))
            side.addStretch(1)
            side.addWidget(caption)
            side.addWidget(board, 100)
            side.addStretch(1)
            line.addLayout(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each board no higher than it is wide, so that its caption stands close above it."""
        super().resizeEvent(event)
        for board in self._boards:
            board.setMaximumHeight(max(180, (self.width() - 12) // 2))

    def show_gap(self, workshop: Workshop, earlier: Workshop, owner: str, other: str, view: GapView) -> None:
        """Show the two gaps, with today's names."""
        pairs = gap_then(workshop, earlier, owner, other, view), gap_points(workshop, owner, other, view)
        words = then_words(self._texts, earlier.details.date), now_words(self._texts, workshop.details.date)
        for caption, board, said, pair in zip(self._captions, self._boards, words, pairs, strict=True):
            caption.setText(said)
            board.show_board(workshop.board, self._texts.language, self._stands(workshop, pair, owner, other, view),
                             gap=True, bare=True)  # fmt: skip

    def _stands(
        self,
        workshop: Workshop,
        pair: tuple[Placement, Placement] | None,
        owner: str,
        other: str,
        view: GapView,
    ) -> tuple[Stand, ...]:
        if pair is None:
            return ()
        mine, seen = pair
        names = names_apart(workshop.participants)
        looks, looked_at = (owner, other) if view is GapView.LOOKING else (other, owner)
        theirs = self._texts.t("{owner} sees {other} here", owner=names[looks], other=names[looked_at])
        return (
            Stand(named_pawn(workshop, owner, mine.x, mine.y), names[owner]),
            Stand(named_pawn(workshop, looked_at, seen.x, seen.y, seen=True), theirs),
        )


def gaps_then(workshop: Workshop, earlier: Sequence[Workshop], owner: str) -> tuple[tuple[Workshop, str, GapView], ...]:
    """The gaps of somebody that were there then and are there now: in which workshop, with whom, and which gap.

    Where another places the owner is the other's to tell, so only the looking gaps.
    """
    others = {p.target for p in workshop.placements if p.placer == owner and p.target not in (None, owner)}
    found = []
    for person in workshop.participants if others else ():
        for one in earlier if person.id in others else ():
            if gap_then(workshop, one, owner, person.id, GapView.LOOKING) is not None:
                found.append((one, person.id, GapView.LOOKING))
                break
    return tuple(found)


class OwnWay(QFrame):
    """The private pane of the cockpit: one person's then and now, and the gaps; or why there is nothing yet."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(8)
        self._name = Elided("", "section")
        close = button(desk.theme, t("Close"), "x", "tool", "close-way")
        close.clicked.connect(self.closed)
        head = row(icon_label(desk.theme, "lock", "ink2", 18))
        head.addWidget(self._name, 1)
        head.addWidget(close)
        column.addLayout(head)
        column.addWidget(label(t("Look at it together. The room does not see this."), "muted", wrap=True))
        self._choices = row(spacing=6)
        self._group = QButtonGroup(self)
        self._pills: list[CheckPill] = []
        column.addLayout(self._choices)
        self._way = Wide(desk)
        self._gap = GapBoards(desk, desk.texts)
        why = QWidget()
        inside = QVBoxLayout(why)
        inside.addStretch(1)
        inside.addLayout(row(1, icon_label(desk.theme, "note", "ink2", 44), 1))
        self._why = label("", "note", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._why)
        inside.addStretch(2)
        self._stack = QStackedWidget()
        for part in (self._way, self._gap, why):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        self._shown: tuple[Workshop, tuple[Workshop, ...], str] | None = None
        self._gaps: tuple[tuple[Workshop, str, GapView], ...] = ()
        self._at = 0

    def show_person(self, workshop: Workshop, earlier: tuple[Workshop, ...], participant: str) -> None:
        """Show this person; the picture that was chosen stays for as long as it is the same person."""
        person = workshop.participant(participant)
        if person is None:
            return
        if self._shown is None or self._shown[2] != participant:
            self._at = 0
        self._shown = workshop, earlier, participant
        self._name.setText(person.name)
        self._gaps = gaps_then(workshop, earlier, participant)
        self._offer(workshop)
        self._picture()

    def _offer(self, workshop: Workshop) -> None:
        t, names = self._desk.texts.t, names_apart(workshop.participants)
        words = [t("Own place"), *(t("Gap with {name}", name=names[other]) for _, other, _ in self._gaps)]
        if len(self._pills) != len(words):
            for old in self._pills:
                self._group.removeButton(old)
                old.hide()
                old.deleteLater()
            self._pills = []
            for number in range(len(words)):
                pill = CheckPill(self._desk)
                pill.setObjectName(f"way-{number}")
                pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                pill.clicked.connect(lambda _=False, number=number: self._choose(number))
                self._group.addButton(pill)
                self._choices.addWidget(pill)
                self._pills.append(pill)
            self._at = min(self._at, len(words) - 1)
        for number, (pill, said) in enumerate(zip(self._pills, words, strict=True)):
            pill.set_words(said)
            pill.setVisible(len(words) > 1)
            pill.setChecked(number == self._at)

    def _choose(self, number: int) -> None:
        self._at = number
        self._picture()

    def _picture(self) -> None:
        if self._shown is None:
            return
        workshop, earlier, participant = self._shown
        step = workshop.step()
        picture = one_then_now(workshop, step, earlier, participant) if step else None
        if self._at and self._at <= len(self._gaps):
            one, other, view = self._gaps[self._at - 1]
            self._gap.show_gap(workshop, one, participant, other, view)
            self._stack.setCurrentIndex(1)
        elif picture is not None:
            self._way.canvas.show_view(PublicView(workshop.details.language, picture))
            self._stack.setCurrentIndex(0)
        else:
            self._why.setText(why_not(workshop, earlier, participant, self._desk.texts))
            self._stack.setCurrentIndex(2)


def why_not(workshop: Workshop, earlier: Sequence[Workshop], participant: str, texts: Texts) -> str:
    """Why there is no then and now of somebody. Before there is a now, nothing of then is told, not even this."""
    t, person = texts.t, workshop.participant(participant)
    name = names_apart(workshop.participants).get(participant, "")
    if not earlier:
        return t("This workshop follows no earlier one, so there is nothing to compare with.")
    if workshop.placement(own_round(workshop.board), participant) is None:
        return t("First fill in the slip of today. After that you see then and now of {name}.", name=name)
    if not any(person_then(one, person) for one in earlier):
        return t("{name} is here for the first time. So there is no then yet.", name=name)
    if all(one.board.id != workshop.board.id for one in earlier):
        return t("Then it was another board. Those places cannot be compared with these.")
    return t("No place of {name} was kept of then.", name=name)
