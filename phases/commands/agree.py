"""Acts that settle what the meeting agrees on (S3-02 … S3-27)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    CHALLENGE,
    COMMENT,
    NAME,
    OVER,
    TITLE,
    UNDERWAY,
    Command,
    Draft,
    offer,
    on_meeting,
    participant,
    service_in,
    sitting_of,
    title_line,
    unless_changed,
)
from phases.context import Context
from phases.records import Choice, HandOver, InformChild, NextMeeting, Offer
from phases.rights import Duty
from phases.settle import NOBODY
from phases.words import MeetingState


class AgreeCommand(Command):
    """Settled in a meeting that is under way."""

    duty: ClassVar[Duty] = "agree"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY


class Introductions(AgreeCommand):
    """Everybody has said name and role, or the round is skipped (S3-02)."""

    name: ClassVar[str] = "introductions"
    how: Literal["done", "skipped"] = "done"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, introductions=self.how)


class ConsentTold(AgreeCommand):
    """The consent that has been given was told of (S3-03, R-C5)."""

    name: ClassVar[str] = "consent-told"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, consent_told=True)


class Writer(AgreeCommand):
    """Who writes the minutes for the child's folder (S3-04)."""

    name: ClassVar[str] = "writer"
    states: ClassVar[frozenset[MeetingState] | None] = None
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """A participant who is employed."""
        person = participant(case, self.who)
        if person.family:
            raise refuse("not-family", name=self.who)
        return on_meeting(case, writer=person.id)


class Viddevakt(AgreeCommand):
    """Who guards the structure (S3-07, R-M1); `who=none`: nobody, the clock and all help."""

    name: ClassVar[str] = "viddevakt"
    states: ClassVar[frozenset[MeetingState] | None] = None
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Never a guardian or the child (domain §2.2)."""
        if self.who == NOBODY:
            return on_meeting(case, viddevakt=NOBODY)
        person = participant(case, self.who)
        if person.family:
            raise refuse("not-family", name=self.who)
        return on_meeting(case, viddevakt=person.id)


class Challenge(AgreeCommand):
    """The shared challenge in one sentence, repeated in the decision and the closing (S3-23)."""

    name: ClassVar[str] = "challenge"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"text": CHALLENGE}
    text: str = ""
    was: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Write it down."""
        unless_changed(sitting_of(case).meeting.challenge, self.was, "challenge")
        return on_meeting(case, challenge=self.text)


class OfferAdd(AgreeCommand):
    """What a service can contribute, and how it sees the challenge (S3-16, S3-17)."""

    name: ClassVar[str] = "offer-add"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"text": TITLE, "view": COMMENT}
    service: str = ""
    text: str = ""
    view: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One offer more in the list."""
        if not self.text:
            raise refuse("empty", field="text")
        made = Offer(
            id=ctx.new_id(),
            meeting=sitting_of(case).meeting.id,
            service=service_in(case, self.service),
            text=self.text,
            view=self.view,
        )
        draft = Draft(made=made.id, args={"service": made.service, "offer": made.id})
        return draft.put("offers", made)


class OfferEdit(AgreeCommand):
    """Change one field of an offer: `text` or `view`."""

    name: ClassVar[str] = "offer-edit"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"value": COMMENT}
    id: str = ""
    field: Literal["text", "view"] = "text"
    value: str = ""
    was: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """By field, so that two people's edits both live."""
        found = offer(case, self.id)
        unless_changed(getattr(found, self.field), self.was, self.field)
        value = title_line(self.value, "text") if self.field == "text" else self.value
        return Draft().put("offers", found.with_(**{self.field: value}))


class Choose(AgreeCommand):
    """Which offers the family wants first, or `none-now`; decided together (S3-19, R-M16)."""

    name: ClassVar[str] = "choose"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"why": TITLE}
    offers: tuple[str, ...] = ()
    """Ids, or the services that made them."""
    none_now: bool = False
    why: str = ""
    decided_by: tuple[str, ...] = ()

    def change(self, case: Case, ctx: Context) -> Draft:
        """Without names: teacher first, then child and guardians, whose word is the last."""
        if bool(self.offers) == self.none_now:
            raise refuse("choose-or-none")
        chosen = tuple(offer(case, o).id for o in self.offers)
        choice = Choice(offers=chosen, none_now=self.none_now, reason=self.why)
        by = _with_family(case, self.decided_by) if self.decided_by else deciders(case)
        return on_meeting(case, choice=choice, decided_by=by)


def _with_family(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """These people, at least one of the family among them: the decision is theirs (S3-06)."""
    people = [participant(case, name) for name in names]
    if not any(p.family for p in people):
        raise refuse("family-decides")
    return tuple(p.id for p in people)


def deciders(case: Case) -> tuple[str, ...]:
    """Who decides together: teacher, child and guardians present, the family last (S3-06)."""
    teachers = [p.id for p in case.present if p.teacher]
    children = [p.id for p in case.present if p.role == "child"]
    guardians = [p.id for p in case.present if p.role == "guardian"]
    return (*teachers, *children, *guardians)


class DecidedBy(AgreeCommand):
    """Who took part in the decision, when it is others than those who usually do."""

    name: ClassVar[str] = "decided-by"
    who: tuple[str, ...] = ()

    def change(self, case: Case, ctx: Context) -> Draft:
        """Take their names."""
        return on_meeting(case, decided_by=_with_family(case, self.who))


class HandOverCommand(AgreeCommand):
    """Ask somebody to take the baton; they may say no, or answer by a date (INV-02)."""

    name: ClassVar[str] = "hand-over"
    to: str = ""
    answer_by: date | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Asked is not accepted: the old holder keeps it until then (R-M17)."""
        person = participant(case, self.to, "to")
        return on_meeting(case, hand_over=HandOver(to=person.id, answer_by=self.answer_by))


class Accept(AgreeCommand):
    """The one who was asked says yes, and is relay holder from now (S3-20)."""

    name: ClassVar[str] = "accept"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER

    def change(self, case: Case, ctx: Context) -> Draft:
        """The baton changes hands here and nowhere else."""
        given = _asked(case)
        accepted = given.model_copy(update={"accepted": True, "declined": False})
        draft = on_meeting(case, hand_over=accepted)
        return draft.put("case", case.facts.with_(relay_holder=given.to))


class Decline(AgreeCommand):
    """The one who was asked says no; nobody asks why."""

    name: ClassVar[str] = "decline"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER

    def change(self, case: Case, ctx: Context) -> Draft:
        """The old holder keeps the baton."""
        given = _asked(case)
        return on_meeting(case, hand_over=given.model_copy(update={"declined": True}))


def _asked(case: Case) -> HandOver:
    given = sitting_of(case).meeting.hand_over
    if given is None or not given.waiting:
        raise refuse("nobody-asked")
    return given


class NoMeasure(AgreeCommand):
    """No measure is written down this time, and why (INV-08)."""

    name: ClassVar[str] = "no-measure"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"why": TITLE}
    why: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """A reason stands in the place of the measures."""
        if not self.why:
            raise refuse("empty", field="why")
        return on_meeting(case, no_measure=self.why)


class ReadAloud(AgreeCommand):
    """What was agreed has been read aloud, as it stands now (S3-22)."""

    name: ClassVar[str] = "read-aloud"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Remember which measures: one that is added later must be read too."""
        agreed = tuple(a.id for a in case.agreed_in(sitting_of(case).meeting.id))
        if not agreed:
            raise refuse("nothing-to-read")
        return on_meeting(case, read_aloud=agreed)


class NextMeetingCommand(AgreeCommand):
    """The next meeting's date, or arranged later: who calls whom by when (R-E4)."""

    name: ClassVar[str] = "next-meeting"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER
    texts: ClassVar[dict[str, int]] = {"at": 5, "called": NAME}
    on: date | None = None
    at: str = ""
    caller: str = ""
    called: str = ""
    by: date | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """One or the other, whole."""
        if self.on is None and not (self.caller and self.by):
            raise refuse("date-or-caller")
        if self.on is not None and self.on <= ctx.today:
            raise refuse("date-passed")
        caller = participant(case, self.caller, "caller").id if self.caller else ""
        agreed = NextMeeting(on=self.on, at=self.at, caller=caller, called=self.called, by=self.by)
        return on_meeting(case, next_meeting=agreed)


class InformChildCommand(AgreeCommand):
    """Who tells an absent child what was agreed, how and when (R-E5)."""

    name: ClassVar[str] = "inform-child"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER
    texts: ClassVar[dict[str, int]] = {"how": TITLE}
    who: str = ""
    how: str = ""
    when: date | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """A participant; how and when where they are known."""
        person = participant(case, self.who)
        told = InformChild(who=person.id, how=self.how, when=self.when)
        return on_meeting(case, inform_child=told)


class StaffStay(AgreeCommand):
    """The services were told to stay and talk about how the meeting was run (S3-26)."""

    name: ClassVar[str] = "staff-stay"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, staff_stay=True)


class FamilyLeft(AgreeCommand):
    """Answer "Er familien gått?": the staff are alone and may evaluate (R-E10)."""

    name: ClassVar[str] = "family-left"
    duty: ClassVar[Duty] = "evaluate"
    states: ClassVar[frozenset[MeetingState] | None] = OVER

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, family_left=True)
