"""Acts before a meeting: what was sent, what stands in other systems, who shall come."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    NAME,
    PLANNED,
    Draft,
    PrepareCommand,
    on_meeting,
    participant,
    sitting_of,
)
from phases.context import Context
from phases.notices import time_frame, untold
from phases.records import Notice, OwnSystem
from phases.words import Channel, MeetingState, NoticeKind, OwnSystemKind


class NoticeCommand(PrepareCommand):
    """Note that a summons, an invitation or a reminder went out; nothing is sent (S0-06 … S0-08).

    To those who are named; where nobody is, to everybody who comes and hasn't got theirs yet.
    An invitation goes by the log (S1-06). A summons goes to everybody who shall come (S4-40);
    without purpose, place and time frame it is refused (R-P6).
    """

    name: ClassVar[str] = "notice"
    texts: ClassVar[dict[str, int]] = {"template": NAME}
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED
    kind: NoticeKind = "reminder"
    channel: Channel = "log"
    on: date | None = None
    to: tuple[str, ...] = ()
    template: str = ""
    """Which template the text was made from, and in which wording."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Today unless told otherwise."""
        sitting = sitting_of(case)
        here = sitting.meeting.id
        begins, ends = time_frame(sitting)
        named = (participant(case, name, "to").id for name in self.to)
        made = Notice(
            id=ctx.new_id(),
            meeting=here,
            kind=self.kind,
            sent_on=_done_on(self.on, ctx),
            channel=self.channel,
            to=tuple(dict.fromkeys(named)) or self._everybody(case, here),
            template=self.template,
            begins=begins,
            ends=ends,
        )
        return Draft(made=made.id).put("notices", made)

    def _everybody(self, case: Case, meeting: str) -> tuple[str, ...]:
        """By id, so that whoever is set up afterwards counts as not having got theirs."""
        left = untold(case, meeting, self.kind)
        return tuple(person.id for person in left or case.present)


class OwnSystemCommand(PrepareCommand):
    """Tick that the first summons or a note stands in the own system (S0-15, S0-17)."""

    name: ClassVar[str] = "own-system"
    texts: ClassVar[dict[str, int]] = {"system": NAME}
    kind: OwnSystemKind = "note"
    system: str = ""
    on: date | None = None
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Which system, when and by whom; never a copy."""
        done = _done_on(self.on, ctx)
        who = participant(case, self.who).id if self.who else ""
        made = OwnSystem(id=ctx.new_id(), kind=self.kind, system=self.system, on=done, who=who)
        return Draft(made=made.id).put("own_systems", made)


class AttendanceCleared(PrepareCommand):
    """Tick that who shall come is cleared with the guardians, themselves included (S2-2a)."""

    name: ClassVar[str] = "attendance-cleared"
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED
    done: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it, or take the tick away."""
        return on_meeting(case, attendance_cleared=self.done)


def _done_on(given: date | None, ctx: Context) -> date:
    day = given or ctx.today
    if day > ctx.today:
        raise refuse("day-ahead")
    return day
