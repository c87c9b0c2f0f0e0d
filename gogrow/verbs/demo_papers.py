"""All papers and files of the sample workshops, as their facilitator would make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.verbs.coming_back import AGAIN


def papers(out: Path, workshops: Sequence[Workshop]) -> list[Path]:
    """Write them in ``out``: of the team, the two, the Koerskaart and the team that came back. Raises PaperFault."""
    from gogrow.domain.report import report
    from gogrow.sheets.check_ins import check_ins
    from gogrow.sheets.course import course_pdf
    from gogrow.sheets.floor import floor_board
    from gogrow.sheets.kit import plan_sheets, room_kit
    from gogrow.sheets.papers import Ink, Paper, PaperWish, make_papers
    from gogrow.sheets.plan_docx import plan_docx
    from gogrow.sheets.plan_xlsx import plan_xlsx
    from gogrow.sheets.report import report_pdf
    from gogrow.sheets.report_docx import report_docx
    from gogrow.sheets.report_xlsx import report_xlsx

    team, two, koers, again = workshops
    texts = Texts(team.details.language)
    made: list[Path] = []

    def write(name: str, maker: Callable[[Path], object]) -> None:
        maker(out / name)
        made.append(out / name)

    def wished(name: str, workshop: Workshop, wish: PaperWish) -> None:
        write(name, lambda target: make_papers(workshop, workshop.participants, texts, wish, target))

    def plans(name: str, workshop: Workshop) -> None:
        write(name, lambda target: plan_sheets(workshop, workshop.participants, texts, target))

    write("room-kit.pdf", lambda target: room_kit(team, texts, target))
    plans("plans-team.pdf", team)
    plans("plans-two.pdf", two)
    plans("plans-follow-up.pdf", again)
    write("course.pdf", lambda target: course_pdf(koers, texts, target))
    wished("posters-team.pdf", team, PaperWish(Paper.POSTER))
    wished("posters-follow-up.pdf", again, PaperWish(Paper.POSTER))
    wished("posters-black-and-white.pdf", team, PaperWish(Paper.POSTER, ink=Ink.BLACK))
    wished("posters-a2.pdf", again, PaperWish(Paper.POSTER, "a2"))
    wished("pocket-cards.pdf", team, PaperWish(Paper.CARD))
    wished("team-poster.pdf", team, PaperWish(Paper.TEAM))
    write("floor-board.pdf", lambda target: floor_board(team.board, texts, target))
    write("plans-follow-up.docx", lambda target: plan_docx(again, again.participants, texts, target))
    write("steps-follow-up.xlsx", lambda target: plan_xlsx(again, again.participants, texts, target))
    write("check-ins.ics", lambda target: check_ins(again, again.participants, texts, target, AGAIN))
    told = report(workshops)
    write("report.pdf", lambda target: report_pdf(told, texts, target))
    write("report.docx", lambda target: report_docx(told, texts, target))
    write("report.xlsx", lambda target: report_xlsx(told, texts, target))
    return made
