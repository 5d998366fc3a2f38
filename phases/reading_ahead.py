"""Days told from today: "i morgon", "tysdag", "om to veker", "neste torsdag", "for ei veke sidan".

Nynorsk, bokmål and English are read alike, whatever the language on screen is. Two decisions:

* Months and years keep the day of the month, else that month's last day (DA-2); 31 January and
  "om ein månad" is 28 February.
* "Neste torsdag" said on a Tuesday is the day after tomorrow to some and nine days away to others,
  so both are given back and it is asked which. From Thursday on all mean the same. Taking the
  nearer one silently was rejected: a family would come a week early.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from phases.date_names import DAYS_FROM_TODAY, weekday_number
from phases.dateutil_typed import add_months

_WEEK = 7
_YEAR_MONTHS = 12

_NUMBERS = {
    "ein": 1, "ei": 1, "eit": 1, "eitt": 1, "éin": 1, "en": 1, "én": 1, "et": 1, "ett": 1,
    "a": 1, "an": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4,
    "fem": 5, "five": 5, "seks": 6, "six": 6, "sju": 7, "syv": 7, "seven": 7, "åtte": 8,
    "eight": 8, "ni": 9, "nine": 9, "ti": 10, "ten": 10, "tolv": 12, "twelve": 12,
}  # fmt: skip
_DAYS = {"dag": 1, "dagar": 1, "dager": 1, "day": 1, "days": 1}
_WEEKS = dict.fromkeys(("veke", "veker", "uke", "uker", "week", "weeks"), _WEEK)
_UNIT_DAYS = {**_DAYS, **_WEEKS}
_UNIT_MONTHS = {
    **dict.fromkeys(("månad", "månader", "måned", "måneder", "month", "months"), 1),
    **dict.fromkeys(("år", "year", "years"), _YEAR_MONTHS),
}

# Kept as text and compiled by `re` at first use, as in `reading_dates`.
_COUNT = r"(?P<count>[0-9]{1,3}|[^\W\d_]+) (?P<unit>[^\W\d_]+)"
_AHEAD = (rf"(?:om|in) {_COUNT}", rf"{_COUNT} from (?:now|today)")
_BACK = (rf"for {_COUNT} (?:sidan|siden)", rf"{_COUNT} ago")
_HALF_A_YEAR = r"om (?:eit|et) halvt år|in half a year"
_COMING = r"(?:på|no på|nå på|denne|førstkommande|førstkommende|this|on|this coming) (?P<day>\S+)"
_NEXT = r"(?:neste|next) (?P<day>[^\W\d_]+\.?)"
_NEXT_WEEK = r"(?:på )?(?P<day>[^\W\d_]+\.?) (?:i )?(?:neste (?:veke|uke)|next week)"


def days_told(plain: str, today: date) -> tuple[date, ...]:
    """Return the day that is told from today, both where it may be two, none where it is no such.

    `plain` is case-folded, with single spaces.

    Raises:
        OverflowError, ValueError: for a day that no calendar has.
    """
    if plain in DAYS_FROM_TODAY:
        return (today + timedelta(days=DAYS_FROM_TODAY[plain]),)
    return _weekday_told(plain, today) or _count_told(plain, today)


def _weekday_told(plain: str, today: date) -> tuple[date, ...]:
    """Read "tysdag", "på tysdag", "neste tysdag" and "tysdag neste veke"."""
    coming = re.fullmatch(_COMING, plain)
    alone = weekday_number(_bare(coming["day"]) if coming else plain)
    if alone is not None:
        return (_nearest(alone, today),)
    for form, both in ((_NEXT_WEEK, False), (_NEXT, True)):
        found = re.fullmatch(form, plain)
        number = weekday_number(_bare(found["day"])) if found else None
        if number is not None:
            monday = today + timedelta(days=_WEEK - today.weekday())
            of_next_week = monday + timedelta(days=number)
            days = {_nearest(number, today), of_next_week} if both else {of_next_week}
            return tuple(sorted(days))
    return ()


def _count_told(plain: str, today: date) -> tuple[date, ...]:
    """Read "om to veker", "in a month" and "for 3 dagar sidan"."""
    if re.fullmatch(_HALF_A_YEAR, plain):
        return (add_months(today, _YEAR_MONTHS // 2),)
    for sign, forms in ((1, _AHEAD), (-1, _BACK)):
        for form in forms:
            found = re.fullmatch(form, plain)
            typed = found["count"] if found else ""
            count = int(typed) if typed.isdecimal() else _NUMBERS.get(typed, 0)
            if not found or not count:
                continue
            if found["unit"] in _UNIT_DAYS:
                return (today + timedelta(days=sign * count * _UNIT_DAYS[found["unit"]]),)
            if found["unit"] in _UNIT_MONTHS:
                return (add_months(today, sign * count * _UNIT_MONTHS[found["unit"]]),)
    return ()


def _nearest(weekday: int, today: date) -> date:
    """The next such weekday after today: on a Tuesday "tysdag" is a week away."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)


def _bare(name: str) -> str:
    """Make "torsdag" of "torsdagen"."""
    return name.removesuffix("en") if name.endswith("dagen") else name
