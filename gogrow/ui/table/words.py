"""Welcome, a pause after a crash, and every step that has nothing to do but read and talk."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gogrow.domain.deck import StepKind
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import icon_label, row
from gogrow.ui.table.picture import Airy, TableBoard
from gogrow.ui.table.step import Column, TableStep


class WordsStep(TableStep):
    """The empty board with its words, and what this step is about. Before the beginning it says *Begin*."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._board = TableBoard(desk.theme)
        self._words = Column(desk)
        self._centre = label("", "text", wrap=True)
        self._rim = label("", "text", wrap=True)
        self._legend = QWidget()
        lines = row(spacing=10)
        lines.addWidget(icon_label(desk.theme, "circle-dot", "ink2", 20))
        lines.addWidget(self._centre, 1)
        self._legend.setLayout(lines)
        self._around = QWidget()
        second = row(spacing=10)
        second.addWidget(icon_label(desk.theme, "point", "ink2", 20))
        second.addWidget(self._rim, 1)
        self._around.setLayout(second)
        self._words.box.addWidget(self._legend)
        self._words.box.addWidget(self._around)
        self.left: QWidget = Airy(self._board)
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Show the step's own words."""
        step = workshop.step() or (workshop.run[0] if workshop.run else None)
        language, board = self.texts.language, workshop.board
        self._board.show_board(board, language, inside=True)
        if step is not None:
            self._words.say(step.heading.get(language, ""), step.body.get(language, ""))
        explains = step is not None and step.kind in (StepKind.WELCOME, StepKind.ROUND)
        centre = board.centre.sentence.get(language, "") if board.centre else ""
        rim = board.rim_sentence.get(language, "")
        self._centre.setText(self.t("Centre: {words}", words=centre))
        self._rim.setText(self.t("Rim: {words}", words=rim))
        self._legend.setVisible(explains and bool(centre))
        self._around.setVisible(explains and bool(rim))

    def primary(self, workshop: Workshop) -> Primary:
        """Begin, or go on."""
        return Primary(self.t("Begin") if workshop.stage.begun is None else self.t("Continue"))

    def act(self, workshop: Workshop) -> None:
        """Begin with the first step, or go on."""
        if workshop.stage.begun is None:
            self.live.do(session.begin, self.desk.now())
        else:
            self.onward.emit()


class ResumeStep(TableStep):
    """After a crash, a closed lid or a look elsewhere: where were we, and whose turn is it. Nothing else is shown."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._board = TableBoard(desk.theme)
        self._words = Column(desk)
        self.left: QWidget = Airy(self._board)
        self.right = self._words
        self.turn = ""

    def show(self, workshop: Workshop) -> None:
        """Show the step's title and who is on turn (``turn``, set by the page)."""
        self._board.show_board(workshop.board, self.texts.language)
        step = workshop.step()
        title = step.title.get(self.texts.language, "") if step else ""
        name = self.name(workshop, self.turn)
        who = self.t("It is {name}’s turn.", name=name) if name else ""
        where = self.t("You were at “{step}”.", step=title) if title else ""
        self._words.say(self.t("Where were we?"), f"{where} {who}".strip())


class NotTwo(TableStep):
    """More or fewer than two are here: the table is for two."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._board = TableBoard(desk.theme)
        self._words = Column(desk)
        self.left: QWidget = Airy(self._board)
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Say how many there are."""
        self._board.show_board(workshop.board, self.texts.language)
        count = len(workshop.here())
        self._words.say(
            self.t("This table is for two"),
            self.texts.n(
                "{count} person is here now. Choose who of you sit at the table.",
                "{count} people are here now. Choose who of you sit at the table.",
                count,
            ),
        )

    def primary(self, workshop: Workshop) -> Primary:
        """To preparing."""
        return Primary(self.t("Back to preparing"))
