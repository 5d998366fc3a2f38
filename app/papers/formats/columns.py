"""How wide the columns of a table are: as was asked, but no word or date is broken that needn't."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WORD: Final = 16
"""A longer word may be hyphenated; a date, a time and most words are shorter."""

_PADDING: Final = 2
"""The letters' worth of empty room in a cell."""


def widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int], across: int
) -> list[float]:
    """The columns' parts of the width, 1 in all, where `across` letters stand in a line."""
    asked = list(shares) or [1] * len(head)
    had = [across * share / sum(asked) for share in asked]
    needed = [
        min(_WORD, max((len(word) for cell in cells for word in cell.split()), default=0))
        + _PADDING
        for cells in zip(head, *rows, strict=True)
    ]
    lacking = sum(max(0.0, need - has) for need, has in zip(needed, had, strict=True))
    spare = sum(max(0.0, has - need) for need, has in zip(needed, had, strict=True))
    if not lacking or spare < lacking:
        return [has / across for has in had]
    return [
        max(need, has - max(0.0, has - need) * lacking / spare) / across
        for need, has in zip(needed, had, strict=True)
    ]
