"""How the meeting lies against its plan (design §4.3-§4.5). All `_s` are seconds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from phases.clock import Stamp
from phases.records import AgendaPhase
from phases.sitting import Sitting
from phases.timeline import Timeline

Mark = Literal["normal", "soon", "last", "over"]
"""How near the end of a phase is; always shown by a word and a symbol too."""

HOUR_S = 3600.0
LONGEST_S = 24 * HOUR_S
"""A clock set to another year, and a restart, must not show days of overrun (reliability C8)."""

USUAL_LIMIT_MINUTES = 60
"""The sources' hour (S0-11, S1-07); a structure may set another limit."""

LIMIT_WARNING_S = 600.0
"""So long before a meeting's limit it is told that it comes (R-M9)."""


def limit_told(total_s: float, limit_minutes: int) -> Mapping[str, str] | None:
    """What is told of a meeting's limit after so many seconds (R-M9); None: nothing yet.

    `minutes` is how many have passed where the limit is the hour, else `near` or `over`.
    """
    limit_s = limit_minutes * 60.0
    over = total_s >= limit_s
    # A meeting no longer than the warning itself would be warned at its start.
    if not over and (total_s < limit_s - LIMIT_WARNING_S or limit_s <= LIMIT_WARNING_S):
        return None
    if limit_minutes == USUAL_LIMIT_MINUTES:
        return {"minutes": "60" if over else "50"}
    return {"minutes": "over" if over else "near", "limit": str(limit_minutes)}


class Pace(NamedTuple):
    """The clock of a meeting at one instant: every number a window may show."""

    phase: str
    allotted_s: float
    used_s: float
    remaining_s: float
    """Below zero in overrun; zero never stops anything."""
    mark: Mark
    agreed_end: datetime | None
    projected_end: datetime
    lateness_s: float
    """Positive is late; always in words on a screen, never as a bare sign."""
    total_s: float
    """Seconds of talk in the whole meeting."""

    @property
    def shown_s(self) -> int:
        """The whole seconds a clock shows: rounded up, so that 0:00 is shown at zero."""
        return math.ceil(round(self.remaining_s, 3))

    @property
    def share_left(self) -> float:
        """What is left of the phase, 0 to 1."""
        if self.allotted_s <= 0:
            return 0.0
        return min(1.0, max(0.0, self.remaining_s / self.allotted_s))

    @property
    def end_shown(self) -> datetime:
        """`projected_end` rounded up to the minute, as in "Ferdig ca. 13.46"."""
        end = self.projected_end
        whole = end.replace(second=0, microsecond=0)
        return whole if whole == end else whole + timedelta(minutes=1)


def allotted_s(line: Timeline, phase: AgendaPhase) -> float:
    """Planned + replanned + given."""
    more = line.replanned.get(phase.id, 0.0) + line.given.get(phase.id, 0.0)
    return phase.planned_s + more


def unused_s(line: Timeline, phase: AgendaPhase) -> float:
    """What a phase to come still has: all it is allotted, unless *back* left it half way.

    Counting all of it then (design §4.4 by the letter) would put the end too late by what is
    used already, on the wall too, and call a meeting late that isn't: the clock goes on where
    it was when the phase is taken up again.
    """
    return max(0.0, allotted_s(line, phase) - line.used_s(phase.id))


def mark_of(remaining_s: float, allotted: float, thresholds: tuple[float, float]) -> Mark:
    """Which threshold has been reached: 20 % and 5 % of the allotted time, then zero."""
    if remaining_s < 0 or (remaining_s == 0 and allotted > 0):
        return "over"
    if remaining_s <= allotted * thresholds[1]:
        return "last"
    return "soon" if remaining_s <= allotted * thresholds[0] else "normal"


def agreed_end(sitting: Sitting) -> datetime | None:
    """Scheduled (else actual) start + Σ planned + an accepted "end later"; None before both.

    A rehearsal runs on its own faster clock, so there only the actual start can count. So it is
    where the meeting began on another local day than planned: the hour that was agreed is gone,
    and against it a meeting would be weeks late or early. None instead would be as honest, but
    then a meeting that was moved could never be offered a way to catch up.
    """
    line = sitting.line
    started = line.started.utc if line.started else None
    planned_counts = line.speed == 1.0 and not line.other_day
    start = sitting.meeting.at if planned_counts else None
    start = start or started
    if start is None:
        return None
    planned = sum(p.planned_s for p in sitting.agenda.phases)
    return start + timedelta(seconds=planned + line.end_later_s)


def began_late_s(sitting: Sitting) -> float:
    """How long after the time that was set the meeting began (seconds); 0 where that can't count.

    Nobody in the room has used that time: it is told apart from what the talk has taken.
    """
    line = sitting.line
    if line.started is None or sitting.meeting.at is None or line.speed != 1.0 or line.other_day:
        return 0.0
    return max(0.0, (line.started.utc - sitting.meeting.at).total_seconds())


def pace(sitting: Sitting, now: Stamp) -> Pace:
    """Every number of the clock at `now`."""
    line = sitting.line.at(now)
    phase = sitting.phase
    coming_s = sum(unused_s(line, p) for p in sitting.to_come)
    allotted = allotted_s(line, phase) if phase else 0.0
    used = line.used_s(phase.id) if phase else 0.0
    remaining = max(allotted - used, -LONGEST_S)
    world = line.clock_time(now)
    if sitting.state == "planned" and sitting.meeting.at is not None:
        # Nobody begins before the time that was agreed.
        world = max(world, sitting.meeting.at)
    if sitting.over and line.ended is not None:
        world = line.clock_time(line.ended)
    projected = world + timedelta(seconds=max(0.0, remaining) + coming_s)
    agreed = agreed_end(sitting)
    return Pace(
        phase=phase.id if phase else "",
        allotted_s=allotted,
        used_s=used,
        remaining_s=remaining,
        mark=mark_of(remaining, allotted, phase.thresholds) if phase else "normal",
        agreed_end=agreed,
        projected_end=projected,
        lateness_s=(projected - agreed).total_seconds() if agreed else 0.0,
        total_s=sum(run.used_s for run in line.runs),
    )
