"""Acts about what comes after the meeting (S3-25 … S3-27)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    NAME,
    OVER,
    PLACE,
    TITLE,
    AgreeCommand,
    AgreedAround,
    Draft,
    on_meeting,
    participant,
)
from phases.context import Context
from phases.records import InformChild, NextMeeting
from phases.rights import Duty
from phases.words import MeetingState


class NextMeetingCommand(AgreedAround):
    """The next meeting's date, or arranged later: who calls whom by when (R-E4)."""

    name: ClassVar[str] = "next-meeting"
    texts: ClassVar[dict[str, int]] = {"at": 5, "called": NAME, "place": PLACE}
    on: date | None = None
    at: str = ""
    caller: str = ""
    called: str = ""
    by: date | None = None
    place: str = ""
    """Where, with a date (S4-56); left out, the next plan proposes the room of this one."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One or the other, whole."""
        if self.on is None and not (self.caller and self.by):
            raise refuse("date-or-caller")
        if self.on is not None and self.on <= ctx.today:
            raise refuse("date-passed")
        caller = participant(case, self.caller, "caller").id if self.caller else ""
        agreed = NextMeeting(
            on=self.on,
            at=self.at,
            place=self.place,
            caller=caller,
            called=self.called,
            by=self.by,
        )
        return on_meeting(case, next_meeting=agreed)


class InformChildCommand(AgreedAround):
    """Who tells an absent child what was agreed, how and when (R-E5)."""

    name: ClassVar[str] = "inform-child"
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
    when_locked: ClassVar[bool] = True
    duty: ClassVar[Duty] = "evaluate"
    states: ClassVar[frozenset[MeetingState] | None] = OVER

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, family_left=True)
