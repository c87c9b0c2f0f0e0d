"""A set of papers of one kind as a PDF: whose they are, page after page, made in memory and put in place at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.kit import draw_plans
from gogrow.sheets.look import inked
from gogrow.sheets.papers import PaperWish, paper_words
from gogrow.sheets.writing import Counter, Progress, write
from gogrow.texts import Texts


def draw_papers(
    workshop: Workshop,
    participants: Sequence[Participant],
    texts: Texts,
    wish: PaperWish,
    target: Path,
    progress: Progress | None,
    plans: Mapping[str, DevelopmentPlan],
) -> bool:
    """What `papers.make_papers` promises."""
    counter = Counter(len(participants), progress)
    details = workshop.details
    pad = Pad(inked(wish.ink), A4, f"{paper_words(wish.paper, texts)} · {details.team or details.title}")
    if not draw_plans(pad, workshop, participants, texts, counter, plans=plans):
        return False
    if not pad.pages:
        pad.next_page()
    write(target, pad.finish())
    return True
