"""Setting up: people and their consents."""

from __future__ import annotations

from collections.abc import Iterable

from app.screens.setup.grids import PeopleGrid
from app.screens.setup.person_page import PersonPage
from app.screens.setup.section import Section
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.commands.participants import ParticipantAdd
from tests.app.screens.setup_steps import changing_second, now, set_up, setting_up
from tests.app.screens.stage import HOSTILE, LARGE, Stage, shown, type_in

# -- people


async def test_a_participant_is_changed_and_what_isnt_touched_stays(stage: Stage) -> None:
    log = stage.ready_case()
    async with changing_second(stage, log) as (screen, pilot):
        assert isinstance(pilot.app.screen, PersonPage)
        await type_in(pilot, "Kari")
        await pilot.press("f2")
        await pilot.pause()
        assert "Kari (Kontaktlærar)" in shown(screen)
    found = now(log).find_participant("Kontaktlærar")
    assert found is not None
    assert (found.call, found.role, found.duties) == ("Kari", "teacher", ("writer",))


async def test_a_name_is_changed_and_the_one_who_has_it_stays_the_same(stage: Stage) -> None:
    log = stage.ready_case()
    before = now(log).find_participant("Kontaktlærar")
    async with changing_second(stage, log) as (screen, pilot):
        names = pilot.app.screen.query_one("#person-names", EntryRow)
        assert names.values["label"] == "Kontaktlærar"
        names.set_values({"label": "Rektor"})
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonPage)
        names.set_values({"label": "Lærar Li"})
        await pilot.press("f2")
        await pilot.pause()
        assert "Lærar Li" in shown(screen)
    found = now(log).find_participant("Lærar Li")
    assert before is not None
    assert found == before.with_(name="Lærar Li")


async def test_duties_and_marks_are_ticked_with_space(stage: Stage) -> None:
    log = stage.ready_case()
    async with changing_second(stage, log) as (_screen, pilot):
        page = pilot.app.screen
        page.query_one("#person-duties").focus()
        await pilot.press("right", "space", "right", "space", "tab", "space")
        await pilot.press("f2")
        await pilot.pause()
    found = now(log).find_participant("Kontaktlærar")
    assert found is not None
    assert set(found.duties) == {"writer", "relay-holder", "guard"}
    assert found.new
    assert now(log).facts.relay_holder == found.id


async def test_somebody_is_expected_later_and_then_from_the_start_after_all(stage: Stage) -> None:
    log = stage.ready_case()
    for wanted in (("later", "in_log"), ("in_log",)):
        async with changing_second(stage, log) as (screen, pilot):
            pilot.app.screen.query_one("#person-marks", ChoiceLine).choose(*wanted)
            await pilot.press("f2")
            await pilot.pause()
            assert ("kjem seinare" in shown(screen)) == ("later" in wanted)
        found, sitting = now(log).find_participant("Kontaktlærar"), now(log).sitting
        assert found is not None
        assert sitting is not None
        assert sitting.meeting.later == ((found.id,) if "later" in wanted else ())


async def test_how_somebody_joins_and_for_whom_they_sit_in_is_set_and_shown(stage: Stage) -> None:
    log = stage.ready_case()
    async with changing_second(stage, log) as (screen, pilot):
        page = pilot.app.screen
        sits = page.query_one("#person-sits", EntryRow)
        assert not sits.display
        page.query_one("#person-marks").focus()
        await pilot.press("right", "right", "space")
        await pilot.pause()  # the field is there once the tick is drawn
        await pilot.press("tab")
        await pilot.pause()
        assert page.focused is sits.query_one("#entry-sits")
        await type_in(pilot, "Lærar B")
        page.query_one("#person-joins", ChoiceLine).choose("phone")
        page.query_one("#person-channel", ChoiceLine).choose("letter")
        page.query_one("#person-language", ChoiceLine).choose("en")
        await pilot.press("f2")
        await pilot.pause()
        assert "på telefon" in shown(screen)
    found = now(log).find_participant("Kontaktlærar")
    assert found is not None
    assert (found.joins, found.sits_in_for, found.substitute) == ("phone", "Lærar B", True)
    assert (found.channel, found.language) == ("letter", "en")


async def test_a_guardian_cant_be_viddevakt_and_is_told_why(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-duties", ChoiceLine).choose("guard")
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is page
        assert stage.words("Guardians and child don't have this task") in shown(page)
        await pilot.press("escape", "j")
    assert log.revision == before


async def test_two_of_the_same_name_are_refused(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("a")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-role", ChoiceLine).choose("other")
        page.query_one("#person-names", EntryRow).set_values({"label": "mor"})
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is page
        assert "! " in shown(page)
    assert log.revision == before


async def test_numbers_are_never_proposed_for_people(stage: Stage) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Føresett", role="guardian"))
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("right", "left")
        await pilot.pause()
        page = pilot.app.screen
        assert page.query_one("#person-names", EntryRow).values["label"] == ""


async def test_typing_replaces_the_name_that_the_role_proposed(stage: Stage) -> None:
    async with setting_up(stage, stage.case()) as (_screen, pilot):
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        page = pilot.app.screen
        names = page.query_one("#person-names", EntryRow)
        assert names.values["label"] == "Føresett"
        await pilot.press("tab")
        await pilot.pause()
        await type_in(pilot, "Mor")
        assert names.values["label"] == "Mor"


async def test_a_service_without_any_name_is_asked_for_one_in_words(stage: Stage) -> None:
    log = stage.case()
    before = log.revision
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("f5")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-role", ChoiceLine).choose("service")
        await pilot.press("f2")
        await pilot.pause()
        assert stage.words("Write a name or a role.") in shown(page)
        assert "label" not in shown(page)
    assert log.revision == before


async def test_a_role_comes_first(stage: Stage) -> None:
    async with setting_up(stage, stage.case()) as (_screen, pilot):
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert stage.words("Choose a role first.") in shown(pilot.app.screen)


async def test_taking_somebody_out_is_asked_first(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (_screen, pilot):
        await pilot.press("down", "delete")
        await pilot.pause()
        await pilot.press("enter", "n")
        await pilot.pause()
        assert now(log).find_participant("Kontaktlærar") is not None
        await pilot.press("d")
        await pilot.pause()
        assert "Kontaktlærar" in shown(pilot.app.screen)
        await pilot.press("j")
        await pilot.pause()
        assert now(log).find_participant("Kontaktlærar") is None


async def test_somebody_with_a_consent_stays_and_the_reason_is_told(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log) as (screen, pilot):
        await pilot.press("down", "down", "delete")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
        assert screen.query_one("#part-people", Section).said.startswith("! ")
        assert now(log).find_participant("Mor") is not None


async def test_a_hostile_name_is_only_a_name_everywhere(stage: Stage) -> None:
    people = [ParticipantAdd(label=name, role="guardian") for name in HOSTILE]
    service = ParticipantAdd(label="T", role="service", service=f"{HOSTILE[0]} 2")
    screen = set_up(stage, stage.case("ELEV-A", *people, service))

    def as_they_stand(names: Iterable[str]) -> None:
        seen = shown(pilot.app.screen)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        assert all(name in seen for name in names if name.isprintable())

    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        screen.query_one(PeopleGrid).focus()
        as_they_stand(HOSTILE)
        for name in HOSTILE:
            for keys in (("enter",), ("escape", "delete"), ("n",)):
                await pilot.press(*keys)
                as_they_stand([name])
            await pilot.press("down")
    assert pilot.app.return_value is None


# -- consents


async def test_a_participant_is_opened_by_a_click(stage: Stage) -> None:
    log = stage.ready_case()
    async with setting_up(stage, log, LARGE) as (_screen, pilot):
        await pilot.click(PeopleGrid, offset=(3, 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonPage)
        assert "Kontaktlærar" in shown(pilot.app.screen)
