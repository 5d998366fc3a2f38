"""What is said of a save on one line: a remark never stands for a refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.screens.saving import save
from app.words import Words
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import Stage
from tests.phases.room import NOON


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Lagra  ·  Den dagen blir det ikkje halde møte: sundag."),
        ("nb", "Lagret  ·  Den dagen holdes det ikke møter: søndag."),
    ],
)
def test_a_day_without_meetings_is_saved_and_said_to_be(
    stage: Stage, language: str, said: str
) -> None:
    log = stage.ready_case()
    sunday = NOON + timedelta(days=5)
    outcome = save(stage.desk(log), Words(language), [MeetingPlan(at=sunday)])
    assert (outcome.done, outcome.words) == (True, said)
    assert log.case.sitting is not None
    assert log.case.sitting.meeting.at == sunday


def test_an_ordinary_day_needs_no_word(stage: Stage) -> None:
    log = stage.ready_case()
    outcome = save(stage.desk(log), stage.words, [MeetingPlan(at=NOON + timedelta(days=7))])
    assert (outcome.done, outcome.words) == (True, "")
