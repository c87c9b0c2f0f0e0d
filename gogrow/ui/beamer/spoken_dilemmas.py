"""The pictures of dilemmas, goals, the course and the poll in words, for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.domain.course import Course, CourseLine
from gogrow.domain.public import Argue, CoursePage, Dilemma, Goals, Poles, Poll, Sentence, Views
from gogrow.texts import Texts
from gogrow.ui.beamer import argue, course, goals, poll
from gogrow.ui.beamer.dilemmas import steps
from gogrow.ui.beamer.standing import sure_words

Pictures = Dilemma | Views | Argue | Sentence | Goals | CoursePage | Poll


def describe(picture: Pictures, texts: Texts) -> tuple[str, str]:
    """A name and a description."""
    t = texts.t
    match picture:
        case Dilemma():
            return picture.poles.situation, _said(_poles(picture.poles), _counted(picture.done, picture.total, texts))
        case Views():
            parts = [*moments(picture.before, picture.after, texts), place(picture.pawn, texts)]
            names = ", ".join(voice.name for voice in picture.names)
            return picture.poles.title, _said(*parts, sure_words(picture.sure, texts), names)
        case Argue():
            return _argued(picture, texts)
        case Sentence():
            if not picture.sentence.strip():
                return t("What is our sentence?"), picture.poles.title
            return picture.sentence, _said(picture.poles.title, ", ".join(picture.themes))
        case Goals():
            lines = [f"{title}: {goals.fit_words(fit, texts)}" if fit else title for title, fit in picture.lines]
            return picture.goal or goals.question(texts), _said(*(lines or picture.requests))
        case CoursePage():
            return _course(picture.course, texts)
        case Poll():
            wishes = poll.wishes(texts)
            if picture.counts:
                found = [f"{words}: {count}" for words, count in zip(wishes, picture.counts, strict=True)]
                return picture.question, _said(*found)
            numbered = [f"{number} {words}" for number, words in enumerate(wishes, 1)]
            return picture.question, _said(*numbered, _counted(picture.done, picture.total, texts))


def moments(before: Sequence[int], after: Sequence[int], texts: Texts) -> list[str]:
    """How many stand at each place, before and after."""
    found = []
    for words, counts in ((texts.t("at first"), before), (texts.t("after the talk"), after)):
        if any(counts):
            places = [f"{step} {count}" for step, count in zip(steps(texts), counts, strict=True) if count]
            found.append(f"{words}: {', '.join(places)}")
    return found


def place(pawn: float | None, texts: Texts) -> str:
    """The group's own place by the nearest step."""
    if pawn is None:
        return ""
    nearest = steps(texts)[min(4, max(0, int(pawn * 4 + 0.5)))]
    return f"{texts.t('this is where we end up together')}: {nearest}"


def _said(*parts: str) -> str:
    kept = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in kept)


def _poles(poles: Poles) -> str:
    return _said(f"A: {poles.a}", poles.a_reason, f"B: {poles.b}", poles.b_reason)


def _counted(done: int | None, total: int | None, texts: Texts) -> str:
    if done is None or total is None:
        return ""
    return texts.n("{count} of {total} is ready", "{count} of {total} are ready", done, total=total)


def _argued(picture: Argue, texts: Texts) -> tuple[str, str]:
    parts = [f"{side.who} {side.letter}. {side.pole}".strip() for side in argue.sides(picture, texts)]
    source = texts.t("Source: {name}", name=picture.source) if picture.fact and picture.source else ""
    beside = [picture.question] if picture.question else [picture.fact, source]
    return argue.heading(picture, texts), _said(*parts, *beside)


def _course(made: Course, texts: Texts) -> tuple[str, str]:
    parts = []
    for words, _, lines in course.groups(made, texts):
        parts += [words, *(_line(line, texts) for line in lines)]
    for words, _, items, _ in course.lists(made, texts):
        parts += [words, *items]
    title = texts.t("Our course")
    return f"{title}: {made.title}" if made.title else title, _said(*parts)


def _line(line: CourseLine, texts: Texts) -> str:
    return _said(line.title, *moments(line.before, line.after, texts), place(line.pawn, texts), line.sentence)
