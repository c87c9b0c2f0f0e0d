"""Words that do not belong on a card, and what to say instead, in Dutch and in English.

They are jargon that only course leaders use, words that decide whether somebody is a man or a woman, and words about
health or pay, which nobody should have to talk about in front of a manager.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GENDER, PRIVATE, JARGON = "gender", "private", "jargon"


@dataclass(frozen=True, slots=True)
class Rule:
    """A word, or with ``open`` the beginning of one; ``why`` is gender, private or jargon, ``instead`` may be ''."""

    word: str
    open: bool
    why: str
    instead: str = ""


# One word or beginning (with a star) on a line, after a colon what to say instead. Two words are one saying.
_LISTS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        GENDER: """
            hij: een naam, of die collega
            hem: een naam, of die collega
            haar: een naam, of die collega
            hijzelf
            zijzelf
        """,
        JARGON: """
            duurzame inzetbaarheid: tot later goed kunnen werken
            inzetbaar*: kunnen blijven werken
            competent*: wat je goed kunt
            stakeholder*: wie ermee te maken heeft
            ontwikkel*: leren
            feedback*: zeggen wat je ziet
            functioner*: werken
            beoordel*: zeggen wat je vindt
            kernkwaliteit*: wat je goed kunt
            valkuil*: wat je soms te veel doet
            duurzaam: dat lang goed blijft
            duurzame: die lang goed blijft
            proactief: uit jezelf
            proactieve: uit jezelf
            eigenaarschap: ervoor zorgen
            empower*: ruimte geven
            mindset*: hoe je denkt
            comfortzone*: wat je gewend bent
            leerdoel*: wat je wilt leren
            leerpunt*: wat je wilt leren
            drijfve*: waarom je het doet
            passie*: wat je graag doet
            uitdaging*: wat lastig is
            regie: zelf kiezen
            doelstelling*: doel
            performance*: hoe het werk gaat
            target*: doel
            traject: plan
            faciliteren: helpen
            implementeren: invoeren
            vitaliteit: fit zijn
            medewerker: collega
            medewerkers: collega’s
            werknemer: collega
            werknemers: collega’s
        """,
        PRIVATE: """
            salaris*
            bonus*
            ziek*
            burn*
            pijn
            klacht*
            medicijn*
            stress
            diagnose
        """,
    },
    "en": {
        GENDER: """
            he: a name, or they
            him: a name, or them
            his: a name, or their
            she: a name, or they
            her: a name, or them
            hers: a name, or theirs
            himself
            herself
        """,
        JARGON: """
            sustainable employability: able to work well for long
            employab*: able to go on working
            competenc*: what you are good at
            stakeholder*: who it is about
            develop*: learn
            feedback*: say what you see
            apprais*: say what you think
            sustainab*: that lasts
            proactive*: of your own accord
            ownership: taking care of it
            empower*: give room
            mindset*: how you think
            comfort: what you are used to
            passion*: what you like doing
            challeng*: what is hard
            performance*: how the work goes
            target*: goal
            leverage*: use
            facilitate: help
            implement: bring in
            employee: colleague
            employees: colleagues
        """,
        PRIVATE: """
            salary
            bonus*
            sick*
            illness*
            burnout*
            pain
            complaint*
            medicine*
            stress
            diagnosis
        """,
    },
}


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language in their order: sayings first; none for a language that is not known."""
    found: list[Rule] = []
    for why, text in _LISTS.get(language, {}).items():
        for line in text.split("\n"):
            word, _, instead = (part.strip() for part in line.partition(":"))
            if word:
                found.append(Rule(word.removesuffix("*"), word.endswith("*"), why, instead))
    return tuple(found)
