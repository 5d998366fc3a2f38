"""The screen after a meeting: a key makes the Word file, ticks are kept, deleting asks twice."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from app.application import Viddevakt
from app.papers.formats import txt_format
from app.papers.kinds import KINDS
from app.screens.after.screen import AfterScreen
from app.screens.choice import ChoicePage
from app.screens.confirm import ConfirmScreen
from app.screens.papers.preview import PreviewPage
from app.screens.papers.readers import called
from app.screens.timeline.page import TimelinePage
from app.window_maker import Windows
from data.caselog import CaseLog
from data.settings import Settings
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import FamilyLeft
from phases.commands.minutes import Retention
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import Stage, do, said, shown


async def flow(pilot: Pilot[Any]) -> None:
    """Wait for what a key began; the beat beside it never ends."""
    workers = [worker for worker in pilot.app.workers if worker.group == "flow"]
    if workers:
        await pilot.app.workers.wait_for_complete(workers)
    await pilot.pause()


async def test_ticks_for_filing_are_kept_until_esc(stage: Stage, log: CaseLog) -> None:
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        screen.open_task("filed")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChoicePage)
        assert "☑" in shown(pilot.app.screen)
        await pilot.press("escape")
    log.refresh()
    [minutes] = log.case.minutes.values()
    assert minutes.filed == ("folder",)


async def test_a_paper_is_looked_at_and_then_made_in_the_vault(
    stage: Stage, log: CaseLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Any format will do for where it is kept; the real ones have tests of their own.
    monkeypatch.setattr("app.screens.papers.acts.WORD", "txt")
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        await flow(pilot)
        [path] = stage.vault.papers("ELEV-A").iterdir()
        assert path.name in said(screen.query_one("#message"))
        assert path.stat().st_mode & 0o777 == 0o600
        assert [noted.act for noted in stage.vault.access.history()][-1] == "export"
        await pilot.press("p", "1")
        await pilot.pause()
        stage.monotonic_s += 1.0
        await pilot.press("1")
        while not isinstance(pilot.app.screen, PreviewPage):
            await pilot.pause()
        assert "REFERAT" in shown(pilot.app.screen)


async def test_every_paper_has_a_key_and_arrows_with_enter_reach_the_last(
    stage: Stage, log: CaseLog
) -> None:
    screen = AfterScreen(stage.desk(log), stage.words)
    last = called(list(KINDS)[10], stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert stage.words("{keys}: choose", keys="1–0, a") in shown(pilot.app.screen)
        assert stage.words("↑ ↓: mark") in shown(pilot.app.screen)
        await pilot.press("a")
        await pilot.pause()
        assert last in shown(pilot.app.screen)
        await pilot.press("escape")
        stage.monotonic_s += 1.0
        await pilot.press("p", *["down"] * 11, "enter")
        await pilot.pause()
        assert last in shown(pilot.app.screen)


async def test_copied_text_goes_from_the_clipboard_when_the_window_does(
    stage: Stage, log: CaseLog
) -> None:
    app = stage.app(lambda: AfterScreen(stage.desk(log), stage.words))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await flow(pilot)
        await pilot.pause()
        assert app.clipboard.startswith(txt_format.title_line(stage.words("Minutes")))
        app.exit()
        assert app.clipboard == ""


async def test_a_log_is_deleted_after_an_answer_and_two_questions(
    stage: Stage, log: CaseLog
) -> None:
    stage.desk(log).shelf.keep("ELEV-A-minutes.txt", b"x", lambda: None)  # type: ignore[union-attr]
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        screen.open_task("log")
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2, "nobody has said where the log stands (R-S4)"
        do(log, Retention(archived=False))
        stage.monotonic_s += 1.0
        screen.open_task("log")
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("j")
        await pilot.pause()
        stage.monotonic_s += 1.0
        assert stage.vault.exists("ELEV-A")
        await pilot.press("j")
        await pilot.pause()
    assert not stage.vault.exists("ELEV-A")
    assert not stage.vault.papers("ELEV-A").exists()
    last = stage.vault.access.history()[-1]
    assert (last.act, last.case, last.archived) == ("delete", "ELEV-A", False)


async def test_a_log_whose_deletion_cant_be_noted_stays_and_that_is_said(
    stage: Stage, log: CaseLog
) -> None:
    do(log, Retention(archived=False))
    (stage.vault.folder / "access.journal").mkdir()
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        screen.open_task("log")
        await pilot.pause()
        await pilot.press("5")
        for _ in range(2):
            await pilot.pause()
            stage.monotonic_s += 1.0
            await pilot.press("j")
        await flow(pilot)
        assert pilot.app.screen is screen
        assert "ingenting er sletta" in said(screen.query_one("#message"))
    assert stage.vault.exists("ELEV-A")


def test_that_a_log_is_gone_is_said_on_what_comes_next(stage: Stage) -> None:
    """Whoever deleted it must not have to look whether it happened."""
    left: list[Callable[[str | None], None]] = []
    windows = Windows(stage.vault, stage.words, "", Settings(), stage.clock)
    app = SimpleNamespace(push_screen=lambda _, then: left.append(then))
    windows.open_after(cast("Viddevakt", app), "ELEV-A", screen=Screen())
    left[0]("deleted")
    assert windows.parting == "ELEV-A er sletta"


async def test_the_log_over_time_is_drawn_at_80_by_24_and_scrolls(
    stage: Stage, log: CaseLog
) -> None:
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, TimelinePage)
        assert "█" in shown(page)
        await pilot.press("pagedown", "escape")
        await flow(pilot)
        assert pilot.app.screen is screen


async def test_an_earlier_meeting_is_turned_to_and_back_from(stage: Stage, log: CaseLog) -> None:
    first = log.case.sitting
    assert first is not None
    stage.clock.tick(86400)
    do(log, MeetingPlan(at=stage.clock.utc), Start(), BreakOff(), FamilyLeft())
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        screen.open_task("earlier")
        await pilot.pause()
        await pilot.press("1")
        await flow(pilot)
        about = screen.about()
        assert about is not None
        assert about.meeting.id == first.meeting.id
        screen.open_task("filed")
        await pilot.pause()
        stage.monotonic_s += 1.0
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("escape")
        await flow(pilot)
        assert screen.asked("minutes").here == first.meeting.id
        await pilot.press("escape")
        assert screen.about() is None
    log.refresh()
    assert {i: m.filed for i, m in log.case.minutes.items()} == {first.meeting.id: ("folder",)}


async def test_minutes_go_one_step_at_a_time(stage: Stage, log: CaseLog) -> None:
    screen = AfterScreen(stage.desk(log), stage.words)
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        screen.open_task("minutes")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, ChoicePage)
        able = {option.value: option.enabled for option in page.options}
    assert able == {"look": True, "draft": False, "read-through": True, "final": False, "who": True}
