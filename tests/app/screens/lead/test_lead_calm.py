"""While the family has the floor the leader's screen is calm: no seconds, no banner, no names."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.widgets.big_digits import BigDigits
from app.widgets.time_bar import TimeBar
from phases.floor import floor
from tests.app.screens.lead import walks
from tests.app.screens.lead.canaries import SECONDS
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import phase, sitting


@pytest.mark.parametrize("seconds", [0, 250, 296, 700])
async def test_while_the_family_has_the_floor_the_clock_is_calm(
    tmp_path: Path, seconds: int
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "description")
        turns, before = 0, ""
        while not sitting(seat).over:
            if phase(seat) != before:
                before = phase(seat)
                await walks.wait(seat, seconds)
            await seat.settle()
            if floor(seat.case, sitting(seat)).calm:
                turns += 1
                assert not SECONDS.search(seat.wall()), before
                assert _alarm(seat) == [], before
                assert "over tida" not in seat.wall()
            walks.step(seat)
        assert turns >= 5


def _alarm(seat: Seat) -> list[str]:
    """The classes that stand for a threshold, on the figures and on the bar."""
    found = []
    for widget in (seat.screen.query_one(BigDigits), seat.screen.query_one(TimeBar)):
        found += [name for name in widget.classes if name in ("-soon", "-last", "-over")]
    return found


async def test_a_calm_clock_shows_whole_minutes_and_then_a_word(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await walks.wait(seat, 130)
        assert (seat.screen.shown.clock.figures, seat.screen.shown.clock.caption) == (
            "3",
            "om lag 3 min att",
        )
        await walks.wait(seat, 300)
        assert seat.screen.shown.clock.figures == ""
        assert seat.screen.shown.clock.caption == "vi rundar av"


async def test_a_sign_while_the_family_speaks_is_a_small_symbol_and_no_banner(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("v")
        assert "◆" in seat.wall()
        assert "Vi går tilbake" not in seat.wall()
        await walks.arrive(seat, "clarifying")
        await seat.press("v")
        assert "Vi går tilbake til" in seat.wall()
        assert "◆" not in seat.wall()
        await walks.wait(seat, 9)
        assert "Vi går tilbake" not in seat.wall()
