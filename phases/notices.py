"""Who has got their summons, invitation or reminder, and who hasn't yet (S0-06 … S0-08, S1-06)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from phases.case import Case
from phases.records import Notice, Participant
from phases.sitting import Sitting
from phases.words import NoticeKind


class Told(NamedTuple):
    """Somebody who comes, and the newest notice of a kind that went to them; None: none did."""

    person: Participant
    notice: Notice | None
    outdated: bool = False
    """Whether the meeting's time was changed since, so that what they hold tells the wrong one."""


def time_frame(sitting: Sitting) -> tuple[datetime | None, datetime | None]:
    """When the meeting is to begin and end; (None, None) as long as no day is set."""
    at = sitting.meeting.at
    return (at, at + timedelta(seconds=sitting.agenda.total_s)) if at else (None, None)


def _outdated(notice: Notice, sitting: Sitting) -> bool:
    """A reminder tells no end. A notice that knows no time says nothing of it either."""
    begins, ends = time_frame(sitting)
    if notice.begins is None:
        return False
    return notice.begins != begins or (notice.kind != "reminder" and notice.ends != ends)


def receivers(case: Case, meeting_id: str, kind: NoticeKind) -> tuple[Told, ...]:
    """Everybody who shall come to the newest meeting, in their order.

    A notice that names nobody went to everybody: an earlier version knew no more.
    """
    sent = [n for n in case.notices.values() if (n.meeting, n.kind) == (meeting_id, kind)]
    newest: dict[str, Notice] = {}
    for notice in sent:
        newest |= dict.fromkeys(notice.to or (p.id for p in case.present), notice)
    about = case.sitting_of(meeting_id)
    return tuple(
        Told(person, notice, notice is not None and _outdated(notice, about))
        for person in case.present
        for notice in (newest.get(person.id),)
    )


def untold(case: Case, meeting_id: str, kind: NoticeKind) -> tuple[Participant, ...]:
    """Those who shall come and haven't got theirs, or one that tells another time."""
    found = receivers(case, meeting_id, kind)
    return tuple(each.person for each in found if each.notice is None or each.outdated)


def all_told(case: Case, meeting_id: str, kind: NoticeKind) -> bool:
    """Whether one went out, and nobody who shall come is left without."""
    went = any((n.meeting, n.kind) == (meeting_id, kind) for n in case.notices.values())
    return went and not untold(case, meeting_id, kind)
