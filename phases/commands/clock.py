"""Acts that move the clock (design §4)."""

from __future__ import annotations

import math
from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import EXIT_CONFLICT, refuse
from phases.commands.base import PLANNED, UNDERWAY, Command, Draft, sitting_of
from phases.commands.log_assessing import assessment_of
from phases.context import Context
from phases.pace import allotted_s
from phases.replan import Way, replan
from phases.rights import Duty
from phases.signs import unanswered_sign
from phases.sitting import Sitting
from phases.walk import left
from phases.words import MeetingState

MINUTE_S = 60.0


class ClockCommand(Command):
    """What moves the clock belongs to the leader, while a meeting is under way."""

    duty: ClassVar[Duty] = "clock"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY


class Start(ClockCommand):
    """Begin the meeting: the first phase runs from now. A rehearsal may run at a speed."""

    name: ClassVar[str] = "start"
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED
    speed: float = 1.0

    def change(self, case: Case, ctx: Context) -> Draft:
        """Open the first run."""
        if not 1.0 <= self.speed <= 600.0:
            raise refuse("bad-speed")
        if self.speed != 1.0 and not case.facts.rehearsal:
            raise refuse("no-rehearsal")
        sitting = sitting_of(case)
        agenda = sitting.agenda
        if not agenda.phases:
            raise refuse("no-structure", id=agenda.structure)
        args: dict[str, Any] = {"to": agenda.phases[0].id}
        if self.speed != 1.0:
            args["speed"] = self.speed
        planned = sitting.meeting.at
        if planned is not None and ctx.local_day(planned) != ctx.today:
            # Kept here, for the clock is read later without knowing where the meeting was held.
            args["other_day"] = True
        return Draft(args=args)


class Step(ClockCommand):
    """From one phase to another: pressed twice, or in two windows, it is one step (§4.6)."""

    phase: str = ""
    """The phase it was pressed in."""

    def unless_overtaken(self, case: Case) -> None:
        """Somebody who was first is told of before any rule speaks about the new phase."""
        line = sitting_of(case).line
        if self.phase and self.phase != line.phase:
            raise refuse("already-in-phase", EXIT_CONFLICT, phase=line.phase)


class Next(Step):
    """End the phase that runs and begin the following one at the same instant."""

    name: ClassVar[str] = "next"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Step on, unless somebody was first."""
        sitting = sitting_of(case)
        if not sitting.to_come:
            raise refuse("last-phase")
        draft = Draft(args={"to": sitting.to_come[0].id})
        _say_not_discussed(case, ctx, draft)
        if "introductions" in (sitting.phase.settle if sitting.phase else ()):
            _skip_introductions(sitting, draft)
        return draft


def _say_not_discussed(case: Case, ctx: Context, draft: Draft) -> Draft:
    """What the walk-through didn't come to is told of by name, once a reason lets it be (R-M12)."""
    sitting = sitting_of(case)
    phase = sitting.phase
    if phase is not None and "walk-through" in phase.settle:
        for activity in left(case, sitting, phase.id):
            draft.put("assessments", assessment_of(case, ctx, activity, "not-discussed"))
    return draft


def _skip_introductions(sitting: Sitting, draft: Draft) -> None:
    """Leaving the welcome without a round of names means that it was skipped (S3-02, R-M2)."""
    if not sitting.meeting.introductions:
        draft.put("meetings", sitting.meeting.with_(introductions="skipped"))


class Back(Step):
    """Take up the phase before again; its time goes on where it was."""

    name: ClassVar[str] = "back"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Open a new run of the earlier phase."""
        sitting = sitting_of(case)
        if sitting.before is None:
            raise refuse("first-phase")
        return Draft(args={"to": sitting.before.id})


class Pause(ClockCommand):
    """Stop the clock until somebody says resume."""

    name: ClassVar[str] = "pause"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Pause, once."""
        if sitting_of(case).state == "paused":
            raise refuse("already-paused", EXIT_CONFLICT)
        return Draft()


class Resume(ClockCommand):
    """Let the clock run again."""

    name: ClassVar[str] = "resume"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Run, once."""
        if sitting_of(case).state == "running":
            raise refuse("already-running", EXIT_CONFLICT)
        return Draft()


class Minute(ClockCommand):
    """Give the phase that runs a minute more, or take one."""

    name: ClassVar[str] = "minute"
    minutes: int = 1

    def change(self, case: Case, ctx: Context) -> Draft:
        """Given seconds are kept apart from the plan, which never changes.

        Just after the viddevakt's sign, time given is what came of it.
        """
        sitting = sitting_of(case)
        phase = sitting.phase
        if phase is None or not -60 <= self.minutes <= 60 or self.minutes == 0:
            raise refuse("bad-minutes")
        after = allotted_s(sitting.line, phase) + self.minutes * MINUTE_S
        if after < MINUTE_S:
            raise refuse("too-short")
        draft = Draft(args={"phase": phase.id, "seconds": self.minutes * MINUTE_S})
        sign = unanswered_sign(case, sitting, ctx.now) if self.minutes > 0 else None
        return draft.put("interventions", sign.with_(outcome="extended")) if sign else draft


class ReplanCommand(ClockCommand):
    """Catch up in one of four ways: proportion, protect, drop or later."""

    name: ClassVar[str] = "replan"
    way: Way = "proportion"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Take the way's result as it is now."""
        found = replan(self.way, sitting_of(case), ctx.now)
        if found.impossible:
            raise refuse(found.impossible)
        return Draft(
            args={
                "way": found.way,
                "delta": dict(found.delta),
                "dropped": list(found.dropped),
                "end_later_s": found.end_later_s,
            }
        )


class Away(ClockCommand):
    """Answer, after a crash or a suspend, whether the time away counts or is taken out."""

    name: ClassVar[str] = "away"
    seconds: float = 0.0
    """How long nobody was there, in real seconds."""
    answer: Literal["count", "out"] = "count"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Taken out, it becomes a pause; until answered it counts."""
        if not 0 <= self.seconds < math.inf:
            raise refuse("bad-seconds")
        out_s = self.seconds * sitting_of(case).line.speed if self.answer == "out" else 0.0
        return Draft(args={"answer": self.answer, "out_s": round(out_s, 3)})


class Close(ClockCommand):
    """End the meeting: the family is thanked, the clock stops for good."""

    name: ClassVar[str] = "close"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only from the last phase; earlier it is broken off."""
        sitting = sitting_of(case)
        if sitting.to_come:
            raise refuse("not-last-phase")
        draft = _say_not_discussed(case, ctx, Draft())
        outcome = sitting.meeting.outcome
        if outcome is None or not outcome.ends:
            return draft
        # The log stays open for what is left to do: minutes, signatures, the folder (R-E18).
        closed = "closed" in outcome.kinds
        status, why = ("closed", "goals-reached") if closed else ("referred", "referred")
        facts = case.facts.with_(status=status, closed_reason=why, closed_on=ctx.today)
        return draft.put("case", facts)


class BreakOff(ClockCommand):
    """Break the meeting off at any time; everything so far is kept."""

    name: ClassVar[str] = "break-off"

    def change(self, case: Case, ctx: Context) -> Draft:
        """The clock stops where it is."""
        return Draft()


class Hide(ClockCommand):
    """Show only the quiet picture on the wall."""

    name: ClassVar[str] = "hide"
    when_locked: ClassVar[bool] = True
    states: ClassVar[frozenset[MeetingState] | None] = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Hidden already is no fault: the key must work in haste."""
        sitting_of(case)
        return Draft()


class Show(ClockCommand):
    """Bring the wall back."""

    name: ClassVar[str] = "show"
    when_locked: ClassVar[bool] = True
    states: ClassVar[frozenset[MeetingState] | None] = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Shown already is no fault either."""
        sitting_of(case)
        return Draft()
