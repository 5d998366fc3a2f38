"""Home shows what is due after a key, and nothing of it before (R-S6)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import get_args

from app.screens.choice import ChoicePage
from app.screens.home import HomeChoice
from app.screens.home_due import DuePage
from app.screens.home_lines import faults_line
from app.screens.home_ways import WAYS, way_to
from phases.commands.minutes import Retention
from phases.due import Due, DueKind
from tests.app.screens.at_home import Opened
from tests.app.screens.beside.table import place
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.stage import Stage, do, shown
from tests.phases.room import NOON


async def test_d_shows_what_is_due_and_enter_prepares_that_log(stage: Stage) -> None:
    log = stage.ready_case("ELEV-B", at=NOON + timedelta(days=9))
    do(log, Retention(until=NOON.date() - timedelta(days=1)))
    stage.case("ELEV-C")
    (stage.vault.folder / "ELEV-C.journal").write_bytes(b"{}\n")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "ELEV" not in shown(app.home)
        assert stage.words("Send the reminder of the meeting") not in shown(app.home)
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, DuePage)
        seen = shown(app.screen)
        assert faults_line(1, stage.words) in seen, "what is due there isn't known"
        assert seen.index("– for seint") < seen.index("lagra her") < seen.index("påminninga")
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [HomeChoice("after", "ELEV-B")]


def test_enter_goes_where_each_kind_of_thing_is_done() -> None:
    assert set(WAYS) == set(get_args(DueKind))
    assert way_to("ELEV-B", Due(NOON.date(), "assess", "R-E13")) == HomeChoice(
        "notes", "ELEV-B", "assess"
    )


async def test_the_desk_opens_what_somebody_came_for(tmp_path: Path) -> None:
    room = Seat(tmp_path)
    walks.go_over(room)
    notes = place(room, "notes")
    notes.screen._opens = "minutes"
    async with notes.seated():
        await notes.settle()
        assert isinstance(notes.app.screen, ChoicePage)
        assert "Referat" in notes.shown()


async def test_where_nothing_is_due_it_says_so(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert stage.words("Nothing is due in the next two weeks.") in shown(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.home
