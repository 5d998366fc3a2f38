"""The phases of a meeting as one bar: blocks as wide as their minutes, with the number inside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

BETWEEN = "│"
"""Stands between two blocks, so that they are told apart without colour."""


def blocks(minutes: Sequence[float], width: int) -> tuple[str, ...]:
    """A block of text for each phase, `width` cells in all with a line between two of them.

    Each is at least one cell, and by largest place as wide as its share of the minutes; the
    number stands in the middle where it has room. Empty where not even one cell each fits.
    """
    room = width - max(0, len(minutes) - 1)
    if not minutes or room < len(minutes):
        return ()
    return tuple(
        _block(number, cells) for number, cells in zip(minutes, _cells(minutes, room), strict=True)
    )


def bar(minutes: Sequence[float], width: int) -> str:
    """The same as one line: `  5  │  5  │    10    │  5  `."""
    return BETWEEN.join(blocks(minutes, width))


def _block(minutes: float, cells: int) -> str:
    number = f"{minutes:g}"
    return number.center(cells) if len(number) <= cells else " " * cells


def _cells(minutes: Sequence[float], room: int) -> list[int]:
    """One cell for each, and the rest by the running total, so that the sum is exact."""
    total = sum(minutes) or 1
    spare = room - len(minutes)
    ends = [round(spare * sofar / total) for sofar in accumulate(minutes)]
    return [1 + end - start for start, end in zip([0, *ends], ends, strict=False)]
