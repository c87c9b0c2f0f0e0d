"""Right while the group puts its own pawn: where, how sure, and what a differing voice wants to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.dilemmas import Sure
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.group_pawn import PawnLine
from gogrow.ui.cockpit.kept_line import KeptLine
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_tip
from gogrow.ui.parts import button, row


def draft_id(dilemma: str) -> str:
    """The id of the half-written words of a differing voice."""
    return f"differing.{dilemma}"


class PawnPanel(QWidget):
    """The pawn is no mean: the group puts it where it ends up together."""

    placed = Signal(object)  # float | None
    sure = Signal(object)  # Sure | None
    typed = Signal(str, str)
    differing = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self._away = button(desk.theme, "", "x", "quiet", "pawn-away")
        self._away.setProperty("icononly", True)
        self._away.setFixedSize(44, 44)
        self._away.setAccessibleName(t("Take the pawn away"))
        self._away.setToolTip(t("Take the pawn away"))
        self._away.clicked.connect(lambda: self.placed.emit(None))
        policy = self._away.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._away.setSizePolicy(policy)
        column.addWidget(label(t("Click, drag, or use the arrow keys."), "muted", wrap=True))
        self.line = PawnLine(desk.theme, desk.texts)
        self.line.setObjectName("pawn-line")
        self.line.moved.connect(self.placed)
        line = row(spacing=0)
        line.addWidget(self.line, 1)
        line.addWidget(self._away)
        column.addLayout(line)
        column.addWidget(label(t("How sure are you?"), "label"))
        self._pills: dict[Sure, WrappedPill] = {}
        for value, words in (
            (Sure.AGREE, t("We agree")),
            (Sure.LIVE, t("We can live with it")),
            (Sure.DIFFER, t("We keep differing, and that is fine")),
        ):
            pill = WrappedPill(desk.theme, words)
            pill.setObjectName(f"sure-{value}")
            pill.clicked.connect(lambda on, value=value: self.sure.emit(value if on else None))
            self._pills[value] = pill
            column.addWidget(pill)
        column.addSpacing(4)
        title = t("A voice that differs, in a sentence, without a name")
        column.addWidget(label(title, "label", wrap=True))
        self.other = KeptLine(title, t("Only if somebody wants to leave it"))
        self.other.typed.connect(self.typed)
        self.other.kept.connect(self.differing)
        column.addWidget(self.other)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop, *, busy: bool) -> None:
        """Show the pawn of the dilemma in the picture."""
        played = workshop.dilemma()
        if played is None:
            return
        self.line.show_place(played.pawn)
        self.line.setToolTip(plain_tip(f"A: {played.card.a}\nB: {played.card.b}"))
        self._away.setVisible(played.pawn is not None)
        for value, pill in self._pills.items():
            pill.setChecked(value is played.sure)
        self.other.show_words(played.id, played.differing, workshop.draft(draft_id(played.id)), busy=busy)
