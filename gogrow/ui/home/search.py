"""Searching in what was recorded, as one types: the words, where they stand, and Enter goes there.

What is typed and what is found live as long as this window; nothing of it is kept. While the room may look along, both
are covered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gogrow.live.while_there import WhileThere
from gogrow.store.searching import SHORTEST, Findings, Found, Where, search
from gogrow.texts import Texts
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.desk import Desk
from gogrow.ui.home.rows import date_words
from gogrow.ui.icons import pixmap
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.theme import Theme

if TYPE_CHECKING:
    from gogrow.store.workspace import Workspace

WAIT_MS = 120
"""So long after the last key the file is asked."""

ICONS = {
    Where.WORKSHOP: "users-group",
    Where.PERSON: "user",
    Where.PLAN: "route",
    Where.LOOK_BACK: "history",
    Where.TALK: "messages",
    Where.DILEMMA: "arrows-split-2",
    Where.CARD: "cards",
    Where.REQUEST: "send",
    Where.THEME: "tag",
}


def where_words(texts: Texts, found: Found) -> str:
    """Where it stands: what kind of words, whose, in which workshop."""
    t, name = texts.t, " ".join(found.name.split())
    kinds = {
        Where.WORKSHOP: t("Workshop"),
        Where.PERSON: t("Takes part"),
        Where.PLAN: t("Plan of {name}", name=name),
        Where.LOOK_BACK: t("{name} looks back", name=name),
        Where.TALK: t("Talk of {name}", name=name),
        Where.DILEMMA: t("What the group says"),
        Where.CARD: t("At a card"),
        Where.REQUEST: t("Asked of the organisation"),
        Where.THEME: t("Theme"),
    }
    team = found.team if found.team != found.title else ""
    parts = (kinds[found.where], found.title, team, date_words(texts, found.date))
    return " · ".join(" ".join(part.split()) for part in parts if part)


class SearchDialog(QDialog):
    """The field, what is found, and how much that is. `went` brings the `Found` that one goes to."""

    went = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._there = WhileThere(self)
        self._asked: str | None = None
        t = desk.texts.t
        self.setWindowTitle(t("Search in what was recorded"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self.setMinimumSize(520, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        self.field = QLineEdit()
        self.field.setMaxLength(100)
        self.field.setPlaceholderText(t("A word from a talk, a plan, a theme or a name"))
        self.field.setAccessibleName(t("Search in what was recorded"))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._go)
        line = row(icon_label(desk.theme, "search", "ink2", 24), spacing=12)
        line.addWidget(self.field, 1)
        inside.addLayout(line)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(FoundPainter(desk.texts, desk.theme, self.list))
        self.list.setAccessibleName(t("What was found"))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(lambda _: self._go())
        sheet, around = panel((4, 4, 4, 4))
        around.addWidget(self.list)
        inside.addWidget(sheet, 1)
        self.count = label("", "muted")
        self.go = button(desk.theme, t("Go there"), "chevron-right", "act", "go", after=True)
        self.go.clicked.connect(self._go)
        shut = button(desk.theme, t("Close"))
        shut.clicked.connect(self.reject)
        inside.addLayout(row(self.count, 1, shut, self.go, spacing=12))
        column.addWidget(self._inside, 1)
        self.cover = Cover(desk)
        self.cover.alone.connect(self._alone)
        column.addWidget(self.cover, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._ask)
        desk.workspace_changed.connect(self.reject)
        if desk.screens is not None:
            desk.screens.changed.connect(self._screens)
        self._show(Findings())
        self._screens()

    # ------------------------------------------------------------------ asking

    def _typed(self) -> None:
        if self._asked is None:  # else the answer that is on its way comes first, and is dropped
            self._soon.start()

    def _ask(self) -> None:
        words = self.field.text()
        if not self._desk.has_workspace:
            return
        self._asked = words
        self._desk.workspace.ask(partial(_search, words), self._there(self._answer), self._there(self._not_done))

    def _answer(self, findings: Findings) -> None:
        asked, self._asked = self._asked, None
        if asked == self.field.text():
            self._show(findings)
        else:
            self._soon.start()

    def _not_done(self, _: Exception) -> None:
        self._asked = None
        self._show(Findings())
        self.count.setText(self._desk.texts.t("The file does not answer now. Type on to try again."))

    # ------------------------------------------------------------------ showing

    def _show(self, findings: Findings) -> None:
        texts = self._desk.texts
        self.list.clear()
        for found in findings.found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, found)
            spoken = f"{found.before}{found.hit}{found.after}. {where_words(texts, found)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.go.setEnabled(bool(findings.found))
        count = len(findings.found)
        if findings.more:
            said = texts.t("More than {count} places. Type another word as well.", count=count)
        elif count:
            said = texts.n("Found in {count} place", "Found in {count} places", count)
        elif len(self.field.text().strip()) >= SHORTEST:
            said = texts.t("Not found in this workspace.")
        else:
            said = ""
        self.count.setText(said)

    def _screens(self) -> None:
        covered = self._desk.looked_along
        self._inside.setVisible(not covered)
        self.cover.setVisible(covered)
        if not covered:
            self.field.setFocus()

    def _alone(self) -> None:
        self._desk.alone = True
        self._screens()

    # ------------------------------------------------------------------ going there

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None and self._asked is None and not self._soon.isActive():
            self.accept()
            self.went.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose while one types; Return presses a button that has the focus."""
        focused = self.focusWidget()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.list.count():
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)


def _search(words: str, workspace: Workspace) -> Findings:
    return search(workspace, words)


class FoundPainter(QStyledItemDelegate):
    """Two lines: the sentence with what was found in bold, and under it where that stands."""

    def __init__(self, texts: Texts, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._texts = texts
        self._theme = theme
        grow = theme.size("font.text") / 15.5
        self._height = round(62 * grow)
        self._line = round(24 * grow)
        self._plain = theme.font(theme.size("font.text"), 500)
        self._bold = theme.font(theme.size("font.text"), 800)
        self._small = theme.font(theme.size("font.label"), 500)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All are equally high."""
        return QSize(320, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one place."""
        found = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(found, Found):
            return
        theme, box = self._theme, QRect(option.rect)
        view = self.parent()
        chosen = isinstance(view, QListWidget) and view.currentRow() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            inner = QRectF(box).adjusted(2, 2, -2, -2)
            painter.setBrush(theme.colour("actsoft"))
            painter.setPen(QPen(theme.colour("act"), 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 8, 8)
        scale = painter.device().devicePixelRatioF() if painter.device() else 1.0
        sign = pixmap(ICONS[found.where], theme.colour("ink2"), 22, scale)
        painter.drawPixmap(box.left() + 14, box.center().y() - 10, sign)
        left, right = box.left() + 50, box.right() - 14
        top = box.center().y() - self._line
        self._sentence(painter, QRect(left, top, right - left, self._line), found)
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        small = QRect(left, top + self._line, right - left, self._line)
        self._run(painter, small, where_words(self._texts, found), self._small)
        painter.restore()

    def _sentence(self, painter: QPainter, area: QRect, found: Found) -> None:
        """The words before give way first, so that what was found is always in sight."""
        painter.setPen(self._theme.colour("ink"))
        plain, bold = QFontMetrics(self._plain), QFontMetrics(self._bold)
        hit = bold.elidedText(found.hit, Qt.TextElideMode.ElideRight, area.width())
        room = area.width() - bold.horizontalAdvance(hit)
        before = plain.elidedText(found.before, Qt.TextElideMode.ElideLeft, min(room, area.width() // 2))
        for text, font in ((before, self._plain), (hit, self._bold), (found.after, self._plain)):
            area.setLeft(area.left() + self._run(painter, area, text, font))

    def _run(self, painter: QPainter, area: QRect, text: str, font: QFont) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()) if area.width() > 0 else ""
        painter.setFont(font)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        return metrics.horizontalAdvance(shown)
