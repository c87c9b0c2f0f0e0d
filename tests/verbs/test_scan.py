"""``gogrow scan PICTURE… FILE``: what each code means, in both languages, and exit 2 when a picture gave nothing."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import qrcode
from PIL import Image

from gogrow.__main__ import main
from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.plan_code import new_code
from gogrow.domain.workshop import Workshop
from gogrow.sheets.calendar import check_in_event
from gogrow.sheets.kit import plan_sheets
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from tests.sheets import reading
from tests.ui.running import fill

ELSEWHERE = new_code(random.Random(99))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workspace with one workshop of two people, on a day."""

    def dated(workshop: Workshop) -> Outcome:
        details = replace(workshop.details, date=dt.date(2026, 5, 12), check_in=dt.date(2020, 8, 18))
        return Outcome(replace(workshop, details=details), StepName("edit_details", {}))

    (id,) = fill(tmp_path / "a.gogrow", ("Team Zetten",))
    workspace = Workspace.open(tmp_path / "a.gogrow")
    workspace.apply(id, partial(dated))
    workspace.close()
    return tmp_path / "a.gogrow"


def loaded(file: Path) -> Workshop:
    """The workshop on top of the list."""
    workspace = Workspace.open(file, read_only=True)
    try:
        return workspace.load(workspace.list()[0].id)
    finally:
        workspace.close()


def picture(target: Path, *texts: str) -> str:
    """A picture with these codes below one another."""
    sheet = Image.new("L", (600, 600 * len(texts) or 600), 255)
    for at, text in enumerate(texts):
        maker = qrcode.QRCode(box_size=5)
        maker.add_data(text)
        sheet.paste(maker.make_image().get_image().convert("L"), (0, 600 * at))
    sheet.save(target)
    return str(target)


def test_a_printed_sheet_is_told_by_name_workshop_and_day(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = loaded(file)
    plan_sheets(workshop, workshop.participants, Texts("nl"), tmp_path / "plans.pdf")
    photo = tmp_path / "foto.jpg"
    reading.picture(tmp_path / "plans.pdf", 2, dpi=150).save(photo)
    before = file.read_bytes()
    assert main(["scan", str(photo), str(tmp_path / "plans.pdf"), str(file), "--lang", "nl"]) == 0
    one, two = workshop.participants
    plans = [f"{who.code} is het plan van {who.name}, uit Team Zetten, 12 mei 2026." for who in (one, two)]
    event = "Voor je agenda: Hoe ging het? (GoGrow), 18 augustus 2020. Die dag is voorbij: kies samen een nieuwe."
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        [f"{photo}: {plans[1]}", f"{photo}: {event}", *(f"{tmp_path / 'plans.pdf'}: {s}" for s in (*plans, event))]
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (f"GOGROW:{ELSEWHERE}", "nl", f"Plan {ELSEWHERE} staat niet in dit bestand."),
        ("GOGROW:6R4A-5NMC", "nl", "6R4A-5NMC is geen code van een plan: er klopt een teken niet."),
        ("GOGROW2:ABC", "nl", "Deze code komt van een nieuwere versie van GoGrow."),
        ("https://example.org", "nl", "Deze code is niet van GoGrow."),
        (check_in_event(dt.date(2999, 8, 18), "Terugkijken", "Zaal 3"), "nl", "kijken · Zaal 3, 18 augustus 2999."),
        (f"GOGROW:{ELSEWHERE}", "en", f"Plan {ELSEWHERE} is not in this file."),
        ("GOGROW:6R4A-5NMC", "en", "6R4A-5NMC is no plan code"),
        ("GOGROW2:ABC", "en", "This code comes from a newer version"),
        ("https://example.org", "en", "This code is not from GoGrow."),
        (check_in_event(dt.date(2020, 8, 18), "Looking back"), "en", "Looking back, 18 August 2020. That day is over"),
    ],
)
def test_every_other_code_is_told_plainly(
    text: str, language: str, words: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = picture(tmp_path / "x.png", text)
    assert main(["scan", photo, str(file), "--lang", language]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{photo}: ")
    assert words in line
    assert "example" not in line


def test_a_picture_that_gives_nothing_does_not_stop_the_others(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing, good = picture(tmp_path / "leeg.png"), picture(tmp_path / "x.png", "GOGROW2:A")
    assert main(["scan", nothing, str(tmp_path / "weg.jpg"), good, str(file), "--lang", "nl"]) == 2
    told = capsys.readouterr().out.splitlines()
    assert [line.split(". ")[0] for line in told] == [
        f"{nothing}: Geen code gevonden",
        "weg.jpg is er niet",
        f"{good}: Deze code komt van een nieuwere versie van GoGrow",
    ]


def test_a_code_of_a_deleted_workshop_is_in_no_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = loaded(file)
    workspace = Workspace.open(file)
    workspace.delete(workshop.id, StepName("delete_workshop", {}))
    workspace.close()
    photo = picture(tmp_path / "x.png", f"GOGROW:{workshop.participants[0].code}")
    assert main(["scan", photo, str(file), "--lang", "en"]) == 0
    assert "is not in this file" in capsys.readouterr().out


def test_two_workshops_that_share_a_code_are_both_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path / "b.gogrow", ("Voorjaar\nin twee regels", "Najaar"))
    code = loaded(tmp_path / "b.gogrow").participants[0].code
    photo = picture(tmp_path / "x.png", f"GOGROW:{code}")
    assert main(["scan", photo, str(tmp_path / "b.gogrow"), "--lang", "nl"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition("uit ")[2] for line in told] == ["Najaar.", "Voorjaar in twee regels."]
