"""Letters that a printed page can't show, and words too long for its columns."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

EMOJI: Final = "[emoji]"
"""Stands for a picture that the page's fonts lack. The other formats keep the picture."""

LETTER: Final = "[?]"
"""Stands for letters of a script that the page's fonts lack."""

LONGEST: Final = 34
"""Letters without a space; the longest Norwegian words are shorter, and are hyphenated."""

_STEP = 10
"""As few as the narrowest column of a table takes."""


def showable(text: str, lacking: frozenset[str]) -> str:
    """The text with the nearest that can be shown for each letter of `lacking`."""
    if lacking.isdisjoint(text):
        return text
    shown = "".join(_nearest(letter, lacking) if letter in lacking else letter for letter in text)
    for mark in (EMOJI, LETTER):
        # One family of four is one picture, and one name one name.
        shown = re.sub(rf"(?:{re.escape(mark)}[\u200d\ufe0e\ufe0f]*){{2,}}", mark, shown)
    return shown


def breakable(text: str) -> str:
    """The text with places to break, unseen, in words that are too long for any line."""
    return re.sub(rf"\S{{{LONGEST + 1},}}", _broken, text)


def _nearest(letter: str, lacking: frozenset[str]) -> str:
    plain = unicodedata.normalize("NFKD", letter)
    if plain != letter and lacking.isdisjoint(plain):
        return plain
    kind = unicodedata.category(letter)
    if kind.startswith(("S", "C")) and kind != "Cf":
        return EMOJI
    return LETTER if kind.startswith(("L", "N", "P")) else ""


def _broken(word: re.Match[str]) -> str:
    parts: list[str] = []
    since = 0
    for letter in word[0]:
        if since >= _STEP and not unicodedata.combining(letter):
            parts.append("\u200b")
            since = 0
        parts.append(letter)
        since += 1
    return "".join(parts)
