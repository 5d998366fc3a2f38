"""What holds in every meeting, whatever is pressed, however the clocks and machines behave.

Hypothesis leads a case with random commands, right and wrong ones, lets time pass, sets wall
clocks, restarts machines, loses everything but the journal, and undoes.
"""

from __future__ import annotations

import json
import math
import random
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, ClassVar, Final, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from phases.case import Case
from phases.changes import Changes, Refusal, Tables
from phases.commands import COMMANDS, Command
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseNew
from phases.commands.choosing import Choose, HandOverCommand
from phases.commands.clock import Hide, Pause, Resume, Show, Start
from phases.commands.closing import FamilyLeft
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.context import Context
from phases.decide import decide
from phases.floor import floor
from phases.fold import fold
from phases.pace import LONGEST_S
from phases.proposal import Proposal, proposal
from phases.rights import Window
from phases.rules import RULES
from phases.rules_ask import Ask
from phases.settle import open_items
from phases.timeline import CLOCK_KINDS
from tests.phases.leading import answer
from tests.phases.room import NOON, SHIPPED, Room
from tests.phases.test_proposal import BY_ENTER
from tests.phases.walk import ANSWERS

EXITS: Final = {2, 4, 9}
SEVERAL_LINES: Final = {
    *("comment", "view", "a", "b", "c", "d", "e", "content", "extent", "organisation"),
    *("follow_up", "worked", "obstacles", "differently"),
}
"""Fields that may hold line breaks; nothing holds any other control character."""

SEVERAL_IN: Final = {("notes", "text"), ("answers", "text"), ("meetings", "text")}
"""The same of fields whose name is short lines elsewhere."""

NAMES: Final = st.one_of(
    st.sampled_from(["Rektor", "mor", "Kontaktlærar", "Helsesjukepleiar", "PPT", "PPT-rådgjevar"]),
    st.sampled_from(["Føresett 1", "skulehelseteneste", "Eleven", "family", "teacher", "none"]),
    st.sampled_from(["Onkel", "", "  ", "#0", *(f"id{n}" for n in range(1, 12, 2))]),
)
TEXTS: Final = st.one_of(
    st.sampled_from(["", "Leksehjelp", "ei\nto", "\x1b[31m\u202eraud\x00", "[/]", "å" * 161]),
    st.sampled_from(["ska\udce5l", "912 34 567", "Mor sa nei", "2027-02-09", "home", "ended"]),
    st.text(max_size=12),
)
BY_NAME: Final[dict[str, st.SearchStrategy[Any]]] = {
    "who": NAMES,
    "owner": NAMES,
    "to": NAMES,
    "by": NAMES,
    "caller": NAMES,
    "service": NAMES,
    "covers": st.one_of(NAMES, st.just("log")),
    "relay_holder": NAMES,
    "id": st.sampled_from(["#0", "#1", "#0", "id1"]),
    "structure": st.sampled_from(["bti-individual", "mine"]),
    "minutes": st.sampled_from([(5, 5, 10, 5, 10, 5, 5), (1,) * 7, (5, 5), (0,) * 7]),
    "speed": st.sampled_from([1.0, 1.0, 60.0, 0.0, 1000.0, math.nan]),
    "seconds": st.sampled_from([0.0, 30.0, 600.0, 1e6, -1.0, math.nan, math.inf]),
    "consent_age": st.sampled_from([15, 16, 17, 18]),
}
"""Fields that need values of a kind, right and wrong ones."""


def strategy(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([strategy(part) for part in get_args(hint)])
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(strategy(get_args(hint)[0]), max_size=2).map(tuple)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.one_of(NAMES, TEXTS),
        bool: st.booleans(),
        int: st.integers(min_value=-90, max_value=90),
        date: st.dates(min_value=date(2026, 12, 1), max_value=date(2027, 6, 1)),
        datetime: st.just(NOON + timedelta(days=42)),
        type(None): st.none(),
    }
    return plain[hint]


def built(kind: type[Command]) -> st.SearchStrategy[Command]:
    """Commands of one kind, some of their fields given."""
    hints = get_type_hints(kind)
    given = {
        name: BY_NAME[name] if name in BY_NAME and "date" not in str(hint) else strategy(hint)
        for name, hint in hints.items()
        if get_origin(hint) is not ClassVar
    }
    if kind.name != "meeting-plan" and "minutes" in given:
        given["minutes"] = strategy(hints["minutes"])
    return st.fixed_dictionaries({}, optional=given).map(lambda fields: kind(**fields))


ANY_COMMAND: Final = st.one_of([built(kind) for kind in COMMANDS])
THE_LOG: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty == "log" or kind.name.startswith("offer")]
)
AGREEMENTS: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty in ("agree", "prepare", "evaluate")]
)
CLOCK_AND_TURNS: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty in ("clock", "talk", "guard")]
)
WINDOWS: Final[st.SearchStrategy[Window]] = st.sampled_from(
    ["lead", "lead", "lead", "notes", "guard", "wall"]
)
REASONS: Final = st.sampled_from(["", "", "afterwards", "å" * 161])
TICKS: Final = st.sampled_from([0.0, 0.25, 7.5, 61.0, 240.0, 301.0, 1200.0])
JUMPS: Final = st.sampled_from([-3600.0, 3600.0, -1.5, 40.0, 72 * 365 * 86400.0])


def texts_of(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document with the field it stands in."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield field, key
            yield from texts_of(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, field)


def merged(entries: list[str]) -> Tables:
    """Several entries as one set of changes."""
    tables: Tables = {}
    for entry in entries:
        for table, documents in json.loads(entry).items():
            tables.setdefault(table, {}).update(documents)
    return tables


class AMeeting(RuleBasedStateMachine):
    """One case, its clock, and what is known to be true of the time."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.stamped: dict[str, tuple[float, str, datetime]] = {}
        """Event -> true seconds, boot and wall clock when it happened."""
        self.boots = 1

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

    def do(self, *commands: Command, window: Window = "lead", reason: str = "") -> None:
        """Decide; a refusal changes nothing, and what is changed is written and can be undone."""
        room, before = self.room, self.room.case
        room.window = window
        context = room.context(reason)
        found = decide(before, commands, context)
        assert room.case is before
        if isinstance(found, Refusal):
            self._is_a_proper_refusal(found)
            return
        assert window != "wall"
        entry = json.dumps(found.tables, allow_nan=False)
        assert json.loads(entry) == found.tables
        self._holds_no_control_characters(found.tables)
        room.entries.append(entry)
        room.case = fold(before, found.tables, before.revision + 1, found.built)
        assert room.case == fold(before, found.tables, before.revision + 1)
        self._note(found.tables)
        if len(commands) == 1 and commands[0].undoable:
            self._undo_restores(before, context)

    def _is_a_proper_refusal(self, refusal: Refusal) -> None:
        assert refusal.exit_code in EXITS
        assert (refusal.exit_code == 9) == (refusal.code in {r.id for r in RULES})
        assert all(isinstance(v, str) for v in refusal.args.values())

    def _holds_no_control_characters(self, tables: Tables) -> None:
        for name in tables:
            for field, text in texts_of({name: tables[name]}):
                several = field in SEVERAL_LINES or (name, field) in SEVERAL_IN
                controls = {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160}
                assert controls <= ({"\n"} if several else set()), (field, controls)
                assert "\u202e" not in text

    def _note(self, tables: Tables) -> None:
        clock = self.room.clock
        for event in tables["events"].values():
            assert event is not None
            self.stamped[event["id"]] = (clock.passed_s, str(clock.boot), clock.utc)

    def _undo_restores(self, before: Case, context: Context) -> None:
        context = context._replace(window="lead", reason="")
        undone = decide(self.room.case, (Undo(),), context)
        if self.room.case.facts.locked:
            # What a withdrawn consent has closed stays as it is (R-C6).
            return
        assert isinstance(undone, Changes)
        after = fold(self.room.case, undone.tables, 0)
        assert replace(after, revision=0) == replace(before, revision=0)
        assert list(after.participants) == list(before.participants)

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
