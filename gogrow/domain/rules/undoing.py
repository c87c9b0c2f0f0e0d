"""What undo and redo may not do: show the room more than it saw before them."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.rules import placing
from gogrow.domain.workshop import Consent, Workshop


def shown_no_more(before: Workshop, after: Workshop) -> Workshop:
    """What an undo or redo led to, without anything on the beamer that was not there before it.

    Whoever is called otherwise now leaves the picture, until somebody shows them again; their consent stays theirs.
    A group that lay under the picture of a manager does not come out from under it.
    """
    stage = after.stage
    called = {p.id: (p.label, p.initials) for p in before.participants}
    other = {p.id for p in after.participants if p.id in called and called[p.id] != (p.label, p.initials)}
    named = {id for id in other if after.agreed(Consent.NAME, id)}
    shown = frozenset(
        p.id
        for p in after.placements
        if p.id in stage.shown and not (p.placer in named if p.target == p.placer else p.target in other)
    )
    pair = None if stage.pair and other & set(stage.pair) else stage.pair
    then_now = "" if stage.then_now in other else stage.then_now
    if (shown, pair, then_now) != (stage.shown, stage.pair, stage.then_now):
        after = replace(after, stage=replace(stage, shown=shown, pair=pair, then_now=then_now))
    said, now = before.dilemma(), after.dilemma()
    if after.stage.dilemma.read_back and said is not None and now is not None and said.sentence != now.sentence:
        after = replace(after, stage=replace(after.stage, dilemma=replace(after.stage.dilemma, read_back=False)))
    if placing.about_manager(before) is not None and placing.about_manager(after) is None:
        after = replace(after, stage=replace(after.stage, shown=frozenset()))
    return after
