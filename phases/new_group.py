"""Whom a unit's newest case had around the table, for a new one: roles and services alone.

Another child's family is none of a new case's business: no name is taken over, and nobody of the
family, no interpreter and nobody without a known role is recalled.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, NamedTuple

from phases.case import Case
from phases.words import ParticipantDuty, Role, Unit

RECALLED: Final[tuple[Role, ...]] = ("head", "teacher", "educator", "service")

USUAL_DUTIES: Final[dict[Role, tuple[ParticipantDuty, ...]]] = {
    "head": ("leader", "summariser"),
    "teacher": ("writer",),
    "educator": ("writer",),
}
"""Who usually does what (S3-04, S3-23); proposed for a new participant when nobody has it."""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class Member(NamedTuple):
    """Somebody who would come, by what they are and not by who they are."""

    role: Role
    service: str = ""


def newest_like(cases: Iterable[Case], unit: Unit | str, besides: str = "") -> Case | None:
    """The case of this unit whose newest meeting is the newest of all; rehearsals teach nothing."""
    found = [
        case
        for case in cases
        if case.id != besides
        and case.facts.unit == unit
        and not case.facts.rehearsal
        and case.meetings
    ]
    return max(found, key=_newest, default=None)


def _newest(case: Case) -> tuple[datetime, str]:
    moments = [m.at for m in case.meetings.values() if m.at is not None and not m.cancelled]
    return max(moments, default=_NEVER), case.id


def group_of(case: Case) -> tuple[Member, ...]:
    """The group to propose: a guardian, whom every case has, then roles and services, each once.

    A service that goes by somebody's name is left out: it would be that name.
    """
    found = [Member("guardian")]
    for person in case.participants.values():
        named = person.role != "service" or bool(person.service)
        if person.role in RECALLED and named and not person.left_out:
            found.append(Member(person.role, person.service))
    return tuple(dict.fromkeys(found))
