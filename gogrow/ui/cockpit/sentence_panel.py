"""Right while the group looks for its one sentence: the words, its themes, and reading it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.kept_line import KeptLine
from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label


def draft_id(dilemma: str) -> str:
    """The id of the half-written sentence about a dilemma."""
    return f"sentence.{dilemma}"


class SentencePanel(QWidget):
    """Leaving the field, Enter and the next action keep the sentence."""

    typed = Signal(str, str)  # dilemma, half-written words
    kept = Signal(str, str, list)  # dilemma, sentence, themes
    read = Signal(bool)  # on the beamer, or off it
    shared = Signal(str, bool)  # dilemma, and whether its sentence may be in a report
    changed = Signal()  # there is something to keep now, or nothing any more

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._dilemma = ""
        self._themes: tuple[str, ...] = ()
        self._some = False
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        title = t("What do you say about this together?")
        column.addWidget(label(title, "label", wrap=True))
        self.line = KeptLine(title, t("One sentence that everyone can nod to"), lines=3)
        self.line.typed.connect(self.typed)
        self.line.kept.connect(lambda key, words: self.kept.emit(key, words, list(self._themes)))
        self.line.textChanged.connect(self._felt)
        column.addWidget(self.line)
        self._back = WrappedPill(desk.theme, t("Read it back on the beamer"), "device-projector")
        self._back.setObjectName("read-back")
        self._back.clicked.connect(self.read)
        column.addWidget(self._back)
        self._share = WrappedPill(desk.theme, t("May be in the report for the organisation"), "report-analytics")
        self._share.setObjectName("share-sentence")
        self._share.clicked.connect(self._share_it)
        column.addWidget(self._share)
        column.addSpacing(2)
        column.addWidget(label(t("Themes"), "label"))
        self._pills = ThemePills(desk, counts=False)
        self._pills.changed.connect(self._set_themes)
        column.addWidget(self._pills)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop, suggestions: tuple[str, ...], *, busy: bool) -> None:
        """Show the sentence of the dilemma in the picture."""
        played = workshop.dilemma()
        if played is None:
            return
        if played.id != self._dilemma:
            self._dilemma = played.id
            self._pills.fold()
        self._themes = played.themes
        self.line.show_words(played.id, played.sentence, workshop.draft(draft_id(played.id)), busy=busy)
        self._some = bool(self.line.sentence())
        self._back.setChecked(workshop.stage.dilemma.read_back)
        self._back.setEnabled(self._some or workshop.stage.dilemma.read_back)
        self._share.setChecked(played.shareable)
        self._share.setEnabled(self._some)
        self._pills.show_themes(suggestions, chosen=played.themes, brief=True)

    def _felt(self) -> None:
        some = bool(self.line.sentence())
        if some != self._some:
            self._some = some
            self._back.setEnabled(some or self._back.isChecked())
            self._share.setEnabled(some)
            self.changed.emit()

    def _share_it(self, on: bool) -> None:
        self.line.keep()  # what is typed is what they say yes to
        if self._dilemma:
            self.shared.emit(self._dilemma, on)

    def _set_themes(self, themes: list[str]) -> None:
        if self._dilemma:
            self.kept.emit(self._dilemma, self.line.sentence(), themes)
