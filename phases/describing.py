"""Whether a text describes what was seen, or says what somebody makes of it (S2-3a). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

ANY_ENDING = "*"


def interpretive_in(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words of the list that stand in the text, as whole words, in the list's order.

    A word with `*` at its end takes any ending; one of several parts stands just so, with any
    space between. Letter case and how å is composed don't matter.
    """
    folded = _folded(text)
    return tuple(word for word in words if word and re.search(_pattern(word), folded))


def _pattern(word: str) -> str:
    stem = word.removesuffix(ANY_ENDING)
    parts = r"\s+".join(re.escape(part) for part in _folded(stem).split())
    ending = r"\w*" if word.endswith(ANY_ENDING) else ""
    return rf"(?<!\w){parts}{ending}(?!\w)"


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
