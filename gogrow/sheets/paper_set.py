"""A set of papers of one kind as a PDF: whose they are, page after page, made in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets.branding import Added
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.kit import draw_plans
from gogrow.sheets.logo import read_logo
from gogrow.sheets.look import inked
from gogrow.sheets.papers import Paper, PaperWish, paper_words, read_link
from gogrow.sheets.pocket import ON_ONE, Card, draw_cards
from gogrow.sheets.poster import Poster, draw_poster
from gogrow.sheets.team_poster import TeamPoster, draw_team_poster
from gogrow.sheets.writing import Counter, Progress
from gogrow.texts import Texts

_PAGES = {"a4": A4, "a3": (297.0, 420.0), "a2": (420.0, 594.0)}


def draw_papers(
    workshop: Workshop,
    participants: Sequence[Participant],
    texts: Texts,
    wish: PaperWish,
    progress: Progress | None,
    plans: Mapping[str, DevelopmentPlan],
) -> bytes:
    """What `papers.paper_bytes` promises."""
    counter = Counter(1 if wish.paper is Paper.TEAM else len(participants), progress)
    made = _Set(workshop, participants, texts, wish, plans, counter)
    if not made.draw():
        return b""
    if not made.pad.pages:
        made.pad.next_page()
    return made.pad.finish()


class _Set:
    """Papers in the making. Each kind draws its pages and tells the counter; False when somebody stopped it."""

    def __init__(
        self,
        workshop: Workshop,
        participants: Sequence[Participant],
        texts: Texts,
        wish: PaperWish,
        plans: Mapping[str, DevelopmentPlan],
        counter: Counter,
    ) -> None:
        self._workshop, self._people, self._texts, self._kind = workshop, participants, texts, wish.paper
        logo = read_logo(wish.logo) if wish.logo is not None else None
        self._added = Added(logo, wish.contact.strip(), wish.steps_code, read_link(wish.link) or "")
        self._plans, self._counter = plans, counter
        details = workshop.details
        title = f"{paper_words(wish.paper, texts)} · {details.team or details.title}"
        self.pad = Pad(inked(wish.ink), _PAGES[wish.format], title)
        if wish.paper is Paper.CARD:
            self.pad.true_size()

    def draw(self) -> bool:
        """Draw all of them."""
        return {
            Paper.SHEET: self._sheets,
            Paper.POSTER: self._posters,
            Paper.CARD: self._cards,
            Paper.TEAM: self._team,
        }[self._kind]()

    def _plan(self, who: Participant) -> DevelopmentPlan:
        return self._plans.get(who.id) or self._workshop.plan(who.id)

    def _sheets(self) -> bool:
        drawn = self._workshop, self._people, self._texts, self._counter
        return draw_plans(self.pad, *drawn, plans=self._plans, added=self._added)

    def _posters(self) -> bool:
        for at, who in enumerate(self._people):
            if self._counter.stopped:
                return False
            self.pad.bookmark(f"poster{at}", who.name)
            draw_poster(self.pad, Poster(self._workshop, self._texts, who, self._plan(who), self._added))
            self.pad.next_page()
            self._counter.sheet()
        return not self._counter.stopped

    def _cards(self) -> bool:
        for at in range(0, len(self._people), ON_ONE):
            together = self._people[at : at + ON_ONE]
            if self._counter.stopped:
                return False
            draw_cards(self.pad, [Card(self._workshop, self._texts, p, self._plan(p), self._added) for p in together])
            self.pad.next_page()
            for _ in together:
                self._counter.sheet()
        return not self._counter.stopped

    def _team(self) -> bool:
        if self._counter.stopped:
            return False
        draw_team_poster(self.pad, TeamPoster(self._workshop, self._texts, self._added))
        self.pad.next_page()
        return self._counter.sheet()
