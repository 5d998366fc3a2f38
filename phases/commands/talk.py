"""Acts about whose turn it is, who comes and goes, and the viddevakt's sign."""

from __future__ import annotations

from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import PLANNED, UNDERWAY, Command, Draft, participant, sitting_of
from phases.context import Context
from phases.floor import Floor, floor
from phases.records import Intervention
from phases.rights import Duty
from phases.words import GuardKind, GuardOutcome, MeetingState


def _floor(case: Case) -> Floor:
    found = floor(case, sitting_of(case))
    if found.now is None:
        raise refuse("nobody-speaks")
    return found


class TalkCommand(Command):
    """Whose turn it is is the leader's, while a meeting is under way."""

    duty: ClassVar[Duty] = "talk"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY


class Answered(TalkCommand):
    """The one who has the floor is done: the next turn begins."""

    name: ClassVar[str] = "answered"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick the present turn."""
        now = _floor(case).now
        return Draft(args={"key": now.key if now else "", "act": now.act if now else ""})


class Pass(TalkCommand):
    """Pass: come back at the end of the round; passing again means nothing to add."""

    name: ClassVar[str] = "pass"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Move the present group to the end."""
        now = _floor(case).now
        return Draft(args={"key": now.key if now else ""})


class GiveFloor(TalkCommand):
    """Give the floor to somebody who waits, out of turn."""

    name: ClassVar[str] = "floor"
    to: str = ""
    """A service, or `family`, `teacher`, `relay-holder`, `leader`, `summariser`."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Found among those not heard yet, by key or by anybody who would speak."""
        waiting = _floor(case)
        wanted = self.to.casefold()
        person = case.find_participant(self.to)
        for group in waiting.queue:
            ids = {i for turn in group.turns for i in turn.people}
            if group.key.casefold() == wanted or (person is not None and person.id in ids):
                return Draft(args={"to": group.key})
        raise refuse("not-waiting", name=self.to)


class Arrive(TalkCommand):
    """Somebody comes, late or back again."""

    name: ClassVar[str] = "arrive"
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """In the room from now."""
        person = participant(case, self.who)
        draft = Draft(args={"who": person.id})
        if person in case.present:
            draft.args["here"] = True
        return draft.put("participants", person.with_(absent=False)) if person.absent else draft


class Expect(TalkCommand):
    """Somebody who is expected isn't here yet; `later=no`: here all the same, before the start."""

    name: ClassVar[str] = "expect"
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED | UNDERWAY
    who: str = ""
    later: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """Not in the room until they arrive, nor counted as gone: neither is a reason kept."""
        person, meeting = participant(case, self.who), sitting_of(case).meeting
        waits = tuple(i for i in meeting.later if i != person.id)
        if self.later:
            if person not in case.present:
                raise refuse("not-here", name=self.who)
            waits = (*waits, person.id)
        draft = Draft(args={"who": person.id, "later": self.later})
        return draft.put("meetings", meeting.with_(later=waits))


class Leave(TalkCommand):
    """Somebody leaves early: the time is kept, never a reason (R-M18)."""

    name: ClassVar[str] = "leave"
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Out of the room from now."""
        person = participant(case, self.who)
        if person not in case.present:
            raise refuse("not-here", name=self.who)
        return Draft(args={"who": person.id})


class Guard(Command):
    """The viddevakt's sign: kindly back to the purpose of the phase (R-M8)."""

    name: ClassVar[str] = "guard"
    duty: ClassVar[Duty] = "guard"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY

    def change(self, case: Case, ctx: Context) -> Draft:
        """Kind, phase, time and outcome; never a name or content."""
        sitting = sitting_of(case)
        sign = Intervention(id=ctx.new_id(), meeting=sitting.meeting.id, phase=sitting.line.phase)
        draft = Draft(made=sign.id, args={"calm": floor(case, sitting).calm})
        return draft.put("interventions", sign)


class GuardKindCommand(Command):
    """Say afterwards, if anybody wants to, what the newest sign was about."""

    name: ClassVar[str] = "guard-kind"
    duty: ClassVar[Duty] = "guard"
    kind: GuardKind | None = None
    outcome: GuardOutcome | None = None
    """Left out, it stays as it is: a minute given or a topic parked has said it already."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """The newest sign of the newest meeting."""
        here = sitting_of(case).meeting.id
        signs = [i for i in case.interventions.values() if i.meeting == here]
        if not signs:
            raise refuse("no-sign")
        given = {"kind": self.kind, "outcome": self.outcome}
        told = {name: value for name, value in given.items() if value is not None}
        return Draft().put("interventions", signs[-1].with_(**told))
