"""From pages to the printer: the system's own dialog, then page after page in a job.

A printer may be gone at any moment, between the dialog and the paper too. Then there is a sentence, and the PDF is
still to be had.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from gogrow.live.jobs import Progress
from gogrow.texts import Texts
from gogrow.ui.papers.making import Sizes, picture_of

_DPI = 300
"""Pixels to the inch of what a printer is given: letters and codes are sharp, and A3 takes 70 MB."""
_MOST = 36_000_000
"""The most pixels of one page: an A2 gets 270 to the inch."""
_ALIKE = 0.02
"""How much a paper's size may differ from the page's to count as the same."""


class PrinterGone(Exception):
    """``code``: none (no printer is set up) or gone (it does not answer, or stopped)."""

    def __init__(self, code: str) -> None:
        """Keep what happened, for `message`."""
        super().__init__(code)
        self.code = code

    def message(self, texts: Texts) -> str:
        """What to tell the user, and what to do."""
        if self.code == "none":
            return texts.t("No printer is set up on this laptop. Save as PDF and print that elsewhere.")
        return texts.t("The printer does not answer any more. See whether it is on, or save as PDF. Nothing is lost.")


def ask_printer(
    parent: QWidget, title: str, size: tuple[float, float], count: int, *, sided: bool, colour: bool, current: int
) -> QPrinter | None:
    """The system's print dialog for pages of this size, ``sided`` for paper with a back; None when it is called off.

    ``count`` is how many there are, 0 when that is not known yet; ``current`` the one in sight, from 0. Raises
    `PrinterGone` when there is no printer at all.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise PrinterGone("none")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, title, size, sided=sided, colour=colour)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
    if count:
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    if agreed and dialog.printRange() is QAbstractPrintDialog.PrintRange.CurrentPage:
        printer.setFromTo(current + 1, current + 1)
    dialog.deleteLater()
    return printer if agreed else None


def prepare(printer: QPrinter, title: str, size: tuple[float, float], *, sided: bool, colour: bool) -> None:
    """Propose to a printer what these pages want: their size, whether they have backs, colour."""
    printer.setDocName(title)
    printer.setCreator("GoGrow")
    short, long = sorted(size)
    paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = QPageLayout.Orientation.Landscape if size[0] > size[1] else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, wide, QMarginsF()))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if sided else QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.Color if colour else QPrinter.ColorMode.GrayScale)


def pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages (from 0) that were asked for in the dialog, in order, with copies where the printer makes none."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(1, first) - 1, min(last, count)))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def print_pages(printer: QPrinter, content: bytes, sizes: Sizes, pages: Sequence[int], progress: Progress) -> bool:
    """Send pages of a PDF to a printer, in any thread. Returns whether all went (not when ``progress`` said stop).

    Raises `PrinterGone` when the printer does not take them.
    """
    printer.setFullPage(_true_to_size(printer, sizes[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterGone("gone")
    whole = False
    try:
        for at, page in enumerate(pages):
            if not progress(at, len(pages)):
                printer.abort()
                return False
            if at and not printer.newPage():
                raise PrinterGone("gone")
            _draw(painter, printer, content, page, sizes[page])
            _look(printer)
        whole = True
    finally:
        ended = painter.end()
        if whole and not ended:
            raise PrinterGone("gone")
    _look(printer)
    progress(len(pages), len(pages))
    return True


def _look(printer: QPrinter) -> None:
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterGone("gone")


def _true_to_size(printer: QPrinter, size: tuple[float, float]) -> bool:
    """Whether the paper in the printer is as large as a page."""
    paper = printer.pageLayout().fullRectPoints()
    return abs(paper.width() / size[0] - 1) < _ALIKE and abs(paper.height() / size[1] - 1) < _ALIKE


def _draw(painter: QPainter, printer: QPrinter, content: bytes, page: int, size: tuple[float, float]) -> None:
    """One page: true to size where the paper is as large, else as large as fits between the printer's margins."""
    dots = printer.resolution() / 72
    wide, high = size[0] * dots, size[1] * dots
    box = QRectF(0, 0, wide, high)
    if not printer.fullPage():
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        scale = min(room.width() / wide, room.height() / high)
        box = QRectF(0, 0, wide * scale, high * scale)
        box.moveCenter(QRectF(0, 0, room.width(), room.height()).center())
    fine = min(_DPI, printer.resolution()) / 72 * box.width() / wide
    fine = min(fine, (_MOST / (size[0] * size[1])) ** 0.5)
    painter.drawImage(box, picture_of(content, page, fine))
