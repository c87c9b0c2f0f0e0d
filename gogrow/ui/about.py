"""About the program: whose ideas, whose letters and pictures, and how safe the file is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gogrow import __version__
from gogrow.texts import Texts
from gogrow.ui.labels import label
from gogrow.ui.parts import button, fitted, icon_label, row
from gogrow.ui.theme import Theme


class About(QDialog):
    """Credits, licences, and that the file is not encrypted yet."""

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self.setWindowTitle(t("About GoGrow"))
        self.setFixedWidth(640)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(14)
        column.addLayout(row(icon_label(theme, "seedling", "ok", 34), label("GoGrow", "question"), 1, spacing=12))
        column.addWidget(label(t("Version {version}", version=__version__), "muted"))
        for name, heading, words in (
            (
                "heart-handshake",
                t("Whose idea"),
                t(
                    "Go Grow comes from Parktheater Eindhoven, Koerskaart Werk & Toekomst from the FNV. GoGrow is an "
                    "independent program in their spirit, with texts and pictures of its own."
                ),
            ),
            (
                "lock",
                t("Your workspace"),
                t(
                    "Everything stays on this laptop; the program never uses the internet. This file is not "
                    "encrypted yet: whoever can open your laptop can read it. Tidy up when you are done."
                ),
            ),
            (
                "file-text",
                t("Licences"),
                t(
                    "The program is free under the MIT licence, decks and pictures under CC BY 4.0. Letters: Atkinson "
                    "Hyperlegible Next by the Braille Institute and Noto by Google (SIL Open Font License). "
                    "Icons: Tabler (MIT). Made with Qt (LGPL 3)."
                ),
            ),
        ):
            sign = icon_label(theme, name, "ink", 24)
            line = row(sign, spacing=14)
            line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            beside = QVBoxLayout()
            beside.setSpacing(2)
            beside.addWidget(label(heading, "strong"))
            said = fitted(label(words, "text", wrap=True), 640 - 64 - 26 - 14)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            beside.addWidget(said)
            line.addLayout(beside, 1)
            column.addLayout(line)
        shut = button(theme, t("Close"), "", "act", "close")
        shut.setAutoDefault(True)
        shut.clicked.connect(self.accept)
        column.addSpacing(4)
        column.addLayout(row(1, shut))
        shut.setFocus()
