"""Names as they are typed: cleaned of what cannot be seen, freed of bullets and addresses, never re-capitalised.

*Verbeek, Anja* is turned around only where it is certain that the surname stands first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from gogrow.content.people import words
from gogrow.domain.people import clean_name

_NO_NAME = 1_000
_JOINERS = "\u200c\u200d"  # join or part letters in Persian and Hindi names, and build emoji
_LIST_MARK = re.compile(r"^(?:[-–—•*·▪◦‣⁃●○■□➢✓✔☐►>+\uf0b7]+|\(?\d{1,3}[.)])\s+(?=\S)")
_MAIL = r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+"
_MAIL_BESIDE = re.compile(rf"\s*(?:<(?:mailto:)?{_MAIL}>|\(\s*{_MAIL}\s*\)|\[(?:mailto:)?{_MAIL}\])\s*")
_MAIL_LAST = re.compile(rf"(?<=\S)[\s,:;|–-]+{_MAIL}$")
_MAIL_ONLY = re.compile(rf"^(?:mailto:|<)?{_MAIL}>?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.[ -]?)+|[^\W\d_]")
_ERROR = re.compile(r"#(?:[A-Z]{2,15}(?:/0)?[!?]|N/[A-Z]|GETTING_DATA)", re.IGNORECASE)
_LOST = re.compile(r"�|(?<=[^\W\d_])\?(?=[^\W\d_])|^\?(?=[^\W\d_])")


def clean(text: str) -> str:
    """The text in composed form (NFC), without control and other unseen characters, with single spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    seen = (c for c in text if c in _JOINERS or unicodedata.category(c) not in ("Cf", "Cs"))
    return clean_name("".join(seen)).strip(_JOINERS + " ")


def tidy(text: str) -> str:
    """A cell with a name without what lists and mails put around it: bullet, number, address, ``;`` at the end.

    >>> tidy("1. Anja Verbeek <anja@example.org>;")
    'Anja Verbeek'
    """
    if len(text) > _NO_NAME:
        return text
    text = _LIST_MARK.sub("", text)
    if "@" in text and not is_address(text):
        beside = _MAIL_BESIDE.sub(" ", text).strip() or text
        text = _MAIL_LAST.sub("", beside)
    if text.startswith('="') and text.endswith('"') and len(text) > 3:  # how a CSV keeps Excel from counting
        text = text[2:-1]
    text = text.strip(" ;,\t")
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    return text


def is_address(text: str) -> bool:
    """Whether a cell holds an e-mail address and nothing else."""
    return "@" in text and _MAIL_ONLY.match(text.strip(" ;,")) is not None


def is_error(text: str) -> bool:
    """Whether a spreadsheet shows an error here, in Dutch or English: ``#N/B``, ``#VERW!``, ``#REF!``."""
    return text.startswith("#") and _ERROR.fullmatch(text) is not None


def is_damaged(text: str) -> bool:
    """Whether letters were lost on the way: ``Ã‡elik`` (read in a wrong encoding), ``Ay?e``, ``�``."""
    if text.isascii():
        return "?" in text and _LOST.search(text) is not None
    if _LOST.search(text):
        return True
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def has_no_letter(text: str) -> bool:
    """Whether a text is made of digits, punctuation and money only. Emoji count as a name."""
    return all(unicodedata.category(c)[0] in "NPZ" or unicodedata.category(c) in ("Sc", "Sm") for c in text)


def surname_first(names: Iterable[str]) -> bool:
    """Whether a column is written as *Verbeek, Anja*: at least half of its names, with one surname before the comma."""
    filled, comma, single = 0, 0, 0
    for name in names:
        if name:
            filled += 1
            parts = _around_comma(name)
            if parts:
                comma += 1
                single += _surnames(parts[0]) == 1
    return comma * 2 >= filled and single * 5 >= comma * 3 and comma > 0


def turned(name: str, column: bool) -> str:
    """The name with the first name first.

    ``column`` says that the whole column has the surname first (see `surname_first`). Elsewhere only initials
    after the comma are certain enough: ``El Idrissi, S.`` gives ``S. El Idrissi``; ``Anja Verbeek, Utrecht`` stays.
    """
    parts = _around_comma(name)
    if parts and (column or _is_initials(parts[1])):
        return f"{parts[1]} {parts[0]}"
    return name


def surname(text: str) -> str:
    """A surname with its prefix in front: ``Jong, de`` gives ``de Jong``."""
    head, comma, tail = text.partition(",")
    tail = tail.strip()
    return f"{tail} {head.strip()}" if comma and head.strip() and words.is_infix(tail) else text


def _around_comma(name: str) -> tuple[str, str] | None:
    """(surname, first name with prefix), when the name can be read so."""
    if "," not in name:
        return None
    parts = [part.strip() for part in name.split(",")]
    if not all(parts) or len(parts) > 3:
        return None
    first, last = parts[-1], parts[0]
    if len(parts) == 3:  # Jong, de, Anja; or Jong, Anja, de
        if words.is_infix(parts[1]):
            last = f"{parts[1]} {last}"
        elif words.is_infix(first):
            first, last = parts[1], f"{first} {last}"
        else:
            return None
    if any(c.isdigit() or c in "@&/" for c in name) or words.is_infix(first):
        return None
    if words.role(first) or all(words.key(word) in words.TITLES for word in first.split()):
        return None
    return last, first


def _is_initials(text: str) -> bool:
    """``S.``, ``J.P.``, ``Th. J.``, with a prefix after it or not: ``A. van der``."""
    head = " ".join(_without_infixes(text))
    return bool(head) and _INITIALS.fullmatch(head) is not None and ("." in head or len(head) == 1)


def _surnames(text: str) -> int:
    """How many surnames stand together; names joined by a hyphen count as one."""
    return max(sum(1 for _ in _without_infixes(part)) for part in re.split(r"\s*[-–]\s*", text))


def _without_infixes(text: str) -> Iterator[str]:
    return (word for word in text.split() if word.casefold() not in words.INFIXES)
