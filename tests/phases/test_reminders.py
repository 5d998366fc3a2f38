"""What a viddevakt at a second machine is reminded of."""

from __future__ import annotations

from phases.commands.choosing import OfferAdd
from phases.commands.clock import Pause, Resume
from phases.commands.talk import Answered
from phases.reminders import reminder
from tests.phases.room import Room, set_up, started


def told(room: Room) -> str | None:
    """The reminder as things stand."""
    return reminder(room.case, room.clock.stamp())


def in_part(wanted: str) -> Room:
    """A meeting that has come so far."""
    from phases.proposal import proposal
    from tests.phases.walk import ANSWERS

    room = started()
    while room.sitting.line.phase != wanted:
        found = proposal(room.case)
        assert found is not None
        if found.command is not None:
            room.do(found.command)
        else:
            assert found.item is not None
            room.do(*ANSWERS[found.item](room.case, found.service))
    return room


def test_nobody_is_reminded_while_somebody_speaks() -> None:
    assert told(in_part("clarifying")) is None


def test_a_round_in_which_everybody_was_heard_has_nobody_on_the_floor() -> None:
    room = in_part("clarifying")
    while room.floor.now is not None:
        room.do(Answered())
    assert told(room) == "nobody-speaks"


def test_a_meeting_that_is_only_paused_is_said_to_be_that() -> None:
    room = in_part("clarifying")
    room.do(Pause())
    assert told(room) == "paused"
    room.do(Resume())
    assert told(room) is None


def test_a_meeting_whose_time_has_come_is_reminded_of_and_none_before() -> None:
    room = set_up()
    assert told(room) == "no-phase"
    room.clock.tick(-600)
    assert told(room) is None


def test_an_offer_in_the_round_of_questions_comes_too_early_and_is_fine_later() -> None:
    room = in_part("clarifying")
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    assert told(room) == "early-offer"
    room = in_part("offers")
    room.do(OfferAdd(service=room.case.services[0], text="Rettleiing"))
    assert told(room) != "early-offer"


def test_no_meeting_and_a_meeting_that_is_over_remind_of_nothing() -> None:
    assert told(Room()) is None
    room = started()
    from phases.commands.clock import BreakOff

    room.do(BreakOff())
    assert told(room) is None
