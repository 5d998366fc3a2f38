"""What only a newer program can have written: an act, an item, or a closed word that isn't ours."""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from phases.changes import Document, Tables
from phases.commands import COMMANDS
from phases.records import Agenda
from phases.structure_parts import BUILT_IN

_ACTS: Final = frozenset(command.name for command in COMMANDS)


def from_newer(tables: Tables) -> bool:
    """Whether these changes want a newer program (design §5).

    Asked before the fold: what it can't read would be told as damage, and a log that a newer
    program reads well be repaired into a worse one.
    """
    events = tables.get("events", {}).values()
    agendas = tables.get("agendas", {}).values()
    return any(event is not None and event.get("kind") not in _ACTS for event in events) or any(
        agenda is not None and _holds_new_words(agenda) for agenda in agendas
    )


def _holds_new_words(agenda: Document) -> bool:
    """Whether its structure chose a turn, a round, a part or an item that isn't there yet."""
    try:
        read = Agenda.from_doc(agenda)
    except ValidationError as error:
        return of_newer_words(error)
    return any(
        item not in BUILT_IN and item not in own
        for phase in read.phases
        for own in [{point.id for point in phase.points} | {form.id for form in phase.forms}]
        for item in phase.settle
    )


def of_newer_words(error: ValidationError) -> bool:
    """Whether a record can't be read for a word, or a key of a closed part, that isn't ours.

    Asked where reading failed: each record's words, so that none has to be listed a second time,
    and at no cost to what reads well.
    """
    return any(
        fault["type"] == "extra_forbidden"
        or (fault["type"] == "literal_error" and isinstance(fault["input"], str))
        for fault in error.errors(include_url=False)
    )
