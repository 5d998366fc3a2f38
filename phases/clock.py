"""Instants and the seconds between them (design §4.1, DA-12).

Neither clock alone can drive a meeting: wall time jumps with NTP and daylight saving, and the
monotonic clock of Linux stands still in suspend. A stamp therefore carries both.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, Protocol

JUMP_S = 2.0
"""A wall clock that moved more than this against the awake clock is worth a note (seconds)."""


class Stamp(NamedTuple):
    """One instant, as the machine that saw it knew it."""

    utc: datetime
    """The wall clock, aware and in UTC."""
    boot: str | None = None
    """Which start of which machine `awake_s` counts from; None where there is no such clock."""
    awake_s: float | None = None
    """Seconds since that start, suspend included."""

    def to_doc(self) -> dict[str, Any]:
        """This stamp as a plain JSON document."""
        moment = self.utc if self.utc.tzinfo is UTC else self.utc.astimezone(UTC)
        utc = moment.isoformat(timespec="milliseconds")
        return {"utc": utc, "boot": self.boot, "awake_s": self.awake_s}

    def later(self, seconds: float) -> Stamp:
        """The instant so many seconds after this one, on both clocks."""
        awake_s = None if self.awake_s is None else self.awake_s + seconds
        return Stamp(self.utc + timedelta(seconds=seconds), self.boot, awake_s)

    @classmethod
    def from_doc(cls, doc: dict[str, Any]) -> Stamp:
        """The stamp that `to_doc` made. Raises ValueError for a text that is no instant."""
        return cls(datetime.fromisoformat(doc["utc"]), doc.get("boot"), doc.get("awake_s"))


class Clock(Protocol):
    """Where instants come from; passed in, so that a test or a script brings its own."""

    def stamp(self) -> Stamp:
        """Now."""
        ...


def span(a: Stamp, b: Stamp, speed: float = 1.0) -> float:
    """Seconds from `a` to `b`, never negative; `speed` multiplies them in a rehearsal.

    On one start of one machine the awake clock decides, else UTC: a jump of the wall clock
    changes nothing while the machine runs, and a meeting survives a restart.
    """
    if a.boot is not None and a.boot == b.boot and None not in (a.awake_s, b.awake_s):
        seconds = float(b.awake_s or 0.0) - float(a.awake_s or 0.0)
    else:
        seconds = (b.utc - a.utc).total_seconds()
    return max(0.0, seconds) * speed


def wall_jump_s(a: Stamp, b: Stamp) -> float | None:
    """How far the wall clock moved against the awake clock, when that is more than `JUMP_S`."""
    if a.boot is None or a.boot != b.boot or a.awake_s is None or b.awake_s is None:
        return None
    moved = (b.utc - a.utc).total_seconds() - (b.awake_s - a.awake_s)
    return round(moved, 3) if abs(moved) > JUMP_S else None
