"""Steps of setting a case up, for the tests of its parts."""

from __future__ import annotations

from datetime import date

from app.screens.setup import SetupScreen
from data.caselog import CaseLog
from phases.case import Case
from tests.app.screens.stage import Stage

DAY = date(2027, 1, 19)


def set_up(stage: Stage, log: CaseLog) -> SetupScreen:
    return SetupScreen(log, stage.words, stage.around)


def now(log: CaseLog) -> Case:
    log.refresh()
    return log.case
