"""What a decision may know besides the case: when, who, from which window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from phases.clock import Stamp
from phases.rights import Window
from phases.structures import Structure


class Context(NamedTuple):
    """Passed to every decision, so that nothing in here asks a clock, a file or chance.

    A tuple and not a dataclass, which takes four times as long to make: each save needs one.
    """

    now: Stamp
    new_id: Callable[[], str]
    zone: tzinfo
    """Where the meeting is held; dates are told in this zone (DA-12)."""
    structures: Mapping[str, Structure]
    who: str = ""
    """A label for the history, not authentication."""
    window: Window = "lead"
    reason: str = ""
    """Why a rule is passed, where that rule names an override."""

    def __repr__(self) -> str:
        """The window alone: who and why are what somebody typed."""
        return f"Context({self.window})"

    @property
    def today(self) -> date:
        """The local date of this decision."""
        return self.local_day(self.now.utc)

    def local_day(self, moment: datetime) -> date:
        """The date of `moment` where the meeting is held (DA-12)."""
        return moment.astimezone(self.zone).date()
