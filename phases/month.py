"""A month as a calendar shows it: whole weeks, Monday first, with their ISO numbers (DA-10)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from phases.years import iso_week

DAYS_A_WEEK = 7
MOST_WEEKS = 6
"""A month touches at most so many weeks; all are given as many, so that nothing jumps."""


class Month(NamedTuple):
    """One month of one year."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.later(1).first - timedelta(days=1)

    def later(self, months: int) -> Month:
        """So many months on; earlier with a number below zero."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in it."""
        return isinstance(day, date) and (day.year, day.month) == self

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Its weeks; the days of the months beside it are left out."""
        monday = self.first - timedelta(days=self.first.weekday())
        mondays = (monday + timedelta(weeks=number) for number in range(MOST_WEEKS))
        return tuple(self._week(each) for each in mondays if each <= self.last)

    def _week(self, monday: date) -> Week:
        days = (monday + timedelta(days=number) for number in range(DAYS_A_WEEK))
        return Week(iso_week(monday).week, tuple(day if day in self else None for day in days))


class Week(NamedTuple):
    """One row of a month."""

    number: int
    """ISO."""
    days: tuple[date | None, ...]
    """Monday to Sunday; None where the day belongs to another month."""


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(day.year, day.month)
