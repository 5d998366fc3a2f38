"""Participants and what has been consented to (domain §2.1, §2.2)."""

from __future__ import annotations

from datetime import date

from phases.records.base import Record
from phases.words import (
    FAMILY,
    TEACHERS,
    ConsentForm,
    Joins,
    ParticipantDuty,
    Prefers,
    Role,
    Speaks,
)


class Participant(Record):
    """Somebody in the meeting: a label, a role, perhaps a service. No birth number is a field."""

    name: str
    """A role or a name, as the case was set up; unique in the case."""
    role: Role
    call: str = ""
    """What they want to be called; shown wherever it is given."""
    service: str = ""
    """The help service this person speaks for."""
    duties: tuple[ParticipantDuty, ...] = ()
    new: bool = False
    """First meeting with this group: introduces themselves (R-M3)."""
    absent: bool = False
    in_log: bool = True
    """Takes part in the log between the meetings (D9); unchosen services do not."""
    active_from: date | None = None
    """Since which day they take part in the log; None where nobody noted it."""
    active_to: date | None = None
    """The day they left the log again; None while they take part."""
    substitute: bool = False
    """Sits in for somebody and may not be able to accept the baton (SC-08)."""
    sits_in_for: str = ""
    """For whom, as people say it; a label, not an id."""
    joins: Joins = "room"
    """In the room, by phone or on video."""
    language: Speaks = ""
    """The language of papers to them; empty is that of the log."""
    channel: Prefers = ""
    """How they want to hear from the meeting. No number and no address: the services have those."""
    left_out: bool = False
    """Takes no part and isn't named: their service isn't covered by a consent (R-C4, INV-05)."""
    place: int = 0
    """1, 2, 3 … in the order of setting up: rounds go by it, whatever was undone meanwhile."""

    @property
    def label(self) -> str:
        """The word for this person on every screen."""
        return self.call or self.name

    @property
    def family(self) -> bool:
        """Guardian or child."""
        return self.role in FAMILY

    @property
    def teacher(self) -> bool:
        """Contact teacher or lead educator."""
        return self.role in TEACHERS

    def has(self, duty: ParticipantDuty) -> bool:
        """Whether this duty is theirs."""
        return duty in self.duties


class Consent(Record):
    """A consent to keep the log, or to share with a service: never with a named employee.

    It lifts confidentiality as far as it reaches and is no consent in the sense of data
    protection law (L1, L4). A newer one of the same person replaces it; both stay.
    """

    by: str
    """The participant who gave it."""
    covers: str
    """`log`, `cooperation` (S4), or the service's name."""
    form: ConsentForm = "written"
    given: date | None = None
    expires: date | None = None
    """The last day on which it holds (R-C7)."""
    withdrawn: date | None = None
    purpose: str = ""
    """What it is for."""
    what: str = ""
    """Which information may be shared."""
    document: str = ""
    """Where the signed paper lies: a pointer, never the file."""
    note: str = ""
    """Where an oral one was written down."""
    meeting: str = ""
    """The meeting in which an oral one was given, whose minutes tell of it."""

    def holds(self, on: date) -> bool:
        """Whether it is in force on that day."""
        if self.withdrawn is not None and self.withdrawn <= on:
            return False
        return not self.expired(on)

    def expired(self, on: date) -> bool:
        """Whether its last day has gone by (R-C7)."""
        return self.expires is not None and self.expires < on
