"""What is due, in words: what to do, and nothing about anybody (R-S6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.due import Due, DueKind

KINDS: Final[Mapping[DueKind, str]] = {
    "reminder": N_("Send the reminder of the meeting"),
    "minutes": N_("Make the minutes final"),
    "consent-youth": N_("The youth's own consent is needed"),
    "keep": N_("The last day on which the log is kept here"),
}
"""What is counted stands in `due_words`."""


def due_words(found: Due, words: Words) -> str:
    """What is to be done by that day."""
    if found.kind == "assess":
        return words.many("Assess {n} activity", "Assess {n} activities", found.many)
    if found.kind == "consent-expires":
        return words.many("{n} consent runs out", "{n} consents run out", found.many)
    return words(KINDS[found.kind])
