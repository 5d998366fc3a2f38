"""Setting a case up: what is missing, and the whole of it by keyboard."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.screens.setup.fields import past_date, school_year_dates
from app.screens.setup.grids import PeopleGrid
from app.screens.setup.missing import can_wait, missing
from app.words import Words
from data.caselog import CaseLog
from phases.commands.case_facts import CaseSet
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from tests.app.screens.held import hold
from tests.app.screens.setup_steps import DAY, now, set_up
from tests.app.screens.stage import LARGE, SMALL, Stage, do, shown, type_in


def lacks(stage: Stage, log: CaseLog) -> list[str]:
    return missing(log.case, stage.around.context(), Words("en"))


# -- which log it is


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_name_of_this_log_is_shown_and_of_no_other(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.case("ELEV-B")
    log = stage.case("ELEV-A")
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        assert "Set opp BTI-møtet · ELEV-A" in shown(screen)
        assert "ELEV-B" not in shown(screen)


# -- what is missing


def test_an_empty_case_lacks_what_the_meeting_cant_do_without(stage: Stage) -> None:
    log = stage.case()
    assert lacks(stage, log) == [
        "day and time",
        "a guardian",
        "who leads",
        "consent from a guardian",
    ]


def test_a_ready_case_lacks_nothing(stage: Stage) -> None:
    log = stage.ready_case()
    assert lacks(stage, log) == []
    assert can_wait(log.case, Words("en")) == ["viddevakt"]


def test_a_service_without_consent_is_named_and_one_that_stays_away_is_not(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, ParticipantAdd(label="Barnevern", role="service", service="barnevern"))
    assert lacks(stage, log) == ["consent to share with barnevern"]
    do(log, ParticipantEdit(who="Barnevern", absent=True))
    assert lacks(stage, log) == []


def test_the_young_persons_own_consent_is_missing_from_its_day_on(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, CaseSet(own_consent_from=DAY))
    assert lacks(stage, log) == ["the young person's own consent"]


def test_a_meeting_that_is_over_makes_room_for_the_next(stage: Stage) -> None:
    log = stage.ready_case()
    hold(stage, log)
    assert lacks(stage, log) == ["day and time"]


# -- reading dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.12.", date(2026, 12, 1)),
        ("19. januar", DAY),
        ("20.1.", date(2026, 1, 20)),
        ("i dag", DAY),
        ("1.12.2025", date(2025, 12, 1)),
    ],
)
def test_the_day_of_a_consent_lies_behind_us(text: str, found: date) -> None:
    assert past_date(text, DAY, "nn") == found


def test_planned_days_without_a_year_belong_to_the_school_year() -> None:
    found = school_year_dates("8.9., 27.10., 1. des; 19.1., 2. mars, 20.4.", DAY, "nn")
    assert found == (
        date(2026, 9, 8),
        date(2026, 10, 27),
        date(2026, 12, 1),
        date(2027, 1, 19),
        date(2027, 3, 2),
        date(2027, 4, 20),
    )
    assert school_year_dates(" , ", DAY, "nn") == ()
    assert school_year_dates("1.9.", date(2027, 8, 1), "nn") == (date(2027, 9, 1),)


def test_no_school_year_and_no_past_moves_a_day_told_from_today() -> None:
    told = school_year_dates("om 2 veker, 13. jan", date(2026, 12, 1), "nn")
    assert told == (date(2026, 12, 15), date(2027, 1, 13))
    assert past_date("for 2 veker sidan", date(2026, 12, 1), "nn") == date(2026, 11, 17)
    assert past_date("om 2 veker", date(2026, 12, 1), "nn") == date(2026, 12, 15)


# -- the whole of it by keyboard


async def test_a_case_is_set_up_by_keyboard_alone(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await type_in(pilot, "22. jan")
        await pilot.press("tab")
        await type_in(pilot, "13.00")
        await pilot.press("tab")
        await type_in(pilot, "Rom 2")
        await pilot.press("tab")
        await pilot.pause()
        assert screen.query_one(PeopleGrid).has_focus
        # A head teacher: the role proposes name, leading and summing up.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("right", "right", "right", "enter")
        await pilot.pause()
        # A guardian, who says what they want to be called.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("right", "left", "tab")
        await pilot.press(*("backspace",) * 12)
        await type_in(pilot, "Mor")
        await pilot.press("f2")
        await pilot.pause()
        # A service, known by nothing but its name.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*("right",) * 4, "tab", "tab", "tab")
        await type_in(pilot, "PPT")
        await pilot.press("enter")
        await pilot.pause()
        # Both consents.
        await pilot.press("tab", "space", "down", "enter")
        await pilot.pause()
        assert stage.words("Ready for the meeting") in shown(screen)
        await pilot.press("f2")
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.meeting.at == datetime(2027, 1, 22, 12, 0, tzinfo=UTC)
    assert case.sitting.meeting.place == "Rom 2"
    found = [(p.name, p.role, p.service, p.duties) for p in case.participants.values()]
    assert found == [
        ("Rektor", "head", "", ("leader", "summariser")),
        ("Mor", "guardian", "", ()),
        ("PPT", "service", "PPT", ()),
    ]
    consents = [(c.covers, c.form, c.given) for c in case.consents.values()]
    assert consents == [("log", "written", DAY), ("PPT", "written", DAY)]
    # One service: the rounds became shorter by themselves.
    assert [p.planned_s / 60 for p in case.sitting.agenda.phases] == [5, 5, 5, 5, 5, 5, 5]


@pytest.mark.parametrize(("language", "size"), [("nn", SMALL), ("en", SMALL)])
async def test_every_part_can_be_reached_and_is_seen_when_it_is(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, language)
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        seen = set()
        for _ in range(17):
            focused = screen.focused
            assert focused is not None
            seen.add(focused.id)
            page = screen.query_one("#setup-parts").region
            assert page.contains_region(focused.region) or focused.region.height > page.height
            await pilot.press("tab")
            # The cursor is brought into view once the screen has been drawn, and that is drawn too.
            for _ in range(2):
                drawn = asyncio.Event()
                screen.call_after_refresh(drawn.set)
                await drawn.wait()
            await pilot.pause()
        assert seen >= {
            "setup-unit",
            "setup-language",
            "entry-date",
            "entry-time",
            "entry-place",
            "setup-people",
            "setup-consents",
            "setup-form",
            "entry-given",
            "entry-expires",
            "entry-note",
            "entry-own",
            "entry-born",
            "setup-minutes",
            "entry-dates",
        }


async def test_in_a_large_window_all_of_it_is_seen_at_once(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert screen.query_one("#setup-parts").max_scroll_y == 0
        seen = shown(screen)
        for text in ("Mor", "PPT", "Avslutning", "45 minutt", "tysdag 19. januar 2027", "✓"):
            assert text in seen
