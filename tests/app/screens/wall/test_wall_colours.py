"""The wall says everything without colour too, and can be read on a console with sixteen."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.widgets.time_bar import TimeBar
from phases.commands.clock import Hide, Pause
from phases.commands.log import ActivityAdd
from phases.commands.talk import Guard
from tests.app.screens.colours import coloured, unreadable
from tests.app.screens.lead import walks
from tests.app.screens.wall.hung import Hung, hung

MOMENTS = ("planned", "description", "clarifying", "over time", "banner", "read", "waiting", "over")


async def come_to(wall: Hung, moment: str) -> None:
    """Lead to a state that looks like no other."""
    seat = wall.seat
    if moment == "planned":
        return
    walks.go_to(seat, "description")
    seat.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
    if moment == "read":
        walks.agreed_but_not_read(seat)
    elif moment == "over":
        walks.go_over(seat)
    elif moment != "description":
        walks.go_to(seat, "clarifying")
    await wall.wait(601 if moment == "over time" else 75)
    if moment == "banner":
        await wall.do(Guard())
    if moment == "waiting":
        await wall.wait(20, leader=False)


@pytest.mark.parametrize("moment", [*MOMENTS, "paused and hidden"])
async def test_every_text_can_be_read_in_colour_in_grey_and_in_sixteen_colours(
    tmp_path: Path, moment: str
) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        if moment == "paused and hidden":
            await come_to(wall, "clarifying")
            await wall.do(Pause(), Hide())
        else:
            await come_to(wall, moment)
        assert unreadable(wall.app) == []


async def test_without_colour_every_state_is_a_word_or_a_symbol(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        assert wall.app.no_color
        await come_to(wall, "clarifying")
        said = ["Oppklarande runde", "No: Skulehelsetenesta spør", "· prøvd før", "att"]
        assert [words for words in said if words not in wall.text()] == []
        captions = set()
        for used in (0, 420, 80, 40):
            await wall.wait(used)
            captions.add(wall.text().splitlines()[wall.screen.query_one(TimeBar).region.y])
            assert coloured(wall.app) == []
        assert len(captions) == 4
        await wall.do(Pause())
        assert "❚❚ pause" in wall.text()
        await wall.wait(20, leader=False)
        await wall.do(Guard())
        assert coloured(wall.app) == []
