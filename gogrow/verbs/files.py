"""Verbs about one file: sheets of a workspace, people of a list, a deck's faults, a workspace's health, its content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gogrow.store.faults import StoreFault, WorkspaceRefused, sentence
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault


@contextmanager
def opened(file: Path, texts: Texts) -> Iterator[Workspace]:
    """A workspace, open for reading. Raises VerbFault with a sentence when it cannot be opened or read."""
    try:
        workspace = Workspace.open(file, read_only=True)
    except WorkspaceRefused as refused:
        raise VerbFault(f"{file}: {sentence(refused.code, texts.t)}") from refused
    try:
        yield workspace
    except StoreFault as fault:
        raise VerbFault(f"{file}: {sentence(fault.code, texts.t)}") from fault
    finally:
        workspace.close()


def sheets(file: Path, out: Path, title: str | None, texts: Texts, say: Say) -> int:
    """Plan sheets of all workshops in a workspace, or of those with this title, one PDF for each workshop."""
    from gogrow.sheets.kit import plan_sheets
    from gogrow.sheets.writing import PaperFault

    with opened(file, texts) as workspace:
        listed = [w for w in workspace.list() if title is None or w.title == title]
        if not listed:
            known = ", ".join(w.title for w in workspace.list())
            if title is None or not known:
                raise VerbFault(texts.t("{file}: there are no workshops in it.", file=file))
            raise VerbFault(
                texts.t("{file}: no workshop is called {title}. It has: {known}", file=file, title=title, known=known)
            )
        workshops = [workspace.load(w.id) for w in listed]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise VerbFault(texts.t("The folder {folder} cannot be written. Choose another one.", folder=out)) from error
    with_people = [workshop for workshop in workshops if workshop.participants]
    if not with_people:
        raise VerbFault(texts.t("{file}: there are no people in it, so there is nothing to print.", file=file))
    for number, workshop in enumerate(with_people, start=1):
        target = out / f"plans-{number:02d}.pdf"
        try:
            plan_sheets(workshop, workshop.participants, Texts(workshop.details.language), target)
        except PaperFault as fault:
            raise VerbFault(fault.message(texts)) from fault
        say(f"{target}  {workshop.details.title}")
    return 0


def people(file: Path, texts: Texts, say: Say) -> int:
    """The people in a CSV or XLSX file as JSON, and what is wrong with its rows."""
    from gogrow.content.people import PeopleUnreadable, people_json, read_file
    from gogrow.content.people import people as people_of

    try:
        found = people_of(read_file(file))
    except PeopleUnreadable as unreadable:
        raise VerbFault(unreadable.message(texts)) from unreadable
    say(json.dumps(people_json(found, texts), ensure_ascii=False, indent=2))
    return 0


def deck_check(folder: Path, texts: Texts, say: Say) -> int:
    """One line for each fault of a deck: file, line, what is wrong, how to mend it.

    Exit 0 without faults, or with mild ones only: a card may be missing in a language. Else 2.
    """
    from gogrow.content.decks import faults_of

    faults = faults_of(folder)
    for fault in faults:
        say(fault.message(texts))
    if not faults:
        say(texts.t("{folder}: nothing is wrong with this deck.", folder=folder))
    return 2 if any(not fault.mild for fault in faults) else 0


def deck_show(folder: Path, texts: Texts, say: Say) -> int:
    """All cards of a deck as a JSON list, one for each language. Raises VerbFault with a line for each fault.

    ``text`` is what the beamer shows of a card; the poles of a dilemma stand apart. An assignment has no title.
    """
    from gogrow.content.deck_list import card_rows
    from gogrow.content.decks import DeckFaults, read_deck

    try:
        deck = read_deck(folder)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    say(json.dumps(card_rows(deck), ensure_ascii=False, indent=2))
    return 0


def verify(file: Path, texts: Texts, say: Say) -> int:
    """Whether a workspace is whole: exit 0, or 2 and why."""
    from gogrow.store.verify import verify as faults_of

    faults = faults_of(file)
    for code in faults:
        say(f"{file}: {sentence(code, texts.t)}")
    if not faults:
        say(texts.t("{file}: this workspace is whole.", file=file))
    return 2 if faults else 0


def export(file: Path, texts: Texts, say: Say) -> int:
    """Everything in a workspace as JSON, in a stable order."""
    from gogrow.store.export import export as exported

    with opened(file, texts) as workspace:
        say(json.dumps(exported(workspace), ensure_ascii=False, indent=2, sort_keys=True))
    return 0
