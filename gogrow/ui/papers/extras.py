"""What comes along on paper when it is asked for: a logo, a line with whom to call, codes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from gogrow.sheets.papers import LINK_LIMIT, read_link
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, wrapped
from gogrow.ui.papers.choices import Choices
from gogrow.ui.parts import button, quiet_tool, row

_CONTACT = 200


class Extras(QWidget):
    """`changed` tells that something else is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, choices: Choices, contact: str) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._logo = choices.logo
        self._refused = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(t("Also on the paper"), "label"))
        self.choose = button(desk.theme, t("Choose a logo…"), "upload", "tool", "logo")
        self.choose.clicked.connect(self._choose)
        self._name = Elided("", "muted")
        self.drop = quiet_tool(desk.theme, "x", t("No logo"), "no-logo")
        self.drop.clicked.connect(lambda: self._take(""))
        line = row(self.choose, spacing=10)
        line.addWidget(self._name, 1)
        line.addWidget(self.drop)
        column.addLayout(line)
        self._fault = self._told(column)
        column.addWidget(label(t("Whom can one call?"), "hint"))
        self.contact = QLineEdit(contact)
        self.contact.setAccessibleName(t("Whom can one call?"))
        self.contact.setPlaceholderText(t("For instance your coach, HR or the union"))
        self.contact.setMaxLength(_CONTACT)
        self.contact.textChanged.connect(lambda _: self.changed.emit())
        column.addWidget(self.contact)
        self.steps = QCheckBox(t("A code with the steps, for the phone"))
        self.steps.setChecked(choices.steps_code)
        self.steps.toggled.connect(lambda _: self.changed.emit())
        column.addWidget(self.steps)
        column.addWidget(label(t("A link of the organisation, as a code"), "hint"))
        self.link = QLineEdit(choices.link)
        self.link.setAccessibleName(t("A link of the organisation, as a code"))
        self.link.setPlaceholderText("https://")
        self.link.setMaxLength(LINK_LIMIT)
        self.link.textChanged.connect(lambda _: self._link_changed())
        column.addWidget(self.link)
        self._wrong = self._told(column)
        self._wrong.setText(t("A link begins with https:// and has no spaces. Now it stays off the paper."))
        self._link_changed()
        self._show_logo()

    @property
    def logo(self) -> str:
        """The file that was chosen, as long as it was not refused; '' for none."""
        return "" if self._refused else self._logo

    def refuse_logo(self, sentence: str) -> None:
        """This logo cannot be used, and why."""
        self._refused = sentence
        self._show_logo()

    def for_one(self, personal: bool) -> None:
        """Whether it is paper of one person each: else there are no steps on it."""
        self.steps.setVisible(personal)

    def _told(self, column: QVBoxLayout) -> QLabel:
        made = wrapped("", "hint")
        made.setProperty("tone", "act")
        made.hide()
        column.addWidget(made)
        return made

    def _choose(self) -> None:
        t = self._desk.texts.t
        folder = Path(self._logo).parent if self._logo else Path.home()
        kinds = "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)"
        name, _ = QFileDialog.getOpenFileName(self, t("Choose a logo"), str(folder), kinds)
        if name:
            self._take(name)

    def _take(self, name: str) -> None:
        self._logo, self._refused = name, ""
        self._show_logo()
        self.changed.emit()

    def _show_logo(self) -> None:
        t = self._desk.texts.t
        self._name.setText(Path(self._logo).name if self._logo else t("no logo"))
        self.drop.setVisible(bool(self._logo))
        self._fault.setText(self._refused)
        self._fault.setVisible(bool(self._refused))

    def _link_changed(self) -> None:
        text = self.link.text().strip()
        self._wrong.setVisible(bool(text) and read_link(text) is None)
        self.changed.emit()
