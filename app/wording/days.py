"""What is said of a day while somebody picks one: which it is, what is on it, what speaks up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from app.wording.next_day import reminder_words
from app.wording.rules import finding_words
from phases.showing_dates import long_date, short_date
from phases.years import iso_week

if TYPE_CHECKING:
    from app.words import Words
    from phases.calendar import ClosedReason
    from phases.changes import Finding
    from phases.month import Month
    from phases.picking import DateBook, DayFacts, NamedSpan

CLOSED: Final = "×"
LATEST: Final = "◄"
OURS: Final = "•"
OTHER: Final = "○"
REMINDER: Final = "◊"
"""Signs behind a day. All of them are in the oldest fonts of a console, and one cell wide."""


class DaySaid(NamedTuple):
    """The lines about one day."""

    head: str
    """Which day it is, and what is on it."""
    remarks: str = ""
    """What the rules would say of it."""
    reminder: str = ""


def day_said(book: DateBook, day: date, findings: Iterable[Finding], words: Words) -> DaySaid:
    """All that is known of the day, in words: no sign or colour has to be understood."""
    _, facts = words, book.facts(day)
    told = [long_date(day, _.language), _("week {n}", n=iso_week(day).week)]
    told += [_("today")] if day == book.today else []
    told += [_("the latest day")] if facts.latest else []
    told += [_("BTI meeting")] if facts.planned else []
    if facts.others:
        told.append(_.many("another meeting", "{n} other meetings", facts.others))
    found = tuple(findings)
    if facts.reasons and not any(each.rule == "R-P8" for each in found):
        told.append(_("closed: {why}", why=_reasons(facts.reasons, _)))
    remarks = " ".join(finding_words(each, _) for each in found)
    return DaySaid(" · ".join(told), remarks, reminder_words(day, book.ctx, _))


def spans_said(book: DateBook, months: Iterable[Month], words: Words) -> list[str]:
    """The days of these months that are closed, by name: "22.–26. feb.: vinterferie"."""
    return [_span(span, words) for month in months for span in book.named_spans(month)]


def legend(book: DateBook, words: Words, *, meeting: bool, others: bool) -> str:
    """What each sign means, those alone that can stand here."""
    _ = words
    told = [(CLOSED, _("closed day"))]
    told += [(LATEST, _("the latest day"))] if book.latest and meeting else []
    told.append((OURS, _("BTI meeting")))
    told += [(OTHER, _.many("another meeting", "{n} other meetings", 1))] if others else []
    told += [(REMINDER, _("the reminder's latest day"))] if meeting else []
    return "  ".join(f"{sign} {said}" for sign, said in told)


def sign_of(facts: DayFacts) -> str:
    """The sign that matters most; the words tell the rest."""
    if facts.latest:
        return LATEST
    if facts.planned:
        return OURS
    if facts.others:
        return OTHER
    return CLOSED if facts.named else ""


def _span(span: NamedSpan, words: Words) -> str:
    days = short_date(span.last, words.language)
    if span.first < span.last:
        dot = "" if words.language == "en" else "."
        days = f"{span.first.day}{dot}–{days}"
    return f"{days}: {_reasons(span.reasons, words)}"


def _reasons(reasons: Iterable[ClosedReason], words: Words) -> str:
    """Every reason: two red days may fall on one (DA-6)."""
    told = (each.words(words.language) or words("the school is closed") for each in reasons)
    return words(" and ").join(told)
