"""A new meeting as last time: Enter takes each proposal, and all of it is one entry."""

from __future__ import annotations

from datetime import date

from app.screens.home import HomeChoice
from app.screens.new_meeting import NewMeetingScreen
from app.screens.new_meeting.which import WhichPage
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.planning import MeetingPlan
from tests.app.screens.at_home import Opened
from tests.app.screens.stage import SMALL, Stage, do, shown, type_in

KEYS = 7
"""Enter for day, time, place, kind, people, viddevakt, and once to plan it."""


def met(stage: Stage, *, on: date | None = date(2027, 3, 2)) -> None:
    """A log whose meeting is over, with the next one agreed or not."""
    log = stage.ready_case()
    do(log, Start())
    if on is not None:
        do(log, NextMeetingCommand(on=on, at="10:30"))
    do(log, BreakOff())


async def test_enter_alone_plans_what_was_agreed_at_the_place_of_last_time(stage: Stage) -> None:
    met(stage)
    log = stage.vault.open("ELEV-A", stage.clock, stage.structures)
    screen, before = NewMeetingScreen(log, stage.words), log.revision
    app = stage.app(lambda: screen)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        seen = shown(screen)
        for text in (
            "tysdag 2. mars 2027",
            "10.30",
            "Møterom 2",
            "avtalt på førre møte",
            "som sist",
        ):
            assert text in seen
        assert log.revision == before
        await pilot.press(*("enter",) * KEYS)
        await pilot.pause()
    assert log.revision == before + 1
    sitting = log.case.sitting
    assert sitting is not None
    assert sitting.meeting.at is not None
    assert f"{sitting.meeting.at:%Y-%m-%d %H:%M}" == "2027-03-02 09:30"
    assert sitting.meeting.place == "Møterom 2"


async def test_what_is_missing_is_asked_and_esc_leaves_everything_as_it_was(stage: Stage) -> None:
    met(stage, on=None)
    log = stage.vault.open("ELEV-A", stage.clock, stage.structures)
    screen, before = NewMeetingScreen(log, stage.words), log.revision
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert stage.words("Which day?") in shown(screen)
        await pilot.press("f2")
        await pilot.pause()
        assert log.revision == before
        await type_in(pilot, "7. februar")
        await pilot.press("enter")
        await pilot.pause()
        row = screen.query_one("#new-when", EntryRow)
        assert row.values["date"] == "sundag 7. februar 2027"
        assert "sundag." in shown(screen)  # R-P8, before anything is saved
        # Its parts and their minutes stand beneath the kind that is chosen.
        parts = "8 Velkomen · 35 Samtalen"
        assert parts in shown(screen)
        screen.query_one("#new-kind", ChoiceLine).focus()
        await pilot.press("right")
        await pilot.pause()
        assert parts not in shown(screen)
        people = screen.query_one("#new-people", ChoiceLine)
        people.focus()
        await pilot.press("space", "escape")
        await pilot.pause()
    assert log.revision == before


async def test_a_plan_that_another_window_made_meanwhile_is_not_changed(stage: Stage) -> None:
    met(stage)
    first, second = (stage.vault.open("ELEV-A", stage.clock, stage.structures) for _ in range(2))
    screen = NewMeetingScreen(first, stage.words)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        do(second, MeetingPlan(place="Eit anna rom"))
        await pilot.press("f2")
        await pilot.pause()
        assert stage.words("A meeting is planned already") in shown(screen)
    assert first.revision == second.revision


async def test_home_asks_of_which_log_the_first_in_line_first(stage: Stage) -> None:
    met(stage)
    app = Opened(stage)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        stage.ready_case("ELEV-B")
        assert "ELEV" not in shown(app.home)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, WhichPage)
        seen = shown(app.screen)
        assert seen.index("ELEV-A") < seen.index("ELEV-B") < seen.index("ny logg")
        await pilot.press("enter", "n", "down", "enter")
        await pilot.pause()
        await pilot.press("n", "c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [
        HomeChoice("new-meeting", "ELEV-A"),
        HomeChoice("prepare", "ELEV-B"),
        HomeChoice("new-meeting", "BTI-1"),
    ]
