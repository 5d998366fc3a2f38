"""By when the next meeting is to be, as its agenda says (DA-1 … DA-5, S0-35, S4-13, S4-23)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from phases.calendar import NO_CLOSURES
from phases.case import Case
from phases.context import Context
from phases.deadlines import (
    SIX_WEEKS,
    NoOpenDayError,
    Period,
    Roll,
    half_year_plan,
    latest_meeting_day,
    latest_reminder_day,
    nearest_open_day,
)
from phases.records import Agenda
from phases.sitting import Sitting


class LatestDay(NamedTuple):
    """The raw deadline and the latest open day of it (DA-3)."""

    raw: date
    latest: date


def day_of(sitting: Sitting, ctx: Context) -> date:
    """The day a meeting was held on, else the one it is planned for, else today."""
    if sitting.line.started is not None:
        return ctx.local_day(sitting.line.started.utc)
    return ctx.local_day(sitting.meeting.at) if sitting.meeting.at else ctx.today


def period_of(agenda: Agenda) -> Period | None:
    """Within how long the agenda wants the next meeting; None where it doesn't say."""
    within = agenda.next_within
    if within is None:
        return None
    return Period(weeks=within.weeks or 0, months=within.months or 0)


def latest_next(case: Case, ctx: Context, sitting: Sitting | None = None) -> LatestDay | None:
    """The latest day of the meeting after this one; None where the agenda wants none.

    A calendar in which a whole year is closed says nothing about a day, and stops nobody.
    """
    sitting = sitting or case.sitting
    period = period_of(sitting.agenda) if sitting else None
    if sitting is None or period is None:
        return None
    day = day_of(sitting, ctx)
    try:
        latest = latest_meeting_day(day, period, ctx.calendar or NO_CLOSURES, Roll(ctx.roll))
    except NoOpenDayError:
        return None
    return LatestDay(period.after(day), latest)


def next_planned(case: Case, ctx: Context) -> date | None:
    """The next of the meetings in the calendar, after the day of this one (S3-25)."""
    here = day_of(case.sitting, ctx) if case.sitting else ctx.today
    return min((day for day in case.facts.meeting_dates if day > here), default=None)


def reminder_by(meeting: date, ctx: Context) -> date | None:
    """The latest day of the reminder for a meeting on that day (DA-5)."""
    try:
        return latest_reminder_day(meeting, ctx.calendar or NO_CLOSURES)
    except NoOpenDayError:
        return None


def minutes_day(sitting: Sitting, ctx: Context) -> date | None:
    """The last day for the minutes of a meeting that is over: so many open days after it (R-E6)."""
    if not sitting.over or sitting.line.ended is None:
        return None
    calendar = ctx.calendar or NO_CLOSURES
    day = ctx.local_day(sitting.line.ended.utc)
    try:
        for _ in range(ctx.minutes_days):
            day = nearest_open_day(day + timedelta(days=1), calendar, Roll.FORWARD)
    except NoOpenDayError:
        return None
    return day


def chained(case: Case, ctx: Context) -> tuple[date, ...]:
    """Meetings for half a year, each at the latest day after the one before (DA-11).

    None where a whole year is closed, as in `latest_next`.
    """
    period = period_of(case.sitting.agenda) if case.sitting else None
    if case.sitting is None:
        return ()
    day = day_of(case.sitting, ctx)
    calendar, roll = ctx.calendar or NO_CLOSURES, Roll(ctx.roll)
    try:
        return half_year_plan(day, calendar, period or SIX_WEEKS, roll).meetings
    except NoOpenDayError:
        return ()
