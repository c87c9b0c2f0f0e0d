"""What is read aloud of a beamer picture: its texts, in the order in which people would read them to each other.

Made from the view and nothing else, so it can say nothing that the room does not see. How many are ready, what the
clock says and where pawns lie is not read: it changes all the time, or is better looked at.
"""

from __future__ import annotations

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
    Poles,
    Poll,
    PublicView,
    Reveal,
    Sentence,
    ThenNowOne,
    ThenNowTeam,
    Views,
    Words,
)
from gogrow.sheets.wishes import wishes
from gogrow.texts import Texts
from gogrow.ui.beamer import argue, course, goals


def reading(view: PublicView, texts: Texts) -> tuple[str, ...]:
    """The sentences to read aloud; () when there is nothing. ``texts`` speaks the view's language."""
    return tuple(ended(part) for part in _parts(view, texts) if part.strip())


def ended(text: str) -> str:
    """One sentence in one line, with a full stop where no sign ends it: a voice pauses there."""
    plain = " ".join(text.split())
    return plain if plain[-1:] in ".!?…" else f"{plain}."


def _parts(view: PublicView, texts: Texts) -> list[str]:
    t, picture = texts.t, view.picture
    match picture:
        case Neutral() | Blank():
            return []
        case ThenNowOne():
            return [t("{name}, then and now", name=picture.name), picture.body]
        case Words() | Explain() | Reveal() | ThenNowTeam():
            return [picture.heading, picture.body]
        case Placing():
            return [picture.question, t("Choose your place in silence.")]
        case About():
            without = t("Without names. {name} is fine with this.", name=picture.manager)
            return [t("This is where you place {name}", name=picture.manager), without]
        case Pairs():
            listens = t("The manager listens first.") if picture.listens else ""
            return [picture.question, t("First one, then the other."), listens]
        case Gap():
            asked = picture.prompt or t("How can you tell?")
            first, then = t("First {name}", name=picture.owner_name), t("Then {name}", name=picture.other_name)
            turns = (f"{first}: {asked}", f"{then}: {t('Do you recognise that?')}")
            return [t("Where does this gap come from?"), *turns]
        case Card():
            return [picture.before, picture.question, picture.after]
        case Dilemma():
            return [picture.poles.title, picture.poles.situation, *_poles(picture.poles)]
        case Views():
            poles = picture.poles
            return [poles.title, poles.situation, f"A: {poles.a}", f"B: {poles.b}"]
        case Argue():
            return _argued(picture, texts)
        case Sentence():
            return [picture.poles.title, picture.sentence.strip() or t("What is our sentence?"), *picture.themes]
        case Goals():
            lines = [f"{title}: {goals.fit_words(fit, texts)}" if fit else title for title, fit in picture.lines]
            return [picture.goal or goals.question(texts), *(lines or picture.requests)]
        case CoursePage():
            return _course(picture, texts)
        case Poll():
            return [picture.question, *(wish.words for wish in wishes(texts))]


def _poles(poles: Poles) -> list[str]:
    return [f"A: {poles.a}", poles.a_reason, f"B: {poles.b}", poles.b_reason]


def _argued(picture: Argue, texts: Texts) -> list[str]:
    parts = [argue.heading(picture, texts)]
    beside = bool(picture.question or picture.fact)
    for side in argue.sides(picture, texts):
        parts += [f"{side.who} {side.letter}: {side.pole}".strip(), "" if beside else side.reason]
    source = texts.t("Source: {name}", name=picture.source) if picture.fact and picture.source else ""
    return [*parts, *([picture.question] if picture.question else [picture.fact, source])]


def _course(picture: CoursePage, texts: Texts) -> list[str]:
    parts = [texts.t("Our course"), picture.course.title]
    for words, _, lines in course.groups(picture.course, texts):
        parts.append(words)
        for line in lines:
            parts += [line.title, line.sentence]
    for words, _, items, _ in course.lists(picture.course, texts):
        parts += [words, *items]
    return parts
