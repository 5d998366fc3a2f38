"""Minutes: who answers for them, and who may get what by consent (S3-29 … S3-31, R-E8, R-E9).

Pure facts about a case; the text of the minutes is made elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from phases.case import LOG, Case
from phases.covering import covered, service_of
from phases.records import Meeting, Minutes, Participant
from phases.sitting import Sitting
from phases.words import Share

PLACES: Final = ("folder", "log", "archive")
"""Where minutes may be filed in any structure (S3-30); a structure may name others (S4-09).

Only the unit ticks them: a service has no duty to archive what it was sent (S3-32).
"""


def minutes_of(case: Case, sitting: Sitting) -> Minutes:
    """The minutes of a meeting: as kept, or a draft with whoever answers for it filled in."""
    found = case.minutes.get(sitting.meeting.id) or Minutes(id=sitting.meeting.id)
    return found if found.responsible else found.with_(responsible=responsible_for(case, sitting))


def responsible_for(case: Case, sitting: Sitting) -> str:
    """Who answers for the minutes: the structure's role, else the relay holder, else the leader.

    Rektor or styrar in S3 (S3-29), the relay holder in S0 and S1 (S0-38, S1-17), the unit in S4.
    Empty where nobody fits.
    """
    people = case.participants.values()
    for role in sitting.agenda.minutes_by:
        for person in people:
            if person.role == role:
                return person.id
    if sitting.agenda.minutes_by:
        return ""
    if case.facts.relay_holder:
        return case.facts.relay_holder
    return next((p.id for p in people if p.has("leader")), "")


def share_of(case: Case, person: Participant, on: date) -> Share:
    """How much of the log somebody may get by consent (R-E9, S2-2b).

    The family sees everything that is written about them (domain §2.2), and the unit holds the
    log. A service gets it where a consent in force covers the service. An interpreter is no
    participant in the log.
    """
    if person.family:
        return "whole"
    if person.role == "interpreter" or person.left_out or not covered(case, LOG, on):
        return "none"
    if service_of(person):
        return "whole" if covered(case, service_of(person), on) else "none"
    return "whole"


def uncovered(case: Case, people: Iterable[Participant], on: date) -> tuple[Participant, ...]:
    """Those of them who may get nothing."""
    return tuple(p for p in people if share_of(case, p, on) == "none")


def kept_from(meeting: Meeting | None, person: Participant) -> bool:
    """Whether that meeting agreed that this one gets nothing on paper (S2-6d); never the family."""
    agreed = meeting.distribution if meeting else None
    if agreed is None or person.family:
        return False
    return agreed.how == "none" or bool(agreed.to and person.id not in agreed.to)


def recipients_of(case: Case, on: date, meeting: Meeting | None = None) -> tuple[str, ...]:
    """Whoever took part, or takes part in the log, as far as consent reaches (S3-31, R-E9).

    Of a meeting: as it was agreed there, too (S2-6d).
    """
    people = (p for p in case.participants.values() if p.in_log or not p.absent)
    told = (p for p in people if share_of(case, p, on) != "none")
    return tuple(p.id for p in told if not kept_from(meeting, p))
