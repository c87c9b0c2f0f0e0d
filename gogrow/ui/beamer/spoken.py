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
    Views,
    Words,
)
from gogrow.texts import Texts
from gogrow.ui.beamer import spoken_dilemmas
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
        field = board.field_at(pawn.x, pawn.y)
        if field is not None:
            where = spoken(field.sentence, language)
        else:
            where = spoken(board.centre.name, language) if board.centre else ""
        counts[where] = counts.get(where, 0) + 1
    found = [f"{where}: {count}" for where, count in sorted(counts.items()) if where]
    names = sorted(pawn.name for pawn in pawns if pawn.name)
    return ". ".join([*found, ", ".join(names)] if names else found)
