"""Beside the list: the chosen workshop in words, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gogrow.store.opening import Listed
from gogrow.texts import Texts
from gogrow.ui.home.rows import (
    STATE_ICONS,
    State,
    day_words,
    filled_words,
    may_follow,
    people_words,
    state_of,
    state_words,
)
from gogrow.ui.icons import icon, icon_size, pixmap
from gogrow.ui.labels import label, plain_button, plain_tip
from gogrow.ui.parts import button, row
from gogrow.ui.theme import Theme

TITLE_ROOM = 90
"""A longer title ends in … here; the list's tool tip and the field for renaming have all of it."""


WIDTH = 340
"""In pixels; with larger letters by half as much more, so that two buttons have room side by side."""
AROUND = 28
"""What a link's icon, frame and air take beside its words and the icon itself, in pixels."""
LINKS = 3
"""So many other workshops have room: the one before, and the last two after."""


class _Link(QPushButton):
    """Another workshop, in one line that ends in … when there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.id = ""
        self._words = ""
        self.setProperty("kind", "quiet")
        self.setProperty("link", True)
        self.setIcon(icon("history", theme.colour("ink2"), 20, room=8))
        self.setIconSize(icon_size(20, 8))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_link(self, id: str, words: str) -> None:
        """To which workshop it leads; '' hides it."""
        self.id, self._words = id, words
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.setVisible(bool(id))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 20 - AROUND
        self.setText(plain_button(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)))


def _area(inside: QWidget) -> QScrollArea:
    """What is told of a workshop; it scrolls where the window is too low, so that the buttons keep their place."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class Details(QFrame):
    """The chosen workshop. Each button has a signal of its own name."""

    follow = Signal()
    look = Signal()
    held = Signal()
    linked = Signal(str)  # id of a workshop that this one follows, or that follows it
    duplicate = Signal()
    rename = Signal()
    tidy = Signal()
    remove = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setFixedWidth(round(WIDTH * (1 + theme.size("font.text") / 15.5) / 2))
        self._texts = texts
        self._theme = theme
        t = texts.t
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 18)
        whole.setSpacing(8)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._setting = label("", "label")
        self._title = label("", "section", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column.addWidget(self._setting)
        column.addWidget(self._title)
        column.addSpacing(2)
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._signs: list[str] = []
        for name in ("users-group", "calendar", "map-pin", "player-play"):
            sign, words = label(""), label("", "text", wrap=True)
            sign.setFixedWidth(22)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            line = row(sign, spacing=10)
            line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            column.addLayout(line)
            self._facts.append((sign, words))
            self._signs.append(name)
        self._links = [_Link(theme) for _ in range(LINKS)]
        for link in self._links:
            link.clicked.connect(lambda _=False, link=link: self.linked.emit(link.id))
            column.addWidget(link)
        column.addStretch(1)
        whole.addWidget(_area(inside), 1)
        self._buttons: dict[str, QPushButton] = {}
        for name, words_on_it, sign_on_it, signal in (
            ("follow", t("Make a follow-up…"), "calendar-event", self.follow),
            ("look", t("Open the workshop of then"), "chevron-right", self.look),
            ("held", t("We talked already"), "check", self.held),
            ("duplicate", t("Duplicate"), "copy", self.duplicate),
            ("rename", t("Rename"), "pencil", self.rename),
            ("tidy", t("Tidy up…"), "archive", self.tidy),
            ("remove", t("Remove"), "trash", self.remove),
        ):
            made = button(theme, words_on_it, sign_on_it, "choice", name)
            made.clicked.connect(signal)
            self._buttons[name] = made
        for names in (("follow",), ("look",), ("held",), ("duplicate", "rename"), ("tidy", "remove")):
            line = row()
            for name in names:
                line.addWidget(self._buttons[name], 1)
            whole.addLayout(line)
        self._buttons["duplicate"].setToolTip(t("The same people and preparation, without answers"))
        self._buttons["tidy"].setToolTip(t("Erase names and notes, keep counts and themes"))

    def show_listed(
        self,
        listed: Listed | None,
        links: Sequence[tuple[str, str]] = (),
        *,
        read_only: bool,
        looking_back: bool = False,
    ) -> None:
        """This one is chosen now, or none. ``links`` are ids and words of those before and after it.

        ``looking_back``: in the list of check-ins there is only what one can do there.
        """
        for name, made in self._buttons.items():
            made.setEnabled(listed is not None and (not read_only or name == "look"))
            made.setVisible(looking_back if name in ("look", "held") else not looking_back or name == "follow")
        follow = self._buttons["follow"]
        follow.setText(self._texts.t("For one person…") if looking_back else self._texts.t("Make a follow-up…"))
        follow.setVisible(looking_back or (listed is not None and may_follow(listed)))
        for link, known in zip_longest(self._links, links[:LINKS]):
            link.show_link(*(known or ("", "")))
        if listed is None:
            for words in (self._setting, self._title, *(words for _sign, words in self._facts)):
                words.setText("")
            for sign, _words in self._facts:
                sign.hide()
            return
        t = self._texts.t
        state = state_of(listed)
        self._buttons["tidy"].setEnabled(state is not State.TIDIED and not read_only)
        self._setting.setText(t("For two") if listed.setting == "two" else t("With a team"))
        title = " ".join(listed.title.split())
        self._title.setText(title if len(title) <= TITLE_ROOM else f"{title[: TITLE_ROOM - 1].rstrip()}…")
        texts = self._texts
        inside = filled_words(texts, listed)
        facts = (people_words(texts, listed), day_words(texts, listed), inside, state_words(texts, listed))
        self._signs[-1] = STATE_ICONS[state]
        for (sign, words), fact, name in zip(self._facts, facts, self._signs, strict=True):
            if fact:
                sign.setPixmap(pixmap(name, self._theme.colour("ink2"), 20, 2.0))
            words.setText(fact[:1].upper() + fact[1:])
            words.setVisible(bool(fact))
            sign.setVisible(bool(fact))
