"""Ages, school years and week numbers (DA-8, DA-9, DA-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from phases.dateutil_typed import add_years

SCHOOL_YEAR_MONTH = 8
OLDEST_LIKELY_CHILD = 25


def turned_age(birth: date, age: int, day: date) -> bool:
    """Say whether somebody has turned `age` on a day; the birthday itself counts (DA-8, R-C2).

    Born on 29 February, one turns 15 and 18 on the 28th; no source was found for the legal day.
    """
    return day >= add_years(birth, age)


def unlikely_child(birth: date, day: date) -> bool:
    """Say whether a birth date is more likely a slip than a child's (reliability §5 row 59)."""
    return turned_age(birth, OLDEST_LIKELY_CHILD, day)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year, 1 August to 31 July by default (DA-9)."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """Return it as people write it, 2026/27."""
        return f"{self.first.year}/{self.last.year % 100:02d}"


def school_year(day: date) -> SchoolYear:
    """Return the school year that a day lies in (DA-9)."""
    first = day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1
    return SchoolYear(date(first, SCHOOL_YEAR_MONTH, 1), date(first + 1, SCHOOL_YEAR_MONTH - 1, 31))


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """An ISO week; its year may differ from the date's around New Year (DA-10)."""

    year: int
    week: int


def iso_week(day: date) -> IsoWeek:
    """Return the ISO week of a day."""
    found = day.isocalendar()
    return IsoWeek(found.year, found.week)
