"""On which level an activity stands: at home, in one's own service, or together (S2-5). Pure."""

from __future__ import annotations

from phases.case import Case
from phases.records import Activity, Participant
from phases.words import Level

OWN: Level = 1
TOGETHER: Level = 2
"""Level 3 is never worked out: that it takes a whole team is for people to say."""

UNIT = "unit"
"""The area of school or kindergarten: its teachers and its head are of one house."""


def level_of(activity: Activity, case: Case) -> Level:
    """The level set by hand; otherwise by who does it: more than one service area is together.

    The family is no area of its own: what a guardian and one service do is that service's level.
    A service alone, the health station included, is on level 1.
    """
    if activity.level is not None:
        return activity.level
    people = (case.participants.get(i) for i in (activity.owner, *activity.contributors))
    areas = {area for person in people if person and (area := area_of(person))}
    return TOGETHER if len(areas) > 1 else OWN


def area_of(person: Participant) -> str:
    """The service area somebody works in; empty for the family and whoever has none."""
    if person.family or person.role == "interpreter":
        return ""
    if person.teacher or person.role == "head":
        return UNIT
    named = person.service or (person.label if person.role == "service" else "")
    return named.casefold()
