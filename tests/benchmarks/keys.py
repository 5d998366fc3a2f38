"""From key to screen: the lead screen's entry field beside a bare TextArea."""

from __future__ import annotations

import random
from collections.abc import Callable
from statistics import median

from tests.benchmarks.report import Row, ms, percentile
from tests.benchmarks.terminal import Terminal, holds, painted
from tests.benchmarks.windows import case_to_lead, first_screen_texts, script

GOAL = 1.5
LINE = 24
"""Letters before the field is emptied again."""
TO_THE_START = "\x15"
"""Ctrl+U empties the line in both."""
SIZE = (120, 40)


class _Field:
    """A field that is typed in, and how long each letter took."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.times: list[float] = []
        self._typed = ""

    def press(self, letter: str) -> None:
        """One letter, until it stands behind the others."""
        self._typed += letter
        self.terminal.settle(quiet_s=0.004, limit_s=0.1)
        at = self.terminal.send(letter)
        self.times.append(self.terminal.until(lambda s: holds(s, [self._typed])) - at)

    def empty(self) -> None:
        """Not measured."""
        self.terminal.send(TO_THE_START)
        typed, self._typed = self._typed, ""
        self.terminal.until(lambda screen: not holds(screen, [typed]))


def run(say: Callable[[str], None], *, quick: bool) -> list[Row]:
    """One letter here, one there: both programs run all the time, ours with its clock going."""
    chance = random.Random(2027)
    with (
        case_to_lead() as lead,
        Terminal(lead, SIZE) as ours,
        Terminal(script("area_app"), SIZE) as bare,
    ):
        texts = first_screen_texts()
        ours.until(lambda screen: holds(screen, texts))
        bare.until(painted)
        _open_the_field(ours)
        bare.settle()
        fields = _Field(ours), _Field(bare)
        for line in range(4 if quick else 16):
            for _ in range(LINE):
                letter = chance.choice("abdefgiklmnoprstuvy")
                for field in fields:
                    field.press(letter)
                # A person's pace, and out of step with the screen's own clock.
                ours.settle(quiet_s=chance.uniform(0.01, 0.05), limit_s=0.06)
            for field in fields:
                field.empty()
            say(f"line {line + 1}: {', '.join(ms(median(f.times[-LINE:])) for f in fields)}")
    return [_row(name, share, fields, goal) for name, share, goal in _SHARES]


_SHARES = (("p50", 0.50, None), ("p95", 0.95, GOAL))


def _row(name: str, share: float, fields: tuple[_Field, _Field], goal: float | None) -> Row:
    ours, bare = (percentile(field.times, share) for field in fields)
    return Row(
        f"key to screen while leading, {name}", ms(ours), f"TextArea {ms(bare)}", ours / bare, goal
    )


def _open_the_field(terminal: Terminal) -> None:
    """A new line in the log, and a first letter to see that the field has the focus."""
    terminal.send("a")
    terminal.until(lambda screen: holds(screen, ["F2"]))
    terminal.settle()
