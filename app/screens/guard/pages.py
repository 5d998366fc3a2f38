"""The help of the viddevakt's window."""

from __future__ import annotations

from app.keys import GUARD_KEYS
from app.screens.more import MoreRow
from app.screens.notes.pages import help_row
from app.words import Words


def help_rows(words: Words) -> list[MoreRow]:
    """Every key."""
    return [help_row(key, words) for key in GUARD_KEYS]
