"""A wall without news from the leader waits, and shows no time."""

from __future__ import annotations

from pathlib import Path

from phases.commands.clock import Minute
from phases.commands.log import ActivityAdd
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.hung import Hung, hung


async def test_without_news_for_five_seconds_it_waits_and_shows_no_time(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(10)
        assert wall.screen.shown.clock.figures
        await wall.wait(4, leader=False)
        assert not wall.screen.shown.wait
        await wall.wait(2, leader=False)
        assert "Ventar på møtemaskina" in wall.text()
        assert "█" not in wall.text()
        assert "Ferdig ca." not in wall.text()
        await wall.wait(2)
        assert "Ventar" not in wall.text()
        assert wall.screen.shown.clock.figures == "09:42"


async def test_a_change_is_news_too(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(2)
        await wall.wait(8, leader=False)
        assert wall.screen.shown.wait
        await wall.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar"))
        assert not wall.screen.shown.wait


async def test_a_wall_opened_late_beside_a_leader_that_died_waits_at_once(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "clarifying")
    seat.desk.presence.touch(seat.clock.stamp())
    seat.clock.tick(30)
    wall = Hung(seat)
    async with wall.up():
        assert wall.screen.shown.wait


async def test_a_meeting_led_by_commands_has_nobody_to_wait_for(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(60, leader=False)
        assert wall.screen.shown.clock.figures == "09:00"


async def test_commands_take_over_from_a_leader_that_died(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(2)
        await wall.wait(30, leader=False)
        assert wall.screen.shown.wait
        await wall.do(Minute(1))
        await wall.wait(30, leader=False)
        assert not wall.screen.shown.wait


async def test_a_leader_that_left_properly_is_not_waited_for(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(2)
        wall.seat.desk.presence.leave()
        await wall.wait(30, leader=False)
        assert not wall.screen.shown.wait


async def test_a_log_that_can_not_be_read_any_more_is_waited_for(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(2)
        journal = wall.seat.vault.folder / "ELEV-A.journal"
        kept = journal.read_bytes()
        journal.unlink()
        await wall.wait(6)
        assert "Ventar på møtemaskina" in wall.text()
        journal.write_bytes(kept)
        await wall.wait(1)
        assert "Ventar" not in wall.text()


async def test_a_clock_that_stands_still_is_not_waited_for(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        await wall.wait(2)
        await wall.wait(30, leader=False)
        assert not wall.screen.shown.wait
