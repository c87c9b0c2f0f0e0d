"""The bars above and below preparing: the title, the three steps, the room kit, and the next thing to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
)

from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import Elided, plain_tip
from gogrow.ui.parts import button, quiet_tool
from gogrow.ui.prepare.fields import DraftLine
from gogrow.ui.prepare.words import hand_words
from gogrow.ui.theme import Theme


class StepButton(QAbstractButton):
    """One of the steps of preparing: a number in a ring, and words."""

    def __init__(self, theme: Theme, number: int, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setText(words)
        self.setAccessibleName(f"{number}. {words}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        """Which step it is."""
        self._number = number
        self.setAccessibleName(f"{number}. {self.text()}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        wide = QFontMetrics(self._theme.font(self._theme.size("font.text"), 700)).horizontalAdvance(self.text())
        return QSize(wide + 16 + 25 + 9 + 18, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill when it is this step."""
        theme, now = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if now:
            painter.setBrush(theme.colour("actsoft"))
        elif self.underMouse():
            painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 21, 21)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("act"), 3))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 20.5, 20.5)
        ring = QPointF(16 + 12.5, box.center().y())
        painter.setPen(QPen(theme.colour("act" if now else "edge"), 2))
        painter.setBrush(theme.colour("act") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring, 11.5, 11.5)
        painter.setFont(theme.font(14, 700))
        painter.setPen(theme.colour("acttext" if now else "ink2"))
        painter.drawText(QRectF(ring.x() - 12, ring.y() - 12, 24, 24), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(theme.font(theme.size("font.text"), 700 if now else 600))
        painter.setPen(theme.colour("ink" if now else "ink2"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(50, 0, 0, 0), int(left), self.text())
        painter.end()


class TopBar(QFrame):
    """Back to the list, the title (to change where it stands), the steps, and the menu."""

    leave = Signal()
    stepped = Signal(int)  # 1, 2 or 3
    titled = Signal(str)
    half_titled = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme = desk.texts.t, desk.theme
        self.setProperty("bar", "top")
        self.setFixedHeight(64)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 14, 0)
        line.setSpacing(4)
        back = quiet_tool(theme, "arrow-left", t("Back to all workshops"))
        back.setObjectName("leave")
        back.clicked.connect(self.leave)
        line.addWidget(back)
        self.title = _Title(t("Title of the workshop"), t("Title of the workshop"))
        self.title.setToolTip(plain_tip(t("Click to change the title")))
        self.title.left.connect(self.titled)
        self.title.half.connect(self.half_titled)
        self.title.textChanged.connect(self._fit)
        line.addWidget(self.title)
        self._words = ""
        self._team = Elided("", "muted")
        line.addWidget(self._team, 1)
        self.steps: list[StepButton] = []
        for number, words in enumerate((t("Prepare"), t("Try the beamer"), t("Begin now")), start=1):
            made = StepButton(theme, number, words)
            made.clicked.connect(lambda _=False, number=number: self._step(number))
            self.steps.append(made)
            line.addWidget(made)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        more = quiet_tool(theme, "dots", t("More"))
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addSpacing(4)
        line.addWidget(more)
        self._fill()

    def show_workshop(self, workshop: Workshop, draft: str, step: int) -> None:
        """Show whose workshop it is and which step; for two there is no beamer to try."""
        self.title.show_text(workshop.details.title, draft)
        team = workshop.details.team
        self._words = "" if team.casefold() == workshop.details.title.casefold() else team
        two = workshop.details.setting == "two"
        self.steps[1].setVisible(not two)
        self.steps[2].set_number(2 if two else 3)
        for number, made in enumerate(self.steps, start=1):
            made.setChecked(number == step)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes what it needs and may."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, number: int) -> None:
        for other, made in enumerate(self.steps, start=1):
            made.setChecked(made.isChecked() if other != number else not made.isChecked())
        self.stepped.emit(number)

    def _fit(self) -> None:
        others = sum(step.sizeHint().width() + 4 for step in self.steps if not step.isHidden()) + 140
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 34
        self.title.setFixedWidth(max(140, min(wanted, self.width() - others)))
        self._team.setText(self._words if wanted + 60 < self.width() - others else "")

    def _fill(self) -> None:
        self.menu.clear()
        for menu in self._desk.menus:
            self.menu.addMenu(menu)


class _Title(DraftLine):
    """A title to change where it stands. While nobody types, one that is too long ends in …."""

    def __init__(self, spoken: str, placeholder: str) -> None:
        super().__init__(spoken, placeholder)
        self.setProperty("kind", "title")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, or its words cut to the room there is."""
        room = self.contentsRect().adjusted(10, 0, -10, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class BottomBar(QFrame):
    """Left the room kit and the cards, or the way back; what is still missing; right the one next thing."""

    print_kit = Signal()
    pick = Signal()  # cards for the hand
    back = Signal()
    act = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme = desk.texts.t, desk.theme
        self.setProperty("bar", "bottom")
        self.setFixedHeight(76)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 18, 0)
        line.setSpacing(12)
        self.kit = button(theme, t("Print the room kit"), "printer", "", "print_kit")
        self.kit.clicked.connect(self.print_kit)
        line.addWidget(self.kit)
        self.cards = button(theme, t("Choose cards…"), "cards", "", "pick-hand")
        self.cards.clicked.connect(self.pick)
        line.addWidget(self.cards)
        self._back = button(theme, t("Prepare"), "chevron-left", "", "back")
        self._back.clicked.connect(self.back)
        line.addWidget(self._back)
        self.hint = Elided("", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.hint, 1)
        self.next = _NextButton(theme)
        self.next.clicked.connect(self.act)
        line.addWidget(self.next)

    def show_hand(self, workshop: Workshop) -> None:
        """How many cards are chosen."""
        words = hand_words(self._desk.texts, workshop) or self._desk.texts.t("Choose cards…")
        self.cards.setText(words)

    def show_step(self, step: int, hint: str, action: str) -> None:
        """Show what goes with a step: 1 people and programme, 2 the beamer."""
        self.kit.setVisible(step == 1)
        self.cards.setVisible(step == 1)
        self._back.setVisible(step == 2)
        self.hint.setText(hint)
        self.next.setText(action)


class _NextButton(QPushButton):
    """The next thing: words with an arrow after them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("next")
        self.setProperty("kind", "act")
        self.setAutoDefault(False)
        self.setFixedWidth(300)
        self.setMinimumHeight(54)

    def setText(self, text: str) -> None:
        """Other words; those make room for the arrow."""
        super().setText(f"{text}      ")
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the arrow."""
        super().paintEvent(event)
        wide = self.fontMetrics().horizontalAdvance(self.text())
        words = self.fontMetrics().horizontalAdvance(self.accessibleName())
        x = (self.width() - wide) / 2 + words + 8
        made = pixmap("chevron-right", self._theme.colour("acttext"), 24, self.devicePixelRatioF(), 2.6)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(x, (self.height() - 24) / 2), made)
        painter.end()
