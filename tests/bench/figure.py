"""One figure: what something of ours costs, held against the least it could cost, measured in turn."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable


def say(name: str, ours: float, floor: float | None = None, goal: float | None = None) -> None:
    """Print one line: seconds are shown as milliseconds; without a floor the figure is only told."""
    line = f"{name} ours={ours * 1000:.3f}ms"
    if floor is not None:
        line += f" floor={floor * 1000:.3f}ms ratio={ours / floor:.2f}"
        if goal is not None:
            line += f" goal={goal:g} {'ok' if ours / floor <= goal else 'short'}"
    print(line, flush=True)  # noqa: T201  (a bench is there to be read)


def in_turn(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in seconds of both, each called ``rounds`` times in turn after one that does not count."""
    ours()
    floor()
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for call, taken in ((ours, times[0]), (floor, times[1])):
                start = time.perf_counter()
                call()
                taken.append(time.perf_counter() - start)
    finally:
        gc.enable()
    return statistics.median(times[0]), statistics.median(times[1])
