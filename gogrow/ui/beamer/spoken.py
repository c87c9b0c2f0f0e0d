"""A beamer picture in words, for screen readers: made from the view and nothing else."""

from __future__ import annotations

from gogrow.domain.board import Board
from gogrow.domain.public import (
    About,
    Argue,
    Blank,
    Card,
    CoursePage,
    Dilemma,
    Explain,
    Gap,
    Goals,
    Neutral,
    Pairs,
    Placing,
    Poll,
    PublicPawn,
    PublicView,
    Reveal,
    Sentence,
    ThenNowOne,
    ThenNowTeam,
    Views,
    Words,
)
from gogrow.texts import Texts
from gogrow.ui.beamer import spoken_dilemmas
from gogrow.ui.beamer.then_now import now_words, then_words
from gogrow.ui.board.painting import spoken


def describe(view: PublicView, texts: Texts) -> tuple[str, str]:
    """A name and a description of what the room sees. A clock's time is not in it: it would be read out all day."""
    t, picture = texts.t, view.picture
    match picture:
        case Neutral():
            return t("A quiet picture"), ""
        case Blank():
            return t("A dark screen"), ""
        case Words() | Explain():
            return picture.heading, picture.body
        case Placing():
            counted = texts.n(
                "{count} of {total} is ready", "{count} of {total} are ready", picture.done, total=picture.total
            )
            return picture.question, counted
        case Reveal():
            return picture.heading, _places(picture.board, picture.pawns, view.language, texts)
        case About():
            heading = t("This is where you place {name}", name=picture.manager)
            return heading, _places(picture.board, picture.pawns, view.language, texts)
        case ThenNowTeam():
            sides = (
                (then_words(texts, picture.then_day), picture.then),
                (now_words(texts, picture.now_day), picture.now),
            )
            told = [f"{when}: {_places(picture.board, pawns, view.language, texts)}" for when, pawns in sides]
            return picture.heading, ". ".join(told)
        case ThenNowOne():
            stands = [(then_words(texts, day), pawn) for pawn, day in picture.then]
            stands.append((now_words(texts, picture.now_day), picture.now))
            way = [f"{when}: {_where(picture.board, pawn, view.language)}" for when, pawn in stands]
            return t("{name}, then and now", name=picture.name), ". ".join(way)
        case Pairs():
            lines = [t("First one, then the other.")]
            if picture.listens:
                lines.append(t("The manager listens first."))
            return picture.question, " ".join(lines)
        case Gap():
            owner, other = picture.owner_name, picture.other_name
            if picture.mirror:
                owner, other = other, owner
            sees = t("{owner} sees {other} here", owner=owner, other=other)
            return t("Where does this gap come from?"), f"{sees}. {picture.prompt}".strip()
        case Dilemma() | Views() | Argue() | Sentence() | Goals() | CoursePage() | Poll():
            return spoken_dilemmas.describe(picture, texts)
        case Card():
            field = next((spoken(f.sentence, view.language) for f in picture.board.fields if f.id == picture.field), "")
            return picture.question, " ".join(part for part in (field, picture.before, picture.after) if part)


def _places(board: Board, pawns: tuple[PublicPawn, ...], language: str, texts: Texts) -> str:
    """How many counters lie in each field, and the names that are shown."""
    counts: dict[str, int] = {}
    for pawn in pawns:
        where = _where(board, pawn, language)
        counts[where] = counts.get(where, 0) + 1
    found = [f"{where}: {count}" for where, count in sorted(counts.items()) if where]
    names = sorted(pawn.name for pawn in pawns if pawn.name)
    return ". ".join([*found, ", ".join(names)] if names else found)


def _where(board: Board, pawn: PublicPawn, language: str) -> str:
    """The sentence of the field under a pawn, or the word in the middle."""
    field = board.field_at(pawn.x, pawn.y)
    if field is not None:
        return spoken(field.sentence, language)
    return spoken(board.centre.name, language) if board.centre else ""
