"""The two halves of a sentence about something that can't be done: what, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from phases.text import SAFE_WIDTH, safe

if TYPE_CHECKING:
    from app.words import Words


class Said(NamedTuple):
    """Neither half ends in a full stop; `str()` makes sentences of them."""

    what: str
    todo: str = ""

    def __str__(self) -> str:
        """Both as one line of plain sentences."""
        return " ".join(f"{half}{_stop(half)}" for half in self if half)


Pair = tuple[str, str]
"""The English of both halves, as the tables hold it."""


def say(pair: Pair, args: Mapping[str, str], words: Words, width: int = SAFE_WIDTH) -> Said:
    """Word a pair, with its arguments made safe to show and at most `width` characters long.

    Typed values are cut at 40 characters (design §9); names from the log have no such need.
    """
    shown = {key: safe(str(value), width) for key, value in args.items()}
    what, todo = pair
    return Said(words(what, **shown), words(todo, **shown) if todo else "")


def _stop(half: str) -> str:
    return "" if half.rstrip("”»")[-1:] in tuple(".?!:…") else "."
