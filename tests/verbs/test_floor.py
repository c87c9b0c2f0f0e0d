"""``gogrow floor --size 4x4m --paper A4 --out FILE.pdf``: a board for the floor, or one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from gogrow.__main__ import main
from tests.sheets import reading

PLANE = Path(__file__).parents[1] / "content" / "fixtures" / "two-axes"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["floor", *words])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def test_a_board_becomes_a_pdf_as_it_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "floor.pdf"
    code, out, err = run(capsys, "--size", "1x1m", "--paper", "A3", "--out", str(target), "--lang", "nl")
    assert (code, err) == (0, "")
    first, *others = reading.words(target)
    assert out == f"{target}  1 × 1 m, {len(others)} vellen A3, en een plattegrond\n"
    assert {tuple(sorted(size)) for size in reading.sizes(target)} == {(297, 420)}
    assert "Vloerbord" in first
    asked = ["--size", "3,5m", "--paper", "one", "--letters", "--saver", "--deck", str(PLANE), "--lang", "en"]
    code, out, err = run(capsys, "--out", str(target), *asked)
    assert (code, err) == (0, "")
    (wide, high), (words,) = reading.sizes(target)[0], reading.words(target)
    assert wide == 3500
    assert out == f"{target}  3.5 × {round(high / 1000, 2):g} m\n"
    assert "Our company" in words
    assert {"A", "B", "C", "D", "Z"} <= set(words.split())
    image = reading.picture(target, dpi=3)
    assert sum(image.histogram()[60:190]) < 0.1 * image.width * image.height, "black on white"


def test_a_page_that_few_can_print_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "floor.pdf")
    code, out, _ = run(capsys, "--size", "600x600cm", "--paper", "one", "--out", target, "--lang", "en")
    assert code == 0
    assert out.splitlines()[0] == f"{target}  6 × 6 m"
    assert "larger than 5 metres" in out.splitlines()[1]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_cannot_be_is_told_in_one_sentence(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.pdf"
    for words, said in (
        (["--size", "0"], "“0”"),
        (["--size", "-1"], "“-1”"),
        (["--size", "400 m"], "“400 m”"),
        (["--size", "groot"], "“groot”"),
        (["--size", "4x4x4m"], "“4x4x4m”"),
        (["--paper", "a2"], "gogrow floor"),
        (["--deck", str(tmp_path / "nowhere")], "nowhere"),
        (["--size", "9m", "--paper", "one", "--out", str(tmp_path / "nowhere" / "y.pdf")], "y.pdf"),
        (["--size", "0,5m", "--paper", "one", "--deck", str(PLANE)], "“0,5 × " if language == "nl" else "“0.5 × "),
    ):
        code, out, err = run(capsys, "--out", str(target), *words, "--lang", language)
        assert (code, out) == (2, ""), words
        assert said in err
        assert len(err.splitlines()) == 1
    assert not target.exists()


def test_a_deck_without_a_board_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = "id: own\nname: {en: Own}\nkind: cards\nauthor: Me\nlicence: CC0\nlanguages: [en]\nthemes: {en: [rest]}\n"
    card = "questions:\n  - {id: q-1, moment: opening, minutes: 4, icon: sun, question: How are you?}\n"
    (tmp_path / "deck.yaml").write_text(about, encoding="utf-8")
    (tmp_path / "cards.en.yaml").write_text(card, encoding="utf-8")
    code, out, err = run(capsys, "--deck", str(tmp_path), "--out", str(tmp_path / "x.pdf"), "--lang", "nl")
    assert (code, out) == (2, "")
    assert err == f"{tmp_path}: dit deck heeft geen bord. Kies een ander deck.\n"
