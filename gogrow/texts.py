"""Words for people: translations, plurals and dates, in Dutch or English.

A `Texts` is made once for a language and passed in: the cockpit speaks the program's language, beamer and
paper the workshop's. Source strings are English; the Dutch stands in ``assets/i18n/nl``. Babel is imported
only when a date is written, so that the first window does not wait for it.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import os
from pathlib import Path

from gogrow import paths

LANGUAGES = ("nl", "en")


class _Part(gettext.NullTranslations):
    """Catalogues that are read one after another, when a text was in none of those before."""

    def __init__(self, files: list[Path]) -> None:
        super().__init__()
        self._files = files
        self._read: gettext.NullTranslations | None = None

    def _rest(self) -> gettext.NullTranslations | None:
        if self._read is None and self._files:
            with self._files[0].open("rb") as stream:
                self._read = gettext.GNUTranslations(stream)
            self._read.add_fallback(_Part(self._files[1:]))
        return self._read

    def gettext(self, message: str) -> str:
        """The translation, or the text itself."""
        rest = self._rest()
        return rest.gettext(message) if rest is not None else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation for so many, or the text itself."""
        rest = self._rest()
        return rest.ngettext(msgid1, msgid2, n) if rest is not None else super().ngettext(msgid1, msgid2, n)


class Texts:
    """Translations for one language; ``Texts.t`` is the function that windows and sheets are given.

    >>> Texts("en").t("{done} of {total}", done=7, total=11)
    '7 of 11'
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        """Load the catalogues of ``language`` (``nl`` or ``en``). Raises ValueError for another language."""
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
        self.language = language
        parts = ((folder or paths.assets() / "i18n") / language).glob("*.mo")
        # the window's own part first: mostly the first picture needs no other
        self._catalogue = _Part(sorted(parts, key=lambda part: (part.stem != "frame", part.stem)))
        self._known: dict[str, str] = {}  # paper asks for the same words a thousand times

    def t(self, message: str, /, **values: object) -> str:
        """The text in this language, with ``{name}`` filled in from ``values``."""
        found = self._known.get(message)
        if found is None:
            found = self._known[message] = self._catalogue.gettext(message)
        return self._fill(found, values)

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """The text for ``count`` things; ``{count}`` is filled in."""
        return self._fill(self._catalogue.ngettext(singular, plural, count), {"count": count, **values})

    @staticmethod
    def _fill(text: str, values: dict[str, object]) -> str:
        # Only the template's braces count: what a user typed comes in as a value and is left as it is.
        return text.format_map(values) if values else text

    def date(self, day: dt.date, style: str = "d MMMM y") -> str:
        """A date in words, such as ``12 mei 2026``. ``style`` is a CLDR pattern."""
        from babel.dates import format_date

        return format_date(day, style, locale=self.language)

    def weekday(self, day: dt.date) -> str:
        """A date with its weekday, such as ``dinsdag 12 mei``."""
        return self.date(day, "EEEE d MMMM")


def mark(message: str) -> str:
    """The text itself, for a table whose rows are translated later: tells the tests that it needs a translation.

    >>> mark("New workshop")
    'New workshop'
    """
    return message


def compile_catalogues(folder: Path) -> list[Path]:
    """Make each ``.mo`` below ``folder`` that is older than its ``.po``, or missing; returns the new ones.

    For the build, ``make`` and the tests; a finished program has them all. Raises OSError when one cannot be
    written, and Babel's PoFileError for a ``.po`` that cannot be read.
    """
    stale = [
        (source, made)
        for source in sorted(folder.glob("*/*.po"))
        if not (made := source.with_suffix(".mo")).exists() or made.stat().st_mtime < source.stat().st_mtime
    ]
    if not stale:
        return []
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source, made in stale:
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parent.name, abort_invalid=True)
        memory = io.BytesIO()
        write_mo(memory, catalogue)
        unfinished = made.with_suffix(f".{os.getpid()}")  # several test runs may do this at once
        unfinished.write_bytes(memory.getvalue())
        unfinished.replace(made)
    return [made for _source, made in stale]
