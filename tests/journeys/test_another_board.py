"""An instrument is a folder: a board of two axes, written in YAML only, is played, shown and printed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from gogrow.content.decks import check_deck, read_deck
from gogrow.domain.ids import random_ids, seeded_ids
from gogrow.domain.public import BeamerMode, Placing, Reveal
from gogrow.domain.room import public_view
from gogrow.domain.rules import people, placing, session
from gogrow.domain.workshop import Details
from gogrow.live.workspace import LiveWorkspace
from gogrow.sheets.kit import room_kit
from gogrow.store import opening
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.ui.beamer.view import render_view
from gogrow.ui.theme import load_fonts, load_theme
from tests.sample import NOW

FOLDER = Path(__file__).parents[1] / "content" / "fixtures" / "two-axes"
PROGRAMMES = """\
programmes:
  - id: direction
    setting: team
    icon: users-group
    name: {nl: Welke kant op, en: Which way}
    summary: {nl: Twee spelden en een gesprek., en: Two pins and a talk.}
    steps:
      - id: place
        kind: round
        rounds: [today]
        minutes: 5
        title: {nl: Nu, en: Now}
        heading: {nl: Waar staan we nu?, en: Where are we now?}
        body: {nl: Kies een plek., en: Choose a place.}
        notes:
          - {nl: Rustig aan., en: Take your time.}
      - id: show
        kind: reveal
        rounds: [today]
        minutes: 5
        title: {nl: Kijk, en: Look}
        heading: {nl: Hier staan we, en: Here we stand}
        body: {nl: Wat valt op?, en: What do you see?}
        notes:
          - {nl: Wacht even., en: Wait a moment.}
"""


def test_a_board_of_two_axes_is_played_without_a_line_of_code(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "two-axes"
    shutil.copytree(FOLDER, folder)
    (folder / "programmes.yaml").write_text(PROGRAMMES, encoding="utf-8")
    assert check_deck(folder, Texts("nl")) == []
    deck = read_deck(folder)
    assert deck.board is not None
    workshop = session.new_workshop("w1", Details("Welke kant op?"), deck.board, deck.programmes[0])
    names = [people.NewPerson(name) for name in ("Anja Verbeek", "Bram Kuiper", "Çelik Ömer")]
    workshop = people.add_people(workshop, names, seeded_ids(1), random.Random(1)).workshop

    path = tmp_path / "w.gogrow"
    Workspace.make(path).close()
    workspace = LiveWorkspace(path, opening.connect(path), lambda: NOW, random_ids())
    with qtbot.waitSignal(workspace.workshop_opened) as opened:
        workspace.create(workshop)
    live = opened.args[0]
    with qtbot.waitSignal(live.saved, check_params_cb=lambda saved: saved):
        live.do(session.begin, NOW)
        for person, spot in zip(live.workshop.participants, deck.board.spots, strict=False):
            live.do(placing.place_at, "today", person.id, spot.letter)
    seen = public_view(live.workshop, BeamerMode.SHOW, NOW)
    assert isinstance(seen.picture, Placing)
    assert (seen.picture.done, seen.picture.total) == (3, 3)
    with qtbot.waitSignal(live.saved, check_params_cb=lambda saved: saved):
        live.do(session.go_to, "show", NOW)
        live.do(placing.reveal, "today")
    played = live.workshop
    workspace.close()
    workspace.deleteLater()

    again = Workspace.open(path)
    assert again.load("w1") == played
    again.close()
    shown = public_view(played, BeamerMode.SHOW, NOW)
    assert isinstance(shown.picture, Reveal)
    assert {(pawn.x, pawn.y) for pawn in shown.picture.pawns} == {(s.x, s.y) for s in deck.board.spots[:3]}
    load_fonts()
    theme, texts = load_theme("light"), Texts("nl")
    full = render_view(shown, QSize(960, 540), theme, texts, NOW)
    empty = render_view(seen, QSize(960, 540), theme, texts, NOW)
    assert full != empty
    assert room_kit(played, texts, tmp_path / "kit.pdf")
    assert (tmp_path / "kit.pdf").stat().st_size > 20_000
