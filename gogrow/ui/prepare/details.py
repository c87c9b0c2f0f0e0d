"""The details of a workshop: when, for whom, in which language, the goals, the check-in, and whom to call."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gogrow.domain.outcome import Outcome
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.prepare.fields import DateLine, DraftLine
from gogrow.ui.prepare.look_back_day import DRAFT, LookBackDay, edit, say, wrong_date
from gogrow.ui.prepare.words import follows_words


def edit_goal(workshop: Workshop, draft: str, place: int, text: str) -> Outcome:
    """One goal is other than before; an empty one goes."""
    goals = [*workshop.details.goals]
    goals[place : place + 1] = [text]
    return edit(workshop, draft, goals=tuple(goals))


class DetailsPanel(QFrame):
    """The fields, in the order in which they are needed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self.setProperty("panel", True)
        t = desk.texts.t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 16)
        self._column.setSpacing(4)
        self.follows = typed("", "strong")
        self._column.addWidget(self.follows)
        self.date = DateLine(desk, t("Date"))
        self._date_note = label("", "hint", wrap=True)
        self._add(t("Date"), self.date, self._date_note)
        self.team = self._line("team", t("Team"))
        self.organisation = self._line("organisation", t("Organisation"))
        self._add(t("Team"), self.team)
        self._add(t("Organisation"), self.organisation)
        self._languages = QButtonGroup(self)
        self._add(
            t("Language on the beamer and on paper"),
            self._pills(self._languages, (("nl", "Nederlands"), ("en", "English"))),
        )
        self._languages.buttonClicked.connect(self._speak)
        self.check_in = LookBackDay(desk)
        self._add(t("When will you look back together?"), self.check_in)
        self.goals = [self._goal(place) for place in range(session.GOALS_LIMIT)]
        self._add(t("Goals of the organisation, five at most"), *self.goals)
        self.contact = self._line("contact", t("Whom can people call?"), t("Name, number or address"))
        self._add(t("Whom can people call?"), self.contact)
        self._column.addWidget(label(t("Printed on the back of each plan sheet."), "hint", wrap=True))
        self.date.half.connect(lambda text: self._half("date", text))
        self.date.left.connect(lambda day: self._do("date", date=day))
        self.date.wrong.connect(self._wrong)

    def attach(self, live: LiveWorkshop | None) -> None:
        """The running workshop is this one from now on."""
        if live is not self._live:
            for field in (*self.goals, self.team, self.organisation, self.contact, self.date.line):
                field.renew()
        self.check_in.attach(live)
        self._live = live
        words = follows_words(self._desk.texts, live) if live is not None else ""
        self.follows.setText(words)
        self.follows.setVisible(bool(words))

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show these details; a field that is being typed in is left alone."""
        if workshop is None:
            return
        details = workshop.details

        def draft(name: str) -> str:
            return workshop.draft(DRAFT + name)

        self.date.show_date(details.date, draft("date"))
        self.check_in.show_workshop(workshop)
        self.team.show_text(details.team, draft("team"))
        self.organisation.show_text(details.organisation, draft("organisation"))
        self.contact.show_text(details.contact, draft("contact"))
        for place, goal in enumerate(self.goals):
            kept = details.goals[place] if place < len(details.goals) else ""
            goal.show_text(kept, draft(f"goal{place}"))
            goal.setVisible(place <= len(details.goals) or bool(draft(f"goal{place}")))
        for button in self._languages.buttons():
            button.setChecked(button.property("value") == details.language)
        past = details.date is not None and details.date < self._today() and workshop.stage.begun is None
        say(self._date_note, self._desk.texts.t("This date has already passed.") if past else "")

    # ------------------------------------------------------------------ changing

    def _do(self, name: str, **values: Any) -> None:
        live = self._live
        if live is not None:
            live.forget_draft(DRAFT + name)
            live.do(edit, DRAFT + name, **values)

    def _half(self, name: str, text: str) -> None:
        if self._live is not None:
            self._live.draft(DRAFT + name, text)

    def _goal_left(self, place: int, text: str) -> None:
        live = self._live
        if live is not None:
            live.forget_draft(f"{DRAFT}goal{place}")
            live.do(edit_goal, f"{DRAFT}goal{place}", place, text)

    def _speak(self, button: QPushButton) -> None:
        self._do("language", language=button.property("value"))

    def _today(self) -> dt.date:
        return self._desk.now().astimezone().date()

    # ------------------------------------------------------------------ parts

    def _line(self, name: str, spoken: str, placeholder: str = "") -> DraftLine:
        made = DraftLine(spoken, placeholder)
        made.setObjectName(f"details_{name}")
        made.half.connect(lambda text: self._half(name, text))
        made.left.connect(lambda text: self._do(name, **{name: text.strip()}))
        return made

    def _goal(self, place: int) -> DraftLine:
        t = self._desk.texts.t
        made = DraftLine(t("Goal {number}", number=place + 1), t("In a few words"))
        made.setObjectName(f"details_goal{place}")
        made.half.connect(lambda text: self._half(f"goal{place}", text))
        made.left.connect(lambda text: self._goal_left(place, text))
        return made

    def _wrong(self, is_wrong: bool) -> None:
        if is_wrong:
            say(self._date_note, wrong_date(self._desk.texts))

    def _pills(self, group: QButtonGroup, choices: tuple[tuple[str, str], ...]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(6)
        for value, words in choices:
            button = QPushButton(words)
            button.setProperty("kind", "pill")
            button.setProperty("value", value)
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return made

    def _add(self, words: str, *widgets: QWidget) -> None:
        if self._column.count():
            self._column.addSpacing(8)
        title = label(words, "label", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(title)
        title.setBuddy(widgets[0])
        for widget in widgets:
            self._column.addWidget(widget)
