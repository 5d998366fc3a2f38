"""How long the viddevakt's sign stands, and what it makes way for."""

from __future__ import annotations

import pytest

from phases.commands import Command
from phases.commands.clock import Hide, Minute, Pause
from phases.commands.log import Park
from phases.commands.talk import Answered, Guard
from phases.signs import BANNER_S, fresh_sign
from tests.phases.room import Room
from tests.phases.walk import in_phase


def sign(room: Room) -> str | None:
    return fresh_sign(room.sitting, room.clock.stamp())


def test_the_banner_stands_for_its_seconds_and_goes_by_itself() -> None:
    room = in_phase("clarifying")
    room.do(Guard())
    assert sign(room) == "banner"
    room.clock.tick(BANNER_S)
    assert sign(room) is None


@pytest.mark.parametrize("act", [Pause(), Minute(1), Minute(-1), Hide()])
def test_the_banner_makes_way_for_a_pause_a_minute_or_the_quiet_picture(act: Command) -> None:
    room = in_phase("clarifying")
    room.do(Guard())
    room.clock.tick(1)
    room.do(act)
    assert sign(room) is None


def test_only_what_comes_after_the_sign_takes_it_away() -> None:
    room = in_phase("clarifying")
    room.do(Minute(1))
    room.do(Guard())
    assert sign(room) == "banner"
    room.do(Minute(1))
    assert sign(room) is None
    room.do(Guard())
    assert sign(room) == "banner"


@pytest.mark.parametrize("act", [Park("turen"), Answered()])
def test_the_banner_stays_while_the_talk_goes_on(act: Command) -> None:
    room = in_phase("clarifying")
    room.do(Guard())
    room.do(act)
    assert sign(room) == "banner"
