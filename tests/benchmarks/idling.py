"""Counting down and nothing else: processor time of the lead screen beside termdown's."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.report import Row
from tests.benchmarks.terminal import Terminal, holds
from tests.benchmarks.windows import case_to_lead, first_screen_texts

GOAL = 1.0
SIZE = (120, 40)
WARM_UP_S = 3.0


def processor_s(pid: int) -> float:
    """Processor seconds that all threads of a process have had; Linux alone tells so exactly."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def run(say: Callable[[str], None], *, quick: bool) -> list[Row]:
    """Both at the same time, each in a terminal of its own; ours with the change watcher."""
    if sys.platform != "linux":
        say("idling: measured on Linux only")
        return []
    seconds = 15 if quick else 60
    termdown = Path(sys.executable).with_name("termdown")
    with case_to_lead() as lead, Terminal(lead, SIZE) as ours:
        texts = first_screen_texts()
        ours.until(lambda screen: holds(screen, texts))
        if not termdown.exists():
            say("idling: termdown isn't installed here, so there is nothing to compare with")
            found = _cost(say, seconds, ours)
            return [Row("idle while counting", _told(found[0]), "termdown absent")]
        with Terminal([str(termdown), "45m"], SIZE) as other:
            here, there = _cost(say, seconds, ours, other)
    ratio = here[0] / there[0]
    return [Row("idle while counting", _told(here), f"termdown {_told(there)}", ratio, GOAL)]


def _cost(
    say: Callable[[str], None], seconds: float, *terminals: Terminal
) -> list[tuple[float, float]]:
    """Processor seconds a minute and bytes a second of each, over this time."""
    _listen(WARM_UP_S, *terminals)
    before = [(processor_s(t.pid), t.received) for t in terminals]
    begun = time.monotonic()
    say(f"idling for {seconds:.0f} s")
    _listen(seconds, *terminals)
    spent_s = time.monotonic() - begun
    return [
        ((processor_s(t.pid) - cpu) * 60 / spent_s, (t.received - size) / spent_s)
        for t, (cpu, size) in zip(terminals, before, strict=True)
    ]


def _listen(seconds: float, *terminals: Terminal) -> None:
    """Take what they write and show it to nobody."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for terminal in terminals:
            while terminal.read(0.01)[1]:
                pass
        time.sleep(0.05)


def _told(cost: tuple[float, float]) -> str:
    return f"{cost[0]:.2f} CPU s/min, {cost[1]:.0f} B/s"
