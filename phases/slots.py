"""The meetings of a case as a calendar has them: when, how long, and which one in the row.

Counted from the log alone and never from today, so that the same log gives the same calendar.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from phases.case import Case
from phases.context import Context
from phases.next_day import day_of, reminder_by
from phases.sitting import Sitting


class Slot(NamedTuple):
    """One meeting in a calendar."""

    number: int
    """Its place in the case; a date that is moved keeps it, so a calendar knows it again."""
    day: date
    at: datetime | None = None
    """Local time; None where only the day is agreed."""
    minutes: int = 0
    """As planned; where only a time is agreed, as the meeting before it was."""
    remind_days: int | None = None
    """How many days before the reminder is to be out at the latest (DA-5)."""
    cancelled: bool = False
    place: str = ""


def slots(case: Case, ctx: Context, *, one: bool = False) -> tuple[Slot, ...]:
    """The planned meeting, then the agreed and the planned dates after it; `one`: the first only.

    One that was cancelled stays, marked: a calendar that has it learns that it is off.
    """
    sitting = case.sitting
    found: list[Slot] = []
    if sitting is not None and sitting.meeting.at and sitting.state in ("planned", "cancelled"):
        found.append(_planned(sitting, sitting.meeting.at, ctx))
    number = sitting.meeting.number if sitting else 0
    agreed = sitting.meeting.next_meeting if sitting else None
    # An event without an end lasts no time at all, and keeps no room or person free.
    as_last = _minutes(case.held) if case.held is not None else 0
    for day, at in sorted(_dates(case, ctx).items()):
        number += 1
        minutes = as_last if at is not None else 0
        place = agreed.place if agreed is not None and agreed.on == day else ""
        found.append(Slot(number, day, at, minutes, _remind_days(day, ctx), place=place))
    coming = [slot for slot in found if not slot.cancelled]
    return tuple(coming[:1] if one else found)


def _planned(sitting: Sitting, at: datetime, ctx: Context) -> Slot:
    meeting = sitting.meeting
    at = at.astimezone(ctx.zone)
    days, minutes = _remind_days(at.date(), ctx), _minutes(sitting)
    return Slot(meeting.number, at.date(), at, minutes, days, meeting.cancelled, meeting.place)


def _minutes(sitting: Sitting) -> int:
    return round(sitting.agenda.total_s / 60)


def _dates(case: Case, ctx: Context) -> dict[date, datetime | None]:
    """The days after the newest meeting: agreed at its end, and those of the year's plan."""
    sitting = case.sitting
    days = set(case.facts.meeting_dates)
    held = case.held
    if held is not None and held.meeting.half_year is not None:
        days.update(held.meeting.half_year.dates)
    found: dict[date, datetime | None] = dict.fromkeys(days)
    agreed = sitting.meeting.next_meeting if sitting else None
    if agreed is not None and agreed.on is not None:
        # The plan had an earlier day for the next meeting (R-E3): that one isn't held.
        found = {day: at for day, at in found.items() if day >= agreed.on}
        found[agreed.on] = _local(agreed.on, agreed.at, ctx)
    here = _newest_day(case, ctx)
    return {day: at for day, at in found.items() if here is None or day > here}


def _newest_day(case: Case, ctx: Context) -> date | None:
    """The day of the newest meeting that is planned or was held; None where none has a day."""
    sitting = case.sitting
    if sitting is not None and sitting.state == "planned" and sitting.meeting.at:
        return ctx.local_day(sitting.meeting.at)
    return day_of(case.held, ctx) if case.held else None


def _local(day: date, typed: str, ctx: Context) -> datetime | None:
    """The agreed time of day where the meeting is held; None where none was agreed."""
    try:
        return datetime.combine(day, time.fromisoformat(typed), ctx.zone)
    except ValueError:
        # Nothing, or what an imported log has there.
        return None


def _remind_days(day: date, ctx: Context) -> int | None:
    by = reminder_by(day, ctx)
    return (day - by) // timedelta(days=1) if by is not None else None
