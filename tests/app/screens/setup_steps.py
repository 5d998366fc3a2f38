"""Steps of setting a case up, for the tests of its parts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from textual.pilot import Pilot

from app.screens.setup import SetupScreen
from data.caselog import CaseLog
from phases.case import Case
from tests.app.screens.stage import SMALL, Stage

DAY = date(2027, 1, 19)


def set_up(stage: Stage, log: CaseLog) -> SetupScreen:
    return SetupScreen(log, stage.words, stage.around)


@asynccontextmanager
async def setting_up(
    stage: Stage, log: CaseLog, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[SetupScreen, Pilot[int]]]:
    """The set-up is open, and everything on it drawn."""
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        yield screen, pilot


@asynccontextmanager
async def changing_second(
    stage: Stage, log: CaseLog
) -> AsyncIterator[tuple[SetupScreen, Pilot[int]]]:
    """The page of the second participant stands over the set-up."""
    async with setting_up(stage, log) as (screen, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        yield screen, pilot


def now(log: CaseLog) -> Case:
    log.refresh()
    return log.case
