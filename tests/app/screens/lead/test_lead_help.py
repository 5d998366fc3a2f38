"""Help and `m` name every act, and each can be read whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from app.screens.key_table import help_rows
from app.screens.lead.pages import ELSEWHERE
from phases.commands import COMMANDS
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import phase

SET_UP = {command.name for command in COMMANDS if command.duty == "prepare"}
"""What is done before a meeting, on another screen."""


REACHED = {
    "start", "answered", "pass", "expect", "arrive", "leave", "offer-edit",
    "activity-replace", "goal-edit", "goal-end",
    "reason", "family-left", "resume", "show", "close",
}  # fmt: skip
"""Done by Enter or a list: each of them in a test below."""


def test_all_that_is_done_elsewhere_is_set_up_or_evaluation_or_reached_here() -> None:
    assert SET_UP | {"evaluate", "away"} >= ELSEWHERE - REACHED


async def test_help_and_more_name_every_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        await seat.press("question_mark")
        assert "n F2" in seat.wall()
        await seat.press("escape", "m")
        await seat.type("parker")
        await seat.press("escape")
        assert walks.page(seat) is seat.screen


def shown(seat: Seat) -> list[str]:
    """The lines of the list as they stand on the screen."""
    acts = walks.page(seat).query_one(OptionList)
    region = acts.region
    return [row[region.x : region.right].strip() for row in seat.wall().split("\n")][
        region.y : region.bottom
    ]


@pytest.mark.parametrize("key", ["question_mark", "m"])
async def test_a_list_of_acts_is_read_page_by_page(tmp_path: Path, key: str) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press(key)
        first = shown(seat)
        await seat.press("pagedown")
        second = shown(seat)
        # An act that the first page cuts stands whole at the top of the second.
        assert first[-1] not in second[4:]
        assert first[0] not in second
        await seat.press("pageup")
        assert first[0] in shown(seat)
        await seat.press("end")
        last = shown(seat)
        assert first[0] not in last
        await seat.press("pagedown")
        assert shown(seat) == last
        await seat.press("home")
        assert shown(seat) == first
        assert phase(seat) == "clarifying"


async def test_each_act_of_the_help_is_seen_whole_on_some_page(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("question_mark")
        seen = set(shown(seat))
        for _page in range(8):
            await seat.press("pagedown")
            seen |= set(shown(seat))
        for row in help_rows("lead", seat.words):
            assert any(row.label in line for line in seen), row.label


async def test_paging_an_empty_search_does_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("m")
        await seat.type("finst ikkje")
        await seat.press("pagedown", "pageup", "home", "end", "enter", "escape")
        assert walks.page(seat) is seat.screen


async def test_each_help_is_about_its_own_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    helps = {row.act: row.help for row in help_rows("lead", seat.words)}
    assert helps["minute"] == "Gi denne delen eitt minutt til."
    assert helps["minute-less"] == "Ta eitt minutt frå denne delen."
