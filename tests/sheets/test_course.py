"""The group's course on paper: everything of the group, nothing of anybody."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from gogrow.domain.course import CourseLine, course
from gogrow.domain.workshop import Workshop
from gogrow.sheets.course import course_pdf
from gogrow.sheets.dots import PLACES, Ruler, piles
from gogrow.sheets.writing import PaperFault
from gogrow.texts import Texts
from tests.sheets import koers, reading, sample
from tests.sheets.told import Told

NL = Texts("nl")
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg"


def printed(tmp_path: Path, workshop: Workshop, size: str = "a4", colour: bool = True) -> Path:
    """The course of a workshop."""
    target = tmp_path / f"koers-{size}.pdf"
    assert course_pdf(workshop, Texts(workshop.details.language), target, size, colour=colour)
    return target


def inside(source: Path) -> bool:
    """Whether every letter stands within the margins of its page, with a little to spare for what leans out."""
    document = pdfium.PdfDocument(source)
    try:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, bottom, right, _ = text.get_charbox(at)
                if right > left and (left < 38 or bottom < 10 or right > page.get_width() - 38):
                    return False
            text.close()
        return True
    finally:
        document.close()


@pytest.mark.parametrize(("size", "wanted"), [("a4", (210, 297)), ("a3", (420, 297))])
def test_six_dilemmas_are_one_page(tmp_path: Path, size: str, wanted: tuple[int, int]) -> None:
    target = printed(tmp_path, koers.played(), size)
    assert reading.sizes(target) == [wanted]
    (page,) = reading.words(target)
    for words in ("Onze koers", "Nachtploeg", "12 mei 2026", "eerst", "na het gesprek", "hier komen we samen uit"):
        assert words in page
    for words in ("Hier zijn we het eens", "Hier verschillen we", "Dit schuurt", "Dit vragen we"):
        assert words in page
    for played in koers.played().dilemmas:
        for words in (played.card.title, played.card.a, played.card.b, played.sentence, played.differing):
            assert " ".join(words.split()[:2]) in page
    assert page.count("wij") == 4, "a pin for each of the four that have a pawn"


def test_the_goals_stand_there_in_words_with_the_reason(tmp_path: Path) -> None:
    (page,) = reading.words(printed(tmp_path, koers.played(3)))
    assert f"Helpt: {koers.GOALS[0]} {koers.WHY[0]}" in page
    assert f"Schuurt: {koers.GOALS[1]}" in page
    title = koers.played().dilemmas[1].card.title
    assert f"{title}: met ‘{koers.GOALS[1]}’ {koers.WHY[1]}" in page
    assert page.count(koers.WHY[1]) == 1, "why it rubs is told once"
    assert "Staat los: In twee jaar" in page
    assert "Zeg eerder wat er komt" in page
    assert f"Een andere stem: {koers.DIFFERING}" in page
    assert "We kunnen ermee leven" in page


def test_in_english(tmp_path: Path) -> None:
    (page,) = reading.words(printed(tmp_path, koers.played(3, language="en")))
    for words in ("Our course", "Here we differ", "This rubs", "This we ask for", "Stands apart:", "Another voice:"):
        assert words in page
    assert "Dit" not in page


@pytest.mark.parametrize("size", ["a4", "a3"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 9, 12])
def test_from_one_dilemma_to_twelve_nothing_is_lost(tmp_path: Path, count: int, size: str) -> None:
    target = printed(tmp_path, koers.played(count), size)
    whole = " ".join(reading.words(target))
    for played in koers.played(count).dilemmas:
        assert whole.count(played.card.title) >= 2, "at its line and in a group"
    assert inside(target)


def test_never_a_name_a_hint_a_number_or_a_percentage(tmp_path: Path) -> None:
    workshop = koers.named(koers.played(6))
    secret = tuple(
        replace(p, name=f"Zwijgzaam{at} Geheim", shown=f"Zwijg{at}") for at, p in enumerate(workshop.participants)
    )
    played = tuple(
        replace(d, card=replace(d.card, hint="Verklapt", fact="Feitje", source="001", situation="Binnenskamers"))
        for d in workshop.dilemmas
    )
    workshop = replace(
        workshop,
        participants=secret,
        dilemmas=played,
        details=replace(workshop.details, contact="Ilse geheim", organisation="Verzwegen BV"),
    )
    for size in ("a4", "a3"):
        target = printed(tmp_path, workshop, size)
        whole = " ".join(reading.words(target))
        for word in ("Zwijg", "Geheim", "geheim", "Verklapt", "Feitje", "Binnenskamers", "Verzwegen", "%"):
            assert word not in whole
        assert re.findall(r"\d+", whole) == ["12", "2026"], "the date, and no count anywhere"
        content = target.read_bytes()
        assert not any(p.name.encode() in content for p in secret)


def test_who_chose_what_changes_nothing(tmp_path: Path) -> None:
    workshop = koers.played()
    one = printed(tmp_path, workshop).read_bytes()
    assert printed(tmp_path, koers.named(workshop)).read_bytes() == one
    assert printed(tmp_path, replace(workshop, participants=workshop.participants[::-1])).read_bytes() == one


def test_fewer_than_five_views_give_no_dots(tmp_path: Path) -> None:
    workshop = koers.played(1)
    none = printed(tmp_path, replace(workshop, views=())).read_bytes()
    for counts in ((1, 0, 0, 2, 1), (4, 0, 0, 0, 0)):
        few = replace(workshop, views=tuple(replace(v, counts=counts) for v in workshop.views))
        assert printed(tmp_path, few).read_bytes() == none, "not even whether they agreed"
    page = reading.words(printed(tmp_path, few))[0]
    assert "na het gesprek" not in page
    assert "We leren het samen." in page


def test_each_voice_is_a_dot_and_all_are_equally_large() -> None:
    line = CourseLine("t", "a", "b", before=(1, 0, 13, 0, 1), after=(0, 2, 60, 0, 3))
    found = piles([line], 80, 1)
    for counts in (line.before, line.after):
        for count in counts:
            dots = found.dots(count)
            assert len(dots) == len(set(dots)) == count
            assert all(0 < y <= found.high(count) for _, y in dots)
    assert found.wide(60) < 80 / PLACES, "no pile touches the next"


def test_the_pin_hides_no_dot() -> None:
    line = CourseLine("t", "a", "b", before=(0, 0, 14, 0, 0), pawn=0.5)
    ruler = Ruler(line, 0, 80, 1, piles([line], 80, 1), "wij")
    bare = replace(line, before=())
    assert ruler.above > Ruler(bare, 0, 80, 1, ruler.piles, "wij").above, "its head is above them"
    assert ruler.place(0) == pytest.approx(8)
    assert ruler.place(4) == pytest.approx(72)


def test_dots_can_be_counted_on_the_page(tmp_path: Path) -> None:
    lone = replace(koers.played(1), dilemmas=(replace(koers.played(1).dilemmas[0], pawn=None),), goal_views=())
    before = replace(lone, views=tuple(v for v in lone.views if v.moment == "before"))
    picture = reading.picture(printed(tmp_path, before, colour=False), dpi=150)
    other = replace(before, views=tuple(replace(v, counts=(2, 3, 1, 3, 6)) for v in before.views))
    assert picture.tobytes() != reading.picture(printed(tmp_path, other, colour=False), dpi=150).tobytes()


def test_empty_parts_are_left_out_but_for_room_to_ask(tmp_path: Path) -> None:
    empty = replace(koers.played(0), requests=())
    assert course(empty).lines == ()
    for size in ("a4", "a3"):
        (page,) = reading.words(printed(tmp_path, empty, size))
        assert "Dit vragen we" in page
        for words in ("eens", "verschillen", "schuurt", "gesprek", "samen uit"):
            assert words not in page


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_long_words_and_long_stories_stay_on_the_paper(tmp_path: Path, size: str) -> None:
    workshop = koers.played(4, people=60)
    first = workshop.dilemmas[0]
    story = " ".join(f"Zin {at} over vroeger." for at in range(400))
    long = replace(
        first,
        card=replace(first.card, title=f"{LONG} <b>&<img src=/etc/passwd>", a=LONG, b=f"Ik vraag het de {LONG}"),
        sentence=f"{LONG} {LONG}",
        differing=story,
    )
    workshop = replace(
        workshop,
        dilemmas=(long, *workshop.dilemmas[1:]),
        details=replace(workshop.details, team=sample.NAMES[-1]),
        requests=tuple(replace(workshop.requests[0], id=str(at), text=f"Verzoek {at} {LONG}") for at in range(12)),
    )
    target = printed(tmp_path, workshop, size)
    pages = reading.words(target)
    whole = " ".join(pages)
    assert "<img src=/etc/passwd>" in whole
    assert all(f"Zin {at} over" in whole or f"Zin {at} " in whole for at in range(400))
    assert all(f"Verzoek {at}" in whole for at in range(12))
    assert all(sample.NAMES[-1].split()[-1] in page for page in pages)
    assert f"Bladzijde {len(pages)} van {len(pages)}" in pages[-1]
    assert inside(target)


def test_black_and_white_has_no_colour(tmp_path: Path) -> None:
    document = pdfium.PdfDocument(printed(tmp_path, koers.played(), colour=False))
    red, green, blue = document[0].render(scale=1).to_pil().convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    document.close()


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    for size in ("a4", "a3"):
        one = printed(tmp_path, koers.played(), size).read_bytes()
        printed(tmp_path, koers.played(3, language="en"), size)
        assert printed(tmp_path, koers.played(), size).read_bytes() == one


def test_progress_and_stopping(tmp_path: Path) -> None:
    target = tmp_path / "koers.pdf"
    told = Told()
    assert course_pdf(koers.played(12), NL, target, "a4", told)
    pages = len(reading.sizes(target))
    assert told.calls == [(done, pages) for done in range(pages + 1)]
    target.unlink()
    for limit in range(pages):
        assert not course_pdf(koers.played(12), NL, target, "a4", Told(limit))
        assert list(tmp_path.iterdir()) == []
    with pytest.raises(PaperFault, match="target"):
        course_pdf(koers.played(1), NL, tmp_path / "weg" / "koers.pdf")
