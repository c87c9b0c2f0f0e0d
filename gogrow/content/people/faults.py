"""What can be wrong with a list of people, each in one sentence: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gogrow.texts import Texts

MAX_BYTES = 5 * 1024 * 1024
MAX_PEOPLE = 5_000
_SHOWN = 60

_LEFT_OUT = frozenset({"empty-name", "long-name", "no-letters", "address", "cell-error", "formula", "title"})


def _freeze(values: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType({name: _short(value) for name, value in values.items()})


def _short(value: object, limit: int = _SHOWN) -> object:
    """Long text cut off, so that a sentence stays a sentence."""
    if isinstance(value, str) and len(value) > limit:
        return value[: limit - 1].rstrip() + "…"
    return value


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one row of a list. ``line`` is the line of the text, or the row of the sheet, from 1.

    ``values`` holds what the sentence names (``text``, ``name``, ``manager``, ``other``, ``count``, ``limit``).
    """

    line: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", _freeze(self.values))

    def __hash__(self) -> int:
        return hash((self.line, self.code))

    @property
    def left_out(self) -> bool:
        """Whether the row did not come in."""
        return self.code in _LEFT_OUT

    def message(self, texts: Texts) -> str:
        """The sentence for the user, as plain text. Raises KeyError for an unknown code."""
        return _about_row(self.code, texts, {"line": self.line, **self.values})


class PeopleUnreadable(Exception):
    """A whole list that cannot be read, by its ``code``; `message` says it to the user.

    The codes: missing, no-access, not-a-file, empty, too-big, too-much, too-many, not-a-list, old-excel,
    binary-excel, ods, web-page, password, damaged, no-sheet. For pasted text only: empty, too-big, too-many.
    """

    def __init__(self, code: str, **values: object) -> None:
        """``values``: ``file`` (its name), ``sheet`` and ``sheets`` where the sentence needs them."""
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, object] = {name: _short(value, 4 * _SHOWN) for name, value in values.items()}

    def message(self, texts: Texts) -> str:
        """The sentence for the user, as plain text. Raises KeyError for an unknown code."""
        return _about_file(self.code, texts, {"file": "", **self.values})


def _about_row(code: str, texts: Texts, v: dict[str, object]) -> str:
    t = texts.t
    match code:
        case "empty-name":
            return t("Line {line}: there is no name in this row. Fill in a name, or remove the row.", **v)
        case "long-name":
            return t("Line {line}: this name has {count} characters; {limit} is the most. Make it shorter.", **v)
        case "no-letters":
            return t("Line {line}: “{text}” is not a name. Fill in a name, or remove the row.", **v)
        case "address":
            return t("Line {line}: there is only an e-mail address here. Fill in the name.", **v)
        case "cell-error":
            return t("Line {line}: the spreadsheet shows an error here: {text}. Mend that cell.", **v)
        case "formula":
            return t("Line {line}: a formula without its result. Open the file in Excel, save it and try again.", **v)
        case "title":
            return t(
                "Line {line}: “{text}” looks like a title, so nobody was added. Is it a name? Add it by hand.",
                **v,
            )
        case "damaged":
            return t("Line {line}: letters in “{text}” seem to be lost. Check the name.", **v)
        case "duplicate":
            return t("Line {line}: {name} is also on line {other}. The same person? Then remove one.", **v)
        case "own-manager":
            return t("Line {line}: {name} is named as their own manager. Choose somebody else.", **v)
        case "manager-circle":
            return t(
                "Line {line}: {manager} leads {name}, and in a circle {name} leads {manager}. Choose who leads {name}.",
                **v,
            )
        case "manager-twice":
            return t("Line {line}: several people are called {manager}. Check who leads {name}.", **v)
        case "manager-unknown":
            return t("Line {line}: “{text}” is not the name of a manager. Choose who leads {name}.", **v)
        case "open-quote":
            return t("Line {line}: a quotation mark opens here and never closes. Check this row.", **v)
        case "no-name-column":
            return t("No column with names was found. Choose which column holds the names.", **v)
        case "nobody":
            return t("Line {line}: there are no names below the header. Add names and try again.", **v)
    raise KeyError(code)


def _about_file(code: str, texts: Texts, v: dict[str, object]) -> str:
    t = texts.t
    match code:
        case "missing":
            return t("{file} is not there. Check the name and the folder.", **v)
        case "no-access":
            return t("{file} cannot be opened. Close it in other programs, or choose another file.", **v)
        case "not-a-file":
            return t("{file} is a folder or a device, not a list. Choose a CSV or XLSX file.", **v)
        case "empty":
            return t("There are no names here. Choose a list with at least one name.")
        case "too-big":
            return t("This list is too big: 5 MB is the most. Copy only the names to a new file.")
        case "too-much":
            return t("{file} holds far more than a list of names. Copy the names and paste them.", **v)
        case "too-many":
            return t("This list has more than {limit} rows. Keep only the people that you need.", limit=MAX_PEOPLE)
        case "not-a-list":
            return t("{file} is not a list of names. Choose a CSV or XLSX file, or paste the names.", **v)
        case "old-excel":
            return t("{file} is an old Excel file. Open it in Excel and save it as an Excel workbook (.xlsx).", **v)
        case "binary-excel":
            return t("{file} is a binary Excel file. Open it in Excel and save it as an Excel workbook (.xlsx).", **v)
        case "ods":
            return t("{file} is an OpenDocument file. Open it and save it as XLSX or CSV.", **v)
        case "web-page":
            return t("{file} is a web page. Open it in Excel and save it as an Excel workbook (.xlsx).", **v)
        case "password":
            return t("{file} has a password. Open it in Excel, and copy and paste the names.", **v)
        case "damaged":
            return t("{file} is damaged. Open it in Excel and save it again, or copy and paste the names.", **v)
        case "no-sheet":
            return t("{file} has no sheet with the name {sheet}. It has: {sheets}.", **v)
    raise KeyError(code)
