"""The board for the floor: how large and on which paper, with a picture of the sheets that it takes beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.workshop import Workshop
from gogrow.live.jobs import Progress
from gogrow.sheets.floor_wishes import (
    FloorWishes,
    Paper,
    SizeFault,
    board_size,
    metres,
    needs_larger_unit,
    read_size,
    tiling,
)
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.paper import ask_where, file_name, make_pdf
from gogrow.ui.parts import button, fitted, panel, row
from gogrow.ui.prepare.floor_picture import FloorPicture

_PAPERS: tuple[Paper, ...] = ("a4", "a3", "one")
_RIGHT = 360
_SIZE = "4 x 4 m"


class FloorDialog(QDialog):
    """Asks how the board of this workshop is to come on the floor, and makes the PDF in the workshop's language."""

    def __init__(self, desk: Desk, parent: QWidget, workshop: Workshop) -> None:
        super().__init__(parent)
        self._desk, self._workshop = desk, workshop
        t, theme = desk.texts.t, desk.theme
        self.setWindowTitle(t("Floor board"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 22)
        whole.setSpacing(14)
        whole.addWidget(label(t("Floor board"), "title"))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(self._choices(), 1)
        frame, column = panel((16, 16, 16, 14), 10)
        frame.setFixedWidth(_RIGHT)
        self._picture = FloorPicture(theme, workshop.board)
        column.addWidget(self._picture, 1)
        self._told = label("", "hint", wrap=True)
        column.addWidget(self._told)
        sides.addWidget(frame)
        whole.addLayout(sides, 1)
        self._count = label("", "strong")
        self.save = button(theme, t("Save as PDF…"), "printer", "act", "save")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        cancel = button(theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        whole.addLayout(row(self._count, 1, cancel, self.save, spacing=12))
        self.size_line.textChanged.connect(lambda _: self._show())
        for group in (self._paper, self._ink):
            group.idToggled.connect(lambda *_: self._show())
        self.letters.toggled.connect(lambda _: self._show())
        self._show()
        self.size_line.selectAll()

    @property
    def wishes(self) -> FloorWishes:
        """What is chosen now. Raises `SizeFault`."""
        width, height = read_size(self.size_line.text())
        made = FloorWishes(
            width, height, _PAPERS[self._paper.checkedId()], self.letters.isChecked(), self._ink.checkedId() == 1
        )
        board_size(self._workshop.board, made)
        return made

    def _choices(self) -> QVBoxLayout:
        t = self._desk.texts.t
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(t("Size"), "label"))
        self.size_line = QLineEdit(_SIZE)
        self.size_line.setAccessibleName(t("Size"))
        self.size_line.setMaxLength(40)
        column.addWidget(self.size_line)
        column.addWidget(label(t("For instance 4 x 4 m, or 350 x 350 cm"), "hint"))
        column.addSpacing(6)
        column.addWidget(label(t("Paper"), "label"))
        words = [t("A4: sheets to glue"), t("A3: sheets to glue"), t("One large page, for a print shop")]
        self._paper = self._radios(column, t("Paper"), words)
        column.addSpacing(6)
        column.addWidget(label(t("Ink"), "label"))
        line = QHBoxLayout()
        line.setSpacing(6)
        self._ink = self._radios(line, t("Ink"), [t("Colour"), t("Save ink")])
        column.addLayout(line)
        column.addSpacing(6)
        self.letters = QCheckBox(t("With the letters of the paper slips"))
        self.letters.setEnabled(bool(self._workshop.board.spots))
        column.addWidget(self.letters)
        column.addStretch(1)
        return column

    def _radios(self, column: QBoxLayout, about: str, words: Sequence[str]) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(words):
            radio = QRadioButton(text)
            radio.setProperty("row", True)
            radio.setAccessibleDescription(about)
            radio.setChecked(number == 0)
            group.addButton(radio, number)
            column.addWidget(radio, 1)
        return group

    def _show(self) -> None:
        """The picture, the words under it, and the sheets it takes, for what is chosen now."""
        texts, board = self._desk.texts, self._workshop.board
        t = texts.t
        try:
            wishes = self.wishes
        except SizeFault as fault:
            self._picture.show_wishes(None)
            self._say(fault.message(texts))
            self._count.setText("")
            self.save.setEnabled(False)
            return
        self.save.setEnabled(True)
        self._picture.show_wishes(wishes)
        wide, high = (metres(side / 1000, texts) for side in board_size(board, wishes))
        if wishes.paper == "one":
            self._count.setText(t("One page of {wide} × {high} m", wide=wide, high=high))
            large = t("This page is larger than 5 metres. Ask the print shop whether it can take that.")
            whole = t("A print shop prints this in one piece, on paper or on cloth.")
            self._say(large if needs_larger_unit(board, wishes) else whole)
            return
        count, paper = tiling(board, wishes).count, wishes.paper.upper()
        self._count.setText(
            texts.n("{count} sheet of {paper}, and a map", "{count} sheets of {paper}, and a map", count, paper=paper)
        )
        self._say(t("It becomes {wide} × {high} m. The map tells where each sheet lies.", wide=wide, high=high))

    def _say(self, words: str) -> None:
        self._told.setText(words)
        fitted(self._told, _RIGHT - 36)

    def _save(self) -> None:
        """Ask where, close, and let the PDF be made."""
        t, workshop, wishes = self._desk.texts.t, self._workshop, self.wishes
        size = " x ".join(f"{side / 1000:.3g}" for side in board_size(workshop.board, wishes))
        target = ask_where(self, t("Floor board"), file_name(f"{t('Floor board')} {size} m", workshop))
        if target is None:
            return

        def work(progress: Progress) -> object:
            from gogrow.sheets.floor import floor_board

            return floor_board(workshop.board, Texts(workshop.details.language), target, wishes, progress)

        parent = self.parentWidget()
        assert parent is not None
        self.accept()
        make_pdf(self._desk, parent, t("The floor board"), target, work)
