"""What a screen needs besides its case: structures, a clock, a zone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from phases.clock import Clock
from phases.context import Context
from phases.structures import Structure


@dataclass(frozen=True)
class Surroundings:
    """The world around a window, handed in; never looked for by the window itself."""

    structures: Mapping[str, Structure]
    clock: Clock
    zone: tzinfo

    @classmethod
    def of(cls) -> Surroundings:
        """The structures that ship, this machine's clock, and where meetings are held."""
        from data.clock import SystemClock, meeting_zone
        from data.structures import shipped

        return cls(shipped(), SystemClock(), meeting_zone())

    def context(self, new_id: Callable[[], str] = str, who: str = "") -> Context:
        """This moment, for asking a rule."""
        return Context(self.clock.stamp(), new_id, self.zone, self.structures, who)

    def today(self) -> date:
        """The local date."""
        return self.context().today

    def local(self, moment: datetime) -> datetime:
        """A moment as people here tell the time."""
        return moment.astimezone(self.zone)
