"""Whole screens as text: so that a change of the looks is seen, and meant.

`UPDATE_PICTURES=1 pytest tests/app/screens/lead/test_lead_pictures.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from phases.commands.filling import Fill
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import Assess
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import come_to

PICTURES = Path(__file__).parent / "pictures"


def same(name: str, shown: str, pictures: Path = PICTURES) -> None:
    """The screen is the picture; trailing blanks say nothing."""
    text = "\n".join(line.rstrip() for line in shown.splitlines()) + "\n"
    path = pictures / f"{name}.txt"
    if os.environ.get("UPDATE_PICTURES"):
        pictures.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} looks different"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("part", ["description", "clarifying", "decision"])
async def test_the_screen_looks_as_it_is_meant_to(
    tmp_path: Path, size: tuple[int, int], part: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(*size):
        walks.go_to(seat, "description")
        seat.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
        walks.go_to(seat, part)
        await walks.wait(seat, 75)
        same(f"{part}-{size[0]}x{size[1]}", seat.wall())


async def test_a_walk_through_looks_as_it_is_meant_to(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.do(ActivityAdd(title="Leggetid halv ni", owner="Føresett 1", arena="home"))
    seat.do(ActivityAdd(title="Lesegruppe", owner="Kontaktlærar", arena="school"))
    come_to(seat, "bti-followup", "activities")
    home = next(a.id for a in seat.case.activities.values() if a.arena == "home")
    seat.do(Assess(home, "adjust", "not-enough-yet", "Betre i helgene"))
    async with seat.seated():
        same("walk-through-80x24", seat.wall())


async def test_a_table_to_fill_in_looks_as_it_is_meant_to(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    come_to(seat, "meeting-3", "effect")
    told = "Det er lettare å kome på skulen, og eg har nokon å vere med"
    seat.do(Fill(form="effect", row="child", column="how", value=told))
    async with seat.seated(120, 36):
        same("table-120x36", seat.wall())


async def test_a_form_looks_as_it_is_meant_to(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp tysdag", then="tab")
        await seat.type("Kont")
        same("form-80x24", seat.wall())
