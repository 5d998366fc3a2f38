"""Whole walls as text: so that a change of the looks is seen, and meant.

`UPDATE_PICTURES=1 pytest tests/app/screens/wall/test_wall_pictures.py` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from phases.commands.clock import Hide, Pause
from phases.commands.log import ActivityAdd
from phases.commands.talk import Guard
from tests.app.screens.lead import walks
from tests.app.screens.lead.test_lead_pictures import same
from tests.app.screens.wall.hung import hung

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 36))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", ["planned", "description", "clarifying", "read", "over"])
async def test_the_wall_looks_as_it_is_meant_to(
    tmp_path: Path, size: tuple[int, int], part: str
) -> None:
    wall = hung(tmp_path)
    seat = wall.seat
    async with wall.up(*size):
        if part != "planned":
            walks.go_to(seat, "description")
            seat.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
        if part in ("read", "over"):
            walks.agreed_but_not_read(seat)
        elif part != "planned":
            walks.go_to(seat, part)
        if part == "over":
            walks.go_over(seat)
        await wall.wait(75)
        same(f"{part}-{size[0]}x{size[1]}", wall.text(), PICTURES)


async def test_the_compass_and_the_first_question_stand_on_the_wall(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    walks.come_to(wall.seat, "know-can-will-do", "know")
    async with wall.up():
        same("compass-80x24", wall.text(), PICTURES)


@pytest.mark.parametrize("size", SIZES)
async def test_what_covers_the_wall_looks_as_it_is_meant_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    wall = hung(tmp_path)
    async with wall.up(*size):
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(3)
        await wall.do(Guard())
        same(f"banner-{size[0]}x{size[1]}", wall.text(), PICTURES)
        await wall.wait(20, leader=False)
        same(f"waiting-{size[0]}x{size[1]}", wall.text(), PICTURES)
        await wall.do(Pause(), Hide())
        same(f"pause-{size[0]}x{size[1]}", wall.text(), PICTURES)
