"""Hidden, the leader's screen is the quiet picture: no word of the log, no key that opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.widgets.key_footer import KeyFooter
from phases.commands.clock import Hide
from phases.commands.log import ActivityAdd
from tests.app.screens.lead import walks
from tests.app.screens.lead.canaries import SECONDS
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import SIZES, sitting
from tests.phases.walk import PHASES

FAMILY = ("Mor", "Far")


@pytest.mark.parametrize("size", SIZES)
async def test_hidden_means_the_picture_and_the_keys_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seat = Seat(tmp_path)
    names = ("Leksehjelp", "Kontakt", "Rektor", "Skulehelse", "PPT", "Ferdig", "BTI", "Att i")
    async with seat.seated(*size):
        await seat.press("enter")
        seat.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"))
        for part in PHASES:
            walks.go_to(seat, part)
            await seat.press("s")
            await walks.wait(seat, 30)
            wall = seat.wall()
            assert "Vi tek ein liten pause" not in wall  # the clock goes on
            assert [word for word in (*FAMILY, *names) if word in wall] == []
            assert not SECONDS.search(wall)
            acts = [key.action for key in seat.screen.query_one(KeyFooter).keys]
            assert acts == ["hide", "pause"]
            await seat.press("s")
            assert "Leksehjelp" in seat.wall()


async def test_a_step_out_says_that_there_is_a_pause_and_takes_no_typing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter", "x")
        assert "Vi tek ein liten pause" in seat.wall()
        await seat.press("p")
        assert not seat.in_a_field
        assert [key.action for key in seat.screen.query_one(KeyFooter).keys][-1] == "step-out"
        await seat.press("x")
        assert sitting(seat).state == "running"
        await seat.press("p")
        assert seat.in_a_field


async def test_a_form_that_was_open_is_hidden_too_and_comes_back_with_its_text(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Hemmeleg tekst")
        await seat.press("f8")
        assert "Hemmeleg" not in seat.wall()
        assert [key.label for key in seat.screen.query_one(KeyFooter).keys] == ["F8", "F3"]
        before = seat.case.revision
        await seat.press("enter", after=2)
        assert seat.case.revision == before
        await seat.press("f8")
        assert "Hemmeleg" in seat.wall()


async def test_no_line_of_the_log_is_opened_over_the_picture(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"))
        await seat.press("e", "s")
        await seat.press("enter", after=2)
        assert walks.page(seat) is seat.screen
        assert "Leksehjelp" not in seat.wall()


async def test_another_window_hides_this_one(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.vault.open("ELEV-A", seat.clock, seat.desk.structures).do(Hide())
        await seat.settle()
        assert "Skulehelse" not in seat.wall()
