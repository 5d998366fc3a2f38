"""Every rule of the table: asked at each of its moments, it speaks once and once it doesn't."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import pytest

from phases.commands.afterwards import Evaluate
from phases.commands.choosing import Accept, Choose, OfferAdd, ReadAloud
from phases.commands.clock import Close, Next, Pause, Start
from phases.commands.closing import InformChildCommand
from phases.commands.log import ActivityEdit, Park
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, Arrive, GiveFloor, Guard, GuardKindCommand, Leave
from phases.commands.welcome import Introductions, Viddevakt
from phases.rules import RULES
from tests.phases.pairs_activities import OF_ACTIVITIES
from tests.phases.pairs_around import AROUND
from tests.phases.pairs_consent import CONSENT_PAIRS
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.rooms import (
    CHOSEN,
    HEALTH,
    TALKS,
    TO_HEALTH,
    Spoken,
    alone,
    at_decision,
    days_later,
    fifty_minutes,
    met_before,
    ready_to_close,
    shown,
    sixteen,
    spoken,
    talks,
    unguarded,
    with_newcomer,
    without_consent,
)
from tests.phases.walk import closed, in_phase, through

YESTERDAY: Final = NOON.date() - timedelta(days=1)

Key = tuple[str, str, str]
"""A rule's id, its priority, and one of the moments at which it is asked."""


@dataclass(frozen=True)
class Pair:
    """When a rule speaks, and when it doesn't."""

    fires: Callable[[], Spoken]
    silent: Callable[[], Spoken]


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
        lambda: spoken(met_before(), Start()), lambda: spoken(set_up(), Start())
    ),
    ("INV-13", "W", "start"): Pair(
        lambda: spoken(days_later(1.0), Start()),
        lambda: spoken(set_up(), Start()),
    ),
    ("INV-14", "W", "activity-add"): Pair(
        lambda: spoken(started(), talks(due=YESTERDAY)),
        lambda: spoken(started(), talks(due=NOON.date())),
    ),
    ("INV-14", "W", "activity-edit"): Pair(
        lambda: spoken(_edited(""), _due_of(_edited(""), f"{YESTERDAY}")),
        lambda: spoken(_edited(""), _due_of(_edited(""), "")),
    ),
    ("INV-14", "W", "meeting-plan"): Pair(
        lambda: spoken(set_up(), MeetingPlan(at=NOON - timedelta(days=365))),
        lambda: spoken(set_up(), MeetingPlan(at=NOON - timedelta(hours=3))),
    ),
    ("INV-15", "W", "meeting-plan"): Pair(
        lambda: spoken(set_up(), MeetingPlan(at=NOON.replace(hour=22, minute=30))),
        lambda: spoken(set_up(), MeetingPlan(at=NOON.replace(hour=22, minute=10))),
    ),
    ("R-M3", "B", "introductions"): Pair(
        lambda: spoken(with_newcomer(), Start(), Introductions("skipped")),
        lambda: spoken(with_newcomer(), Start(), Introductions("done")),
    ),
    ("R-M3", "B", "next"): Pair(
        lambda: spoken(with_newcomer(), Start(), Next()),
        lambda: spoken(with_newcomer(), Start(), Introductions("done"), Next()),
    ),
    ("R-M3", "W", "arrive"): Pair(
        lambda: spoken(_late(new=True), Arrive(who="PPT-rådgjevar")),
        lambda: spoken(_late(new=False), Arrive(who="PPT-rådgjevar")),
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
    ("R-M7", "I", "beat"): Pair(
        lambda: shown(fifty_minutes(), "beat"), lambda: shown(started(), "beat")
    ),
    ("R-M8", "I", "guard"): Pair(
        lambda: spoken(started(), Guard()),
        lambda: spoken(started(), Guard(), GuardKindCommand("topic")),
    ),
    ("R-M9", "W", "beat"): Pair(
        lambda: shown(fifty_minutes(), "beat"), lambda: shown(fifty_minutes(more=-1), "beat")
    ),
    ("R-M9", "W", "next"): Pair(
        lambda: spoken(fifty_minutes(), Next()), lambda: spoken(fifty_minutes(more=-1), Next())
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
ALL: Final = AROUND | OF_ACTIVITIES | CONSENT_PAIRS
PAIRS.update({key: Pair(*pair) for key, pair in ALL.items()})


def _late(*, new: bool) -> Room:
    """The round of names is over, and PPT stands in the door."""
    room = set_up()
    room.do(
        ParticipantEdit(who="PPT-rådgjevar", absent=True, new=new), Start(), Introductions("done")
    )
    return room


def _edited(_: str) -> Room:
    room = started()
    room.do(TALKS)
    return room


def _due_of(room: Room, due: str) -> ActivityEdit:
    return ActivityEdit(id=next(iter(room.case.activities)), field="due", value=due)


def test_every_rule_has_a_pair_for_each_of_its_moments() -> None:
    asked = {(rule.id, rule.priority, moment) for rule in RULES for moment in rule.asked}
    assert asked == set(PAIRS)


@pytest.mark.parametrize("key", PAIRS, ids="-".join)
def test_a_rule_speaks_where_it_is_meant(key: Key) -> None:
    assert key[0] in PAIRS[key].fires()


@pytest.mark.parametrize("key", PAIRS, ids="-".join)
def test_a_rule_is_silent_where_it_is_not_meant(key: Key) -> None:
    assert key[0] not in PAIRS[key].silent()


def test_somebody_new_at_a_later_meeting_is_not_said_to_be_known() -> None:
    room = met_before()
    assert "R-M2" in spoken(room, Start())
    room = met_before()
    room.do(ParticipantEdit(who="Far", new=True))
    assert "R-M2" not in spoken(room, Start())
