"""Acts about consent to the log and to sharing (S0-13, R-C1)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from phases.case import LOG, Case
from phases.changes import refuse
from phases.commands.base import Draft, PrepareCommand, participant, service_in
from phases.context import Context
from phases.records import Consent
from phases.words import ConsentForm


class ConsentAdd(PrepareCommand):
    """A guardian or the child consents: to the log, or to share with a service (S0-13)."""

    name: ClassVar[str] = "consent-add"
    undoable: ClassVar[bool] = False
    by: str = ""
    covers: str = LOG
    """`log`, or a service; naming an employee means their service (R-C10)."""
    form: ConsentForm = "written"
    given: date | None = None
    expires: date | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Given today unless told otherwise."""
        person = participant(case, self.by, "by")
        if not person.family:
            raise refuse("family-consents", name=self.by)
        covers = LOG if self.covers.casefold() == LOG else service_in(case, self.covers, "covers")
        given = self.given or ctx.today
        if given > ctx.today:
            raise refuse("date-ahead")
        made = Consent(
            id=ctx.new_id(),
            by=person.id,
            covers=covers,
            form=self.form,
            given=given,
            expires=self.expires,
        )
        return Draft(made=made.id).put("consents", made)


class ConsentWithdraw(PrepareCommand):
    """A consent is taken back, from today; nobody asks why."""

    name: ClassVar[str] = "consent-withdraw"
    undoable: ClassVar[bool] = False
    by: str = ""
    covers: str = LOG

    def change(self, case: Case, ctx: Context) -> Draft:
        """Every consent of theirs that covers this."""
        person = participant(case, self.by, "by")
        covers = LOG if self.covers.casefold() == LOG else service_in(case, self.covers, "covers")
        draft = Draft()
        for consent in case.consents.values():
            if consent.by == person.id and consent.covers == covers and not consent.withdrawn:
                draft.put("consents", consent.with_(withdrawn=ctx.today))
        if not draft.tables:
            raise refuse("no-consent")
        return draft
