"""A structure with everything as long as it may be: nothing breaks, the clock and Enter stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.desk import Desk
from data.structures import shipped
from phases.commands.clock import Start
from phases.commands.filling import Fill
from phases.commands.log import ActivityAdd
from phases.commands.log_goals import GoalAdd
from phases.commands.planning import MeetingPlan
from phases.structures import MAX_TEXT, MAX_TITLE, Structure
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.hung import Hung
from tests.phases.shapes import phase, structure

TITLE = ("Æ" * 11 + " ") * 5
TEXT = "Fire ord i ei 日本 setning " * 8
SIZES = ((80, 24), (120, 36), (60, 16))


def title() -> dict[str, str]:
    return {"nn": TITLE[:MAX_TITLE].strip()}


def text() -> dict[str, str]:
    return {"nn": TEXT[:MAX_TEXT].strip()}


def form(number: int) -> dict[str, Any]:
    columns = [{"id": f"c{at}", "title": title()} for at in range(8)]
    return {"id": f"f{number}", "title": title(), "wall": True, "rows": rows(), "columns": columns}


def rows() -> list[dict[str, Any]]:
    return [{"id": f"r{at}", "title": title()} for at in range(9)]


def longest(works_on: str, **more: Any) -> Structure:
    """One phase with all there may be."""
    points = [{"id": f"p{at}", "text": text()} for at in range(20)]
    long = phase(
        "here",
        title=title(),
        purpose=text(),
        now=text(),
        later=text(),
        say={"nn": (TEXT[:MAX_TEXT], TEXT[:MAX_TEXT])},
        compass={"nn": "KOMPASSORDET"},
        prompts=[text() for _ in range(6)],
        points=points,
        forms=[form(at) for at in range(4)],
        works_on=works_on,
        **more,
    )
    return structure(long, aims=[text() for _ in range(4)], attitude=[text() for _ in range(3)])


class LongSeat(Seat):
    """The leader of a meeting by a structure of its own."""

    def __init__(self, folder: Path, shape: Structure) -> None:
        self.known = {**shipped(), shape.id: shape}
        super().__init__(folder)
        self.do(ActivityAdd(title="Ø" * 100, owner="Føresett 1", content=TEXT))
        self.do(MeetingPlan(structure=shape.id))

    def sit_down(self) -> Desk:
        desk = super().sit_down()
        log = self.vault.open("ELEV-A", self.clock, self.known)
        return desk._replace(log=log, structures=self.known)


@pytest.mark.parametrize("works_on", ["walk-through", "measures"])
async def test_a_part_as_long_as_may_be_breaks_no_window(tmp_path: Path, works_on: str) -> None:
    walk = {"round": True, "each": "activity", "floor": [{"who": "owner", "act": "tell"}]}
    seat = LongSeat(tmp_path, longest(works_on, **(walk if works_on == "walk-through" else {})))
    async with seat.seated() as lead:
        seat.do(Start())
        seat.do(GoalAdd(text="Ord " * 40, shared=True))
        seat.do(ActivityAdd(title="Å" * 100, owner="Kontaktlærar", content=TEXT, extent=TEXT))
        for at in range(8):
            seat.do(Fill(form="f0", row="r1", column=f"c{at}", value=TEXT[:MAX_TEXT]))
        wall = Hung(seat, structures=seat.known)
        async with wall.up() as hung:
            assert lead.pilot is not None
            assert hung.pilot is not None
            for size in SIZES:
                await lead.pilot.resize_terminal(*size)
                await seat.settle()
                await hung.pilot.resize_terminal(*size)
                await wall.settle()
                if size[1] >= 24:
                    assert "Enter:" in seat.wall().splitlines()[-1]
                    assert "█" in seat.wall()
                    assert "█" in wall.text()
                    assert walks.table(seat).size.height >= 2
