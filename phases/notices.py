"""Who has got their summons, invitation or reminder, and who hasn't yet (S0-06 … S0-08, S1-06)."""

from __future__ import annotations

from typing import NamedTuple

from phases.case import Case
from phases.records import Notice, Participant
from phases.words import NoticeKind


class Told(NamedTuple):
    """Somebody who comes, and the newest notice of a kind that went to them; None: none did."""

    person: Participant
    notice: Notice | None


def receivers(case: Case, meeting_id: str, kind: NoticeKind) -> tuple[Told, ...]:
    """Everybody who shall come to the newest meeting, in their order.

    A notice that names nobody went to everybody: an earlier version knew no more.
    """
    sent = [n for n in case.notices.values() if (n.meeting, n.kind) == (meeting_id, kind)]
    newest: dict[str, Notice] = {}
    for notice in sent:
        newest |= dict.fromkeys(notice.to or (p.id for p in case.present), notice)
    return tuple(Told(person, newest.get(person.id)) for person in case.present)


def untold(case: Case, meeting_id: str, kind: NoticeKind) -> tuple[Participant, ...]:
    """Those who shall come and haven't got theirs."""
    return tuple(each.person for each in receivers(case, meeting_id, kind) if each.notice is None)


def all_told(case: Case, meeting_id: str, kind: NoticeKind) -> bool:
    """Whether one went out, and nobody who shall come is left without."""
    went = any((n.meeting, n.kind) == (meeting_id, kind) for n in case.notices.values())
    return went and not untold(case, meeting_id, kind)
