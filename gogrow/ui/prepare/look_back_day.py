"""When all look back together: the day, the time and the place, for the details and wherever the day is set later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.rules import session
from gogrow.domain.workshop import Details, Draft, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.messages import rule_sentence
from gogrow.ui.parts import row
from gogrow.ui.prepare.fields import DateLine, DraftLine, day_words, months_later

DRAFT = "details."
"""Drafts of these fields are called details.team, details.goal0 and so on."""

SURE = 300
"""So many days before or after today it is clear which year is meant."""

CHECK_INS = (3, 6)
"""After how many months a check-in is offered."""


def edit(workshop: Workshop, draft: str, /, **values: Any) -> Outcome:
    """The rule behind leaving a field: details change in one step, and the draft of the field is gone."""
    outcome = session.edit_details(workshop, replace(workshop.details, **values))
    drafts: tuple[Draft, ...] = tuple(d for d in outcome.workshop.drafts if d.id != draft)
    return replace(outcome, workshop=replace(outcome.workshop, drafts=drafts))


def wrong_date(texts: Texts) -> str:
    """What is said of words that are no date."""
    example = day_words(texts, dt.date(2027, 5, 12))
    return texts.t("This is not a date that GoGrow knows. Write it like 12-5-2027, or like {date}.", date=example)


def when_words(texts: Texts, details: Details, today: dt.date) -> str:
    """The day and the time in a few words, '' as long as there is none; a year only where one could be mistaken."""
    day = day_words(texts, details.check_in)
    if details.check_in is not None and abs((details.check_in - today).days) < SURE:
        day = day.removesuffix(f" {details.check_in.year}")
    return ", ".join(part for part in (day, details.check_in_time) if part) if day else ""


def say(note: QLabel, text: str) -> None:
    """A sentence under a field; the room goes with it."""
    note.setText(text)
    note.setVisible(bool(text))


class LookBackDay(QWidget):
    """The fields. What is typed is kept as a draft; leaving a field is one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.day = DateLine(desk, t("Check-in"))
        self.day.half.connect(lambda text: self._half("check_in", text))
        self.day.left.connect(lambda day: self._do("check_in", check_in=day))
        self._day_note = label("", "hint", wrap=True)
        self.day.wrong.connect(self._wrong)
        self._quick = QButtonGroup(self)
        self._quick.setExclusive(False)
        self._quick.buttonClicked.connect(self._soon)
        self.time = DraftLine(t("Time of the check-in"), "10:00")
        self.time.setObjectName("details_check_in_time")
        self.time.half.connect(lambda text: self._half("check_in_time", text))
        self.time.left.connect(self._time_left)
        self.time.setFixedWidth(104)
        self.place = DraftLine(t("Place of the check-in"), t("Room, building or address"))
        self.place.setObjectName("details_place")
        self.place.half.connect(lambda text: self._half("place", text))
        self.place.left.connect(lambda text: self._do("place", place=text.strip()))
        self._time_note = label("", "hint", wrap=True)
        column.addWidget(self.day)
        column.addWidget(self._pills())
        column.addWidget(self._day_note)
        column.addLayout(row(self.time, self.place, spacing=6))
        column.addWidget(self._time_note)
        self.setFocusProxy(self.day)

    def attach(self, live: LiveWorkshop | None) -> None:
        """The running workshop is this one from now on."""
        if live is not self._live:
            for field in (self.day.line, self.time, self.place):
                field.renew()
        self._live = live

    def finish(self) -> bool:
        """What is typed goes to the file. False when something is no day or no time: it stays, with a word about it."""
        for field in (self.day.line, self.time, self.place):
            field.leave()
        return not (self.day.line.isModified() or self.time.isModified())

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the day; a field that is being typed in is left alone."""
        details = workshop.details
        self.day.show_date(details.check_in, workshop.draft(f"{DRAFT}check_in"))
        self.time.show_text(details.check_in_time, workshop.draft(f"{DRAFT}check_in_time"))
        if not self.time.isModified():
            say(self._time_note, "")
        self.place.show_text(details.place, workshop.draft(f"{DRAFT}place"))
        base = details.date or self._today()
        for button in self._quick.buttons():
            button.setChecked(details.check_in == months_later(base, int(button.property("months"))))
        if not self.day.line.isModified():
            say(self._day_note, self._remark(workshop))

    def _remark(self, workshop: Workshop) -> str:
        t, details = self._desk.texts.t, workshop.details
        if details.check_in is None:
            return ""
        if details.date is not None and details.check_in <= details.date:
            return t("This date is before the workshop itself.")
        if details.check_in >= self._today():
            return ""
        if workshop.stage.begun is None:
            return t("This date has already passed.")
        return t("This day is already behind us. In the list you can make a follow-up.")

    # ------------------------------------------------------------------ changing

    def _do(self, name: str, **values: Any) -> None:
        if self._live is not None:
            self._live.forget_draft(DRAFT + name)
            self._live.do(edit, DRAFT + name, **values)

    def _half(self, name: str, text: str) -> None:
        if self._live is not None:
            self._live.draft(DRAFT + name, text)

    def _wrong(self, wrong: bool) -> None:
        if wrong:
            say(self._day_note, wrong_date(self._desk.texts))

    def _soon(self, button: QPushButton) -> None:
        if self._live is not None:
            details = self._live.workshop.details
            day = months_later(details.date or self._today(), int(button.property("months")))
            self._do("check_in", check_in=None if details.check_in == day else day)

    def _time_left(self, text: str) -> None:
        """A time in any usual way; what is none stays, to be mended."""
        try:
            session.clock_time(text)
        except RuleBroken as broken:
            self.time.keep_typed()
            say(self._time_note, rule_sentence(self._desk.texts, broken))
            return
        self._do("check_in_time", check_in_time=text)

    def _today(self) -> dt.date:
        return self._desk.now().astimezone().date()

    def _pills(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(6)
        for months in CHECK_INS:
            button = QPushButton(self._desk.texts.n("in {count} month", "in {count} months", months))
            button.setProperty("kind", "pill")
            button.setProperty("months", months)
            button.setObjectName(f"in-{months}-months")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._quick.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return made
