"""Which texts of a structure lack a language, so that another one has to stand in for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, get_args

from app.words import N_
from phases.structures import Language

if TYPE_CHECKING:
    from app.words import Words
    from phases.structures import Structure

NAMES: Final[Mapping[str, str]] = {"nn": N_("Nynorsk"), "nb": N_("Bokmål"), "en": N_("English")}
"""Language -> its name, to begin a sentence with."""


def gaps(structure: Structure) -> Mapping[str, int]:
    """How many texts each language lacks; none for a language that has them all."""
    counts = dict.fromkeys(get_args(Language), 0)
    for text in _texts(structure.model_dump()):
        for language in counts:
            counts[language] += language not in text
    return {language: n for language, n in counts.items() if n}


def gaps_line(structure: Structure, words: Words) -> str:
    """What lacks, for whoever writes the file: `Nynorsk: 14 tekstar manglar`; else nothing."""
    told = [
        words(NAMES[language])
        + ": "
        + words.many("{n} text is missing", "{n} texts are missing", n)
        for language, n in gaps(structure).items()
    ]
    return "; ".join(told)


def _texts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every text of a structure: what has a language for each of its keys."""
    if isinstance(value, dict):
        if value and set(value) <= set(get_args(Language)):
            yield value
            return
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
