"""A page that is told twice to go takes nothing else with it."""

from __future__ import annotations

from pathlib import Path

from app.screens.choice import ChoicePage
from app.screens.choice_option import Option
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.stage import Stage, shown


async def test_a_double_click_on_an_option_leaves_the_leaders_window_where_it_is(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter", "o")
        page = walks.choice(seat)
        page.dismiss("go")
        page.dismiss("go")
        await seat.settle()
        assert "Mor" in walks.labels(seat)
        await seat.press("escape")
        assert walks.page(seat) is seat.screen


async def test_a_window_beneath_a_page_does_not_take_the_page_away(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter", "o")
        seat.screen.leave(None)
        await seat.settle()
        assert walks.labels(seat)


async def test_the_answer_is_still_told_once(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    log, told = stage.ready_case(), list[str | None]()
    under = ChoicePage("Under", [Option("1", "Ein")])
    app = stage.app(lambda: under)
    assert log.case.id
    async with app.run_test() as pilot:
        await pilot.pause()
        page = ChoicePage("Over", [Option("a", "Ein"), Option("b", "To")])
        app.push_screen(page, told.append)
        await pilot.pause()
        page.dismiss("a")
        page.dismiss("b")
        await pilot.pause()
        assert told == ["a"]
        assert "Under" in shown(under)
