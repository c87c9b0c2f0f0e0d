"""What the files of a deck must be to each other: places that fit, names that exist, nothing left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import attrgetter

from pydantic import BaseModel

from gogrow.content.deck_models import BoardFile, DilemmaModel, FieldModel, RoundModel, SpotModel, StepModel
from gogrow.content.deck_parts import DeckPart
from gogrow.content.yaml_source import Road, clip
from gogrow.domain.board import About, Shape
from gogrow.domain.deck import CENTRE, COMPETENCES, StepKind

Found = Sequence[tuple[Road, FieldModel]]
_NEAR = 1e-9

SPECIAL_PROMPTS = ("far", "same")
"""Prompts for two pawns in one field: far apart, and close together."""
CENTRE_PROMPT = "centre>rim"


def check_board(part: DeckPart, board: BoardFile, fields: Found, spots: Sequence[tuple[Road, SpotModel]]) -> None:
    """The shape of the board: its fields cover it once, its spots lie on it."""
    if board.shape is Shape.ROUND:
        _round(part, board, fields)
    else:
        _plane(part, board, fields)
    seen: dict[tuple[float, float], str] = {}
    for road, spot in spots:
        if spot.letter == board.skip:
            part.fault((*road, "letter"), "skip_letter", found=spot.letter)
        if board.shape is Shape.ROUND and math.hypot(spot.x - 0.5, spot.y - 0.5) > 0.5:
            part.fault(road, "outside", found=spot.letter)
        other = seen.setdefault((spot.x, spot.y), spot.letter)
        if other != spot.letter:
            part.fault(road, "same_spot", found=spot.letter, other=other)


def _round(part: DeckPart, board: BoardFile, fields: Found) -> None:
    if abs(board.aspect - 1) > _NEAR:
        part.fault(("aspect",), "aspect_round", found=f"{board.aspect:g}")
    if board.axes:
        part.fault(("axes",), "not_round_axes")
    if board.centre is not None and board.centre.radius >= board.ring:
        part.fault(("ring",), "ring_in_centre", found=f"{board.ring:g}")
    sectors: list[tuple[float, float, str, Road]] = []
    for road, one in fields:
        if one.rect is not None:
            part.fault((*road, "rect"), "not_plane")
        if one.sector is None:
            part.fault(road, "sector_missing")
            continue
        start, end = one.sector
        if start >= end:
            part.fault((*road, "sector"), "backwards", found=f"{start:g}, {end:g}")
        elif not 0 <= start < 360 or end > start + 360:
            part.fault((*road, "sector"), "sector_start", found=f"{start:g}, {end:g}")
        else:
            sectors.append((start, end, one.id, road))
    if not sectors or len(sectors) < len(part.roads(("fields",))):
        return
    sectors.sort(key=lambda sector: sector[:2])
    following = [*sectors[1:], (sectors[0][0] + 360, 0.0, sectors[0][2], sectors[0][3])]
    for (_, end, name, _), (start, _, _, road) in zip(sectors, following, strict=True):
        if start < end - _NEAR:
            part.fault((*road, "sector"), "overlap", other=name)
        elif start > end + _NEAR:
            part.fault(("fields",), "gap_sectors", found=f"{end % 360:g}–{start % 360 or 360:g}")


def _plane(part: DeckPart, board: BoardFile, fields: Found) -> None:
    if board.centre is not None:
        part.fault(("centre",), "not_round")
    if board.axes and len(board.axes) != 2:
        part.fault(("axes",), "axes_count", found=str(len(board.axes)))
    rects: list[tuple[tuple[float, float, float, float], str]] = []
    clear = True
    for road, one in fields:
        if one.sector is not None:
            part.fault((*road, "sector"), "not_round")
        if one.rect is None:
            part.fault(road, "rect_missing")
            continue
        x0, y0, x1, y1 = one.rect
        if x0 >= x1 or y0 >= y1:
            part.fault((*road, "rect"), "backwards", found=f"{x0:g}, {y0:g}, {x1:g}, {y1:g}")
            continue
        for (a0, b0, a1, b1), other in rects:
            if min(x1, a1) - max(x0, a0) > _NEAR and min(y1, b1) - max(y0, b0) > _NEAR:
                part.fault((*road, "rect"), "overlap", other=other)
                clear = False
        rects.append((one.rect, one.id))
    covered = sum((x1 - x0) * (y1 - y0) for (x0, y0, x1, y1), _ in rects)
    if clear and len(rects) == len(part.roads(("fields",))) and abs(covered - 1) > _NEAR:
        part.fault(("fields",), "gap_rects")


def check_step(
    part: DeckPart, road: Road, step: StepModel, setting: str, rounds: Mapping[str, RoundModel | None]
) -> None:
    """The rounds of a step exist, and it has them when its kind plays them."""
    for index, name in enumerate(step.rounds):
        here = (*road, "rounds", index)
        if name not in rounds:
            part.fault(here, "no_round", found=clip(name), expected=", ".join(rounds))
            continue
        known = rounds[name]
        if setting == "team" and known is not None and known.about is About.PARTNER:
            part.fault(here, "round_for_two", found=name)
    if step.practice and step.rounds:
        part.fault(road, "practice_rounds")
    if step.phases and step.kind is not StepKind.DILEMMA:
        part.fault((*road, "phases"), "phases_kind")
    if step.draws and step.kind is not StepKind.CARDS:
        part.fault((*road, "draws"), "draws_kind")
    needs = step.kind in (StepKind.ROUND, StepKind.REVEAL) and not step.practice
    if needs and not step.rounds and rounds:
        part.fault(road, "needs_rounds", expected=next(iter(rounds)))


def check_order(part: DeckPart, steps: Sequence[tuple[Road, StepModel]]) -> None:
    """Then and now comes after the places of now were shown: then is never told before now."""
    kinds = [step.kind for _, step in steps]
    for at, (road, step) in enumerate(steps):
        if step.kind is StepKind.THEN_NOW and StepKind.REVEAL not in kinds[:at]:
            part.fault(road, "then_first")


def prompt_keys(fields: Sequence[str], centre: bool) -> tuple[str, ...]:
    """All pairs that need questions: from where the one stands to where the other pawn stands."""
    pairs = tuple(f"{one}>{other}" for one in fields for other in fields)
    return (*pairs, *SPECIAL_PROMPTS, *((CENTRE_PROMPT,) if centre else ()))


def check_prompts(part: DeckPart, wanted: Sequence[str]) -> None:
    """Each pair has its questions, and nothing else is there."""
    there = part.source.value
    if not isinstance(there, dict):
        return
    for key in there:
        if key not in wanted:
            part.fault((key,), "prompt_unknown")
    for key in wanted:
        if key not in there:
            part.fault((), "prompt_missing", found=key)


def guide_topics(fields: Sequence[str], centre: bool) -> tuple[str, ...]:
    """What the guide may have questions for."""
    return (*COMPETENCES, *fields, *((CENTRE,) if centre else ()))


def check_guide(part: DeckPart, topics: Sequence[str]) -> None:
    """There are questions for what is known, and nothing else; none of the topics has to be there."""
    for topic in part.source.value if isinstance(part.source.value, dict) else ():
        if topic not in topics:
            part.fault((topic,), "topic_unknown", expected=", ".join(topics))


def check_dilemma(part: DeckPart, road: Road, card: DilemmaModel, themes: Sequence[str]) -> None:
    """A dilemma's theme exists, and a fact has its source."""
    if card.theme not in themes:
        part.fault((*road, "theme"), "no_theme", found=clip(card.theme), expected=", ".join(themes))
    if bool(card.fact) != bool(card.source):
        part.fault(road, "fact_source")


_SAME = ("field", "kind", "fits", "minutes", "icon", "theme", "sectors", "source", "sensitive", "moment")


def same_particulars(one: object, other: object) -> bool:
    """Whether two cards are the same but for their words, as one card in two languages must be."""
    keys = [key for key in _SAME if hasattr(one, key) or hasattr(other, key)]
    return all(getattr(one, key, None) == getattr(other, key, None) for key in keys)


def check_translated(
    model: type[BaseModel], cards: Mapping[str, tuple[DeckPart, dict[str, Road], Mapping[str, BaseModel]]]
) -> None:
    """Each card stands in each language, the same but for its words."""
    keys = [key for key in _SAME if key in model.model_fields]
    same = attrgetter(*keys)
    for language, (part, roads, models) in cards.items():
        before = True  # the languages before this one: a difference is told once, in the later of the two
        for other, (other_part, other_roads, other_models) in cards.items():
            if other == language:
                before = False
                continue
            for name, road in roads.items():
                if name not in other_roads:
                    part.fault(road, "no_card", found=clip(name), expected=other_part.file)
                elif before and name in models and name in other_models:
                    mine, theirs = same(models[name]), same(other_models[name])
                    if mine == theirs:
                        continue
                    for key, one, another in zip(keys, mine, theirs, strict=True):
                        if one != another:
                            part.fault((*road, key), "card_differs", found=clip(name), expected=other_part.file)
