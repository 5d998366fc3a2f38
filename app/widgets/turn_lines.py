"""Who speaks and who follows, in the two short lines beside the list of parts."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from app.widgets.plain import cut, wrap_words

SIGN: Final = 2
"""Cells of the viddevakt's sign behind a turn, with the one before it."""


def turn_lines(now: str, then: str, width: int) -> tuple[str, str]:
    """Who speaks, and who follows where one line is enough for the first; lines of `width` cells.

    Who speaks gets both lines rather than half a name: who follows is told soon enough. But it
    comes before what is said aside of the turn, behind " · ".
    """
    if width <= 0:
        return now, then
    first, *rest = wrap_words(now, width) or [""]
    alone, aside, _ = now.rpartition(" · ")
    if rest and aside and cell_len(alone) <= width - SIGN:
        first, rest = alone + (now[-SIGN:] if now.endswith("◆") else ""), []
    if rest:
        return f"{first}\n{cut(' '.join(rest), width)}", ""
    return first, cut(then, width)
