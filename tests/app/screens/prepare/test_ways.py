"""From home to a new log's first meeting and its preparing, by the windows as they are opened."""

from __future__ import annotations

from datetime import timedelta

from textual.widgets import OptionList

from app.application import Viddevakt
from app.screens.home import HomeScreen
from app.screens.new_meeting import NewMeetingScreen
from app.screens.prepare import PrepareScreen
from app.screens.setup import SetupScreen
from app.widgets.choice_line import ChoiceLine
from app.window_maker import Windows
from data.settings import Settings
from tests.app.screens.stage import SMALL, Stage, type_in
from tests.phases.room import NOON


def pick(screen: PrepareScreen, line: str) -> None:
    """Mark a line, as the arrows do."""
    listed = screen.query_one(OptionList)
    listed.highlighted = listed.get_option_index(line)


async def test_a_new_log_begins_like_the_newest_and_is_prepared(stage: Stage) -> None:
    stage.ready_case("ELEV-A", NOON - timedelta(days=9))
    windows = Windows(
        stage.vault, stage.words, "Rektor", Settings(), stage.clock, structures=stage.structures
    )
    app = Viddevakt(
        stage.words, lambda app: app.push_screen(windows.home()), open_chosen=windows.open_chosen
    )
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("n", "c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        new: object = app.screen
        assert isinstance(new, NewMeetingScreen)
        people = new.query_one("#new-people", ChoiceLine)
        assert people.chosen == ("Føresett", "Rektor", "Kontaktlærar", "skulehelseteneste", "PPT")
        await type_in(pilot, "tysdag 2. februar 2027")
        await pilot.press("f2")
        await pilot.pause()
        prepare: object = app.screen
        assert isinstance(prepare, PrepareScreen)
        log = prepare.case_log
        assert [a.act for a in stage.vault.access.history() if a.case == "ELEV-A"] == ["show"]
        pick(prepare, "screen")
        await pilot.press("enter", "2")
        await pilot.pause()
        pick(prepare, "guard")
        await pilot.press("enter", "1")
        await pilot.pause()
        sitting = log.case.sitting
        assert sitting is not None
        assert sitting.meeting.room_screen is False
        assert sitting.meeting.place == "Møterom 2"
        assert log.case.with_duty("guard") is not None
        pick(prepare, "consents")
        await pilot.press("enter")
        await pilot.pause()
        over: object = app.screen
        assert isinstance(over, SetupScreen)
        await pilot.press("f2")
        await pilot.pause()
        back: object = app.screen
        assert back is prepare
        await pilot.press("escape")
        await pilot.pause()
        home: object = app.screen
        assert isinstance(home, HomeScreen)
