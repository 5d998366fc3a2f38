"""The log as it stood after an earlier meeting: pure.

What is made of that meeting must not change with what a later one agrees. What was changed since
the next meeting was planned is taken back, from what each event holds for undoing it; what somebody
is called, and what is consented to, is always as it is now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from phases.case import Case
from phases.changes import Document
from phases.records import TABLES, Activity, Event, Participant, Record
from phases.sitting import Sitting

_REWOUND: Final = ("activities", "goals", "parked")
_OF_THE_DAY: Final = ("absent", "joins", "duties", "substitute", "sits_in_for", "new")
"""What is true of a participant at one meeting; the rest is true of the person."""
_ENDS: Final = frozenset({"activity-end", "activity-replace", "assess"})


def as_then(case: Case, sitting: Sitting) -> Case:
    """The log before the next meeting was planned; the same one where none was."""
    events = _in_order(case)
    later = {m.id for m in case.meetings.values() if m.number > sitting.meeting.number}
    planned = next((e.seq for e in events if _plans(e, later)), None)
    if planned is None:
        return case
    since = [event for event in events if event.seq >= planned]
    fields: dict[str, Any] = {"participants": _people(case, _before("participants", since))}
    for table in _REWOUND:
        fields[table] = _records(getattr(case, table), table, _before(table, since))
    return case.with_(**fields)


def agreed_then(case: Case, sitting: Sitting) -> tuple[Activity, ...]:
    """What was agreed in a meeting and stood at its end, also what has been ended since."""
    here, ended = sitting.meeting.id, _end(sitting)
    gone_since: set[str] = set()
    for event in _in_order(case):
        if event.kind in _ENDS and ended is not None and event.seq > ended:
            gone_since.update(event.was.get("activities", {}))
    return tuple(
        a
        for a in case.activities.values()
        if a.meeting == here and not a.tried_before and (a.open or a.id in gone_since)
    )


def _in_order(case: Case) -> list[Event]:
    events = (event for each in case.happened.values() for event in each)
    return sorted(events, key=lambda event: event.seq)


def _end(sitting: Sitting) -> int | None:
    """The number of the event that ended it; None while it goes on."""
    if not sitting.over:
        return None
    last = sitting.line.ended
    return next((e.seq for e in reversed(sitting.events) if e.at == last), None)


def _plans(event: Event, later: set[str]) -> bool:
    """Whether a later meeting came into being by this event."""
    before = event.was.get("meetings", {})
    return any(meeting in later and doc is None for meeting, doc in before.items())


def _before(table: str, since: list[Event]) -> Mapping[str, Document | None]:
    """The documents that were changed since, as they were; None where there was none yet."""
    then: dict[str, Document | None] = {}
    for event in reversed(since):
        then |= event.was.get(table, {})
    return then


def _people(case: Case, then: Mapping[str, Document | None]) -> dict[str, Participant]:
    found = {}
    for who, person in case.participants.items():
        doc = then.get(who, {})
        if doc is None:
            continue
        was = Participant.from_doc(doc) if doc else person
        found[who] = person.with_(**{name: getattr(was, name) for name in _OF_THE_DAY})
    return found


def _records(
    now: Mapping[str, Record], table: str, then: Mapping[str, Document | None]
) -> dict[str, Record]:
    found = {}
    for key, record in now.items():
        doc = then.get(key, {})
        if doc is not None:
            found[key] = TABLES[table].from_doc(doc) if doc else record
    return found
