"""What the program says when something is not allowed or does not work: sentences, the bar at the top, questions.

Every code of a broken rule, a refused file and a fault of the disk has one clear sentence that says what to do.
What is not known gets a general one: never the words of an exception, which may hold names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gogrow.store.faults import StoreFault, WorkspaceRefused, sentence
from gogrow.texts import Texts, mark
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import button
from gogrow.ui.theme import Theme

if TYPE_CHECKING:
    from gogrow.domain.outcome import RuleBroken

RULES: Mapping[str, str] = {
    "name_empty": mark("Type a name."),
    "name_long": mark("That name is too long. Use at most {limit} characters."),
    "too_many": mark("A workshop takes at most {limit} people."),
    "person_unknown": mark("This person is no longer on the list."),
    "colour_unknown": mark("That colour is not there. Choose another."),
    "own_manager": mark("Nobody can be their own manager. Choose somebody else."),
    "manager_circle": mark("That makes a circle: {name} is a manager further up. Choose somebody else."),
    "round_unknown": mark("This question is not on the board of this workshop."),
    "outside": mark("That is outside the board. The pawn stays where it was."),
    "no_spot": mark("{letter} is not a letter on the board."),
    "nothing_placed": mark("There is no pawn here yet."),
    "own_pawn": mark("This question is about somebody else. Choose whose pawn it is."),
    "not_own_round": mark("This question is about another person, so it is not shown to all at once."),
    "group_first": mark("First the group, then whoever leads. Show the pawns of the group first."),
    "manager_not_agreed": mark("{name} has not agreed to this yet. Ask first."),
    "too_few_about": mark("Fewer than {limit} people placed {name}. That stays hidden, so that nobody can guess who."),
    "already_begun": mark("The workshop has begun, so the programme stays as it is."),
    "no_steps": mark("This programme has no steps. Choose another programme."),
    "step_now": mark("This step is going on now. Go to another one first."),
    "run_long": mark("A workshop has at most {limit} steps."),
    "step_unknown": mark("This step is not in the programme any more."),
    "title_empty": mark("Give the workshop a title."),
    "hand_full": mark("At most {limit} cards in a hand. Put some back first."),
    "goals_many": mark("At most {limit} goals. Make a choice: less is clearer."),
    "pair_not_agreed": mark("Both people have to agree first. Ask them."),
    "no_gap": mark("These two have no pawns to compare yet."),
    "talk_empty": mark("There is nothing to keep yet. Write a sentence or choose a theme."),
    "talk_unknown": mark("This talk is no longer on the list."),
    "theme_empty": mark("Type a theme first."),
    "no_card": mark("There is no card on the table."),
    "no_cards_left": mark("All these cards have been played. Choose another field."),
    "no_view": mark("Choose a number from 1 to {limit}."),
    "no_views": mark("No voice is in yet. Type the cards first."),
    "views_many": mark("All {count} voices are in. Is somebody else there too? Press plus first."),
    "one_voice": mark(
        "This count is so close to the one that was shown that one person’s choice could be guessed. It stays hidden."
    ),
    "goal_unknown": mark("This goal is no longer there."),
    "request_empty": mark("Type what you ask for first."),
    "requests_many": mark("At most {limit} requests. Make a choice: less is clearer."),
    "steps_many": mark("A plan has at most {limit} steps."),
    "nothing_then": mark("There is no plan of then to look back at."),
    "then_now_not_yet": mark("First show where everyone stands now. After that comes then."),
    "then_now_not_agreed": mark("Then and now of one person are shown only when that person says yes."),
    "time_odd": mark("“{name}” is not a time. Type it as 10:00."),
    "talk_not_for_plan": mark("A talk comes on the plan only when both people choose that."),
}
"""A sentence for each code of a `RuleBroken`."""

REFUSED: Mapping[str, str] = {
    "foreign": mark("This is not a GoGrow file"),
    "empty": mark("This file is empty"),
    "folder": mark("This is a folder"),
    "corrupt": mark("This file is damaged"),
    "orphans": mark("This file is damaged"),
    "newer": mark("This file is from a newer GoGrow"),
    "busy": mark("This file is already open"),
    "read_only": mark("Nothing can be saved here"),
    "no_access": mark("This file is not yours to read"),
    "missing": mark("This file is not there"),
    "no_room": mark("The disk is full"),
    "exists": mark("That name is taken"),
    "same_file": mark("That is the file itself"),
    "no_folder": mark("That folder is not there"),
    "io": mark("The disk does not answer"),
}
"""A heading for each code of a `WorkspaceRefused`; the store has the sentence that goes with it."""

OTHER_REFUSED = mark("This file does not open")
OTHER_RULE = mark("That is not possible now.")


def rule_sentence(texts: Texts, broken: RuleBroken) -> str:
    """What to say when somebody did what a rule does not allow."""
    return texts.t(RULES.get(broken.code, OTHER_RULE), **broken.values)


def fault_sentence(texts: Texts, error: Exception) -> str:
    """What to say when the file did not take a change. Nothing of the exception's own words."""
    return sentence(error.code if isinstance(error, StoreFault | WorkspaceRefused) else "broken", texts.t)


def may_go_on(error: Exception) -> bool:
    """Whether trying again makes sense, because the disk is to blame and not the program."""
    return isinstance(error, StoreFault) and error.disk


def refusal(texts: Texts, refused: WorkspaceRefused) -> tuple[str, str]:
    """Heading and text for a file that does not open, or is not made; the text names the file."""
    heading = texts.t(REFUSED.get(refused.code, OTHER_REFUSED))
    return heading, f"{sentence(refused.code, texts.t)}\n\n{refused.path}"


class Banner(QFrame):
    """A calm bar at the top: one sentence, perhaps a button that tries again, and one that closes it.

    `retried` and `closed` tell what was pressed. It says the newest thing; `clear` hides it.
    """

    retried = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("bar", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = theme
        self._stays = False
        self._sign = label("")
        self._text = label("", "strong", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retry = button(theme, texts.t("Try again"), "refresh", "tool")
        self.retry.clicked.connect(self.retried)
        self._close = button(theme, "", "x", "quiet")
        self._close.setProperty("icononly", "true")
        self._close.setFixedWidth(48)
        self._close.setAccessibleName(texts.t("Close this message"))
        self._close.clicked.connect(self._put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 6, 4)
        line.setSpacing(12)
        line.addWidget(self._sign)
        line.addWidget(self._text, 1)
        line.addWidget(self.retry)
        line.addWidget(self._close)
        self.hide()

    def say(self, text: str, *, retry: bool = False, stays: bool = False) -> None:
        """Show a sentence; with ``retry`` also the button that tries again (then it is a fault, and says so).

        It goes at the next thing that works (`recovered`), unless it ``stays`` until somebody closes it.
        """
        self._stays = stays
        name, token = ("alert-triangle", "act") if retry else ("info-circle", "ink")
        self._sign.setPixmap(pixmap(name, self._theme.colour(token), 24, self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.retry.setVisible(retry)
        self.show()

    def recovered(self) -> None:
        """Something worked: what went wrong before is over."""
        if not self._stays:
            self.clear()

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()
        self._text.setText("")

    def text(self) -> str:
        """What it says now, '' when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def _put_away(self) -> None:
        self.clear()
        self.closed.emit()


class Question(QDialog):
    """A question with two or three answers in plain text. Escape is the last answer, the careful one."""

    def __init__(
        self, texts: Texts, title: str, text: str, answers: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """``answers`` are the words on the buttons, the doing one first, the careful one last."""
        super().__init__(parent)
        self.setWindowTitle(texts.t("GoGrow"))
        self.setMinimumWidth(480)
        self.answer = len(answers) - 1
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        self.text = label(text, "note", wrap=True)
        self.text.setMaximumWidth(560)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addStretch(1)
        self.buttons: list[QPushButton] = []
        for number, words in enumerate(answers):
            button = QPushButton(plain_button(words))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, number=number: self._chosen(number))
            self.buttons.append(button)
        for button in reversed(self.buttons):
            line.addWidget(button)
        self.buttons[0].setProperty("kind", "act")
        self.buttons[0].setDefault(True)
        self.buttons[-1].setFocus()
        column.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as everybody expects of a dialog."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def _chosen(self, number: int) -> None:
        self.answer = number
        self.accept()


def ask(parent: QWidget | None, texts: Texts, title: str, text: str, yes: str, no: str) -> bool:
    """Ask a question in plain text; True for ``yes``. The careful answer has the focus, and Escape gives it."""
    return choose(parent, texts, title, text, (yes, no)) == 0


def choose(parent: QWidget | None, texts: Texts, title: str, text: str, answers: tuple[str, ...]) -> int:
    """Ask with two or more answers; the number of the chosen one, the last for Escape."""
    question = Question(texts, title, text, answers, parent)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer


def tell(parent: QWidget | None, texts: Texts, title: str, text: str) -> None:
    """Say something that has to be read, with one button."""
    choose(parent, texts, title, text, (texts.t("OK"),))
