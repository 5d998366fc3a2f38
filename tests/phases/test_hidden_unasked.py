"""What a consent hides is asked for by no rule: whoever leads sees all that holds them (R-C6)."""

from __future__ import annotations

from datetime import date

import pytest

from phases.commands.clock import Next, Resume
from phases.commands.closing import FamilyLeft
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.leaving_out import shown
from phases.proposal import proposal
from phases.walk import left, walked
from tests.phases.room import Room
from tests.phases.rooms import HEALTH, TALKS, follow_up
from tests.phases.walk import ANSWERS, PHASES, in_phase


def taken_back(room: Room) -> Room:
    room.do(ConsentWithdraw(by="Mor", covers=HEALTH))
    room.do(Resume())
    return room


def led_on(room: Room) -> Room:
    """Lead to the end by what the window shows alone; a refusal fails the test."""
    while not room.sitting.over:
        case = shown(room.case)
        found = proposal(case)
        assert found is not None
        done = (found.command,) if found.command else ANSWERS[found.item or ""](case, found.service)
        room.do(*done)
    return room


def test_an_activity_that_a_withdrawal_hides_is_no_longer_gone_through() -> None:
    room = follow_up("activities", TALKS)
    assert len(left(room.case, room.sitting, room.sitting.line.phase)) == 1
    taken_back(room)
    assert walked(room.case, room.sitting, room.sitting.line.phase) == ()
    room.next()
    assert not any(a.decision == "not-discussed" for a in room.case.assessments.values())


def test_consented_to_anew_it_is_gone_through_again() -> None:
    room = taken_back(follow_up("activities", TALKS))
    room.do(ConsentAdd(by="Mor", covers=HEALTH, given=date(2027, 1, 19)))
    assert room.refused(Next(phase=room.sitting.line.phase)).code == "R-M12"


@pytest.mark.parametrize("phase", PHASES)
def test_a_meeting_is_led_to_its_end_by_what_is_shown_wherever_a_service_falls_away(
    phase: str,
) -> None:
    room = led_on(taken_back(in_phase(phase)))
    room.do(FamilyLeft())
    assert room.sitting.state == "closed"


def test_help_that_was_chosen_of_a_service_taken_out_holds_nobody_up() -> None:
    room = in_phase("decision")
    for item in ("choice", "relay-holder", "measures"):
        room.do(*ANSWERS[item](room.case, ""))
    assert led_on(taken_back(room)).sitting.over
