"""From home to another window and back again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app import opening
from app.application import Viddevakt
from app.screens.home import HomeChoice
from app.screens.setup import SetupScreen
from app.window_maker import Windows
from data.settings import Settings
from phases.commands.afterwards import Evaluate
from phases.commands.planning import MeetingPlan
from tests.app.screens.held import hold
from tests.app.screens.stage import Stage, do, shown


async def test_from_home_to_setting_up_and_back(stage: Stage) -> None:
    stage.clock.utc = datetime.now(UTC)
    log = stage.case("ELEV-A", MeetingPlan(at=stage.clock.utc, place="Møterom 2"))
    windows = Windows(stage.vault, stage.words, "", Settings())
    home = windows.home()
    app = Viddevakt(stage.words, lambda app: app.push_screen(home), open_chosen=windows.open_chosen)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, SetupScreen)
        app.screen.query_one("#entry-place").focus()
        await pilot.press("end", "3", "f2")
        await pilot.pause()
        await pilot.pause()
        assert home.is_current
        assert "Møterom 23" in shown(home)
    log.refresh()
    assert log.case.sitting is not None
    assert log.case.sitting.meeting.place == "Møterom 23"


async def test_home_says_that_the_evaluation_left_for_it_is_saved(stage: Stage) -> None:
    log = stage.ready_case()
    hold(stage, log)
    do(log, Evaluate(a="ro"))
    windows = Windows(stage.vault, stage.words, "", Settings())
    home = windows.home()
    app = Viddevakt(stage.words, lambda app: app.push_screen(home), open_chosen=windows.open_chosen)
    async with app.run_test() as pilot:
        await pilot.pause()
        windows.open_chosen(app, HomeChoice("evaluate", "ELEV-A"))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert home.is_current
        assert [note.message for note in app._notifications] == ["Evalueringa er lagra."]


@pytest.mark.parametrize(("code", "told"), [(0, "Evalueringa er lagra.\n"), (70, "")])
def test_the_terminal_says_so_where_there_is_no_home_to_come_back_to(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: int,
    told: str,
) -> None:
    log = stage.ready_case()
    hold(stage, log)

    def left(_: Viddevakt) -> int:
        """A window that was left, or crashed on its way out."""
        windows.parting = "Evalueringa er lagra."
        return code

    monkeypatch.setattr(opening, "run", left)
    windows = Windows(stage.vault, stage.words, "", Settings())
    monkeypatch.setattr(opening, "_windows", lambda *_: windows)
    assert opening.run_beside(stage.vault, "ELEV-A", stage.words, "", "evaluate") == code
    assert capsys.readouterr().out == told
