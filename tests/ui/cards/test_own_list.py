"""The list of own cards changes row by row, and always shows what it was told."""

from __future__ import annotations

import random

from pytestqt.qtbot import QtBot

from gogrow.domain.deck import CardKind
from gogrow.texts import Texts
from gogrow.ui.cards.card_names import groups
from gogrow.ui.cards.own_list import KEY, Line, OwnList
from tests.ui.cards.writing import Writing


def test_whatever_comes_and_goes_the_list_shows_it(qtbot: QtBot) -> None:
    writing = Writing(qtbot)
    shown, chance, kinds = OwnList(writing.desk), random.Random(3), list(CardKind)
    heads = groups(Texts("nl"))
    for _ in range(120):
        ids = chance.sample(range(9), chance.randrange(9))
        keys = sorted((("night", kinds[id % 3], str(id)) for id in ids), key=lambda key: kinds.index(key[1]))
        lines = [Line(key, f"Vraag {key[2]}{chance.choice('?!')}", "note", chance.random() < 0.3) for key in keys]
        shown.show_lines(lines, None)
        expected: list[object] = []
        for line in lines:
            if heads[line.key[1]] not in expected:
                expected.append(heads[line.key[1]])
            expected.append((line.words, line.key))
        rows = [shown.list.item(at) for at in range(shown.list.count())]
        assert [(row.text(), row.data(KEY)) if row.data(KEY) else row.text() for row in rows] == expected
        if lines:
            shown.choose(lines[-1].key)
            assert shown.list.currentRow() == len(rows) - 1
    shown.deleteLater()
    writing.close()
