"""The details of a workshop: when, for whom, in which language, the goals, the check-in, and whom to call."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.rules import session
from gogrow.domain.workshop import Draft, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.messages import rule_sentence
from gogrow.ui.parts import row
from gogrow.ui.prepare.fields import DateLine, DraftLine, day_words, months_later
from gogrow.ui.prepare.words import follows_words

DRAFT = "details."
"""Drafts of these fields are called details.team, details.goal0 and so on."""

CHECK_INS = (3, 6)
"""After how many months a check-in is offered."""


def edit(workshop: Workshop, draft: str, /, **values: Any) -> Outcome:
    """The rule behind leaving a field: details change in one step, and the draft of the field is gone."""
    outcome = session.edit_details(workshop, replace(workshop.details, **values))
    drafts: tuple[Draft, ...] = tuple(d for d in outcome.workshop.drafts if d.id != draft)
    return replace(outcome, workshop=replace(outcome.workshop, drafts=drafts))


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
        self.check_in = DateLine(desk, t("Check-in"))
        self._check_note = label("", "hint", wrap=True)
        self._quick = QButtonGroup(self)
        self._quick.setExclusive(False)
        words = tuple(
            (str(months), desk.texts.n("in {count} month", "in {count} months", months)) for months in CHECK_INS
        )
        self._add(t("When will you look back together?"), self.check_in, self._pills(self._quick, words))
        self._column.addWidget(self._check_note)
        self.time = DraftLine(t("Time of the check-in"), "10:00")
        self.time.setObjectName("details_check_in_time")
        self.time.half.connect(lambda text: self._half("check_in_time", text))
        self.time.left.connect(self._time_left)
        self.time.setFixedWidth(104)
        self.place = self._line("place", t("Place of the check-in"), t("Room, building or address"))
        self._time_note = label("", "hint", wrap=True)
        self._column.addLayout(row(self.time, self.place, spacing=6))
        self._column.addWidget(self._time_note)
        self._quick.buttonClicked.connect(self._soon)
        self.goals = [self._goal(place) for place in range(session.GOALS_LIMIT)]
        self._add(t("Goals of the organisation, five at most"), *self.goals)
        self.contact = self._line("contact", t("Whom can people call?"), t("Name, number or address"))
        self._add(t("Whom can people call?"), self.contact)
        self._column.addWidget(label(t("Printed on the back of each plan sheet."), "hint", wrap=True))
        self._connect_dates()

    def attach(self, live: LiveWorkshop | None) -> None:
        """The running workshop is this one from now on."""
        if live is not self._live:
            lines = (self.team, self.organisation, self.contact, self.date.line, self.check_in.line)
            for field in (*self.goals, *lines, self.time, self.place):
                field.renew()
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
        self.check_in.show_date(details.check_in, draft("check_in"))
        self.team.show_text(details.team, draft("team"))
        self.organisation.show_text(details.organisation, draft("organisation"))
        self.time.show_text(details.check_in_time, draft("check_in_time"))
        if not self.time.isModified():
            self._say(self._time_note, "")
        self.place.show_text(details.place, draft("place"))
        self.contact.show_text(details.contact, draft("contact"))
        for place, goal in enumerate(self.goals):
            kept = details.goals[place] if place < len(details.goals) else ""
            goal.show_text(kept, draft(f"goal{place}"))
            goal.setVisible(place <= len(details.goals) or bool(draft(f"goal{place}")))
        for button in self._languages.buttons():
            button.setChecked(button.property("value") == details.language)
        base = details.date or self._today()
        for button in self._quick.buttons():
            button.setChecked(details.check_in == months_later(base, int(button.property("value"))))
        self._notes(workshop)

    def _notes(self, workshop: Workshop) -> None:
        t, details, today = self._desk.texts.t, workshop.details, self._today()
        past = details.date is not None and details.date < today and workshop.stage.begun is None
        gone = t("This date has already passed.")
        self._say(self._date_note, gone if past else "")
        note = ""
        if details.check_in is not None and details.date is not None and details.check_in <= details.date:
            note = t("This date is before the workshop itself.")
        elif details.check_in is not None and details.check_in < today:
            held = workshop.stage.begun is not None
            note = t("This day is already behind us. In the list you can make a follow-up.") if held else gone
        self._say(self._check_note, note)

    @staticmethod
    def _say(note: QLabel, text: str) -> None:
        note.setText(text)
        note.setVisible(bool(text))

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

    def _soon(self, button: QPushButton) -> None:
        live = self._live
        if live is None:
            return
        day = months_later(live.workshop.details.date or self._today(), int(button.property("value")))
        self._do("check_in", check_in=None if live.workshop.details.check_in == day else day)

    def _time_left(self, text: str) -> None:
        """A time in any usual way; what is none stays, to be mended."""
        try:
            session.clock_time(text)
        except RuleBroken as broken:
            self.time.keep_typed()
            self._say(self._time_note, rule_sentence(self._desk.texts, broken))
            return
        self._do("check_in_time", check_in_time=text)

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

    def _connect_dates(self) -> None:
        t = self._desk.texts.t
        example = day_words(self._desk.texts, dt.date(2027, 5, 12))
        wrong = t("This is not a date that GoGrow knows. Write it like 12-5-2027, or like {date}.", date=example)
        for name, field, note in (
            ("date", self.date, self._date_note),
            ("check_in", self.check_in, self._check_note),
        ):
            field.half.connect(lambda text, name=name: self._half(name, text))
            field.left.connect(lambda day, name=name: self._do(name, **{name: day}))
            field.wrong.connect(lambda is_wrong, note=note: self._say(note, wrong) if is_wrong else None)

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
