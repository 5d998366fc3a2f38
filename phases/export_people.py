"""The case as a whole, who takes part and what is consented to, as an export tells it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from phases.export_base import Exported, Reference
from phases.words import (
    CaseStatus,
    ClosedReason,
    ConsentForm,
    Joins,
    Language,
    ParticipantDuty,
    Prefers,
    Role,
    Speaks,
    Unit,
)


class HeldPart(Exported):
    """Who carried the baton from a day on."""

    who: str
    on: date
    accepted_at: datetime | None
    """When they said yes; null where the log was set up with them."""


class LevelPart(Exported):
    """The level of the work from a day on."""

    level: int
    on: date


class CasePart(Exported):
    """What is true of the case as a whole."""

    id: str
    revision: int
    """How many durable changes it has had."""
    language: Language
    unit: Unit
    structure: str
    rehearsal: bool
    relay_holder: Reference
    """The participant who holds the baton."""
    holders: tuple[HeldPart, ...]
    """Everybody who has held it, in order."""
    consent_age: int
    own_consent_from: date | None
    guardians_too: bool
    """Whether guardians consent beside a youth who is old enough to."""
    levels: tuple[LevelPart, ...]
    """The levels of the work, in order."""
    status: CaseStatus
    closed_reason: ClosedReason | None
    closed_on: date | None
    locked: bool
    """The consent to the log was taken back: nothing more is written in it."""
    keep_until: date | None
    """The last day on which the log is kept here."""
    keep_why: str
    """By which rule or whose decision."""
    deleted_by: str
    """Who deletes it then."""
    archived: bool | None
    """Whether it stands in the folder or the archive; null where nobody has said."""
    archived_in: str
    archived_by: str
    meeting_dates: tuple[date, ...]
    """The meetings already in the calendar."""


class ParticipantPart(Exported):
    """Somebody who takes part."""

    id: str
    name: str
    call: Reference
    """What they want to be called."""
    role: Role
    service: Reference
    duties: tuple[ParticipantDuty, ...]
    new: bool
    absent: bool
    in_log: bool
    active_from: date | None
    """Since which day they take part in the log."""
    active_to: date | None
    """The day they left it again; null while they take part."""
    substitute: bool
    sits_in_for: str
    joins: Joins
    language: Speaks
    """Of papers to them; empty is the log's."""
    channel: Prefers
    """How they want to hear from the meeting; never a number or an address."""


class ConsentPart(Exported):
    """A consent to the log or to sharing with a service."""

    id: str
    by: str
    covers: str
    """`log`, or the service."""
    form: ConsentForm
    given: date | None
    expires: date | None
    withdrawn: date | None
    purpose: str
    what: str
    """Which information may be shared."""
    document: str
    """Where the paper lies."""
    note: str
    """Where an oral one was written down."""
    meeting: Reference
    """The meeting in which an oral one was given."""


class WithdrawalPart(Exported):
    """A consent that was taken back; nobody asked why."""

    by: Reference
    role: Role | None
    of: Literal["log", "cooperation", "service", ""]
    at: datetime
    meeting: Reference
    """The meeting that was under way, if one was."""
    phase: Reference
