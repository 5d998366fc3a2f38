"""Who took part in a meeting, by the log as it stood then: pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from phases.case import Case
from phases.covering import service_of
from phases.leaving_out import left_out_ids, whole
from phases.records import Participant
from phases.sitting import Sitting


class Attendance(NamedTuple):
    """One person at one meeting."""

    who: Participant
    left_at: datetime | None = None
    """When they went home early (UTC); why isn't kept (R-M18)."""

    came_at: datetime | None = None
    """When they came, of those who weren't there from the start (UTC); nor is it kept why."""
    awaited: bool = False
    """Expected later, and never came."""

    @property
    def came(self) -> bool:
        """Whether they were there, if only for a while."""
        return not (self.who.absent or self.awaited)


def attendance(case: Case, sitting: Sitting) -> tuple[Attendance, ...]:
    """Everybody in the log, in their order."""
    left, came_at = _left_at(sitting), _came_at(sitting)
    people = (p for p in case.participants.values() if not p.left_out)
    return tuple(
        Attendance(
            person,
            left.get(person.id),
            came_at.get(person.id),
            awaited=person.id in sitting.meeting.later and person.id not in came_at,
        )
        for person in people
    )


def came(case: Case, sitting: Sitting) -> tuple[Participant, ...]:
    """Who was there."""
    return tuple(each.who for each in attendance(case, sitting) if each.came)


def unnamed(case: Case, held_on: date) -> bool:
    """Whether somebody sat there whom a consent taken back since leaves out (R-C6, SC-10).

    A list of who took part is untrue without a word about that; who it was isn't told. Whoever
    left because no consent ever covered them (R-C4) wasn't in the meeting, and isn't missing.
    """
    known = whole(case)
    there = (known.participants[i] for i in left_out_ids(known))
    services = {service_of(p).casefold() for p in there if not p.absent}
    return any(
        c.withdrawn is not None and c.withdrawn >= held_on and c.covers.casefold() in services
        for c in known.consents.values()
    )


def _came_at(sitting: Sitting) -> Mapping[str, datetime]:
    """Who wasn't there from the start, when they came first."""
    found: dict[str, datetime] = {}
    for event in sitting.events:
        if event.kind == "arrive" and event.args["who"] in sitting.not_from_the_start:
            found.setdefault(event.args["who"], event.at.utc)
    return found


def _left_at(sitting: Sitting) -> Mapping[str, datetime]:
    """Who went early, when; not who came back."""
    gone: dict[str, datetime] = {}
    for event in sitting.events:
        if event.kind == "leave":
            gone[event.args["who"]] = event.at.utc
        elif event.kind == "arrive":
            gone.pop(event.args["who"], None)
    return gone
