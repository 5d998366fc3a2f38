"""Dates as people type them: "22. feb", "9.12.", "tysdag", "i morgon", 2026-12-09.

Reliability §5 rows 56-60. Names are accepted in nynorsk, bokmål and English whatever the
language on screen is, because people mix them. The decisions:

* Without a year it is the next such day, today included; 29 February only where that year has it.
* A weekday alone is the next one after today: on a Tuesday "tysdag" is a week away. What else is
  told from today ("om to veker", "neste torsdag") is read by `reading_ahead`.
* A weekday before a date must be right, it is how people notice that they meant another week.
* A weekday and the day of a month ("tysdag 13") is the one such day in the half year to come;
  where there are two of them it is asked which.
* Numbers alone need what makes them a date: the closing dot ("1.2."), two digits each ("01.02")
  or the year. "1.2" is a number, and `01/02/26` is another day in another country.
* A year has four digits. Two were rejected: in 26.12.09 nobody knows which end is the year.

dateutil's own parser was rejected: it makes a day of "1.2", "10" and `01/02/26` without asking.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from phases.bad_input import BadInputError
from phases.date_names import month_number, weekday_number
from phases.reading_ahead import days_told
from phases.showing_dates import numeric_date, short_date
from phases.text import safe

FIRST_YEAR = 1900
LAST_YEAR = 2100
LONGEST_DATE = 60
EXAMPLE = date(2026, 12, 9)
HALF_A_YEAR_DAYS = 183
"""How far ahead a day of a month is looked for by its weekday: plans reach half a year (DA-11)."""

# Patterns are kept as text and compiled by `re` at first use: the first screen needs none.
_ISO = r"(?P<y>[0-9]{4,6})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
_NUMBERS = (
    r"(?P<d>[0-9]{1,2})\. ?(?P<m>[0-9]{1,2})\. ?(?P<y>[0-9]{4,6})?",
    r"(?P<d>[0-9]{2})\.(?P<m>[0-9]{2})",
)
_SHORT_YEAR = r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{2}"
_DAY_FIRST = r"(?P<d>[0-9]{1,2})(?:\.|st|nd|rd|th)? ?(?P<name>[^\W\d_]+)\.?(?: (?P<y>[0-9]{4,6}))?"
_MONTH_FIRST = r"(?P<name>[^\W\d_]+)\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?P<y>[0-9]{4,6}))?"
_DAY_OF_MONTH = r"(?P<d>[0-9]{1,2})(?:\.|st|nd|rd|th)?"
_WITH_WEEKDAY = r"(?P<weekday>[^\W\d_]+)(?:\.,|[.,])? (?P<rest>.*[0-9].*)"


class DateError(BadInputError):
    """What was typed is no usable date: E-DATE.

    `why` tells the sentences apart: `form` (ask for day.month.year), `no-such-day`, `range`,
    `weekday` (it isn't that weekday), `year` (one is needed), `short-year` (it has two digits),
    `which` (two such days: `first` and `second`), `future` (a birth to come). The other details
    are the cleaned `value` and two examples that work: `example`, in the language of the screen,
    and `full`, with its year.
    """


class _UnreadableError(ValueError):
    """Inside this file: why it is no date, before the value and the examples are put to it."""

    def __init__(self, why: str, *days: date) -> None:
        super().__init__(why)
        self.days = days
        """Those it may be, where there are two."""


def read_date(text: str, today: date, language: str) -> date:
    """Read a date the way people write it; see the top of this file for what that means.

    Raises:
        DateError: E-DATE, worded by its `why`.
    """
    return _read(text, today, language)


def read_full_date(text: str, language: str) -> date:
    """Read a date that needs no today: one with its year, such as that of an old consent.

    Raises:
        DateError: as `read_date`, and `year` where none was given.
    """
    return _read(text, None, language)


def _read(text: str, today: date | None, language: str) -> date:
    """Read a date, with or without a today to count from."""
    if len(text) > LONGEST_DATE:
        raise _error(text, "form", language)
    plain = _plain(text)
    try:
        found = _from_words(plain, today)
        return _from_parts(plain, today) if found is None else found
    except _UnreadableError as error:
        raise _error(text, str(error), language, *error.days) from None


def _error(text: str, why: str, language: str, *days: date) -> DateError:
    """Build the error with two examples of what works, or the two days that it may be."""
    examples = {"example": short_date(EXAMPLE, language), "full": numeric_date(EXAMPLE)}
    if days:
        examples |= {"first": numeric_date(days[0]), "second": numeric_date(days[1])}
    return DateError("E-DATE", {"value": safe(text), "why": why, **examples})


def told_from_today(text: str) -> bool:
    """Say whether a date is counted from today ("om 2 veker"): no school year moves such a day."""
    return bool(days_told(_plain(text), EXAMPLE)) if len(text) <= LONGEST_DATE else False


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _from_words(plain: str, today: date | None) -> date | None:
    """Read "i morgon", a weekday alone or "om to veker", else None."""
    if not any(letter.isalpha() for letter in plain):
        return (
            None  # before a dozen patterns are compiled: scripts and the demo name days by number
        )
    days = days_told(plain, today or EXAMPLE)
    if not days:
        return None
    if today is None:
        raise _UnreadableError("year")
    if len(days) > 1:
        raise _UnreadableError("which", *days)
    if not FIRST_YEAR <= days[0].year <= LAST_YEAR:
        raise _UnreadableError("range")
    return days[0]


def _from_parts(plain: str, today: date | None) -> date:
    """Read "tysdag 19. januar 2027": a date in one of the forms, its weekday right if given."""
    weekday, rest = _split_weekday(plain)
    for form in (_ISO, *_NUMBERS, _DAY_FIRST, _MONTH_FIRST):
        found = re.fullmatch(form, rest)
        if found is None:
            continue
        parts = found.groupdict()
        month = month_number(parts["name"]) if "name" in parts else int(parts["m"])
        if month is None:
            continue
        day = _day(int(parts["d"]), month, parts.get("y"), today)
        if weekday is not None and day.weekday() != weekday:
            raise _UnreadableError("weekday")
        return day
    if weekday is not None and (found := re.fullmatch(_DAY_OF_MONTH, rest)):
        return _by_weekday(int(found["d"]), weekday, today)
    if re.fullmatch(_SHORT_YEAR, rest):
        raise _UnreadableError("short-year")
    raise _UnreadableError("form")


def _split_weekday(plain: str) -> tuple[int | None, str]:
    """Part "tysdag 19. januar" into the weekday and the date; "feb 22" has no weekday."""
    if not plain[:1].isalpha():
        return None, plain
    found = re.fullmatch(_WITH_WEEKDAY, plain)
    number = weekday_number(found["weekday"]) if found else None
    return (None, plain) if found is None or number is None else (number, found["rest"])


def _by_weekday(day: int, weekday: int, today: date | None) -> date:
    """Find "tysdag 13" in the half year to come."""
    if today is None:
        raise _UnreadableError("year")
    if not 1 <= day <= 31:
        raise _UnreadableError("no-such-day")
    ahead = (today + timedelta(days=number) for number in range(HALF_A_YEAR_DAYS))
    found = [each for each in ahead if (each.day, each.weekday()) == (day, weekday)]
    if not found:
        raise _UnreadableError("weekday")
    if len(found) > 1:
        raise _UnreadableError("which", *found[:2])
    return found[0]


def _day(day: int, month: int, typed_year: str | None, today: date | None) -> date:
    """Build the date, with the year of its next occurrence where none was typed."""
    if typed_year is not None:
        year = int(typed_year)
    elif today is not None:
        year = today.year if (month, day) >= (today.month, today.day) else today.year + 1
    else:
        raise _UnreadableError("year")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _UnreadableError("range")
    try:
        return date(year, month, day)
    except ValueError:
        raise _UnreadableError("no-such-day") from None
