"""Acts about consent to the log and to sharing (S0-13, S0-14, S2-2b, R-C1 … R-C10)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from phases.case import LOG, Case
from phases.changes import refuse
from phases.commands.base import NAME, TITLE, Draft, PrepareCommand, participant, service_in
from phases.context import Context
from phases.covering import COOPERATION, covered, service_of
from phases.records import Consent, Participant
from phases.words import ConsentForm


def covers_in(case: Case, covers: str) -> str:
    """The log, the cooperation, or a service's own name. Raises RefusedError."""
    wanted = covers.casefold().strip()
    return wanted if wanted in (LOG, COOPERATION) else service_in(case, covers, "covers")


class ConsentAdd(PrepareCommand):
    """A guardian or the child consents: to the log, or to share with a service (S0-13)."""

    name: ClassVar[str] = "consent-add"
    undoable: ClassVar[bool] = False
    texts: ClassVar[dict[str, int]] = {
        "purpose": TITLE, "what": TITLE, "document": TITLE, "note": TITLE,
    }  # fmt: skip
    by: str = ""
    covers: str = LOG
    """`log`, `cooperation`, or a service; naming an employee means their service (R-C10)."""
    form: ConsentForm = "written"
    given: date | None = None
    expires: date | None = None
    """The last day on which it holds; a new one replaces it then (R-C7)."""
    purpose: str = ""
    what: str = ""
    """Which information may be shared."""
    document: str = ""
    """Where the signed paper lies."""
    note: str = ""
    """Where an oral one was written down; a meeting under way is its own note."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Given today unless told otherwise; an oral one needs a day, a meeting or a note (L1).

        A service that was left out until now takes part again, if that is enough to cover it: one
        that has run out already, or another guardian's withdrawal, keeps it out (INV-05).
        """
        person = participant(case, self.by, "by")
        if not person.family:
            raise refuse("family-consents", name=self.by)
        covers = covers_in(case, self.covers)
        given = self.given or ctx.today
        if given > ctx.today:
            raise refuse("date-ahead")
        if self.expires is not None and self.expires < given:
            raise refuse("expires-before")
        meeting = _underway(case)
        if self.form == "oral" and not (self.note or self.given or meeting):
            raise refuse("oral-unnoted")
        made = Consent(
            id=ctx.new_id(),
            by=person.id,
            covers=covers,
            form=self.form,
            given=given,
            expires=self.expires,
            purpose=self.purpose,
            what=self.what,
            document=self.document,
            note=self.note,
            meeting=meeting if self.form == "oral" and self.given is None else "",
        )
        draft = Draft(made=made.id, args={"covers": covers}).put("consents", made)
        after = case.with_(consents={**case.consents, made.id: made})
        if not covered(after, covers, ctx.today):
            return draft
        return _leaving_out(case, covers, draft, out=False)


def _underway(case: Case) -> str:
    sitting = case.sitting
    return sitting.meeting.id if sitting is not None and sitting.underway else ""


class ConsentWithdraw(PrepareCommand):
    """A consent is taken back, from now; nobody asks why (R-C6)."""

    name: ClassVar[str] = "consent-withdraw"
    undoable: ClassVar[bool] = False
    by: str = ""
    covers: str = LOG
    """`log`: the whole log closes for good. A service: it is left out from now on."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Sharing stops at once: a running clock pauses, or the meeting is broken off (SC-10).

        A log in which nothing has been written yet isn't closed: it stays a draft (INV-01).
        """
        person = participant(case, self.by, "by")
        covers = covers_in(case, self.covers)
        theirs = [c for c in case.consents.values() if c.by == person.id and not c.withdrawn]
        taken = [c for c in theirs if c.covers == covers]
        if not taken and not (covers == LOG and _has_consented(case, person)):
            raise refuse("no-consent")
        args: dict[str, Any] = {"by": person.id, "role": person.role, "covers": covers}
        draft = Draft(args=args)
        for consent in taken:
            draft.put("consents", consent.with_(withdrawn=ctx.today))
        if covers != LOG:
            if case.sitting is not None and case.sitting.state == "running":
                args["stops"] = "clock"
            return _leaving_out(case, covers, draft, out=True)
        return _closing(case, ctx, draft) if case.opened else draft


def _has_consented(case: Case, person: Participant) -> bool:
    """Whether somebody has had a say here before: then the log is theirs to close too."""
    return person.family and any(c.by == person.id for c in case.consents.values())


def _closing(case: Case, ctx: Context, draft: Draft) -> Draft:
    """The log closes: no more is written, the meeting is broken off, and none follows."""
    closed = case.facts.with_(
        status="closed", closed_reason="consent-withdrawn", closed_on=ctx.today, locked=True
    )
    draft.put("case", closed)
    sitting = case.sitting
    if sitting is None:
        return draft
    meeting = sitting.meeting
    if sitting.underway:
        draft.args["stops"] = "meeting"
    if sitting.state == "planned":
        draft.put("meetings", meeting.with_(cancelled=True))
    elif meeting.next_meeting is not None:
        draft.put("meetings", meeting.with_(next_meeting=None))
    return draft


def _leaving_out(case: Case, covers: str, draft: Draft, *, out: bool) -> Draft:
    """Everybody who speaks for this service takes no part, or takes part again."""
    for person in case.participants.values():
        if service_of(person).casefold() == covers.casefold() and person.left_out != out:
            draft.put("participants", person.with_(left_out=out))
    return draft


class LeaveOut(PrepareCommand):
    """Somebody takes no part and isn't named: no consent covers them (R-C4); `out=no`: again."""

    name: ClassVar[str] = "leave-out"
    texts: ClassVar[dict[str, int]] = {"who": NAME}
    who: str = ""
    """A participant, or a service: then all who speak for it."""
    out: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """A service as a whole: consents are given to services, not to people."""
        person = case.find_participant(self.who)
        if person is None:
            spoken_for = service_in(case, self.who, "who")
            person = case.speaker_for(spoken_for)
        if person is None:
            raise refuse("no-participant", name=self.who)
        if person.family:
            raise refuse("not-family", name=self.who)
        draft = Draft(args={"who": person.id, "out": self.out})
        if person.role == "service":
            _leaving_out(case, service_of(person), draft, out=self.out)
        elif person.left_out != self.out:
            draft.put("participants", person.with_(left_out=self.out))
        return draft
