"""Acts about how it goes on, and who gets to know (S0-36, S2-6, S4-32)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    NAME,
    TITLE,
    AgreedAround,
    Draft,
    on_meeting,
    participant,
    sitting_of,
)
from phases.context import Context
from phases.records import Distribution, HalfYear, Outcome
from phases.words import OutcomeKind, Share


class OutcomeCommand(AgreedAround):
    """How it goes on: the case is closed, measures continue, or it is referred (S4-32).

    Closed stands alone. Referred needs to whom and who sees to it (R-E15).
    """

    name: ClassVar[str] = "outcome"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"text": COMMENT, "to": NAME}
    kinds: tuple[OutcomeKind, ...] = ()
    text: str = ""
    to: str = ""
    responsible: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One outcome, or two that go together."""
        kinds = tuple(dict.fromkeys(self.kinds))
        if not kinds:
            raise refuse("empty", field="kinds")
        if "closed" in kinds and len(kinds) > 1:
            raise refuse("closed-stands-alone")
        who = participant(case, self.responsible, "responsible").id if self.responsible else ""
        found = Outcome(kinds=kinds, text=self.text, to=self.to, responsible=who)
        return on_meeting(case, outcome=found)


class DistributionCommand(AgreedAround):
    """Who gets how much of the log: none, parts or the whole of it (S2-6d)."""

    name: ClassVar[str] = "distribution"
    how: Share = "none"
    to: tuple[str, ...] = ()
    """Left out: everybody whom the consent covers (R-E9)."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """By participant; the rule has seen to the consent."""
        to = tuple(dict.fromkeys(participant(case, name, "to").id for name in self.to))
        return on_meeting(case, distribution=Distribution(how=self.how, to=to))


class InformOthers(AgreedAround):
    """Who else is to be told of the effort, by role; nobody is an answer too (S2-6c, S4-55)."""

    name: ClassVar[str] = "inform-others"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"who": TITLE}
    who: str = ""
    """With commas between; empty: nobody else."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """All of them anew."""
        who = (name.strip() for name in self.who.split(","))
        return on_meeting(case, informed_others=tuple(dict.fromkeys(n for n in who if n)))


class HalfYearPlan(AgreedAround):
    """The meetings for half a year, if wanted: given, or chained from this one (S0-36, DA-11)."""

    name: ClassVar[str] = "half-year-plan"
    dates: tuple[date, ...] = ()
    """Left out: each at the latest day after the one before."""
    wanted: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """Kept with the meeting, and in the calendar of the case."""
        from phases.deadlines import HALF_A_YEAR
        from phases.next_day import chained, day_of

        first = day_of(sitting_of(case), ctx)
        last = HALF_A_YEAR.after(first)
        if not self.wanted:
            return on_meeting(case, half_year=HalfYear(first=first, last=last))
        dates = tuple(sorted(set(self.dates))) or chained(case, ctx)
        if not dates or dates[0] <= first:
            raise refuse("date-passed")
        draft = on_meeting(case, half_year=HalfYear(first=first, last=last, dates=dates))
        booked = tuple(sorted({*case.facts.meeting_dates, *dates}))
        return draft.put("case", case.facts.with_(meeting_dates=booked))
