"""What is wrong with a deck in one file, with its icons, or with the place where it is put: a sentence for each code.

`deck_faults.Fault.message` puts the place before it: the file itself, or the part of it that is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Say = Callable[..., str]


def of_pack(code: str, t: Say, v: Mapping[str, str]) -> str:
    """The sentence for a code, '' when it is none of these."""
    return _of_file(code, t, v) or _of_entry(code, t, v) or _of_icon(code, t, v) or _of_place(code, t, v)


def _of_file(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "pack_missing":
            return t("there is no file with this name. Check the name and the folder.")
        case "pack_big":
            return t("the file is larger than {limit} MB. Ask for one without what does not belong.", **v)
        case "pack_no_zip":
            return t("this is not a deck file. Choose a file that ends in .gogrowdeck.")
        case "pack_damaged":
            return t("the file is damaged or cut off. Ask for it again.")
        case "pack_many":
            return t("{found} files are packed in it; a deck has at most {limit}. Ask for the deck alone.", **v)
        case "pack_total":
            return t("unpacked it is larger than {limit} MB. A deck is text: do not open this file.", **v)
        case "pack_values":
            return t("more than {limit} words and lists are in it. Split the deck into several.", **v)
        case "pack_note":
            return t("a note is stuck to the end of the file, so it is not sure what belongs to it. Ask for it again.")
        case "pack_large":
            return t("it is packed for files of gigabytes (ZIP64). Pack the deck again with GoGrow.")
        case "pack_no_deck":
            return t("there is no deck in it: deck.yaml is missing. Choose another file.")
    return ""


def _of_entry(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "entry_path":
            return t("this name leads out of the deck. Nothing was unpacked; do not trust this file.")
        case "entry_link":
            return t("this is a link or a device, not a file. Pack the deck again without it.")
        case "entry_locked":
            return t("this part has a password. Ask for the deck without one.")
        case "entry_method":
            return t("this part is packed in a way that GoGrow does not know. Pack the deck again with GoGrow.")
        case "entry_twice":
            return t("this name is in the file twice. Remove one of the two.")
        case "entry_alike":
            return t("this name is the same as {found} on many computers. Give one of the two another name.", **v)
        case "entry_unknown":
            return t("this does not belong in a deck. Take it out; expected: {expected}.", **v)
        case "entry_zip":
            return t("a packed file within a packed file. Take out what is in it, or leave it out.")
        case "entry_bomb":
            return t("this part grows far beyond its size when it is unpacked. Do not trust this file.")
        case "entry_damaged":
            return t("this part is damaged: it is not what the file says it is. Ask for the file again.")
        case "entry_overlap":
            return t("this part lies over another one, which no honest file has. Do not trust this file.")
        case "entry_text":
            return t("this must be plain text of at most {limit} kB. Shorten it, or leave it out.", **v)
    return ""


def _of_icon(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "icons_many":
            return t("there are more than {limit} icons here. Take out those that no card uses.", **v)
        case "icon_both":
            return t("this icon is there as {found} as well. Remove one of the two.", **v)
        case "icon_big_svg" | "icon_big_png":
            return t("this icon is larger than {limit} kB. Make it simpler or smaller.", **v)
        case "icon_svg":
            return t("this is not an SVG that can be read. Save it again as a plain SVG.")
        case "bad_icon":
            return t("this icon holds more than lines and shapes. Save it as a plain SVG, without links or styles.")
        case "icon_parts":
            return t("this icon has more than {limit} shapes, or groups more than {depth} deep. Make it simpler.", **v)
        case "icon_size":
            return t("a size or a line of this icon is not between 0 and {limit}. Make it smaller.", **v)
        case "icon_png":
            return t("this is not a PNG that can be read whole. Save it again as a plain PNG.")
        case "icon_pixels":
            return t("this picture is larger than {limit} by {limit} pixels. Make it smaller.", **v)
        case "icon_kind":
            return t("this is no SVG and no PNG. Choose a picture that is saved as one of the two.")
        case "icon_gone":
            return t("this picture is not there any more, or may not be read. Choose another one.")
        case "icon_name":
            return t("an icon cannot have this name on every computer. Give it another one.")
    return ""


def _of_place(code: str, t: Say, v: Mapping[str, str]) -> str:
    match code:
        case "place_locked":
            return t("this cannot be written here. Choose another place, or ask who may write here.")
        case "place_full":
            return t("the disk is full. Make room and try again; nothing was changed.")
        case "place_failed":
            return t("this cannot be written: {reason}. Nothing was changed; try again or choose another place.", **v)
        case "place_changed":
            return t("your own deck changed while you were looking. Nothing was written; look again and choose.")
    return ""
