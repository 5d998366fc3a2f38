"""Minutes as people type them: one count, or one for each phase (reliability §5 row 16)."""

from __future__ import annotations

import re

from phases.bad_input import BadInputError
from phases.text import safe

FEWEST_MINUTES = 1
MOST_MINUTES = 480


class MinutesError(BadInputError):
    """What was typed isn't whole minutes from 1 to 480: E-MIN.

    Details: the cleaned `value` and the limits `fewest` and `most`; where the number of phases
    is known and another number of minutes came, also `wanted` and `got`.
    """


def read_minute_count(text: str) -> int:
    """Read one count of whole minutes, 1 to 480, in plain digits.

    Half minutes are refused: "5,5" is a list to some and five and a half to others.

    Raises:
        MinutesError: E-MIN.
    """
    found = re.fullmatch(r"0*([1-9][0-9]{0,2})", text.strip())
    if found is None or int(found[1]) > MOST_MINUTES:
        raise _error(text)
    return int(found[1])


def read_minutes(text: str, count: int | None = None) -> tuple[int, ...]:
    """Read "5,5,10,5,10,5,5": whole minutes of each phase, parted by commas.

    Raises:
        MinutesError: E-MIN, also when `count` is given and it isn't that many.
    """
    parts = text.split(",")
    if count is not None and len(parts) != count:
        raise _error(text, {"wanted": str(count), "got": str(len(parts))})
    return tuple(read_minute_count(part) for part in parts)


def _error(text: str, more: dict[str, str] | None = None) -> MinutesError:
    """Build the error with the limits it names."""
    limits = {"fewest": str(FEWEST_MINUTES), "most": str(MOST_MINUTES)}
    return MinutesError("E-MIN", {"value": safe(text), **limits, **(more or {})})
