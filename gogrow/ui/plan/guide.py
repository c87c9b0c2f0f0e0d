"""Questions that help to put a wish into words, to be read out: one at a time, beside the field one is in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from gogrow.domain.board import Board
from gogrow.domain.deck import CENTRE, Deck
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, wrapped
from gogrow.ui.parts import icon_label, quiet_tool
from gogrow.ui.plan.places import field_words

FITS = {
    "take_along": ("now",),
    "qualities": ("qualities",),
    "motives": ("motives",),
    "now": ("now",),
    "wanted": ("wanted", "exploring"),
    "wish": ("wanted", "exploring"),
    "what": ("wanted", "steering"),
    "why": ("motives",),
    "how": ("network", "exploring"),
    "helper": ("network",),
    "improvement": ("now", "steering"),
    "team": ("network",),
    "plan_a": ("now", "exploring"),
    "plan_b": ("exploring",),
    "plan_c": ("exploring",),
}
"""Which questions fit a field: those of a career competence, or of the place where one stands or wants to stand."""
OTHERWISE = ("steering",)
BESIDE = 280
"""How wide it is beside the fields, in pixels."""
_ANY = 16_777_215


def topics(part: str, now: str, wanted: str) -> tuple[str, ...]:
    """The topics of the guide for a field of the plan. ``now`` and ``wanted`` are fields of the board, or ''."""
    places = {"now": now or wanted, "wanted": wanted or now}
    found = (places.get(one, one) for one in FITS.get(part, OTHERWISE))
    return tuple(dict.fromkeys(one for one in found if one)) or OTHERWISE


def topic_title(topic: str, board: Board, texts: Texts) -> str:
    """What the questions of a topic are about, in words."""
    t = texts.t
    known = {
        "motives": t("What you do it for"),
        "qualities": t("What you are good at"),
        "exploring": t("Looking around at other work"),
        "steering": t("Choosing your own way"),
        "network": t("People around you"),
    }
    if topic in known:
        return known[topic]
    words = field_words(board, topic, texts.language)
    return words[:1].upper() + words[1:] if topic == CENTRE else words


class Guide(QFrame):
    """One question of the guide; another for whoever wants it. A click puts nothing anywhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[tuple[str, str], ...] = ()  # topic, question
        self._at: dict[tuple[tuple[str, str], ...], int] = {}  # where one was, by the questions
        self._board: Board | None = None
        self.setProperty("bar", "quiet")
        self._topic = Elided("", "label")
        self._question = wrapped("", "note")
        self._question.setObjectName("guide-question")
        self._other = quiet_tool(desk.theme, "refresh", desk.texts.t("Another question"), "guide-next")
        self._other.clicked.connect(self._next)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._topic)
        column.addWidget(self._question, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 6, 6, 6)
        whole.setSpacing(10)
        whole.addWidget(icon_label(desk.theme, "bulb", "ink2", 22))
        whole.addLayout(column, 1)
        whole.addWidget(self._other)

    def ask(self, deck: Deck | None, board: Board, names: Sequence[str], language: str) -> bool:
        """Show the questions of these topics, in turn; False when there are none, as with a deck without a guide."""
        guide = deck.guide if deck is not None else {}
        known = [(name, guide[name].get(language, ())) for name in names if name in guide]
        longest = max((len(asked) for _, asked in known), default=0)
        found = tuple((name, asked[at]) for at in range(longest) for name, asked in known if at < len(asked))
        self._board = board
        self._asked = found
        self._show()
        return bool(found)

    def stand(self, *, beside: bool) -> None:
        """``beside`` the fields it is a column, else a bar."""
        self.setFixedWidth(BESIDE) if beside else self.setMaximumWidth(_ANY)
        if not beside:
            self.setMinimumWidth(0)

    def question(self) -> str:
        """The question that is shown, or ''."""
        return self._question.text()

    def _next(self) -> None:
        self._at[self._asked] = self._at.get(self._asked, 0) + 1
        self._show()

    def _show(self) -> None:
        if not self._asked or self._board is None:
            self._question.setText("")
            return
        topic, question = self._asked[self._at.get(self._asked, 0) % len(self._asked)]
        self._topic.setText(topic_title(topic, self._board, self._desk.texts))
        self._question.setText(question)
        self._other.setVisible(len(self._asked) > 1)
