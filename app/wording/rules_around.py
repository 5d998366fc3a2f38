"""The words of the rules around a meeting: preparing it, closing it, and what is left (§4.3, §4.5).

A day, a reason or a place stands in a rule's arguments as a code, and is put into words here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.wording.said import Pair
    from app.words import Words

AROUND_BLOCKS: Final[Mapping[str, Pair]] = {
    "R-E14": (
        N_("How it goes on isn't said yet"),
        N_("Choose: closed, the measures continue, or referred"),
    ),
    "R-E5:how-when": (
        N_("How and when the child is told isn't agreed yet"),
        N_("Agree how and when too"),
    ),
    "R-E9": (
        N_("The consent doesn't cover everybody who would get this"),
        N_("Leave them out, or note a consent first"),
    ),
    "R-E9:no": (
        N_("The meeting agreed that this isn't shared with them on paper"),
        N_("Agree with the family first on who gets the log"),
    ),
    "R-E9:parts": (
        N_("The meeting agreed that they get their part of the log alone"),
        N_("Give them the minutes or what was agreed: in those is their part"),
    ),
    "R-P6": (
        N_("A summons tells purpose, place and time frame"),
        N_("Write what is missing into the plan first"),
    ),
    "R-S3": (
        N_("Somebody else was first"),
        N_("Look at what it is now, then change it again"),
    ),
    "R-S4": (
        N_("Nobody has said whether the log stands in the folder or the archive"),
        N_("Answer that first, then delete"),
    ),
}
"""Rule, or rule and case -> what holds things up and what to do."""

AROUND_FINDINGS: Final[Mapping[str, str]] = {
    "R-E1": N_("That is later than the next meeting should be."),
    "R-E12": N_("Ask the guardians how they found the meeting, if they like."),
    "R-E15": N_("Referred: To whom, and who sees to it?"),
    "R-E16": N_("The form isn't signed by both guardians and unit yet."),
    "R-E17": N_("Tick where the documents have been filed."),
    "R-E18": N_("The log is closed: Take it over into the folder, then delete it here."),
    "R-E2": N_("That is later than the next conversation should be."),
    "R-E3": N_("The year's plan has another day for the next meeting. Is this the right one?"),
    "R-E6": N_("The minutes aren't final yet."),
    "R-E7": N_("Nobody answers for the minutes yet."),
    "R-E8": N_(
        "The minutes go to everybody who took part; only school or kindergarten archives them."
    ),
    "R-P1": N_("The reminder is late: Send it today."),
    "R-P2": N_("Now the reminder can be sent, by text message or e-mail."),
    "R-P3": N_("Before the first meeting: summons and note in your own system."),
    "R-P4": N_("The log is enough now: no summons in your own system."),
    "R-P5": N_("Longer than one hour is advised against."),
    "R-P7": N_("There is no screen in the room: Bring one, or show the text large."),
    "R-P8": N_("No meetings are held on that day."),
    "R-P9": N_("A school year has six of these meetings."),
    "R-S1": N_("The access log couldn't be written to."),
    "R-S4": N_("The log has been kept as long as it should be."),
}
"""Rule -> the line it says where nothing more is known."""

DETAILED: Final[Mapping[str, str]] = {
    "R-E1": N_("That is late: at the latest {day}."),
    "R-E2": N_("That is late: at the latest {day}."),
    "R-E3": N_("The year's plan says {day}. Is this the right one?"),
    "R-E6": N_("The minutes aren't final yet, {days} working days after the meeting."),
    "R-E17": N_("Not filed yet: {places}."),
    "R-P1": N_("The reminder is late: The latest day was {day}."),
    "R-P2": N_("Now the reminder can be sent, at the latest {day}."),
    "R-P5": N_("{minutes} minutes: Longer than {limit} is advised against."),
    "R-P6": N_("A summons needs more: {missing}"),
    "R-P8": N_("No meetings are held that day: {why}."),
    "R-P9": N_("{count} meetings are planned in {year}; a school year has six."),
    "R-S4": N_("The log was to be kept until {day}."),
}
"""Rule -> the line with what its arguments say."""

AROUND_NAMED: Final[Mapping[str, str]] = {
    "R-E8": N_("The minutes go to: {names}"),
    "R-E9": N_("No consent covers: {names}"),
}

_MISSING: Final[Mapping[str, str]] = {
    "purpose": N_("the purpose"),
    "place": N_("the place"),
    "time": N_("the time frame"),
}

PLACES: Final[Mapping[str, str]] = {
    "folder": N_("the child's folder"),
    "log": N_("the log"),
    "archive": N_("the archive"),
}
"""Where minutes are filed; a structure's own places are named by itself."""


def around_args(args: Mapping[str, str], words: Words) -> dict[str, str]:
    """The arguments as people say them: a day in full, reasons and places in words."""
    said = dict(args)
    readers: Mapping[str, Callable[[str, Words], str]] = {
        "day": _day,
        "why": _why,
        "places": _places,
        "missing": _missing,
    }
    for key, read in readers.items():
        if said.get(key):
            said[key] = read(said[key], words)
    return said


def _day(text: str, words: Words) -> str:
    from phases.showing_dates import long_date

    try:
        return long_date(date.fromisoformat(text), words.language)
    except ValueError:
        return text


def _why(text: str, words: Words) -> str:
    """Every reason why a day isn't open: two red days may fall on one (DA-6)."""
    from phases.calendar import ClosedBy, ClosedReason

    told = []
    for reason in text.split(";"):
        kind, _, name = reason.partition(":")
        shown = ClosedReason(ClosedBy(kind), name).words(words.language)
        told.append(shown or words("the school is closed"))
    return words(" and ").join(told)


def _places(text: str, words: Words) -> str:
    return ", ".join(words(PLACES[p]) if p in PLACES else p for p in text.split(", "))


def _missing(text: str, words: Words) -> str:
    return ", ".join(words(_MISSING[m]) if m in _MISSING else m for m in text.split(", "))
