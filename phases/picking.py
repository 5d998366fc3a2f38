"""What is known of a day for whoever picks the date of a meeting.

Pure, and asked again for each day the cursor comes to: what a rule would say once the date is
saved is said beforehand, by the rule itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from phases.calendar import NO_CLOSURES, ClosedBy, ClosedReason, closed_reasons
from phases.case import Case
from phases.changes import Finding
from phases.commands import Command
from phases.commands.closing import NextMeetingCommand
from phases.commands.outcome import HalfYearPlan
from phases.commands.planning import MeetingPlan
from phases.context import Context
from phases.month import Month
from phases.next_day import latest_next, next_planned, reminder_by
from phases.red_days import RedDay
from phases.rules import asked_at
from phases.rules_ask import Ask
from phases.sitting import Sitting
from phases.slots import slots

SAID_OF_DAYS: Final = ("R-E1", "R-E2", "R-E3", "R-P8", "INV-14")
"""The rules that say something of the day itself; the rest have been told when it is saved."""

DAY: Final = timedelta(days=1)
NOON: Final = time(12)
"""No zone's clocks change then: a day without a time of day is asked about at noon."""


class DayFacts(NamedTuple):
    """One day, as a calendar marks it."""

    reasons: tuple[ClosedReason, ...] = ()
    """Why it isn't open (DA-4)."""
    latest: bool = False
    """It is the last day of the deadline (DA-3)."""
    planned: bool = False
    """A BTI meeting of this case is on that day."""
    others: int = 0
    """How many meetings of other cases are; nothing else of them is known here (R-S6)."""

    @property
    def named(self) -> tuple[ClosedReason, ...]:
        """The reasons that are worth a name: not that it is a Saturday or a Sunday."""
        return tuple(reason for reason in self.reasons if not _weekend(reason))


class NamedSpan(NamedTuple):
    """Days in a row that are closed for the same named reasons."""

    first: date
    last: date
    reasons: tuple[ClosedReason, ...]


class DateBook:
    """The days around a case, as far as they matter to the date of a meeting."""

    def __init__(self, case: Case, ctx: Context) -> None:
        """For the case as it stands."""
        self._case = case
        self.ctx = ctx
        self.today = ctx.today
        held = self._counted_from()
        found = latest_next(case, ctx, held) if held else None
        self.latest = found.latest if found else None
        """The latest day of the meeting after the newest one that was held, where it has one."""
        from_plan = held is not None and held.agenda.next_from_plan
        self.from_plan = next_planned(case, ctx) if from_plan else None
        """The next day of the year's plan, where the structure takes the next meeting from it."""
        self._planned = frozenset(_planned_days(case, ctx))
        self._others: dict[date, int] = {}

    @property
    def aim(self) -> date | None:
        """The day that the structure has for the next meeting; None where it has none."""
        return self.from_plan or self.latest

    def _counted_from(self) -> Sitting | None:
        """The meeting that the deadline is counted from: the one under way, else the last held."""
        sitting = self._case.sitting
        if sitting is not None and (sitting.underway or sitting.over):
            return sitting
        return self._case.held

    def add_others(self, days: tuple[date, ...]) -> None:
        """Meetings of another case, as they are found."""
        for day in days:
            self._others[day] = self._others.get(day, 0) + 1

    def facts(self, day: date) -> DayFacts:
        """What a calendar marks."""
        return DayFacts(
            closed_reasons(day, self.ctx.calendar or NO_CLOSURES),
            day == self.latest,
            day in self._planned,
            self._others.get(day, 0),
        )

    def reminder(self, day: date) -> date | None:
        """The latest day of the reminder of a meeting on that day (DA-5); None once it is past."""
        by = reminder_by(day, self.ctx)
        return by if by is not None and by >= self.today else None

    def named_spans(self, month: Month) -> list[NamedSpan]:
        """The days of a month that are closed by name: each red day, and each closure as a whole.

        Apart, though a red day may lie in a closure: Easter would else be told in five pieces.
        """
        found: list[NamedSpan] = []
        running: dict[ClosedReason, date] = {}
        for number in range((month.last - month.first).days + 2):
            day = month.first + timedelta(days=number)
            here = self.facts(day).named if day in month else ()
            alone = (ClosedBy.RED_DAY, ClosedBy.EVE)
            reds = tuple(reason for reason in here if reason.kind in alone)
            found += [NamedSpan(day, day, reds)] if reds else []
            for reason in [each for each in running if each not in here]:
                found.append(NamedSpan(running.pop(reason), day - DAY, (reason,)))
            for reason in here:
                if reason.kind is ClosedBy.CLOSURE:
                    running.setdefault(reason, day)
        return sorted(found, key=lambda span: (span.first, span.last))

    def said_of_next(self, day: date) -> tuple[Finding, ...]:
        """What the rules would say if the next meeting were agreed for that day."""
        return (*self.said_of_any(day), *self._said(NextMeetingCommand(on=day)))

    def said_of_plan(self, day: date) -> tuple[Finding, ...]:
        """What they would say if the meeting to come were planned for it."""
        found = self._said(MeetingPlan(at=datetime.combine(day, NOON, self.ctx.zone)))
        held = self._counted_from()
        if held is None or self.latest is None or day <= self.latest:
            return found
        # Planning asks no rule about it: mostly the date was agreed. Here it is still chosen.
        within = held.agenda.next_within
        rule = "R-E2" if within is not None and within.months else "R-E1"
        return (Finding(rule, {"day": self.latest.isoformat()}), *found)

    def said_of_dates(self, day: date) -> tuple[Finding, ...]:
        """What they would say of it among the days of a plan, which go on beyond the deadline."""
        return (*self.said_of_any(day), *self._said(HalfYearPlan(dates=(day,))))

    def said_of_any(self, day: date) -> tuple[Finding, ...]:
        """For a day by which something else is to be done: only that it has gone by."""
        return (Finding("INV-14"),) if day < self.today else ()

    def _said(self, command: Command) -> tuple[Finding, ...]:
        ask = Ask(self._case, self.ctx, command)
        asked = (rule for rule in asked_at(command.name) if rule.id in SAID_OF_DAYS)
        found = ((rule.id, rule.check(ask)) for rule in asked)
        return tuple(Finding(rule, hit) for rule, hit in found if hit is not None)


def _planned_days(case: Case, ctx: Context) -> Iterator[date]:
    if case.sitting is not None and case.sitting.underway:
        yield ctx.today
    yield from (slot.day for slot in slots(case, ctx) if not slot.cancelled)
    yield from case.facts.meeting_dates


def _weekend(reason: ClosedReason) -> bool:
    return reason.kind is ClosedBy.SATURDAY or reason.name == RedDay.SUNDAY.value
