"""What the log keeps: activities, offers, parked topics (domain §2.1)."""

from __future__ import annotations

from datetime import date
from typing import Final

from phases.records.base import Record
from phases.words import ActivityStatus, Arena, Effect, Handled, Level

CLOSED: Final[frozenset[ActivityStatus]] = frozenset({"ended", "replaced"})
"""Nothing more is to be done."""


class Activity(Record):
    """Who does what until when, and how it went. One responsible person (INV-03)."""

    title: str
    owner: str
    """The participant who is responsible (R-M14)."""
    arena: Arena = "services"
    due: date | None = None
    status: ActivityStatus = "active"
    tried_before: bool = False
    """Tried before this meeting, told in the description (S3-10)."""
    effect: Effect | None = None
    comment: str = ""
    meeting: str = ""
    """The meeting in which it was agreed."""
    offer: str = ""
    """The offer it grew out of."""
    content: str = ""
    """What it consists of (S4-22)."""
    extent: str = ""
    """How much and how often (S4-22)."""
    organisation: str = ""
    """How it is organised (S4-22)."""
    goal: str = ""
    """The goal it serves."""
    level: Level | None = None
    """Set by hand; otherwise `phases.levels` works it out (S2-5)."""
    contributors: tuple[str, ...] = ()
    """Who helps the one who is responsible."""
    start: date | None = None
    period_end: date | None = None
    """The last day of the period in which it is tried (S4-22)."""
    follow_up: str = ""
    """How it is followed up (S2-5d)."""
    assess_on: date | None = None
    """The day on which it is to be assessed (S2-5e)."""

    @property
    def open(self) -> bool:
        """Still to be done."""
        return self.status not in CLOSED


class Offer(Record):
    """What a service says it can contribute (S3-16, S3-17)."""

    meeting: str
    service: str
    text: str = ""
    view: str = ""
    """How the service sees the challenge."""


class Note(Record):
    """A free note to a part of the meeting, for the minutes; never on the wall."""

    meeting: str
    phase: str
    text: str


class ParkedTopic(Record):
    """Something to come back to: "Er det greitt at vi tek det etterpå?"."""

    meeting: str
    phase: str
    text: str
    handled: Handled | None = None
