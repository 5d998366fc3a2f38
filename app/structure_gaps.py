"""Which texts of a structure lack a language, so that another one has to stand in for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, get_args

from app.words import N_
from phases.structure_parts import Frozen
from phases.structure_texts import stand_in
from phases.words import Language

if TYPE_CHECKING:
    from app.words import Words
    from phases.structures import Structure

BORROWED: Final[Mapping[str, str]] = {
    "nn": N_("texts in Nynorsk"),
    "nb": N_("texts in Bokmål"),
    "en": N_("texts in English"),
}
"""Language -> that texts in it stand in for others."""

NAMES: Final[Mapping[str, str]] = {"nn": N_("Nynorsk"), "nb": N_("Bokmål"), "en": N_("English")}
"""Language -> its name, to begin a sentence with."""


def gaps(structure: Structure) -> Mapping[str, int]:
    """How many texts each language lacks; none for a language that has them all."""
    counts = dict.fromkeys(get_args(Language), 0)
    for text in _texts(structure):
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


def borrowed_words(structure: Structure | None, phase_id: str, words: Words) -> str:
    """That a text shown in this phase stands there in another language; else nothing.

    Told once for all of them: a mark behind each would be read aloud with it. Where no phase of
    this name is, before the start, the first one's texts are meant, for its aims are shown.
    """
    if structure is None:
        return ""
    phases = structure.phases
    here = next((phase for phase in phases if phase.id == phase_id), phases[0])
    shown: list[Any] = [here, *(phase.title for phase in phases)]
    shown += [phase.compass for phase in phases if phase.compass]
    if here is phases[0]:
        shown += [*structure.aims, *structure.attitude]
    return _borrowed(shown, words)


def borrowed_anywhere(structure: Structure | None, words: Words) -> str:
    """The same of all its texts, for a paper that may show any of them."""
    return _borrowed(structure, words) if structure is not None else ""


def _borrowed(shown: Any, words: Words) -> str:
    here = words.language
    others = {stand_in(text, here) for text in _texts(shown) if here not in text}
    return ", ".join(words(BORROWED[language]) for language in BORROWED if language in others)


def _texts(value: Any) -> Iterator[Mapping[Language, Any]]:
    """Every text of a structure: what has a language for each of its keys."""
    # Not `model_dump`: asked of a phase, it builds what dumps one, while the first screen waits.
    if isinstance(value, Frozen):
        value = tuple(vars(value).values())
    if isinstance(value, dict):
        if value and set(value) <= set(get_args(Language)):
            yield value
            return
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
