"""The two questions of the list: what kind of new workshop, and whether to tidy up for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.live.while_there import WhileThere
from gogrow.store.elsewhere import same_people
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon, icon_size
from gogrow.ui.labels import label
from gogrow.ui.parts import button, fitted, icon_label, row
from gogrow.ui.theme import Theme

DIALOG = 580
"""How wide a dialog with sentences is, in pixels."""


class NewWorkshop(QDialog):
    """Asks a title, which is filled in already, and: a team, or two?"""

    def __init__(self, texts: Texts, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self.setWindowTitle(t("New workshop"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        column.addWidget(label(t("New workshop"), "title"))
        column.addSpacing(4)
        caption = label(t("Title"), "label")
        column.addWidget(caption)
        self.title = QLineEdit(title)
        self.title.setMaxLength(200)
        self.title.selectAll()
        self.title.textChanged.connect(self._check)
        caption.setBuddy(self.title)
        self.title.setAccessibleName(t("Title"))
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(label(t("With whom?"), "label"))
        self.team = self._choice(theme, t("With a team, at a beamer"), "users-group")
        self.two = self._choice(theme, t("For two, at one laptop"), "users")
        self.team.setChecked(True)
        column.addWidget(self.team)
        column.addWidget(self.two)
        column.addSpacing(14)
        self.make = button(theme, t("Make and prepare"), "chevron-right", "act", "make", after=True)
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        cancel = button(theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        line = row(1, cancel, self.make, spacing=12)
        column.addLayout(line)
        self.title.setFocus()

    @property
    def setting(self) -> str:
        """``team`` or ``two``, as a programme names it."""
        return "two" if self.two.isChecked() else "team"

    def _choice(self, theme: Theme, text: str, name: str) -> QRadioButton:
        made = QRadioButton(text)
        made.setProperty("row", True)
        made.setMinimumHeight(56)
        made.setIcon(icon(name, theme.colour("ink"), 24, room=6))
        made.setIconSize(icon_size(24, 6))
        return made

    def _check(self, text: str) -> None:
        self.make.setEnabled(bool(text.strip()))


class TidyUp(QDialog):
    """Says in three lines what goes and what stays, and asks once."""

    def __init__(self, texts: Texts, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self.setWindowTitle(t("Tidy up"))
        self.setFixedWidth(DIALOG)
        self._texts, self._theme = texts, theme
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        shown = title if len(title) <= 60 else f"{title[:59].rstrip()}…"
        column.addWidget(label(t("Tidy up “{title}”?", title=shown), "title", wrap=True))
        for name, heading, words in (
            ("trash", t("This goes"), t("Names, pawns, cards, talks, plans and everything that was typed.")),
            ("check", t("This stays"), t("Title, team and date, the programme, themes and counts.")),
            (
                "alert-triangle",
                t("For good"),
                t("It cannot be undone, and neither can what you removed before. Copies you keep elsewhere stay."),
            ),
        ):
            column.addLayout(self._line(name, heading, words))
        self._lines = column.count()
        column.addSpacing(8)
        self.yes = button(theme, t("Tidy up"), "archive", "act", "tidy")
        self.yes.clicked.connect(self.accept)
        self.no = button(theme, t("Leave it"))
        self.no.setAutoDefault(True)
        self.no.clicked.connect(self.reject)
        column.addLayout(row(1, self.no, self.yes, spacing=12))
        self.no.setFocus()

    def say_elsewhere(self, titles: Sequence[str]) -> None:
        """The same people are in workshops with these titles, which stay as they are."""
        if not titles:
            return
        t = self._texts.t
        if len(titles) == 1:
            title = titles[0] if len(titles[0]) <= 60 else f"{titles[0][:59].rstrip()}…"
            words = t(
                "The same people are in “{title}” too. Tidy that up as well, or their names and plans stay there.",
                title=title,
            )
        else:
            words = t(
                "The same people are in {count} other workshops too. Tidy those up as well, or their names and plans "
                "stay there.",
                count=len(titles),
            )
        self._column.insertLayout(self._lines, self._line("copy", t("Also elsewhere"), words))
        self.adjustSize()

    def _line(self, name: str, heading: str, words: str) -> QHBoxLayout:
        sign = icon_label(self._theme, name, "ink", 24)
        line = row(sign, spacing=14)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(label(heading, "strong"))
        beside.addWidget(fitted(label(words, "text", wrap=True), DIALOG - 56 - 26 - 14))
        line.addLayout(beside, 1)
        return line


def ask_to_tidy(desk: Desk, title: str, id: str, parent: QWidget) -> bool:
    """Say what goes and what stays of this workshop, and ask once. In which others the same people are follows when
    the file has answered."""
    dialog = TidyUp(desk.texts, desk.theme, title, parent)
    desk.workspace.ask(lambda file: same_people(file, id), WhileThere(dialog)(dialog.say_elsewhere), lambda _: None)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def erased_words(texts: Texts, workshop: Workshop) -> str:
    """What tidying up takes away from this workshop, in one sentence."""
    parts = [
        texts.n("{count} name", "{count} names", len(workshop.participants)),
        texts.n("{count} pawn", "{count} pawns", len(workshop.placements)) if workshop.placements else "",
        texts.n("{count} talk", "{count} talks", len(workshop.talks)) if workshop.talks else "",
        texts.n("{count} plan", "{count} plans", len(workshop.plans)) if workshop.plans else "",
        texts.n("{count} card", "{count} cards", len(workshop.played)) if workshop.played else "",
    ]
    return texts.t("Erased: {things}.", things=", ".join(part for part in parts if part))


def kept_words(texts: Texts, workshop: Workshop) -> str:
    """What stays of a workshop that was tidied up, in one sentence."""
    themes = texts.n("{count} theme", "{count} themes", len(workshop.harvest))
    return texts.t("Kept: {themes} and the counts.", themes=themes)
