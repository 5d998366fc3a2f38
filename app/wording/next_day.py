"""By when the next meeting is to be, and its reminder, in words (S0-06, S0-35, S4-13, S4-23)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.context import Context


def latest_words(case: Case, ctx: Context, words: Words) -> str:
    """Say "seinast fredag 19. februar"; empty where the agenda wants no date."""
    from phases.next_day import latest_next
    from phases.showing_dates import long_date

    found = latest_next(case, ctx)
    if found is None:
        return ""
    return words(
        "at the latest {day}", day=long_date(found.latest, words.language, today=ctx.today)
    )


def reminder_words(meeting: date, ctx: Context, words: Words) -> str:
    """Say "påminning seinast fredag 19. februar"; empty where that day has gone by."""
    from phases.next_day import reminder_by
    from phases.showing_dates import long_date

    by = reminder_by(meeting, ctx)
    if by is None or by < ctx.today:
        return ""
    return words("reminder by {day}", day=long_date(by, words.language, today=ctx.today))
