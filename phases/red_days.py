"""Norwegian public holidays and Sundays: the red days (DA-6).

Own code on Easter alone, because the usual library has no nynorsk and loads slowly. The names
stand here in the three languages; looking them up needs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from phases.dateutil_typed import easter_sunday

SUNDAY = 6


class RedDay(StrEnum):
    """Why a day is red; the value is stable and may be stored."""

    NEW_YEAR = "new-year"
    MAUNDY_THURSDAY = "maundy-thursday"
    GOOD_FRIDAY = "good-friday"
    EASTER_SUNDAY = "easter-sunday"
    EASTER_MONDAY = "easter-monday"
    LABOUR_DAY = "labour-day"
    CONSTITUTION_DAY = "constitution-day"
    ASCENSION_DAY = "ascension-day"
    WHIT_SUNDAY = "whit-sunday"
    WHIT_MONDAY = "whit-monday"
    CHRISTMAS_DAY = "christmas-day"
    SECOND_CHRISTMAS_DAY = "second-christmas-day"
    SUNDAY = "sunday"


_FIXED = (
    (1, 1, RedDay.NEW_YEAR),
    (5, 1, RedDay.LABOUR_DAY),
    (5, 17, RedDay.CONSTITUTION_DAY),
    (12, 25, RedDay.CHRISTMAS_DAY),
    (12, 26, RedDay.SECOND_CHRISTMAS_DAY),
)
_FROM_EASTER = (
    (-3, RedDay.MAUNDY_THURSDAY),
    (-2, RedDay.GOOD_FRIDAY),
    (0, RedDay.EASTER_SUNDAY),
    (1, RedDay.EASTER_MONDAY),
    (39, RedDay.ASCENSION_DAY),
    (49, RedDay.WHIT_SUNDAY),
    (50, RedDay.WHIT_MONDAY),
)

# nynorsk, bokmål, English; no title case in Norwegian, as in running text.
_NAMES: dict[RedDay, tuple[str, str, str]] = {
    RedDay.NEW_YEAR: ("1. nyttårsdag", "1. nyttårsdag", "New Year's Day"),
    RedDay.MAUNDY_THURSDAY: ("skjærtorsdag", "skjærtorsdag", "Maundy Thursday"),
    RedDay.GOOD_FRIDAY: ("langfredag", "langfredag", "Good Friday"),
    RedDay.EASTER_SUNDAY: ("1. påskedag", "1. påskedag", "Easter Sunday"),
    RedDay.EASTER_MONDAY: ("2. påskedag", "2. påskedag", "Easter Monday"),
    RedDay.LABOUR_DAY: ("1. mai", "1. mai", "Labour Day"),
    RedDay.CONSTITUTION_DAY: ("17. mai", "17. mai", "Constitution Day"),
    RedDay.ASCENSION_DAY: ("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
    RedDay.WHIT_SUNDAY: ("1. pinsedag", "1. pinsedag", "Whit Sunday"),
    RedDay.WHIT_MONDAY: ("2. pinsedag", "2. pinsedag", "Whit Monday"),
    RedDay.CHRISTMAS_DAY: ("1. juledag", "1. juledag", "Christmas Day"),
    RedDay.SECOND_CHRISTMAS_DAY: ("2. juledag", "2. juledag", "Boxing Day"),
    RedDay.SUNDAY: ("sundag", "søndag", "Sunday"),
}
_COLUMN = {"nn": 0, "nb": 1, "en": 2}


def red_day_name(red: RedDay, language: str) -> str:
    """Return the name of a red day in nn, nb or en; any other language gets nb."""
    return _NAMES[red][_COLUMN.get(language, 1)]


def _holidays(year: int) -> Iterator[tuple[date, RedDay]]:
    """Yield each holiday of a year, the fixed ones first, so names stand in a known order."""
    for month, day, red in _FIXED:
        yield date(year, month, day), red
    easter = easter_sunday(year)
    for offset, red in _FROM_EASTER:
        yield easter + timedelta(days=offset), red


def red_days(year: int) -> dict[date, tuple[RedDay, ...]]:
    """Return every red day of a year in order of date, each with all its names (DA-6).

    A date keeps several names: 17 May 2027 is also Whit Monday, and a holiday on a Sunday is
    also a Sunday, which always comes last.
    """
    found: dict[date, tuple[RedDay, ...]] = {}
    for day, red in _holidays(year):
        found[day] = (*found.get(day, ()), red)
    first = date(year, 1, 1)
    for number in range((date(year, 12, 31) - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() == SUNDAY:
            found[day] = (*found.get(day, ()), RedDay.SUNDAY)
    return dict(sorted(found.items()))


def red_on(day: date) -> tuple[RedDay, ...]:
    """Return why a day is red, all reasons, or nothing on an ordinary day."""
    holidays = tuple(red for when, red in _holidays(day.year) if when == day)
    return (*holidays, RedDay.SUNDAY) if day.weekday() == SUNDAY else holidays
