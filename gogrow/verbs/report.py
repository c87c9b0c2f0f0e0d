"""The verb that makes the report for the organisation, over all workshops of some files that are over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault
from gogrow.verbs.files import opened


def report(files: Sequence[Path], out: Path, texts: Texts, say: Say) -> int:
    """Write ``report.pdf``, ``report.docx`` and ``report.xlsx`` in a folder. Raises VerbFault with one sentence."""
    from gogrow.domain.report import report as made_of
    from gogrow.sheets import report_words
    from gogrow.sheets.report import report_pdf
    from gogrow.sheets.report_docx import report_docx
    from gogrow.sheets.report_xlsx import report_xlsx
    from gogrow.sheets.writing import PaperFault
    from gogrow.store.reported import Reported, changed

    workshops = [workshop for file in files for workshop in over(file, texts)]
    if not workshops:
        named = ", ".join(str(file) for file in files)
        text = texts.t(
            "In {files} there is no workshop that is over. Only what is over comes into a report.", files=named
        )
        raise VerbFault(text)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise VerbFault(texts.t("The folder {folder} cannot be written. Choose another one.", folder=out)) from error
    reported = Reported()
    earlier = reported.of(workshops)
    made = made_of(workshops, earlier)
    try:
        for name, write in (("report.pdf", report_pdf), ("report.docx", report_docx), ("report.xlsx", report_xlsx)):
            write(made, texts, out / name)
            say(str(out / name))
    except PaperFault as fault:
        raise VerbFault(fault.message(texts)) from fault
    reported.keep(workshops)
    say(texts.t("{counted} of {all} workshops count.", counted=made.workshops, all=len(workshops)))
    if count := len(changed(workshops, earlier)):
        say(
            texts.n(
                "{count} workshop changed since an earlier report. Its figures stay as they were.",
                "{count} workshops changed since an earlier report. Their figures stay as they were.",
                count,
            )
        )
    if few := report_words.too_few(made, texts):
        say(few)
    return 0


def over(file: Path, texts: Texts) -> list[Workshop]:
    """The workshops of a file that are over. Raises VerbFault."""
    with opened(file, texts) as workspace:
        return [workspace.load(listed.id) for listed in workspace.list() if listed.ended]
