"""Which structure is suggested: the first one, a follow-up, or the next link of a chain."""

from __future__ import annotations

import pytest

from phases.commands.case_facts import CaseNew
from phases.commands.clock import BreakOff, Start
from phases.commands.log import ActivityAdd
from phases.commands.planning import MeetingPlan
from phases.records.closing import Outcome
from phases.structures import Structure
from phases.suggesting import Suggestion, suggest, suggestion
from phases.words import OutcomeKind
from tests.phases.room import NOON, SHIPPED, Room, set_up


def held(structure: str | None = None) -> Room:
    """A room whose first meeting is over."""
    room = set_up()
    if structure is not None:
        room.do(MeetingPlan(structure=structure))
    room.do(Start())
    room.do(BreakOff(), after=60.0)
    return room


def test_the_first_meeting_follows_what_the_case_was_made_with() -> None:
    room = Room()
    room.do(CaseNew(structure="know-can-will-do"))
    assert suggestion(room.case, SHIPPED) == Suggestion("know-can-will-do", "first")
    assert suggest(room.case, SHIPPED) == "know-can-will-do"


def test_a_planned_meeting_that_wasnt_held_is_no_meeting_before() -> None:
    room = set_up(at=NOON)
    assert suggestion(room.case, SHIPPED).why == "first"


def test_after_a_meeting_one_that_fits_a_follow_up_is_suggested() -> None:
    found = suggestion(held().case, SHIPPED)
    assert found.why == "follow-up"
    assert "follow-up" in SHIPPED[found.structure].suits


def test_with_open_activities_it_is_one_that_walks_through_them() -> None:
    room = held()
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    assert suggestion(room.case, SHIPPED) == Suggestion("bti-followup", "follow-up")


def test_a_structure_that_suits_both_or_says_nothing_is_kept() -> None:
    room = held()
    own = SHIPPED["bti-individual"]
    for suits in ((), ("first", "follow-up")):
        mine = {**SHIPPED, own.id: own.model_copy(update={"suits": suits})}
        assert suggestion(room.case, mine) == Suggestion(own.id, "follow-up")


def test_without_any_that_suits_the_cases_own_is_kept() -> None:
    alone = {"bti-individual": SHIPPED["bti-individual"]}
    assert suggestion(held().case, alone) == Suggestion("bti-individual", "follow-up")


@pytest.mark.parametrize(
    ("last", "following"), [("meeting-1", "meeting-2"), ("meeting-2", "meeting-3")]
)
def test_a_chain_goes_on(last: str, following: str) -> None:
    assert suggestion(held(last).case, SHIPPED) == Suggestion(following, "chain")


def test_the_last_link_of_a_chain_is_followed_by_a_follow_up() -> None:
    assert suggestion(held("meeting-3").case, SHIPPED).why == "follow-up"


@pytest.mark.parametrize(("kind", "why"), [("closed", "follow-up"), ("continue", "chain")])
def test_a_chain_that_was_closed_goes_no_further(kind: OutcomeKind, why: str) -> None:
    room = held("meeting-1")
    [meeting] = room.case.meetings.values()
    ended = meeting.with_(outcome=Outcome(kinds=(kind,)))
    case = room.case.with_(meetings={ended.id: ended})
    assert suggestion(case, SHIPPED).why == why


def test_a_chain_whose_next_file_is_gone_is_no_chain() -> None:
    without: dict[str, Structure] = {k: v for k, v in SHIPPED.items() if k != "meeting-2"}
    assert suggestion(held("meeting-1").case, without).why == "follow-up"


def test_the_newest_meeting_that_was_held_counts_not_the_one_being_planned() -> None:
    room = held("meeting-1")
    room.do(MeetingPlan(structure="bti-basic"))
    assert suggestion(room.case, SHIPPED) == Suggestion("meeting-2", "chain")
