"""What stands on the preparing of a meeting: a line each, with what is to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from app.words import N_

Mark = Literal["done", "open", "late", "known"]
"""Done, to do, overdue, or only to know."""

MARKS: Final[Mapping[Mark, str]] = {"done": "✓", "open": "○", "late": "!", "known": "·"}
"""A sign each, so that no colour is needed."""

LineId = Literal[
    "new-meeting",
    "when",
    "kind",
    "purpose",
    "people",
    "missing",
    "consents",
    "own-summons",
    "own-note",
    "log-is-enough",
    "sender",
    "summons",
    "invitation",
    "reminder",
    "screen",
    "interpreter",
    "guard",
    "year",
    "agenda",
]

TITLES: Final[Mapping[LineId, str]] = {
    "new-meeting": N_("A meeting"),
    "when": N_("When and where"),
    "kind": N_("Kind and minutes"),
    "purpose": N_("Purpose"),
    "people": N_("Who comes"),
    "missing": N_("Still missing"),
    "consents": N_("Consents"),
    "own-summons": N_("Summons, own system"),
    "own-note": N_("Note, own system"),
    "log-is-enough": N_("Own system"),
    "sender": N_("Sender of the texts"),
    "summons": N_("Summons"),
    "invitation": N_("Invitation"),
    "reminder": N_("Reminder"),
    "screen": N_("A screen in the room"),
    "interpreter": N_("Interpreter"),
    "guard": N_("Viddevakt"),
    "year": N_("Plan of the year"),
    "agenda": N_("Agenda on paper"),
}


PARTS: Final[Mapping[LineId, str]] = {
    "when": "when",
    "kind": "structure",
    "missing": "people",
    "consents": "consents",
    "interpreter": "people",
    "year": "dates",
}
"""Where in the set-up a line is seen to."""


class Line(NamedTuple):
    """One line."""

    id: LineId
    mark: Mark
    value: str
    """What is known of it."""
    does: str = ""
    """What Enter does, in a word or two; empty where it does nothing."""
    remarks: tuple[str, ...] = ()
    """What rules say of it, in full."""
