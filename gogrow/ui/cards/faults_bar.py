"""What is wrong with an own deck that was written by hand: file, line, what to do, and the ways to get there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from gogrow.content.library import OwnDeck
from gogrow.ui.desk import Desk
from gogrow.ui.labels import wrapped
from gogrow.ui.parts import button, icon_label, row

SHOWN = 3
"""So many faults are told; of more only the number."""


class FaultsBar(QFrame):
    """Hidden as long as nothing is wrong."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        self._file: Path | None = None
        t, theme = desk.texts.t, desk.theme
        self.setProperty("bar", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.open = button(theme, t("Open the file"), "external-link", "tool", "open-file")
        self.open.clicked.connect(self._open)
        self.folder = button(theme, t("Show the folder"), "folder", "tool", "open-folder")
        self.folder.clicked.connect(self._show_folder)
        line = row(icon_label(theme, "alert-triangle", "act", 24), spacing=12)
        line.setContentsMargins(16, 8, 8, 8)
        line.addLayout(self._lines, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.hide()

    def show_deck(self, own: OwnDeck | None) -> None:
        """Tell what is wrong with this deck; nothing for None."""
        faults = own.faults if own is not None else ()
        texts = self._desk.texts
        said = [fault.message(texts) for fault in faults[:SHOWN]]
        if len(faults) > SHOWN:
            more = len(faults) - SHOWN
            said.append(texts.n("And {count} more thing.", "And {count} more things.", more))
        if faults:
            said.append(texts.t("Everything else of this deck can be used."))
        if own is not None and faults:
            file = own.folder / faults[0].file
            self._file = file if file.is_file() else own.folder / "deck.yaml"
            self.open.setVisible(self._file.is_file())
        self.setVisible(bool(faults))
        if tuple(said) == self._shown:
            return
        self._shown = tuple(said)
        while item := self._lines.takeAt(0):
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for number, words in enumerate(said):
            self._lines.addWidget(wrapped(words, "muted" if number == len(said) - 1 else "strong"))
        self.setAccessibleName(" ".join(said))

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences that it shows."""
        return self._shown if not self.isHidden() else ()

    def _open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def _show_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
