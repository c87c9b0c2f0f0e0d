"""What is said of a card while it is written: too long for the beamer, hard to read, poles that do not weigh the same.

Nearly all of it is advice, and a card may be kept with it; a *fault* is what the reader of decks would refuse. The
same rules hold for the cards that come with the program (tests see to that). Readability is Flesch-Douma for Dutch
and Flesch for English; syllables are counted by groups of vowels, which is right for nearly every short word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from functools import cache

from gogrow.content.library import CardEntry
from gogrow.content.plain_words import GENDER, PRIVATE, Rule, rules
from gogrow.domain.deck import AnyCard, AssignmentCard, DilemmaCard
from gogrow.texts import Texts

LIMITS: Mapping[str, int] = {
    "before": 80, "question": 90, "after": 75,
    "title": 24, "situation": 112, "a": 44, "b": 44, "a_reason": 60, "b_reason": 60,
    "fact": 140, "deepen": 80, "hint": 120,
}  # fmt: skip
"""Characters that the beamer shows in letters that are read from the back row: measured on its pictures."""
MOST_WORDS, MOST_WORDS_DILEMMA = 30, 45
LONGEST_AVERAGE = 12.0
"""Words in a sentence, on average over a card."""
LONG_SENTENCE = 18
LONG_WORD = 20
LEAST_READABLE = 60.0
FEW_WORDS = 6
"""Of fewer words nobody can say how readable they are."""
POLE_RATIO, POLE_WORDS = 1.35, 3
"""How much longer one pole with its reason may be, and how many words more it may have."""
NEAR = 0.4
"""Two cards that share more of their longer words than this are doubles."""
LETTERS = 400
"""More characters than this in one text a deck does not take."""

ASSIGNMENT_FIELDS = ("before", "question", "after", "hint")
DILEMMA_FIELDS = ("title", "situation", "a", "a_reason", "b", "b_reason", "fact", "deepen", "hint")
NEEDED = ("question", "title", "situation", "a", "a_reason", "b", "b_reason")
"""The texts without which a card cannot be read."""

_STRANGE = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about ``field`` of a card. ``fault``: a deck does not take it, so it cannot be kept yet."""

    field: str
    code: str
    values: Mapping[str, str] = made_by(default_factory=dict)
    fault: bool = False

    def message(self, texts: Texts) -> str:
        """One calm sentence: what it is, and what to do."""
        t, v = texts.t, self.values
        match self.code:
            case "empty":
                return t("Still empty.")
            case "too_long":
                return t("More than {limit} characters: that fits in no deck. Say it in fewer words.", **v)
            case "strange":
                return t("There is a character in it that no screen shows. Type this text again.")
            case "fact_missing":
                return t("The other language has a fact here. Translate it, or take both out.")
            case "deepen_many":
                return t("At most {limit} questions. Choose the best.", **v)
            case "long":
                return t("Long for the beamer: {count} characters, {limit} are read with ease.", **v)
            case "words":
                return t("The whole card has {count} words. Up to {limit} are read from the back row.", **v)
            case "sentence":
                return t("A long sentence: {count} words. Make two of it.", **v)
            case "average":
                return t("Long sentences: {count} words on average, {limit} read with ease.", **v)
            case "long_word":
                return t("A long word: “{word}”. Is there a shorter one?", **v)
            case "hard":
                return t("Hard to read. Shorter words and sentences help.")
            case "unequal":
                return t("Pole {pole} has more to say than the other. Make them as long.", **v)
            case "one_reason":
                return t("Pole {pole} has no reason yet, and the other one has.", **v)
            case "gender":
                return t("“{word}” makes somebody a man or a woman. Say: {instead}.", **v)
            case "gender_word":
                return t("“{word}” makes somebody a man or a woman. Use a name.", **v)
            case "private":
                return t("“{word}” is about health or pay. Not everybody can speak of that here.", **v)
            case "jargon":
                return t("“{word}” is jargon. Say: {instead}.", **v)
            case _:
                return t("Much like “{card}” in {deck}.", **v)


def words(text: str) -> list[str]:
    """The words of a text; an apostrophe or a hyphen inside a word does not split it."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon begins a new one, as it does for who reads aloud."""
    return [part for part in re.split(r"(?<=[.?!:…])[’”]?\s+", text) if words(part)]


def syllables(word: str, language: str) -> int:
    """How many syllables a word has, about."""
    small = word.casefold()
    if language == "nl":
        groups = r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ij|ei|ui|au|ou|[aeiouyàáèéêëïöüóû]"
        return max(1, len(re.findall(groups, small)))
    if len(small) > 3:
        small = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", small)
    return max(1, len(re.findall(r"[aeiouy]+", small)))


def readability(text: str, language: str) -> float:
    """Flesch-Douma (Dutch) or Flesch (English): 60 is plain, 80 easy, over 100 as people talk. Needs a word."""
    found = words(text)
    a_word = sum(syllables(word, language) for word in found) / len(found)
    a_sentence = len(found) / max(1, len(sentences(text)))
    if language == "nl":
        return 206.84 - 77 * a_word - 0.93 * a_sentence
    return 206.835 - 84.6 * a_word - 1.015 * a_sentence


def unfit(text: str, language: str) -> list[tuple[str, Rule]]:
    """The words of a text that do not belong on a card, as they are written, each with its rule."""
    single, starts, sayings = _rules(language)
    found = [(said.group(), rule) for rule in sayings for said in re.finditer(rf"\b{rule.word}\b", text, re.IGNORECASE)]
    inside = {word for saying, _ in found for word in words(saying)}
    for word in words(text):
        small = word.casefold()
        if word in inside:
            continue
        rule = single.get(small) or next((one for start, one in starts if small.startswith(start)), None)
        if rule is not None and not small.startswith("paint"):  # which is no pain
            found.append((word, rule))
    return found


def shown(card: AnyCard) -> str:
    """All that the beamer shows of a card before the talk."""
    if isinstance(card, AssignmentCard):
        return " ".join(part for part in (card.before, card.question, card.after) if part)
    title = f"{card.title}." if card.title else ""
    return " ".join(part for part in (title, card.situation, pole(card, "a"), pole(card, "b")) if part)


def pole(card: DilemmaCard, side: str) -> str:
    """A pole with its reason; ``side`` is a or b."""
    return f"{getattr(card, side)} {getattr(card, f'{side}_reason')}".strip()


class Others:
    """The cards that a new one may be a double of, by their longer words. Built once for a library."""

    def __init__(self, entries: Iterable[CardEntry]) -> None:
        self._sets: dict[tuple[str, str], tuple[frozenset[str], CardEntry]] = {}
        self._having: defaultdict[tuple[str, type, str], list[tuple[str, str]]] = defaultdict(list)
        for entry in entries:
            for language, card in entry.words.items():
                longer = _longer(card)
                key = (entry.ref, language)
                self._sets[key] = (longer, entry)
                for word in longer:
                    self._having[language, type(card), word].append(key)

    def near(self, card: AnyCard, ref: str = "") -> CardEntry | None:
        """The card that says nearly the same, or None. ``ref`` is the card itself; what it comes from is none."""
        mine = _longer(card)
        family = {ref, card.origin} - {""}
        shared: Counter[tuple[str, str]] = Counter()
        for word in mine:
            shared.update(self._having.get((card.language, type(card), word), ()))
        best: tuple[float, CardEntry | None] = (NEAR, None)
        for key, count in shared.items():
            if count < 3:
                continue
            longer, entry = self._sets[key]
            share = count / len(mine | longer)
            if share <= best[0] or key[0] in family or family & {one.origin for one in entry.words.values()}:
                continue
            best = (share, entry)
        return best[1]


def remarks(card: AnyCard, others: Iterable[Others] = (), ref: str = "") -> tuple[Remark, ...]:
    """What is to be said of a card in its own language, faults first.

    ``others`` are the cards that it may be a double of, ``ref`` what it is known by itself.
    """
    names = DILEMMA_FIELDS if isinstance(card, DilemmaCard) else ASSIGNMENT_FIELDS
    texts = {name: _text(card, name) for name in names}
    found = list(faults(card))
    found += _lengths(card, texts)
    reading = tuple(_reading(card, texts))
    found += reading or _hard(card)
    if isinstance(card, DilemmaCard):
        found += _poles(card)
    found += _plain(card, texts)
    other = next((near for one in others if (near := one.near(card, ref)) is not None), None)
    if other is not None:
        said = other.card(card.language)
        first = said.question if isinstance(said, AssignmentCard) else said.title
        found.append(Remark(_main(card), "double", {"card": first, "deck": other.deck}))
    return tuple(found)


def faults(card: AnyCard) -> Iterable[Remark]:
    """Only why a deck would not take the card."""
    names = DILEMMA_FIELDS if isinstance(card, DilemmaCard) else ASSIGNMENT_FIELDS
    texts = {name: _text(card, name) for name in names}
    for name, text in texts.items():
        if name in NEEDED and not text.strip():
            yield Remark(name, "empty", {}, fault=True)
        parts = card.deepen if name == "deepen" and isinstance(card, DilemmaCard) else (text,)
        if max(map(len, parts), default=0) > LETTERS:
            yield Remark(name, "too_long", {"limit": str(LETTERS)}, fault=True)
        if _STRANGE.search(text):
            yield Remark(name, "strange", {}, fault=True)
    if isinstance(card, DilemmaCard):
        if card.source and not card.fact:
            yield Remark("fact", "fact_missing", {}, fault=True)
        if len(card.deepen) > 6:
            yield Remark("deepen", "deepen_many", {"limit": "6"}, fault=True)


def _lengths(card: AnyCard, texts: Mapping[str, str]) -> Iterable[Remark]:
    for name, text in texts.items():
        parts = card.deepen if name == "deepen" and isinstance(card, DilemmaCard) else (text,)
        longest = max(map(len, parts), default=0)
        if LIMITS[name] < longest <= LETTERS:
            yield Remark(name, "long", {"count": str(longest), "limit": str(LIMITS[name])})
    most = MOST_WORDS_DILEMMA if isinstance(card, DilemmaCard) else MOST_WORDS
    count = len(words(shown(card)))
    if count > most:
        yield Remark(_main(card), "words", {"count": str(count), "limit": str(most)})


def _reading(card: AnyCard, texts: Mapping[str, str]) -> Iterable[Remark]:
    for name, text in texts.items():
        longest = max((len(words(part)) for part in sentences(text)), default=0)
        if longest > LONG_SENTENCE and name not in ("fact", "hint"):
            yield Remark(name, "sentence", {"count": str(longest)})
        for word in words(text):
            if len(word) > LONG_WORD:
                yield Remark(name, "long_word", {"word": word if len(word) < 27 else f"{word[:25]}…"})
                break
    whole = shown(card)
    parts = sentences(whole)
    count = len(words(whole))
    if count < FEW_WORDS:
        return
    average = sum(len(words(part)) for part in parts) / len(parts)
    if average > LONGEST_AVERAGE:
        limit = f"{LONGEST_AVERAGE:.0f}"
        yield Remark(_main(card), "average", {"count": f"{average:.0f}", "limit": limit})


def _hard(card: AnyCard) -> tuple[Remark, ...]:
    """Hard to read without one sentence or word that is to blame."""
    whole = shown(card)
    if len(words(whole)) < FEW_WORDS or readability(whole, card.language) >= LEAST_READABLE:
        return ()
    return (Remark(_main(card), "hard"),)


def _poles(card: DilemmaCard) -> Iterable[Remark]:
    if bool(card.a_reason) != bool(card.b_reason) and card.a and card.b:
        side = "b" if card.a_reason else "a"
        yield Remark(f"{side}_reason", "one_reason", {"pole": side.upper()})
        return
    if not (card.a and card.b):
        return
    a, b = pole(card, "a"), pole(card, "b")
    ratio = max(len(a), len(b)) / max(1, min(len(a), len(b)))
    more = abs(len(words(a)) - len(words(b)))
    own = abs(len(words(card.a)) - len(words(card.b)))
    whole = ratio > POLE_RATIO or more > POLE_WORDS
    if whole or own > POLE_WORDS:
        longer = "a" if (len(a) > len(b) if whole else len(card.a) > len(card.b)) else "b"
        yield Remark(longer, "unequal", {"pole": longer.upper()})


def _plain(card: AnyCard, texts: Mapping[str, str]) -> Iterable[Remark]:
    sensitive = isinstance(card, DilemmaCard) and bool(card.sensitive)
    for name, text in texts.items():
        for word, rule in unfit(text, card.language):
            if rule.why == PRIVATE and sensitive:
                continue  # the card says so itself, and asks for care
            if rule.why != PRIVATE and rule.instead:
                yield Remark(name, rule.why, {"word": word, "instead": rule.instead})
            else:
                yield Remark(name, "gender_word" if rule.why == GENDER else rule.why, {"word": word})


def _main(card: AnyCard) -> str:
    return "question" if isinstance(card, AssignmentCard) else "situation"


def _text(card: AnyCard, name: str) -> str:
    value = getattr(card, name)
    return value if isinstance(value, str) else "\n".join(value)


def _longer(card: AnyCard) -> frozenset[str]:
    return frozenset(word for word in words(shown(card).casefold()) if len(word) > 3)


@cache
def _rules(language: str) -> tuple[dict[str, Rule], tuple[tuple[str, Rule], ...], tuple[Rule, ...]]:
    every = rules(language)
    sayings = tuple(rule for rule in every if " " in rule.word)
    single = {rule.word: rule for rule in every if not rule.open and rule not in sayings}
    return single, tuple((rule.word, rule) for rule in every if rule.open), sayings
