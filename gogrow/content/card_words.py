"""The words by which a table of cards is understood, in Dutch and English: its columns, and what may stand in them.

Data only. Words are compared as `people.words.key` makes them: *A-reden*, *a reden* and *A reden:* are one word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gogrow.content.people.words import key


@dataclass(frozen=True, slots=True)
class Allowed:
    """A value in a deck, and the words for it: the first of each language is the one that a template uses."""

    value: str
    nl: tuple[str, ...]
    en: tuple[str, ...]

    def word(self, language: str) -> str:
        """The word that a template uses."""
        return (self.nl if language == "nl" else self.en)[0]


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A column: its ``name`` in a card's value, the words above it, and the words in it when those are given."""

    name: str
    nl: tuple[str, ...]
    en: tuple[str, ...]
    allowed: tuple[Allowed, ...] = ()

    def heading(self, language: str) -> str:
        """What stands above it in a template."""
        return (self.nl if language == "nl" else self.en)[0]


DILEMMA, ASSIGNMENT, OPENING, CLOSING = "dilemma", "assignment", "opening", "closing"

COLUMNS = (
    CardColumn(
        "card",
        ("Soort", "Soort kaart", "Kaartsoort", "Kaart"),
        ("Kind", "Kind of card", "Card", "Card kind"),
        (
            Allowed(DILEMMA, ("dilemma", "dilemma’s", "stelling"), ("dilemma", "dilemmas")),
            Allowed(ASSIGNMENT, ("opdracht", "opdrachtkaart", "speelkaart"), ("assignment", "task")),
            Allowed(
                OPENING,
                ("openingsvraag", "opening", "startvraag", "beginvraag", "begin"),
                ("opening question", "opening", "start"),
            ),
            Allowed(
                CLOSING,
                ("slotvraag", "slot", "eindvraag", "afsluitvraag", "afsluiting", "einde"),
                ("closing question", "closing", "end"),
            ),
        ),
    ),
    CardColumn("id", ("Id", "Nummer", "Code", "Kaartnummer", "Nr"), ("Id", "Number", "Card number", "No")),
    CardColumn(
        "language",
        ("Taal", "Taal van de kaart"),
        ("Language", "Lang"),
        (
            Allowed("nl", ("nl", "Nederlands", "ned"), ("nl", "Dutch")),
            Allowed("en", ("en", "Engels", "eng"), ("en", "English")),
        ),
    ),
    CardColumn("theme", ("Thema", "Onderwerp"), ("Theme", "Subject", "Topic")),
    CardColumn("title", ("Titel", "Naam", "Kop"), ("Title", "Name", "Heading")),
    CardColumn("situation", ("Situatie", "Dilemma", "Verhaal"), ("Situation", "Story")),
    CardColumn("a", ("A", "Keuze A", "Kant A", "Optie A", "Stelling A"), ("A", "Choice A", "Side A", "Option A")),
    CardColumn("a_reason", ("A-reden", "Reden A", "Waarom A"), ("A-reason", "Reason A", "Why A", "A because")),
    CardColumn("b", ("B", "Keuze B", "Kant B", "Optie B", "Stelling B"), ("B", "Choice B", "Side B", "Option B")),
    CardColumn("b_reason", ("B-reden", "Reden B", "Waarom B"), ("B-reason", "Reason B", "Why B", "B because")),
    CardColumn("field", ("Veld", "Vak", "Speelveld"), ("Field", "Board field")),
    CardColumn("before", ("Ervoor", "Vooraf", "Inleiding", "Intro"), ("Before", "Introduction", "Intro")),
    CardColumn(
        "question", ("Vraag", "Opdracht", "Vraag of opdracht", "Tekst"), ("Question", "Assignment", "Task", "Text")
    ),
    CardColumn("after", ("Erna", "Daarna", "Vervolg"), ("After", "Afterwards", "Then")),
    CardColumn(
        "form",
        ("Werkvorm", "Vorm", "Manier"),
        ("Form", "Way"),
        (
            Allowed("tell", ("vertellen", "vertel"), ("tell",)),
            Allowed("ask", ("vragen", "vraag"), ("ask",)),
            Allowed("do", ("doen", "doe"), ("do",)),
            Allowed("imagine", ("verbeelden", "verbeeld", "stel je voor", "bedenken", "fantaseren"), ("imagine",)),
            Allowed("look-back", ("terugkijken", "kijk terug", "terugblik"), ("look back", "looking back")),
        ),
    ),
    CardColumn(
        "fits",
        ("Met wie", "Met hoeveel", "Groepsgrootte", "Samen met"),
        ("With whom", "With", "Fits", "Group size"),
        (
            Allowed("two", ("tweetal", "twee", "met zijn tweeën", "met z’n tweeën", "duo", "2"), ("pair", "two", "2")),
            Allowed("several", ("groepje", "paar mensen", "een paar mensen", "meer", "3"), ("a few", "several", "few")),
            Allowed("team", ("team", "hele team", "het hele team", "iedereen", "groep"), ("team", "whole team", "all")),
        ),
    ),
    CardColumn("minutes", ("Minuten", "Tijd", "Duur", "Min"), ("Minutes", "Time", "Duration")),
    CardColumn(
        "sectors",
        ("Voor wie", "Sector", "Sectoren", "Branche", "Werkveld"),
        ("For whom", "Sector", "Sectors"),
        (
            Allowed("all", ("iedereen", "alle", "allemaal", "alles"), ("everybody", "all", "everyone")),
            Allowed("office", ("kantoor",), ("office",)),
            Allowed("production", ("productie", "fabriek"), ("production", "factory")),
            Allowed("care", ("zorg",), ("care",)),
            Allowed("education", ("onderwijs", "school"), ("education", "school")),
            Allowed("technique", ("techniek", "bouw"), ("technique", "engineering", "building")),
        ),
    ),
    CardColumn(
        "sensitive",
        ("Gevoelig", "Gevoelig onderwerp"),
        ("Sensitive", "Sensitive about"),
        (
            Allowed("", ("nee", "niet", "geen"), ("no", "not", "none")),
            Allowed("health", ("gezondheid", "ziekte"), ("health", "illness")),
            Allowed("pay", ("loon", "salaris", "geld"), ("pay", "salary", "wage", "money")),
            Allowed("leaving", ("weggaan", "vertrek", "ontslag"), ("leaving", "quitting")),
        ),
    ),
    CardColumn("fact", ("Feit", "Weetje"), ("Fact",)),
    CardColumn("source", ("Bron", "Bronnummer"), ("Source", "Source number")),
    CardColumn("deepen", ("Doorvragen", "Verdieping", "Vervolgvragen"), ("Follow-up questions", "Follow up", "Deepen")),
    CardColumn(
        "hint", ("Tip", "Tip voor de begeleider", "Hint", "Toelichting"), ("Tip", "Tip for the facilitator", "Hint")
    ),
    CardColumn("icon", ("Icoon", "Icoontje", "Plaatje"), ("Icon", "Picture")),
)
"""In the order of a template."""


def column(heading: str) -> CardColumn | None:
    """What stands below a heading, which may have a number (*Doorvragen 2*); None when it is no word for a column."""
    word = key(heading)
    return _HEADINGS.get(word) or _HEADINGS.get(word.rstrip("0123456789"))


def _headings() -> Mapping[str, CardColumn]:
    known: dict[str, CardColumn] = {}
    for one in COLUMNS:
        for word in (one.name, *one.nl, *one.en):
            known.setdefault(key(word), one)
    return known


def value(column: CardColumn, word: str) -> str | None:
    """The value in a deck for a word in this column; None when it is not one of them."""
    wanted = key(word)
    for one in column.allowed:
        if wanted in map(key, (one.value, *one.nl, *one.en)):
            return one.value
    return None


_HEADINGS = _headings()
