"""The evaluation over a log, and what of it is kept, for its tests."""

from __future__ import annotations

from app.screens.evaluate import EvaluateScreen
from data.caselog import CaseLog
from phases.records import Evaluation
from tests.app.screens.stage import Stage


def screen_over(stage: Stage, log: CaseLog) -> EvaluateScreen:
    return EvaluateScreen(log, stage.words, stage.around)


def saved(log: CaseLog) -> Evaluation:
    log.refresh()
    [found] = log.case.evaluations.values()
    return found
