"""Themes as pills: suggestions of the deck, own ones, and how often each was named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_button
from gogrow.ui.parts import button

KEYS = "1234567890"
"""The first ten themes have a key each."""


class Flow(QLayout):
    """Widgets one after another, going on in the next line when there is no room."""

    def __init__(self, spacing: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds a widget."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take it out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as the largest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, high = rect.x(), y + high + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(hint.width(), max(1, rect.width())), hint.height())))
            x += hint.width() + self.spacing()
            high = max(high, hint.height())
        return y + high - rect.y()


class ThemePills(QWidget):
    """Pills to tick (``counts`` False: `changed` brings the chosen themes) or to count (`counted` brings +1 or -1)."""

    changed = Signal(list)
    counted = Signal(str, int)

    def __init__(self, desk: Desk, *, counts: bool, texts: Texts | None = None) -> None:
        """``texts`` speaks another language than the program where participants read along."""
        super().__init__()
        self._desk = desk
        self._counts = counts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        holder = QWidget()
        self._flow = Flow()
        holder.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._more = button(desk.theme, (texts or desk.texts).t("Theme"), "plus", "pill", "more-themes")
        self._more.clicked.connect(self._unfold)
        self._more.hide()
        self._flow.addWidget(self._more)
        column.addWidget(holder)
        self.own = QLineEdit()
        self.own.setPlaceholderText((texts or desk.texts).t("A theme of your own, then Enter"))
        self.own.returnPressed.connect(self._add)
        column.addWidget(self.own)
        self._themes: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._pills: dict[str, QPushButton] = {}
        self._shown: object = None
        self._unfolded = False
        self._counted: list[str] = []  # what was counted here, the last one last

    def show_themes(
        self,
        suggestions: Sequence[str],
        chosen: Sequence[str] = (),
        counts: Mapping[str, int] | None = None,
        *,
        brief: bool = False,
    ) -> None:
        """Show the suggestions and own themes, with what is chosen or counted. ``brief``: at first only what is
        chosen, and a pill that unfolds the others."""
        counts = counts or {}
        extra = [theme for theme in (*chosen, *counts) if theme not in suggestions]
        themes = tuple(dict.fromkeys((*suggestions, *extra)))
        folded = brief and not self._unfolded
        key = (themes, tuple(chosen), tuple(sorted(counts.items())), brief, folded)
        if key == self._shown:
            return
        self._shown = key
        self._chosen = tuple(chosen)
        if themes != self._themes:
            self._themes = themes
            while item := self._flow.takeAt(0):
                if (widget := item.widget()) is not None and widget is not self._more:
                    widget.hide()
                    widget.deleteLater()
            self._pills = {}
            for theme in themes:
                pill = _Pill(self._desk, theme) if self._counts else button(self._desk.theme, "", "", "pill")
                if isinstance(pill, _Pill):
                    pill.counted.connect(self._count)
                else:
                    pill.clicked.connect(lambda _=False, theme=theme: self._toggle(theme))
                pill.setCheckable(True)
                pill.setAccessibleName(theme)
                self._pills[theme] = pill
                self._flow.addWidget(pill)
            self._flow.addWidget(self._more)
        for index, theme in enumerate(themes):
            pill = self._pills[theme]
            number = KEYS[index] + "  " if self._counts and index < len(KEYS) else ""
            times = counts.get(theme, 0)
            short = theme if len(theme) <= 30 else theme[:29] + "…"
            pill.setText(plain_button(f"{number}{short}" + (f"  × {times}" if times else "")))
            pill.setChecked(theme in chosen or times > 0)
            pill.setVisible(not folded or theme in chosen)
        self._more.setVisible(folded)
        self.own.setVisible(not folded)
        self.updateGeometry()

    def fold(self) -> None:
        """Somebody else's themes come: a brief row is brief again."""
        self._unfolded = False
        self._shown = None

    def key(self, text: str) -> bool:
        """A number key counts its theme once more."""
        if text and text in KEYS and KEYS.index(text) < len(self._themes):
            self._count(self._themes[KEYS.index(text)], 1)
            return True
        return False

    def take_back(self) -> bool:
        """Once less of what was counted last; False when nothing was counted here."""
        if not self._counted:
            return False
        self.counted.emit(self._counted.pop(), -1)
        return True

    def _count(self, theme: str, by: int) -> None:
        if by > 0:
            self._counted.append(theme)
        elif theme in self._counted:
            del self._counted[len(self._counted) - 1 - self._counted[::-1].index(theme)]
        self.counted.emit(theme, by)

    def _unfold(self) -> None:
        """All suggestions; whoever came by keys goes on at the first of them."""
        by_keys, self._unfolded, self._shown = self._more.hasFocus(), True, None
        for pill in self._pills.values():
            pill.show()
        self._more.hide()
        self.own.show()
        first = next((pill for theme, pill in self._pills.items() if theme not in self._chosen), None)
        if by_keys and first is not None:
            first.setFocus()
        self.updateGeometry()

    def _toggle(self, theme: str) -> None:
        chosen = [t for t in self._chosen if t != theme] if theme in self._chosen else [*self._chosen, theme]
        self.changed.emit(chosen)

    def _add(self) -> None:
        theme = " ".join(self.own.text().split())
        self.own.clear()
        if not theme:
            return
        if self._counts:
            self._count(theme, 1)
        elif theme not in self._chosen:
            self.changed.emit([*self._chosen, theme])


class _Pill(QPushButton):
    """A pill that counts: a click is one more, the right button or the minus key one less."""

    counted = Signal(str, int)

    def __init__(self, desk: Desk, theme: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "pill")
        self.setAutoDefault(False)
        self.setToolTip(desk.texts.t("Click or plus: once more. Right click or minus: once less."))
        self.clicked.connect(lambda: self.counted.emit(self._theme, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus count the pill that has the keys."""
        if event.text() in ("+", "=", "-"):
            self.counted.emit(self._theme, -1 if event.text() == "-" else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Once less."""
        self.counted.emit(self._theme, -1)
        event.accept()
