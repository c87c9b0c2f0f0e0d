"""A step of dragging a pawn over the facilitator's board at 1080p, against blitting one finished picture.

A step is the mouse's movement and everything that is painted because of it, in a window of 1920 by 1080. The floor is
the same window with nothing but one pixmap, blitted over all of it.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gogrow.domain.public import PublicPawn
from gogrow.texts import Texts
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.theme import load_fonts, load_theme
from tests.bench import figure
from tests.ui.boards import go_grow

WIDTH, HEIGHT, ROUNDS, GOAL = 1920, 1080, 101, 2.0


class Blit(QWidget):
    """One finished picture."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self.picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blit it."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture)
        painter.end()


def main() -> None:
    """Print one line for 60 pawns and one for 500."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    board, rnd = go_grow(), random.Random(60)
    for count in (60, 500):
        view = BoardView(load_theme("light"), Texts("nl"))
        view.resize(WIDTH, HEIGHT)
        pawns = []
        for number in range(count):
            spot = rnd.choice(board.spots)
            name = f"Naam {number}"
            pawns.append(BoardPawn(f"now.{number}", PublicPawn(spot.x, spot.y, name, "NA", "employee", "brick")))
        view.show_board(board, pawns, language="nl", blind=False, letters=True)
        view.show()
        app.processEvents()
        blit = Blit(view.grab())
        blit.show()
        app.processEvents()
        start = view.spot_of("now.0")
        assert start is not None
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        steps = iter(range(10_000))

        def drag(view: BoardView = view, start: QPoint = start, steps: object = steps) -> None:
            step = next(steps)  # type: ignore[call-overload]
            QTest.mouseMove(view, start + QPoint(40 + step % 200, 20 + step % 120))
            app.processEvents()

        def floor(blit: Blit = blit) -> None:
            blit.update()
            app.processEvents()

        ours, least = figure.in_turn(drag, floor, ROUNDS)
        figure.say(f"drag_step_1080p_{count}_pawns", ours, least, GOAL)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
        view.close()
        blit.close()
        view.deleteLater()
        blit.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
