"""What a window may show of the clock: calm where somebody must not be hurried (design §4.5)."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from phases.pace import Mark, Pace
from phases.sitting import Sitting


class ShownClock(NamedTuple):
    """The clock as figures, before any words; the same for every window at one instant."""

    state: Literal["none", "waiting", "paused", "running"] = "none"
    """Waiting: the meeting hasn't begun, and the first part's time stands still."""
    calm: bool = False
    """Guardians or child have the floor: whole minutes, no mark, no overrun."""
    seconds: int | None = None
    """Seconds left, below zero in overrun; None where none are to be shown."""
    minutes: int | None = None
    """Whole minutes left, for a calm clock that runs."""
    share: float = 0.0
    """The used part of the allotted time, 0 to 1."""
    mark: Mark = "normal"


def shown_clock(sitting: Sitting, at: Pace, *, calm: bool) -> ShownClock:
    """What is shown at the instant of `at`; `calm` where the floor and the settings ask for it."""
    if sitting.state == "planned":
        first = sitting.agenda.phases[0].planned_s if sitting.agenda.phases else 0.0
        return ShownClock("waiting", seconds=round(first))
    if not sitting.underway:
        return ShownClock()
    share = 1.0 - at.share_left
    if sitting.state == "paused":
        return ShownClock("paused", calm, None if calm else at.shown_s, None, share)
    if calm:
        return ShownClock("running", True, None, minutes_left(at.remaining_s), share)
    return ShownClock("running", False, at.shown_s, None, share, at.mark)


def minutes_left(remaining_s: float) -> int:
    """Whole minutes, rounded up; never below zero."""
    return max(0, math.ceil(round(remaining_s, 3) / 60))
