"""Windows on one case: how soon each shows what another process saved, and the same second."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Self

import pyte

from app.play.demo import build_demo, temporary_vault
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from tests.benchmarks.many import collect, draw, shown_at
from tests.benchmarks.report import Row, ms, percentile
from tests.benchmarks.terminal import Terminal, environment
from tests.benchmarks.windows import CASE_WINDOWS, LANGUAGE, script, viddevakt
from tests.large_figures import LargeFigures

GOAL_S = 0.1
"""What 95 of 100 changes are wanted to be painted within."""
BLOCKED_S = 10.0
PAUSED = "❚❚"
SYNC, KNOWS_SYNC = b"\x1b[?2026h", "\x1b[?2026;1$y"
"""What Textual begins each repaint with, in a terminal that says it knows that."""
SIZE = (120, 40)


class Writer:
    """Another process that pauses the meeting and lets it go on."""

    def __init__(self, vault: Vault, case: str) -> None:
        self._process = subprocess.Popen(
            [*script("agreement_writer"), str(vault.folder), case],
            env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=10)

    def save(self, act: str) -> float:
        """When it was durable, on the clock that all processes share (`perf_counter`)."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{act}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def paused(screen: pyte.Screen) -> bool:
    """Whether the window says that the meeting is paused."""
    return any(PAUSED in line for line in screen.display)


def goes_on(screen: pyte.Screen) -> bool:
    """Whether it says nothing of the kind."""
    return not paused(screen)


def run(say: Callable[[str], None], *, quick: bool) -> list[Row]:
    """Changes, a blocked window, and the shown seconds at two speeds."""
    if sys.platform != "linux":
        say("agreement: measured on Linux only, whose processes share one clock")
        return []
    rows: list[Row] = []
    with open_windows(CASE_WINDOWS) as (writer, windows):
        rows += _changes(say, writer, windows, 40 if quick else 200)
        rows.append(_blocked(say, writer, windows))
        rows.append(_same_second(say, windows, 8 if quick else 30, "at speed 1"))
    with open_windows(CASE_WINDOWS, speed=60.0) as (_, windows):
        rows.append(_same_second(say, windows, 4 if quick else 4.5, "at speed 60"))
    return rows


@contextmanager
def open_windows(
    names: Sequence[str], speed: float = 1.0
) -> Iterator[tuple[Writer, dict[str, Terminal]]]:
    """Windows of these kinds on one meeting under way, all drawn, and a writer."""
    with temporary_vault() as vault, ExitStack() as stack:
        case = build_demo(vault, LANGUAGE, SystemClock(), shipped(), speed)
        command = ("--vault", str(vault.folder))
        windows = {
            name: stack.enter_context(Terminal(viddevakt(*command, name, case), SIZE))
            for name in names
        }
        writer = stack.enter_context(Writer(vault, case))
        for window in windows.values():
            window.until(lambda screen: "Velkomen" in "\n".join(screen.display))
        # Each has by now seen that it isn't alone, and looks up often.
        draw(collect(list(windows.values()), 2.5))
        yield writer, windows


def _changes(
    say: Callable[[str], None], writer: Writer, windows: dict[str, Terminal], count: int
) -> list[Row]:
    chance = random.Random(2027)
    found: dict[str, list[float]] = {name: [] for name in windows}
    terminals = list(windows.values())
    for number in range(count):
        act, shown = ("resume", goes_on) if number % 2 else ("pause", paused)
        draw(collect(terminals, chance.uniform(0.05, 0.3)))
        saved = writer.save(act)
        for name, at in zip(windows, shown_at(terminals, shown), strict=True):
            found[name].append(max(0.0, at - saved))
    say(f"agreement: {count} changes in {len(windows)} windows")
    return [_row(name, times, len(windows)) for name, times in found.items()]


def _row(name: str, times: Sequence[float], windows: int) -> Row:
    p95 = percentile(times, 0.95)
    told = f"p95 {ms(p95)}, p50 {ms(percentile(times, 0.5))}, most {ms(max(times))}"
    return Row(
        f"change to screen, {name} of {windows}", told, f"wanted {ms(GOAL_S)}", p95 / GOAL_S, 1.0
    )


def _blocked(say: Callable[[str], None], writer: Writer, windows: dict[str, Terminal]) -> Row:
    """One window stands still while others save; then it is let go."""
    name = "wall" if "wall" in windows else "lead"
    window = windows[name]
    terminals = list(windows.values())
    window.send(KNOWS_SYNC)
    draw(collect(terminals, 0.5))
    say(f"agreement: {name} is stopped for {BLOCKED_S:.0f} s")
    os.kill(window.pid, signal.SIGSTOP)
    try:
        until, acts = time.monotonic() + BLOCKED_S, 0
        while time.monotonic() < until or acts % 2 == 0:
            writer.save("resume" if acts % 2 else "pause")
            acts += 1
            draw(collect(terminals, 0.4))
    finally:
        os.kill(window.pid, signal.SIGCONT)
    began, frames, changes, at = time.perf_counter(), 0, 0, 0.0
    draw(collect([window], 0.001))
    before = paused(window.screen)
    while time.perf_counter() < began + 1.0:
        for piece in collect([window], 0.3, quiet_s=0.03):
            frames += 0 if at else piece.data.count(SYNC)
            window.feed(piece.data)
            now = paused(window.screen)
            changes, before = changes + (now != before), now
            at = at or (piece.at if now else 0.0)
    writer.save("resume")
    shown_at(terminals, goes_on)
    told = f"{changes} shown, {ms(at - began)}, {frames} frames" if at else "never"
    return Row(f"{acts} changes while {name} was blocked", told, "", float(changes or 99), 1.0)


def _same_second(
    say: Callable[[str], None], windows: dict[str, Terminal], seconds: float, when: str
) -> Row:
    """For how long at most two windows showed times more than a second apart."""
    figures = {window: LargeFigures() for window in windows.values()}
    say(f"agreement: the shown seconds, {when}")
    shown: dict[Terminal, int] = {}
    apart_since, longest_s, seen = None, 0.0, 0
    for piece in collect(list(windows.values()), seconds):
        piece.terminal.feed(piece.data)
        now = figures[piece.terminal].seconds(piece.terminal.screen.display)
        if now is None:
            continue
        seen += now != shown.get(piece.terminal)
        if apart_since is not None:
            longest_s = max(longest_s, piece.at - apart_since)
        shown[piece.terminal] = now
        apart = max(shown.values()) - min(shown.values()) > 1
        apart_since = (apart_since or piece.at) if apart else None
    told = f"{ms(longest_s)} at most, of {seen} times shown in {len(shown)} windows"
    return Row(f"more than a second apart, {when}", told, f"wanted {ms(GOAL_S)}",
               longest_s / GOAL_S, 1.0)  # fmt: skip
