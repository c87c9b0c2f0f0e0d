"""One kind of step at the table: what stands left, what stands right, and what the two large buttons do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.people import Participant
from gogrow.domain.rules import table
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.table.heading import Heading

NAME_ROOM = 24
"""A name longer than this many characters ends in … where it stands in a sentence."""
TIGHT_ROOM = 14
"""The same where two names stand in one short line."""


class TableStep(QObject):
    """A kind of step for one workshop. `show` is complete and idempotent; widgets hold nothing worth keeping.

    ``texts`` speaks the workshop's language, since both read it.
    """

    onward = Signal()  # to the next step of the run
    backward = Signal()  # to the step before it
    changed = Signal()  # something that is not in the workshop is another

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = texts
        self.t = texts.t
        self.live = live
        self.left: QWidget
        self.right: QWidget

    def show(self, workshop: Workshop) -> None:
        """Show the workshop as it is now."""

    def primary(self, workshop: Workshop) -> Primary:
        """The large button at the right."""
        return Primary(self.t("Continue"))

    def secondary(self, workshop: Workshop) -> str:
        """The words on the large button at the left; '' for none."""
        return ""

    def act(self, workshop: Workshop) -> None:
        """The right button."""
        self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """The left button."""
        self.backward.emit()

    def back(self, workshop: Workshop) -> bool:
        """One screen back within this step. False when there is none."""
        return False

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """A key that no text field took. True when it meant something here."""
        return False

    def turn_of(self, workshop: Workshop) -> str:
        """Whose turn it is: the id of a participant."""
        pair = table.seats(workshop)
        return pair[0] if pair else ""

    def behind_curtain(self, workshop: Workshop) -> bool:
        """Whether one of the two looks away now."""
        return False

    def close(self) -> None:
        """The page is left or begins anew: the curtain closes, what is typed is kept."""

    def drop(self) -> None:
        """Everything is erased: what is half typed on the screen goes too."""

    def person(self, workshop: Workshop, id: str) -> Participant | None:
        """One of the two."""
        return workshop.participant(id)

    def name(self, workshop: Workshop, id: str, room: int = NAME_ROOM) -> str:
        """Somebody's name, short enough for a sentence."""
        found = workshop.participant(id)
        return short(found.label, room) if found else ""


class Column(QWidget):
    """The words at the right: a quiet line, a heading, a sentence, and room under them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.intro = label("", "muted", wrap=True)
        self.heading = Heading(desk.theme)
        self.body = label("", "body", wrap=True)
        column.addWidget(self.intro)
        column.addSpacing(10)
        column.addWidget(self.heading)
        column.addSpacing(10)
        column.addWidget(self.body)
        column.addSpacing(14)
        self.box = QVBoxLayout()
        self.box.setSpacing(8)
        column.addLayout(self.box)
        column.addStretch(1)
        for part in (self.intro, self.body):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def say(self, heading: str, body: str = "", intro: str = "") -> None:
        """Other words."""
        self.intro.setText(intro)
        self.intro.setVisible(bool(intro))
        self.heading.setText(heading)
        self.body.setText(body)
        self.body.setVisible(bool(body))


def short(name: str, room: int = NAME_ROOM) -> str:
    """A name that fits in a sentence."""
    return name if len(name) <= room else f"{name[: room - 1].rstrip(' -.')}…"
