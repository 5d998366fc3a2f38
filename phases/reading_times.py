"""Times of day and moments as people type them (reliability §5 rows 61, 62, 64; §4 C3, C4)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo

from phases.bad_input import BadInputError
from phases.reading_dates import read_date, read_full_date
from phases.text import safe

# Patterns are kept as text and compiled by `re` at first use, as in `reading_dates`.
_SAID = r"(?i:klokka|klokken|kl\.?|at)"
_TIME = rf"(?:{_SAID}\s*([0-9]{{1,2}})|([0-9]{{1,2}})(?=[.:]))(?:[.:]([0-9]{{2}}))?"
_HOUR = r"[0-9]{2}"
_DAY_AND_TIME = rf"(.*?),?\s+((?:{_SAID}\s*)?\S+)"


class TimeError(BadInputError):
    """What was typed is no usable time: E-TIME, E-TIME-GAP or E-TIME-TWICE.

    Details: the cleaned `value`; for the double hour also `first` and `second`, the two moments
    it may mean, in ISO form with their offsets, so that one can be asked for.
    """


def read_time(text: str) -> time:
    """Read "13:00", "13.00", "9:05", "kl. 13" or, where a time alone is asked for, "13".

    A whole hour of two digits, 00 to 23, can only be one time of day. One digit can't: "7" is in
    the morning to some and the evening to others, so it needs its "kl" or its minutes.

    Raises:
        TimeError: E-TIME for anything else; "7", "0730" and "24:00" aren't guessed at.
    """
    return _read_time(f"{text.strip()}:00" if re.fullmatch(_HOUR, text.strip(), re.ASCII) else text)


def _read_time(text: str) -> time:
    """As `read_time`, but a whole hour needs its "kl": beside a date "14" may be a day."""
    found = re.fullmatch(_TIME, text.strip())
    hour, minute = (int(found[1] or found[2]), int(found[3] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise TimeError("E-TIME", {"value": safe(text)})
    return time(hour, minute)


def kept_time(text: str) -> time | None:
    """The time of day that a log keeps as text, or None where it keeps none that can be read."""
    try:
        return read_time(text)
    except TimeError:
        return None


def read_moment(
    text: str,
    zone: tzinfo,
    *,
    today: date | None = None,
    language: str = "nb",
    fold: int | None = None,
) -> datetime:
    """Read "2027-01-19 13:00" in a zone and return it in UTC.

    The date is read as `read_date` does when `today` is given ("tysdag 13.00"), else it needs
    its year. `fold` answers which of the two is meant in the double hour: 0 the first, 1 the
    second.

    Raises:
        DateError: E-DATE for the date, also where there is none.
        TimeError: E-TIME for the time, also where there is none; E-TIME-GAP for a time that is
            skipped in spring; E-TIME-TWICE for one that comes twice in autumn, without `fold`.
    """
    day_text, clock_text = _split(text)
    clock = _read_time(clock_text)
    if today is None:
        day = read_full_date(day_text, language)
    else:
        day = read_date(day_text, today, language)
    return local_to_utc(datetime.combine(day, clock), zone, fold=fold)


def local_to_utc(wall: datetime, zone: tzinfo, *, fold: int | None = None) -> datetime:
    """Return a wall-clock time of a zone in UTC, refusing the two hours where that isn't clear.

    Python alone would move 02:30 on the spring night silently to 03:30 (reliability §4).

    Raises:
        TimeError: E-TIME-GAP, or E-TIME-TWICE without `fold`.
    """
    first, second = (wall.replace(tzinfo=zone, fold=number) for number in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    value = f"{wall:%Y-%m-%d %H:%M}"
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        raise TimeError("E-TIME-GAP", {"value": value})
    if fold is None:
        both = {
            "first": first.isoformat("T", "minutes"),
            "second": second.isoformat("T", "minutes"),
        }
        raise TimeError("E-TIME-TWICE", {"value": value, **both})
    return (second if fold else first).astimezone(UTC)


def _split(text: str) -> tuple[str, str]:
    """Part the date from the time: at the T of the ISO form, else at the last space.

    "kl." or "klokka" before the time is how people say it, and belongs to the time.
    """
    plain = text.strip()
    iso = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9:.]+)", plain)
    if iso is not None:
        return iso[1], iso[2]
    if re.fullmatch(_TIME, plain):
        # A time alone lacks its date, and a date alone its time; say which.
        return "", plain
    found = re.fullmatch(_DAY_AND_TIME, plain)
    return (found[1], found[2]) if found else (plain, "")
