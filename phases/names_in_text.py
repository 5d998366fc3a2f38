"""Whether a text names somebody: the evaluation is about the meeting, not the child (R-E11)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SHORTEST_FREE_CASE = 3
SHORTEST_GENITIVE = 4


def mentions(text: str, labels: Iterable[str]) -> tuple[str, ...]:
    """Return the labels that a text names, in the order given, each once.

    Whole words only, without regard to letter case or to how å is composed. From four letters
    on the Norwegian and English genitive counts too (Almas, Alma's); on shorter names it would
    turn Per into pers. A label of one or two letters ("Bo", "Ås") counts in its exact case only:
    in lower case it is mostly an ordinary word.
    """
    exact = unicodedata.normalize("NFC", text)
    folded = _folded(text)
    return tuple(
        label for label in dict.fromkeys(labels) if label.strip() and _named(label, exact, folded)
    )


def _named(label: str, exact: str, folded: str) -> bool:
    """Look for one label in the text as it stands, or in the folded one."""
    letters = sum(char.isalpha() for char in unicodedata.normalize("NFC", label))
    if letters < SHORTEST_FREE_CASE:
        return _found(unicodedata.normalize("NFC", label), exact, "")
    genitive = "(?:['\u2019]?s)?" if letters >= SHORTEST_GENITIVE else ""
    return _found(_folded(label), folded, genitive)


def _found(label: str, text: str, ending: str) -> bool:
    """Search for a label as whole words; a line break between two of its words is fine."""
    if any(word not in text for word in label.split()):
        return False  # most labels, and making a pattern takes far longer than this
    words = r"\s+".join(re.escape(word) for word in label.split())
    return re.search(rf"(?<!\w){words}{ending}(?!\w)", text) is not None


def _folded(text: str) -> str:
    """Return a text without letter case; folding may undo NFC, so it comes first and last."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
