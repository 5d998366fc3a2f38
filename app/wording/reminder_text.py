"""The reminder of a meeting, ready to be sent as a text message or put in an e-mail (S0-07, S0-08).

Neutral: the day, the time and the place, and nothing of what it is about or whom. Nothing is sent
from here; that it was sent is noted by the command `notice`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from phases.showing_dates import clock_time, long_date

if TYPE_CHECKING:
    from app.words import Words

MAX_SMS: Final = 160
"""Characters of one text message."""


def reminder_text(at: datetime, place: str, today: date, words: Words) -> str:
    """One text message; `at` is local time, and a place too long to fit is left out."""
    day = long_date(at.date(), words.language, today=today)
    when = {"day": day, "time": clock_time(at, words.language)}
    plain = words("Remember our meeting on {day} at {time}. Welcome!", **when)
    placed = words(
        "Remember our meeting on {day} at {time}, {place}. Welcome!", place=place, **when
    )
    return placed if place and len(placed) <= MAX_SMS else plain
