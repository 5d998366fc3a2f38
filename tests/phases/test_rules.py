"""Every rule of the table: asked at each of its moments, it speaks once and once it doesn't."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pytest

from phases.changes import EXIT_RULE, Changes, Refusal
from phases.commands import Command
from phases.commands.afterwards import Evaluate
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd, ReadAloud
from phases.commands.clock import Close, Next, Pause, Start
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand, StaffStay
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import ActivityAdd, ActivityEdit, Park
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, Arrive, GiveFloor, Guard, GuardKindCommand, Leave
from phases.commands.welcome import Introductions, Viddevakt
from phases.rules import READY_REASONS, RULES, asked_at
from phases.rules_ask import Ask
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import DUE, MEASURES, closed, go_to, in_phase, step, through


def talks(owner: str = "Helsesjukepleiar", due: date | None = DUE) -> ActivityAdd:
    return ActivityAdd(title="Fire samtalar", owner=owner, due=due)


TALKS: Final = talks()
HEALTH: Final = "skulehelseteneste"

Spoken = frozenset[str]
Key = tuple[str, str, str]
"""A rule's id, its priority, and one of the moments at which it is asked."""


def spoken(room: Room, *commands: Command) -> Spoken:
    """The rules that speak up about the last of these commands; the others are done first."""
    *before, last = commands
    for command in before:
        room.do(command)
    found = room.ask(last)
    if isinstance(found, Refusal):
        assert found.exit_code == EXIT_RULE, found.code
        return frozenset({found.code})
    return frozenset(f.rule for f in found.findings)


def shown(room: Room, moment: str) -> Spoken:
    """The rules that speak up on a screen, where no command is being done."""
    ask = Ask(room.case, room.context())
    return frozenset(r.id for r in asked_at(moment) if r.check(ask) is not None)


@dataclass(frozen=True)
class Pair:
    """When a rule speaks, and when it doesn't."""

    fires: Callable[[], Spoken]
    silent: Callable[[], Spoken]


def without_consent() -> Room:
    room = started()
    room.do(ConsentWithdraw(by="Mor"))
    return room


def sixteen(*, consents: bool) -> Room:
    room = set_up(child=True)
    room.do(CaseSet(own_consent_from=NOON.date()))
    if consents:
        room.do(ConsentAdd(by="Eleven"))
    return room


def with_newcomer() -> Room:
    room = set_up()
    room.do(ParticipantEdit(who="Far", new=True))
    return room


def unguarded() -> Room:
    room = set_up()
    room.do(ParticipantEdit(who="Inspektør", duties=()))
    room.do(Start())
    return room


def fifty_minutes(*, more: float = 0.0) -> Room:
    room = started()
    room.clock.tick(3000.0 + more)
    return room


def at_decision(*commands: Command) -> Room:
    room = in_phase("decision")
    for command in commands:
        room.do(command)
    return room


def ready_to_close(*, without: str = "", child: bool = False) -> Room:
    room = in_phase("closing", child=child)
    if without != "next-meeting":
        room.do(NextMeetingCommand(on=date(2027, 3, 2)))
    if without != "inform-child":
        room.do(InformChildCommand(who="Mor", how="heime", when=NOON.date()))
    room.do(StaffStay())
    return room


def alone() -> Room:
    """Closed, and the family has left."""
    room = closed()
    room.do(FamilyLeft())
    return room


def days_later(days: float) -> Room:
    room = set_up()
    room.clock.tick(days * 86400.0)
    return room


CHOSEN: Final = Choose(offers=(HEALTH,))
TO_HEALTH: Final = HandOverCommand(to="Helsesjukepleiar")

PAIRS: Final[dict[Key, Pair]] = {
    ("R-C1", "B", "log-text"): Pair(
        lambda: spoken(without_consent(), TALKS), lambda: spoken(started(), TALKS)
    ),
    ("R-C2", "B", "log-text"): Pair(
        lambda: spoken(sixteen(consents=False), TALKS),
        lambda: spoken(sixteen(consents=True), TALKS),
    ),
    ("R-C5", "I", "start"): Pair(
        lambda: spoken(set_up(), Start()), lambda: spoken(started(), Pause())
    ),
    ("R-M1", "B", "next"): Pair(
        lambda: spoken(unguarded(), Next()),
        lambda: spoken(unguarded(), Viddevakt(who="none"), Next()),
    ),
    ("R-M2", "I", "start"): Pair(
        lambda: spoken(set_up(), Start()), lambda: spoken(with_newcomer(), Start())
    ),
    ("R-M3", "B", "introductions"): Pair(
        lambda: spoken(with_newcomer(), Start(), Introductions("skipped")),
        lambda: spoken(with_newcomer(), Start(), Introductions("done")),
    ),
    ("R-M3", "B", "next"): Pair(
        lambda: spoken(with_newcomer(), Start(), Next()),
        lambda: spoken(with_newcomer(), Start(), Introductions("done"), Next()),
    ),
    ("R-M4", "W", "floor"): Pair(
        lambda: spoken(in_phase("description"), GiveFloor(to="teacher")),
        lambda: spoken(in_phase("description"), GiveFloor(to="Mor")),
    ),
    ("R-M5", "B", "floor"): Pair(
        lambda: spoken(in_phase("clarifying"), Answered(), GiveFloor(to="PPT")),
        lambda: spoken(in_phase("clarifying"), GiveFloor(to="PPT")),
    ),
    ("R-M5", "B", "next"): Pair(
        lambda: spoken(in_phase("clarifying"), Answered(), Next()),
        lambda: spoken(through(in_phase("clarifying")), Next()),
    ),
    ("R-M6", "W", "offer-add"): Pair(
        lambda: spoken(in_phase("clarifying"), OfferAdd(service=HEALTH, text="Fire samtalar")),
        lambda: spoken(in_phase("offers"), OfferAdd(service=HEALTH, text="Fire samtalar")),
    ),
    ("R-M7", "I", "tick"): Pair(
        lambda: shown(fifty_minutes(), "tick"), lambda: shown(started(), "tick")
    ),
    ("R-M8", "I", "guard"): Pair(
        lambda: spoken(started(), Guard()),
        lambda: spoken(started(), Guard(), GuardKindCommand("topic")),
    ),
    ("R-M9", "W", "tick"): Pair(
        lambda: shown(fifty_minutes(), "tick"), lambda: shown(fifty_minutes(more=-1), "tick")
    ),
    ("R-M9", "W", "next"): Pair(
        lambda: spoken(fifty_minutes(), Next()), lambda: spoken(fifty_minutes(more=-1), Next())
    ),
    ("R-M13", "W", "close"): Pair(
        lambda: spoken(ready_to_close(), Close()),
        lambda: spoken(
            ready_to_close(),
            ParticipantEdit(who="Rektor", in_log=False),
            ParticipantEdit(who="Far", in_log=False),
            Close(),
        ),
    ),
    ("R-M14", "B", "activity-add"): Pair(
        lambda: spoken(started(), talks(owner="")), lambda: spoken(started(), TALKS)
    ),
    ("R-M14", "B", "activity-edit"): Pair(
        lambda: spoken(_edited(""), _owner_of(_edited(""), "")),
        lambda: spoken(_edited(""), _owner_of(_edited(""), "Mor")),
    ),
    ("R-M14", "W", "activity-add"): Pair(
        lambda: spoken(started(), talks(due=None)), lambda: spoken(started(), TALKS)
    ),
    ("INV-08", "B", "next"): Pair(
        lambda: spoken(at_decision(), Next()),
        lambda: spoken(through(at_decision()), Next()),
    ),
    ("R-M15", "B", "next"): Pair(
        lambda: spoken(at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS), Next()),
        lambda: spoken(at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS, ReadAloud()), Next()),
    ),
    ("R-M16", "I", "choose"): Pair(
        lambda: spoken(at_decision(), CHOSEN),
        lambda: spoken(at_decision(), Choose(offers=(HEALTH,), decided_by=("Mor", "Far"))),
    ),
    ("R-M17", "B", "next"): Pair(
        lambda: spoken(at_decision(CHOSEN, TO_HEALTH, TALKS, ReadAloud()), Next()),
        lambda: spoken(at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS, ReadAloud()), Next()),
    ),
    ("R-M18", "I", "leave"): Pair(
        lambda: spoken(started(), Leave(who="Far")),
        lambda: spoken(started(), Leave(who="Far"), Arrive(who="Far")),
    ),
    ("R-E4", "B", "close"): Pair(
        lambda: spoken(ready_to_close(without="next-meeting"), Close()),
        lambda: spoken(ready_to_close(), Close()),
    ),
    ("R-E5", "B", "close"): Pair(
        lambda: spoken(ready_to_close(without="inform-child"), Close()),
        lambda: spoken(ready_to_close(without="inform-child", child=True), Close()),
    ),
    ("R-E5", "W", "inform-child"): Pair(
        lambda: spoken(started(), InformChildCommand(who="Mor")),
        lambda: spoken(started(), InformChildCommand(who="Mor", how="heime", when=NOON.date())),
    ),
    ("R-E10", "B", "evaluate"): Pair(
        lambda: spoken(closed(), Evaluate(a="Godt")), lambda: spoken(alone(), Evaluate(a="Godt"))
    ),
    ("R-E11", "W", "evaluate"): Pair(
        lambda: spoken(alone(), Evaluate(a="Helsesjukepleiar tok mykje tid")),
        lambda: spoken(alone(), Evaluate(a="Vi heldt tida")),
    ),
    ("R-S2", "W", "text"): Pair(
        lambda: spoken(started(), Park(text="Ring 912 34 567 etterpå")),
        lambda: spoken(started(), Park(text="Ring etterpå")),
    ),
    ("R-S5", "I", "open"): Pair(lambda: shown(started(), "open"), lambda: shown(set_up(), "open")),
    ("R-S6", "B", "home"): Pair(
        lambda: shown(days_later(1), "home"), lambda: shown(days_later(0), "home")
    ),
}


def _edited(_: str) -> Room:
    room = started()
    room.do(TALKS)
    return room


def _owner_of(room: Room, owner: str) -> ActivityEdit:
    return ActivityEdit(id=next(iter(room.case.activities)), field="owner", value=owner)


def test_every_rule_has_a_pair_for_each_of_its_moments() -> None:
    asked = {(rule.id, rule.priority, moment) for rule in RULES for moment in rule.asked}
    assert asked == set(PAIRS)


@pytest.mark.parametrize("key", PAIRS, ids="-".join)
def test_a_rule_speaks_where_it_is_meant(key: Key) -> None:
    assert key[0] in PAIRS[key].fires()


@pytest.mark.parametrize("key", PAIRS, ids="-".join)
def test_a_rule_is_silent_where_it_is_not_meant(key: Key) -> None:
    assert key[0] not in PAIRS[key].silent()


# What each priority means -------------------------------------------------------------------

BLOCKED: Final[dict[str, Callable[[], tuple[Room, Command]]]] = {
    "R-C1": lambda: (without_consent(), TALKS),
    "R-C2": lambda: (sixteen(consents=False), TALKS),
    "R-M1": lambda: (unguarded(), Next()),
    "R-M3": lambda: (_begun(with_newcomer()), Next()),
    "R-M5": lambda: (in_phase("clarifying"), Next()),
    "R-M14": lambda: (started(), talks(owner="")),
    "INV-08": lambda: (at_decision(), Next()),
    "R-M15": lambda: (at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS), Next()),
    "R-M17": lambda: (at_decision(CHOSEN, TO_HEALTH, TALKS, ReadAloud()), Next()),
    "R-E4": lambda: (ready_to_close(without="next-meeting"), Close()),
    "R-E5": lambda: (ready_to_close(without="inform-child"), Close()),
    "R-E10": lambda: (closed(), Evaluate(a="Godt")),
}
ON_A_SCREEN: Final = {"R-S6"}
"""Blocks that no command meets: the home list leaves the case out."""


def _begun(room: Room) -> Room:
    room.do(Start())
    return room


def test_every_blocking_rule_is_tried_with_a_reason() -> None:
    blocking = {rule.id for rule in RULES if rule.priority == "B"}
    assert blocking == set(BLOCKED) | ON_A_SCREEN


@pytest.mark.parametrize("rule", BLOCKED)
def test_a_block_refuses_with_exit_9_and_only_an_override_lets_it_pass(rule: str) -> None:
    room, command = BLOCKED[rule]()
    refused = room.refused(command)
    assert (refused.code, refused.exit_code) == (rule, EXIT_RULE)
    found = room.ask(command, reason="family-wishes")
    if any(r.id == rule and r.override for r in RULES):
        assert isinstance(found, Changes)
    else:
        assert isinstance(found, Refusal)
        assert found.code == rule


def test_only_reading_aloud_can_be_passed_with_a_reason() -> None:
    assert {rule.id for rule in RULES if rule.override} == {"R-M15"}


@pytest.mark.parametrize("reason", [*READY_REASONS, "Vi les det på telefon i kveld"])
def test_reading_aloud_is_passed_with_a_reason_that_is_kept(reason: str) -> None:
    room = at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS)
    done = room.next(reason=reason)
    event = room.sitting.events[-1]
    assert (event.kind, event.reason, event.rules) == ("next", reason, ("R-M15",))
    assert [f.rule for f in done.findings] == ["R-M15"]
    assert room.sitting.line.phase == "closing"


@pytest.mark.parametrize("reason", ["", "   ", "\u200b", "\u2800"])
def test_a_reason_that_says_nothing_passes_nothing(reason: str) -> None:
    room = at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS)
    assert room.refused(Next(), reason=reason).code == "R-M15"


def test_a_warning_never_stands_in_the_way_and_keeps_the_reason_given() -> None:
    room = started()
    found = room.do(talks(due=None), reason="family-wishes")
    assert [f.rule for f in found.findings] == ["R-M14"]
    event = room.sitting.events[-1]
    assert (event.rules, event.reason) == (("R-M14",), "family-wishes")


def test_a_warning_needs_no_reason() -> None:
    room = started()
    room.do(talks(due=None))
    assert room.sitting.events[-1].reason == ""


def test_there_are_three_ready_reasons() -> None:
    assert len(READY_REASONS) == 3


def test_priorities_are_those_of_the_domain() -> None:
    assert {rule.priority for rule in RULES} == {"B", "W", "I"}
    assert all(rule.seed for rule in RULES)


# The finer points ---------------------------------------------------------------------------


def test_one_guardians_consent_is_enough_and_withdrawing_it_stops_the_log() -> None:
    room = started()
    room.do(ConsentAdd(by="Far"))
    room.do(ConsentWithdraw(by="Mor"))
    room.do(TALKS)
    room.do(ConsentWithdraw(by="Far"))
    assert room.refused(TALKS).code == "R-C1"


def test_a_consent_that_has_run_out_holds_the_log() -> None:
    room = without_consent()
    room.do(ConsentAdd(by="Mor", expires=NOON.date()))
    room.do(TALKS)
    room.clock.tick(86400)
    assert room.refused(TALKS).code == "R-C1"


def test_a_childs_consent_is_no_guardians_consent() -> None:
    room = sixteen(consents=True)
    room.do(ConsentWithdraw(by="Mor"))
    assert room.refused(TALKS).code == "R-C1"


def test_a_youths_own_consent_is_needed_from_the_day_and_not_before() -> None:
    room = set_up(child=True)
    room.do(CaseSet(own_consent_from=NOON.date() + timedelta(days=1)))
    assert isinstance(room.ask(TALKS), Changes)
    room.clock.tick(86400)
    refused = room.refused(TALKS)
    assert (refused.code, refused.args) == ("R-C2", {"age": "16"})


def test_a_waiting_baton_is_told_from_a_missing_one() -> None:
    room = at_decision(CHOSEN, TALKS, ReadAloud())
    assert room.refused(Next()).args == {"name": "", "state": "nobody"}
    room.do(TO_HEALTH)
    assert room.refused(Next()).args == {"name": "Helsesjukepleiar", "state": "waiting"}
    room.do(HandOverCommand(to="Helsesjukepleiar", answer_by=DUE))
    room.do(ReadAloud())
    assert isinstance(room.ask(Next()), Changes)


def test_with_nothing_chosen_nobody_has_to_take_the_baton() -> None:
    room = at_decision(Choose(none_now=True, why="tenkjetid"), TALKS, ReadAloud())
    assert isinstance(room.ask(Next()), Changes)


def test_measures_noted_after_reading_aloud_must_be_read_too() -> None:
    room = at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS, ReadAloud(), MEASURES[1])
    assert room.refused(Next()).code == "R-M15"


def test_the_answers_that_are_missing_are_named() -> None:
    room = in_phase("clarifying")
    assert room.refused(Next()).args == {"service": f"{HEALTH}, PPT"}
    room.do(Answered())
    assert room.refused(GiveFloor(to="PPT")).args == {"service": HEALTH}


def test_answers_are_not_missing_in_the_round_of_offers() -> None:
    room = in_phase("offers")
    assert spoken(room, GiveFloor(to="PPT")) == frozenset()
    assert isinstance(room.ask(Next()), Changes)


def test_a_service_that_was_not_chosen_is_not_asked_for_an_activity() -> None:
    room = ready_to_close()
    found = room.do(Close())
    assert {f.rule: f.args["names"] for f in found.findings} == {"R-M13": "Rektor, Far"}


def test_with_none_chosen_no_service_is_asked_for_an_activity() -> None:
    room = go_to(started(), "decision")
    room.do(Choose(none_now=True, why="tenkjetid"), *MEASURES)
    room.do(ReadAloud())
    room.next()
    room.do(NextMeetingCommand(on=date(2027, 3, 2)))
    room.do(InformChildCommand(who="Mor", how="heime", when=NOON.date()))
    names = next(f.args["names"] for f in room.do(Close()).findings if f.rule == "R-M13")
    assert names == "Rektor, Far"


def test_the_hour_is_told_at_50_and_at_60_minutes() -> None:
    hour = next(r for r in RULES if r.id == "R-M9")
    for more, minutes in ((0, "50"), (599, "50"), (600, "60")):
        room = fifty_minutes(more=more)
        assert hour.check(Ask(room.case, room.context())) == {"minutes": minutes}


@pytest.mark.parametrize("moment", ["tick", "open", "home"])
def test_without_a_meeting_there_is_nothing_to_show_but_that_it_is_not_today(moment: str) -> None:
    assert shown(Room(), moment) == ({"R-S6"} if moment == "home" else frozenset())


def test_a_meeting_under_way_is_on_the_home_list_whatever_the_date() -> None:
    room = started()
    room.clock.tick(2 * 86400)
    assert shown(room, "home") == frozenset()


def test_home_follows_the_date_where_the_meeting_is_held() -> None:
    room = set_up()
    room.do(MeetingPlan(at=NOON.replace(hour=23, minute=30)))  # 00:30 the day after, in Oslo
    assert shown(room, "home") == {"R-S6"}
    room.clock.tick(12 * 3600)
    assert shown(room, "home") == frozenset()


def test_a_sign_tells_whether_the_clock_is_calm() -> None:
    room = in_phase("description")
    calm = [f.args for f in room.do(Guard()).findings]
    room.do(Answered())
    assert [*calm, *(f.args for f in room.do(Guard()).findings)] == [
        {"calm": "yes"},
        {"calm": "no"},
    ]


def test_who_comes_new_and_late_is_named_where_introductions_are_due() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Vikar", new=True))
    room.do(Start())
    assert room.refused(Next()).args == {"names": "Vikar"}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.id}-{r.priority}")
def test_no_check_falls_over_an_empty_case(rule: object) -> None:
    room = Room()
    found = next(r for r in RULES if r is rule).check(Ask(room.case, room.context(), Close()))
    assert found is None or isinstance(found, dict)


def test_evaluating_a_meeting_that_has_not_ended_names_what_is_open() -> None:
    room = started()
    assert room.refused(Evaluate(a="x")).args == {"open": "meeting"}
    room = closed()
    assert room.refused(Evaluate(a="x")).args == {"open": "family"}
    step(room)
    room.do(Evaluate(a="Greitt"))
    assert room.case.evaluations[room.sitting.meeting.id].a == "Greitt"
