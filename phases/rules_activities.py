"""The checks of the rules about activities: each answers None, or the arguments of its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from phases.case import Case
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.describing import interpretive_in
from phases.measures import DESCRIBED, undescribed
from phases.records import Activity
from phases.rules_ask import Ask
from phases.settle import idle, settled
from phases.walk import left

Hit = Mapping[str, str] | None

EVERYBODY: Final = "everyone-active"
AGREES: Final = (EVERYBODY, "measures")
"""What a structure settles where its meetings agree on who does what."""


def interpreted(ask: Ask) -> Hit:
    """R-M10: a part asks for descriptions, and what is typed interprets."""
    phase, command = ask.phase, ask.command
    if phase is None or not phase.describe or command is None:
        return None
    words = ask.ctx.interpretive(ask.case.facts.language)
    texts = (text for name in command.texts if (text := getattr(command, name)))
    found = dict.fromkeys(word for text in texts for word in interpretive_in(text, words))
    return {"words": ", ".join(word.rstrip("*") for word in found)} if found else None


def walk_begins(ask: Ask) -> Hit:
    """R-M11: the next part goes through the activities, home first."""
    sitting = ask.sitting
    if sitting is None or not sitting.to_come:
        return None
    coming = sitting.to_come[0]
    return {} if coming.round and coming.each == "activity" else None


def not_walked_through(ask: Ask) -> Hit:
    """R-M12: the walk-through is left, and of some activities nothing was said."""
    sitting, phase = ask.sitting, ask.phase
    if sitting is None or phase is None or "walk-through" not in phase.settle:
        return None
    rest = left(ask.case, sitting, phase.id)
    names = "; ".join(a.title for a in rest)
    return {"count": str(len(rest)), "names": names} if rest else None


def somebody_idle(ask: Ask) -> Hit:
    """R-M13: somebody in the log has no active activity; the S0-32 question is theirs.

    Asked when the part that settles it is left, and once more when the meeting is closed: of a
    meeting that agrees on measures (INV-04). One that only tells and plans, as the first of a
    chain does, has nothing that anybody could own yet.
    """
    ask = ask.seen
    sitting, phase = ask.sitting, ask.phase
    if sitting is None or phase is None:
        return None
    if ask.command is not None and ask.command.name == "next":
        if EVERYBODY not in phase.settle or settled(EVERYBODY, ask.case, sitting, phase):
            return None
    elif not any(item in part.settle for part in sitting.agenda.phases for item in AGREES):
        return None
    lacking = idle(ask.case)
    return {"names": ", ".join(p.label for p in lacking)} if lacking else None


def nobody_responsible(ask: Ask) -> Hit:
    """R-M14: an activity without somebody responsible."""
    command = ask.command
    if isinstance(command, ActivityAdd):
        return None if command.owner else {}
    is_owner = isinstance(command, ActivityEdit) and command.field == "owner"
    return {} if is_owner and not getattr(command, "value", "") else None


def no_deadline(ask: Ask) -> Hit:
    """R-M14: an activity with neither a date nor a period."""
    command = ask.command
    if isinstance(command, ActivityAdd):
        days = command.due, command.period_end
        return None if command.tried or any(days) else {}
    if not isinstance(command, ActivityEdit) or command.value:
        return None
    found = ask.case.activities.get(command.id)
    other = {"due": "period_end", "period_end": "due"}.get(command.field)
    return {} if found and other and getattr(found, other) is None else None


def not_described(ask: Ask) -> Hit:
    """R-M14: the part that asks of each measure what it is, is left with something unsaid."""
    ask = ask.seen
    sitting, phase = ask.sitting, ask.phase
    if sitting is None or phase is None or DESCRIBED not in phase.settle:
        return None
    rest = undescribed(ask.case, sitting)
    names = "; ".join(lack.activity.title for lack in rest)
    return {"lacks": "described", "names": names} if rest else None


def assessment_due(ask: Ask) -> Hit:
    """R-E13: the day on which an activity was to be assessed has gone by, and it wasn't."""
    due = to_assess(ask.case, ask.ctx.today)
    names = "; ".join(a.title for a in due)
    return {"count": str(len(due)), "names": names} if due else None


def to_assess(case: Case, today: date) -> tuple[Activity, ...]:
    """The open activities whose day of assessment has gone by without one since (S2-5e, S2-9)."""
    return tuple(
        a
        for a in case.activities.values()
        if a.open
        and a.assess_on
        and a.assess_on < today
        and not _assessed_since(case, a.id, a.assess_on)
    )


def _assessed_since(case: Case, activity: str, day: date) -> bool:
    told = (said for said in case.assessments_of(activity) if said.tells)
    return any(said.on is not None and said.on >= day for said in told)
