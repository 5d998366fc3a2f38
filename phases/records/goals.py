"""What is wanted, and how what was agreed has gone (domain §2.1)."""

from __future__ import annotations

from datetime import date

from phases.records.base import Record
from phases.words import Assessed, Effect, GoalStatus


class Goal(Record):
    """What somebody, or everybody together, wants to reach (S2-4a)."""

    text: str
    owner: str = ""
    """Whose goal it is; empty where it is nobody's but everybody's."""
    shared: bool = False
    """Everybody stands behind it."""
    status: GoalStatus = "open"
    meeting: str = ""
    """The meeting in which it was told."""

    @property
    def open(self) -> bool:
        """Still to be reached."""
        return self.status == "open"


class Assessment(Record):
    """How one activity has gone, and what becomes of it (S0-25 … S0-27, S4-31).

    Insert-only: a later one stands beside it, and what was said before stays to be read.
    """

    activity: str
    meeting: str = ""
    """The meeting in which it was said; empty between meetings (S2-9)."""
    on: date | None = None
    effect: Effect | None = None
    comment: str = ""
    worked: str = ""
    """What has worked well."""
    obstacles: str = ""
    decision: Assessed = "continue"
    by: tuple[str, ...] = ()
    """The participants who said so."""

    @property
    def tells(self) -> bool:
        """Whether it says how it has gone, and not only that nobody came to it."""
        return self.decision != "not-discussed"
