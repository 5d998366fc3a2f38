"""A meeting that has been held, for tests of what comes after it."""

from __future__ import annotations

from data.caselog import CaseLog
from phases.commands.clock import BreakOff, Minute, Next, Pause, Resume, Start
from phases.commands.closing import FamilyLeft
from phases.commands.talk import Answered, Guard, GuardKindCommand
from phases.commands.welcome import Viddevakt
from tests.app.screens.stage import Stage, do


def hold(stage: Stage, log: CaseLog, *, family_left: bool = True) -> None:
    """A meeting broken off in its fifth part, with a pause, a minute given and three signs."""

    def after(seconds: float) -> None:
        stage.clock.tick(seconds)

    do(log, Start(), Viddevakt(who="none"))
    after(300)
    do(log, Next())
    after(200)
    do(log, Guard(), GuardKindCommand(kind="time"), Pause())
    after(80)
    do(log, Resume(), Answered(), Answered())
    after(180)
    do(log, Next())
    after(600)
    do(log, Minute(), Guard(), GuardKindCommand(kind="topic"), Guard())
    do(log, Answered(), Answered(), Answered(), Answered())
    after(25)
    do(log, Next())
    after(170)
    do(log, Next())
    after(60)
    do(log, BreakOff())
    if family_left:
        do(log, FamilyLeft())
