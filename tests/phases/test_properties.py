"""What holds in every meeting, whatever is pressed, however the clocks and machines behave.

Hypothesis leads a case with random commands, right and wrong ones, lets time pass, sets wall
clocks, restarts machines, loses everything but the journal, and undoes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from phases.case import Case
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseNew
from phases.commands.choosing import Choose, HandOverCommand
from phases.commands.clock import Hide, Pause, Resume, Show, Start
from phases.commands.closing import FamilyLeft
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.floor import floor
from phases.fold import fold
from phases.pace import LONGEST_S
from phases.proposal import Proposal, proposal
from phases.rights import Window
from phases.rules import RULES
from phases.rules_ask import Ask
from phases.settle import open_items
from phases.timeline import CLOCK_KINDS
from tests.phases.any_command import (
    AGREEMENTS,
    ANY_COMMAND,
    CLOCK_AND_TURNS,
    THE_LOG,
    merged,
)
from tests.phases.decided import Decided
from tests.phases.leading import answer
from tests.phases.room import NOON, SHIPPED
from tests.phases.test_proposal import BY_ENTER
from tests.phases.walk import ANSWERS

WINDOWS: Final[st.SearchStrategy[Window]] = st.sampled_from(
    ["lead", "lead", "lead", "notes", "guard", "wall"]
)
REASONS: Final = st.sampled_from(["", "", "afterwards", "å" * 161])
TICKS: Final = st.sampled_from([0.0, 0.25, 7.5, 61.0, 240.0, 301.0, 1200.0])
JUMPS: Final = st.sampled_from([-3600.0, 3600.0, -1.5, 40.0, 72 * 365 * 86400.0])


class AMeeting(Decided):
    """Whatever is pressed, and what must hold all along."""

    # What happens ---------------------------------------------------------------------------

    @initialize(
        child=st.booleans(),
        rehearsal=st.booleans(),
        services=st.integers(0, 2),
        presses=st.integers(0, 34),
        structure=st.sampled_from(["bti-individual", *SHIPPED]),
    )
    def set_up(
        self, child: bool, rehearsal: bool, services: int, presses: int, structure: str
    ) -> None:
        """A case, and a meeting by any structure led on to anywhere in it."""
        self.do(CaseNew(rehearsal=rehearsal))
        self.do(ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")))
        self.do(ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)))
        self.do(ParticipantAdd(label="Føresett 1", role="guardian", call="Mor"))
        if child:
            self.do(ParticipantAdd(label="Eleven", role="child"))
        for label, service in (("Helsesjukepleiar", "skulehelseteneste"), ("PPT-rådgjevar", "PPT"))[
            :services
        ]:
            self.do(ParticipantAdd(label=label, role="service", service=service))
        self.do(ConsentAdd(by="Mor"))
        self.do(ActivityAdd(title="Leggetid", owner="Mor"))
        self.do(MeetingPlan(at=NOON, structure=structure))
        self.do(Start(speed=60.0 if rehearsal else 1.0))
        for _ in range(presses):
            self.enter(after=7.0)

    @rule(command=ANY_COMMAND, window=WINDOWS, reason=REASONS, after=TICKS)
    def act(self, command: Command, window: Window, reason: str, after: float) -> None:
        """Anything, from anywhere."""
        self.room.clock.tick(after)
        self.do(command, window=window, reason=reason)

    @rule(command=CLOCK_AND_TURNS, after=TICKS)
    def press(self, command: Command, after: float) -> None:
        """What is pressed most in a meeting."""
        self.room.clock.tick(after)
        self.do(command)

    @rule(command=THE_LOG)
    def write(self, command: Command) -> None:
        """Lines of the log; `#0` is the first there is."""
        self.do(self._about(command))

    @rule(command=AGREEMENTS)
    def agree(self, command: Command) -> None:
        """What is settled, or set up."""
        self.do(self._about(command))

    def _about(self, command: Command) -> Command:
        wanted = getattr(command, "id", "")
        tables = {"offer-edit": self.room.case.offers, "parked-handle": self.room.case.parked}
        known = list(tables.get(command.name, self.room.case.activities))
        if wanted.startswith("#") and int(wanted[1:]) < len(known):
            return command.with_(id=known[int(wanted[1:])])
        return command

    @rule(after=TICKS)
    def enter(self, after: float) -> None:
        """What Enter does, or what people answer where it opens something."""
        self.room.clock.tick(after)
        case = self.room.case
        found = proposal(case)
        if found is None:
            return
        if found.command is not None:
            assert isinstance(found.command, BY_ENTER)
            self.do(found.command)
        elif found.item == "choice" and not case.offers:
            self.do(Choose(none_now=True))
        elif found.item == "relay-holder":
            self.do(HandOverCommand(to="Rektor", answer_by=date(2027, 2, 1)))
        elif found.item is not None:
            self.do(*_answer(case, found))
        elif found.ask_family_left:
            self.do(FamilyLeft())

    @rule(how=st.sampled_from(["hide", "undo", "resume"]))
    def press_u_or_x(self, how: str) -> None:
        """Pause and hide in one entry, go on, or take back what was done last."""
        both = {"hide": (Pause(), Hide()), "resume": (Resume(), Show()), "undo": (Undo(),)}
        self.do(*both[how])

    @rule(seconds=JUMPS)
    def set_the_wall_clock(self, seconds: float) -> None:
        if self.room.clock.utc.year + seconds / 31536000 < 2400:
            self.room.clock.jump(seconds)

    @rule(off=TICKS, honest=st.booleans())
    def restart_the_machine(self, off: float, honest: bool) -> None:
        """Another boot; where the clock is set right again, UTC tells how long it took."""
        clock = self.room.clock
        clock.tick(off)
        self.boots += 1
        clock.boot, clock.awake_s = f"boot-{self.boots}", 5.0
        if honest:
            clock.utc = NOON + timedelta(seconds=clock.passed_s)
        self.room.crash()

    @precondition(lambda self: self.room.entries)
    @rule(seed=st.integers(0, 1000))
    def crash(self, seed: int) -> None:
        """Everything but the journal is lost; however it is read, it tells the same."""
        before, entries = self.room.case, self.room.entries
        self.room.crash()
        dice = random.Random(seed)
        cut = sorted(dice.choices(range(len(entries) + 1), k=3))
        batched = Case.empty(before.id)
        for start, end in zip([0, *cut], [*cut, len(entries)], strict=True):
            batched = fold(batched, merged(entries[start:end]), end)
        for again in (self.room.case, batched):
            assert again == before
            assert list(again.participants) == list(before.participants)
            assert again.last_seq == before.last_seq

    # What must hold -------------------------------------------------------------------------

    @invariant()
    def used_and_paused_are_the_true_time(self) -> None:
        sitting = self.room.case.sitting
        if sitting is None or sitting.line.started is None:
            return
        line = sitting.line.at(self.room.clock.stamp())
        counted = sum(run.used_s + run.paused_s for run in line.runs)
        expected = self._expected_s([e.id for e in sitting.events if e.kind in CLOCK_KINDS])
        assert math.isclose(counted, expected * line.speed, rel_tol=1e-6, abs_tol=1.0)
        if line.speed == 1.0:
            assert abs(counted - expected) < 0.05 or counted > 1e9
        assert all(run.used_s >= 0 and run.paused_s >= 0 for run in line.runs)

    def _expected_s(self, events: list[str]) -> float:
        """True seconds on one boot; over a restart what the wall clocks say, never negative."""
        sitting, clock = self.room.sitting, self.room.clock
        marks = [self.stamped[e] for e in events]
        if sitting.underway:
            marks.append((clock.passed_s, str(clock.boot), clock.utc))
        total = 0.0
        for (true_a, boot_a, wall_a), (true_b, boot_b, wall_b) in pairwise(marks):
            by_wall = max(0.0, (wall_b - wall_a).total_seconds())
            total += true_b - true_a if boot_a == boot_b else by_wall
        return total

    @invariant()
    def at_most_one_phase_runs(self) -> None:
        for meeting_id in self.room.case.meetings:
            sitting = self.room.case.sitting_of(meeting_id)
            open_runs = [run for run in sitting.line.runs if run.ended is None]
            assert len(open_runs) == (1 if sitting.line.phase else 0)
            if open_runs:
                assert open_runs == [sitting.line.runs[-1]]
            assert (sitting.phase is not None) == bool(sitting.line.phase)

    @invariant()
    def the_numbers_fit_together(self) -> None:
        if self.room.case.sitting is None:
            return
        sitting, found = self.room.sitting, self.room.pace
        left = found.allotted_s - found.used_s
        assert -LONGEST_S <= found.remaining_s <= max(0.0, found.allotted_s)
        assert found.remaining_s == max(left, -LONGEST_S)
        assert 0.0 <= found.share_left <= 1.0
        assert (found.mark == "over") == (found.remaining_s <= 0 and bool(found.phase))
        assert found.end_shown >= found.projected_end
        if sitting.underway:
            assert found.allotted_s >= 60
            world = sitting.line.clock_time(self.room.clock.stamp())
            assert found.projected_end >= world
        if found.agreed_end is not None:
            late = (found.projected_end - found.agreed_end).total_seconds()
            assert found.lateness_s == late

    @invariant()
    def every_question_of_a_screen_has_an_answer(self) -> None:
        case = self.room.case
        found = proposal(case)
        assert found is None or found.command is None or isinstance(found.command, BY_ENTER)
        if case.sitting is not None:
            now = floor(case, case.sitting)
            waiting = [(group.key, group.nth) for group in now.queue]
            assert len(set(waiting)) == len(waiting)
            assert all(t.people or t.activity for group in now.queue for t in group.turns)
            open_items(case, case.sitting)
        ask = Ask(case, self.room.context())
        assert all(isinstance(rule.check(ask), Mapping | None) for rule in RULES)


def _answer(case: Case, found: Proposal) -> tuple[Command, ...]:
    """As in the walk through SC-01, or as in any meeting."""
    said = ANSWERS.get(found.item or "")
    return said(case, found.service) if said else answer(case, found)


TestAMeeting = AMeeting.TestCase
TestAMeeting.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
