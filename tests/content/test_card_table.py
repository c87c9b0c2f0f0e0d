"""Cards out of a spreadsheet: a good row becomes a card, a bad one a fault with its row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gogrow.content.card_table import CardTable, read_cards, slug
from gogrow.content.card_template import template
from gogrow.content.card_words import COLUMNS, column, value
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.own_decks import read_library
from gogrow.domain.deck import AssignmentCard, Deck, DilemmaCard
from gogrow.texts import LANGUAGES, Texts
from tests.content import packs
from tests.content.people.books import LIST, book, sheet, text_row


@pytest.fixture(scope="module")
def around() -> Deck:
    return read_library().deck


DILEMMA = "dilemma;De bus;Je bus gaat zo.;Ik blijf.;Dan hoor ik alles.;Ik ga.;Dan ben ik thuis.;Langer werken"
HEAD = "Soort;Titel;Situatie;A;A-reden;B;B-reden;Thema"


def read(tmp_path: Path, written: str | bytes, around: Deck, taken: tuple[str, ...] = ()) -> CardTable:
    file = tmp_path / "kaarten.csv"
    file.write_bytes(written.encode() if isinstance(written, str) else written)
    return read_cards(file, around, taken=taken)


def told(table: CardTable, language: str = "nl") -> list[str]:
    return [fault.message(Texts(language)) for fault in table.faults]


# The template


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_the_template_reads_back_as_its_examples(language: str, end: str, tmp_path: Path, around: Deck) -> None:
    file = tmp_path / f"kaarten.{end}"
    template(file, Texts(language), around)
    table = read_cards(file, around, "en" if language == "nl" else "nl")  # each row says its language itself
    assert (table.faults, table.left_out, table.unknown) == ((), 0, ())
    dilemma, assignment, opening, closing = table.cards[language]
    assert isinstance(dilemma, DilemmaCard)
    assert len(dilemma.deepen) == 2
    assert isinstance(assignment, AssignmentCard)
    assert (assignment.field, assignment.kind, assignment.fits, assignment.minutes) == ("know", "tell", "two", 4)
    assert [getattr(card, "kind", "") for card in (opening, closing)] == ["opening", "closing"]


def test_every_cell_of_the_template_is_a_text_and_every_column_is_explained(tmp_path: Path, around: Deck) -> None:
    file = tmp_path / "kaarten.xlsx"
    template(file, Texts("nl"), around)
    book = load_workbook(file)
    cards, what = book.worksheets
    for page in (cards, what):
        for row in page.iter_rows():
            for cell in row:
                assert cell.value is None or (cell.data_type, cell.number_format) == ("s", "@")
    explained = {str(row[0].value): str(row[1].value) for row in what.iter_rows(min_row=2)}
    assert list(explained) == [one.heading("nl") for one in COLUMNS]
    assert all(len(told) > 10 for told in explained.values())
    offered = {words.formula1 for words in cards.data_validations.dataValidation}
    assert '"dilemma,opdracht,openingsvraag,slotvraag"' in offered
    assert '"Know,Flow,Glow,Grow"' in offered


def test_every_word_of_the_vocabulary_means_one_thing() -> None:
    for one in COLUMNS:
        for language in LANGUAGES:
            assert column(one.heading(language)) is one
        for allowed in one.allowed:
            for word in (*allowed.nl, *allowed.en):
                assert value(one, word) == allowed.value, word


def test_a_template_that_cannot_be_written_is_told(tmp_path: Path, around: Deck) -> None:
    with pytest.raises(DeckFaults) as caught:
        template(tmp_path / "nowhere" / "kaarten.xlsx", Texts("nl"), around)
    assert [fault.code for fault in caught.value.faults] == ["place_failed"]


# Rows


def test_a_card_of_each_kind_with_words_in_two_languages(tmp_path: Path, around: Deck) -> None:
    english = (
        "Kind,Question,Field,Minutes,With whom,Form,Number,Language,Tip\n"
        "assignment,What do you see?,Flow,6 min,team,look back,Card 7,English,Wait.\n"
        "opening question,Who are you?,,2.0,,,,,\n"
    )
    table = read(tmp_path, english, around)
    assert told(table) == []
    (assignment,) = table.cards["en"]
    assert assignment == AssignmentCard(
        "card-7", "en", "flow", "look-back", "team", 6, "cards", "What do you see?", hint="Wait."
    )
    (opening,) = table.cards["nl"]
    assert opening == AssignmentCard("who-are-you", "nl", "", "opening", "team", 2, "door-enter", "Who are you?")


def test_a_dilemma_with_all_that_it_may_have(tmp_path: Path, around: Deck) -> None:
    head = f"{HEAD};Voor wie;Gevoelig;Feit;Bron;Doorvragen 1;Doorvragen 2;Icoon"
    row = f"{DILEMMA};zorg, techniek;Gezondheid;Klein feit.;1;Hoe? En toen?;Wie dan?;bus"
    (card,) = read(tmp_path, f"{head}\n{row}\n", around).cards["nl"]
    assert isinstance(card, DilemmaCard)
    assert (card.id, card.theme, card.sectors, card.sensitive) == ("de-bus", "longer", ("care", "technique"), "health")
    assert (card.fact, card.source, card.deepen) == ("Klein feit.", "001", ("Hoe?", "En toen?", "Wie dan?"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_of_an_office(encoding: str, separator: str, tmp_path: Path, around: Deck) -> None:
    row = '"Één café, twee; drie"'
    written = f"Mijn kaarten\n\n{HEAD}\n{DILEMMA}\n".replace(";", separator).replace("De bus", row)
    table = read(tmp_path, written.encode(encoding), around)
    assert [getattr(card, "title", "") for card in table.cards["nl"]] == ["Één café, twee; drie"]


def test_bad_rows_are_told_and_the_others_come_in(tmp_path: Path, around: Deck) -> None:
    rows = [
        "Soort;Vraag;Vak;Minuten;Werkvorm;Met wie;Icoon",
        "opdracht;Wat zie je?;Know;4;;;",
        "opdracht;;Know;4;;;",
        "opdracht;Wat zie je?;Nergens;vier;dansen;;geen",
        "opdracht;Wat zie je?;know;601;;;",
        "gedicht;Wat zie je?;know;;;;",
        ";Wat zie je?;;;;;",
        ";;;;;;",
        "------;---;---;---;---;---;---",
        "slotvraag;#REF!;;;;;",
        f"slotvraag;{'x' * 401};;;;;",
        ";Wat hoor je?;Grow;;;;",
    ]
    table = read(tmp_path, "\n".join(rows), around)
    assert [card.id for card in table.cards["nl"]] == ["wat-zie-je", "wat-hoor-je"]
    assert table.left_out == 7
    assert told(table) == [
        "kaarten.csv, regel 3: “Vraag” is leeg, en deze kaart kan niet zonder. Vul het in.",
        "kaarten.csv, regel 4: “Icoon” noemt een icoontje dat GoGrow niet heeft: geen. Kies een ander, of laat de cel "
        "leeg.",
        "kaarten.csv, regel 4: “Minuten” moet een heel getal zijn; gevonden: vier. Schrijf het in cijfers, zoals 4.",
        "kaarten.csv, regel 4: “Vak” moet één van deze zijn: Know, Flow, Glow, Grow; gevonden: Nergens.",
        "kaarten.csv, regel 4: “Werkvorm” moet één van deze zijn: vertellen, vragen, doen, verbeelden, terugkijken; "
        "gevonden: dansen.",
        "kaarten.csv, regel 5: “Minuten” mag hooguit 600 zijn; gevonden: 601.",
        "kaarten.csv, regel 6: “Soort” moet één van deze zijn: dilemma, opdracht, openingsvraag, slotvraag; gevonden: "
        "gedicht.",
        "kaarten.csv, regel 7: “Soort” is leeg, en deze kaart kan niet zonder. Vul het in.",
        "kaarten.csv, regel 10: “Vraag” laat een fout van het rekenblad zien: #REF!. Herstel die cel.",
        "kaarten.csv, regel 11: “Vraag” is langer dan 400 tekens. Zeg het met minder woorden.",
    ]


def test_one_card_in_two_languages_is_one_card(tmp_path: Path, around: Deck) -> None:
    rows = [
        "Soort;Id;Taal;Vraag;Vak;Minuten",
        "opdracht;Mijn kaart;nl;Wat zie je?;Know;4",
        "opdracht;mijn-kaart;en;What do you see?;know;4",
        "opdracht;mijn kaart;en;What else?;know;4",
        "opdracht;tweede;nl;Wat hoor je?;Know;4",
        "opdracht;tweede;en;What do you hear?;Flow;4",
    ]
    table = read(tmp_path, "\n".join(rows), around)
    assert {language: [card.id for card in cards] for language, cards in table.cards.items()} == {
        "nl": ["mijn-kaart", "tweede"],
        "en": ["mijn-kaart"],
    }
    assert [(fault.line, fault.code) for fault in table.faults] == [(4, "cell_twice"), (6, "card_differs")]


def test_an_id_that_is_taken_is_not_given_again(tmp_path: Path, around: Deck) -> None:
    table = read(tmp_path, f"{HEAD}\n{DILEMMA}\n{DILEMMA}\n", around, taken=("de-bus",))
    assert [card.id for card in table.cards["nl"]] == ["de-bus-2", "de-bus-3"]
    assert slug(" Één — 'café'! ") == "een-cafe"
    assert slug("…") == ""


def test_what_nobody_knows_is_passed_over(tmp_path: Path, around: Deck) -> None:
    table = read(tmp_path, f"{HEAD};Wie bedacht het;Titel\n{DILEMMA};Anja;nog een\n", around)
    assert table.unknown == ("Wie bedacht het",)
    assert [getattr(card, "title", "") for card in table.cards["nl"]] == ["De bus"]


# Formulas


def test_what_looks_like_a_formula_is_a_text(tmp_path: Path, around: Deck) -> None:
    row = 'dilemma;=1+1;@SUM(A1);+Ja;-nee;"=HYPERLINK(""http://x.nl"";""klik"")";=cmd|\' /C calc\'!A0;longer'
    (card,) = read(tmp_path, f"{HEAD}\n{row}\n", around).cards["nl"]
    assert isinstance(card, DilemmaCard)
    assert (card.title, card.situation, card.a, card.a_reason) == ("=1+1", "@SUM(A1)", "+Ja", "-nee")
    assert (card.b, card.b_reason) == ('=HYPERLINK("http://x.nl";"klik")', "=cmd|' /C calc'!A0")


def test_a_formula_in_a_spreadsheet_gives_what_it_last_showed(tmp_path: Path, around: Deck) -> None:
    def row(line: int, formula: str) -> str:
        return text_row(line, "slotvraag").replace("</row>", f"{formula}</row>")

    rows = text_row(1, "Soort", "Vraag")
    rows += row(2, '<c t="str"><f>A1&amp;"?"</f><v>Wat nu?</v></c>') + row(3, "<c><f>A1&amp;B1</f></c>")
    rows += row(4, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    file = tmp_path / "kaarten.xlsx"
    file.write_bytes(book({"Kaarten": sheet(rows)}))
    table = read_cards(file, around)
    assert [getattr(card, "question", "") for card in table.cards["nl"]] == ["Wat nu?", "=A1&B1"]
    assert [(fault.line, fault.code) for fault in table.faults] == [(4, "cell_error")]


def test_a_sheet_is_chosen_by_name(tmp_path: Path, around: Deck) -> None:
    made = Workbook()
    page = made.active
    assert page is not None
    page.append(["Notities"])
    other = made.create_sheet("Kaarten")
    for row in (["Soort", "Vraag", "Minuten"], ["slotvraag", "Wat nu?", 4]):
        other.append(row)
    file = tmp_path / "kaarten.xlsx"
    made.save(file)
    table = read_cards(file, around, sheet="Kaarten")
    assert [card.id for card in table.cards["nl"]] == ["wat-nu"]
    assert (table.sheets, table.sheet) == (("Sheet", "Kaarten"), "Kaarten")
    for wanted, code in (("Weg", "table_no-sheet"), (None, "table_no_header")):
        with pytest.raises(DeckFaults) as caught:
            read_cards(file, around, sheet=wanted)
        assert [fault.code for fault in caught.value.faults] == [code]


# No table at all


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "table_empty"),
        (b"\n\n", "table_empty"),
        (b"zomaar een tekst\nen nog een", "table_no_header"),
        (b"%PDF-1.7 ...", "table_not-a-list"),
        (packs.png(8, 8), "table_not-a-list"),
        (b"<!DOCTYPE html><table></table>", "table_web-page"),
        (packs.zipped(packs.honest(packs.GOOD)), "table_not-a-list"),
        (packs.zipped([packs.Part("xl/workbook.xml", b"<workbook"), packs.Part("a.xml", b"x")]), "table_damaged"),
        (packs.zipped([packs.Part("xl/workbook.xml", packed=packs.zeros(10**8), size=10**8)]), "table_too-much"),
        (bytes(6_000_000), "table_too-big"),
        (f"{HEAD}\n{DILEMMA}\n".encode() + b"slotvraag;;;;;;;\n" * 5_000, "table_too-many"),
        (book({"Mensen": sheet(LIST)}), "table_no_header"),
    ],
)
def test_what_is_no_table_of_cards_is_told(raw: bytes, code: str, tmp_path: Path, around: Deck) -> None:
    with pytest.raises(DeckFaults) as caught:
        read(tmp_path, raw, around)
    (fault,) = caught.value.faults
    assert fault.code == code
    for language in LANGUAGES:
        said = fault.message(Texts(language))
        assert said.startswith("kaarten.csv: ")
        assert said.endswith((".", ")."))
        assert "{" not in said


@pytest.mark.parametrize(("name", "code"), [("weg.csv", "table_missing"), ("map", "table_not-a-file")])
def test_a_place_without_a_table_is_told(name: str, code: str, tmp_path: Path, around: Deck) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(DeckFaults) as caught:
        read_cards(tmp_path / name, around)
    assert [fault.code for fault in caught.value.faults] == [code]
