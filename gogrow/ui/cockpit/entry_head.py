"""Above the private board: that only she sees it, her notes, handing over the laptop, and whether it is blind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, row


class EntryHead(QWidget):
    """One row. Words stand on its buttons where there is room for them; without room an icon and a tip."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t = desk.texts.t
        self._title_words = (t("Board · only you see this"), t("Board"))
        self._notes_word, self._laptop_word = t("Notes"), t("At the laptop")
        self._blind_words = (t("Blind, only checks"), t("Blind"))
        self._title = label(self._title_words[0], "strong")
        self.notes = button(desk.theme, self._notes_word, "note", "tool", "notes")
        self.notes.setCheckable(True)
        self.notes.setToolTip(t("Your notes for this step, in place of the board"))
        self.laptop = button(desk.theme, self._laptop_word, "hand-click", "tool", "at-laptop")
        self.laptop.setToolTip(t("Participants place their own pawn here. Your own screen is locked meanwhile."))
        for made, word in ((self.notes, self._notes_word), (self.laptop, self._laptop_word)):
            made.setAccessibleName(word)
            made.hide()
        self._eye = icon_label(desk.theme, "eye-off", "ink", 18)
        self.blind = QCheckBox(self._blind_words[0])
        self.blind.setAccessibleName(self._blind_words[0])
        self.blind.setProperty("toggle", True)
        self.blind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.blind.setChecked(True)
        self._lock = icon_label(desk.theme, "lock", "ink", 18)
        line = row(self._lock, self._title, 1, self.notes, self.laptop)
        line.addSpacing(8)
        line.addWidget(self._eye)
        line.addWidget(self.blind)
        self.setLayout(line)

    def offer(self, *, notes: bool, typing: bool) -> None:
        """Whether the notes have a button; without ``typing`` there is nothing to hand over and nothing is blind."""
        self.notes.setVisible(notes)
        for part in (self.laptop, self._eye, self.blind):
            part.setVisible(typing)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another style may have wider words."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Take words away until all fits: first of the laptop, then of the toggle, the notes, and the title."""
        for without in range(5):
            self.laptop.setText(self._laptop_word if without < 1 else "")
            self.blind.setText(self._blind_words[without > 1])
            self.notes.setText(self._notes_word if without < 3 else "")
            self._title.setText(self._title_words[without > 3])
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        parts = [self._lock, self._title, self.notes, self.laptop, self._eye, self.blind]
        seen = [part for part in parts if not part.isHidden()]
        for part in seen:
            part.ensurePolished()
        return sum(part.sizeHint().width() for part in seen) + 8 * (len(seen) + 2)
