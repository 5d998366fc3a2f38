"""What a copied structure says of itself: that it is a copy, and what may be changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words import LANGUAGES, N_, Words
from data.structures.making import CopyWords

if TYPE_CHECKING:
    from collections.abc import Mapping

COPY = N_("a copy")
"""Stands in brackets after the title of a copy, in each of the title's languages."""


def copy_words(source: str, words: Words, *, ships: bool) -> CopyWords:
    """The words of a copy. What ships is explained in English, which one of our own needn't be.

    So where another language is spoken, the remarks of what ships make room for these; those of
    somebody's own structure stay as they were written.
    """
    head = [
        words("A copy of {id}. Change what you like, then: `viddevakt structure check`", id=source)
    ]
    how = (
        words("Each text stands once per language; one language is enough."),
        words("The minutes of each part are whole numbers, and at most 60 together."),
        words("What may stand where: `docs/structures.md`"),
    )
    return CopyWords(
        # A copy of a copy has the rest already.
        head=(*head, *(how if ships else ())),
        part=words("Part {number}"),
        marks=_marks(),
        keeps_remarks=not ships or words.language == "en",
    )


def _marks() -> Mapping[str, str]:
    return {language: Words(language)(COPY) for language in LANGUAGES}
