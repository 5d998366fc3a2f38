"""With a wall on the second display, hiding hides the wall; the leader's window goes on (§8)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.widgets.key_footer import KeyFooter
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.hung import Hung

HIDDEN = "Veggen er skjult   s: vis han"
PART = "Oppklarande runde"


def hung_beside(seat: Seat) -> Hung:
    """A wall that beats with `both_beat` and not by itself: dead, it must touch nothing."""
    wall = Hung(seat)
    setattr(wall.screen, "beat", lambda: None)  # noqa: B010 - mypy knows it as a worker
    return wall


async def both_beat(seat: Seat, wall: Hung, seconds: int = 1, *, wall_beats: bool = True) -> None:
    """So many seconds in which both windows say that they are here, or the wall doesn't.

    By their own messages: called from here, one window's styles would be worked out in the other.
    """
    for _ in range(seconds):
        seat.clock.tick(1.0)
        seat.real_s += 1.0
        if wall_beats:
            wall.screen.call_later(wall.screen.tick)
        seat.screen.call_later(seat.screen.tick)
        for pilot in (wall.pilot, seat.pilot) * 3:
            assert pilot is not None
            await pilot.pause(0)


@asynccontextmanager
async def both_open(folder: Path) -> AsyncIterator[tuple[Seat, Hung]]:
    """The clarifying round, led beside a wall."""
    seat = Seat(folder)
    wall = hung_beside(seat)
    async with seat.seated(), wall.up():
        await walks.arrive(seat, "clarifying")
        await both_beat(seat, wall, 2)
        yield seat, wall


def acts(seat: Seat) -> list[str]:
    """What the footer of the leader's window offers."""
    return [key.action for key in seat.screen.query_one(KeyFooter).keys]


async def test_s_hides_the_wall_alone_and_the_leader_is_told_so_until_it_is_shown_again(
    tmp_path: Path,
) -> None:
    async with both_open(tmp_path) as (seat, wall):
        offered = acts(seat)
        await seat.press("s")
        await both_beat(seat, wall, 10)
        assert PART not in wall.text()
        assert wall.screen.shown.hidden
        assert PART in seat.wall()
        assert walks.line(seat, "message") == HIDDEN
        assert acts(seat) == offered
        await seat.press("enter")
        assert walks.kinds(seat)[-1] == "answered"
        await seat.press("s")
        await both_beat(seat, wall)
        assert PART in wall.text()
        assert HIDDEN not in seat.wall()


async def test_a_step_out_covers_the_wall_and_the_same_key_takes_it_back(
    tmp_path: Path,
) -> None:
    async with both_open(tmp_path) as (seat, wall):
        await seat.press("x")
        await both_beat(seat, wall)
        assert "Vi tek ein liten pause" in wall.text()
        assert "❚❚ pause" in seat.wall()
        assert PART in seat.wall()
        await seat.press("x")
        await both_beat(seat, wall)
        assert walks.sitting(seat).state == "running"
        assert PART in wall.text()


@pytest.mark.parametrize("how", ["quit", "killed"])
async def test_when_the_wall_goes_the_leader_is_the_one_that_is_hidden(
    tmp_path: Path, how: str
) -> None:
    async with both_open(tmp_path) as (seat, wall):
        await seat.press("s")
        assert PART in seat.wall()
        if how == "quit":
            wall.presence.leave()
        await both_beat(seat, wall, 1 if how == "quit" else 6, wall_beats=False)
        assert PART not in seat.wall()
        assert acts(seat) == ["hide", "pause"]
        await both_beat(seat, wall, 1)
        await both_beat(seat, wall, 1)
        assert PART in seat.wall()


async def test_a_leader_that_comes_back_beside_a_hidden_wall_is_not_covered_for_a_moment(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    wall = hung_beside(seat)
    async with wall.up():
        async with seat.seated():
            await walks.arrive(seat, "clarifying")
            await both_beat(seat, wall, 2)
            await seat.press("s")
        walks.sit_down_again(seat)
        async with seat.seated():
            assert PART in seat.wall()
            assert walks.line(seat, "message") == HIDDEN
