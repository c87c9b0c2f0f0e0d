"""Trying the beamer before people come: which screen, does the room see what you see, can it be read from the back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.prepare.beamer_door import BeamerDoor, Sharing
from gogrow.ui.prepare.trial import Trial, TrialCanvas
from gogrow.ui.theme import THEMES, Theme, load_theme


class BeamerTest(QWidget):
    """Questions at the left, the test picture at the right. Nothing of the workshop is shown but its board's words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop: Workshop | None = None
        self._trial = Trial.READ
        self._shown = False
        self.door = BeamerDoor(desk, self)
        self.door.changed.connect(self._refresh)
        desk.beamer.mode_changed.connect(self.leave)
        desk.beamer_theme_changed.connect(self._themed)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(18, 16, 18, 14)
        beside.setSpacing(16)
        beside.addWidget(self._questions(), 5)
        beside.addWidget(self._picture(), 6)

    def show_workshop(self, workshop: Workshop) -> None:
        """Speak the language of this workshop, and show the words of its board."""
        before, self._workshop = self._workshop, workshop
        if before is None or before.details.language != workshop.details.language or before.board is not workshop.board:
            self._paint()

    def enter(self) -> None:
        """The page is shown: look which screens there are."""
        self.door.watch()
        self._refresh()

    def leave(self) -> None:
        """The beamer shows no test any more."""
        self._shown = False
        self.door.end_trial()
        self._words()

    # ------------------------------------------------------------------ showing

    def _refresh(self) -> None:
        self._list_screens()
        self._say_sharing(self.door.sharing())
        self._words()

    def _list_screens(self) -> None:
        t = self._desk.texts.t
        apart = self.door.sharing() is Sharing.APART
        for made in self._screens.buttons():
            self._screens.removeButton(made)
            self._places.removeWidget(made)
            made.deleteLater()
        for screen in self.door.found():
            where = t("this screen") if screen.own else ""
            words = " · ".join(part for part in (screen.title, screen.size, where) if part)
            made = QRadioButton(plain_button(words))
            made.setAccessibleName(words)
            made.setProperty("row", True)
            made.setProperty("key", list(screen.key))
            made.setMinimumHeight(44)
            made.setEnabled(apart and not screen.own)
            made.setChecked(screen.chosen)
            self._screens.addButton(made)
            self._places.addWidget(made)
            made.show()

    def _say_sharing(self, sharing: Sharing) -> None:
        t = self._desk.texts.t
        sentences = {
            Sharing.APART: t("No. The room sees the beamer, and this screen is yours alone. That is right."),
            Sharing.SAME: t(
                "Yes. Both screens show the same. Separate them: press Windows and P, and choose Extend."
                " On a Mac, switch off mirroring in the Displays settings."
            ),
            Sharing.ONE: t(
                "There is one screen. Connect the beamer."
                " With one screen, what only you may see stays covered until you say that nobody looks along."
            ),
        }
        self._sharing.setText(sentences[sharing])
        right = sharing is Sharing.APART
        sign, colour = ("circle-check", "ok") if right else ("info-circle", "act")
        self._sign.setPixmap(pixmap(sign, self._desk.theme.colour(colour), 22, self.devicePixelRatioF()))
        self._drawing.show_sharing(sharing)

    def _words(self) -> None:
        t = self._desk.texts.t
        possible = self.door.ready()
        if self._shown:
            on_wall = self.door.sharing() is Sharing.APART
            title = t("This is on the beamer now") if on_wall else t("This is in a window now")
        else:
            title = t("This is what the test looks like")
        self._title.setText(title)
        self._dot.setVisible(self._shown)
        self._show.setVisible(not self._shown)
        self._hide.setVisible(self._shown)
        self._show.setEnabled(possible)
        alone = self.door.sharing() is not Sharing.APART
        self._show.setText(t("Show in a window") if alone else t("Show on the beamer"))
        self._hide.setText(t("Close the window") if alone else t("Take it off the beamer"))

    def _paint(self) -> None:
        workshop = self._workshop
        board = workshop.board if workshop is not None else None
        language = workshop.details.language if workshop is not None else self._desk.texts.language
        self.canvas.show_trial(self._trial, board, language)
        if self._shown:
            self.door.show_trial(self._trial, board, language)

    def _themed(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        for made in self._themes.buttons():
            made.setChecked(made.property("value") == theme.name)

    # ------------------------------------------------------------------ doing

    def show_trial(self, kind: Trial) -> None:
        """Choose a test picture; when a test is on the beamer it changes there too."""
        self._trial = kind
        for made in self._trials.buttons():
            made.setChecked(made.property("value") == kind)
        self._paint()

    def show_on_beamer(self) -> None:
        """Put the test on the beamer."""
        self._shown = self.door.ready()
        self._paint()
        self._words()
        (self._hide if self._shown else self._show).setFocus()

    def _end(self) -> None:
        self.leave()
        self._show.setFocus()

    def _choose_screen(self, made: QRadioButton) -> None:
        name, serial = made.property("key")
        self.door.choose((name, serial))
        self._refresh()

    # ------------------------------------------------------------------ parts

    def _questions(self) -> QWidget:
        t, theme = self._desk.texts.t, self._desk.theme
        frame, outer = panel((0, 0, 0, 0), 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(6)
        column.addLayout(_question(theme, 1, t("Which screen is the beamer?")))
        self._screens = QButtonGroup(self)
        self._screens.buttonClicked.connect(self._choose_screen)
        self._places = QVBoxLayout()
        self._places.setSpacing(6)
        self._places.setContentsMargins(35, 0, 0, 0)
        column.addLayout(self._places)
        column.addSpacing(12)
        column.addLayout(_question(theme, 2, t("Does the room see what you see?")))
        self._drawing = _Drawing(theme)
        self._sign = icon_label(theme, "info-circle", "ink2", 22)
        self._sharing = label("", "text", wrap=True)
        told = QHBoxLayout()
        told.setContentsMargins(35, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._sharing, 1)
        drawn = QHBoxLayout()
        drawn.setContentsMargins(35, 2, 0, 4)
        drawn.addWidget(self._drawing)
        drawn.addStretch(1)
        column.addLayout(drawn)
        column.addLayout(told)
        column.addSpacing(12)
        column.addLayout(_question(theme, 3, t("Can it be read from the back?")))
        words = label(
            t(
                "Show the test, walk to the last row and read the smallest line."
                " Is that hard? Darken the room, or choose another look."
            ),
            "text",
            wrap=True,
        )
        words.setContentsMargins(35, 0, 0, 0)
        column.addWidget(words)
        column.addStretch(1)
        area.setWidget(inside)
        outer.addWidget(area)
        return frame

    def _picture(self) -> QWidget:
        t, theme = self._desk.texts.t, self._desk.theme
        frame, column = panel((16, 12, 16, 16), 10)
        self._dot = icon_label(theme, "circle-dot", "act", 18)
        self._title = label("", "strong")
        column.addLayout(row(self._dot, self._title, 1, spacing=6))
        self.canvas = TrialCanvas(self._desk.beamer_theme)
        self.canvas.show_trial(self._trial, None, self._desk.texts.language)
        holder = _Wide(self.canvas, theme)
        column.addWidget(holder, 1)
        self._trials = QButtonGroup(self)
        pictures = ((Trial.READ, t("Reading")), (Trial.COLOURS, t("Colours")), (Trial.QUIET, t("Quiet picture")))
        line = self._pills(self._trials, tuple((str(kind), words) for kind, words in pictures))
        self._trials.buttonClicked.connect(lambda made: self.show_trial(Trial(made.property("value"))))
        column.addLayout(row(label(t("Picture"), "label"), line, 1, spacing=10))
        self._themes = QButtonGroup(self)
        names = {"light": t("Light"), "dark": t("Dark"), "black": t("Black on white")}
        looks = self._pills(self._themes, tuple((name, names[name]) for name in THEMES))
        self._themes.buttonClicked.connect(lambda made: self._desk.set_beamer_theme(str(made.property("value"))))
        column.addLayout(row(label(t("Look"), "label"), looks, 1, spacing=10))
        self._show = button(theme, t("Show on the beamer"), "device-projector", "", "show_trial")
        self._show.clicked.connect(self.show_on_beamer)
        self._hide = button(theme, t("Take it off the beamer"), "eye-off", "", "hide_trial")
        self._hide.clicked.connect(self._end)
        self._hide.hide()
        column.addLayout(row(self._show, self._hide, 1))
        for made in self._trials.buttons():
            made.setChecked(made.property("value") == self._trial)
        self._themed(load_theme(self._desk.beamer_theme.name))
        return frame

    def _pills(self, group: QButtonGroup, choices: tuple[tuple[str, str], ...]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for value, words in choices:
            one = QPushButton(words)
            one.setProperty("kind", "pill")
            one.setProperty("value", value)
            one.setCheckable(True)
            one.setAutoDefault(False)
            group.addButton(one)
            line.addWidget(one)
        return made


def _question(theme: Theme, number: int, words: str) -> QHBoxLayout:
    line = row(_Number(theme, number), spacing=10)
    line.addWidget(label(words, "section", wrap=True), 1)
    return line


class _Number(QWidget):
    """A number in a ring."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setFixedSize(25, 25)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, and the number in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), 2))
        painter.drawEllipse(QPointF(12.5, 12.5), 11.5, 11.5)
        painter.setFont(self._theme.font(14, 700))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class _Wide(QWidget):
    """Keeps the picture 16 by 9, in the middle of the room there is."""

    def __init__(self, canvas: TrialCanvas, theme: Theme) -> None:
        super().__init__()
        self._canvas = canvas
        self._theme = theme
        canvas.setParent(self)
        self.setMinimumSize(QSize(320, 180))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: object) -> None:
        """As large as it fits."""
        width = min(self.width() - 2, (self.height() - 2) * 16 // 9)
        height = width * 9 // 16
        self._canvas.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around the picture, as its ground may be the panel's own."""
        painter = QPainter(self)
        painter.fillRect(self._canvas.geometry().adjusted(-1, -1, 1, 1), self._theme.colour("edge"))
        painter.end()


class _Drawing(QWidget):
    """A laptop and a beamer's picture: the same on both, or each its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sharing = Sharing.ONE
        self.setFixedSize(300, 92)

    def show_sharing(self, sharing: Sharing) -> None:
        """How it is now."""
        self._sharing = sharing
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two screens with lines and rings on them."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laptop, wall = QRectF(16, 14, 96, 60), QRectF(170, 6, 124, 72)
        pen = QPen(theme.colour("ink2"), 2.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(laptop, 5, 5)
        painter.drawLine(QPointF(4, 82), QPointF(124, 82))
        if self._sharing is Sharing.ONE:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(wall, 5, 5)
        pen.setStyle(Qt.PenStyle.SolidLine)
        self._page(painter, laptop)
        if self._sharing is Sharing.SAME:
            self._page(painter, wall)
        elif self._sharing is Sharing.APART:
            self._board(painter, wall)
        painter.end()

    def _page(self, painter: QPainter, box: QRectF) -> None:
        """The page of the one who leads: lines of text, and something to press."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("edge"))
        high = box.height()
        for number, share in enumerate((0.62, 0.44, 0.54)):
            line = QRectF(box.left() + 12, box.top() + high * (0.18 + 0.2 * number), box.width() * share, high * 0.09)
            painter.drawRoundedRect(line, 2, 2)
        painter.setBrush(self._theme.colour("act"))
        painter.drawRoundedRect(QRectF(box.right() - 34, box.bottom() - high * 0.28, 24, high * 0.16), 3, 3)

    def _board(self, painter: QPainter, box: QRectF) -> None:
        """What the room sees: a round field of four."""
        middle, radius = box.center(), box.height() * 0.38
        painter.setPen(Qt.PenStyle.NoPen)
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        for number, colours in enumerate(self._theme.fields.values()):
            painter.setBrush(colours.fill)
            painter.drawPie(around, (90 - 90 * number) * 16, 90 * 16)
        painter.setPen(QPen(self._theme.colour("ink2"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(around)
