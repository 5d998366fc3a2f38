"""Home shows what is due after a key, and nothing of it before (R-S6)."""

from __future__ import annotations

from datetime import timedelta

from app.screens.home import HomeChoice
from app.screens.home_due import DuePage
from phases.commands.minutes import Retention
from tests.app.screens.at_home import Opened
from tests.app.screens.stage import Stage, do, shown
from tests.phases.room import NOON


async def test_d_shows_what_is_due_and_enter_prepares_that_log(stage: Stage) -> None:
    log = stage.ready_case("ELEV-B", at=NOON + timedelta(days=9))
    do(log, Retention(until=NOON.date() - timedelta(days=1)))
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "ELEV" not in shown(app.home)
        assert stage.words("Send the reminder of the meeting") not in shown(app.home)
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, DuePage)
        seen = shown(app.screen)
        assert seen.index("– for seint") < seen.index("lagra her") < seen.index("påminninga")
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [HomeChoice("setup", "ELEV-B")]


async def test_where_nothing_is_due_it_says_so(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert stage.words("Nothing is due.") in shown(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.home
