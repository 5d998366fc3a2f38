"""What reminds the viddevakt at a second machine: nobody else is told (S3-07, S3-11)."""

from __future__ import annotations

from typing import Literal

from phases.case import Case
from phases.clock import Stamp
from phases.floor import floor

Reminder = Literal["no-phase", "paused", "nobody-speaks", "early-offer"]


def reminder(case: Case, now: Stamp) -> Reminder | None:
    """The one thing that is amiss now, if any.

    `no-phase`: the time of the meeting has come. `paused`: it has begun, and its clock stands
    still. `early-offer`: an offer was noted while the round is for questions. `nobody-speaks`:
    time runs, and everybody has been heard or nobody was given the floor.
    """
    sitting = case.sitting
    if sitting is None or sitting.over:
        return None
    if sitting.state == "planned":
        due = sitting.meeting.at is not None and sitting.meeting.at <= now.utc
        return "no-phase" if due and not sitting.meeting.cancelled else None
    if sitting.state != "running":
        return "paused" if sitting.underway else None
    if _offered_early(case):
        return "early-offer"
    return "nobody-speaks" if floor(case, sitting).now is None else None


def _offered_early(case: Case) -> bool:
    """Whether an offer was noted in the part that runs, while that is a round of answers."""
    sitting = case.sitting
    if sitting is None or sitting.phase is None:
        return False
    asks = sitting.phase.round and any(turn.act == "answer" for turn in sitting.phase.floor)
    here = (e for e in sitting.events if e.phase == sitting.line.phase)
    return asks and any(e.kind == "offer-add" for e in here)
