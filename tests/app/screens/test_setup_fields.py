"""Setting up: fields, saved when they are left and refused beside the field."""

from __future__ import annotations

from datetime import date

import pytest

from app.screens.confirm import ConfirmScreen
from app.screens.setup.grids import ConsentGrid
from app.screens.setup.section import Section
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.commands.case_facts import CaseSet
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.setup_steps import now, setting_up
from tests.app.screens.stage import Stage, do, shown, type_in

# -- fields


async def test_a_day_alone_waits_for_its_time(stage: Stage) -> None:
    log = stage.case()
    async with setting_up(stage, log) as (screen, pilot):
        await type_in(pilot, "22. jan")
        await pilot.press("tab")
        await pilot.pause()
        assert stage.words("Which time?") in shown(screen)
        assert now(log).sitting is None


@pytest.mark.parametrize(("day", "time"), [("32.13.", "13.00"), ("22. jan", "25.00"), ("[/]", "")])
async def test_a_bad_day_or_time_is_told_beside_the_field_and_kept(
    stage: Stage, day: str, time: str
) -> None:
    log = stage.case()
    before = log.revision
    async with setting_up(stage, log) as (screen, pilot):
        row = screen.query_one("#setup-when", EntryRow)
        row.set_values({"date": day, "time": time})
        await pilot.press("tab", "tab", "tab")
        await pilot.pause()
        [fault] = [line for line in shown(screen).splitlines() if line.startswith("  ! ")]
        assert (time if day.startswith("22") else day) in fault
        assert row.values["date"] == day
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("n")
    assert log.revision == before


async def test_what_was_saved_is_spelled_out_with_its_weekday(stage: Stage) -> None:
    log = stage.case()
    async with setting_up(stage, log) as (screen, pilot):
        await type_in(pilot, "22.01.")
        await pilot.press("tab")
        await type_in(pilot, "9:05")
        await pilot.press("enter")
        await pilot.pause()
        row = screen.query_one("#setup-when", EntryRow)
        assert row.values["date"] == "fredag 22. januar 2027"
        assert row.values["time"] == "09.05"


async def test_what_is_typed_in_a_field_entered_by_tab_stands_instead_of_what_stood_there(
    stage: Stage,
) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#entry-date").focus()
        await pilot.press("tab")
        await type_in(pilot, "9")
        await pilot.press("tab")
        await pilot.pause()
        assert "! «9» er ikkje eit klokkeslett. Skriv det som 9.00 eller 13.30" in shown(screen)
        await pilot.press("shift+tab")
        await type_in(pilot, "9.00")
        await pilot.press("tab")
        await pilot.pause()
        assert screen.query_one("#setup-when", EntryRow).values["time"] == "09.00"


async def test_at_eighty_columns_a_service_is_told_whole(stage: Stage) -> None:
    nurse = ParticipantAdd(label="Helsesjukepleiar", role="service", service="Skulehelsetenesta")
    async with setting_up(stage, stage.case("ELEV-A", nurse)) as (screen, _pilot):
        assert "Helsesjukepleiar teneste: Skulehelsetenesta" in shown(screen)


async def test_leaving_a_field_unchanged_writes_nothing(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press(*("tab",) * 16)
        await pilot.press("f2")
        await pilot.pause()
    assert now(log).revision == before


async def test_the_six_meetings_are_kept_and_told(stage: Stage) -> None:
    log = stage.case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#entry-dates").focus()
        await type_in(pilot, "8.9., 27.10., 1.12., 19.1., 2.3., 20.4.")
        await pilot.press("enter")
        await pilot.pause()
        assert len(now(log).facts.meeting_dates) == 6
        assert screen.query_one("#part-dates", Section).said.startswith("6 møte")


async def test_the_age_and_the_day_of_the_young_persons_consent_are_set_and_the_day_emptied(
    stage: Stage,
) -> None:
    log = stage.case()
    async with setting_up(stage, log) as (screen, pilot):
        age = screen.query_one("#setup-age", ChoiceLine)
        assert age.value == "16"
        age.focus()
        await pilot.press("right", "tab")
        await type_in(pilot, "20.1.2028")
        await pilot.press("tab")
        await pilot.pause()
        facts = now(log).facts
        assert (facts.consent_age, facts.own_consent_from) == (18, date(2028, 1, 20))
        row = screen.query_one("#setup-own", EntryRow)
        row.focus_field()
        row.set_values({"own": ""})
        await pilot.press("enter")
        await pilot.pause()
        assert now(log).facts.own_consent_from is None


async def test_unit_and_language_are_chosen_by_arrow(stage: Stage) -> None:
    log = stage.case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#setup-unit").focus()
        await pilot.press("right", "tab", "right")
        await pilot.pause()
    facts = now(log).facts
    assert (facts.unit, facts.language) == ("kindergarten", "nb")


async def test_the_words_of_the_roles_follow_the_unit(stage: Stage) -> None:
    log = stage.case("ELEV-A", CaseSet(unit="kindergarten"))
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("f5")
        await pilot.pause()
        seen = shown(pilot.app.screen)
        assert "styrar" in seen
        assert "pedagogisk leiar" in seen
        assert "kontaktlærar" not in seen


async def test_what_another_window_saves_shows_but_not_over_what_is_typed(stage: Stage) -> None:
    log = stage.ready_case()
    other = stage.vault.open("ELEV-A", stage.clock, stage.structures)
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#entry-place").focus()
        await type_in(pilot, "x")
        do(other, ParticipantAdd(label="Tolken", role="interpreter"), MeetingPlan(place="Aula"))
        screen._follow()
        await pilot.pause()
        assert screen.query_one("#setup-when", EntryRow).values["place"] == "x"
        assert "Tolken" in shown(screen)


async def test_a_birth_date_gives_the_day_of_the_own_consent_and_is_not_kept(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#entry-born").focus()
        await type_in(pilot, "17.5.2011")
        await pilot.press("enter")
        await pilot.pause()
        values = screen.query_one("#setup-own", EntryRow).values
    assert values == {"own": "17.05.2027", "born": ""}
    assert str(now(log).facts.own_consent_from) == "2027-05-17"


async def test_a_consent_is_noted_with_its_last_day_and_where_it_stands(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#setup-given", EntryRow).set_values(
            {"given": "", "expires": "31.12.2027", "note": "Telefon"}
        )
        grid = screen.query_one("#setup-consents", ConsentGrid)
        grid.focus()
        grid.column = 1
        await pilot.press("enter")
        await pilot.pause()
    newest = list(now(log).consents.values())[-1]
    assert (str(newest.expires), newest.note) == ("2027-12-31", "Telefon")
