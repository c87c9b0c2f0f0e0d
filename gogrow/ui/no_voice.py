"""Where the computer has no voice for a language: how to get one on this system, in a few steps."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui.labels import label
from gogrow.ui.parts import button, fitted, icon_label, row
from gogrow.ui.theme import Theme

PACKAGES = "speech-dispatcher, speech-dispatcher-espeak-ng, espeak-ng"
_WIDE = 560


def steps(texts: Texts, language: str, system: str = sys.platform) -> list[str]:
    """What to do on a system (a name as of ``sys.platform``) to get a voice for a language."""
    t = texts.t
    name = t("a Dutch voice") if language == "nl" else t("an English voice")
    again = t("Close GoGrow and open it again.")
    if system == "win32":
        return [
            t("Open Settings, then Time and language, then Speech."),
            t("Choose “Add voices” under “Manage voices”, and take {voice}.", voice=name),
            again,
        ]
    if system == "darwin":
        return [
            t("Open System Settings, then Accessibility, then Spoken Content."),
            t("Choose “Manage Voices” at “System voice”, and take {voice}.", voice=name),
            again,
        ]
    return [
        t("Install these packages, or ask whoever looks after this computer:") + f"\n{PACKAGES}",
        again,
    ]


class NoVoice(QDialog):
    """Tells it, and that reading aloud stays on the computer."""

    def __init__(
        self, texts: Texts, theme: Theme, language: str, parent: QWidget | None = None, system: str = sys.platform
    ) -> None:
        super().__init__(parent)
        t = texts.t
        heading = t("There is no Dutch voice yet") if language == "nl" else t("There is no English voice yet")
        self.setWindowTitle(t("Read this aloud"))
        self.setFixedWidth(_WIDE + 64)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(14)
        column.addLayout(row(icon_label(theme, "volume", "ink", 30), label(heading, "section"), 1, spacing=12))
        why = t(
            "GoGrow reads aloud with a voice of this computer. Nothing that is read goes over the internet. "
            "This is how you get a voice:"
        )
        column.addWidget(fitted(label(why, "text", wrap=True), _WIDE))
        for number, words in enumerate(steps(texts, language, system), start=1):
            figure = label(str(number), "strong")
            figure.setFixedWidth(20)
            said = fitted(label(words, "text", wrap=True), _WIDE - 30)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line = row(figure, said, 1, spacing=10)
            line.setAlignment(figure, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
        shut = button(theme, t("Close"), "", "act", "close")
        shut.setAutoDefault(True)
        shut.clicked.connect(self.accept)
        column.addSpacing(4)
        column.addLayout(row(1, shut))
        shut.setFocus()
