"""Several terminals at once: what each wrote when, read before any of it is looked at."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pyte

from tests.benchmarks.terminal import Terminal


class Piece(NamedTuple):
    """Some output of one terminal, and when it came (`perf_counter`)."""

    terminal: Terminal
    at: float
    data: bytes


def collect(
    terminals: Sequence[Terminal], seconds: float, quiet_s: float | None = None
) -> list[Piece]:
    """What they write for so long, or until all have been quiet; nothing is drawn meanwhile.

    To emulate a terminal takes milliseconds, in which the next window's output would grow old.
    """
    pieces: list[Piece] = []
    until = time.perf_counter() + seconds
    while (left_s := until - time.perf_counter()) > 0:
        wait_s = left_s if quiet_s is None else min(quiet_s, left_s)
        ready = select.select(list(terminals), [], [], wait_s)[0]
        if not ready and quiet_s is not None:
            break
        pieces += (Piece(terminal, *terminal.read(0)) for terminal in ready)
    return pieces


def draw(pieces: Sequence[Piece]) -> None:
    """Put them on their screens."""
    for piece in pieces:
        piece.terminal.feed(piece.data)


def shown_at(
    terminals: Sequence[Terminal], shown: Callable[[pyte.Screen], bool], limit_s: float = 5.0
) -> list[float]:
    """When each first showed this. Raises TimeoutError with the screen that never did."""
    at: dict[Terminal, float] = {}
    until = time.perf_counter() + limit_s
    while len(at) < len(terminals):
        for piece in collect(terminals, 0.3, quiet_s=0.03):
            piece.terminal.feed(piece.data)
            if piece.terminal not in at and shown(piece.terminal.screen):
                at[piece.terminal] = piece.at
        if time.perf_counter() > until:
            slow = next(terminal for terminal in terminals if terminal not in at)
            raise TimeoutError("\n".join(slow.screen.display))
    return [at[terminal] for terminal in terminals]
