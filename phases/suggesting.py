"""Which structure the next meeting would follow: the first one, one after another, or a chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from phases.case import Case
from phases.sitting import Sitting
from phases.structures import Structure, Suits


class Suggestion(NamedTuple):
    """A structure's id, and why it is the one."""

    structure: str
    why: Suits


def suggest(case: Case, structures: Mapping[str, Structure]) -> str:
    """The id alone."""
    return suggestion(case, structures).structure


def suggestion(case: Case, structures: Mapping[str, Structure]) -> Suggestion:
    """What follows the last meeting in its chain, else one for a follow-up, else the case's own.

    A chain goes on until its outcome is that it is closed. After a meeting the case's own
    structure is kept where it suits a follow-up, or says nothing of when it fits; else one that
    does is taken, and while activities are open one that walks through them (S0-23).
    """
    own = case.facts.structure
    last = _last_held(case)
    if last is None:
        return Suggestion(own, "first")
    following = last.agenda.next_structure
    if following in structures and not _closed(last):
        return Suggestion(following, "chain")
    if own in structures and (not structures[own].suits or "follow-up" in structures[own].suits):
        return Suggestion(own, "follow-up")
    fitting = list(_follow_ups(structures))
    walking = [each for each in fitting if _walks(each)] if _open_activities(case) else []
    return Suggestion(next((each.id for each in (*walking, *fitting)), own), "follow-up")


def _last_held(case: Case) -> Sitting | None:
    held = [case.sitting_of(meeting) for meeting in case.meetings]
    held = [sitting for sitting in held if sitting.over]
    return max(held, key=lambda sitting: sitting.meeting.number, default=None)


def _closed(sitting: Sitting) -> bool:
    outcome = sitting.meeting.outcome
    return outcome is not None and "closed" in outcome.kinds


def _open_activities(case: Case) -> bool:
    return any(activity.open for activity in case.activities.values())


def _follow_ups(structures: Mapping[str, Structure]) -> Iterator[Structure]:
    return (each for each in structures.values() if "follow-up" in each.suits)


def _walks(structure: Structure) -> bool:
    return any(phase.works_on == "walk-through" for phase in structure.phases)
