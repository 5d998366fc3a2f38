"""What a meeting ends with, as sentences: the baton, the next meeting, who tells the child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phases.showing_dates import long_date, numeric_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.export_document import HandOverPart, InformChildPart, NextMeetingPart
    from phases.records import HandOver, InformChild, NextMeeting


def baton_words(case: Case, given: HandOver | HandOverPart, words: Words) -> str:
    """Who takes the baton, or was asked and has not answered yet."""
    name = case.label(given.to)
    if given.accepted:
        return words("{name} takes the baton", name=name)
    if given.declined:
        return words("{name} was asked about the baton and said no", name=name)
    if given.answer_by:
        by = numeric_date(given.answer_by)
        return words("{name} answers about the baton by {date}", name=name, date=by)
    return words("{name} has been asked about the baton", name=name)


def next_words(case: Case, following: NextMeeting | NextMeetingPart, words: Words) -> str:
    """The day, or who calls by when."""
    if following.on:
        return words("Next meeting: {day}", day=day_words(following, words))
    return later_words(case, following, words)


def later_words(case: Case, following: NextMeeting | NextMeetingPart, words: Words) -> str:
    """Who calls whom by when, where no day was agreed (R-E4)."""
    caller = case.label(following.caller or "")
    by = numeric_date(following.by) if following.by else ""
    if whom := following.called:
        return words("Arranged later: {who} calls {whom} by {date}", who=caller, whom=whom, date=by)
    return words("Arranged later: {who} calls by {date}", who=caller, date=by)


def day_words(following: NextMeeting | NextMeetingPart, words: Words) -> str:
    """The next meeting's day, with hour and place where they were agreed (S4-56)."""
    day = long_date(following.on, words.language) if following.on else ""
    when = f"{day} {following.at}".strip()
    return ", ".join(part for part in (when, following.place) if part)


def meeting_day(following: NextMeeting, words: Words) -> str:
    """The same on paper: "tysdag 2. mars 2027 kl. 13.00"."""
    if following.on is None:
        return ""
    shown = long_date(following.on, words.language)
    if following.at:
        shown = words("{day} at {time}", day=shown, time=hour(following.at, words))
    return ", ".join(part for part in (shown, following.place) if part)


def hour(at: str, words: Words) -> str:
    """The time of day, kept as `13:00`: "13.00" in Norwegian."""
    return at if words.language == "en" else at.replace(":", ".")


def telling_words(case: Case, told: InformChild | InformChildPart) -> str:
    """Who, how and when."""
    when = numeric_date(told.when) if told.when else ""
    return ", ".join(part for part in (case.label(told.who), told.how, when) if part)
