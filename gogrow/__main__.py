"""The command line: ``gogrow``, and the verbs that work without a screen.

Nothing heavy is imported here before a verb needs it: the first window must not wait.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from gogrow import __version__
from gogrow.texts import LANGUAGES, Texts

VERBS = ("demo", "sheets", "people", "deck", "floor", "verify", "export", "scan", "report")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, the process's own by default. Returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _utf8()
    if words and words[0] in VERBS:
        return _verb(words)
    if words and words[0] in ("-h", "--help", "--version"):
        _parser(Texts(_language())).parse_args(words)
        return 0
    if len(words) > 1 or (words and words[0].startswith("-")):
        print(_not_so(Texts(_language(words)), "gogrow [FILE]"), file=sys.stderr)
        return 2
    gc.disable()  # until the first picture: a tenth of the start would go to looking for rubbish (app turns it on)
    if not _has_screen():
        t = Texts(_language(words)).t
        said = t("There is no screen here, so GoGrow cannot open its window. Try: gogrow demo --out FOLDER")
        print(said, file=sys.stderr)
        return 2
    from gogrow import app

    return app.main(words)


def _verb(words: list[str]) -> int:
    texts = Texts(_language(words))
    try:
        chosen = _parser(texts).parse_args(words)
    except _Misunderstood as wrong:
        print(_not_so(texts, str(wrong)), file=sys.stderr)
        return 2
    except SystemExit as stop:
        return int(stop.code or 0)
    from gogrow.verbs import VerbFault

    texts = Texts(chosen.lang or _language())
    try:
        return _run(chosen, texts)
    except VerbFault as fault:
        print(str(fault), file=sys.stderr)
        return 2
    except BrokenPipeError:
        _write_no_more()
        return 0


def _run(chosen: argparse.Namespace, texts: Texts) -> int:
    from gogrow.verbs import VerbFault, files

    def say(line: str) -> None:
        try:
            print(line, flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            _write_no_more()
            raise VerbFault(texts.t("The answer cannot be written. Is the disk full?")) from error

    verb: str = chosen.verb
    if verb == "demo":
        from gogrow.verbs.demo import demo

        return demo(chosen.out, texts.language, chosen.people, texts, say)
    if verb == "sheets":
        return files.sheets(chosen.file, chosen.out, chosen.workshop, texts, say)
    if verb == "people":
        return files.people(chosen.file, texts, say)
    if verb == "deck":
        from gogrow.verbs import decks

        if chosen.action == "print":
            return decks.deck_print(chosen, texts, say)
        if chosen.action == "pack":
            return decks.deck_pack(chosen.folder, chosen.out, texts, say)
        asked = decks.deck_show if chosen.action == "show" else decks.deck_check
        return asked(chosen.folder, texts, say)
    if verb == "floor":
        from gogrow.verbs.floor import floor

        return floor(chosen, texts, say)
    if verb == "scan":
        from gogrow.verbs.scan import scan

        return scan(chosen.pictures, chosen.file, texts, say)
    if verb == "report":
        from gogrow.verbs.report import report

        return report(chosen.files, chosen.out, texts, say)
    if verb == "verify":
        return files.verify(chosen.file, texts, say)
    return files.export(chosen.file, texts, say)


def _write_no_more() -> None:
    """Nobody reads the answer: what waits to be written must not fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Misunderstood(Exception):
    """What was typed is no question. Its text is how the question is asked."""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves it to us to say what is wrong: its own words are English, and two lines."""

    def error(self, message: str) -> NoReturn:
        """Raise `_Misunderstood`."""
        raise _Misunderstood(" ".join(self.format_usage().split()).removeprefix("usage: "))


def _not_so(texts: Texts, usage: str) -> str:
    return texts.t("That does not work. Type: {usage}", usage=usage)


def _parser(texts: Texts) -> argparse.ArgumentParser:
    t = texts.t
    parser = _Parser(
        prog="gogrow",
        description=t("Workshops about development at work. Without a verb the program opens, with FILE on it."),
    )
    parser.add_argument("--version", action="version", version=f"GoGrow {__version__}")
    language = _Parser(add_help=False)
    language.add_argument("--lang", "--language", choices=LANGUAGES, help=t("the language: nl or en"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    demo = verbs.add_parser("demo", parents=[language], help=t("play the sample workshops and leave their files"))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.add_argument("--people", type=Path, metavar="FILE")
    sheets = verbs.add_parser("sheets", parents=[language], help=t("make the plan sheets of a workspace"))
    sheets.add_argument("file", type=Path, metavar="FILE")
    sheets.add_argument("--out", type=Path, required=True, metavar="DIR")
    sheets.add_argument("--workshop", metavar="TITLE")
    people = verbs.add_parser("people", parents=[language], help=t("read a list of people and show it as JSON"))
    people.add_argument("file", type=Path, metavar="FILE")
    about = t("check a deck for faults, show its cards, print them, or pack it")
    deck = verbs.add_parser("deck", parents=[language], help=about)
    actions = deck.add_subparsers(dest="action", metavar="check|show|print|pack", required=True)
    check = actions.add_parser("check", parents=[language], help=t("tell each fault with its file and line"))
    check.add_argument("folder", type=Path, metavar="FOLDER|FILE")
    show = actions.add_parser("show", parents=[language], help=t("show all cards as JSON"))
    show.add_argument("folder", type=Path, metavar="FOLDER")
    show.add_argument("--json", action="store_true", required=True)
    printed = actions.add_parser("print", parents=[language], help=t("make a PDF with all cards, to print and cut"))
    printed.add_argument("folder", type=Path, metavar="FOLDER")
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printed.add_argument("--size", choices=("a4", "a5"), default="a4", help=t("a4: four cards to a sheet; a5: one"))
    printed.add_argument(
        "--duplex",
        choices=("long", "short", "none"),
        default="long",
        help=t("the edge along which the printer turns the paper; none: fronts only"),
    )
    printed.add_argument("--saver", action="store_true", help=t("save ink: black only, with patterns for colours"))
    printed.add_argument(
        "--numbers",
        type=int,
        nargs="?",
        const=12,
        default=0,
        choices=range(1, 61),
        metavar="PEOPLE",
        help=t("cards 1 to 5 too, for so many people (12 when no number is given)"),
    )
    pack = actions.add_parser("pack", parents=[language], help=t("pack a deck as one file to share"))
    pack.add_argument("folder", type=Path, metavar="FOLDER")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    floor = verbs.add_parser("floor", parents=[language], help=t("make a board for the floor, in sheets to glue"))
    floor.add_argument("--size", default="4x4m", metavar="SIZE", help=t("width and height, such as 4x4m or 350x350cm"))
    paper = t("a4 or a3: sheets to glue; one: one large page for a print shop")
    floor.add_argument("--paper", type=str.lower, choices=("a4", "a3", "one"), default="a4", help=paper)
    floor.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    floor.add_argument("--deck", type=Path, metavar="FOLDER", help=t("the deck whose board it is"))
    floor.add_argument("--letters", action="store_true", help=t("with the letters of the paper slips"))
    floor.add_argument("--saver", action="store_true", help=t("save ink: black only, with patterns for colours"))
    verify = verbs.add_parser("verify", parents=[language], help=t("check whether a workspace is whole"))
    verify.add_argument("file", type=Path, metavar="FILE")
    export = verbs.add_parser("export", parents=[language], help=t("show everything in a workspace as JSON"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--json", action="store_true", required=True)
    about = t("tell what the codes on photos and scans of sheets mean")
    scan = verbs.add_parser("scan", parents=[language], help=about)
    scan.add_argument("pictures", type=Path, nargs="+", metavar="PICTURE")
    scan.add_argument("file", type=Path, metavar="FILE")
    about = t("make a report for the organisation, in which nobody can be recognised")
    report = verbs.add_parser("report", parents=[language], help=about)
    report.add_argument("files", type=Path, nargs="+", metavar="FILE")
    report.add_argument("--out", type=Path, required=True, metavar="DIR")
    return parser


def _language(words: Sequence[str] = ()) -> str:
    """The language asked for with ``--lang``, or the system's: Dutch unless it is English."""
    for before, after in pairwise(words):
        if before in ("--lang", "--language") and after in LANGUAGES:
            return after
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if system.lower().startswith("en") else "nl"


def _has_screen() -> bool:
    """Whether windows can open here. Only Linux may lack a screen; Qt would end the process then."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _utf8() -> None:
    """Names are written as they are, also where the console's own encoding is a small one."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
