"""A phase's words in one language, with the unit's own words filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from phases.structures import Language, Structure, WorksOn, fill, text_in


class PhaseWords(NamedTuple):
    """What a screen says of a phase."""

    title: str
    purpose: str
    now_later: str
    """What comes now and what later, on one line."""
    say: tuple[str, ...]
    """Two sentences to say aloud."""
    works_on: WorksOn = "none"


def phase_words(
    structure: Structure | None, phase_id: str, tokens: Mapping[str, str], language: str
) -> PhaseWords | None:
    """The words of one phase, or None where the structure's file has gone since."""
    shape = next((p for p in structure.phases if p.id == phase_id), None) if structure else None
    if shape is None:
        return None
    tongue = cast("Language", language)
    now = fill(text_in(shape.now, tongue)[0], tokens)
    later = fill(text_in(shape.later, tongue)[0], tokens)
    return PhaseWords(
        title=fill(text_in(shape.title, tongue)[0], tokens),
        purpose=fill(text_in(shape.purpose, tongue)[0], tokens),
        now_later=f"{now} – {later}",
        say=tuple(fill(sentence, tokens) for sentence in text_in(shape.say, tongue)[0]),
        works_on=shape.works_on,
    )
