"""What a decision may know besides the case: when, who, from which window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from phases.clock import Stamp
from phases.rights import Window
from phases.structures import Structure


@dataclass(frozen=True)
class Context:
    """Passed to every decision, so that nothing in here asks a clock, a file or chance."""

    now: Stamp
    new_id: Callable[[], str]
    zone: tzinfo
    """Where the meeting is held; dates are told in this zone (DA-12)."""
    structures: Mapping[str, Structure]
    who: str = field(default="", repr=False)
    """A label for the history, not authentication."""
    window: Window = "lead"
    reason: str = field(default="", repr=False)
    """Why a rule is passed, where that rule names an override."""

    @property
    def today(self) -> date:
        """The local date of this decision."""
        return self.local_day(self.now.utc)

    def local_day(self, moment: datetime) -> date:
        """The date of `moment` where the meeting is held (DA-12)."""
        return moment.astimezone(self.zone).date()
