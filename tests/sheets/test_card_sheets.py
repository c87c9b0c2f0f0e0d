"""Printed cards: a front meets its own back whichever way the printer turns, nothing is lost, little ink when asked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain.deck import AnyCard, AssignmentCard, Deck, DilemmaCard
from gogrow.sheets.canvas import A4, A5
from gogrow.sheets.card_faces import BLEED, CARD, front
from gogrow.sheets.card_sheets import GUTTER, LEFT, TOP, card_sheets
from gogrow.sheets.fonts import MEDIUM
from gogrow.sheets.look import look
from gogrow.sheets.print_wishes import Duplex, PrintWishes, Size, number_paper, paper_needed
from gogrow.sheets.writing import PaperFault
from gogrow.texts import Texts
from tests.sheets import reading

NL = Texts("nl")
DPI = 120
MM = DPI / 25.4
Box = tuple[float, float, float, float]


@cache
def deck(name: str = "go-grow") -> Deck:
    return read_deck(paths.decks() / name)


def cards(name: str, language: str) -> list[AnyCard]:
    found = deck(name)
    return [
        *found.cards.get(language, ()),
        *found.dilemmas.get(language, ()),
        *found.questions.get(language, ()),
    ]


def four() -> list[AnyCard]:
    """A card of each field, so that the colour of a back says whose it is."""
    board = deck().board
    assert board is not None
    return [next(card for card in deck().cards["nl"] if card.field == field.id) for field in board.fields]


def colours() -> dict[str, str]:
    board = deck().board
    assert board is not None
    return {field.id: look(True).fill[field.colour] for field in board.fields}


def pages(target: Path) -> list[Image.Image]:
    document = pdfium.PdfDocument(target)
    try:
        return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def through(back: Image.Image, way: Duplex) -> Image.Image:
    """A back as it lies behind the front, seen through the paper, when the printer turns it along this edge.

    Along the long edge left and right change places; along the short edge top and bottom.
    """
    return ImageOps.mirror(back) if way == "long" else ImageOps.flip(back)


def coloured(image: Image.Image, colour: str) -> Box:
    """The box in millimetres of everything in one colour."""
    away = ImageChops.difference(image, Image.new("RGB", image.size, colour)).convert("L")
    found = away.point(lambda value: 255 if value < 3 else 0).getbbox()
    assert found is not None, colour
    left, top, right, bottom = (value / MM for value in found)
    return left, top, right, bottom


def apart(front_page: Image.Image, back_page: Image.Image, way: Duplex) -> float:
    """How far, in millimetres, the edges of fronts and their own backs are from each other at most."""
    seen = through(back_page, way)
    found = []
    for colour in colours().values():
        one, other = coloured(front_page, colour), coloured(seen, colour)
        found += [abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2])]
    return max(found)


def places(target: Path, page: int, words: str) -> tuple[float, float]:
    """Where the middle of a text is, in millimetres from the top left."""
    document = pdfium.PdfDocument(target)
    try:
        sheet = document[page]
        text = sheet.get_textpage()
        found = text.search(words).get_next()
        assert found is not None, words
        boxes = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
        x = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
        y = sheet.get_height() - (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
        text.close()
        sheet.close()
        return x / 72 * 25.4, y / 72 * 25.4
    finally:
        document.close()


def printed(tmp_path: Path, chosen: list[AnyCard], wishes: PrintWishes, name: str = "go-grow") -> Path:
    target = tmp_path / "cards.pdf"
    assert card_sheets(chosen, deck(name), NL, target, wishes)
    return target


# Meeting


@pytest.mark.parametrize("way", ["long", "short"])
def test_every_front_meets_its_own_back_and_would_not_the_other_way(way: Duplex, tmp_path: Path) -> None:
    target = printed(tmp_path, four(), PrintWishes(duplex=way))
    front_page, back_page = pages(target)
    assert apart(front_page, back_page, way) < 0.5
    assert apart(front_page, back_page, "short" if way == "long" else "long") > 50


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize("way", ["long", "short"])
def test_a_card_turned_over_sideways_stands_upright(size: Size, way: Duplex, tmp_path: Path) -> None:
    """The number is at the foot of both sides: behind one another, at the same height."""
    chosen = four() if size == "a4" else four()[:1]
    target = printed(tmp_path, chosen, PrintWishes(size, way))
    wide, high = A4 if size == "a4" else A5
    for card in chosen:
        x, y = places(target, 0, card.id)
        back_x, back_y = places(target, 1, card.id)
        back_x, back_y = (wide - back_x, back_y) if way == "long" else (back_x, high - back_y)
        assert abs(y - back_y) < 1
        column = int((x - LEFT) // (CARD[0] + GUTTER)) if size == "a4" else 0
        middle = LEFT + column * (CARD[0] + GUTTER) + CARD[0] / 2 if size == "a4" else wide / 2
        assert abs((x + back_x) / 2 - middle) < 1  # right on the front, right on the back


def test_crop_marks_are_on_the_edges_of_the_cards_and_outside_them(tmp_path: Path) -> None:
    edges = [LEFT, LEFT + CARD[0], LEFT + CARD[0] + GUTTER, LEFT + 2 * CARD[0] + GUTTER]
    rows = [TOP, TOP + CARD[1], TOP + CARD[1] + GUTTER, TOP + 2 * CARD[1] + GUTTER]
    for page in pages(printed(tmp_path, four(), PrintWishes(duplex="short"))):
        grey = page.convert("L")
        for y in (TOP - 4.4, A4[1] - TOP + 4.4):
            found = dark_runs([grey.getpixel((x, round(y * MM))) for x in range(grey.width)])
            assert found == pytest.approx(edges, abs=0.3)
        for x in (LEFT - 4.4, A4[0] - LEFT + 4.4):
            found = dark_runs([grey.getpixel((round(x * MM), y)) for y in range(grey.height)])
            assert found == pytest.approx(rows, abs=0.3)


def dark_runs(line: list[object]) -> list[float]:
    """The middles of the dark stretches of a line of pixels, in millimetres."""
    found: list[list[int]] = []
    for at, value in enumerate(line):
        if isinstance(value, int) and value < 200:
            if found and found[-1][-1] == at - 1:
                found[-1].append(at)
            else:
                found.append([at])
    return [(run[0] + run[-1] + 1) / 2 / MM for run in found]


def test_a_cut_beside_the_line_shows_no_white(tmp_path: Path) -> None:
    """The colour goes on beyond the edge, and not into the card beside it."""
    front_page, back_page = pages(printed(tmp_path, four(), PrintWishes()))
    for number, colour in enumerate(colours().values()):
        row, column = divmod(number, 2)
        x, y = LEFT + column * (CARD[0] + GUTTER), TOP + row * (CARD[1] + GUTTER)
        left, top, right, _ = coloured(front_page, colour)
        assert (left, top, right) == pytest.approx((x - BLEED, y - BLEED, x + CARD[0] + BLEED), abs=0.35)
        _, top, _, bottom = coloured(back_page, colour)
        assert (top, bottom) == pytest.approx((y - BLEED, y + CARD[1] + BLEED), abs=0.35)


def test_four_piles_on_one_another_are_in_order(tmp_path: Path) -> None:
    chosen = cards("go-grow", "nl")[:10]
    target = printed(tmp_path, chosen, PrintWishes(duplex="none"))
    read = reading.words(target)
    assert len(read) == paper_needed(10, PrintWishes(duplex="none")) == 3
    stack: dict[tuple[bool, bool], list[str]] = {}  # from left to right and from top to bottom
    for page, words in enumerate(read):
        for card in chosen:
            if card.id in words:
                x, y = places(target, page, card.id)
                stack.setdefault((y > A4[1] / 2, x > A4[0] / 2), []).append(card.id)
    assert [id for _, pile in sorted(stack.items()) for id in pile] == [card.id for card in chosen]


# Words


def letters(text: str) -> str:
    """Only letters and figures: lines and broken words make no difference."""
    return "".join(char for char in text if char.isalnum())


def shown(card: AnyCard) -> tuple[str, ...]:
    if isinstance(card, DilemmaCard):
        return (card.title, card.situation, card.a, card.a_reason, card.b, card.b_reason, card.fact, *card.deepen)
    return (card.before, card.question, card.after)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["go-grow", "koerskaart"])
def test_every_card_that_ships_is_there_in_letters_to_read(name: str, language: str, tmp_path: Path) -> None:
    chosen, texts = cards(name, language), Texts(language)
    read = [letters(page) for page in reading.words(printed(tmp_path, chosen, PrintWishes(), name))]
    assert len(read) == 2 * paper_needed(len(chosen), PrintWishes())
    for number, card in enumerate(chosen):
        page = 2 * (number % (len(read) // 2))
        for words in shown(card):
            assert letters(words) in read[page] + read[page + 1], (card.id, words)
        assert not card.hint or letters(card.hint) not in read[page] + read[page + 1]
        laid = front(card, texts, backs=True)
        assert not laid.rest, card.id
        main = [one.size for one in laid.stack.placed if one.part.weight != MEDIUM]
        assert min(main) >= 12, card.id
        assert min(one.size for one in laid.stack.placed) >= 10, card.id
        lines = [" ".join(one.lines) for one in laid.stack.placed]
        wanted = [" ".join(one.part.text.split()) for one in laid.stack.placed]
        assert lines == wanted, "no word is broken"


LONG = ("Een zin met Arbeidsongeschiktheidsverzekeringsmaatschappij en <b>&<img src='/etc/passwd'> erin. " * 5)[:400]
NO_END = "Wm" * 200


@pytest.mark.parametrize("duplex", ["long", "none"])
@pytest.mark.parametrize("words", [LONG, NO_END])
def test_the_longest_words_that_a_deck_may_hold_are_all_there(words: str, duplex: Duplex, tmp_path: Path) -> None:
    dilemma, card = deck("koerskaart").dilemmas["nl"][0], deck().cards["nl"][0]
    chosen: list[AnyCard] = [
        replace(dilemma, title=words, situation=words, a=words, a_reason=words, b=words, b_reason=words, fact=words,
                deepen=(words,) * 6),
        replace(card, before=words, question=words, after=words),
    ]  # fmt: skip
    for only, count in ((chosen[0], 13 if duplex == "long" else 6), (chosen[1], 3)):
        target = printed(tmp_path, [only], PrintWishes(duplex=duplex), "koerskaart")
        read = letters("".join(reading.words(target)))
        assert read.count(letters(words)) == count
        page = pages(target)[0].convert("L")
        assert page.crop((0, 0, round((LEFT - 7) * MM), page.height)).getextrema() == (255, 255)
        beside = (round((LEFT + CARD[0] + 2) * MM), round((TOP + 32) * MM))
        under = (page.width - round(12 * MM), round((TOP + CARD[1] - 2) * MM))
        assert page.crop((*beside, *under)).getextrema() == (255, 255)  # nothing runs off the card


def test_what_found_no_room_is_on_the_back_and_the_front_says_so(tmp_path: Path) -> None:
    dilemma = deck("koerskaart").dilemmas["nl"][0]
    long = replace(dilemma, situation=LONG, a=LONG, b=LONG, a_reason="Omdat. " * 50, b_reason="Daarom. " * 50)
    first, second = reading.words(printed(tmp_path, [long], PrintWishes(), "koerskaart"))
    assert "Dat staat op de achterkant." in first
    assert "Omdat." not in first
    assert second.count("Omdat.") == second.count("Daarom.") == 50


def test_a_card_speaks_its_own_language_and_names_the_source_of_a_fact(tmp_path: Path) -> None:
    told = next(card for card in deck("koerskaart").dilemmas["en"] if card.source == "001")
    quiet = deck("koerskaart").questions["nl"][0]
    first, second = reading.words(printed(tmp_path, [told, quiet], PrintWishes(), "koerskaart"))
    assert " or " in first
    assert "minuten" in first
    assert "Source: Kuijpers & Draaisma" in second
    assert "Om te beginnen" in second


def test_a_card_of_no_known_field_theme_or_icon_is_printed(tmp_path: Path) -> None:
    lost: list[AnyCard] = [
        AssignmentCard("lost-1", "fr", "", "", "", 0, "no-such-icon", "Et alors?"),
        replace(deck("koerskaart").dilemmas["nl"][0], theme="gone", icon="no-such-icon"),
    ]
    bare = replace(deck(), board=None)
    target = tmp_path / "cards.pdf"
    assert card_sheets(lost, bare, NL, target, PrintWishes(saver=True))
    assert "Et alors?" in reading.words(target)[0]


def test_themes_keep_their_colour_and_pattern_without_a_board(tmp_path: Path) -> None:
    bare = replace(deck("koerskaart"), board=None)
    chosen = [next(card for card in bare.dilemmas["nl"] if card.theme == theme.id) for theme in bare.card_themes]
    whole, alone = tmp_path / "whole.pdf", tmp_path / "alone.pdf"
    for saver in (False, True):
        card_sheets(chosen, deck("koerskaart"), NL, whole, PrintWishes(saver=saver))
        card_sheets(chosen, bare, NL, alone, PrintWishes(saver=saver))
        assert whole.read_bytes() == alone.read_bytes()


# Paper


def test_the_ink_saver_takes_little_ink(tmp_path: Path) -> None:
    chosen = [*four(), *cards("koerskaart", "nl")[::20]]

    def ink(saver: bool) -> list[float]:
        made = pages(printed(tmp_path, chosen, PrintWishes(saver=saver), "koerskaart"))
        for page in made:
            if saver:  # grey is black ink with white between
                red, green, blue = page.split()
                assert ImageChops.difference(red, green).getbbox() is ImageChops.difference(red, blue).getbbox() is None
        return [255 - ImageStat.Stat(page.convert("L")).mean[0] for page in made]

    coloured_ink, saved = ink(False), ink(True)
    assert sum(saved) < 0.45 * sum(coloured_ink)
    assert all(one < other for one, other in zip(saved, coloured_ink, strict=True))
    assert max(saved) < 255 * 0.1


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize("duplex", ["long", "none"])
def test_number_cards_come_along_with_nothing_behind_them(size: Size, duplex: Duplex, tmp_path: Path) -> None:
    wishes = PrintWishes(size, duplex, numbers=3)
    target = printed(tmp_path, four(), wishes)
    read, sides = reading.words(target), 1 if duplex == "none" else 2
    assert len(read) == sides * paper_needed(4, wishes)
    assert set(reading.sizes(target)) == {(210, 297) if size == "a4" else (148, 210)}
    numbers = read[-sides * number_paper(3, 8 if size == "a4" else 4) :]
    assert all(numbers[::sides])
    assert sides == 1 or not any(numbers[1::2])
    for words in ("helemaal A", "allebei", "helemaal B"):
        assert " ".join(numbers).count(words) == 4, "three people and a spare set"


def test_a_viewer_is_asked_to_print_at_full_size_and_to_turn_the_right_way(tmp_path: Path) -> None:
    for duplex, wanted in (("long", b"DuplexFlipLongEdge"), ("short", b"DuplexFlipShortEdge"), ("none", b"Simplex")):
        content = printed(tmp_path, four(), PrintWishes(duplex=duplex)).read_bytes()  # type: ignore[arg-type]
        assert b"/PrintScaling /None" in content
        assert b"/Duplex /" + wanted in content


def test_no_cards_and_a_place_that_cannot_be_written_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PaperFault) as empty:
        card_sheets([], deck(), NL, tmp_path / "cards.pdf")
    assert empty.value.message(NL) == "Er zijn geen kaarten om te printen. Kies er eerst een paar."
    with pytest.raises(PaperFault) as refused:
        card_sheets(four(), deck(), NL, tmp_path / "nowhere" / "cards.pdf")
    assert "cards.pdf" in refused.value.message(NL)
    assert not list(tmp_path.iterdir())


def test_who_stops_it_finds_no_file_and_the_old_one_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "cards.pdf"
    target.write_bytes(b"old")
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    assert not card_sheets(cards("go-grow", "nl")[:40], deck(), NL, target, progress=progress)
    assert told == [(0, 10), (1, 10), (2, 10), (3, 10)]
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
