"""What the tables of the structure tests say of a structure: element, phase, and a fact in words.

A fact is a kind and what it says, `"point topic"` or `"weeks 6"`; without a phase it is about the
structure as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from data.structures import shipped
from phases.structures import Form, Structure, StructurePhase

Row = tuple[str, str, str]
SHIPPED: Final[Mapping[str, Structure]] = shipped()


def form(phase: StructurePhase, form_id: str) -> Form:
    return next(f for f in phase.forms if f.id == form_id)


def rows_for(phase: StructurePhase, what: str) -> bool:
    form_id, rows = what.split()
    return ",".join(row.who or row.id for row in form(phase, form_id).rows) == rows


def columns(phase: StructurePhase, what: str) -> bool:
    form_id, wanted = what.split()
    return ",".join(f"{c.id}:{c.kind}" for c in form(phase, form_id).columns) == wanted


def blank(phase: StructurePhase, what: str) -> bool:
    form_id, number = what.split()
    found = form(phase, form_id)
    return found.repeats and len(found.row_ids) == int(number)


PHASE: Mapping[str, Callable[[StructurePhase, str], bool]] = {
    "settles": lambda phase, item: item in phase.items,
    "point": lambda phase, point: any(p.id == point and p.needed for p in phase.points),
    "floor": lambda phase, turns: " ".join(f"{t.who}/{t.act}" for t in phase.floor) == turns,
    "first": lambda phase, turn: "{0.who}/{0.act}".format(phase.floor[0]) == turn,
    "round": lambda phase, each: phase.round and phase.each == each,
    "works": lambda phase, part: phase.works_on == part,
    "compass": lambda phase, word: phase.compass is not None and phase.compass["nn"] == word,
    "describes": lambda phase, _: phase.describe,
    "tried": lambda phase, _: phase.tried,
    "prompt": lambda phase, words: any(words in p["nn"] for p in phase.prompts),
    "says": lambda phase, words: words in " ".join(phase.say["nn"]),
    "rows": rows_for,
    "columns": columns,
    "blank": blank,
}

WHOLE: Mapping[str, Callable[[Structure, str], bool]] = {
    "aim": lambda shape, words: any(words in aim["nn"] for aim in shape.aims),
    "attitude": lambda shape, words: any(words in it["nn"] for it in shape.attitude),
    "title": lambda shape, words: words in shape.title["nn"],
    "limit": lambda shape, minutes: shape.total_s / 60 <= shape.limit_minutes == int(minutes),
    "weeks": lambda shape, n: shape.next_within is not None and shape.next_within.weeks == int(n),
    "months": lambda shape, n: shape.next_within is not None and shape.next_within.months == int(n),
    "next": lambda shape, following: shape.next_structure == following,
    "planned": lambda shape, _: shape.next_from_plan,
    "tells": lambda shape, how: shape.inform_child == how,
    "signatures": lambda shape, n: shape.signatures == int(n),
    "files": lambda shape, places: ",".join(f.id for f in shape.filing) == places,
    "minutes-by": lambda shape, role: shape.minutes_by[:1] == (role,),
}


def holds(structure_id: str, row: Row) -> bool:
    """Whether a row's fact is true, and the structure says that it realises the element there."""
    element, phase_id, fact = row
    kind, _, what = fact.partition(" ")
    shape = SHIPPED[structure_id]
    if not phase_id:
        return WHOLE[kind](shape, what)
    phase = shape.phase(phase_id)
    return element in phase.sources and PHASE[kind](phase, what)
