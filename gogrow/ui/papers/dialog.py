"""Plans on paper: what is chosen on the left, the pages on the right, and under them printer, PDF and other formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.rules import planning
from gogrow.domain.workshop import Workshop
from gogrow.live.jobs import Progress
from gogrow.live.workshop import LiveWorkshop
from gogrow.sheets.papers import Ink, LogoFault, Paper, paper_words
from gogrow.ui import icons
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, wrapped
from gogrow.ui.paper import ask_where, with_progress
from gogrow.ui.papers.choices import remembered
from gogrow.ui.papers.form import PaperForm
from gogrow.ui.papers.formats import FORMATS, Format
from gogrow.ui.papers.leafing import Leafing
from gogrow.ui.papers.making import PageMaker, Sizes
from gogrow.ui.papers.saving import Order, ask_folder
from gogrow.ui.papers.versions import Then, then_and_now
from gogrow.ui.parts import Roomy, button, row

SEEN = 30
"""Of so many people at most the pages are shown; printed and saved are all."""
_WAIT_MS = 120
"""How long the choices must stand before the pages are made anew."""
_LEFT, _WIDE, _HIGH = 404, 1480, 940


class PapersDialog(QDialog):
    """For the people with these ids, all when there are none. It stays open until it is closed: one prints more than
    one paper."""

    def __init__(
        self, desk: Desk, parent: QWidget, live: LiveWorkshop, workshop: Workshop, ids: Sequence[str] = ()
    ) -> None:
        """``workshop`` is what the file has, with what was typed a moment ago."""
        super().__init__(parent)
        self._desk, self._live, self._workshop = desk, live, workshop
        self._seen = False  # it was said that nobody looks along who should not
        self._saved: Path | None = None
        t = desk.texts.t
        self.setWindowTitle(t("Plans on paper"))
        self.setSizeGripEnabled(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        whole.setSpacing(12)
        whole.addWidget(label(t("Plans on paper"), "title"))
        sides = QHBoxLayout()
        sides.setSpacing(20)
        self.form = PaperForm(desk, workshop, ids, remembered(desk.settings.papers))
        left = Roomy(self.form)
        left.setFixedWidth(round(_LEFT * desk.theme.size("font.text") / 15.5))
        sides.addWidget(left)
        self.pages = Leafing(desk)
        self.pages.wanted.connect(self._wanted)
        self.cover = self._make_cover()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.cover)
        sides.addWidget(self._stack, 1)
        whole.addLayout(sides, 1)
        whole.addWidget(self._telling())
        whole.addLayout(self._bottom())
        self._maker = PageMaker(desk, self)
        self._maker.made.connect(self._made)
        self._maker.pictured.connect(self.pages.show_picture)
        self._maker.failed.connect(self._not_made)
        self._sizes: Sizes = ()
        self._versions: tuple[Then, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WAIT_MS)
        self._soon.timeout.connect(self._make)
        self.form.changed.connect(self._changed)
        self.pages.say(t("The pages are being made"))
        self._look_along()
        if desk.screens is not None:
            desk.screens.changed.connect(self.refresh_screens)
        live.changed.connect(self._other_workshop)
        desk.workspace_changed.connect(self.reject)
        self._changed()
        self.form.paper.button(self.form.paper.checkedId()).setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(_WIDE, room.width() - 40), min(_HIGH, room.height() - 48))

    def done(self, result: int) -> None:
        """Nothing is made any more for a window that is gone."""
        self._soon.stop()
        self.pages.close_up()
        self._maker.close()
        super().done(result)

    # ------------------------------------------------------------------ what there is

    @property
    def order(self) -> Order:
        """What is chosen now."""
        personal, workshop = self.form.choices.personal, self._workshop
        chosen = set(self.form.who.ids)
        wish, language = self.form.wish, str(self.form.language.currentData())
        then = next((one for one in self._versions if one.id and one.id == self.form.version.currentData()), None)
        if then is not None and personal:
            workshop, chosen = then.workshop, {then.participant}
        people = tuple(p for p in workshop.participants if p.id in chosen or not personal)
        return Order(workshop, people, wish, language, then is not None and personal)

    def _nameless(self, order: Order) -> Order:
        """What gives a file its name: nobody's own, as long as the room may look along."""
        return replace(order, people=()) if self.covered else order

    @property
    def covered(self) -> bool:
        """Whether somebody may look along who should not."""
        two = self._workshop.details.setting == "two"
        return (two or self._desk.looked_along) and not self._seen

    def _make_cover(self) -> Cover:
        t = self._desk.texts.t
        asked = (
            t("Can the room see this screen?"),
            t("There is one screen, or both show the same. So the plans stay covered."),
            t("Only I see this screen"),
        )
        if self._workshop.details.setting == "two":
            text = t("A plan sheet has a page that is for its owner only. Ask first.")
            asked = (t("Are you looking together?"), text, t("Show the pages"))
        cover = Cover(self._desk, asked)
        cover.alone.connect(self._uncover)
        return cover

    def _telling(self) -> QFrame:
        """A line over the buttons, when there is something to tell; all of it can be read."""
        self._bar = QFrame()
        self._bar.setProperty("bar", "quiet")
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(14, 4, 6, 4)
        self.told = wrapped("", "note")
        self.where = button(self._desk.theme, self._desk.texts.t("Show in folder"), "folder", "quiet", "where")
        self.where.clicked.connect(self._show_folder)
        self.where.setMinimumHeight(self.where.sizeHint().height())
        line.addWidget(self.told, 1)
        line.addWidget(self.where)
        self._bar.setMinimumHeight(44)
        self._bar.hide()
        return self._bar

    def _bottom(self) -> QHBoxLayout:
        t, theme = self._desk.texts.t, self._desk.theme
        self.more = button(theme, t("More"), "chevron-down", "", "more", after=True)
        menu = QMenu(self.more)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the button's own is the other one
        for format in FORMATS:
            action = menu.addAction(icons.icon(format.icon, theme.colour("ink"), 20), t(format.words))
            action.setObjectName(format.ending)
            action.triggered.connect(lambda _=False, format=format: self._save_as(format))
        self.more.setMenu(menu)
        self.save = button(theme, t("Save as PDF…"), "file-export", "", "save")
        self.save.clicked.connect(self._save)
        self.print = button(theme, t("To the printer…"), "printer", "act", "print")
        self.print.clicked.connect(self._print)
        close = button(theme, t("Close"), "", "", "close")
        close.clicked.connect(self.reject)
        self.day = DayButton(self._desk, self._desk.texts)
        self.day.show_day(self._live, self._workshop)
        return row(self.day, 1, close, self.more, self.save, self.print, spacing=10)

    # ------------------------------------------------------------------ the pages

    def _changed(self) -> None:
        self._show_versions()
        order = self.order
        for widget in (self.print, self.save, self.more):
            widget.setEnabled(bool(order.people) or order.team)
        for action, format in zip(self.more.menu().actions(), FORMATS, strict=True):
            action.setEnabled(not (order.team and format.personal))
        self._say("")
        self._soon.start()

    def _other_workshop(self, workshop: Workshop) -> None:
        """What was printed stands in the file as a plan of then, to be chosen from now on. Another day is printed."""
        before = self._workshop
        if workshop.id != before.id or (workshop.versions, workshop.details) == (before.versions, before.details):
            return
        self._workshop = workshop
        self._show_versions()
        self.day.show_day(self._live, workshop)
        if workshop.details != before.details:
            self._soon.start()

    def _show_versions(self) -> None:
        ids, texts = self.form.who.ids, self._desk.texts
        one = len(ids) == 1 and self.form.choices.personal
        self._versions = then_and_now(self._workshop, self._live.earlier, ids[0], texts) if one else ()
        self.form.show_versions([(version.words, version.id) for version in self._versions])

    def _make(self) -> None:
        order, t = self.order, self._desk.texts.t
        self._sizes = ()
        if not (order.people or order.team):
            nobody = t("Nobody is ticked. Tick a name.")
            self.pages.say(nobody if self._workshop.participants else t("There is nobody in this workshop."))
            return
        self._maker.order(replace(order, people=order.people[:SEEN]).in_memory)

    def _made(self, sizes: Sizes) -> None:
        self._sizes = sizes
        people = len(self.order.people)
        note = self._desk.texts.t("the first {count} people", count=SEEN)
        self.pages.show_pages(sizes, note if people > SEEN and self.form.choices.personal else "")

    def _wanted(self, page: int, scale: float) -> None:
        self._maker.picture(page, scale)

    def _not_made(self, error: Exception) -> None:
        if isinstance(error, LogoFault):
            self.form.extras.refuse_logo(error.message(self._desk.texts))
            self._make()  # without it
            return
        sentence = getattr(error, "message", None)
        if sentence is None:
            self.pages.say(self._desk.texts.t("These pages cannot be shown. Choose another paper."))
            raise error
        self.pages.say(sentence(self._desk.texts))

    # ------------------------------------------------------------------ who looks along

    def _look_along(self) -> None:
        self._stack.setCurrentWidget(self.cover if self.covered else self.pages)
        self.form.who.cover(self.covered and self._workshop.details.setting != "two")
        self.form.version.setEnabled(not self.covered)

    def _uncover(self) -> None:
        """In this window only: what lies under it stays as it was."""
        self._seen = True
        self._look_along()
        self.pages.sheet.setFocus()

    def refresh_screens(self) -> None:
        """Another screen came, or one went."""
        self._seen = False
        self._look_along()

    # ------------------------------------------------------------------ printer and files

    def _print(self) -> None:
        from gogrow.ui.papers.printing import PrinterGone, ask_printer, pages_wanted, print_pages

        order, t = self.order, self._desk.texts.t
        if not self._sizes:
            return
        count = len(self._sizes) if len(order.people) <= SEEN else 0
        sided, colour = order.wish.paper is Paper.SHEET, order.wish.ink is not Ink.BLACK
        title = paper_words(order.wish.paper, self._desk.texts)
        try:
            printer = ask_printer(
                self, title, self._sizes[0], count, sided=sided, colour=colour, current=self.pages.page
            )
        except PrinterGone as gone:
            self._say(gone.message(self._desk.texts))
            return
        if printer is None:
            return

        def work(progress: Progress) -> bool:
            from gogrow.content.pdf_pages import page_sizes

            content = order.in_memory(progress)
            if not content:
                return False
            sizes = page_sizes(content)
            return print_pages(printer, content, sizes, pages_wanted(printer, len(sizes)), progress)

        self._remember()
        words, stopped = t("On its way to the printer"), t("Stopped. What the printer had may still come out.")
        with_progress(
            self._desk, self, title, words, work, lambda _: self._gone_out(order, t("Printed.")), self._say, stopped
        )

    def _save(self) -> None:
        order, t = self.order, self._desk.texts.t
        each = self.form.choices.each and self.form.choices.personal and len(order.people) > 1
        title = paper_words(order.wish.paper, self._desk.texts)
        words, stopped = t("The PDF is being made"), t("Stopped. No file was made.")
        if each:
            self._save_each(order, title, words)
            return
        target = ask_where(self, title, self._nameless(order).names(each=False)[0])
        if target is None:
            return
        self._remember()

        def done(_: object) -> None:
            self._gone_out(order, t("Saved: {file}", file=target.name), target)
            if order.team or not self.covered:  # else the room would read the plans with her
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

        with_progress(
            self._desk, self, title, words, lambda progress: order.make(target, progress), done, self._say, stopped
        )

    def _save_each(self, order: Order, title: str, words: str) -> None:
        texts = self._desk.texts
        targets = ask_folder(self, texts, order.names(each=True))
        if not targets:
            return
        self._remember()
        folder = targets[0].parent

        def done(_: object) -> None:
            said = texts.n("{count} file is in {folder}", "{count} files are in {folder}", len(targets), folder=folder)
            self._gone_out(order, said, folder)

        def work(progress: Progress) -> int:
            return order.make_each(targets, progress)

        stopped = texts.t("Stopped. What was made already is in {folder}.", folder=folder)
        with_progress(self._desk, self, title, words, work, done, self._say, stopped)

    def _save_as(self, format: Format) -> None:
        order, t = self.order, self._desk.texts.t
        target = ask_where(self, t(format.words), format.proposed(self._nameless(order)), t(format.kind), format.ending)
        if target is None:
            return
        now = self._desk.now()
        with_progress(
            self._desk,
            self,
            t(format.kind),
            t("The file is being made"),
            lambda progress: format.make(order, target, now, progress),
            lambda _: self._say(t("Saved: {file}", file=target.name), target),
            self._say,
            t("Stopped. No file was made."),
        )

    def _gone_out(self, order: Order, words: str, where: Path | None = None) -> None:
        """It is on paper now, so what stands on it stays as it is: a plan of then keeps its day.

        In a file that one only looks at nothing can be kept; the paper is made all the same.
        """
        self._say(words, where)
        parent = self.parentWidget()
        if parent is not None and getattr(parent.window(), "read_only", False):
            return
        if not order.then and not order.team and self._workshop.summary is None:
            ids = [person.id for person in order.people]
            self._live.do(planning.freeze, ids, self._desk.now().astimezone().date())

    def _say(self, words: str, where: Path | None = None) -> None:
        """A line at the bottom; ``where`` is a file or folder that can be shown."""
        self.told.setText(words)
        self._bar.setVisible(bool(words))
        self._saved = where
        self.where.setVisible(where is not None)

    def _show_folder(self) -> None:
        from gogrow.ui.files import show_in_folder

        if self._saved is not None:
            show_in_folder(self._saved)

    def _remember(self) -> None:
        """The same choices tomorrow, for other people."""
        settings, kept = self._desk.settings, self.form.choices.kept()
        if settings.papers != kept:
            settings.papers = kept
            settings.save()
