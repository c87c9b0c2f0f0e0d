"""A card while it is typed: what of it can stand in a deck, and what waits in the file of drafts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from gogrow.content.card_draft import (
    Draft,
    draft_of,
    half,
    laid_over,
    new_draft,
    read_drafts,
    tidy,
    to_keep,
    unkept,
    write_drafts,
)
from gogrow.content.library import CardEntry
from gogrow.domain.deck import AssignmentCard, CardKind, DilemmaCard

DUTCH = AssignmentCard("one", "nl", "know", "tell", "two", 4, "note", "Wat kun jij goed?", hint="Kijk rond.")
ENGLISH = replace(DUTCH, language="en", question="What are you good at?", hint="")
ENTRY = CardEntry("mine", "one", CardKind.ASSIGNMENT, {"nl": DUTCH, "en": ENGLISH}, own=True)
DILEMMA = DilemmaCard(
    *("two", "nl", "longer", ("care",), "bulb", "De kast", "De kast staat er.", "Weg.", "Ruimte.", "Niet.", "Handig."),
    fact="Kasten zijn zwaar.",
    source="001",
    deepen=("Waarom?", "Hoe?"),
    origin="koerskaart/longer-01",
)


def typed(draft: Draft, language: str, **words: str) -> Draft:
    return replace(draft, words={**draft.words, language: words})


def test_a_card_comes_back_as_it_was() -> None:
    assert draft_of(ENTRY).cards == {"nl": DUTCH, "en": ENGLISH}
    entry = CardEntry("mine", "two", CardKind.DILEMMA, {"nl": DILEMMA}, own=True)
    assert draft_of(entry).cards == {"nl": DILEMMA}
    assert to_keep(draft_of(entry), {}) == {"nl": DILEMMA}


def test_a_fact_that_is_taken_out_takes_its_source_along() -> None:
    draft = draft_of(CardEntry("mine", "two", CardKind.DILEMMA, {"nl": DILEMMA}, own=True))
    words = {name: text for name, text in draft.words["nl"].items() if name != "fact"}
    kept = to_keep(typed(draft, "nl", **words), {"nl": DILEMMA})
    assert kept["nl"] == replace(DILEMMA, fact="", source="")


def test_a_half_language_waits_as_it_was_with_the_particulars_of_the_other() -> None:
    draft = typed(draft_of(ENTRY), "en", hint="Look around.")
    draft = replace(draft, shared={**draft.shared, "minutes": 9})
    assert half(draft) == {"en": ("question", "empty")}
    kept = to_keep(draft, ENTRY.words)
    assert kept == {"nl": replace(DUTCH, minutes=9), "en": replace(ENGLISH, minutes=9)}
    left = unkept(draft, kept)
    assert left is not None
    assert dict(left.words) == {"en": {"hint": "Look around."}}
    assert to_keep(draft, {}) == {"nl": replace(DUTCH, minutes=9)}, "and is not there when it never was"


def test_emptying_a_language_takes_it_away_but_never_the_last_one() -> None:
    dutch_only = replace(draft_of(ENTRY), words={"nl": draft_of(ENTRY).words["nl"]})
    assert to_keep(dutch_only, ENTRY.words) == {"nl": DUTCH}
    assert to_keep(replace(dutch_only, words={}), ENTRY.words) == ENTRY.words


def test_an_earlier_draft_lies_over_the_card_as_it_is_now() -> None:
    left = Draft("mine", CardKind.ASSIGNMENT, "one", {}, {"en": {"hint": "Look around."}})
    found = laid_over(left, ENTRY)
    assert found.words["nl"] == draft_of(ENTRY).words["nl"]
    assert found.words["en"] == {"hint": "Look around."}
    assert laid_over(left, None) is left


def test_drafts_are_read_back_and_the_file_goes_with_the_last(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "drafts.json"
    draft = typed(new_draft("mine", CardKind.DILEMMA, "two", "longer"), "nl", title="<b>{x}", deepen="Een\nTwee")
    write_drafts(file, [draft])
    assert read_drafts(file) == {draft.key: draft}
    write_drafts(file, [])
    assert not file.exists()
    assert list(file.parent.iterdir()) == []


def test_a_damaged_file_of_drafts_costs_only_what_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    good = typed(new_draft("mine", CardKind.QUESTION, "q", ""), "nl", question="Wie?")
    write_drafts(file, [good])
    listed = json.loads(file.read_text(encoding="utf-8"))
    for wrong in (1, None, {}, {**listed[0], "kind": "song"}, {**listed[0], "shared": {"minutes": "x"}}):
        file.write_text(json.dumps([wrong, *listed]), encoding="utf-8")
        assert list(read_drafts(file).values()) == [good]
    for text in ("", "{", '"text"', "\x00"):
        file.write_text(text, encoding="utf-8")
        assert read_drafts(file) == {}
    assert read_drafts(tmp_path / "none.json") == {}


def test_what_nobody_sees_is_not_kept() -> None:
    assert tidy(" Wat\tkun  \u200bjij?\r\n\n Goed. ") == "Wat kun jij?\nGoed."
    assert tidy("caf\u00e9\u00a0nu") == "café nu"
