"""The walk-through: every activity that was open when it began, in its order (S0-23 … S0-27).

Home first, then school or kindergarten, then the services; within each in the order in which they
came into the log. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable

from phases.case import Case
from phases.leaving_out import shown
from phases.records import Activity, Assessment, Event, Participant
from phases.records.log import CLOSED
from phases.sitting import Sitting
from phases.words import ARENAS


def in_order(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """The activities as they are walked through; sorting keeps the log's order within an arena."""
    return tuple(sorted(activities, key=lambda a: ARENAS.index(a.arena)))


def walked(case: Case, sitting: Sitting, phase: str) -> tuple[Activity, ...]:
    """What is gone through in this phase, as it stands now.

    Whatever was open when the phase first began: what was ended since is still one that was
    talked about, and what was agreed since is for next time. Before that, whatever is open now.
    What a consent hides isn't gone through: nobody can be asked about what no window shows (R-C6).
    """
    case = shown(case)
    began = _began(sitting, phase)
    if began is None:
        return in_order(a for a in case.activities.values() if a.open)
    then = _as_they_were(sitting.events, began)
    return in_order(a for a in case.activities.values() if then.get(a.id, a.open))


def assessed(case: Case, sitting: Sitting, activity: str) -> Assessment | None:
    """What this meeting said of an activity last; None where it hasn't come to it."""
    here = sitting.meeting.id
    return next((a for a in reversed(case.assessments_of(activity)) if a.meeting == here), None)


def left(case: Case, sitting: Sitting, phase: str) -> tuple[Activity, ...]:
    """What this phase still has to say something of, if only "not discussed" (R-M12)."""
    said = {a.activity for a in case.assessments.values() if a.meeting == sitting.meeting.id}
    return tuple(a for a in walked(case, sitting, phase) if a.open and a.id not in said)


def asked(case: Case, activity: Activity) -> tuple[Participant, ...]:
    """Who says how an activity has gone: the family first, then whoever does it (S0-20, S0-21)."""
    doing = (activity.owner, *activity.contributors)
    others = (p for i in doing for p in case.present if p.id == i and not p.family)
    return (*case.present_family(), *others)


def _began(sitting: Sitting, phase: str) -> int | None:
    """The number of the event that first opened this phase."""
    steps = (e.seq for e in sitting.events if e.args.get("to") == phase and e.kind in _STEPS)
    return next(steps, None)


def _as_they_were(events: Iterable[Event], since: int) -> dict[str, bool]:
    """Of each activity touched since then: whether it was open before; events keep what was.

    Only the status is read: what else stands in an old document is no reason to fail here.
    """
    then: dict[str, bool] = {}
    for event in events:
        if event.seq >= since:
            for key, doc in event.was.get("activities", {}).items():
                was_open = doc is not None and doc.get("status") not in CLOSED
                then.setdefault(key, was_open)
    return then


_STEPS = frozenset({"start", "next", "back"})
"""Events that open a phase, which they name in `to`."""
