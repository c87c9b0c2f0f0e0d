"""The cards of a deck as plain rows, for whoever wants to read or count them all: ``gogrow deck show``."""

from __future__ import annotations

from collections.abc import Iterator

from gogrow.domain.deck import AssignmentCard, Deck, DilemmaCard

Row = dict[str, str]
"""One card in one language: id, kind (dilemma, assignment, question), language, theme or field, title, text, pole_a,
pole_b, source; '' for what a card of its kind does not have."""


def card_rows(deck: Deck) -> list[Row]:
    """A row for each card in each language: by kind, in the order of the deck.

    ``text`` holds the words on the card's beamer side, line by line; the poles of a dilemma stand apart, each with its
    reason. A dilemma's theme is the id of what it is about, a question's is its moment: opening or closing.
    """
    return list(_rows(deck))


def _rows(deck: Deck) -> Iterator[Row]:
    for dilemmas in deck.dilemmas.values():
        for card in dilemmas:
            yield _dilemma(card)
    for kind, cards in (("assignment", deck.cards), ("question", deck.questions)):
        for written in cards.values():
            for one in written:
                yield _assignment(kind, one)


def _dilemma(card: DilemmaCard) -> Row:
    return {
        "id": card.id,
        "kind": "dilemma",
        "language": card.language,
        "theme": card.theme,
        "title": card.title,
        "text": f"{card.title}\n{card.situation}",
        "pole_a": f"{card.a}\n{card.a_reason}",
        "pole_b": f"{card.b}\n{card.b_reason}",
        "source": card.source,
    }


def _assignment(kind: str, card: AssignmentCard) -> Row:
    about = {"field": card.field} if kind == "assignment" else {"theme": card.kind}
    return {
        "id": card.id,
        "kind": kind,
        "language": card.language,
        **about,
        "title": "",
        "text": "\n".join(part for part in (card.before, card.question, card.after) if part),
        "pole_a": "",
        "pole_b": "",
        "source": "",
    }
