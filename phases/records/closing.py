"""What a meeting leaves behind: outcome, minutes, signatures, the family's word on it (§2.1)."""

from __future__ import annotations

from datetime import date

from phases.records.base import Part, Record
from phases.words import Heard, MinutesStatus, OutcomeKind, Share


class Outcome(Part):
    """How a chain of meetings ends or goes on (S4-32); `closed` excludes the other two."""

    kinds: tuple[OutcomeKind, ...]
    text: str = ""
    to: str = ""
    """The agency that the case is referred to (S4-32c)."""
    responsible: str = ""
    """The participant who sees to it."""

    @property
    def ends(self) -> bool:
        """Closed or referred: no next date is needed (R-E4)."""
        return "closed" in self.kinds or "referred" in self.kinds


class Distribution(Part):
    """How much of the log the participants get (S2-6d)."""

    how: Share
    to: tuple[str, ...] = ()
    """The participants who get it; empty: everybody whom the consent covers."""


class HalfYear(Part):
    """The meetings planned for half a year, if wanted (S0-36); no dates: not wanted."""

    first: date
    last: date
    dates: tuple[date, ...] = ()


class Signature(Part):
    """That somebody signed on paper; a typed name is no signature (S4-08, L22)."""

    who: str
    on: date


class Minutes(Record):
    """The minutes of one meeting, its id: made from the log and read through (S3-29 … S3-31)."""

    status: MinutesStatus = "draft"
    responsible: str = ""
    """Who answers for them; the writer may be somebody else (S3-04)."""
    recipients: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    """Where they have been filed, ticked: the structure's places, or the folder (S4-09)."""
    on: date | None = None
    """The day they became final."""


class Feedback(Record):
    """How a guardian or the child found the meeting (S0-40, S1-18); it may be declined.

    Apart from the staff's evaluation, and shown on no wall.
    """

    meeting: str
    by: str
    """The participant who was asked."""
    heard: Heard
    differently: str = ""
    """What they want done otherwise next time."""
