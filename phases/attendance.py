"""Who took part in a meeting, also in an earlier one: pure.

A participant is told of as they are now. Who came to which meeting is read from the events: what
was changed since the next meeting was planned is taken back, for it is about that one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from phases.case import Case
from phases.changes import Document
from phases.records import Event, Participant
from phases.sitting import Sitting
from phases.words import Joins, ParticipantDuty


class Attendance(NamedTuple):
    """One person at one meeting."""

    who: Participant
    """As they are called now."""
    came: bool
    joins: Joins
    duties: tuple[ParticipantDuty, ...]
    left_at: datetime | None = None
    """When they went home early (UTC); why isn't kept (R-M18)."""


def attendance(case: Case, sitting: Sitting) -> tuple[Attendance, ...]:
    """Everybody in the log at the time of that meeting, in their order."""
    then = _documents_then(case, sitting)
    left = _left_at(sitting)
    found = []
    for person in case.participants.values():
        doc = then.get(person.id, person.to_doc())
        if doc is None or person.left_out:
            continue
        at_that_time = Participant.from_doc(doc)
        found.append(
            Attendance(
                person,
                not at_that_time.absent,
                at_that_time.joins,
                at_that_time.duties,
                left.get(person.id),
            )
        )
    return tuple(found)


def came(case: Case, sitting: Sitting) -> tuple[Participant, ...]:
    """Who was there."""
    return tuple(each.who for each in attendance(case, sitting) if each.came)


def _documents_then(case: Case, sitting: Sitting) -> Mapping[str, Document | None]:
    """The participants that were changed for a later meeting, as they were before that."""
    events = sorted(
        (event for each in case.happened.values() for event in each), key=lambda event: event.seq
    )
    number = sitting.meeting.number
    later = {m.id for m in case.meetings.values() if m.number > number}
    planned = next((e.seq for e in events if _plans(e, later)), None)
    if planned is None:
        return {}
    then: dict[str, Document | None] = {}
    for event in reversed(events):
        if event.seq >= planned:
            then |= event.was.get("participants", {})
    return then


def _plans(event: Event, later: set[str]) -> bool:
    """Whether a later meeting came into being by this event."""
    before = event.was.get("meetings", {})
    return any(meeting in later and doc is None for meeting, doc in before.items())


def _left_at(sitting: Sitting) -> Mapping[str, datetime]:
    """Who went early, when; not who came back."""
    gone: dict[str, datetime] = {}
    for event in sitting.events:
        if event.kind == "leave":
            gone[event.args["who"]] = event.at.utc
        elif event.kind == "arrive":
            gone.pop(event.args["who"], None)
    return gone
