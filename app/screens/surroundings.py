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
    def of(
        cls,
        structures: Mapping[str, Structure] | None = None,
        clock: Clock | None = None,
        zone: tzinfo | None = None,
    ) -> Surroundings:
        """What is given, and the machine's own for the rest."""
        if structures is None:
            from data.structures import shipped

            structures = shipped()
        if clock is None:
            from data.clock import SystemClock

            clock = SystemClock()
        if zone is None:
            from zoneinfo import ZoneInfo

            zone = ZoneInfo("Europe/Oslo")
        return cls(structures, clock, zone)

    def context(self, new_id: Callable[[], str] = str, who: str = "") -> Context:
        """This moment, for asking a rule."""
        return Context(self.clock.stamp(), new_id, self.zone, self.structures, who)

    def today(self) -> date:
        """The local date."""
        return self.context().today

    def local(self, moment: datetime) -> datetime:
        """A moment as people here tell the time."""
        return moment.astimezone(self.zone)
