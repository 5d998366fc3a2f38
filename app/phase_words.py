"""A phase's words in one language, with the unit's own words filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from phases.structures import Language, Structure, WorksOn, fill, text_in

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case


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


def part_titles(case: Case, structures: Mapping[str, Structure], words: Words) -> Mapping[str, str]:
    """Phase id -> its title in these words, for the newest meeting."""
    from app.wording.units import unit_words

    sitting = case.sitting
    if sitting is None:
        return {}
    structure = structures.get(sitting.agenda.structure)
    tokens = unit_words(case.facts.unit, words.language)
    phases = [phase.id for phase in sitting.agenda.phases]
    found = {p: phase_words(structure, p, tokens, words.language) for p in phases}
    return {phase: shown.title if shown else phase for phase, shown in found.items()}
