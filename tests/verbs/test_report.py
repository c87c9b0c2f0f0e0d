"""``gogrow report FILE… --out DIR``: over all sessions that are over, once, in three files, or one clear sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.__main__ import main
from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Harvest, Workshop
from gogrow.store.workspace import Workspace
from tests.sample import team
from tests.sheets import reading
from tests.teams import organisation


def filled(path: Path, *workshops: Workshop) -> Path:
    workspace = Workspace.make(path)
    for workshop in workshops:
        workspace.create(workshop, StepName("create_workshop", {"name": workshop.details.title}))
    workspace.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main(["report", *map(str, words)])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def test_workshops_of_two_files_are_told_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workshops = organisation()
    one = filled(tmp_path / "one.gogrow", *workshops[:4], team())
    two = filled(tmp_path / "two.gogrow", *workshops[2:])
    out_folder = tmp_path / "new" / "out"
    code, out, err = run(capsys, one, two, "--out", out_folder, "--language", "nl")
    assert (code, err) == (0, "")
    names = ["report.pdf", "report.docx", "report.xlsx"]
    assert out.splitlines()[:3] == [str(out_folder / name) for name in names]
    assert sorted(path.name for path in out_folder.iterdir()) == sorted(names)
    first = reading.words(out_folder / "report.pdf")[0]
    assert "6 workshops · 72 mensen" in first
    assert out.splitlines()[3] == "6 van de 8 workshops tellen mee."


def test_too_few_people_is_told_and_the_files_say_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = filled(tmp_path / "one.gogrow", *organisation(1, 4))
    code, out, err = run(capsys, file, "--out", tmp_path / "out", "--lang", "en")
    assert (code, err) == (0, "")
    assert "0 of 1 workshops count." in out
    assert "There is nothing to tell here" in out
    assert "There is nothing to tell here" in reading.words(tmp_path / "out" / "report.pdf")[0]


def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = filled(tmp_path / "one.gogrow", team())
    code, out, err = run(capsys, file, "--out", tmp_path / "out", "--lang", "nl")
    assert (code, out) == (2, "")
    assert err == f"In {file} staat geen workshop die klaar is. Alleen wat klaar is, komt in een verslag.\n"
    assert not (tmp_path / "out").exists()
    code, _, err = run(capsys, tmp_path / "none.gogrow", "--out", tmp_path / "out", "--lang", "nl")
    assert (code, err.count("\n")) == (2, 1)
    code, _, err = run(capsys, file)
    assert code == 2
    assert "--out" in err
    over = filled(tmp_path / "over.gogrow", *organisation(2))
    code, _, err = run(capsys, over, "--out", over, "--lang", "nl")
    assert (code, err.count("\n")) == (2, 1)


def test_a_session_that_changed_after_a_report_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshops = organisation(3)
    run(capsys, filled(tmp_path / "one.gogrow", *workshops), "--out", tmp_path / "out", "--lang", "nl")
    before = reading.words(tmp_path / "out" / "report.pdf")
    other = [replace(w, harvest=(Harvest("h", "Iets anders", 12),)) for w in workshops[:2]]
    file = filled(tmp_path / "two.gogrow", *other, workshops[2])
    code, out, _ = run(capsys, file, "--out", tmp_path / "out", "--lang", "nl")
    assert code == 0
    assert "2 workshops zijn veranderd na een eerder verslag." in out
    after = reading.words(tmp_path / "out" / "report.pdf")
    assert [page.casefold() for page in after] == [page.casefold() for page in before]
