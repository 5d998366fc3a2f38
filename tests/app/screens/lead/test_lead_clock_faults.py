"""Clocks that jump, stand still or begin anew under the lead screen, on an injected clock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.widgets.big_digits import BigDigits
from phases.commands.clock import Pause, Resume
from phases.pace import pace
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase, pick, sitting

AUTUMN = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
SPRING = datetime(2027, 3, 28, 0, 50, tzinfo=UTC)


def shown(seat: Seat) -> str:
    """What the large figures say."""
    return seat.screen.query_one(BigDigits).text


async def sleep(seat: Seat, seconds: float) -> None:
    """The machine sleeps and wakes: its monotonic clock has moved by the waking second only."""
    seat.clock.tick(seconds)
    seat.real_s += 1.0
    await seat.settle()


@pytest.mark.parametrize("step_s", [3600.0, -3600.0, 1e9, -1.7e9])
async def test_a_step_of_the_wall_clock_changes_nothing_and_is_noted_once(
    tmp_path: Path, step_s: float
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 100)
        seat.clock.jump(step_s)
        await walks.wait(seat, 2)
        assert shown(seat) == "08:18"
        assert walks.page(seat) is seat.screen
        seat.do(Pause(), Resume())
        seat.do(Pause(), Resume())
        noted = [event.moved_s for event in sitting(seat).events if event.moved_s is not None]
        assert noted == [step_s]
        assert phase(seat) == "clarifying"


@pytest.mark.parametrize("boot", ["boot-1", None])
@pytest.mark.parametrize(
    ("slept_s", "told", "left"),
    [(600.0, "10 minutt", "00:10"), (28800.0, "8 timar", "470:10"), (3e5, "eit døgn", "1440:00")],
)
async def test_after_a_sleep_there_is_one_question_and_never_more_than_a_day(
    tmp_path: Path, boot: str | None, slept_s: float, told: str, left: str
) -> None:
    seat = Seat(tmp_path)
    seat.clock.boot = boot
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 10)
        await sleep(seat, slept_s)
        assert told in seat.wall()
        await pick(seat, "Rekn")
        assert shown(seat) == left
        await walks.wait(seat, 1)
        assert walks.page(seat) is seat.screen
        assert kinds(seat).count("away") == 1
        assert phase(seat) == "clarifying"


async def test_on_another_boot_the_time_is_told_by_utc(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 100)
    seat.clock.tick(120)
    seat.clock.boot, seat.clock.awake_s = "boot-2", 7.0
    walks.sit_down_again(seat)
    async with seat.seated():
        assert "2 minutt" in seat.wall()
        await pick(seat, "Rekn")
        assert shown(seat) == "06:20"
        await walks.wait(seat, 5)
        assert shown(seat) == "06:15"


@pytest.mark.parametrize(("night", "ends"), [(AUTUMN, "02.25"), (SPRING, "03.25")])
async def test_over_the_hour_of_daylight_saving_the_time_left_and_the_end_are_right(
    tmp_path: Path, night: datetime, ends: str
) -> None:
    seat = Seat(tmp_path)
    seat.clock.utc = night
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        for _ in range(2):
            before = walks.line(seat, "head-right")
            await walks.wait(seat, 290)
            assert walks.line(seat, "head-right") == before == f"Ferdig ca. {ends}"
        assert shown(seat) == "00:20"


async def test_where_utc_alone_tells_a_step_back_shows_nothing_below_zero(tmp_path: Path) -> None:
    """There a step can't be told from time: the part begins anew, and goes on."""
    seat = Seat(tmp_path)
    seat.clock.boot = None
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 100)
        seat.clock.jump(-3600)
        await walks.wait(seat, 1)
        assert walks.page(seat) is seat.screen
        at = pace(sitting(seat), seat.clock.stamp())
        assert (at.used_s, shown(seat)) == (0.0, "10:00")
        await seat.press("space", "space", "n")
        assert phase(seat) == "clarifying"
        assert all(run.used_s >= 0 for run in sitting(seat).line.runs)
