"""What of a case is due, by day: reminders, minutes, assessments, consents, and keeping it.

Built on the rules that are asked at `due`, and told some days ahead: a rule speaks up when
something is late, and a list of what is to come is there so that it never is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from phases.case import LOG, Case
from phases.context import Context
from phases.covering import consent_holds, newest_consents
from phases.minutes import minutes_of
from phases.next_day import minutes_day
from phases.rules_activities import to_assess
from phases.rules_ask import Ask
from phases.rules_preparing import reminder_day

DueKind = Literal["reminder", "minutes", "assess", "consent-expires", "consent-youth", "keep"]

AHEAD: Final = timedelta(days=14)
"""How early a reminder, minutes or an assessment is told of."""
FAR_AHEAD: Final = timedelta(days=30)
"""How early a consent, and the end of keeping, are: a family has to be met for them."""


class Due(NamedTuple):
    """One thing to do; no name and no text of the log is in it."""

    on: date
    """The last day for it."""
    kind: DueKind
    rule: str
    """The rule that speaks up when that day has gone by."""
    many: int = 1
    """How many activities or consents."""


def due(case: Case, ctx: Context) -> tuple[Due, ...]:
    """Everything that is due or will soon be, the earliest first. A rehearsal has nothing due."""
    if case.facts.rehearsal:
        return ()
    found = [*_minutes(case, ctx), *_kept(case, ctx)]
    if case.facts.status == "open" and not case.facts.locked:
        found += [*_reminder(case, ctx), *_assess(case, ctx)]
        found += [*_expiring(case, ctx), *_of_the_youth(case, ctx)]
    return tuple(sorted(found))


def _reminder(case: Case, ctx: Context) -> Iterator[Due]:
    by = reminder_day(Ask(case, ctx))
    if by is not None and by <= ctx.today + AHEAD:
        yield Due(by, "reminder", "R-P1")


def _minutes(case: Case, ctx: Context) -> Iterator[Due]:
    # Of each meeting: those of an earlier one are forgotten once another has been held.
    for sitting in case.all_held():
        by = minutes_day(sitting, ctx)
        if by is not None and minutes_of(case, sitting).status != "final":
            yield Due(by, "minutes", "R-E6")


def _assess(case: Case, ctx: Context) -> Iterator[Due]:
    # The rule asks which day has gone by; so it is asked some days ahead.
    found = to_assess(case, ctx.today + AHEAD + timedelta(days=1))
    days = Counter(activity.assess_on for activity in found if activity.assess_on)
    yield from (Due(day, "assess", "R-E13", count) for day, count in days.items())


def _expiring(case: Case, ctx: Context) -> Iterator[Due]:
    until = ctx.today + FAR_AHEAD
    days: Counter[date] = Counter()
    for covers in {consent.covers.casefold() for consent in case.consents.values()}:
        newest = newest_consents(case, covers).values()
        live = [consent for consent in newest if consent.withdrawn is None]
        ends = [consent.expires for consent in live if consent.expires is not None]
        # One of the family whose consent has no end, or a later one, is enough (R-C1).
        if ends and len(ends) == len(live) and max(ends) <= until:
            days[max(ends)] += 1
    yield from (Due(day, "consent-expires", "R-C7", count) for day, count in days.items())


def _of_the_youth(case: Case, ctx: Context) -> Iterator[Due]:
    required = case.facts.own_consent_from
    if required is None or required > ctx.today + FAR_AHEAD:
        return
    if not consent_holds(case, LOG, ctx.today, by_child=True):
        yield Due(required, "consent-youth", "R-C2" if required <= ctx.today else "R-C3")


def _kept(case: Case, ctx: Context) -> Iterator[Due]:
    until = case.facts.keep_until
    if until is not None and until <= ctx.today + FAR_AHEAD:
        yield Due(until, "keep", "R-S4")
