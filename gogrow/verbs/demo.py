"""``gogrow demo``: the sample workshops through the real rules, file, beamer and paper, the same every time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from gogrow.content.decks import read_deck
from gogrow.content.people import PeopleUnreadable, read_file
from gogrow.content.people import people as people_of
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import CoursePage
from gogrow.domain.rules.people import NewPerson
from gogrow.domain.workshop import Workshop
from gogrow.paths import decks
from gogrow.sheets.writing import PaperFault
from gogrow.store.faults import StoreFault, WorkspaceRefused, sentence
from gogrow.store.opening import close, connect
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault
from gogrow.verbs.coming_back import play_again
from gogrow.verbs.demo_papers import papers
from gogrow.verbs.koerskaart import play_koers
from gogrow.verbs.player import Player, Shown
from gogrow.verbs.samples import play_team, play_two

SIZE = (1920, 1080)
PACKING = 80
"""How little a picture is packed, in Qt's own measure: a third of the time for half as many bytes again."""


def demo(out: Path, language: str, listed: Path | None, texts: Texts, say: Say) -> int:
    """Play the samples into ``out``: a workspace, the beamer's pictures, and every kind of paper and file.

    What an earlier demo left there goes first; a workspace that somebody has open, and other files, stay.
    Raises VerbFault when the folder cannot be written or the list of people cannot be read.
    """
    new = _people(listed, texts) if listed is not None else None
    file = out / "demo.gogrow"
    try:
        out.mkdir(parents=True, exist_ok=True)
        _take_away(file)
        workspace = Workspace.make(file)
    except WorkspaceRefused as refused:
        raise VerbFault(f"{refused.path}: {sentence(refused.code, texts.t)}") from refused
    except OSError as error:
        raise VerbFault(texts.t("The folder {folder} cannot be written. Choose another one.", folder=out)) from error
    try:
        workshops, pictures = _play(workspace, language, new, texts)
    except VerbFault:
        file.unlink(missing_ok=True)  # half a story is none
        raise
    try:
        made = [file, *_pictures(out, pictures), *papers(out, workshops)]
    except PaperFault as fault:
        raise VerbFault(fault.message(texts)) from fault
    for path in made:
        say(str(path))
    return 0


def _play(
    workspace: Workspace, language: str, new: Sequence[NewPerson] | None, texts: Texts
) -> tuple[tuple[Workshop, ...], list[Shown]]:
    try:
        koers = Player(workspace, read_deck(decks() / "koerskaart"), seed=3)
        play_koers(koers, language)  # first, so that it comes last in the list
        deck = read_deck(decks() / "go-grow")
        team = Player(workspace, deck, seed=1)
        play_team(team, language, new)
        two = Player(workspace, deck, seed=2)
        play_two(two, language)
        again = Player(workspace, deck, seed=4)
        play_again(again, team.workshop, language, own=new is None)
        players = (team, two, koers, again)
        return tuple(one.workshop for one in players), [shown for one in players for shown in one.pictures]
    except StoreFault as fault:
        raise VerbFault(sentence(fault.code, texts.t)) from fault
    except RuleBroken as broken:
        raise VerbFault(_rule_sentence(texts, broken)) from broken
    finally:
        workspace.close()


def _rule_sentence(texts: Texts, broken: RuleBroken) -> str:
    from gogrow.ui.messages import rule_sentence

    return rule_sentence(texts, broken)


def _take_away(file: Path) -> None:
    """Remove an earlier demo. Raises WorkspaceRefused when the file is none, or open; then everything stays."""
    if not os.path.lexists(file):
        return
    close(connect(file))
    file.unlink()
    for old in file.parent.glob("beamer-[0-9][0-9]-*.png"):
        old.unlink()


def _people(listed: Path, texts: Texts) -> list[NewPerson]:
    try:
        found = people_of(read_file(listed))
    except PeopleUnreadable as unreadable:
        raise VerbFault(unreadable.message(texts)) from unreadable
    if not found.people:
        raise VerbFault(texts.t("There are no people in {file}.", file=listed.name))
    return [NewPerson(person.name, person.role, person.manager) for person in found.people]


def _pictures(out: Path, pictures: Sequence[Shown]) -> list[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from gogrow.ui.beamer.view import render_view
    from gogrow.ui.theme import load_fonts, load_theme

    app = QGuiApplication.instance() or QApplication([])
    load_fonts()
    theme = load_theme("light")
    made = []
    for number, shown in enumerate(pictures, start=1):
        path = out / f"beamer-{number:02d}-{shown.name}.png"
        image = render_view(shown.view, QSize(*SIZE), theme, Texts(shown.view.language), shown.at)
        for target in (path, out / "course.png") if isinstance(shown.view.picture, CoursePage) else (path,):
            if not image.save(str(target), quality=PACKING):
                raise PaperFault("target", target)
            made.append(target)
    del app
    return made
