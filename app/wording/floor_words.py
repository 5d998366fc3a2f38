"""Who has the floor in a structure, before anybody is there: "kvar teneste spør"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.turns import SEVERAL, act_words
from app.wording.units import unit_words
from app.words import N_
from phases.structures import fill

if TYPE_CHECKING:
    from app.words import Words
    from phases.records import AgendaPhase
    from phases.structures import Each, StructurePhase, Who

WHO: Final[Mapping[Who, str]] = {
    "leader": N_("the meeting leader"),
    "family": N_("the family"),
    "guardians": N_("the guardians"),
    "child": N_("{child}, when there"),
    "family-and-teacher": N_("the family and {teacher}"),
    "service": N_("each service"),
    "everyone": N_("everyone"),
    "others": N_("the others"),
    "newcomer": N_("each who is new"),
    "unit": N_("those from {unit}"),
    "owner": N_("who answers for the activity"),
    "teacher": N_("{teacher}"),
    "relay-holder": N_("the relay holder"),
    "summariser": N_("whoever sums up"),
}
"""Who -> a few words, with the tokens of a structure's texts in them."""

PLURAL: Final = SEVERAL - {"newcomer"} | {"unit"}
"""In these words: "each who is new" is one, "those from the school" are several."""

ROUNDS: Final[Mapping[Each, str]] = {
    "service": N_("once for each service"),
    "participant": N_("once for each person"),
    "other": N_("once for each of the others"),
    "newcomer": N_("once for each who is new"),
    "activity": N_("once for each activity"),
}
"""What a round goes round by -> how often its turns come."""


def floor_line(phase: StructurePhase | AgendaPhase, unit: str, _: Words) -> str:
    """The turns of a phase in order: `familien fortel, kontaktlæraren fortel`."""
    tokens = unit_words(unit, _.language)
    turns = ", ".join(
        act_words(t.act, fill(_(WHO[t.who]), tokens), _, several=t.who in PLURAL)
        for t in phase.floor
    )
    return f"{turns} ({_(ROUNDS[phase.each])})" if phase.round else turns
