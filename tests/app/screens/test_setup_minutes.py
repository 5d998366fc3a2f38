"""Setting up: minutes, undo, leaving."""

from __future__ import annotations

import pytest

from app.screens.setup.grids import MinutesGrid, PeopleGrid
from app.screens.setup.section import Section
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.commands.clock import Start
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.setup_steps import now, set_up, setting_up
from tests.app.screens.stage import Stage, do, said, shown, type_in
from tests.phases.room import NOON

# -- minutes


async def test_minutes_are_shown_at_once_and_saved_as_one_change(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Real seconds: on a busy machine the keys would rest between two presses.
    monkeypatch.setattr("app.screens.setup.screen.REST_S", 60.0)
    log = stage.ready_case()
    before = log.revision
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(MinutesGrid).focus()
        await pilot.press("+", "plus", "right", "down", "-")
        assert "47 minutt i alt" in said(screen.query_one("#setup-sum"))
        assert log.revision == before
        screen.save_minutes()
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert [p.planned_s / 60 for p in case.sitting.agenda.phases] == [8, 4, 10, 5, 10, 5, 5]
    assert log.revision == before + 1


async def test_leaving_saves_minutes_that_were_just_changed(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(MinutesGrid).focus()
        await pilot.press("plus", "f2")
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.agenda.phases[0].planned_s == 360


async def test_no_part_gets_less_than_a_minute(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        grid = screen.query_one(MinutesGrid)
        grid.focus()
        await pilot.press(*("minus",) * 8)
        assert grid.minutes[0] == 1
        screen.save_minutes()


async def test_chosen_minutes_stay_when_a_service_leaves_the_list(stage: Stage) -> None:
    log = stage.case(
        "ELEV-A",
        ParticipantAdd(label="PPT", role="service"),
        ParticipantAdd(label="BUP", role="service"),
        MeetingPlan(at=NOON, minutes=(5, 5, 9, 5, 9, 5, 5)),
    )
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(PeopleGrid).focus()
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.services == ("BUP",)
    assert case.sitting.agenda.phases[2].planned_s == 540


async def test_a_meeting_under_way_keeps_its_plan_and_says_why(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, Start())
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(MinutesGrid).focus()
        await pilot.press("plus")
        screen.save_minutes()
        await pilot.pause()
        fault = screen.query_one("#part-minutes", Section).said
        assert stage.words("A meeting is under way") in fault
        assert screen.query_one(MinutesGrid).minutes[0] == 5


# -- undo, help, leaving


async def test_undo_takes_back_the_last_thing_done_here(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#setup-unit").focus()
        await pilot.press("right", "u")
        await pilot.pause()
        assert now(log).facts.unit == "school"
        assert screen.query_one("#setup-unit", ChoiceLine).value == "school"
        assert stage.words("Taken back: {what}", what=stage.words("About the log")) in shown(screen)


async def test_undo_never_takes_back_the_meeting_itself(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, Start())
    async with setting_up(stage, log) as (screen, pilot):
        await pilot.press("u")
        await pilot.pause()
        assert stage.words("There is nothing to undo here.") in shown(screen)
        assert log.case.sitting is not None
        assert log.case.sitting.underway


async def test_a_letter_typed_in_a_field_is_text_and_the_footer_names_other_keys(
    stage: Stage,
) -> None:
    async with setting_up(stage, stage.case()) as (screen, pilot):
        assert "F5 " in shown(screen).splitlines()[-1]
        await pilot.press("a", "u", "q")
        assert screen.query_one("#setup-when", EntryRow).values["date"] == "auq"
        screen.query_one("#setup-when", EntryRow).clear()
        screen.query_one(PeopleGrid).focus()
        await pilot.pause()
        assert " a " in shown(screen).splitlines()[-1]


async def test_escape_leaves_the_field_first_and_keeps_the_text(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#entry-place").focus()
        await type_in(pilot, "b")
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.meeting.place == "b"


# -- with an interpreter


async def test_one_key_takes_the_minutes_with_an_interpreter_and_gives_them_back(
    stage: Stage,
) -> None:
    log = stage.ready_case()
    do(log, ParticipantAdd(label="Tolk", role="interpreter"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        grid = screen.query_one(MinutesGrid)
        grid.focus()
        await pilot.pause()
        assert "t: 58 minutt, med tolk" in said(screen.query_one("#setup-sum"))
        await pilot.press("t")
        await pilot.pause()
        assert grid.minutes == (6, 7, 13, 6, 13, 7, 6)
        assert "58 minutt i alt" in said(screen.query_one("#setup-sum"))
        await pilot.press("plus")
        screen.save_minutes()
        await pilot.press("t")
        await pilot.pause()
        assert grid.minutes == (5, 5, 10, 5, 10, 5, 5)


async def test_without_an_interpreter_the_key_does_nothing(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(MinutesGrid).focus()
        await pilot.press("t")
        assert now(log).revision == before
        assert "tolk" not in said(screen.query_one("#setup-sum"))
