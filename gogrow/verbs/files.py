"""Verbs about one file: sheets of a workspace, people of a list, a workspace's health, its content."""

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
