"""The only door to dateutil, which ships without types.

dateutil is imported inside the functions: the first screen needs no deadline, and the import
alone costs some milliseconds. Hand-written month arithmetic was the alternative; the library is
the one that was checked against the published holidays (DA-2, DA-6), and Easter against it.
"""

from __future__ import annotations

from datetime import date


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (DA-6).

    Raises:
        ValueError: for a year before 1583 or after 4099, where the rule says nothing.
    """
    if not 1583 <= year <= 4099:
        raise ValueError(f"no Easter for the year {year}")
    # Reckoned here and not by dateutil, whose import a plan for today would wait for; a test
    # holds the two equal in every year there is.
    century, golden = year // 100, year % 19
    moved = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = moved - (moved // 28) * (1 - (29 // (moved + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    after = moon - weekday
    month = 3 + (after + 40) // 44
    return date(year, month, after + 28 - 31 * (month // 4))


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many months on, else that month's last day (DA-2)."""
    from dateutil.relativedelta import relativedelta

    moved: date = day + relativedelta(months=months)
    return moved


def add_years(day: date, years: int) -> date:
    """Return the same date so many years on; 29 February becomes 28 where it is missing (DA-8)."""
    from dateutil.relativedelta import relativedelta

    moved: date = day + relativedelta(years=years)
    return moved
