"""Acts about what a held meeting leaves: minutes, signatures, the family's word, the folder."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    NAME,
    Command,
    Draft,
    PrepareCommand,
    held_in,
    participant,
)
from phases.context import Context
from phases.minutes import PLACES, minutes_of, recipients_of
from phases.records import Feedback, Signature
from phases.rights import Duty
from phases.words import Heard, MinutesStatus


class AfterwardsCommand(Command):
    """About a meeting that was begun, also when the next one is planned already."""

    duty: ClassVar[Duty] = "agree"
    meeting: int | None = None
    """Its number; left out, the newest that was begun."""


class MinutesCommand(AfterwardsCommand):
    """Who answers for the minutes, how far they are, who gets them, where they are filed.

    The text is made from the log. Final minutes go to everybody who took part (S3-31, R-E8).
    """

    name: ClassVar[str] = "minutes"
    status: MinutesStatus | None = None
    responsible: str | None = None
    recipients: tuple[str, ...] | None = None
    filed: tuple[str, ...] | None = None
    """Every place where they stand, ticked: `folder`, `log`, `archive`, or the structure's own."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only what was given; whoever answers for them is filled in from the unit (R-E7)."""
        sitting = held_in(case, self.meeting)
        found = minutes_of(case, sitting)
        given: dict[str, Any] = {"status": self.status}
        if self.status is not None:
            given["on"] = ctx.today if self.status == "final" else None
            if self.status == "final" and not found.recipients:
                given["recipients"] = recipients_of(case, ctx.today, sitting.meeting)
        if self.responsible is not None:
            given["responsible"] = participant(case, self.responsible, "responsible").id
        if self.recipients is not None:
            people = (participant(case, name, "recipients").id for name in self.recipients)
            given["recipients"] = tuple(dict.fromkeys(people))
        if self.filed is not None:
            given["filed"] = _places(self.filed, (*PLACES, *sitting.agenda.filing))
        kept = {k: v for k, v in given.items() if v is not None or k == "on"}
        return Draft(args={"meeting": sitting.meeting.id}).put("minutes", found.with_(**kept))


def _places(given: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    places = tuple(dict.fromkeys(place.casefold() for place in given))
    if any(place not in known for place in places):
        raise refuse("bad-value", field="filed", allowed=", ".join(dict.fromkeys(known)))
    return places


class Sign(AfterwardsCommand):
    """Tick that somebody has signed on paper; a name typed here is no signature (S4-08, L22)."""

    name: ClassVar[str] = "sign"
    who: str = ""
    on: date | None = None
    signed: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """With its date, or not signed after all."""
        person, day = participant(case, self.who), self.on or ctx.today
        if day > ctx.today:
            raise refuse("day-ahead")
        meeting = held_in(case, self.meeting).meeting
        others = tuple(s for s in meeting.signed if s.who != person.id)
        mine = (Signature(who=person.id, on=day),) if self.signed else ()
        return Draft().put("meetings", meeting.with_(signed=(*others, *mine)))


class FeedbackCommand(AfterwardsCommand):
    """How a guardian or the child found the meeting; they may say that they won't (S0-40, S1-18).

    Noted after talking with them: it supplements the talk and never stands in for it.
    """

    name: ClassVar[str] = "feedback"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"differently": COMMENT}
    who: str = ""
    heard: Heard = "yes"
    differently: str = ""
    """What they want done otherwise next time, in their words."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One answer each; a later one stands instead of the first."""
        person = participant(case, self.who)
        if not person.family:
            raise refuse("family-answers", name=self.who)
        here = held_in(case, self.meeting).meeting.id
        before = next(
            (f for f in case.feedback.values() if (f.meeting, f.by) == (here, person.id)), None
        )
        made = Feedback(
            id=before.id if before else ctx.new_id(),
            meeting=here,
            by=person.id,
            heard=self.heard,
            differently="" if self.heard == "declined" else self.differently,
        )
        return Draft(made=made.id).put("feedback", made)


class Retention(PrepareCommand):
    """How long the log stays here, and whether it stands in the folder or archive (R-E18, R-S4)."""

    name: ClassVar[str] = "retention"
    when_locked: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"where": NAME, "by": NAME, "why": NAME, "deleter": NAME}
    until: date | Literal[""] | None = None
    why: str | None = None
    """By which rule, or whose decision, it is kept so long."""
    deleter: str | None = None
    """Who deletes it then."""
    archived: bool | None = None
    """Whether it has been taken over into the folder or the archive: asked before deleting."""
    where: str | None = None
    by: str | None = None
    """Which rektor or styrar took it over; asked where the consent was withdrawn (SC-10)."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only what was given."""
        if self.archived and case.facts.locked and not (self.by or case.facts.archived_by):
            raise refuse("empty", field="by")
        given = {
            "archived": self.archived,
            "archived_in": self.where,
            "archived_by": self.by,
            "keep_why": self.why,
            "deleted_by": self.deleter,
        }
        fields: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
        if self.until is not None:
            fields["keep_until"] = self.until or None
        if not fields:
            raise refuse("empty", field="until")
        return Draft().put("case", case.facts.with_(**fields))
