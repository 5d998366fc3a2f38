"""Acts about a case as a whole: its birth, and what is true of it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import Draft, PrepareCommand, participant, structure_in
from phases.context import Context
from phases.holders import holding
from phases.records import CaseFacts, CaseLevel
from phases.words import CaseStatus, ClosedReason, Language, Unit

CONSENT_AGES = (15, 16, 18)
LEVELS = (0, 1, 2, 3)


class CaseNew(PrepareCommand):
    """The first entry of a case: its language, its structure, and whether it is a rehearsal."""

    name: ClassVar[str] = "case-new"
    undoable: ClassVar[bool] = False
    language: Language = "nn"
    structure: str = "bti-individual"
    rehearsal: bool = False
    unit: Unit = "school"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Once in a case's life."""
        if case.revision or case.last_seq:
            raise refuse("case-exists")
        structure_in(ctx, self.structure)
        facts = CaseFacts(
            id="case",
            language=self.language,
            structure=self.structure,
            rehearsal=self.rehearsal,
            unit=self.unit,
        )
        return Draft().put("case", facts)


class CaseSet(PrepareCommand):
    """Change what is true of the case as a whole; what is left out stays."""

    name: ClassVar[str] = "case-set"
    language: Language | None = None
    unit: Unit | None = None
    consent_age: int | None = None
    own_consent_from: date | Literal[""] | None = None
    """From this day the youth's own consent is needed (R-C2); empty: it isn't known any more."""
    birth_date: date | None = None
    """From this that day is worked out (DA-8); the birth date itself is not kept (L6)."""
    guardians_too: bool | None = None
    """Whether guardians consent beside a youth who is old enough to."""
    relay_holder: str | None = None
    meeting_dates: tuple[date, ...] | None = None
    """The BTI meetings already in the calendar (S3-25)."""
    level: int | None = None
    """The level of the work, 0 to 3, from today (D14)."""
    status: CaseStatus | None = None
    """`open` takes back a log closed by mistake; never one whose consent was withdrawn."""
    closed_reason: ClosedReason | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only the fields that were given."""
        if self.consent_age is not None and self.consent_age not in CONSENT_AGES:
            raise refuse("bad-value", field="consent_age", allowed="15, 16, 18")
        given: dict[str, Any] = {
            "language": self.language,
            "unit": self.unit,
            "consent_age": self.consent_age,
            "guardians_too": self.guardians_too,
            "meeting_dates": self.meeting_dates,
        }
        fields = {k: v for k, v in given.items() if v is not None}
        fields |= self._own_consent(case, ctx) | self._level(case, ctx) | self._status(case, ctx)
        if self.relay_holder is not None:
            name = self.relay_holder
            holder = participant(case, name, "relay_holder").id if name else ""
            fields |= holding(case, holder, ctx.today)
        return Draft().put("case", case.facts.with_(**fields))

    def _own_consent(self, case: Case, ctx: Context) -> dict[str, Any]:
        """The day from which the youth consents too: told, worked out, or moved with the age."""
        from phases.dateutil_typed import add_years
        from phases.years import unlikely_child

        if self.own_consent_from is not None:
            return {"own_consent_from": self.own_consent_from or None, "own_consent_age": 0}
        facts = case.facts
        age = self.consent_age or facts.consent_age
        if self.birth_date is not None:
            if self.birth_date > ctx.today:
                raise refuse("birth-ahead")
            if unlikely_child(self.birth_date, ctx.today):
                raise refuse("unlikely-child")
            own = add_years(self.birth_date, age)
            return {"own_consent_from": own, "own_consent_age": age}
        worked_out = facts.own_consent_age
        if worked_out and facts.own_consent_from is not None and age != worked_out:
            own = add_years(facts.own_consent_from, age - worked_out)
            return {"own_consent_from": own, "own_consent_age": age}
        return {}

    def _level(self, case: Case, ctx: Context) -> dict[str, Any]:
        if self.level is None:
            return {}
        if self.level not in LEVELS:
            raise refuse("bad-value", field="level", allowed="0, 1, 2, 3")
        if self.level == case.facts.level:
            return {}
        return {"levels": (*case.facts.levels, CaseLevel(level=self.level, on=ctx.today))}

    def _status(self, case: Case, ctx: Context) -> dict[str, Any]:
        if self.status is None and self.closed_reason is None:
            return {}
        status = self.status or case.facts.status
        if status == "open":
            if self.closed_reason is not None:
                raise refuse("open-has-no-reason")
            return {"status": "open", "closed_reason": None, "closed_on": None}
        reason = self.closed_reason or case.facts.closed_reason
        if reason == "consent-withdrawn":
            raise refuse("withdraw-instead")
        if reason is None:
            reason = "referred" if status == "referred" else "other"
        on = case.facts.closed_on or ctx.today
        return {"status": status, "closed_reason": reason, "closed_on": on}
