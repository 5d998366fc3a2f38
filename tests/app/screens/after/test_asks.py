"""The lists of `after`, pure: what closing a log says of what is still open."""

from __future__ import annotations

from app.screens.after.asks import AfterAsks
from app.screens.papers import acts
from data.caselog import CaseLog
from phases.commands.log import ActivityAdd
from tests.app.screens.held import hold
from tests.app.screens.stage import Stage, do


def test_why_it_is_closed_is_asked_beside_what_is_still_open(stage: Stage) -> None:
    log: CaseLog = stage.ready_case()
    hold(stage, log)
    do(log, ActivityAdd(title="Leksehjelp", owner="Mor"))
    close = AfterAsks(log.case, stage.desk(log), stage.words).log().answers["close"]
    assert close.more is not None
    assert close.more().text == (
        "Framleis ope: eit referat som ikkje er ferdig, 1 aktivitet held fram"
    )


def test_pdf_is_there_with_its_extra_alone() -> None:
    assert acts.has_pdf()
    assert not acts.has_pdf("no_such_typst")
