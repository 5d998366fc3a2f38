"""Enter on the interpreter's line asks before it makes the meeting longer."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from app.screens.prepare import PrepareScreen
from phases.commands.participants import ParticipantAdd
from tests.app.screens.stage import SMALL, Stage, do, shown


@pytest.mark.parametrize(("answer", "minutes"), [("1", 58), ("2", 45), ("escape", 45)])
async def test_a_meeting_is_made_longer_by_an_answer_and_not_by_enter_alone(
    stage: Stage, answer: str, minutes: int
) -> None:
    log = stage.ready_case()
    do(log, ParticipantAdd(label="Tolk", role="interpreter"))
    screen = PrepareScreen(log, stage.words, lambda _part: None)

    def total() -> int:
        sitting = log.case.sitting
        assert sitting is not None
        return round(sitting.agenda.total_s / 60)

    app = stage.app(lambda: screen)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        listed = screen.query_one(OptionList)
        listed.highlighted = listed.get_option_index("interpreter")
        await pilot.press("enter")
        await pilot.pause()
        assert total() == 45
        asked = shown(pilot.app.screen)
        assert "58 minutt" in asked
        assert "45 minutt" in asked
        await pilot.press(answer)
        await pilot.pause()
        assert total() == minutes
