"""What the room sees, in small: a second painting of the one `PublicView`."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.public import BeamerMode, PublicView
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import icon_label, row


class Preview(QWidget):
    """The beamer's picture, always in its own proportion."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._canvas = BeamerCanvas(desk.beamer_theme, self, motion=False)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(160, 90))
        desk.beamer.changed.connect(self.show_view)
        desk.beamer_theme_changed.connect(self._canvas.set_theme)
        desk.beamer_size_changed.connect(self._canvas.set_text_scale)
        self._canvas.set_text_scale(desk.settings.beamer_size)
        self.show_view(desk.beamer.view)

    def show_view(self, view: PublicView) -> None:
        """Show this picture."""
        self._canvas.show_view(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep 16 to 9, in the middle."""
        width = min(self.width(), self.height() * 16 // 9)
        height = width * 9 // 16
        self._canvas.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)


class PreviewPanel(QFrame):
    """The preview with its title: *this is what the group sees now*."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("panel", True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        self._dot = icon_label(desk.theme, "point-filled", "act", 16)
        self._title = label("", "strong")
        self._what = Elided("", "muted")
        self._what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = row(self._dot, self._title, spacing=6)
        line.addWidget(self._what, 1)
        column.addLayout(line)
        column.addWidget(Preview(desk), 1)
        desk.beamer.mode_changed.connect(self._mode)
        self._mode()

    def wanted(self, width: int) -> int:
        """The height at which the picture is as wide as it can be, in pixels."""
        inside = self._column.contentsMargins()
        picture = (width - inside.left() - inside.right() - 2) * 9 // 16
        around = self._title.sizeHint().height() + self._column.spacing() + inside.top() + inside.bottom() + 2
        return picture + around

    def set_what(self, what: str) -> None:
        """The step that is shown, at the right."""
        self._what.setText(what)

    def _mode(self) -> None:
        self._title.setText(mode_title(self._desk))
        self._dot.setVisible(self._desk.beamer.mode is BeamerMode.SHOW)


class SmallPreview(QFrame):
    """The preview beside two lines of words, under the list of a blind round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("panel", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 14, 14, 14)
        line.setSpacing(12)
        preview = Preview(desk)
        preview.setFixedSize(164, 92)
        line.addWidget(preview)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = label("", "strong", wrap=True)
        self._what = label("", "text", wrap=True)
        self._how = label("", "muted", wrap=True)
        words.addStretch(1)
        for part in (self._title, self._what, self._how):
            words.addWidget(part)
        words.addStretch(1)
        line.addLayout(words, 1)
        desk.beamer.mode_changed.connect(self._mode)
        self._mode()

    def set_words(self, what: str, how: str) -> None:
        """What step it is, and what the group does not see."""
        self._what.setText(what)
        self._how.setText(how)

    def _mode(self) -> None:
        self._title.setText(mode_title(self._desk))


def mode_title(desk: Desk) -> str:
    """The title above a preview."""
    t, beamer = desk.texts.t, desk.beamer
    if beamer.frozen:
        return t("The group sees a frozen picture")
    if beamer.mode is BeamerMode.SHOW:
        return t("This is what the group sees")
    if beamer.mode is BeamerMode.BLANK:
        return t("The beamer is dark")
    return t("The group sees a quiet picture")
