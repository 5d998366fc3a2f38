"""Who speaks and who follows, in the two short lines beside the list of parts."""

from __future__ import annotations

from app.widgets.plain import cut, wrap_words


def turn_lines(now: str, then: str, width: int) -> tuple[str, str]:
    """Who speaks, and who follows where one line is enough for the first; lines of `width` cells.

    Who speaks gets both lines rather than half a name: who follows is told soon enough.
    """
    if width <= 0:
        return now, then
    first, *rest = wrap_words(now, width) or [""]
    if rest:
        return f"{first}\n{cut(' '.join(rest), width)}", ""
    return first, cut(then, width)
