"""The private board under a hand: dragging, arrows, clicks, and nothing while it is blind."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gogrow.domain.public import PublicPawn
from gogrow.texts import Texts
from gogrow.ui.board.scene import BoardPawn, BoardView
from gogrow.ui.theme import load_fonts, load_theme
from tests.sample import team


def shown(qtbot: QtBot, pawns: list[BoardPawn], *, blind: bool = False) -> BoardView:
    """A board of 700 by 520 on the screen."""
    load_fonts()
    view = BoardView(load_theme("light"), Texts("nl"))
    qtbot.addWidget(view)
    view.resize(700, 520)
    view.show_board(team().board, pawns, language="nl", blind=blind, letters=True)
    with qtbot.waitExposed(view):
        view.show()
    return view


def pawn(key: str, x: float, y: float) -> BoardPawn:
    """Somebody's pawn."""
    return BoardPawn(key, PublicPawn(x, y, key, key[:1], "employee", "brick"))


def drag(qtbot: QtBot, view: BoardView, start: QPoint, end: QPoint) -> None:
    """Press, move in steps, let go."""
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(view, start + (end - start) * step / 5)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_a_pawn_is_dragged_to_a_new_place(qtbot: QtBot) -> None:
    view = shown(qtbot, [pawn("now.a", 0.3, 0.3), pawn("now.b", 0.7, 0.7)])
    start = view.spot_of("now.a")
    assert start is not None
    with qtbot.waitSignal(view.placed) as placed:
        drag(qtbot, view, start, view.pixel(0.6, 0.4))
    key, x, y = placed.args
    assert key == "now.a"
    assert abs(x - 0.6) < 0.01
    assert abs(y - 0.4) < 0.01


def test_a_pawn_dropped_outside_goes_back(qtbot: QtBot) -> None:
    view = shown(qtbot, [pawn("now.a", 0.3, 0.3)])
    start = view.spot_of("now.a")
    assert start is not None
    placed: list[object] = []
    view.placed.connect(lambda *args: placed.append(args))
    with qtbot.waitSignal(view.refused):
        drag(qtbot, view, start, QPoint(4, 4))
    assert view.spot_of("now.a") == start
    assert placed == []


def test_a_click_on_free_ground_says_where(qtbot: QtBot) -> None:
    view = shown(qtbot, [])
    with qtbot.waitSignal(view.clicked) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.pixel(0.25, 0.75))
    assert abs(clicked.args[0] - 0.25) < 0.01
    assert abs(clicked.args[1] - 0.75) < 0.01
    clicks: list[object] = []
    view.clicked.connect(lambda *args: clicks.append(args))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert clicks == []


def test_arrows_move_the_chosen_pawn_and_not_over_the_edge(qtbot: QtBot) -> None:
    view = shown(qtbot, [pawn("now.a", 0.5, 0.03)])
    view.choose("now.a")
    with qtbot.waitSignal(view.placed) as placed:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert abs(placed.args[2] - 0.04) < 1e-6
    with qtbot.waitSignal(view.refused):
        for _ in range(6):
            qtbot.keyClick(view, Qt.Key.Key_Up)


def test_a_blind_board_shows_no_pawn_at_all(qtbot: QtBot) -> None:
    empty = shown(qtbot, [])
    blind = shown(qtbot, [pawn("now.a", 0.3, 0.3), pawn("now.b", 0.6, 0.6)], blind=True)
    assert blind.keys() == ()
    assert blind.grab().toImage() == empty.grab().toImage()


def test_twenty_five_on_one_spot_can_all_be_taken(qtbot: QtBot) -> None:
    view = shown(qtbot, [pawn(f"now.{n}", 0.3, 0.3) for n in range(25)])
    spots = {(p.x(), p.y()) for n in range(25) if (p := view.spot_of(f"now.{n}"))}
    assert len(spots) == 25


def test_while_a_pawn_is_in_the_hand_it_is_gone_from_where_it_lay(qtbot: QtBot) -> None:
    view = shown(qtbot, [pawn("now.a", 0.3, 0.3)])
    start = view.spot_of("now.a")
    assert start is not None
    brick = QColor("#8E3420")
    spot = start + QPoint(round(view.radius * 0.62), 0)
    assert view.grab().toImage().pixelColor(spot) == brick
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, view.pixel(0.7, 0.7))
    assert view.grab().toImage().pixelColor(spot) != brick
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=view.pixel(0.7, 0.7))
