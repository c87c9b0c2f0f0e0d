"""The look and the language of the whole application: style sheet, palette, letters, Qt's own words."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from gogrow.ui.theme import Theme, stylesheet

_TRANSLATOR = "gogrowTranslator"


def wear(app: QApplication, theme: Theme) -> None:
    """Give all windows this look."""
    palette = QPalette()
    group = QPalette.ColorGroup
    for role, token in (
        (QPalette.ColorRole.Window, "paper"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Base, "sheet"),
        (QPalette.ColorRole.AlternateBase, "raised"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.Button, "sheet"),
        (QPalette.ColorRole.ButtonText, "ink"),
        (QPalette.ColorRole.Highlight, "ink"),
        (QPalette.ColorRole.HighlightedText, "sheet"),
        (QPalette.ColorRole.PlaceholderText, "ink2"),
        (QPalette.ColorRole.ToolTipBase, "sheet"),
        (QPalette.ColorRole.ToolTipText, "ink"),
        (QPalette.ColorRole.Link, "act"),
    ):
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(group.Disabled, role, theme.colour("edge"))
    app.setPalette(palette)
    app.setFont(theme.font(theme.size("font.text")))
    app.setStyleSheet(stylesheet(theme))


def speak(app: QApplication, language: str) -> None:
    """Let Qt's own words, dates and numbers be in this language."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    QLocale.setDefault(QLocale(language))
    old = app.property(_TRANSLATOR)
    if isinstance(old, QTranslator):
        app.removeTranslator(old)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(translator)
    app.setProperty(_TRANSLATOR, translator)


def system_language() -> str:
    """The language that the system asks for: English when it says so, else Dutch."""
    names = QLocale.system().uiLanguages()
    first = names[0].split("-")[0] if names else ""
    return "en" if first == "en" and QLocale.system().language() != QLocale.Language.C else "nl"
