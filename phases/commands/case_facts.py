"""Acts about a case as a whole: its birth, and what is true of it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import Draft, PrepareCommand, participant, structure_in
from phases.context import Context
from phases.records import CaseFacts
from phases.words import Unit

CONSENT_AGES = (15, 16, 18)


class CaseNew(PrepareCommand):
    """The first entry of a case: its language, its structure, and whether it is a rehearsal."""

    name: ClassVar[str] = "case-new"
    undoable: ClassVar[bool] = False
    language: Literal["nn", "nb", "en"] = "nn"
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
    language: Literal["nn", "nb", "en"] | None = None
    unit: Unit | None = None
    consent_age: int | None = None
    own_consent_from: date | Literal[""] | None = None
    """From this day the youth's own consent is needed (R-C2); empty: it isn't known any more."""
    relay_holder: str | None = None
    meeting_dates: tuple[date, ...] | None = None
    """The BTI meetings already in the calendar (S3-25)."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only the fields that were given."""
        if self.consent_age is not None and self.consent_age not in CONSENT_AGES:
            raise refuse("bad-value", field="consent_age", allowed="15, 16, 18")
        given: dict[str, Any] = {
            "language": self.language,
            "unit": self.unit,
            "consent_age": self.consent_age,
            "own_consent_from": self.own_consent_from,
            "meeting_dates": self.meeting_dates,
        }
        if self.relay_holder is not None:
            holder = self.relay_holder
            given["relay_holder"] = participant(case, holder, "relay_holder").id if holder else ""
        fields = {k: v for k, v in given.items() if v is not None}
        if self.own_consent_from == "":
            fields["own_consent_from"] = None
        return Draft().put("case", case.facts.with_(**fields))
