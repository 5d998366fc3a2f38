"""From exec to the first complete screen, beside an empty Textual app."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median

from tests.benchmarks.report import Row, ms, paired
from tests.benchmarks.terminal import Terminal, holds, painted
from tests.benchmarks.windows import first_screen_texts, script, viddevakt

GOAL = 2.0

QUIET_S = 0.5
"""How long nothing must come before the screen is looked at (seconds)."""

LONGEST_S = 15.0
"""By when the screen must be complete, on a busy machine too (seconds)."""


def first_screen_s(command: Sequence[str], texts: Sequence[str]) -> float:
    """Seconds until every cell is painted and these texts stand there.

    Pieces are timed as they come and put on a screen once the program rests, so that drawing it
    here takes nothing from the program. Raises TimeoutError.
    """
    with Terminal(command) as terminal:
        pieces: list[tuple[float, bytes]] = []
        while time.perf_counter() < terminal.started + LONGEST_S:
            at, data = terminal.read(QUIET_S)
            if data:
                pieces.append((at, data))
                continue
            for at, data in pieces:
                terminal.feed(data)
                if holds(terminal.screen, texts) and painted(terminal.screen):
                    return at - terminal.started
            pieces.clear()
        raise TimeoutError("\n".join(terminal.screen.display))


def run(say: Callable[[str], None], *, quick: bool) -> list[Row]:
    """In turn, so that both meet the same machine."""
    empty, ours = script("empty_app"), viddevakt("demo")
    texts = first_screen_texts()
    for command, wanted in ((empty, []), (ours, texts)):
        first_screen_s(command, wanted)  # compiles, and fills the disk's cache
    times: dict[str, list[float]] = {"empty": [], "ours": []}
    for number in range(5 if quick else 15):
        times["empty"].append(first_screen_s(empty, []))
        times["ours"].append(first_screen_s(ours, texts))
        say(f"start {number + 1}: {ms(times['ours'][-1])} beside {ms(times['empty'][-1])}")
    return [
        Row(
            "first screen of `viddevakt demo`",
            ms(median(times["ours"])),
            f"empty Textual app {ms(median(times['empty']))}",
            paired(times["ours"], times["empty"]),
            GOAL,
        )
    ]
