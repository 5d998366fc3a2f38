"""Who is expected and comes later: not in the room until then, and told of without a reason."""

from __future__ import annotations

from phases.attendance import attendance, came
from phases.commands.clock import Start
from phases.commands.talk import Answered, Arrive, Expect, Leave
from phases.commands.welcome import ConsentTold
from tests.phases.room import Room, id_of, set_up, started

PPT = "PPT-rådgjevar"


def here(room: Room) -> list[str]:
    return [p.label for p in room.case.present]


def test_who_comes_later_is_out_of_the_room_and_the_rounds_until_they_arrive() -> None:
    room = set_up()
    room.do(Expect(PPT))
    assert PPT in here(room)  # invited, and planned for
    room.do(Start(), ConsentTold())
    assert PPT not in here(room)
    room.next()
    room.next()
    assert [group.key for group in room.floor.queue] == ["skulehelseteneste"]
    room.do(Arrive(PPT))
    assert PPT in here(room)
    assert [group.key for group in room.floor.queue] == ["skulehelseteneste", "PPT"]


def test_said_when_the_meeting_has_begun_it_holds_from_the_start() -> None:
    room = started()
    room.do(Expect(PPT), after=60)
    [late] = [each for each in attendance(room.case, room.sitting) if each.who.label == PPT]
    assert (late.came, late.left_at, late.came_at) == (False, None, None)
    room.do(Arrive(PPT), after=600)
    [late] = [each for each in attendance(room.case, room.sitting) if each.who.label == PPT]
    assert (late.came, late.left_at, late.came_at) == (True, None, room.clock.utc)


def test_who_came_and_had_to_leave_has_both_times_and_the_others_none() -> None:
    room = started()
    room.do(Expect(PPT))
    room.do(Arrive(PPT), after=600)
    arrived = room.clock.utc
    room.do(Leave(PPT), after=600)
    found = {each.who.label: each for each in attendance(room.case, room.sitting)}
    assert (found[PPT].came_at, found[PPT].left_at) == (arrived, room.clock.utc)
    assert found["Mor"].came_at is None
    assert PPT in [p.label for p in came(room.case, room.sitting)]


def test_before_the_start_it_is_taken_back_as_if_it_had_never_been_said() -> None:
    room = set_up()
    room.do(Expect(PPT))
    room.do(Expect(PPT, later=False))
    assert PPT in here(room)
    assert room.sitting.meeting.later == ()


def test_nobody_who_is_away_is_expected_twice() -> None:
    room = started()
    room.do(Expect(PPT))
    assert room.refused(Expect(PPT)).code == "not-here"
    assert room.refused(Leave(PPT)).code == "not-here"
    room.next()
    room.do(Answered())
    assert id_of(room, PPT) in room.sitting.not_from_the_start
