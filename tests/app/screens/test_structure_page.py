"""Choosing what kind of meeting it is, from the set-up and for a new log."""

from __future__ import annotations

from app.screens.setup import SetupScreen
from app.screens.setup.grids import StructureGrid
from app.screens.structure_page import CardLine, StructurePage
from data.structures.making import new_structure
from data.structures.own import known
from phases.commands.planning import MeetingPlan
from tests.app.screens.setup_steps import now, set_up
from tests.app.screens.stage import SMALL, Stage, people, shown


def with_own(stage: Stage) -> None:
    """One of the vault's own, and one that can't be used."""
    path = new_structure(known(stage.vault.folder), "meeting-1", "mine")
    (path.parent / "broken.toml").write_text("id = 3", encoding="utf-8")
    stage.structures = known(stage.vault.folder)


async def test_by_keys_another_kind_is_chosen_and_planned(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen.query_one(StructureGrid).focus()
        await pilot.press("enter")
        page = pilot.app.screen
        assert isinstance(page, StructurePage)
        seen = shown(page)
        assert "1 • BTI-møte på individnivå · 45 minutt · passar: det første møtet" in seen
        assert "5 Velkomen · 5 Slik opplever vi det" in seen
        for size in ((60, 20), (40, 12), SMALL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            foot = page.find_widget(page.query_one("#structures-foot"))
            assert foot.visible_region == foot.region, size
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "Oppfølgingsmøte" in shown(screen)
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.agenda.structure == "bti-followup"
    assert case.sitting.meeting.place == "Møterom 2"


async def test_by_mouse_a_click_looks_and_a_second_one_chooses(stage: Stage) -> None:
    with_own(stage)
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("f7")
        page = pilot.app.screen
        assert "Kan ikkje brukast: broken.toml:1: " in shown(page)
        line = next(each for each in page.query(CardLine) if each.card.id == "mine")
        await pilot.click(line)
        assert pilot.app.screen is page
        assert "· eigen" in shown(page)
        await pilot.click(line)
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.agenda.structure == "mine"


async def test_a_new_log_is_asked_first_and_escape_plans_nothing(stage: Stage) -> None:
    log = stage.case("ELEV-A", *people())
    screen = SetupScreen(log, stage.words, stage.around, ask=True)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert "Kva slags møte?" in shown(pilot.app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert log.case.sitting is None
        await pilot.press("f7", "4")
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.agenda.structure == "know-can-will-do"


async def test_a_planned_meeting_isnt_asked_about_again(stage: Stage) -> None:
    log = stage.case("ELEV-A", MeetingPlan(structure="bti-basic"))
    screen = SetupScreen(log, stage.words, stage.around, ask=True)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.query_one(StructureGrid).title == "Enkelt BTI-møte"
