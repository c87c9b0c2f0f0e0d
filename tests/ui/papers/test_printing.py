"""To the printer: what is asked in the system's dialog is what comes out, and a printer that is gone costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog

from gogrow.content.pdf_pages import page_sizes
from gogrow.domain.plan_code import qr_text
from gogrow.sheets.papers import Ink, Paper, PaperWish
from gogrow.texts import Texts
from gogrow.ui.papers.printing import PrinterGone, pages_wanted, prepare, print_pages
from gogrow.ui.papers.saving import Order
from tests.sheets import reading
from tests.sheets.sample import team
from tests.ui.papers.conftest import Outside, Papers

Make = Callable[..., Papers]


class Printer:
    """A printer whose paper is a PDF; what the facilitator does in the system's dialog is ``agree``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
        self.target = target
        self.seen: QPrinter | None = None
        self.agree: Callable[[QPrinter], object] = lambda _: None
        self.answer = QDialog.DialogCode.Accepted
        printer = self

        def answers(dialog: QPrintDialog) -> QDialog.DialogCode:
            printer.seen = dialog.printer()
            printer.seen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.seen.setOutputFileName(str(printer.target))
            printer.agree(printer.seen)
            return printer.answer

        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Printer"])
        monkeypatch.setattr(QPrintDialog, "exec", answers)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Printer:
    return Printer(monkeypatch, tmp_path / "printed.pdf")


def printed(made: Papers) -> str:
    """Press the button; what the window says then."""
    made.settles()
    made.clicks(made.dialog.print)
    made.waits(lambda: bool(made.told))
    made.settles()
    return made.told


def test_what_is_seen_is_printed_true_to_size_and_codes_are_read_back(papers: Make, printer: Printer) -> None:
    made = papers(3, "p1")
    assert printed(made) == "Geprint."
    assert reading.sizes(printer.target) == [(210, 297), (210, 297)]
    found = reading.codes(reading.picture(printer.target, dpi=150))
    person = made.workshop.participant("p1")
    assert person is not None
    assert qr_text(person.code) in found
    assert len(found) == 2, "the check-in too"
    assert [v.participant for v in made.workshop.versions] == ["p1"]


def test_an_a3_on_a4_paper_is_all_on_it(papers: Make, printer: Printer) -> None:
    made = papers(3, "p1")
    made.chooses("Poster A3")
    printer.agree = lambda one: one.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert printed(made) == "Geprint."
    assert reading.sizes(printer.target) == [(210, 297)]
    image = reading.picture(printer.target, dpi=72)
    assert image.getbbox() is not None
    assert qr_text(made.workshop.participants[1].code) in reading.codes(reading.picture(printer.target, dpi=200))


def test_copies_and_pages_are_those_of_the_dialog(papers: Make, printer: Printer) -> None:
    made = papers(2)

    def agree(one: QPrinter) -> None:
        one.setFromTo(2, 3)
        one.setCopyCount(2)
        one.setCollateCopies(True)

    printer.agree = agree
    assert printed(made) == "Geprint."
    assert len(reading.sizes(printer.target)) == 4


def test_the_page_in_sight_alone(papers: Make, printer: Printer) -> None:
    made = papers(2)
    made.settles()
    made.dialog.pages.go_to(2)
    printer.agree = lambda one: one.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert printed(made) == "Geprint."
    assert len(reading.sizes(printer.target)) == 1
    seen = reading.codes(reading.picture(printer.target, dpi=150))
    assert qr_text(made.workshop.participants[1].code) in seen


def test_pages_wanted_in_every_order(qapp: QApplication) -> None:
    one = QPrinter()
    one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert pages_wanted(one, 3) == [0, 1, 2]
    one.setCopyCount(2)
    one.setCollateCopies(False)
    assert pages_wanted(one, 2) == [0, 0, 1, 1]
    one.setCollateCopies(True)
    one.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_wanted(one, 2) == [1, 0, 1, 0]
    one.setFromTo(2, 99)
    assert pages_wanted(one, 3) == [2, 1, 2, 1]


@pytest.mark.parametrize("sided", [True, False])
def test_the_printer_is_asked_for_what_the_paper_wants(qapp: QApplication, sided: bool) -> None:
    asked: list[object] = []

    class Asked(QPrinter):
        """One that can print on both sides; the PDF behind it cannot."""

        def setDuplex(self, mode: QPrinter.DuplexMode) -> None:
            asked.append(mode)

    one = Asked(QPrinter.PrinterMode.HighResolution)
    one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    prepare(one, "Poster", (841.9, 1190.6), sided=sided, colour=False)
    assert asked == [QPrinter.DuplexMode.DuplexLongSide if sided else QPrinter.DuplexMode.DuplexNone]
    assert one.pageLayout().pageSize().id() is QPageSize.PageSizeId.A3
    assert one.colorMode() is QPrinter.ColorMode.GrayScale
    assert one.docName() == "Poster"


def test_without_any_printer_there_is_a_sentence_and_the_pdf(
    papers: Make, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    made = papers(2)
    assert printed(made) == "Op deze laptop is geen printer ingesteld. Bewaar als pdf en print die ergens anders."
    assert made.workshop.versions == ()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$", extend=True)
def test_a_printer_that_is_gone_after_the_dialog_is_told(papers: Make, printer: Printer, tmp_path: Path) -> None:
    printer.target = tmp_path / "unplugged" / "x.pdf"
    made = papers(2)
    assert printed(made).startswith("De printer antwoordt niet meer.")
    assert made.workshop.versions == ()
    assert made.dialog.isVisible()
    printer.target = tmp_path / "again.pdf"  # it is back
    made.clicks(made.dialog.print)
    made.waits(lambda: made.told == "Geprint.")
    made.settles()


def test_a_printer_that_stops_halfway_is_told(qapp: QApplication, tmp_path: Path) -> None:
    class Dying(QPrinter):
        """It has paper for one page."""

        def newPage(self) -> bool:
            return False

    one = Dying()
    one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    one.setOutputFileName(str(tmp_path / "x.pdf"))
    content = sheets(2)
    with pytest.raises(PrinterGone) as gone:
        print_pages(one, content, page_sizes(content), range(4), lambda *_: True)
    assert gone.value.code == "gone"
    assert gone.value.message(Texts("en")).startswith("The printer does not answer any more.")


def sheets(count: int) -> bytes:
    """The plan sheets of so many people."""
    workshop = team(count, typed=True)
    order = Order(workshop, workshop.participants, PaperWish(Paper.SHEET, ink=Ink.COLOUR), "nl")
    return order.in_memory(lambda *_: True)


def test_printing_stops_between_two_pages(qapp: QApplication, tmp_path: Path) -> None:
    content, told = sheets(3), []
    sizes = page_sizes(content)
    one = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(one, "x", sizes[0], sided=True, colour=False)
    one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    one.setOutputFileName(str(tmp_path / "x.pdf"))

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    assert not print_pages(one, content, sizes, range(6), progress)
    assert told == [(0, 6), (1, 6), (2, 6)]


def test_it_can_be_called_off(papers: Make, printer: Printer) -> None:
    made = papers(25)
    printer.answer = QDialog.DialogCode.Rejected
    made.settles()
    made.clicks(made.dialog.print)
    assert made.told == ""
    assert not made.dialog.findChildren(QProgressDialog)
    printer.answer = QDialog.DialogCode.Accepted
    made.clicks(made.dialog.print)
    made.dialog.findChildren(QProgressDialog)[0].canceled.emit()
    made.waits(lambda: bool(made.told))
    assert made.told == "Gestopt. Wat de printer al had, komt er misschien nog uit."
    made.settles()
    assert made.workshop.versions == ()


def test_saving_can_be_stopped(papers: Make, outside: Outside) -> None:
    made = papers(25)
    made.settles()
    made.clicks(made.dialog.save)
    made.dialog.findChildren(QProgressDialog)[0].canceled.emit()
    made.waits(lambda: bool(made.told))
    assert made.told == "Gestopt. Er is geen bestand gemaakt."
    assert list(outside.folder.iterdir()) == []
    made.settles()
    assert made.workshop.versions == ()
