"""What was agreed, as sentences that can be read aloud (S3-22) or said as a welcome.

A title is whatever people typed, so no sentence can be built around it that is right for all of
them. One rule: where the title begins with a number ("Fire samtalar", "2 møte") it names
something that somebody *has*, and reads as one sentence, "Helsesjukepleiar har fire samtalar
innan 9. februar."; any other title stands as it was typed after a colon, "Kontaktlærar:
Leksehjelp tysdag, innan 9. februar.", unless it begins with that name: then it says
who itself. Guessing at verbs was rejected: it would be wrong aloud, before the family.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from phases.date_names import MONTHS, language_or_default

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity

NUMBERS: Final[frozenset[str]] = frozenset(
    {
        *("ein", "ei", "eit", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
        *("en", "et", "syv", "elleve", "tolv"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("a", "an", "eleven", "twelve"),
    }
)
"""The first words, in any of the languages, after which a title is a thing one has."""

DAYS_WITHOUT_A_YEAR: Final = 365


def agreement_sentence(
    activity: Activity, case: Case, words: Words, *, today: date | None = None
) -> str:
    """One agreement as a sentence: who, what, by when.

    The year is said only where the date isn't within a year from `today`, by default the day of
    the newest meeting.
    """
    who, day = case.label(activity.owner), today or _meeting_day(case)
    return agreed_words(who, activity.title, activity.due, day, words)


def agreed_words(who: str, title: str, due: date | None, today: date | None, words: Words) -> str:
    """The same of an agreement that is known by its facts alone."""
    title = title.rstrip(".")
    by = "" if due is None else spoken_day(due, today, words)
    if _begins_with(title, who):
        return words("{what} by {when}.", what=title, when=by) if by else f"{title}."
    if _is_counted(title, words):
        what = title[:1].lower() + title[1:]
        if by:
            return words("{who} has {what} by {when}.", who=who, what=what, when=by)
        return words("{who} has {what}.", who=who, what=what)
    if by:
        return words("{who}: {what}, by {when}.", who=who, what=title, when=by)
    return words("{who}: {what}.", who=who, what=title)


def last_time_words(case: Case, words: Words) -> str:
    """Say "Sist vart vi einige om …": what the meeting before left to do, or set out to solve.

    Empty when there was no earlier meeting, or nothing of it is still open.
    """
    sitting = case.sitting
    if sitting is None:
        return ""
    number = sitting.meeting.number
    # One that was called off agreed on nothing: the one before it is what people remember.
    earlier = [m for m in case.meetings.values() if m.number < number and not m.cancelled]
    if not earlier:
        return ""
    last = max(earlier, key=lambda m: m.number)
    agreed = [f"{a.title.rstrip('.')} ({case.label(a.owner)})" for a in case.agreed_in(last.id)]
    agreed += [f"{o.text.rstrip('.')} ({o.service})" for o in case.chosen_in(last.id)]
    if agreed:
        return words("Last time we agreed on: {what}.", what="; ".join(agreed))
    if last.challenge:
        return words("Last time we wanted to solve: {what}", what=last.challenge)
    return ""


def _begins_with(title: str, who: str) -> bool:
    """Whether the title says already who does it: "Mor og lærar snakkast på telefon"."""
    told, name = title.casefold(), who.casefold()
    return bool(name) and told.startswith(name) and told[len(name) : len(name) + 1] in {" ", ","}


def _is_counted(title: str, words: Words) -> bool:
    first = title.split(" ", 1)[0].casefold()
    if first == "eleven" and language_or_default(words.language) != "en":
        # The pupil, and not the number.
        return False
    return " " in title and (first in NUMBERS or first.isdecimal())


def _meeting_day(case: Case) -> date | None:
    at = case.sitting.meeting.at if case.sitting else None
    return at.date() if at else None


def spoken_day(day: date, today: date | None, words: Words) -> str:
    """Say "9. februar", with the year where it isn't the next such day to come."""
    tongue = language_or_default(words.language)
    month = MONTHS[tongue][day.month - 1]
    shown = f"{day.day} {month}" if tongue == "en" else f"{day.day}. {month}"
    near = today is not None and 0 <= (day - today).days < DAYS_WITHOUT_A_YEAR
    return shown if near else f"{shown} {day.year}"


def reading_lines(case: Case, words: Words) -> list[str]:
    """What was agreed in this meeting, a sentence each (S3-22)."""
    sitting = case.sitting
    if sitting is None:
        return []
    here = sitting.meeting.id
    agreed = [agreement_sentence(a, case, words) for a in case.agreed_in(here)]
    agreed += chosen_sentences(case, here, words)
    # An answer that is awaited is no agreement: alone it is nothing to tick as read.
    return [*agreed, *_awaited(case, words)] if agreed else []


def _awaited(case: Case, words: Words) -> list[str]:
    """Who answers about the baton, by when."""
    given = case.sitting.meeting.hand_over if case.sitting else None
    if given is None or not given.waiting or given.answer_by is None:
        return []
    who = case.label(given.to)
    return [awaited_words(who, given.answer_by, _meeting_day(case), words)]


def awaited_words(who: str, answers_by: date, today: date | None, words: Words) -> str:
    """Who answers about the baton, by when, for whom it is known by its facts alone."""
    return words("{who} answers by {when}.", who=who, when=spoken_day(answers_by, today, words))


def chosen_sentences(case: Case, meeting_id: str, words: Words) -> list[str]:
    """Help that was chosen and that no activity has grown out of yet: who, and what."""
    return [agreed_words(o.service, o.text, None, None, words) for o in case.chosen_in(meeting_id)]
