"""The demo's team comes back after three months, and every kind of paper and file is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from gogrow.__main__ import main
from gogrow.domain.plan_code import read_code
from gogrow.domain.workshop import StepState
from gogrow.store.workspace import Workspace
from gogrow.verbs import demo
from tests.sheets import reading

PAPERS = {
    *("room-kit.pdf", "plans-team.pdf", "plans-two.pdf", "plans-follow-up.pdf", "course.pdf", "floor-board.pdf"),
    *("posters-team.pdf", "posters-follow-up.pdf", "posters-black-and-white.pdf", "posters-a2.pdf", "pocket-cards.pdf"),
    *("team-poster.pdf", "plans-follow-up.docx", "steps-follow-up.xlsx", "check-ins.ics"),
    *("report.pdf", "report.docx", "report.xlsx"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_team_comes_back(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(demo, "SIZE", (640, 360))
    assert main(["demo", "--out", str(tmp_path), "--lang", language]) == 0
    capsys.readouterr()
    names = {path.name for path in tmp_path.iterdir()}
    assert names >= PAPERS
    assert {name.partition("-")[2].partition("-")[2] for name in names} >= {"then-and-now.png", "then-and-now-one.png"}

    workspace = Workspace.open(tmp_path / "demo.gogrow", read_only=True)
    again = next(w for w in map(workspace.load, [one.id for one in workspace.list()]) if w.details.follows)
    (then,) = workspace.earlier(again.id)
    workspace.close()
    samira = next(p for p in again.participants if p.name.startswith("Samira"))
    states = [result.state for result in again.looked_back(samira.id).results]
    assert states == [StepState.DONE, StepState.BUSY]
    assert [step.state for step in again.plan(samira.id).steps] == [StepState.OPEN, StepState.BUSY]
    assert [p.code for p in then.participants] == [p.code for p in again.participants]

    # The poster of then and that of now are the same plan, by the same code; done is not on it any more.
    done = then.plan(next(p.id for p in then.participants if p.person == samira.person)).steps[0].what
    for file, there in (("posters-team.pdf", True), ("posters-follow-up.pdf", False)):
        pages = reading.words(tmp_path / file)
        page = next(number for number, words in enumerate(pages) if samira.name in words)
        assert (done in " ".join(pages[page].split())) is there
        said = reading.codes(reading.picture(tmp_path / file, page, 100))
        assert samira.code in {read_code(text) for text in said}
    assert not [p.name for p in again.participants if p.name in reading.words(tmp_path / "team-poster.pdf")[0]]
