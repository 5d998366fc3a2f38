"""Acts about help: offered, chosen, handed over, read aloud (S3-16 … S3-22)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    TITLE,
    AgreeCommand,
    AgreedAround,
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
from phases.holders import holding
from phases.records import Choice, HandOver, Offer
from phases.settle import to_read


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


class Accept(AgreedAround):
    """The one who was asked says yes, and is relay holder from now (S3-20)."""

    name: ClassVar[str] = "accept"

    def change(self, case: Case, ctx: Context) -> Draft:
        """The baton changes hands here and nowhere else."""
        given = _asked(case)
        accepted = given.model_copy(update={"accepted": True, "declined": False})
        draft = on_meeting(case, hand_over=accepted)
        held = holding(case, given.to, ctx.today, accepted_at=ctx.now.utc)
        return draft.put("case", case.facts.with_(**held))


class Decline(AgreedAround):
    """The one who was asked says no; nobody asks why."""

    name: ClassVar[str] = "decline"

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
        """Remember what was read: what is added later must be read too."""
        agreed = to_read(case, sitting_of(case))
        if not agreed:
            raise refuse("nothing-to-read")
        return on_meeting(case, read_aloud=agreed)
