"""Dates as people read them: short in a table, long when read aloud, dd.mm.yyyy (DA-12)."""

from __future__ import annotations

from datetime import date, datetime, time

from phases.date_names import MONTHS, SHORT_MONTHS, WEEKDAYS, language_or_default


def numeric_date(day: date) -> str:
    """Return dd.mm.yyyy in every language (DA-12)."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def short_date(day: date, language: str, *, today: date | None = None) -> str:
    """Return "9. des.", in English "9 Dec".

    With `today` given the year is added where it isn't the next such day to come, so that a
    date of last year in the log doesn't look like one of this year.
    """
    tongue = language_or_default(language)
    shown = f"{_day(day, tongue)} {SHORT_MONTHS[tongue][day.month - 1]}"
    if today is None or 0 <= (day - today).days < 365 or day.year == today.year:
        return shown
    return f"{shown} {day.year}"


def long_date(day: date, language: str, *, today: date | None = None) -> str:
    """Return "tysdag 19. januar 2027", "tirsdag 19. januar 2027", "Tuesday 19 January 2027".

    With `today` given the year is left out where it is the next such day to come.
    """
    tongue = language_or_default(language)
    weekday, month = WEEKDAYS[tongue][day.weekday()], MONTHS[tongue][day.month - 1]
    shown = f"{weekday} {_day(day, tongue)} {month}"
    near = today is not None and 0 <= (day - today).days < 365
    return shown if near else f"{shown} {day.year}"


def clock_time(moment: datetime | time, language: str) -> str:
    """Return the time of day, "13.46" in Norwegian and "13:46" in English.

    The moment is shown in its own zone: bring it there first with `astimezone`.
    """
    dot = ":" if language_or_default(language) == "en" else "."
    return f"{moment.hour:02d}{dot}{moment.minute:02d}"


def _day(day: date, tongue: str) -> str:
    """Return the day of the month, an ordinal in Norwegian."""
    return str(day.day) if tongue == "en" else f"{day.day}."
