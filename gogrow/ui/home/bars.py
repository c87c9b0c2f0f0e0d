"""The bars of the list: the file at the top, going on where one was, what was just done, open at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.labels import Elided, label, plain_button, plain_tip
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.theme import Theme

if TYPE_CHECKING:
    from gogrow.domain.outcome import StepName


class HomeBar(QFrame):
    """Name of the program and of the file, whether all is kept, undo, scanning, searching, all cards, and the menu."""

    undo = Signal()
    cards = Signal()
    search = Signal()
    scan = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._read_only = False
        self.setProperty("bar", "top")
        self.setFixedHeight(64)
        t = texts.t
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 18, 0)
        line.setSpacing(14)
        line.addWidget(label("GoGrow", "title"))
        self.file = Elided("", "muted")
        line.addWidget(self.file, 1)
        self._kept_sign = icon_label(theme, "check", "ok", 18)
        self._kept = label(t("Everything is kept"), "muted")
        line.addLayout(row(self._kept_sign, self._kept, spacing=4))
        self._undo = button(theme, t("Undo"), "arrow-back-up", "tool", "undo")
        self._undo.clicked.connect(self.undo)
        line.addWidget(self._undo)
        self.scan_button = button(theme, t("Scan"), "qrcode", "tool", "scan")
        self.scan_button.clicked.connect(self.scan)
        self.scan_button.hide()
        line.addWidget(self.scan_button)
        look = button(theme, t("Search"), "search", "tool", "search")
        look.clicked.connect(self.search)
        line.addWidget(look)
        all_cards = button(theme, t("Cards"), "cards", "tool", "cards")
        all_cards.clicked.connect(self.cards)
        line.addWidget(all_cards)
        self.menu = QMenu(self)
        self.more = QToolButton()
        self.more.setProperty("icononly", True)
        self.more.setIcon(icons.icon("dots", theme.colour("ink"), 22))
        self.more.setFixedSize(48, 44)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(t("Menu"))
        line.addWidget(self.more)
        self.set_undo(None)

    def set_undo(self, undo: StepName | None) -> None:
        """What can be undone in the list."""
        from gogrow.ui.step_names import step_text

        self._undo.setEnabled(undo is not None)
        tip = self._texts.t("Undo: {step}", step=step_text(undo, self._texts)) if undo else ""
        self._undo.setToolTip(plain_tip(tip))
        self._undo.setAccessibleName(tip or self._texts.t("Undo"))

    def set_file(self, name: str, folder: str, *, read_only: bool) -> None:
        """Which file this is."""
        text = self._texts.t("{file}, only to look at", file=name) if read_only else name
        self.file.setText(text)
        self.file.setToolTip(plain_tip(folder))
        self._read_only = read_only
        self.set_kept(True)

    def set_kept(self, kept: bool) -> None:
        """Whether everything is in the file; nothing is said of a file that is only looked at."""
        for shown in (self._kept, self._kept_sign):
            shown.setVisible(kept and not self._read_only)


class Resume(QFrame):
    """Offers to go on with the workshop that was not closed."""

    asked = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setProperty("panel", "now")
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 12, 10, 12)
        line.setSpacing(14)
        line.addWidget(icon_label(theme, "player-play", "act", 26))
        beside = QVBoxLayout()
        beside.setSpacing(1)
        self._title = Elided("", "section")
        self._words = Elided("", "text")
        beside.addWidget(self._title)
        beside.addWidget(self._words)
        line.addLayout(beside, 1)
        self.go = button(theme, texts.t("Continue"), "chevron-right", "act", "resume", after=True)
        self.go.setMinimumWidth(170)
        self.go.clicked.connect(self.asked)
        line.addWidget(self.go)
        shut = button(theme, "", "x", "quiet", "no-resume")
        shut.setFixedWidth(44)
        shut.setProperty("icononly", True)
        shut.setAccessibleName(texts.t("Not now"))
        shut.clicked.connect(self.closed)
        line.addWidget(shut)
        self.hide()

    def offer(self, title: str, step: str) -> None:
        """Say which workshop, and at which step it is ('' when it has not begun)."""
        t = self._texts.t
        self._title.setText(t("Continue with “{title}”", title=title))
        if step:
            self._words.setText(t("You were at “{step}”. The beamer stays quiet until you show something.", step=step))
        else:
            self._words.setText(t("You were preparing it. Everything is as it was."))
        self.setAccessibleName(f"{self._title.text()} {self._words.text()}")
        self.show()


class DoneBar(QFrame):
    """Says what was just done in the list, with a button that undoes it where that is possible."""

    undo = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 2, 4, 2)
        line.setSpacing(12)
        line.addWidget(icon_label(theme, "check", "ok", 20))
        self._text = Elided("", "strong")
        line.addWidget(self._text, 1)
        self._undo = button(theme, texts.t("Undo"), "arrow-back-up", "quiet", "undo-done")
        self._undo.clicked.connect(self.undo)
        line.addWidget(self._undo)
        self.hide()

    def say(self, text: str, *, undo: bool) -> None:
        """Show a sentence."""
        self._text.setText(text)
        self._undo.setVisible(undo)
        self.setFixedHeight(56)
        self.show()

    def text(self) -> str:
        """What it says, '' when it is hidden."""
        return self._text.text() if not self.isHidden() else ""


class OpenBar(QFrame):
    """A new workshop at the left, where the file is in the middle, the one next action at the right."""

    new = Signal()
    act = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self.setProperty("bar", "bottom")
        self.setFixedHeight(76)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 10, 18, 10)
        line.setSpacing(14)
        self.make = button(theme, t("New workshop"), "plus", "", "new")
        self.make.clicked.connect(self.new)
        line.addWidget(self.make)
        line.addSpacing(6)
        line.addWidget(icon_label(theme, "lock", "ink2", 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.place = Elided("", "muted")
        words.addWidget(self.place)
        words.addWidget(Elided(t("Everything stays on this laptop. This workspace is not encrypted yet."), "hint"))
        words.addStretch(1)
        line.addLayout(words, 1)
        self.open = button(theme, t("Open"), "chevron-right", "act", "open", after=True)
        self.open.setMinimumWidth(300)
        self.open.clicked.connect(self.act)
        line.addWidget(self.open)

    def set_act(self, text: str) -> None:
        """What the large button does; '' hides it."""
        self.open.setText(plain_button(text))
        self.open.setVisible(bool(text))
