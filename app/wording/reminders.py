"""What reminds the viddevakt, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.reminders import Reminder

REMINDERS: Final[dict[Reminder, str]] = {
    "no-phase": N_("No part of the meeting is running"),
    "paused": N_("The meeting is paused; the clock stands still"),
    "nobody-speaks": N_("Time is running, and nobody has the floor"),
    "early-offer": N_("An offer has come in the round of questions; it can be parked"),
}


def reminder_words(found: Reminder, words: Words) -> str:
    """One sentence."""
    return words(REMINDERS[found])
