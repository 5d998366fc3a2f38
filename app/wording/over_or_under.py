"""How time lies against what was planned, in words: never as a bare sign (design §4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.words import Words

CLOSE_S: Final = 15.0
"""Seconds within which a part took the time it was given: nobody speaks to the second."""
_MINUTE_S: Final = 60.0


def over_or_under(seconds: float, words: Words) -> str:
    """A difference in words, kindly rounded: under a minute in tens of seconds."""
    size = abs(seconds)
    if size < CLOSE_S:
        return words("as planned")
    if size < _MINUTE_S - 5:
        shown = round(size / 10) * 10
        over = words("{n} s over", n=shown)
        return over if seconds > 0 else words("{n} s to spare", n=shown)
    shown = max(1, round(size / _MINUTE_S))
    over = words("{n} min over", n=shown)
    return over if seconds > 0 else words("{n} min to spare", n=shown)
