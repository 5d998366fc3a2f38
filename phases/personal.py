"""Personal details that free text doesn't need: birth number, phone, e-mail (R-S2).

A find is a hint and never a refusal, so a few misses are better than firing at dates and times.
The finds carry positions, not the text: what was found must not travel on into a log.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class PersonalKind(StrEnum):
    """What a text seems to contain."""

    BIRTH_NUMBER = "birth-number"
    PHONE = "phone"
    E_MAIL = "e-mail"


class Personal(NamedTuple):
    """One find: where it starts and ends in the text, and what it seems to be."""

    start: int
    end: int
    kind: PersonalKind


# Patterns are kept as text and compiled by `re` at first use: the first screen needs none.
_ELEVEN = r"(?<![\w+])(?<!\d[.,/-])(\d{6})[ \u00a0-]?(\d{5})(?!\w)(?![.,/-]\d)"
# The groupings people write in Norway; one kind of gap all through, so that a sum of money
# (25 000 000), a pair of years, a date or a list of numbers isn't one.
_PHONE = r"""(?x)
    (?<![\w#/+-]) (?<!\d[.,:])
    (?P<country> \(?(?:\+|00)47\)?[\ \u00a0]? )?
    (?P<number>
        [2-9]\d{7}
      | (?(country)|(?<!\d\d[\ .-]))
        [2-9]\d (?P<pair>[\ \u00a0.-]) \d\d (?P=pair) \d\d (?P=pair) \d\d (?!(?P=pair)\d)
      | [4-9]\d\d (?P<three>[\ \u00a0.-]) \d\d (?P=three) \d{3}
    )
    (?!\w) (?![-/]\w) (?![.,:]\d)
"""
_COMPACT_DATE = (
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_E_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])"

_FEWEST_DIGITS = 8
"""Of a phone number; a birth number has more. Most texts are done with by counting."""

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def find_personal(text: str) -> tuple[Personal, ...]:
    """Return what a text seems to contain that isn't needed here, in order of place (R-S2)."""
    found = _e_mails(text) if "@" in text else set()
    if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS:
        found |= _birth_numbers(text) | _phones(text)
    return tuple(sorted(found)) if found else ()


def personal_kinds(text: str) -> tuple[PersonalKind, ...]:
    """Return the kinds that `find_personal` finds, each once, in order of place."""
    return tuple(dict.fromkeys(found.kind for found in find_personal(text)))


def check_digits(nine: str) -> str | None:
    """Return the two check digits for the first nine of a birth number, or None if it has none.

    A sum that would need the "digit" 10 is a number that is never given out.
    """
    first = _check_digit(nine, _FIRST_WEIGHTS)
    if first is None:
        return None
    second = _check_digit(nine + first, _SECOND_WEIGHTS)
    return None if second is None else first + second


def is_birth_number(eleven: str) -> bool:
    """Say whether eleven digits are a birth number, a D-number or a synthetic one.

    D-numbers have 40 added to the day, synthetic test numbers 40 or 80 to the month.
    """
    if re.fullmatch(r"[0-9]{11}", eleven) is None:
        return False
    return _is_a_birth_date(eleven[:6]) and check_digits(eleven[:9]) == eleven[9:]


def _check_digit(digits: str, weights: tuple[int, ...]) -> str | None:
    """Return one mod-11 check digit; 11 counts as 0, and 10 isn't a digit."""
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return None if rest == 10 else str(rest)


def _is_a_birth_date(six: str) -> bool:
    """Say whether ddmmyy is a day of the calendar, in one of the two centuries it may mean."""
    day, month, year = int(six[:2]) % 40, int(six[2:4]) % 40, int(six[4:])
    if not (1 <= month <= 12 and int(six[:2]) < 80 and int(six[2:4]) < 93):
        return False
    from calendar import monthrange

    return 1 <= day <= max(monthrange(century + year, month)[1] for century in (1900, 2000))


def _birth_numbers(text: str) -> set[Personal]:
    """Find birth numbers, written as one or with a gap after the date."""
    return {
        Personal(found.start(), found.end(), PersonalKind.BIRTH_NUMBER)
        for found in re.finditer(_ELEVEN, text)
        if is_birth_number(_plain_digits(found[1] + found[2]))
    }


def _plain_digits(digits: str) -> str:
    """Return decimal digits of any script as 0-9."""
    return "".join(str(int(digit)) for digit in digits)


def _phones(text: str) -> set[Personal]:
    """Find Norwegian phone numbers, with or without the country in front."""
    return {
        Personal(found.start(), found.end(), PersonalKind.PHONE)
        for found in re.finditer(_PHONE, text)
        if found["country"] or not _is_a_date(found["number"])
    }


def _is_a_date(number: str) -> bool:
    """Say whether eight digits in a row are a date, 20270119 or 24122026, rather than a phone."""
    return re.fullmatch(_COMPACT_DATE, number) is not None


def _e_mails(text: str) -> set[Personal]:
    """Find e-mail addresses, also with letters beyond ASCII."""
    return {
        Personal(found.start(), found.end(), PersonalKind.E_MAIL)
        for found in re.finditer(_E_MAIL, text)
    }
