"""Lengths of time as people type them: `6w`, `1mo`, `2mo`, `1y` (DA-1, DA-2, DA-11).

Weeks, months and years only: no deadline of the seeds is counted in days, and `m` alone is
refused, since half of those who type it mean minutes.
"""

from __future__ import annotations

import re

from phases.bad_input import BadInputError
from phases.deadlines import Period
from phases.text import safe

LONGEST = 520
"""Of any unit, ten years of weeks: more is a slip, and the year 9999 isn't far away."""

_FORM = r"\s*([0-9]{1,4})\s*(w|mo|y)\s*"
_MONTHS_A_YEAR = 12
_EXAMPLE = "6w, 1mo, 1y"


def read_period(text: str) -> Period:
    """Read `6w` as six weeks, `2mo` as two months, `1y` as twelve months.

    Raises:
        BadInputError: E-PERIOD; for none at all, too.
    """
    found = re.fullmatch(_FORM, text, re.IGNORECASE | re.ASCII)
    count = int(found[1]) if found else 0
    if found is None or not 1 <= count <= LONGEST:
        raise _error(text)
    unit = found[2].lower()
    if unit == "w":
        return Period(weeks=count)
    months = count * _MONTHS_A_YEAR if unit == "y" else count
    if months > LONGEST:
        raise _error(text)
    return Period(months=months)


def _error(text: str) -> BadInputError:
    return BadInputError("E-PERIOD", {"value": safe(text), "example": _EXAMPLE})
