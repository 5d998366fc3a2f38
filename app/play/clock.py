"""The clock that a script runs on: it moves only where the script says so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from phases.clock import Clock, Stamp
from phases.reading_times import local_to_utc


class VirtualClock:
    """Stands still between two lines. Stamps carry no boot: only the wall clock tells the time."""

    def __init__(self, at: datetime, zone: tzinfo, real: Clock | None = None) -> None:
        """Begin at `at`; `now` in a script is the real clock's instant, else `at`."""
        self._at = at.astimezone(UTC)
        self.zone = zone
        self._real = real
        self._now = real.stamp() if real else Stamp(self._at)
        self._standing: Stamp | None = None
        self.day_zero = self._now.utc.astimezone(zone).date()
        """What `D` stands for."""

    def stamp(self) -> Stamp:
        """The instant of the line that is being done."""
        return self._standing or Stamp(self._at)

    @property
    def at(self) -> datetime:
        """The same in UTC."""
        return self.stamp().utc

    @property
    def today(self) -> date:
        """The local day."""
        return self.at.astimezone(self.zone).date()

    def move(self, to: datetime) -> None:
        """Go on to an instant. Raises ValueError for one that has been."""
        if to < self.at:
            raise ValueError("a script can't go back in time")
        self._at, self._standing = to.astimezone(UTC), None

    def move_to_now(self) -> None:
        """Go on to the real instant, with the stamp of this machine. Raises as `move`."""
        self.move(self._now.utc)
        self._standing = self._now

    def on_day(self, day: date, seconds: int) -> datetime:
        """A time of day in the zone. Raises TimeError for one that the clock change skips."""
        wall = datetime.combine(day, datetime.min.time()) + timedelta(seconds=seconds)
        return local_to_utc(wall, self.zone, fold=0)
