"""The structures to choose among when a meeting is planned, in words; pure but for the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from app.phase_blocks import BETWEEN, bar
from app.structure_gaps import gaps
from app.wording.structure_faults import fault_words
from app.wording.units import said
from app.words import N_, Words
from phases.structures import Structure, Suits
from phases.words import Language

WHY: Final[Mapping[Suits, str]] = {
    "first": N_("fits: the first meeting"),
    "follow-up": N_("fits: there has been a meeting before"),
    "chain": N_("fits: it follows the last meeting"),
}
"""Why a structure is suggested."""


class Card(NamedTuple):
    """One structure, as the picker shows it."""

    id: str
    title: str
    minutes: tuple[int, ...]
    parts: tuple[str, ...]
    """The titles of its parts."""
    about: str = ""
    """When it fits."""
    why: str = ""
    """Why it is suggested; empty for all but one."""
    own: bool = False
    borrowed: bool = False
    """Whether texts of another language stand in for some of this one's."""

    @property
    def total(self) -> int:
        """Minutes in all."""
        return sum(self.minutes)

    def bar(self, width: int) -> str:
        """The minutes as blocks, as wide as their share; empty where there is no room."""
        blocks = bar(self.minutes, width - 2)
        return f"{BETWEEN}{blocks}{BETWEEN}" if blocks else ""

    def heading(self, words: Words) -> str:
        """Title, minutes in all, and what there is to say of it."""
        length = words.many("{n} minute", "{n} minutes", self.total)
        borrowed = words("with texts in another language") if self.borrowed else ""
        marks = (words("your own") if self.own else "", self.why, borrowed)
        return " · ".join(part for part in (self.title, length, *marks) if part)

    def whole(self) -> str:
        """Each part with its minutes: `5 Velkomen · 10 Sidan sist`."""
        pairs = zip(self.minutes, self.parts, strict=True)
        return " · ".join(f"{minutes} {title}" for minutes, title in pairs)


def cards(
    structures: Mapping[str, Structure], suggested: str, why: Suits, unit: str, words: Words
) -> tuple[Card, ...]:
    """Every structure that can be used, the suggested one first."""
    found = [_card(each, structures, unit, words) for each in structures.values()]
    first = [card._replace(why=words(WHY[why])) for card in found if card.id == suggested]
    return (*first, *(card for card in found if card.id != suggested))


def card(structure: Structure, unit: str, words: Words, *, own: bool = False) -> Card:
    """One structure in these words."""

    def text(texts: Mapping[Language, str]) -> str:
        return said(texts, words.language, unit)

    return Card(
        id=structure.id,
        title=text(structure.title),
        minutes=tuple(phase.minutes for phase in structure.phases),
        parts=tuple(text(phase.title) for phase in structure.phases),
        about=text(structure.about) if structure.about else "",
        own=own,
        borrowed=words.language in gaps(structure),
    )


def unusable(structures: Mapping[str, Structure], words: Words) -> tuple[str, ...]:
    """A line for each of one's own that can't be used, with file, line and key."""
    from data.structures.own import KnownStructures

    if not isinstance(structures, KnownStructures):
        return ()
    return tuple(fault_words(fault, words) for fault in structures.faults())


def _card(
    structure: Structure, structures: Mapping[str, Structure], unit: str, words: Words
) -> Card:
    from data.structures.own import KnownStructures

    own = isinstance(structures, KnownStructures) and structures.is_own(structure.id)
    return card(structure, unit, words, own=own)
