"""Names of months and weekdays in nynorsk, bokmål and English, for showing and for reading.

Small tables of our own: Babel's data are 31 MB and take 50 ms to load.
"""

from __future__ import annotations

MONTHS: dict[str, tuple[str, ...]] = {
    "nn": (
        "januar", "februar", "mars", "april", "mai", "juni", "juli",
        "august", "september", "oktober", "november", "desember",
    ),
    "nb": (
        "januar", "februar", "mars", "april", "mai", "juni", "juli",
        "august", "september", "oktober", "november", "desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS: dict[str, tuple[str, ...]] = {
    "nn": (
        "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli",
        "aug.", "sep.", "okt.", "nov.", "des.",
    ),
    "nb": (
        "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli",
        "aug.", "sep.", "okt.", "nov.", "des.",
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}  # fmt: skip
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# What people type besides the tables above; all that is accepted stands without its dot.
_MORE_MONTHS = {"mar": 3, "jun": 6, "jul": 7, "sept": 9}
_MORE_WEEKDAYS = {
    "mån": 0, "man": 0, "mon": 0, "tys": 1, "tir": 1, "tirs": 1, "tue": 1, "tues": 1,
    "ons": 2, "wed": 2, "tor": 3, "tors": 3, "thu": 3, "thur": 3, "thurs": 3,
    "fre": 4, "fri": 4, "lau": 5, "laur": 5, "lør": 5, "sat": 5, "sun": 6, "søn": 6,
}  # fmt: skip
DAYS_FROM_TODAY = {
    "i går": -1, "igår": -1, "yesterday": -1,
    "i dag": 0, "idag": 0, "today": 0,
    "i morgon": 1, "imorgon": 1, "i morgen": 1, "imorgen": 1, "tomorrow": 1,
    "i overmorgon": 2, "overmorgon": 2, "i overmorgen": 2, "overmorgen": 2,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip


def language_or_default(language: str) -> str:
    """Return a language the tables have: the one asked for, else bokmål."""
    return language if language in MONTHS else "nb"


def month_number(name: str) -> int | None:
    """Return 1-12 for a month's name or short form in any of the languages, case-folded."""
    wanted = name.removesuffix(".")
    for table in (*MONTHS.values(), *SHORT_MONTHS.values()):
        for number, known in enumerate(table, start=1):
            if known.casefold().removesuffix(".") == wanted:
                return number
    return _MORE_MONTHS.get(wanted)


def weekday_number(name: str) -> int | None:
    """Return 0-6, Monday first, for a weekday's name or short form, case-folded."""
    wanted = name.removesuffix(".")
    for table in WEEKDAYS.values():
        for number, known in enumerate(table):
            if known.casefold() == wanted:
                return number
    return _MORE_WEEKDAYS.get(wanted)
