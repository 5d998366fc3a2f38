"""What is true of a case as a whole (domain §2.1)."""

from __future__ import annotations

from datetime import date, datetime

from phases.records.base import Part, Record
from phases.words import CaseStatus, ClosedReason


class CaseLevel(Part):
    """The level of the work from a day on, 0 to 3 (D14)."""

    level: int
    on: date


class Held(Part):
    """Who carried the baton from a day on; the next one's day is when it was handed on."""

    who: str
    on: date
    accepted_at: datetime | None = None
    """When they said yes (UTC); None where the log was set up with them (INV-02)."""


class CaseFacts(Record):
    """What is true of the case as a whole: one document, with the id `case`."""

    language: str = "nn"
    unit: str = "school"
    structure: str = "bti-individual"
    rehearsal: bool = False
    relay_holder: str = ""
    """The participant who holds the baton now (INV-02); empty: nobody yet (D3)."""
    holders: tuple[Held, ...] = ()
    """Everybody who has held it, in order."""
    consent_age: int = 16
    own_consent_from: date | None = None
    """The day the youth's own consent is required (R-C2); a birth date is not kept (L6)."""
    own_consent_age: int = 0
    """The age for which that day was worked out from a birth date; 0: the day itself was told."""
    guardians_too: bool = True
    """Whether the guardians' consent is needed beside the youth's own (§7.4, L2)."""
    meeting_dates: tuple[date, ...] = ()
    """The BTI meetings already in the calendar (S3-25)."""
    levels: tuple[CaseLevel, ...] = ()
    """The levels of the work, in order."""
    status: CaseStatus = "open"
    closed_reason: ClosedReason | None = None
    closed_on: date | None = None
    keep_until: date | None = None
    """The last day on which the log is kept here (R-S4)."""
    keep_why: str = ""
    """By which rule or whose decision it is kept so long (L7, L8)."""
    deleted_by: str = ""
    """Who deletes it then."""
    archived: bool | None = None
    """Whether it has been taken over into the folder or the archive; None: nobody has said."""
    archived_in: str = ""
    archived_by: str = ""
    """The rektor or styrar who took it over; asked of a log that a withdrawal closed (SC-10)."""
    gone: tuple[str, ...] = ()
    """In a log that was taken in: ids that its records name, though they were taken out before."""
    locked: bool = False
    """The consent to the log was withdrawn: nothing more is written, never again (R-C6)."""

    @property
    def level(self) -> int | None:
        """The level now; None while none was set."""
        return self.levels[-1].level if self.levels else None
