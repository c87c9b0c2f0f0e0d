"""Tidying up (*opruimen*): names and notes go for good, counts and themes stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from gogrow.domain.ballot import ENOUGH_VIEWS
from gogrow.domain.outcome import Outcome
from gogrow.domain.people_words import holds_name, name_words
from gogrow.domain.workshop import Harvest, Stage, Summary, Workshop

ENOUGH_FOR_FIELDS = 5
"""With fewer own pawns than this in a round, its fields are not kept: a count could point to a person."""

ALL_SAID = frozenset(
    (table, "*")
    for table in (
        "placement",
        "mark",
        "talk",
        "played_card",
        "plan",
        "plan_version",
        "check_in",
        "played_dilemma",
        "goal_view",
        "request",
    )
)
"""Every row that can be in a step and holds what somebody placed or said."""


def erased(workshop: Workshop, neutral_title: str) -> Workshop:
    """The workshop without people, placements, talks, cards, plans and drafts.

    What stays: title (for two, ``neutral_title``, since a title may hold two names), team, dates, goals, the run,
    themes with their counts (but for those with somebody's name in them), and a `Summary` of counts. Of dilemmas what
    the group chose stays, without a sentence, and without counts of fewer than five.
    """
    names = name_words(workshop.participants)
    fields = own_fields(workshop)
    totals: Counter[str] = Counter()
    for (round, _), count in fields.items():
        totals[round] += count
    kept = tuple(
        (round, field, count) for (round, field), count in sorted(fields.items()) if totals[round] >= ENOUGH_FOR_FIELDS
    )
    summary = workshop.summary or Summary(
        people=len(workshop.here()),
        talks=len(workshop.talks),
        cards=len(workshop.played),
        fields=kept,
        dilemmas=len(workshop.dilemmas),
    )
    details = replace(
        workshop.details,
        contact="",
        place="",
        title=neutral_title if workshop.details.setting == "two" else workshop.details.title,
    )
    return Workshop(
        id=workshop.id,
        details=details,
        board=workshop.board,
        run=workshop.run,
        harvest=tuple(h for h in all_themes(workshop) if not holds_name(h.theme, names)),
        dilemmas=tuple(replace(d, sentence="", themes=(), differing="") for d in workshop.dilemmas),
        views=tuple(v for v in workshop.views if sum(v.counts) >= ENOUGH_VIEWS),
        goal_views=tuple(replace(g, sentence="") for g in workshop.goal_views),
        stage=Stage(begun=workshop.stage.begun, ended=True),
        summary=summary,
    )


def wipe_table(workshop: Workshop) -> Outcome:
    """*Stop and erase*: all that was placed and said here is gone, from every step too. The people stay prepared."""
    after = replace(
        workshop,
        placements=(),
        marks=(),
        agreements=(),
        talks=(),
        harvest=(),
        played=(),
        plans=(),
        versions=(),
        check_ins=(),
        dilemmas=(),
        views=(),
        named_views=(),
        goal_views=(),
        requests=(),
        drafts=(),
        stage=Stage(begun=workshop.stage.begun, ended=True),
    )
    return Outcome(after, None, ALL_SAID)


def wipe_rest(workshop: Workshop, kept_places: frozenset[str]) -> Outcome:
    """The end of a talk for two: places, marks and consents go, but for the placements that somebody keeps.

    Talks that were kept, themes and plans stay as they are now; nothing of how they came to be so stays in a step, nor
    as a sheet of then with other words. Sheets of then lose the places that nobody keeps.
    """
    after = replace(
        workshop,
        placements=tuple(p for p in workshop.placements if p.id in kept_places),
        versions=tuple(
            replace(v, places=tuple(p for p in v.places if p.id in kept_places))
            for v in workshop.versions
            if v.plan == workshop.plan(v.participant)
        ),
        marks=(),
        agreements=(),
        played=(),
        drafts=(),
        stage=Stage(begun=workshop.stage.begun, ended=True),
    )
    return Outcome(after, None, ALL_SAID)


def own_fields(workshop: Workshop) -> Counter[tuple[str, str]]:
    """How many own pawns stand in each (round, field's id or ``centre``)."""
    fields: Counter[tuple[str, str]] = Counter()
    for placement in workshop.placements:
        if placement.target == placement.placer:
            found = workshop.board.field_at(placement.x, placement.y)
            fields[(placement.round, found.id if found else "centre")] += 1
    return fields


def all_themes(workshop: Workshop) -> tuple[Harvest, ...]:
    """How often each theme was named: in the harvest, in talks that are kept, with cards and with dilemmas."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    ids: dict[str, str] = {}
    for item in workshop.harvest:
        key = item.theme.casefold()
        counts[key] += item.count
        names.setdefault(key, item.theme)
        ids[key] = item.id
    for talk in workshop.talks:
        for theme in talk.themes:
            counts[theme.casefold()] += 1
            names.setdefault(theme.casefold(), theme)
    named = [*(card.themes for card in workshop.played), *(dilemma.themes for dilemma in workshop.dilemmas)]
    for themes in named:
        for theme in themes:
            counts[theme.casefold()] += 1
            names.setdefault(theme.casefold(), theme)
    return tuple(
        Harvest(ids.get(key, f"theme{number}"), names[key], counts[key]) for number, key in enumerate(sorted(counts))
    )
