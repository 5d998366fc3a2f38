"""The only door to dateutil, which ships without types.

dateutil is imported inside the functions: the first screen needs no deadline, and the import
alone costs some milliseconds. Hand-written month arithmetic was the alternative; the library is
the one that was checked against the published holidays (DA-2, DA-6).
"""

from __future__ import annotations

from datetime import date


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (DA-6).

    Raises:
        ValueError: for a year before 1583 or after 4099, where the rule says nothing.
    """
    from dateutil.easter import easter

    if not 1583 <= year <= 4099:
        raise ValueError(f"no Easter for the year {year}")
    found: date = easter(year)
    return found


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
