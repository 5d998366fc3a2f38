"""The help of the viddevakt's window."""

from __future__ import annotations

from app.keys import GUARD_KEYS, Key
from app.screens.more import MoreRow
from app.screens.notes.pages import act_pair
from app.words import Words


def help_rows(words: Words) -> list[MoreRow]:
    """Every key."""
    return [_row(key, words) for key in GUARD_KEYS]


def _row(key: Key, words: Words) -> MoreRow:
    label, sentence = act_pair(key.act, words)
    return MoreRow(key.act, label, sentence, f"{key.label} {key.typing.upper()}".strip())
