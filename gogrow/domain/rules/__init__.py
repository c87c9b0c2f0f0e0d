"""What may happen to a workshop: pure functions from a workshop to an `Outcome`.

``people`` before and during the session, ``session`` for the run and its clock, ``placing`` for the board,
``talking`` for gaps and themes, ``table`` for two at one laptop, ``playing`` for cards, ``planning`` for plans,
``erasing`` for tidying up.
A rule raises `RuleBroken` with a code when it does not allow something. `tidy` ends every change.
"""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.workshop import Workshop


def tidy(workshop: Workshop) -> Workshop:
    """Drop what points to nothing any more: agreements of people who left, shown pawns that are gone.

    Because a placement that comes back by undo is not among the shown ones, undo never makes the beamer show more.
    """
    people = {p.id for p in workshop.participants}
    stage = workshop.stage
    shown = stage.shown & {p.id for p in workshop.placements}
    card = stage.card if any(c.id == stage.card for c in workshop.played) else ""
    pair = stage.pair if stage.pair and set(stage.pair) <= people else None
    step = stage.step if any(s.id == stage.step for s in workshop.run) else ""
    entering = stage.entering if stage.entering in people else ""
    if (shown, card, pair, step, entering) != (stage.shown, stage.card, stage.pair, stage.step, stage.entering):
        stage = replace(stage, shown=shown, card=card, pair=pair, step=step, entering=entering)
        workshop = replace(workshop, stage=stage)
    kept = tuple(a for a in workshop.agreements if a.participant in people and (a.other is None or a.other in people))
    if len(kept) != len(workshop.agreements):
        workshop = replace(workshop, agreements=kept)
    return workshop
