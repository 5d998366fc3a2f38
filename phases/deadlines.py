"""Deadlines of the seeds: six weeks, one month, two months, half a year (DA-1 … DA-5, DA-11).

Everything here is a pure function of dates and the closure calendar. The day itself counts as
within a deadline ("innen").
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from phases.calendar import NO_CLOSURES, Calendar, ClosedReason, closed_reasons, is_open
from phases.dateutil_typed import add_months

REMINDER_DAYS = 7
LONGEST_SEARCH_DAYS = 366


class Roll(StrEnum):
    """Which way a deadline moves when it falls on a day that isn't open (DA-3).

    Back is the default, because "at the latest within six weeks" aims at a meeting; the law on
    courts rolls forward, and whoever needs that says so.
    """

    BACK = "back"
    FORWARD = "forward"


class Period(NamedTuple):
    """A length of time as the seeds word it: whole weeks and/or whole months."""

    weeks: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """Return the raw deadline: months first, clamped to the month's end, then weeks."""
        moved = add_months(day, self.months) if self.months else day
        return moved + timedelta(weeks=self.weeks)


SIX_WEEKS = Period(weeks=6)
ONE_MONTH = Period(months=1)
TWO_MONTHS = Period(months=2)
HALF_A_YEAR = Period(months=6)


class NoOpenDayError(ValueError):
    """The closure calendar leaves no open day within a year of the deadline."""


def nearest_open_day(day: date, closures: Calendar = NO_CLOSURES, roll: Roll = Roll.BACK) -> date:
    """Return the day itself if open, else the nearest open one in the rolling direction.

    Raises:
        NoOpenDayError: when a whole year on that side is closed; a wrong calendar must not hang us.
    """
    step = timedelta(days=1 if roll is Roll.FORWARD else -1)
    found = day
    for _ in range(LONGEST_SEARCH_DAYS):
        if is_open(found, closures):
            return found
        found += step
    raise NoOpenDayError(f"no open day within {LONGEST_SEARCH_DAYS} days of {day}")


def passed_over(
    raw: date, latest: date, closures: Calendar = NO_CLOSURES
) -> tuple[ClosedReason, ...]:
    """Return why a deadline moved: the reasons of each day passed over, the raw one's first.

    Each reason once; empty exactly when the raw day is open.
    """
    step = timedelta(days=1 if latest > raw else -1)
    days = (raw + step * number for number in range(abs((latest - raw).days)))
    return tuple(dict.fromkeys(why for day in days for why in closed_reasons(day, closures)))


def latest_meeting_day(
    meeting: date,
    period: Period,
    closures: Calendar = NO_CLOSURES,
    roll: Roll = Roll.BACK,
) -> date:
    """Return the last day the next meeting can be held on (DA-3, S0-35, S4-13, S4-23).

    Raises:
        NoOpenDayError: see `nearest_open_day`.
    """
    return nearest_open_day(period.after(meeting), closures, roll)


def latest_reminder_day(meeting: date, closures: Calendar = NO_CLOSURES) -> date:
    """Return the last open day at least a week before the meeting (DA-5, S0-06).

    Raises:
        NoOpenDayError: see `nearest_open_day`.
    """
    return nearest_open_day(meeting - timedelta(days=REMINDER_DAYS), closures)


class HalfYearPlan(NamedTuple):
    """Proposed meeting days after `start`, each within one period of the one before."""

    start: date
    meetings: tuple[date, ...]
    end: date


def half_year_plan(
    start: date,
    closures: Calendar = NO_CLOSURES,
    period: Period = SIX_WEEKS,
    roll: Roll = Roll.BACK,
) -> HalfYearPlan:
    """Chain meetings through half a year; the end day itself counts (DA-11).

    Where a whole period is closed (a long summer), rolling back would propose the same day
    again; then the first open day after the closure is taken instead of ending the plan. One
    whose deadline lies in the half-year, but that rolling forward would carry out of it, is held
    before the closure: the summer shortens the last period, it doesn't take the meeting away.

    Raises:
        ValueError: for an empty period, which would never reach the end.
        NoOpenDayError: see `nearest_open_day`.
    """
    if period.after(start) <= start:
        raise ValueError("a plan needs a period of at least a week")
    end = HALF_A_YEAR.after(start)
    meetings: list[date] = []
    previous = start
    while True:
        following = latest_meeting_day(previous, period, closures, roll)
        if following > end >= period.after(previous):
            following = latest_meeting_day(previous, period, closures)
        if following <= previous:
            following = latest_meeting_day(previous, period, closures, Roll.FORWARD)
        if following > end:
            return HalfYearPlan(start, tuple(meetings), end)
        meetings.append(following)
        previous = following
