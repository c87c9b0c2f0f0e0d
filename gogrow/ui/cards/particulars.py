"""What both languages of a card share: field or theme, with whom, how long, its icon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.card_draft import Draft
from gogrow.content.library import Library
from gogrow.domain.deck import CardKind
from gogrow.ui import icons
from gogrow.ui.board.painting import spoken
from gogrow.ui.cards import card_names
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button, plain_tip
from gogrow.ui.parts import button

CELL = 148
"""How wide a choice is at least, at letters of normal size."""


class QuietCombo(QComboBox):
    """A choice that the wheel leaves alone while one scrolls past it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setIconSize(QSize(20, 20))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """On to what is scrolled."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit end in …"""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 8
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 6
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class QuietSpin(QSpinBox):
    """A number that the wheel leaves alone while one scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """On to what is scrolled."""
        event.ignore()


class Particulars(QWidget):
    """The choices for a card of any kind. `changed` brings all of them, as `Draft.shared`."""

    changed = Signal(object)  # dict
    icon_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shared: dict[str, Any] = {}
        self._kind: CardKind | None = None
        self._deck = ""
        self.setMinimumWidth(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._cells: list[QWidget] = []
        self._across = 0
        t = desk.texts.t
        self.field, self.theme = self._combo(t("Field"), "field"), self._combo(t("Theme"), "theme")
        self.form = self._combo(t("What people do"), "kind", card_names.form_names(desk.texts))
        self.fits = self._combo(t("With whom"), "fits", card_names.fits_names(desk.texts))
        self.moment = self._combo(t("When"), "kind", card_names.moment_names(desk.texts))
        self.sensitive = self._combo(t("Sensitive"), "sensitive", card_names.sensitive_names(desk.texts))
        self.minutes = QuietSpin()
        self.minutes.setRange(1, 600)
        self.minutes.setSuffix(" " + t("min"))
        self.minutes.setFixedHeight(44)
        self.minutes.lineEdit().setTextMargins(10, 0, 0, 0)
        self.minutes.setAccessibleName(t("Minutes"))
        self.minutes.setKeyboardTracking(False)
        self.minutes.valueChanged.connect(lambda value: self._set("minutes", value))
        self.sectors = button(desk.theme, "", "", "tool", "sectors")
        self.sectors.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sector_menu = QMenu(self)
        for id, words in card_names.sector_names(desk.texts).items():
            action = self._sector_menu.addAction(plain_button(words))
            action.setCheckable(True)
            action.setData(id)
            action.triggered.connect(lambda on, id=id: self._sector(id, on=on))
        self.sectors.setMenu(self._sector_menu)
        self.icon = button(desk.theme, t("Choose…"), "", "tool", "icon")
        self.icon.setIconSize(icons.icon_size(24, 6))
        self.icon.clicked.connect(self.icon_asked)
        cell = self._cell
        self._of: dict[CardKind, list[QWidget]] = {
            CardKind.ASSIGNMENT: [cell(t("Field"), self.field), cell(t("What people do"), self.form)],
            CardKind.DILEMMA: [cell(t("Theme"), self.theme), cell(t("For whom"), self.sectors)],
            CardKind.QUESTION: [cell(t("When"), self.moment)],
        }
        self._of[CardKind.ASSIGNMENT].append(cell(t("With whom"), self.fits))
        self._of[CardKind.DILEMMA].append(cell(t("Sensitive"), self.sensitive))
        minutes, icon = cell(t("Minutes"), self.minutes), cell(t("Icon"), self.icon)
        self._of[CardKind.ASSIGNMENT] += [minutes, icon]
        self._of[CardKind.QUESTION] += [minutes, icon]
        self._of[CardKind.DILEMMA].append(icon)

    def show_draft(self, draft: Draft, library: Library) -> None:
        """Show a card; ``library`` has the fields and themes to choose from, and the icons."""
        self._shared, self._deck, deck = dict(draft.shared), draft.deck, library.deck
        if draft.kind is not self._kind:
            self._kind = draft.kind
            for cells in self._of.values():
                for made in cells:
                    made.setVisible(made in self._of[draft.kind])
            self._across = 0
            self._place()
        language, theme = self._desk.texts.language, self._desk.theme
        fields = deck.board.fields if deck.board is not None else ()
        for combo, listed in ((self.field, fields), (self.theme, deck.card_themes)):
            with QSignalBlocker(combo):
                combo.clear()
                for one in listed:
                    name = spoken(one.name, language)
                    combo.addItem(icons.icon(one.icon, theme.field(one.colour).text, 20), name, one.id)
        for combo, name in (
            *((self.field, "field"), (self.theme, "theme"), (self.fits, "fits"), (self.sensitive, "sensitive")),
            (self.moment if draft.kind is CardKind.QUESTION else self.form, "kind"),
        ):
            self._choose(combo, self._shared.get(name))
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(int(self._shared.get("minutes", 1)))
        self._show_sectors()
        self.show_icon(str(self._shared["icon"]))

    def show_icon(self, name: str) -> None:
        """Show the icon that a card has."""
        theme, decks = self._desk.theme, self._desk.decks
        drawn = card_names.drawn_icon(decks.library if decks is not None else None, self._deck, name)
        sign = drawn if icons.known(drawn) else "circle-dot"
        self.icon.setIcon(icons.icon(sign, theme.colour("ink"), 24, room=6))
        self.icon.setToolTip(plain_tip(name))

    def set_icon(self, name: str) -> None:
        """Another icon was chosen."""
        self.show_icon(name)
        self._set("icon", name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        self._place()

    # ------------------------------------------------------------------ inside

    def _combo(self, spoken: str, name: str, listed: Mapping[str, str] | None = None) -> QuietCombo:
        made = QuietCombo()
        made.setAccessibleName(spoken)
        made.setObjectName(f"choose-{name}" if listed is None or "opening" not in listed else "choose-moment")
        for id, words in (listed or {}).items():
            made.addItem(words, id)
        made.activated.connect(lambda _: self._set(name, made.currentData()))
        return made

    def _choose(self, combo: QComboBox, id: object) -> None:
        with QSignalBlocker(combo):
            at = combo.findData(id)
            if at < 0 and id:  # a field that this board has not
                combo.addItem(str(id), id)
                at = combo.count() - 1
            combo.setCurrentIndex(at)

    def _cell(self, title: str, inside: QWidget) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label(title, "label"))
        column.addWidget(inside)
        column.addStretch(1)
        cell.setParent(self)
        cell.hide()
        return cell

    def _place(self) -> None:
        cells = self._of.get(self._kind, []) if self._kind is not None else []
        room = CELL * self._desk.settings.text_size + 12
        fits = max(1, min(len(cells) or 1, int((self.width() + 12) / room)))
        rows = -(-len(cells) // fits) if cells else 1
        across = -(-len(cells) // rows) if cells else 1  # rows as equal as can be
        if across == self._across:
            return
        self._across = across
        while self._grid.takeAt(0):
            pass
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // across, number % across)
            self._grid.setColumnStretch(number % across, 2 if number % across else 3)

    def _set(self, name: str, value: Any) -> None:
        if self._shared.get(name) != value:
            self._shared[name] = value
            self.changed.emit(dict(self._shared))

    def _sector(self, id: str, *, on: bool) -> None:
        chosen = [one for one in self._shared["sectors"] if one != id and one != "all"]
        if on and id != "all":
            chosen.append(id)
        known = tuple(card_names.sector_names(self._desk.texts))
        self._set("sectors", tuple(one for one in known if one in chosen) or ("all",))
        self._show_sectors()

    def _show_sectors(self) -> None:
        chosen = self._shared.get("sectors", ())
        names = card_names.sector_names(self._desk.texts)
        words = ", ".join(names.get(one, one) for one in chosen)
        for action in self._sector_menu.actions():
            action.setChecked(action.data() in chosen)
        self.sectors.setAccessibleName(words)
        self.sectors.setToolTip(plain_tip(words))
        if len(chosen) > 2:
            words = self._desk.texts.t("{count} groups", count=len(chosen))
        self.sectors.setText(plain_button(words))
