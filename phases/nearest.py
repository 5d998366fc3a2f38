"""What somebody may have meant who wrote a word that isn't known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LONGEST: Final = 60
"""Letters that are compared: the time it takes grows with their square."""

LOOSE: Final = 0.5
"""How alike is enough among the short words of a file that is written by hand."""


def nearest(wrong: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word that is most like it; empty where none is `alike` (0 to 1)."""
    # difflib costs a millisecond to import and is needed only when something is wrong.
    from difflib import get_close_matches

    return next(iter(get_close_matches(wrong[:LONGEST], list(known), n=1, cutoff=alike)), "")
