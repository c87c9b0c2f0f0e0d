"""The Koerskaart of ``gogrow demo``: fourteen people, six dilemmas, counts only, a course on paper and as a picture."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gogrow.__main__ import main
from gogrow.content.decks import read_deck
from gogrow.domain.ballot import STEPS, one_voice
from gogrow.domain.course import course
from gogrow.domain.deck import StepKind
from gogrow.domain.dilemmas import POLL, Fit, Moment
from gogrow.domain.public import Argue, CoursePage, Dilemma, Goals, Poll, Sentence, Views
from gogrow.paths import decks
from gogrow.store.faults import sentence
from gogrow.store.workspace import Workspace
from gogrow.texts import LANGUAGES, Texts
from gogrow.verbs import koerskaart
from gogrow.verbs.player import Player
from tests.sheets import reading
from tests.store.test_verify import spoil

TABLES = ("played_dilemma", "view_count", "named_view", "goal_view", "request")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole demo once, in a folder of its own."""
    _ = QApplication.instance() or QApplication([])
    out = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(out), "--lang", "nl"]) == 0
    return out


def koers(out: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The workshop as it is exported."""
    capsys.readouterr()
    assert main(["export", str(out / "demo.gogrow"), "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["workshops"]
    return next(one for one in found if one["details"]["programme"] == koerskaart.PROGRAMME)


@pytest.fixture(params=LANGUAGES)
def player(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Player]:
    """The story played in one language, without pictures on the disk."""
    workspace = Workspace.make(tmp_path / "koers.gogrow")
    player = Player(workspace, read_deck(decks() / "koerskaart"), seed=3)
    koerskaart.play_koers(player, request.param)
    yield player
    workspace.close()


def test_every_part_of_it_has_its_picture(played: Path) -> None:
    names = [re.sub(r"beamer-\d\d-", "", path.stem) for path in sorted(played.glob("beamer-*.png"))]
    wanted = ["read", "choose", "show", "argue", "talk", "sentence", "compare", "pawn", "goals", "course", "poll"]
    assert list(dict.fromkeys(name for name in names if name in wanted)) == wanted
    assert (names.count("compare"), names.count("pawn"), names.count("goals")) == (2, 2, 3)


def test_its_course_is_there_as_a_picture_and_on_paper(played: Path) -> None:
    (shown,) = played.glob("beamer-*-course.png")
    assert (played / "course.png").read_bytes() == shown.read_bytes()
    assert QImage(str(played / "course.png")).width() == 1920
    pages = reading.words(played / "course.pdf")
    assert len(pages) == 1, "six dilemmas are one A4"
    told = " ".join(" ".join(pages).split())
    assert koerskaart.SAMPLES["nl"].requests[1] in told
    assert not [name for name in koerskaart.PEOPLE if name in told]


def test_the_report_of_the_demo_shows_what_an_organisation_gets(played: Path) -> None:
    (told,) = reading.words(played / "report.pdf")
    for words in ("nieuwe techniek 15", "elkaar helpen 10", "Een cursus 10", "Grow 15", "Twee uur per week"):
        assert words in told, told
    assert "te weinig mensen" not in told.partition("Wat hier niet in staat")[0]
    assert not [name for name in koerskaart.PEOPLE if name in told]


def test_the_file_is_whole_and_says_how_many_but_never_who(
    played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(played / "demo.gogrow")]) == 0
    found = koers(played, capsys)
    assert len(found["participants"]) == 14
    assert len(found["dilemmas"]) == 6
    assert found["named_views"] == []
    assert [len(view["counts"]) for view in found["views"]] == [STEPS] * 9
    assert sum(view["moment"] == Moment.AFTER for view in found["views"]) == 2
    assert [view["counts"] for view in found["views"] if view["about"] == POLL] == [list(koerskaart.WISHES)]
    assert {goal["fit"] for goal in found["goal_views"]} == set(Fit)
    assert [request["text"] for request in found["requests"]] == list(koerskaart.SAMPLES["nl"].requests)
    assert all(dilemma["sentence"] and dilemma["card"]["a"] for dilemma in found["dilemmas"])
    assert sum(dilemma["pawn"] is not None for dilemma in found["dilemmas"]) == 2
    ids = [one["id"] for one in found["participants"]]
    told = json.dumps([found[key] for key in ("dilemmas", "views", "named_views", "goal_views", "requests", "drafts")])
    assert not [one for one in (*ids, *koerskaart.PEOPLE) if one in told]


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE view_count SET counts = 'many'", "unreadable"),
        ("UPDATE goal_view SET fit = 'perhaps'", "unreadable"),
        ("UPDATE played_dilemma SET card = '{}'", "unreadable"),
        ("UPDATE view_count SET moment = 'later'", "unreadable"),
        ("UPDATE request SET workshop_id = 'nobody'", "orphans"),
        ("UPDATE goal_view SET workshop_id = 'nobody'", "orphans"),
        ("UPDATE view_count SET workshop_id = 'nobody'", "orphans"),
        ("UPDATE played_dilemma SET workshop_id = 'nobody'", "orphans"),
    ],
)
def test_verify_looks_at_the_tables_of_dilemmas_too(
    sql: str, says: str, played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(shutil.copy(played / "demo.gogrow", tmp_path / "spoiled.gogrow"))
    spoil(file, sql)
    capsys.readouterr()
    assert main(["verify", str(file), "--lang", "en"]) == 2
    assert sentence(says, Texts("en").t) in capsys.readouterr().out


def test_the_words_that_are_shown_are_those_of_the_rules(player: Player) -> None:
    """The pictures come by the same road as in the windows: from the workshop, through `PublicView`."""
    kinds = {shown.name: type(shown.view.picture) for shown in player.pictures}
    assert {name: kinds[name] for name in ("read", "choose", "show", "argue", "sentence", "compare", "pawn")} == {
        "read": Dilemma,
        "choose": Dilemma,
        "show": Views,
        "argue": Argue,
        "sentence": Sentence,
        "compare": Views,
        "pawn": Views,
    }
    assert (kinds["goals"], kinds["course"], kinds["poll"]) == (Goals, CoursePage, Poll)
    assert {shown.view.language for shown in player.pictures} == {player.workshop.details.language}


def test_while_it_is_counted_the_room_sees_only_how_many_are_in(player: Player) -> None:
    (picture,) = [shown.view.picture for shown in player.pictures if shown.name == "choose"]
    assert isinstance(picture, Dilemma)
    assert (picture.done, picture.total) == (7, 14)


def test_it_is_played_as_a_group_would(player: Player) -> None:
    workshop = player.workshop
    steps = [step.id for step in workshop.run if step.kind is StepKind.DILEMMA]
    assert [dilemma.step for dilemma in workshop.dilemmas] == steps
    assert len({dilemma.id for dilemma in workshop.dilemmas}) == 6
    assert not [dilemma for dilemma in workshop.dilemmas if dilemma.card.sensitive]
    language = workshop.details.language
    assert {dilemma.card.language for dilemma in workshop.dilemmas} == {language}
    there = {card.theme for card in player.deck.dilemmas[language] if not card.sensitive}
    for dilemma, step in zip(workshop.dilemmas, steps, strict=True):
        wanted = next(one.theme for one in workshop.run if one.id == step)
        assert dilemma.card.theme == wanted or wanted not in there
    for one in workshop.dilemmas:
        before, after = (workshop.counts(one.id, moment) for moment in Moment)
        assert sum(before) in (13, 14)  # once somebody passes
        assert not after or (sum(after) == sum(before) and not one_voice(before, after))
    made = course(workshop)
    assert len(made.lines) == 6
    assert made.agree
    assert made.differ
    assert made.rubs
    assert made.requests
    assert workshop.stage.ended
    assert not workshop.stage.dilemma.counting


def test_both_languages_have_as_many_words() -> None:
    nl, en = (koerskaart.SAMPLES[language] for language in LANGUAGES)
    assert (len(nl.sentences), len(nl.requests), len(nl.goals)) == (len(en.sentences), len(en.requests), len(en.goals))
    assert len(nl.sentences) == len(koerskaart.BEFORE) == len(koerskaart.FITS) == 6
    assert len(koerskaart.PEOPLE) == 14
    assert koerskaart.LEADS in koerskaart.PEOPLE
    totals = [sum(counts) for counts in (*koerskaart.BEFORE, *koerskaart.AFTER, koerskaart.WISHES)]
    assert totals == [14, 14, 14, 13, 14, 14, 14, 14, 14]
