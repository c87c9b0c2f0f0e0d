"""*What will you do?*: the programmes of the deck as cards, what always holds, and where everything stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from gogrow.domain.deck import Deck, Programme
from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import Clickable, button, icon_label, row
from gogrow.ui.prepare.words import duration_words


class Programmes(QWidget):
    """The programmes to choose from. `chosen` brings a `Programme`."""

    chosen = Signal(object)
    mixing = Signal()  # the steps themselves

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._deck: Deck | None = None
        self._programme = ""
        self._cards: dict[str, ProgrammeCard] = {}
        self._group = QButtonGroup(self)
        t, theme = desk.texts.t, desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self._waiting = label(t("One moment, the programmes are being read…"), "muted", wrap=True)
        column.addWidget(self._waiting)
        self.mix = button(theme, t("Choose and mix steps…"), "list", "tool", "mix-steps")
        self.mix.clicked.connect(self.mixing)
        self.mix.setEnabled(False)
        column.addLayout(row(self.mix, 1))
        always = QFrame()
        always.setProperty("panel", True)
        line = QHBoxLayout(always)
        line.setContentsMargins(14, 11, 14, 11)
        line.setSpacing(10)
        line.addWidget(icon_label(theme, "check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = t("First in silence · the manager comes last · no name without a yes")
        line.addWidget(label(words, "text", wrap=True), 1)
        column.addSpacing(6)
        column.addWidget(always)
        shield = QHBoxLayout()
        shield.setContentsMargins(1, 6, 0, 0)
        shield.setSpacing(9)
        shield.addWidget(icon_label(theme, "shield-lock", "ink2", 22), 0, Qt.AlignmentFlag.AlignTop)
        words = t("Everything stays on this laptop. The workspace is not encrypted yet.")
        shield.addWidget(label(words, "muted", wrap=True), 1)
        column.addLayout(shield)

    def show_deck(self, deck: Deck) -> None:
        """Make a card for each programme of the deck; those of an earlier deck go, unless they are the same."""
        before, self._deck = self._deck, deck
        self._waiting.hide()
        self.mix.setEnabled(True)
        if before is not None and before.programmes == deck.programmes:
            return
        for card in self._cards.values():
            self._group.removeButton(card.radio)
            card.hide()
            card.deleteLater()
        self._cards.clear()
        for programme in deck.programmes:
            card = ProgrammeCard(self._desk, programme)
            card.asked.connect(lambda programme=programme: self.chosen.emit(programme))
            self._group.addButton(card.radio)
            self._cards[programme.id] = card
            self._list.addWidget(card)
        self._mark()

    def not_read(self) -> None:
        """The deck cannot be read."""
        self._waiting.setText(self._desk.texts.t("The programmes cannot be read. Your people and details are safe."))

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show which programme the run was made from."""
        self._programme = workshop.details.programme if workshop else ""
        self._mark()

    def _mark(self) -> None:
        self._group.setExclusive(False)
        for id, card in self._cards.items():
            card.set_chosen(id == self._programme)
        self._group.setExclusive(True)


class ProgrammeCard(Clickable):
    """A programme: name, summary, how long. `asked` when somebody chooses it."""

    asked = Signal()

    def __init__(self, desk: Desk, programme: Programme) -> None:
        super().__init__()
        texts, theme = desk.texts, desk.theme
        language = texts.language
        name, summary = programme.name[language], programme.summary[language]
        long = duration_words(texts, programme.minutes)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setSpacing(10)
        self._line = line
        self.radio = _Radio()
        self.radio.setAccessibleName(f"{name}, {long}")
        self.radio.setAccessibleDescription(summary)
        self.radio.clicked.connect(self.asked)
        self.radio.focused.connect(self._focused)
        line.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignVCenter)
        picture = icon_label(theme, programme.icon, "ink", 26)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        head = QHBoxLayout()
        title = label(name, "strong", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(label(long, "strong"), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(label(summary, "muted", wrap=True))
        line.addLayout(words, 1)
        self.clicked.connect(self._ask)
        self._chosen = False
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        """Whether this is the programme."""
        self._chosen = chosen
        self.radio.setChecked(chosen)
        self._dress()

    def _focused(self) -> None:
        self._dress()

    def _dress(self) -> None:
        """A frame of 3 when it is chosen, else of 1; what is in it stays where it is."""
        framed = self._chosen
        self.setProperty("panel", "now" if framed else True)
        self._line.setContentsMargins(*((9, 8, 12, 10) if framed else (11, 10, 14, 12)))
        self.style().unpolish(self)
        self.style().polish(self)

    def _ask(self) -> None:
        self.radio.setFocus()
        self.asked.emit()


class _Radio(QRadioButton):
    """A radio button without words, that tells when the focus comes or goes."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus came."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus went."""
        super().focusOutEvent(event)
        self.focused.emit()
