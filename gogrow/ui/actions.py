"""What can be done from the menus and by keys, as a table, and the actions that Qt makes of it.

A letter without Ctrl or Alt is no shortcut of Qt's: it works only when no text field and no page took it (the letters
of paper slips are typed without a field). Undo and redo are in a text field the field's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gogrow.texts import Texts, mark
from gogrow.ui.icons import icon
from gogrow.ui.labels import plain_button, plain_tip
from gogrow.ui.theme import Theme

if TYPE_CHECKING:
    from gogrow.domain.outcome import StepName
    from gogrow.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do.

    ``menu`` is a key of `MENUS` or of `SUBMENUS`, '' for keys only. ``pages`` are those where it can be done; empty
    means everywhere. ``calls`` is the method of that page that does it; without it the window does. Of a ``choice``
    one row is ticked. ``line``: a line stands above it in the menu.
    """

    id: str
    text: str
    icon: str
    shortcuts: tuple[str, ...] = ()
    menu: str = ""
    pages: tuple[str, ...] = ()
    choice: str = ""
    toggle: bool = False
    line: bool = False
    calls: str = ""

    @property
    def letter(self) -> str:
        """The letter that does it where no page and no field takes letters, or ''."""
        return next((keys for keys in self.shortcuts if len(keys) == 1), "")


MENUS: Mapping[str, str] = {
    "file": mark("File"),
    "edit": mark("Edit"),
    "session": mark("Workshop"),
    "view": mark("View"),
    "help": mark("Help"),
}
"""The menus, from left to right."""

SUBMENUS: Mapping[str, tuple[str, str, str]] = {
    "speed": ("session", mark("Reading speed"), "gauge"),
    "recent": ("file", mark("Recent files"), "history"),
    "theme": ("view", mark("This window"), "moon"),
    "beamer_theme": ("view", mark("Beamer"), "device-projector"),
    "beamer_size": ("view", mark("Text on the beamer"), "abc"),
    "size": ("view", mark("Text size"), "zoom-in"),
    "language": ("view", mark("Language of the program"), "vocabulary"),
}
"""Menus within menus: where, words, icon. The recent files are filled in when they are known."""

CARDS = ("home", "prepare", "cockpit", "cards", "writing")
"""The pages from which one goes to cards."""
SHOWS = ("prepare", "cockpit", "table", "cards")
"""The pages that have a workshop, or may have one."""
PAPERS = ("prepare", "cockpit", "table")
"""The pages from which plans are printed."""
BEAMER = (*SHOWS, "writing")
"""The pages on which the beamer can be told something while a workshop is open."""

TABLE: tuple[Row, ...] = (
    Row("workshop.new", mark("New workshop…"), "plus", ("Ctrl+N",), "file"),
    Row("workshop.list", mark("All workshops"), "home", ("Alt+Home",), "file", SHOWS),
    Row("workshop.close", mark("Close the workshop"), "archive", ("Ctrl+W",), "file", SHOWS),
    Row("workshop.open", mark("Open"), "chevron-right", (), "file", ("home",), calls="open_chosen", line=True),
    Row("workshop.duplicate", mark("Duplicate"), "copy", ("Ctrl+D",), "file", ("home",), calls="duplicate_chosen"),
    Row("workshop.rename", mark("Rename"), "pencil", ("F2",), "file", ("home",), calls="rename_chosen"),
    Row("workshop.follow", mark("Make a follow-up…"), "calendar-event", (), "file", ("home",), calls="follow_chosen"),
    Row("workshop.tidy", mark("Tidy up…"), "archive", (), "file", ("home",), calls="tidy_chosen"),
    Row("workshop.delete", mark("Remove"), "trash", ("Del",), "file", ("home",), calls="delete_chosen"),
    Row("report", mark("Report for the organisation…"), "report-analytics", (), "file", ("home",), line=True),
    Row("search", mark("Search in what was recorded…"), "search", ("Ctrl+F",), "file", ("home",), calls="search"),
    Row("cards", mark("All cards"), "cards", ("Ctrl+K",), "file", CARDS, line=True),
    Row("writing", mark("Own cards"), "pencil", ("Ctrl+Shift+K",), "file", CARDS),
    Row("scan", mark("Scan a sheet or poster…"), "qrcode", ("Ctrl+E",), "file"),
    Row("file.new", mark("New workspace…"), "file-text", (), "file", line=True),
    Row("file.open", mark("Open a workspace…"), "folder", ("Ctrl+O",), "file"),
    Row("file.copy", mark("Save a copy…"), "copy", ("Ctrl+Shift+S",), "file"),
    Row("file.reveal", mark("Show in folder"), "external-link", (), "file"),
    Row("quit", mark("Quit GoGrow"), "door-exit", ("Ctrl+Q",), "file", line=True),
    Row("edit.undo", mark("Undo"), "arrow-back-up", ("Ctrl+Z",), "edit"),
    Row("edit.redo", mark("Redo"), "arrow-forward-up", ("Ctrl+Shift+Z", "Ctrl+Y"), "edit"),
    Row("step.next", mark("Continue"), "chevron-right", ("PgDown",), "session", ("cockpit",), calls="page_down"),
    Row("step.back", mark("Step back"), "chevron-left", ("PgUp",), "session", ("cockpit",), calls="step_back"),
    Row("clock.pause", mark("Pause or resume"), "player-pause", ("F9",), "session", ("cockpit",), calls="toggle_pause"),
    Row("tears", mark("A quiet moment"), "heart", ("F8",), "session", ("cockpit",), calls="tears"),
    Row("beamer.show", mark("Show on the beamer"), "eye", ("F5",), "session", BEAMER, line=True),
    Row("beamer.neutral", mark("Clear the beamer"), "eye-off", ("B",), "session", BEAMER),
    Row("beamer.blank", mark("Beamer dark"), "moon", ("F6",), "session", BEAMER),
    Row("beamer.freeze", mark("Freeze the beamer"), "snowflake", ("F7",), "session", BEAMER, toggle=True),
    Row("beamer.window", mark("Beamer in a window"), "screen-share-off", ("Ctrl+B",), "session", BEAMER),
    Row("papers", mark("Plans on paper…"), "printer", ("Ctrl+P",), "session", PAPERS, calls="print_papers", line=True),
    Row("floor", mark("Floor board…"), "footsteps", (), "session", ("prepare",), calls="print_floor"),
    Row("speech", mark("Read this aloud"), "volume", ("F4",), "session", ("cockpit", "table"), line=True),
    Row("speed.slow", mark("Calm"), "feather", (), "speed", choice="speed"),
    Row("speed.normal", mark("Normal"), "minus", (), "speed", choice="speed"),
    Row("speed.quick", mark("Brisk"), "bolt", (), "speed", choice="speed"),
    Row("theme.light", mark("Light"), "sun", (), "theme", choice="theme"),
    Row("theme.dark", mark("Dark"), "moon", (), "theme", choice="theme"),
    Row("theme.black", mark("Black on white"), "circle-dot", (), "theme", choice="theme"),
    Row("beamer_theme.light", mark("Light"), "sun", (), "beamer_theme", choice="beamer_theme"),
    Row("beamer_theme.dark", mark("Dark"), "moon", (), "beamer_theme", choice="beamer_theme"),
    Row("beamer_theme.black", mark("Black on white"), "circle-dot", (), "beamer_theme", choice="beamer_theme"),
    Row("beamer_size.1.0", mark("Normal"), "minus", (), "beamer_size", choice="beamer_size"),
    Row("beamer_size.1.2", mark("Large"), "plus", (), "beamer_size", choice="beamer_size"),
    Row("beamer_size.1.4", mark("Very large"), "zoom-in", (), "beamer_size", choice="beamer_size"),
    Row("size.1.0", mark("Normal"), "minus", (), "size", choice="size"),
    Row("size.1.15", mark("Large"), "plus", (), "size", choice="size"),
    Row("size.1.3", mark("Larger"), "zoom-in", (), "size", choice="size"),
    Row("language.nl", "Nederlands", "message-2", (), "language", choice="language"),
    Row("language.en", "English", "message-2", (), "language", choice="language"),
    Row("motion", mark("Movement on the screen"), "sparkles", (), "view", toggle=True),
    Row("fullscreen", mark("Full screen"), "maximize", ("F11",), "view", toggle=True, line=True),
    Row("about", mark("About GoGrow"), "info-circle", (), "help"),
    Row("log", mark("Show the log folder"), "clipboard-text", (), "help"),
    Row("menu", mark("Open the menu"), "list", ("F10",)),
)
"""Everything that can be done from the menus or by keys, in the order of the menus."""


def possible(row: Row, page: str, *, open: bool) -> bool:
    """Whether something of the table can be done on a page; ``open``: there is a workshop."""
    return page in row.pages and (open or row.pages not in (SHOWS, BEAMER))


def make_actions(
    rows: Sequence[Row], handlers: Mapping[str, Callable[[], None]], texts: Texts, theme: Theme, owner: QWidget
) -> dict[str, QAction]:
    """An action of ``owner`` for each row, by id. Raises KeyError when a row has no handler."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in rows:
        handler = handlers[row.id]
        action = QAction(plain_button(texts.t(row.text)) + (f"\t{row.letter}" if row.letter else ""), owner)
        action.setObjectName(row.id)
        action.setIcon(icon(row.icon, theme.colour("ink"), 20, theme.colour("edge")))
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts if keys != row.letter])
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setAutoRepeat(row.id.startswith("edit."))
        if row.choice or row.toggle:
            action.setCheckable(True)
        if row.choice:
            groups.setdefault(row.choice, QActionGroup(owner)).addAction(action)
        action.triggered.connect(lambda _=False, handler=handler: handler())
        owner.addAction(action)
        made[row.id] = action
    return made


def make_menus(
    rows: Sequence[Row], actions: Mapping[str, QAction], texts: Texts, theme: Theme, owner: QWidget
) -> dict[str, QMenu]:
    """The menus and submenus with their actions, by key of `MENUS` and `SUBMENUS`."""
    menus = {key: QMenu(plain_button(texts.t(words)), owner) for key, words in MENUS.items()}
    for key, (_parent, words, name) in SUBMENUS.items():
        menus[key] = QMenu(plain_button(texts.t(words)), owner)
        menus[key].setIcon(icon(name, theme.colour("ink"), 20, theme.colour("edge")))
    waiting = dict(SUBMENUS)
    for row in rows:
        if not row.menu:
            continue
        if row.menu in waiting:
            menus[waiting.pop(row.menu)[0]].addMenu(menus[row.menu])
        if row.line:
            menus[row.menu].addSeparator()
        menus[row.menu].addAction(actions[row.id])
        if row.id == "file.open":
            menus["file"].addMenu(menus["recent"])
    return menus


def show_undo(
    actions: Mapping[str, QAction],
    texts: Texts,
    undo: StepName | str | None,
    redo: StepName | str | None,
    *,
    named: bool,
) -> None:
    """What undo and redo do now; a step has a name in it, which is ``named`` when nobody else looks.

    A page with steps of its own says them in words, '' for none.
    """
    from gogrow.ui.step_names import step_text

    t = texts.t
    done = t("Undo: {step}", step=step_text(undo, texts)) if undo and named and not isinstance(undo, str) else undo
    again = t("Redo: {step}", step=step_text(redo, texts)) if redo and named and not isinstance(redo, str) else redo
    for id, words, plain in (("edit.undo", done, t("Undo")), ("edit.redo", again, t("Redo"))):
        said = words if words and isinstance(words, str) else plain
        actions[id].setText(plain_button(said))
        actions[id].setToolTip(plain_tip(said))
        actions[id].setEnabled(bool(words))


def tick(actions: Mapping[str, QAction], settings: Settings, language: str) -> None:
    """Tick of each choice the row that holds."""
    for choice, value in (
        ("theme", settings.theme),
        ("beamer_theme", settings.beamer_theme),
        ("size", str(settings.text_size)),
        ("beamer_size", str(settings.beamer_size)),
        ("speed", settings.speed),
        ("language", language),
    ):
        actions[f"{choice}.{value}"].setChecked(True)
