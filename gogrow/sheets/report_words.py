"""What a report says, in words: the same parts for paper, for a document, for a spreadsheet and for the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gogrow.domain.report import DilemmaLine, FieldTable, Report, Told
from gogrow.sheets.board import said
from gogrow.sheets.wishes import step_words, wishes
from gogrow.texts import Texts

NOTHING = "–"
"""Stands where a figure is left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: words, its figures (None: left out), and an icon and a field's colour if it has them."""

    words: str
    counts: Told
    icon: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with a head for each column; no heads where there is one column. ``after`` are sentences below it.

    Of a dilemma ``poles`` are the words at A and at B, and its rows are the five steps between them.
    """

    rows: tuple[Row, ...]
    heads: tuple[str, ...] = ()
    title: str = ""
    poles: tuple[str, str] = ("", "")
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report under a heading: tables, or sentences word for word. ``icon`` and ``colour`` are its sign.

    ``about`` says what its figures are about.
    """

    key: str
    title: str
    icon: str
    colour: str
    tables: tuple[Table, ...] = ()
    sentences: tuple[str, ...] = ()
    about: str = ""


def title(texts: Texts) -> str:
    """What the report is called."""
    return texts.t("The harvest")


def name(report: Report) -> str:
    """Whose report it is: the organisation, the team when it is one, or ''."""
    return " · ".join(part for part in (report.organisation, report.team) if part)


def period(report: Report, texts: Texts) -> str:
    """From the first session to the last, in months; '' when no dates are known."""
    if report.first is None or report.last is None:
        return ""
    first, last = (texts.date(day, "MMMM y") for day in (report.first, report.last))
    if first == last:
        return last
    if report.first.year == report.last.year:
        first = texts.date(report.first, "MMMM")
    return texts.t("{first} to {last}", first=first, last=last)


def facts(report: Report, texts: Texts) -> str:
    """How many workshops and people it is about."""
    return " · ".join(
        (
            texts.n("{count} workshop", "{count} workshops", report.workshops),
            texts.n("{count} person", "{count} people", report.people),
        )
    )


def parts(report: Report, texts: Texts) -> tuple[Part, ...]:
    """All parts that there is something to tell in."""
    t = texts.t
    found: list[Part] = []
    if report.themes:
        rows = tuple(Row(line.theme, (line.count,)) for line in report.themes)
        about = t("How often it was named, rounded")
        found.append(Part("themes", t("What it was about"), "messages", "glow", (Table(rows),), about=about))
    if report.wishes:
        named = zip(wishes(texts), report.wishes, strict=True)
        rows = tuple(Row(_capital(wish.words), (count,), wish.icon) for wish, count in named)
        about = t("How many chose this as a next step, rounded")
        found.append(Part("wishes", t("What people want next"), "footsteps", "grow", (Table(rows),), about=about))
    if report.fields:
        tables = tuple(_fields(table, texts) for table in report.fields)
        about = t("How many placed their own pawn here, rounded")
        found.append(Part("fields", t("Where people stand"), "map-pin", "flow", tables, about=about))
    if report.dilemmas:
        tables = tuple(_dilemma(line, texts) for line in report.dilemmas)
        about = t("How many chose this, rounded")
        found.append(Part("dilemmas", t("How people chose"), "compass", "know", tables, about=about))
    return (*found, *_sentences(report, texts))


def too_few(report: Report, texts: Texts) -> str:
    """What stands before the parts when there is nothing to tell, or no figure; '' when there are figures."""
    t = texts.t
    if report.empty:
        return t(
            "There is nothing to tell here without somebody being recognised. Take the workshops of more teams "
            "together."
        )
    if not report.figures:
        return t("These are too few people for figures: somebody could be recognised. Take more teams together.")
    return ""


def left_out(texts: Texts) -> tuple[tuple[str, str], ...]:
    """What is not in a report, and why, each with an icon: the same in every report, so that it gives nothing away."""
    t = texts.t
    return (
        (
            "shield-lock",
            t(
                "A figure that may be about fewer than five people is left out, and so is every figure that could give "
                "such a one away. A dash means: nobody, or too few to say."
            ),
        ),
        (
            "calculator",
            t(
                "Every figure is rounded to fives, workshop by workshop, and then added up. A total is about right, "
                "not exact. What only one or two people in a team said is not counted."
            ),
        ),
        (
            "users",
            t(
                "Talks for two, workshops with fewer than five people and workshops of mostly managers do not count. "
                "There is nothing in here about managers, and no name."
            ),
        ),
        (
            "quote",
            t(
                "A sentence is here only when those who said it agree. Themes and sentences with the name of a "
                "participant are left out."
            ),
        ),
    )


def shown(count: int | None) -> str:
    """A figure as it is written."""
    return NOTHING if count is None else str(count)


def _fields(table: FieldTable, texts: Texts) -> Table:
    """A board: its fields in their order, a column for each round."""
    rows = []
    centre = table.board.centre
    for line in table.lines:
        if line.place is not None:
            words = said(line.place.name, texts.language)
            rows.append(Row(words, line.counts, line.place.icon, line.place.colour))
        else:
            words = said(centre.name, texts.language) if centre is not None else texts.t("Somewhere else")
            rows.append(Row(_capital(words), line.counts, "circle-dot"))
    heads = tuple(said(round.short, texts.language) for round in table.rounds)
    return Table(tuple(rows), heads)


def _dilemma(line: DilemmaLine, texts: Texts) -> Table:
    """A dilemma: five steps from A to B, a column for each time that people chose."""
    t = texts.t
    columns = [(head, told) for head, told in ((t("at first"), line.before), (t("after the talk"), line.after)) if told]
    rows = tuple(
        Row(_capital(words), tuple(told[at] for _, told in columns)) for at, words in enumerate(step_words(texts))
    )
    after = [groups] if (groups := _groups(line, texts)) else []
    after += [f"“{sentence}”" for sentence in line.sentences]
    return Table(
        rows if columns else (),
        tuple(head for head, _ in columns),
        line.card.title,
        (line.card.a, line.card.b),
        tuple(after),
    )


def _groups(line: DilemmaLine, texts: Texts) -> str:
    """Where groups ended up together, in one sentence; '' when none said so."""
    towards_a, between, towards_b = line.groups
    n = texts.n
    told = [
        n("{count} group towards A", "{count} groups towards A", towards_a) if towards_a else "",
        n("{count} group in the middle", "{count} groups in the middle", between) if between else "",
        n("{count} group towards B", "{count} groups towards B", towards_b) if towards_b else "",
    ]
    where = ", ".join(part for part in told if part)
    return texts.t("Together: {where}", where=where) if where else ""


def _sentences(report: Report, texts: Texts) -> list[Part]:
    t = texts.t
    found = []
    if report.asked:
        asked = t("What groups ask of the organisation")
        found.append(Part("asked", asked, "message-circle", "flow", sentences=report.asked))
    for key, heading, icon, colour in (
        ("enables", t("What would help people"), "heart-handshake", "glow"),
        ("wish", t("Where people want to go"), "sparkles", "know"),
        ("improvement", t("What can be better"), "tool", "grow"),
        ("team", t("What people want with their team"), "users-group", "flow"),
    ):
        if report.said.get(key):
            found.append(Part(key, heading, icon, colour, sentences=report.said[key]))
    return found


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def widest(tables: Sequence[Table]) -> int:
    """The largest figure, to draw the others against; 1 when there is none."""
    return max(
        (count for table in tables for row in table.rows for count in row.counts if count is not None), default=1
    )
