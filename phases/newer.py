"""What only a newer program can have written: an act, or a word of an agenda, that isn't ours."""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from phases.changes import Document, Tables
from phases.commands import COMMANDS
from phases.records import Agenda

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
    """Whether its structure chose a turn, a round or a part of the log that isn't there yet."""
    try:
        Agenda.from_doc(agenda)
    except ValidationError as error:
        return any(
            fault["type"] == "extra_forbidden"
            or (fault["type"] == "literal_error" and isinstance(fault["input"], str))
            for fault in error.errors(include_url=False)
        )
    return False
