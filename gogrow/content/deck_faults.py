"""What is wrong with a deck: file, line, what, and how to mend it, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gogrow.content.pack_faults import of_pack
from gogrow.content.table_faults import of_cell, of_table
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``line`` counts from 1; 0 means the file as a whole.

    ``values`` hold what the message needs: ``place`` (``card 1 › level``), ``found``, ``expected`` and the like.
    """

    file: str
    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def mild(self) -> bool:
        """Whether the deck works all the same: a card that is not in every language may be meant so."""
        return self.code == "no_card"

    def message(self, texts: Texts) -> str:
        """One line: file, line, what is wrong and how to mend it."""
        t = texts.t
        where = t("{file}, line {line}", file=self.file, line=self.line) if self.line else self.file
        whole = _of_files(self.code, t, self.values) or _of_yaml(self.code, t, self.values)
        whole = whole or of_pack(self.code, t, self.values) or of_table(self.code, t, self.values)
        if whole:
            return f"{where}: {whole}"
        part = _of_values(self.code, t, self.values) or _of_deck(self.code, t, self.values)
        part = part or of_cell(self.code, t, self.values)
        told = part or t("is not right: {reason}.", reason=self.values.get("reason", self.code))
        return f"{where}: {self.values.get('place') or t('this file')} {told}"


class DeckFaults(Exception):
    """A deck that cannot be used, with all its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults; the first: {faults[0]}" if faults else "no faults")
        self.faults = faults


Say = Callable[..., str]


def _of_files(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "no_folder":
            return t("this is not a folder. Name the folder that holds deck.yaml.")
        case "missing_file":
            return t("this file is missing. Make it, or check that its name is spelled like this.")
        case "unknown_file":
            return t("no deck has a file with this name. Rename or remove it; expected: {expected}.", **v)
        case "unreadable":
            return t("the file cannot be read: {reason}. Check that you may read it.", **v)
        case "too_big":
            return t("the file is larger than {limit} MB. A deck is text: take out what does not belong.", **v)
        case "utf16":
            return t("the file is saved as UTF-16. Save it again as UTF-8.")
        case "not_utf8":
            return t("a letter here (perhaps {found}) is not UTF-8. Save the file again as UTF-8.", **v)
        case "empty_file":
            return t("the file is empty. Fill it, or remove it when the deck does not need it.")
    return ""


def _of_yaml(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "tab":
            return t("the line begins with a tab. Use spaces: two for each step inwards.")
        case "control":
            return t("there is a character here that nobody can see ({found}). Remove it and type it again.", **v)
        case "alias":
            return t("{found} points at something elsewhere. Write the text out here.", **v)
        case "anchor":
            return t("{found} is a mark to point at. Remove it; put a text with & or * between quotes.", **v)
        case "tag":
            return t("{found} is a tag. Remove it; put a text that begins with ! between quotes.", **v)
        case "duplicate_key":
            return t("{key} stands here twice, first on line {first}. Remove one of the two.", **v)
        case "key_not_text":
            return t("a list or group stands where a name should. Write: name: text.")
        case "too_deep":
            return t("lists within lists, more than {limit} deep. Use fewer spaces or brackets.", **v)
        case "too_many":
            return t("more than {limit} values in one file. Split the deck into several.", **v)
        case "documents":
            return t("a second document begins here. Remove the line with three dashes.")
        case "colon":
            return t('a colon stands where none may be. Put the whole text between quotes: "like: this".')
        case "no_colon":
            return t("a colon is missing. Write: name: text.")
        case "quote":
            return t("a quote is opened here and never closed. Add the closing quote.")
        case "bracket":
            return t("a bracket is opened and not closed, or a comma is missing. Look at the brackets.")
        case "structure":
            return t("this does not fit with the lines above. Look at the spaces before it, dashes and quotes.")
        case "character":
            return t("a text may not begin with this sign. Put the text between quotes.")
        case "syntax":
            return t("this cannot be read ({reason}). Look at this line and the one above.", **v)
    return ""


def _of_values(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "missing":
            return t("is missing. Add the line.")
        case "unknown_key" if v.get("expected"):
            return t("is not a name that belongs here; did you mean {expected}?", **v)
        case "unknown_key":
            return t("is not a name that belongs here. Remove the line, or look at the spaces before it.")
        case "whole_number":
            return t("must be a whole number; found: {found}. Write it in digits, such as 4.", **v)
        case "number":
            return t("must be a number; found: {found}. Write it with a point, such as 0.25.", **v)
        case "range_gt":
            return t("must be more than {expected}; found: {found}.", **v)
        case "range_ge":
            return t("must be at least {expected}; found: {found}.", **v)
        case "range_lt":
            return t("must be less than {expected}; found: {found}.", **v)
        case "range_le":
            return t("must be at most {expected}; found: {found}.", **v)
        case "numbers":
            return t("must be a list of {count} numbers, such as [0, 1]; found: {found}.", **v)
        case "text":
            return t("must be a text. Put it between quotes when it holds a colon.")
        case "list":
            return t("must be a list, each part after a dash; found: {found}.", **v)
        case "mapping":
            return t("must be a group of lines, each with a name and a colon; found: {found}.", **v)
        case "choice":
            return t("must be one of: {expected}; found: {found}.", **v)
        case "name":
            return t("may hold only small letters, digits and dashes; found: {found}.", **v)
        case "origin":
            return t("must name a deck and a card, such as go-grow/know-01; found: {found}.", **v)
        case "letter":
            return t("must be one capital letter; found: {found}.", **v)
        case "too_long":
            return t("is longer than {limit} characters. Say it in fewer words.", **v)
        case "too_short":
            return t("needs at least {limit}. Add what is missing.", **v)
        case "too_many_parts":
            return t("may hold at most {limit}. Take some out.", **v)
        case "empty":
            return t("is empty. Write a text, or remove the line when it may be left out.")
        case "control_text":
            return t("holds a tab or a character that nobody can see. Remove it.")
        case "translation":
            return t("has no text in: {language}. Add it, or take that language out of deck.yaml.", **v)
        case "language_extra":
            return t(
                "has a text in {language}, no language of this deck ({expected}). Add it to deck.yaml, or remove it.",
                **v,
            )
        case "unequal":
            return t("must have as many in each language; found {found}. Add or remove some.", **v)
        case "twice":
            return t("is {found}, and so is line {first}. Choose another for one of the two.", **v)
        case "no_field":
            return t("names a field that is not on the board: {found}. Choose from: {expected}.", **v)
        case "no_icon":
            return t(
                "names an icon that is not there: {found}. Choose another, or add it to the folder icons of the deck.",
                **v,
            )
        case "no_theme":
            return t("names a theme that is not in deck.yaml: {found}. Choose from: {expected}.", **v)
        case "fact_source":
            return t("has a fact without a source, or a source without a fact. Add the other, or remove both.")
        case "no_card":
            return t("({found}) is missing in {expected}. Translate it there, or remove it here.", **v)
        case "card_differs":
            return t("differs from the same card ({found}) in {expected}. Make both the same.", **v)
    return ""


def _of_deck(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "sector_missing":
            return t("has no sector, and the board is round. Add one, such as [0, 90].")
        case "rect_missing":
            return t("has no rect, and the board is a plane. Add one, such as [0, 0, 0.5, 0.5].")
        case "not_round":
            return t("belongs to a round board only. Remove it.")
        case "not_plane":
            return t("belongs to a plane only. Remove it.")
        case "aspect_round":
            return t("must be 1 on a round board; found: {found}.", **v)
        case "backwards":
            return t("must go from small to large; found: {found}. Turn the numbers round.", **v)
        case "sector_start":
            return t("must begin between 0 and 360, and end at most 360 further; found: {found}.", **v)
        case "overlap":
            return t("lies over field {other}. Each place may be in one field only: change one of the two.", **v)
        case "gap_sectors":
            return t("leave {found} degrees without a field. Make the fields meet.", **v)
        case "gap_rects":
            return t("leave a hole. Together they must cover everything from 0 to 1.")
        case "ring_in_centre":
            return t("must be larger than the radius of the centre; found: {found}.", **v)
        case "skip_letter":
            return t("is {found}, the letter to skip. Choose another.", **v)
        case "outside":
            return t("({found}) lies outside the board. Bring x and y closer to 0.5.", **v)
        case "same_spot":
            return t("({found}) lies on spot {other}. Move one of the two.", **v)
        case "not_round_axes":
            return t("belong to a plane only. Remove them.")
        case "axes_count":
            return t("must be two (across, and from bottom to top) or none; found: {found}.", **v)
        case "no_round":
            return t("names a round that is not in board.yaml: {found}. Choose from: {expected}.", **v)
        case "round_for_two":
            return t("names round {found}, which is for two people only. Take it out of a programme for a team.", **v)
        case "needs_rounds":
            return t("needs a round. Add: rounds: [{expected}].", **v)
        case "practice_rounds":
            return t("is practice, which records nothing. Remove the rounds, or the line practice.")
        case "then_first":
            return t("shows then before now. Put a step of kind: reveal before it.")
        case "phases_kind":
            return t("belong to a step with a dilemma. Remove the line, or make it kind: dilemma.")
        case "draws_kind":
            return t("belongs to a step with cards. Remove the line, or make it kind: cards.")
        case "no_board":
            return t("names a deck whose board cannot be read: {found}. Put that folder beside this one.", **v)
        case "board_twice":
            return t("belongs to a deck of cards; this deck has a board of its own. Remove the line.")
        case "prompt_missing":
            return t("has no questions for {found}. Add them.", **v)
        case "prompt_unknown":
            return t("is no pair of fields of this board. Correct or remove it.", **v)
        case "topic_unknown":
            return t("is nothing that the guide knows. Choose from: {expected}.", **v)
    return ""
