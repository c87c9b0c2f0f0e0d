"""After the session: a calm page that says what can still be done, and that nothing has to be done now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.course import course
from gogrow.domain.workshop import Workshop
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.desk import Desk
from gogrow.ui.home.dialogs import ask_to_tidy, erased_words, kept_words
from gogrow.ui.labels import Elided, label
from gogrow.ui.paper import print_course, print_plans
from gogrow.ui.parts import button, icon_label, panel, row


class ActionRow(QPushButton):
    """One thing to do: an icon, what it is, and in a second line why."""

    def __init__(self, desk: Desk, icon: str, words: str, why: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(f"{words}. {why}")
        self.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 12, 18, 12)
        line.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(2)
        parts = (icon_label(desk.theme, icon, "ink", 28), label(words, "section"), label(why, "muted", wrap=True))
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(parts[0])
        column.addWidget(parts[1])
        column.addWidget(parts[2])
        line.addLayout(column, 1)

    def sizeHint(self) -> QSize:
        """As high as its two lines."""
        layout = self.layout()
        high = layout.heightForWidth(max(300, self.width())) if layout is not None else 0
        return QSize(300, max(76, high))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class OverStep(StepView):
    """The cockpit when the session is over. It shows no name: what is done here may be done with the room still in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.private = False
        t = self.t
        frame, outer = panel((24, 24, 24, 24), 0)
        holder = QWidget()
        holder.setMaximumWidth(600)
        outer.addLayout(_middle(holder))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(2)
        column.addLayout(row(1, icon_label(desk.theme, "flag", "ok", 44), 1))
        for words, kind in (
            (t("The workshop is over"), "question"),
            (t("Everything is kept. What is left can wait."), "note"),
        ):
            line = label(words, kind, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addSpacing(20)
        self._plans = ActionRow(
            desk,
            "printer",
            t("Plans on paper"),
            t("Sheets, posters and pocket cards, to print or to save."),
            "print-all",
        )
        self._plans.clicked.connect(self._print)
        self._tidy = ActionRow(
            desk, "archive", t("Tidy up"), t("Names and notes go for good. Themes and counts stay."), "tidy-up"
        )
        self._tidy.clicked.connect(self._tidy_up)
        one_page = t("One page without names, for the room and the organisation.")
        self._course = ActionRow(desk, "route", t("Print the course"), one_page, "print-course")
        self._course.clicked.connect(self._print_course)
        for action in (self._plans, self._course, self._tidy):
            column.addWidget(action)
        column.addStretch(2)
        self.middle = frame
        side, beside = panel((18, 16, 12, 16), 8)
        beside.addWidget(label(t("What came up"), "section"))
        self._counts = label("", "muted", wrap=True)
        beside.addWidget(self._counts)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        self._themes = QVBoxLayout(inside)
        self._themes.setContentsMargins(0, 4, 6, 0)
        self._themes.setSpacing(6)
        self._area.setWidget(inside)
        beside.addWidget(self._area, 1)
        self._day = DayButton(desk)
        beside.addWidget(self._day)
        again = button(desk.theme, t("Continue the workshop"), "player-play", "tool", "go-on")
        again.clicked.connect(self.again)
        beside.addWidget(again)
        self.right = side
        self._shown: object = None

    def show(self, workshop: Workshop) -> None:
        """Show counts and themes; never a name."""
        n = self.desk.texts.n
        self._plans.setVisible(bool(workshop.participants))
        self._course.setVisible(bool(course(workshop).lines))
        self._tidy.setVisible(workshop.summary is None)
        self._day.show_day(self.live, workshop)
        parts = [
            n("{count} person", "{count} people", len(workshop.here())),
            n("{count} card", "{count} cards", len(workshop.played)) if workshop.played else "",
            n("{count} dilemma", "{count} dilemmas", len(workshop.dilemmas)) if workshop.dilemmas else "",
            n("{count} talk", "{count} talks", len(workshop.talks)) if workshop.talks else "",
        ]
        self._counts.setText(" · ".join(part for part in parts if part))
        if workshop.harvest == self._shown:
            return
        self._shown = workshop.harvest
        while item := self._themes.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for harvest in sorted(workshop.harvest, key=lambda h: (-h.count, h.theme.casefold())):
            self._themes.addWidget(Elided(f"{harvest.theme}  × {harvest.count}", "strong"))
        if not workshop.harvest:
            self._themes.addWidget(label(self.t("No themes were counted."), "muted", wrap=True))
        self._themes.addStretch(1)

    def primary(self, workshop: Workshop) -> Primary | None:
        """Nothing is left: to the list."""
        return Primary(self.t("To all workshops"))

    def act(self, workshop: Workshop) -> None:
        """Go there."""
        self.left.emit()

    def _print(self) -> None:
        if self.live is not None:
            print_plans(self.desk, self.middle, self.live, [])

    def _print_course(self) -> None:
        if self.live is not None:
            print_course(self.desk, self.middle, self.live, "a4")

    def _tidy_up(self) -> None:
        live, desk = self.live, self.desk
        if live is None or not ask_to_tidy(desk, live.workshop.details.title, live.id, self.middle.window()):
            return
        before = live.workshop
        self.left.emit()

        def say(after: Workshop) -> None:
            desk.notice(f"{erased_words(desk.texts, before)} {kept_words(desk.texts, after)}")

        def ask() -> None:
            desk.workspace.ask(lambda workspace: workspace.load(before.id), say)

        desk.workspace.erase(before.id, self.t("A talk for two"), ask)


def _middle(holder: QWidget) -> QHBoxLayout:
    """In the middle, as wide as it may be."""
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(holder, 100)
    line.addStretch(1)
    return line
