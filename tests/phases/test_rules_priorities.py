"""What the priority of a rule means: blocks, overrides, warnings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, get_args

import pytest

from phases.changes import EXIT_RULE, Changes, Refusal
from phases.commands import COMMANDS, Command
from phases.commands.afterwards import Evaluate
from phases.commands.choosing import Accept, ReadAloud
from phases.commands.clock import Close, Next, Start
from phases.commands.minutes import MinutesCommand
from phases.commands.preparing import NoticeCommand
from phases.rules import READY_REASONS, RULES, Moment
from tests.phases.chain import led, over, planned
from tests.phases.pairs_activities import walking
from tests.phases.pairs_consent import BLOCKED_BY_CONSENT
from tests.phases.room import Room, started
from tests.phases.rooms import (
    CHOSEN,
    TALKS,
    TO_HEALTH,
    at_decision,
    ready_to_close,
    sixteen,
    talks,
    unguarded,
    with_newcomer,
    without_consent,
)
from tests.phases.walk import closed, in_phase

# When they are asked ------------------------------------------------------------------------


def test_every_rule_is_asked_at_commands_and_moments_that_there_are() -> None:
    asked = {moment for rule in RULES for moment in rule.asked}
    known = {command.name for command in COMMANDS} | set(get_args(Moment))
    assert asked <= known
    assert set(get_args(Moment)) <= asked, "a moment at which nothing is asked"


# What each priority means -------------------------------------------------------------------

BLOCKED: Final[dict[str, Callable[[], tuple[Room, Command]]]] = {
    "R-C1": lambda: (without_consent(), TALKS),
    "R-C2": lambda: (sixteen(consents=False), TALKS),
    "R-M1": lambda: (unguarded(), Next()),
    "R-M3": lambda: (_begun(with_newcomer()), Next()),
    "R-M5": lambda: (in_phase("clarifying"), Next()),
    "R-M12": lambda: (walking(), Next()),
    "R-M14": lambda: (started(), talks(owner="")),
    "INV-08": lambda: (at_decision(), Next()),
    "R-M15": lambda: (at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS), Next()),
    "R-M17": lambda: (at_decision(CHOSEN, TO_HEALTH, TALKS, ReadAloud()), Next()),
    "R-P6": lambda: (planned(), NoticeCommand(kind="summons")),
    "R-E9": lambda: (over(), MinutesCommand(recipients=("PPT-rådgiver",))),
    "R-E14": lambda: (led(ends=True), Close()),
    "R-E4": lambda: (ready_to_close(without="next-meeting"), Close()),
    "R-E5": lambda: (ready_to_close(without="inform-child"), Close()),
    "R-E10": lambda: (closed(), Evaluate(a="Godt")),
    **BLOCKED_BY_CONSENT,
}
ON_A_SCREEN: Final = {"R-S1", "R-S3", "R-S4", "R-S6"}
"""Blocks that no command meets with exit 9: showing and taking out are none, who was first is told
by exit 4, deleting is no command, and the home list leaves the case out."""


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


def test_only_what_names_an_override_can_be_passed_with_a_reason() -> None:
    assert {rule.id for rule in RULES if rule.override} == {"R-M12", "R-M15"}


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
