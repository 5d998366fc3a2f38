"""Home shows today's meeting, large, and nobody else's (R-S6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.application import Viddevakt
from app.screens.choice import ChoicePage
from app.screens.evaluate import EvaluateScreen
from app.screens.home import HomeChoice
from app.screens.home_lines import some_look_alike
from app.screens.home_today import HomeKind, HomeRoom
from app.screens.setup import SetupScreen
from app.screens.text_page import TextPage
from app.widgets.big_digits import BigDigits
from phases.commands.afterwards import Evaluate
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import FamilyLeft
from phases.commands.planning import MeetingCancel, MeetingPlan
from tests.app.screens.at_home import Opened
from tests.app.screens.stage import HOSTILE, LARGE, SIZES, SMALL, Stage, do, shown
from tests.phases.room import NOON, OSLO


@pytest.mark.parametrize("size", SIZES)
async def test_todays_meeting_is_shown_with_time_place_and_structure(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.ready_case()
    app = Opened(stage)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = shown(app.home)
        assert app.home.query_one(BigDigits).text == "13:00"
        assert "█" in seen
        for text in ("Tysdag 19. januar 2027", "Møterom 2", "BTI-møte på individnivå", "13.45"):
            assert text in seen


async def test_the_time_is_at_least_five_rows_high_in_a_large_window(stage: Stage) -> None:
    stage.ready_case()
    app = Opened(stage)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        rows = [line for line in shown(app.home).splitlines() if "█" in line or "▀" in line]
        assert len(rows) >= 5


async def test_no_id_and_no_name_is_shown_before_a_key_is_pressed(stage: Stage) -> None:
    stage.ready_case("ELEV-A")
    stage.ready_case("ELEV-B", NOON + timedelta(days=1), "Eit anna rom")
    stage.ready_case("ELEV-C", NOON - timedelta(days=1), "Enno eit rom")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        seen = shown(app.home)
        for hidden in ("ELEV", "anna rom", "Enno eit", "Mor", "Far", "Kontaktlærar", "PPT"):
            assert hidden not in seen
        assert [m.case_id for m in app.home.meetings] == ["ELEV-A"]


async def test_enter_leads_and_e_prepares(stage: Stage) -> None:
    stage.ready_case()
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter", "e")
        await pilot.pause()
    assert app.chosen == [HomeChoice("lead", "ELEV-A"), HomeChoice("setup", "ELEV-A")]


async def test_a_meeting_that_is_over_is_evaluated(stage: Stage) -> None:
    do(stage.ready_case(), Start(), BreakOff(), FamilyLeft())
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [HomeChoice("evaluate", "ELEV-A")]


async def test_one_that_is_evaluated_is_not_asked_for_again_and_l_changes_the_language(
    stage: Stage,
) -> None:
    do(stage.ready_case(), Start(), BreakOff(), FamilyLeft(), Evaluate(a="ro"))
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Møtet er ferdig. Enter: referat, papir og resten" in shown(app.home)
        await pilot.press("l")
        await pilot.pause()
        assert "Møtet er ferdig. Enter: referat, papirer og resten" in shown(app.home)
        await pilot.press("l")
        await pilot.pause()
        assert "The meeting is finished. Enter: minutes, papers and the rest" in shown(app.home)


async def test_one_that_is_under_way_since_yesterday_is_shown(stage: Stage) -> None:
    log = stage.ready_case(at=NOON - timedelta(days=1))
    stage.clock.utc = NOON - timedelta(minutes=10, days=1)
    do(log, Start())
    stage.clock.utc = NOON
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.home.meeting is not None
        assert app.home.meeting.state == "running"
        assert stage.words("The meeting is under way. {key}: go on leading", key="Enter") in shown(
            app.home
        )


async def test_a_meeting_that_was_called_off_is_not_shown(stage: Stage) -> None:
    do(stage.ready_case(), MeetingCancel())
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.home.meeting is None
        await pilot.press("enter", "e", "down")
        await pilot.pause()
        assert stage.words("No BTI meeting today") in shown(app.home)
    assert app.chosen == []


async def test_several_meetings_today_are_chosen_among_by_the_arrows(stage: Stage) -> None:
    stage.ready_case("ELEV-A", NOON + timedelta(hours=2), "Møterom 1")
    stage.ready_case("ELEV-B", NOON, "Møterom 2")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "▶ 13.00  Møterom 2" in shown(app.home)
        assert "ELEV" not in shown(app.home)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.home.query_one(BigDigits).text == "15:00"
    assert app.chosen == [HomeChoice("lead", "ELEV-A")]


@pytest.mark.parametrize(("key", "kind"), [("enter", "lead"), ("e", "setup")])
async def test_of_two_that_look_alike_none_is_chosen_and_the_name_is_asked(
    stage: Stage, key: str, kind: HomeKind
) -> None:
    for name in ("ELEV-A", "ELEV-B"):
        stage.ready_case(name)
    app = Opened(stage)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        seen = shown(app.home)
        assert "▶" not in seen
        assert "ELEV" not in seen
        assert seen.count("13.00  Møterom 2") == 2
        assert app.home.query_one(BigDigits).text == ""
        assert stage.words("Some of them look alike. {key}: choose by the name of the log",
                           key="Enter") in seen  # fmt: skip
        await pilot.press("down", key, "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChoicePage)
        assert app.chosen == []
        assert "ELEV-A" in shown(app.screen)
        await pilot.press("2")
        await pilot.pause()
    assert app.chosen == [HomeChoice(kind, "ELEV-B")]


async def test_esc_opens_neither_of_two_that_look_alike(stage: Stage) -> None:
    for name in ("ELEV-A", "ELEV-B"):
        stage.ready_case(name)
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert app.screen == app.home
    assert app.chosen == []


def test_what_looks_alike_is_told_by_what_stands_on_the_line(stage: Stage) -> None:
    room = HomeRoom(stage.vault, stage.clock, stage.structures, OSLO)
    for name, place in (("A", "Rom 1"), ("B", "Rom 1"), ("C", "Rom 2")):
        stage.ready_case(name, NOON, place)
    first, second, third = (m for name in "ABC" if (m := room.meeting(name)) is not None)
    assert some_look_alike([first, second, third], stage.words)
    assert not some_look_alike([first, third], stage.words)
    assert not some_look_alike([first, replace(second, state="running")], stage.words)
    assert not some_look_alike([], stage.words)


async def test_the_cursor_stays_with_its_meeting_when_the_order_changes(stage: Stage) -> None:
    stage.ready_case("ELEV-A", NOON, "Møterom 1")
    other = stage.ready_case("ELEV-B", NOON + timedelta(hours=2), "Møterom 2")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        do(other, Start())
        app.home.look()
        await pilot.pause()
        assert [m.case_id for m in app.home.meetings] == ["ELEV-B", "ELEV-A"]
        assert app.home.meeting is not None
        assert app.home.meeting.case_id == "ELEV-A"


async def test_what_another_window_planned_shows_when_home_is_uncovered(stage: Stage) -> None:
    log = stage.ready_case(at=NOON + timedelta(days=3))
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, TextPage)
        do(log, MeetingPlan(at=NOON))
        await pilot.press("escape")
        await pilot.pause()
        assert app.home.meeting is not None


@pytest.mark.parametrize("place", HOSTILE)
async def test_a_place_is_shown_as_it_stands(stage: Stage, place: str) -> None:
    stage.ready_case(place=place)
    app = Opened(stage)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        seen = shown(app.home)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        if place.isprintable():
            assert place in seen
        await pilot.press("enter")
        await pilot.pause()
    assert len(app.chosen) == 1


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
async def test_the_footer_names_every_key_at_80_columns(tmp_path: Path, language: str) -> None:
    stage = Stage(tmp_path, language)
    stage.ready_case()
    app = Opened(stage)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        foot = shown(app.home).splitlines()[-1]
        assert "…" not in foot
        for key in ("Enter", " f ", " n ", " d ", " v ", " q ", "? "):
            assert key in foot


async def test_q_leaves(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_value == 0


async def test_the_date_follows_the_clock(stage: Stage) -> None:
    stage.ready_case(at=NOON + timedelta(days=1))
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.home.meetings == ()
        stage.clock.utc = NOON + timedelta(days=1)
        app.home.look()
        await pilot.pause()
        assert app.home.meeting is not None
        assert stage.clock.utc.date() == date(2027, 1, 20)
        assert "20. januar" in shown(app.home)


# -- small windows


@pytest.mark.parametrize("size", [(20, 5), (39, 24), (80, 11)])
@pytest.mark.parametrize("kind", ["home", "setup", "evaluate"])
async def test_a_window_that_is_too_small_says_so_and_nothing_else(
    stage: Stage, kind: str, size: tuple[int, int]
) -> None:
    log = stage.ready_case()
    app: Viddevakt = Opened(stage)
    if kind == "setup":
        app = stage.app(lambda: SetupScreen(log, stage.words, stage.around))
    elif kind == "evaluate":
        app = stage.app(lambda: EvaluateScreen(log, stage.words, stage.around))
    said = stage.words("The window is too small. Make it larger; the keys work all the same.")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert " ".join(shown(app.screen).split()) == said
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert said.split(".")[0] not in shown(app.screen)
        assert shown(app.screen).strip()
