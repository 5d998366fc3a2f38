"""The words of a school or a kindergarten, in the form that fits inside a sentence.

They fill the tokens of a structure's texts (`phases.structures.fill`). Not gettext: these are
grammatical forms that only Norwegian has, and a text and its words must be of one language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from phases.structure_texts import fill, stand_in
from phases.words import Language

UNIT_WORDS: Final[Mapping[str, Mapping[str, Mapping[str, str]]]] = {
    "nn": {
        "school": {
            "child": "eleven",
            "head": "rektor",
            "teacher": "kontaktlæraren",
            "unit": "skulen",
        },
        "kindergarten": {
            "child": "barnet",
            "head": "styraren",
            "teacher": "den pedagogiske leiaren",
            "unit": "barnehagen",
        },
    },
    "nb": {
        "school": {
            "child": "eleven",
            "head": "rektor",
            "teacher": "kontaktlæreren",
            "unit": "skolen",
        },
        "kindergarten": {
            "child": "barnet",
            "head": "styreren",
            "teacher": "den pedagogiske lederen",
            "unit": "barnehagen",
        },
    },
    "en": {
        "school": {
            "child": "the pupil",
            "head": "the head teacher",
            "teacher": "the contact teacher",
            "unit": "the school",
        },
        "kindergarten": {
            "child": "the child",
            "head": "the head of the kindergarten",
            "teacher": "the lead educator",
            "unit": "the kindergarten",
        },
    },
}
"""Language -> unit -> token -> word."""


def unit_words(unit: str, language: str) -> Mapping[str, str]:
    """What the tokens of a structure's texts stand for."""
    words = UNIT_WORDS.get(language, UNIT_WORDS["nb"])
    return words.get(unit, words["school"])


def said(texts: Mapping[Language, str], language: Language, unit: str) -> str:
    """A text of a structure in this language, or in the one that stands in for it.

    The words put in are of the language that the text has: "for the pupil" in the middle of a
    Norwegian sentence would be neither.
    """
    shown = stand_in(texts, language)
    return fill(texts[shown], unit_words(unit, shown))


def said_pair(
    texts: Mapping[Language, tuple[str, str]], language: Language, unit: str
) -> tuple[str, ...]:
    """The same of sentences to say aloud."""
    shown = stand_in(texts, language)
    return tuple(fill(sentence, unit_words(unit, shown)) for sentence in texts[shown])
