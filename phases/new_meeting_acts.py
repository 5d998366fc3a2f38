"""What was accepted of a new meeting, as the acts that make it so: one entry, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from phases.case import Case
from phases.commands import Command
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.new_group import USUAL_DUTIES, Member
from phases.records import Participant
from phases.words import ParticipantDuty


class Accepted(NamedTuple):
    """What somebody took, changed or wrote; nothing is in it that they didn't see."""

    at: datetime
    place: str
    structure: str
    comes: frozenset[str]
    """The ids of those who come; with `members` the labels."""
    guard: str = ""
    """Who is viddevakt: an id, or a label of `members`; empty: that is settled in the meeting."""
    writer: str = ""
    interpreter: bool = False
    minutes: tuple[int, ...] | None = None
    members: Mapping[str, Member] = {}
    """Label -> what somebody is, for a case in which nobody stands yet."""


def acts(case: Case, accepted: Accepted) -> tuple[Command, ...]:
    """The acts, in the order in which each of them can be done."""
    plan = MeetingPlan(
        at=accepted.at,
        place=accepted.place,
        structure=accepted.structure,
        minutes=accepted.minutes,
        interpreter=True if accepted.interpreter else None,
    )
    people = _added(accepted) if accepted.members else _changed(case, accepted)
    return (*people, plan)


def usual_duties(members: Mapping[str, Member]) -> dict[str, tuple[ParticipantDuty, ...]]:
    """Label -> what somebody of that role usually does, each task once (S3-04, S3-23)."""
    taken: set[ParticipantDuty] = set()
    found: dict[str, tuple[ParticipantDuty, ...]] = {}
    for label, member in members.items():
        found[label] = tuple(d for d in USUAL_DUTIES.get(member.role, ()) if d not in taken)
        taken.update(found[label])
    return found


def _added(accepted: Accepted) -> Iterator[Command]:
    coming = {k: m for k, m in accepted.members.items() if k in accepted.comes}
    usual = usual_duties(coming)
    for label, member in coming.items():
        duties = (*usual[label], "guard") if label == accepted.guard else usual[label]
        yield ParticipantAdd(label=label, role=member.role, service=member.service, duties=duties)


def _changed(case: Case, accepted: Accepted) -> Iterator[Command]:
    """Whoever comes though away last time, or the other way round, and the duties given anew."""
    for person in case.participants.values():
        if person.left_out:
            continue
        absent = person.id not in accepted.comes
        duties = tuple(_duties(person, accepted, absent=absent))
        if absent != person.absent or duties != person.duties:
            yield ParticipantEdit(who=person.id, absent=absent, duties=duties)


def _duties(person: Participant, accepted: Accepted, *, absent: bool) -> Iterator[ParticipantDuty]:
    """The same as before, but for the viddevakt, who is asked each time, and last time's writer."""
    yield from (d for d in person.duties if d != "guard")
    if person.id == accepted.guard and not absent:
        yield "guard"
    if person.id == accepted.writer and not absent and not person.has("writer"):
        yield "writer"
