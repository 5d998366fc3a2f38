"""What the wall leaves out once a consent was taken back (R-C6, SC-10)."""

from __future__ import annotations

from data.wall import WallView, wall_view
from phases.commands.consents import ConsentWithdraw
from phases.commands.log import ActivityAdd
from phases.commands.welcome import Challenge
from tests.phases.room import Room
from tests.phases.walk import DUE, in_phase


def written() -> Room:
    room = in_phase("status-quo")
    room.do(Challenge(text="Mindre uro når PPT er her"))
    room.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", due=DUE))
    room.do(ActivityAdd(title="Prat med PPT", owner="Mor", due=DUE))
    return room


def wall(room: Room) -> WallView:
    return wall_view(room.case, room.structures, room.clock.stamp())


def test_the_wall_leaves_out_a_service_and_its_name() -> None:
    room = written()
    assert "PPT" in repr(wall(room))
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    seen = wall(room)
    assert "PPT" not in repr(seen)
    assert seen.challenge == "Mindre uro når … er her"


def test_the_wall_shows_nothing_of_a_log_that_was_closed() -> None:
    room = written()
    room.do(ConsentWithdraw(by="Mor"))
    assert wall(room) == WallView(blank=True)
