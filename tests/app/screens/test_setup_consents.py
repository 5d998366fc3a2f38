"""Setting up: consents, ticked, noted anew and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from app.screens.confirm import ConfirmScreen
from app.screens.setup.grids import ConsentGrid
from app.screens.setup.view import SetupView
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.covering import consent_holds
from tests.app.screens.setup_steps import DAY, now, setting_up
from tests.app.screens.stage import LARGE, Stage, shown, type_in


async def test_a_consent_keeps_form_and_day(stage: Stage) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"))
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#setup-form", ChoiceLine).focus()
        await pilot.press("right", "tab")
        await type_in(pilot, "8.12.")
        screen.query_one(ConsentGrid).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "munnleg 8. des." in shown(screen)
    [consent] = now(log).consents.values()
    assert (consent.covers, consent.form, consent.given) == ("log", "oral", date(2026, 12, 8))


@pytest.mark.parametrize("text", ["1.2.2027", "[/]"])
async def test_a_day_to_come_or_no_day_at_all_gives_no_consent(stage: Stage, text: str) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"))
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one("#setup-given", EntryRow).set_values({"given": text})
        screen.query_one(ConsentGrid).focus()
        await pilot.press("space")
        await pilot.pause()
        assert "! " in shown(screen)
    assert not now(log).consents


async def test_a_consent_keeps_what_it_is_for_and_is_noted_anew_before_it_ends(
    stage: Stage,
) -> None:
    mor = ParticipantAdd(label="Mor", role="guardian")
    log = stage.case("ELEV-A", mor, ConsentAdd(by="Mor", expires=date(2027, 2, 1)))
    async with setting_up(stage, log, LARGE) as (screen, pilot):
        assert "✓ til 01.02.2027" in shown(screen)
        screen.query_one(ConsentGrid).focus()
        await pilot.press("n")
        await pilot.pause()
        await type_in(pilot, "[b]samarbeid")
        page = pilot.app.screen
        page.query_one("#consent-given", EntryRow).set_values({"given": "1.2.2027"})
        await pilot.press("f2")
        assert pilot.app.screen is page
        page.query_one("#consent-given", EntryRow).set_values({"given": ""})
        where = {"document": "mappe 3", "note": ""}
        page.query_one("#consent-where", EntryRow).set_values(where)
        await pilot.press("tab")
        await type_in(pilot, "fråvær")
        await pilot.press("enter")
        await pilot.pause()
        for text in ("for: [b]samarbeid", "kan delast: fråvær", "papiret: mappe 3"):
            assert text in shown(screen)
    old, new = now(log).consents.values()
    assert (new.purpose, new.what, new.document) == ("[b]samarbeid", "fråvær", "mappe 3")
    assert (old.withdrawn, old.purpose, new.expires) == (None, "", None)


def test_a_consent_that_has_ended_by_itself_says_when(stage: Stage) -> None:
    mor = ParticipantAdd(label="Mor", role="guardian")
    given = ConsentAdd(by="Mor", given=date(2026, 9, 1), expires=date(2027, 1, 18))
    log = stage.case("ELEV-A", mor, given)
    view = SetupView(log.whole, stage.around, stage.words)
    assert view.consent_rows()[0][1] == ("gjekk ut 18.01.2027",)
    assert view.consents_told()[0][0].startswith("n: ")


@pytest.mark.parametrize(("key", "left"), [("n", True), ("j", False)])
async def test_taking_a_consent_back_is_asked_and_needs_no_reason(
    stage: Stage, key: str, left: bool
) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"), ConsentAdd(by="Mor"))
    async with setting_up(stage, log) as (screen, pilot):
        screen.query_one(ConsentGrid).focus()
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("enter", key)
        await pilot.pause()
    assert consent_holds(now(log), "log", DAY) is left


async def test_a_consent_is_ticked_by_a_click(stage: Stage) -> None:
    log = stage.case(
        "ELEV-A",
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Far", role="guardian"),
        ParticipantAdd(label="PPT", role="service"),
    )
    async with setting_up(stage, log, LARGE) as (_screen, pilot):
        await pilot.click(ConsentGrid, offset=(22 + 26, 2))
        await pilot.pause()
    [consent] = now(log).consents.values()
    assert consent.covers == "PPT"
    assert log.case.label(consent.by) == "Far"
