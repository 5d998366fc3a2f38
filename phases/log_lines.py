"""The log as a projected window may show it: what, who, when; never how it went (design §8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from phases.case import Case
from phases.records import Activity, Assessment, Offer
from phases.sitting import Sitting
from phases.structures import WorksOn
from phases.words import ActivityStatus

Standing = Literal["tried", "ended", "active", "adjusted", "planned", "offer", "chosen", "later"]
"""Where an activity or an offer stands; an activity's effect is no part of it."""


class LogLine(NamedTuple):
    """One saved activity, or one offer."""

    id: str
    what: str
    who: str
    """What the person or the service is called; empty where nobody is known by it any more."""
    when: date | None
    standing: Standing
    change: str = ""
    """What is done in another way from now on, where that was agreed (S0-27)."""
    changed_on: date | None = None


def log_lines(case: Case, sitting: Sitting, works_on: WorksOn) -> tuple[LogLine, ...]:
    """The newest first, for it is what people look for; in offers and decision the offers lead.

    An offer that wasn't chosen gives way to what was agreed: the closing is read from the top.
    One that was chosen and has not become an activity is an agreement too, and stays to the end.
    """
    changes = adjusted(case)
    newest_first = reversed(list(case.activities.values()))
    lines = [activity_line(a, case, changes.get(a.id)) for a in newest_first]
    if works_on not in ("offers", "decision"):
        chosen = case.chosen_in(sitting.meeting.id)
        return (*(offer_line(o, sitting) for o in chosen), *lines)
    taken = {a.offer for a in case.activities.values()}
    offers = [o for o in case.offers_in(sitting.meeting.id) if o.id not in taken]
    asked = [offer_line(o, sitting) for o in offers]
    agreed_ids = {a.id for a in case.agreed_in(sitting.meeting.id)}
    agreed = [line for line in lines if line.id in agreed_ids]
    rest = [line for line in lines if line.id not in agreed_ids]
    later = [line for line in asked if line.standing == "later"]
    return (*(line for line in asked if line.standing != "later"), *agreed, *later, *rest)


def adjusted(case: Case) -> dict[str, Assessment]:
    """Activity -> what was said when it was last looked at and is to be done in another way.

    All in one pass: a log has as many assessments as activities and meetings.
    """
    found: dict[str, Assessment] = {}
    for said in case.assessments.values():
        if said.decision == "adjust":
            found[said.activity] = said
        elif said.tells:
            found.pop(said.activity, None)
    return found


def activity_line(activity: Activity, case: Case, change: Assessment | None = None) -> LogLine:
    """One activity, and its newest change where there is one."""
    owner = case.participants.get(activity.owner)
    standing: Standing = "tried" if activity.tried_before else _STANDINGS[activity.status]
    who = owner.label if owner else ""
    line = LogLine(activity.id, activity.title, who, activity.due, standing)
    if change is None or standing != "active":
        return line
    return line._replace(standing="adjusted", change=change.comment, changed_on=change.on)


_STANDINGS: Final[Mapping[ActivityStatus, Standing]] = {
    "planned": "planned",
    "active": "active",
    "continued": "active",
    "ended": "ended",
    "replaced": "ended",
}
"""That it goes on after a look at it, or gave way to another, is nothing for a wall."""


def offer_line(offer: Offer, sitting: Sitting) -> LogLine:
    """One offer, and whether it was chosen."""
    choice = sitting.meeting.choice
    standing: Standing = "offer"
    if choice is not None:
        standing = "chosen" if offer.id in choice.offers else "later"
    return LogLine(offer.id, offer.text, offer.service, None, standing)
