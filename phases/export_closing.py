"""What is done before a meeting and what it leaves, as the exported document tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from phases.case import Case
from phases.export_base import Exported, Reference
from phases.minutes import minutes_of
from phases.records import Outcome
from phases.sitting import Sitting
from phases.words import (
    Channel,
    Heard,
    MinutesStatus,
    NoticeKind,
    OutcomeKind,
    OwnSystemKind,
    Share,
)


class NoticePart(Exported):
    """That something was sent; not its text."""

    kind: NoticeKind
    channel: Channel
    sent_on: date
    to: tuple[str, ...]
    """The participants it went to; empty in older logs: to everybody."""
    template: str
    """Which template its text was made from, and a digest of the wording."""
    begins: datetime | None
    """When the meeting was to begin as it went out; null in older logs, or with no day."""
    ends: datetime | None
    """And to end."""


class OwnSystemPart(Exported):
    """That the first summons, or a note, stands in a service's own system."""

    kind: OwnSystemKind
    system: str
    on: date
    who: Reference


class OutcomePart(Exported):
    """How it goes on; `closed` stands alone."""

    kinds: tuple[OutcomeKind, ...]
    text: str
    to: str
    """The agency it is referred to."""
    responsible: Reference


class DistributionPart(Exported):
    """How much of the log goes to whom."""

    how: Share
    to: tuple[str, ...]


class HalfYearPart(Exported):
    """The meetings planned for half a year; without dates nobody wanted that."""

    first: date
    last: date
    dates: tuple[date, ...]


class SignaturePart(Exported):
    """That somebody signed on paper."""

    who: str
    on: date


class MinutesPart(Exported):
    """How far the minutes are, who answers for them, and where they are filed."""

    status: MinutesStatus
    responsible: Reference
    recipients: tuple[str, ...]
    filed: tuple[str, ...]
    on: date | None
    """The day they became final."""


class FeedbackPart(Exported):
    """How a guardian or the child found the meeting."""

    by: str
    heard: Heard
    differently: str


class AroundPart(Exported):
    """What was done before a meeting, and what it leaves."""

    purpose: str
    room_screen: bool | None
    attendance_cleared: bool
    notices: tuple[NoticePart, ...]
    outcome: OutcomePart | None
    distribution: DistributionPart | None
    informed_others: tuple[str, ...]
    half_year: HalfYearPart | None
    signed: tuple[SignaturePart, ...]
    minutes: MinutesPart | None
    """Null before the meeting is over."""
    feedback: tuple[FeedbackPart, ...]


def around_part(case: Case, sitting: Sitting) -> AroundPart:
    """What stands around this meeting, without people whom the document doesn't name."""
    meeting, known = sitting.meeting, case.participants
    outcome, shared, plan = meeting.outcome, meeting.distribution, meeting.half_year
    here = (n for n in case.notices.values() if n.meeting == meeting.id)
    # One that went to people who aren't there any more isn't one to everybody.
    notices = (n for n in here if not n.to or _known(case, n.to))
    said = (f for f in case.feedback.values() if f.meeting == meeting.id and f.by in known)
    return AroundPart(
        purpose=meeting.purpose,
        room_screen=meeting.room_screen,
        attendance_cleared=meeting.attendance_cleared,
        notices=tuple(NoticePart.from_record(n, to=_known(case, n.to)) for n in notices),
        outcome=None if outcome is None else _outcome(case, outcome),
        distribution=None
        if shared is None
        else DistributionPart.from_record(shared, to=_known(case, shared.to)),
        informed_others=meeting.informed_others,
        half_year=None if plan is None else HalfYearPart.from_record(plan),
        signed=tuple(SignaturePart.from_record(s) for s in meeting.signed if s.who in known),
        minutes=_minutes(case, sitting) if sitting.over else None,
        feedback=tuple(FeedbackPart.from_record(f) for f in said),
    )


def _outcome(case: Case, outcome: Outcome) -> OutcomePart:
    return OutcomePart.from_record(outcome, responsible=_one(case, outcome.responsible))


def _minutes(case: Case, sitting: Sitting) -> MinutesPart:
    found = minutes_of(case, sitting)
    return MinutesPart.from_record(
        found,
        responsible=_one(case, found.responsible),
        recipients=_known(case, found.recipients),
    )


def own_systems(case: Case) -> tuple[OwnSystemPart, ...]:
    """What stands in the services' own systems."""
    found = case.own_systems.values()
    return tuple(OwnSystemPart.from_record(ticked, who=_one(case, ticked.who)) for ticked in found)


def _known(case: Case, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in case.participants)


def _one(case: Case, person: str) -> str:
    return person if person in case.participants else ""
