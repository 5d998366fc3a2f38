"""What is still to be said of each measure: content, extent, organisation and period (S4-22)."""

from __future__ import annotations

from typing import Final, NamedTuple

from phases.case import Case
from phases.records import Activity
from phases.sitting import Sitting

DESCRIBED: Final = "measures-described"
"""The item by which a structure asks it row by row; the one responsible is asked with the row."""

CONTENT: Final = ("content", "extent", "organisation")
PERIOD: Final = "period"


class Lack(NamedTuple):
    """A measure of this meeting, and what nobody has said of it."""

    activity: Activity
    fields: tuple[str, ...]
    """Some of `CONTENT` and `PERIOD`, in that order."""


def lacks(activity: Activity) -> tuple[str, ...]:
    """What nobody has said of one; a day by which it is done is a period too."""
    found = [field for field in CONTENT if not getattr(activity, field)]
    if activity.period_end is None and activity.due is None:
        found.append(PERIOD)
    return tuple(found)


def undescribed(case: Case, sitting: Sitting) -> tuple[Lack, ...]:
    """The measures agreed here of which something is still to be said, in their order."""
    agreed = ((a, lacks(a)) for a in case.agreed_in(sitting.meeting.id))
    return tuple(Lack(a, fields) for a, fields in agreed if fields)


def next_lack(
    case: Case, sitting: Sitting, activity: str = "", *, period: bool = False
) -> Lack | None:
    """What is asked next: what follows on what was just asked of `activity`, else the first.

    `period` says that it was the period that was asked, else the content. What was left open
    there isn't asked again in the same go; None where nothing follows.
    """
    ids = [a.id for a in case.agreed_in(sitting.meeting.id)]
    begun = ids.index(activity) if activity in ids else -1
    for lack in undescribed(case, sitting):
        at = ids.index(lack.activity.id)
        if at > begun:
            return lack
        if at == begun and not period and PERIOD in lack.fields:
            return lack._replace(fields=(PERIOD,))
    return None
